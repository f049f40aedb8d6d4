import { readFileSync } from 'node:fs'
import type { Embed, IsTrained } from './examples.ts'
import type { Random } from './random.ts'
import type { Concept, Taxonomy } from './taxonomy.ts'

/** A text as lines, so that a line that stands in a thousand texts is read once. */
export type Lines = readonly string[]

const linesOf = (name: string): string[] =>
  readFileSync(new URL(`../pairs/lines-${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')

type Language = 'fr' | 'en'

/** Skills near an occupation, of which its invented texts draw. */
const RELATED = 24

/**
 * Pairs of an invented advert and an invented CV for one occupation, in either language: titles, near skills and
 * sentences of the description among the lines that every advert and every CV has. What stands everywhere thereby
 * learns to weigh nothing in a long text.
 */
export function createDocuments(
  taxonomy: Taxonomy,
  isTrained: IsTrained,
): {
  readonly lines: Iterable<string>
  batches(random: Random, batchSize: number, embed: Embed): [Lines, Lines][][]
} {
  const occupations = taxonomy.occupations.filter(({ id }) => isTrained(id))
  const skills = taxonomy.skills.filter(({ id }) => isTrained(id))
  const common = {
    cv: { fr: linesOf('cv-fr'), en: linesOf('cv-en') },
    offer: { fr: linesOf('offer-fr'), en: linesOf('offer-en') },
  }
  const sentences = new Map(occupations.map(({ id, descriptionEn }) => [id, descriptionEn.split(/(?<=\.)\s+/)]))
  let related: Concept[][] | null = null

  const titleOf = (concept: Concept, language: Language, random: Random): string => {
    const [label, others] = language === 'fr' ? [concept.labelFr, concept.altFr] : [concept.labelEn, concept.altEn]
    return others.length > 0 && random.next() < 0.5 ? others[random.below(others.length)]! : label
  }
  const write = (place: number, kind: 'cv' | 'offer', random: Random): string[] => {
    const occupation = occupations[place]!
    const language: Language = random.next() < 0.5 ? 'fr' : 'en'
    const near = related![place]!
    const lines = [titleOf(occupation, language, random)]
    const skillCount = 3 + random.below(7)
    for (let i = 0; i < skillCount; i++) {
      // The nearest skills more often: the square of a draw leans towards zero.
      const skill = near[Math.floor(random.next() * random.next() * near.length)]!
      lines.push(language === 'fr' ? skill.labelFr : skill.labelEn)
    }
    if (language === 'en' && random.next() < 0.6) {
      const said = sentences.get(occupation.id)!
      lines.push(said[random.below(said.length)]!)
    }
    if (kind === 'cv' && random.next() < 0.4) {
      // An earlier job of the same kind of work.
      const other = near.length > 0 ? occupations[(place + random.below(3) + 1) % occupations.length]! : occupation
      if (other.code.slice(0, 2) === occupation.code.slice(0, 2)) lines.push(titleOf(other, language, random))
    }
    const plain = common[kind][language]
    const plainCount = 6 + random.below(20)
    for (let i = 0; i < plainCount; i++) lines.push(plain[random.below(plain.length)]!)
    return lines
  }

  return {
    lines: [...common.cv.fr, ...common.cv.en, ...common.offer.fr, ...common.offer.en],
    batches(random, batchSize, embed) {
      related ??= findRelated(occupations, skills, embed)
      const places = random.shuffle(occupations.map((_, place) => place))
      const batches: [Lines, Lines][][] = []
      for (let start = 0; start + batchSize <= places.length; start += batchSize) {
        batches.push(
          places
            .slice(start, start + batchSize)
            .map((place): [Lines, Lines] => [write(place, 'offer', random), write(place, 'cv', random)]),
        )
      }
      return batches
    },
  }
}

/** The skills nearest to what an occupation's description and label say. */
function findRelated(occupations: readonly Concept[], skills: readonly Concept[], embed: Embed): Concept[][] {
  const { vectors, dimensions } = embed(skills.map(({ labelEn }) => labelEn))
  const { vectors: labels } = embed(occupations.map(({ labelEn }) => labelEn))
  const { vectors: descriptions } = embed(occupations.map(({ descriptionEn }) => descriptionEn))
  return occupations.map((_, place) => {
    const similarities = new Float64Array(skills.length)
    for (let s = 0; s < skills.length; s++) {
      let sum = 0
      for (let d = 0; d < dimensions; d++)
        sum += vectors[s * dimensions + d]! * (labels[place * dimensions + d]! + descriptions[place * dimensions + d]!)
      similarities[s] = sum
    }
    return [...similarities.keys()]
      .sort((a, b) => similarities[b]! - similarities[a]! || a - b)
      .slice(0, RELATED)
      .map((s) => skills[s]!)
  })
}
