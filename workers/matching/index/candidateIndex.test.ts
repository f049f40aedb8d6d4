import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { manyOffers, type ManyProfile, manyProfiles } from '../../../tests/tools/manyProfiles.ts'
import { readModel } from '../cli/common.ts'
import { createEngine, type MatchingEngine } from '../engine.ts'
import { readOffer } from '../readOffer.ts'
import { readProfile } from '../readProfile.ts'
import { score } from '../score.ts'
import { createVocabulary } from '../vocabulary.ts'
import { packProfile, unpackProfile } from './packProfile.ts'

const asOf = '2026-06'
const people = [...manyProfiles(500)]
const offers = manyOffers(6)
const model = readModel()

const filled = (chosen: readonly ManyProfile[]): MatchingEngine => {
  const engine = createEngine(model)
  engine.upsert(
    chosen.map(({ profile }) => profile),
    chosen.map(({ facts }) => facts),
  )
  return engine
}

let engine: MatchingEngine
beforeAll(() => {
  engine = filled(people)
}, 60_000)

describe('a packed candidate', () => {
  it('unpacks to the reading it was, so that everything judging looks at is there', () => {
    const vocabulary = createVocabulary(model)
    for (const { profile, facts } of people.slice(0, 40)) {
      const reading = readProfile(profile, vocabulary)
      const { evidence, text } = packProfile(reading, facts, [], null)
      const unpacked = unpackProfile(profile.id, evidence, () => text)
      const plain = (one: typeof reading) => ({
        ...one,
        profile: { ...one.profile, lines: [...one.profile.lines] },
        vocabulary: one.vocabulary,
        passages: one.passages.map((passage) => ({
          ...passage,
          text: passage.text,
          wordStarts: passage.wordStarts,
          wordEnds: passage.wordEnds,
        })),
        jobs: one.jobs.map((job) => ({
          ...job,
          passages: job.passages.map((passage) => one.passages.indexOf(passage)),
        })),
        languages: one.languages.map((language) => ({ ...language, passage: one.passages.indexOf(language.passage) })),
      })
      expect(plain(unpacked)).toEqual(plain(reading))
    }
  })
})

describe('M066 the first of a ranking', () => {
  it('are bit for bit those that computing everyone gives, for any offer', () => {
    for (const offer of offers) {
      const whole = engine.rank(offer, asOf)
      expect(engine.rankFirst(offer, asOf, 20)).toEqual(whole.slice(0, 20))
      expect(engine.rankFirst(offer, asOf, 100)).toEqual(whole.slice(0, 100))
      expect(engine.countFrom(offer, asOf, 60)).toBe(whole.filter((match) => match.score >= 60).length)
    }
  }, 60_000)

  it('are the same when the offer asks other weights, no occupation or nothing at all', () => {
    const [offer] = offers
    for (const other of [
      { ...offer!, id: 'weights', weights: { musts: 0, occupation: 4, languages: 3 } },
      { ...offer!, id: 'title only', requirements: [] },
      {
        ...offer!,
        id: 'no title',
        title: '',
        requirements: offer!.requirements.filter(({ kind }) => kind !== 'occupation'),
      },
      { ...offer!, id: 'nothing', title: '', text: '', requirements: [] },
    ])
      expect(engine.rankFirst(other, asOf, 30)).toEqual(engine.rank(other, asOf).slice(0, 30))
  }, 60_000)

  it('do not depend on who else is there, on the order they came in or on earlier versions of them', () => {
    const few = people.slice(200, 260)
    const alone = filled(few.toReversed())
    const edited = filled(people.slice(190, 300).map((one) => ({ ...one, profile: { ...one.profile, lines: one.profile.lines.slice(2) } }))) // prettier-ignore
    edited.remove(people.slice(190, 200).map(({ profile }) => profile.id))
    edited.remove(people.slice(260, 300).map(({ profile }) => profile.id))
    edited.upsert(few.map(({ profile }) => profile), few.map(({ facts }) => facts)) // prettier-ignore
    const ids = new Set(few.map(({ profile }) => profile.id))
    for (const offer of offers.slice(0, 4)) {
      const expected = engine.rank(offer, asOf).filter(({ candidateId }) => ids.has(candidateId))
      expect(alone.rank(offer, asOf)).toEqual(expected)
      expect(edited.rankFirst(offer, asOf, 60)).toEqual(expected)
    }
  }, 60_000)

  it('M062 do not change with what only search knows: name, headline, tags, stages, contacts, dates', () => {
    const few = people.slice(0, 60)
    const told = fc.record({
      fullName: fc.constantFrom('', 'Soudeur Comptable', 'Nadège Infirmière', 'Wei'),
      headline: fc.constantFrom('', 'Soudeur TIG', 'Chef de rang anglais courant permis B'),
      tags: fc.subarray(['vivier', 'comptable', 'CACES 3', 'senior']),
      isFree: fc.boolean(),
      noticeDays: fc.constantFrom(null, 0, 90),
      lastContactAt: fc.constantFrom(0, 1_700_000_000_000),
      hasEmail: fc.boolean(),
    })
    fc.assert(
      fc.property(told, fc.constantFrom(...offers.slice(0, 3)), (facts, offer) => {
        const other = filled(few.map((one) => ({ ...one, facts: { ...one.facts, ...facts } })))
        const ids = new Set(few.map(({ profile }) => profile.id))
        const expected = engine.rank(offer, asOf).filter(({ candidateId }) => ids.has(candidateId))
        expect(other.rankFirst(offer, asOf, few.length)).toEqual(expected)
      }),
      { numRuns: 8 },
    )
  }, 60_000)

  it('equal the score computed for the profile alone', () => {
    const vocabulary = createVocabulary(model)
    const reading = readOffer(offers[0]!, vocabulary)
    const [{ profile }] = people as [ManyProfile]
    const held = engine.rank(offers[0]!, asOf).find(({ candidateId }) => candidateId === profile.id)
    expect(score(reading, readProfile(profile, vocabulary), asOf)).toEqual(held)
  })
})
