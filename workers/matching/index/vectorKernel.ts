/*
 * The one loop worth machine code: the products of an int8 vector with every row of a table. The module is put
 * together here, for the width of the vectors at hand, so that its source is all there is to read and nothing is
 * fetched. Where WebAssembly has no SIMD the same sums are made in JavaScript: they are integers, so both give the
 * same numbers bit for bit.
 */

/** Rows of one call: their sums are written over those of the call before. */
export const blockRows = 4096

export interface VectorKernel {
  /** Bytes before the table in the kernel's memory: the vector asked and the sums of a block. */
  tableStart: number
  /** Sums of the rows from `from` on, at most `blockRows` of them, into `sums`. */
  products: (query: Int8Array, from: number, count: number, sums: Int32Array) => void
}

const magic = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
const i32 = 0x7f
const v128 = 0x7b
const localGet = 0x20
const localSet = 0x21
const i32Const = 0x41

/** A number as WebAssembly writes it (unsigned LEB128). */
function unsigned(value: number): number[] {
  const bytes: number[] = []
  let left = value
  do {
    const byte = left & 0x7f
    left >>>= 7
    bytes.push(left === 0 ? byte : byte | 0x80)
  } while (left !== 0)
  return bytes
}

/** A signed number as WebAssembly writes it. */
function signed(value: number): number[] {
  const bytes: number[] = []
  let left = value
  for (;;) {
    const byte = left & 0x7f
    left >>= 7
    if ((left === 0 && (byte & 0x40) === 0) || (left === -1 && (byte & 0x40) !== 0)) {
      bytes.push(byte)
      return bytes
    }
    bytes.push(byte | 0x80)
  }
}

const simd = (operation: number, ...rest: number[]): number[] => [0xfd, ...unsigned(operation), ...rest]
const section = (id: number, body: number[]): number[] => [id, ...unsigned(body.length), ...body]
const vector = (items: number[][]): number[] => [...unsigned(items.length), ...items.flat()]
const name = (text: string): number[] => [
  ...unsigned(text.length),
  ...Array.from(text, (letter) => letter.charCodeAt(0)),
]

/**
 * `products(row, end, out, query)`: from the address `row` to `end`, one sum for each `width` bytes, written from `out`
 * on. The vector asked stands at `query` as 16-bit numbers; it is read once and kept.
 */
function assemble(width: number): Uint8Array<ArrayBuffer> {
  const parts = width / 8
  const [row, end, out, query] = [0, 1, 2, 3]
  const part = (index: number) => 4 + index
  const sum = part(parts)
  const body: number[] = []
  const get = (local: number) => [localGet, ...unsigned(local)]
  const set = (local: number) => [localSet, ...unsigned(local)]
  for (let index = 0; index < parts; index += 1)
    body.push(...get(query), ...simd(0, 4, ...unsigned(index * 16)), ...set(part(index))) // v128.load
  body.push(0x03, 0x40) // loop
  for (let index = 0; index < parts; index += 1) {
    body.push(...get(row), ...simd(1, 0, ...unsigned(index * 8))) // v128.load8x8_s
    body.push(...get(part(index)), ...simd(0xba)) // i32x4.dot_i16x8_s
    if (index > 0) body.push(...get(sum), ...simd(0xae)) // i32x4.add
    body.push(...set(sum))
  }
  body.push(...get(out))
  for (let lane = 0; lane < 4; lane += 1) {
    body.push(...get(sum), ...simd(0x1b, lane)) // i32x4.extract_lane
    if (lane > 0) body.push(0x6a) // i32.add
  }
  body.push(0x36, 2, 0) // i32.store
  body.push(...get(out), i32Const, ...signed(4), 0x6a, ...set(out))
  body.push(...get(row), i32Const, ...signed(width), 0x6a, localSet + 1, ...unsigned(row)) // local.tee
  body.push(...get(end), 0x49, 0x0d, 0, 0x0b, 0x0b) // i32.lt_u, br_if 0, end of the loop, end
  const code = [...vector([[...unsigned(parts + 1), v128]]), ...body]
  return Uint8Array.from([
    ...magic,
    ...section(1, vector([[0x60, ...vector([[i32], [i32], [i32], [i32]]), 0]])),
    ...section(2, vector([[...name('kernel'), ...name('memory'), 2, 0, 1]])),
    ...section(3, vector([[0]])),
    ...section(7, vector([[...name('products'), 0, 0]])),
    ...section(10, vector([[...unsigned(code.length), ...code]])),
  ])
}

const modules = new Map<number, WebAssembly.Module | null>()

function moduleFor(width: number): WebAssembly.Module | null {
  let found = modules.get(width)
  if (found === undefined) {
    const bytes = assemble(width)
    // Compiling so few bytes takes less than a frame, and waiting for it would make every search asynchronous.
    found = typeof WebAssembly === 'object' && WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null
    modules.set(width, found)
  }
  return found
}

/**
 * The kernel over a table in `memory`, which it keeps reading when the memory grows; null where WebAssembly has no
 * SIMD or `width` is no multiple of 8.
 */
export function createVectorKernel(memory: WebAssembly.Memory, width: number): VectorKernel | null {
  const module = width % 8 === 0 ? moduleFor(width) : null
  if (!module) return null
  const { products } = new WebAssembly.Instance(module, { kernel: { memory } }).exports as {
    products: (row: number, end: number, out: number, query: number) => void
  }
  const tableStart = kernelTableStart(width)
  const outAt = width * 2
  return {
    tableStart,
    products(query, from, count, sums) {
      if (count === 0) return
      new Int16Array(memory.buffer, 0, width).set(query)
      const start = tableStart + from * width
      products(start, start + count * width, outAt, 0)
      sums.set(new Int32Array(memory.buffer, outAt, count))
    },
  }
}

export const kernelTableStart = (width: number): number => Math.ceil((width * 2 + blockRows * 4) / 16) * 16

/** The same sums by JavaScript alone. */
export function plainProducts(
  table: Int8Array,
  width: number,
  query: Int8Array,
  from: number,
  count: number,
  sums: Int32Array,
): void {
  for (let row = 0; row < count; row += 1) {
    let sum = 0
    let at = (from + row) * width
    for (let index = 0; index < width; index += 1, at += 1) sum += table[at]! * query[index]!
    sums[row] = sum
  }
}
