/** From this rounded number on a match is excellent. */
export const excellentFrom = 85
/** A broken deal-breaker lays its lid here. */
export const capAt = 30

/** The number people read: rounded half up, and the only one thresholds compare. */
export function roundScore(value: number): number {
  return Math.floor(value + 0.5)
}

export type ScoreRange = { value: number; low?: number | undefined; high?: number | undefined }

/** Where the gauge is sure, where it is hatched, where its pin stands; all between 0 and 100. */
export function levelGeometry({ value, low, high }: ScoreRange): {
  fill: number
  band: { low: number; high: number } | null
  pin: number
} {
  const clip = (points: number) => Math.min(100, Math.max(0, points))
  const pin = clip(value)
  const from = clip(low ?? value)
  const to = clip(high ?? value)
  if (roundScore(from) === roundScore(to)) return { fill: pin, band: null, pin }
  return { fill: Math.min(from, pin), band: { low: from, high: to }, pin }
}
