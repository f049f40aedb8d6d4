import type { Random } from './random.ts'
import { GRAM_ROW, PAIR_ROW, WORD_ROW } from './vocabulary.ts'
import type { EncodedText, Vocabulary } from './vocabulary.ts'

export interface TrainerOptions {
  readonly dimensions: number
  readonly learningRate: number
  /** Length of a fresh row, by kind of feature. */
  readonly wordScale: number
  readonly pairScale: number
  readonly gramScale: number
  /** Share of rows left out of a text at each step. */
  readonly dropout: number
}

/**
 * Contrastive training of a table of rows: a text is the normalised sum of its rows; the two texts of a pair must be
 * nearer to each other than to every other text of the batch (InfoNCE in both directions). Adagrad, one step a batch.
 */
export class Trainer {
  readonly rows: Float32Array
  readonly #options: TrainerOptions
  readonly #random: Random
  readonly #squares: Float32Array
  readonly #gradients: Float32Array
  readonly #touched: Uint8Array

  constructor(vocabulary: Vocabulary, options: TrainerOptions, random: Random) {
    const { dimensions } = options
    const size = vocabulary.hashes.length * dimensions
    this.#options = options
    this.#random = random
    this.rows = new Float32Array(size)
    this.#squares = new Float32Array(size)
    this.#gradients = new Float32Array(size)
    this.#touched = new Uint8Array(vocabulary.hashes.length)
    const scales: Record<number, number> = {
      [WORD_ROW]: options.wordScale,
      [PAIR_ROW]: options.pairScale,
      [GRAM_ROW]: options.gramScale,
    }
    for (let row = 0; row < vocabulary.hashes.length; row++) {
      // Rare features say more: a fresh row is longer the fewer texts hold it, between a sixth and the whole scale.
      const rarity = Math.min(1, Math.log(1 / vocabulary.frequencies[row]!) / 9)
      const deviation = (scales[vocabulary.kinds[row]!]! * Math.max(0.15, rarity)) / Math.sqrt(dimensions)
      for (let d = 0; d < dimensions; d++) this.rows[row * dimensions + d] = random.normal() * deviation
    }
  }

  /**
   * One step on pairs (left[i], right[i]); gives the mean loss before the step. The lower the temperature, the smaller
   * the lead over the other texts at which a pair is let be.
   */
  step(left: readonly EncodedText[], right: readonly EncodedText[], temperature: number, rateShare: number): number {
    const { dimensions: size } = this.#options
    const count = left.length
    const texts = [...left, ...right].map((text) => this.#drop(text))
    const vectors = new Float32Array(2 * count * size)
    const norms = new Float64Array(2 * count)
    texts.forEach((text, i) => {
      norms[i] = sumRows(this.rows, text, size, vectors, i * size)
    })

    const similarities = new Float32Array(count * count)
    multiplyTransposed(vectors, 0, vectors, count * size, similarities, count, size)
    const loss = toGradients(similarities, count, temperature)

    const slopes = new Float32Array(2 * count * size)
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < count; j++) {
        const slope = similarities[i * count + j]!
        if (slope < 1e-7 && slope > -1e-7) continue
        const a = i * size
        const b = (count + j) * size
        for (let d = 0; d < size; d++) {
          slopes[a + d]! += slope * vectors[b + d]!
          slopes[b + d]! += slope * vectors[a + d]!
        }
      }
    }
    texts.forEach((text, i) => this.#collect(text, vectors, slopes, i * size, norms[i]!))
    this.#apply(texts, rateShare * this.#options.learningRate)
    return loss
  }

  #drop(text: EncodedText): EncodedText {
    const { dropout } = this.#options
    const rows: number[] = []
    const weights: number[] = []
    for (let k = 0; k < text.rows.length; k++) {
      if (this.#random.next() < dropout) continue
      rows.push(text.rows[k]!)
      weights.push(text.weights[k]!)
    }
    return rows.length === 0 ? text : { rows: Int32Array.from(rows), weights: Float32Array.from(weights) }
  }

  /** Through the normalisation: only the part of the slope across the vector moves it. */
  #collect(text: EncodedText, vectors: Float32Array, slopes: Float32Array, at: number, norm: number): void {
    if (norm === 0) return
    const { dimensions: size } = this.#options
    let along = 0
    for (let d = 0; d < size; d++) along += slopes[at + d]! * vectors[at + d]!
    for (let d = 0; d < size; d++) slopes[at + d] = (slopes[at + d]! - along * vectors[at + d]!) / norm
    for (let k = 0; k < text.rows.length; k++) {
      const weight = text.weights[k]!
      const start = text.rows[k]! * size
      for (let d = 0; d < size; d++) this.#gradients[start + d]! += weight * slopes[at + d]!
    }
  }

  #apply(texts: readonly EncodedText[], rate: number): void {
    const { dimensions: size } = this.#options
    const touched = this.#touched
    for (const text of texts) {
      for (const row of text.rows) {
        if (touched[row] === 1) continue
        touched[row] = 1
        const start = row * size
        for (let at = start; at < start + size; at++) {
          const gradient = this.#gradients[at]!
          this.#gradients[at] = 0
          const squares = this.#squares[at]! + gradient * gradient
          this.#squares[at] = squares
          if (squares > 0) this.rows[at]! -= (rate * gradient) / (Math.sqrt(squares) + 1e-8)
        }
      }
    }
    for (const text of texts) for (const row of text.rows) touched[row] = 0
  }
}

/** Writes the normalised sum of a text's rows at a place of target; gives the length before normalising. */
export function sumRows(
  table: Float32Array,
  text: EncodedText,
  size: number,
  target: Float32Array,
  at: number,
): number {
  for (let k = 0; k < text.rows.length; k++) {
    const weight = text.weights[k]!
    const start = text.rows[k]! * size
    for (let d = 0; d < size; d++) target[at + d]! += weight * table[start + d]!
  }
  let squares = 0
  for (let d = 0; d < size; d++) squares += target[at + d]! * target[at + d]!
  const norm = Math.sqrt(squares)
  if (norm > 0) for (let d = 0; d < size; d++) target[at + d]! /= norm
  return norm
}

/** out[i][j] = a[i] . b[j], four columns at a time so that a row of a is read once for four of b. */
function multiplyTransposed(
  a: Float32Array,
  aAt: number,
  b: Float32Array,
  bAt: number,
  out: Float32Array,
  count: number,
  size: number,
): void {
  for (let i = 0; i < count; i++) {
    const left = aAt + i * size
    let j = 0
    for (; j + 4 <= count; j += 4) {
      const r0 = bAt + j * size
      const r1 = r0 + size
      const r2 = r1 + size
      const r3 = r2 + size
      let s0 = 0
      let s1 = 0
      let s2 = 0
      let s3 = 0
      for (let d = 0; d < size; d++) {
        const value = a[left + d]!
        s0 += value * b[r0 + d]!
        s1 += value * b[r1 + d]!
        s2 += value * b[r2 + d]!
        s3 += value * b[r3 + d]!
      }
      out[i * count + j] = s0
      out[i * count + j + 1] = s1
      out[i * count + j + 2] = s2
      out[i * count + j + 3] = s3
    }
    for (; j < count; j++) {
      let sum = 0
      for (let d = 0; d < size; d++) sum += a[left + d]! * b[bAt + j * size + d]!
      out[i * count + j] = sum
    }
  }
}

/** Replaces similarities by the slope of the two-way InfoNCE loss with respect to them; gives the loss. */
function toGradients(similarities: Float32Array, count: number, temperature: number): number {
  // Similarities lie in [-1, 1], so exp((s - 1) / temperature) neither overflows nor needs the row's maximum.
  const rowSums = new Float64Array(count)
  const columnSums = new Float64Array(count)
  const powers = new Float32Array(count * count)
  let loss = 0
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      const power = Math.exp((similarities[i * count + j]! - 1) / temperature)
      powers[i * count + j] = power
      rowSums[i]! += power
      columnSums[j]! += power
    }
  }
  const share = 1 / (2 * count * temperature)
  for (let i = 0; i < count; i++) {
    const own = powers[i * count + i]! + 1e-30
    loss -= Math.log(own / (rowSums[i]! + 1e-30)) + Math.log(own / (columnSums[i]! + 1e-30))
    for (let j = 0; j < count; j++) {
      const at = i * count + j
      const power = powers[at]!
      similarities[at] = share * (power / (rowSums[i]! + 1e-30) + power / (columnSums[j]! + 1e-30) - (i === j ? 2 : 0))
    }
  }
  return loss / (2 * count)
}
