import { useLiveQuery } from 'dexie-react-hooks'
import { canonicalJson } from '../kit/canonicalJson.ts'
import { valueAt } from '../log/apply.ts'
import type { Stamp } from '../log/clock.ts'
import type { About, Kind } from '../model/record.ts'
import type { Live } from './live.ts'
import { type ConflictRow, db, type JournalEntry, type Row } from './tables.ts'
import { openAt } from './write.ts'

/** Who wrote a value, and when. */
interface Said {
  /** Opened; undefined when the path was removed. */
  value: unknown
  at: number
  /** The person's name, '' when they did not say. */
  by: string
  /** The device it came from; absent for what was written here. */
  from?: string
}

/** One path that two devices changed without knowing of each other (SPEC 3): what stands now, and what lost. */
export interface Conflict {
  recordId: string
  kind: Kind
  path: string
  /** Of the value that lost: names the conflict within its path. */
  stamp: Stamp
  /** The value that lost, with the provenance that goes with it. */
  other: Said & { about: About }
  /** The value that stands. */
  current: Said & { about: About }
}

/** Open conflicts of one record, or of all when none is named, live, latest first. */
export function useConflicts(recordId?: string): Live<Conflict[]> {
  const read = useLiveQuery(async () => readConflicts(recordId), [recordId])
  return read === undefined ? { state: 'loading' } : { state: 'ready', value: read }
}

/** Open conflicts of one record, or of all, latest first; those whose record is gone are left out. */
export async function readConflicts(recordId?: string): Promise<Conflict[]> {
  const rows =
    recordId === undefined
      ? await db().conflicts.toArray()
      : await db().conflicts.where('recordId').equals(recordId).toArray()
  if (rows.length === 0) return []
  const ids = [...new Set(rows.map((row) => row.recordId))]
  const records = new Map((await db().records.bulkGet(ids)).flatMap((row) => (row ? [[row.id, row] as const] : [])))
  const written = await db().journal.where('recordId').anyOf(ids).toArray()
  const conflicts = await Promise.all(
    rows.map(async (row) => {
      const record = records.get(row.recordId)
      return record ? toConflict(row, record, written) : null
    }),
  )
  return conflicts.filter((conflict) => conflict !== null).toSorted((a, b) => b.other.at - a.other.at)
}

/** Null when both say the same: of sealed values that shows only now. */
async function toConflict(row: ConflictRow, record: Row, written: readonly JournalEntry[]): Promise<Conflict | null> {
  const { recordId, kind, path, stamp } = row
  const open = (value: unknown) => openAt(kind, recordId, path, value)
  const [lost, stands] = await Promise.all([open(row.value), open(valueAt(record, path))])
  if (canonicalJson(lost) === canonicalJson(stands)) return null
  const winner = written.find((entry) => entry.recordId === recordId && entry.stamp === record.stamps[path])
  return {
    recordId,
    kind,
    path,
    stamp,
    other: {
      value: lost,
      at: row.at,
      by: row.by,
      about: relativeAbout(row.about ?? {}, path),
      ...(row.from === undefined ? {} : { from: row.from }),
    },
    current: {
      value: stands,
      at: winner?.at ?? record.updatedAt,
      by: winner?.by ?? '',
      about: relativeAbout(record.about, path),
      ...(winner?.from === undefined ? {} : { from: winner.from }),
    },
  }
}

/** Provenance of what lies at or below a path, its keys relative to it, as a change takes them. */
function relativeAbout(about: About, path: string): About {
  return Object.fromEntries(
    Object.entries(about).flatMap(([at, provenance]) =>
      at === path ? [['', provenance]] : at.startsWith(`${path}/`) ? [[at.slice(path.length + 1), provenance]] : [],
    ),
  )
}
