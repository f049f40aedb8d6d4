import type { OfferScope } from '../model/offerShare.ts'
import type { Kind, Stored } from '../model/record.ts'
import { liveQuery } from 'dexie'
import { openByKey, openRecord, openRecords } from './read.ts'
import { db, type JournalEntry, type Row } from './tables.ts'
import { openAt } from './write.ts'

/*
 * What mirroring an offer into a space of its own (src/sync/offerMirror.ts) asks of a database: of the host's, what
 * belongs to the offer; of the space's, everything, with who wrote what.
 */

/** A record as it stands in the offer's space, opened and not repaired. */
export interface MirroredRow {
  kind: Kind
  id: string
  fields: Record<string, unknown>
  binned: boolean
  /** When each path was written. */
  stamps: Record<string, string>
  /** The guest's device that made it; absent when it was made here. */
  madeBy?: string
  /** Paths that a guest's device wrote last, with that device. */
  writtenBy: Record<string, string>
}

/** The offer and all that hangs on it; binned records are among them. */
export async function readOfferScope(offerId: string): Promise<OfferScope> {
  const [offer, applications, interactions] = await Promise.all([
    openRecord('offer', offerId),
    openByKey('application', `offer:${offerId}`),
    openByKey('interaction', `offer:${offerId}`),
  ])
  const people = new Set(applications.map(({ fields }) => fields.candidateId))
  const candidates = await openRecords('candidate', [...people])
  const files = candidates.map(({ fields }) => fields.documentId).filter((id) => id !== '')
  const documents: Stored<'document'>[] = await openRecords('document', files)
  return { offer: offer.ok ? offer.value : null, applications, candidates, documents, interactions }
}

/** When each path of these records was last written or removed, by record. */
export async function stampsOf(ids: readonly string[]): Promise<Record<string, Record<string, string>>> {
  const rows = await db().records.bulkGet([...ids])
  return Object.fromEntries(rows.flatMap((row) => (row ? [[row.id, row.stamps]] : [])))
}

/** Those of the ids that were erased here. */
export async function erasedAmong(ids: readonly string[]): Promise<string[]> {
  const found = await db().tombstones.bulkGet([...ids])
  return found.flatMap((tombstone) => (tombstone ? [tombstone.id] : []))
}

/** Kinds that an offer and what hangs on it consist of. */
const mirrored: readonly Kind[] = ['offer', 'candidate', 'document', 'application', 'interaction']

/** What this database holds of the offer, opened, and the ids that were erased. */
export async function readMirrored(): Promise<{ rows: MirroredRow[]; erased: string[] }> {
  const [rows, erased] = await Promise.all([
    db().records.where('kind').anyOf(mirrored).toArray(),
    db().tombstones.toCollection().primaryKeys(),
  ])
  return { rows: await Promise.all(rows.map(openMirrored)), erased }
}

/** Kinds that guests write. */
const answered: ReadonlySet<Kind> = new Set(['application', 'interaction'])

async function openMirrored(row: Row): Promise<MirroredRow> {
  const { id, kind, stamps, binnedAt } = row
  const fields: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(row.fields)) fields[path] = await openAt(kind, id, path, value)
  const received: JournalEntry[] = answered.has(kind)
    ? await db()
        .journal.where('recordId')
        .equals(id)
        .filter(({ from }) => from !== undefined && from !== '')
        .toArray()
    : []
  const deviceOf = new Map(received.map(({ stamp, from }) => [stamp, from!]))
  const madeBy = received.find(({ operation }) => operation === 'create')?.from
  return {
    kind,
    id,
    fields,
    binned: binnedAt !== undefined,
    stamps,
    ...(madeBy === undefined ? {} : { madeBy }),
    writtenBy: Object.fromEntries(
      Object.entries(stamps).flatMap(([path, stamp]) => (deviceOf.has(stamp) ? [[path, deviceOf.get(stamp)!]] : [])),
    ),
  }
}

/** Calls with what changed since it was last called: kinds and ids. Gives the way to stop. */
export function followJournal(
  changed: (entries: { kind: Kind; id: string; isReceived: boolean }[]) => void,
): () => void {
  let cursor: number | null = null
  const subscription = liveQuery(async () => {
    if (cursor !== null) return db().journal.where('seq').above(cursor).toArray()
    const last = await db().journal.orderBy('seq').last()
    return last ? [last] : []
  }).subscribe({
    next: (entries) => {
      const isFirst = cursor === null
      cursor = Math.max(cursor ?? 0, ...entries.map(({ seq }) => seq!))
      if (!isFirst && entries.length > 0)
        changed(entries.map(({ kind, recordId: id, from }) => ({ kind, id, isReceived: from !== undefined })))
    },
    // A closed database: whoever writes says so.
    error: () => {},
  })
  return () => subscription.unsubscribe()
}

/** Ids that were erased here and of which `known` says nothing yet. */
export async function erasedBeyond(known: ReadonlySet<string>): Promise<{ kind: string; id: string }[]> {
  return (await db().tombstones.toArray()).filter(({ id }) => !known.has(id)).map(({ id, kind }) => ({ id, kind }))
}
