import { randomBytes } from 'node:crypto'
import type { StatementSync } from 'node:sqlite'
import {
  emptyChain,
  enact,
  Growth,
  hasRoom,
  judgeEntries,
  judgeRepeat,
  mayDrop,
  raiseHeads,
  type LogRow,
  type WorkingSpace,
} from './judging.ts'
import {
  StoreError,
  type Appended,
  type EntryTaken,
  type Envelope,
  type LogOptions,
  type LogStore,
  type NewBatch,
  type News,
  type SnapshotRow,
  type StoredBatch,
} from './log.ts'
import { SpaceCache } from './spaceCache.ts'
import {
  openDatabase,
  rowToSpace,
  storeError,
  type BatchRow,
  type BlobTableRow,
  type DeviceRow,
  type SnapshotTableRow,
  type SpaceRow,
} from './sqliteDatabase.ts'

/**
 * A row of the log is found by one number, space * 2^32 + seq, so that a space's batches lie side by side and no second
 * index is needed for reading. Numbers stay below 2^53 for the first two million spaces.
 */
const SEQS = 2 ** 32

/** How long the database rests before its write-ahead log is folded in and cut to nothing. */
const REST_MS = 500
/** How often another process's writes (the command line) are looked for. */
const WATCH_MS = 1_000
type Job = { work: () => unknown; resolve: (value: unknown) => void; reject: (error: Error) => void }

/**
 * The log in one file, `relay.db` in `folder`. What is asked for within one turn of the event loop shares one
 * transaction and one fsync, and resolves after it:
 *
 *     turn      push push entry push |                    | push push
 *     database                       | BEGIN ... COMMIT   |           | BEGIN ...
 *     answers                        |             fsync  ack ack ack ack
 *
 * While the disk works the sockets fill, so the next group is as large as the load asks for.
 */
export function openSqliteLog(folder: string, options: LogOptions): LogStore {
  const db = openDatabase(folder)

  const statements = new Map<string, StatementSync>()
  const sql = (text: string): StatementSync => {
    let statement = statements.get(text)
    if (!statement) statements.set(text, (statement = db.prepare(text)))
    return statement
  }
  const get = <T>(text: string, ...values: Value[]): T | undefined => sql(text).get(...values) as T | undefined
  const all = <T>(text: string, ...values: Value[]): T[] => sql(text).all(...values) as T[]
  const run = (text: string, ...values: Value[]): number => Number(sql(text).run(...values).changes)

  const spaces = new SpaceCache<WorkingSpace>()
  const newsListeners: ((news: News) => void)[] = []
  const changeListeners: (() => void)[] = []
  const seen = new Map<string, { space: string; device: string; at: number }>()
  let jobs: Job[] = []
  let growth = new Growth(options.quota)
  let scheduled = false
  let closed = false
  let rest: NodeJS.Timeout | undefined
  let version = dataVersion()
  const watch = setInterval(() => {
    if (!closed) noticeOthers()
  }, WATCH_MS)
  watch.unref()

  run(`INSERT OR IGNORE INTO settings (name, value) VALUES ('secret', ?)`, randomBytes(32).toString('hex'))
  const secret = Buffer.from(get<{ value: string }>(`SELECT value FROM settings WHERE name = 'secret'`)!.value, 'hex')

  function dataVersion(): number {
    return get<{ data_version: number }>('PRAGMA data_version')!.data_version
  }

  /** Forgets what is remembered when another process has written. */
  function noticeOthers(): void {
    const now = dataVersion()
    if (now === version) return
    version = now
    spaces.clear()
    for (const listener of changeListeners) listener()
  }

  /** Runs `work` in the group's transaction; resolves once that is on disk. */
  function inGroup<T>(work: () => T): Promise<T> {
    if (closed) return Promise.reject(new StoreError('The log is closed.'))
    return new Promise<T>((resolve, reject) => {
      jobs.push({ work, resolve: resolve as (value: unknown) => void, reject })
      if (scheduled) return
      scheduled = true
      setImmediate(flush)
    })
  }

  /** Like `inGroup`, for what deletes: where it stood is overwritten with zeros, not only forgotten. */
  function erasing<T>(work: () => T): Promise<T> {
    return inGroup(() => {
      db.exec('PRAGMA secure_delete = ON')
      try {
        return work()
      } finally {
        db.exec('PRAGMA secure_delete = OFF')
      }
    })
  }

  function flush(): void {
    scheduled = false
    const group = jobs
    jobs = []
    if (group.length === 0) return
    const results: unknown[] = []
    try {
      sql('BEGIN IMMEDIATE').run()
      noticeOthers()
      for (const job of group) results.push(job.work())
      saveGrown()
      for (const { space, device, at } of seen.values()) {
        const no = spaces.get(space)?.no
        if (no !== undefined)
          run('UPDATE devices SET seen_at = ? WHERE space = ? AND id = ?', at, no, Buffer.from(device, 'hex'))
      }
      seen.clear()
      sql('COMMIT').run()
    } catch (error) {
      try {
        if (db.isTransaction) db.exec('ROLLBACK')
      } catch {
        // The storage is gone altogether: what follows says so to everyone who waits.
      }
      spaces.clear()
      growth = new Growth(options.quota)
      const reason = storeError(error)
      for (const job of group) job.reject(reason)
      return
    }
    for (let index = 0; index < group.length; index++) group[index]!.resolve(results[index])
    const { news } = growth
    growth = new Growth(options.quota)
    for (const item of news) for (const listener of newsListeners) listener(item)
    clearTimeout(rest)
    rest = setTimeout(foldIn, REST_MS)
    rest.unref()
  }

  /** Folds the write-ahead log into the database and gives free pages back to the disk. */
  function foldIn(): void {
    if (closed) return
    try {
      db.exec('PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE);')
    } catch {
      // Another process reads: it is done after the next write.
    }
  }

  function working(space: string): WorkingSpace | null {
    const known = spaces.get(space)
    if (known) return known
    const row = get<SpaceRow>('SELECT * FROM spaces WHERE id = ?', Buffer.from(space, 'hex'))
    if (!row) return null
    const found: WorkingSpace = { ...rowToSpace(row), devices: new Map() }
    for (const device of all<DeviceRow>('SELECT * FROM devices WHERE space = ?', row.no))
      found.devices.set(Buffer.from(device.id).toString('hex'), {
        key: device.key,
        grants: JSON.parse(device.grants) as [number, number][],
        revoked: device.revoked === 1,
        dseq: device.dseq,
        hash: device.hash,
        seenAt: device.seen_at,
      })
    spaces.keep(found)
    return found
  }

  function saveSpace(space: WorkingSpace): void {
    run(
      'UPDATE spaces SET head = ?, chain = ?, entries = ?, bytes = ?, blob_bytes = ? WHERE no = ?',
      space.head,
      space.chain,
      space.entries,
      space.bytes,
      space.blobBytes,
      space.no,
    )
  }

  function saveDevice(space: WorkingSpace, id: string): void {
    const device = space.devices.get(id)!
    run(
      `INSERT INTO devices (space, id, key, grants, revoked, dseq, hash, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (space, id) DO UPDATE SET
         grants = excluded.grants, revoked = excluded.revoked, dseq = excluded.dseq, hash = excluded.hash`,
      space.no,
      Buffer.from(id, 'hex'),
      device.key,
      JSON.stringify(device.grants),
      device.revoked ? 1 : 0,
      device.dseq,
      device.hash,
      device.seenAt,
    )
  }

  const insertBatch = db.prepare(
    'INSERT INTO batches (place, device, dseq, entries, chain, at, space, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )

  function appendNow(space: string, batches: readonly NewBatch[]): Appended[] {
    const found = working(space)
    if (!found) return batches.map(() => ({ type: 'noSpace' }))
    const at = options.now()
    const { no } = found
    const keep = (row: LogRow): void => {
      const { seq, device, dseq, entries, chain, bytes } = row
      insertBatch.run(no * SEQS + seq, hex(device), dseq, entries, chain, at, no, bytes)
    }
    const results: Appended[] = []
    for (const batch of batches) {
      const result = growth.append(found, batch, keep)
      results.push(result.type === 'repeat' ? compare(found, batch) : result)
    }
    return results
  }

  /** Writes down where spaces and devices stand after a group: once, however many batches it had. */
  function saveGrown(): void {
    for (const [space, devices] of growth.moved) {
      saveSpace(space)
      for (const id of devices) {
        const { dseq, hash } = space.devices.get(id)!
        run('UPDATE devices SET dseq = ?, hash = ? WHERE space = ? AND id = ?', dseq, hash, space.no, hex(id))
      }
    }
  }

  function compare(space: WorkingSpace, batch: NewBatch): Appended {
    const row = get<{ place: number; bytes: Uint8Array }>(
      'SELECT place, bytes FROM batches WHERE space = ? AND device = ? AND dseq = ?',
      space.no,
      hex(batch.device),
      batch.dseq,
    )
    return judgeRepeat(space, batch, row && { seq: row.place % SEQS, bytes: row.bytes })
  }

  const placeOf = (space: WorkingSpace, seq: number): number => space.no * SEQS + seq

  return {
    secret,
    quota: options.quota,

    create: (space, entries) =>
      inGroup(() => {
        if (working(space)) return 'exists'
        run(
          `INSERT INTO spaces (id, log_id, head, chain, floor, floor_chain, entries, bytes, blob_bytes, created_at)
           VALUES (?, ?, 0, ?, 0, ?, 0, 0, 0, ?)`,
          Buffer.from(space, 'hex'),
          randomBytes(16).toString('hex'),
          emptyChain,
          emptyChain,
          options.now(),
        )
        const created = working(space)!
        for (const entry of entries)
          run('INSERT INTO entries (place, bytes) VALUES (?, ?)', placeOf(created, entry.number), entry.bytes)
        for (const id of enact(created, entries, options.now())) saveDevice(created, id)
        saveSpace(created)
        return 'created'
      }),

    async find(space) {
      noticeOthers()
      return working(space)
    },

    append: (space, batches) => inGroup(() => appendNow(space, batches)),

    appendEntry: (space, entries) =>
      inGroup((): EntryTaken => {
        const found = working(space)
        if (!found) return { type: 'noSpace' }
        const verdict = judgeEntries(found, entries)
        if (verdict.type !== 'taken') return verdict
        for (const entry of entries)
          run('INSERT INTO entries (place, bytes) VALUES (?, ?)', placeOf(found, entry.number), entry.bytes)
        for (const id of enact(found, entries, options.now())) saveDevice(found, id)
        saveSpace(found)
        growth.entries(found, entries)
        return verdict
      }),

    async readBatches(space, after, maxBytes) {
      const found = working(space)
      if (!found) return []
      const batches: StoredBatch[] = []
      let size = 0
      const rows = sql(
        'SELECT place, device, dseq, entries, bytes FROM batches WHERE place > ? AND place < ? ORDER BY place',
      ).iterate(placeOf(found, after), placeOf(found, SEQS - 1)) as Iterable<BatchRow>
      for (const row of rows) {
        size += row.bytes.byteLength + BATCH_OVERHEAD
        if (batches.length > 0 && size > maxBytes) break
        batches.push({
          seq: row.place % SEQS,
          device: Buffer.from(row.device).toString('hex'),
          dseq: row.dseq,
          entries: row.entries,
          bytes: row.bytes,
        })
      }
      return batches
    },

    async chainAt(space, seq) {
      const found = working(space)
      if (!found) return null
      if (seq === found.head) return found.chain
      if (seq === 0) return emptyChain
      if (seq === found.floor)
        return get<{ floor_chain: Uint8Array }>('SELECT floor_chain FROM spaces WHERE no = ?', found.no)!.floor_chain
      const row = get<{ chain: Uint8Array }>('SELECT chain FROM batches WHERE place = ?', placeOf(found, seq))
      return row?.chain ?? null
    },

    async readEntries(space, after) {
      const found = working(space)
      if (!found) return []
      return all<{ bytes: Uint8Array }>(
        'SELECT bytes FROM entries WHERE place >= ? AND place < ? ORDER BY place',
        placeOf(found, after),
        placeOf(found, SEQS - 1),
      ).map(({ bytes }) => bytes)
    },

    touch(space, device) {
      const at = options.now()
      // Written with the next group: a sight alone is not worth an fsync.
      if (spaces.sight(space, device, at)) seen.set(`${space}/${device}`, { space, device, at })
    },

    keepSnapshot: (space, row, heads) =>
      inGroup(() => {
        const found = working(space)
        if (!found) return
        run(
          `INSERT OR REPLACE INTO snapshots (space, id, by, manifest, seq, parts, bytes, at, confirmed_by, purge)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          found.no,
          row.id,
          row.by,
          row.manifest,
          row.seq,
          row.parts,
          row.bytes,
          row.at,
          row.confirmedBy,
          row.purge ? 1 : 0,
        )
        for (const id of raiseHeads(found, heads)) saveDevice(found, id)
        found.bytes += row.bytes
        saveSpace(found)
      }),

    async coveredTo(space, dseqs) {
      const found = working(space)
      if (!found) return 0
      let last = found.head
      for (const [id, device] of found.devices) {
        if (device.dseq <= (dseqs.get(id) ?? 0)) continue
        const row = get<{ place: number }>(
          'SELECT place FROM batches WHERE space = ? AND device = ? AND dseq > ? ORDER BY dseq LIMIT 1',
          found.no,
          Buffer.from(id, 'hex'),
          dseqs.get(id) ?? 0,
        )
        if (row) last = Math.min(last, (row.place % SEQS) - 1)
      }
      return last
    },

    async readSnapshots(space) {
      const found = working(space)
      if (!found) return []
      return all<SnapshotTableRow>('SELECT * FROM snapshots WHERE space = ? ORDER BY at DESC, seq DESC', found.no).map(
        (row): SnapshotRow => ({
          id: row.id,
          by: row.by,
          manifest: row.manifest,
          seq: row.seq,
          parts: row.parts,
          bytes: row.bytes,
          at: row.at,
          confirmedBy: row.confirmed_by,
          purge: row.purge === 1,
        }),
      )
    },

    confirmSnapshot: (space, id, device) =>
      inGroup(() => {
        const found = working(space)
        if (found) run('UPDATE snapshots SET confirmed_by = ? WHERE space = ? AND id = ?', device, found.no, id)
      }),

    deleteSnapshot: (space, id) =>
      erasing(() => {
        const found = working(space)
        if (!found) return
        const row = get<{ bytes: number }>('SELECT bytes FROM snapshots WHERE space = ? AND id = ?', found.no, id)
        if (!row) return
        run('DELETE FROM snapshots WHERE space = ? AND id = ?', found.no, id)
        found.bytes -= row.bytes
        saveSpace(found)
      }),

    dropBehind: (space, seq) =>
      erasing(() => {
        const found = working(space)
        if (!found || !mayDrop(found, seq)) return
        const last = get<{ chain: Uint8Array }>('SELECT chain FROM batches WHERE place = ?', placeOf(found, seq))
        if (!last) return
        const { freed } = get<{ freed: number }>(
          'SELECT coalesce(sum(length(bytes)), 0) AS freed FROM batches WHERE place > ? AND place <= ?',
          placeOf(found, 0),
          placeOf(found, seq),
        )!
        run('DELETE FROM batches WHERE place > ? AND place <= ?', placeOf(found, 0), placeOf(found, seq))
        run('UPDATE spaces SET floor = ?, floor_chain = ? WHERE no = ?', seq, last.chain, found.no)
        found.floor = seq
        found.bytes -= freed
        saveSpace(found)
      }),

    createBlob: (space, row) =>
      inGroup(() => {
        const found = working(space)
        if (!found) return 'quota'
        if (get('SELECT 1 FROM blobs WHERE space = ? AND id = ?', found.no, row.id)) return 'exists'
        if (!hasRoom(found, row.size, options.quota)) return 'quota'
        run(
          'INSERT INTO blobs (space, id, by, size, received, parts, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
          found.no,
          row.id,
          row.by,
          row.size,
          row.received,
          JSON.stringify(row.parts),
          row.at,
        )
        found.blobBytes += row.size
        saveSpace(found)
        return 'created'
      }),

    async readBlob(space, id) {
      const found = working(space)
      if (!found) return null
      const row = get<BlobTableRow>('SELECT * FROM blobs WHERE space = ? AND id = ?', found.no, id)
      return row
        ? {
            id: row.id,
            by: row.by,
            size: row.size,
            received: row.received,
            parts: JSON.parse(row.parts) as [string, number][],
            at: row.at,
          }
        : null
    },

    advanceBlob: (space, id, from, part, to) =>
      inGroup(() => {
        const found = working(space)
        if (!found) return false
        const row = get<BlobTableRow>('SELECT * FROM blobs WHERE space = ? AND id = ?', found.no, id)
        if (row?.received !== from) return false
        const parts = JSON.parse(row.parts) as [string, number][]
        run(
          'UPDATE blobs SET received = ?, parts = ? WHERE space = ? AND id = ?',
          to,
          JSON.stringify(part ? [...parts, part] : parts),
          found.no,
          id,
        )
        return true
      }),

    deleteBlob: (space, id) =>
      inGroup(() => {
        const found = working(space)
        if (!found) return
        const row = get<{ size: number }>('SELECT size FROM blobs WHERE space = ? AND id = ?', found.no, id)
        if (!row) return
        run('DELETE FROM blobs WHERE space = ? AND id = ?', found.no, id)
        found.blobBytes -= row.size
        saveSpace(found)
      }),

    async readAbandoned(before) {
      return all<{ space: Uint8Array; id: string }>(
        `SELECT spaces.id AS space, blobs.id AS id FROM blobs JOIN spaces ON spaces.no = blobs.space
         WHERE blobs.received < blobs.size AND blobs.at < ?`,
        before,
      ).map(({ space, id }) => ({ space: Buffer.from(space).toString('hex'), id }))
    },

    keepEnvelope: (kind, id, envelope, once) =>
      inGroup(() => {
        const changes = run(
          `INSERT ${once ? 'OR IGNORE' : 'OR REPLACE'} INTO envelopes (kind, id, space, bytes, ends_at)
           VALUES (?, ?, ?, ?, ?)`,
          kind,
          id,
          envelope.space,
          envelope.bytes,
          envelope.endsAt,
        )
        return changes > 0
      }),

    async readEnvelope(kind, id, now) {
      const row = get<{ space: string | null; bytes: Uint8Array; ends_at: number | null }>(
        'SELECT space, bytes, ends_at FROM envelopes WHERE kind = ? AND id = ? AND (ends_at IS NULL OR ends_at > ?)',
        kind,
        id,
        now,
      )
      return row ? ({ bytes: row.bytes, space: row.space, endsAt: row.ends_at } satisfies Envelope) : null
    },

    deleteEnvelope: (kind, id) => erasing(() => void run('DELETE FROM envelopes WHERE kind = ? AND id = ?', kind, id)),

    sweepEnvelopes: (now) => erasing(() => void run('DELETE FROM envelopes WHERE ends_at <= ?', now)),

    async listSpaces() {
      return all<SpaceRow>('SELECT * FROM spaces ORDER BY no').map((row) => {
        const { no: _no, ...space } = rowToSpace(row)
        return space
      })
    },

    setQuota: (space, quota) =>
      inGroup(() => {
        const found = working(space)
        if (!found) return false
        run('UPDATE spaces SET quota = ? WHERE no = ?', quota, found.no)
        found.quota = quota
        return true
      }),

    deleteSpace: (space) =>
      erasing(() => {
        const found = working(space)
        if (!found) return false
        for (const table of ['batches', 'entries'])
          run(`DELETE FROM ${table} WHERE place >= ? AND place < ?`, placeOf(found, 0), placeOf(found, SEQS))
        for (const table of ['devices', 'snapshots', 'blobs']) run(`DELETE FROM ${table} WHERE space = ?`, found.no)
        run('DELETE FROM envelopes WHERE space = ?', space)
        run('DELETE FROM spaces WHERE no = ?', found.no)
        spaces.forget(space)
        growth.moved.delete(found)
        return true
      }),

    async readSetting(name) {
      return get<{ value: string }>('SELECT value FROM settings WHERE name = ?', name)?.value ?? null
    },

    writeSetting: (name, value) =>
      inGroup(() => {
        if (value === null) run('DELETE FROM settings WHERE name = ?', name)
        else run('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)', name, value)
      }),

    onNews: (listener) => void newsListeners.push(listener),
    onChange: (listener) => void changeListeners.push(listener),

    async close() {
      if (closed) return
      flush()
      foldIn()
      closed = true
      clearInterval(watch)
      clearTimeout(rest)
      statements.clear()
      db.close()
    },
  }
}

const hexes = new Map<string, Buffer>()

/** The bytes of an id. The same few come again and again. */
function hex(id: string): Buffer {
  let bytes = hexes.get(id)
  if (bytes) return bytes
  bytes = Buffer.from(id, 'hex')
  if (hexes.size > 10_000) hexes.clear()
  hexes.set(id, bytes)
  return bytes
}

/** What a batch takes in a frame beside its bytes. */
const BATCH_OVERHEAD = 15

type Value = null | number | string | Uint8Array
