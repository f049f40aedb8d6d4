import { sigmoid } from '../deterministicMath.ts'
import { FEATURE_VERSION, hashWord, readFeatures, visitGrams } from './hashing.ts'
import { CHECKSUM_AT, checksum, HEADER_BYTES, MAGIC, MODEL_FORMAT, unpackComponents } from './modelFormat.ts'

/** A text's place in the shared French-English space. Equal texts give equal vectors, bit for bit, on every device. */
export interface EmbeddingModel {
  readonly dimensions: number
  /** Changes with the trained weights: vectors of different versions must never be compared. */
  readonly version: string
  /** The L2-normalised vector; all zeros when the model knows nothing of the text. */
  embed(text: string): Float32Array
  /** The same in int8 (127 = 1.0 of the largest component's scale); cosine still holds, length does not. */
  embedInt8(text: string): Int8Array
  /**
   * How likely two texts of this cosine mean the same, 0 to 1: half where a right and a wrong answer of near sense are
   * as frequent as each other on texts never seen in training. Holds across models, which cosines do not.
   */
  likelihood(similarity: number): number
}

/** Words whose sums are kept, in bytes of vectors: a CV's words are mostly those of the one before. */
const WORD_CACHE_BYTES = 8_000_000

/**
 * Reads a model file. Throws an Error with a plain sentence when the file is cut, damaged, of another kind or made for
 * another version of the features.
 */
export function loadEmbeddingModel(bytes: ArrayBuffer): EmbeddingModel {
  if (bytes.byteLength < HEADER_BYTES) throw new Error('The embedding model file is cut short.')
  const view = new DataView(bytes)
  for (let i = 0; i < MAGIC.length; i++) {
    if (view.getUint8(i) !== MAGIC.charCodeAt(i)) throw new Error('This file is not an embedding model.')
  }
  const format = view.getUint16(8, true)
  const features = view.getUint16(10, true)
  if (format !== MODEL_FORMAT || features !== FEATURE_VERSION) {
    throw new Error(
      `The embedding model is of version ${format}.${features}; this program reads ${MODEL_FORMAT}.${FEATURE_VERSION}.`,
    )
  }
  const dimensions = view.getUint16(12, true)
  const bits = view.getUint16(14, true)
  const rowCount = view.getUint32(16, true)
  const hashBytes = view.getUint32(20, true)
  const scaleUnit = view.getFloat32(24, true)
  const middle = view.getFloat32(32, true)
  const slope = view.getFloat32(36, true)
  const expectedChecksum = view.getUint32(CHECKSUM_AT, true)
  if (
    dimensions < 8 ||
    dimensions > 1024 ||
    dimensions % 8 !== 0 ||
    bits < 2 ||
    bits > 8 ||
    rowCount === 0 ||
    !(scaleUnit > 0) ||
    !(slope > 0) ||
    !(middle > -1 && middle < 2)
  ) {
    throw new Error('The header of the embedding model is damaged.')
  }
  const scalesStart = HEADER_BYTES + hashBytes
  const codesStart = scalesStart + rowCount * 2
  if (codesStart + (rowCount * dimensions * bits) / 8 !== bytes.byteLength) {
    throw new Error('The embedding model file does not have the length its header says.')
  }
  if (checksum(new Uint8Array(bytes)) !== expectedChecksum) {
    throw new Error('The embedding model is damaged: its checksum does not match.')
  }

  const rowByHash = readHashes(new Uint8Array(bytes, HEADER_BYTES, hashBytes), rowCount)
  const scales = new Float64Array(rowCount)
  for (let row = 0; row < rowCount; row++) scales[row] = view.getUint16(scalesStart + row * 2, true) * scaleUnit
  // Rows stay packed and are unpacked when a new word needs them: a sixth of the memory, and a start without delay.
  const packed = new Uint8Array(bytes, codesStart)
  const rowBytes = (dimensions * bits) / 8
  const components = new Int16Array(dimensions)

  const sum = new Float64Array(dimensions)
  const wordSum = new Float64Array(dimensions)
  const addRow = (target: Float64Array, hash: number, weight: number): void => {
    const row = rowByHash(hash)
    if (row < 0) return
    const factor = scales[row]! * weight
    unpackComponents(packed, row * rowBytes, bits, components)
    for (let d = 0; d < dimensions; d++) target[d] = target[d]! + factor * components[d]!
  }
  const vectorByWord = new Map<string, Float32Array>()
  const mostWords = Math.floor(WORD_CACHE_BYTES / (4 * dimensions))
  // Rounded to 32 bits whether it comes from the cache or not, so that what was read before changes no bit.
  const wordVector = (word: string): Float32Array => {
    let vector = vectorByWord.get(word)
    if (vector === undefined) {
      wordSum.fill(0)
      addRow(wordSum, hashWord(word), 1)
      visitGrams(word, (hash) => addRow(wordSum, hash, 1))
      vector = Float32Array.from(wordSum)
      if (vectorByWord.size >= mostWords) vectorByWord.clear()
      vectorByWord.set(word, vector)
    }
    return vector
  }
  const fillSum = (text: string): number => {
    sum.fill(0)
    const { words, pairs } = readFeatures(text)
    for (const [word, count] of words) {
      const vector = wordVector(word)
      for (let d = 0; d < dimensions; d++) sum[d] = sum[d]! + count * vector[d]!
    }
    for (const [pair, count] of pairs) addRow(sum, hashWord(pair), count)
    let squares = 0
    for (let d = 0; d < dimensions; d++) squares += sum[d]! * sum[d]!
    return Math.sqrt(squares)
  }

  return {
    dimensions,
    version: `${format}.${features}-${expectedChecksum.toString(16).padStart(8, '0')}`,
    embed(text) {
      const norm = fillSum(text)
      const vector = new Float32Array(dimensions)
      if (norm > 0) for (let d = 0; d < dimensions; d++) vector[d] = sum[d]! / norm
      return vector
    },
    embedInt8(text) {
      fillSum(text)
      let largest = 0
      for (let d = 0; d < dimensions; d++) largest = Math.max(largest, Math.abs(sum[d]!))
      const vector = new Int8Array(dimensions)
      if (largest > 0) for (let d = 0; d < dimensions; d++) vector[d] = Math.round((sum[d]! / largest) * 127)
      return vector
    },
    likelihood: (similarity) => sigmoid(slope * (similarity - middle)),
  }
}

/** Open addressing over the stored hashes; half empty, so a lookup is one or two probes. */
function readHashes(packed: Uint8Array, rowCount: number): (hash: number) => number {
  let tableSize = 1
  while (tableSize < rowCount * 2) tableSize *= 2
  const keys = new Uint32Array(tableSize)
  const rows = new Int32Array(tableSize).fill(-1)
  const mask = tableSize - 1
  let at = 0
  let hash = 0
  for (let row = 0; row < rowCount; row++) {
    let gap = 0
    let shift = 1
    let byte = 128
    while (byte >= 128) {
      if (at >= packed.length) throw new Error('The embedding model is damaged: its list of features is cut short.')
      byte = packed[at++]!
      gap += (byte & 127) * shift
      shift *= 128
    }
    hash += gap
    let slot = hash & mask
    while (rows[slot]! >= 0) slot = (slot + 1) & mask
    keys[slot] = hash
    rows[slot] = row
  }
  return (wanted) => {
    let slot = wanted & mask
    while (rows[slot]! >= 0) {
      if (keys[slot] === wanted) return rows[slot]!
      slot = (slot + 1) & mask
    }
    return -1
  }
}
