/** Chance from a seed (sfc32): the same seed gives the same history on every machine. */
export interface Chance {
  /** In [0, 1). */
  next(): number
  below(n: number): number
  /** True with this probability. */
  hits(probability: number): boolean
  pick<T>(of: readonly T[]): T
  bytes(into: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>
}

export function createChance(seed: number): Chance {
  let a = seed >>> 0
  let b = Math.floor(seed / 2 ** 32) >>> 0
  let c = 0x9e3779b9
  let d = 1
  const word = (): number => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return sum >>> 0
  }
  for (let i = 0; i < 12; i += 1) word()
  const next = () => word() / 2 ** 32
  const below = (n: number) => Math.floor(next() * n)
  return {
    next,
    below,
    hits: (probability) => next() < probability,
    pick: (of) => of[below(of.length)]!,
    bytes: (into) => {
      for (let i = 0; i < into.length; i += 1) into[i] = word() & 0xff
      return into
    },
  }
}
