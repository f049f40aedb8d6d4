import { bytesToHex, hexToBytes } from '../src/kit/bytes.ts'
import { batchKinds, batchVersion, parseBatch, type ParsedBatch } from '../src/log/batch.ts'
import { memberOf } from '../src/log/membership.ts'
import {
  decodeFrame,
  encodeFrame,
  frameCodes,
  maxBatchBytes,
  maxEntryBytes,
  maxFrameBytes,
  proofText,
  protocolVersion,
  type ClientFrame,
  type LoggedBatch,
  type OwnMark,
  type RefusalCode,
  type RelayFrame,
} from '../src/log/protocol.ts'
import { mayPush, mayRead } from '../src/log/roles.ts'
import { isEnded } from './endings.ts'
import { standing, type Hub, type LiveSpace, type SpaceListener } from './hub.ts'
import { BACKLOG_BYTES, BLOB_BYTES, FULL_RETRY_S, PAGE_BYTES, PUSH_WINDOW, TOKEN_MS } from './limits.ts'
import {
  sha256,
  StoreError,
  StoreFullError,
  type Appended,
  type LogStore,
  type NewBatch,
  type Place,
  type StoredBatch,
} from './log.ts'
import type { WriteLogLine } from './logLine.ts'
import type { Metrics } from './metrics.ts'
import type { Rates } from './rates.ts'
import { newsOf, type Notices } from './announcements.ts'
import { makeNonce, makeToken, readNonce, type Hello, type Holder } from './token.ts'
import { isSignedBy } from './verify.ts'

/** What every conversation of this relay shares. */
export interface Desk {
  store: LogStore
  hub: Hub
  notices: Notices
  metrics: Metrics
  log: WriteLogLine
  now: () => number
  /** What someone must know to make a space here; null: anyone may. */
  admission: string | null
  /** Whether there is room to write, as far as the last write could tell. */
  room: Room
  rates: {
    deviceBatches: Rates
    deviceBytes: Rates
    spaceBatches: Rates
    spaceBytes: Rates
    creations: Rates
    entries: Rates
  }
}

/** The other end, whatever carries the frames. */
export interface Wire {
  send: (frame: Uint8Array) => void
  /** Ends the conversation; `code` as WebSocket counts them. */
  close: (code: number, reason: string) => void
  /** Bytes sent and not yet gone. */
  backlog: () => number
  /** For limits only: never written anywhere. */
  address: string
}

/** Where the last write found no room; told by the health page and the metrics. */
export class Room {
  readonly full = new Set<Place>()

  /** Does what writes the log; null when there was no room for it. */
  async forLog<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      const done = await work()
      this.full.delete('log')
      return done
    } catch (error) {
      if (!(error instanceof StoreFullError)) throw error
      this.full.add(error.place)
      return null
    }
  }
}

/** WebSocket close codes that devices meet. */
export const closeCodes = { goingAway: 1001, broken: 1002, refused: 4001, tooMany: 1013, tryLater: 1013 } as const

/** What a frame holds of a batch beside its bytes. */
const BATCH_OVERHEAD = 15
const ENTRIES_PAGE_BYTES = maxFrameBytes - 4096

/**
 * One conversation with one device, over whatever carries frames. It begins with a challenge that the device proves
 * its key on (or with a token, over HTTP); after that each frame is answered by itself, batches in the order of seq.
 */
export class Session implements SpaceListener {
  /** Set once the device has proved itself. */
  holder: Holder | null = null
  private readonly desk: Desk
  private readonly wire: Wire
  private space: LiveSpace | null = null
  private hello: Hello | null = null
  private nonce: string | null = null
  /** Everything up to here was sent or is this connection's own; null: batches were not asked for, or we fell behind. */
  private cursor: number | null = null
  /** Pushed here and not yet acknowledged: hash by dseq. */
  private readonly underWay = new Map<number, string>()
  /** The first batch refused, while what follows it can only be a gap. */
  private refusedAt: number | null = null
  private listening = false
  private ended = false

  constructor(desk: Desk, wire: Wire) {
    this.desk = desk
    this.wire = wire
  }

  /** Goes on with a device that holds a token of ours. False when it may not (any more). */
  async resume(holder: Holder): Promise<boolean> {
    const space = await this.desk.hub.open(holder.space)
    const stands = space && standing(space, holder.device)
    if (!space || !stands) {
      this.refuse({ code: space ? 'stranger' : 'noSpace' })
      return false
    }
    if (stands.revoked) {
      this.refuse({ code: 'revoked' })
      return false
    }
    this.holder = holder
    this.space = space
    this.desk.store.touch(holder.space, holder.device)
    return true
  }

  /** Takes a frame. Resolves when all that it asks has been answered; never rejects. */
  async receive(bytes: Uint8Array): Promise<void> {
    if (this.ended) return
    const frame = decodeFrame(bytes)
    if (!frame.ok) {
      // A frame of a later version is passed over; a broken one leaves no trust in what follows.
      if (frame.error.type === 'MalformedFrame') this.end(closeCodes.broken, 'malformed')
      return
    }
    try {
      await this.answer(frame.value as ClientFrame)
    } catch (error) {
      this.desk.log({ level: 'error', event: 'failure', kind: error instanceof Error ? error.name : 'unknown' })
      // Whether it was written is not known: the device asks again, and repeating is harmless.
      this.end(closeCodes.tryLater, error instanceof StoreError ? 'storage' : 'failure')
    }
  }

  /** Ends the conversation from our side. */
  end(code: number, reason: string): void {
    if (this.ended) return
    this.left()
    this.wire.close(code, reason)
  }

  /** The other side is gone. */
  left(): void {
    if (this.ended) return
    this.ended = true
    if (this.space) this.desk.hub.leave(this.space, this)
  }

  /** What the relay announces. */
  announce(frame: Extract<RelayFrame, { type: 'notice' | 'snapshot' }>): void {
    if (this.holder && !this.ended) this.say(frame)
  }

  private async answer(frame: ClientFrame): Promise<void> {
    switch (frame.type) {
      case 'hello':
        return this.greeted(frame)
      case 'create':
        return this.create(frame)
      case 'proof':
        return this.proved(frame)
      case 'ping':
        return this.say({ type: 'pong' })
      default:
    }
    const { holder, space } = this
    if (!holder || !space) return this.end(closeCodes.refused, 'not proved')
    switch (frame.type) {
      case 'push':
        return this.push(space, holder, frame.batches)
      case 'give':
        return this.give(space, frame.batches)
      case 'pull':
        return this.pull(space, holder, frame.after, frame.own)
      case 'entry':
        return this.entry(space, holder, frame.entry)
      case 'pullEntries':
        return this.pullEntries(space, frame.after)
      default:
        return this.end(closeCodes.broken, 'unexpected')
    }
  }

  // --- Meeting ------------------------------------------------------------------------------------------------------

  private async greeted({ versions, space, device, relay }: Extract<ClientFrame, { type: 'hello' }>): Promise<void> {
    if (!versions.includes(protocolVersion)) return this.refuse({ code: 'version' })
    this.hello = { space, device, relay }
    if (await isEnded(this.desk.store, space)) return this.refuse({ code: 'gone' })
    if (!(await this.desk.hub.open(space))) return this.refuse({ code: 'noSpace' })
    this.challenge(this.hello)
  }

  private async create({ admission, entries }: Extract<ClientFrame, { type: 'create' }>): Promise<void> {
    const { desk, hello } = this
    if (!hello) return this.end(closeCodes.broken, 'unexpected')
    const known = await desk.hub.open(hello.space)
    if (await isEnded(desk.store, hello.space)) return this.refuse({ code: 'gone' })
    if (known) return this.goOn(known, hello, entries)
    if (desk.admission !== null && admission !== desk.admission) {
      const retryAfterS = desk.rates.creations.take(this.wire.address, 1)
      return this.refuse({ code: 'admission', ...(retryAfterS ? { retryAfterS } : {}) })
    }
    const retryAfterS = desk.rates.creations.take(this.wire.address, 1)
    if (retryAfterS) return this.refuse({ code: 'tooFast', retryAfterS })
    const created = await desk.room.forLog(() => desk.hub.create(entries))
    if (!created) return this.refuse(noRoom)
    if (!created.ok) return this.refuse(created.refused)
    if (created.space !== hello.space) return this.refuse({ code: 'noSpace' })
    desk.log({ level: 'info', event: 'space created' })
    this.challenge(hello)
  }

  /**
   * Entries that follow those of a space, before anyone proved itself: a relay restored from before a device was let in
   * learns of it from the device itself. Who brings them does not matter: they are signed (SPEC 7.11).
   */
  private async goOn(space: LiveSpace, hello: Hello, entries: readonly Uint8Array[]): Promise<void> {
    const { hub, rates } = this.desk
    for (const bytes of entries) {
      if (numberOf(bytes) < space.membership.count) continue
      const retryAfterS = rates.entries.take(this.wire.address, 1)
      if (retryAfterS) return this.refuse({ code: 'tooFast', retryAfterS })
      if (bytes.byteLength > maxEntryBytes || (await hub.takeEntry(space, bytes))) break
      await hub.open(space.id)
    }
    this.challenge(hello)
  }

  private challenge(hello: Hello): void {
    this.nonce = makeNonce(this.desk.store.secret, hello, this.desk.now())
    this.say({ type: 'challenge', nonce: this.nonce })
  }

  private async proved({ nonce, signature }: Extract<ClientFrame, { type: 'proof' }>): Promise<void> {
    const { desk } = this
    // On one connection a challenge is good once; over HTTP it comes back in another request, within its minute.
    if (this.nonce !== null && nonce !== this.nonce) return this.refuse({ code: 'signature' })
    const said = readNonce(desk.store.secret, nonce, desk.now())
    this.nonce = null
    if (!said || this.holder) return this.refuse({ code: 'signature' })
    const space = await desk.hub.open(said.space)
    if (!space) return this.refuse({ code: 'noSpace' })
    const stands = standing(space, said.device)
    if (!stands) return this.refuse({ code: 'stranger', awaited: space.membership.count })
    const bytes = hexToBytes(signature)
    if (!bytes || !isSignedBy(stands.key, proofText(said.space, said.device, nonce), bytes))
      return this.refuse({ code: 'signature' })
    if (stands.revoked) {
      // It learns why from the entries, which it can verify, rather than from us.
      await this.pullEntries(space, 0)
      return this.refuse({ code: 'revoked' })
    }
    const holder = { space: said.space, device: said.device }
    const welcome = await this.welcome(space, holder, said.relay)
    if (!welcome) return this.refuse({ code: 'noSpace' })
    this.holder = holder
    this.space = space
    desk.hub.listen(space, this)
    this.listening = true
    desk.store.touch(holder.space, holder.device)
    this.say(welcome)
  }

  private async welcome(space: LiveSpace, holder: Holder, relay: Hello['relay']): Promise<RelayFrame | null> {
    const { store, now, notices } = this.desk
    const stands = await store.find(space.id)
    if (!stands) return null
    const same = relay !== null && relay.logId === stands.logId && relay.cursor <= stands.head
    const chain = same ? await store.chainAt(space.id, relay.cursor) : null
    const floorChain = await store.chainAt(space.id, stands.floor)
    const tokenEndsAt = now() + TOKEN_MS
    const readsAll = mayRead(standing(space, holder.device)!.rights)
    const heads: Record<string, { dseq: number; hash: string; seenAt: number }> = {}
    for (const [device, { dseq, hash, seenAt }] of stands.devices)
      if (readsAll || device === holder.device) heads[device] = { dseq, hash: bytesToHex(hash), seenAt }
    const snapshot = await newsOf(store, space.id)
    return {
      type: 'welcome',
      version: protocolVersion,
      logId: stands.logId,
      head: stands.head,
      chain: chain ? bytesToHex(chain) : '',
      heads,
      entries: space.membership.count,
      entriesHead: space.membership.head,
      floor: stands.floor,
      floorChain: floorChain ? bytesToHex(floorChain) : '',
      token: makeToken(store.secret, holder, tokenEndsAt),
      tokenEndsAt,
      now: now(),
      limits: { batchBytes: maxBatchBytes, window: PUSH_WINDOW, blobBytes: BLOB_BYTES },
      room: readsAll ? { used: stands.bytes + stands.blobBytes, quota: stands.quota ?? store.quota } : null,
      snapshot: readsAll ? snapshot : null,
      notice: notices.current(),
    }
  }

  // --- Writing ------------------------------------------------------------------------------------------------------

  private async push(space: LiveSpace, holder: Holder, batches: readonly Uint8Array[]): Promise<void> {
    const startedMs = performance.now()
    const stands = standing(space, holder.device)
    const passed: NewBatch[] = []
    for (const bytes of batches) {
      const parsed = parseBatch(bytes)
      // Nothing can be answered to a batch without a number.
      if (!parsed.ok) return this.end(closeCodes.broken, 'malformed')
      const { dseq } = parsed.value
      const own = parsed.value.device === holder.device && stands
      const refusal = own
        ? (this.judge(space, parsed.value, bytes, stands.key) ?? this.tooFast(holder, bytes.byteLength))
        : { code: 'stranger' as const }
      if (refusal) this.refuseBatch(dseq, refusal)
      else passed.push(newBatch(parsed.value, bytes))
    }
    if (passed.length === 0) return
    for (const { dseq, hash } of passed) this.underWay.set(dseq, bytesToHex(hash))
    this.desk.store.touch(holder.space, holder.device)
    const results = await this.desk.room.forLog(() => this.desk.store.append(space.id, passed))
    if (!results) {
      for (const { dseq } of passed) {
        this.underWay.delete(dseq)
        this.refuseBatch(dseq, noRoom)
      }
      return
    }
    this.desk.metrics.acknowledged.observe((performance.now() - startedMs) / 1000)
    const taken: [number, number][] = []
    for (const [index, result] of results.entries()) {
      const { dseq, bytes } = passed[index]!
      if (result.type === 'appended') {
        this.desk.metrics.appended.inc()
        this.desk.metrics.appendedBytes.inc(bytes.byteLength)
      }
      if (result.type === 'appended' || result.type === 'repeated') {
        if (this.refusedAt !== null && dseq >= this.refusedAt) this.refusedAt = null
        // One of its own that was told among the news has been acknowledged there.
        if (this.underWay.delete(dseq)) taken.push([dseq, result.seq])
      } else {
        this.underWay.delete(dseq)
        this.refuseBatch(dseq, refusalOf(result))
      }
    }
    if (taken.length > 0) this.say({ type: 'ack', taken })
  }

  /** Batches of any device, for a relay that lost them (SPEC 6.5). Who brings them does not matter: they are signed. */
  private async give(space: LiveSpace, batches: readonly Uint8Array[]): Promise<void> {
    const passed: NewBatch[] = []
    for (const bytes of batches) {
      const parsed = parseBatch(bytes)
      if (!parsed.ok) return this.end(closeCodes.broken, 'malformed')
      const { device, dseq } = parsed.value
      const stands = standing(space, device)
      const refusal = stands
        ? (this.judge(space, parsed.value, bytes, stands.key) ?? this.tooFast(this.holder!, bytes.byteLength))
        : { code: 'stranger' as const }
      if (refusal) this.refuse({ ...refusal, device, dseq })
      else passed.push(newBatch(parsed.value, bytes))
    }
    if (passed.length === 0) return
    const results = await this.desk.room.forLog(() => this.desk.store.append(space.id, passed))
    if (!results) {
      for (const { device, dseq } of passed) this.refuse({ ...noRoom, device, dseq })
      return
    }
    const taken: [string, number, number][] = []
    for (const [index, result] of results.entries()) {
      const { device, dseq } = passed[index]!
      if (result.type === 'appended' || result.type === 'repeated') taken.push([device, dseq, result.seq])
      else this.refuse({ ...refusalOf(result), device, dseq })
    }
    if (taken.length > 0) this.say({ type: 'given', taken })
  }

  /** What can be said of a batch without the store's lock. */
  private judge(space: LiveSpace, batch: ParsedBatch, bytes: Uint8Array, key: Uint8Array): Refusal | null {
    if (bytes.byteLength > maxBatchBytes) return { code: 'tooLarge' }
    if (batch.space !== space.id) return { code: 'signature' }
    // Parts of a snapshot have a place of their own. A later version's kinds are not ours to judge (SPEC 6.4).
    if (batch.version === batchVersion && batch.kind === batchKinds.snapshotPart) return { code: 'forbidden' }
    return isSignedBy(key, batch.signed, batch.signature) ? null : { code: 'signature' }
  }

  private tooFast(holder: Holder, size: number): Refusal | null {
    const { rates, notices } = this.desk
    const { space, device } = holder
    if (notices.isReadOnly()) return { code: 'tooFast', retryAfterS: 60 }
    const retryAfterS =
      rates.deviceBatches.take(device, 1) ||
      rates.deviceBytes.take(device, size) ||
      rates.spaceBatches.take(space, 1) ||
      rates.spaceBytes.take(space, size)
    return retryAfterS > 0 ? { code: 'tooFast', retryAfterS } : null
  }

  private refuseBatch(dseq: number, refusal: Refusal): void {
    // What comes behind a refused batch skips it: the device knows, and the first reason is the one that counts.
    if (refusal.code === 'gap' && this.refusedAt !== null && refusal.awaited === this.refusedAt) return
    if (refusal.code !== 'gap') this.refusedAt = dseq
    this.refuse({ ...refusal, dseq })
  }

  private async entry(space: LiveSpace, holder: Holder, bytes: Uint8Array): Promise<void> {
    const number = numberOf(bytes)
    if (bytes.byteLength > maxEntryBytes) return this.refuse({ code: 'tooLarge', entry: number })
    const retryAfterS = this.desk.rates.entries.take(holder.device, 1)
    if (retryAfterS) return this.refuse({ code: 'tooFast', entry: number, retryAfterS })
    const isRepeated = number < space.membership.count
    const answer = await this.desk.room.forLog(async () => ({
      refused: await this.desk.hub.takeEntry(space, bytes),
    }))
    const refused = answer ? answer.refused : noRoom
    if (refused) return this.refuse({ ...refused, entry: number })
    // Taken just now it is news, and everyone who listens is told; taken before, its sender still waits for an answer.
    if (isRepeated || !this.listening) this.say({ type: 'entries', from: number, more: false, entries: [bytes] })
  }

  // --- Reading ------------------------------------------------------------------------------------------------------

  private async pull(space: LiveSpace, holder: Holder, after: number, own: number): Promise<void> {
    if (!this.mayRead(space, holder)) return this.refuse({ code: 'forbidden' })
    this.cursor = null
    const stored = await this.desk.store.readBatches(space.id, after, PAGE_BYTES)
    const last = stored.at(-1)?.seq ?? Math.min(after, space.head)
    const more = last < space.head
    const batches = stored.map((batch): LoggedBatch | OwnMark =>
      batch.device === holder.device && batch.dseq <= own
        ? { seq: batch.seq, dseq: batch.dseq, hash: bytesToHex(sha256(batch.bytes)) }
        : batch,
    )
    // From here on what comes is sent by itself.
    if (!more) this.cursor = space.head
    this.desk.metrics.delivered.inc(batches.length)
    this.say({ type: 'batches', head: space.head, more, batches })
  }

  private async pullEntries(space: LiveSpace, after: number): Promise<void> {
    const stored = await this.desk.store.readEntries(space.id, after)
    const entries: Uint8Array[] = []
    let size = 0
    for (const bytes of stored) {
      size += bytes.byteLength + 4
      if (size > ENTRIES_PAGE_BYTES && entries.length > 0) break
      entries.push(bytes)
    }
    this.say({ type: 'entries', from: after, more: entries.length < stored.length, entries })
  }

  onBatches(batches: readonly StoredBatch[] | null, head: number): void {
    const { holder, space } = this
    if (!holder || !space) return
    const before = this.cursor
    // Own batches are acknowledged before anything behind them is told, so that a device can follow the chain.
    const acknowledged = batches?.filter((batch) => this.isUnderWay(holder, batch)) ?? []
    if (acknowledged.length > 0) {
      for (const { dseq } of acknowledged) this.underWay.delete(dseq)
      this.say({ type: 'ack', taken: acknowledged.map(({ dseq, seq }) => [dseq, seq]) })
    }
    if (before === null) return
    const size = batches?.reduce((sum, { bytes }) => sum + bytes.byteLength + BATCH_OVERHEAD, 0) ?? 0
    if (!batches || batches[0]!.seq !== before + 1 || size > PAGE_BYTES || this.wire.backlog() > BACKLOG_BYTES) {
      // Too far behind, or another instance took them: the number is enough, the device reads on when it can.
      this.cursor = null
      if (this.mayRead(space, holder)) this.say({ type: 'batches', head, more: false, batches: [] })
      return
    }
    this.cursor = head
    const others = acknowledged.length === 0 ? batches : batches.filter((batch) => !acknowledged.includes(batch))
    if (others.length === 0 || !this.mayRead(space, holder)) return
    this.desk.metrics.delivered.inc(others.length)
    this.send(frameOf(head, others))
  }

  onEntries(from: number, entries: readonly Uint8Array[]): void {
    const { holder, space } = this
    if (!holder || !space) return
    this.say({ type: 'entries', from, more: false, entries: [...entries] })
    if (standing(space, holder.device)?.revoked) {
      this.refuse({ code: 'revoked' })
      this.end(closeCodes.refused, 'revoked')
    }
  }

  onGone(): void {
    this.refuse({ code: 'gone' })
    this.end(closeCodes.refused, 'deleted')
  }

  private isUnderWay(holder: Holder, batch: StoredBatch): boolean {
    if (batch.device !== holder.device) return false
    const hash = this.underWay.get(batch.dseq)
    // Another copy of this device may have pushed under the same number: that one is news here.
    return hash !== undefined && hash === bytesToHex(sha256(batch.bytes))
  }

  private mayRead(space: LiveSpace, holder: Holder): boolean {
    return mayRead(memberOf(space.membership, holder.device)?.rights ?? 0)
  }

  private refuse(refusal: Refusal & { dseq?: number; device?: string; entry?: number }): void {
    this.desk.metrics.refused.inc({ code: refusal.code })
    // Who was put out and comes back, and whose signature is not its own, is worth a line (T063); who it is is not.
    if (refusal.code === 'revoked' || refusal.code === 'signature' || refusal.code === 'fork')
      this.desk.log({ level: 'info', event: 'refused', code: refusal.code })
    this.say({ type: 'refused', ...refusal })
  }

  private say(frame: RelayFrame): void {
    this.send(encodeFrame(frame))
  }

  private send(bytes: Uint8Array): void {
    if (!this.ended) this.wire.send(bytes)
  }
}

interface Refusal {
  code: RefusalCode
  awaited?: number
  retryAfterS?: number
}

const noRoom: Refusal = { code: 'full', retryAfterS: FULL_RETRY_S }

function refusalOf(result: Exclude<Appended, { type: 'appended' | 'repeated' }>): Refusal {
  return result.type === 'gap' ? { code: 'gap', awaited: result.awaited } : { code: result.type }
}

function newBatch(batch: ParsedBatch, bytes: Uint8Array): NewBatch {
  return {
    device: batch.device,
    dseq: batch.dseq,
    entries: batch.entries,
    previous: hexToBytes(batch.previous)!,
    hash: sha256(bytes),
    bytes,
  }
}

/** The number an entry gives itself; what cannot be read is told as the largest there is. */
function numberOf(bytes: Uint8Array): number {
  const found = /"number":(\d{1,9})/.exec(Buffer.from(bytes.subarray(4)).toString('latin1'))
  return found ? Number(found[1]) : 0xffff_ffff
}

/** True for frames that need not wait until those before them are answered: batches, asking for them, pings. */
export function standsAlone(frame: Uint8Array): boolean {
  return frame[0] === frameCodes.push || frame[0] === frameCodes.pull || frame[0] === frameCodes.ping
}

let lastNews: { batches: readonly StoredBatch[]; frame: Uint8Array } | null = null

/** The frame that all devices of a space are sent alike is made once. */
function frameOf(head: number, batches: readonly StoredBatch[]): Uint8Array {
  if (lastNews?.batches === batches) return lastNews.frame
  const frame = encodeFrame({ type: 'batches', head, more: false, batches: [...batches] })
  lastNews = { batches, frame }
  return frame
}

/** True when a device of these rights may keep snapshots and blobs here. */
export const mayKeep = (rights: number): boolean => mayRead(rights) && mayPush(rights)
