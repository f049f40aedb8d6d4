import { liveQuery } from 'dexie'
import type { Kind, Stored } from '../model/record.ts'
import { rowToRecord } from './read.ts'
import { db, type Row, type VivierDatabase } from './tables.ts'

/** Ten thousand rows taken in one go would hold the page for seconds; so many take some milliseconds. */
const readAtOnce = 200
/** While others' work comes in by the thousand, whoever types has the page in between. */
const takenAtOnce = 50
/**
 * What is read waits for its turn among the writes of whoever takes the others' work in, so as much is read in one turn;
 * each reading is a task of its own all the same.
 */
const readingsAtOnce = 6

interface Hearer {
  changed: (ids: readonly string[]) => void
  failed: (cause: unknown) => void
}

/** The journal as one tab hears it: read once, however many kinds are followed. */
interface JournalFeed {
  /** From when it resolves on, every change is heard. Gives the way to stop. */
  hear: (kind: Kind, hearer: Hearer) => Promise<() => void>
}

const feeds = new WeakMap<VivierDatabase, JournalFeed>()

function journalFeed(): JournalFeed {
  let feed = feeds.get(db())
  if (!feed) feeds.set(db(), (feed = createFeed(db())))
  return feed
}

function createFeed(database: VivierDatabase): JournalFeed {
  const hearers = new Map<Kind, Set<Hearer>>()
  let cursor = 0
  let pumping = false
  let again = false
  const fail = (cause: unknown) => {
    for (const some of hearers.values()) for (const { failed } of some) failed(cause)
  }
  const readEntries = () =>
    database.transaction('r', database.journal, async () => {
      const found: { seq: number; kind: Kind; recordId: string }[] = []
      for (let readings = 0; readings < readingsAtOnce; readings += 1) {
        const after = found.at(-1)?.seq ?? cursor
        const entries = await database.journal.where('seq').above(after).limit(takenAtOnce).toArray()
        for (const { seq, kind, recordId } of entries) found.push({ seq: seq!, kind, recordId })
        if (entries.length < takenAtOnce) break
      }
      return found
    })
  const pump = async () => {
    again = true
    if (pumping) return
    pumping = true
    try {
      while (again) {
        again = false
        for (let more = true; more;) {
          const entries = await readEntries()
          const changed = new Map<Kind, Set<string>>()
          for (const { seq, kind, recordId } of entries) {
            cursor = Math.max(cursor, seq)
            if (!changed.has(kind)) changed.set(kind, new Set())
            changed.get(kind)!.add(recordId)
          }
          for (const [kind, ids] of changed) for (const hearer of hearers.get(kind) ?? []) hearer.changed([...ids])
          more = entries.length === takenAtOnce * readingsAtOnce
          if (more) await breathe()
        }
      }
    } catch (cause) {
      fail(cause)
    } finally {
      pumping = false
    }
  }
  let begun: Promise<void> | null = null
  const begin = async () => {
    cursor = (await database.journal.orderBy('seq').last())?.seq ?? 0
    liveQuery(() => database.journal.where('seq').above(cursor).count()).subscribe({
      next: () => void pump(),
      error: fail,
    })
  }
  return {
    async hear(kind, hearer) {
      if (!hearers.has(kind)) hearers.set(kind, new Set())
      hearers.get(kind)!.add(hearer)
      begun ??= begin()
      await begun
      return () => hearers.get(kind)?.delete(hearer)
    },
  }
}

/** Lets whatever waits have its turn: a key pressed, a frame to draw. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

/**
 * Follows every record of a kind: calls `onChange` once with all of them, then with what changed, some at a time,
 * whoever changed it (this tab, another, another device). Fed by the journal. Returns the way to stop.
 */
export function follow<K extends Kind>(
  kind: K,
  onChange: (changed: Stored<K>[], removed: string[], first: boolean) => void,
  onFailure: (cause: unknown) => void,
): () => void {
  let stopped = false
  let isReady = false
  let draining = false
  let end = () => {}
  const due = new Set<string>()
  const drain = async () => {
    if (draining || !isReady) return
    draining = true
    try {
      while (due.size > 0 && !stopped) {
        const ids = [...due].slice(0, takenAtOnce * readingsAtOnce)
        for (const id of ids) due.delete(id)
        const rows = await db().records.bulkGet(ids)
        for (let at = 0; at < ids.length; at += takenAtOnce) {
          if (at > 0) await breathe()
          if (stopped) return
          const changed = rows.slice(at, at + takenAtOnce).filter((row): row is Row => row?.kind === kind)
          const found = new Set(changed.map(({ id }) => id))
          const removed = ids.slice(at, at + takenAtOnce).filter((id) => !found.has(id))
          onChange(
            changed.map((row) => rowToRecord<K>(row)),
            removed,
            false,
          )
        }
        if (due.size > 0) await breathe()
      }
    } catch (cause) {
      onFailure(cause)
    } finally {
      draining = false
    }
  }
  const changed = (ids: readonly string[]) => {
    for (const id of ids) due.add(id)
    void drain()
  }
  const start = async () => {
    end = await journalFeed().hear(kind, { changed, failed: onFailure })
    if (stopped) return end()
    const ids = await db().records.where('kind').equals(kind).primaryKeys()
    const records: Stored<K>[] = []
    // What changes meanwhile is heard, and read again after.
    for (let at = 0; at < ids.length; at += readAtOnce) {
      const rows = await db().records.bulkGet(ids.slice(at, at + readAtOnce))
      if (stopped) return
      for (const row of rows) if (row) records.push(rowToRecord<K>(row))
    }
    // What is made of ten thousand records at once has a turn of its own.
    if (ids.length > readAtOnce) await breathe()
    if (stopped) return
    onChange(records, [], true)
    isReady = true
    void drain()
  }
  start().catch(onFailure)
  return () => {
    stopped = true
    end()
  }
}
