import type pg from 'pg'
import { StoreError, StoreFullError } from './log.ts'

/** Versions of the layout, each the statements that lead to it from the one before. Never edited, only added to. */
const LAYOUTS = [
  `
  CREATE TABLE settings (name text PRIMARY KEY, value text NOT NULL);
  CREATE TABLE spaces (
    no serial PRIMARY KEY, id bytea NOT NULL UNIQUE, log_id text NOT NULL, head bigint NOT NULL, chain bytea NOT NULL,
    floor bigint NOT NULL, floor_chain bytea NOT NULL, entries integer NOT NULL, bytes bigint NOT NULL,
    blob_bytes bigint NOT NULL, quota bigint, created_at bigint NOT NULL, version bigint NOT NULL
  );
  CREATE TABLE devices (
    space integer NOT NULL, id bytea NOT NULL, key bytea NOT NULL, grants text NOT NULL, revoked boolean NOT NULL,
    dseq bigint NOT NULL, hash bytea NOT NULL, seen_at bigint NOT NULL, PRIMARY KEY (space, id)
  );
  CREATE TABLE entries (space integer NOT NULL, number integer NOT NULL, bytes bytea NOT NULL,
    PRIMARY KEY (space, number));
  CREATE TABLE batches (
    space integer NOT NULL, seq bigint NOT NULL, device bytea NOT NULL, dseq bigint NOT NULL, entries integer NOT NULL,
    chain bytea NOT NULL, at bigint NOT NULL, bytes bytea NOT NULL, PRIMARY KEY (space, seq)
  );
  ALTER TABLE batches ALTER COLUMN bytes SET STORAGE EXTERNAL;
  CREATE UNIQUE INDEX batches_by_device ON batches (space, device, dseq);
  CREATE TABLE snapshots (
    space integer NOT NULL, id text NOT NULL, by text NOT NULL, manifest bytea NOT NULL, seq bigint NOT NULL,
    parts integer NOT NULL, bytes bigint NOT NULL, at bigint NOT NULL, confirmed_by text, purge boolean NOT NULL,
    PRIMARY KEY (space, id)
  );
  CREATE TABLE blobs (
    space integer NOT NULL, id text NOT NULL, by text NOT NULL, size bigint NOT NULL, received bigint NOT NULL,
    parts text NOT NULL, at bigint NOT NULL, PRIMARY KEY (space, id)
  );
  CREATE TABLE envelopes (
    kind text NOT NULL, id text NOT NULL, space text, bytes bytea NOT NULL, ends_at bigint, PRIMARY KEY (kind, id)
  );
  `,
]

/** The lock under which one instance at a time brings the layout up to date. */
const LAYOUT_LOCK = 7_864_121

const names = new Map<string, string>()

/** A statement under a name of its own, so that each connection plans it once. */
export function prepared(text: string, values: unknown[]): pg.QueryConfig {
  let name = names.get(text)
  if (!name) names.set(text, (name = `s${names.size}`))
  return { name, text, values }
}

/** Brings the layout up to date, one instance at a time. */
export async function bringUpToDate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect().catch((error: unknown) => {
    throw storeError(error)
  })
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LAYOUT_LOCK])
    await client.query('CREATE TABLE IF NOT EXISTS layout (version integer NOT NULL)')
    const { rows } = await client.query<{ version: number }>('SELECT version FROM layout')
    const at = rows[0]?.version ?? 0
    if (at > LAYOUTS.length) throw new StoreError('This database was written by a newer relay: update this one.')
    for (const [index, statements] of LAYOUTS.entries()) {
      if (index < at) continue
      await client.query('BEGIN')
      await client.query(statements)
      await client.query('DELETE FROM layout')
      await client.query('INSERT INTO layout (version) VALUES ($1)', [index + 1])
      await client.query('COMMIT')
    }
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LAYOUT_LOCK]).catch(() => {})
    client.release()
  }
}

/** The SQLSTATE of a database server whose disk has no room. */
const DISK_FULL = '53100'

/** What went wrong, in the words of the store. */
export function storeError(error: unknown): StoreError {
  if (error instanceof StoreError) return error
  if ((error as { code?: unknown }).code === DISK_FULL) return new StoreFullError('log')
  return new StoreError(error instanceof Error ? error.message : 'The database did not answer.')
}
