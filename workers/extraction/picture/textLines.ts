import { rootOf } from './disjointSets.ts'
import type { Grey } from './grey.ts'

/** A letter or a group of letters that touch: its box, and the lowest ink of each column. */
export interface Blob {
  x0: number
  y0: number
  x1: number
  y1: number
  ink: number
}

/** Feet of the letters of one line (or of a part of it), from left to right. */
export interface TextLine {
  xs: number[]
  ys: number[]
  /** Middle height of its letters. */
  size: number
  blobs: Blob[]
}

/** Tone below which a pixel of a flattened picture is ink. */
const inkBelow = 150

/** Groups of dark pixels that touch, of a flattened picture. */
export function findBlobs(grey: Grey): Blob[] {
  return groupInk(grey).blobs
}

/** A run of ink: row, first and last column, and the number of its blob (see `blobOf`). */
export type InkRun = readonly [y: number, from: number, to: number, index: number]

/** True for what is no letter and would lead recognition astray: rules, frames, bars, edges of dark fields, pictures. */
export function isDrawing(blob: Blob, size: number): boolean {
  const w = blob.x1 - blob.x0
  const h = blob.y1 - blob.y0
  return (
    isBar(blob, size) ||
    (w > 12 * size && h < 0.8 * size) ||
    (h > 6 * size && w < 0.8 * size) ||
    (h > 7 * size && w > 7 * size) ||
    (w > 30 * size && h > 3 * size)
  )
}

/** True for a solid bar, as ratings are drawn with. */
const isBar = ({ x0, y0, x1, y1, ink }: Blob, size: number): boolean =>
  x1 - x0 > 6 * size && y1 - y0 < 1.4 * size && ink > 0.65 * (x1 - x0) * (y1 - y0)

/** Whitens the drawings of a flattened page, in place; `size` is the height of most letters in pixels. */
export function eraseDrawings(grey: Grey, size: number): void {
  const { runs, blobOf } = groupInk(grey)
  for (const [y, from, to, index] of runs) {
    const blob = blobOf(index)
    if (!isDrawing(blob, size)) continue
    // Some pixels around, where the edge is soft; a bar stands apart from letters.
    const soft = isBar(blob, size) ? 4 : 1
    for (let row = Math.max(0, y - soft); row <= Math.min(grey.height - 1, y + soft); row += 1)
      grey.data.fill(
        255,
        row * grey.width + Math.max(0, from - soft),
        row * grey.width + Math.min(grey.width, to + soft + 1),
      )
  }
  eraseRules(grey, grey.width, 1, grey.height, grey.width, 5 * size, 0.4 * size)
  eraseRules(grey, grey.height, grey.width, grey.width, 1, 9 * size, 0.4 * size)
}

/** Tone below which a pixel may belong to a pale letter, and the tone one of its pixels must reach: less is grain. */
const paleBelow = 222
const paleReaches = 192
/** Pale letters are darkened at most so many times. */
const mostDarkening = 3

/**
 * Makes pale letters as dark as black ones, each by its own darkest tone, in place: recognition cuts a page in ink and
 * ground at one tone, and grey dates beside black titles would be lost.
 */
export function evenLetters(grey: Grey, size: number): void {
  const { runs, rootOf, blobOf } = groupInk(grey, paleBelow)
  const darkest = new Map<number, number>()
  for (const [y, from, to, index] of runs) {
    const root = rootOf(index)
    let low = darkest.get(root) ?? 255
    for (let at = y * grey.width + from; at <= y * grey.width + to; at += 1) low = Math.min(low, grey.data[at]!)
    darkest.set(root, low)
  }
  for (const [y, from, to, index] of runs) {
    const low = darkest.get(rootOf(index))!
    const blob = blobOf(index)
    if (low > paleReaches || low < 40 || blob.y1 - blob.y0 > 5 * size) continue
    const factor = Math.min(mostDarkening, 240 / (255 - low))
    for (let at = y * grey.width + from; at <= y * grey.width + to; at += 1)
      grey.data[at] = Math.max(0, 255 - factor * (255 - grey.data[at]!))
  }
}

/** Tone below which a pixel may belong to a thin line: paler than letters are. */
const lineBelow = 215

/**
 * Whitens thin straight lines that are broken, pale or touch letters: runs of at least `longest` pixels, wherever the ink
 * across them is at most `thickest`. `count` pixels `step` apart make a row, `lines` rows lie `stride` apart.
 */
function eraseRules(
  { data }: Grey,
  count: number,
  step: number,
  lines: number,
  stride: number,
  longest: number,
  thickest: number,
): void {
  const before = data.slice()
  for (let line = 0; line < lines; line += 1) {
    const base = line * stride
    let start = 0
    let gap = 0
    for (let i = 0; i <= count; i += 1) {
      if (i < count && before[base + i * step]! < lineBelow) {
        gap = 0
        continue
      }
      // A pixel or two that the grain took does not end a line.
      if (i < count && i > start && (gap += 1) <= 2) continue
      if (i - gap - start >= longest) eraseAcross(data, before, base, start, i, step, line, lines, stride, thickest)
      start = i + 1
      gap = 0
    }
  }
}

/** Whitens one such run, unless it goes through letters: there every other pixel has ink far above or below it. */
function eraseAcross(
  data: Uint8Array,
  before: Uint8Array,
  base: number,
  start: number,
  end: number,
  step: number,
  line: number,
  lines: number,
  stride: number,
  thickest: number,
): void {
  const thin: [at: number, up: number, down: number][] = []
  for (let i = start; i < end; i += 1) {
    const at = base + i * step
    let up = 0
    let down = 0
    while (up <= thickest && line - up > 0 && before[at - (up + 1) * stride]! < lineBelow) up += 1
    while (down <= thickest && line + down < lines - 1 && before[at + (down + 1) * stride]! < lineBelow) down += 1
    if (up + down + 1 <= thickest) thin.push([at, up, down])
  }
  if (thin.length < 0.85 * (end - start)) return
  // Where a letter stands on the line, or hangs from it, the letter stays.
  for (const [at, up, down] of thin)
    for (let k = -Math.min(up + 1, line); k <= Math.min(down + 1, lines - 1 - line); k += 1) data[at + k * stride] = 255
}

/** The same with the runs each is made of. */
function groupInk(
  grey: Grey,
  threshold = inkBelow,
): { blobs: Blob[]; runs: InkRun[]; blobOf: (index: number) => Blob; rootOf: (index: number) => number } {
  const runs: InkRun[] = []
  const { width, height, data } = grey
  // Runs of each row are joined with those they touch in the row above.
  const parent: number[] = []
  const blobs: Blob[] = []
  const find = (i: number): number => rootOf(parent, i)
  let above: [number, number, number][] = []
  for (let y = 0; y < height; y += 1) {
    const row: [number, number, number][] = []
    let near = 0
    let x = 0
    const base = y * width
    while (x < width) {
      if (data[base + x]! >= threshold) {
        x += 1
        continue
      }
      const start = x
      while (x < width && data[base + x]! < threshold) x += 1
      let own = -1
      while (near < above.length && above[near]![1] < start - 1) near += 1
      for (let k = near; k < above.length && above[k]![0] <= x; k += 1) {
        const other = find(above[k]![2])
        if (own === -1) own = other
        else if (other !== own) {
          parent[other] = own
          const a = blobs[own]!
          const b = blobs[other]!
          a.x0 = Math.min(a.x0, b.x0)
          a.x1 = Math.max(a.x1, b.x1)
          a.y0 = Math.min(a.y0, b.y0)
          a.y1 = Math.max(a.y1, b.y1)
          a.ink += b.ink
        }
      }
      if (own === -1) {
        own = blobs.length
        parent.push(own)
        blobs.push({ x0: start, x1: x, y0: y, y1: y + 1, ink: x - start })
      } else {
        const blob = blobs[own]!
        blob.x0 = Math.min(blob.x0, start)
        blob.x1 = Math.max(blob.x1, x)
        blob.y1 = y + 1
        blob.ink += x - start
      }
      row.push([start, x - 1, own])
      runs.push([y, start, x - 1, own])
    }
    above = row
  }
  return { blobs: blobs.filter((_, i) => parent[i] === i), runs, blobOf: (index) => blobs[find(index)]!, rootOf: find }
}

/** Blobs that may be letters, of about the same size as most. */
export function letterBlobs(blobs: readonly Blob[], grey: Grey): { letters: Blob[]; size: number } {
  const likely = blobs.filter((blob) => {
    const w = blob.x1 - blob.x0
    const h = blob.y1 - blob.y0
    return (
      h >= 4 &&
      w >= 2 &&
      h < grey.height / 12 &&
      w < grey.width / 4 &&
      w < 16 * h &&
      h < 8 * w &&
      blob.ink > 0.1 * w * h
    )
  })
  const heights = likely.map((blob) => blob.y1 - blob.y0).sort((a, b) => a - b)
  const size = heights[Math.floor(heights.length / 2)] ?? 0
  return { letters: likely.filter((blob) => blob.y1 - blob.y0 > 0.45 * size && blob.y1 - blob.y0 < 4.5 * size), size }
}

/** Lines of letters of a picture whose text runs roughly from left to right. */
export function traceLines(grey: Grey, letters: readonly Blob[]): TextLine[] {
  return chainLetters(letters, 1.6).flatMap((chain) => {
    const size = middleHeight(chain)
    if (chain.at(-1)!.x1 - chain[0]!.x0 < 6 * size || chain.length < 3) return []
    return [{ ...feet(grey, chain, size), size, blobs: chain }]
  })
}

export function middleHeight(chain: readonly Blob[]): number {
  const heights = chain.map((each) => each.y1 - each.y0).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] ?? 0
}

/** Letters that follow each other on a line, no further apart than `widest` of their heights. */
export function chainLetters(letters: readonly Blob[], widest: number): Blob[][] {
  const cell = 16
  const shelves = new Map<number, Blob[]>()
  for (const blob of letters) {
    const shelf = Math.floor(blob.y1 / cell)
    const list = shelves.get(shelf)
    if (list) list.push(blob)
    else shelves.set(shelf, [blob])
  }
  const next = new Map<Blob, Blob>()
  const previous = new Map<Blob, { blob: Blob; gap: number }>()
  for (const blob of letters) {
    const h = blob.y1 - blob.y0
    let best: Blob | null = null
    let bestGap = Number.POSITIVE_INFINITY
    const reach = Math.ceil(h / cell) + 1
    const home = Math.floor(blob.y1 / cell)
    for (let shelf = home - reach; shelf <= home + reach; shelf += 1) {
      for (const other of shelves.get(shelf) ?? []) {
        if (other === blob || other.x0 + other.x1 <= blob.x0 + blob.x1) continue
        const oh = other.y1 - other.y0
        const gap = other.x0 - blob.x1
        if (gap > widest * Math.max(h, oh) || gap < -0.5 * h) continue
        const overlap = Math.min(blob.y1, other.y1) - Math.max(blob.y0, other.y0)
        if (overlap < 0.5 * Math.min(h, oh) || Math.max(h, oh) > 3 * Math.min(h, oh)) continue
        const distance = gap + 2 * Math.abs(other.y1 - blob.y1)
        if (distance < bestGap) {
          bestGap = distance
          best = other
        }
      }
    }
    if (!best) continue
    const rival = previous.get(best)
    if (rival && rival.gap <= bestGap) continue
    if (rival) next.delete(rival.blob)
    next.set(blob, best)
    previous.set(best, { blob, gap: bestGap })
  }
  return letters
    .filter((blob) => !previous.has(blob))
    .map((blob) => {
      const chain: Blob[] = []
      for (let at: Blob | undefined = blob; at; at = next.get(at)) chain.push(at)
      return chain
    })
}

/** The lowest ink under every half letter: a blob may be a whole word when letters touch. */
function feet(grey: Grey, chain: readonly Blob[], size: number): { xs: number[]; ys: number[] } {
  const xs: number[] = []
  const ys: number[] = []
  const step = Math.max(3, Math.round(size * 0.6))
  for (const blob of chain) {
    const parts = Math.max(1, Math.round((blob.x1 - blob.x0) / step))
    for (let part = 0; part < parts; part += 1) {
      const from = Math.round(blob.x0 + ((blob.x1 - blob.x0) * part) / parts)
      const to = Math.round(blob.x0 + ((blob.x1 - blob.x0) * (part + 1)) / parts)
      let low = -1
      for (let y = blob.y1 - 1; y >= blob.y0 && low < 0; y -= 1)
        for (let x = from; x < to; x += 1)
          if (grey.data[y * grey.width + x]! < inkBelow) {
            low = y
            break
          }
      if (low < 0) continue
      // A column that holds only an upper stroke has no foot.
      if (blob.y1 - low > 0.5 * size && parts > 1) continue
      xs.push((from + to) / 2)
      ys.push(low)
    }
  }
  return { xs, ys }
}

/** Share of the ink beyond the small letters' band that stands above it: more than half in upright Latin text. */
export function uprightShare(grey: Grey, lines: readonly TextLine[]): { share: number; weight: number } {
  let above = 0
  let below = 0
  for (const line of lines) {
    if (line.blobs.length < 5) continue
    const fit = straight(line)
    if (!fit) continue
    const reach = Math.round(2.2 * line.size)
    const profile = new Float64Array(2 * reach + 1)
    const x0 = line.blobs[0]!.x0
    const x1 = line.blobs.at(-1)!.x1
    for (const blob of line.blobs) {
      for (let x = blob.x0; x < blob.x1; x += 1) {
        const foot = fit.a + fit.b * x
        for (let y = blob.y0; y < blob.y1; y += 1) {
          if (grey.data[y * grey.width + x]! >= inkBelow) continue
          const k = Math.round(y - foot) + reach
          if (k >= 0 && k < profile.length) profile[k] = profile[k]! + 1
        }
      }
    }
    const top = Math.max(...profile)
    let first = profile.findIndex((value) => value > 0.5 * top)
    let last = profile.findLastIndex((value) => value > 0.5 * top)
    if (last - first < 2 || x1 - x0 < 6 * line.size) continue
    first -= 1
    last += 1
    let up = 0
    let down = 0
    for (let k = 0; k < first; k += 1) up += profile[k]!
    for (let k = last + 1; k < profile.length; k += 1) down += profile[k]!
    above += up
    below += down
  }
  return { share: above + below === 0 ? 0.5 : above / (above + below), weight: above + below }
}

/** A straight line through most feet: y = a + b x. */
export function straight(line: { xs: readonly number[]; ys: readonly number[] }): { a: number; b: number } | null {
  const { xs, ys } = line
  let weights: number[] = xs.map(() => 1)
  let fit = { a: 0, b: 0 }
  for (let round = 0; round < 4; round += 1) {
    let s = 0
    let sx = 0
    let sy = 0
    let sxx = 0
    let sxy = 0
    for (let i = 0; i < xs.length; i += 1) {
      const w = weights[i]!
      s += w
      sx += w * xs[i]!
      sy += w * ys[i]!
      sxx += w * xs[i]! * xs[i]!
      sxy += w * xs[i]! * ys[i]!
    }
    const det = s * sxx - sx * sx
    if (Math.abs(det) < 1e-6) return null
    const b = (s * sxy - sx * sy) / det
    fit = { a: (sy - b * sx) / s, b }
    const now = fit
    weights = xs.map((x, i) => {
      const r = (ys[i]! - now.a - now.b * x) / 1.8
      return Math.abs(r) > 2.5 ? 0 : 1 / (1 + r * r)
    })
  }
  return fit
}
