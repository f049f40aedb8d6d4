import { rootOf } from './disjointSets.ts'
import { extreme, type Grey, shrink } from './grey.ts'

/** Side of the squares in which the paper's tone is looked for. */
const cell = 32
/** Share of the paper's tone below which a pixel is dark. */
const darkShare = 0.6
/** Letters of ordinary print are about this share of a page's shorter side. */
const letterShare = 1 / 60

interface Part {
  x0: number
  y0: number
  x1: number
  y1: number
  area: number
  dark: boolean
  /** The part its first pixel has to its left, -1 at the picture's side. */
  left: number
}

/** Light letters a dark field holds at least: one without is a shadow or an ornament. */
const leastLetters = 3

/**
 * Marks the dark fields of a page (1): side columns, heads, bars, with the light letters in them; null when there are
 * none. What is dark and small is a letter, not a field.
 */
export function findPanels(grey: Grey): Uint8Array | null {
  const { width, height } = grey
  const dark = darkPixels(grey)
  const { parts, runs, partOf } = joinRuns(dark, width, height)
  const letter = Math.min(width, height) * letterShare
  const held = parts.map(() => 0)
  for (const part of parts) {
    if (part.dark || part.left < 0) continue
    const h = part.y1 - part.y0
    if (h > 0.3 * letter && h < 4 * letter && part.x1 - part.x0 < 5 * letter) held[partOf(part.left)]! += 1
  }
  const isPanel = parts.map((part, index) => part.dark && held[index]! >= leastLetters && isField(part, letter))
  if (!isPanel.includes(true)) return null
  // In the order they begin: what encloses comes before what it encloses.
  for (const [index, part] of parts.entries()) {
    if (isPanel[index] || part.left < 0) continue
    const w = part.x1 - part.x0
    const h = part.y1 - part.y0
    const small = (w < 5 * letter && h < 5 * letter) || h < 2.5 * letter || w < 1.5 * letter || part.area < 0.12 * w * h
    if (small && isPanel[partOf(part.left)] && h < height / 2) isPanel[index] = true
  }
  const mask = new Uint8Array(width * height)
  for (const { y, from, to, part } of runs) if (isPanel[partOf(part)]) mask.fill(1, y * width + from, y * width + to)
  // Letters that reach the field's edge are open to the paper on one side and shut in on two others.
  fillGaps(mask, width, 1, height, width, 2.2 * letter)
  fillGaps(mask, height, width, width, 1, 1.8 * letter)
  return mask
}

function isField(part: Part, letter: number): boolean {
  const w = part.x1 - part.x0
  const h = part.y1 - part.y0
  return h > 0.7 * letter && w > 4 * letter && part.area > 0.4 * w * h
}

/** Fills what lies between two marked pixels of a row no further apart than `widest`. */
function fillGaps(mask: Uint8Array, count: number, step: number, lines: number, stride: number, widest: number): void {
  for (let line = 0; line < lines; line += 1) {
    const base = line * stride
    let last = -1
    for (let i = 0; i < count; i += 1) {
      if (mask[base + i * step] !== 1) continue
      if (last >= 0 && i - last > 1 && i - last <= widest)
        for (let k = last + 1; k < i; k += 1) mask[base + k * step] = 1
      last = i
    }
  }
}

/** 1 where a pixel is much darker than the paper around it. */
function darkPixels(grey: Grey): Uint8Array {
  const { width, height, data } = grey
  const means = shrink(grey, 4)
  const columns = Math.ceil(means.width / (cell / 4))
  const rows = Math.ceil(means.height / (cell / 4))
  const lights = { width: columns, height: rows, data: new Uint8Array(columns * rows) }
  for (let y = 0; y < means.height; y += 1) {
    for (let x = 0; x < means.width; x += 1) {
      const at = Math.floor((y * 4) / cell) * columns + Math.floor((x * 4) / cell)
      lights.data[at] = Math.max(lights.data[at]!, means.data[y * means.width + x]!)
    }
  }
  // A side column is no wider than that: paper lies within reach of its middle.
  const reach = Math.ceil((0.22 * Math.min(width, height)) / cell)
  const paper = extreme(lights, reach, true)
  const dark = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(rows - 1, (y / cell) | 0) * columns
    for (let x = 0; x < width; x += 1) {
      const light = paper.data[row + Math.min(columns - 1, (x / cell) | 0)]!
      if (data[y * width + x]! < darkShare * light) dark[y * width + x] = 1
    }
  }
  return dark
}

interface Run {
  y: number
  from: number
  to: number
  part: number
}

/** Parts of one kind that touch, dark ones and light ones, in the order of their first pixels. */
function joinRuns(dark: Uint8Array, width: number, height: number) {
  const parent: number[] = []
  const parts: Part[] = []
  const runs: Run[] = []
  const find = (i: number): number => rootOf(parent, i)
  let above: Run[] = []
  for (let y = 0; y < height; y += 1) {
    const row: Run[] = []
    let near = 0
    for (let x = 0; x < width;) {
      const from = x
      const kind = dark[y * width + x]
      while (x < width && dark[y * width + x] === kind) x += 1
      while (near < above.length && above[near]!.to <= from) near += 1
      let own = -1
      for (let k = near; k < above.length && above[k]!.from < x; k += 1) {
        const other = find(above[k]!.part)
        if (parts[other]!.dark !== (kind === 1)) continue
        if (own === -1) own = other
        else if (other !== own) {
          // The part that began first keeps its name.
          const [kept, lost] = own < other ? [own, other] : [other, own]
          parent[lost] = kept
          const a = parts[kept]!
          const b = parts[lost]!
          a.x0 = Math.min(a.x0, b.x0)
          a.x1 = Math.max(a.x1, b.x1)
          a.y1 = Math.max(a.y1, b.y1)
          a.area += b.area
          own = kept
        }
      }
      if (own === -1) {
        own = parts.length
        parent.push(own)
        parts.push({
          x0: from,
          y0: y,
          x1: x,
          y1: y + 1,
          area: 0,
          dark: kind === 1,
          left: row.length > 0 ? row.at(-1)!.part : -1,
        })
      }
      const part = parts[own]!
      part.x0 = Math.min(part.x0, from)
      part.x1 = Math.max(part.x1, x)
      part.y1 = y + 1
      part.area += x - from
      const run = { y, from, to: x, part: own }
      row.push(run)
      runs.push(run)
    }
    above = row
  }
  return { parts, runs, partOf: find }
}
