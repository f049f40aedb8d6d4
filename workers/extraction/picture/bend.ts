import { solve } from './quad.ts'
import type { TextLine } from './textLines.ts'

/** How far down each place of a page must be moved so that its lines of text lie straight and level. */
export interface Bend {
  /** Pixels to add to y at (x, y). */
  at: (x: number, y: number) => number
  /** The largest move over the page's text, in pixels. */
  most: number
}

/**
 * Parts of one row that stand far apart, a title and its date, made one line: only so is it known how much the page
 * climbs from one to the other. `bend` is what is known of it so far.
 */
export function joinRows(lines: readonly TextLine[], bend: Bend): TextLine[] {
  const levels = lines.map((line) => median(line.ys.map((y, i) => y + bend.at(line.xs[i]!, y))))
  const order = lines.map((_, index) => index).sort((a, b) => lines[a]!.xs[0]! - lines[b]!.xs[0]!)
  const next = new Map<number, number>()
  const taken = new Set<number>()
  for (const own of order) {
    const line = lines[own]!
    let best = -1
    let least = 0.55
    for (const other of order) {
      const right = lines[other]!
      if (other === own || taken.has(other) || right.xs[0]! <= line.xs.at(-1)!) continue
      const apart = Math.abs(levels[own]! - levels[other]!) / Math.min(line.size, right.size)
      if (apart < least && Math.max(line.size, right.size) < 1.6 * Math.min(line.size, right.size)) {
        least = apart
        best = other
      }
    }
    if (best < 0) continue
    next.set(own, best)
    taken.add(best)
  }
  return order
    .filter((index) => !taken.has(index))
    .map((index) => {
      const row = { ...lines[index]!, xs: [...lines[index]!.xs], ys: [...lines[index]!.ys] }
      for (let at = next.get(index); at !== undefined; at = next.get(at)) {
        row.xs.push(...lines[at]!.xs)
        row.ys.push(...lines[at]!.ys)
      }
      return row
    })
}

/** Powers of x and y of each term: slope, bow and S along the line, each changing down the page. */
const terms = [
  [1, 0],
  [2, 0],
  [3, 0],
  [1, 1],
  [2, 1],
  [3, 1],
  [1, 2],
  [2, 2],
] as const
/** Resistance of each term: higher powers need more evidence, or they run wild where no text stands. */
const stiffness = terms.map(([i, j]) => 0.002 * 6 ** (i - 1 + j))

/**
 * The surface that straightens all lines at once, by least squares: for each line y plus the surface is one constant.
 * Null when there are too few lines to know.
 */
export function fitBend(lines: readonly TextLine[], width: number, height: number): Bend | null {
  const points = lines.reduce((sum, line) => sum + line.xs.length, 0)
  if (lines.length < 3 || points < 40) return null
  const fx = (x: number) => (2 * x) / width - 1
  const fy = (y: number) => (2 * y) / height - 1
  const values = lines.map((line) => line.xs.map((x, i) => terms.map(([p, q]) => fx(x) ** p * fy(line.ys[i]!) ** q)))
  const weights = lines.map((line) => line.xs.map(() => 1))
  let found: number[] = terms.map(() => 0)
  for (let round = 0; round < 6; round += 1) {
    const n = terms.length
    const a = Array.from({ length: n }, () => Array.from<number>({ length: n }).fill(0))
    const b = Array.from<number>({ length: n }).fill(0)
    let total = 0
    for (const [l, line] of lines.entries()) {
      const rows = values[l]!
      const w = weights[l]!
      const sum = w.reduce((s, each) => s + each, 0)
      if (sum < 3) continue
      const mean = terms.map((_, k) => rows.reduce((s, row, i) => s + w[i]! * row[k]!, 0) / sum)
      const middle = line.ys.reduce((s, y, i) => s + w[i]! * y, 0) / sum
      for (const [i, row] of rows.entries()) {
        if (w[i] === 0) continue
        total += w[i]!
        for (let p = 0; p < n; p += 1) {
          const dp = row[p]! - mean[p]!
          b[p] = b[p]! - w[i]! * dp * (line.ys[i]! - middle)
          for (let q = 0; q < n; q += 1) a[p]![q] = a[p]![q]! + w[i]! * dp * (row[q]! - mean[q]!)
        }
      }
    }
    for (let p = 0; p < n; p += 1) a[p]![p] = a[p]![p]! + stiffness[p]! * total * 0.02
    found = solve(a, b)
    // Tails of letters and strangers in the chain count less and less.
    for (const [l, line] of lines.entries()) {
      const rest = line.ys.map((y, i) => y + dot(values[l]![i]!, found))
      const middle = median(rest)
      const scale = round < 2 ? 3 : 1.5
      weights[l] = rest.map((value) => {
        const r = (value - middle) / scale
        return Math.abs(r) > 3 ? 0 : 1 / (1 + r * r)
      })
    }
  }
  const at = (x: number, y: number) => {
    const u = Math.max(-1.1, Math.min(1.1, fx(x)))
    const v = Math.max(-1.1, Math.min(1.1, fy(y)))
    let sum = 0
    for (const [k, [p, q]] of terms.entries()) sum += found[k]! * u ** p * v ** q
    return sum
  }
  let most = 0
  for (const line of lines) {
    const ends = [0, Math.floor(line.xs.length / 2), line.xs.length - 1]
    const moves = ends.map((i) => at(line.xs[i]!, line.ys[i]!))
    most = Math.max(most, Math.max(...moves) - Math.min(...moves))
  }
  return { at, most }
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/**
 * Slant of the sheet's upright lines, from the left ends of text: x should grow by `slope(x)` per pixel down. Found
 * where several lines begin one below the other.
 */
export function fitMargins(lines: readonly TextLine[], width: number, height: number): ((x: number) => number) | null {
  const starts = lines.map((line) => ({ x: line.blobs[0]!.x0, y: line.ys[0]! }))
  const found: { x: number; slope: number; count: number }[] = []
  let left = starts
  for (let round = 0; round < 3; round += 1) {
    let best = { slope: 0, offset: 0, count: 0, span: 0, score: 0 }
    for (let k = -40; k <= 40; k += 1) {
      const slope = k * 0.005
      const offsets = left
        .map(({ x, y }) => ({ offset: x - slope * (y - height / 2), y }))
        .sort((a, b) => a.offset - b.offset)
      for (let i = 0, j = 0; i < offsets.length; i += 1) {
        while (offsets[i]!.offset - offsets[j]!.offset > width * 0.005) j += 1
        const count = i - j + 1
        if (count < 5) continue
        const ys = offsets.slice(j, i + 1).map(({ y }) => y)
        const span = Math.max(...ys) - Math.min(...ys)
        if (span < 0.2 * height) continue
        const score = count - Math.abs(slope) * 10
        if (score > best.score)
          best = { slope, offset: (offsets[i]!.offset + offsets[j]!.offset) / 2, count, span, score }
      }
    }
    if (best.count === 0) break
    found.push({ x: best.offset, slope: best.slope, count: best.count * Math.min(1, best.span / height + 0.3) })
    left = left.filter(({ x, y }) => Math.abs(x - best.slope * (y - height / 2) - best.offset) > width * 0.03)
  }
  if (found.length === 0) return null
  const first = found[0]!
  const second = found.find(({ x, count }) => Math.abs(x - first.x) > 0.2 * width && count > 0.5 * first.count)
  if (!second) return () => first.slope
  const change = (second.slope - first.slope) / (second.x - first.x)
  if (Math.abs(change) * width > 0.3) return () => first.slope
  return (x) => first.slope + change * (x - first.x)
}
