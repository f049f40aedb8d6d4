import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createIdFactory, isId } from './id.ts'

const source = (times: number[]) => {
  let at = 0
  return {
    now: () => times[Math.min(at++, times.length - 1)]!,
    random: (bytes: Uint8Array) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
  }
}

test('ids are UUIDv7 and sort in the order they were made, even when the clock goes back or stands still', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 47 }), { minLength: 1, maxLength: 30 }), (times) => {
      const newId = createIdFactory(source(times))
      const ids = times.map(() => newId())
      expect(ids.every((id) => isId(id) && id[14] === '7' && '89ab'.includes(id[19]!))).toBe(true)
      expect([...ids].sort()).toEqual(ids)
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
})

test('ten thousand ids of one millisecond stay apart and in order', () => {
  const newId = createIdFactory(source([1_790_000_000_000]))
  const ids = Array.from({ length: 10_000 }, newId)
  expect(new Set(ids).size).toBe(10_000)
  expect([...ids].sort()).toEqual(ids)
})
