import type { Grey } from './grey.ts'
import { findPanels } from './panels.ts'

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
  const panels = findPanels(grey)
  const { width, height, data } = grey
  const columns = Math.ceil(width / tile)
  const rows = Math.ceil(height / tile)
  // Paper and dark fields are judged apart, so that neither spoils the other where they meet.
  const kinds = panels ? [0, 1] : [0]
  const histograms = kinds.map(() => Array.from({ length: columns * rows }, () => new Uint16Array(64)))
  // Every second pixel of every second row is enough to know a ground.
  for (let y = 0; y < height; y += 2) {
    const row = Math.floor(y / tile) * columns
    for (let x = 0; x < width; x += 2) {
      const histogram = histograms[panels ? panels[y * width + x]! : 0]![row + ((x / tile) | 0)]!
      const bin = data[y * width + x]! >> 2
      histogram[bin] = histogram[bin]! + 1
    }
  }
  const places = kinds.map((kind) => {
    const judged = histograms[kind]!.map((_, index) =>
      judgePlace(around(histograms[kind]!, index % columns, Math.floor(index / columns), columns, rows), kind === 1),
    )
    if (kind === 1) agree(judged, columns, rows)
    return judged
  })
  const tables = places.map((each) => each.map(toneTable))
  const edges = panels ? nearEdges(panels, width, height) : null
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(rows - 1, (y / tile) | 0)
    // Tones of neighbouring places are mixed, so that no step shows where two squares meet.
    const fy = (y - row * tile) / tile - 0.5
    const other = Math.max(0, Math.min(rows - 1, row + (fy < 0 ? -1 : 1)))
    const wy = Math.abs(fy)
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x
      if (edges && edges[at]) {
        data[at] = 255
        continue
      }
      const column = (x / tile) | 0
      const fx = (x - column * tile) / tile - 0.5
      const beside = Math.max(0, Math.min(columns - 1, column + (fx < 0 ? -1 : 1)))
      const wx = Math.abs(fx)
      const own = row * columns + column
      const tone = data[at]!
      const kind = panels ? panels[at]! : 0
      const kindPlaces = places[kind]!
      const { inverted } = kindPlaces[own]!
      let sum = 0
      let weight = 0
      const add = (index: number, share: number) => {
        if (kindPlaces[index]!.inverted !== inverted || kindPlaces[index]!.count === 0) return
        sum += share * tables[kind]![index]![tone]!
        weight += share
      }
      add(own, (1 - wx) * (1 - wy))
      add(row * columns + beside, wx * (1 - wy))
      add(other * columns + column, (1 - wx) * wy)
      add(other * columns + beside, wx * wy)
      data[at] = weight === 0 ? 255 : sum / weight
    }
  }
}

interface Place {
  inverted: boolean
  ground: number
  darkest: number
  /** How far its letters are lighter (above 0) or darker than its ground. */
  lighter: number
  count: number
  tones: [number, number, number, number, number]
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
function judgePlace(histogram: Uint32Array, isField: boolean): Place {
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
  const tones: Place['tones'] = [at(0.005), at(0.35), at(0.5), at(0.65), at(0.995)]
  const above = at(0.99) - tones[2]
  const below = tones[2] - at(0.01)
  const inverted = !isField && above > 1.5 * below && above > 40 && tones[2] < 150
  const lighter = Math.max(above, below) < leastContrast ? 0 : above - below
  return settle({ inverted, ground: 0, darkest: 0, lighter, count: total, tones }, inverted)
}

/** Ground and letters of a place once it is known which of them is darker. */
function settle(place: Place, inverted: boolean): Place {
  const [lowest, low, , high, highest] = place.tones
  place.inverted = inverted
  place.ground = inverted ? 255 - low : high
  place.darkest = inverted ? 255 - highest : lowest
  return place
}

/** Places of a dark field are turned about or not as those around them ask for: few letters stand in one. */
function agree(places: Place[], columns: number, rows: number): void {
  const votes = places.map(({ lighter }) => lighter)
  const reach = 4
  for (const [index, place] of places.entries()) {
    if (place.count === 0) continue
    const column = index % columns
    const row = Math.floor(index / columns)
    let sum = 2 * votes[index]!
    for (let y = Math.max(0, row - reach); y <= Math.min(rows - 1, row + reach); y += 1)
      for (let x = Math.max(0, column - reach); x <= Math.min(columns - 1, column + reach); x += 1)
        sum += votes[y * columns + x]!
    settle(place, sum >= 0)
  }
}

/** 1 within a few pixels of where a dark field and paper meet: their soft edge is neither's letter. */
function nearEdges(panels: Uint8Array, width: number, height: number): Uint8Array {
  const near = new Uint8Array(width * height)
  const wide = 2
  for (let y = 1; y < height; y += 1) {
    for (let x = 1; x < width; x += 1) {
      const at = y * width + x
      if (panels[at] !== panels[at - 1]) near.fill(1, at - Math.min(x, wide), at + Math.min(width - x, wide))
      if (panels[at] !== panels[at - width])
        for (let k = -wide; k < wide; k += 1) if (y + k >= 0 && y + k < height) near[at + k * width] = 1
    }
  }
  return near
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
