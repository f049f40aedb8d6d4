import type { PartReader, PartWriter } from './parts.ts'

/** Strings by number, in arrays instead of a hundred thousand objects: some 25 bytes for a word instead of a hundred. */
export interface StringTable {
  readonly size: number
  /** The number of a string, given to it now if it has none. */
  intern: (text: string) => number
  /** Its number, -1 when it has none. */
  find: (text: string) => number
  get: (number: number) => string
  /** Letters (UTF-16 units) of a string without making it one. */
  lengthOf: (number: number) => number
  letterAt: (number: number, at: number) => number
  sizeBytes: () => number
  save: (writer: PartWriter) => void
  /** Takes what was saved in place of all that was there. */
  load: (reader: PartReader) => void
}

export function createStringTable(): StringTable {
  let letters = new Uint16Array(4096)
  let starts = new Uint32Array(513)
  let slots = new Int32Array(1024).fill(-1)
  let size = 0

  const slotOf = (text: string): number => {
    let hash = 0x811c9dc5
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    hash ^= hash >>> 15
    const mask = slots.length - 1
    let slot = (hash ^ (hash >>> 7)) & mask
    for (;;) {
      const number = slots[slot]!
      if (number < 0 || equals(number, text)) return slot
      slot = (slot + 1) & mask
    }
  }
  const equals = (number: number, text: string): boolean => {
    const start = starts[number]!
    if (starts[number + 1]! - start !== text.length) return false
    for (let at = 0; at < text.length; at += 1) if (letters[start + at] !== text.charCodeAt(at)) return false
    return true
  }
  const get = (number: number): string => {
    let text = ''
    for (let at = starts[number]!; at < starts[number + 1]!; at += 1) text += String.fromCharCode(letters[at]!)
    return text
  }
  const add = (text: string): number => {
    const start = starts[size]!
    if (start + text.length > letters.length) {
      const larger = new Uint16Array(Math.ceil((start + text.length) * 1.4))
      larger.set(letters)
      letters = larger
    }
    if (size + 2 > starts.length) {
      const larger = new Uint32Array(Math.ceil(starts.length * 1.4) + 2)
      larger.set(starts)
      starts = larger
    }
    for (let at = 0; at < text.length; at += 1) letters[start + at] = text.charCodeAt(at)
    size += 1
    starts[size] = start + text.length
    return size - 1
  }
  return {
    get size() {
      return size
    },
    intern(text) {
      const slot = slotOf(text)
      const known = slots[slot]!
      if (known >= 0) return known
      const number = add(text)
      slots[slot] = number
      if (size * 2 > slots.length) {
        slots = new Int32Array(slots.length * 2).fill(-1)
        for (let each = 0; each < size; each += 1) slots[slotOf(get(each))] = each
      }
      return number
    },
    find: (text) => slots[slotOf(text)]!,
    get,
    lengthOf: (number) => starts[number + 1]! - starts[number]!,
    letterAt: (number, at) => letters[starts[number]! + at]!,
    save(writer) {
      writer.numbers(letters.subarray(0, starts[size]!))
      writer.numbers(starts.subarray(0, size + 1))
      writer.numbers(slots)
    },
    load(reader) {
      letters = reader.numbers(Uint16Array)
      starts = reader.numbers(Uint32Array)
      slots = reader.numbers(Int32Array)
      size = starts.length - 1
    },
    sizeBytes: () => letters.byteLength + starts.byteLength + slots.byteLength,
  }
}
