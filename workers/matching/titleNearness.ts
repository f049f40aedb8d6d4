import { meaningsOf, type Occupation, occupationNearness, type TitleReading, wordNearness } from './lexicon/lexicon.ts'
import type { TitleShape } from './titleShape.ts'
import { smallVector, type SmallVector, type Vocabulary } from './vocabulary.ts'

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

/** A name that explains less of a title than this does not settle what the title means. */
export const looseTitle = 0.6

/** Below this the model's word similarity is noise. */
const similarWordFrom = 0.6

/** Of a title's head: of the trade's words or with the meaning of one; standing in a title sought. */
const kinds = { seen: 1, ofTrade: 2, named: 4 } as const

/** Of a job without a title. */
export const nothingNamed: TitleNearness = { value: 0, known: false, topic: 0, topical: 0, headed: false }

/** What an offer says of its trade. */
export interface Trade {
  titles: readonly TitleReading[]
  titleTexts: readonly string[]
  /** Stems of the words that speak of it. */
  stems: ReadonlySet<string>
  /** How near a word is to it, by its vocabulary number. */
  about: (word: number) => number
}

/** How near a title is to the trade of one offer, by the title's number among the vocabulary's texts. Each is compared once. */
export function createTitleNearness(trade: Trade, vocabulary: Vocabulary): (title: number) => TitleNearness {
  const { texts } = vocabulary
  const wanted = trade.titles.map((title, at) => ({
    occupation: title.occupation,
    stems: Int32Array.from(title.stems, texts.intern),
    weights: readShape(trade.titleTexts[at]!).weights,
    heads: title.heads.map(texts.intern),
    /** Of its stems and heads, wide enough for so many texts. */
    rows: [] as StemRow[],
    headRows: [] as StemRow[],
    upTo: 0,
  }))
  const named = new Set(trade.titles.flatMap(({ stems }) => stems))
  const meanings = new Set([...trade.stems].flatMap((stem) => [...meaningsOf(stem)]))
  /** By title sought: how near each text is, in whole numbers before the division by lengths. */
  const products = trade.titleTexts.map((text) => createProducts(vocabulary, smallVector(vocabulary.model, text)))

  function readShape(text: string): TitleShape {
    return vocabulary.titleShape(texts.intern(text))
  }

  // Titles share most of their words: by stem of the titles sought, how near others are; -1 while not compared.
  const stemRows = new Map<number, StemRow>()
  const rowOf = (stem: number): StemRow => {
    let row = stemRows.get(stem)
    if (!row) {
      const text = texts.get(stem)
      row = { text, products: createProducts(vocabulary, vocabulary.textVector(text)), near: new Float64Array(0) }
      stemRows.set(stem, row)
    }
    if (row.near.length < texts.size) {
      const wider = new Float64Array(texts.size + 256).fill(-1)
      wider.set(row.near)
      row.near = wider
    }
    return row
  }
  const stemNearness = (row: StemRow, stem: number): number => {
    let near = row.near[stem]!
    if (near < 0) {
      near = wordNearness(row.text, texts.get(stem))
      if (near === 0) {
        const similarity = row.products.similarity(stem)
        near = similarity >= similarWordFrom ? Math.round(similarity * 64) / 64 : 0
      }
      row.near[stem] = near
    }
    return near
  }

  const rowsOf = (title: (typeof wanted)[number]) => {
    if (title.upTo < texts.size) {
      title.upTo = texts.size
      title.rows = Array.from(title.stems, rowOf)
      title.headRows = title.heads.map(rowOf)
    }
    return title.rows
  }

  /** Titles the lexicon does not know: both the head and the rest must be near. */
  const softTitle = (title: (typeof wanted)[number], other: TitleShape): number => {
    if (title.stems.length === 0 || other.stems.length === 0) return 0
    const rows = rowsOf(title)
    let sum = 0
    let total = 0
    for (let at = 0; at < rows.length; at += 1) {
      const weight = title.weights[at]!
      let best = 0
      for (const stem of other.stems) best = Math.max(best, stemNearness(rows[at]!, stem))
      sum += weight * best
      total += weight
    }
    const own = total === 0 ? 0 : sum / total
    sum = 0
    total = 0
    for (let at = 0; at < other.stems.length; at += 1) {
      const weight = other.weights[at]!
      let best = 0
      for (const row of rows) best = Math.max(best, stemNearness(row, other.stems[at]!))
      sum += weight * best
      total += weight
    }
    let head = 0
    for (const row of title.headRows) for (const stem of other.heads) head = Math.max(head, stemNearness(row, stem))
    const both = (own + (total === 0 ? 0 : sum / total)) / 2
    return head >= 0.6 ? both : both * 0.35
  }

  /** By stem: 0 while not looked at. */
  let headKinds = new Uint8Array(texts.size)
  const headKind = (stem: number): number => {
    if (stem >= headKinds.length) {
      const wider = new Uint8Array(texts.size)
      wider.set(headKinds)
      headKinds = wider
    }
    let kind = headKinds[stem]!
    if (kind === 0) {
      const text = texts.get(stem)
      kind = kinds.seen
      if (trade.stems.has(text) || meaningsOf(text).some((meaning) => meanings.has(meaning))) kind |= kinds.ofTrade
      if (named.has(text)) kind |= kinds.named
      headKinds[stem] = kind
    }
    return kind
  }

  const compare = (number: number): TitleNearness => {
    const shape = vocabulary.titleShape(number)
    let isOfTrade = false
    let isOfAnother = false
    for (let at = 0; at < shape.heads.length; at += 1) {
      const kind = headKind(shape.heads[at]!)
      if ((kind & kinds.ofTrade) !== 0) isOfTrade = true
      if (shape.headIsOwn[at] && (kind & kinds.named) === 0) isOfAnother = true
    }
    const headed = (shape.generic || isOfTrade) && !isOfAnother
    let value = 0
    let known = false
    for (let at = 0; at < wanted.length; at += 1) {
      const title = wanted[at]!
      if (title.occupation && shape.occupation) {
        value = Math.max(value, nearnessOf(title.occupation, shape.occupation))
        // 'Assembler of metals under argon' names an assembler, but what it says of the trade may say more.
        if (shape.covered >= looseTitle || !headed || value >= 0.9) {
          known = true
          continue
        }
      }
      let soft = softTitle(title, shape)
      const similarity = products[at]!.similarity(number)
      if (similarity >= 0.55) soft = Math.max(soft, Math.round(Math.min(1, similarity * 1.1) * 64) / 64)
      value = Math.max(value, soft)
    }
    let sum = 0
    let topical = 0
    for (const word of shape.topicWords) {
      const near = trade.about(word)
      sum += near
      if (near >= 0.75) topical += 1
    }
    return { value, known, topic: shape.topicTotal === 0 ? 0 : sum / shape.topicTotal, topical, headed }
  }

  const nearByOccupation = new Map<Occupation, Map<Occupation, number>>()
  const nearnessOf = (a: Occupation, b: Occupation): number => {
    let row = nearByOccupation.get(a)
    if (!row) nearByOccupation.set(a, (row = new Map()))
    let near = row.get(b)
    if (near === undefined) row.set(b, (near = occupationNearness(a, b)))
    return near
  }
  const compared: (TitleNearness | undefined)[] = []
  return (number) => (compared[number] ??= compare(number))
}

/** How near others are to a stem of a title sought. */
interface StemRow {
  text: string
  products: Products
  near: Float64Array
}

interface Products {
  /** Cosine with the text of that number; 0 without a model. */
  similarity: (text: number) => number
}

/** One vector compared with every text at once, and again with those that come later. */
function createProducts(vocabulary: Vocabulary, vector: SmallVector | null): Products {
  const { texts, textVectors } = vocabulary
  if (!vector || !textVectors) return { similarity: () => 0 }
  // The table's rows move when it grows.
  const numbers = vector.numbers.slice()
  const { length } = vector
  let products = new Int32Array(0)
  let compared = 0
  return {
    similarity(text) {
      if (text >= compared) {
        vocabulary.embedTexts()
        const wider = new Int32Array(texts.size)
        wider.set(products)
        products = wider
        textVectors.scan(numbers, (first, found, count) => products.set(found.subarray(0, count), first), compared)
        compared = texts.size
      }
      const other = textVectors.length(text)
      return other === 0 ? 0 : products[text]! / (length * other)
    },
  }
}
