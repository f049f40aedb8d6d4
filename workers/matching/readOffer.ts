import type { OfferProfile } from '../../src/model/match.ts'
import { missionsOf } from './readAdvert.ts'
import {
  isGenericHead,
  isOwnHead,
  meaningsOf,
  occupationNearness,
  readTitle,
  type TitleReading,
  topicOf,
  weightOf,
  wordNearness,
} from './lexicon/lexicon.ts'
import { readRequirement, type RequirementReading } from './readRequirement.ts'
import { stemOf, tokenise } from './tokens.ts'
import { similarityOf, smallVector, type Vocabulary } from './vocabulary.ts'

/** An offer read once: requirements in the matcher's terms and how near any word is to theirs. */
/** How near a job title is to what the offer seeks. */
export interface TitleNearness {
  /** By the names of occupations, in [0,1]. */
  value: number
  /** The lexicon knew both. */
  known: boolean
  /** Share of the title's words that speak of the trade offered, and how many do. */
  topic: number
  topical: number
  /** Its head is of the trade or of any. */
  headed: boolean
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

/** A name that explains less of a title than this does not settle what the title means. */
export const looseTitle = 0.6

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
  // What is asked of the overlap below comes after and has no column.
  const columns = words.length
  const rows: Float32Array[] = []
  let rowAt = new Uint16Array(0)
  let covered = 0
  /** Rows of the words met since the last time: the neighbours of each word asked are known, not searched here. */
  const coverVocabulary = () => {
    const wider = new Uint16Array(vocabulary.size)
    wider.set(rowAt)
    rowAt = wider
    for (let column = 0; column < columns; column += 1) {
      const { numbers, values } = vocabulary.near(words[column]!.word, words[column]!.stem)
      for (let at = 0; at < numbers.length; at += 1) {
        const number = numbers[at]!
        if (number < covered) continue
        if (rowAt[number] === 0) rowAt[number] = rows.push(new Float32Array(columns))
        rows[rowAt[number]! - 1]![column] = values[at]!
      }
    }
    covered = rowAt.length
  }
  const nearness = (number: number): Float32Array | null => {
    if (number >= covered) coverVocabulary()
    const row = rowAt[number]!
    return row === 0 ? null : rows[row - 1]!
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
  const titleVectors = titleTexts.map((text) => smallVector(vocabulary.model, text))
  /** By stem of the titles offered: how near others are. Titles share most of their words. */
  const nearStems = new Map(titles.flatMap(({ stems }) => stems.map((stem) => [stem, new Map<string, number>()])))
  const stemNearness = (a: string, b: string): number => {
    const own = nearStems.get(a)
    const row = own ?? nearStems.get(b)
    const other = own ? b : a
    let near = row?.get(other)
    if (near === undefined) row?.set(other, (near = compareStems(a, b)))
    return near ?? compareStems(a, b)
  }
  const compareStems = (a: string, b: string): number => {
    const lexical = wordNearness(a, b)
    if (lexical > 0 || !vocabulary.model) return lexical
    const similarity = similarityOf(vocabulary.textVector(a), vocabulary.textVector(b))
    return similarity >= similarWordFrom ? Math.round(similarity * 64) / 64 : 0
  }
  /** Whether the occupation offered has a name with this word. */
  const isNamed = (stem: string): boolean => titles.some((title) => title.stems.includes(stem))
  const tradeStems = new Set(topicList.map((at) => words[at]!.stem))
  const tradeMeanings = new Set([...tradeStems].flatMap((stem) => [...meaningsOf(stem)]))
  /** The stem is of the trade's words, or has the meaning of one. */
  const isOfTrade = (stem: string): boolean =>
    tradeStems.has(stem) || meaningsOf(stem).some((meaning) => tradeMeanings.has(meaning))
  const titleCache = new Map<string, TitleNearness>()
  const titleNearness = (title: TitleReading, text: string) => {
    const cached = titleCache.get(text)
    if (cached) return cached
    let value = 0
    let known = false
    titles.forEach((wanted, index) => {
      if (wanted.occupation && title.occupation) {
        value = Math.max(value, occupationNearness(wanted.occupation, title.occupation))
        // 'Assembler of metals under argon' names an assembler, but what it says of the trade may say more.
        const loose =
          title.covered < looseTitle &&
          (title.generic || title.heads.some(isOfTrade)) &&
          !title.heads.some((head) => isOwnHead(head) && !isNamed(head))
        if (!loose || value >= 0.9) {
          known = true
          return
        }
      }
      let soft = softTitle(wanted, title, stemNearness)
      const own = titleVectors[index]
      if (own) {
        const similarity = similarityOf(own, vocabulary.textVector(text))
        if (similarity >= 0.55) soft = Math.max(soft, Math.round(Math.min(1, similarity * 1.1) * 64) / 64)
      }
      value = Math.max(value, soft)
    })
    const { share: topic, count: topical } = topicShare(title, (word) => aboutTrade(vocabulary.numberOf(word)))
    const headed =
      (title.generic || title.heads.some(isOfTrade)) && !title.heads.some((head) => isOwnHead(head) && !isNamed(head))
    const result = { value, known, topic, topical, headed }
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
    overlapWords: Int32Array.from([...overlapSet].filter((at) => at < columns)),
  }
}

function topicShare(title: TitleReading, about: (word: string) => number): { share: number; count: number } {
  let sum = 0
  let total = 0
  let count = 0
  for (const word of title.words) {
    const stem = stemOf(word)
    if (stem.length < 3 || /\d/.test(stem)) continue
    // An empty head neither speaks of the trade nor against it.
    if (title.generic && title.heads.includes(stem) && isGenericHead(stem)) continue
    // 'Planning', 'service': common words say little, but they say that the title is not only of the trade.
    const weight = weightOf(stem) < 1 ? 0.3 : 1
    const near = weight < 1 ? 0 : about(word)
    sum += near
    total += weight
    if (near >= 0.75) count += 1
  }
  return { share: total === 0 ? 0 : sum / total, count }
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
