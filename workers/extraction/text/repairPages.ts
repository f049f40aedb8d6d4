import type { PageText } from '../layout/page.ts'
import { findAccents } from './accents.ts'
import { openLigatures } from './ligatures.ts'
import { findMending } from './mojibake.ts'

/** Enough text to tell what is wrong with all of it. */
const sampleLength = 60_000

/**
 * Mends what writers and converters do to letters: wrong encodings, accents drawn by themselves, ligatures without
 * meaning. What is right stays as it is. Changes the pages it is given.
 */
export function repairPages(pages: readonly PageText[]): void {
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
