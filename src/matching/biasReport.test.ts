import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../workers/matching/engine.ts'
import { type Candidate, candidateSchema } from '../model/candidate.ts'
import { candidateToProfile, offerToProfile } from '../model/profile.ts'
import { emptyOffer } from '../model/offer.ts'
import { selectionRates } from '../model/selection.ts'
import { otherGender, swapKinds, swapped } from '../model/swaps.ts'
import { applicationSchema } from '../model/application.ts'
import { checkBias } from './biasReport.ts'

const engine = createEngine(null)
const matcher = {
  facts: () => Promise.resolve({ engine: engine.name, weights: {} as never, mostWeight: 8, mostLearned: 0.64 }),
  score: (...args: Parameters<typeof engine.score>) => Promise.resolve(engine.score(...args)),
}
const person = (more: object = {}): Candidate =>
  candidateSchema.parse({
    fullName: 'Nadège Fournier',
    birthDate: '1990-02-03',
    address: '4 rue des Lilas',
    city: 'Nancy',
    headline: 'Infirmière',
    experiences: {
      a: {
        title: 'Infirmière en EHPAD',
        organisation: 'Les Tilleuls',
        start: '2019-01',
        end: 'present',
        order: 0,
        lines: [{ text: 'Soins, transmissions, tenue du dossier de soins' }],
      },
    },
    otherLines: [
      { text: 'Nadège Fournier' },
      { text: 'Née le 03/02/1990' },
      { text: '36 ans' },
      { text: 'Nationalité : belge' },
    ],
    ...more,
  })
const offer = offerToProfile('o', {
  ...emptyOffer(),
  title: 'Infirmier',
  city: 'Nancy',
  requirements: {
    r: {
      text: '3 ans d’expérience comme infirmier',
      kind: 'occupation',
      need: 'must',
      weight: 50,
      years: 3,
      start: null,
      end: null,
      confidence: 1,
      order: 0,
    },
    s: {
      text: 'Dossier de soins',
      kind: 'skill',
      need: 'must',
      weight: 50,
      years: null,
      start: null,
      end: null,
      confidence: 1,
      order: 1,
    },
  },
})

describe('the fairness check', () => {
  it('swaps what a CV tells of its owner, and leaves the career as it is', () => {
    const swaps = Object.fromEntries(swapKinds.map((kind) => [kind, swapped(person(), kind, 1)]))
    const texts = (kind: string) => swaps[kind]!.otherLines.map(({ text }) => text)
    expect(texts('name')[0]).not.toContain('Fournier')
    expect(swaps.name!.fullName).not.toBe('Nadège Fournier')
    expect(texts('age')).not.toContain('36 ans')
    expect(swaps.age!.birthDate).toMatch(/^19[6]\d-02-03$/)
    expect(texts('nationality')[3]).toBe('Nationalité : marocaine')
    expect(swaps.sex!.experiences.a!.title).toBe('Infirmier en EHPAD')
    expect(texts('sex')[1]).toMatch(/^né le/i)
    for (const kind of swapKinds) expect(swaps[kind]!.experiences.a!.start).toBe('2019-01')
  })

  it('puts job titles in the other gender, and back', () => {
    const pairs = [
      ['Infirmière', 'Infirmier'], ['Vendeuse en boulangerie', 'Vendeur en boulangerie'], ['DIRECTRICE', 'DIRECTEUR'],
      ['Technicienne', 'Technicien'], ['Aide-soignante', 'Aide-soignant'], ['Ingénieure', 'Ingénieur'], ['Monteuse', 'Monteur'],
      ['Waitress', 'Waiter'],
    ] // prettier-ignore
    for (const [feminine, masculine] of pairs) {
      expect(otherGender(feminine!)).toBe(masculine)
      expect(otherGender(masculine!)).toBe(feminine)
    }
    for (const same of ['Comptable', 'Chef de chantier', 'Data analyst', '']) expect(otherGender(same)).toBe(same)
  })

  it('M062 gives delta 0 for every swap, and says for whom the matcher could not even tell', async () => {
    const report = await checkBias({
      matcher,
      candidates: [{ id: 'c', fields: person() }],
      offers: [offer],
      asOf: '2026-11',
    })
    expect(report!.swaps.map(({ swap, differing, largest }) => [swap, differing, largest])).toEqual(
      [...swapKinds, 'all'].map((swap) => [swap, 0, 0]),
    )
    const of = (swap: string) => report!.swaps.find((each) => each.swap === swap)!
    expect(of('photo')).toMatchObject({ unseen: 1, computed: 0 })
    expect(of('address')).toMatchObject({ unseen: 1, computed: 0 })
    expect(of('sex')).toMatchObject({ unseen: 0, computed: 1 })
    expect(report!.differences).toEqual([])
  })

  it('M062 no field of the record but those of a career and its conditions reaches the matcher, whatever it holds', () => {
    // What a score may depend on; a field added to the record stays behind until it is named here.
    const matched = 'headline summary experiences education skills languages licences otherLines city postalCode country mobilityKm workMode vehicle availableFrom contracts salaryMin salaryCurrency salaryPeriod'.split(' ') // prettier-ignore
    const fields = Object.keys(candidateSchema.shape)
    expect(fields).toEqual(expect.arrayContaining(matched))
    const behind = fields.filter((field) => !matched.includes(field))
    expect(behind).toEqual(expect.arrayContaining(['fullName', 'birthDate', 'address', 'email', 'phone', 'photoId']))
    const words = JSON.stringify(candidateToProfile('c', person()))
    const anything = fc.oneof(fc.string(), fc.array(fc.string()), fc.dictionary(fc.string(), fc.string()), fc.integer(), fc.constant(null)) // prettier-ignore
    fc.assert(
      fc.property(fc.constantFrom(...behind), anything, (field, value) => {
        const changed = { ...person(), [field]: value } as Candidate
        expect(JSON.stringify(candidateToProfile('c', changed))).toBe(words)
      }),
      { numRuns: 500 },
    )
  })

  it('lists a score that a swap changes, were there one, and stops when asked', async () => {
    const unfair = {
      ...matcher,
      score: (...args: Parameters<typeof engine.score>) =>
        Promise.resolve(
          engine.score(...args).map((match, index) => ({
            ...match,
            score: JSON.stringify(args[1][index]).includes('Infirmière') ? match.score - 3 : match.score,
          })),
        ),
    }
    const parts = { candidates: [{ id: 'c', fields: person() }], offers: [offer], asOf: '2026-11' }
    const report = await checkBias({ ...parts, matcher: unfair })
    expect(report!.differences.map(({ swap }) => swap).toSorted()).toEqual(['all', 'sex'])
    expect(report!.swaps.find(({ swap }) => swap === 'sex')!.largest).toBeCloseTo(3, 6)
    const stopped = new AbortController()
    stopped.abort()
    expect(await checkBias({ ...parts, matcher, signal: stopped.signal })).toBeNull()
  })
})

describe('selection rates', () => {
  const application = (candidateId: string, stage: string, moves: string[] = []) =>
    applicationSchema.parse({
      candidateId,
      offerId: 'o',
      stage,
      moves: Object.fromEntries(
        moves.map((each, at) => [String(at), { stage: each, at, by: '', reason: '', score: null }]),
      ),
    })
  const all = [
    application('a', 'accepted'),
    application('b', 'rejected', ['proposed', 'rejected']),
    application('c', 'rejected', ['rejected']),
    application('d', 'new'),
    application('e', 'interview'),
  ]
  const tags: Record<string, object> = {
    a: { x: true },
    b: { x: true },
    c: { y: true },
    d: { y: true },
    e: { y: true },
  }
  const tagsOf = (id: string) => (tags[id] ?? {}) as Record<string, unknown>

  it('count how far people came, also those set aside afterwards', () => {
    const [everyone] = selectionRates(all, [], tagsOf)
    expect(everyone).toMatchObject({ considered: 5, rejected: 2, rate: 0.6, ratio: null })
    expect(everyone!.reached).toEqual({ new: 5, seen: 3, contacted: 3, proposed: 3, interview: 2, accepted: 1 })
  })

  it('compare only groups that somebody declared by tag, to the highest of them', () => {
    const rates = selectionRates(all, ['x', 'y'], tagsOf)
    expect(rates.map(({ group, rate, ratio }) => [group, rate, ratio])).toEqual([
      ['', 0.6, null],
      ['x', 1, 1],
      ['y', 1 / 3, 1 / 3],
    ])
    expect(selectionRates(all, ['x'], tagsOf)[1]!.ratio).toBeNull()
  })
})
