import Dexie, { type DBCore, type DBCoreMutateRequest, type Table } from 'dexie'
import type { Stamp } from '../log/clock.ts'
import type { About, Kind } from '../model/record.ts'

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
  /** When each path was last written; a path with a stamp and no value was removed. */
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
  demo?: boolean
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

/** The database of the workspace on this device. */
export class VivierDatabase extends Dexie {
  records!: Table<Row, string>
  journal!: Table<JournalEntry, number>
  blobs!: Table<BlobRow, string>
  vaultKeys!: Table<VaultKeyRow, string>
  meta!: Table<MetaRow, string>

  constructor(name = 'vivier') {
    super(name)
    this.version(1).stores({
      records: 'id, kind, [kind+updatedAt], *keys',
      journal: '++seq, transaction, recordId',
      blobs: 'id',
      vaultKeys: 'id',
      meta: 'id',
    })
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

let database: VivierDatabase | null = null

/** The open database; the first call opens it. */
export function db(): VivierDatabase {
  database ??= new VivierDatabase()
  return database
}

/** For tests: another database under the same code. */
export function useDatabase(next: VivierDatabase | null): void {
  database?.close()
  database = next
}
