import { afterEach, describe, expect, it } from 'vitest'
import { emptyCandidate, experienceSchema } from '../../../src/model/candidate.ts'
import type { CandidateProfile, OfferProfile } from '../../../src/model/match.ts'
import { emptyOffer, requirementSchema } from '../../../src/model/offer.ts'
import { type OwnLexicon, emptyOwnLexicon } from '../../../src/model/ownLexicon.ts'
import { offerToProfile, candidateToProfile } from '../../../src/model/profile.ts'
import { createEngine } from '../engine.ts'
import { tokenise } from '../tokens.ts'
import { findByName } from './findByName.ts'
import { adoptOwnLexicon, concepts, findConcepts, occupationNearness, occupations, readTitle } from './lexicon.ts'

const own = (part: Partial<OwnLexicon>, version = 'v1') => adoptOwnLexicon({ ...emptyOwnLexicon, version, ...part })
const occupation = (id: string, french: string, near: string[] = []) =>
  ({ id, kind: 'occupation', french: [french], english: [], family: '', near }) as const
const skill = (id: string, french: string, english: string) =>
  ({ id, kind: 'skill', french: [french], english: [english], family: '', near: [] }) as const
const named = (line: string) => findConcepts(tokenise(line)).map(({ concept }) => concepts[concept]!.id)
const titled = (title: string) => readTitle(title).occupation?.id

afterEach(() => adoptOwnLexicon(emptyOwnLexicon))

describe('what a workspace adds to the lexicon', () => {
  it('is met in CVs as the tables are, in inflections and either language', () => {
    expect(named('Réglage de zorbineuses à plat')).toEqual([])
    own({ concepts: [skill('own-1', 'réglage de zorbineuse', 'zorbiner setting')] })
    expect(named('Réglages des zorbineuses à plat')).toEqual(['own-1'])
    expect(named('Setting of zorbiners')).toEqual(['own-1'])
  })

  it('names an occupation, with neighbours among those of the tables', () => {
    own({ concepts: [occupation('own-2', 'zorbineur', ['forklift-driver'])] })
    expect(titled('Zorbineuse confirmée H/F')).toBe('own-2')
    const [mine, cariste] = [readTitle('Zorbineur').occupation!, readTitle('Cariste').occupation!]
    expect(occupationNearness(cariste, mine)).toBe(0.55)
  })

  it('gives a concept of the tables another name, before the tables where both fit', () => {
    own({
      aliases: [
        { target: 'occupation:forklift-driver', names: ['zorbineur'] },
        { target: 'concept:forklift-licence', names: ['papier de zorbineuse'] },
      ],
    })
    expect(titled('Zorbineur')).toBe('forklift-driver')
    expect(named('Titulaire du papier de zorbineuse')).toEqual(['forklift-licence'])
    own({ aliases: [{ target: 'occupation:baker', names: ['cariste'] }] })
    expect(titled('Cariste')).toBe('baker')
  })

  it('keeps two occupations apart', () => {
    const [cariste, quai] = [readTitle('Cariste').occupation!, readTitle('Agent de quai').occupation!]
    expect(occupationNearness(cariste, quai)).toBe(0.55)
    own({ apart: [['dock-worker', 'forklift-driver']] })
    expect(occupationNearness(cariste, quai)).toBe(0)
    expect(occupationNearness(quai, cariste)).toBe(0)
  })

  it('leaves the tables as they were once it is taken away', () => {
    const before = [occupations.length, concepts.length, titled('Cariste'), named('CACES R489 et anglais courant')]
    own({
      concepts: [occupation('own-2', 'cariste'), skill('own-1', 'CACES R489', 'anglais courant')],
      aliases: [{ target: 'occupation:own-2', names: ['cariste de nuit'] }],
      apart: [['dock-worker', 'forklift-driver']],
    })
    expect(titled('Cariste')).toBe('own-2')
    adoptOwnLexicon(emptyOwnLexicon)
    expect([occupations.length, concepts.length, titled('Cariste'), named('CACES R489 et anglais courant')]).toEqual(before) // prettier-ignore
  })

  it('takes the names that official lists give to concepts of the tables, and nothing else of them', () => {
    const listed = (id: string, ...names: string[]) => ({ id, kind: 'occupation' as const, names })
    own({
      imported: [
        // French and English come together by the list's own id.
        listed('1', 'cariste', 'zorbineur'),
        listed('1', 'forklift operator', 'zorbine driver'),
        // A usual name in one language alone may be that of a homonym.
        listed('4', 'boulanger', 'flumpeur de pain'),
        listed('4', 'flump driver'),
        listed('2', 'flumpeur', 'flumpeur de nuit'),
        // As many names of one trade as of another: it is neither.
        listed('3', 'quelconque', 'boulanger', 'cariste', 'flumpeur de jour'),
      ],
    })
    expect(titled('Zorbineuse')).toBe('forklift-driver')
    expect(titled('Zorbine driver')).toBe('forklift-driver')
    expect(titled('Flumpeur')).toBeUndefined()
    expect(titled('Flumpeur de jour')).toBeUndefined()
    expect(titled('Flump driver')).toBeUndefined()
    adoptOwnLexicon(emptyOwnLexicon)
    expect(titled('Zorbineuse')).toBeUndefined()
  })

  it('raises the score of who has it, and the engine bears its version in its name', () => {
    const score = () => {
      const engine = createEngine(null)
      engine.upsert([candidate])
      return { name: engine.name, score: engine.rank(offer, '2026-06')[0]!.score }
    }
    const without = score()
    own({ concepts: [skill('own-1', 'zorbinage', 'flumping')] }, 'abc')
    const withIt = score()
    expect(withIt.score).toBeGreaterThan(without.score + 5)
    expect(withIt.name).toBe(`${without.name}, own lexicon abc`)
    adoptOwnLexicon(emptyOwnLexicon)
    expect(score()).toEqual(without)
  })
})

describe('looking into the tables', () => {
  it('finds a concept by any of its names in either language, without accents', () => {
    expect(findByName('chariot elevateur', 5).found[0]?.target).toBe('occupation:forklift-driver')
    expect(findByName('forklift dri', 5).found[0]?.target).toBe('occupation:forklift-driver')
    expect(findByName('zorbineur', 5)).toEqual({ total: 0, found: [] })
    expect(new Set(findByName('', 10_000).found.map(({ target }) => target)).size).toBe(findByName('', 1).total)
  })
})

const candidate: CandidateProfile = candidateToProfile('c', {
  ...emptyCandidate(),
  headline: 'Opérateur',
  experiences: {
    a: experienceSchema.parse({
      title: 'Opérateur de production',
      start: '2022-01',
      end: '2025-12',
      lines: [{ text: 'Flumping of plates on line 4' }],
    }),
  },
})
const offer: OfferProfile = offerToProfile('o', {
  ...emptyOffer(),
  title: 'Opérateur de production',
  requirements: { r: requirementSchema.parse({ text: 'Zorbinage' }) },
})
