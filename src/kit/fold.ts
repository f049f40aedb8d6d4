const ligatures: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i', ð: 'd', þ: 'th' }

/**
 * Lower case without accents, ligatures and typographic quotes: what search and comparison see.
 * Keeps the length of plain letters, so it is for comparing and not for locating (see `foldWithMap`).
 */
export const fold = (text: string): string =>
  isPlain(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
        .replace(/[œæßøłđıðþ]/g, (letter) => ligatures[letter] ?? letter)
        .replace(/[’‘ʼ`´]/g, "'")
        .replace(/[‐‑‒–—−]/g, '-')

/** Only letters that fold to their lower case: most words of a CV, and reading one folds tens of thousands. */
const isPlain = (text: string): boolean => /^[\x00-\x5f\x61-\x7f]*$/.test(text)

/** The folded text and, for each of its characters, the index in `text` of the character it came from. */
export function foldWithMap(text: string): { folded: string; at: number[] } {
  let folded = ''
  const at: number[] = []
  let index = 0
  for (const letter of text) {
    const part = foldedLetter(letter)
    folded += part
    for (let i = 0; i < part.length; i += 1) at.push(index)
    index += letter.length
  }
  at.push(index)
  return { folded, at }
}

const foldedLetters = new Map<string, string>()
function foldedLetter(letter: string): string {
  let folded = foldedLetters.get(letter)
  if (folded === undefined) {
    folded = fold(letter)
    // Alphabets fit; a file full of rare signs must not fill the memory.
    if (foldedLetters.size < 2000) foldedLetters.set(letter, folded)
  }
  return folded
}

/** The words of a text, folded: runs of letters, digits, `+`, `#` and inner dots (`c++`, `c#`, `node.js`). */
export const words = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+(?:[.][\p{L}\p{N}]+)*[+#]*/gu) ?? []
