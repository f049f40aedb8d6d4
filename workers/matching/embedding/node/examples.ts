import { glossaryFamilies, glossaryTitles, glossaryWords } from './glossary.ts'
import type { GlossaryEntry } from './glossary.ts'
import type { Random } from './random.ts'
import { isHeldOut, splitGenderForms } from './taxonomy.ts'
import type { Concept, Taxonomy } from './taxonomy.ts'

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
  | 'glossaryWords'

/** Pairs of texts of one kind, drawn anew each time; a batch holds a meaning at most once. */
export interface ExampleSource {
  readonly name: SourceName
  /** One pass through the source, as batches of pairs. */
  batches(random: Random, batchSize: number): [string, string][][]
}

/** Every text that training may see, for the vocabulary. */
export function trainingTexts(taxonomy: Taxonomy): Set<string> {
  const texts = new Set<string>()
  for (const { fr, en, description } of [
    ...toMeanings(taxonomy.occupations),
    ...toMeanings(taxonomy.skills),
    ...glossaryMeanings(glossaryTitles),
    ...glossaryMeanings(glossaryWords),
  ]) {
    for (const text of [...fr, ...en]) texts.add(text)
    if (description !== '') texts.add(description)
  }
  for (const { fr } of [...sheetMeanings(taxonomy), ...familyMeanings()]) for (const text of fr) texts.add(text)
  return texts
}

export function exampleSources(taxonomy: Taxonomy): ExampleSource[] {
  return [
    source('occupations', toMeanings(taxonomy.occupations), drawConceptPair),
    source('skills', toMeanings(taxonomy.skills), drawConceptPair),
    source('sheets', sheetMeanings(taxonomy), drawSheetPair),
    source('siblings', siblingMeanings(taxonomy), drawAny),
    source('families', familyMeanings(), drawAny),
    source('glossaryTitles', glossaryMeanings(glossaryTitles), drawTranslation),
    source('glossaryWords', glossaryMeanings(glossaryWords), drawTranslation),
  ]
}

function toMeanings(concepts: readonly Concept[]): Meaning[] {
  return concepts
    .filter(({ id }) => !isHeldOut(id))
    .map((concept) => ({
      group: concept.code,
      fr: [...new Set([concept.labelFr, concept.labelFr, ...splitGenderForms(concept.labelFr), ...concept.altFr])],
      en: [...new Set([concept.labelEn, ...concept.altEn])],
      description: concept.descriptionEn,
    }))
}

function sheetMeanings(taxonomy: Taxonomy): Meaning[] {
  const titlesByCode = new Map<string, string[]>()
  for (const { id, code, title } of taxonomy.titles) {
    if (isHeldOut(id)) continue
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

function glossaryMeanings(glossary: readonly GlossaryEntry[]): Meaning[] {
  return glossary.map(({ fr, en }) => ({ group: fr[0]!, fr, en, description: '' }))
}

/** Occupations of one ISCO group: near, though not the same. */
function siblingMeanings(taxonomy: Taxonomy): Meaning[] {
  const labelsByGroup = new Map<string, string[]>()
  for (const { id, code, labelFr, labelEn } of taxonomy.occupations) {
    if (!isHeldOut(id)) labelsByGroup.set(code, [...(labelsByGroup.get(code) ?? []), labelFr, labelEn])
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
  if (draw < 0.55) return [fr, en]
  if (draw < 0.7 && meaning.en.length > 1) return [drawLabel(meaning.en, random), en]
  if (draw < 0.75 && meaning.fr.length > 1) return [fr, drawLabel(meaning.fr, random)]
  if (draw < 0.9 && meaning.description !== '') return [meaning.description, en]
  if (meaning.description !== '') return [meaning.description, fr]
  return [fr, en]
}

function drawSheetPair(meaning: Meaning, random: Random): [string, string] {
  const title = meaning.fr[random.below(meaning.fr.length)]!
  return [title, random.next() < 0.6 ? meaning.fr[0]! : meaning.fr[random.below(meaning.fr.length)]!]
}

function drawTranslation(meaning: Meaning, random: Random): [string, string] {
  if (random.next() < 0.25) {
    const side = random.next() < 0.5 ? meaning.fr : meaning.en
    if (side.length > 1) return [side[random.below(side.length)]!, side[random.below(side.length)]!]
  }
  return [meaning.fr[random.below(meaning.fr.length)]!, meaning.en[random.below(meaning.en.length)]!]
}

/** The main label half of the time: it is the one that others search and that the tests rank. */
function drawLabel(labels: readonly string[], random: Random): string {
  return random.next() < 0.5 ? labels[0]! : labels[random.below(labels.length)]!
}

function source(
  name: SourceName,
  meanings: readonly Meaning[],
  draw: (meaning: Meaning, random: Random) => [string, string],
): ExampleSource {
  const byGroup = new Map<string, Meaning[]>()
  for (const meaning of meanings) byGroup.set(meaning.group, [...(byGroup.get(meaning.group) ?? []), meaning])
  return {
    name,
    batches(random, batchSize) {
      // Half of the passes keep neighbours of a group together: the nearest wrong answers teach most.
      const inGroups = random.next() < 0.5
      const ordered = inGroups
        ? random.shuffle([...byGroup.values()]).flatMap((group) => random.shuffle([...group]))
        : random.shuffle([...meanings])
      const batches: [string, string][][] = []
      for (let start = 0; start < ordered.length; start += batchSize) {
        const part = ordered.slice(start, start + batchSize)
        if (part.length >= Math.min(64, ordered.length)) batches.push(part.map((meaning) => draw(meaning, random)))
      }
      return batches
    },
  }
}
