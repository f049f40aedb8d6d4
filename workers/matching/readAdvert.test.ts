import { describe, expect, it } from 'vitest'
import { readAdvert } from './readAdvert.ts'

const baker = `Boulanger (H/F)
Pau - CDD de 6 mois

Maison Lartigue est une boulangerie de quartier qui aime le bon pain et la bonne humeur.

Vos missions :
- Ouvrir le fournil à 4 h
- Servir les tournées des écoles

Profil recherché :
- 2 ans d'expérience comme boulanger
- CAP boulanger
- Pétrissage et façonnage
- Dynamique et motivé

Les plus :
- Tourage
- Permis B

Avantages : mutuelle, tickets restaurant de 9 € par jour.
Salaire : 12,90 €/h. Prise de poste le 1er septembre 2026.`

const nurse = `We are looking for a Registered Nurse (m/f/d) based in Leeds.

About us
Founded in 1998, we care for 90 residents and for our teams.

Requirements
• At least 3 years of experience as a nurse
• NMC registration is mandatory
• Wound dressing
• You are a team player with a positive attitude

Nice to have
• Palliative care

Salary: £38,000 per annum. Full-time, permanent.`

const payroll = `Gestionnaire de paie

Vous justifiez d'une expérience de 4 ans minimum en tant que gestionnaire de paie. Le permis B est obligatoire. Une connaissance de Silae serait un plus. Nous offrons une prime annuelle et un 13e mois. CDI à Limoges, 32 k€ par an.`

describe('M062 reading a pasted advert', () => {
  it('takes title, place, contract, pay and start of a French advert', () => {
    const { fields, language } = readAdvert(baker)
    expect(language).toBe('fr')
    expect(fields.title?.value).toBe('Boulanger')
    expect(fields.city?.value).toBe('Pau')
    expect(fields.contract?.value).toBe('cdd')
    expect(fields.durationMonths?.value).toBe(6)
    expect(fields.salaryMin?.value).toBe(12.9)
    expect(fields.salaryPeriod?.value).toBe('hour')
    expect(fields.startDate?.value).toBe('2026-09-01')
  })

  it('tells what must be from what would be nice, and leaves missions and benefits out', () => {
    const { requirements } = readAdvert(baker)
    expect(requirements.map(({ need, kind, text }) => [need, kind, text])).toEqual([
      ['must', 'occupation', "2 ans d'expérience comme boulanger"],
      ['must', 'degree', 'CAP boulanger'],
      ['must', 'skill', 'Pétrissage et façonnage'],
      ['nice', 'skill', 'Tourage'],
      ['nice', 'licence', 'Permis B'],
    ])
    expect(requirements[0]?.years).toBe(2)
  })

  it('sets apart what nobody can measure', () => {
    expect(readAdvert(baker).unmeasurable.map(({ text }) => text)).toEqual(['Dynamique et motivé'])
    expect(readAdvert(nurse).unmeasurable).toHaveLength(1)
  })

  it('reads an English advert with its deal-breaker and pounds', () => {
    const { fields, requirements, language } = readAdvert(nurse)
    expect(language).toBe('en')
    expect(fields.city?.value).toBe('Leeds')
    expect([fields.salaryMin?.value, fields.salaryCurrency?.value, fields.salaryPeriod?.value]).toEqual([
      38000,
      'GBP',
      'year',
    ])
    expect(fields.contract?.value).toBe('cdi')
    expect(requirements.find(({ text }) => text.startsWith('NMC'))?.need).toBe('dealbreaker')
    expect(requirements.find(({ text }) => text === 'Palliative care')?.need).toBe('nice')
  })

  it('reads running text', () => {
    const { requirements, fields } = readAdvert(payroll)
    expect(requirements.map(({ need, kind }) => [need, kind])).toEqual([
      ['must', 'occupation'],
      ['dealbreaker', 'licence'],
      ['nice', 'skill'],
    ])
    expect(fields.salaryMin?.value).toBe(32000)
    expect(fields.contract?.value).toBe('cdi')
  })

  it.each([
    ['Salaire : 2 350 à 2 600 € brut par mois', 2350, 2600, 'EUR', 'month'],
    ['Rémunération : 9 000 MAD', 9000, 9000, 'MAD', 'month'],
    ['Salary: €30k a year', 30000, 30000, 'EUR', 'year'],
    ['Rémunération : 32 k€ par an', 32000, 32000, 'EUR', 'year'],
    ['Pay: £12.50 per hour', 12.5, 12.5, 'GBP', 'hour'],
    ['Salaire : 4 800 CHF par mois', 4800, 4800, 'CHF', 'month'],
  ])('reads pay in %s', (line, min, max, currency, period) => {
    const { fields } = readAdvert(`Magasinier\n${line}`)
    expect([
      fields.salaryMin?.value,
      fields.salaryMax?.value,
      fields.salaryCurrency?.value,
      fields.salaryPeriod?.value,
    ]).toEqual([min, max, currency, period])
  })

  it('gives offsets that point at the words', () => {
    for (const advert of [baker, nurse, payroll]) {
      const { requirements, fields } = readAdvert(advert)
      for (const { text, start, end } of requirements) expect(advert.slice(start!, end!)).toBe(text)
      expect(advert.slice(fields.title!.start, fields.title!.end)).toContain(fields.title!.value.slice(0, 6))
    }
  })

  it('survives empty and strange text', () => {
    expect(readAdvert('').requirements).toEqual([])
    expect(readAdvert('???\n\n;;;').requirements).toEqual([])
  })
})
