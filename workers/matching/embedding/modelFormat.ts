/*
 * The model file, little-endian:
 *    0  8 bytes  magic
 *    8  u16      format version        10  u16  feature version (hashing.ts)
 *   12  u16      dimensions            14  u16  bits per component, 2 to 8
 *   16  u32      rows                  20  u32  bytes of the hash list
 *   24  f32      unit of the row scales
 *   28  u32      checksum of everything else
 *   32  f32      the similarity that means the same as often as not, among plausible texts
 *   36  f32      slope of the logistic through it
 *   40  the hashes, ascending, as varint gaps; then a u16 scale per row; then the rows' components,
 *      low bits first; a component c of b bits stands for (2c - (2^b - 1)) times the row's scale
 */
export const MAGIC = 'VIVIEREM'
export const MODEL_FORMAT = 2
export const HEADER_BYTES = 40
export const CHECKSUM_AT = 28

/**
 * FNV-1a over 32 bits of the whole file but the checksum itself: finds damage in transit or on disk; it is no
 * protection against forgery.
 */
export function checksum(file: Uint8Array): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < CHECKSUM_AT; i++) hash = Math.imul(hash ^ file[i]!, 0x01000193)
  for (let i = CHECKSUM_AT + 4; i < file.length; i++) hash = Math.imul(hash ^ file[i]!, 0x01000193)
  return hash >>> 0
}

/** How a similarity reads as a likelihood: sigmoid(slope * (similarity - middle)). */
export interface Calibration {
  readonly middle: number
  readonly slope: number
}

/** Rows of trained floats as a model file; hashes must be ascending and unique. */
export function packModel(
  hashes: Uint32Array,
  rows: Float32Array,
  dimensions: number,
  bits: number,
  featureVersion: number,
  calibration: Calibration,
): Uint8Array<ArrayBuffer> {
  const rowCount = hashes.length
  const packedHashes: number[] = []
  let previous = 0
  for (const hash of hashes) {
    let gap = hash - previous
    while (gap >= 128) {
      packedHashes.push((gap % 128) + 128)
      gap = Math.floor(gap / 128)
    }
    packedHashes.push(gap)
    previous = hash
  }
  const top = 2 ** bits - 1
  const rowScales = new Float64Array(rowCount)
  for (let row = 0; row < rowCount; row++)
    rowScales[row] = bestScale(rows.subarray(row * dimensions, (row + 1) * dimensions), top)
  const unit = Math.fround(rowScales.reduce((a, b) => Math.max(a, b), 0) / 65535)

  const scalesStart = HEADER_BYTES + packedHashes.length
  const codesStart = scalesStart + rowCount * 2
  const file = new Uint8Array(codesStart + (rowCount * dimensions * bits) / 8)
  const view = new DataView(file.buffer)
  for (let i = 0; i < MAGIC.length; i++) file[i] = MAGIC.charCodeAt(i)
  file.set(packedHashes, HEADER_BYTES)
  let at = codesStart
  let pending = 0
  let pendingBits = 0
  for (let row = 0; row < rowCount; row++) {
    const stored = Math.max(1, Math.round(rowScales[row]! / unit))
    view.setUint16(scalesStart + row * 2, stored, true)
    for (let d = 0; d < dimensions; d++) {
      pending |= toCode(rows[row * dimensions + d]! / (stored * unit), top) << pendingBits
      pendingBits += bits
      while (pendingBits >= 8) {
        file[at++] = pending & 255
        pending >>>= 8
        pendingBits -= 8
      }
    }
  }
  view.setUint16(8, MODEL_FORMAT, true)
  view.setUint16(10, featureVersion, true)
  view.setUint16(12, dimensions, true)
  view.setUint16(14, bits, true)
  view.setUint32(16, rowCount, true)
  view.setUint32(20, packedHashes.length, true)
  view.setFloat32(24, unit, true)
  view.setFloat32(32, calibration.middle, true)
  view.setFloat32(36, calibration.slope, true)
  view.setUint32(CHECKSUM_AT, checksum(file), true)
  return file
}

/** Fills target with the components packed from a byte on: odd whole numbers between -(2^bits - 1) and 2^bits - 1. */
export function unpackComponents(packed: Uint8Array, start: number, bits: number, target: Int16Array): void {
  const top = 2 ** bits - 1
  let at = start
  if (bits === 2) {
    // What the shipped models use, four at a time: new words wait for nothing else.
    for (let i = 0; i < target.length; i += 4) {
      const byte = packed[at++]!
      target[i] = 2 * (byte & 3) - 3
      target[i + 1] = 2 * ((byte >> 2) & 3) - 3
      target[i + 2] = 2 * ((byte >> 4) & 3) - 3
      target[i + 3] = 2 * (byte >> 6) - 3
    }
    return
  }
  let pending = 0
  let pendingBits = 0
  for (let i = 0; i < target.length; i++) {
    while (pendingBits < bits) {
      pending |= packed[at++]! << pendingBits
      pendingBits += 8
    }
    target[i] = 2 * (pending & top) - top
    pending >>>= bits
    pendingBits -= bits
  }
}

function toCode(value: number, top: number): number {
  return Math.max(0, Math.min(top, Math.round((value + top) / 2)))
}

/** The step that loses least: clipping a row's few largest components is worth finer steps for the others. */
function bestScale(row: Float32Array, top: number): number {
  let largest = 0
  for (const value of row) largest = Math.max(largest, Math.abs(value))
  let best = largest / top
  let bestLoss = Infinity
  for (let share = 1; share >= 0.3; share -= 0.04) {
    const scale = (largest * share) / top
    let loss = 0
    for (const value of row) {
      const error = value - scale * (2 * toCode(value / scale, top) - top)
      loss += error * error
    }
    if (loss < bestLoss) {
      bestLoss = loss
      best = scale
    }
  }
  return best
}
