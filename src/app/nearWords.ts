import { isOneSlip } from '../kit/isOneSlip.ts'

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
