import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockToStamp } from './clock.ts'
import { type Content, decodeContent, encodeContent } from './codec.ts'
import type { Operation } from './operation.ts'

const hex16 = fc.stringMatching(/^[0-9a-f]{16}$/)
const stamp = fc
  .record({ ms: fc.integer({ min: 0, max: 2 ** 47 - 1 }), counter: fc.integer({ min: 0, max: 0xffff }), device: hex16 })
  .map(clockToStamp)
const id = fc.oneof(fc.uuid(), fc.constantFrom('workspace.name', 'é\n', ''))
const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown)
const field = fc.constantFrom('city', 'tags', 'experiences', 'futureField', 'toString')
const fields = fc.dictionary(field, json, { maxKeys: 4 })
const whole = {
  kind: fc.constantFrom('candidate', 'offer', 'kindOfTomorrow'),
  id,
  path: fc.constant(''),
  stamp,
  at: fc.integer({ min: 0, max: 2 ** 47 }),
  by: fc.constantFrom('', 'Nora', 'Zoë 🌿'),
  action: fc.constantFrom('candidate.edited', 'tag.added'),
}
const path = fc.oneof(
  field,
  fc.tuple(field, fc.oneof(fc.uuid(), fc.string())).map(([name, element]) => `${name}/${element}`),
)
const about = fc.option(
  fields.filter((each) => Object.keys(each).length > 0),
  { nil: undefined },
)
const without = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T
const operation: fc.Arbitrary<Operation> = fc
  .oneof(
    fc.record({ ...whole, type: fc.constant('create' as const), value: fields, about }),
    fc.record({ ...whole, type: fc.constant('set' as const), path, value: json, about }),
    fc.record({ ...whole, type: fc.constant('remove' as const), path, observed: fc.option(stamp, { nil: undefined }) }),
    fc.record({ ...whole, type: fc.constantFrom('bin' as const, 'restore' as const, 'erase' as const) }),
  )
  .map((each) => without({ ...each, transaction: each.stamp }))
const content: fc.Arbitrary<Content> = fc.record({
  operations: fc.array(operation, { maxLength: 12 }).map((operations) => {
    // Neighbours of one write bear the stamp of its first.
    let first = ''
    return operations.map((each, index) => {
      if (index % 3 === 0) first = each.stamp
      return { ...each, transaction: first }
    })
  }),
  vector: fc.record({
    stamps: fc
      .array(stamp, { maxLength: 3 })
      .map((stamps) => Object.fromEntries(stamps.map((each) => [each.slice(18), each]))),
    dseqs: fc.dictionary(hex16, fc.integer({ min: 1, max: 2 ** 32 - 1 }), { maxKeys: 3 }),
  }),
})

describe('4.5 the content of a batch', () => {
  test('reads back as it was written', () => {
    fc.assert(
      fc.property(content, (written) => {
        expect(decodeContent(encodeContent(written))).toEqual({ ok: true, value: written })
      }),
      { numRuns: 1000 },
    )
  })

  test('a write cut by the end of a batch keeps its name in the next', () => {
    const [first, second] = [1, 2].map((ms) => clockToStamp({ ms, counter: 0, device: 'a'.repeat(16) })) as [
      string,
      string,
    ]
    const operations: Operation[] = [
      {
        type: 'bin',
        kind: 'candidate',
        id: 'x',
        path: '',
        stamp: second,
        transaction: first,
        at: 2,
        by: '',
        action: 'a',
      },
    ]
    const read = decodeContent(encodeContent({ operations, vector: { stamps: {}, dseqs: {} } }))
    expect(read.ok && read.value.operations[0]!.transaction).toBe(first)
  })

  test('random, truncated and altered bytes are an error value or another content, never a throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        decodeContent(bytes)
        decodeContent(new Uint8Array([1, ...bytes]))
      }),
    )
    fc.assert(
      fc.property(content, fc.nat(), fc.integer({ min: 1, max: 255 }), (written, place, change) => {
        const bytes = encodeContent(written)
        if (bytes.length > 1) expect(decodeContent(bytes.subarray(0, place % bytes.length)).ok).toBe(false)
        const at = 1 + (place % (bytes.length - 1))
        bytes[at]! ^= change
        decodeContent(bytes)
      }),
      { numRuns: 1000 },
    )
  })

  test('1.5 a stamp too far in the future, a value too deep and a newer version are told', () => {
    const one = (partial: Partial<Operation>): Uint8Array => {
      const stamp = clockToStamp({ ms: 5, counter: 0, device: 'a'.repeat(16) })
      const whole: Operation = {
        type: 'set',
        kind: 'candidate',
        id: 'x',
        path: 'city',
        value: 'Bron',
        stamp,
        transaction: stamp,
        at: 5,
        by: '',
        action: '',
        ...partial,
      }
      return encodeContent({ operations: [whole], vector: { stamps: {}, dseqs: {} } })
    }
    expect(decodeContent(one({})).ok).toBe(true)
    let deep: unknown = 1
    for (let i = 0; i < 100; i += 1) deep = [deep]
    expect(decodeContent(one({ value: deep }))).toEqual({ ok: false, error: { type: 'MalformedContent' } })
    const newer = one({})
    newer[0] = 2
    expect(decodeContent(newer)).toEqual({ ok: false, error: { type: 'NewerContent' } })
  })
})
