const combining: Record<string, string> = {
  '´': '\u0301',
  ˊ: '\u0301',
  '`': '\u0300',
  ˋ: '\u0300',
  ˆ: '\u0302',
  '^': '\u0302',
  '¨': '\u0308',
  '˜': '\u0303',
  '¸': '\u0327',
  '˚': '\u030a',
  ˇ: '\u030c',
}
const marks = '´ˊ`ˋˆ^¨˜¸˚ˇ'
const composed = /^[àâäáãéèêëíîïóôöõúùûüýÿçñÀÂÄÁÃÉÈÊËÍÎÏÓÔÖÕÚÙÛÜÝŸÇÑåÅšžčřěňŠŽČŘ]$/
const compose = (letter: string, mark: string): string | null => {
  const base = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter
  const one = (base + (combining[mark] ?? '')).normalize('NFC')
  return composed.test(one) ? one : null
}

/**
 * Accents that typesetters draw as signs of their own: 'exp´erience' or 'expe´rience'. On which side of the letter they
 * stand is found from the whole text. Null where there are none.
 */
export function findAccents(text: string): ((part: string) => string) | null {
  // The grave and the circumflex of the keyboard mean other things too: alone they prove nothing.
  let before = 0
  let after = 0
  for (const [, left = '', mark = '', right = ''] of text.matchAll(/(\p{L}?)([´ˊˋˆ¨˜¸˚ˇ])(\p{L}?)/gu)) {
    const isBefore = compose(right, mark) !== null
    // In 'O´Brien' it is an apostrophe.
    const isAfter = compose(left, mark) !== null && !/\p{Lu}/u.test(right)
    if (isBefore && !isAfter) before += 1
    if (isAfter && !isBefore) after += 1
  }
  if (before + after === 0) return null
  const first = before >= after
  return (part) => {
    let out = ''
    for (let at = 0; at < part.length; at += 1) {
      const letter = part[at]!
      const next = part[at + 1] ?? ''
      if (first && marks.includes(letter)) {
        const one = compose(next, letter)
        if (one !== null) {
          out += one
          at += 1
          continue
        }
      } else if (!first && next !== '' && marks.includes(next)) {
        const one = compose(letter, next)
        if (one !== null) {
          out += one
          at += 1
          continue
        }
      }
      out += letter
    }
    return out
  }
}
