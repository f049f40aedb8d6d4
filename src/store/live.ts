import { useLiveQuery } from 'dexie-react-hooks'
import { useSyncExternalStore } from 'react'
import type { Kind, Stored } from '../model/record.ts'
import { historyOf, openByKey, openRecord } from './read.ts'
import { follow } from './follow.ts'
import type { JournalEntry } from './tables.ts'

/** What a screen knows of something it waits for: `loading` first, then `ready`, or `failed`. */
export type Live<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed' }

/** One record, opened, live; `null` when it does not exist (or no longer). */
export function useRecord<K extends Kind>(kind: K, id: string): Live<Stored<K> | null> {
  const read = useLiveQuery(async () => openRecord(kind, id), [kind, id])
  return read === undefined ? { state: 'loading' } : { state: 'ready', value: read.ok ? read.value : null }
}

/** Records of a kind under a key (`candidate:ID`...), opened, live, in no particular order. */
export function useByKey<K extends Kind>(kind: K, key: string): Live<Stored<K>[]> {
  const read = useLiveQuery(async () => openByKey(kind, key), [kind, key])
  return read === undefined ? { state: 'loading' } : { state: 'ready', value: read }
}

/** The journal of a record, latest first, live. */
export function useHistory(recordId: string): Live<JournalEntry[]> {
  const read = useLiveQuery(async () => historyOf(recordId), [recordId])
  return read === undefined ? { state: 'loading' } : { state: 'ready', value: read }
}

/** An in-memory copy of all records of a kind, kept by the journal, shared by every screen of this tab. */
export interface Collection<K extends Kind> {
  subscribe: (listener: () => void) => () => void
  /** The same object until something changes. Binned records are among them. */
  snapshot: () => Live<ReadonlyMap<string, Stored<K>>>
  /** The same for screens: behind by what the next telling brings, while many change in a large collection. */
  shown: () => Live<ReadonlyMap<string, Stored<K>>>
  /** What changed since the first load, for derived indexes. Called with all records first. */
  feed: (listener: (changed: Stored<K>[], removed: string[]) => void) => () => void
}

/**
 * In a burst, screens are drawn again some times a second: an eye does not miss it, and a slow machine has time for the
 * rest in between. The more records there are, the more each drawing costs, and the rarer it is.
 */
const betweenTellingsMs = (records: number): number => Math.min(1000, 150 + records / 25)

/** Fewer are copied in no time. */
const manyRecords = 1000

const collections = new Map<Kind, Collection<Kind>>()

/** The collection of a kind; started on first use and kept for the life of the tab. */
export function collection<K extends Kind>(kind: K): Collection<K> {
  let found = collections.get(kind) as Collection<K> | undefined
  if (!found) {
    found = createCollection(kind)
    collections.set(kind, found as unknown as Collection<Kind>)
  }
  return found
}

function createCollection<K extends Kind>(kind: K): Collection<K> {
  const listeners = new Set<() => void>()
  const feeds = new Set<(changed: Stored<K>[], removed: string[]) => void>()
  let live: Live<ReadonlyMap<string, Stored<K>>> = { state: 'loading' }
  // Told to the feeds, not yet in the copy: an import changes hundreds of records, and the copy is of all of them.
  let pending: { changed: Stored<K>[]; removed: string[] }[] = []
  let toldAt = -Infinity
  let due: ReturnType<typeof setTimeout> | undefined
  // What the feeds are yet to be told, in order. Each makes an index of all records at first: one of them in a turn.
  const turns: (() => void)[] = []
  const takeTurn = () => {
    try {
      turns.shift()?.()
    } finally {
      // One that breaks down does not keep the others from theirs.
      if (turns.length > 0) setTimeout(takeTurn, 0)
    }
  }
  const tellFeeds = (changed: Stored<K>[], removed: string[], first: boolean) => {
    if (!first && turns.length === 0) {
      for (const feed of feeds) feed(changed, removed)
      return
    }
    const isWaiting = turns.length > 0
    for (const feed of feeds) turns.push(() => feeds.has(feed) && feed(changed, removed))
    if (!isWaiting) setTimeout(takeTurn, 0)
  }
  const tell = () => {
    due = undefined
    toldAt = performance.now()
    for (const listener of listeners) listener()
  }
  /** At once after a pause; in a burst, screens are drawn again some times a second and not for each record. */
  const notify = () => {
    if (due !== undefined) return
    const size = live.state === 'ready' ? live.value.size : 0
    const waitMs = toldAt + betweenTellingsMs(size) - performance.now()
    if (waitMs <= 0) tell()
    else due = setTimeout(tell, waitMs)
  }
  const snapshot = () => {
    if (pending.length > 0) {
      const records = new Map(live.state === 'ready' ? live.value : [])
      for (const { changed, removed } of pending) {
        for (const record of changed) records.set(record.id, record)
        for (const id of removed) records.delete(id)
      }
      pending = []
      live = { state: 'ready', value: records }
    }
    return live
  }
  follow(
    kind,
    (changed, removed, first) => {
      pending.push({ changed, removed })
      if (first) snapshot()
      tellFeeds(changed, removed, first)
      notify()
    },
    () => {
      pending = []
      live = { state: 'failed' }
      notify()
    },
  )
  /**
   * What screens show. In a burst each drawing would copy thousands of records for the few that came since the last
   * telling, and be drawn once more for them: they come with the next, which is due.
   */
  const shown = () => (due !== undefined && live.state === 'ready' && live.value.size > manyRecords ? live : snapshot())
  return {
    shown,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    snapshot,
    feed: (listener) => {
      feeds.add(listener)
      const now = snapshot()
      if (now.state === 'ready') listener([...now.value.values()], [])
      return () => feeds.delete(listener)
    },
  }
}

/** All records of a kind, live, sealed fields closed; binned ones are among them. */
export function useCollection<K extends Kind>(kind: K): Live<ReadonlyMap<string, Stored<K>>> {
  const found = collection(kind)
  return useSyncExternalStore(found.subscribe, found.shown)
}
