import type { OfferProfile } from '../../src/model/match.ts'
import { missionsOf } from './readAdvert.ts'
import { occupationNearness, readTitle, topicOf, weightOf, wordNearness, type TitleReading } from './lexicon/lexicon.ts'
import { readRequirement, type RequirementReading } from './readRequirement.ts'
import { stemOf, tokenise } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** An offer read once: requirements in the matcher's terms and how near any word is to theirs. */
/** How near a job title is to what the offer seeks. */
export interface TitleNearness {
  /** By the names of occupations, in [0,1]. */
  value: number
  /** The lexicon knew both. */
  known: boolean
  /** Share of the title's words that speak of the trade offered. */
  topic: number
}

export interface OfferReading {
  profile: OfferProfile
  requirements: RequirementReading[]
  titles: TitleReading[]
  /** Distinct words asked, for `nearness`. */
  words: { word: string; stem: string; weight: number }[]
  /** Per requirement and facet: places in `words` with weights; `total` their sum. */
  facets: { words: Int32Array; weights: Float64Array; total: number; worth: number }[][]
  /** How near a word of a profile is to each word asked; null when to none. */
  nearness: (vocabularyNumber: number) => Float32Array | null
  /** How near a word is to the trade offered: its names, what it is about, the missions. */
  aboutTrade: (vocabularyNumber: number) => number
  /** Weight of a profile's word by its vocabulary number. */
  wordWeight: (vocabularyNumber: number) => number
  wordOf: (vocabularyNumber: number) => string
  /** How near a job title is to the occupation offered, in [0,1], and whether the lexicon knew both. */
  titleNearness: (title: TitleReading, text: string) => TitleNearness
  /** Every concept asked. */
  concepts: ReadonlySet<number>
  /** Whether a word is near to anything asked. */
  isAsked: (vocabularyNumber: number) => boolean
  /** Content words of the title and requirements, for the overlap. */
  overlapWords: Int32Array
}

/** Below this the model's word similarity is noise. */
const similarWordFrom = 0.6

export function readOffer(profile: OfferProfile, vocabulary: Vocabulary): OfferReading {
  const requirements = profile.requirements.map((requirement) => readRequirement(requirement))
  const words: OfferReading['words'] = []
  const placeOf = new Map<string, number>()
  const place = (word: { word: string; stem: string; weight: number }): number => {
    let at = placeOf.get(word.word)
    if (at === undefined) {
      at = words.length
      words.push(word)
      placeOf.set(word.word, at)
    }
    return at
  }
  const facets = requirements.map((requirement) =>
    requirement.facets.map((facet) => ({
      words: Int32Array.from(facet.words, place),
      weights: Float64Array.from(facet.words, (word) => word.weight),
      total: facet.words.reduce((sum, word) => sum + word.weight, 0),
      worth: facet.worth,
    })),
  )
  const titleTexts = [
    profile.title,
    ...requirements.filter((r) => r.kind === 'occupation' && r.titleText).map((r) => r.titleText),
  ].filter((text) => text.trim() !== '')
  const titles = titleTexts.map(readTitle)
  for (const title of titleTexts)
    for (const token of tokenise(title)) place({ word: token.word, stem: token.stem, weight: weightOf(token.stem) })
  const askedCount = words.length
  const topicPlaces = new Set<number>()
  for (const title of titles) {
    for (const word of title.occupation ? topicOf(title.occupation) : title.stems)
      topicPlaces.add(place({ word, stem: stemOf(word), weight: weightOf(stemOf(word)) }))
  }
  for (const text of [
    ...titleTexts,
    ...missionsOf(profile.text),
    ...profile.requirements.filter((r) => r.kind === 'skill').map((r) => r.text),
  ]) {
    for (const token of tokenise(text))
      topicPlaces.add(place({ word: token.word, stem: token.stem, weight: weightOf(token.stem) }))
  }
  const vectors = words.map((word) => vocabulary.model?.embed(word.word) ?? null)
  const cache: (Float32Array | null | undefined)[] = []
  const nearness = (number: number): Float32Array | null => {
    const known = cache[number]
    if (known !== undefined) return known
    const stem = vocabulary.stem(number)
    const vector = vocabulary.vector(number)
    let row: Float32Array | null = null
    words.forEach((word, index) => {
      let near = wordNearness(word.stem, stem)
      if (near < 0.9 && stem.length > 2 && word.stem.length > 2 && !/\d/.test(stem)) {
        const other = vectors[index]
        if (vector && other) {
          const similarity = dot(vector, other)
          if (similarity >= similarWordFrom) near = Math.max(near, Math.round(similarity * 64) / 64 - 0.05)
        } else if (prefixShare(word.stem, stem) >= 0.8) near = Math.max(near, 0.8)
      }
      if (near > 0) (row ??= new Float32Array(words.length))[index] = near
    })
    cache[number] = row
    return row
  }
  const askedCache: (boolean | undefined)[] = []
  const isAsked = (number: number): boolean => {
    const known = askedCache[number]
    if (known !== undefined) return known
    const row = nearness(number)
    let asked = false
    if (row !== null) for (let at = 0; at < askedCount; at += 1) if (row[at]! > 0) asked = true
    askedCache[number] = asked
    return asked
  }
  const topicList = [...topicPlaces].filter((at) => words[at]!.weight === 1)
  const aboutCache: (number | undefined)[] = []
  const aboutTrade = (number: number): number => {
    const known = aboutCache[number]
    if (known !== undefined) return known
    const row = nearness(number)
    let near = 0
    if (row !== null) for (const at of topicList) if (row[at]! > near) near = row[at]!
    aboutCache[number] = near
    return near
  }
  const titleVectors = titleTexts.map((text) => vocabulary.model?.embed(text) ?? null)
  const stemNearness = (a: string, b: string): number => {
    const lexical = wordNearness(a, b)
    if (lexical > 0 || !vocabulary.model) return lexical
    const similarity = dot(vocabulary.model.embed(a), vocabulary.model.embed(b))
    return similarity >= similarWordFrom ? Math.round(similarity * 64) / 64 : 0
  }
  const titleCache = new Map<string, TitleNearness>()
  const titleNearness = (title: TitleReading, text: string) => {
    const cached = titleCache.get(text)
    if (cached) return cached
    let value = 0
    let known = false
    titles.forEach((wanted, index) => {
      if (wanted.occupation && title.occupation) {
        known = true
        value = Math.max(value, occupationValue(wanted, title))
        return
      }
      let soft = softTitle(wanted, title, stemNearness)
      const a = titleVectors[index]
      if (a && vocabulary.model) {
        const similarity = dot(a, vocabulary.model.embed(text))
        if (similarity >= 0.55) soft = Math.max(soft, Math.round(Math.min(1, similarity * 1.1) * 64) / 64)
      }
      value = Math.max(value, soft)
    })
    const topic = topicShare(title, (word) => aboutTrade(vocabulary.numberOf(word)))
    const result = { value, known, topic }
    titleCache.set(text, result)
    return result
  }
  const overlapSet = new Set<number>()
  for (const text of [...titleTexts, ...profile.requirements.map((r) => r.text)]) {
    for (const token of tokenise(text))
      if (weightOf(token.stem) === 1) overlapSet.add(place({ word: token.word, stem: stemOf(token.word), weight: 1 }))
  }
  return {
    profile,
    requirements,
    titles,
    words,
    facets,
    nearness,
    titleNearness,
    aboutTrade,
    isAsked,
    concepts: new Set(requirements.flatMap((requirement) => [...requirement.concepts.keys()])),
    wordWeight: vocabulary.weight,
    wordOf: vocabulary.word,
    overlapWords: Int32Array.from([...overlapSet].filter((at) => at < vectors.length)),
  }
}

function occupationValue(wanted: TitleReading, title: TitleReading): number {
  return occupationNearness(wanted.occupation!, title.occupation!)
}

function topicShare(title: TitleReading, about: (word: string) => number): number {
  let sum = 0
  let total = 0
  for (const word of title.words) {
    const weight = weightOf(stemOf(word))
    if (weight < 1 || stemOf(word).length < 3) continue
    sum += about(word)
    total += 1
  }
  return total === 0 ? 0 : sum / total
}

/** Titles the lexicon does not know: both the head and the rest must be near. */
function softTitle(wanted: TitleReading, title: TitleReading, near: (a: string, b: string) => number): number {
  if (wanted.stems.length === 0 || title.stems.length === 0) return 0
  const covered = (from: string[], by: string[]): number => {
    let sum = 0
    let total = 0
    for (const stem of from) {
      const weight = weightOf(stem)
      let best = 0
      for (const other of by) best = Math.max(best, near(stem, other))
      sum += weight * best
      total += weight
    }
    return total === 0 ? 0 : sum / total
  }
  const head = Math.max(...wanted.heads.flatMap((a) => title.heads.map((b) => near(a, b))), 0)
  const both = (covered(wanted.stems, title.stems) + covered(title.stems, wanted.stems)) / 2
  return head >= 0.6 ? both : both * 0.35
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!
  return sum
}

function prefixShare(a: string, b: string): number {
  const shortest = Math.min(a.length, b.length)
  if (shortest < 5) return 0
  let same = 0
  while (same < shortest && a[same] === b[same]) same += 1
  return same / Math.max(a.length, b.length)
}
