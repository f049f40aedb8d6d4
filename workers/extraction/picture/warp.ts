import { createGrey, type Grey, type Rgba, shrink } from './grey.ts'
import type { Point } from './quad.ts'

/** Where each place of a page lies in the picture it was taken from. */
export interface Shape {
  width: number
  height: number
  toSource: (x: number, y: number) => Point
}

/** Pixels between the places whose origin is computed; between them it is interpolated. */
const step = 16

interface Mesh {
  columns: number
  xs: Float32Array
  ys: Float32Array
}

function meshOf(shape: Shape, width: number, height: number, shrunk: number): Mesh {
  const columns = Math.ceil(width / step) + 1
  const rows = Math.ceil(height / step) + 1
  const mesh: Mesh = { columns, xs: new Float32Array(columns * rows), ys: new Float32Array(columns * rows) }
  const sx = shape.width / width
  const sy = shape.height / height
  for (let j = 0; j < rows; j += 1) {
    for (let i = 0; i < columns; i += 1) {
      const from = shape.toSource((i * step + 0.5) * sx, (j * step + 0.5) * sy)
      mesh.xs[j * columns + i] = from.x / shrunk - 0.5
      mesh.ys[j * columns + i] = from.y / shrunk - 0.5
    }
  }
  return mesh
}

/** Calls `put` for each pixel of the page, row by row, with the place in the picture it comes from. */
function eachPixel(mesh: Mesh, width: number, height: number, put: (at: number, x: number, y: number) => void): void {
  for (let y = 0; y < height; y += 1) {
    const j = (y / step) | 0
    const v = (y - j * step) / step
    for (let i = 0; i * step < width; i += 1) {
      const a = j * mesh.columns + i
      const b = a + mesh.columns
      const x0 = mesh.xs[a]! + v * (mesh.xs[b]! - mesh.xs[a]!)
      const x1 = mesh.xs[a + 1]! + v * (mesh.xs[b + 1]! - mesh.xs[a + 1]!)
      const y0 = mesh.ys[a]! + v * (mesh.ys[b]! - mesh.ys[a]!)
      const y1 = mesh.ys[a + 1]! + v * (mesh.ys[b + 1]! - mesh.ys[a + 1]!)
      const dx = (x1 - x0) / step
      const dy = (y1 - y0) / step
      const end = Math.min(width, (i + 1) * step)
      for (let x = i * step, sx = x0, sy = y0; x < end; x += 1, sx += dx, sy += dy) put(y * width + x, sx, sy)
    }
  }
}

/** How many picture pixels a page pixel covers, at least one. */
const reduction = (shape: Shape, width: number): number => {
  const a = shape.toSource(shape.width * 0.4, shape.height / 2)
  const b = shape.toSource(shape.width * 0.6, shape.height / 2)
  return Math.max(1, Math.floor(Math.hypot(b.x - a.x, b.y - a.y) / (0.2 * width) + 0.35))
}

/** The page in grey, `width` pixels wide; what lies outside the picture takes the tone of its nearest part. */
export function warpGrey(source: Grey, shape: Shape, width: number): Grey {
  const height = Math.max(1, Math.round((shape.height * width) / shape.width))
  const shrunk = reduction(shape, width)
  const from = shrink(source, shrunk)
  const grounds = shrink(from, 32)
  const out = createGrey(width, height)
  const right = from.width - 1.001
  const bottom = from.height - 1.001
  eachPixel(meshOf(shape, width, height, shrunk), width, height, (at, x, y) => {
    if (x < -0.5 || y < -0.5 || x > right + 0.5 || y > bottom + 0.5) {
      const cx = Math.max(0, Math.min(grounds.width - 1, (x / 32) | 0))
      const cy = Math.max(0, Math.min(grounds.height - 1, (y / 32) | 0))
      out.data[at] = grounds.data[cy * grounds.width + cx] ?? 255
      return
    }
    const cx = x < 0 ? 0 : x > right ? right : x
    const cy = y < 0 ? 0 : y > bottom ? bottom : y
    const x0 = cx | 0
    const y0 = cy | 0
    const fx = cx - x0
    const fy = cy - y0
    const i = y0 * from.width + x0
    const top = from.data[i]! + fx * (from.data[i + 1]! - from.data[i]!)
    const low = from.data[i + from.width]! + fx * (from.data[i + from.width + 1]! - from.data[i + from.width]!)
    out.data[at] = top + fy * (low - top) + 0.5
  })
  return out
}

/** The page in colour, `width` pixels wide, for the eye. */
export function warpColour(source: Rgba, shape: Shape, width: number): Rgba {
  const height = Math.max(1, Math.round((shape.height * width) / shape.width))
  const out = { width, height, data: new Uint8ClampedArray(4 * width * height) }
  const spread = Math.max(1, reduction(shape, width))
  const { data } = source
  const offsets = Array.from({ length: spread }, (_, i) => i - (spread - 1) / 2)
  eachPixel(meshOf(shape, width, height, 1), width, height, (at, x, y) => {
    let red = 0
    let green = 0
    let blue = 0
    for (const oy of offsets) {
      const sy = Math.max(0, Math.min(source.height - 1, Math.round(y + oy)))
      for (const ox of offsets) {
        const i = 4 * (sy * source.width + Math.max(0, Math.min(source.width - 1, Math.round(x + ox))))
        red += data[i]!
        green += data[i + 1]!
        blue += data[i + 2]!
      }
    }
    const count = spread * spread
    out.data[4 * at] = red / count
    out.data[4 * at + 1] = green / count
    out.data[4 * at + 2] = blue / count
    out.data[4 * at + 3] = 255
  })
  return out
}
