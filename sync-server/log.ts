import { hash } from 'node:crypto'

/** Where a device stands at the relay. */
export interface DeviceHead {
  /** Signing key, uncompressed P-256 point. */
  key: Uint8Array
  /** `[dseq, rights]`: from the batch after `dseq` on, these rights count (SPEC 7.5). Oldest first. */
  grants: [number, number][]
  revoked: boolean
  /** Its last batch here, and that batch's hash (zeros before the first). */
  dseq: number
  hash: Uint8Array
  /** When it last spoke to the relay, ms. */
  seenAt: number
}

/** Where a space stands. What is told here is a copy of no age: it changes with the next write. */
export interface SpaceHead {
  space: string
  /** Random at the birth of this log, hex. */
  logId: string
  head: number
  chain: Uint8Array
  /** The last seq that was dropped behind a snapshot; 0 when none was. */
  floor: number
  /** Membership entries taken. */
  entries: number
  /** Stored bytes of batches and snapshots, and of blobs. */
  bytes: number
  blobBytes: number
  /** Bytes that this space may hold; null: the relay's default. */
  quota: number | null
  createdAt: number
  devices: ReadonlyMap<string, Readonly<DeviceHead>>
}

/** A batch that has passed all checks which need no lock. */
export interface NewBatch {
  device: string
  dseq: number
  /** Membership entries its author knew. */
  entries: number
  previous: Uint8Array
  hash: Uint8Array
  bytes: Uint8Array
}

export interface StoredBatch {
  seq: number
  device: string
  dseq: number
  /** Membership entries that stood when it was taken (SPEC 5.6). */
  entries: number
  bytes: Uint8Array
}

export type Appended =
  | { type: 'appended'; seq: number }
  | { type: 'repeated'; seq: number }
  | { type: 'gap'; awaited: number }
  | { type: 'fork' | 'quota' | 'stranger' | 'revoked' | 'forbidden' | 'noSpace' }

/** What an entry changes about one device. */
export interface EntryEffect {
  device: string
  /** Set when the entry adds the device. */
  key?: Uint8Array
  rights: number
  revoked?: boolean
  /** The last dseq that counts under the rights before. */
  lastDseq?: number
}

export interface NewEntry {
  number: number
  bytes: Uint8Array
  effects: EntryEffect[]
}

export type EntryTaken =
  | { type: 'taken' }
  /** Another entry has this number. */
  | { type: 'stale'; entries: number }
  /** The device has pushed since: `dseq` is its last. */
  | { type: 'later'; device: string; dseq: number }
  | { type: 'noSpace' }

/** What arrived in one commit, for those who listen. Of another instance's only the numbers are known. */
export interface News {
  space: string
  head: number
  entries: number
  batches?: StoredBatch[]
  /** The entries taken, when this brought some. */
  added?: Uint8Array[]
}

export interface SnapshotRow {
  id: string
  by: string
  /** The signed manifest as its author sent it. */
  manifest: Uint8Array
  /** Everything up to this seq is in it. */
  seq: number
  parts: number
  bytes: number
  at: number
  confirmedBy: string | null
  /** It leaves out someone who was erased: what is before it goes at once (SPEC 8.5). */
  purge: boolean
}

export interface BlobRow {
  id: string
  by: string
  size: number
  received: number
  /** Names and sizes of stored parts, in order, for storage that cannot append. */
  parts: [string, number][]
  at: number
}

/** A sealed message that waits under a name: an invitation's request or answer, a recovery envelope. */
export interface Envelope {
  bytes: Uint8Array
  space: string | null
  /** ms; null: until deleted. */
  endsAt: number | null
}
export type EnvelopeKind = 'rendezvous' | 'request' | 'answer' | 'recovery'

/**
 * The relay's memory. Whatever resolves is on disk (SPEC 5.2). Rejects with `StoreError` when the storage does not
 * answer; then it is unknown whether the write happened, and repeating it is harmless.
 */
export interface LogStore {
  /** Random bytes shared by all instances, for tokens. */
  readonly secret: Uint8Array
  /** Bytes that a space may hold when it has no quota of its own. */
  readonly quota: number

  /** Makes a space of its first entries. */
  create(space: string, entries: readonly NewEntry[]): Promise<'created' | 'exists'>
  find(space: string): Promise<SpaceHead | null>
  append(space: string, batches: readonly NewBatch[]): Promise<Appended[]>
  appendEntry(space: string, entries: readonly NewEntry[]): Promise<EntryTaken>
  /** Batches after `after`, in order, at least one when there is one, then as many as fit in `maxBytes`. */
  readBatches(space: string, after: number, maxBytes: number): Promise<StoredBatch[]>
  /** The log's chained hash at `seq`; null where it is no longer or not yet known. */
  chainAt(space: string, seq: number): Promise<Uint8Array | null>
  readEntries(space: string, after: number): Promise<Uint8Array[]>
  /** Notes that a device was here. Not waited for. */
  touch(space: string, device: string): void

  keepSnapshot(space: string, row: SnapshotRow, heads: Map<string, { dseq: number; hash: Uint8Array }>): Promise<void>
  /** The last seq up to which every batch is at or below the dseq given for its device. */
  coveredTo(space: string, dseqs: ReadonlyMap<string, number>): Promise<number>
  /** Newest first. */
  readSnapshots(space: string): Promise<SnapshotRow[]>
  confirmSnapshot(space: string, id: string, device: string): Promise<void>
  deleteSnapshot(space: string, id: string): Promise<void>
  /** Drops all batches up to `seq`. */
  dropBehind(space: string, seq: number): Promise<void>

  /** Reserves room for a blob; `quota` when there is none, `exists` when the id is taken. */
  createBlob(space: string, row: BlobRow): Promise<'created' | 'exists' | 'quota'>
  readBlob(space: string, id: string): Promise<BlobRow | null>
  /** Moves an upload on, if it still stands at `from`. */
  advanceBlob(space: string, id: string, from: number, part: [string, number] | null, to: number): Promise<boolean>
  deleteBlob(space: string, id: string): Promise<void>
  /** Blobs whose upload began before `before` and did not end. */
  readAbandoned(before: number): Promise<{ space: string; id: string }[]>

  /** Keeps an envelope; with `once`, only where none stands (false otherwise). */
  keepEnvelope(kind: EnvelopeKind, id: string, envelope: Envelope, once: boolean): Promise<boolean>
  readEnvelope(kind: EnvelopeKind, id: string, now: number): Promise<Envelope | null>
  deleteEnvelope(kind: EnvelopeKind, id: string): Promise<void>
  sweepEnvelopes(now: number): Promise<void>

  listSpaces(): Promise<Omit<SpaceHead, 'devices'>[]>
  setQuota(space: string, quota: number | null): Promise<boolean>
  deleteSpace(space: string): Promise<boolean>
  readSetting(name: string): Promise<string | null>
  writeSetting(name: string, value: string | null): Promise<void>

  /** Calls `listener` after each commit that brought something, here or in another instance. */
  onNews(listener: (news: News) => void): void
  /** Calls `listener` when something else than batches may have changed: a quota, a deletion, a setting. */
  onChange(listener: () => void): void
  close(): Promise<void>
}

/** The storage did not answer. */
export class StoreError extends Error {
  override name = 'StoreError'
}

/** Where bytes lie: the log and the files may have disks of their own. */
export type Place = 'log' | 'files'

/** A place has no room left: nothing was written, and nothing will be until someone makes room. */
export class StoreFullError extends StoreError {
  override name = 'StoreFullError'
  readonly place: Place

  constructor(place: Place) {
    super('The disk is full.')
    this.place = place
  }
}

/** What lies on the disk is not what was written there. */
export class StoreDamagedError extends StoreError {
  override name = 'StoreDamagedError'
}

export interface LogOptions {
  now: () => number
  /** Bytes that a space may hold when it has no quota of its own. */
  quota: number
}

/** SHA-256 in one go, as bytes of the pool: asked for at each batch, a hash with memory of its own costs thrice that. */
export const sha256 = (bytes: Uint8Array): Buffer => Buffer.from(hash('sha256', bytes, 'binary'), 'binary')
