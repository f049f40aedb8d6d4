import type { Line, Segment, Span, TextItem } from './page.ts'

const bulletMark = /^(?:[•●○◦▪▫■□◆◇▶►▸‣⁃∙·✓✔➢➤➔→★☆❖❑❏\u{F0A7}\u{F0B7}\u{F0D8}\u{F076}\u{F0FC}]+|[-–—*»›>](?=\s))\s*/u

/** Makes a line of the segments of one row, sorted by x. Cells are joined by a tab. */
export function segmentsToLine(segments: readonly Segment[], block: number): Line {
  let text = ''
  const spans: Span[] = []
  for (const [index, segment] of segments.entries()) {
    const before = segments[index - 1]
    if (before) text += segment.cell || segment.x0 - before.x1 > 0.95 * Math.min(before.size, segment.size) ? '\t' : ' '
    text = appendSegment(text, spans, segment)
  }
  return finishLine(text, spans, block)
}

function appendSegment(text: string, spans: Span[], segment: Segment): string {
  const closed = letterSpacing(segment.items)
  let previous: TextItem | undefined
  for (const item of segment.items) {
    const cleaned = closed ? item.text.replace(/(\S) (?=\S(?: |$))/gu, '$1') : item.text
    const piece = cleanText(cleaned)
    const visible = piece.trim()
    if (visible === '') {
      if (text !== '' && !/\s$/.test(text)) text += ' '
      continue
    }
    if (previous) {
      const gap = item.x - (previous.x + previous.width)
      const threshold = closed ?? 0.13 * Math.min(previous.size, item.size)
      if (
        (gap > threshold || (closed === null && (/\s$/.test(previous.text) || /^\s/.test(item.text)))) &&
        !/\s$/.test(text)
      )
        text += ' '
    }
    const start = text.length
    text += visible
    spans.push({
      start,
      end: text.length,
      page: segment.page,
      x0: item.x,
      x1: item.x + item.width,
      y0: item.y,
      y1: item.y + item.height,
      size: item.size,
      bold: item.bold,
      italic: item.italic,
      colour: item.colour,
      certainty: item.certainty,
    })
    previous = item
  }
  return text
}

/** For headings set letter by letter: the gap that parts words. Null for ordinary text. */
function letterSpacing(items: readonly TextItem[]): number | null {
  const tokens = items.flatMap((item) => item.text.trim().split(/\s+/).filter(Boolean))
  const single = tokens.filter((token) => /^[\p{L}&'’]$/u.test(token)).length
  if (tokens.length < 4 || single < 0.8 * tokens.length) return null
  // Words that were drawn each at once part wherever one ends.
  if (
    items.every((item) => item.text.trim().length === 1 || /\S \S/.test(item.text)) &&
    tokens.length > 2 * items.length
  )
    return 0.2 * (items[0]?.size ?? 1)
  const gaps = items
    .slice(1)
    .map((item, index) => item.x - (items[index]!.x + items[index]!.width))
    .sort((a, b) => a - b)
  const middle = gaps[Math.floor(gaps.length / 2)] ?? 0
  return Math.max(middle * 1.8, 0.2 * (items[0]?.size ?? 1))
}

const ligatures: Record<string, string> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' }

/** Ligatures opened, soft hyphens and control characters dropped, icon glyphs (private use) dropped, spaces made plain. */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[ﬀ-ﬆ]/g, (letter) => ligatures[letter] ?? letter)
    // oxlint-disable-next-line no-control-regex -- control characters are what is removed here
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g, (c) =>
      c === '\u202f' ? ' ' : '',
    )
    .replace(
      /(?![\u{F0A7}\u{F0B7}\u{F0D8}\u{F076}\u{F0FC}])[\u{E000}-\u{F8FF}\u{F0000}-\u{FFFFD}\u{FFFC}\u{FFFD}]/gu,
      ' ',
    )
    .replace(/[\u00a0\u2000-\u200a\u3000]/g, ' ')
    // Hyphens that may or may not break are hyphens.
    .replace(/[\u2010\u2011]/g, '-')

/** Sets the line's own style and takes its bullet off. */
export function finishLine(raw: string, rawSpans: readonly Span[], block: number): Line {
  const lead = raw.length - raw.trimStart().length
  const mark = bulletMark.exec(raw.slice(lead))
  const cut = lead + (mark ? mark[0].length : 0)
  const text = raw.slice(cut).trimEnd()
  const spans = rawSpans
    .filter((span) => span.end > cut)
    .map((span) => ({ ...span, start: Math.max(0, span.start - cut), end: Math.min(span.end - cut, text.length) }))
    .filter((span) => span.end > span.start)
  const all = spans.length > 0 ? spans : rawSpans
  const weigh = (test: (span: Span) => boolean) =>
    all.reduce((sum, span) => sum + (test(span) ? span.end - span.start : 0), 0) >=
    0.6 * all.reduce((sum, span) => sum + span.end - span.start, 0)
  const widest = all.reduce((best, span) => (span.end - span.start > best.end - best.start ? span : best), all[0]!)
  return {
    text,
    page: all[0]?.page ?? 1,
    x0: Math.min(...all.map((span) => span.x0)),
    x1: Math.max(...all.map((span) => span.x1)),
    y0: Math.min(...all.map((span) => span.y0)),
    y1: Math.max(...all.map((span) => span.y1)),
    size: widest?.size ?? 10,
    bold: weigh((span) => span.bold),
    italic: weigh((span) => span.italic),
    colour: widest?.colour ?? '',
    spans,
    bullet: mark !== null,
    block,
    gapAbove: 0,
    margin: false,
    links: [],
  }
}

/** The line from one of its characters on; separators at the cut go. */
export function cutLine(line: Line, from: number): Line {
  let at = from
  while (at < line.text.length && /[\s:]/.test(line.text[at]!)) at += 1
  const spans = line.spans
    .filter((span) => span.end > at)
    .map((span) => ({ ...span, start: Math.max(0, span.start - at), end: span.end - at }))
  return { ...finishLine(line.text.slice(at), spans, line.block), gapAbove: line.gapAbove, links: line.links }
}

/** Joins what a row break cut: two lines become one, a hyphen at the end of the first closes the word. */
export function joinLines(first: Line, second: Line): Line {
  let head = first.text
  let glue = ' '
  if (/\p{L}-$/u.test(head)) {
    glue = ''
    if (/^\p{Ll}/u.test(second.text) && !/https?:|www\.|@|\.[a-z]{2,4}\//i.test(head)) head = head.slice(0, -1)
  } else if (/[/@._]$/.test(head) && /(?:https?:|www\.|@|\.(?:com|fr|org|net|io|dev)\/)\S*$/i.test(head)) glue = ''
  const offset = head.length + glue.length
  return {
    ...first,
    text: head + glue + second.text,
    x0: Math.min(first.x0, second.x0),
    x1: Math.max(first.x1, second.x1),
    y1: Math.max(first.y1, second.y1),
    spans: [
      ...first.spans.map((span) => ({ ...span, end: Math.min(span.end, head.length) })),
      ...second.spans.map((span) => ({ ...span, start: span.start + offset, end: span.end + offset })),
    ],
    links: [...first.links, ...second.links],
  }
}
