import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Clock, clockToStamp, receive, stampToClock, tick } from './clock.ts'

const device = fc.stringMatching(/^[0-9a-f]{16}$/)
const clock: fc.Arbitrary<Clock> = fc.record({
  ms: fc.integer({ min: 0, max: 2 ** 47 }),
  counter: fc.integer({ min: 0, max: 0xffff }),
  device,
})

test('a stamp reads back as its clock, and comparing texts compares time first', () => {
  fc.assert(
    fc.property(clock, clock, (a, b) => {
      expect(stampToClock(clockToStamp(a))).toEqual({ ok: true, value: a })
      if (a.ms < b.ms) expect(clockToStamp(a) < clockToStamp(b)).toBe(true)
    }),
  )
})

test('a local event is always later, even when the wall clock went back or the counter is full', () => {
  fc.assert(
    fc.property(clock, fc.integer({ min: 0, max: 2 ** 47 }), (now, wall) => {
      expect(clockToStamp(tick(now, wall)) > clockToStamp(now)).toBe(true)
    }),
  )
})

test('what follows a message is later than the message and than all before', () => {
  fc.assert(
    fc.property(clock, clock, fc.integer({ min: 0, max: 2 ** 47 }), (mine, seen, wall) => {
      const next = receive(mine, seen, wall)
      expect(clockToStamp(next).slice(0, 17) > clockToStamp(mine).slice(0, 17)).toBe(true)
      expect(clockToStamp(next).slice(0, 17) > clockToStamp(seen).slice(0, 17)).toBe(true)
      expect(next.device).toBe(mine.device)
    }),
  )
})

test('a malformed stamp of another device is an error, not a crash', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = stampToClock(text)
      if (!read.ok) expect(read.error.type).toBe('MalformedStamp')
    }),
  )
})
