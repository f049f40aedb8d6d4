/** How much may come at once, and how much per second after that. */
export interface Rate {
  burst: number
  perSecond: number
}

/** So many times as much. */
export const timesRate = ({ burst, perSecond }: Rate, factor: number): Rate => ({
  burst: burst * factor,
  perSecond: perSecond * factor,
})

/** Buckets that fill with time. A name that was left alone long enough to be full is forgotten. */
export interface Rates {
  /** Takes `amount`; answers 0, or after how many seconds it may be asked again. Nothing is taken then. */
  take: (name: string, amount: number) => number
}

/** Names looked at for being full on each call: forgetting costs the same however many there are. */
const SWEPT_PER_CALL = 2

export function createRates(rate: Rate, now: () => number): Rates {
  const buckets = new Map<string, { left: number; at: number }>()
  let sweep = buckets.entries()

  function forgetFull(at: number): void {
    for (let count = 0; count < SWEPT_PER_CALL; count++) {
      const next = sweep.next()
      if (next.done) {
        sweep = buckets.entries()
        return
      }
      const [name, bucket] = next.value
      if (bucket.left + ((at - bucket.at) / 1_000) * rate.perSecond >= rate.burst) buckets.delete(name)
    }
  }

  return {
    take(name, amount) {
      const at = now()
      forgetFull(at)
      const bucket = buckets.get(name) ?? { left: rate.burst, at }
      const left = Math.min(rate.burst, bucket.left + (Math.max(0, at - bucket.at) / 1_000) * rate.perSecond)
      // What is larger than a whole bucket passes when the bucket is full, else it never would.
      const enough = left >= Math.min(amount, rate.burst)
      buckets.set(name, { left: enough ? left - amount : left, at })
      return enough ? 0 : Math.max(1, Math.ceil((Math.min(amount, rate.burst) - left) / rate.perSecond))
    },
  }
}
