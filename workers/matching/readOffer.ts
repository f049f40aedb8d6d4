import type { OfferProfile } from '../../src/model/match.ts'
import { missionsOf } from './readAdvert.ts'
import { readTitle, type TitleReading, topicOf, weightOf } from './lexicon/lexicon.ts'
import { readRequirement, type RequirementReading } from './readRequirement.ts'
import { stemOf, tokenise } from './tokens.ts'
import { createTitleNearness, type TitleNearness } from './titleNearness.ts'
import type { Vocabulary } from './vocabulary.ts'

/** An offer read once: requirements in the matcher's terms and how near any word is to theirs. */
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
  /** How near a job title is to the occupation offered, by its number among the vocabulary's texts. */
  titleNearness: (title: number) => TitleNearness
  titleNumber: (title: string) => number
  /** Every concept asked. */
  concepts: ReadonlySet<number>
  /** Whether a word is near to anything asked. */
  isAsked: (vocabularyNumber: number) => boolean
  /** Content words of the title and requirements, for the overlap. */
  overlapWords: Int32Array
}

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
  const titleNearness = createTitleNearness(
    { titles, titleTexts, stems: new Set(topicList.map((at) => words[at]!.stem)), about: aboutTrade },
    vocabulary,
  )
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
    titleNumber: vocabulary.texts.intern,
    aboutTrade,
    isAsked,
    concepts: new Set(requirements.flatMap((requirement) => [...requirement.concepts.keys()])),
    wordWeight: vocabulary.weight,
    wordOf: vocabulary.word,
    overlapWords: Int32Array.from([...overlapSet].filter((at) => at < columns)),
  }
}
