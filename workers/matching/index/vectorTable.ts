import { blockRows, createVectorKernel, kernelTableStart, plainProducts } from './vectorKernel.ts'

const pageBytes = 65_536

/** Rows of int8 numbers, each with its length, that can be compared with a vector all at once. */
export interface VectorTable {
  readonly width: number
  readonly count: number
  /** Adds a row; gives its number. */
  push: (vector: Int8Array) => number
  /** Adds rows that were kept as `bytes`. */
  load: (bytes: Int8Array) => void
  row: (index: number) => Int8Array
  /** A copy of the rows from one on, up to another. */
  rows: (from: number, to: number) => Int8Array<ArrayBuffer>
  /** The lengths of all rows, for loops over products. */
  lengths: () => Float32Array
  /** Square root of the row's squares; 0 for a row of zeros. */
  length: (index: number) => number
  /** Calls `visit` with the product of `query` with each row from `from` on, block by block. */
  scan: (
    query: Int8Array,
    visit: (firstRow: number, products: Int32Array, count: number) => void,
    from?: number,
  ) => void
  sizeBytes: () => number
}

export const lengthOf = (vector: Int8Array): number => {
  let squares = 0
  for (let index = 0; index < vector.length; index += 1) squares += vector[index]! * vector[index]!
  return Math.sqrt(squares)
}

/** An empty table. `plain` keeps WebAssembly out, for tests and where there is none. */
export function createVectorTable(width: number, plain = false): VectorTable {
  const start = kernelTableStart(width)
  const memory =
    plain || typeof WebAssembly !== 'object'
      ? null
      : new WebAssembly.Memory({ initial: Math.ceil(start / pageBytes) + 1 })
  const kernel = memory && createVectorKernel(memory, width)
  const offset = kernel ? start : 0
  let bytes = kernel ? new Int8Array(memory!.buffer) : new Int8Array(pageBytes)
  let lengths = new Float32Array(256)
  let count = 0
  const sums = new Int32Array(blockRows)

  const reserve = (rows: number) => {
    const needed = offset + rows * width
    if (needed > bytes.length) {
      const wanted = Math.max(needed, Math.ceil(bytes.length * 1.3))
      if (kernel) {
        memory!.grow(Math.ceil((wanted - bytes.length) / pageBytes))
        bytes = new Int8Array(memory!.buffer)
      } else {
        const larger = new Int8Array(wanted)
        larger.set(bytes)
        bytes = larger
      }
    }
    if (rows > lengths.length) {
      const larger = new Float32Array(Math.max(rows, Math.ceil(lengths.length * 1.3)))
      larger.set(lengths)
      lengths = larger
    }
  }
  const row = (index: number) => bytes.subarray(offset + index * width, offset + (index + 1) * width)

  return {
    width,
    get count() {
      return count
    },
    push(vector) {
      reserve(count + 1)
      bytes.set(vector, offset + count * width)
      lengths[count] = lengthOf(vector)
      count += 1
      return count - 1
    },
    load(added) {
      const rows = Math.floor(added.length / width)
      reserve(count + rows)
      bytes.set(added, offset + count * width)
      for (let index = 0; index < rows; index += 1) lengths[count + index] = lengthOf(row(count + index))
      count += rows
    },
    row,
    rows: (from, to) => bytes.slice(offset + from * width, offset + to * width),
    lengths: () => lengths,
    length: (index) => lengths[index]!,
    scan(query, visit, from = 0) {
      for (let first = from; first < count; first += blockRows) {
        const rows = Math.min(blockRows, count - first)
        if (kernel) kernel.products(query, first, rows, sums)
        else plainProducts(bytes, width, query, first, rows, sums)
        visit(first, sums, rows)
      }
    },
    sizeBytes: () => bytes.byteLength + lengths.byteLength,
  }
}
