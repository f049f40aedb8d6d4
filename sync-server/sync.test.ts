import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  encodeFrame,
  joinFrames,
  maxFrameBytes,
  proofText,
  splitFrames,
  decodeFrame,
  type ClientFrame,
  type RelayFrame,
} from '../src/log/protocol.ts'
import { FakeDevice, FakeSpace, Link } from '../tests/sync/relayClient.ts'
import { startTestRelay } from '../tests/sync/startTestRelay.ts'
import { createDiskStorage } from './blobStorage.ts'
import { nextChain } from './judging.ts'
import { finishEndings } from './endings.ts'
import { sha256, type LogStore } from './log.ts'
import type { LogLine } from './logLine.ts'
import { openSqliteLog } from './sqliteLog.ts'
import type { RunningRelay } from './startRelay.ts'

let folder: string
let store: LogStore
let relay: RunningRelay
const lines: LogLine[] = []
let nowMs = Date.now()

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'vivier-sync-'))
  ;({ store, relay } = await start('first'))
})
afterAll(async () => {
  await relay?.stop()
  rmSync(folder, { recursive: true })
})

describe('meeting', () => {
  it('makes a space for who brings its first entry, and welcomes who proves its key', async () => {
    const space = new FakeSpace()
    const { link, welcome } = await Link.meet(relay.url, space.owner, { space })
    expect(welcome).toMatchObject({ head: 0, entries: 1, floor: 0, snapshot: null, notice: null })
    expect(welcome.logId).toMatch(/^[0-9a-f]{32}$/)
    expect(Object.keys(welcome.heads)).toEqual([space.owner.id])
    await link.close()
    const again = await Link.meet(relay.url, space.owner)
    expect(again.welcome.logId).toBe(welcome.logId)
    await again.link.close()
  })

  it('refuses a space it does not know, a stranger, a wrong signature and an unknown version', async () => {
    const space = new FakeSpace()
    await expect(Link.meet(relay.url, space.owner)).rejects.toThrow('noSpace')
    await (await Link.meet(relay.url, space.owner, { space })).link.close()
    const stranger = new FakeDevice()
    stranger.space = space.id
    await expect(Link.meet(relay.url, stranger)).rejects.toThrow('stranger')
    const link = await Link.open(relay.url)
    link.say({ type: 'hello', versions: [99], space: space.id, device: space.owner.id, relay: null })
    expect(await link.next('refused')).toMatchObject({ code: 'version' })
    link.say({ type: 'hello', versions: [1, 99], space: space.id, device: space.owner.id, relay: null })
    const { nonce } = await link.next('challenge')
    const signature = stranger.sign(proofText(space.id, space.owner.id, nonce)).toString('hex')
    link.say({ type: 'proof', nonce, signature })
    expect(await link.next('refused')).toMatchObject({ code: 'signature' })
    await link.close()
  })

  it('7.11 learns of a device from the entries it brings, and of nobody from entries that no member signed', async () => {
    const space = new FakeSpace()
    const owner = await Link.meet(relay.url, space.owner, { space })
    const phone = space.add()
    const forger = new FakeSpace(new FakeDevice())
    const forged = forger.add()
    const meet = async (device: FakeDevice, entries: Uint8Array[]) => {
      const link = await Link.open(relay.url)
      link.say({ type: 'hello', versions: [1], space: space.id, device: device.id, relay: null })
      const prove = async () => {
        const { nonce } = await link.next('challenge')
        const signature = device.sign(proofText(space.id, device.id, nonce)).toString('hex')
        link.say({ type: 'proof', nonce, signature })
        return link.next('welcome', 'refused')
      }
      expect(await prove()).toMatchObject({ type: 'refused', code: 'stranger', awaited: 1 })
      link.say({ type: 'create', admission: '', entries })
      const answer = await prove()
      await link.close()
      return answer
    }
    forged.space = space.id
    expect(await meet(forged, forger.entries.slice(1))).toMatchObject({ type: 'refused', code: 'stranger', awaited: 1 })
    expect(await meet(phone, space.entries.slice(1))).toMatchObject({ type: 'welcome', entries: 2 })
    expect((await owner.link.next('entries')).entries).toHaveLength(1)
    await owner.link.close()
  })

  it('a proof answers one challenge of one connection, and no other', async () => {
    const space = new FakeSpace()
    const { link } = await Link.meet(relay.url, space.owner, { space })
    const [a, b] = [await Link.open(relay.url), await Link.open(relay.url)]
    const hello = {
      type: 'hello',
      versions: [1],
      space: space.id,
      device: space.owner.id,
      relay: null,
    } satisfies ClientFrame
    a.say(hello)
    b.say(hello)
    const { nonce } = await a.next('challenge')
    await b.next('challenge')
    b.say({
      type: 'proof',
      nonce,
      signature: space.owner.sign(proofText(space.id, space.owner.id, nonce)).toString('hex'),
    })
    expect(await b.next('refused')).toMatchObject({ code: 'signature' })
    await Promise.all([a.close(), b.close(), link.close()])
  })

  it('refuses to do anything for who did not prove itself, and closes on what is no frame', async () => {
    const link = await Link.open(relay.url)
    link.say({ type: 'pull', after: 0, own: 0 })
    expect(await link.end()).toMatchObject({ code: 4001 })
    const broken = await Link.open(relay.url)
    broken.socket.send(Buffer.from([1, 2, 3]))
    expect(await broken.end()).toMatchObject({ code: 1002 })
    const large = await Link.open(relay.url)
    large.socket.send(Buffer.alloc(maxFrameBytes + 1, 4))
    expect(await large.end()).toMatchObject({ code: 1009 })
  })

  it('asks for the admission code where one is set', async () => {
    const guarded = await start('guarded', { admission: 'sesame' })
    const space = new FakeSpace()
    await expect(Link.meet(guarded.relay.url, space.owner, { space, admission: 'guess' })).rejects.toThrow('admission')
    await (await Link.meet(guarded.relay.url, space.owner, { space, admission: 'sesame' })).link.close()
    await guarded.relay.stop()
  })

  it('refuses a first entry that its own key did not sign', async () => {
    const space = new FakeSpace()
    space.entries[0] = Buffer.from(space.entries[0]!)
    space.entries[0][space.entries[0].length - 1]! ^= 1
    await expect(Link.meet(relay.url, space.owner, { space })).rejects.toThrow('signature')
  })

  it('gives a device back the chain where it stands, and tells when another came last', async () => {
    const { space, link } = await team()
    await link.push(space.owner.batch())
    await link.push(space.owner.batch())
    const stands = (await store.find(space.id))!
    const known = { logId: stands.logId, cursor: 1 }
    const again = await Link.meet(relay.url, space.owner, { relay: known })
    expect(again.welcome.chain).toBe(Buffer.from((await store.chainAt(space.id, 1))!).toString('hex'))
    expect(again.welcome.heads[space.owner.id]).toMatchObject({ dseq: 2, hash: space.owner.previous })
    const other = await Link.meet(relay.url, space.owner, { relay: { logId: 'f'.repeat(32), cursor: 1 } })
    expect(other.welcome.chain).toBe('')
    await Promise.all([again.link.close(), other.link.close(), link.close()])
  })
})

describe('batches', () => {
  it('5.2 5.7 acknowledges what is on disk and hands it on to the others, never to its sender', async () => {
    const { space, link, others } = await team(2)
    const [b, c] = others
    for (const { link: reader } of others) expect(await reader.pull(0)).toEqual([])
    await link.pull(0)
    const bytes = space.owner.batch()
    expect(await link.push(bytes)).toBe(1)
    expect((await store.find(space.id))!.head).toBe(1)
    for (const { link: reader } of [b!, c!]) {
      const news = await reader.next('batches')
      expect(news).toMatchObject({ head: 1, more: false, batches: [{ seq: 1, entries: 3 }] })
      expect(Buffer.compare((news.batches[0] as { bytes: Uint8Array }).bytes, bytes)).toBe(0)
    }
    expect(await b!.link.push(b!.device.batch())).toBe(2)
    expect((await link.next('batches')).batches).toHaveLength(1)
    expect(b!.link.frames).toEqual([])
    await Promise.all([link, ...others.map((other) => other.link)].map((each) => each.close()))
  })

  it('5.6 catches up in frames of at most 1 MB from anywhere, own batches as marks where asked', async () => {
    const { space, link, others } = await team(1)
    const sent = Array.from({ length: 30 }, () => space.owner.batch(100_000))
    const got: number[] = []
    link.say({ type: 'push', batches: sent.slice(0, 9) })
    link.say({ type: 'push', batches: sent.slice(9, 18) })
    link.say({ type: 'push', batches: sent.slice(18, 27) })
    link.say({ type: 'push', batches: sent.slice(27) })
    while (got.length < 30) got.push(...(await link.next('ack')).taken.map(([, seq]) => seq))
    expect(got).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
    const reader = others[0]!.link
    let largest = 0
    reader.socket.on('message', (data: Buffer) => (largest = Math.max(largest, data.byteLength)))
    const read = await reader.pull(4)
    expect(read.map(({ seq }) => seq)).toEqual(Array.from({ length: 26 }, (_, index) => index + 5))
    expect(largest).toBeLessThanOrEqual(maxFrameBytes)
    expect(largest).toBeGreaterThan(900_000)
    const own = await link.pull(0, 29)
    expect(own.filter((item) => 'bytes' in item)).toHaveLength(1)
    const all = await link.pull(0)
    let chain: Uint8Array = new Uint8Array(32)
    for (const item of all) chain = nextChain(chain, sha256((item as { bytes: Uint8Array }).bytes))
    expect(Buffer.compare(chain, (await store.find(space.id))!.chain)).toBe(0)
    await Promise.all([link.close(), reader.close()])
  })

  it('5.3 5.4 refuses each batch for its own reason and goes on', async () => {
    const { space, link, others } = await team(1)
    const { owner } = space
    const first = owner.batch()
    expect(await link.push(first)).toBe(1)
    expect(await link.push(first)).toBe(1)
    const refusal = async (bytes: Uint8Array) => {
      link.say({ type: 'push', batches: [bytes] })
      const { type: _, ...rest } = await link.next('refused')
      return rest
    }
    const second = Buffer.from(owner.batch())
    expect(await refusal(owner.batch())).toEqual({ code: 'gap', dseq: 3, awaited: 2 })
    second[80]! ^= 1
    expect(await refusal(second)).toEqual({ code: 'signature', dseq: 2 })
    const twin = new FakeDevice()
    Object.assign(twin, { id: owner.id, key: owner.key, space: space.id })
    expect(await refusal(twin.batch())).toEqual({ code: 'fork', dseq: 1 })
    expect(await refusal(others[0]!.device.batch())).toEqual({ code: 'stranger', dseq: 1 })
    const elsewhere = new FakeSpace(Object.assign(new FakeDevice(), { id: owner.id, key: owner.key, keys: owner.keys }))
    expect(await refusal(elsewhere.owner.batch())).toEqual({ code: 'signature', dseq: 1 })
    expect(await refusal(owner.batch(50, undefined, 3))).toMatchObject({ code: 'forbidden' })
    await Promise.all([link.close(), others[0]!.link.close()])
  })

  it('5.4 a quota refusal answers one batch: what follows it is not refused a second time, and reading goes on', async () => {
    const { space, link, others } = await team(1)
    await store.setQuota(space.id, 2_000)
    const batches = [space.owner.batch(1_000), space.owner.batch(1_000), space.owner.batch(50), space.owner.batch(50)]
    link.say({ type: 'push', batches })
    expect((await link.next('ack')).taken).toEqual([[1, 1]])
    link.say({ type: 'ping' })
    await link.next('pong')
    expect(link.frames).toMatchObject([{ type: 'refused', code: 'quota', dseq: 2 }])
    link.frames.length = 0
    expect(await others[0]!.link.pull(0)).toHaveLength(1)
    await store.setQuota(space.id, null)
    link.say({ type: 'push', batches: batches.slice(1) })
    expect((await link.next('ack')).taken.map(([dseq]) => dseq)).toEqual([2, 3, 4])
    await Promise.all([link.close(), others[0]!.link.close()])
  })

  it('keeps who only writes from reading, and who only reads from writing', async () => {
    const space = new FakeSpace()
    const agent = space.add(new FakeDevice(), 2)
    const reader = space.add(new FakeDevice(), 1)
    const { link } = await Link.meet(relay.url, space.owner, { space })
    const [field, looking] = await Promise.all([Link.meet(relay.url, agent), Link.meet(relay.url, reader)])
    expect(Object.keys(field.welcome.heads)).toEqual([agent.id])
    await link.push(space.owner.batch())
    field.link.say({ type: 'pull', after: 0, own: 0 })
    expect(await field.link.next('refused')).toMatchObject({ code: 'forbidden' })
    expect(await field.link.push(agent.batch())).toBe(2)
    await expect(looking.link.push(reader.batch())).rejects.toThrow('forbidden')
    expect(await looking.link.pull(0)).toHaveLength(2)
    expect(field.link.frames).toEqual([])
    await Promise.all([link.close(), field.link.close(), looking.link.close()])
  })

  it('6.5 takes from one device the batches of all, after it lost them', async () => {
    const { space, others } = await team(1)
    const b = others[0]!
    const lost = [space.owner.batch(), b.device.batch(), space.owner.batch()]
    const fresh = await start('fresh')
    const { link, welcome } = await Link.meet(fresh.relay.url, b.device, { space })
    expect(welcome.head).toBe(0)
    link.say({ type: 'give', batches: lost })
    expect((await link.next('given')).taken).toEqual([
      [space.owner.id, 1, 1],
      [b.device.id, 1, 2],
      [space.owner.id, 2, 3],
    ])
    const forged = Buffer.from(space.owner.batch())
    forged[forged.length - 1]! ^= 1
    link.say({ type: 'give', batches: [forged] })
    expect(await link.next('refused')).toMatchObject({ code: 'signature', device: space.owner.id, dseq: 3 })
    await link.close()
    await fresh.relay.stop()
  })

  it('a reader that does not read costs no memory: it is told a number, and reads on when it can', async () => {
    const { space, link, others } = await team(1)
    const slow = others[0]!.link
    await slow.pull(0)
    slow.socket.pause()
    for (let round = 0; round < 40; round++) {
      link.say({ type: 'push', batches: Array.from({ length: 10 }, () => space.owner.batch(90_000)) })
      await link.next('ack')
    }
    slow.socket.resume()
    slow.say({ type: 'ping' })
    await slow.next('pong')
    // 36 MB went past it: what waited for it is what the relay and the kernel hold back, and the number at the end.
    const waited = slow.frames.splice(0).flatMap((frame) => (frame.type === 'batches' ? frame.batches : []))
    expect(waited.length).toBeLessThan(150)
    const last = waited.at(-1)?.seq ?? 0
    expect((await slow.pull(last)).at(-1)!.seq).toBe(400)
    await Promise.all([link.close(), slow.close()])
  })
})

describe('membership', () => {
  it('7.2 7.5 takes the next entry, tells everyone, refuses one that raced, and ends who was put out', async () => {
    const { space, link, others } = await team(2)
    const [b, c] = others
    expect(await b!.link.push(b!.device.batch())).toBe(1)
    const early = space.revoke(b!.device, 0)
    link.say({ type: 'entry', entry: early })
    expect(await link.next('refused')).toMatchObject({ code: 'stale', entry: 3, device: b!.device.id, dseq: 1 })
    Object.assign(space, { head: headOf(space.entries[2]!), epochs: 1 })
    space.entries.pop()
    const entry = space.revoke(b!.device, 1)
    link.say({ type: 'entry', entry })
    for (const each of [link, b!.link, c!.link])
      expect(await each.next('entries')).toMatchObject({ from: 3, entries: [{}] })
    expect(await b!.link.next('refused')).toMatchObject({ code: 'revoked' })
    expect(await b!.link.end()).toMatchObject({ code: 4001, reason: 'revoked' })
    // The same again is no race: the answer may have been lost.
    link.say({ type: 'entry', entry })
    expect(await link.next('entries')).toMatchObject({ from: 3 })
    await expect(Link.meet(relay.url, b!.device)).rejects.toThrow('revoked')
    link.say({ type: 'pullEntries', after: 1 })
    expect((await link.next('entries')).entries).toHaveLength(3)
    await Promise.all([link.close(), c!.link.close()])
  })

  it('7.3 refuses the entry of who may not manage', async () => {
    const { space, link, others } = await team(1)
    const b = others[0]!
    const rogue = new FakeSpace()
    Object.assign(rogue, { owner: b.device, entries: [...space.entries], head: headOf(space.entries[1]!) })
    rogue.add()
    b.link.say({ type: 'entry', entry: rogue.entries[2]! })
    expect(await b.link.next('refused')).toMatchObject({ code: 'forbidden', entry: 2 })
    await Promise.all([link.close(), b.link.close()])
  })
})

describe('announcements', () => {
  it('W049 tells everyone of maintenance without a restart, puts pushes off while it is read-only, and takes it back', async () => {
    const { space, link } = await team()
    await store.writeSetting('notice', JSON.stringify({ text: 'Maintenance à 18 h', until: nowMs + 60_000 }))
    await store.writeSetting('readOnly', 'yes')
    await elsewhere()
    expect(await link.next('notice')).toMatchObject({ text: 'Maintenance à 18 h', until: nowMs + 60_000 })
    const bytes = space.owner.batch()
    link.say({ type: 'push', batches: [bytes] })
    expect(await link.next('refused')).toMatchObject({ code: 'tooFast', retryAfterS: 60 })
    const late = await Link.meet(relay.url, space.owner)
    expect(late.welcome.notice).toMatchObject({ text: 'Maintenance à 18 h' })
    await store.writeSetting('notice', null)
    await store.writeSetting('readOnly', null)
    await elsewhere()
    expect(await link.next('notice')).toMatchObject({ text: '' })
    expect(await link.push(bytes)).toBe(1)
    await Promise.all([link.close(), late.link.close()])
  })

  it('tells who is connected that the space was deleted', async () => {
    const { space, link } = await team()
    const second = openSqliteLog(path.join(folder, 'first'), { now: () => nowMs, quota: 1e9 })
    await second.deleteSpace(space.id)
    await second.close()
    expect(await link.next('refused')).toMatchObject({ code: 'gone' })
    await link.end()
    await expect(Link.meet(relay.url, space.owner)).rejects.toThrow('noSpace')
  })

  it('5.11 deletes a space for an owner and for no one else, and no device brings it back', async () => {
    const { space, link } = await team()
    const second = space.add()
    link.say({ type: 'entry', entry: space.entries.at(-1)! })
    await link.next('entries')
    const recruiter = await Link.meet(relay.url, second)
    await link.push(space.owner.batch(1_000))
    const ask = (token: string) =>
      fetch(`${relay.url}/sync/v1/spaces/${space.id}`, {
        method: 'DELETE',
        headers: { Authorization: `Bearer ${token}` },
      })
    expect((await ask('none')).status).toBe(401)
    expect((await ask(recruiter.welcome.token)).status).toBe(403)
    expect((await store.find(space.id))!.head).toBe(1)
    const owner = await Link.meet(relay.url, space.owner)
    expect((await ask(owner.welcome.token)).status).toBe(204)
    expect(await store.find(space.id)).toBeNull()
    expect(await recruiter.link.next('refused')).toMatchObject({ code: 'gone' })
    await expect(Link.meet(relay.url, space.owner, { space })).rejects.toThrow('gone')
    await Promise.all([link.close(), recruiter.link.close(), owner.link.close()])
  })

  it('5.11 a deletion that broke off is finished, whatever came in between', async () => {
    const { space, link } = await team()
    await link.close()
    await store.writeSetting(`ended/${space.id}`, '1')
    const bring = await Link.open(relay.url)
    bring.say({ type: 'hello', versions: [1], space: space.id, device: space.owner.id, relay: null })
    expect(await bring.next('refused', 'challenge')).toMatchObject({ type: 'refused', code: 'gone' })
    await finishEndings(store, createDiskStorage(path.join(folder, 'blobs')), nowMs)
    expect(await store.find(space.id)).toBeNull()
    await bring.close()
  })

  it('tells devices to come back when it stops', async () => {
    const stopping = await start('stopping')
    const space = new FakeSpace()
    const { link } = await Link.meet(stopping.relay.url, space.owner, { space })
    const stopped = stopping.relay.stop()
    expect(await link.end()).toMatchObject({ code: 1001, reason: 'restarting' })
    await stopped
  })
})

describe('5.8 over HTTP', () => {
  it('greets, pushes and reads by the same frames, and waits for news', async () => {
    const { space, link } = await team()
    const device = space.owner
    const hello = {
      type: 'hello',
      versions: [1],
      space: space.id,
      device: device.id,
      relay: null,
    } satisfies ClientFrame
    const [challenge] = (await exchange([hello])).frames
    const { nonce } = challenge as Extract<RelayFrame, { type: 'challenge' }>
    const signature = device.sign(proofText(space.id, device.id, nonce)).toString('hex')
    const [welcome] = (await exchange([{ type: 'proof', nonce, signature }])).frames
    const { token } = welcome as Extract<RelayFrame, { type: 'welcome' }>
    const pushed = await exchange(
      [
        { type: 'push', batches: [device.batch()] },
        { type: 'pull', after: 0, own: 1 },
      ],
      token,
    )
    expect(pushed.frames).toMatchObject([
      { type: 'ack', taken: [[1, 1]] },
      { type: 'batches', head: 1, batches: [{ seq: 1, dseq: 1 }] },
    ])
    const waiting = exchange([{ type: 'pull', after: 1, own: 1 }], token, '?wait=20')
    await link.push(device.batch())
    expect((await waiting).frames).toMatchObject([{ type: 'batches', head: 2, batches: [{ seq: 2 }] }])
    expect((await exchange([{ type: 'pull', after: 2, own: 9 }], token)).frames).toMatchObject([{ batches: [] }])
    await link.close()
  })

  it('refuses a token that is forged or over, and a body that is no frames', async () => {
    const { space, link, welcome } = await team()
    expect((await exchange([{ type: 'ping' }], `${welcome.token.slice(0, -2)}AA`)).status).toBe(401)
    nowMs += 2 * 60 * 60 * 1000
    expect((await exchange([{ type: 'ping' }], welcome.token)).status).toBe(401)
    const again = await Link.meet(relay.url, space.owner)
    expect((await exchange([{ type: 'ping' }], again.welcome.token)).frames).toEqual([{ type: 'pong' }])
    const broken = await fetch(`${relay.url}/sync/v1/exchange`, { method: 'POST', body: new Uint8Array([0, 0, 0, 9]) })
    expect(broken.status).toBe(400)
    await Promise.all([link.close(), again.link.close()])
  })

  it('lets an app of another origin in, and tells who it is', async () => {
    const answer = await fetch(`${relay.url}/sync/v1`)
    expect(await answer.json()).toEqual({ relay: 'vivier', versions: [1], admission: false, notice: null })
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(answer.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
    const asked = await fetch(`${relay.url}/sync/v1/exchange`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'POST' },
    })
    expect(asked.status).toBe(204)
    expect(asked.headers.get('Access-Control-Allow-Headers')).toContain('Authorization')
  })
})

describe('W012 limits', () => {
  it('slows a device that pushes without end, and says when to come back', async () => {
    const { createRates } = await import('./rates.ts')
    let atMs = 0
    const rates = createRates({ burst: 10, perSecond: 2 }, () => atMs)
    expect([rates.take('a', 6), rates.take('a', 6), rates.take('b', 6)]).toEqual([0, 1, 0])
    atMs += 1_000
    expect(rates.take('a', 6)).toBe(0)
    expect(rates.take('c', 500)).toBe(0)
    expect(rates.take('c', 1)).toBeGreaterThan(200)
  })
})

describe('what an administrator sees', () => {
  it('counts for Prometheus, to this machine or by token, naming no space and no device', async () => {
    const { space, link } = await team()
    await link.push(space.owner.batch())
    const text = await (await fetch(`${relay.url}/metrics`)).text()
    expect(text).toMatch(/vivier_batches_appended_total [1-9]/)
    expect(text).toMatch(/vivier_connections [1-9]/)
    expect(text).toMatch(/vivier_refused_total\{code="signature"\} [1-9]/)
    expect(text).not.toContain(space.id)
    expect(text).not.toContain(space.owner.id)
    const proxied = await fetch(`${relay.url}/metrics`, { headers: { 'X-Forwarded-For': '203.0.113.9' } })
    expect(proxied.status).toBe(403)
    await link.close()
  })

  it('logs neither spaces nor devices nor addresses', () => {
    expect(lines.length).toBeGreaterThan(10)
    expect(JSON.stringify(lines)).not.toMatch(/[0-9a-f]{16}|127\.0\.0\.1/)
  })
})

/** A new space on the first relay: its owner connected, and `count` more who read and write. */
async function team(count = 0) {
  const space = new FakeSpace()
  const devices = Array.from({ length: count }, () => space.add())
  const { link, welcome } = await Link.meet(relay.url, space.owner, { space })
  const others = []
  for (const device of devices) others.push({ device, link: (await Link.meet(relay.url, device)).link })
  return { space, link, welcome, others }
}

async function start(name: string, given: { admission?: string } = {}) {
  const place = path.join(folder, name)
  const opened = openSqliteLog(place, { now: () => nowMs, quota: 1e9 })
  const started = await startTestRelay(
    {
      store: opened,
      storage: createDiskStorage(path.join(place, 'blobs')),
      log: (line) => void lines.push(line),
      now: () => nowMs,
      admission: given.admission ?? null,
    },
    path.join(folder, 'dist'),
  )
  return { store: opened, relay: started }
}

/** Another process writes to the store: the relay looks again. */
async function elsewhere(): Promise<void> {
  const second = openSqliteLog(path.join(folder, 'first'), { now: () => nowMs, quota: 1e9 })
  await second.writeSetting('looked', String(nowMs))
  await second.close()
}

const headOf = (entry: Uint8Array): string => sha256(entry.subarray(4, -64)).toString('hex')

async function exchange(frames: ClientFrame[], token?: string, query = '') {
  const answer = await fetch(`${relay.url}/sync/v1/exchange${query}`, {
    method: 'POST',
    headers: token ? { Authorization: `Bearer ${token}` } : {},
    body: joinFrames(frames.map((frame) => encodeFrame(frame))),
  })
  const body = new Uint8Array(await answer.arrayBuffer())
  const parts = answer.ok ? splitFrames(body) : null
  const decoded = parts?.ok ? parts.value.map((part) => decodeFrame(part)) : []
  return { status: answer.status, frames: decoded.map((frame) => (frame.ok ? (frame.value as RelayFrame) : null)!) }
}
