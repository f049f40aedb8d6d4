import type { EmbeddingModel } from './embedding/model.ts'
import { weightOf } from './lexicon/lexicon.ts'
import { stemOf } from './tokens.ts'

/** Numbers for folded words, with what is known of each; grows as profiles are read. */
export interface Vocabulary {
  numberOf: (word: string) => number
  word: (number: number) => string
  stem: (number: number) => string
  weight: (number: number) => number
  /** The unit vector of the word, null without a model. */
  vector: (number: number) => Float32Array | null
  model: EmbeddingModel | null
}

export function createVocabulary(model: EmbeddingModel | null): Vocabulary {
  const numbers = new Map<string, number>()
  const words: string[] = []
  const stems: string[] = []
  const weights: number[] = []
  const vectors: (Float32Array | undefined)[] = []
  return {
    numberOf(word) {
      let number = numbers.get(word)
      if (number === undefined) {
        number = words.length
        numbers.set(word, number)
        words.push(word)
        const stem = stemOf(word)
        stems.push(stem)
        weights.push(weightOf(stem))
      }
      return number
    },
    word: (number) => words[number]!,
    stem: (number) => stems[number]!,
    weight: (number) => weights[number]!,
    vector: (number) => (model ? (vectors[number] ??= model.embed(words[number]!)) : null),
    model,
  }
}
