import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Upload } from 'tus-js-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildManifest, buildManifestBody, manifestText, type Manifest } from '../src/log/manifest.ts'
import { bucketKeys, startFakeBucket, type FakeBucket } from '../tests/sync/fakeBucket.ts'
import { FakeDevice, FakeSpace, Link } from '../tests/sync/relayClient.ts'
import { startTestRelay } from '../tests/sync/startTestRelay.ts'
import { sweepUploads } from './blobs.ts'
import { createDiskStorage, type BlobStorage } from './blobStorage.ts'
import { ABANDONED_MS, SNAPSHOT_TRUST_MS } from './limits.ts'
import type { LogStore } from './log.ts'
import { createS3Storage } from './s3Storage.ts'
import { sweepSnapshots } from './snapshots.ts'
import { openSqliteLog } from './sqliteLog.ts'
import type { RunningRelay } from './startRelay.ts'

let nowMs = Date.now()
let bucket: FakeBucket

/** A relay over this store and storage, by the clock of these tests. */
const serve = (store: LogStore, storage: BlobStorage, distDir: string): Promise<RunningRelay> =>
  startTestRelay({ store, storage, now: () => nowMs }, distDir)

for (const kind of ['on disk', 'in a bucket'] as const) {
  describe(`sealed bytes ${kind}`, () => {
    let folder: string
    let storage: BlobStorage
    let store: ReturnType<typeof openSqliteLog>
    let relay: RunningRelay

    beforeAll(async () => {
      folder = mkdtempSync(path.join(tmpdir(), 'vivier-files-'))
      store = openSqliteLog(folder, { now: () => nowMs, quota: 60_000_000 })
      bucket = await startFakeBucket()
      storage =
        kind === 'on disk'
          ? createDiskStorage(path.join(folder, 'blobs'))
          : createS3Storage({ bucket: bucket.url, ...bucketKeys })
      relay = await serve(store, storage, folder)
    })
    afterAll(async () => {
      await relay?.stop()
      await bucket.stop()
      rmSync(folder, { recursive: true })
    })

    it('9.1 takes a file from any tus client, cut off and resumed, and gives it back whole and in ranges', async () => {
      const { url, token, auth } = await member()
      const id = randomBytes(16).toString('hex')
      const file = randomBytes(9_500_000)
      const endpoint = `${url}/blobs/`
      const options = {
        endpoint,
        chunkSize: 3_000_000,
        metadata: { id },
        headers: auth,
        retryDelays: [100, 500, 1_000, 3_000],
      }
      // Cut off in the middle of a request, as a phone in a lift does.
      const location = await created(endpoint, id, file.byteLength, auth)
      await cutOff(location, file.subarray(0, 5_000_000), token)
      await expect
        .poll(async () => Number((await head(location, auth)).get('Upload-Offset')), { timeout: 10_000 })
        .toBeGreaterThan(0)
      expect((await fetch(location, { headers: auth })).status).toBe(404)
      await new Promise<void>((resolve, reject) =>
        new Upload(file, { ...options, uploadUrl: location, onSuccess: () => resolve(), onError: reject }).start(),
      )
      const whole = await fetch(location, { headers: auth })
      expect(Buffer.compare(Buffer.from(await whole.arrayBuffer()), file)).toBe(0)
      const part = await fetch(location, { headers: { ...auth, Range: 'bytes=4194000-4195000' } })
      expect(part.status).toBe(206)
      expect(Buffer.compare(Buffer.from(await part.arrayBuffer()), file.subarray(4_194_000, 4_195_001))).toBe(0)
    })

    it('9.1 takes a whole upload by a tus client from its creation on', async () => {
      const { url, auth } = await member()
      const id = randomBytes(16).toString('hex')
      const file = randomBytes(100_000)
      const at = await new Promise<string>((resolve, reject) => {
        const upload = new Upload(file, {
          endpoint: `${url}/blobs/`,
          metadata: { id },
          headers: auth,
          retryDelays: null,
          onSuccess: () => resolve(upload.url!),
          onError: reject,
        })
        upload.start()
      })
      expect(at.endsWith(`/blobs/${id}`)).toBe(true)
      expect((await fetch(at, { method: 'DELETE', headers: auth })).status).toBe(204)
      expect((await fetch(at, { headers: auth })).status).toBe(404)
      expect(await stored(id)).toBe(false)
    })

    it('counts files towards the quota when they are announced, and refuses what is too large or unauthorised', async () => {
      const { url, auth, space } = await member()
      const endpoint = `${url}/blobs/`
      await created(endpoint, 'a'.repeat(32), 40_000_000, auth)
      const announce = (size: number, headers: Record<string, string>) =>
        fetch(endpoint, {
          method: 'POST',
          headers: {
            ...headers,
            'Tus-Resumable': '1.0.0',
            'Upload-Length': String(size),
            'Upload-Metadata': idOf('b'.repeat(32)),
          },
        })
      expect((await announce(30_000_000, auth)).status).toBe(507)
      expect((await announce(2 ** 31, auth)).status).toBe(413)
      expect((await announce(10, {})).status).toBe(401)
      const other = await member()
      expect((await announce(10, other.auth)).status).toBe(401)
      const reader = space.add(new FakeDevice(), 1)
      expect((await fetch(`${url}/blobs/${'a'.repeat(32)}`, { method: 'DELETE' })).status).toBe(401)
      expect(reader.space).toBe(space.id)
    })

    it('takes back an upload that nobody went on with', async () => {
      const { url, auth } = await member()
      const id = randomBytes(16).toString('hex')
      const location = await created(`${url}/blobs/`, id, 1_000, auth)
      await patch(location, 0, randomBytes(500), auth)
      expect(await stored(id)).toBe(true)
      await sweepUploads(store, storage, nowMs + ABANDONED_MS - 1)
      expect(await stored(id)).toBe(true)
      await sweepUploads(store, storage, nowMs + ABANDONED_MS + 1)
      expect(await stored(id)).toBe(false)
    })

    it('9.1 lets who only writes take back an upload it cannot go on with, and nothing that is whole', async () => {
      const space = new FakeSpace()
      const agent = space.add(new FakeDevice(), 2)
      await Link.meet(relay.url, space.owner, { space })
      const { welcome } = await Link.meet(relay.url, agent, { space })
      const auth = bearer(welcome.token)
      const endpoint = `${relay.url}/sync/v1/spaces/${space.id}/blobs/`
      const drop = async (location: string) => (await fetch(location, { method: 'DELETE', headers: auth })).status
      const begun = await created(endpoint, randomBytes(16).toString('hex'), 1_000, auth)
      await patch(begun, 0, randomBytes(500), auth)
      expect(await drop(begun)).toBe(204)
      const whole = await created(endpoint, randomBytes(16).toString('hex'), 500, auth)
      await patch(whole, 0, randomBytes(500), auth)
      expect(await drop(whole)).toBe(403)
    })

    it('9.3 says which files it has not, also of those whose bytes an old backup lacks, and tells one upload from the next', async () => {
      const { url, auth, space } = await member()
      const [here, lost, none] = [1, 2, 3].map(() => randomBytes(16).toString('hex')) as [string, string, string]
      const missing = async () => {
        const headers = { ...auth, 'Tus-Resumable': '1.0.0' }
        const asked = await fetch(`${url}/blobs/missing`, {
          method: 'POST',
          headers,
          body: [here, lost, none].join('\n'),
        })
        return ((await asked.json()) as { missing: string[] }).missing
      }
      for (const id of [here, lost]) await patch(await created(`${url}/blobs/`, id, 10, auth), 0, randomBytes(10), auth)
      expect(await missing()).toEqual([none])
      const { parts } = (await store.readBlob(space.id, lost))!
      await storage.remove(`${space.id}/${lost}`, parts)
      expect(await missing()).toEqual([lost, none])
      // It can be sent anew, and what goes on with the upload of before is not taken.
      const location = await created(`${url}/blobs/`, lost, 10, auth)
      const tag = (await head(location, auth)).get('ETag')!
      expect((await patch(location, 0, randomBytes(5), { ...auth, 'If-Match': '"before"' })).status).toBe(412)
      expect((await patch(location, 0, randomBytes(5), { ...auth, 'If-Match': tag })).status).toBe(204)
    })

    it('8.1 8.3 replaces the log by a snapshot once another device confirmed it', async () => {
      const { url, auth, space, link } = await member()
      const second = space.add()
      link.say({ type: 'entry', entry: space.entries.at(-1)! })
      await link.next('entries')
      const b = await Link.meet(relay.url, second)
      for (let count = 0; count < 4; count++) await link.push(space.owner.batch(1_000))
      const covered = { [space.owner.id]: [3, await hashAt(space.id, 3)] } as Manifest['covers']
      const made = await snapshot(url, auth, space, covered)
      expect(made.status).toBe(201)
      expect(await link.next('snapshot')).toMatchObject({ id: made.id, upTo: 3, confirmed: false })
      expect((await store.find(space.id))!.floor).toBe(0)
      // Its own author's confirmation is none.
      expect((await confirm(url, made.id, auth)).status).toBe(403)
      expect((await confirm(url, made.id, bearer(b.welcome.token))).status).toBe(204)
      expect(await b.link.next('snapshot')).toMatchObject({ id: made.id })
      expect((await store.find(space.id))!.floor).toBe(3)
      const late = await Link.meet(relay.url, second)
      expect(late.welcome).toMatchObject({ floor: 3, snapshot: { id: made.id, upTo: 3, confirmed: true } })
      const manifest = await fetch(`${url}/snapshots/${made.id}`, { headers: bearer(late.welcome.token) })
      expect(Buffer.compare(Buffer.from(await manifest.arrayBuffer()), made.manifest)).toBe(0)
      const part = await fetch(`${url}/snapshots/${made.id}/1`, { headers: bearer(late.welcome.token) })
      expect(Buffer.compare(Buffer.from(await part.arrayBuffer()), made.parts[1]!)).toBe(0)
      expect((await late.link.pull(3)).map(({ seq }) => seq)).toEqual([4])
      await Promise.all([link.close(), b.link.close(), late.link.close()])
    })

    it('8.1 keeps no snapshot whose parts, signature or cover do not hold', async () => {
      const { url, auth, space, link } = await member()
      await link.push(space.owner.batch())
      const covers = { [space.owner.id]: [1, await hashAt(space.id, 1)] } as Manifest['covers']
      expect((await snapshot(url, auth, space, covers, { damaged: true })).status).toBe(409)
      expect((await snapshot(url, auth, space, covers, { signer: new FakeDevice() })).status).toBe(403)
      expect((await snapshot(url, auth, space, covers)).status).toBe(201)
      // One that covers less would lose what lies between.
      expect((await snapshot(url, auth, space, {})).status).toBe(409)
      await link.close()
    })

    it('8.5 after an erasure the log and the snapshots before go at once, bytes and all', async () => {
      const { url, auth, space, link } = await member()
      for (let count = 0; count < 3; count++) await link.push(space.owner.batch(500))
      const first = await snapshot(url, auth, space, { [space.owner.id]: [2, await hashAt(space.id, 2)] })
      const covers = { [space.owner.id]: [3, await hashAt(space.id, 3)] } as Manifest['covers']
      const purged = await snapshot(url, auth, space, covers, { purge: true })
      expect(purged.status).toBe(201)
      expect((await store.find(space.id))!.floor).toBe(3)
      expect(await store.readBatches(space.id, 0, 1e6)).toEqual([])
      expect((await store.readSnapshots(space.id)).map(({ id }) => id)).toEqual([purged.id])
      expect(await stored(first.id)).toBe(false)
      expect(await stored(purged.id)).toBe(true)
      await link.close()
    })

    it('8.3 after thirty days nobody is waited for', async () => {
      const { url, auth, space, link } = await member()
      await link.push(space.owner.batch())
      await snapshot(url, auth, space, { [space.owner.id]: [1, await hashAt(space.id, 1)] })
      await sweepSnapshots(store, storage, nowMs + SNAPSHOT_TRUST_MS - 1)
      expect((await store.find(space.id))!.floor).toBe(0)
      await sweepSnapshots(store, storage, nowMs + SNAPSHOT_TRUST_MS)
      expect((await store.find(space.id))!.floor).toBe(1)
      await link.close()
    })

    it('8.5 parts of a snapshot that nobody finished go: with an erasure at once, else when they grow no more', async () => {
      const { url, auth, space, link } = await member()
      await link.push(space.owner.batch())
      const begin = (id: string) =>
        fetch(`${url}/snapshots/${id}/0`, { method: 'PUT', body: new Uint8Array(64), headers: auth })
      const isThere = async (id: string) => (await storage.get(`${space.id}/${id}.0`)) !== null
      const [first, second] = ['a'.repeat(64), 'b'.repeat(64)] as const
      expect((await begin(first)).status).toBe(204)
      expect(await isThere(first)).toBe(true)
      const unfinished = new Set<string>()
      await sweepSnapshots(store, storage, nowMs, unfinished)
      expect(await isThere(first)).toBe(true)
      await sweepSnapshots(store, storage, nowMs, unfinished)
      expect(await isThere(first)).toBe(false)
      await begin(second)
      await snapshot(url, auth, space, { [space.owner.id]: [1, await hashAt(space.id, 1)] }, { purge: true })
      expect(await isThere(second)).toBe(false)
      await link.close()
    })

    it('removes all that a space has', async () => {
      const { url, auth, space } = await member()
      const id = randomBytes(16).toString('hex')
      await patch(await created(`${url}/blobs/`, id, 10, auth), 0, randomBytes(10), auth)
      await storage.removeSpace(space.id)
      expect(await stored(id)).toBe(false)
      // All along, every request was signed as the storage asks.
      expect(bucket.refused()).toBe(0)
    })

    it.runIf(kind === 'in a bucket')('tries again when the bucket is busy', async () => {
      const { url, auth } = await member()
      const location = await created(`${url}/blobs/`, randomBytes(16).toString('hex'), 10, auth)
      bucket.failNext(2)
      expect((await patch(location, 0, randomBytes(10), auth)).status).toBe(204)
    })

    async function member() {
      const space = new FakeSpace()
      const { link, welcome } = await Link.meet(relay.url, space.owner, { space })
      const url = `${relay.url}/sync/v1/spaces/${space.id}`
      return { space, link, token: welcome.token, auth: bearer(welcome.token), url }
    }

    async function hashAt(space: string, dseq: number): Promise<string> {
      const batch = (await store.readBatches(space, dseq - 1, 1))[0]!
      return createHash('sha256').update(batch.bytes).digest('hex')
    }

    /** Whether any stored object or file bears this id. */
    async function stored(id: string): Promise<boolean> {
      if (kind === 'in a bucket') return [...bucket.objects.keys()].some((key) => key.includes(id))
      const place = path.join(folder, 'blobs')
      return existsSync(place) && readdirSync(place, { recursive: true }).some((name) => String(name).includes(id))
    }
  })
}

describe('invitations and recovery', () => {
  let folder: string
  let relay: RunningRelay
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'vivier-envelopes-'))
    const store = openSqliteLog(folder, { now: () => nowMs, quota: 1e9 })
    relay = await serve(store, createDiskStorage(folder), folder)
  })
  afterAll(async () => {
    await relay?.stop()
    rmSync(folder, { recursive: true })
  })

  it('two who share a name meet: greeting, request, answer, each once, for a quarter of an hour', async () => {
    const space = new FakeSpace()
    const { link, welcome } = await Link.meet(relay.url, space.owner, { space })
    const auth = bearer(welcome.token)
    const place = `${relay.url}/sync/v1/rendezvous/${randomBytes(20).toString('hex')}`
    const put = (where: string, body: string, headers: Record<string, string> = {}) =>
      fetch(`${place}${where}`, { method: 'PUT', body, headers })
    expect((await put('/request', 'too early')).status).toBe(404)
    expect((await put('', 'greeting')).status).toBe(401)
    expect((await put('', 'greeting', auth)).status).toBe(201)
    expect(await (await fetch(place)).text()).toBe('greeting')
    const asked = fetch(`${place}/request?wait=20`, { headers: auth })
    expect((await put('/request', 'request')).status).toBe(201)
    expect(await (await asked).text()).toBe('request')
    expect((await put('/request', 'another comes')).status).toBe(409)
    expect((await fetch(`${place}/request`)).status).toBe(401)
    const answered = fetch(`${place}/answer?wait=20`)
    expect((await put('/answer', 'no token')).status).toBe(401)
    expect((await put('/answer', 'answer', auth)).status).toBe(201)
    expect(await (await answered).text()).toBe('answer')
    expect((await put('/answer', 'x'.repeat(8193), auth)).status).toBe(413)
    nowMs += 16 * 60 * 1000
    expect((await fetch(place)).status).toBe(404)
    expect((await fetch(`${place}/answer`)).status).toBe(404)
    await link.close()
  })

  it('an owner keeps a recovery envelope that whoever has its name can fetch, and no other space can replace', async () => {
    const [mine, theirs] = [new FakeSpace(), new FakeSpace()]
    const a = await Link.meet(relay.url, mine.owner, { space: mine })
    const b = await Link.meet(relay.url, theirs.owner, { space: theirs })
    const place = `${relay.url}/sync/v1/recovery/${randomBytes(20).toString('hex')}`
    const put = (body: string, token: string) => fetch(place, { method: 'PUT', body, headers: bearer(token) })
    expect((await put('sealed', a.welcome.token)).status).toBe(201)
    expect((await put('mine now', b.welcome.token)).status).toBe(403)
    expect(await (await fetch(place)).text()).toBe('sealed')
    expect((await put('sealed anew', a.welcome.token)).status).toBe(201)
    expect(await (await fetch(place)).text()).toBe('sealed anew')
    expect((await fetch(place, { method: 'DELETE', headers: bearer(a.welcome.token) })).status).toBe(204)
    expect((await fetch(place)).status).toBe(404)
    await Promise.all([a.link.close(), b.link.close()])
  })
})

const bearer = (token: string): Record<string, string> => ({ Authorization: `Bearer ${token}` })
const idOf = (id: string): string => `id ${Buffer.from(id).toString('base64')}`
const tus = { 'Tus-Resumable': '1.0.0' }

async function created(endpoint: string, id: string, size: number, auth: Record<string, string>): Promise<string> {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: { ...auth, ...tus, 'Upload-Length': String(size), 'Upload-Metadata': idOf(id) },
  })
  expect(answer.status).toBe(201)
  return new URL(answer.headers.get('Location')!, endpoint).href
}

function patch(location: string, offset: number, body: Uint8Array<ArrayBuffer>, auth: Record<string, string>) {
  const type = { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset) }
  return fetch(location, { method: 'PATCH', headers: { ...auth, ...tus, ...type }, body })
}

const head = async (location: string, auth: Record<string, string>): Promise<Headers> =>
  (await fetch(location, { method: 'HEAD', headers: { ...auth, ...tus } })).headers

/** A request that announces all and is cut after these bytes. */
function cutOff(location: string, bytes: Uint8Array, token: string): Promise<void> {
  return new Promise((resolve) => {
    const request = httpRequest(location, {
      method: 'PATCH',
      headers: {
        ...bearer(token),
        ...tus,
        'Content-Type': 'application/offset+octet-stream',
        'Upload-Offset': '0',
        'Content-Length': '9000000',
      },
    })
    request.on('error', () => resolve())
    request.write(bytes, () => setTimeout(() => request.destroy(), 50))
    request.on('close', () => resolve())
  })
}

const confirm = (url: string, id: string, auth: Record<string, string>) =>
  fetch(`${url}/snapshots/${id}/confirm`, { method: 'POST', headers: auth })

async function snapshot(
  url: string,
  auth: Record<string, string>,
  space: FakeSpace,
  covers: Manifest['covers'],
  given: { damaged?: boolean; signer?: FakeDevice; purge?: boolean } = {},
) {
  const id = randomBytes(16).toString('hex')
  const parts = [randomBytes(3_000), randomBytes(2_000)]
  for (const [number, bytes] of parts.entries()) {
    const put = await fetch(`${url}/snapshots/${id}/${number}`, { method: 'PUT', headers: auth, body: bytes })
    expect(put.status).toBe(204)
  }
  if (given.damaged) parts[1] = randomBytes(2_000)
  const body = buildManifestBody({
    version: 1,
    type: 'snapshot',
    space: space.id,
    id,
    device: space.owner.id,
    parts: parts.map((bytes) => [createHash('sha256').update(bytes).digest('hex'), bytes.byteLength]),
    covers,
    ...(given.purge ? { purge: true } : {}),
  })
  const manifest = buildManifest(body, (given.signer ?? space.owner).sign(manifestText(space.id, body)))
  const answer = await fetch(`${url}/snapshots/${id}`, { method: 'POST', headers: auth, body: manifest })
  return { id, parts, manifest, status: answer.status }
}
