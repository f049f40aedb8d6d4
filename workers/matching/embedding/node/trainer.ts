import { Arena, createKernels } from './kernels.ts'
import type { Kernels } from './kernels.ts'
import type { Random } from './random.ts'
import { GRAM_ROW, PAIR_ROW, WORD_ROW } from './vocabulary.ts'
import type { EncodedText, Vocabulary } from './vocabulary.ts'

export interface TrainerOptions {
  /** A multiple of 8. */
  readonly dimensions: number
  readonly learningRate: number
  /** Length of a fresh row, by kind of feature. */
  readonly wordScale: number
  readonly pairScale: number
  readonly gramScale: number
  /** Share of rows left out of a text at each step. */
  readonly dropout: number
}

/** Rows of one text at most; beyond it a text is cut in training (never in use). */
const MAX_ROWS_OF_BATCH = 1_200_000

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
  readonly #kernels: Kernels
  readonly #vectors: Float32Array
  readonly #slopes: Float32Array
  readonly #norms: Float32Array
  readonly #similarities: Float32Array
  readonly #powers: Float32Array
  readonly #offsets: Int32Array
  readonly #texts: Int32Array
  readonly #weights: Float32Array
  readonly #list: Int32Array

  constructor(vocabulary: Vocabulary, options: TrainerOptions, random: Random, maxBatch: number) {
    const { dimensions } = options
    const rowCount = vocabulary.hashes.length
    const size = rowCount * dimensions
    const floats = 3 * size + 4 * maxBatch * dimensions + 4 * maxBatch + 2 * maxBatch * maxBatch
    const arena = new Arena(4 * (floats + 2 * MAX_ROWS_OF_BATCH + rowCount) + 65536)
    this.#kernels = createKernels(arena.memory)
    this.#options = options
    this.#random = random
    this.rows = arena.floats(size)
    this.#squares = arena.floats(size)
    this.#gradients = arena.floats(size)
    this.#vectors = arena.floats(2 * maxBatch * dimensions)
    this.#slopes = arena.floats(2 * maxBatch * dimensions)
    this.#norms = arena.floats(2 * maxBatch)
    this.#similarities = arena.floats(maxBatch * maxBatch)
    this.#powers = arena.floats(maxBatch * maxBatch)
    this.#offsets = arena.integers(2 * maxBatch + 1)
    this.#texts = arena.integers(MAX_ROWS_OF_BATCH)
    this.#weights = arena.floats(MAX_ROWS_OF_BATCH)
    this.#list = arena.integers(rowCount)
    this.#touched = new Uint8Array(rowCount)
    const scales: Record<number, number> = {
      [WORD_ROW]: options.wordScale,
      [PAIR_ROW]: options.pairScale,
      [GRAM_ROW]: options.gramScale,
    }
    for (let row = 0; row < rowCount; row++) {
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
    const kernels = this.#kernels
    const touchedCount = this.#fill(left, right)
    const offsets = this.#offsets.byteOffset
    const texts = this.#texts.byteOffset
    const weights = this.#weights.byteOffset
    const vectors = this.#vectors.byteOffset
    const slopes = this.#slopes.byteOffset
    const norms = this.#norms.byteOffset
    const similarities = this.#similarities.byteOffset
    const half = count * size * 4
    kernels.bag(this.rows.byteOffset, offsets, texts, weights, 2 * count, size, vectors, norms)
    kernels.products(vectors, vectors + half, similarities, count, count, size)
    const loss = toGradients(this.#similarities, this.#powers, count, temperature)
    kernels.combine(similarities, count * 4, 4, vectors + half, slopes, count, count, size)
    kernels.combine(similarities, 4, count * 4, vectors, slopes + half, count, count, size)
    const gradients = this.#gradients.byteOffset
    kernels.scatter(vectors, slopes, norms, offsets, texts, weights, 2 * count, size, gradients)
    kernels.adagrad(
      this.#list.byteOffset,
      touchedCount,
      size,
      this.rows.byteOffset,
      this.#squares.byteOffset,
      gradients,
      rateShare * this.#options.learningRate,
    )
    return loss
  }

  /** The normalised vectors of texts by the rows as they are now. */
  embed(texts: readonly EncodedText[]): Float32Array {
    const { dimensions: size } = this.#options
    const out = new Float32Array(texts.length * size)
    const most = this.#offsets.length - 1
    for (let start = 0; start < texts.length; start += most) {
      const part = texts.slice(start, start + most)
      let at = 0
      part.forEach((text, i) => {
        this.#offsets[i] = at
        this.#texts.set(text.rows, at)
        this.#weights.set(text.weights, at)
        at += text.rows.length
      })
      this.#offsets[part.length] = at
      this.#kernels.bag(
        this.rows.byteOffset,
        this.#offsets.byteOffset,
        this.#texts.byteOffset,
        this.#weights.byteOffset,
        part.length,
        size,
        this.#vectors.byteOffset,
        this.#norms.byteOffset,
      )
      out.set(this.#vectors.subarray(0, part.length * size), start * size)
    }
    return out
  }

  /** Writes the texts of a batch, less what is dropped, as lists of rows; gives how many rows they touch. */
  #fill(left: readonly EncodedText[], right: readonly EncodedText[]): number {
    const { dropout } = this.#options
    let at = 0
    let touched = 0
    let place = 0
    for (const side of [left, right]) {
      for (const text of side) {
        this.#offsets[place++] = at
        const start = at
        for (let k = 0; k < text.rows.length && at < MAX_ROWS_OF_BATCH; k++) {
          if (dropout > 0 && this.#random.next() < dropout) continue
          this.#texts[at] = text.rows[k]!
          this.#weights[at++] = text.weights[k]!
        }
        if (at === start && text.rows.length > 0) {
          this.#texts[at] = text.rows[0]!
          this.#weights[at++] = text.weights[0]!
        }
        for (let k = start; k < at; k++) {
          const row = this.#texts[k]!
          if (this.#touched[row] === 1) continue
          this.#touched[row] = 1
          this.#list[touched++] = row
        }
      }
    }
    this.#offsets[place] = at
    for (let k = 0; k < touched; k++) this.#touched[this.#list[k]!] = 0
    return touched
  }
}

/** Replaces similarities by the slope of the two-way InfoNCE loss with respect to them; gives the loss. */
function toGradients(similarities: Float32Array, powers: Float32Array, count: number, temperature: number): number {
  // Similarities lie in [-1, 1], so exp((s - 1) / temperature) neither overflows nor needs the row's maximum.
  const rowSums = new Float64Array(count)
  const columnSums = new Float64Array(count)
  let loss = 0
  for (let i = 0; i < count; i++) {
    let rowSum = 0
    for (let j = 0; j < count; j++) {
      const power = Math.exp((similarities[i * count + j]! - 1) / temperature)
      powers[i * count + j] = power
      rowSum += power
      columnSums[j]! += power
    }
    rowSums[i] = rowSum
  }
  const share = 1 / (2 * count * temperature)
  for (let i = 0; i < count; i++) {
    const own = powers[i * count + i]! + 1e-30
    const rowSum = rowSums[i]! + 1e-30
    loss -= Math.log(own / rowSum) + Math.log(own / (columnSums[i]! + 1e-30))
    for (let j = 0; j < count; j++) {
      const at = i * count + j
      const power = powers[at]!
      similarities[at] = share * (power / rowSum + power / (columnSums[j]! + 1e-30) - (i === j ? 2 : 0))
    }
  }
  return loss / (2 * count)
}
