// `node tests/bench/sync/appends.ts [SECONDS] [OPERATIONS]`: durable appends through the relay's log beside the same rows
// written raw to the same kind of store, in groups of the same size, in turns. A batch holds OPERATIONS (100 unless told
// otherwise) of 40 bytes each, and 200 bytes around them; with 1 it is the worst case, someone typing.
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { LogStore, NewBatch, NewEntry } from '../../../sync-server/log.ts'
import { openPostgresLog } from '../../../sync-server/postgresLog.ts'
import { openSqliteLog } from '../../../sync-server/sqliteLog.ts'
import { postgresPrograms, startPostgres } from '../../tools/postgres.mjs'

const seconds = Number(process.argv[2] ?? 4)
const operations = Number(process.argv[3] ?? 100)
const BATCH_BYTES = 200 + 40 * operations
const DEVICES = 50
/** Batches of one group: what 50 devices with 4 under way each bring together. */
const GROUP = 200
const ROUNDS = 3
const space = '5'.repeat(32)
const ids = Array.from({ length: DEVICES }, (_, index) => index.toString(16).padStart(16, '0'))

interface Side {
  /** Writes one group durably. */
  write: (group: readonly NewBatch[]) => Promise<void>
  end: () => Promise<void>
}

const folder = mkdtempSync(path.join(tmpdir(), 'vivier-appends-'))
await compare('node:sqlite', await logSide(openSqliteLog(path.join(folder, 'log'), settings())), rawSqlite(), 0.9)
if (!process.env.NOPG && postgresPrograms()) {
  const database = await startPostgres()
  await compare(
    'PostgreSQL',
    await logSide(await openPostgresLog(database.url, settings())),
    await rawPostgres(database.url),
    0.8,
  )
  await database.remove()
} else console.log('PostgreSQL: skipped, it is not installed on this machine')
rmSync(folder, { recursive: true })

async function compare(name: string, log: Side, raw: Side, goal: number): Promise<void> {
  const rates = { log: [] as number[], raw: [] as number[] }
  const spent = { log: 0, raw: 0 }
  const queues = { log: batchMaker(), raw: batchMaker() }
  await log.write(queues.log()[0]!)
  await raw.write(queues.raw()[0]!)
  // In turns, so that a busy moment of the machine meets both.
  for (let round = 0; round < ROUNDS; round++)
    for (const [side, writer] of [
      ['log', log],
      ['raw', raw],
    ] as const) {
      const { rate, cpuUs } = await measure(writer, queues[side])
      rates[side].push(rate)
      spent[side] += cpuUs / ROUNDS
    }
  await log.end()
  await raw.end()
  const best = { log: Math.max(...rates.log), raw: Math.max(...rates.raw) }
  const share = rates.log.reduce((a, b) => a + b) / rates.raw.reduce((a, b) => a + b)
  console.log(
    `${name}, ${operations} operations a batch: ${Math.round(best.log * operations)} durable operations/s through the ` +
      `log (${Math.round(best.log)} batches/s, ${spent.log.toFixed(0)} us of CPU each), ${Math.round(best.raw)} ` +
      `batches/s raw (${spent.raw.toFixed(0)} us), ${share.toFixed(2)} of raw over ${ROUNDS} rounds ` +
      `(goals: 10,000 operations/s and ${goal})`,
  )
  if (best.log * operations < 10_000 || share < goal) process.exitCode = 1
}

async function measure(side: Side, next: (count: number) => NewBatch[][]): Promise<{ rate: number; cpuUs: number }> {
  let written = 0
  let spentMs = 0
  let cpuUs = 0
  while (spentMs < (seconds * 1_000) / ROUNDS) {
    // What is appended is made while the clock stands: signing and sealing are the devices' work.
    for (const group of next(10)) {
      const beganMs = performance.now()
      const began = process.cpuUsage()
      await side.write(group)
      spentMs += performance.now() - beganMs
      const { user, system } = process.cpuUsage(began)
      cpuUs += user + system
      written += group.length
    }
  }
  return { rate: (written / spentMs) * 1_000, cpuUs: cpuUs / written }
}

function batchMaker(): (count?: number) => NewBatch[][] {
  const heads = ids.map(() => ({ dseq: 0, previous: new Uint8Array(32) as Uint8Array }))
  const makeGroup = (): NewBatch[] =>
    Array.from({ length: GROUP }, (_, index): NewBatch => {
      const head = heads[index % DEVICES]!
      const bytes = randomBytes(BATCH_BYTES)
      const hash = createHash('sha256').update(bytes).digest()
      head.dseq += 1
      const batch = { device: ids[index % DEVICES]!, dseq: head.dseq, entries: 1, previous: head.previous, hash, bytes }
      head.previous = hash
      return batch
    })
  return (count = 1) => Array.from({ length: count }, makeGroup)
}

function settings() {
  return { now: () => Date.now(), quota: 1e12 }
}

async function logSide(log: LogStore): Promise<Side> {
  const entries = ids.map((device, number): NewEntry => {
    return { number, bytes: randomBytes(200), effects: [{ device, key: randomBytes(65), rights: 3 }] }
  })
  await log.create(space, entries)
  return {
    async write(group) {
      // Each batch is a push of its own, as it comes from a socket.
      const results = await Promise.all(group.map((batch) => log.append(space, [batch])))
      if (results.some(([result]) => result!.type !== 'appended')) throw new Error('The log refused a batch.')
    },
    end: () => log.close(),
  }
}

function rawSqlite(): Side {
  const db = new DatabaseSync(path.join(folder, 'raw.db'))
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE batches (seq INTEGER PRIMARY KEY, device BLOB, dseq INTEGER, entries INTEGER, chain BLOB, at INTEGER,
      bytes BLOB);
    CREATE UNIQUE INDEX by_device ON batches (device, dseq);`)
  const insert = db.prepare('INSERT INTO batches (device, dseq, entries, chain, at, bytes) VALUES (?, ?, ?, ?, ?, ?)')
  return {
    async write(group) {
      db.exec('BEGIN')
      for (const { device, dseq, entries, hash, bytes } of group)
        insert.run(Buffer.from(device, 'hex'), dseq, entries, hash, Date.now(), bytes)
      db.exec('COMMIT')
    },
    async end() {
      db.close()
    },
  }
}

async function rawPostgres(url: string): Promise<Side> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(`CREATE TABLE raw (seq bigserial PRIMARY KEY, device bytea, dseq bigint, entries int, chain bytea,
    at bigint, bytes bytea); CREATE UNIQUE INDEX raw_by_device ON raw (device, dseq);`)
  const rows = Array.from(
    { length: GROUP },
    (_, row) => `(${Array.from({ length: 6 }, (_, i) => `$${row * 6 + i + 1}`).join()})`,
  )
  const text = `INSERT INTO raw (device, dseq, entries, chain, at, bytes) VALUES ${rows.join()}`
  return {
    async write(group) {
      const values = group.flatMap(({ device, dseq, entries, hash, bytes }) => [
        Buffer.from(device, 'hex'),
        dseq,
        entries,
        hash,
        Date.now(),
        bytes,
      ])
      await client.query({ name: 'raw', text, values })
    },
    end: () => client.end(),
  }
}
