import type { MetVia } from '../../../src/model/searchQuery.ts'
import { weightOf } from '../lexicon/lexicon.ts'
import { languageOf } from '../lexicon/wordLanguage.ts'
import type { Vocabulary } from '../vocabulary.ts'

/** A word of the index that meets a word of the query, and how well in (0,1]. */
export interface WordForm {
  number: number
  value: number
  via: MetVia
}

/** What each way of meeting a word is worth. */
const worth = { same: 1, stem: 0.97, beginning: 0.8, meaning: 0.8, typo: 0.75 } as const
/** Below this the model's word similarity does not bring anybody up. */
const alikeFrom = 0.66
/** Most words of each kind that one word of the query stands for. */
const mostBeginnings = 80
const mostAlike = 24
/** A synonym held by more people than this, and by so many times more than the word itself, is too common for it. */
const commonFrom = 25
const commonTimes = 8
/** Words merely alike are looked for when nobody holds the word itself and its synonyms find fewer people than these. */
const alikeBelow = 10
/** Fewer letters than these begin too much. */
const beginningFrom = 2
/** Words that are not yet in the sorted list and the pairs of letters are looked through one by one, up to so many. */
const looseMost = 3000

/**
 * Finds words by their beginning and by their letters. Lists are made once for the words there are and again when a few
 * thousand have been added.
 */
export function createWordForms(vocabulary: Vocabulary, holdersOf: (word: number) => number) {
  let covered = 0
  let sorted = new Int32Array(0)
  /** Words by pair of letters: `pairWords` from `pairStarts[pair]` on. */
  let pairStarts = new Uint32Array(1)
  let pairWords = new Int32Array(0)

  const cover = () => {
    if (vocabulary.size - covered < looseMost && covered > 0) return
    covered = vocabulary.size
    const { words } = vocabulary
    const key = (number: number): number => {
      let packed = 0
      for (let at = 0; at < 6; at += 1)
        packed = packed * 128 + (at < words.lengthOf(number) ? letterCode(words.letterAt(number, at)) : 0)
      return packed
    }
    // Sorted by the first six letters as one number: strings are compared only where these are equal.
    const keys = new Float64Array(covered)
    for (let number = 0; number < covered; number += 1) keys[number] = key(number)
    sorted = Int32Array.from({ length: covered }, (_, number) => number).sort((a, b) => keys[a]! - keys[b]! || a - b)
    const counts = new Uint32Array(pairs + 1)
    for (let number = 0; number < covered; number += 1) visitPairs(words.lengthOf(number), (at) => words.letterAt(number, at), (pair) => (counts[pair + 1] = counts[pair + 1]! + 1)) // prettier-ignore
    for (let pair = 0; pair < pairs; pair += 1) counts[pair + 1] = counts[pair + 1]! + counts[pair]!
    pairWords = new Int32Array(counts[pairs]!)
    const fill = counts.slice()
    for (let number = 0; number < covered; number += 1)
      visitPairs(
        words.lengthOf(number),
        (at) => words.letterAt(number, at),
        (pair) => {
          pairWords[fill[pair]!] = number
          fill[pair] = fill[pair]! + 1
        },
      )
    pairStarts = counts
  }

  const beginsWith = (number: number, beginning: string): boolean => {
    if (vocabulary.words.lengthOf(number) < beginning.length) return false
    for (let at = 0; at < beginning.length; at += 1)
      if (vocabulary.words.letterAt(number, at) !== beginning.charCodeAt(at)) return false
    return true
  }
  const beginnings = (beginning: string): number[] => {
    cover()
    const first = [...beginning].slice(0, 6).map((letter) => letterCode(letter.charCodeAt(0)))
    const compare = (number: number): number => {
      for (let at = 0; at < first.length; at += 1) {
        const letter = at < vocabulary.words.lengthOf(number) ? letterCode(vocabulary.words.letterAt(number, at)) : 0
        if (letter !== first[at]) return letter - first[at]!
      }
      return 0
    }
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (compare(sorted[middle]!) < 0) low = middle + 1
      else high = middle
    }
    const found: number[] = []
    for (; low < sorted.length && compare(sorted[low]!) === 0; low += 1)
      if (beginsWith(sorted[low]!, beginning)) found.push(sorted[low]!)
    for (let number = covered; number < vocabulary.size; number += 1)
      if (beginsWith(number, beginning)) found.push(number)
    return found
  }

  let shared = new Uint8Array(0)
  /** Words at most one slip away, two for long words. */
  const misspelt = (word: string): number[] => {
    cover()
    const most = word.length >= 8 ? 2 : 1
    if (shared.length < covered) shared = new Uint8Array(covered)
    const asked = new Set<number>()
    visitPairs(
      word.length,
      (at) => word.charCodeAt(at),
      (pair) => asked.add(pair),
    )
    // Each slip spoils at most three pairs of letters (two letters changing places), and two at the edge.
    const least = Math.max(1, asked.size - most * 3)
    const touched: number[] = []
    for (const pair of asked) {
      for (let at = pairStarts[pair]!; at < pairStarts[pair + 1]!; at += 1) {
        const number = pairWords[at]!
        if (shared[number] === 0) touched.push(number)
        if (shared[number]! < 255) shared[number] = shared[number]! + 1
      }
    }
    const found: number[] = []
    for (const number of touched) {
      const count = shared[number]!
      shared[number] = 0
      if (count < least || Math.abs(vocabulary.words.lengthOf(number) - word.length) > most) continue
      if (editsWithin(word, vocabulary.word(number), most)) found.push(number)
    }
    for (let number = covered; number < vocabulary.size; number += 1)
      if (Math.abs(vocabulary.words.lengthOf(number) - word.length) <= most && editsWithin(word, vocabulary.word(number), most)) found.push(number) // prettier-ignore
    return found
  }

  return {
    /** The words that meet a folded word, the best way each. `loose` adds what the model finds alike. */
    of(word: string, stem: string, { prefix, loose }: { prefix: boolean; loose: boolean }): WordForm[] {
      const forms = new Map<number, WordForm>()
      const put = (number: number, value: number, via: MetVia) => {
        if (holdersOf(number) > 0 && value > (forms.get(number)?.value ?? 0)) forms.set(number, { number, value, via })
      }
      for (const number of vocabulary.ofStem(stem)) put(number, worth.stem, 'word')
      const exact = vocabulary.find(word)
      if (exact >= 0) put(exact, worth.same, 'word')
      let held = 0
      for (const { number } of forms.values()) held += holdersOf(number)
      if (weightOf(stem) === 1) {
        const own = languageOf(stem)
        // 'Services' may mean a waiter's, but whoever asks for a waiter does not mean everybody who writes it.
        const commonest = held === 0 ? Number.POSITIVE_INFINITY : Math.max(commonFrom, held * commonTimes)
        for (const number of vocabulary.ofSameMeaning(stem)) {
          if (holdersOf(number) > commonest) continue
          const other = languageOf(vocabulary.stem(number))
          put(number, worth.meaning, own !== '' && other !== '' && own !== other ? 'translation' : 'synonym')
        }
      }
      if (prefix && word.length >= beginningFrom) {
        const begun = beginnings(word).filter((number) => holdersOf(number) > 0)
        begun.sort((a, b) => holdersOf(b) - holdersOf(a) || a - b)
        for (const number of begun.slice(0, mostBeginnings)) put(number, worth.beginning, 'word')
      }
      if (word.length >= 4 && !/\d/.test(word)) {
        // Where the word itself is common, only rare words are slips of it.
        const slipsMost = held === 0 ? Number.POSITIVE_INFINITY : Math.max(1, held / 20)
        for (const number of misspelt(word)) if (holdersOf(number) <= slipsMost) put(number, worth.typo, 'typo')
        let met = 0
        for (const { number } of forms.values()) met += holdersOf(number)
        // Where the word finds people, what is merely alike would bury them.
        if (loose && held === 0 && met < alikeBelow) {
          const alike = [...vocabulary.alike(word, alikeFrom)].filter(([number]) => holdersOf(number) > 0)
          alike.sort((a, b) => b[1] - a[1] || a[0] - b[0])
          for (const [number, similarity] of alike.slice(0, mostAlike))
            put(number, Math.min(worth.typo, similarity), 'alike')
        }
      }
      return [...forms.values()]
    },
    sizeBytes: () => sorted.byteLength + pairStarts.byteLength + pairWords.byteLength + shared.byteLength,
  }
}

/** Letters as numbers below 32: a to z, digits together, everything else together. */
const pairLetter = (code: number): number =>
  code >= 97 && code <= 122 ? code - 96 : code >= 48 && code <= 57 ? 27 : 28
const edge = 0
const pairs = 1024

function visitPairs(length: number, letterAt: (at: number) => number, visit: (pair: number) => void): void {
  let before = edge
  for (let at = 0; at <= length; at += 1) {
    const letter = at === length ? edge : pairLetter(letterAt(at))
    visit(before * 32 + letter)
    before = letter
  }
}

/** A letter's place in the order of beginnings; what is not plain comes last, together. */
const letterCode = (code: number): number => (code < 127 ? code : 127)

/** Whether two words are at most so many slips apart: a letter more, less, another, or two changing places. */
function editsWithin(a: string, b: string, most: number): boolean {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  let before: number[] = []
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return false
    before = previous
    previous = row
  }
  return previous[b.length]! <= most
}
