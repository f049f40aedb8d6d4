import type { Vector } from '../log/operation.ts'
import { joinVectors } from '../log/vector.ts'
import { type BatchRow, db, type VectorMark } from './tables.ts'

/** The last of a device's batches that was taken in. */
export interface Head {
  dseq: number
  hash: string
}

/** Where reading the relay's log goes on. */
export interface RelayMemory {
  logId: string
  cursor: number
  chain: string
}

/* The rows of `meta` in which syncing remembers what is not in the tables. */
export const relayKey = 'sync.relay'
export const chainsKey = 'sync.chains'
export const vectorKey = 'sync.vector'
export const marksKey = 'sync.marks'
/** The last entry that a batch holds: marks before it have been told. */
export const toldKey = 'sync.told'

/** The value of such a row, or what to take where there is none. */
export const readMeta = async <T>(id: string, otherwise: T): Promise<T> =>
  ((await db().meta.get(id))?.value as T | undefined) ?? otherwise
/** Replaces such a row. */
export const writeMeta = (id: string, value: unknown) => db().meta.put({ id, value })

/** A batch without what a table keeps beside it. */
export const batchOf = ({ device, dseq, hash, bytes }: BatchRow): BatchRow => ({ device, dseq, hash, bytes })

/** Remembers where in the journal something of others became known, so that batches are cut there (SPEC 4.5). */
export async function markSeen(seen: Vector): Promise<void> {
  const at = (await db().journal.orderBy('seq').last())?.seq ?? 0
  const marks = await readMeta<VectorMark[]>(marksKey, [])
  const last = marks.at(-1)
  const isOneMore = !last || (await db().outbox.where('seq').above(last.at).count()) > 0 || (await isTold(last))
  if (isOneMore) marks.push({ at, change: seen })
  else marks[marks.length - 1] = { at, change: joinVectors(last.change, seen) }
  await writeMeta(marksKey, marks)
}

const isTold = async ({ at }: VectorMark): Promise<boolean> => at < (await readMeta(toldKey, 0))
