import type { Result } from '../kit/result.ts'
import { err, ok } from '../kit/result.ts'

/**
 * A hybrid logical clock (Kulkarni et al. 2014): wall milliseconds, a counter for events within one
 * millisecond, then the device, written so that comparing the texts compares the stamps:
 * 12 hex digits of ms, 4 of counter, 16 characters of device.
 */
export interface Clock {
  ms: number
  counter: number
  device: string
}

/** A stamp as text, 34 characters: `ms-counter-device`. */
export type Stamp = string

const maxCounter = 0xffff

/** The stamp of the clock's present state. */
export const clockToStamp = (clock: Clock): Stamp =>
  `${clock.ms.toString(16).padStart(12, '0')}-${clock.counter.toString(16).padStart(4, '0')}-${clock.device}`

/** Reads a stamp; a malformed one is an error value, since it may come from another device. */
export function stampToClock(stamp: Stamp): Result<Clock, { type: 'MalformedStamp' }> {
  const read = parseStamp(stamp)
  return read ? ok(read) : err({ type: 'MalformedStamp' })
}

/** Each operation of every batch is read so: digit by digit is several times faster than a pattern. */
function parseStamp(stamp: Stamp): Clock | null {
  if (stamp.length !== 34 || stamp[12] !== '-' || stamp[17] !== '-') return null
  const ms = hexNumber(stamp, 0, 12)
  const counter = hexNumber(stamp, 13, 17)
  // Of the device only that it is hex: sixteen digits are more than a number holds.
  if (ms < 0 || counter < 0 || hexNumber(stamp, 18, 26) < 0 || hexNumber(stamp, 26, 34) < 0) return null
  return { ms, counter, device: stamp.slice(18) }
}

/** The number that lower-case hex digits of a text say; -1 when one of them is none. */
function hexNumber(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) value = value * 16 + code - 48
    else if (code >= 97 && code <= 102) value = value * 16 + code - 87
    else return -1
  }
  return value
}

/** The clock after a local event at wall time `nowMs`: always later than before, even when the wall went back. */
export function tick(clock: Clock, nowMs: number): Clock {
  if (nowMs > clock.ms) return { ...clock, ms: nowMs, counter: 0 }
  if (clock.counter < maxCounter) return { ...clock, counter: clock.counter + 1 }
  return { ...clock, ms: clock.ms + 1, counter: 0 }
}

/** The clock after seeing a stamp of another device, so that what follows is later than what was seen. */
export function receive(clock: Clock, seen: Clock, nowMs: number): Clock {
  const ms = Math.max(clock.ms, seen.ms, nowMs)
  const counters: number[] = []
  if (ms === clock.ms) counters.push(clock.counter)
  if (ms === seen.ms) counters.push(seen.counter)
  const base = counters.length === 0 ? -1 : Math.max(...counters)
  return base < maxCounter ? { ...clock, ms, counter: base + 1 } : { ...clock, ms: ms + 1, counter: 0 }
}

/** Stamps from here on are refused, so that a later one can always be made (SPEC 1.5). */
const endOfTimeMs = 2 ** 47

/** Whether a stamp of these wall milliseconds is taken. */
export const isWithinTime = (ms: number): boolean => ms < endOfTimeMs

/** The clock of a stamp from elsewhere; null when it is malformed or too far in the future to be followed (SPEC 1.5). */
export function readStamp(stamp: unknown): Clock | null {
  if (typeof stamp !== 'string') return null
  const read = parseStamp(stamp)
  return read && isWithinTime(read.ms) ? read : null
}

/**
 * Stamps further ahead of the wall clock than this are taken in and not followed: one written at the end of time would
 * else leave nobody a stamp that others take (SPEC 1.7). A wall clock that went back to 1970 still follows the others.
 */
const mostAheadMs = 30 * 365 * 24 * 3600 * 1000
const leastWallMs = Date.UTC(2026, 0, 1)

/** The clock after learning of another's: what is ticked next is later than both, unless the other is absurd. */
export const advance = (clock: Clock, seen: Clock, nowMs: number): Clock =>
  seen.ms <= Math.max(nowMs, leastWallMs) + mostAheadMs &&
  (seen.ms > clock.ms || (seen.ms === clock.ms && seen.counter > clock.counter))
    ? { ...clock, ms: seen.ms, counter: seen.counter }
    : clock
