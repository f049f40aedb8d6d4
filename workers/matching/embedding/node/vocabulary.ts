import { hashWord, readFeatures, visitGrams } from '../hashing.ts'

/** How often a feature must be seen to get a row. */
export interface VocabularyLimits {
  /** Texts that hold the word. */
  readonly minWord: number
  readonly minPair: number
  /** Different words that hold the gram: a gram of one word says nothing that the word's own row does not. */
  readonly minGram: number
}

/** The features that get a row, and how many of each kind a text has. */
export interface Vocabulary {
  /** Ascending; a row's number is its hash's place here. */
  readonly hashes: Uint32Array
  readonly rowByHash: ReadonlyMap<number, number>
  /** 0 word, 1 pair, 2 gram. */
  readonly kinds: Uint8Array
  /** Share of texts that hold the feature. */
  readonly frequencies: Float64Array
}

export const WORD_ROW = 0
export const PAIR_ROW = 1
export const GRAM_ROW = 2

/** Collects the features worth a row from texts (each given once). */
export function buildVocabulary(texts: Iterable<string>, limits: VocabularyLimits): Vocabulary {
  const wordTexts = new Map<string, number>()
  const pairTexts = new Map<string, number>()
  let textCount = 0
  for (const text of texts) {
    textCount += 1
    const { words, pairs } = readFeatures(text)
    for (const word of words.keys()) wordTexts.set(word, (wordTexts.get(word) ?? 0) + 1)
    for (const pair of pairs.keys()) pairTexts.set(pair, (pairTexts.get(pair) ?? 0) + 1)
  }
  const gramTexts = new Map<number, number>()
  const gramWords = new Map<number, number>()
  for (const [word, count] of wordTexts) {
    const grams = new Set<number>()
    visitGrams(word, (hash) => grams.add(hash))
    for (const gram of grams) {
      gramTexts.set(gram, (gramTexts.get(gram) ?? 0) + count)
      gramWords.set(gram, (gramWords.get(gram) ?? 0) + 1)
    }
  }
  const kept = new Map<number, { kind: number; count: number }>()
  for (const [gram, count] of gramTexts)
    if (gramWords.get(gram)! >= limits.minGram) kept.set(gram, { kind: GRAM_ROW, count })
  for (const [pair, count] of pairTexts)
    if (count >= limits.minPair) kept.set(hashWord(pair), { kind: PAIR_ROW, count })
  for (const [word, count] of wordTexts)
    if (count >= limits.minWord) kept.set(hashWord(word), { kind: WORD_ROW, count })

  const hashes = Uint32Array.from(kept.keys()).sort()
  const rowByHash = new Map<number, number>()
  const kinds = new Uint8Array(hashes.length)
  const frequencies = new Float64Array(hashes.length)
  hashes.forEach((hash, row) => {
    rowByHash.set(hash, row)
    const { kind, count } = kept.get(hash)!
    kinds[row] = kind
    frequencies[row] = Math.min(1, count / textCount)
  })
  return { hashes, rowByHash, kinds, frequencies }
}

/** A text as rows of the table with their weights, exactly as the model sums them. */
export interface EncodedText {
  readonly rows: Int32Array
  readonly weights: Float32Array
}

export function encodeText(text: string, vocabulary: Vocabulary): EncodedText {
  const weightByRow = new Map<number, number>()
  const add = (hash: number, weight: number): void => {
    const row = vocabulary.rowByHash.get(hash)
    if (row !== undefined) weightByRow.set(row, (weightByRow.get(row) ?? 0) + weight)
  }
  const { words, pairs } = readFeatures(text)
  for (const [word, count] of words) {
    const weight = Math.sqrt(count)
    add(hashWord(word), weight)
    visitGrams(word, (hash) => add(hash, weight))
  }
  for (const [pair, count] of pairs) add(hashWord(pair), Math.sqrt(count))
  return { rows: Int32Array.from(weightByRow.keys()), weights: Float32Array.from(weightByRow.values()) }
}
