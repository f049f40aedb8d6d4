/** A seeded source of random numbers (mulberry32): the same seed trains the same model. */
export interface Random {
  /** In [0, 1). */
  next(): number
  /** An integer in [0, count). */
  below(count: number): number
  /** About normal, mean 0 and deviation 1, without functions whose last bit differs between machines. */
  normal(): number
  shuffle<T>(items: T[]): T[]
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (count: number): number => Math.floor(next() * count)
  return {
    next,
    below,
    normal: () => (next() + next() + next() + next() + next() + next() - 3) * Math.SQRT2,
    shuffle(items) {
      for (let i = items.length - 1; i > 0; i--) {
        const j = below(i + 1)
        const kept = items[i]!
        items[i] = items[j]!
        items[j] = kept
      }
      return items
    },
  }
}
