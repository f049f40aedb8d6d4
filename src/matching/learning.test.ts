import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Decision } from '../model/decisions.ts'
import { decisionsOf } from '../model/decisions.ts'
import type { Learned, Lessons } from '../model/learned.ts'
import { emptyOffer } from '../model/offer.ts'
import type { Stored } from '../model/record.ts'
import { type MatcherFacts, type Scoring, scoringOf } from '../model/scoring.ts'
import { startLearning } from './learning.ts'

const stored = <K extends 'application' | 'offer' | 'candidate'>(kind: K, id: string, fields: object, more = {}) =>
  ({ id, kind, fields, about: {}, createdAt: 0, updatedAt: 0, ...more }) as Stored<K>

const offers = new Map([['o', stored('offer', 'o', { ...emptyOffer(), title: 'Cariste' })]])
const decisions = (count: number): Decision[] =>
  Array.from({ length: count }, (_, index) => ({
    offerId: 'o',
    candidateId: `c${index}`,
    chosen: index % 2 === 0,
    at: index,
    asOf: '2026-05',
  }))

function start(first: Partial<Scoring> = {}) {
  const kept: Learned[] = []
  const taught: Lessons[] = []
  const state = { engine: 'test 1', ready: true, all: decisions(0) }
  let choose: (scoring: Scoring) => void = () => {}
  let scoring = { ...scoringOf(() => undefined), ...first }
  let tell: () => void = () => {}
  const stop = startLearning({
    matcher: {
      facts: () => Promise.resolve({ engine: state.engine } as MatcherFacts),
      learn: (lessons) => {
        taught.push(lessons)
        return Promise.resolve({
          coefficients: { musts: 1 },
          decisions: lessons.decisions.length,
          pairs: 9,
          agreement: { before: 0.5, after: 0.6, pairs: 9 },
          verdict: 'learned' as const,
          engine: state.engine,
        })
      },
    },
    board: {
      indexState: () => ({ state: state.ready ? 'ready' : 'filling', held: 1, total: 1, restarts: 0 }),
      watchIndexState: () => () => {},
    },
    followChoices: (listener) => {
      choose = listener
      listener(scoring)
      return () => {}
    },
    follow: (listener) => {
      tell = () => listener((since) => state.all.filter(({ at }) => at >= since), offers)
      tell()
      return () => {}
    },
    keep: (learned) => {
      kept.push(learned)
      scoring = { ...scoring, learned }
      choose(scoring)
      return Promise.resolve()
    },
    now: () => 1000,
  })
  const decide = async (count: number) => {
    state.all = decisions(count)
    tell()
    await vi.advanceTimersByTimeAsync(5000)
  }
  return { kept, taught, state, decide, stop }
}

describe('startLearning', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('M062 learns from the fiftieth decision on, not before, and again after ten more', async () => {
    const { kept, decide } = start()
    await decide(49)
    expect(kept).toEqual([])
    await decide(50)
    expect(kept.map(({ decisions: count }) => count)).toEqual([50])
    await decide(55)
    expect(kept).toHaveLength(1)
    await decide(60)
    expect(kept.map(({ decisions: count }) => count)).toEqual([50, 60])
  })

  it('M062 learns nothing while it is switched off, nor from decisions made before a reset', async () => {
    const off = start({ learning: { on: false, since: 0 } })
    await off.decide(80)
    expect(off.taught).toEqual([])
    const reset = start({ learning: { on: true, since: 40 } })
    await reset.decide(80)
    expect(reset.taught).toEqual([])
    await reset.decide(95)
    expect(reset.taught[0]?.decisions).toHaveLength(55)
  })

  it('hands over offers and outcomes alone: no name, no word of the candidate', async () => {
    const { taught, decide } = start()
    await decide(50)
    expect(Object.keys(taught[0]!.decisions[0]!).sort()).toEqual(['asOf', 'candidateId', 'chosen', 'offerId'])
  })
})

describe('decisionsOf', () => {
  const move = (stage: string, at: number) => ({ stage, at, by: '', reason: '', score: null })
  const application = (id: string, stage: string, more = {}) =>
    stored(
      'application',
      id,
      { offerId: 'o', candidateId: 'c', stage, moves: { m: move(stage, 1_780_000_000_000) } },
      more,
    )
  const people = new Map([['c', stored('candidate', 'c', {})]])
  const list = (...all: Stored<'application'>[]) =>
    decisionsOf(new Map(all.map((each) => [each.id, each])), offers, people, 0)

  it('M065 counts people proposed, met or accepted as chosen, set aside as refused, and no other stage', () => {
    const stages = ['new', 'seen', 'contacted', 'proposed', 'interview', 'accepted', 'rejected']
    expect(list(...stages.map((stage) => application(stage, stage))).map(({ chosen }) => chosen)).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect(list(application('a', 'accepted'))[0]).toMatchObject({ asOf: '2026-05', offerId: 'o', candidateId: 'c' })
  })

  it('forgets what is in the bin', () => {
    expect(list(application('a', 'accepted', { binnedAt: 1 }))).toEqual([])
    expect(decisionsOf(new Map([['a', application('a', 'accepted')]]), offers, new Map(), 0)).toEqual([])
  })
})
