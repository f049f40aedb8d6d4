import type { WorkingSpace } from './judging.ts'
import type { BlobRow, DeviceHead, Envelope, SnapshotRow, StoredBatch } from './log.ts'

/*
 * The rows of the tables as the databases give them. PostgreSQL writes large numbers as text and knows truth values,
 * SQLite gives numbers for both.
 */

type Count = number | string

export interface SpaceTableRow {
  no: number
  id: Uint8Array
  log_id: string
  head: Count
  chain: Uint8Array
  floor: Count
  entries: number
  bytes: Count
  blob_bytes: Count
  quota: Count | null
  created_at: Count
}
export interface DeviceTableRow {
  id: Uint8Array
  key: Uint8Array
  grants: string
  revoked: boolean | number
  dseq: Count
  hash: Uint8Array
  seen_at: Count
}
export interface BatchTableRow {
  seq: Count
  device: Uint8Array
  dseq: Count
  entries: number
  bytes: Uint8Array
}
export interface SnapshotTableRow {
  id: string
  by: string
  manifest: Uint8Array
  seq: Count
  parts: number
  bytes: Count
  at: Count
  confirmed_by: string | null
  purge: boolean | number
}
export interface BlobTableRow {
  id: string
  by: string
  size: Count
  received: Count
  parts: string
  at: Count
}
export interface EnvelopeTableRow {
  space: string | null
  bytes: Uint8Array
  ends_at: Count | null
}

/** What a batch takes in a frame beside its bytes. */
export const BATCH_OVERHEAD = 15

/** The bytes of an id, and an id of its bytes. */
export const idBytes = (id: string): Buffer => Buffer.from(id, 'hex')
export const idOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')

export function toSpace(row: SpaceTableRow): Omit<WorkingSpace, 'devices'> {
  return {
    no: row.no,
    space: idOf(row.id),
    logId: row.log_id,
    head: Number(row.head),
    chain: row.chain,
    floor: Number(row.floor),
    entries: row.entries,
    bytes: Number(row.bytes),
    blobBytes: Number(row.blob_bytes),
    quota: row.quota === null ? null : Number(row.quota),
    createdAt: Number(row.created_at),
  }
}

/** The devices of a space by id. */
export function toDevices(rows: readonly DeviceTableRow[]): Map<string, DeviceHead> {
  return new Map(
    rows.map((row) => [
      idOf(row.id),
      {
        key: row.key,
        grants: JSON.parse(row.grants) as [number, number][],
        revoked: Boolean(row.revoked),
        dseq: Number(row.dseq),
        hash: row.hash,
        seenAt: Number(row.seen_at),
      },
    ]),
  )
}

export function toBatch(row: BatchTableRow): StoredBatch {
  return {
    seq: Number(row.seq),
    device: idOf(row.device),
    dseq: Number(row.dseq),
    entries: row.entries,
    bytes: row.bytes,
  }
}

export function toSnapshot(row: SnapshotTableRow): SnapshotRow {
  return {
    id: row.id,
    by: row.by,
    manifest: row.manifest,
    seq: Number(row.seq),
    parts: row.parts,
    bytes: Number(row.bytes),
    at: Number(row.at),
    confirmedBy: row.confirmed_by,
    purge: Boolean(row.purge),
  }
}

export function toBlob(row: BlobTableRow): BlobRow {
  return {
    id: row.id,
    by: row.by,
    size: Number(row.size),
    received: Number(row.received),
    parts: JSON.parse(row.parts) as [string, number][],
    at: Number(row.at),
  }
}

/** The values of a blob's columns: space, id, by, size, received, parts, at. */
export const blobValues = (no: number, { id, by, size, received, parts, at }: BlobRow): (number | string)[] => [
  no,
  id,
  by,
  size,
  received,
  JSON.stringify(parts),
  at,
]

export function toEnvelope({ bytes, space, ends_at: endsAt }: EnvelopeTableRow): Envelope {
  return { bytes, space, endsAt: endsAt === null ? null : Number(endsAt) }
}
