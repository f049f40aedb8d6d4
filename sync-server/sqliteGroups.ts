import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { Growth, type WorkingSpace } from './judging.ts'
import { sha256, StoreError, type LogOptions, type News } from './log.ts'
import { idBytes, toDevices, toSpace, type DeviceTableRow, type SpaceTableRow } from './rows.ts'
import { SpaceCache } from './spaceCache.ts'
import { storeError } from './sqliteDatabase.ts'

/**
 * A row of the log is found by one number, space * 2^32 + seq, so that a space's batches lie side by side and no second
 * index is needed for reading. Numbers stay below 2^53 for the first two million spaces.
 */
export const SEQS = 2 ** 32
export const placeOf = (space: WorkingSpace, seq: number): number => space.no * SEQS + seq

/**
 * How long the database rests before its write-ahead log is folded in and cut to nothing. After something was erased, which
 * that log still holds, this is not put off by what comes after.
 */
const REST_MS = 500
/** How often another process's writes (the command line) are looked for. */
const WATCH_MS = 1_000

export type Value = null | number | string | Uint8Array

interface Job {
  work: () => unknown
  resolve: (value: unknown) => void
  reject: (error: Error) => void
}

/**
 * The database of the embedded store, its statements and the spaces in memory. What is to be written within one turn of
 * the event loop shares one transaction and one fsync, and resolves after it:
 *
 *     turn      push push entry push |                    | push push
 *     database                       | BEGIN ... COMMIT   |           | BEGIN ...
 *     answers                        |             fsync  ack ack ack ack
 *
 * While the disk works the sockets fill, so the next group is as large as the load asks for.
 */
export class SqliteGroups {
  readonly options: LogOptions
  readonly spaces = new SpaceCache<WorkingSpace>()
  readonly newsListeners: ((news: News) => void)[] = []
  readonly changeListeners: (() => void)[] = []
  /** What the group under way adds. */
  growth: Growth
  private readonly db: DatabaseSync
  private readonly statements = new Map<string, StatementSync>()
  private readonly seen = new Map<string, { space: string; device: string; at: number }>()
  private jobs: Job[] = []
  private closed = false
  private erased = false
  private rest: NodeJS.Timeout | undefined
  private version: number
  private readonly watch: NodeJS.Timeout

  constructor(db: DatabaseSync, options: LogOptions) {
    this.db = db
    this.options = options
    this.growth = new Growth(options.quota)
    this.version = this.dataVersion()
    this.watch = setInterval(() => this.noticeOthers(), WATCH_MS)
    this.watch.unref()
  }

  /** A statement, prepared once. */
  sql(text: string): StatementSync {
    let statement = this.statements.get(text)
    if (!statement) this.statements.set(text, (statement = this.db.prepare(text)))
    return statement
  }

  get<T>(text: string, ...values: Value[]): T | undefined {
    return this.sql(text).get(...values) as T | undefined
  }

  all<T>(text: string, ...values: Value[]): T[] {
    return this.sql(text).all(...values) as T[]
  }

  /** Gives how many rows changed. */
  run(text: string, ...values: Value[]): number {
    return Number(this.sql(text).run(...values).changes)
  }

  /** Runs `work` in the group's transaction; resolves once that is on disk. */
  write<T>(work: () => T): Promise<T> {
    if (this.closed) return Promise.reject(new StoreError('The log is closed.'))
    return new Promise<T>((resolve, reject) => {
      this.jobs.push({ work, resolve: resolve as (value: unknown) => void, reject })
      if (this.jobs.length === 1) setImmediate(() => this.flush())
    })
  }

  /** Like `write`, for what deletes: where it stood is overwritten with zeros, not only forgotten. */
  erase<T>(work: () => T): Promise<T> {
    return this.write(() => {
      this.db.exec('PRAGMA secure_delete = ON')
      try {
        this.erased = true
        return work()
      } finally {
        this.db.exec('PRAGMA secure_delete = OFF')
      }
    })
  }

  /** A space; null when there is none. */
  find(id: string): WorkingSpace | null {
    const known = this.spaces.get(id)
    if (known) return known
    const row = this.get<SpaceTableRow>('SELECT * FROM spaces WHERE id = ?', idBytes(id))
    if (!row) return null
    const devices = toDevices(this.all<DeviceTableRow>('SELECT * FROM devices WHERE space = ?', row.no))
    // Its row says where a device stood when the row was written; its batches, where it stands.
    for (const [device, head] of devices) {
      const last = this.get<{ dseq: number; bytes: Uint8Array }>(
        'SELECT dseq, bytes FROM batches WHERE device = ? AND dseq > ? AND space = ? ORDER BY dseq DESC LIMIT 1',
        idBytes(device),
        head.dseq,
        row.no,
      )
      if (last) Object.assign(head, { dseq: last.dseq, hash: sha256(last.bytes) })
    }
    const found: WorkingSpace = { ...toSpace(row), devices }
    this.spaces.keep(found)
    return found
  }

  save(space: WorkingSpace): void {
    this.run(
      `UPDATE spaces SET head = ?, chain = ?, floor = ?, entries = ?, bytes = ?, blob_bytes = ?, quota = ?
       WHERE no = ?`,
      space.head,
      space.chain,
      space.floor,
      space.entries,
      space.bytes,
      space.blobBytes,
      space.quota,
      space.no,
    )
  }

  saveDevices(space: WorkingSpace, ids: Iterable<string>): void {
    for (const id of ids) {
      const device = space.devices.get(id)!
      this.run(
        `INSERT INTO devices (space, id, key, grants, revoked, dseq, hash, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (space, id) DO UPDATE SET
           grants = excluded.grants, revoked = excluded.revoked, dseq = excluded.dseq, hash = excluded.hash`,
        space.no,
        idBytes(id),
        device.key,
        JSON.stringify(device.grants),
        device.revoked ? 1 : 0,
        device.dseq,
        device.hash,
        device.seenAt,
      )
    }
  }

  /** Notes that a device was here; written with the next group, since a sight alone is not worth an fsync. */
  sight(space: string, device: string): void {
    const at = this.options.now()
    if (this.spaces.sight(space, device, at)) this.seen.set(`${space}/${device}`, { space, device, at })
  }

  /** Forgets what is remembered when another process has written. */
  noticeOthers(): void {
    if (this.closed) return
    const now = this.dataVersion()
    if (now === this.version) return
    this.version = now
    this.spaces.clear()
    for (const listener of this.changeListeners) listener()
  }

  close(): void {
    if (this.closed) return
    this.flush()
    this.foldIn()
    this.closed = true
    clearInterval(this.watch)
    clearTimeout(this.rest)
    this.statements.clear()
    this.db.close()
  }

  private dataVersion(): number {
    return this.get<{ data_version: number }>('PRAGMA data_version')!.data_version
  }

  private flush(): void {
    const group = this.jobs
    this.jobs = []
    if (group.length === 0) return
    const results: unknown[] = []
    try {
      this.sql('BEGIN IMMEDIATE').run()
      this.noticeOthers()
      for (const job of group) results.push(job.work())
      for (const space of this.growth.moved.keys()) this.save(space)
      this.saveSeen()
      this.sql('COMMIT').run()
    } catch (error) {
      this.rollBack()
      const reason = storeError(error)
      for (const job of group) job.reject(reason)
      return
    }
    for (let index = 0; index < group.length; index++) group[index]!.resolve(results[index])
    const { news } = this.growth
    this.growth = new Growth(this.options.quota)
    for (const item of news) for (const listener of this.newsListeners) listener(item)
    this.restLater()
  }

  private rollBack(): void {
    try {
      if (this.db.isTransaction) this.db.exec('ROLLBACK')
    } catch {
      // The storage is gone altogether: what follows says so to everyone who waits.
    }
    this.spaces.clear()
    this.growth = new Growth(this.options.quota)
  }

  private saveSeen(): void {
    for (const { space, device, at } of this.seen.values()) {
      const no = this.spaces.get(space)?.no
      if (no !== undefined)
        this.run('UPDATE devices SET seen_at = ? WHERE space = ? AND id = ?', at, no, idBytes(device))
    }
    this.seen.clear()
  }

  private foldsSoon = false

  private restLater(): void {
    if (this.foldsSoon) return
    this.foldsSoon = this.erased
    clearTimeout(this.rest)
    this.rest = setTimeout(() => this.foldIn(), REST_MS)
    this.rest.unref()
  }

  /** Folds the write-ahead log into the database and gives free pages back to the disk. */
  private foldIn(): void {
    if (this.closed) return
    this.erased = false
    this.foldsSoon = false
    try {
      this.db.exec('PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE);')
    } catch {
      // Another process reads: it is done after the next write.
    }
  }
}

const hexes = new Map<string, Buffer>()

/** The bytes of an id that comes again and again. */
export function keptIdBytes(id: string): Buffer {
  let bytes = hexes.get(id)
  if (bytes) return bytes
  bytes = idBytes(id)
  if (hexes.size > 10_000) hexes.clear()
  hexes.set(id, bytes)
  return bytes
}
