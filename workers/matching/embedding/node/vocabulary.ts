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

/** Turns texts into rows; what a word or a line gives is kept, since training reads them thousands of times. */
export class Encoder {
  readonly #vocabulary: Vocabulary
  readonly #rowsByWord = new Map<string, Int32Array>()
  readonly #featuresByLine = new Map<string, { readonly words: readonly string[]; readonly pairs: readonly string[] }>()
  readonly #encodedByText = new Map<string, EncodedText>()

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  encode(text: string): EncodedText {
    let encoded = this.#encodedByText.get(text)
    if (encoded === undefined) {
      const { words, pairs } = readFeatures(text)
      this.#encodedByText.set(text, (encoded = this.#toRows(words, pairs)))
    }
    return encoded
  }

  /** As `encode` of the lines joined, each line a segment. */
  encodeLines(lines: readonly string[]): EncodedText {
    const words = new Map<string, number>()
    const pairs = new Map<string, number>()
    for (const line of lines) {
      let features = this.#featuresByLine.get(line)
      if (features === undefined) {
        const read = readFeatures(line)
        this.#featuresByLine.set(line, (features = { words: [...read.words.keys()], pairs: [...read.pairs.keys()] }))
      }
      for (const word of features.words) words.set(word, (words.get(word) ?? 0) + 1)
      for (const pair of features.pairs) pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
    return this.#toRows(words, pairs)
  }

  #toRows(words: ReadonlyMap<string, number>, pairs: ReadonlyMap<string, number>): EncodedText {
    const rows: number[] = []
    const weights: number[] = []
    for (const [word, count] of words) {
      for (const row of this.#rowsOf(word)) {
        rows.push(row)
        weights.push(count)
      }
    }
    for (const [pair, count] of pairs) {
      const row = this.#vocabulary.rowByHash.get(hashWord(pair))
      if (row === undefined) continue
      rows.push(row)
      weights.push(count)
    }
    return { rows: Int32Array.from(rows), weights: Float32Array.from(weights) }
  }

  #rowsOf(word: string): Int32Array {
    let rows = this.#rowsByWord.get(word)
    if (rows === undefined) {
      const found: number[] = []
      const add = (hash: number): void => {
        const row = this.#vocabulary.rowByHash.get(hash)
        if (row !== undefined) found.push(row)
      }
      add(hashWord(word))
      visitGrams(word, add)
      this.#rowsByWord.set(word, (rows = Int32Array.from(found)))
    }
    return rows
  }
}
