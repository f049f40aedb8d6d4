import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concatBytes } from '../kit/bytes.ts'
import {
  type BatchHeader,
  buildAdditional,
  buildSigned,
  padContent,
  paddedSize,
  parseBatch,
  unpadContent,
} from './batch.ts'

const hex = (bytes: number) =>
  fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((array) => Array.from(array, (byte) => byte.toString(16).padStart(2, '0')).join(''))
const count = fc.integer({ min: 1, max: 0xffff_ffff })
const header: fc.Arbitrary<BatchHeader> = fc.record({
  kind: fc.constantFrom(1, 2, 3),
  space: hex(16),
  device: hex(8),
  dseq: count,
  epoch: count,
  entries: count,
  previous: hex(32),
})
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })

test('SPEC 4.1 a batch taken apart is what it was built from', () => {
  fc.assert(
    fc.property(
      header,
      bytes(65),
      bytes(12),
      fc.uint8Array({ minLength: 16, maxLength: 99 }),
      bytes(64),
      (head, key, iv, ciphertext, signature) => {
        const ephemeral = head.kind === 2 ? key : undefined
        const signed = buildSigned(buildAdditional(head, ephemeral), iv, ciphertext)
        const parsed = parseBatch(concatBytes(signed, signature))
        expect(parsed.ok && parsed.value).toMatchObject({ ...head, version: 1, ephemeral: ephemeral ?? null })
        if (!parsed.ok) return
        expect(concatBytes(parsed.value.iv, parsed.value.ciphertext, parsed.value.signature)).toEqual(
          concatBytes(iv, ciphertext, signature),
        )
        expect(parsed.value.signed).toEqual(signed)
      },
    ),
  )
})

test('hostile bytes are an answer, never an exception', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(0, 1, 2), (noise, version) => {
      if (noise.length > 0) noise[0] = version
      const parsed = parseBatch(noise)
      if (!parsed.ok) expect(parsed.error).toEqual({ type: 'MalformedBatch' })
      const opened = unpadContent(noise)
      if (!opened.ok) expect(opened.error).toEqual({ type: 'MalformedBatch' })
    }),
    { numRuns: 500 },
  )
})

test('SPEC 4.1 a batch of a later version can still be chained: its header and signature stand where they stood', () => {
  fc.assert(
    fc.property(header, bytes(65), fc.uint8Array({ minLength: 92, maxLength: 200 }), (head, key, rest) => {
      const batch = concatBytes(buildAdditional(head, head.kind === 2 ? key : undefined), rest)
      batch[0] = 7
      batch[1] = 200
      const parsed = parseBatch(batch)
      expect(parsed.ok && parsed.value).toMatchObject({ ...head, version: 7, kind: 200 })
      expect(parsed.ok && parsed.value.signature).toEqual(batch.subarray(-64))
    }),
  )
})

test('SPEC 4.3 padding is undone exactly, costs at most 12 %, and nothing else passes for it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), fc.nat(), (content, place) => {
      const padded = padContent(content)
      expect(unpadContent(padded)).toEqual({ ok: true, value: content })
      const room = padded.length - 4 - content.length
      if (room === 0) return
      padded[4 + content.length + (place % room)] = 1
      expect(unpadContent(padded).ok).toBe(false)
    }),
  )
  for (let size = 16; size < 100_000; size += 7) {
    const padded = paddedSize(size)
    expect(padded >= size && padded <= size * 1.12).toBe(true)
  }
  expect([9, 100, 1000, 65_537].map(paddedSize)).toEqual([10, 104, 1024, 67_584])
})
