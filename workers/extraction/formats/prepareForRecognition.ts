import type { Canvas } from '../environment.ts'

/** Side of the squares whose ground is judged, in pixels; each is judged together with its neighbours. */
const tile = 32
/** Pale letters are darkened at most so many times: more would blacken paper grain. */
const mostContrast = 3

/**
 * Makes a picture plain for recognition: grey by the darkest channel, so that yellow or light blue letters turn dark;
 * light letters on a dark ground turned about; the ground of each place made white and its letters dark.
 */
export function prepareForRecognition(canvas: Canvas): void {
  const { width, height } = canvas
  const context = canvas.getContext('2d')
  const image = context.getImageData(0, 0, width, height)
  const { data } = image
  const grey = new Uint8Array(width * height)
  for (let i = 0; i < grey.length; i += 1) grey[i] = Math.min(data[4 * i]!, data[4 * i + 1]!, data[4 * i + 2]!)
  const columns = Math.ceil(width / tile)
  const rows = Math.ceil(height / tile)
  const histograms = Array.from({ length: columns * rows }, () => new Uint16Array(64))
  // Every second pixel of every second row is enough to know a ground.
  for (let y = 0; y < height; y += 2) {
    const row = Math.floor(y / tile) * columns
    for (let x = 0; x < width; x += 2) {
      const histogram = histograms[row + Math.floor(x / tile)]!
      histogram[grey[y * width + x]! >> 2] = histogram[grey[y * width + x]! >> 2]! + 1
    }
  }
  const tables = histograms.map((_, index) =>
    toneTable(around(histograms, index % columns, Math.floor(index / columns), columns, rows)),
  )
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / tile) * columns
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x
      const value = tables[row + Math.floor(x / tile)]![grey[at]!]!
      data[4 * at] = value
      data[4 * at + 1] = value
      data[4 * at + 2] = value
      data[4 * at + 3] = 255
    }
  }
  context.putImageData(image, 0, 0)
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

/** The new tone of each old one in a place whose tones are counted. */
function toneTable(histogram: Uint32Array): Uint8Array {
  const at = (share: number) => {
    const total = histogram.reduce((sum, count) => sum + count, 0)
    let seen = 0
    for (let i = 0; i < 64; i += 1) {
      seen += histogram[i]!
      if (seen >= share * total) return i * 4 + 2
    }
    return 255
  }
  // Letters never cover half of a place: its middle tone is its ground.
  const inverted = at(0.5) < 120
  const ground = inverted ? 255 - at(0.35) : at(0.65)
  const darkest = inverted ? 255 - at(0.995) : at(0.005)
  const factor = Math.min(mostContrast, Math.max(1, 230 / Math.max(ground - darkest, 1)))
  const table = new Uint8Array(256)
  for (let tone = 0; tone < 256; tone += 1) {
    const value = inverted ? 255 - tone : tone
    table[tone] = Math.max(0, Math.min(255, Math.round(255 - factor * (ground - value))))
  }
  return table
}
