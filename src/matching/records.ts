import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Result } from '../kit/result.ts'
import type { Application, Stage } from '../model/application.ts'
import type { Explanation, Match, OfferProfile } from '../model/match.ts'
import { decisionsOf, type Decision } from '../model/decisions.ts'
import { emptyOwnLexicon, type OwnLexicon, ownLexiconOf, withImported } from '../model/ownLexicon.ts'
import type { Change, Stored } from '../model/record.ts'
import type { NewScoreEvent } from '../model/scoreEvent.ts'
import { type MatcherFacts, type Scoring, scoringIds, scoringOf } from '../model/scoring.ts'
import { collection, type Live, useByKey, useCollection, useRecord } from '../store/live.ts'
import { deviceName, lastRecord, listRecords, openByKey, openRecord, recordAsOf } from '../store/read.ts'
import { followTaxonomies } from '../store/taxonomies.ts'
import { currentPerson, newId, undo, write, type WriteFailure, type Written } from '../store/write.ts'
import type { ImportedConcept } from '../model/taxonomy.ts'
import { sealEvent } from './scoreSeal.ts'
import { type Answer, type Answers, type Ask, board, type IndexState, type Ranking, type Searched } from './board.ts'
import type { SearchAnswer, SearchOptions, SearchQuery } from '../model/searchQuery.ts'

export { undo }
export type { Answer, IndexState, Live, Ranking, Searched, WriteFailure }

/** Follows every candidate: called with all of them first, then with what changed. */
export const followCandidates = (listener: (changed: Stored<'candidate'>[], removed: string[]) => void): (() => void) =>
  collection('candidate').feed(listener)

/** Every candidate, sealed fields closed, live; binned ones are among them. */
export const useCandidates = (): Live<ReadonlyMap<string, Stored<'candidate'>>> => useCollection('candidate')

/** Every application that is not in the bin, live. */
export function useAllApplications(): readonly Application[] {
  const live = useCollection('application')
  return useMemo(
    () =>
      live.state === 'ready'
        ? [...live.value.values()].flatMap(({ fields, binnedAt }) => (binnedAt === undefined ? [fields] : []))
        : [],
    [live],
  )
}

/** One candidate with sealed fields opened; null when there is none. */
export async function openCandidate(id: string): Promise<Stored<'candidate'> | null> {
  const read = await openRecord('candidate', id)
  return read.ok ? read.value : null
}

/** The applications for an offer, live. */
export const useApplications = (offerId: string): Live<Stored<'application'>[]> =>
  useByKey('application', `offer:${offerId}`)

/** One application, live; null when there is none. */
export const useApplication = (id: string): Live<Stored<'application'> | null> => useRecord('application', id)

/** A move in the pipeline: where to, why, and the score the person saw. */
export interface Move {
  offerId: string
  candidateId: string
  stage: Stage
  reason: string
  /** 0 to 100, unrounded; null when there was none. */
  score: number | null
}

/**
 * Moves a candidate in an offer's pipeline; the first move makes the application, so that there is one per pair.
 * The move is kept with its reason and the score seen then.
 */
export async function moveApplication(move: Move): Promise<Result<Written, WriteFailure>> {
  const { offerId, candidateId, stage, reason, score } = move
  const entry = { stage, at: Date.now(), by: currentPerson(), reason, score }
  const applications = await openByKey('application', `offer:${offerId}`)
  const existing = applications.find((application) => application.fields.candidateId === candidateId)
  const moveId = newId()
  if (!existing) {
    const fields: Application = { offerId, candidateId, stage, moves: { [moveId]: entry } }
    return write([{ type: 'create', kind: 'application', id: newId(), fields }], { action: 'application.moved' })
  }
  return write(
    [
      ...(existing.binnedAt ? [{ type: 'restore', kind: 'application', id: existing.id } as const] : []),
      { type: 'set', kind: 'application', id: existing.id, path: 'stage', value: stage },
      { type: 'set', kind: 'application', id: existing.id, path: `moves/${moveId}`, value: entry },
    ],
    { action: 'application.moved' },
  )
}

/** The last move of an application, null when it has none. */
export function lastMove(application: Application): Application['moves'][string] | null {
  return Object.values(application.moves).reduce<Application['moves'][string] | null>(
    (latest, move) => (latest && latest.at > move.at ? latest : move),
    null,
  )
}

/** Where the matcher stands, live. */
export const useIndexState = (): IndexState => useSyncExternalStore(board.watchIndexState, board.indexState)

/** Starts the matcher again after it was given up. */
export const retryMatching = (): void => board.retry()

/** An answer, and whether it is that of an earlier wording of the ask, shown until the new one comes. */
export type Shown<T> = Answer<T> & { stale: boolean }

/**
 * Everyone ranked for an offer, live: again when the offer or a candidate changes, with the previous ranking in
 * sight meanwhile. `delayMs` waits for typing to pause. Null asks nothing.
 */
export function useRanking(offer: OfferProfile | null, delayMs = 0): Shown<Ranking> {
  return useAsk('ranking', offer && { type: 'ranking', offer }, offer?.id ?? '', delayMs)
}

/** Why one candidate has that score for an offer, live; null when the matcher does not hold the candidate. */
export function useExplanation(offer: OfferProfile | null, candidateId: string): Shown<Explanation | null> {
  const ask: Ask | null = offer && candidateId !== '' ? { type: 'explanation', offer, candidateId } : null
  return useAsk('explanation', ask, `${offer?.id ?? ''} ${candidateId}`, 0)
}

/** One candidate's match with each of the offers, best first, live. */
export function useOffersFor(candidateId: string, offers: OfferProfile[]): Shown<Match[]> {
  return useAsk('offers', offers.length > 0 ? { type: 'offers', candidateId, offers } : null, candidateId, 0)
}

/** How many candidates are excellent for an offer, live. */
export function useExcellentCount(offer: OfferProfile | null): Shown<number> {
  return useAsk('excellents', offer && { type: 'excellents', offer }, offer?.id ?? '', 0)
}

/** What a query finds, live, with the last answer in sight while a new one is computed. Null asks nothing. */
export function useFound(
  among: Searched,
  query: SearchQuery | null,
  options: SearchOptions,
  subject: string = among,
): Shown<SearchAnswer> {
  return useAsk('search', query && { type: 'search', among, query, options }, subject, 0)
}

/** How many a query finds, live. Null asks nothing. */
export function useFoundCount(among: Searched, query: SearchQuery | null): Shown<number> {
  return useAsk('count', query && { type: 'count', among, query }, `count ${JSON.stringify(query)}`, 0)
}

/** The candidates or offers nearest to one, live. */
export function useAlike(among: Searched, id: string, limit: number): Shown<SearchAnswer> {
  return useAsk('alike', { type: 'alike', among, id, limit }, `${among} ${id}`, 0)
}

const nothing = () => () => {}
const loading = { state: 'loading' } as const

function useAsk<T extends Ask['type']>(_type: T, ask: Ask | null, subject: string, delayMs: number): Shown<Answers[T]> {
  const key = useSettled(ask === null ? null : JSON.stringify(ask), delayMs)
  const subscribe = useCallback(
    (listener: () => void) => (key === null ? nothing() : board.watch(key, listener)),
    [key],
  )
  const answer = useSyncExternalStore(subscribe, () =>
    key === null ? loading : (board.answerTo(key) as Answer<Answers[T]>),
  )
  const [last, setLast] = useState<{ subject: string; answer: Answer<Answers[T]> }>({ subject, answer })
  if (answer.state !== 'loading' && (last.answer !== answer || last.subject !== subject)) setLast({ subject, answer })
  if (answer.state === 'loading' && last.subject === subject && last.answer.state === 'ready') {
    return { ...last.answer, stale: true }
  }
  return { ...answer, stale: false }
}

/** The value once it has not changed for `delayMs`; the first one at once. */
function useSettled<T>(value: T, delayMs: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    if (delayMs === 0) return
    const timer = setTimeout(() => setSettled(value), delayMs)
    return () => clearTimeout(timer)
  }, [value, delayMs])
  return delayMs === 0 || settled === null ? value : settled
}

// ---- what the workspace chose about its scores

/** What the workspace chose about its scores, live: at its defaults until the settings are read. */
export function useScoring(): Scoring {
  const settings = useCollection('setting')
  const known = settings.state === 'ready' ? settings.value : null
  return useMemo(() => scoringOf((id) => valueOfSetting(known, id)), [known])
}

const valueOfSetting = (settings: ReadonlyMap<string, Stored<'setting'>> | null, id: string): unknown => {
  const found = settings?.get(id)
  return found?.binnedAt === undefined ? found?.fields.value : undefined
}

/** Follows what the workspace chose about its scores: called once it is known, then when it is another. */
export function followScoring(listener: (scoring: Scoring) => void): () => void {
  const settings = collection('setting')
  let last = ''
  const look = () => {
    const live = settings.snapshot()
    if (live.state !== 'ready') return
    const scoring = scoringOf((id) => valueOfSetting(live.value, id))
    const words = JSON.stringify(scoring)
    if (words === last) return
    last = words
    listener(scoring)
  }
  const stop = settings.subscribe(look)
  look()
  return stop
}

/** Follows what the workspace and files of this device add to the lexicon: once it is known, then when it is another. */
export function followOwnLexicon(listener: (own: OwnLexicon) => void): () => void {
  const entries = collection('lexiconEntry')
  let files: { concepts: ImportedConcept[]; digest: string } | null = null
  let last: string | null = null
  const look = () => {
    const live = entries.snapshot()
    if (live.state === 'loading' || !files) return
    // Entries that cannot be read leave the matcher its tables: better that than no ranking.
    const said = live.state === 'ready' ? ownLexiconOf(live.value.values()) : emptyOwnLexicon
    const own = withImported(said, files.concepts, files.digest)
    if (own.version === last) return
    last = own.version
    listener(own)
  }
  const stop = entries.subscribe(look)
  const stopFiles = followTaxonomies((concepts, digest) => {
    files = { concepts, digest }
    look()
  })
  return () => {
    stop()
    stopFiles()
  }
}

/** Keeps choices about scores, in one write. */
export async function changeScoring(
  choices: Partial<Scoring>,
  action = 'setting.changed',
): Promise<Result<Written, WriteFailure>> {
  const changes = await Promise.all(
    (Object.keys(choices) as (keyof Scoring)[]).map(async (name): Promise<Change> => {
      const id = scoringIds[name]
      const value = choices[name]
      const known = await openRecord('setting', id)
      return known.ok
        ? { type: 'set', kind: 'setting', id, path: 'value', value }
        : { type: 'create', kind: 'setting', id, fields: { value } }
    }),
  )
  return write(changes, { action })
}

/** What the matcher says of itself, live. */
export const useMatcherFacts = (): Shown<MatcherFacts> => useAsk('facts', { type: 'facts' }, 'facts', 0)

/** The decisions that may be learned from since a moment: of people and for offers that are still here. Live. */
export function useDecisions(since: number): readonly Decision[] {
  const applications = useCollection('application')
  const offers = useCollection('offer')
  const candidates = useCollection('candidate')
  return useMemo(
    () =>
      applications.state === 'ready' && offers.state === 'ready' && candidates.state === 'ready'
        ? decisionsOf(applications.value, offers.value, candidates.value, since)
        : [],
    [applications, offers, candidates, since],
  )
}

/** Follows what is decided: called when everything is known, then at each change of an application. */
export function followDecisions(
  listener: (decisionsSince: (since: number) => Decision[], offers: ReadonlyMap<string, Stored<'offer'>>) => void,
): () => void {
  const applications = collection('application')
  const offers = collection('offer')
  const candidates = collection('candidate')
  const look = () => {
    const [decided, open, people] = [applications.snapshot(), offers.snapshot(), candidates.snapshot()]
    if (decided.state !== 'ready' || open.state !== 'ready' || people.state !== 'ready') return
    listener((since) => decisionsOf(decided.value, open.value, people.value, since), open.value)
  }
  const stops = [applications.subscribe(look), offers.subscribe(look)]
  candidates.snapshot()
  look()
  return () => stops.forEach((stop) => stop())
}

// ---- the log of scores

/** Adds events to the log, each tied to the one before it on this device; one tab at a time. */
export function appendScoreEvents(events: readonly NewScoreEvent[]): Promise<Result<Written, WriteFailure>> {
  return oneTab('vivier-score-log', async () => {
    const device = await deviceName()
    const last = await lastRecord('scoreEvent', ({ fields }) => fields.device === device)
    let previous = last?.fields.hash ?? ''
    const changes: Change[] = []
    for (const event of events) {
      const fields = await sealEvent(event, { viewer: currentPerson(), device, previous })
      previous = fields.hash
      changes.push({ type: 'create', kind: 'scoreEvent', id: newId(), fields })
    }
    return write(changes, { action: 'score.shown' })
  })
}

const oneTab = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  // Where tabs cannot agree (an old browser, a test), there is one.
  typeof navigator !== 'undefined' && navigator.locks ? navigator.locks.request(name, work) : work()

/** Every event of the log, live, in the order they were written. */
export function useScoreEvents(): Live<Stored<'scoreEvent'>[]> {
  const live = useCollection('scoreEvent')
  return useMemo(
    () =>
      live.state === 'ready'
        ? { state: 'ready', value: [...live.value.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) }
        : live,
    [live],
  )
}

/** The candidate and the offer as they stood at a moment; null when there was none, or it was erased since. */
export const candidateAsOf = (id: string, moment: number): Promise<Stored<'candidate'> | null> =>
  recordAsOf('candidate', id, moment)
export const offerAsOf = (id: string, moment: number): Promise<Stored<'offer'> | null> =>
  recordAsOf('offer', id, moment)

/** Takes out of the log the events whose time is over, for good. Gives how many. */
export async function forgetOverdueScores(now: number): Promise<number> {
  const months = await openRecord('setting', scoringIds.logMonths)
  const { logMonths } = scoringOf((id) => (id === scoringIds.logMonths && months.ok ? months.value.fields.value : null))
  const until = new Date(now)
  until.setMonth(until.getMonth() - logMonths)
  const overdue = (await listRecords('scoreEvent', { binned: true })).filter(
    ({ fields }) => fields.at < until.getTime(),
  )
  const done = await write(
    overdue.map(({ id }) => ({ type: 'erase' as const, kind: 'scoreEvent' as const, id })),
    { action: 'score.forgotten' },
  )
  return done.ok ? overdue.length : 0
}
