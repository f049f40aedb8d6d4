import type { Grey } from './grey.ts'

/** Side of the squares whose ground is judged, in pixels; each is judged together with its neighbours. */
const tile = 32
/** Pale letters are darkened at most so many times: more would blacken paper grain. */
const mostContrast = 3.2
/** Tones between ground and letters below which a place is empty: grain and the shadow's own edge. */
const leastContrast = 22

/**
 * Makes the ground of each place white and its letters dark, light letters on a dark ground turned about, whatever
 * light and shadow fall on the sheet. Works in place.
 */
export function flatten(grey: Grey): void {
  const { width, height, data } = grey
  const columns = Math.ceil(width / tile)
  const rows = Math.ceil(height / tile)
  const histograms = Array.from({ length: columns * rows }, () => new Uint16Array(64))
  // Every second pixel of every second row is enough to know a ground.
  for (let y = 0; y < height; y += 2) {
    const row = Math.floor(y / tile) * columns
    for (let x = 0; x < width; x += 2) {
      const histogram = histograms[row + ((x / tile) | 0)]!
      const bin = data[y * width + x]! >> 2
      histogram[bin] = histogram[bin]! + 1
    }
  }
  const places = histograms.map((_, index) =>
    judgePlace(around(histograms, index % columns, Math.floor(index / columns), columns, rows)),
  )
  const tables = places.map(toneTable)
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(rows - 1, (y / tile) | 0)
    // Tones of neighbouring places are mixed, so that no step shows where two squares meet.
    const fy = (y - row * tile) / tile - 0.5
    const other = Math.max(0, Math.min(rows - 1, row + (fy < 0 ? -1 : 1)))
    const wy = Math.abs(fy)
    for (let x = 0; x < width; x += 1) {
      const column = (x / tile) | 0
      const fx = (x - column * tile) / tile - 0.5
      const beside = Math.max(0, Math.min(columns - 1, column + (fx < 0 ? -1 : 1)))
      const wx = Math.abs(fx)
      const own = row * columns + column
      const tone = data[y * width + x]!
      const { inverted } = places[own]!
      let sum = 0
      let weight = 0
      const add = (index: number, share: number) => {
        if (places[index]!.inverted !== inverted) return
        sum += share * tables[index]![tone]!
        weight += share
      }
      add(own, (1 - wx) * (1 - wy))
      add(row * columns + beside, wx * (1 - wy))
      add(other * columns + column, (1 - wx) * wy)
      add(other * columns + beside, wx * wy)
      data[y * width + x] = sum / weight
    }
  }
}

interface Place {
  inverted: boolean
  ground: number
  darkest: number
}

function around(
  histograms: readonly Uint16Array[],
  column: number,
  row: number,
  columns: number,
  rows: number,
): Uint32Array {
  const sum = new Uint32Array(64)
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1) {
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
      const histogram = histograms[y * columns + x]!
      for (let i = 0; i < 64; i += 1) sum[i] = sum[i]! + histogram[i]!
    }
  }
  return sum
}

/** What is ground and what is letter in a place whose tones are counted. */
function judgePlace(histogram: Uint32Array): Place {
  const total = histogram.reduce((sum, count) => sum + count, 0)
  const at = (share: number) => {
    let seen = 0
    for (let i = 0; i < 64; i += 1) {
      seen += histogram[i]!
      if (seen >= share * total) return i * 4 + 2
    }
    return 255
  }
  // Letters never cover half of a place: its middle tone is its ground, whatever the light.
  const middle = at(0.5)
  const inverted = at(0.99) - middle > 1.5 * (middle - at(0.01)) && at(0.99) - middle > 40 && middle < 150
  return {
    inverted,
    ground: inverted ? 255 - at(0.35) : at(0.65),
    darkest: inverted ? 255 - at(0.995) : at(0.005),
  }
}

/** The new tone of each old one. */
function toneTable({ inverted, ground, darkest }: Place): Uint8Array {
  const contrast = ground - darkest
  const factor = contrast < leastContrast ? 1 : Math.min(mostContrast, Math.max(1, 230 / contrast))
  const table = new Uint8Array(256)
  for (let tone = 0; tone < 256; tone += 1) {
    const value = inverted ? 255 - tone : tone
    table[tone] = Math.max(0, Math.min(255, Math.round(255 - factor * (ground - value))))
  }
  return table
}
