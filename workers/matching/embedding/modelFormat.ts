/*
 * The model file, little-endian:
 *    0  8 bytes  magic
 *    8  u16      format version        10  u16  feature version (hashing.ts)
 *   12  u16      dimensions            14  u16  bits per component, 8 or 4
 *   16  u32      rows                  20  u32  bytes of the hash list
 *   24  f32      unit of the row scales
 *   28  u32      checksum of everything after the header
 *   32  the hashes, ascending, as varint gaps; then a u16 scale per row; then the rows' components
 */
export const MAGIC = 'VIVIEREM'
export const MODEL_FORMAT = 1
export const HEADER_BYTES = 32

/** FNV-1a over 32 bits: finds damage in transit or on disk; it is no protection against forgery. */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193)
  return hash >>> 0
}

/** Rows of trained floats as a model file; hashes must be ascending and unique. */
export function packModel(hashes: Uint32Array, rows: Float32Array, dimensions: number, bits: 4 | 8): Uint8Array<ArrayBuffer> {
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
  const levels = bits === 8 ? 127 : 7
  const rowScales = new Float64Array(rowCount)
  for (let row = 0; row < rowCount; row++) rowScales[row] = bestScale(rows.subarray(row * dimensions, (row + 1) * dimensions), levels)
  const unit = Math.fround(rowScales.reduce((a, b) => Math.max(a, b), 0) / 65535)

  const scalesStart = HEADER_BYTES + packedHashes.length
  const codesStart = scalesStart + rowCount * 2
  const file = new Uint8Array(codesStart + (rowCount * dimensions * bits) / 8)
  const view = new DataView(file.buffer)
  for (let i = 0; i < MAGIC.length; i++) file[i] = MAGIC.charCodeAt(i)
  file.set(packedHashes, HEADER_BYTES)
  for (let row = 0; row < rowCount; row++) {
    const stored = Math.max(1, Math.round(rowScales[row]! / unit))
    view.setUint16(scalesStart + row * 2, stored, true)
    for (let d = 0; d < dimensions; d++) {
      const at = row * dimensions + d
      const code = Math.max(-levels, Math.min(levels, Math.round(rows[at]! / (stored * unit))))
      if (bits === 8) file[codesStart + at] = code & 255
      else file[codesStart + (at >> 1)]! |= (code + 8) << ((at & 1) * 4)
    }
  }
  view.setUint16(8, MODEL_FORMAT, true)
  view.setUint16(12, dimensions, true)
  view.setUint16(14, bits, true)
  view.setUint32(16, rowCount, true)
  view.setUint32(20, packedHashes.length, true)
  view.setFloat32(24, unit, true)
  return file
}

/** The step that loses least: clipping a row's few largest components is worth finer steps for the others. */
function bestScale(row: Float32Array, levels: number): number {
  let largest = 0
  for (const value of row) largest = Math.max(largest, Math.abs(value))
  let best = largest / levels
  let bestLoss = Infinity
  for (let share = 1; share >= 0.5; share -= 0.05) {
    const scale = (largest * share) / levels
    let loss = 0
    for (const value of row) {
      const code = Math.max(-levels, Math.min(levels, Math.round(value / scale)))
      loss += (value - code * scale) * (value - code * scale)
    }
    if (loss < bestLoss) {
      bestLoss = loss
      best = scale
    }
  }
  return best
}
