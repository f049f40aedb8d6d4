import type { Stamp } from './clock.ts'

/** The mergeable part of a record: values and their stamps by path (`field` or `field/element`). */
export interface Mergeable {
  values: Record<string, unknown>
  /** A path with a stamp and no value was removed then. */
  stamps: Record<string, Stamp>
}

/**
 * Last writer wins, path by path: the later stamp gives the value, and stamps of different devices never tie
 * because they end with the device. Commutative, associative and idempotent (see merge.test.ts).
 */
export function merge(a: Mergeable, b: Mergeable): Mergeable {
  const merged: Mergeable = { values: {}, stamps: {} }
  for (const path of new Set([...Object.keys(a.stamps), ...Object.keys(b.stamps)])) {
    const stampA = a.stamps[path] ?? ''
    const stampB = b.stamps[path] ?? ''
    const winner = stampA >= stampB ? a : b
    merged.stamps[path] = stampA >= stampB ? stampA : stampB
    if (path in winner.values) merged.values[path] = winner.values[path]
  }
  return merged
}
