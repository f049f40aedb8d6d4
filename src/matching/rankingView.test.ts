import { scoringOf } from '../model/scoring.ts'
import { describe, expect, it } from 'vitest'
import { type Candidate, emptyCandidate } from '../model/candidate.ts'
import type { Match } from '../model/match.ts'
import type { Requirement } from '../model/offer.ts'
import {
  chooseColumns,
  countStatuses,
  filterRanking,
  filtersToSearch,
  isAvailableBy,
  noFilters,
  rangeOf,
  type RankingFilters,
  searchToFilters,
  shortNames,
} from './rankingView.ts'

const person = (fields: Partial<Candidate> = {}): Candidate => ({ ...emptyCandidate(), ...fields })
const match = (candidateId: string, score: number, more: Partial<Match> = {}): Match => ({
  offerId: 'o',
  candidateId,
  score,
  low: score,
  high: score,
  confidence: 1,
  sub: { semantic: 0, rules: 0, learned: null },
  cappedBy: null,
  capPoints: 0,
  terms: [],
  requirements: [],
  km: null,
  ...more,
})
const today = '2026-11-21'

describe('filterRanking', () => {
  const people: Record<string, Candidate> = {
    a: person({ availableFrom: '2026-12-01' }),
    b: person({ situation: 'available' }),
    c: person({ noticeDays: 30 }),
    d: person(),
  }
  const matches = [
    match('a', 91.4, { low: 89, high: 93, km: 6 }),
    match('gone', 90),
    match('b', 84.5, { km: 24 }),
    match('c', 84.4),
    match('d', 30, { cappedBy: 'r1', capPoints: -50, km: 2 }),
  ]
  const filter = (filters: Partial<RankingFilters>) =>
    filterRanking(
      matches,
      { ...noFilters, ...filters },
      (id) => people[id],
      (id) => (id === 'd' ? 'rejected' : undefined),
      today,
    ).map(({ rank, match: { candidateId } }) => `${rank}${candidateId}`)

  it('M067 hides nobody by itself: capped and rejected people stand in their place', () => {
    expect(filter({})).toEqual(['1a', '2b', '3c', '4d'])
  })

  it('M066 excellent begins where the workspace says', () => {
    const found = filterRanking(
      matches,
      { ...noFilters, excellent: true },
      (id) => people[id],
      () => undefined,
      today,
      30,
    )
    expect(found.length).toBeGreaterThan(filter({ excellent: true }).length)
    expect(scoringOf((id) => (id === 'matching.excellentFrom' ? 90 : undefined)).excellentFrom).toBe(90)
    expect(scoringOf((id) => (id === 'matching.excellentFrom' ? 12 : undefined)).excellentFrom).toBe(85)
  })

  it('M066 excellent compares the number that is read, and ranks stay those of the whole', () => {
    expect(filter({ excellent: true })).toEqual(['1a', '2b'])
    expect(filter({ certain: true })).toEqual(['2b', '3c', '4d'])
  })

  it('narrows by distance, availability and stage; silence is not availability', () => {
    expect(filter({ km: 10 })).toEqual(['1a', '4d'])
    expect(filter({ before: '2026-12-05' })).toEqual(['1a', '2b'])
    expect(filter({ before: '2026-12-22' })).toEqual(['1a', '2b', '3c'])
    expect(filter({ stage: 'rejected' })).toEqual(['4d'])
    expect(filter({ stage: 'none' })).toEqual(['1a', '2b', '3c'])
    expect(isAvailableBy(person({ situation: 'employed' }), '2030-01-01', today)).toBe(false)
  })
})

describe('filters in the address', () => {
  it('come back as they went, with the rest of the address kept', () => {
    const filters: RankingFilters = { before: '2026-12-05', km: 20, excellent: true, certain: true, stage: 'proposed' }
    const search = filtersToSearch(filters, new URLSearchParams('candidat=c1'))
    expect(searchToFilters(search)).toEqual(filters)
    expect(search.get('candidat')).toBe('c1')
    expect(filtersToSearch(noFilters, search).toString()).toBe('candidat=c1')
  })

  it('what does not fit is left out', () => {
    expect(searchToFilters(new URLSearchParams('avant=demain&km=-4&etape=parti'))).toEqual(noFilters)
  })
})

describe('rangeOf', () => {
  it('says a range only when an unknown could move the number that is read', () => {
    expect(rangeOf({ score: 71, low: 52.2, high: 87.6 })).toEqual({ low: 52, high: 88 })
    expect(rangeOf({ score: 71, low: 70.8, high: 71.3 })).toBeNull()
  })
})

describe('countStatuses', () => {
  it('counts requirements by status', () => {
    const judged = ['met', 'met', 'unknown'] as const
    expect(
      countStatuses({
        requirements: judged.map((status, index) => ({
          id: String(index),
          status,
          quote: '',
          marks: [],
          line: -1,
          reason: 'silent',
          detail: {},
        })),
      }),
    ).toEqual({ met: 2, partly: 0, missing: 0, unknown: 1 })
  })
})

describe('columns of the ranking', () => {
  const requirement = (text: string, need: Requirement['need'], weight: number, order: number): Requirement => ({
    text,
    need,
    weight,
    order,
    kind: 'skill',
    years: null,
    start: null,
    end: null,
    confidence: 1,
  })

  it('what caps and weighs most keeps its column when room is short, in the order of the offer', () => {
    const requirements = {
      a: requirement('Excel', 'nice', 90, 0),
      b: requirement('CACES R489 5', 'must', 40, 1),
      c: requirement('Permis B', 'dealbreaker', 10, 2),
      d: requirement('WMS', 'must', 80, 3),
    }
    expect(chooseColumns(requirements, 3).map(({ short }) => short)).toEqual(['CACES', 'Permis B', 'WMS'])
    expect(chooseColumns(requirements, 9)).toHaveLength(4)
  })

  it('heads are short, skip empty words and tell alike requirements apart', () => {
    expect(shortNames(['CACES R489 1B', 'CACES R489 3', 'CACES R489 5'])).toEqual(['CACES 1B', 'CACES 3', 'CACES 5'])
    expect(shortNames(['Maîtrise de Netsoins', 'Vous acceptez les horaires en 2×8', 'Knowledge of Python'])).toEqual([
      'Netsoins',
      '2×8',
      'Python',
    ])
    expect(shortNames(['', 'Électrotechnicien'])).toEqual(['…', 'Électro…'])
  })
})
