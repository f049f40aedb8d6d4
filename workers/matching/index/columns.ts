/** Numbers that grow by records, in typed arrays. */
export interface Column<A extends Numbers> {
  readonly values: A
  readonly size: number
  push: (value: number) => void
  /** Takes the place of all that was there. */
  load: (values: A) => void
  sizeBytes: () => number
}

type Numbers = Uint8Array | Int16Array | Uint16Array | Int32Array | Float32Array | Float64Array

/** An empty column of the given kind of array. */
export function createColumn<A extends Numbers>(make: (length: number) => A): Column<A> {
  let values = make(256)
  let size = 0
  return {
    get values() {
      return values
    },
    get size() {
      return size
    },
    push(value) {
      if (size === values.length) {
        const larger = make(Math.ceil(size * 1.4) + 16)
        larger.set(values)
        values = larger
      }
      values[size] = value
      size += 1
    },
    load(kept) {
      values = kept
      size = kept.length
    },
    sizeBytes: () => values.byteLength,
  }
}
