import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEngine } from '../../workers/matching/engine.ts'
import { emptyCandidate } from '../model/candidate.ts'
import { candidateToProfile, offerToProfile } from '../model/profile.ts'
import type { Stored } from '../model/record.ts'
import { inWorkspace, scoringOf } from '../model/scoring.ts'
import { checkChain } from './scoreSeal.ts'
import { emptyOffer } from '../model/offer.ts'
import { listRecords, openRecord } from '../store/read.ts'
import { useDatabase, VivierDatabase } from '../store/tables.ts'
import { write } from '../store/write.ts'
import { recompute } from './recompute.ts'
import { changeScoring, forgetOverdueScores } from './records.ts'
import { createScoreLog, type ShownScores } from './scoreLog.ts'

const asOf = '2026-11'
const engine = createEngine(null)
const matcher = {
  facts: () => Promise.resolve({ engine: engine.name, weights: {} as never, mostWeight: 8, mostLearned: 0.64 }),
  score: (...args: Parameters<typeof engine.score>) => Promise.resolve(engine.score(...args)),
}
const job = (title: string) => ({
  title,
  organisation: 'Loginord',
  place: '',
  start: '2020-01',
  end: 'present',
  lines: [{ text: 'CACES 3, chargement' }],
  order: 0,
})

async function people(count: number): Promise<Map<string, Stored<'candidate'>>> {
  await write(
    Array.from({ length: count }, (_, index) => ({
      type: 'create' as const,
      kind: 'candidate' as const,
      id: `c${index}`,
      fields: {
        ...emptyCandidate(),
        fullName: 'Ada Test',
        experiences: { j: job(index % 2 ? 'Cariste' : 'Fleuriste') },
      },
    })),
    { action: 'candidate.created' },
  )
  await write(
    [{ type: 'create', kind: 'offer', id: 'o', fields: { ...emptyOffer(), title: 'Cariste', status: 'open' } }],
    { action: 'offer.created' },
  )
  return new Map((await listRecords('candidate')).map((record) => [record.id, record]))
}

const scoring = { ...scoringOf(() => undefined), weights: { overlap: 2 } }

async function rankingShown(pool: Map<string, Stored<'candidate'>>, at = Date.now()): Promise<ShownScores> {
  const stored = await openRecord('offer', 'o')
  const offer = offerToProfile('o', stored.ok ? stored.value.fields : emptyOffer())
  const profiles = [...pool].map(([id, record]) => candidateToProfile(id, record.fields))
  const matches = engine
    .score(inWorkspace(offer, scoring), profiles, asOf)
    .toSorted((a, b) => b.score - a.score || (a.candidateId < b.candidateId ? -1 : 1))
  return {
    ask: { type: 'ranking', offer },
    value: { offerId: 'o', matches, ms: 1 },
    asOf,
    at,
    scoring,
    candidateOf: (id) => pool.get(id),
  }
}

describe('M062 the log of scores', () => {
  beforeEach(() => useDatabase(new VivierDatabase(`log-${Math.random()}`)))
  afterEach(() => useDatabase(null))
  const logged = async () => (await listRecords('scoreEvent')).sort((a, b) => (a.id < b.id ? -1 : 1))

  it('keeps a ranking of many as one event: engine, weights, versions, the first scores and a digest of all', async () => {
    const pool = await people(150)
    const log = createScoreLog({ matcher })
    log.note(await rankingShown(pool))
    await log.flush()
    const [event, ...more] = await logged()
    expect(more).toEqual([])
    expect(event!.fields).toMatchObject({
      what: 'ranking',
      offerId: 'o',
      total: 150,
      engine: engine.name,
      asOf,
      inline: '',
    })
    expect(event!.fields.rows).toHaveLength(100)
    expect(event!.fields.weights).toMatchObject({ overlap: 2, musts: 3.3 })
    expect(JSON.stringify(event!.fields)).not.toContain('Ada')
  })

  it('the same scores seen again are one look; other ones are another', async () => {
    const pool = await people(4)
    const log = createScoreLog({ matcher })
    log.note(await rankingShown(pool))
    await log.flush()
    log.note(await rankingShown(pool))
    await log.flush()
    expect(await logged()).toHaveLength(1)
    pool.delete('c1')
    log.note(await rankingShown(pool))
    await log.flush()
    expect(await logged()).toHaveLength(2)
  })

  it('a decision is kept with the score it was taken on and how that was computed', async () => {
    const pool = await people(4)
    const log = createScoreLog({ matcher })
    const shown = await rankingShown(pool)
    log.note(shown)
    const { score } = (shown.value as { matches: { candidateId: string; score: number }[] }).matches.find(
      ({ candidateId }) => candidateId === 'c1',
    )!
    log.noteDecision({ offerId: 'o', candidateId: 'c1', stage: 'rejected', score })
    await log.flush()
    const decision = (await logged()).find(({ fields }) => fields.what === 'decision')!.fields
    expect(decision).toMatchObject({ stage: 'rejected', decidedOn: score, candidateId: 'c1', asOf })
    expect(await recompute(decision, { matcher })).toEqual([{ type: 'same', now: score }])
  })

  it('a score shown is computed again to the same figure, also after the person and the offer have changed', async () => {
    const pool = await people(4)
    const log = createScoreLog({ matcher })
    log.note(await rankingShown(pool))
    await log.flush()
    await new Promise((resolve) => setTimeout(resolve, 5))
    await write(
      [
        { type: 'set', kind: 'candidate', id: 'c1', path: 'experiences/j', value: job('Comptable') },
        { type: 'set', kind: 'offer', id: 'o', path: 'title', value: 'Comptable' },
        { type: 'set', kind: 'offer', id: 'o', path: 'weights/musts', value: 7 },
      ],
      { action: 'candidate.edited' },
    )
    const [event] = await logged()
    const again = await recompute(event!.fields, { matcher })
    expect(again.map(({ type }) => type)).toEqual(['same', 'same', 'same', 'same'])
    const later = await recompute({ ...event!.fields, engine: 'vivier-match 1' }, { matcher })
    expect(later[0]!.type).toBe('other-engine')
  })

  it('says so when what it was computed from is gone', async () => {
    const pool = await people(2)
    const log = createScoreLog({ matcher })
    log.note(await rankingShown(pool))
    await log.flush()
    await write([{ type: 'erase', kind: 'candidate', id: 'c1' }], { action: 'candidate.erased' })
    const [event] = await logged()
    expect((await recompute(event!.fields, { matcher })).map(({ type }) => type).toSorted()).toEqual(['erased', 'same'])
  })

  it('an event that was altered or taken away shows', async () => {
    const pool = await people(3)
    const log = createScoreLog({ matcher })
    for (const gone of ['', 'c0', 'c1']) {
      pool.delete(gone)
      log.note(await rankingShown(pool))
      await log.flush()
    }
    const events = await logged()
    expect(await checkChain(events)).toEqual({ events: 3, altered: [], gaps: 0 })
    const forged = { ...events[1]!, fields: { ...events[1]!.fields, viewer: 'Somebody else' } }
    expect((await checkChain([events[0]!, forged, events[2]!])).altered).toEqual([forged.id])
    expect((await checkChain([events[0]!, events[2]!])).gaps).toBe(1)
  })

  it('keeps events six months, or as long as the workspace chose, and no longer', async () => {
    const pool = await people(2)
    const log = createScoreLog({ matcher })
    const now = Date.UTC(2026, 10, 21)
    const ago = (months: number) => now - months * 30.4 * 24 * 3600 * 1000
    for (const months of [14, 7, 5]) {
      pool.delete(months === 7 ? 'c0' : months === 5 ? 'c1' : '')
      log.note(await rankingShown(pool, ago(months)))
      await log.flush()
    }
    await changeScoring({ logMonths: 12 })
    expect(await forgetOverdueScores(now)).toBe(1)
    await changeScoring({ logMonths: 1 })
    expect(await forgetOverdueScores(now)).toBe(1)
    expect(await logged()).toHaveLength(1)
  })

  it('ten thousand people cost one small event', async () => {
    const pool = await people(1)
    const shown = await rankingShown(pool)
    const { matches } = shown.value as { matches: { candidateId: string }[] }
    const many = Array.from({ length: 10_000 }, (_, index) => ({ ...matches[0]!, candidateId: `c${index}` }))
    const log = createScoreLog({ matcher })
    log.note({ ...shown, value: { offerId: 'o', matches: many as never, ms: 1 } })
    await log.flush()
    const [event] = await logged()
    expect(event!.fields.total).toBe(10_000)
    expect(JSON.stringify(event!.fields).length).toBeLessThan(10_000)
  })
})
