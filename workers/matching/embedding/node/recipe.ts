import type { Calibration } from '../modelFormat.ts'
import { createDocuments } from './documents.ts'
import { exampleSources, trainingTexts } from './examples.ts'
import type { Embed, IsTrained, SourceName } from './examples.ts'
import { createRandom } from './random.ts'
import type { Taxonomy } from './taxonomy.ts'
import { Trainer } from './trainer.ts'
import type { TrainerOptions } from './trainer.ts'
import { buildVocabulary, Encoder } from './vocabulary.ts'
import type { EncodedText, Vocabulary, VocabularyLimits } from './vocabulary.ts'

/** All that decides what is trained, but the data and the seed. */
export interface Recipe {
  readonly limits: VocabularyLimits
  readonly trainer: TrainerOptions
  readonly rounds: number
  /** From this round on, half of the passes put near meanings into one batch. */
  readonly neighboursFrom: number
  readonly bits: number
  /** As `embed:train --held-out` prints it for this recipe. */
  readonly calibration: Calibration
  /** Invented adverts and CVs, once in so many rounds. */
  readonly documents: { readonly every: number; readonly batchSize: number; readonly temperature: number }
  readonly schedule: Readonly<Record<SourceName, { readonly passes: number; readonly temperature: number }>>
}

/** For texts that mean the same. */
const SAME = 0.08
/** For texts that are only neighbours: being nearer than strangers is enough, they must not become one. */
const NEAR = 0.03

const small: Recipe = {
  limits: { minWord: 1, minPair: 6, minGram: 2 },
  trainer: { dimensions: 128, learningRate: 0.03, wordScale: 1, pairScale: 0.5, gramScale: 0.1, dropout: 0.02 },
  rounds: 10,
  neighboursFrom: 1,
  bits: 2,
  calibration: { middle: 0.396, slope: 9.49 },
  documents: { every: 3, batchSize: 128, temperature: SAME },
  // How often a round goes through each source: the small ones more often, lest the 10,000 skills drown them.
  schedule: {
    occupations: { passes: 7, temperature: SAME },
    skills: { passes: 1, temperature: SAME },
    sheets: { passes: 10, temperature: SAME },
    siblings: { passes: 2, temperature: NEAR },
    families: { passes: 4, temperature: NEAR },
    glossaryTitles: { passes: 8, temperature: SAME },
    broadTitles: { passes: 5, temperature: NEAR },
    glossaryWords: { passes: 8, temperature: SAME },
    minedWords: { passes: 5, temperature: SAME },
  },
}

/** The model of the first visit, and the one that is fetched when the app is idle. */
export type Size = 'small' | 'large'

export const recipes: Readonly<Record<Size, Recipe>> = {
  small,
  large: {
    ...small,
    limits: { minWord: 1, minPair: 2, minGram: 2 },
    trainer: { ...small.trainer, dimensions: 256 },
    rounds: 7,
    calibration: { middle: 0.386, slope: 9.42 },
  },
}

interface Step {
  left(): EncodedText[]
  right(): EncodedText[]
  readonly temperature: number
}

/** Trains the rows of a vocabulary. The same recipe, seed and files give the same rows, bit for bit. */
export function trainRows(
  taxonomy: Taxonomy,
  isTrained: IsTrained,
  recipe: Recipe,
  seed: number,
  report: (line: string, embed: Embed) => void,
): { vocabulary: Vocabulary; rows: Float32Array; embed: Embed } {
  const { rounds, schedule, trainer: options } = recipe
  const random = createRandom(seed)
  const vocabulary = buildVocabulary(trainingTexts(taxonomy, isTrained), recipe.limits)
  const sources = exampleSources(taxonomy, isTrained)
  const trainer = new Trainer(vocabulary, options, random, Math.max(...sources.map(({ batchSize }) => batchSize)))
  const documents = createDocuments(taxonomy, isTrained)
  const encoder = new Encoder(vocabulary)
  const encode = (text: string): EncodedText => encoder.encode(text)
  const embed: Embed = (texts) => ({ vectors: trainer.embed(texts.map(encode)), dimensions: options.dimensions })
  report(`${vocabulary.hashes.length} features, ${rounds} rounds, seed ${seed}`, embed)

  for (let round = 0; round < rounds; round++) {
    const neighbours = round >= recipe.neighboursFrom ? embed : undefined
    const steps: Step[] = sources.flatMap((source) => {
      const { passes, temperature } = schedule[source.name]
      return Array.from({ length: passes }, () => source.batches(random, neighbours))
        .flat()
        .map((pairs) => ({
          left: () => pairs.map(([text]) => encode(text)),
          right: () => pairs.map(([, text]) => encode(text)),
          temperature,
        }))
    })
    // Long texts are drawn from skills near an occupation, so there must be something to call near.
    if (round >= 1 && round % recipe.documents.every === recipe.documents.every - 1) {
      for (const pairs of documents.batches(random, recipe.documents.batchSize, embed)) {
        steps.push({
          left: () => pairs.map(([lines]) => encoder.encodeLines(lines)),
          right: () => pairs.map(([, lines]) => encoder.encodeLines(lines)),
          temperature: recipe.documents.temperature,
        })
      }
    }
    random.shuffle(steps)
    let loss = 0
    steps.forEach(({ left, right, temperature }, index) => {
      // The rate falls to nothing in a straight line, so the last steps settle what the first ones found.
      const rateShare = 1 - (round + index / steps.length) / rounds
      loss += trainer.step(left(), right(), temperature, rateShare)
    })
    report(`round ${round + 1}: loss ${(loss / steps.length).toFixed(4)}`, embed)
  }
  return { vocabulary, rows: trainer.rows, embed }
}
