// `node tests/bench/sync/appends.ts [SECONDS] [OPERATIONS]`: durable appends through the relay's log beside the same rows
// (same columns, same indexes, same durability) written raw to the same kind of store, in groups of the same size, ten
// groups of one and ten of the other in turns. A batch holds OPERATIONS (100 unless told otherwise) of 40 bytes each, and
// 200 bytes around them; with 1 it is the worst case, someone typing. Raw keeps no heads, chains nothing, judges nothing.
// Each side is billed for its own garbage and for no other: that of making batches is collected before its clock starts,
// its own before its clock stops. (Left to itself, V8 collects when the event loop turns, which raw never lets it do.)
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import pg from 'pg'
import type { LogStore, NewBatch, NewEntry } from '../../../sync-server/log.ts'
import { openPostgresLog } from '../../../sync-server/postgresLog.ts'
import { openSqliteLog } from '../../../sync-server/sqliteLog.ts'
import { isSignedBy } from '../../../sync-server/verify.ts'
import { postgresPrograms, startPostgres } from '../../tools/postgres.mjs'

const seconds = Number(process.argv[2] ?? 4)
const operations = Number(process.argv[3] ?? 100)
const BATCH_BYTES = 200 + 40 * operations
const DEVICES = 50
/** Batches of one group: what 50 devices with 4 under way each bring together. */
const GROUP = 200
/** Groups written by one side before it is the other's turn. */
const TURN = 10
const space = '5'.repeat(32)
const ids = Array.from({ length: DEVICES }, (_, index) => index.toString(16).padStart(16, '0'))

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as (how?: { type: 'minor' }) => void

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
tellVerifying()
rmSync(folder, { recursive: true })

async function compare(name: string, log: Side, raw: Side, goal: number): Promise<void> {
  const sides = { log: measured(log), raw: measured(raw) }
  const turns: number[] = []
  while (sides.log.spentMs + sides.raw.spentMs < seconds * 1_000) {
    // In turns, so that a busy moment of the machine meets both; and each begins as often as the other.
    const order = turns.length % 2 === 0 ? [sides.log, sides.raw] : [sides.raw, sides.log]
    const before = { log: sides.log.spentMs, raw: sides.raw.spentMs }
    for (const side of order) await take(side)
    turns.push((sides.raw.spentMs - before.raw) / (sides.log.spentMs - before.log))
  }
  await log.end()
  await raw.end()
  const rate = { log: rateOf(sides.log), raw: rateOf(sides.raw) }
  const share = rate.log / rate.raw
  const middle = turns.toSorted((a, b) => a - b)[Math.floor(turns.length / 2)]!
  console.log(
    `${name}, ${operations} operations a batch: ${Math.round(rate.log * operations)} durable operations/s through the ` +
      `log (${Math.round(rate.log)} batches/s, ${cpuOf(sides.log)} us of CPU each), ${Math.round(rate.raw)} batches/s ` +
      `raw (${cpuOf(sides.raw)} us): ${share.toFixed(2)} of raw over ${turns.length} turns, ${middle.toFixed(2)} in ` +
      `the middle one (goals: 10,000 operations/s and ${goal})`,
  )
  if (rate.log * operations < 10_000 || middle < goal) process.exitCode = 1
}

interface Measured extends Side {
  next: (count: number) => NewBatch[][]
  written: number
  spentMs: number
  cpuUs: number
}

function measured(side: Side): Measured {
  return { ...side, next: batchMaker(), written: 0, spentMs: 0, cpuUs: 0 }
}

function rateOf({ written, spentMs }: Measured): number {
  return (written / spentMs) * 1_000
}

function cpuOf({ written, cpuUs }: Measured): string {
  return (cpuUs / written).toFixed(0)
}

async function take(side: Measured): Promise<void> {
  // What is appended is made while the clock stands: signing and sealing are the devices' work.
  const groups = side.next(TURN)
  collect()
  const beganMs = performance.now()
  const began = process.cpuUsage()
  for (const group of groups) await side.write(group)
  collect({ type: 'minor' })
  side.spentMs += performance.now() - beganMs
  const { user, system } = process.cpuUsage(began)
  side.cpuUs += user + system
  side.written += TURN * GROUP
}

/** What the relay does before it appends: no raw store looks at who wrote. */
function tellVerifying(): void {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x!, 'base64url'), Buffer.from(y!, 'base64url')])
  const bytes = randomBytes(BATCH_BYTES)
  const signature = sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })
  const rounds = 2_000
  const beganMs = performance.now()
  for (let round = 0; round < rounds; round++) if (!isSignedBy(point, bytes, signature)) throw new Error('not signed')
  const us = ((performance.now() - beganMs) / rounds) * 1_000
  console.log(`beside that, checking a batch's signature takes the relay ${us.toFixed(0)} us`)
}

function batchMaker(): (count: number) => NewBatch[][] {
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
  return (count) => Array.from({ length: count }, makeGroup)
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
    CREATE TABLE batches (place INTEGER PRIMARY KEY, device BLOB NOT NULL, dseq INTEGER NOT NULL,
      entries INTEGER NOT NULL, chain BLOB NOT NULL, at INTEGER NOT NULL, space INTEGER NOT NULL, bytes BLOB NOT NULL);
    CREATE UNIQUE INDEX by_device ON batches (device, dseq, space);`)
  const insert = db.prepare(
    'INSERT INTO batches (place, device, dseq, entries, chain, at, space, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  let place = 2 ** 32
  return {
    async write(group) {
      db.exec('BEGIN')
      for (const { device, dseq, entries, hash, bytes } of group)
        insert.run((place += 1), Buffer.from(device, 'hex'), dseq, entries, hash, Date.now(), 1, bytes)
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
  await client.query(`CREATE TABLE raw (space int NOT NULL, seq bigint NOT NULL, device bytea NOT NULL,
    dseq bigint NOT NULL, entries int NOT NULL, chain bytea NOT NULL, at bigint NOT NULL, bytes bytea NOT NULL,
    PRIMARY KEY (space, seq)); ALTER TABLE raw ALTER COLUMN bytes SET STORAGE EXTERNAL;
    CREATE UNIQUE INDEX raw_by_device ON raw (space, device, dseq);`)
  const rows = Array.from(
    { length: GROUP },
    (_, row) => `(${Array.from({ length: 8 }, (_, i) => `$${row * 8 + i + 1}`).join()})`,
  )
  const text = `INSERT INTO raw (space, seq, device, dseq, entries, chain, at, bytes) VALUES ${rows.join()}`
  let seq = 0
  return {
    async write(group) {
      const values = group.flatMap(({ device, dseq, entries, hash, bytes }) => [
        1,
        (seq += 1),
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
