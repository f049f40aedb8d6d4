import pg from 'pg'
import type { WorkingSpace } from './judging.ts'
import type { LogOptions } from './log.ts'
import { bringUpToDate, prepared, storeError } from './postgresDatabase.ts'
import { idBytes, idOf, toDevices, toSpace, type DeviceTableRow, type SpaceTableRow } from './rows.ts'
import { SpaceCache } from './spaceCache.ts'

/** How long a connection may take to open, and how long a statement may take to answer. */
const CONNECT_MS = 5_000
const ANSWER_MS = 30_000

type VersionedRow = SpaceTableRow & { version: string }

/** A space as it stands in memory, and its version in the database. */
export type VersionedSpace = WorkingSpace & { version: number }

/** The connections to the database, and the spaces in memory: those of this instance are good for one version each. */
export class PostgresSessions {
  readonly options: LogOptions
  /** As they stand in the database. One that is being worked on is taken out, and put back once that is committed. */
  readonly spaces = new SpaceCache<VersionedSpace>()
  private readonly locked = new WeakMap<pg.PoolClient, Map<string, VersionedSpace>>()
  readonly connection: pg.ClientConfig
  private readonly pool: pg.Pool

  private constructor(url: string, options: LogOptions) {
    this.options = options
    this.connection = {
      connectionString: url,
      connectionTimeoutMillis: CONNECT_MS,
      application_name: 'vivier-relay',
    }
    this.pool = new pg.Pool({ ...this.connection, max: 8, query_timeout: ANSWER_MS, idleTimeoutMillis: 60_000 })
    // A connection that breaks while idle is replaced when next needed.
    this.pool.on('error', () => {})
  }

  /** Connects, and brings the layout up to date. Throws `StoreError`. */
  static async open(url: string, options: LogOptions): Promise<PostgresSessions> {
    const sessions = new PostgresSessions(url, options)
    await bringUpToDate(sessions.pool)
    return sessions
  }

  /** The rows that one statement gives. */
  async query<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
    try {
      return (await this.pool.query<T>(prepared(text, values))).rows
    } catch (error) {
      throw storeError(error)
    }
  }

  /** Runs `work` in one transaction on one connection. */
  async transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    let client: pg.PoolClient
    try {
      client = await this.pool.connect()
    } catch (error) {
      throw storeError(error)
    }
    let broken: Error | undefined
    try {
      // What comes first is not kept waiting for the answer to this.
      const begun = client.query('BEGIN')
      begun.catch(() => {})
      const result = await work(client)
      await begun
      await client.query('COMMIT')
      this.keep(this.locked.get(client))
      return result
    } catch (error) {
      broken = storeError(error)
      try {
        await client.query('ROLLBACK')
        broken = undefined
      } catch {
        // The connection is gone, and the transaction with it.
      }
      this.spaces.clear()
      throw storeError(error)
    } finally {
      this.locked.delete(client)
      client.release(broken)
    }
  }

  /** Spaces under lock by id, their devices read again only if another instance wrote since. */
  async lock(client: pg.PoolClient, ids: readonly string[]): Promise<Map<string, VersionedSpace>> {
    const { rows } = await client.query<VersionedRow>(
      prepared('SELECT * FROM spaces WHERE id = ANY($1) ORDER BY no FOR UPDATE', [ids.map((id) => idBytes(id))]),
    )
    const locked = new Map<string, VersionedSpace>()
    for (const row of rows) {
      const id = idOf(row.id)
      const known = this.spaces.get(id)
      const version = Number(row.version)
      const space =
        known && known.version === version && known.no === row.no
          ? known
          : { ...toSpace(row), devices: await readDevices(client, row.no), version }
      space.version = version + 1
      this.spaces.forget(id)
      locked.set(id, space)
    }
    this.locked.set(client, locked)
    return locked
  }

  /** Takes spaces out of memory to write their next version. Null, and none taken, unless all of them are there. */
  take(ids: readonly string[]): Map<string, VersionedSpace> | null {
    const taken = new Map<string, VersionedSpace>()
    for (const id of ids) {
      const space = this.spaces.get(id)
      if (!space) return null
      taken.set(id, space)
    }
    for (const [id, space] of taken) {
      space.version += 1
      this.spaces.forget(id)
    }
    return taken
  }

  /** Puts spaces back whose new version was written. */
  keep(spaces: ReadonlyMap<string, VersionedSpace> | undefined): void {
    for (const space of spaces?.values() ?? []) this.spaces.keep(space)
  }

  /** Like `query`, on a connection. */
  on(client: pg.PoolClient): PostgresSessions['query'] {
    return async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await client.query<T>(prepared(text, values))).rows
  }

  /** One space under lock; null when there is none. */
  async within<T>(id: string, work: (client: pg.PoolClient, space: WorkingSpace) => Promise<T>): Promise<T | null> {
    return this.transaction(async (client) => {
      const space = (await this.lock(client, [id])).get(id)
      if (!space) return null
      const result = await work(client, space)
      await this.save(client, space)
      return result
    })
  }

  async save(client: pg.PoolClient, space: WorkingSpace): Promise<void> {
    await client.query(
      prepared(
        `UPDATE spaces SET head = $2, chain = $3, floor = $4, entries = $5, bytes = $6, blob_bytes = $7, quota = $8,
           version = version + 1 WHERE no = $1`,
        [space.no, space.head, space.chain, space.floor, space.entries, space.bytes, space.blobBytes, space.quota],
      ),
    )
  }

  async saveDevices(client: pg.PoolClient, space: WorkingSpace, ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const device = space.devices.get(id)!
      await client.query(
        prepared(
          `INSERT INTO devices (space, id, key, grants, revoked, dseq, hash, seen_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (space, id) DO UPDATE SET
             grants = excluded.grants, revoked = excluded.revoked, dseq = excluded.dseq, hash = excluded.hash`,
          [
            space.no,
            idBytes(id),
            device.key,
            JSON.stringify(device.grants),
            device.revoked,
            device.dseq,
            device.hash,
            device.seenAt,
          ],
        ),
      )
    }
  }

  /** A space as it is now; null when there is none. */
  async find(id: string): Promise<WorkingSpace | null> {
    const [row] = await this.query<VersionedRow>('SELECT * FROM spaces WHERE id = $1', [idBytes(id)])
    if (!row) return null
    const known = this.spaces.get(id)
    if (known && known.version === Number(row.version)) return known
    const space = { ...toSpace(row), devices: await readDevices(this.pool, row.no), version: Number(row.version) }
    const present = this.spaces.get(id)
    if (!present || present.version < space.version) this.spaces.keep(space)
    return space
  }

  /** The number of a space, which never changes; 0 when there is none. */
  async numberOf(id: string): Promise<number> {
    const known = this.spaces.get(id)
    if (known) return known.no
    return (await this.query<{ no: number }>('SELECT no FROM spaces WHERE id = $1', [idBytes(id)]))[0]?.no ?? 0
  }

  async close(): Promise<void> {
    await this.pool.end()
  }
}

async function readDevices(client: pg.Pool | pg.PoolClient, no: number): Promise<WorkingSpace['devices']> {
  return toDevices((await client.query<DeviceTableRow>(prepared('SELECT * FROM devices WHERE space = $1', [no]))).rows)
}
