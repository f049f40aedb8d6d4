import type { EmbeddingModel } from './embedding/model.ts'
import { createStringTable, type StringTable } from './index/stringTable.ts'
import { createVectorTable, lengthOf, type VectorTable } from './index/vectorTable.ts'
import { meaningsOf, weightOf } from './lexicon/lexicon.ts'
import { shapeOf, type TitleShape } from './titleShape.ts'
import { stemOf } from './tokens.ts'

/** Numbers for folded words, with what is known of each; grows as profiles are read. */
export interface Vocabulary {
  readonly size: number
  numberOf: (word: string) => number
  /** The number of a word that was met, -1 of others. */
  find: (word: string) => number
  word: (number: number) => string
  stem: (number: number) => string
  weight: (number: number) => number
  /** The words met that say the same as this one or nearly so, by the lexicon and by the model. */
  near: (word: string, stem: string) => NearWords
  /** Words of the same stem. */
  ofStem: (stem: string) => number[]
  /** Words that share a meaning of the lexicon with this stem, its own forms left out. */
  ofSameMeaning: (stem: string) => number[]
  /** Words the model finds at least this near, by their number. */
  alike: (word: string, least: number) => Map<number, number>
  /** The small vector of a title or a stem, embedded once; null without a model or when it knows nothing of it. */
  textVector: (text: string) => SmallVector | null
  /** Titles by number with their vectors in the same order; `embedTexts` brings those up to date. */
  texts: StringTable
  textVectors: VectorTable | null
  embedTexts: () => void
  /** What comparing a title needs, by its number; read once. */
  titleShape: (title: number) => TitleShape
  words: StringTable
  /** One vector for each word, in their order; null without a model. Only after `embedWords`. */
  vectors: VectorTable | null
  /** Embeds the words that were met since the last time. */
  embedWords: () => void
  /** Adds words (each `word`, a tab, its stem) and titles that were kept, with their vectors. */
  load: (words: readonly string[], vectors: Int8Array, titles: readonly string[], titleVectors: Int8Array) => void
  model: EmbeddingModel | null
  sizeBytes: () => number
}

/** Numbers of words and how near each is, in (0,1]. */
export interface NearWords {
  numbers: Int32Array
  values: Float32Array
}

/** Below this the model's word similarity is noise. */
const similarWordFrom = 0.6
/** Asked words whose neighbours are kept: adverts of a workspace share most of theirs. */
const keptNeighbours = 3000

/** A vector in the model's small form with its length. */
export interface SmallVector {
  numbers: Int8Array
  length: number
}

/** The small form of a text's vector; null without a model or when the model knows nothing of it. */
export function smallVector(model: EmbeddingModel | null, text: string): SmallVector | null {
  if (!model) return null
  const numbers = model.embedInt8(text)
  const length = lengthOf(numbers)
  return length === 0 ? null : { numbers, length }
}

const hasDigit = (text: string): boolean => /\d/.test(text)

export function createVocabulary(model: EmbeddingModel | null): Vocabulary {
  const words = createStringTable()
  const stems = createStringTable()
  const vectors = model && createVectorTable(model.dimensions)
  const texts = createStringTable()
  const textVectors = model && createVectorTable(model.dimensions)
  const embedTexts = () => {
    if (textVectors)
      while (textVectors.count < texts.size) textVectors.push(model.embedInt8(texts.get(textVectors.count)))
  }
  let stemOfWord = new Int32Array(1024)
  /** The word before this one with the same stem. */
  let before = new Int32Array(1024)
  const lastOfStem: number[] = []
  const weightOfStem: number[] = []
  const stemsByMeaning = new Map<number, number[]>()
  const neighbours = new Map<string, NearWords & { upTo: number }>()

  const addWord = (word: string, stem = stemOf(word)): number => {
    const number = words.intern(word)
    if (number >= stemOfWord.length) {
      stemOfWord = larger(stemOfWord)
      before = larger(before)
    }
    const stemNumber = stems.intern(stem)
    if (stemNumber === lastOfStem.length) {
      lastOfStem.push(-1)
      weightOfStem.push(weightOf(stem))
      for (const meaning of meaningsOf(stem)) {
        const known = stemsByMeaning.get(meaning)
        if (known) known.push(stemNumber)
        else stemsByMeaning.set(meaning, [stemNumber])
      }
    }
    stemOfWord[number] = stemNumber
    before[number] = lastOfStem[stemNumber]!
    lastOfStem[stemNumber] = number
    return number
  }
  const numberOf = (word: string): number => {
    const known = words.find(word)
    return known >= 0 ? known : addWord(word)
  }
  const shapes: (TitleShape | undefined)[] = []
  const formsOf = (stemNumber: number): number[] => {
    const numbers: number[] = []
    for (let number = lastOfStem[stemNumber]!; number >= 0; number = before[number]!) numbers.push(number)
    return numbers
  }
  const stemsOfSameMeaning = (stem: string): Set<number> => {
    const own = stems.find(stem)
    const found = new Set<number>()
    for (const meaning of meaningsOf(stem))
      for (const other of stemsByMeaning.get(meaning) ?? []) if (other !== own) found.add(other)
    return found
  }
  const embedWords = () => {
    if (!vectors) return
    const nothing = new Int8Array(vectors.width)
    while (vectors.count < words.size) {
      const word = words.get(vectors.count)
      vectors.push(hasDigit(word) || word.length <= 2 ? nothing : model.embedInt8(word))
    }
  }
  const visitAlike = (word: string, least: number, visit: (number: number, similarity: number) => void, from = 0) => {
    const asked = smallVector(model, word)
    if (!asked || !vectors) return
    embedWords()
    const bound = least * asked.length
    const lengths = vectors.lengths()
    vectors.scan(
      asked.numbers,
      (first, products, count) => {
        for (let at = 0; at < count; at += 1) {
          const product = products[at]!
          if (product <= 0) continue
          const length = lengths[first + at]!
          if (product >= bound * length) visit(first + at, product / (asked.length * length))
        }
      },
      from,
    )
  }

  const near = (word: string, stem: string): NearWords => {
    const key = word
    const known = neighbours.get(key)
    if (known && known.upTo === words.size) return known
    const from = known?.upTo ?? 0
    const found = new Map<number, number>()
    const put = (number: number, value: number) => {
      if (number >= from && value > (found.get(number) ?? 0)) found.set(number, value)
    }
    const own = stems.find(stem)
    if (own >= 0) for (const number of formsOf(own)) put(number, 1)
    for (const other of stemsOfSameMeaning(stem)) for (const number of formsOf(other)) put(number, 0.9)
    if (stem.length > 2) {
      const soft = (number: number, value: number) => {
        const other = stems.get(stemOfWord[number]!)
        if (other.length > 2 && !hasDigit(other)) put(number, value)
      }
      if (model)
        visitAlike(word, similarWordFrom, (number, similarity) => soft(number, Math.round(similarity * 64) / 64 - 0.05), from) // prettier-ignore
      else
        for (let number = from; number < words.size; number += 1)
          if (prefixShare(stem, stems.get(stemOfWord[number]!)) >= 0.8) soft(number, 0.8)
    }
    const numbers = new Int32Array((known?.numbers.length ?? 0) + found.size)
    const values = new Float32Array(numbers.length)
    let at = 0
    if (known) {
      numbers.set(known.numbers)
      values.set(known.values)
      at = known.numbers.length
    }
    for (const [number, value] of [...found].sort((a, b) => a[0] - b[0])) {
      numbers[at] = number
      values[at] = value
      at += 1
    }
    const answer = { numbers, values, upTo: words.size }
    if (neighbours.size >= keptNeighbours) neighbours.clear()
    neighbours.set(key, answer)
    return answer
  }

  return {
    get size() {
      return words.size
    },
    numberOf,
    find: words.find,
    word: words.get,
    stem: (number) => stems.get(stemOfWord[number]!),
    weight: (number) => weightOfStem[stemOfWord[number]!]!,
    near,
    ofStem(stem) {
      const number = stems.find(stem)
      return number < 0 ? [] : formsOf(number)
    },
    ofSameMeaning: (stem) => [...stemsOfSameMeaning(stem)].flatMap(formsOf),
    alike(word, least) {
      const found = new Map<number, number>()
      visitAlike(word, least, (number, similarity) => found.set(number, similarity))
      return found
    },
    textVector(text) {
      if (!textVectors) return null
      const number = texts.intern(text)
      embedTexts()
      const length = textVectors.length(number)
      return length === 0 ? null : { numbers: textVectors.row(number), length }
    },
    texts,
    textVectors,
    embedTexts,
    titleShape: (title) => (shapes[title] ??= shapeOf(texts.get(title), texts.intern, numberOf)),
    words,
    vectors,
    embedWords,
    load(kept, keptVectors, titles, titleVectors) {
      for (const line of kept) {
        const cut = line.indexOf('\t')
        addWord(line.slice(0, cut), line.slice(cut + 1))
      }
      vectors?.load(keptVectors)
      for (const title of titles) texts.intern(title)
      textVectors?.load(titleVectors)
    },
    model,
    sizeBytes: () => words.sizeBytes() + stems.sizeBytes() + stemOfWord.byteLength + before.byteLength + (vectors?.sizeBytes() ?? 0) + texts.sizeBytes() + (textVectors?.sizeBytes() ?? 0) + lastOfStem.length * 16, // prettier-ignore
  }
}

const larger = (numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const copy = new Int32Array(Math.ceil(numbers.length * 1.5))
  copy.set(numbers)
  return copy
}

function prefixShare(a: string, b: string): number {
  const shortest = Math.min(a.length, b.length)
  if (shortest < 5) return 0
  let same = 0
  while (same < shortest && a[same] === b[same]) same += 1
  return same / Math.max(a.length, b.length)
}
