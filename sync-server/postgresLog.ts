import { randomBytes } from 'node:crypto'
import pg from 'pg'
import {
  emptyChain,
  enact,
  Growth,
  hasRoom,
  judgeEntries,
  judgeRepeat,
  mayDrop,
  raiseHeads,
  type WorkingSpace,
} from './judging.ts'
import {
  StoreError,
  type Appended,
  type EntryTaken,
  type EnvelopeKind,
  type LogOptions,
  type LogStore,
  type NewBatch,
  type News,
  type SnapshotRow,
} from './log.ts'
import { Columns, numbers } from './postgresColumns.ts'
import {
  bringUpToDate,
  hex,
  insertEntries,
  prepared,
  readDevices,
  rowToSpace,
  storeError,
  type BatchRow,
  type BlobTableRow,
  type SnapshotTableRow,
  type SpaceRow,
} from './postgresDatabase.ts'
import { SpaceCache } from './spaceCache.ts'

/** How often the heads are looked at, in case a notification was lost. */
const POLL_MS = 5_000
/** How long notifications of commits are gathered into one. */
const NOTIFY_MS = 15
/** A notification's text may not reach 8,000 bytes. */
const NOTIFIED_SPACES = 100
const CHANNEL = 'vivier_relay'
/** How long a connection may take to open, and how long a statement may take to answer. */
const CONNECT_MS = 5_000
const ANSWER_MS = 30_000
/**
 * The log in PostgreSQL, shared by any number of instances. Appends that wait while a group is being committed form
 * the next group: one transaction, one commit for all. A space's row is locked from its reading to the commit, so seq
 * is dense whatever the instances do. Others learn of it by a notification after the commit.
 */
export async function openPostgresLog(url: string, options: LogOptions & { pollMs?: number }): Promise<LogStore> {
  const settings = { connectionString: url, connectionTimeoutMillis: CONNECT_MS, application_name: 'vivier-relay' }
  const pool = new pg.Pool({ ...settings, max: 8, query_timeout: ANSWER_MS, idleTimeoutMillis: 60_000 })
  // A connection that breaks while idle is replaced when next needed.
  pool.on('error', () => {})

  const spaces = new SpaceCache<WorkingSpace & { version: number }>()
  const newsListeners: ((news: News) => void)[] = []
  const changeListeners: (() => void)[] = []
  const instance = randomBytes(6).toString('hex')
  let closed = false

  const query = async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> => {
    try {
      return (await pool.query<T>(prepared(text, values))).rows
    } catch (error) {
      throw storeError(error)
    }
  }

  await bringUpToDate(pool)
  await query(`INSERT INTO settings (name, value) VALUES ('secret', $1) ON CONFLICT DO NOTHING`, [
    randomBytes(32).toString('hex'),
  ])
  const [kept] = await query<{ value: string }>(`SELECT value FROM settings WHERE name = 'secret'`)
  const secret = Buffer.from(kept!.value, 'hex')

  /** Runs `work` in one transaction on one connection. */
  async function transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    let client: pg.PoolClient
    try {
      client = await pool.connect()
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
      return result
    } catch (error) {
      broken = storeError(error)
      try {
        await client.query('ROLLBACK')
        broken = undefined
      } catch {
        // The connection is gone, and the transaction with it.
      }
      spaces.clear()
      throw storeError(error)
    } finally {
      client.release(broken)
    }
  }

  /** The space under lock, its devices read again only if another instance wrote since. */
  async function lock(client: pg.PoolClient, ids: readonly string[]): Promise<Map<string, WorkingSpace>> {
    const { rows } = await client.query<SpaceRow>(
      prepared('SELECT * FROM spaces WHERE id = ANY($1) ORDER BY no FOR UPDATE', [ids.map((id) => hex(id))]),
    )
    const locked = new Map<string, WorkingSpace>()
    for (const row of rows) {
      const id = row.id.toString('hex')
      const known = spaces.get(id)
      const version = Number(row.version)
      const space =
        known && known.version === version && known.no === row.no
          ? known
          : { ...rowToSpace(row), devices: await readDevices(client, row.no), version }
      space.version = version + 1
      spaces.keep(space)
      locked.set(id, space)
    }
    return locked
  }

  /** One space under lock; null when there is none. */
  async function within<T>(
    id: string,
    work: (client: pg.PoolClient, space: WorkingSpace) => Promise<T>,
  ): Promise<T | null> {
    return transaction(async (client) => {
      const space = (await lock(client, [id])).get(id)
      if (!space) return null
      const result = await work(client, space)
      await saveSpace(client, space)
      return result
    })
  }

  async function saveSpace(client: pg.PoolClient, space: WorkingSpace): Promise<void> {
    await client.query(
      prepared(
        `UPDATE spaces SET head = $2, chain = $3, floor = $4, entries = $5, bytes = $6, blob_bytes = $7, quota = $8,
           version = version + 1 WHERE no = $1`,
        [space.no, space.head, space.chain, space.floor, space.entries, space.bytes, space.blobBytes, space.quota],
      ),
    )
  }

  async function saveDevices(client: pg.PoolClient, space: WorkingSpace, ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const device = space.devices.get(id)!
      await client.query(
        prepared(
          `INSERT INTO devices (space, id, key, grants, revoked, dseq, hash, seen_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (space, id) DO UPDATE SET
             grants = excluded.grants, revoked = excluded.revoked, dseq = excluded.dseq, hash = excluded.hash`,
          [
            space.no,
            hex(id),
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

  // Appending: groups.

  interface Job {
    space: string
    batches: readonly NewBatch[]
    resolve: (results: Appended[]) => void
    reject: (error: Error) => void
  }
  let jobs: Job[] = []
  let running = false

  function append(space: string, batches: readonly NewBatch[]): Promise<Appended[]> {
    if (closed) return Promise.reject(new StoreError('The log is closed.'))
    return new Promise((resolve, reject) => {
      jobs.push({ space, batches, resolve, reject })
      if (running) return
      running = true
      setImmediate(() => void runGroups())
    })
  }

  /** Groups follow each other: one is enough. */
  const rows = new Columns()

  async function runGroups(): Promise<void> {
    while (jobs.length > 0) {
      const group = jobs
      jobs = []
      try {
        const growth = new Growth(options.quota)
        const results = await transaction((client) => appendGroup(client, group, growth))
        for (const [index, job] of group.entries()) job.resolve(results[index]!)
        for (const item of growth.news) tell(item)
      } catch (error) {
        for (const job of group) job.reject(storeError(error))
      }
    }
    running = false
  }

  async function appendGroup(client: pg.PoolClient, group: readonly Job[], growth: Growth): Promise<Appended[][]> {
    const locked = await lock(client, [...new Set(group.map(({ space }) => space))])
    rows.clear()
    const results: Appended[][] = []
    for (const { space: id, batches } of group) {
      const space = locked.get(id)
      const own: Appended[] = []
      if (space)
        for (const batch of batches) {
          const result = growth.append(space, batch, (row) => rows.add(space.no, row))
          own.push(result.type === 'repeat' ? await compare(client, space, batch) : result)
        }
      else for (const _ of batches) own.push({ type: 'noSpace' })
      results.push(own)
    }
    // Where nothing was written, what was locked keeps the version it had.
    if (growth.moved.size > 0) await saveGrown(client, growth, locked.values())
    else for (const space of spaces.values()) if (locked.has(space.space)) space.version -= 1
    return results
  }

  /** The rows of a group, and where spaces and devices stand after it: one statement, one way there and back. */
  async function saveGrown(client: pg.PoolClient, growth: Growth, locked: Iterable<WorkingSpace>): Promise<void> {
    const changed = [...locked]
    const heads = [...growth.moved].flatMap(([{ no, devices }, ids]) =>
      [...ids].map((id) => ({ no, id, ...devices.get(id)! })),
    )
    await client.query(
      prepared(
        `WITH added AS (
           INSERT INTO batches (space, seq, device, dseq, entries, chain, at, bytes)
           SELECT space, seq, substring($7::bytea FROM start FOR 8), dseq, entries,
             substring($7 FROM start + 8 FOR 32), $8, substring($7 FROM start + 40 FOR length)
           FROM unnest($1::int[], $2::bigint[], $3::bigint[], $4::int[], $5::int[], $6::int[])
             AS new(space, seq, dseq, entries, start, length)
         ), moved AS (
           UPDATE devices SET dseq = new.dseq, hash = new.hash
           FROM unnest($9::int[], $10::bytea[], $11::bigint[], $12::bytea[]) AS new(space, id, dseq, hash)
           WHERE devices.space = new.space AND devices.id = new.id
         )
         UPDATE spaces SET head = new.head, chain = new.chain, bytes = new.bytes, version = version + 1
         FROM unnest($13::int[], $14::bigint[], $15::bytea[], $16::bigint[]) AS new(no, head, chain, bytes)
         WHERE spaces.no = new.no`,
        [
          ...rows.values(),
          options.now(),
          numbers(heads.map(({ no }) => no)),
          heads.map(({ id }) => hex(id)),
          numbers(heads.map(({ dseq }) => dseq)),
          heads.map(({ hash }) => hash),
          numbers(changed.map(({ no }) => no)),
          numbers(changed.map(({ head }) => head)),
          changed.map(({ chain }) => chain),
          numbers(changed.map(({ bytes }) => bytes)),
        ],
      ),
    )
  }

  async function compare(client: pg.PoolClient, space: WorkingSpace, batch: NewBatch): Promise<Appended> {
    const { rows } = await client.query<{ seq: string; bytes: Buffer }>(
      prepared('SELECT seq, bytes FROM batches WHERE space = $1 AND device = $2 AND dseq = $3', [
        space.no,
        hex(batch.device),
        batch.dseq,
      ]),
    )
    const [row] = rows
    return judgeRepeat(space, batch, row && { seq: Number(row.seq), bytes: row.bytes })
  }

  // News: to listeners here at once, to other instances gathered.

  const untold = new Set<string>()
  let telling: NodeJS.Timeout | undefined

  function tell(news: News): void {
    for (const listener of newsListeners) listener(news)
    untold.add(news.space)
    telling ??= setTimeout(() => {
      telling = undefined
      const told = [...untold]
      untold.clear()
      for (let from = 0; from < told.length; from += NOTIFIED_SPACES)
        notify(told.slice(from, from + NOTIFIED_SPACES).join(','))
    }, NOTIFY_MS)
  }

  function notify(what: string): void {
    // A lost notification costs at most one poll.
    pool.query(prepared('SELECT pg_notify($1, $2)', [CHANNEL, `${instance}:${what}`])).catch(() => {})
  }

  async function lookAt(ids: readonly string[]): Promise<void> {
    const rows = await query<SpaceRow>('SELECT * FROM spaces WHERE id = ANY($1)', [ids.map((id) => hex(id))])
    for (const row of rows) {
      const space = row.id.toString('hex')
      for (const listener of newsListeners) listener({ space, head: Number(row.head), entries: row.entries })
    }
  }

  let listener: pg.Client | undefined

  async function listen(): Promise<void> {
    if (closed) return
    const client = new pg.Client({ ...settings, keepAlive: true })
    const again = (): void => {
      if (listener !== client) return
      listener = undefined
      if (!closed) setTimeout(() => void listen(), 500).unref()
    }
    client.on('error', again)
    client.on('end', again)
    client.on('notification', ({ payload = '' }) => {
      const [from, what = ''] = payload.split(':')
      if (from === instance) return
      if (what === '!') for (const changed of changeListeners) changed()
      // A failure here is made good by the poll.
      else lookAt(what.split(',')).catch(() => {})
    })
    listener = client
    try {
      await client.connect()
      await client.query(`LISTEN ${CHANNEL}`)
      await poll()
    } catch {
      client.end().catch(() => {})
      again()
    }
  }

  async function poll(): Promise<void> {
    const ids = spaces.ids()
    if (ids.length > 0 && newsListeners.length > 0) await lookAt(ids)
    for (const changed of changeListeners) changed()
  }

  await listen()
  const polling = setInterval(() => void poll().catch(() => {}), options.pollMs ?? POLL_MS)
  polling.unref()

  async function readSpace(id: string): Promise<WorkingSpace | null> {
    const [row] = await query<SpaceRow>('SELECT * FROM spaces WHERE id = $1', [hex(id)])
    if (!row) return null
    const known = spaces.get(id)
    if (known && known.version === Number(row.version)) return known
    const space = { ...rowToSpace(row), devices: await readDevices(pool, row.no), version: Number(row.version) }
    const present = spaces.get(id)
    if (!present || present.version < space.version) spaces.keep(space)
    return space
  }

  const noOf = async (id: string): Promise<number> => {
    const known = spaces.get(id)
    if (known) return known.no
    return (await query<{ no: number }>('SELECT no FROM spaces WHERE id = $1', [hex(id)]))[0]?.no ?? 0
  }

  return {
    secret,
    quota: options.quota,
    append,
    find: readSpace,

    create: (id, entries) =>
      transaction(async (client) => {
        const { rows } = await client.query<SpaceRow>(
          prepared(
            `INSERT INTO spaces (id, log_id, head, chain, floor, floor_chain, entries, bytes, blob_bytes, created_at,
               version)
             VALUES ($1, $2, 0, $3, 0, $3, 0, 0, 0, $4, 0) ON CONFLICT DO NOTHING RETURNING *`,
            [hex(id), randomBytes(16).toString('hex'), emptyChain, options.now()],
          ),
        )
        if (!rows[0]) return 'exists'
        const space: WorkingSpace = { ...rowToSpace(rows[0]), devices: new Map() }
        await insertEntries(client, space.no, entries)
        await saveDevices(client, space, enact(space, entries, options.now()))
        await saveSpace(client, space)
        return 'created'
      }),

    async appendEntry(id, entries) {
      const done = await within(id, async (client, space): Promise<[EntryTaken, News | null]> => {
        const verdict = judgeEntries(space, entries)
        if (verdict.type !== 'taken') return [verdict, null]
        await insertEntries(client, space.no, entries)
        await saveDevices(client, space, enact(space, entries, options.now()))
        const added = entries.map(({ bytes }) => bytes)
        return [verdict, { space: id, head: space.head, entries: space.entries, added }]
      })
      if (!done) return { type: 'noSpace' }
      if (done[1]) tell(done[1])
      return done[0]
    },

    async readBatches(id, after, maxBytes) {
      const rows = await query<BatchRow>(
        `SELECT seq, device, dseq, entries, bytes FROM (
           SELECT *, sum(octet_length(bytes) + 15) OVER (ORDER BY seq) - octet_length(bytes) - 15 AS before
           FROM (SELECT * FROM batches WHERE space = $1 AND seq > $2 ORDER BY seq LIMIT 2000) AS next
         ) AS sized WHERE before = 0 OR before + octet_length(bytes) + 15 <= $3 ORDER BY seq`,
        [await noOf(id), after, maxBytes],
      )
      return rows.map((row) => ({
        seq: Number(row.seq),
        device: row.device.toString('hex'),
        dseq: Number(row.dseq),
        entries: row.entries,
        bytes: row.bytes,
      }))
    },

    async chainAt(id, seq) {
      if (seq === 0) return (await noOf(id)) === 0 ? null : emptyChain
      const [row] = await query<{ chain: Buffer }>(
        `SELECT chain FROM batches WHERE space = $1 AND seq = $2
         UNION ALL SELECT floor_chain FROM spaces WHERE no = $1 AND floor = $2 LIMIT 1`,
        [await noOf(id), seq],
      )
      return row?.chain ?? null
    },

    async readEntries(id, after) {
      const rows = await query<{ bytes: Buffer }>(
        'SELECT bytes FROM entries WHERE space = $1 AND number >= $2 ORDER BY number',
        [await noOf(id), after],
      )
      return rows.map(({ bytes }) => bytes)
    },

    touch(id, device) {
      const at = options.now()
      const space = spaces.sight(id, device, at)
      if (!space) return
      // Shown to people as "last seen", nothing hangs on it: a failure leaves an older time.
      query('UPDATE devices SET seen_at = $3 WHERE space = $1 AND id = $2', [space.no, hex(device), at]).catch(() => {})
    },

    async keepSnapshot(id, row, heads) {
      await within(id, async (client, space) => {
        await client.query(
          prepared(
            `INSERT INTO snapshots (space, id, by, manifest, seq, parts, bytes, at, confirmed_by, purge)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
            [space.no, row.id, row.by, row.manifest, row.seq, row.parts, row.bytes, row.at, row.confirmedBy, row.purge],
          ),
        )
        await saveDevices(client, space, raiseHeads(space, heads))
        space.bytes += row.bytes
      })
    },

    async coveredTo(id, dseqs) {
      const [row] = await query<{ seq: string }>(
        `SELECT least(min(spaces.head), min(uncovered.seq) - 1) AS seq FROM spaces
         LEFT JOIN devices ON devices.space = spaces.no
         LEFT JOIN unnest($2::bytea[], $3::bigint[]) AS covered(device, dseq) ON covered.device = devices.id
         LEFT JOIN LATERAL (SELECT seq FROM batches WHERE batches.space = spaces.no AND batches.device = devices.id
           AND batches.dseq > coalesce(covered.dseq, 0) ORDER BY batches.dseq LIMIT 1) AS uncovered ON true
         WHERE spaces.id = $1`,
        [hex(id), [...dseqs.keys()].map((device) => hex(device)), [...dseqs.values()]],
      )
      return Number(row?.seq ?? 0)
    },

    async readSnapshots(id) {
      const rows = await query<SnapshotTableRow>(
        'SELECT * FROM snapshots WHERE space = $1 ORDER BY at DESC, seq DESC',
        [await noOf(id)],
      )
      return rows.map((row): SnapshotRow => ({
        id: row.id,
        by: row.by,
        manifest: row.manifest,
        seq: Number(row.seq),
        parts: row.parts,
        bytes: Number(row.bytes),
        at: Number(row.at),
        confirmedBy: row.confirmed_by,
        purge: row.purge,
      }))
    },

    async confirmSnapshot(id, snapshot, device) {
      await query('UPDATE snapshots SET confirmed_by = $3 WHERE space = $1 AND id = $2', [
        await noOf(id),
        snapshot,
        device,
      ])
    },

    async deleteSnapshot(id, snapshot) {
      await within(id, async (client, space) => {
        const { rows } = await client.query<{ bytes: string }>(
          prepared('DELETE FROM snapshots WHERE space = $1 AND id = $2 RETURNING bytes', [space.no, snapshot]),
        )
        for (const row of rows) space.bytes -= Number(row.bytes)
      })
    },

    async dropBehind(id, seq) {
      await within(id, async (client, space) => {
        if (!mayDrop(space, seq)) return
        const { rows } = await client.query<{ chain: Buffer }>(
          prepared('SELECT chain FROM batches WHERE space = $1 AND seq = $2', [space.no, seq]),
        )
        if (!rows[0]) return
        const freed = await client.query<{ freed: string }>(
          prepared(
            `WITH gone AS (DELETE FROM batches WHERE space = $1 AND seq <= $2 RETURNING octet_length(bytes) AS size)
             SELECT coalesce(sum(size), 0) AS freed FROM gone`,
            [space.no, seq],
          ),
        )
        await client.query(prepared('UPDATE spaces SET floor_chain = $2 WHERE no = $1', [space.no, rows[0].chain]))
        space.floor = seq
        space.bytes -= Number(freed.rows[0]!.freed)
      })
    },

    async createBlob(id, row) {
      const done = await within(id, async (client, space) => {
        const { rows } = await client.query(
          prepared('SELECT 1 FROM blobs WHERE space = $1 AND id = $2', [space.no, row.id]),
        )
        if (rows.length > 0) return 'exists'
        if (!hasRoom(space, row.size, options.quota)) return 'quota'
        await client.query(
          prepared('INSERT INTO blobs (space, id, by, size, received, parts, at) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
            space.no,
            row.id,
            row.by,
            row.size,
            row.received,
            JSON.stringify(row.parts),
            row.at,
          ]),
        )
        space.blobBytes += row.size
        return 'created'
      })
      return done ?? 'quota'
    },

    async readBlob(id, blob) {
      const [row] = await query<BlobTableRow>('SELECT * FROM blobs WHERE space = $1 AND id = $2', [
        await noOf(id),
        blob,
      ])
      return row
        ? {
            id: row.id,
            by: row.by,
            size: Number(row.size),
            received: Number(row.received),
            parts: JSON.parse(row.parts) as [string, number][],
            at: Number(row.at),
          }
        : null
    },

    async advanceBlob(id, blob, from, part, to) {
      const rows = await query(
        `UPDATE blobs SET received = $4, parts = (parts::jsonb || $5::jsonb)::text
         WHERE space = $1 AND id = $2 AND received = $3 RETURNING 1`,
        [await noOf(id), blob, from, to, JSON.stringify(part ? [part] : [])],
      )
      return rows.length > 0
    },

    async deleteBlob(id, blob) {
      await within(id, async (client, space) => {
        const { rows } = await client.query<{ size: string }>(
          prepared('DELETE FROM blobs WHERE space = $1 AND id = $2 RETURNING size', [space.no, blob]),
        )
        for (const row of rows) space.blobBytes -= Number(row.size)
      })
    },

    async readAbandoned(before) {
      const rows = await query<{ space: Buffer; id: string }>(
        `SELECT spaces.id AS space, blobs.id AS id FROM blobs JOIN spaces ON spaces.no = blobs.space
         WHERE blobs.received < blobs.size AND blobs.at < $1`,
        [before],
      )
      return rows.map(({ space, id }) => ({ space: space.toString('hex'), id }))
    },

    async keepEnvelope(kind, id, envelope, once) {
      const rows = await query(
        `INSERT INTO envelopes (kind, id, space, bytes, ends_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (kind, id) DO ${
           once ? 'NOTHING' : 'UPDATE SET space = excluded.space, bytes = excluded.bytes, ends_at = excluded.ends_at'
         } RETURNING 1`,
        [kind, id, envelope.space, envelope.bytes, envelope.endsAt],
      )
      return rows.length > 0
    },

    async readEnvelope(kind: EnvelopeKind, id: string, now: number) {
      const [row] = await query<{ space: string | null; bytes: Buffer; ends_at: string | null }>(
        'SELECT space, bytes, ends_at FROM envelopes WHERE kind = $1 AND id = $2 AND (ends_at IS NULL OR ends_at > $3)',
        [kind, id, now],
      )
      return row
        ? { bytes: row.bytes, space: row.space, endsAt: row.ends_at === null ? null : Number(row.ends_at) }
        : null
    },

    async deleteEnvelope(kind, id) {
      await query('DELETE FROM envelopes WHERE kind = $1 AND id = $2', [kind, id])
    },

    async sweepEnvelopes(now) {
      await query('DELETE FROM envelopes WHERE ends_at <= $1', [now])
    },

    async listSpaces() {
      const rows = await query<SpaceRow>('SELECT * FROM spaces ORDER BY no')
      return rows.map((row) => {
        const { no: _no, ...space } = rowToSpace(row)
        return space
      })
    },

    async setQuota(id, quota) {
      const done = await within(id, async (_client, space) => {
        space.quota = quota
        return true
      })
      notify('!')
      return done ?? false
    },

    async deleteSpace(id) {
      const done = await transaction(async (client) => {
        const space = (await lock(client, [id])).get(id)
        if (!space) return false
        for (const table of ['batches', 'entries', 'devices', 'snapshots', 'blobs'])
          await client.query(prepared(`DELETE FROM ${table} WHERE space = $1`, [space.no]))
        await client.query(prepared('DELETE FROM envelopes WHERE space = $1', [id]))
        await client.query(prepared('DELETE FROM spaces WHERE no = $1', [space.no]))
        return true
      })
      spaces.forget(id)
      notify('!')
      return done
    },

    async readSetting(name) {
      return (await query<{ value: string }>('SELECT value FROM settings WHERE name = $1', [name]))[0]?.value ?? null
    },

    async writeSetting(name, value) {
      if (value === null) await query('DELETE FROM settings WHERE name = $1', [name])
      else
        await query(
          'INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
          [name, value],
        )
      notify('!')
    },

    onNews: (added) => void newsListeners.push(added),
    onChange: (added) => void changeListeners.push(added),

    async close() {
      if (closed) return
      closed = true
      clearInterval(polling)
      clearTimeout(telling)
      const last = listener
      listener = undefined
      // What cannot be said goodbye to is gone already.
      await last?.end().catch(() => {})
      await pool.end()
    },
  }
}
