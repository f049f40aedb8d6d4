import { isOnlyDates } from '../entities/dates.ts'
import { finishLine, joinLines, segmentsToLine } from './lineText.ts'
import type { Line, PageText, Segment, Span, TextItem } from './page.ts'

/** Lines of a page whose runs came in reading order: one line per paragraph, whatever rows it was laid on. */
export function orderedLines(page: PageText, nextBlock: () => number): Line[] {
  const block = nextBlock()
  const paragraphs = new Map<number, TextItem[]>()
  for (const item of page.items) {
    const list = paragraphs.get(item.paragraph ?? -1)
    if (list) list.push(item)
    else paragraphs.set(item.paragraph ?? -1, [item])
  }
  const lines: Line[] = []
  for (const items of paragraphs.values()) {
    const rows: TextItem[][] = []
    for (const item of items) {
      const row = rows.at(-1)
      if (row && Math.abs(row[0]!.baseline - item.baseline) < 0.5) row.push(item)
      else rows.push([item])
    }
    let text = ''
    const spans: Span[] = []
    for (const row of rows) {
      const line = segmentsToLine(rowSegments(row, page.number), block)
      // `segmentsToLine` takes the bullet off; at the head of a row that is not the first it parts two values.
      const marked = line.bullet ? '• ' : ''
      const offset = (text === '' ? 0 : text.length + 1) + marked.length
      text = text === '' ? marked + line.text : `${text} ${marked}${line.text}`
      spans.push(...line.spans.map((span) => ({ ...span, start: span.start + offset, end: span.end + offset })))
    }
    const line = finishLine(text, spans, block)
    if (line.text === '' || spans.length === 0) continue
    const flow = items[0]?.flow
    if (flow) line.flow = flow
    const last = lines.at(-1)
    // Dates that a narrow cell broke: '04/2017 –' and 'présent' on the next row.
    if (last && !line.bullet && last.flow === line.flow && completesDates(last.text, line.text)) {
      lines[lines.length - 1] = joinLines(last, line)
      continue
    }
    line.gapAbove = last ? (line.y0 - last.y1) / Math.max(line.size, 1) : 0
    lines.push(line)
  }
  return lines
}

const completesDates = (text: string, next: string): boolean =>
  text.length < 30 &&
  next.length < 30 &&
  /(?:[-–—]|\s(?:à|au|to|until))\s*$/i.test(text) &&
  isOnlyDates(text) &&
  isOnlyDates(`${text} ${next}`)

function rowSegments(row: readonly TextItem[], page: number): Segment[] {
  const segments: Segment[] = []
  for (const item of row) {
    const last = segments.at(-1)
    if (last && item.x - last.x1 < 1.2 * item.size) {
      last.items.push(item)
      last.x1 = item.x + item.width
      last.size = Math.max(last.size, item.size)
      last.y0 = Math.min(last.y0, item.y)
      last.y1 = Math.max(last.y1, item.y + item.height)
    } else
      segments.push({
        page,
        x0: item.x,
        x1: item.x + item.width,
        y0: item.y,
        y1: item.y + item.height,
        baseline: item.baseline,
        size: item.size,
        items: [item],
      })
  }
  return segments
}
