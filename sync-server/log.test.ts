import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postgresPrograms, startPostgres } from '../tests/tools/postgres.mjs'
import { nextChain } from './judging.ts'
import { sha256, type LogStore, type NewBatch, type NewEntry, type News } from './log.ts'
import { openPostgresLog } from './postgresLog.ts'
import { openSqliteLog } from './sqliteLog.ts'

const QUOTA = 100_000
const clockMs = 1_000

interface Bench {
  open: () => Promise<LogStore>
  begin: () => Promise<void>
  end: () => Promise<void>
}

let folder: string
let database: Awaited<ReturnType<typeof startPostgres>>
const options = { now: () => clockMs, quota: QUOTA, pollMs: 200 }

const benches: Record<string, Bench> = {
  'the embedded store': {
    begin: async () => void (folder = mkdtempSync(path.join(tmpdir(), 'vivier-log-'))),
    open: async () => openSqliteLog(folder, options),
    end: async () => rmSync(folder, { recursive: true }),
  },
  PostgreSQL: {
    begin: async () => void (database = await startPostgres()),
    open: () => openPostgresLog(database.url, options),
    end: () => database.remove(),
  },
}

for (const [name, bench] of Object.entries(benches)) {
  const installed = name !== 'PostgreSQL' || postgresPrograms() !== null
  // Said in the report, so that nobody takes a machine without PostgreSQL for one where it works.
  describe.skipIf(!installed)(`${name}${installed ? '' : ' (not installed on this machine: skipped)'}`, () => {
    let log: LogStore
    let other: LogStore
    beforeAll(async () => {
      await bench.begin()
      log = await bench.open()
      other = await bench.open()
    })
    afterAll(async () => {
      await log?.close()
      await other?.close()
      await bench.end()
    })

    it('5.1 gives seq from 1 without gaps, whoever pushes', async () => {
      const space = await newSpace(log, ['aa', 'bb'])
      const [a, b] = [device(space, 'aa'), device(space, 'bb')]
      const results = await Promise.all([
        log.append(space, [a.next(), a.next()]),
        log.append(space, [b.next()]),
        log.append(space, [a.next()]),
      ])
      expect(results.flat().map((result) => result.type === 'appended' && result.seq)).toEqual([1, 2, 3, 4])
      expect((await log.find(space))!.head).toBe(4)
      const read = await log.readBatches(space, 0, 1e6)
      expect(read.map(({ seq, dseq }) => [seq, dseq])).toEqual([
        [1, 1],
        [2, 2],
        [3, 1],
        [4, 3],
      ])
    })

    it('5.1 stays dense when two instances write one space at the same time', async () => {
      const space = await newSpace(log, ['aa', 'bb'])
      const [a, b] = [device(space, 'aa'), device(space, 'bb')]
      const jobs: Promise<unknown>[] = []
      for (let round = 0; round < 20; round++) {
        jobs.push(log.append(space, [a.next()]))
        jobs.push(other.append(space, [b.next()]))
      }
      await Promise.all(jobs)
      const read = await other.readBatches(space, 0, 1e6)
      expect(read.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
      let chain: Uint8Array = new Uint8Array(32)
      for (const batch of read) chain = nextChain(chain, sha256(batch.bytes))
      expect(Buffer.compare(chain, (await log.find(space))!.chain)).toBe(0)
    })

    it('counts right when batches, blobs and quotas are written at the same time, here and in another instance', async () => {
      const space = await newSpace(log, ['aa', 'bb'])
      const [a, b] = [device(space, 'aa'), device(space, 'bb')]
      const jobs: Promise<unknown>[] = []
      for (let round = 0; round < 15; round++) {
        const own = round % 2 === 0 ? log : other
        jobs.push(log.append(space, [a.next()]))
        jobs.push(own.createBlob(space, blob(`blob ${round}`, 100)), own.setQuota(space, QUOTA + round))
        jobs.push(other.append(space, [b.next()]))
        // Some in one group, some in groups of their own.
        if (round % 3 === 0) await jobs.at(-1)
      }
      await Promise.all(jobs)
      for (const instance of [log, other]) {
        const found = (await instance.find(space))!
        expect(found).toMatchObject({ head: 30, bytes: 30 * 300, blobBytes: 15 * 100 })
        let chain: Uint8Array = new Uint8Array(32)
        for (const batch of await instance.readBatches(space, 0, 1e6)) chain = nextChain(chain, sha256(batch.bytes))
        expect(Buffer.compare(chain, found.chain)).toBe(0)
      }
    })

    it('5.3 acknowledges the same batch again with its first seq, in one group and in another', async () => {
      const space = await newSpace(log, ['aa'])
      const batch = device(space, 'aa').next()
      expect(await log.append(space, [batch, batch])).toEqual([
        { type: 'appended', seq: 1 },
        { type: 'repeated', seq: 1 },
      ])
      expect(await log.append(space, [batch])).toEqual([{ type: 'repeated', seq: 1 }])
      expect(await other.append(space, [batch])).toEqual([{ type: 'repeated', seq: 1 }])
    })

    it('5.3 refuses another batch under a number taken, one that follows another, and one that skips', async () => {
      const space = await newSpace(log, ['aa'])
      const chain = device(space, 'aa')
      const first = chain.next()
      await log.append(space, [first])
      const twin = device(space, 'aa', 'another copy of the device')
      expect(await log.append(space, [twin.next()])).toEqual([{ type: 'fork' }])
      expect(await log.append(space, [twin.next()])).toEqual([{ type: 'fork' }])
      chain.next()
      expect(await log.append(space, [chain.next()])).toEqual([{ type: 'gap', awaited: 2 }])
    })

    it('5.4 tells strangers, the quota and a missing space apart, and goes on with the rest', async () => {
      const space = await newSpace(log, ['aa', 'bb'])
      const [a, b] = [device(space, 'aa'), device(space, 'bb')]
      const large = a.next(QUOTA + 1)
      expect(await log.append(space, [device(space, 'cc').next(), large, b.next()])).toEqual([
        { type: 'stranger' },
        { type: 'quota' },
        { type: 'appended', seq: 1 },
      ])
      expect(await log.append('f'.repeat(32), [b.next()])).toEqual([{ type: 'noSpace' }])
      expect(await log.setQuota(space, 10 * QUOTA)).toBe(true)
      expect(await log.append(space, [large])).toEqual([{ type: 'appended', seq: 2 }])
    })

    it('7.5 takes from a revoked device what counts, refuses what follows, in every instance', async () => {
      const space = await newSpace(log, ['aa', 'bb'])
      const b = device(space, 'bb')
      const kept = [b.next(), b.next()]
      await log.append(space, [kept[0]!])
      await other.find(space)
      const revoke = (lastDseq: number, number = 2): NewEntry => ({
        number,
        bytes: Buffer.from(`revoke ${lastDseq}`),
        effects: [{ device: id('bb'), rights: 0, revoked: true, lastDseq }],
      })
      expect(await log.appendEntry(space, [revoke(0)])).toEqual({ type: 'later', device: id('bb'), dseq: 1 })
      expect(await log.appendEntry(space, [revoke(2, 7)])).toEqual({ type: 'stale', entries: 2 })
      expect(await log.appendEntry(space, [revoke(2)])).toEqual({ type: 'taken' })
      expect(await log.appendEntry(space, [revoke(2)])).toEqual({ type: 'stale', entries: 3 })
      expect(await other.append(space, [kept[1]!, b.next()])).toEqual([
        { type: 'appended', seq: 2 },
        { type: 'revoked' },
      ])
      expect((await log.readBatches(space, 0, 1e6)).map(({ entries }) => entries)).toEqual([2, 3])
      expect((await log.readEntries(space, 1)).map(text)).toEqual(['add bb', 'revoke 2'])
    })

    it('5.4 refuses the batch of a device without the right to write', async () => {
      const space = await newSpace(log, ['aa'])
      await log.appendEntry(space, [
        { number: 1, bytes: Buffer.from('reader'), effects: [{ device: id('dd'), key: key('dd'), rights: 1 }] },
      ])
      expect(await log.append(space, [device(space, 'dd').next()])).toEqual([{ type: 'forbidden' }])
    })

    it('5.6 reads on from anywhere, at least one batch, else as many as fit', async () => {
      const space = await newSpace(log, ['aa'])
      const a = device(space, 'aa')
      await log.append(space, [a.next(1_000), a.next(1_000), a.next(1_000), a.next(1_000)])
      const seqs = async (after: number, size: number) =>
        (await log.readBatches(space, after, size)).map(({ seq }) => seq)
      expect(await seqs(0, 1)).toEqual([1])
      expect(await seqs(1, 2_100)).toEqual([2, 3])
      expect(await seqs(3, 1e6)).toEqual([4])
      expect(await seqs(4, 1e6)).toEqual([])
    })

    it('tells what arrived after it is on disk, and other instances within moments', async () => {
      const space = await newSpace(log, ['aa'])
      const told: News[] = []
      const toldThere = new Promise<News>((resolve) =>
        other.onNews((news) => news.space === space && news.head === 1 && resolve(news)),
      )
      log.onNews((news) => void told.push(news))
      const batch = device(space, 'aa').next()
      await log.append(space, [batch])
      expect(told.filter((news) => news.space === space)).toMatchObject([{ head: 1, batches: [{ seq: 1, dseq: 1 }] }])
      if (name === 'PostgreSQL') expect((await toldThere).batches).toBeUndefined()
    })

    it('8.3 drops the log behind a snapshot, keeps its chain there, and goes on', async () => {
      const space = await newSpace(log, ['aa'])
      const a = device(space, 'aa')
      const batches = [a.next(), a.next(), a.next()]
      await log.append(space, batches)
      const before = { ...(await log.find(space))! }
      const chainAtTwo = await log.chainAt(space, 2)
      await log.keepSnapshot(space, snapshot({ seq: 2, bytes: 500 }), new Map())
      await log.confirmSnapshot(space, 'snap', id('bb'))
      expect(await other.readSnapshots(space)).toMatchObject([{ id: 'snap', seq: 2, confirmedBy: id('bb') }])
      await log.dropBehind(space, 2)
      expect(await log.find(space)).toMatchObject({ floor: 2, head: 3, bytes: before.bytes + 500 - 2 * 300 })
      expect((await log.readBatches(space, 0, 1e6)).map(({ seq }) => seq)).toEqual([3])
      expect(Buffer.compare((await log.chainAt(space, 2))!, chainAtTwo!)).toBe(0)
      expect(await log.chainAt(space, 1)).toBeNull()
      // What stood under the first number cannot be asked any more: it might be another.
      expect(await log.append(space, [batches[0]!, a.next()])).toEqual([{ type: 'fork' }, { type: 'appended', seq: 4 }])
      await log.deleteSnapshot(space, 'snap')
      expect(await log.readSnapshots(space)).toEqual([])
    })

    it('8.1 knows how far a snapshot covers the log from what it covers of each device', async () => {
      const space = await newSpace(log, ['aa', 'bb'])
      const [a, b] = [device(space, 'aa'), device(space, 'bb')]
      await log.append(space, [a.next(), b.next(), a.next(), b.next()])
      const covered = (aa: number, bb: number) =>
        log.coveredTo(
          space,
          new Map([
            [id('aa'), aa],
            [id('bb'), bb],
          ]),
        )
      expect(await Promise.all([covered(2, 2), covered(2, 1), covered(1, 2), covered(0, 2), covered(9, 9)])).toEqual([
        4, 3, 2, 0, 4,
      ])
      expect(await log.coveredTo(space, new Map([[id('aa'), 2]]))).toBe(1)
    })

    it('6.5 goes on after a reset where a snapshot says that devices stood', async () => {
      const space = await newSpace(log, ['aa'])
      const a = device(space, 'aa')
      const lost = a.next()
      const heads = new Map([[id('aa'), { dseq: 1, hash: lost.hash }]])
      await log.keepSnapshot(space, snapshot({ seq: 0, bytes: 0 }), heads)
      expect(await log.append(space, [a.next()])).toEqual([{ type: 'appended', seq: 1 }])
      await log.keepSnapshot(space, { ...snapshot({ seq: 0, bytes: 0 }), id: 'older' }, heads)
      expect((await log.find(space))!.devices.get(id('aa'))!.dseq).toBe(2)
    })

    it('reserves room for a blob when its upload begins and moves it on from where it stands only', async () => {
      const space = await newSpace(log, ['aa'])
      const blob = { id: 'b1', by: id('aa'), size: 60_000, received: 0, parts: [], at: clockMs }
      expect(await log.createBlob(space, blob)).toBe('created')
      expect(await log.createBlob(space, blob)).toBe('exists')
      expect(await log.createBlob(space, { ...blob, id: 'b2' })).toBe('quota')
      expect(await log.advanceBlob(space, 'b1', 0, ['p0', 40_000], 40_000)).toBe(true)
      expect(await log.advanceBlob(space, 'b1', 0, ['p0', 40_000], 40_000)).toBe(false)
      expect(await other.readBlob(space, 'b1')).toMatchObject({ received: 40_000, parts: [['p0', 40_000]] })
      expect(await log.readAbandoned(clockMs + 1)).toContainEqual({ space, id: 'b1' })
      await log.deleteBlob(space, 'b1')
      expect(await log.createBlob(space, { ...blob, id: 'b2' })).toBe('created')
    })

    it('keeps an envelope once where asked, until its end', async () => {
      const envelope = { bytes: Buffer.from('sealed'), space: null, endsAt: 2_000 }
      expect(await log.keepEnvelope('request', 'r1', envelope, true)).toBe(true)
      expect(await log.keepEnvelope('request', 'r1', envelope, true)).toBe(false)
      expect(text((await other.readEnvelope('request', 'r1', 1_999))!.bytes)).toBe('sealed')
      expect(await log.readEnvelope('request', 'r1', 2_000)).toBeNull()
      await log.sweepEnvelopes(2_000)
      expect(await log.keepEnvelope('request', 'r1', { ...envelope, endsAt: null }, false)).toBe(true)
      await log.deleteEnvelope('request', 'r1')
      expect(await log.readEnvelope('request', 'r1', 0)).toBeNull()
    })

    it('deletes a space with all that it holds; another of that id begins anew', async () => {
      const space = await newSpace(log, ['aa'])
      const { logId } = (await log.find(space))!
      await log.append(space, [device(space, 'aa').next()])
      expect((await log.listSpaces()).map((row) => row.space)).toContain(space)
      expect(await other.deleteSpace(space)).toBe(true)
      expect(await other.deleteSpace(space)).toBe(false)
      await expect.poll(() => log.find(space), { timeout: 10_000 }).toBeNull()
      expect(await log.readBatches(space, 0, 1e6)).toEqual([])
      expect(await log.create(space, [genesis()])).toBe('created')
      expect((await log.find(space))!.logId).not.toBe(logId)
      expect(await log.create(space, [genesis()])).toBe('exists')
    })

    it('shares its secret and its settings between instances, which hear of a change', async () => {
      expect(Buffer.compare(log.secret, other.secret)).toBe(0)
      expect(log.secret.byteLength).toBe(32)
      let changes = 0
      log.onChange(() => (changes += 1))
      await other.writeSetting('notice', 'Maintenance à 18 h')
      expect(await log.readSetting('notice')).toBe('Maintenance à 18 h')
      await expect.poll(() => changes, { timeout: 10_000 }).toBeGreaterThan(0)
      await other.writeSetting('notice', null)
      expect(await log.readSetting('notice')).toBeNull()
    })

    it('remembers after it was closed', async () => {
      const space = await newSpace(log, ['aa'])
      const a = device(space, 'aa')
      await log.append(space, [a.next(), a.next()])
      const before = { ...(await log.find(space))! }
      await log.close()
      log = await bench.open()
      const after = (await log.find(space))!
      expect(after).toMatchObject({ logId: before.logId, head: 2, entries: 1 })
      expect(after.devices.get(id('aa'))).toMatchObject({ dseq: 2, grants: [[0, 15]] })
      expect(await log.append(space, [a.next()])).toEqual([{ type: 'appended', seq: 3 }])
    })

    it('8.3 knows where devices stand when all they wrote was dropped, after a restart and in another instance', async () => {
      const space = await newSpace(log, ['aa', 'bb'])
      const [a, b] = [device(space, 'aa'), device(space, 'bb')]
      const last = b.next()
      await log.append(space, [a.next(), a.next(), last])
      await log.dropBehind(space, 3)
      await log.close()
      log = await bench.open()
      for (const instance of [log, other])
        expect([...(await instance.find(space))!.devices].map(([, { dseq }]) => dseq)).toEqual([2, 1])
      expect(await log.append(space, [last, a.next(), b.next()])).toEqual([
        { type: 'repeated', seq: 3 },
        { type: 'appended', seq: 4 },
        { type: 'appended', seq: 5 },
      ])
    })

    it('refuses to work once closed', async () => {
      const space = await newSpace(log, ['aa'])
      const closed = await bench.open()
      await closed.close()
      await expect(closed.append(space, [device(space, 'aa').next()])).rejects.toThrow('closed')
    })
  })
}

describe('the file of the embedded store', () => {
  it('is not opened by an older relay than the one that wrote it', async () => {
    const place = mkdtempSync(path.join(tmpdir(), 'vivier-log-'))
    await openSqliteLog(place, { now: () => 0, quota: 1 }).close()
    const db = new DatabaseSync(path.join(place, 'relay.db'))
    db.exec('PRAGMA user_version = 99')
    db.close()
    expect(() => openSqliteLog(place, { now: () => 0, quota: 1 })).toThrow('newer relay')
    rmSync(place, { recursive: true })
  })

  it('8.5 holds nothing any more of what was dropped, and shrinks', async () => {
    const place = mkdtempSync(path.join(tmpdir(), 'vivier-log-'))
    const log = openSqliteLog(place, { now: () => 0, quota: 1e9 })
    const space = await newSpace(log, ['aa'])
    const a = device(space, 'aa', 'A SEALED WORD THAT MUST GO')
    for (let count = 0; count < 50; count++) await log.append(space, [a.next(20_000)])
    await log.dropBehind(space, 50)
    await log.close()
    const file = path.join(place, 'relay.db')
    expect(readFileSync(file).includes('A SEALED WORD THAT MUST GO')).toBe(false)
    expect(statSync(file).size).toBeLessThan(200_000)
    rmSync(place, { recursive: true })
  })
})

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString()
const id = (name: string): string => name.repeat(8)
const key = (name: string): Uint8Array => Buffer.alloc(65, name)

function genesis(): NewEntry {
  return { number: 0, bytes: Buffer.from('genesis'), effects: [{ device: id('aa'), key: key('aa'), rights: 15 }] }
}

let spacesMade = 0
/** A space whose first device is an owner; the others may read and write. */
async function newSpace(log: LogStore, names: string[]): Promise<string> {
  spacesMade += 1
  const space = sha256(Buffer.from(`space ${spacesMade}`))
    .toString('hex')
    .slice(0, 32)
  await log.create(space, [genesis()])
  for (const [index, name] of names.slice(1).entries())
    await log.appendEntry(space, [
      {
        number: index + 1,
        bytes: Buffer.from(`add ${name}`),
        effects: [{ device: id(name), key: key(name), rights: 3 }],
      },
    ])
  return space
}

/** The batches of one device, each following the one before. */
function device(space: string, name: string, word = 'bytes'): { next: (size?: number) => NewBatch } {
  let dseq = 0
  let previous: Uint8Array = new Uint8Array(32)
  return {
    next(size = 300) {
      dseq += 1
      const bytes = Buffer.alloc(size, `${space} ${name} ${dseq} ${word} `)
      const hash = sha256(bytes)
      const batch = { device: id(name), dseq, entries: 1, previous, hash, bytes }
      previous = hash
      return batch
    },
  }
}

function snapshot({ seq, bytes }: { seq: number; bytes: number }) {
  const manifest = Buffer.from('manifest')
  return { id: 'snap', by: id('aa'), manifest, seq, parts: 1, bytes, at: 5, confirmedBy: null, purge: false }
}

function blob(name: string, size: number) {
  return { id: name, by: id('aa'), size, received: 0, parts: [], at: 5 }
}
