/** Under this length a word one letter off is another word. */
const shortest = 4

/** Whether every typed word begins some word of the text, give or take one letter added, missing, wrong or swapped. */
export function nearWords(words: readonly string[], typed: readonly string[]): boolean {
  return (
    typed.length > 0 &&
    typed.every((word) => words.some((other) => other.startsWith(word) || beginsNearly(other, word)))
  )
}

function beginsNearly(word: string, typed: string): boolean {
  if (typed.length < shortest) return false
  return [-1, 0, 1].some((extra) => isOneSlip(word.slice(0, typed.length + extra), typed))
}

/** Whether two words differ by at most one letter added, missing, wrong, or two neighbours swapped. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let endA = a.length
  let endB = b.length
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1
    endB -= 1
  }
  const left = endA - start
  const right = endB - start
  if (left <= 1 && right <= 1) return true
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start]
}
