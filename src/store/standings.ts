import type { Table } from 'dexie'
import { aboutAt, apply, type CompareValues, type Standing, valueAt } from '../log/apply.ts'
import { canonicalJson } from '../kit/canonicalJson.ts'
import type { Clock } from '../log/clock.ts'
import type { Operation } from '../log/operation.ts'
import type { About, Kind } from '../model/record.ts'
import { erasedFileNote } from './erasedFileNote.ts'
import { relayKey } from './syncMeta.ts'
import { db, type JournalEntry, type Row } from './tables.ts'
import { isSealed } from './vault.ts'

/** The tables that a write touches: what they hold changes together or not at all. */
export const changedByWriting = (): Table[] => [
  db().records,
  db().journal,
  db().tombstones,
  db().conflicts,
  db().outbox,
  db().meta,
]

/** What stands under each id, rows and tombstones; inside a transaction. */
export async function readStandings(ids: readonly string[]): Promise<Map<string, Standing<Row>>> {
  const unique = [...new Set(ids)]
  // Where nobody was ever erased, thousands that come need not be looked for among the erased.
  const hasErased = (await db().tombstones.count()) > 0
  const [rows, tombstones] = await Promise.all([
    db().records.bulkGet(unique),
    hasErased ? db().tombstones.bulkGet(unique) : [],
  ])
  return new Map(
    unique.map((id, index) => [id, { record: rows[index] ?? null, erased: tombstones[index]?.stamp ?? null }]),
  )
}

/**
 * Puts back what changed, and takes the words of erased records from the journal and from what waits to be sent.
 * `fresh` are entries about to be added, which say what kind an erased record was.
 */
export async function keepStandings(
  standings: ReadonlyMap<string, Standing<Row>>,
  touched: ReadonlySet<string>,
  fresh: readonly JournalEntry[],
): Promise<void> {
  const rows: Row[] = []
  const gone: string[] = []
  for (const id of touched) {
    const { record } = standings.get(id)!
    if (record) rows.push(record)
    else gone.push(id)
  }
  await db().records.bulkPut(rows)
  if (gone.length > 0) {
    await noteErasedFiles(gone)
    await db().records.bulkDelete(gone)
  }
  const erasures = fresh.filter(({ operation }) => operation === 'erase')
  if (erasures.length === 0) return
  await db().tombstones.bulkPut(
    erasures.flatMap(({ recordId: id, kind }) => {
      const stamp = standings.get(id)!.erased
      return stamp === null ? [] : [{ id, kind, stamp }]
    }),
  )
  for (const { recordId, stamp } of erasures) await scrub(recordId, standings.get(recordId)?.record ? stamp : null)
}

/**
 * The files of erased records go from the relay too, which is not done here: with the erasure stands which they were, for
 * whoever sees to it, also where the app is closed in between.
 */
async function noteErasedFiles(ids: readonly string[]): Promise<void> {
  if (!(await db().meta.get(relayKey))) return
  for (const row of await db().records.bulkGet([...ids]))
    for (const key of row?.keys ?? [])
      if (key.startsWith('blob:'))
        await db().meta.put({ id: `memory.${erasedFileNote}${key.slice('blob:'.length)}`, value: row!.id })
}

/** What was said of an erased record leaves the journal too; that something happened stays. */
async function scrub(recordId: string, upTo: string | null): Promise<void> {
  const forgotten: number[] = []
  await db()
    .journal.where('recordId')
    .equals(recordId)
    .modify((entry) => {
      if (upTo !== null && entry.stamp > upTo) return
      if (entry.operation !== 'erase') forgotten.push(entry.seq!)
      forget(entry)
    })
  await db().outbox.bulkDelete(forgotten)
  await db().conflicts.where('recordId').equals(recordId).delete()
}

/** Takes the words from an entry. */
export function forget(entry: JournalEntry): void {
  delete entry.value
  delete entry.before
  delete entry.about
  delete entry.aboutBefore
}

/** The clock of this device; inside a transaction. */
export const readClock = async (): Promise<Clock> =>
  ((await db().meta.get('clock'))?.value as Clock | undefined) ?? newClock()

/** A clock nobody has read yet, with an author of its own. */
export const newClock = (): Clock => ({ ms: 0, counter: 0, device: newIncarnation() })

/** The name of an author of stamps (SPEC 1.3). */
export const newIncarnation = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Two sealed values under one stamp are taken for the same unless someone who opened them knows better. */
const takenForSame: CompareValues = (a, b) => {
  if (isSealed(a) && isSealed(b)) return 0
  const [textA, textB] = [canonicalJson(a), canonicalJson(b)]
  return textA === textB ? 0 : textA > textB ? 1 : -1
}

/** One operation onto what stands, values as they rest, with the journal's entry and the keys it is found by. */
export function step(
  standing: Standing<Row>,
  operation: Operation,
  keysByPath: Readonly<Record<string, string[]>>,
  isDemo: boolean,
  compare: CompareValues = takenForSame,
): { standing: Standing<Row>; entry: JournalEntry; hasWon: boolean } {
  const { record: before } = standing
  const { record, erased, won } = apply(standing, operation, compare)
  const after: Standing<Row> = { record, erased }
  if (record) {
    record.keysByPath = record === before ? record.keysByPath : { ...record.keysByPath }
    for (const path of won) {
      if (path.includes('/') || path.startsWith('@')) continue
      const keys = keysByPath[path] ?? []
      if (keys.length > 0) record.keysByPath[path] = keys
      else delete record.keysByPath[path]
    }
    if (won.length > 0 || !record.keys) record.keys = [...new Set(Object.values(record.keysByPath).flat())]
    if (isDemo) record.demo = true
  }
  return { standing: after, entry: entryOf(operation, before, won.length > 0, isDemo), hasWon: won.length > 0 }
}

function entryOf(operation: Operation, before: Row | null, hasWon: boolean, isDemo: boolean): JournalEntry {
  const { type, kind, id, path, value, about, stamp, observed, transaction, at, by, action } = operation
  const isField = type === 'set' || type === 'remove'
  const valueBefore = isField && hasWon && before ? valueAt(before, path) : undefined
  const aboutBefore = isField && hasWon && before ? aboutAt(before.about, path) : {}
  return {
    transaction,
    at,
    by,
    action,
    kind: kind as Kind,
    recordId: id,
    operation: type,
    path,
    ...(value === undefined || type === 'erase' ? {} : { value }),
    ...(valueBefore === undefined ? {} : { before: valueBefore }),
    ...(about ? { about: about as About } : {}),
    ...(Object.keys(aboutBefore).length > 0 ? { aboutBefore } : {}),
    stamp,
    ...(observed === undefined ? {} : { observed }),
    ...(isDemo && type === 'create' ? { demo: true } : {}),
  }
}

/** A journal entry as the operation it was, values as they rest. */
export function entryToOperation(entry: JournalEntry): Operation {
  const { transaction, at, by, action, kind, recordId, operation, path, value, about, stamp, observed } = entry
  return {
    type: operation,
    kind,
    id: recordId,
    path,
    ...(value === undefined ? {} : { value }),
    ...(about ? { about } : {}),
    stamp,
    ...(observed === undefined ? {} : { observed }),
    transaction,
    at,
    by,
    action,
  }
}
