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
    // Icon glyphs and other marks without a meaning would only stand in the way of empty strips.
    .filter(({ item }) => cleanText(item.text).trim() !== '')
  const byBaseline = [...drawn].sort((a, b) => a.item.baseline - b.item.baseline || a.item.x - b.item.x)
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
  return rows.flatMap((row) => rowToSegments(row.entries, page))
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

function rowToSegments(entries: { item: TextItem; order: number }[], page: number): Segment[] {
  const sorted = dropRedrawn([...entries].sort((a, b) => a.item.x - b.item.x || a.order - b.order))
  const segments: Segment[] = []
  let lastOrder = -2
  for (const { item, order } of sorted) {
    const last = segments.at(-1)
    const em = last ? Math.max(Math.min(last.size, item.size), 1) : 1
    const gap = last ? item.x - last.x1 : Number.POSITIVE_INFINITY
    const limit =
      order === lastOrder + 1 || (order > lastOrder && order <= lastOrder + 3) ? wideGap : wideGapOfStrangers
    if (last && gap < limit * em && gap > -2 * em) {
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
      })
    }
    lastOrder = order
  }
  return segments
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
