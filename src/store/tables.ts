import Dexie, { type DBCore, type DBCoreMutateRequest, type Table, type Transaction } from 'dexie'
import { binPath, isElementMap } from '../log/apply.ts'
import type { Stamp } from '../log/clock.ts'
import type { Vector } from '../log/operation.ts'
import type { About, Kind } from '../model/record.ts'
import { isShared } from '../model/shared.ts'

/** A sealed value as it stands in a row, the journal and a backup. */
export interface SealedValue {
  sealed: Uint8Array
}

/** A record at rest. */
export interface Row {
  id: string
  kind: Kind
  /** Scalars, sealed values, and maps of elements by id. Fields this version does not know are kept. */
  fields: Record<string, unknown>
  about: About
  /** When each path was last written; see RecordState in src/log/apply.ts. */
  stamps: Record<string, Stamp>
  /** What each path can be found by, hashed where secret. */
  keysByPath: Record<string, string[]>
  /** All of them, indexed. */
  keys: string[]
  createdAt: number
  updatedAt: number
  binnedAt?: number
  demo?: boolean
}

/** One change, as journalled with the row in the same transaction. */
export interface JournalEntry {
  seq?: number
  /** One call of the write door; undo works on these. */
  transaction: string
  at: number
  by: string
  /** What the person did, worded by the catalogue: `candidate.edited`, `candidates.merged`... */
  action: string
  kind: Kind
  recordId: string
  operation: 'create' | 'set' | 'remove' | 'bin' | 'restore' | 'erase'
  path: string
  value?: unknown
  before?: unknown
  about?: About
  aboutBefore?: About
  stamp: Stamp
  /** For the removal of an element: the stamp of what was seen. */
  observed?: Stamp
  demo?: boolean
  /** The device it came from, '' for a snapshot; absent for what was written here. It is never sent on. */
  from?: string
  /** The batch that brought it, counted by that device. */
  dseq?: number
}

/** What stays of an erased record. */
export interface Tombstone {
  id: string
  kind: string
  stamp: Stamp
}

/** A value that lost against one written without knowing it (SPEC 3.2), sealed where its path is. */
export interface ConflictRow {
  recordId: string
  path: string
  stamp: Stamp
  kind: Kind
  /** Absent when the path was removed. */
  value?: unknown
  about?: About
  at: number
  by: string
  /** The device it came from; absent when it was written here. */
  from?: string
  dseq?: number
}

/** A sealed batch on disk, ours or another's. */
export interface BatchRow {
  device: string
  dseq: number
  hash: string
  bytes: Uint8Array
}

/** A batch of ours that the relay has not acknowledged, and the entries it holds. */
export interface UnsentRow extends BatchRow {
  seqs: number[]
  /** The place in the journal up to which the batches before it had told what was seen. */
  told: number
}

/** A batch that cannot be applied now. */
export interface AsideRow extends BatchRow {
  seq?: number
  reason: string
}

/** From its batch `dseq` on, a device had seen what an author wrote up to `stamp`. */
interface SeenRow {
  device: string
  of: string
  dseq: number
  stamp: Stamp
}

/** What was learned of others when the journal stood at `at`: entries behind it were written knowing it. */
export interface VectorMark {
  /** The seq of the last journal entry before it. */
  at: number
  change: Vector
}

interface BlobRow {
  id: string
  sealed: Uint8Array
  createdAt: number
}

interface VaultKeyRow {
  /** `vault`, `lookup`, or a device key of a space (keys.ts). */
  id: string
  key: CryptoKey
}

interface MetaRow {
  id: string
  value: unknown
}

const doors = new WeakSet<object>()

/** Lets the running transaction write records. Only the write door calls it. */
export function openDoor(): void {
  const transaction = Dexie.currentTransaction as unknown as { idbtrans: object } | null
  if (transaction) doors.add(transaction.idbtrans)
}

/** The name of the database that screens read. Offers shared with guests have one each (offerDatabase.ts). */
export const mainDatabase = 'vivier'

/** The database of the workspace on this device. */
export class VivierDatabase extends Dexie {
  records!: Table<Row, string>
  journal!: Table<JournalEntry, number>
  blobs!: Table<BlobRow, string>
  vaultKeys!: Table<VaultKeyRow, string>
  meta!: Table<MetaRow, string>
  tombstones!: Table<Tombstone, string>
  conflicts!: Table<ConflictRow, [string, string, Stamp]>
  /** Journal entries that no batch holds yet. */
  outbox!: Table<{ seq: number }, number>
  unsent!: Table<UnsentRow, number>
  /** Batches applied or acknowledged, for a relay that loses them. */
  kept!: Table<BatchRow, [string, number]>
  asides!: Table<AsideRow, [string, number]>
  seen!: Table<SeenRow, [string, string, number]>

  constructor(name = mainDatabase) {
    super(name)
    this.version(1).stores({
      records: 'id, kind, [kind+updatedAt], *keys',
      journal: '++seq, transaction, recordId',
      blobs: 'id',
      vaultKeys: 'id',
      meta: 'id',
    })
    this.version(2)
      .stores({
        tombstones: 'id',
        conflicts: '[recordId+path+stamp], recordId',
        outbox: 'seq',
        unsent: 'dseq',
        kept: '[device+dseq]',
        asides: '[device+dseq]',
        seen: '[device+of+dseq]',
      })
      .upgrade(upgradeToSync)
    // Nothing changes a row untracked: a write that did not come through the door fails, whoever asks for it.
    this.use({
      stack: 'dbcore',
      name: 'one-write-door',
      create: (core: DBCore): DBCore => ({
        ...core,
        table: (tableName) => {
          const table = core.table(tableName)
          if (tableName !== 'records') return table
          return {
            ...table,
            mutate: (request: DBCoreMutateRequest) => {
              if (!doors.has(request.trans)) throw new Error('Records change only through store/write.')
              return table.mutate(request)
            },
          }
        },
      }),
    })
  }
}

/**
 * A version-1 database knows no other device. Every element gets a stamp of its own, the bin its register, erased
 * records their tombstones, and all that was ever written waits to be sent, should this device join others one day.
 */
async function upgradeToSync(transaction: Transaction): Promise<void> {
  openDoor()
  const records = transaction.table<Row, string>('records')
  const binStamps = new Map<string, Stamp>()
  const erasures = new Map<string, Tombstone>()
  const waiting: { seq: number; recordId: string; kind: string }[] = []
  const demo = new Set<string>()
  await transaction.table<JournalEntry, number>('journal').each((entry) => {
    const { seq, recordId, kind, operation, stamp } = entry
    if (entry.demo) demo.add(recordId)
    if (operation === 'bin' || operation === 'restore') binStamps.set(recordId, stamp)
    if (operation === 'erase') erasures.set(recordId, { id: recordId, kind, stamp })
    // What an erasure left without words has nothing to say to others.
    const isScrubbed = (operation === 'create' || operation === 'set') && entry.value === undefined
    if (!isScrubbed) waiting.push({ seq: seq!, recordId, kind })
  })
  // Few rows change: those of a large pool are read once and not written again.
  const changed: Row[] = []
  await records.each((row) => {
    let isChanged = stampElements(row)
    // What hangs on a demonstration record belongs to the demonstration.
    if (!row.demo && hangsOn(row).some((id) => demo.has(id))) {
      row.demo = true
      isChanged = true
    }
    if (row.demo) demo.add(row.id)
    const binStamp = binStamps.get(row.id)
    if (binStamp) row.stamps[binPath] = binStamp
    if (isChanged || binStamp) changed.push(row)
  })
  await records.bulkPut(changed)
  const isSent = ({ kind, id }: { kind: string; id: string }) => isShared(kind, id, demo.has(id))
  await transaction
    .table<{ seq: number }, number>('outbox')
    .bulkAdd(waiting.filter(({ kind, recordId: id }) => isSent({ kind, id })).map(({ seq }) => ({ seq })))
  await transaction.table<Tombstone, string>('tombstones').bulkPut([...erasures.values()].filter(isSent))
}

/** The records that a row names as those it is about. */
export const hangsOn = ({ fields }: Pick<Row, 'fields'>): string[] =>
  [fields['candidateId'], fields['offerId']].filter((id): id is string => typeof id === 'string' && id !== '')

/** Gives each element a stamp of its own, and each field one, where an older version gave none. True if any was missing. */
export function stampElements({ fields, stamps }: Pick<Row, 'fields' | 'stamps'>): boolean {
  const earliest = () => Object.values(stamps).sort()[0] ?? firstStamp
  let isChanged = false
  const give = (path: string, stamp: Stamp) => {
    if (stamps[path] !== undefined) return
    stamps[path] = stamp
    isChanged = true
  }
  for (const [field, value] of Object.entries(fields)) {
    if (!isElementMap(value)) {
      give(field, earliest())
      continue
    }
    // A list written as a whole gave its elements no stamps; one empty from the start needs none.
    const whole = stamps[field]
    if (whole !== undefined)
      for (const path of Object.keys(stamps))
        if (path.startsWith(`${field}/`) && stamps[path]! < whole) {
          delete stamps[path]
          isChanged = true
        }
    for (const element of Object.keys(value)) give(`${field}/${element}`, whole ?? earliest())
  }
  return isChanged
}

/** Earlier than any that a device gives. */
const firstStamp: Stamp = `${'0'.repeat(12)}-0000-${'0'.repeat(16)}`

let database: VivierDatabase | null = null

/** The open database; the first call opens it. */
export function db(): VivierDatabase {
  database ??= new VivierDatabase()
  return database
}

/** For tests and for workers of shared offers: another database under the same code. */
export function useDatabase(next: VivierDatabase | null): void {
  database?.close()
  database = next
}
