import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decodeFrame,
  encodeFrame,
  joinFrames,
  maxFrameBytes,
  refusalCodes,
  splitFrames,
  type Frame,
} from './protocol.ts'

const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((b) => Buffer.from(b).toString('hex'))
const seq = fc.integer({ min: 0, max: 2 ** 48 - 1 })
const u32 = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const bytes = fc.uint8Array({ maxLength: 40 })
const nonce = fc.string({ maxLength: 40 })
const news = fc.record({ id: fc.string({ maxLength: 32 }), device: hex(8), upTo: seq, confirmed: fc.boolean() })
const notice = fc.record({ text: fc.string({ maxLength: 60 }), until: seq }, { requiredKeys: ['text'] })
const typed = <T extends string, V extends object>(type: T, value: fc.Arbitrary<V>) =>
  value.map((v) => ({ type, ...v }))

const frames: fc.Arbitrary<Frame> = fc.oneof(
  typed(
    'hello',
    fc.record({
      versions: fc.array(fc.nat(), { maxLength: 3 }),
      space: hex(16),
      device: hex(8),
      relay: fc.option(fc.record({ logId: hex(16), cursor: seq })),
    }),
  ),
  typed('proof', fc.record({ nonce, signature: hex(64) })),
  typed('create', fc.record({ admission: fc.string({ unit: 'grapheme' }), entries: fc.array(bytes) })),
  typed('push', fc.record({ batches: fc.array(bytes) })),
  typed('give', fc.record({ batches: fc.array(bytes) })),
  typed('pull', fc.record({ after: seq, own: u32 })),
  typed('entry', fc.record({ entry: bytes })),
  typed('pullEntries', fc.record({ after: u32 })),
  fc.constant({ type: 'ping' as const }),
  fc.constant({ type: 'pong' as const }),
  typed('challenge', fc.record({ nonce })),
  typed(
    'welcome',
    fc.record({
      version: fc.nat(),
      logId: hex(16),
      head: seq,
      chain: fc.oneof(fc.constant(''), hex(32)),
      heads: fc.dictionary(hex(8), fc.record({ dseq: u32, hash: hex(32), seenAt: seq })),
      entries: u32,
      entriesHead: hex(32),
      floor: seq,
      floorChain: hex(32),
      token: fc.string({ maxLength: 80 }),
      tokenEndsAt: seq,
      now: seq,
      limits: fc.record({ batchBytes: fc.nat(), window: fc.integer({ min: 1, max: 100 }), blobBytes: seq }),
      room: fc.option(fc.record({ used: seq, quota: seq })),
      snapshot: fc.option(news),
      notice: fc.option(notice),
    }),
  ),
  typed('ack', fc.record({ taken: fc.array(fc.tuple(u32, seq)) })),
  typed('given', fc.record({ taken: fc.array(fc.tuple(hex(8), u32, seq)) })),
  typed(
    'refused',
    fc.record(
      {
        code: fc.constantFrom(...refusalCodes),
        dseq: u32,
        device: hex(8),
        entry: u32,
        awaited: u32,
        retryAfterS: fc.nat(),
      },
      { requiredKeys: ['code'] },
    ),
  ),
  typed(
    'batches',
    fc.record({
      head: seq,
      more: fc.boolean(),
      batches: fc.array(
        fc.oneof(fc.record({ seq, entries: u32, bytes }), fc.record({ seq, dseq: u32, hash: hex(32) })),
      ),
    }),
  ),
  typed('entries', fc.record({ from: u32, more: fc.boolean(), entries: fc.array(bytes) })),
  typed('snapshot', news),
  typed('notice', notice),
)

const plain = (frame: unknown) => JSON.parse(JSON.stringify(frame, (_, v) => (v instanceof Uint8Array ? [...v] : v)))

test('SPEC 5.8: a frame reads back as it was written', () => {
  fc.assert(
    fc.property(frames, (frame) => {
      const read = decodeFrame(encodeFrame(frame))
      expect(read.ok && plain(read.value)).toEqual(plain(frame))
    }),
    { numRuns: 500 },
  )
})

test('any bytes, and any frame cut short or damaged, are a frame or an error, never a crash', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
      const read = decodeFrame(noise)
      if (!read.ok) expect(['MalformedFrame', 'UnknownFrame']).toContain(read.error.type)
    }),
    { numRuns: 500 },
  )
  fc.assert(
    fc.property(frames, fc.nat(), fc.nat(255), fc.boolean(), (frame, at, value, cut) => {
      const encoded = encodeFrame(frame)
      const place = at % encoded.length
      if (!cut) encoded[place] = value
      const read = decodeFrame(cut ? encoded.subarray(0, place) : encoded)
      // What is believed can be said again; the rest is an error value.
      if (read.ok) expect(decodeFrame(encodeFrame(read.value)).ok).toBe(true)
      else expect(['MalformedFrame', 'UnknownFrame']).toContain(read.error.type)
    }),
    { numRuns: 500 },
  )
})

test('a length that promises more than is there is refused without being believed', () => {
  const huge = new Uint8Array([4, 0xff, 0xff, 0xff, 0xff, 1])
  expect(decodeFrame(huge)).toMatchObject({ ok: false, error: { type: 'MalformedFrame' } })
  expect(decodeFrame(new Uint8Array(maxFrameBytes + 1))).toMatchObject({ ok: false })
})

test('SPEC 5.8: several frames in one body are parted again', () => {
  fc.assert(
    fc.property(fc.array(bytes), fc.nat(), (parts, at) => {
      const body = joinFrames(parts)
      expect(splitFrames(body)).toEqual({ ok: true, value: parts })
      if (body.length > 0) {
        const cut = splitFrames(body.subarray(0, at % body.length))
        if (cut.ok) expect(cut.value.length).toBeLessThan(parts.length)
      }
    }),
  )
})
