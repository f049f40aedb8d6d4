import type { TextItem } from '../layout/page.ts'

const accentAtEnd = /[´`ˆ¨˜¸˚ˇ]$/

/**
 * Fonts without accented letters draw the accent and then its letter, often in two runs: the accent goes to the run of
 * its letter. What whole letter the two make is found later, from the whole text.
 */
export function setLooseAccents(items: TextItem[]): void {
  for (const [index, item] of items.entries()) {
    const next = items[index + 1]
    if (
      next &&
      accentAtEnd.test(item.text) &&
      /^[A-Za-zıȷ]/.test(next.text) &&
      Math.abs(next.baseline - item.baseline) < 0.3 * item.size &&
      // The letter stands under its accent, not after it.
      next.x < item.x + item.width - 0.1 * item.size &&
      next.x > item.x - item.size
    ) {
      next.text = item.text.slice(-1) + next.text
      item.text = item.text.slice(0, -1)
      item.width = Math.max(0, next.x - item.x)
    }
  }
}
