import { alignWords } from './alignment.ts'
import { broadTitles, glossaryFamilies, glossaryTitles, glossaryWords } from './glossary.ts'
import type { GlossaryEntry } from './glossary.ts'
import type { Random } from './random.ts'
import { splitGenderForms } from './taxonomy.ts'
import type { Concept, Taxonomy } from './taxonomy.ts'

/** Whether a concept or title may be learned from; what may not is kept for measuring. */
export type IsTrained = (id: string) => boolean

/** The more other texts a batch holds, the more a pair learns to keep apart. */
const BATCH = 512

/** Below this a mined word pair is more often wrong than right. */
const LEAST_ALIGNMENT = 0.2

/** Texts that mean the same thing, by what they are. */
interface Meaning {
  readonly group: string
  readonly fr: readonly string[]
  readonly en: readonly string[]
  readonly description: string
}

export type SourceName =
  | 'occupations'
  | 'skills'
  | 'sheets'
  | 'siblings'
  | 'families'
  | 'glossaryTitles'
  | 'broadTitles'
  | 'glossaryWords'
  | 'minedWords'

/** The vectors of texts by the model as trained so far, one after the other. */
export type Embed = (texts: readonly string[]) => { readonly vectors: Float32Array; readonly dimensions: number }

/** Pairs of texts of one kind, drawn anew each time; a batch holds a meaning at most once. */
export interface ExampleSource {
  readonly name: SourceName
  /** Pairs in a batch. */
  readonly batchSize: number
  /**
   * One pass through the source, as batches of pairs. With vectors, meanings that lie near each other share a batch:
   * the nearest wrong answers teach most.
   */
  batches(random: Random, embed?: Embed): [string, string][][]
}

/** Every text that training may see, for the vocabulary. */
export function trainingTexts(taxonomy: Taxonomy, isTrained: IsTrained): Set<string> {
  const texts = new Set<string>()
  for (const { fr, en, description } of [
    ...toMeanings(taxonomy.occupations, isTrained),
    ...toMeanings(taxonomy.skills, isTrained),
    ...titleMeanings(glossaryTitles, isTrained),
    ...titleMeanings(broadTitles, isTrained),
    ...glossaryMeanings(glossaryWords),
  ]) {
    for (const text of [...fr, ...en]) texts.add(text)
    if (description !== '') texts.add(description)
  }
  for (const { fr } of [...sheetMeanings(taxonomy, isTrained), ...familyMeanings()])
    for (const text of fr) texts.add(text)
  return texts
}

export function exampleSources(taxonomy: Taxonomy, isTrained: IsTrained): ExampleSource[] {
  return [
    source('occupations', toMeanings(taxonomy.occupations, isTrained), drawConceptPair, BATCH),
    source('skills', toMeanings(taxonomy.skills, isTrained), drawConceptPair, BATCH),
    source('sheets', sheetMeanings(taxonomy, isTrained), drawSheetPair, BATCH),
    source('siblings', siblingMeanings(taxonomy, isTrained), drawAny, BATCH),
    source('minedWords', minedMeanings(taxonomy, isTrained), drawTranslation, BATCH),
    source('families', familyMeanings(), drawAny, BATCH),
    source('glossaryTitles', titleMeanings(glossaryTitles, isTrained), drawTitle, BATCH),
    source('broadTitles', titleMeanings(broadTitles, isTrained), drawTitle, BATCH),
    source('glossaryWords', glossaryMeanings(glossaryWords), drawTranslation, BATCH),
  ]
}

/** Word translations that the label pairs agree on: each word then stands in its place without its label's others. */
function minedMeanings(taxonomy: Taxonomy, isTrained: IsTrained): Meaning[] {
  const labels = [...taxonomy.occupations, ...taxonomy.skills].filter(({ id }) => isTrained(id))
  return alignWords(
    labels.map(({ labelFr, labelEn }) => [labelFr, labelEn]),
    LEAST_ALIGNMENT,
  ).map(({ fr, en }) => ({ group: fr, fr: [fr], en: [en], description: '' }))
}

function toMeanings(concepts: readonly Concept[], isTrained: IsTrained): Meaning[] {
  return concepts
    .filter(({ id }) => isTrained(id))
    .map((concept) => ({
      group: concept.code,
      fr: [...new Set([concept.labelFr, concept.labelFr, ...splitGenderForms(concept.labelFr), ...concept.altFr])],
      en: [...new Set([concept.labelEn, ...concept.altEn])],
      description: concept.descriptionEn,
    }))
}

function sheetMeanings(taxonomy: Taxonomy, isTrained: IsTrained): Meaning[] {
  const titlesByCode = new Map<string, string[]>()
  for (const { id, code, title } of taxonomy.titles) {
    if (!isTrained(id)) continue
    const titles = titlesByCode.get(code) ?? []
    titles.push(title, ...splitGenderForms(title))
    titlesByCode.set(code, titles)
  }
  return taxonomy.sheets.map(({ code, label }) => ({
    group: code.slice(0, 3),
    fr: [...new Set([label, ...(titlesByCode.get(code) ?? [])])],
    en: [],
    description: '',
  }))
}

function titleMeanings(titles: readonly GlossaryEntry[], isTrained: IsTrained): Meaning[] {
  return glossaryMeanings(titles.filter(({ fr, en }) => isTrained(`${fr[0]!} = ${en[0]!}`)))
}

function glossaryMeanings(glossary: readonly GlossaryEntry[]): Meaning[] {
  return glossary.map(({ fr, en }) => ({ group: fr[0]!, fr, en, description: '' }))
}

/** Occupations of one ISCO group: near, though not the same. */
function siblingMeanings(taxonomy: Taxonomy, isTrained: IsTrained): Meaning[] {
  const labelsByGroup = new Map<string, string[]>()
  for (const { id, code, labelFr, labelEn } of taxonomy.occupations) {
    if (isTrained(id)) labelsByGroup.set(code, [...(labelsByGroup.get(code) ?? []), labelFr, labelEn])
  }
  return [...labelsByGroup].map(([group, labels]) => ({ group, fr: labels, en: [], description: '' }))
}

function familyMeanings(): Meaning[] {
  return glossaryFamilies.map((terms) => ({ group: terms[0]!, fr: terms, en: [], description: '' }))
}

function drawAny(meaning: Meaning, random: Random): [string, string] {
  return [meaning.fr[random.below(meaning.fr.length)]!, meaning.fr[random.below(meaning.fr.length)]!]
}

function drawConceptPair(meaning: Meaning, random: Random): [string, string] {
  const fr = drawLabel(meaning.fr, random)
  const en = drawLabel(meaning.en, random)
  const draw = random.next()
  if (draw < 0.58) return [fr, en]
  if (draw < 0.72 && meaning.en.length > 1) return [drawLabel(meaning.en, random), en]
  if (draw < 0.78 && meaning.fr.length > 1) return [fr, drawLabel(meaning.fr, random)]
  if (draw < 0.91 && meaning.description !== '') return [meaning.description, en]
  if (meaning.description !== '') return [meaning.description, fr]
  return [fr, en]
}

function drawSheetPair(meaning: Meaning, random: Random): [string, string] {
  const title = meaning.fr[random.below(meaning.fr.length)]!
  return [adorn(title, random), random.next() < 0.6 ? meaning.fr[0]! : meaning.fr[random.below(meaning.fr.length)]!]
}

function drawTranslation(meaning: Meaning, random: Random): [string, string] {
  if (random.next() < 0.25) {
    const side = random.next() < 0.5 ? meaning.fr : meaning.en
    if (side.length > 1) return [side[random.below(side.length)]!, side[random.below(side.length)]!]
  }
  return [meaning.fr[random.below(meaning.fr.length)]!, meaning.en[random.below(meaning.en.length)]!]
}

/** Wordings of one trade: as often of one language as across the two. */
function drawTitle({ fr, en }: Meaning, random: Random): [string, string] {
  const draw = random.next()
  const left = draw < 0.4 || fr.length === 1 ? en : fr
  const right = draw >= 0.4 && draw < 0.55 ? fr : en
  return [adorn(left[random.below(left.length)]!, random), right[random.below(right.length)]!]
}

/** What adverts and CVs write around a title, and which changes nothing about the trade. */
const ADORNMENTS = (
  'H/F|F/H|(H/F)|m/f|CDI|CDD|intérim|confirmé|débutant accepté|junior|senior|sénior|expérimenté|temps plein|temps partiel|' +
  'alternance|stage|poste basé à Paris|Lyon|Casablanca|urgent|sr|jr|lead|II|III|full time|part time|remote|contract|' +
  'entry level|experienced|permanent|temporary|London'
).split('|')

/** Now and then a title as an advert writes it. */
function adorn(title: string, random: Random): string {
  if (random.next() >= 0.06) return title
  const adornment = ADORNMENTS[random.below(ADORNMENTS.length)]!
  return random.next() < 0.5 ? `${title} ${adornment}` : `${adornment} ${title}`
}

/** The main label half of the time: it is the one that others search and that the tests rank. */
function drawLabel(labels: readonly string[], random: Random): string {
  return random.next() < 0.5 ? labels[0]! : labels[random.below(labels.length)]!
}

function source(
  name: SourceName,
  meanings: readonly Meaning[],
  draw: (meaning: Meaning, random: Random) => [string, string],
  batchSize: number,
): ExampleSource {
  const byGroup = new Map<string, Meaning[]>()
  for (const meaning of meanings) byGroup.set(meaning.group, [...(byGroup.get(meaning.group) ?? []), meaning])
  return {
    name,
    batchSize,
    batches(random, embed) {
      const ordered = order(random, embed)
      const batches: [string, string][][] = []
      for (let start = 0; start < ordered.length; start += batchSize) {
        const part = ordered.slice(start, start + batchSize)
        if (part.length >= Math.min(64, ordered.length)) batches.push(part.map((meaning) => draw(meaning, random)))
      }
      return batches
    },
  }

  function order(random: Random, embed: Embed | undefined): Meaning[] {
    const draw = random.next()
    if (embed !== undefined && draw < 0.5) {
      const { vectors, dimensions } = embed(meanings.map(({ fr }) => fr[0]!))
      return neighbourOrder(vectors, dimensions, Math.ceil(batchSize / 2), random).map((place) => meanings[place]!)
    }
    // Without vectors, neighbours are those of one group of the classification.
    if (draw < 0.5) return random.shuffle([...byGroup.values()]).flatMap((group) => random.shuffle([...group]))
    return random.shuffle([...meanings])
  }
}

/** Places in an order that keeps near vectors together: halved again and again between two vectors drawn at random. */
function neighbourOrder(vectors: Float32Array, dimensions: number, leaf: number, random: Random): number[] {
  const split = (places: number[]): number[][] => {
    if (places.length <= leaf) return [random.shuffle(places)]
    const a = places[random.below(places.length)]! * dimensions
    const b = places[random.below(places.length)]! * dimensions
    const leaning = new Map(
      places.map((place) => {
        let lean = 0
        for (let d = 0; d < dimensions; d++)
          lean += vectors[place * dimensions + d]! * (vectors[a + d]! - vectors[b + d]!)
        return [place, lean]
      }),
    )
    places.sort((x, y) => leaning.get(x)! - leaning.get(y)! || x - y)
    const middle = places.length >> 1
    return [...split(places.slice(0, middle)), ...split(places.slice(middle))]
  }
  return random.shuffle(split(Array.from({ length: vectors.length / dimensions }, (_, place) => place))).flat()
}
