import { describe, expect, it } from 'vitest'
import type { Match } from '../../src/model/match.ts'
import { createEngine } from './engine.ts'
import { readAdvert } from './readAdvert.ts'
import { readingToOffer } from './readingToOffer.ts'
import { textToProfile } from './textToProfile.ts'

const asOf = '2026-06'

/** One offer, the CV of who has all of it, and what to say instead for each level. */
interface Sample {
  advert: string
  header: string
  jobs: string[]
  /** Lines of the job, each the proof of one skill asked. */
  proofs: string[]
  papers: string
  languages: string
  denials: string[]
  family: string
  otherTrade: string
  otherTradeNear: string
  headings: [string, string, string]
}

const french: Sample = {
  advert: `Mécanicien automobile (H/F)
Orléans - CDI

Garage Ventadour répare les voitures de toutes marques depuis 1988.

Profil recherché :
- 3 ans d'expérience comme mécanicien automobile
- CAP maintenance des véhicules
- Remplacement de courroies de distribution
- Diagnostic électronique à la valise
- Géométrie des trains roulants
- Anglais B1`,
  header: 'Maud Corbin\n12 rue du Puits, Orléans',
  jobs: ['Mécanicien automobile - Garage du Pont, Orléans', 'janvier 2020 - aujourd’hui'],
  proofs: [
    '- Remplacement de courroies de distribution',
    '- Diagnostic électronique à la valise',
    '- Géométrie des trains roulants',
  ],
  papers: '- CAP maintenance des véhicules, 2016',
  languages: 'Français : langue maternelle ; Anglais : B2',
  denials: ['Jamais fait de géométrie des trains roulants', 'Aucun diagnostic électronique à la valise'],
  family: 'Vendeur de pièces automobiles - Autodis, Orléans\n2017 - aujourd’hui\n- Conseil des mécaniciens au comptoir',
  otherTrade: 'Coiffeuse - Salon Mèches, Orléans\n2017 - aujourd’hui\n- Coupes et couleurs',
  otherTradeNear: 'Carrossier - Tôles et Cie, Orléans\n2017 - aujourd’hui\n- Débosselage et peinture',
  headings: ['EXPÉRIENCE', 'FORMATION', 'LANGUES'],
}
const english: Sample = {
  advert: `Payroll Officer
Reading - permanent

Larkmoor Foods makes chilled soups for shops and canteens.

Requirements:
- At least 3 years of experience as a payroll officer
- Diploma in payroll or accounting
- Monthly payroll of hourly staff
- Pension enrolment and statutory returns
- Advanced Excel
- Fluent English`,
  header: 'Tess Arkwright\n3 Mill Lane, Reading',
  jobs: ['Payroll Officer - Bexhill Mills, Reading', 'January 2020 - present'],
  proofs: [
    '- Monthly payroll of 300 hourly staff',
    '- Pension enrolment and statutory returns',
    '- Advanced Excel workbooks for variances',
  ],
  papers: '- Diploma in payroll and accounting, 2016',
  languages: 'English: native',
  denials: ['Never used advanced Excel', 'No experience of pension enrolment and statutory returns'],
  family: 'Receptionist - Bexhill Mills, Reading\n2017 - present\n- Post, calls and the diary of the payroll office',
  otherTrade: 'Hairdresser - Salon Wisp, Reading\n2017 - present\n- Cuts and colours',
  otherTradeNear: 'Accounts Assistant - Bexhill Mills, Reading\n2017 - present\n- Supplier invoices and payment runs',
  headings: ['EXPERIENCE', 'EDUCATION', 'LANGUAGES'],
}

function matchOf(sample: Sample, job: string, papers = sample.papers, more: string[] = []): Match {
  const { headings } = sample
  const cv = [
    sample.header,
    `${headings[0]}\n${job}`,
    papers === '' ? '' : `${headings[1]}\n${papers}`,
    `${headings[2]}\n${sample.languages}`,
    more.length === 0 ? '' : `DIVERS\n${more.join('\n')}`,
  ].filter((block) => block !== '')
  const engine = createEngine(null)
  engine.upsert([textToProfile('c', cv.join('\n\n'))])
  return engine.rank(readingToOffer('o', sample.advert, readAdvert(sample.advert)), asOf)[0]!
}
const own = (sample: Sample, proofs = sample.proofs) => [...sample.jobs, ...proofs].join('\n')
const between = (match: Match, low: number, high: number): void => {
  expect(match.score).toBeGreaterThanOrEqual(low)
  expect(match.score).toBeLessThanOrEqual(high)
}
const pointsOf = (match: Match, name: string): number => match.terms.find((term) => term.name === name)!.points

describe.each([
  ['French', french],
  ['English', english],
])('M066 the scale a recruiter reads, %s', (_, sample) => {
  const all = matchOf(sample, own(sample))
  const silent = matchOf(sample, own(sample, sample.proofs.slice(0, 2)))
  const [first, second] = sample.denials as [string, string]
  const missing = matchOf(sample, own(sample, sample.proofs.slice(0, 2)), sample.papers, [first])
  const twoMissing = matchOf(sample, own(sample, sample.proofs.slice(0, 1)), sample.papers, [first, second])

  it('is 85 to 97 with every must met, lately, in a job', () => {
    expect(all.requirements.filter(({ status }) => status !== 'met')).toEqual([])
    between(all, 85, 97)
  })

  it('is 70 to 85, and wider, where the CV is silent on one must; four of five are a gain', () => {
    between(silent, 70, 85)
    expect(silent.high - silent.low).toBeGreaterThan(all.high - all.low + 5)
    expect(pointsOf(silent, 'musts')).toBeGreaterThan(0)
  })

  it('is 35 to 65 where one must is denied, less with two, and never below who does another trade', () => {
    between(missing, 35, 65)
    expect(twoMissing.score).toBeLessThan(missing.score)
    expect(twoMissing.score).toBeGreaterThan(15)
  })

  it('is at most 35 for a neighbour of the trade and below 15 for another trade, in that order, and never nothing', () => {
    const family = matchOf(sample, sample.family, '')
    const near = matchOf(sample, sample.otherTradeNear, '')
    const other = matchOf(sample, sample.otherTrade, '')
    expect(Math.max(family.score, near.score)).toBeLessThanOrEqual(35)
    expect(other.score).toBeLessThan(15)
    expect(other.score).toBeGreaterThan(0.5)
    expect(near.score).toBeGreaterThan(other.score)
    expect(pointsOf(other, 'musts')).toBeLessThan(0)
  })

  it('takes a loss for short years, and a larger one for hardly any', () => {
    const when = sample.jobs[1]!
    const since = (year: string) => matchOf(sample, own(sample).replace(when, when.replace('2020', year)))
    expect(since('2024').score).toBeLessThan(all.score)
    expect(since('2026').score).toBeLessThan(since('2024').score)
    between(since('2026'), 30, 75)
  })
})

describe('M066 what the terms add', () => {
  it('goes up with every further must met, and each is worth more than a line in a list', () => {
    const scores = [0, 1, 2, 3].map((count) => matchOf(french, own(french, french.proofs.slice(0, count))).score)
    expect(scores).toEqual(scores.toSorted((a, b) => a - b))
    expect(new Set(scores).size).toBe(4)
  })

  it('knows a place where both sides name the same town, known to the table or not', () => {
    const named = (city: string, other: string) => {
      const profile = textToProfile('c', `${french.header}\n\nEXPÉRIENCE\n${own(french)}`)
      const engine = createEngine(null)
      engine.upsert([{ ...profile, facts: { ...profile.facts, city } }])
      const offer = readingToOffer('o', french.advert, readAdvert(french.advert))
      return engine.rank({ ...offer, facts: { ...offer.facts, city: other, postalCode: '', country: '' } }, asOf)[0]!
    }
    expect(named('Bessy-le-Haut', 'BESSY LE HAUT Cedex 2').km).toBe(0)
    expect(named('Lyon 3e', 'Lyon').km).toBe(0)
    expect(
      named('Bessy-le-Haut', 'Ailleurs-sur-Rien').terms.find(({ name }) => name === 'location')!.value,
    ).toBeCloseTo(0.4)
  })
})
