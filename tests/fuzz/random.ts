/** A seeded source of chance: the same seed gives the same files on every machine. */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  int: (below: number) => number
  pick: <T>(values: readonly T[]) => T
  /** True once in `times`. */
  once: (times: number) => boolean
}

/** Mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const int = (below: number) => Math.floor(next() * Math.max(1, below))
  return { int, pick: (values) => values[int(values.length)]!, once: (times) => int(times) === 0 }
}
