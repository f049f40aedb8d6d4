const encoder = new TextEncoder()
const decoder = new TextDecoder()
const align = 8

type Numbers = Uint8Array | Int8Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array

/** Puts arrays of numbers one after the other into one run of bytes. */
export interface PartWriter {
  numbers: (numbers: Numbers) => void
  number: (value: number) => void
  text: (text: string) => void
  /** Everything written. */
  take: () => Uint8Array<ArrayBuffer>
}

export function createPartWriter(): PartWriter {
  const parts: Numbers[] = []
  let size = 0
  const numbers = (part: Numbers): void => {
    parts.push(part)
    size += align + Math.ceil(part.byteLength / align) * align
  }
  return {
    numbers,
    number: (value) => numbers(Float64Array.of(value)),
    text: (text) => numbers(encoder.encode(text)),
    take() {
      const bytes = new Uint8Array(size)
      const view = new DataView(bytes.buffer)
      let at = 0
      for (const part of parts) {
        view.setUint32(at, part.byteLength, true)
        bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at + align)
        at += align + Math.ceil(part.byteLength / align) * align
      }
      return bytes
    },
  }
}

/** Reads what a `PartWriter` wrote, in the same order. Throws a RangeError beyond the end. */
export interface PartReader {
  /** A copy, as the kind of array it was. */
  numbers: <A extends Numbers>(make: new (buffer: ArrayBuffer) => A) => A
  number: () => number
  text: () => string
}

export function createPartReader(bytes: Uint8Array<ArrayBuffer>): PartReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const next = (): Uint8Array<ArrayBuffer> => {
    const length = view.getUint32(at, true)
    const start = at + align
    if (start + length > bytes.length) throw new RangeError('A part is cut short.')
    at = start + Math.ceil(length / align) * align
    return bytes.subarray(start, start + length)
  }
  const numbers: PartReader['numbers'] = (make) => new make(next().slice().buffer)
  return {
    numbers,
    number: () => numbers(Float64Array)[0]!,
    text: () => decoder.decode(next()),
  }
}
