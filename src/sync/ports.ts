import type { Result } from '../kit/result.ts'
import type { Operation, Vector } from '../log/operation.ts'
import type { Parting, SyncFailure } from './face.ts'

/** Where a chain of a device's batches stands. */
export interface ChainHead {
  dseq: number
  /** SHA-256 of that batch, hex. */
  hash: string
}

/** What the engine remembers of a relay's log. */
export interface RelayMemory {
  logId: string
  /** The last seq taken in. */
  cursor: number
  /** The log's chained hash at the cursor, hex. */
  chain: string
}

/** A batch as it travels, with what names it. */
export interface SealedBatch {
  device: string
  dseq: number
  hash: string
  bytes: Uint8Array
}

/** Operations to send that were written under one vector; `cursor` is the journal's place after them. */
export interface OutboxSlice {
  operations: Operation[]
  vector: Vector
  cursor: number
  /** More wait behind them. */
  more: boolean
}

/** Why a store did nothing. Whatever the reason, nothing changed. */
export type SyncStoreFailure = { type: 'DiskFull' } | { type: 'StoreClosed' }

/** A batch that cannot be applied now; or, under the number 0, which no batch has, a tally of those not kept. */
export interface Aside extends SealedBatch {
  seq?: number
  reason: 'sealed' | 'unreadable' | 'newer' | 'held' | 'forbidden' | 'revoked' | 'signature'
  tally?: Tally
}

/** What is remembered of batches of a device that were not kept (SPEC 6.8). */
export interface Tally {
  counts: Partial<Record<Aside['reason'], { count: number; first: number; last: number }>>
  /** Of the log, up to this seq. */
  upTo: number
  /** Some of them may yet be read: the log must be read again for them. */
  missed: boolean
}

/** What a received batch brings, opened and checked. */
export interface IncomingBatch {
  batch: SealedBatch
  operations: Operation[]
  /** The author's vector, as changed since its batch before. */
  vector: Vector
  /** What it says may have been applied before, and is told once. */
  again?: boolean
}

/** What one step of catching up leaves, in one transaction. */
export interface Progress {
  relay?: RelayMemory
  chains?: Record<string, ChainHead>
  aside?: Aside[]
  /** Batches no longer aside, `device/dseq`. */
  settled?: string[]
  /**
   * Operations whose batches no relay will have again (a device and its relay were both restored): this device sends them
   * as its own, with the stamps they have. What was not applied here before is.
   */
  resend?: Operation[]
}

/**
 * What the engine asks of the store of records. Each call is one transaction: it happens whole or not at all, and is
 * on disk when it resolves. The app's is src/store/replica.ts; tests, simulator and bench have one in memory.
 */
export interface SyncStore {
  readMemory(): Promise<{
    /** Of this device too: its last sealed batch, sent or not. */
    chains: Record<string, ChainHead>
    relay: RelayMemory | null
    /** The vector of everything applied here. */
    vector: Vector
    /** Sealed and not acknowledged, in order. */
    unsent: SealedBatch[]
    aside: Aside[]
  }>
  /** Operations of this device that no batch holds yet, oldest first; null when none wait. */
  readOutbox(limit: { operations: number; bytes: number }): Promise<OutboxSlice | null>
  /** Operations of this device that no relay has acknowledged, sealed or not. */
  countOutbox(): Promise<number>
  /** Keeps a sealed batch, moves the outbox behind what it holds, and this device's chain to it. */
  keepSealed(batch: SealedBatch, cursor: number): Promise<Result<null, SyncStoreFailure>>
  /** The relay has these, by dseq; they are kept for 6.5 until a snapshot covers them. */
  acknowledge(dseqs: number[], progress: Progress): Promise<Result<null, SyncStoreFailure>>
  /** Applies operations of others and remembers how far we came. */
  apply(batches: IncomingBatch[], progress: Progress): Promise<Result<null, SyncStoreFailure>>
  /**
   * Puts unsent batches back into the outbox, takes the chain of `device` (this one) back to `head` (null: it begins
   * again) and takes a new incarnation (SPEC 6.6).
   */
  unseal(device: string, head: ChainHead | null): Promise<Result<null, SyncStoreFailure>>
  /** A batch kept for a relay that lost it: sent and acknowledged, applied, or aside. */
  readKept(device: string, dseq: number): Promise<SealedBatch | null>
}

/** What making, adopting and confirming a snapshot asks of the store beyond that (SPEC 8). */
export interface SnapshotStore {
  /**
   * Shared records and erasures as operations, some at a time in the order of their ids; values open. Begin after ''; it
   * ends with `after` null. What is applied meanwhile may be among them, which harms nothing.
   */
  readStates(after: string, limit: number): Promise<{ operations: Operation[]; after: string | null }>
  /**
   * Merges what a part of a snapshot holds (SPEC 8.4): none of it is sent on or in conflict. `vector` is what the
   * snapshot's maker had seen; give it with the last part, then say by `apply([], progress)` which chains it covers.
   */
  takeStates(operations: Operation[], vector?: Vector): Promise<Result<null, SyncStoreFailure>>
  /**
   * A snapshot covers these batches: they need not be kept for a relay that loses them, no more than what stands behind the
   * end of its device's chain, from a branch that gave way. `aside`: up to where those go, too,
   * that are set aside and that nobody will ever read; they may speak of who was erased.
   */
  forgetKept(upTo: Record<string, number>, aside?: Record<string, number>): Promise<Result<null, SyncStoreFailure>>
}

/** A snapshot that was taken in: where reading goes on, and per device the last batch that is in it. */
export interface Adopted {
  relay: RelayMemory
  covers: Record<string, [dseq: number, hash: string]>
}

/** The relay's place for snapshots; the app's is behind HTTP. Null and false: it could not be had now. */
export interface SnapshotShelf {
  putPart(id: string, part: number, bytes: Uint8Array): Promise<Result<null, SyncFailure>>
  /** Makes the parts a snapshot. */
  commit(id: string, manifest: Uint8Array): Promise<Result<null, SyncFailure>>
  confirm(id: string): Promise<boolean>
  readManifest(id: string): Promise<Uint8Array | null>
  readPart(id: string, part: number): Promise<Uint8Array | null>
}

/** What the engine asks of the membership as this device knows it. */
export interface MembershipView {
  /** How many entries are known and verified. */
  entries: number
  /** SHA-256 of the last of them, hex. */
  head: string
  /** Rights of this device now; all false once it is revoked. */
  read: boolean
  write: boolean
  manage: boolean
  revoked: boolean
  /** An entry that only a later version of this program understands follows those known (SPEC 7.10). */
  isBehind: boolean
}

/** What another chain of entries is to the one this device knows (SPEC 7.13). */
export type Meeting =
  /** It says all that ours says. */
  | { type: 'same' }
  /** Someone who may reconciled both: `follow` goes on with it. `counts`: whether a batch of a device counts there. */
  | { type: 'reconciled'; counts(device: string, dseq: number): boolean }
  /** A person has to decide. */
  | { type: 'parted'; parting: Parting }
  /** It goes on with an entry that only a later version of this program understands. */
  | { type: 'behind' }

/**
 * What the engine asks of keys and membership. The app's is in src/sync/crypto; the simulator has a toy one that fails
 * in the same ways. It keeps the membership log itself: what `takeEntries` takes is on disk when it resolves.
 */
export interface Sealing {
  readonly space: string
  readonly device: string
  membership(): MembershipView
  /** True for a device that belongs to the space, or did. */
  knows(device: string): boolean
  /** The signature of a relay's challenge (`proofText`), hex. */
  prove(nonce: string): Promise<string>
  /** Seals operations as this device's batch `dseq` under the present epoch. */
  seal(batch: {
    dseq: number
    previous: string
    operations: Operation[]
    vector: Vector
  }): Promise<Result<SealedBatch, { type: 'NotAllowed' } | { type: 'NoKey' }>>
  /** Signature, the author's right at that dseq, seal, content (SPEC 6.1, 7.5, 7.9), against the membership known
   * now. The chain is the engine's to check; `newer` and `sealed` are said of batches whose signature holds. */
  open(
    bytes: Uint8Array,
    /** It is in the records: taken in before the entry was known that forbids it. */
    wasTaken?: boolean,
  ): Promise<Result<IncomingBatch, { type: 'Aside'; reason: Aside['reason'] }>>
  /** Verifies entries from number `from` on (those already known are compared) and keeps them. */
  takeEntries(
    from: number,
    entries: Uint8Array[],
  ): Promise<
    Result<
      MembershipView,
      { type: 'RolledBack' } | { type: 'Damaged' } | { type: 'DiskFull' } | { type: 'StoreClosed' }
    >
  >
  /** Looks at the whole chain of a relay that has another than ours. Nothing is changed by it. */
  meet(entries: readonly Uint8Array[]): Promise<Result<Meeting, { type: 'Damaged' }>>
  /** Goes on with a chain that `meet` called reconciled. */
  follow(
    entries: readonly Uint8Array[],
  ): Promise<Result<MembershipView, { type: 'Damaged' } | { type: 'DiskFull' } | { type: 'StoreClosed' }>>
  /**
   * The next entry that redoes on a relay's chain what it lost, the last of them the one that says so; made anew after each.
   * `headOf`: the last dseq of a device at the relay. `at` in ms.
   */
  redo(
    entries: readonly Uint8Array[],
    headOf: (device: string) => number,
    at: number,
  ): Promise<Result<Uint8Array, { type: string }>>
  /** The entries from a number on, for a relay that lost them. */
  readEntries(from: number): Promise<Uint8Array[]>
  /** SHA-256 of a batch, hex (SPEC 4.2). */
  hashOf(bytes: Uint8Array): Promise<string>
  /** `SHA-256(chain | hash)`, all hex (SPEC 5.5). */
  chainAfter(chain: string, hash: string): Promise<string>
}

/** What making, adopting and confirming a snapshot asks of keys. Parts are numbered from 1 (SPEC 4.1). */
export interface SnapshotSealing extends Pick<Sealing, 'space' | 'device' | 'membership' | 'hashOf' | 'open'> {
  /** Null for who has no key. */
  sealPart(snapshot: string, part: number, content: Uint8Array): Promise<{ bytes: Uint8Array; hash: string } | null>
  openPart(
    snapshot: string,
    part: number,
    author: string,
    bytes: Uint8Array,
  ): Promise<Result<Uint8Array, { type: string }>>
  signText(purpose: string, bytes: Uint8Array): Promise<Uint8Array>
  verifyText(device: string, purpose: string, bytes: Uint8Array, signature: Uint8Array): Promise<boolean>
}

/** What a device remembers beside its records, and sends to nobody. */
export interface DeviceNotes {
  recall(name: string): Promise<unknown>
  remember(name: string, value: unknown): Promise<void>
}

/** What making the file exchange asks of that memory: many names at once. */
export interface FileNotes extends DeviceNotes {
  /** What follows `prefix` in the names under which something is remembered. */
  under(prefix: string): Promise<ReadonlySet<string>>
  forgetUnder(prefix: string): Promise<void>
}

/** A file sealed, piece by piece as it is asked for. */
export interface SealedFile {
  /** All bytes at the relay. */
  size: number
  header: Uint8Array
  count: number
  /** Of each chunk as it is sealed; the last may be shorter. */
  chunkBytes: number
  chunk(index: number): Promise<Uint8Array>
}

/** What files ask of keys (SPEC 9). */
export interface FileSealing extends Pick<Sealing, 'space' | 'device' | 'membership'> {
  /** The name this device gives a file at the relay. */
  nameOf(blobId: string): Promise<string>
  /** The names that those who only write would have given it; none for who does not read. */
  otherNamesOf(blobId: string): Promise<string[]>
  /** Null for who has no key. */
  sealFile(name: string, content: Uint8Array): Promise<SealedFile | null>
  openFile(name: string, bytes: Uint8Array): Promise<Result<Uint8Array, { type: 'Damaged' | 'Newer' | 'NoKey' }>>
}

/** The relay's place for files; the app's is tus behind HTTP. `later`: it could not be had now. */
export interface FileShelf {
  /** `upload` tells it from every other that began under that name. */
  begin(name: string, size: number): Promise<{ upload: string } | 'exists' | 'tooLarge' | 'later'>
  /** How far an upload came; null when there is none, or it could not be had now. */
  stands(name: string): Promise<{ upload: string; at: number; size: number } | null>
  /** To that very upload. True when all of it is there; otherwise some of it may be. */
  append(name: string, upload: string, at: number, bytes: Uint8Array): Promise<boolean>
  /** `gone`: also when it never was there. `forbidden`: to who only writes, of what is not its own beginning. */
  remove(name: string): Promise<'gone' | 'forbidden' | 'later'>
  /** Those of the names under which nothing whole lies there; null: not now. */
  missing(names: readonly string[]): Promise<string[] | null>
  read(
    name: string,
    from: number,
    bytes: number,
    signal: AbortSignal,
  ): Promise<{ bytes: Uint8Array; size: number } | 'absent' | 'later'>
}

/** A document as far as its files go. */
export interface DocumentFiles {
  id: string
  blobIds: string[]
}

/** The files of this device; the app's are in src/store. */
export interface FileStore {
  /** Follows the documents: all at first, then what changed. Gives the way to stop. */
  follow(
    onChange: (documents: DocumentFiles[], removed: string[]) => void,
    onFailure: (cause: unknown) => void,
  ): () => void
  /** Those of the documents that were erased. */
  erased(documents: readonly string[]): Promise<string[]>
  /** Those that are whole here. */
  here(): Promise<ReadonlySet<string>>
  read(blobId: string): Promise<Uint8Array | null>
  put(blobId: string, content: Uint8Array): Promise<Result<unknown, { type: string }>>
  /** What has come of a file on its way here, from its beginning without a gap; `size` is of the whole, 0 while unknown. */
  readPartial(name: string): Promise<{ bytes: Uint8Array; size: number }>
  keepPiece(name: string, size: number, from: number, bytes: Uint8Array): Promise<Result<unknown, { type: string }>>
  dropPartial(name: string): Promise<void>
  /** Files that are not here and that nobody with the workspace's keys has looked at. */
  unrecognised(): Promise<string[]>
  /** Gives the files here the keys by which the workspace recognises them. */
  recognise(): Promise<unknown>
}

/** A connection to a relay: frames out, frames in. Ends once; a new one is made to try again. */
export interface Connection {
  readonly kind?: 'socket' | 'http'
  send(frame: Uint8Array): void
  close(): void
}
export interface Transport {
  /** Calls `onFrame` for each frame received and `onEnd` once, also when it never opened. */
  connect(handlers: { onOpen(): void; onFrame(frame: Uint8Array): void; onEnd(reason: string): void }): Connection
}

/** Timers and chance, given from outside so that the simulator owns them. */
export interface Surroundings {
  now(): number
  random(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>
  /** Runs later; gives the way to call it off. */
  later(run: () => void, delayMs: number): () => void
}
