import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compareFingerprints,
  isWorthAsking,
  likenessClasses,
  organisationKey,
  type PersonTraits,
  presumedCommonness,
  toFingerprint,
  townKey,
} from './duplicates.ts'
import { lookupsOf } from './lookup.ts'

interface Told {
  name: string
  email?: string
  phone?: string
  link?: string
  birth?: string
  town?: string
  employers?: string[]
  schools?: string[]
  text?: string
}
const corpus = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../tests/corpus/duplicates.json'), 'utf8'),
) as { pairs: { same: boolean; why: string; a: Told; b: Told }[] }

/** Keys as the store makes them, but for the keyed hash. */
const keysOf = ({ email = '', phone = '', link, birth = '' }: Told): string[] =>
  [
    ...lookupsOf('candidate', 'email', email),
    ...lookupsOf('candidate', 'phone', phone),
    ...lookupsOf('candidate', 'links', link ? [link] : []),
    ...lookupsOf('candidate', 'birthDate', birth),
  ].map(({ domain, word }) => `${domain}:${word}`)

const toTraits = (told: Told, id = ''): PersonTraits => ({
  id,
  name: told.name,
  keys: keysOf(told),
  town: told.town ?? '',
  employers: told.employers ?? [],
  schools: told.schools ?? [],
  text: told.text ?? '',
  mergedFrom: [],
})
const print = (told: Told) => toFingerprint(toTraits(told))
/** A workspace of middling size. */
const middling = { ...presumedCommonness, count: 5000 }
const compare = (a: Told, b: Told, commonness = middling) => compareFingerprints(print(a), print(b), commonness)

describe('the labelled pairs', () => {
  const judged = corpus.pairs.map((pair) => ({ ...pair, found: compare(pair.a, pair.b) }))
  const asked = judged.filter(({ found }) => isWorthAsking(found))
  const share = (part: number, whole: number) => Math.round((1000 * part) / whole) / 1000

  test('M032 one person told twice is proposed, two people who look alike are not', () => {
    const same = judged.filter(({ same: one }) => one)
    expect(judged.length).toBeGreaterThanOrEqual(200)
    const precision = share(asked.filter(({ same: one }) => one).length, asked.length)
    const recall = share(asked.filter(({ same: one }) => one).length, same.length)
    const shown = share(same.filter(({ found }) => found.class !== 'unlike').length, same.length)
    console.log(
      `duplicates: ${judged.length} labelled pairs, precision ${precision}, recall ${recall}, recall with maybes ${shown}`,
    )
    const wrong = judged.filter(({ same: one, found }) => one !== isWorthAsking(found))
    for (const { why, a, b, found } of wrong)
      console.log(`  ${found.class} ${found.likeness.toFixed(3)}: ${a.name} / ${b.name}, ${why}`)
    expect(precision).toBeGreaterThanOrEqual(0.97)
    expect(recall).toBeGreaterThanOrEqual(0.95)
    expect(shown).toBeGreaterThanOrEqual(0.98)
  })

  test('nobody is surely another: what is called sure is the same person', () => {
    expect(judged.filter(({ same, found }) => !same && found.class === 'surely').map(({ a, b }) => [a.name, b.name])).toEqual([]) // prettier-ignore
  })

  test('a pair is judged the same from both sides', () => {
    for (const { a, b, found } of judged) {
      const turned = compare(b, a)
      expect(turned.likeness).toBeCloseTo(found.likeness, 9)
      expect({ ...turned, likeness: 0 }).toEqual({ ...found, likeness: 0 })
    }
  })
})

const told: fc.Arbitrary<Told> = fc.record({
  name: fc.constantFrom('Zofia Wiśniewska', 'Mohamed El Amrani', 'Jean Martin', 'Marie Martin', '', 'محمد العمراني'),
  email: fc.constantFrom('', 'z.w@example.org', 'Z.W+cv@example.org', 'autre@example.org'),
  phone: fc.constantFrom('', '+33639980401', '06 39 98 04 01', '+33639980402'),
  birth: fc.constantFrom('', '1988', '1988-04-12', '1991-01-01'),
  town: fc.constantFrom('', 'Lyon', 'Lyon 8e', 'Rabat'),
  employers: fc.subarray(['Frimax', 'Atlas Textile', 'Garage Tilleul']),
  schools: fc.subarray(['Lycée Paul-Gauguin']),
})

describe('likeness of two people', () => {
  test('is symmetric, in [0,1], and greatest with oneself', () => {
    fc.assert(
      fc.property(told, told, (a, b) => {
        const one = compare(a, b)
        expect(compare(b, a).likeness).toBeCloseTo(one.likeness, 9)
        expect(one.likeness).toBeGreaterThanOrEqual(0)
        expect(one.likeness).toBeLessThanOrEqual(1)
        expect(likenessClasses).toContain(one.class)
        expect(one.likeness).toBeLessThanOrEqual(compare(a, a).likeness + 1e-9)
      }),
    )
  })

  test('one more thing in common never makes two people less alike', () => {
    fc.assert(
      fc.property(told, told, (a, b) => {
        const before = compare({ ...a, email: '' }, { ...b, email: '' }).likeness
        const after = compare({ ...a, email: 'un@example.org' }, { ...b, email: 'un@example.org' }).likeness
        expect(after).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  test('the more common a name is here, the less it proves', () => {
    const both = { name: 'Gaspard Thévenin', town: 'Lyon' }
    const rare = compare(both, both)
    const common = compare(both, both, { ...middling, name: () => 0.02 })
    expect(rare.class).toBe('probably')
    expect(['possibly', 'unlike']).toContain(common.class)
  })

  test('a phone shared under another name is likely a household, and says less than with the same name', () => {
    const one = { name: 'Zofia Wiśniewska', email: 'z@example.org', phone: '+33639980401' }
    const partner = compare(one, { name: 'Anna Wiśniewska', email: 'm@example.org', phone: '0639980401' })
    const same = compare(one, { name: 'Zofia WISNIEWSKA', email: 'zw@example.org', phone: '0639980401' })
    expect(partner.class).not.toBe('surely')
    expect(partner.doubts).toEqual(['email', 'name'])
    expect(same).toMatchObject({ class: 'surely', reasons: ['phone', 'sameName'], doubts: ['email'] })
  })

  test('a couple with one e-mail is not one person, and who bears another name is never surely one', () => {
    const her = { name: 'Armelle Bérard', email: 'maison@example.org', phone: '+33639980401', town: 'Dijon' }
    const him = { ...her, name: 'Damien Bérard', phone: '+33639980402' }
    const married = { ...her, name: 'Armelle Fayolle', birth: '1987-11-23' }
    expect(isWorthAsking(compare(her, him))).toBe(false)
    expect(compare({ ...her, birth: '1987-11-23' }, married)).toMatchObject({ class: 'probably', doubts: ['name'] })
  })

  test('an address that many people have is an agency’s', () => {
    const [a, b] = [
      { name: 'Adil Filali', email: 'cv@example.org' },
      { name: 'Adil Tahiri', email: 'cv@example.org' },
    ]
    expect(compare(a, b).likeness).toBeGreaterThan(compare(a, b, { ...middling, holders: () => 40 }).likeness)
    expect(isWorthAsking(compare(a, b, { ...middling, holders: () => 40 }))).toBe(false)
  })

  test('one file in two records is said first', () => {
    const [a, b] = [print({ name: 'Adil Filali' }), print({ name: '' })]
    expect(compareFingerprints(a, b, middling, true)).toMatchObject({ class: 'file', reasons: ['file'] })
  })

  test('places and organisations are compared without what comes and goes', () => {
    expect(townKey('Lyon 8e')).toBe(townKey('LYON Cedex 03'))
    expect(townKey('St-Étienne')).toBe(townKey('Saint Etienne'))
    expect(organisationKey('Groupe Frimax S.A.S')).not.toBe('')
    expect(organisationKey('La Frimax SARL')).toBe(organisationKey('FRIMAX'))
  })
})
