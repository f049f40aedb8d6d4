import type { PageText, TextItem } from '../layout/page.ts'

/** A run of one style in a flowing text. A tab opens the next cell of its row. */
export interface Run {
  text: string
  bold: boolean
  italic: boolean
  /** Points. */
  size: number
  colour: string
  url?: string
}

/** A paragraph of a format that has no pages of its own. */
export interface Paragraph {
  runs: Run[]
  bullet: boolean
  /** Levels of indent. */
  indent: number
  spaceBefore: boolean
  /** Number of the text box, side cell or footer it stands in; the main text has none. */
  flow?: number
}

/** The sheet such texts are laid on: A4 in points. The reader's boxes and the drawing agree because both use it. */
export const sheet = { width: 595, height: 842, margin: 48 } as const
// Widths of a common sans-serif in thousandths of its height, so that the drawing hardly has to squeeze.
const widths = new Map<string, number>()
for (const [width, letters] of [
  [222, "ijl'’‘|"],
  [278, ' .,:;!/\\ftI[]·()'],
  [333, 'r-"“”«»'],
  [500, 'cksvxyzJçñš'],
  [584, '+=<>~–'],
  [611, 'FTZ'],
  [667, 'ABEKPSVXYÀÂÉÈÊË&'],
  [722, 'CDHNRUwÇÙÛÔ'],
  [778, 'GOQ'],
  [833, 'mM'],
  [889, '%'],
  [944, 'WœŒ'],
  [1000, '—…@'],
  [350, '•'],
] as const) {
  for (const letter of letters) widths.set(letter, width / 1000)
}
const widthOf = (text: string, size: number, bold: boolean): number => {
  let sum = 0
  for (const letter of text)
    sum +=
      widths.get(letter) ??
      (/[\p{M}]/u.test(letter) ? 0 : /\p{Lu}/u.test(letter) ? 0.7 : /[^\u0000-\u024f]/u.test(letter) ? 0.6 : 0.556)
  return sum * size * 0.92 * (bold ? 1.06 : 1)
}
const cellGap = 24

/** Lays paragraphs on sheets, one or more rows each, in reading order. */
export function layOnPages(paragraphs: readonly Paragraph[]): PageText[] {
  const pages: PageText[] = []
  let page = newPage(1)
  let y: number = sheet.margin
  const turn = () => {
    pages.push(page)
    page = newPage(pages.length + 1)
    y = sheet.margin
  }
  for (const [number, paragraph] of paragraphs.entries()) {
    const size = Math.min(28, Math.max(7, ...paragraph.runs.map((run) => run.size), 0)) || 10
    const height = size * 1.3
    if (paragraph.spaceBefore) y += size * 0.6
    if (y + height > sheet.height - sheet.margin) turn()
    const left = sheet.margin + paragraph.indent * 14
    let x: number = left
    const put = (text: string, run: Run) => {
      const width = widthOf(text, run.size, run.bold)
      const item: TextItem = {
        text,
        x,
        y,
        width,
        height: run.size,
        baseline: y + size * 0.85,
        size: run.size,
        bold: run.bold,
        italic: run.italic,
        colour: run.colour,
        font: '',
        hidden: '',
        certainty: 1,
        paragraph: number,
        ...(paragraph.flow ? { flow: paragraph.flow } : {}),
      }
      page.items.push(item)
      if (run.url) page.links.push({ url: run.url, x, y, width, height: run.size })
      x += width
    }
    if (paragraph.bullet) {
      put('• ', { text: '', bold: false, italic: false, size, colour: '' })
    }
    for (const run of paragraph.runs) {
      for (const [index, cell] of run.text.split('\t').entries()) {
        if (index > 0) x += cellGap
        // Rows break between words, as a reader's eye expects.
        for (const word of cell.match(/\s*\S+|\s+$/g) ?? []) {
          const width = widthOf(word, run.size, run.bold)
          if (x + width > sheet.width - sheet.margin && x > left && word.trim() !== '') {
            y += height
            if (y + height > sheet.height - sheet.margin) turn()
            x = left + (paragraph.bullet ? 10 : 0)
            put(word.trimStart(), run)
          } else put(word, run)
        }
      }
    }
    y += height
  }
  pages.push(page)
  return pages
}

const newPage = (number: number): PageText => ({
  number,
  width: sheet.width,
  height: sheet.height,
  by: 'text',
  items: [],
  links: [],
  ordered: true,
})

/** Paragraphs of a plain text: one per line, two spaces or a tab at their head are an indent. */
export function textToParagraphs(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let blank = false
  let lastLength = 0
  // Texts folded at a width: a long row followed by one that starts small is one sentence.
  const longest = Math.max(
    ...text
      .split(/[\r\n]+/)
      .slice(0, 5000)
      .map((line) => line.length),
  )
  for (const raw of text.replace(/\r\n?/g, '\n').split(/[\n\f]/)) {
    const line = raw.trimEnd()
    if (line.trim() === '') {
      blank = true
      continue
    }
    const last = paragraphs.at(-1)?.runs[0]
    if (last && !blank && longest >= 60 && /^\p{Ll}/u.test(line.trim()) && lastLength > 0.8 * longest) {
      last.text = /\p{L}-$/u.test(last.text) ? last.text.slice(0, -1) + line.trim() : `${last.text} ${line.trim()}`
      lastLength = line.length
      continue
    }
    lastLength = line.length
    const words = line.trimStart().replace(/ {3,}/g, '\t')
    // Rows of dashes or equal signs are rules.
    if (/^[-_=*~.•·–—\s]{3,}$/.test(words)) {
      blank = true
      continue
    }
    paragraphs.push({
      runs: [{ text: words, bold: false, italic: false, size: 10, colour: '' }],
      bullet: false,
      indent: Math.min(3, Math.floor((line.length - line.trimStart().length) / 2)),
      spaceBefore: blank,
    })
    blank = false
  }
  return paragraphs
}
