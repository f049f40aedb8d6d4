/*
 * Exponential and trigonometry from + - * / alone. The language lets each engine approximate Math.exp and Math.sin in
 * its own way; a score must be the same bit for bit on every device, so nothing here calls them.
 */
const LN2_HIGH = 0.69314718036912381649
const LN2_LOW = 1.90821492927058770002e-10

/** e to the power x, for |x| up to 700. */
export function exp(x: number): number {
  if (x > 700) return exp(700)
  if (x < -700) return 0
  const k = Math.round(x / (LN2_HIGH + LN2_LOW))
  const r = x - k * LN2_HIGH - k * LN2_LOW
  let sum = 1
  for (let n = 14; n >= 1; n -= 1) sum = 1 + (r * sum) / n
  let power = 1
  for (let i = 0; i < Math.abs(k); i += 1) power *= 2
  return k >= 0 ? sum * power : sum / power
}

/** 1 / (1 + e^-x). */
export const sigmoid = (x: number): number => 1 / (1 + exp(-x))

/** Points to two to the power -20: hides the last bits that the order of a sum would show. */
export const steady = (x: number): number => Math.round(x * 1048576) / 1048576

const PI = 3.141592653589793

function sine(x: number): number {
  let r = x - Math.round(x / (2 * PI)) * 2 * PI
  if (r > PI / 2) r = PI - r
  else if (r < -PI / 2) r = -PI - r
  let sum = 1
  for (let n = 10; n >= 1; n -= 1) sum = 1 - (r * r * sum) / (2 * n * (2 * n + 1))
  return r * sum
}
const cosine = (x: number): number => sine(x + PI / 2)

/** Kilometres along the great circle between two places in degrees, rounded to whole kilometres. */
export function kilometres(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const toRadians = PI / 180
  const dLat = sine(((b.lat - a.lat) * toRadians) / 2)
  const dLon = sine(((b.lon - a.lon) * toRadians) / 2)
  const h = dLat * dLat + cosine(a.lat * toRadians) * cosine(b.lat * toRadians) * dLon * dLon
  const half = Math.min(1, squareRoot(h))
  let angle = half
  for (let i = 0; i < 6; i += 1) {
    const slope = cosine(angle)
    if (slope < 1e-9) break
    angle -= (sine(angle) - half) / slope
  }
  return Math.round(2 * 6371 * angle)
}

function squareRoot(x: number): number {
  if (x <= 0) return 0
  let guess = x > 1 ? x : 1
  for (let i = 0; i < 60; i += 1) guess = (guess + x / guess) / 2
  return guess
}
