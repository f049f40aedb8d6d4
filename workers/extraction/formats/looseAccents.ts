import type { TextItem } from '../layout/page.ts'

// Fonts without accented letters draw the accent and then its letter: 'Exp´erience', 'Fran¸cais', 'conna^ıtre'.
const marks: Record<string, string> = {
  '´': '\u0301',
  '`': '\u0300',
  ˆ: '\u0302',
  '¨': '\u0308',
  '˜': '\u0303',
  '¸': '\u0327',
  '˚': '\u030a',
  ˇ: '\u030c',
}
const after = /([´`ˆ¨˜¸˚ˇ])([A-Za-zıȷ])/g
const open = /[´`ˆ¨˜¸˚ˇ]$/
const dotless: Record<string, string> = { ı: 'i', ȷ: 'j' }

/** Sets loose accents on their letters, inside runs and over the seam of two runs drawn one after the other. */
export function setLooseAccents(items: TextItem[]): void {
  for (const [index, item] of items.entries()) {
    const next = items[index + 1]
    if (
      next &&
      open.test(item.text) &&
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
    if (/[´`ˆ¨˜¸˚ˇ]/.test(item.text)) item.text = compose(item.text)
  }
}

function compose(text: string): string {
  return text.replace(after, (pair, accent: string, letter: string) => {
    const whole = ((dotless[letter] ?? letter) + marks[accent]!).normalize('NFC')
    // Only pairs that are letters of some language: a quotation mark before a word stays one.
    return whole.length === 1 ? whole : pair
  })
}
