import { err, ok, type Result } from '../kit/result.ts'

/**
 * What a device and a relay say to each other (SPEC 5). A frame is one byte that names it and a payload: JSON for the
 * rare ones, packed bytes for those that carry batches and entries. Both sides read hostile bytes: what is malformed
 * is an error value, and no length is believed before it is compared with what is there.
 */
export const protocolVersion = 1

/** The largest frame (SPEC 5.6). */
export const maxFrameBytes = 1 << 20
/** The largest batch: a frame holds one with what names it. */
export const maxBatchBytes = maxFrameBytes - 128
/** The largest membership entry. */
export const maxEntryBytes = 256 * 1024

/** Why a relay refused a batch, an entry or a connection. */
export const refusalCodes = [
  'quota',
  'tooLarge',
  'tooFast',
  'revoked',
  'forbidden',
  'stranger',
  'fork',
  'gap',
  'signature',
  'stale',
  'noSpace',
  /** Deleted at this relay for good, by an owner or by whoever runs it. */
  'gone',
  'admission',
  'version',
  /** The relay's own storage has no room: nobody's space is to blame. */
  'full',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** A batch of the log as the relay hands it on. */
export interface LoggedBatch {
  seq: number
  /** How many membership entries stood when the relay took it. */
  entries: number
  bytes: Uint8Array
}
/** In place of a batch that the asking device has said it has: its own, at or below the `own` of its `pull`. */
export interface OwnMark {
  seq: number
  dseq: number
  /** SHA-256 of the batch, hex. */
  hash: string
}
/** Where the relay stands with one device. */
export interface RelayHead {
  dseq: number
  hash: string
  /** When it last came, by the relay's clock; 0 when never. */
  seenAt: number
}
/** A snapshot at the relay: its manifest and parts are fetched over HTTP. */
export interface SnapshotNews {
  id: string
  device: string
  /** All batches up to this seq are covered by it. */
  upTo: number
  confirmed: boolean
}
export interface RelayLimits {
  batchBytes: number
  /** Batches that may be under way unanswered. */
  window: number
  blobBytes: number
}

export type ClientFrame =
  | {
      type: 'hello'
      versions: number[]
      /** 32 hex digits. */
      space: string
      /** 16 hex digits. */
      device: string
      /** What this device remembers of the log, to be told the relay's chain at the same place. */
      relay: { logId: string; cursor: number } | null
    }
  /** The signature is over `vivier-relay-1|space|device|nonce`. */
  | { type: 'proof'; nonce: string; signature: string }
  /**
   * After a `hello` refused as `noSpace`: makes the space of these entries, genesis first; the relay goes on with the
   * challenge to that hello. A new space has one; a relay that lost a space is given all that fit one frame. After a
   * `proof` refused as `stranger`: entries from the `awaited` one on, for a relay that was restored to a time before
   * this device was let in (SPEC 7.11).
   */
  | { type: 'create'; admission: string; entries: Uint8Array[] }
  | { type: 'push'; batches: Uint8Array[] }
  /** Batches after this seq. Own batches at or below `own` come back as marks, without their bytes. */
  | { type: 'pull'; after: number; own: number }
  | { type: 'entry'; entry: Uint8Array }
  /** Entries from this number on: `after` is how many are known. */
  | { type: 'pullEntries'; after: number }
  /** Batches of any device for a relay that lost them (SPEC 6.5); answered by `given` or `refused`. */
  | { type: 'give'; batches: Uint8Array[] }
  | { type: 'ping' }

export type RelayFrame =
  | { type: 'challenge'; nonce: string }
  | {
      type: 'welcome'
      version: number
      logId: string
      head: number
      /** The chain at the cursor that `hello` named; '' when the relay cannot say (no such place, or dropped). */
      chain: string
      /** By device: every one that ever pushed or came. */
      heads: Record<string, RelayHead>
      /** How many membership entries there are, and the SHA-256 of the last, hex. */
      entries: number
      entriesHead: string
      /** The log begins after this seq: what is before stands in the snapshot only. */
      floor: number
      /** The relay's chain at the floor, to go on from there. */
      floorChain: string
      /** For HTTP, as a bearer token; ends at `tokenEndsAt` by the relay's clock. */
      token: string
      tokenEndsAt: number
      /** The relay's clock now, ms. */
      now: number
      limits: RelayLimits
      /** What the space takes there and may take, bytes; null for who only writes, or when the relay does not say. */
      room: { used: number; quota: number } | null
      snapshot: SnapshotNews | null
      notice: { text: string; until?: number } | null
    }
  /** The device's own batches that are on the relay's disk, as [dseq, seq]. */
  | { type: 'ack'; taken: [dseq: number, seq: number][] }
  /** The same for batches given, as [device, dseq, seq]. */
  | { type: 'given'; taken: [device: string, dseq: number, seq: number][] }
  | {
      type: 'refused'
      code: RefusalCode
      /** The batch refused, by its device's count; with `device` when it was given for another. */
      dseq?: number
      device?: string
      /** The entry refused, by its number. */
      entry?: number
      /** For `gap`: the dseq awaited. For `stranger`: how many entries the relay has. */
      awaited?: number
      retryAfterS?: number
    }
  | { type: 'batches'; head: number; more: boolean; batches: (LoggedBatch | OwnMark)[] }
  /** Entries from number `from` on: the answer to `pullEntries`, and news of a taken one, to its sender too. */
  | { type: 'entries'; from: number; more: boolean; entries: Uint8Array[] }
  | ({ type: 'snapshot' } & SnapshotNews)
  | { type: 'notice'; text: string; until?: number }
  | { type: 'pong' }

export type Frame = ClientFrame | RelayFrame
export type FrameError = { type: 'MalformedFrame'; why: string } | { type: 'UnknownFrame'; code: number }

/** The byte that names a frame. */
export const frameCodes = {
  hello: 1,
  proof: 2,
  create: 3,
  push: 4,
  pull: 5,
  entry: 6,
  pullEntries: 7,
  give: 8,
  ping: 9,
  challenge: 33,
  welcome: 34,
  ack: 35,
  given: 36,
  refused: 37,
  batches: 38,
  entries: 39,
  snapshot: 40,
  notice: 41,
  pong: 42,
} as const satisfies Record<Frame['type'], number>

const typesByCode = new Map<number, Frame['type']>(
  Object.entries(frameCodes).map(([type, code]) => [code, type as Frame['type']]),
)

/** The bytes of a frame. */
export function encodeFrame(frame: Frame): Uint8Array<ArrayBuffer> {
  const out = new Writer(frameCodes[frame.type])
  switch (frame.type) {
    case 'push':
    case 'give':
      for (const bytes of frame.batches) out.sized(bytes)
      return out.done()
    case 'pull':
      return out.number(frame.after, 6).number(frame.own, 4).done()
    case 'create':
      out.sized(new TextEncoder().encode(frame.admission))
      for (const entry of frame.entries) out.sized(entry)
      return out.done()
    case 'entry':
      return out.raw(frame.entry).done()
    case 'pullEntries':
      return out.number(frame.after, 4).done()
    case 'ack':
      for (const [dseq, seq] of frame.taken) out.number(dseq, 4).number(seq, 6)
      return out.done()
    case 'given':
      for (const [device, dseq, seq] of frame.taken) out.hex(device).number(dseq, 4).number(seq, 6)
      return out.done()
    case 'batches':
      out.number(frame.head, 6).number(frame.more ? 1 : 0, 1)
      for (const batch of frame.batches) {
        out.number(batch.seq, 6)
        if ('bytes' in batch) out.number(0, 1).number(batch.entries, 4).sized(batch.bytes)
        else out.number(1, 1).number(batch.dseq, 4).hex(batch.hash)
      }
      return out.done()
    case 'entries':
      out.number(frame.from, 4).number(frame.more ? 1 : 0, 1)
      for (const entry of frame.entries) out.sized(entry)
      return out.done()
    case 'ping':
    case 'pong':
      return out.done()
    default: {
      const { type: _, ...rest } = frame
      return out.raw(new TextEncoder().encode(JSON.stringify(rest))).done()
    }
  }
}

/** Reads a frame of the other side, which may be anything at all. */
export function decodeFrame(bytes: Uint8Array): Result<Frame, FrameError> {
  if (bytes.length === 0) return malformed('empty')
  if (bytes.length > maxFrameBytes) return malformed('too long')
  const type = typesByCode.get(bytes[0]!)
  if (!type) return err({ type: 'UnknownFrame', code: bytes[0]! })
  const input = new Reader(bytes, 1)
  switch (type) {
    case 'push':
    case 'give': {
      const batches = readSized(input)
      return batches ? ok({ type, batches }) : malformed(type)
    }
    case 'pull': {
      const after = input.number(6)
      const own = input.number(4)
      return input.clean() ? ok({ type, after, own }) : malformed(type)
    }
    case 'create': {
      const admission = input.sized()
      const entries = readSized(input)
      return entries ? ok({ type, admission: new TextDecoder().decode(admission), entries }) : malformed(type)
    }
    case 'entry':
      return ok({ type, entry: bytes.slice(1) })
    case 'pullEntries': {
      const after = input.number(4)
      return input.clean() ? ok({ type, after }) : malformed(type)
    }
    case 'ack': {
      const taken: [number, number][] = []
      while (input.left() > 0) taken.push([input.number(4), input.number(6)])
      return input.clean() ? ok({ type, taken }) : malformed(type)
    }
    case 'given': {
      const taken: [string, number, number][] = []
      while (input.left() > 0) taken.push([input.hex(8), input.number(4), input.number(6)])
      return input.clean() ? ok({ type, taken }) : malformed(type)
    }
    case 'batches':
      return readBatches(input)
    case 'entries': {
      const from = input.number(4)
      const more = input.number(1) === 1
      const entries = readSized(input)
      return entries ? ok({ type, from, more, entries }) : malformed(type)
    }
    case 'ping':
    case 'pong':
      return input.clean() ? ok({ type }) : malformed(type)
    default:
      return readJson(type, bytes)
  }
}

/** Several frames in one HTTP body: each after its length. */
export function joinFrames(frames: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Writer(null)
  for (const frame of frames) out.sized(frame)
  return out.done()
}

/** Reads such a body. */
export function splitFrames(body: Uint8Array): Result<Uint8Array[], FrameError> {
  const frames = readSized(new Reader(body, 0))
  return frames ? ok(frames) : malformed('body')
}

/** What a device signs to prove itself to a relay. */
export const proofText = (space: string, device: string, nonce: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`vivier-relay-1|${space}|${device}|${nonce}`)

const malformed = (why: string): Result<never, FrameError> => err({ type: 'MalformedFrame', why })

function readSized(input: Reader): Uint8Array[] | null {
  const parts: Uint8Array[] = []
  while (input.left() > 0) parts.push(input.sized())
  return input.clean() ? parts : null
}

function readBatches(input: Reader): Result<Frame, FrameError> {
  const head = input.number(6)
  const more = input.number(1) === 1
  const batches: (LoggedBatch | OwnMark)[] = []
  while (input.left() > 0) {
    const seq = input.number(6)
    const kind = input.number(1)
    if (kind === 0) batches.push({ seq, entries: input.number(4), bytes: input.sized() })
    else if (kind === 1) batches.push({ seq, dseq: input.number(4), hash: input.hex(32) })
    else return malformed('batches')
  }
  return input.clean() ? ok({ type: 'batches', head, more, batches }) : malformed('batches')
}

function readJson(type: Frame['type'], bytes: Uint8Array): Result<Frame, FrameError> {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(1)))
  } catch {
    // Not UTF-8 or not JSON: told to the caller like any other malformed frame.
    return malformed(type)
  }
  if (!isObject(value)) return malformed(type)
  const frame = shapes[type as keyof typeof shapes](value)
  return frame ? ok(frame) : malformed(type)
}

type Raw = Record<string, unknown>
const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isHex = (value: unknown, digits: number): value is string =>
  typeof value === 'string' && value.length === digits && /^[0-9a-f]*$/.test(value)
const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest
/** An optional count: absent is fine, anything else is not. */
const isMaybeCount = (value: unknown): value is number | undefined => value === undefined || isCount(value)

/** Reads the JSON frames: only what is known and well formed is taken over, the rest is left behind. */
const shapes = {
  hello({ versions, space, device, relay }: Raw): Frame | null {
    if (!Array.isArray(versions) || versions.length > 16 || !versions.every(isCount)) return null
    if (!isHex(space, 32) || !isHex(device, 16)) return null
    if (relay === null || relay === undefined) return { type: 'hello', versions, space, device, relay: null }
    if (!isObject(relay) || !isText(relay.logId, 64) || !isCount(relay.cursor)) return null
    return { type: 'hello', versions, space, device, relay: { logId: relay.logId, cursor: relay.cursor } }
  },
  proof({ nonce, signature }: Raw): Frame | null {
    return isText(nonce, 128) && isHex(signature, 128) ? { type: 'proof', nonce, signature } : null
  },
  challenge({ nonce }: Raw): Frame | null {
    return isText(nonce, 128) ? { type: 'challenge', nonce } : null
  },
  welcome(raw: Raw): Frame | null {
    const { version, logId, head, chain, entries, entriesHead, floor, floorChain, token, tokenEndsAt, now, limits } =
      raw
    if (!isCount(version) || !isText(logId, 64) || !isCount(head) || !isText(chain, 64)) return null
    if (
      !isText(entriesHead, 64) ||
      !isCount(entries) ||
      !isCount(floor) ||
      !isText(floorChain, 64) ||
      !isText(token, 2048)
    )
      return null
    if (!isCount(tokenEndsAt) || !isCount(now) || !isObject(limits) || !isObject(raw.heads)) return null
    const { batchBytes, window, blobBytes } = limits
    if (!isCount(batchBytes) || !isCount(window) || window < 1 || !isCount(blobBytes)) return null
    const heads: Record<string, RelayHead> = {}
    for (const [device, stands] of Object.entries(raw.heads)) {
      if (!isHex(device, 16) || !isObject(stands)) return null
      const { dseq, hash, seenAt } = stands
      if (!isCount(dseq) || !(hash === '' || isHex(hash, 64)) || !isCount(seenAt)) return null
      heads[device] = { dseq, hash, seenAt }
    }
    const room = isObject(raw.room) && isCount(raw.room.used) && isCount(raw.room.quota) ? raw.room : null
    const snapshot = raw.snapshot === null ? null : readNews(raw.snapshot)
    const notice = raw.notice === null ? null : readNotice(raw.notice)
    if (snapshot === undefined || notice === undefined) return null
    return {
      type: 'welcome',
      version,
      logId,
      head,
      chain,
      heads,
      entries,
      entriesHead,
      floor,
      floorChain,
      token,
      tokenEndsAt,
      now,
      limits: { batchBytes, window, blobBytes },
      room: room && { used: room.used as number, quota: room.quota as number },
      snapshot,
      notice,
    }
  },
  refused({ code, dseq, device, entry, awaited, retryAfterS }: Raw): Frame | null {
    const known = refusalCodes.find((each) => each === code)
    if (!known || !isMaybeCount(dseq) || !isMaybeCount(entry) || !isMaybeCount(awaited)) return null
    if (!isMaybeCount(retryAfterS) || !(device === undefined || isHex(device, 16))) return null
    return {
      type: 'refused',
      code: known,
      ...(dseq === undefined ? {} : { dseq }),
      ...(device === undefined ? {} : { device }),
      ...(entry === undefined ? {} : { entry }),
      ...(awaited === undefined ? {} : { awaited }),
      ...(retryAfterS === undefined ? {} : { retryAfterS }),
    }
  },
  snapshot(raw: Raw): Frame | null {
    const news = readNews(raw)
    return news ? { type: 'snapshot', ...news } : null
  },
  notice(raw: Raw): Frame | null {
    const notice = readNotice(raw)
    return notice ? { type: 'notice', ...notice } : null
  },
}

function readNews(raw: unknown): SnapshotNews | undefined {
  if (!isObject(raw)) return undefined
  const { id, device, upTo, confirmed } = raw
  if (!isText(id, 64) || !isHex(device, 16) || !isCount(upTo) || typeof confirmed !== 'boolean') return undefined
  return { id, device, upTo, confirmed }
}

function readNotice(raw: unknown): { text: string; until?: number } | undefined {
  if (!isObject(raw) || !isText(raw.text, 500) || !isMaybeCount(raw.until)) return undefined
  return { text: raw.text, ...(raw.until === undefined ? {} : { until: raw.until }) }
}

/** Writes big-endian numbers and bytes into a buffer that grows. */
class Writer {
  private bytes = new Uint8Array(256)
  private length = 0

  constructor(code: number | null) {
    if (code !== null) this.number(code, 1)
  }

  number(value: number, size: number): this {
    const at = this.room(size)
    let rest = value
    for (let i = size - 1; i >= 0; i -= 1) {
      this.bytes[at + i] = rest % 256
      rest = Math.floor(rest / 256)
    }
    return this
  }

  hex(text: string): this {
    const at = this.room(text.length / 2)
    for (let i = 0; i < text.length / 2; i += 1) this.bytes[at + i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16)
    return this
  }

  raw(bytes: Uint8Array): this {
    const at = this.room(bytes.length)
    this.bytes.set(bytes, at)
    return this
  }

  /** The length in four bytes, then the bytes. */
  sized(bytes: Uint8Array): this {
    return this.number(bytes.length, 4).raw(bytes)
  }

  done(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length)
  }

  private room(size: number): number {
    const at = this.length
    this.length += size
    if (this.length > this.bytes.length) {
      const grown = new Uint8Array(Math.max(this.length, 2 * this.bytes.length))
      grown.set(this.bytes)
      this.bytes = grown
    }
    return at
  }
}

/** Reads what a Writer wrote. Reading past the end gives zeros and is remembered: see `clean`. */
class Reader {
  private readonly bytes: Uint8Array
  private at: number
  private overrun = false

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes
    this.at = at
  }

  left(): number {
    return this.overrun ? 0 : this.bytes.length - this.at
  }

  /** True when all was read and nothing was missing. */
  clean(): boolean {
    return !this.overrun && this.at === this.bytes.length
  }

  number(size: number): number {
    const part = this.take(size)
    let value = 0
    for (const byte of part) value = value * 256 + byte
    return value
  }

  hex(size: number): string {
    return Array.from(this.take(size), (byte) => byte.toString(16).padStart(2, '0')).join('')
  }

  /** A copy: it outlives the frame it came in. */
  sized(): Uint8Array {
    return this.take(this.number(4)).slice()
  }

  private take(size: number): Uint8Array {
    if (this.overrun || size > this.bytes.length - this.at) {
      this.overrun = true
      return new Uint8Array(0)
    }
    this.at += size
    return this.bytes.subarray(this.at - size, this.at)
  }
}
