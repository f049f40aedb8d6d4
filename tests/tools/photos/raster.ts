/** Red, green and blue of a picture, three bytes a pixel. */
export interface Raster {
  width: number
  height: number
  data: Uint8ClampedArray
}

/** Random numbers in [0,1) that come again with the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const createRaster = (width: number, height: number, fill = 255): Raster => ({
  width,
  height,
  data: new Uint8ClampedArray(width * height * 3).fill(fill),
})

/** The picture turned clockwise by quarters. */
export function turn(picture: Raster, quarters: number): Raster {
  let from = picture
  for (let i = 0; i < quarters; i += 1) {
    const to = createRaster(from.height, from.width)
    for (let y = 0; y < from.height; y += 1)
      for (let x = 0; x < from.width; x += 1)
        for (let c = 0; c < 3; c += 1)
          to.data[3 * (x * to.width + (from.height - 1 - y)) + c] = from.data[3 * (y * from.width + x) + c]!
    from = to
  }
  return from
}

/** A colour between pixels, written into `out`; beyond the edge the edge's own. */
export function sample(raster: Raster, x: number, y: number, out: Float32Array): void {
  const { width, height, data } = raster
  const cx = Math.max(0, Math.min(width - 1.001, x))
  const cy = Math.max(0, Math.min(height - 1.001, y))
  const x0 = cx | 0
  const y0 = cy | 0
  const fx = cx - x0
  const fy = cy - y0
  const at = 3 * (y0 * width + x0)
  const below = at + 3 * width
  for (let c = 0; c < 3; c += 1) {
    const top = data[at + c]! + fx * (data[at + 3 + c]! - data[at + c]!)
    const bottom = data[below + c]! + fx * (data[below + 3 + c]! - data[below + c]!)
    out[c] = top + fy * (bottom - top)
  }
}

/** A soft picture: a box of `radius` pixels run twice, along both axes; `dx, dy` > 0 for one axis only. */
export function blur(raster: Raster, radiusX: number, radiusY: number, passes = 2): void {
  for (let pass = 0; pass < passes; pass += 1) {
    if (radiusX > 0) blurAxis(raster, radiusX, 3, raster.width, 3 * raster.width, raster.height)
    if (radiusY > 0) blurAxis(raster, radiusY, 3 * raster.width, raster.height, 3, raster.width)
  }
}

/** A box of a broken radius: its two ends count by their share. */
function blurAxis(raster: Raster, radius: number, step: number, count: number, stride: number, lines: number): void {
  const { data } = raster
  const whole = Math.floor(radius)
  const share = radius - whole
  const weight = 2 * radius + 1
  const row = new Float32Array(count + 2 * whole + 4)
  for (let line = 0; line < lines; line += 1) {
    for (let c = 0; c < 3; c += 1) {
      const base = line * stride + c
      for (let i = -whole - 1; i < count + whole + 1; i += 1)
        row[i + whole + 1] = data[base + step * Math.max(0, Math.min(count - 1, i))]!
      let sum = 0
      for (let i = 1; i <= 2 * whole + 1; i += 1) sum += row[i]!
      for (let i = 0; i < count; i += 1) {
        data[base + step * i] = (sum + share * (row[i]! + row[i + 2 * whole + 2]!)) / weight
        sum += row[i + 2 * whole + 2]! - row[i + 1]!
      }
    }
  }
}

/** Grain as a sensor gives it, about `strength` tones wide. */
export function grain(raster: Raster, strength: number, random: () => number, grey: boolean): void {
  const { data } = raster
  for (let i = 0; i < data.length; i += 3) {
    const common = (random() + random() + random() - 1.5) * strength
    for (let c = 0; c < 3; c += 1)
      data[i + c] = data[i + c]! + (grey ? common : 0.6 * common + (random() + random() - 1) * strength * 0.6)
  }
}
