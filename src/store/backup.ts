import { argon2id } from 'hash-wasm'
import { deflateSync, inflateSync } from 'fflate'
import * as z from 'zod/mini'
import { err, ok, type Result } from '../kit/result.ts'
import { lookupsOf } from '../model/lookup.ts'
import { contentKeyOf, putBlobAs, readBlob } from './blobs.ts'
import { restoreRows } from './restoreRows.ts'
import { db, type JournalEntry, type Row, stampElements, type Tombstone } from './tables.ts'
import { isSealed, openValue, sealValue } from './vault.ts'
import { keysOf, placeOf, type WriteFailure } from './write.ts'

/*
 * A backup, version 1:
 *   8 bytes   'VIVIER' 0x00 0x01
 *   4 bytes   length of the header, big endian
 *   header    JSON in clear: how the key is made from the passphrase, and when
 *   chunks    4 bytes length, 12 bytes iv, AES-256-GCM of one kind byte and a deflated body;
 *             additional data 'vivier-backup|1|index', so a chunk cannot be moved, dropped or repeated
 * The last chunk is of kind 'end' and holds the counts: a truncated file shows.
 */
const magic = new Uint8Array([0x56, 0x49, 0x56, 0x49, 0x45, 0x52, 0, 1])
const rowsPerChunk = 200
const kinds = ['rows', 'blob', 'end'] as const
type ChunkKind = (typeof kinds)[number]

const headerSchema = z.object({
  kdf: z.object({
    name: z.literal('argon2id'),
    salt: z.string(),
    // Bounds keep a forged file from exhausting the device.
    memoryKiB: z.number().check(z.minimum(8192), z.maximum(1_048_576)),
    iterations: z.number().check(z.minimum(1), z.maximum(20)),
  }),
  createdAt: z.number(),
})
type Header = z.infer<typeof headerSchema>

const rowSchema = z.looseObject({
  id: z.string(),
  kind: z.string(),
  fields: z.record(z.string(), z.unknown()),
  stamps: z.record(z.string(), z.string()),
  createdAt: z.number(),
  updatedAt: z.number(),
})
const entrySchema = z.looseObject({
  recordId: z.string(),
  stamp: z.string(),
  operation: z.string(),
  transaction: z.string(),
})
const tombstoneSchema = z.object({ id: z.string(), kind: z.string(), stamp: z.string() })
const rowsChunkSchema = z.object({
  rows: z.array(rowSchema),
  journal: z.array(entrySchema),
  // Backups made before devices could meet have none.
  tombstones: z.optional(z.array(tombstoneSchema)),
})

/** How far a backup or a restoration has come, in [0,1]. */
export type Share = (share: number) => void

/** Why a backup could not be restored. Nothing was changed, save by `DiskFull` in the middle: what came stays. */
export type RestoreFailure =
  | { type: 'NotABackup' }
  | { type: 'NewerFormat' }
  | { type: 'WrongPassphrase' }
  | { type: 'Damaged' }
  | WriteFailure

/** The whole workspace of this device in one encrypted file; only the passphrase opens it again. */
export async function makeBackup(passphrase: string, onShare: Share = () => {}): Promise<Blob> {
  const header: Header = {
    kdf: {
      name: 'argon2id',
      salt: toBase64(crypto.getRandomValues(new Uint8Array(16))),
      memoryKiB: 65536,
      iterations: 3,
    },
    createdAt: Date.now(),
  }
  const key = await deriveKey(passphrase, header)
  const headerBytes = new TextEncoder().encode(JSON.stringify(header))
  const parts: BlobPart[] = [magic, lengthBytes(headerBytes.length), headerBytes]
  let index = 0
  const add = async (kind: ChunkKind, body: Uint8Array) => {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const plain = new Uint8Array(1 + body.length)
    plain[0] = kinds.indexOf(kind)
    plain.set(body, 1)
    const sealed = new Uint8Array(
      await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: additional(index) }, key, plain),
    )
    parts.push(lengthBytes(iv.length + sealed.length), iv, sealed)
    index += 1
  }
  const ids = await db().records.toCollection().primaryKeys()
  const tombstones = await db().tombstones.toArray()
  if (tombstones.length > 0)
    await add('rows', deflateSync(new TextEncoder().encode(JSON.stringify({ rows: [], journal: [], tombstones }))))
  const blobIds = new Set<string>()
  for (let at = 0; at < ids.length; at += rowsPerChunk) {
    const rows = (await db().records.bulkGet(ids.slice(at, at + rowsPerChunk))).filter(
      (row): row is Row => row !== undefined,
    )
    for (const row of rows) for (const key of row.keys) if (key.startsWith('blob:')) blobIds.add(key.slice(5))
    const entries = await db()
      .journal.where('recordId')
      .anyOf(rows.map(({ id }) => id))
      .toArray()
    const json = JSON.stringify({
      rows: await Promise.all(rows.map(openForBackup)),
      journal: await Promise.all(entries.map(openEntry)),
    })
    await add('rows', deflateSync(new TextEncoder().encode(json)))
    onShare((0.5 * (at + rows.length)) / ids.length)
  }
  let blobs = 0
  for (const id of blobIds) {
    const bytes = await readBlob(id)
    if (!bytes.ok) continue
    // CVs are compressed formats already: deflating them again would only cost time.
    await add('blob', join(new TextEncoder().encode(id), bytes.value))
    blobs += 1
    onShare(0.5 + (0.5 * blobs) / blobIds.size)
  }
  await add('end', new TextEncoder().encode(JSON.stringify({ rows: ids.length, blobs })))
  onShare(1)
  return new Blob(parts, { type: 'application/octet-stream' })
}

/** Restores a backup into this workspace, merging with what is here. The whole file is checked before anything is written. */
export async function restoreBackup(
  file: Blob,
  passphrase: string,
  onShare: Share = () => {},
): Promise<Result<{ rows: number; blobs: number }, RestoreFailure>> {
  const opened = await openHeader(file)
  if (!opened.ok) return opened
  const { header, offset } = opened.value
  const key = await deriveKey(passphrase, header)
  const chunks = await checkChunks(file, offset, key, (share) => onShare(share * 0.4))
  if (!chunks.ok) return chunks

  const contentKeys = new Map<string, string>()
  let rows = 0
  let done = 0
  const count = chunks.value.length
  const each = async (
    kind: ChunkKind,
    take: (body: Uint8Array) => Promise<Result<null, RestoreFailure>>,
  ): Promise<Result<null, RestoreFailure>> => {
    for (const [index, chunk] of chunks.value.entries()) {
      if (chunk.kind !== kind) continue
      const taken = await take((await openChunk(file, chunk.at, chunk.length, index, key)).subarray(1))
      if (!taken.ok) return taken
      done += 1
      onShare(0.4 + (0.6 * done) / count)
    }
    return ok(null)
  }
  const blobsDone = await each('blob', async (body) => {
    const id = new TextDecoder().decode(body.subarray(0, 36))
    const bytes = body.slice(36)
    contentKeys.set(id, await contentKeyOf(bytes))
    return putBlobAs(id, bytes)
  })
  if (!blobsDone.ok) return blobsDone
  const rowsDone = await each('rows', async (body) => {
    const chunk = parseRows(body)
    if (!chunk) return err({ type: 'Damaged' })
    rows += chunk.rows.length
    const sealed = await Promise.all(chunk.rows.map((row) => sealFromBackup(row, contentKeys)))
    // A backup of a version that knew no other device gave elements no stamps.
    for (const row of sealed) stampElements(row)
    return restoreRows(sealed, await Promise.all(chunk.journal.map(sealEntry)), chunk.tombstones)
  })
  if (!rowsDone.ok) return rowsDone
  onShare(1)
  return ok({ rows, blobs: contentKeys.size })
}

async function openHeader(file: Blob): Promise<Result<{ header: Header; offset: number }, RestoreFailure>> {
  const start = new Uint8Array(await file.slice(0, 12).arrayBuffer())
  if (start.length < 12 || magic.subarray(0, 7).some((byte, index) => start[index] !== byte))
    return err({ type: 'NotABackup' })
  if (start[7] !== magic[7]) return err({ type: 'NewerFormat' })
  const length = readLength(start, 8)
  if (length > 4096) return err({ type: 'Damaged' })
  try {
    const header = headerSchema.parse(JSON.parse(await file.slice(12, 12 + length).text()))
    return ok({ header, offset: 12 + length })
  } catch {
    return err({ type: 'Damaged' })
  }
}

interface ChunkPlace {
  at: number
  length: number
  kind: ChunkKind
}

/** Opens every chunk once. The first that does not open means a wrong passphrase, a later one a damaged file. */
async function checkChunks(
  file: Blob,
  offset: number,
  key: CryptoKey,
  onShare: Share,
): Promise<Result<ChunkPlace[], RestoreFailure>> {
  const places: ChunkPlace[] = []
  let at = offset
  while (at < file.size) {
    const lengthPart = new Uint8Array(await file.slice(at, at + 4).arrayBuffer())
    const length = lengthPart.length === 4 ? readLength(lengthPart, 0) : 0
    if (length < 29 || at + 4 + length > file.size) return err({ type: 'Damaged' })
    let plain: Uint8Array
    try {
      plain = await openChunk(file, at + 4, length, places.length, key)
    } catch {
      return err({ type: places.length === 0 ? 'WrongPassphrase' : 'Damaged' })
    }
    const kind = kinds[plain[0]!]
    if (!kind || (kind === 'rows' && !parseRows(plain.subarray(1)))) return err({ type: 'Damaged' })
    places.push({ at: at + 4, length, kind })
    at += 4 + length
    onShare(at / file.size)
  }
  return places.at(-1)?.kind === 'end' ? ok(places) : err({ type: 'Damaged' })
}

async function openChunk(file: Blob, at: number, length: number, index: number, key: CryptoKey): Promise<Uint8Array> {
  const bytes = new Uint8Array(await file.slice(at, at + length).arrayBuffer())
  return new Uint8Array(
    await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytes.subarray(0, 12), additionalData: additional(index) },
      key,
      bytes.subarray(12),
    ),
  )
}

interface RowsChunk {
  rows: Row[]
  journal: JournalEntry[]
  tombstones: Tombstone[]
}

function parseRows(body: Uint8Array): RowsChunk | null {
  try {
    const read = rowsChunkSchema.parse(JSON.parse(new TextDecoder().decode(inflateSync(body))))
    return { ...read, tombstones: read.tombstones ?? [] } as unknown as RowsChunk
  } catch {
    return null
  }
}

async function deriveKey(passphrase: string, { kdf }: Header): Promise<CryptoKey> {
  const bytes = await argon2id({
    password: passphrase.normalize('NFKC'),
    salt: fromBase64(kdf.salt),
    parallelism: 1,
    iterations: kdf.iterations,
    memorySize: kdf.memoryKiB,
    hashLength: 32,
    outputType: 'binary',
  })
  return crypto.subtle.importKey('raw', bytes as Uint8Array<ArrayBuffer>, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** A sealed value in clear inside the backup's own seal, marked so that it is sealed again on arrival. */
const opened = 'openedValue'
async function openOne(value: unknown, place: string): Promise<unknown> {
  return isSealed(value) ? { [opened]: await openValue(value, place) } : value
}
async function sealOne(value: unknown, place: string): Promise<unknown> {
  return typeof value === 'object' && value !== null && opened in value
    ? sealValue((value as Record<string, unknown>)[opened], place)
    : value
}
const inClear = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && opened in value ? (value as Record<string, unknown>)[opened] : value

async function openForBackup(row: Row): Promise<unknown> {
  const fields = Object.fromEntries(
    await Promise.all(
      Object.entries(row.fields).map(
        async ([path, value]) => [path, await openOne(value, placeOf(row.kind, row.id, path))] as const,
      ),
    ),
  )
  // Keyed hashes mean nothing on another device.
  return { ...row, fields, keysByPath: {}, keys: [] }
}

async function sealFromBackup(row: Row, contentKeys: ReadonlyMap<string, string>): Promise<Row> {
  const contentKey = contentKeys.get(String(row.fields['blobId'] ?? ''))
  const plain: Record<string, unknown> = {
    ...row.fields,
    ...(contentKey && row.fields['contentKey'] ? { contentKey } : {}),
  }
  const fields: Record<string, unknown> = {}
  const keysByPath: Record<string, string[]> = {}
  for (const [path, value] of Object.entries(plain)) {
    fields[path] = await sealOne(value, placeOf(row.kind, row.id, path))
    if (lookupsOf(row.kind, path, inClear(value)).length > 0)
      Object.assign(keysByPath, await keysOf(row.kind, path, inClear(value)))
  }
  return { ...row, about: row.about ?? {}, fields, keysByPath, keys: [...new Set(Object.values(keysByPath).flat())] }
}

async function openEntry(entry: JournalEntry): Promise<unknown> {
  return mapEntry(entry, openOne)
}
async function sealEntry(entry: JournalEntry): Promise<JournalEntry> {
  return mapEntry(entry, sealOne)
}

async function mapEntry(
  entry: JournalEntry,
  one: (value: unknown, place: string) => Promise<unknown>,
): Promise<JournalEntry> {
  const mapped = { ...entry }
  if (entry.operation === 'create' && typeof entry.value === 'object' && entry.value !== null) {
    mapped.value = Object.fromEntries(
      await Promise.all(
        Object.entries(entry.value).map(
          async ([path, value]) => [path, await one(value, placeOf(entry.kind, entry.recordId, path))] as const,
        ),
      ),
    )
  } else {
    if ('value' in entry) mapped.value = await one(entry.value, placeOf(entry.kind, entry.recordId, entry.path))
    if ('before' in entry) mapped.before = await one(entry.before, placeOf(entry.kind, entry.recordId, entry.path))
  }
  return mapped
}

const additional = (index: number): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`vivier-backup|1|${index}`)

function lengthBytes(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, length)
  return bytes
}
const readLength = (bytes: Uint8Array, at: number): number => new DataView(bytes.buffer, bytes.byteOffset).getUint32(at)

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
