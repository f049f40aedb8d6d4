import type { PageBox } from '../../../src/model/record.ts'
import type { Read, ReadLine, SectionName } from '../../../src/model/reading.ts'
import type { Line, Span } from './page.ts'

/** Sizes of the pages, by which boxes become fractions. */
export type PageSizes = { width: number; height: number }[]

/** Part of a line: what values are made of. */
export interface Piece {
  line: Line
  start: number
  end: number
  text: string
}

/** The piece of a line between two characters, without white space and separators around it. */
export function pieceOf(line: Line, start = 0, end = line.text.length): Piece {
  let from = start
  let to = end
  while (from < to && /[\s,;:|•·–—/-]/.test(line.text[from]!)) from += 1
  while (to > from && /[\s,;:|•·–—/-]/.test(line.text[to - 1]!)) to -= 1
  // An opening bracket without its closing one, or the reverse, is a left-over.
  const inner = line.text.slice(from, to)
  if (inner.startsWith('(') && inner.endsWith(')') && !inner.slice(1, -1).includes('(')) {
    from += 1
    to -= 1
  } else if (inner.endsWith('(')) to -= 1
  else if (inner.includes('(') && !inner.includes(')') && line.text[to] === ')') to += 1
  else if (inner.startsWith(')')) from += 1
  return { line, start: from, end: to, text: line.text.slice(from, to).trim() }
}

/** Where characters `start` to `end` of a line stand, as fractions of their pages. */
export function boxesOf(line: Line, sizes: PageSizes, start = 0, end = line.text.length): PageBox[] {
  const boxes: PageBox[] = []
  for (const span of line.spans) {
    const from = Math.max(span.start, start)
    const to = Math.min(span.end, end)
    if (to <= from) continue
    const size = sizes[span.page - 1]
    if (!size || size.width <= 0 || size.height <= 0) continue
    const length = Math.max(span.end - span.start, 1)
    const x0 = span.x0 + ((span.x1 - span.x0) * (from - span.start)) / length
    const x1 = span.x0 + ((span.x1 - span.x0) * (to - span.start)) / length
    const box: PageBox = {
      page: span.page,
      x: clamp(x0 / size.width),
      y: clamp(span.y0 / size.height),
      width: clamp((x1 - x0) / size.width),
      height: clamp((span.y1 - span.y0) / size.height),
    }
    const last = boxes.at(-1)
    const sameRow = last && last.page === box.page && Math.abs(last.y - box.y) < 0.5 * Math.max(last.height, box.height)
    if (sameRow && box.x - (last.x + last.width) < 0.05) {
      const right = Math.max(last.x + last.width, box.x + box.width)
      const bottom = Math.max(last.y + last.height, box.y + box.height)
      last.x = Math.min(last.x, box.x)
      last.y = Math.min(last.y, box.y)
      last.width = right - last.x
      last.height = bottom - last.y
    } else boxes.push(box)
  }
  return boxes.map((box) => ({
    page: box.page,
    x: round(box.x),
    y: round(box.y),
    width: round(box.width),
    height: round(box.height),
  }))
}

const clamp = (n: number): number => (Number.isFinite(n) ? Math.max(0, Math.min(1, n)) : 0)
const round = (n: number): number => Math.round(n * 1e5) / 1e5

/** Mean certainty of the letters of a stretch of a line (1 for a text layer). */
export function certaintyOf(line: Line, start = 0, end = line.text.length): number {
  const spans = line.spans.filter((span: Span) => span.end > start && span.start < end)
  if (spans.length === 0) return 1
  return spans.reduce((sum, span) => sum + span.certainty, 0) / spans.length
}

/** A value with its confidence, lowered where recognition was unsure of the letters. */
export function readOf<T>(piece: Piece, value: T, confidence: number, sizes: PageSizes, doubt = ''): Read<T> {
  const certainty = certaintyOf(piece.line, piece.start, piece.end)
  const sure = certainty >= 0.999 ? 1 : Math.max(0.3, Math.min(0.97, certainty))
  const reason = doubt || (sure < 0.8 ? 'ocr-letters' : '')
  return {
    value,
    confidence: Math.round(Math.max(0.05, Math.min(0.99, confidence * sure)) * 100) / 100,
    boxes: boxesOf(piece.line, sizes, piece.start, piece.end),
    text: piece.line.text.slice(piece.start, piece.end).replace(/\s+/g, ' ').trim(),
    ...(reason ? { doubt: reason } : {}),
  }
}

/** A line as the reading keeps it. */
export const toReadLine = (line: Line, section: SectionName, sizes: PageSizes): ReadLine => ({
  text: line.text.replace(/\s+/g, ' ').trim(),
  boxes: boxesOf(line, sizes),
  section,
})
