import type { Result } from '../kit/result.ts'
import { madePath, valueAt } from '../log/apply.ts'
import type { Operation } from '../log/operation.ts'
import { isShared } from '../model/shared.ts'
import { contentKeyOf, putBlobAs, readBlob } from './blobs.ts'
import { createReplica } from './replica.ts'
import { openAt } from './write.ts'
import { db, hangsOn, type Row } from './tables.ts'
import type { WriteFailure } from './write.ts'

/** Records as they stand, with the files they name: what another device takes in as if it had been there. */
export interface HandOver {
  /** Values open, each with the stamp it was written under, so that two devices of one workspace merge them. */
  operations: Operation[]
  files: { id: string; bytes: Uint8Array }[]
}

/** Kinds that go along with a candidate or an offer they are about. */
const companions: readonly string[] = ['document', 'interaction']
const fileFields = ['blobId', 'readingBlobId']

/** Reads records and what hangs on them. The bin, demonstrations and what is this device's own stay here. */
export async function readToHandOver(ids: readonly string[], withFiles: boolean): Promise<HandOver> {
  const chosen = new Set(ids)
  const rows = (await db().records.bulkGet([...chosen])).filter((row) => row !== undefined)
  const along = await db().records.where('kind').anyOf(companions).toArray()
  rows.push(...along.filter((row) => !chosen.has(row.id) && hangsOn(row).some((id) => chosen.has(id))))
  const handed = rows.filter((row) => row.binnedAt === undefined && isShared(row.kind, row.id, row.demo))
  const operations = (await Promise.all(handed.map(rowToOperations))).flat()
  const files: HandOver['files'] = []
  for (const row of withFiles ? handed : [])
    for (const field of fileFields) {
      const id = row.fields[field]
      const bytes = typeof id === 'string' && id !== '' ? await readBlob(id) : null
      if (bytes?.ok) files.push({ id: id as string, bytes: bytes.value })
    }
  return { operations, files }
}

async function rowToOperations(row: Row): Promise<Operation[]> {
  const { id, kind } = row
  const paths = Object.keys(row.stamps).filter((path) => !path.startsWith('@') && valueAt(row, path) !== undefined)
  const first = paths.map((path) => row.stamps[path]!).sort()[0]
  if (first === undefined) return []
  const told = { kind, id, transaction: first, at: row.createdAt, by: '', action: 'records.handedOver' }
  const created: Operation = { ...told, type: 'create', path: '', value: {}, stamp: row.stamps[madePath] ?? first }
  const sets = paths.map(async (path): Promise<Operation> => {
    const about = Object.entries(row.about).filter(([of]) => of === path || of.startsWith(`${path}/`))
    return {
      ...told,
      type: 'set',
      path,
      value: await openAt(kind, id, path, valueAt(row, path)),
      ...(about.length > 0 ? { about: Object.fromEntries(about) } : {}),
      stamp: row.stamps[path]!,
    }
  })
  return [created, ...(await Promise.all(sets))]
}

/**
 * Takes in what was handed over: merged like anything from another device, and sent on to this one's workspace. Whoever
 * gave it from another workspace knows files by other keys (`isForeign`): here they get this one's.
 */
export async function takeHandOver(
  { operations, files }: HandOver,
  isForeign: boolean,
): Promise<Result<null, Extract<WriteFailure, { type: 'DiskFull' | 'StoreClosed' }>>> {
  const bytesById = new Map(files.map(({ id, bytes }) => [id, bytes]))
  for (const { id, bytes } of files) {
    const kept = await putBlobAs(id, bytes)
    if (!kept.ok) return { ok: false, error: kept.error.type === 'DiskFull' ? kept.error : { type: 'StoreClosed' } }
  }
  const news = await unknownHere(operations)
  const resend = isForeign ? await ownKeys(news, bytesById) : news
  return createReplica().apply([], { resend })
}

/** What this device has heard already, from whomever, is on its way or there: it is not sent a second time. */
async function unknownHere(operations: readonly Operation[]): Promise<Operation[]> {
  const ids = [...new Set(operations.map(({ id }) => id))]
  const known = new Set<string>()
  await db()
    .journal.where('recordId')
    .anyOf(ids)
    .each(({ recordId, stamp, path, operation }) => {
      // A creation wrote each of its fields under its one stamp.
      known.add(`${recordId} ${stamp} ${operation === 'create' ? '' : path}`)
    })
  return operations.filter(
    ({ id, stamp, path }) => !known.has(`${id} ${stamp} ${path}`) && !known.has(`${id} ${stamp} `),
  )
}

async function ownKeys(
  operations: readonly Operation[],
  bytesById: ReadonlyMap<string, Uint8Array>,
): Promise<Operation[]> {
  const fileOf = new Map(
    operations.filter(({ path }) => path === 'blobId').map(({ id, value }) => [id, value as string]),
  )
  return Promise.all(
    operations.map(async (operation) => {
      if (operation.path !== 'contentKey') return operation
      const bytes = bytesById.get(fileOf.get(operation.id) ?? '')
      return { ...operation, value: bytes ? await contentKeyOf(bytes) : '' }
    }),
  )
}
