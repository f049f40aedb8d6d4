import { clockToStamp, type Clock, receive, stampToClock } from '../log/clock.ts'
import { merge } from '../log/merge.ts'
import { ok, err, type Result } from '../kit/result.ts'
import { db, type JournalEntry, openDoor, type Row } from './tables.ts'
import { newClock, type WriteFailure, writeFailure } from './write.ts'

/**
 * Brings rows and their journal from a backup, values sealed for this device already. A record that is here too is
 * merged path by path, the later stamp wins, so that restoring twice, or over newer work, loses nothing.
 */
export async function restoreRows(
  rows: readonly Row[],
  journal: readonly JournalEntry[],
): Promise<Result<null, WriteFailure>> {
  try {
    await db().transaction('rw', [db().records, db().journal, db().meta], async () => {
      openDoor()
      const here = new Map(
        (await db().records.bulkGet(rows.map(({ id }) => id))).flatMap((row) => (row ? [[row.id, row] as const] : [])),
      )
      await db().records.bulkPut(rows.map((row) => (here.has(row.id) ? mergeRows(here.get(row.id)!, row) : row)))
      const known = new Set<string>()
      for (const row of rows)
        for (const { stamp } of await db().journal.where('recordId').equals(row.id).toArray()) known.add(stamp)
      const fresh = journal.filter(({ stamp }) => !known.has(stamp)).map(({ seq: _, ...entry }) => entry)
      await db().journal.bulkAdd(fresh)
      let clock = ((await db().meta.get('clock'))?.value as Clock | undefined) ?? newClock()
      for (const { stamp } of journal) {
        const seen = stampToClock(stamp)
        if (seen.ok && stamp > clockToStamp(clock)) clock = receive(clock, seen.value, clock.ms)
      }
      await db().meta.put({ id: 'clock', value: clock })
    })
    return ok(null)
  } catch (cause) {
    return err(writeFailure(cause))
  }
}

function mergeRows(a: Row, b: Row): Row {
  const merged = merge({ values: flatten(a), stamps: a.stamps }, { values: flatten(b), stamps: b.stamps })
  const fields: Record<string, unknown> = {}
  // A list that lost its last element is still a list.
  for (const row of [a, b])
    for (const [field, value] of Object.entries(row.fields)) if (isMap(value)) fields[field] = {}
  for (const [path, value] of Object.entries(merged.values)) {
    const [field, element] = path.split('/') as [string, string?]
    if (element === undefined) fields[field] = value
    else fields[field] = { ...(fields[field] as Record<string, unknown>), [element]: value }
  }
  const from = (path: string) => ((a.stamps[path] ?? '') >= (b.stamps[path] ?? '') ? a : b)
  const keysByPath: Row['keysByPath'] = {}
  for (const path of new Set([...Object.keys(a.keysByPath), ...Object.keys(b.keysByPath)]))
    keysByPath[path] = from(path).keysByPath[path] ?? []
  const about: Row['about'] = {}
  for (const row of [a, b]) {
    for (const [path, provenance] of Object.entries(row.about)) {
      const [field, element] = path.split('/') as [string, string?]
      const owner = element === undefined || row.stamps[field] !== undefined ? field : `${field}/${element}`
      if (from(owner) === row) about[path] = provenance
    }
  }
  const later = a.updatedAt >= b.updatedAt ? a : b
  const { binnedAt: _, ...rest } = later
  return {
    ...rest,
    ...(later.binnedAt ? { binnedAt: later.binnedAt } : {}),
    fields,
    about,
    stamps: merged.stamps,
    keysByPath,
    keys: [...new Set(Object.values(keysByPath).flat())],
    createdAt: Math.min(a.createdAt, b.createdAt),
  }
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('sealed' in value)

/** Values by stamped path: a list of elements is one path an element. */
function flatten(row: Row): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(row.fields)) {
    if (isMap(value) && row.stamps[field] === undefined)
      for (const [element, inner] of Object.entries(value)) values[`${field}/${element}`] = inner
    else values[field] = value
  }
  return values
}
