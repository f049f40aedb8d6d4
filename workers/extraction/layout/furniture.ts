import { findDates } from '../entities/dates.ts'
import type { Line, PageText } from './page.ts'

const pageNumber = /^(?:page\s*)?\d{1,3}(?:\s*(?:\/|sur|of|de|-)\s*\d{1,3})?$/i

const formFooter = /©\s*(?:union europ[ée]enne|european union)|europass\.cedefop|^page \d+\s*[-–]\s*curriculum vit/i
const contact = /@|https?:|www\.|linkedin|\d{2}[\s.-]?\d{2}[\s.-]?\d{2}|\d{3}[\s.-]\d{4}|\d{5}/i

/** Drops page numbers, and lines that come back at the same place of other pages (kept on the first). */
export function dropFurniture(perPage: readonly Line[][], pages: readonly PageText[]): Line[][] {
  const edge = (line: Line, page: PageText) => line.y1 < 0.12 * page.height || line.y0 > 0.9 * page.height
  const seen = new Map<string, number>()
  for (const [index, lines] of perPage.entries()) {
    const own = new Set(lines.filter((line) => edge(line, pages[index]!)).map(keyOf))
    for (const key of own) seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  const kept = new Set<string>()
  return perPage.map((lines, index) =>
    lines.filter((line) => {
      const page = pages[index]!
      if (formFooter.test(line.text)) return false
      // What stands at the foot of several pages, word for word, says nothing of the person but how to reach them.
      if (line.y0 > 0.92 * page.height && (seen.get(keyOf(line)) ?? 0) > 1 && !contact.test(line.text)) return false
      if (!edge(line, page) || findDates(line.text).length > 0) return true
      if (pageNumber.test(line.text) && (pages.length > 1 || line.y0 > 0.9 * page.height)) return false
      const key = keyOf(line)
      if ((seen.get(key) ?? 0) < 2) return true
      if (kept.has(key)) return false
      kept.add(key)
      return true
    }),
  )
}

/** A page number at the end may differ from page to page. */
const keyOf = (line: Line): string =>
  line.text
    .replace(/(?:page\s*)?\d{1,3}(?:\s*(?:\/|sur|of)\s*\d{1,3})?\s*$/i, '#')
    .replace(/\s+/g, ' ')
    .toLowerCase()
