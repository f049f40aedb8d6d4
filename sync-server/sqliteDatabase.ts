import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreDamagedError, StoreError, StoreFullError } from './log.ts'

/** Versions of the layout, each the statements that lead to it from the one before. Never edited, only added to. */
const LAYOUTS = [
  `
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE spaces (
    no INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, log_id TEXT NOT NULL, head INTEGER NOT NULL, chain BLOB NOT NULL,
    floor INTEGER NOT NULL, floor_chain BLOB NOT NULL, entries INTEGER NOT NULL, bytes INTEGER NOT NULL,
    blob_bytes INTEGER NOT NULL, quota INTEGER, created_at INTEGER NOT NULL
  );
  CREATE TABLE devices (
    space INTEGER NOT NULL, id BLOB NOT NULL, key BLOB NOT NULL, grants TEXT NOT NULL, revoked INTEGER NOT NULL,
    dseq INTEGER NOT NULL, hash BLOB NOT NULL, seen_at INTEGER NOT NULL, PRIMARY KEY (space, id)
  ) WITHOUT ROWID;
  CREATE TABLE entries (place INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
  CREATE TABLE batches (
    place INTEGER PRIMARY KEY, device BLOB NOT NULL, dseq INTEGER NOT NULL, entries INTEGER NOT NULL,
    chain BLOB NOT NULL, at INTEGER NOT NULL, space INTEGER NOT NULL, bytes BLOB NOT NULL
  );
  CREATE UNIQUE INDEX batches_by_device ON batches (device, dseq, space);
  CREATE TABLE snapshots (
    space INTEGER NOT NULL, id TEXT NOT NULL, by TEXT NOT NULL, manifest BLOB NOT NULL, seq INTEGER NOT NULL,
    parts INTEGER NOT NULL, bytes INTEGER NOT NULL, at INTEGER NOT NULL, confirmed_by TEXT, purge INTEGER NOT NULL,
    PRIMARY KEY (space, id)
  ) WITHOUT ROWID;
  CREATE TABLE blobs (
    space INTEGER NOT NULL, id TEXT NOT NULL, by TEXT NOT NULL, size INTEGER NOT NULL, received INTEGER NOT NULL,
    parts TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (space, id)
  ) WITHOUT ROWID;
  CREATE TABLE envelopes (
    kind TEXT NOT NULL, id TEXT NOT NULL, space TEXT, bytes BLOB NOT NULL, ends_at INTEGER, PRIMARY KEY (kind, id)
  ) WITHOUT ROWID;
  `,
  // From here on the head in a device's row may lag behind its batches, which an older relay would take for its place.
  '',
]

/**
 * The write-ahead log is folded in after so many pages (16 MB): rarely enough that one push in a thousand waits for it,
 * and what many groups changed alike is written once.
 */
const CHECKPOINT_PAGES = 4_000
/** The primary result code of SQLite for a disk without room. */
const SQLITE_FULL = 13
/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const DAMAGED = new Set([11, 26])

/** What went wrong, in the words of the store. */
export function storeError(error: unknown): StoreError {
  const { errcode = 0, message } = error as { errcode?: number; message?: string }
  if ((errcode & 0xff) === SQLITE_FULL) return new StoreFullError('log')
  if (DAMAGED.has(errcode & 0xff)) return new StoreDamagedError(message)
  return new StoreError(message ?? 'The log could not be written.')
}

/** The database in `folder`, made or brought up to date. Throws `StoreError` with what to do. */
export function openDatabase(folder: string): DatabaseSync {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'relay.db')
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(file, { timeout: 5_000 })
    db.exec(`
      PRAGMA auto_vacuum = INCREMENTAL;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA secure_delete = OFF;
      PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};
      PRAGMA cache_size = -4000;
      PRAGMA temp_store = MEMORY;
    `)
    bringUpToDate(db)
    return db
  } catch (error) {
    db?.close()
    const known = error instanceof StoreError ? error : storeError(error)
    if (!(known instanceof StoreDamagedError)) throw new StoreError(`${file}: ${known.message}`)
    throw new StoreDamagedError(
      `${file} is damaged. Put a backup in its place, or move it away and start again: ` +
        'the devices of each team give an empty relay what they have.',
    )
  }
}

function bringUpToDate(db: DatabaseSync): void {
  // Under the lock, since another process may be doing the same.
  db.exec('BEGIN IMMEDIATE')
  try {
    const { user_version: at } = db.prepare('PRAGMA user_version').get() as { user_version: number }
    if (at > LAYOUTS.length) throw new StoreError('This data was written by a newer relay: update this one.')
    for (const statements of LAYOUTS.slice(at)) db.exec(statements)
    // Written only when it changes: a full disk is no reason not to serve what is there.
    if (at < LAYOUTS.length) db.exec(`PRAGMA user_version = ${LAYOUTS.length}`)
    db.exec('COMMIT')
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}
