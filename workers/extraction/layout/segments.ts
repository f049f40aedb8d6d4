import { findDates } from '../entities/dates.ts'
import { cleanText } from './lineText.ts'
import type { Segment, TextItem } from './page.ts'

/** Gap, in letter heights, from which two runs on a row are no longer one sentence. */
const wideGap = 1
/** The same for runs that were not drawn one after the other: neighbours by chance, such as two columns. */
const wideGapOfStrangers = 0.55

/** Groups the runs of one page into rows, and each row into segments without wide gaps. */
export function itemsToSegments(items: readonly TextItem[], page: number): Segment[] {
  const rows: { baseline: number; size: number; entries: { item: TextItem; order: number }[] }[] = []
  const drawn = lowerRaised(items)
    .flatMap((item) => splitAtInnerGaps(item))
    .map((item, order) => ({ item, order }))
  const pictures = drawn.filter(({ item }) => isPicture(item.text)).map(({ item }) => item)
  const written = drawn
    // Icon glyphs and other marks without a meaning would only stand in the way of empty strips.
    .filter(({ item }) => cleanText(item.text).trim() !== '')
  const byBaseline = [...written].sort((a, b) => a.item.baseline - b.item.baseline || a.item.x - b.item.x)
  for (const entry of byBaseline) {
    const { item } = entry
    // Rows are sought among the last ones only: baselines come in order.
    let home = undefined as (typeof rows)[number] | undefined
    for (let i = rows.length - 1; i >= 0 && i >= rows.length - 4; i -= 1) {
      const row = rows[i]!
      if (Math.abs(row.baseline - item.baseline) <= 0.28 * Math.min(row.size, item.size) + 0.3) {
        home = row
        break
      }
    }
    if (home) {
      home.entries.push(entry)
      if (item.size > home.size) {
        home.size = item.size
        home.baseline = item.baseline
      }
    } else rows.push({ baseline: item.baseline, size: item.size, entries: [entry] })
  }
  const sortedRows = rows.map((row) => ({
    ...row,
    entries: joinSpacedLetters(dropRedrawn([...row.entries].sort((a, b) => a.item.x - b.item.x || a.order - b.order))),
  }))
  const edges = sharedEdges(sortedRows.map((row) => row.entries.map((entry) => entry.item)))
  return sortedRows.flatMap((row) => rowToSegments(row.entries, page, edges, pictures))
}

/** Small letters raised after a word ('1er', '2ème') come down to its row; raised numbers point to notes and go. */
function lowerRaised(items: readonly TextItem[]): readonly TextItem[] {
  const small = items.filter((item) => item.text.trim().length <= 4 && /^\s*[\p{L}\d]+\s*$/u.test(item.text))
  if (small.length === 0 || small.length > 400) return items
  const changed = new Map<TextItem, TextItem | null>()
  for (const item of small) {
    const host = items.find(
      (other) =>
        other.size > 1.3 * item.size &&
        other.baseline - item.baseline > 0.12 * other.size &&
        other.baseline - item.baseline < 0.6 * other.size &&
        Math.abs(item.x - (other.x + other.width)) < 0.4 * other.size,
    )
    if (host) changed.set(item, /^\s*\d{1,2}\s*$/.test(item.text) ? null : { ...item, baseline: host.baseline })
  }
  return changed.size === 0
    ? items
    : items.flatMap((item) => {
        const other = changed.get(item)
        return other === null ? [] : [other ?? item]
      })
}

/** Gap, in letter heights, that parts cells where row after row opens a cell at the same place. */
const cellGap = 0.45
/** How far the same edge may waver, in points: letters stand a little off their place. */
const edgeSlack = 1.2

/**
 * Where several rows hold a short label and then, a little apart, begin again at one and the same place, that place
 * is the edge of a column, however narrow the gap.
 */
function sharedEdges(rows: readonly (readonly TextItem[])[]): number[] {
  const found: { x: number; labelEnd: number }[] = []
  for (const items of rows) {
    let left = ''
    for (const [index, item] of items.entries()) {
      const before = items[index - 1]
      if (before) {
        const gap = item.x - (before.x + before.width)
        const em = Math.max(Math.min(before.size, item.size), 1)
        // A bullet or a number before its text is no label.
        const labelled = left.length <= 32 && /\p{L}{2}|\d{2}/u.test(left)
        if (gap >= cellGap * em && labelled && !partsDates(left, item.text))
          found.push({ x: item.x, labelEnd: before.x + before.width })
      }
      left = `${left} ${item.text.trim()}`.trim()
    }
  }
  const edges: number[] = []
  for (const { x } of found) {
    if (edges.some((edge) => Math.abs(edge - x) < edgeSlack)) continue
    const same = found.filter((other) => Math.abs(other.x - x) < edgeSlack)
    const ends = same.map((other) => other.labelEnd)
    const rightAligned = Math.max(...ends) - Math.min(...ends) < edgeSlack
    if (same.length >= 3 || (same.length === 2 && rightAligned)) edges.push(x)
  }
  return edges
}

/** True for glyphs of a font of pictures, which mean nothing as text. */
const isPicture = (text: string): boolean =>
  /^[\s\u{E000}-\u{F8FF}\u{F0000}-\u{FFFFD}]+$/u.test(text) && text.trim() !== ''

const standsBetween = (last: Segment, picture: TextItem, next: TextItem): boolean =>
  Math.abs(picture.baseline - next.baseline) < 0.6 * next.size &&
  picture.x >= last.x1 - 0.3 * next.size &&
  picture.x + picture.width <= next.x + 0.3 * next.size

/** True where a cut after `left` would part a stretch of time: 'mars 2014 –' and 'mai 2018'. */
function partsDates(left: string, right: string): boolean {
  const at = left.length
  return findDates(`${left} ${right}`).some((range) => range.from < at && range.to > at + 1)
}

function rowToSegments(
  sorted: readonly { item: TextItem; order: number }[],
  page: number,
  edges: readonly number[],
  pictures: readonly TextItem[],
): Segment[] {
  const segments: Segment[] = []
  let lastOrder = -2
  for (const { item, order } of sorted) {
    const last = segments.at(-1)
    const em = last ? Math.max(Math.min(last.size, item.size), 1) : 1
    const gap = last ? item.x - last.x1 : Number.POSITIVE_INFINITY
    const limit =
      order === lastOrder + 1 || (order > lastOrder && order <= lastOrder + 3) ? wideGap : wideGapOfStrangers
    const opensCell =
      last !== undefined &&
      gap >= cellGap * em &&
      (edges.some((edge) => Math.abs(edge - item.x) < edgeSlack) ||
        // A picture announces what follows it: a telephone, a town, a date.
        pictures.some((picture) => standsBetween(last, picture, item))) &&
      !partsDates(last.items.map((own) => own.text.trim()).join(' '), item.text)
    const rated = isRating(item.text) && gap < 25 * em
    const spaced = 2 * Math.max(last ? tracking(last.items) : 0, tracking([item]))
    if (last && (rated || (gap < limit * em + spaced && gap > -2 * em && !opensCell))) {
      last.items.push(item)
      last.x1 = Math.max(last.x1, item.x + item.width)
      last.y0 = Math.min(last.y0, item.y)
      last.y1 = Math.max(last.y1, item.y + item.height)
      last.size = Math.max(last.size, item.size)
    } else {
      segments.push({
        page,
        x0: item.x,
        x1: item.x + item.width,
        y0: item.y,
        y1: item.y + item.height,
        baseline: item.baseline,
        size: item.size,
        items: [item],
        ...(opensCell ? { cell: true } : {}),
      })
    }
    lastOrder = order
  }
  return segments
}

/** Dots and stars that rate what stands before them on the row. */
const isRating = (text: string): boolean => /^[★☆●○◉◯■□▪▫█░▓▒⬤⚫⚪\s]{3,}$/.test(text.trim())

/** Letters drawn one by one with white space between become the words they spell. */
function joinSpacedLetters(entries: { item: TextItem; order: number }[]): { item: TextItem; order: number }[] {
  const isLetter = ({ item }: { item: TextItem }) => /^[\p{L}&'’]$/u.test(item.text.trim())
  const out: { item: TextItem; order: number }[] = []
  for (let from = 0; from < entries.length;) {
    let to = from
    const gaps: number[] = []
    while (isLetter(entries[to]!) && to + 1 < entries.length && isLetter(entries[to + 1]!)) {
      const [one, other] = [entries[to]!.item, entries[to + 1]!.item]
      const gap = other.x - (one.x + one.width)
      if (Math.abs(one.size - other.size) > 0.5 || gap > 2.4 * one.size || gap < 0.1 * one.size) break
      gaps.push(gap)
      to += 1
    }
    const first = entries[from]!
    if (gaps.length < 3) {
      out.push(...entries.slice(from, to + 1))
    } else {
      const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 3)]!
      let text = first.item.text.trim()
      for (const [index, gap] of gaps.entries())
        text += (gap > 1.4 * usual + 0.15 * first.item.size ? ' ' : '') + entries[from + index + 1]!.item.text.trim()
      const last = entries[to]!.item
      out.push({ ...first, item: { ...first.item, text, width: last.x + last.width - first.item.x } })
    }
    from = to + 1
  }
  return out
}

/** White space that a heading set letter by letter puts after each of its letters; 0 for ordinary text. */
function tracking(items: readonly TextItem[]): number {
  let widest = 0
  for (const { text, width, size } of items) {
    const letters = text.match(/\p{L}/gu)?.length ?? 0
    if (letters < 2 || letters < text.replace(/\s/g, '').length) continue
    // A capital is about two thirds of its height wide.
    const extra = width / letters - 0.72 * size
    if (extra > 0.18 * size) widest = Math.max(widest, Math.min(extra, size))
  }
  return widest
}

/** The same letters drawn twice at almost the same place are a poor man's bold. */
function dropRedrawn(sorted: { item: TextItem; order: number }[]) {
  const kept: { item: TextItem; order: number }[] = []
  for (const entry of sorted) {
    const twin = kept.find(
      (other) =>
        other.item.text === entry.item.text &&
        Math.abs(other.item.x - entry.item.x) < 0.12 * entry.item.size &&
        Math.abs(other.item.baseline - entry.item.baseline) < 0.12 * entry.item.size,
    )
    if (twin) twin.item = { ...twin.item, bold: true }
    else kept.push(entry)
  }
  return kept
}

/** Some writers draw a whole row at once and hold columns apart by runs of spaces. */
function splitAtInnerGaps(item: TextItem): TextItem[] {
  if (!/\S {3,}\S|\t/.test(item.text)) return [item]
  const parts: TextItem[] = []
  const per = item.width / Math.max(item.text.length, 1)
  for (const match of item.text.matchAll(/\S(?:(?! {3,}|\t)[\s\S])*/g)) {
    const text = match[0].trimEnd()
    parts.push({ ...item, text, x: item.x + match.index * per, width: text.length * per })
  }
  return parts
}
