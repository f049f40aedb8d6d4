import { findConcepts, meaningsOf, readTitle, weightOf } from './lexicon/lexicon.ts'
import type { Passage, ProfileReading } from './readProfile.ts'
import { stemOf, tokenise, wordsOf } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Found {
  candidateId: string
  score: number
  line: number
  quote: string
  marks: { start: number; end: number }[]
}

export interface Search {
  upsert: (profile: ProfileReading) => void
  remove: (id: string) => void
  find: (query: string, limit: number) => Found[]
}

/** Below this the model's word similarity does not bring a candidate up. */
const alikeFrom = 0.66

/**
 * Free search over the profiles held: BM25 over words, each word of the query also found by its synonyms in either
 * language, by the model, and by its letters when it is misspelt.
 */
export function createSearch(vocabulary: Vocabulary): Search {
  const profiles = new Map<string, ProfileReading>()
  const counts = new Map<number, number>()
  let totalWords = 0
  return {
    upsert(profile) {
      if (profiles.has(profile.id)) this.remove(profile.id)
      profiles.set(profile.id, profile)
      for (const number of profile.vocabulary) counts.set(number, (counts.get(number) ?? 0) + 1)
      totalWords += profile.vocabulary.length
    },
    remove(id) {
      const profile = profiles.get(id)
      if (!profile) return
      profiles.delete(id)
      totalWords -= profile.vocabulary.length
      for (const number of profile.vocabulary) {
        const left = (counts.get(number) ?? 1) - 1
        if (left === 0) counts.delete(number)
        else counts.set(number, left)
      }
    },
    find(query, limit) {
      const tokens = tokenise(query)
      const asked = tokens.length > 0 ? tokens : wordsOf(query).map((word) => ({ ...word, stem: stemOf(word.word) }))
      if (asked.length === 0 || limit <= 0) return []
      const wantedConcepts = new Set(findConcepts(asked).map((hit) => hit.concept))
      const occupation = readTitle(query).occupation
      const near = asked.map((token) => nearWords(token.word, token.stem, counts, vocabulary))
      const holders = near.map((words) => {
        let holding = 0
        for (const number of words.keys()) holding = Math.max(holding, counts.get(number) ?? 0)
        return holding
      })
      const size = Math.max(1, profiles.size)
      const rarity = holders.map((holding) => logarithm(1 + (size - holding + 0.5) / (holding + 0.5)))
      const meanLength = Math.max(1, totalWords / size)
      const found: Found[] = []
      for (const profile of profiles.values()) {
        const best = new Float64Array(asked.length)
        let bestPassage: Passage | null = null
        let bestWorth = 0
        let conceptHits = 0
        for (const passage of profile.passages) {
          let worth = 0
          for (let k = 0; k < asked.length; k += 1) {
            let value = 0
            for (const word of passage.words) value = Math.max(value, near[k]!.get(word) ?? 0)
            if (value > best[k]!) best[k] = value
            worth += value * rarity[k]!
          }
          for (const concept of passage.concepts) {
            if (!wantedConcepts.has(concept)) continue
            conceptHits = 1
            worth += 3
          }
          if (passage.job >= 0) worth *= 1.15
          if (worth > bestWorth) {
            bestWorth = worth
            bestPassage = passage
          }
        }
        let total = 0
        for (let k = 0; k < asked.length; k += 1) {
          // A profile counts a word once; long profiles are not favoured.
          const length = 0.75 + 0.25 * (profile.vocabulary.length / meanLength)
          total += rarity[k]! * best[k]! * (2.2 / (1 + 1.2 * length))
        }
        total += conceptHits * 3
        if (occupation && profile.jobs.some((job) => job.reading.occupation?.id === occupation.id)) total += 4
        const covered = best.reduce((sum, value) => sum + value, 0) / asked.length
        if (total <= 0 || (covered < 0.34 && conceptHits === 0 && !(occupation && total >= 4))) continue
        const passage =
          bestPassage ??
          profile.passages.find(
            (one) => one.job >= 0 && profile.jobs[one.job]!.reading.occupation?.id === occupation?.id,
          )
        found.push({
          candidateId: profile.id,
          score: total * (0.5 + 0.5 * covered),
          line: passage?.line ?? -1,
          quote: passage?.text ?? '',
          marks: passage ? marksOf(passage, near) : [],
        })
      }
      return found.sort((a, b) => b.score - a.score || (a.candidateId < b.candidateId ? -1 : 1)).slice(0, limit)
    },
  }
}

function marksOf(passage: Passage, near: Map<number, number>[]): { start: number; end: number }[] {
  const marks: { start: number; end: number }[] = []
  passage.words.forEach((word, at) => {
    if (near.some((words) => words.has(word)))
      marks.push({ start: passage.wordStarts[at]! - passage.start, end: passage.wordEnds[at]! - passage.start })
  })
  return marks
}

/** Words of the profiles that stand for a word of the query, each with how well. */
function nearWords(
  word: string,
  stem: string,
  held: ReadonlyMap<number, number>,
  vocabulary: Vocabulary,
): Map<number, number> {
  const near = new Map<number, number>()
  const meanings = weightOf(stem) === 1 ? meaningsOf(stem) : []
  const alike = word.length >= 4 ? vocabulary.alike(word, alikeFrom) : null
  const grams = gramsOf(word)
  for (const number of held.keys()) {
    const other = vocabulary.stem(number)
    const otherWord = vocabulary.word(number)
    let value = 0
    if (otherWord === word) value = 1
    else if (other === stem) value = 0.97
    else if (otherWord.startsWith(word) && word.length >= 3) value = 0.8
    else if (meanings.length > 0 && meaningsOf(other).some((meaning) => meanings.includes(meaning))) value = 0.8
    else if (word.length >= 4 && Math.abs(otherWord.length - word.length) <= 2 && isMisspelt(grams, otherWord, word))
      value = 0.75
    else value = Math.min(0.75, alike?.get(number) ?? 0)
    if (value > 0) near.set(number, value)
  }
  return near
}

const gramsOf = (word: string): Set<string> => {
  const grams = new Set<string>()
  const marked = `<${word}>`
  for (let i = 0; i + 2 <= marked.length; i += 1) grams.add(marked.slice(i, i + 2))
  return grams
}

/** Misspelt: most pairs of letters are shared and at most two edits apart. */
function isMisspelt(grams: Set<string>, other: string, word: string): boolean {
  const marked = `<${other}>`
  let shared = 0
  for (let i = 0; i + 2 <= marked.length; i += 1) if (grams.has(marked.slice(i, i + 2))) shared += 1
  if (shared * 2 < grams.size * 0.9) return false
  return editsWithin(word, other, word.length >= 8 ? 2 : 1)
}

function editsWithin(a: string, b: string, most: number): boolean {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  let before: number[] = []
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
    }
    before = previous
    previous = row
  }
  return previous[b.length]! <= most
}

/** Natural logarithm for x of at least 1, from + - * / alone. */
function logarithm(x: number): number {
  let value = x
  let doublings = 0
  while (value > 1.5) {
    value /= 2
    doublings += 1
  }
  const ratio = (value - 1) / (value + 1)
  let sum = 0
  let power = ratio
  for (let n = 1; n < 24; n += 2) {
    sum += power / n
    power *= ratio * ratio
  }
  return 2 * sum + doublings * 0.6931471805599453
}
