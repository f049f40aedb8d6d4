import { describe, expect, it } from 'vitest'
import { findRange } from './dates.ts'
import { exp, kilometres, sigmoid } from './deterministicMath.ts'
import { textToProfile } from './textToProfile.ts'

const entries = (text: string) => textToProfile('c', text).lines.flatMap(({ entry }) => (entry ? [entry] : []))

describe('a CV as plain text', () => {
  it.each([
    ['Serveur - Le Phare, Brest\nmars 2019 - juin 2021', 'Serveur', '2019-03', '2021-06'],
    ['Le Phare, Brest | Serveur | 03/2019 à 06/2021', 'Serveur', '2019-03', '2021-06'],
    ['2019-03 - 2021-06 : Serveur, Le Phare (Brest)', 'Serveur', '2019-03', '2021-06'],
    ['depuis mars 2019 : Serveur, Le Phare (Brest)', 'Serveur', '2019-03', 'present'],
    ['2019 - 2021\nServeur, Le Phare', 'Serveur', '2019', '2021'],
    ['Waiter | The Lighthouse | since June 2020', 'Waiter', '2020-06', 'present'],
  ])('finds the job in %s', (job, title, start, end) => {
    expect(entries(`Ana Lopez\n\nEXPERIENCE\n${job}\n- Service en salle\n`)[0]).toMatchObject({ title, start, end })
  })

  it('cuts the head but keeps the driving licence', () => {
    const { lines } = textToProfile(
      'c',
      'Ana Lopez\n12 rue du Port, Brest\n06 11 22 33 44\n31 ans, célibataire\nPermis B\n\nLANGUES\nAnglais : B2',
    )
    expect(lines.map(({ text }) => text)).toEqual(['Permis B', 'Anglais : B2'])
  })

  it('joins a broken line and keeps it a slice of the text', () => {
    const text =
      'Ana Lopez\n\nEXPÉRIENCE\nServeuse - Le Phare, Brest\n2019 - 2021\n• Service en terrasse de cent vingt couverts avec une équipe de\nquatre personnes\n• Caisse'
    const { lines } = textToProfile('c', text)
    const joined = lines.find((line) => line.text.includes('quatre'))!
    expect(text).toContain(joined.text)
    expect(joined.text).toContain('terrasse')
    expect(lines.at(-1)!.text).toBe('Caisse')
  })

  it('reads stretches of time in both languages', () => {
    expect(findRange('du 12/03/2019 au 04/06/2020')).toMatchObject({ start: '2019-03', end: '2020-06' })
    expect(findRange('from Sept 2018 to now')).toMatchObject({ start: '2018-09', end: 'present' })
    expect(findRange('Équipe de 12 à 15 personnes')).toBeNull()
  })
})

describe('arithmetic that is the same everywhere', () => {
  it('agrees with the true functions', () => {
    for (const x of [-20, -3.3, -1, 0, 0.5, 2.7, 10]) expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-13)
    expect(sigmoid(0)).toBe(0.5)
    expect(kilometres({ lat: 48.86, lon: 2.35 }, { lat: 45.76, lon: 4.84 })).toBeGreaterThan(385)
    expect(kilometres({ lat: 48.86, lon: 2.35 }, { lat: 45.76, lon: 4.84 })).toBeLessThan(400)
  })
})
