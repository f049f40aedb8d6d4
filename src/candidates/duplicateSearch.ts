import type { Candidate } from '../model/candidate.ts'
import { candidateToTraits, type Likeness, type PersonTraits } from '../model/duplicates.ts'
import type { DuplicatePairs, DuplicatesApi, Lookalike } from '../../workers/duplicates/protocol.ts'
import { followApart, followCandidates, keysOfPerson, readKeptCandidates, type StoredCandidate } from './records.ts'

/** People sent at a time: a few milliseconds of the main thread, so that typing never waits. */
const chunkSize = 100
/** From this many on, it is a first filling or a restored backup: the page breathes between chunks. */
const bulkFrom = 300
/** After this many stops in a row the search is left stopped: the pool can be worked with, duplicates are found later. */
const stopsBeforeGivingUp = 3

/** What the search needs from outside; tests bring their own. */
export interface DuplicateSearchParts {
  finder: DuplicatesApi
  /** Waits for a quiet moment of the main thread. */
  whenIdle?: () => Promise<void>
}

let search: DuplicateSearch | null = null

/** Who looks like whom, kept by the journal. */
interface DuplicateSearch {
  find: (person: PersonTraits, options: { keep?: boolean; limit?: number }) => Promise<Lookalike[]>
  compare: (a: string, b: string) => Promise<Likeness | null>
  pairs: (limit: number) => Promise<DuplicatePairs>
  onChange: (listener: () => void) => () => void
  stop: () => void
}

/**
 * Keeps the finder filled with the candidates of the store and what was said of pairs. A first filling goes in chunks
 * between which the page breathes; questions wait for it. Gives the way to stop.
 */
export function startDuplicateSearch(parts: DuplicateSearchParts): () => void {
  const started = createSearch(parts)
  search = started
  return () => {
    started.stop()
    if (search === started) search = null
  }
}

function createSearch({ finder, whenIdle = idle }: DuplicateSearchParts): DuplicateSearch {
  const candidates = new Map<string, StoredCandidate>()
  const waiting = new Set<string>()
  const gone = new Set<string>()
  let apart: [string, string][] | null = null
  let isApartNew = false
  let known = false
  let stops = 0
  let running: Promise<void> | null = null
  let stopped = false
  const listeners = new Set<() => void>()
  let begin = () => {}
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })

  const unfollow = followCandidates((changed, removed) => {
    for (const record of changed) {
      if (record.binnedAt) {
        candidates.delete(record.id)
        waiting.delete(record.id)
        gone.add(record.id)
      } else {
        candidates.set(record.id, record)
        waiting.add(record.id)
        gone.delete(record.id)
      }
    }
    for (const id of removed) {
      candidates.delete(id)
      waiting.delete(id)
      gone.add(id)
    }
    known = true
    if (apart) begin()
    void run()
  })
  const unfollowApart = followApart((pairs) => {
    apart = pairs
    isApartNew = true
    if (known) begin()
    void run()
  })

  /** Sends what changed; the one run that is under way when there is one. */
  function run(): Promise<void> {
    if (!known || !apart || stopped) return Promise.resolve()
    running ??= feed().finally(() => {
      running = null
    })
    return running
  }

  async function feed(): Promise<void> {
    let hasChanged = false
    while (!stopped && stops < stopsBeforeGivingUp && (waiting.size > 0 || gone.size > 0 || isApartNew)) {
      hasChanged = true
      try {
        if (isApartNew) {
          isApartNew = false
          await finder.setApart(apart ?? [])
        }
        if (gone.size > 0) {
          const ids = [...gone]
          gone.clear()
          await finder.remove(ids)
        }
        const isBulk = waiting.size >= bulkFrom
        if (isBulk) await whenIdle()
        const chunk: PersonTraits[] = []
        for (const id of waiting) {
          waiting.delete(id)
          const record = candidates.get(id)
          if (record) chunk.push(candidateToTraits(id, record.fields, record.keys ?? []))
          if (chunk.length >= chunkSize) break
        }
        if (chunk.length > 0) await finder.upsert(chunk)
      } catch {
        refill()
      }
    }
    // Told of nothing new, a listener that asks would be told again for ever.
    if (hasChanged) for (const listener of listeners) listener()
  }

  /** Whatever the finder died of, it now knows nothing. */
  function refill(): void {
    stops += 1
    for (const id of candidates.keys()) waiting.add(id)
    isApartNew = true
  }

  async function ask<T>(question: () => Promise<T>, otherwise: T): Promise<T> {
    await begun
    for (let tries = 0; tries < 2 && stops < stopsBeforeGivingUp; tries += 1) {
      await run()
      try {
        const answer = await question()
        stops = 0
        return answer
      } catch {
        refill()
      }
    }
    return otherwise
  }

  return {
    find: (person, options) => ask(() => finder.find(person, options), []),
    compare: (a, b) => ask(() => finder.compare(a, b), null),
    pairs: (limit) => ask(() => finder.pairs(limit), noPairs),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop() {
      stopped = true
      unfollow()
      unfollowApart()
    },
  }
}

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 200 })
    else setTimeout(resolve, 0)
  })

/**
 * Candidates, not in the bin, who may be this person, most alike first: those whose e-mail, phone, pages, birth date,
 * name or CV meet. `exceptId` is the person's own record. Pairs that someone said are two persons are left out.
 */
export async function findLookalikes(person: Partial<Candidate>, exceptId = ''): Promise<Lookalike[]> {
  return lookFor(person, exceptId, false)
}

/** The same for someone whose record is about to be written: from now on others are compared with them as well. */
export async function findLookalikesOfNew(person: Partial<Candidate>, id: string): Promise<Lookalike[]> {
  return lookFor(person, id, true)
}

async function lookFor(person: Partial<Candidate>, id: string, keep: boolean): Promise<Lookalike[]> {
  if (!search) return []
  const found = await search.find(candidateToTraits(id, person, await keysOfPerson(person)), { keep })
  const kept = new Set((await readKeptCandidates(found.map(({ candidateId }) => candidateId))).map((one) => one.id))
  return found.filter(({ candidateId }) => kept.has(candidateId))
}

/** How much two kept candidates look like one person; null when one is not held. */
export const compareCandidates = async (a: string, b: string): Promise<Likeness | null> =>
  search ? search.compare(a, b) : null

/** Pairs over the whole base, as far as they are known; `limit` of each kind are listed. */
export const listDuplicates = async (limit = 1000): Promise<DuplicatePairs> => (search ? search.pairs(limit) : noPairs)
const noPairs: DuplicatePairs = { likely: [], possible: [], likelyCount: 0, possibleCount: 0, seen: 0, total: 0 }

/** Calls back when candidates changed and the search has taken it in. */
export const onDuplicatesChanged = (listener: () => void): (() => void) => search?.onChange(listener) ?? (() => {})
