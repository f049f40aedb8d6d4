import type { Line, PageText } from './page.ts'

/** Letters of a word: addresses with their tails are shorter. Rules that look for words take the square of it. */
const mostInWord = 500
/** Letters of a row or paragraph: a page and a half of print. */
const mostInLine = 4_000

const longWords = new RegExp(`\\S{${mostInWord},}`, 'g')

/** Cuts words that nobody wrote, in place: a row of a million letters would be looked at for hours. */
export function boundWords(pages: readonly PageText[]): void {
  for (const { items } of pages)
    for (const item of items)
      if (item.text.length > mostInWord) item.text = item.text.replace(longWords, (word) => word.slice(0, mostInWord))
}

/** The same for what was put together of many pieces: a line ends where it passes measure. */
export function boundLines(lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.text.length <= mostInWord) continue
    const word = line.text.search(longWords)
    const end = Math.min(mostInLine, word < 0 ? mostInLine : word + mostInWord)
    if (line.text.length <= end) continue
    line.text = line.text.slice(0, end)
    line.spans = line.spans
      .filter(({ start }) => start < end)
      .map((span) => ({ ...span, end: Math.min(span.end, end) }))
  }
}
