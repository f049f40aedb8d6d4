import { useLiveQuery } from 'dexie-react-hooks'
import { authorOfStamp, msOfStamp } from '../log/apply.ts'
import type { Kind } from '../model/record.ts'
import type { Live } from './live.ts'
import { db, type Tombstone } from './tables.ts'

/** A record that was erased, and how far that is known to have come. */
export interface Erasure {
  id: string
  /** ms. */
  at: number
  /** Who erased, '' when they did not say. */
  by: string
  /** The device it was erased on; absent when that is this one. */
  from?: string
  /** Other devices whose later writing shows that they had taken it in. */
  confirmedBy: string[]
  /** Nothing of it waits here to be sent. */
  isSent: boolean
}

/** What was erased of a kind, latest first, live. */
export function useErasures(kind: Kind): Live<Erasure[]> {
  const read = useLiveQuery(async () => readErasures(kind), [kind])
  return read === undefined ? { state: 'loading' } : { state: 'ready', value: read }
}

/** What was erased of a kind, latest first. */
export async function readErasures(kind: Kind): Promise<Erasure[]> {
  const tombstones = await db()
    .tombstones.filter((tombstone) => tombstone.kind === kind)
    .toArray()
  const erasures = await Promise.all(tombstones.map(readErasure))
  return erasures.toSorted((a, b) => b.at - a.at)
}

async function readErasure({ id, stamp }: Tombstone): Promise<Erasure> {
  const author = authorOfStamp(stamp)
  const [entries, seen, unsent] = await Promise.all([
    db().journal.where('recordId').equals(id).toArray(),
    db()
      .seen.filter((row) => row.of === author && row.stamp >= stamp)
      .toArray(),
    db().unsent.toArray(),
  ])
  const entry = entries.find((each) => each.operation === 'erase' && each.stamp === stamp)
  const seq = entry?.seq
  const waits =
    seq !== undefined && ((await db().outbox.get(seq)) !== undefined || unsent.some(({ seqs }) => seqs.includes(seq)))
  const from = entry?.from
  return {
    id,
    at: entry?.at || msOfStamp(stamp),
    by: entry?.by ?? '',
    ...(from ? { from } : {}),
    confirmedBy: [...new Set([...seen.map(({ device }) => device), ...(from ? [from] : [])])],
    isSent: !waits,
  }
}
