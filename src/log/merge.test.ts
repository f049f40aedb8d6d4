import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockToStamp } from './clock.ts'
import { merge, type Mergeable } from './merge.ts'

/** Writes of several devices on a few paths; stamps never repeat, as devices never tie with themselves. */
const histories = fc
  .uniqueArray(
    fc.record({
      path: fc.constantFrom('headline', 'city', 'experiences/a', 'experiences/b'),
      ms: fc.integer({ min: 0, max: 20 }),
      device: fc.constantFrom('a', 'b', 'c'),
      value: fc.option(fc.string({ maxLength: 3 })),
      side: fc.integer({ min: 0, max: 2 }),
    }),
    { selector: ({ path, ms, device }) => `${path}|${ms}|${device}`, maxLength: 20 },
  )
  .map((writes) => {
    const sides: Mergeable[] = [0, 1, 2].map(() => ({ values: {}, stamps: {} }))
    for (const { path, ms, device, value, side } of writes) {
      const stamp = clockToStamp({ ms, counter: 0, device: device.repeat(16) })
      const state = sides[side]!
      if ((state.stamps[path] ?? '') >= stamp) continue
      state.stamps[path] = stamp
      if (value === null) delete state.values[path]
      else state.values[path] = value
    }
    return sides as [Mergeable, Mergeable, Mergeable]
  })

test('merging does not depend on order, grouping or repetition', () => {
  fc.assert(
    fc.property(histories, ([a, b, c]) => {
      expect(merge(a, b)).toEqual(merge(b, a))
      expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)))
      expect(merge(a, a)).toEqual(a)
      expect(merge(merge(a, b), b)).toEqual(merge(a, b))
    }),
  )
})

test('the later write wins its path, a removal included, and other paths are untouched', () => {
  const stamp = (ms: number) => clockToStamp({ ms, counter: 0, device: '0'.repeat(16) })
  const a: Mergeable = {
    values: { city: 'Bron', 'experiences/a': 'x' },
    stamps: { city: stamp(1), 'experiences/a': stamp(1) },
  }
  const b: Mergeable = { values: { city: 'Lyon' }, stamps: { city: stamp(2), 'experiences/a': stamp(3) } }
  expect(merge(a, b).values).toEqual({ city: 'Lyon' })
})
