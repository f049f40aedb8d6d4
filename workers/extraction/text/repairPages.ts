import type { PageText, TextItem } from '../layout/page.ts'
import { findAccents, isLoneAccent } from './accents.ts'
import { openLigatures } from './ligatures.ts'
import { findMending } from './mojibake.ts'

/** Enough text to tell what is wrong with all of it. */
const sampleLength = 60_000

/**
 * Mends what writers and converters do to letters: wrong encodings, accents drawn by themselves, ligatures without
 * meaning. What is right stays as it is. Changes the pages it is given.
 */
export function repairPages(pages: readonly PageText[]): void {
  for (const page of pages) if (page.by === 'text') page.items = joinLoneAccents(page.items)
  const items = pages.flatMap((page) => (page.by === 'text' ? page.items : []))
  let sample = ''
  for (const { text } of items) {
    if (sample.length > sampleLength) break
    sample += `${text}\n`
  }
  const mending = findMending(sample)
  const accents = findAccents(mending ? mending(sample) : sample)
  for (const item of items) {
    let { text } = item
    if (mending) text = mending(text)
    if (accents) text = accents(text)
    text = openLigatures(text)
    item.text = text
  }
}

/** An accent drawn by itself goes to the letter that follows in its place, or to the one before. */
function joinLoneAccents(items: readonly TextItem[]): TextItem[] {
  const out: TextItem[] = []
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index]!
    const next = items[index + 1]
    if (!isLoneAccent(item.text) || !next) {
      out.push(item)
      continue
    }
    const isOver = Math.abs(next.baseline - item.baseline) < item.size && Math.abs(next.x - item.x) < item.size
    if (isOver && /^\p{L}/u.test(next.text))
      items = items.with(index + 1, { ...next, text: item.text.trim() + next.text })
    else out.push(item)
  }
  return out
}
