const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Writes numbers and texts one after the other. */
export interface ByteWriter {
  /** A whole number from 0 to 2^32 - 1 in as few bytes as it needs. */
  number: (value: number) => void
  byte: (value: number) => void
  float: (value: number) => void
  text: (text: string) => void
  bytes: (bytes: Uint8Array | Int8Array) => void
  /** A copy of what was written; the writer is empty again. */
  take: () => Uint8Array<ArrayBuffer>
}

export function createByteWriter(): ByteWriter {
  let buffer = new Uint8Array(4096)
  let view = new DataView(buffer.buffer)
  let at = 0
  const reserve = (count: number) => {
    if (at + count <= buffer.length) return
    const larger = new Uint8Array((at + count) * 2)
    larger.set(buffer)
    buffer = larger
    view = new DataView(buffer.buffer)
  }
  const number = (value: number) => {
    reserve(5)
    let left = value >>> 0
    while (left >= 0x80) {
      buffer[at++] = (left & 0x7f) | 0x80
      left >>>= 7
    }
    buffer[at++] = left
  }
  return {
    number,
    byte(value) {
      reserve(1)
      buffer[at++] = value
    },
    float(value) {
      reserve(8)
      view.setFloat64(at, value, true)
      at += 8
    },
    text(text) {
      const bytes = encoder.encode(text)
      number(bytes.length)
      reserve(bytes.length)
      buffer.set(bytes, at)
      at += bytes.length
    },
    bytes(bytes) {
      reserve(bytes.length)
      buffer.set(bytes, at)
      at += bytes.length
    },
    take() {
      const taken = buffer.slice(0, at)
      at = 0
      return taken
    },
  }
}

/** Reads what a `ByteWriter` wrote, in the same order. Throws a RangeError beyond the end. */
export interface ByteReader {
  number: () => number
  byte: () => number
  float: () => number
  text: () => string
  /** A view, not a copy. */
  bytes: (count: number) => Uint8Array
  at: () => number
}

export function createByteReader(buffer: Uint8Array, start = 0): ByteReader {
  let at = start
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength)
  const take = (count: number): number => {
    if (at + count > buffer.length) throw new RangeError('The record is cut short.')
    at += count
    return at - count
  }
  const number = () => {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      if (at >= buffer.length) throw new RangeError('The record is cut short.')
      const byte = buffer[at++]!
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) break
    }
    return value >>> 0
  }
  const bytes = (count: number) => {
    const from = take(count)
    return buffer.subarray(from, from + count)
  }
  return {
    number,
    byte: () => buffer[take(1)]!,
    float: () => view.getFloat64(take(8), true),
    text: () => decoder.decode(bytes(number())),
    bytes,
    at: () => at,
  }
}
