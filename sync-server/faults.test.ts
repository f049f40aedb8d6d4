import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FakeSpace, Link } from '../tests/sync/relayClient.ts'
import { startRelayProcess, type RelayProcess } from '../tests/sync/relayProcess.ts'
import { startTestRelay } from '../tests/sync/startTestRelay.ts'
import { mayOwnDisk, postgresPrograms, startPostgresOnDisk } from '../tests/tools/postgres.mjs'
import { createDiskStorage } from './blobStorage.ts'
import { openSqliteLog } from './sqliteLog.ts'

let folder: string
beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'vivier-faults-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// A disk of our own that can be filled: a small file system in memory, seen by the relay alone.
const ownDisk = ['unshare', '-rm', 'sh', '-c', 'mount -t tmpfs -o size=4m none "$1" && shift && exec "$@"', 'sh']
const canMount = spawnSync(ownDisk[0]!, [...ownDisk.slice(1), tmpdir(), 'true']).status === 0

/** Leaves no room on the disk where `filler` is. */
function fill(filler: string): void {
  for (let size = 1 << 20; size >= 512; size /= 2)
    try {
      for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' })
    } catch {
      // No room for as much: for less, perhaps.
    }
}

const health = async (url: string): Promise<unknown> => (await fetch(`${url}/health`)).json()

/**
 * A device pushes to the relay at `url` while the disk of its log, on which `filler` lies, is full, and after that: what
 * was acknowledged to it, and what a new connection is given in the end.
 */
async function meetFullDisk(url: string, filler: string): Promise<{ kept: Buffer[]; held: Buffer[] }> {
  const space = new FakeSpace()
  const { link, welcome } = await Link.meet(url, space.owner, { space })
  const kept = [space.owner.batch(5_000), space.owner.batch(5_000)]
  for (const bytes of kept) await link.push(bytes)
  fill(filler)
  // What the database has in hand may take a little more before it needs the disk.
  let waiting: Buffer | undefined
  for (let pushed = 0; pushed < 8 && !waiting; pushed++) {
    const bytes = space.owner.batch(500_000)
    link.say({ type: 'push', batches: [bytes] })
    const answer = await link.next('ack', 'refused')
    if (answer.type === 'ack') kept.push(bytes)
    else {
      expect(answer).toEqual({ type: 'refused', code: 'full', dseq: 3 + pushed, retryAfterS: 60 })
      waiting = bytes
    }
  }
  expect(await health(url)).toMatchObject({ status: 'full', full: ['log'] })
  // Reading goes on, on this connection and on a new one.
  const pulled = async (from: Link): Promise<Buffer[]> =>
    (await from.pull(0)).map((item) => Buffer.from((item as { bytes: Uint8Array }).bytes))
  expect(await pulled(link)).toEqual(kept)

  rmSync(filler)
  expect(await link.push(waiting!)).toBe(kept.length + 1)
  kept.push(waiting!)
  expect(await health(url)).toMatchObject({ status: 'ok' })
  const again = await Link.meet(url, space.owner, { relay: { logId: welcome.logId, cursor: 0 } })
  const held = await pulled(again.link)
  await again.link.close()
  await link.close()
  return { kept, held }
}

describe.skipIf(!canMount)(`a full disk${canMount ? '' : ' (this machine lets us mount none: skipped)'}`, () => {
  let relay: RelayProcess
  let filler: string
  beforeAll(async () => {
    const disk = path.join(folder, 'disk')
    mkdirSync(disk)
    relay = await startRelayProcess({ VIVIER_DATA: disk, VIVIER_LOG: 'silent' }, [...ownDisk, disk])
    filler = `/proc/${relay.child.pid}/root${disk}/filler`
  })
  afterAll(() => relay.end('SIGKILL'))

  it('refuses what it cannot keep, says why, keeps what it acknowledged, and goes on when there is room', async () => {
    const { kept, held } = await meetFullDisk(relay.url, filler)
    expect(held).toEqual(kept)
  })

  it('9.1 an upload stops where the disk is full, and goes on from what is safe', async () => {
    const space = new FakeSpace()
    const { link, welcome } = await Link.meet(relay.url, space.owner, { space })
    await link.close()
    const blobs = `${relay.url}/sync/v1/spaces/${space.id}/blobs/`
    const id = 'ab'.repeat(16)
    const content = Buffer.alloc(1_000_000, 'sealed')
    const headers = { Authorization: `Bearer ${welcome.token}`, 'Tus-Resumable': '1.0.0' }
    const begun = await fetch(blobs, {
      method: 'POST',
      headers: { ...headers, 'Upload-Length': String(content.byteLength), 'Upload-Metadata': `id ${btoa(id)}` },
    })
    expect(begun.status).toBe(201)
    const send = async (): Promise<Response> => {
      const at = (await fetch(`${blobs}${id}`, { method: 'HEAD', headers })).headers.get('Upload-Offset')!
      return fetch(`${blobs}${id}`, {
        method: 'PATCH',
        headers: { ...headers, 'Upload-Offset': at, 'Content-Type': 'application/offset+octet-stream' },
        body: content.subarray(Number(at)),
      })
    }
    fill(filler)
    const refused = await send()
    expect([refused.status, await refused.json()]).toEqual([507, { code: 'full' }])
    expect(refused.headers.get('Retry-After')).toBe('60')
    expect(await health(relay.url)).toMatchObject({ status: 'full', full: ['files'] })
    rmSync(filler)
    expect((await send()).status).toBe(204)
    expect(await health(relay.url)).toMatchObject({ status: 'ok' })
    const back = await fetch(`${blobs}${id}`, { headers })
    expect(Buffer.from(await back.arrayBuffer()).equals(content)).toBe(true)
  })
})

const ownDatabase = postgresPrograms() ? mayOwnDisk() : null
const why = ownDatabase === null ? ' (PostgreSQL is not installed: skipped)' : ' (takes root and a mount: skipped)'

describe.skipIf(!ownDatabase)(`the full disk of PostgreSQL${ownDatabase ? '' : why}`, () => {
  let database: Awaited<ReturnType<typeof startPostgresOnDisk>>
  let relay: RelayProcess
  beforeAll(async () => {
    database = await startPostgresOnDisk('160m')
    const data = path.join(folder, 'beside')
    relay = await startRelayProcess({ VIVIER_DATA: data, DATABASE_URL: database.url, VIVIER_LOG: 'silent' })
  }, 60_000)
  afterAll(async () => {
    await relay?.end('SIGTERM')
    await database?.remove()
  })

  it('refuses what it cannot keep, says why, keeps what it acknowledged, and goes on when there is room', async () => {
    const { kept, held } = await meetFullDisk(relay.url, path.join(database.disk, 'filler'))
    expect(held).toEqual(kept)
  })
})

describe('silence', () => {
  it('W036 ends a device that answers no ping, which may come again, and one that never proves itself; whoever answers stays', async () => {
    const store = openSqliteLog(path.join(folder, 'silence'), { now: () => Date.now(), quota: 1e9 })
    const storage = createDiskStorage(path.join(folder, 'silence', 'blobs'))
    const patience = { pingMs: 100, silenceMs: 1_500, proofMs: 600 }
    const { url, stop } = await startTestRelay({ store, storage, patience }, folder)
    const space = new FakeSpace()
    const { link } = await Link.meet(url, space.owner, { space })
    const { link: deaf } = await Link.meet(url, space.owner)
    // Its network is gone, and nobody told the relay: no ping is answered.
    deaf.socket.pong = () => {}
    const stranger = await Link.open(url)
    expect(await stranger.end()).toEqual({ code: 4001, reason: 'no proof' })
    expect(await deaf.end()).toMatchObject({ code: 1006 })
    await (await Link.meet(url, space.owner)).link.close()
    expect(link.closed).toBeNull()
    expect(await link.push(space.owner.batch())).toBe(1)
    await link.close()
    await stop()
  })
})

describe('a stop', () => {
  it('while devices push loses nothing that was acknowledged, and the next start takes the rest', async () => {
    const environment = { VIVIER_DATA: path.join(folder, 'stop'), VIVIER_LOG: 'silent' }
    const first = await startRelayProcess(environment)
    const space = new FakeSpace()
    const { link } = await Link.meet(first.url, space.owner, { space })
    const sent = new Map<number, Buffer>()
    const acknowledged = new Map<number, number>()
    const enough = new Promise<void>((resolve) => {
      link.onFrame = (frame) => {
        if (frame.type === 'ack') for (const [dseq, seq] of frame.taken) acknowledged.set(dseq, seq)
        if (acknowledged.size > 100) resolve()
        if (link.closed) return
        const bytes = space.owner.batch(2_000)
        sent.set(space.owner.dseq, bytes)
        link.say({ type: 'push', batches: [bytes] })
      }
    })
    for (let count = 0; count < 8; count++) link.onFrame!({ type: 'pong' })
    await enough
    first.child.kill('SIGTERM')
    expect(await link.end()).toEqual({ code: 1001, reason: 'restarting' })
    await first.end(null)
    expect(first.child.exitCode).toBe(0)

    const second = await startRelayProcess(environment)
    const again = await Link.meet(second.url, space.owner)
    const kept = new Map<number, Buffer>()
    for (const item of await again.link.pull(0)) kept.set(item.seq, Buffer.from((item as { bytes: Uint8Array }).bytes))
    for (const [dseq, seq] of acknowledged) expect(kept.get(seq)!.equals(sent.get(dseq)!)).toBe(true)
    const open = [...sent.keys()].filter((dseq) => !acknowledged.has(dseq))
    for (const dseq of open) await again.link.push(sent.get(dseq)!)
    expect((await again.link.pull(0)).length).toBe(sent.size)
    await again.link.close()
    await second.end('SIGKILL')
  })
})

describe('a damaged store', () => {
  it('is named at the start, with what to do, and left as it is', async () => {
    const data = path.join(folder, 'damaged')
    mkdirSync(data)
    const file = path.join(data, 'relay.db')
    const noise = Buffer.alloc(20_000, 'no database')
    writeFileSync(file, noise)
    const child: ChildProcess = spawn(process.execPath, [path.join(import.meta.dirname, 'main.ts')], {
      env: { PATH: process.env.PATH, PORT: '0', VIVIER_DATA: data },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()))
    expect(await once(child, 'close')).toEqual([1, null])
    expect(said.trim().split('\n')).toEqual([
      `Vivier: what devices share cannot be kept: ${file} is damaged. Put a backup in its place, or move it away and ` +
        'start again: the devices of each team give an empty relay what they have.',
    ])
    expect(readFileSync(file).equals(noise)).toBe(true)
  })
})
