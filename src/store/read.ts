import Dexie from 'dexie'
import { err, ok, type Result } from '../kit/result.ts'
import type { Clock } from '../log/clock.ts'
import { applicationSchema } from '../model/application.ts'
import { candidateSchema } from '../model/candidate.ts'
import { documentSchema } from '../model/document.ts'
import { erasureSchema } from '../model/erasure.ts'
import { importItemSchema } from '../model/importItem.ts'
import { interactionSchema } from '../model/interaction.ts'
import { comparableEmail, comparablePhone } from '../model/lookup.ts'
import { offerSchema } from '../model/offer.ts'
import type { Kind, Kinds, Stored } from '../model/record.ts'
import { lexiconEntrySchema } from '../model/lexiconEntry.ts'
import { savedViewSchema } from '../model/savedView.ts'
import { scoreEventSchema } from '../model/scoreEvent.ts'
import { sealedFieldsOf } from '../model/sealed.ts'
import { settingSchema } from '../model/workspaceSetting.ts'
import { db, type JournalEntry, type Row } from './tables.ts'
import { isSealed, keyedHash, openValue } from './vault.ts'
import { isStillAs, placeOf, rowAsOf } from './write.ts'

const schemas = {
  candidate: candidateSchema,
  document: documentSchema,
  offer: offerSchema,
  application: applicationSchema,
  interaction: interactionSchema,
  importItem: importItemSchema,
  savedView: savedViewSchema,
  lexiconEntry: lexiconEntrySchema,
  scoreEvent: scoreEventSchema,
  setting: settingSchema,
  erasure: erasureSchema,
}

/** The row as a record, its sealed fields left at their defaults: for lists, which show none of them. */
export function rowToRecord<K extends Kind>(row: Row): Stored<K> {
  const fields = { ...row.fields }
  for (const field of sealedFieldsOf(row.kind)) delete fields[field]
  return { ...shape<K>(row, fields), keys: row.keys }
}

/** The row as a record, sealed fields opened. A value that does not open is left at its default. */
export async function openRow<K extends Kind>(row: Row): Promise<Stored<K>> {
  const fields = { ...row.fields }
  await Promise.all(
    sealedFieldsOf(row.kind).map(async (field) => {
      const value = fields[field]
      if (isSealed(value)) fields[field] = await openValue(value, placeOf(row.kind, row.id, field))
    }),
  )
  return shape(row, fields)
}

function shape<K extends Kind>(row: Row, fields: Record<string, unknown>): Stored<K> {
  return {
    id: row.id,
    kind: row.kind as K,
    fields: schemas[row.kind].parse(fields) as Kinds[K],
    about: row.about,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    ...(row.binnedAt ? { binnedAt: row.binnedAt } : {}),
    ...(row.demo ? { demo: true } : {}),
  }
}

/** One record, opened. */
export async function openRecord<K extends Kind>(
  kind: K,
  id: string,
): Promise<Result<Stored<K>, { type: 'RecordMissing' }>> {
  const row = await db().records.get(id)
  return row && row.kind === kind ? ok(await openRow<K>(row)) : err({ type: 'RecordMissing' })
}

/** Many records, opened, in the order asked; missing ones are left out. */
export async function openRecords<K extends Kind>(kind: K, ids: readonly string[]): Promise<Stored<K>[]> {
  const rows = await db().records.bulkGet([...ids])
  return Promise.all(rows.filter((row): row is Row => row?.kind === kind).map((row) => openRow<K>(row)))
}

/** Many records, sealed fields closed, in the order asked; missing ones are left out. */
export async function readRecords<K extends Kind>(kind: K, ids: readonly string[]): Promise<Stored<K>[]> {
  const rows = await db().records.bulkGet([...ids])
  return rows.filter((row): row is Row => row?.kind === kind).map((row) => rowToRecord<K>(row))
}

/** All records of a kind, sealed fields closed; binned ones only when asked. */
export async function listRecords<K extends Kind>(kind: K, options: { binned?: boolean } = {}): Promise<Stored<K>[]> {
  const rows = await db().records.where('kind').equals(kind).toArray()
  return rows.filter((row) => options.binned || !row.binnedAt).map((row) => rowToRecord<K>(row))
}

/** Whether this device has people or offers of its own, besides the demonstration. */
export const holdsOwnRecords = async (): Promise<boolean> =>
  (await db()
    .records.where('kind')
    .anyOf(['candidate', 'offer'])
    .filter(({ demo }) => demo !== true)
    .first()) !== undefined

/** Ids of records of a kind that went to the bin before a moment. Rows are looked at as they rest: the pool may be large. */
export async function findBinnedBefore(kind: Kind, moment: number): Promise<string[]> {
  const rows = await db()
    .records.where('kind')
    .equals(kind)
    .filter((row) => row.binnedAt !== undefined && row.binnedAt < moment)
    .toArray()
  return rows.map(({ id }) => id)
}

/** Records of a kind under a key such as `candidate:ID`, `offer:ID`, `state:waiting`, `content:KEY`; opened. */
export async function openByKey<K extends Kind>(kind: K, key: string): Promise<Stored<K>[]> {
  const rows = await db().records.where('keys').equals(key).toArray()
  return Promise.all(rows.filter((row) => row.kind === kind).map((row) => openRow<K>(row)))
}

/** Ids of records of a kind whose sealed e-mail or phone is this one. */
export async function findByLookup(kind: Kind, domain: 'email' | 'phone', word: string): Promise<string[]> {
  const comparable = domain === 'email' ? comparableEmail(word) : comparablePhone(word)
  if (comparable === '') return []
  return findByKeys(kind, [`${domain}:${await keyedHash(domain, comparable)}`])
}

/** Ids of records of a kind that bear any of the keys. */
export async function findByKeys(kind: Kind, keys: readonly string[]): Promise<string[]> {
  const rows = await db()
    .records.where('keys')
    .anyOf([...keys])
    .distinct()
    .toArray()
  return rows.filter((row) => row.kind === kind).map(({ id }) => id)
}

/** The record of a kind written last among those that fit; null when there is none. */
export async function lastRecord<K extends Kind>(
  kind: K,
  fits: (record: Stored<K>) => boolean,
): Promise<Stored<K> | null> {
  const row = await db()
    .records.where('[kind+updatedAt]')
    .between([kind, Dexie.minKey], [kind, Dexie.maxKey])
    .reverse()
    .filter((found) => fits(rowToRecord<K>(found)))
    .first()
  return row ? rowToRecord<K>(row) : null
}

/**
 * A record as it stood at a moment, put together again from the journal; null when it was not there yet, or was
 * erased since: then nothing of it is left anywhere. Sealed fields stay closed.
 */
export async function recordAsOf<K extends Kind>(kind: K, id: string, moment: number): Promise<Stored<K> | null> {
  const entries = await db().journal.where('recordId').equals(id).sortBy('seq')
  const row = rowAsOf(entries.filter(({ at }) => at <= moment))
  return row && row.kind === kind ? rowToRecord<K>(row) : null
}

/** The same with its sealed fields opened. */
export async function openAsOf<K extends Kind>(kind: K, id: string, moment: number): Promise<Stored<K> | null> {
  const entries = await db().journal.where('recordId').equals(id).sortBy('seq')
  const row = rowAsOf(entries.filter(({ at }) => at <= moment))
  return row && row.kind === kind ? openRow<K>(row) : null
}

/** The name of this device in stamps; '' before its first write. */
export const deviceName = async (): Promise<string> =>
  ((await db().meta.get('clock'))?.value as Clock | undefined)?.device ?? ''

/**
 * What happened to a record, latest first, values as they rest (sealed ones stay sealed). What another device did stands
 * where it was done, not where it arrived.
 */
export const historyOf = async (recordId: string): Promise<JournalEntry[]> =>
  (await db().journal.where('recordId').equals(recordId).sortBy('stamp')).reverse()

/** One change of a write with its values opened, and whether its path was written again since. */
export interface OpenedEntry extends JournalEntry {
  isChangedSince: boolean
  /** The action of the last write to this path. */
  lastAction: string
}

/** What one write did, in order, sealed values opened. */
export async function openTransaction(transaction: string): Promise<OpenedEntry[]> {
  const entries = await db().journal.where('transaction').equals(transaction).sortBy('seq')
  const ids = [...new Set(entries.map(({ recordId }) => recordId))]
  const rows = new Map((await db().records.bulkGet(ids)).flatMap((row) => (row ? [[row.id, row] as const] : [])))
  const later = await db().journal.where('recordId').anyOf(ids).toArray()
  return Promise.all(
    entries.map(async (entry): Promise<OpenedEntry> => {
      const { kind, recordId, path } = entry
      const row = rows.get(recordId)
      const open = async (value: unknown) => (isSealed(value) ? openValue(value, placeOf(kind, recordId, path)) : value)
      const last = later
        .filter((other) => other.recordId === recordId && other.path === path)
        .reduce((latest, other) => (other.stamp > latest.stamp ? other : latest), entry)
      const isField = entry.operation === 'set' || entry.operation === 'remove'
      return {
        ...entry,
        ...(entry.value === undefined ? {} : { value: await open(entry.value) }),
        ...(entry.before === undefined ? {} : { before: await open(entry.before) }),
        isChangedSince: isField && !(row && isStillAs(row, entry)),
        lastAction: last.action,
      }
    }),
  )
}
