import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import WebSocket from 'ws'
import { buildAdditional, buildSigned, noPrevious, type BatchKind } from '../../src/log/batch.ts'
import { buildBody, buildEntry, type DeviceKeys, type EntryBody, type EpochPart } from '../../src/log/membership.ts'
import {
  decodeFrame,
  encodeFrame,
  proofText,
  protocolVersion,
  type ClientFrame,
  type RelayFrame,
} from '../../src/log/protocol.ts'

/**
 * A device as the relay sees one: real signatures and entries, and noise where a real one seals. Light enough that
 * hundreds of them fit into one measure.
 */
export class FakeDevice {
  readonly id = randomBytes(8).toString('hex')
  readonly keys: DeviceKeys
  readonly key: KeyObject
  space = ''
  dseq = 0
  previous = noPrevious
  entries = 1

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.key = privateKey
    const { x, y } = publicKey.export({ format: 'jwk' })
    const point = Buffer.concat([Buffer.from([4]), Buffer.from(x!, 'base64url'), Buffer.from(y!, 'base64url')])
    this.keys = { signing: point.toString('base64url'), agreement: point.toString('base64url') }
  }

  sign(bytes: Uint8Array): Buffer {
    return sign('sha256', bytes, { key: this.key, dsaEncoding: 'ieee-p1363' })
  }

  /** The next batch of this device, around `size` bytes of noise (or of `content`). */
  batch(size = 200, content?: Uint8Array, kind: BatchKind = 1): Buffer {
    const header = {
      kind,
      space: this.space,
      device: this.id,
      dseq: this.dseq + 1,
      epoch: 1,
      entries: this.entries,
      previous: this.previous,
    }
    const sealed = content ?? randomBytes(size)
    const signed = buildSigned(buildAdditional(header), randomBytes(12), sealed)
    const bytes = Buffer.concat([signed, this.sign(signed)])
    this.dseq += 1
    this.previous = createHash('sha256').update(bytes).digest('hex')
    return bytes
  }
}

/** A space and its entries, as its owner makes them. */
export class FakeSpace {
  readonly owner: FakeDevice
  readonly id: string
  readonly entries: Uint8Array[] = []
  private head = ''
  private epochs = 1
  private readonly readers: string[]

  constructor(owner = new FakeDevice()) {
    this.owner = owner
    this.readers = [owner.id]
    this.id = ''
    const { hash } = this.write({
      type: 'genesis',
      device: owner.id,
      keys: owner.keys,
      rights: 15,
      epoch: this.epoch(1),
    })
    this.id = hash.slice(0, 32)
    owner.space = this.id
  }

  /** Lets a device in with these rights; the entry is the last of `entries`. */
  add(device = new FakeDevice(), rights = 3): FakeDevice {
    device.space = this.id
    if (rights & 1) this.readers.push(device.id)
    this.write({
      type: 'add',
      device: device.id,
      keys: device.keys,
      rights,
      ...(rights & 1 ? { wrap: noise(40) } : {}),
    })
    device.entries = this.entries.length
    return device
  }

  revoke(device: FakeDevice, last: number): Uint8Array {
    const at = this.readers.indexOf(device.id)
    if (at >= 0) this.readers.splice(at, 1)
    this.epochs += 1
    return this.write({ type: 'revoke', device: device.id, last, epoch: this.epoch(this.epochs) }).entry
  }

  private epoch(number: number): EpochPart {
    return {
      number,
      wraps: Object.fromEntries(this.readers.map((id) => [id, noise(40)])),
      ...(number > 1 ? { before: noise(40) } : {}),
      spaceKey: this.owner.keys.agreement,
      spacePrivate: noise(60),
    }
  }

  private write(change: Partial<EntryBody> & Pick<EntryBody, 'type'>): { entry: Uint8Array; hash: string } {
    const body = buildBody({
      version: 1,
      number: this.entries.length,
      previous: this.head,
      signer: this.owner.id,
      ...change,
    })
    const entry = buildEntry(body, this.owner.sign(body))
    this.entries.push(entry)
    this.head = createHash('sha256').update(body).digest('hex')
    return { entry, hash: this.head }
  }
}

const noise = (size: number): string => randomBytes(size).toString('base64url')

type FrameOf<T extends RelayFrame['type']> = Extract<RelayFrame, { type: T }>
interface Waiter {
  wants: (frame: RelayFrame) => boolean
  resolve: (frame: RelayFrame) => void
  reject: (error: Error) => void
}

/** A device's conversation with a relay over a WebSocket. Frames wait in order until someone asks for them. */
export class Link {
  readonly socket: WebSocket
  readonly frames: RelayFrame[] = []
  /** Seen as it comes, before anyone waits for it. */
  onFrame: ((frame: RelayFrame) => void) | null = null
  closed: { code: number; reason: string } | null = null
  private readonly waiters: Waiter[] = []
  private readonly ended: Promise<void>

  private constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (data: Buffer) => this.take(data))
    this.ended = new Promise((resolve) => {
      socket.on('close', (code, reason) => {
        this.closed = { code, reason: reason.toString() }
        for (const { reject } of this.waiters.splice(0)) reject(new Error(`closed ${code} ${reason.toString()}`))
        resolve()
      })
    })
    socket.on('error', () => {})
  }

  /** Opens a WebSocket to the relay at `url` (http), as a proxy would for someone at `address`. */
  static open(url: string, address?: string): Promise<Link> {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/sync/v1/socket`, {
      perMessageDeflate: false,
      ...(address ? { headers: { 'X-Forwarded-For': address } } : {}),
    })
    const link = new Link(socket)
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve(link))
      socket.once('error', reject)
    })
  }

  /** Opens one and goes through the greeting; makes the space from `space` where the relay has none. */
  static async meet(
    url: string,
    device: FakeDevice,
    given: { space?: FakeSpace; admission?: string; relay?: { logId: string; cursor: number }; address?: string } = {},
  ): Promise<{ link: Link; welcome: FrameOf<'welcome'> }> {
    const link = await Link.open(url, given.address)
    link.say({
      type: 'hello',
      versions: [protocolVersion],
      space: device.space,
      device: device.id,
      relay: given.relay ?? null,
    })
    let first = await link.next('challenge', 'refused')
    if (first.type === 'refused' && first.code === 'noSpace' && given.space) {
      link.say({ type: 'create', admission: given.admission ?? '', entries: given.space.entries })
      first = await link.next('challenge', 'refused')
    }
    if (first.type === 'refused') throw new Error(`refused ${first.code}`)
    const signature = device.sign(proofText(device.space, device.id, first.nonce)).toString('hex')
    link.say({ type: 'proof', nonce: first.nonce, signature })
    const answer = await link.next('welcome', 'refused')
    if (answer.type === 'refused') throw new Error(`refused ${answer.code}`)
    return { link, welcome: answer }
  }

  say(frame: ClientFrame): void {
    this.socket.send(encodeFrame(frame))
  }

  /** The next frame of one of these types; frames of other types stay for others. Rejects when the link ends. */
  next<T extends RelayFrame['type']>(...types: T[]): Promise<FrameOf<T>> {
    const wants = (frame: RelayFrame): boolean => (types as string[]).includes(frame.type)
    const index = this.frames.findIndex(wants)
    if (index >= 0) return Promise.resolve(this.frames.splice(index, 1)[0] as FrameOf<T>)
    if (this.closed) return Promise.reject(new Error(`closed ${this.closed.code} ${this.closed.reason}`))
    return new Promise((resolve, reject) => {
      this.waiters.push({ wants, resolve: resolve as (frame: RelayFrame) => void, reject })
    })
  }

  /** Pushes one batch and gives its seq; throws on a refusal. */
  async push(bytes: Uint8Array): Promise<number> {
    this.say({ type: 'push', batches: [bytes] })
    const answer = await this.next('ack', 'refused')
    if (answer.type === 'refused') throw new Error(`refused ${answer.code}`)
    return answer.taken[0]![1]
  }

  /** All batches after `after`. */
  async pull(after: number, own = 0): Promise<FrameOf<'batches'>['batches']> {
    const all: FrameOf<'batches'>['batches'] = []
    let from = after
    for (;;) {
      this.say({ type: 'pull', after: from, own })
      const page = await this.next('batches')
      all.push(...page.batches)
      from = page.batches.at(-1)?.seq ?? from
      if (!page.more) return all
    }
  }

  async close(): Promise<void> {
    this.socket.close()
    await this.ended
  }

  /** Resolves when the relay ended it. */
  async end(): Promise<{ code: number; reason: string }> {
    await this.ended
    return this.closed!
  }

  private take(data: Buffer): void {
    const decoded = decodeFrame(data)
    if (!decoded.ok) throw new Error(`The relay sent ${decoded.error.type}`)
    const frame = decoded.value as RelayFrame
    this.onFrame?.(frame)
    const index = this.waiters.findIndex(({ wants }) => wants(frame))
    if (index >= 0) this.waiters.splice(index, 1)[0]!.resolve(frame)
    else this.frames.push(frame)
  }
}
