import type { PartReader, PartWriter } from './parts.ts'

/** Where in a record a word stands. */
export const places = { name: 1, title: 2, organisation: 4, school: 8, skill: 16, body: 32 } as const

/** Records of one run of numbers, with the terms each holds; never changed once made. */
export interface PostingRun {
  first: number
  /** One more than the last record's number. */
  end: number
  /** Calls `visit` with each record that holds the term, in order, and the places where. */
  visit: (term: number, visit: (record: number, places: number) => void) => void
  /** Calls `visit` with each term of each record, in no order. */
  visitAll: (visit: (term: number, record: number) => void) => void
  save: (writer: PartWriter) => void
  sizeBytes: () => number
}

/** A record's terms with the places of each, in any order, each term once. */
export interface RecordTerms {
  terms: Int32Array
  places: Uint8Array
}

/**
 * Makes the run of the records from `first` on. A term's list is the distance to the next record (as many bytes as it
 * needs) and the places, two bytes for most.
 */
export function makePostings(first: number, records: readonly RecordTerms[]): PostingRun {
  let highest = -1
  for (const { terms } of records) for (const term of terms) if (term > highest) highest = term
  const counts = new Uint32Array(highest + 2)
  for (const { terms } of records) for (const term of terms) counts[term + 1] = counts[term + 1]! + 1
  let distinct = 0
  for (let term = 0; term <= highest; term += 1) {
    if (counts[term + 1]! > 0) distinct += 1
    counts[term + 1] = counts[term + 1]! + counts[term]!
  }
  const total = counts[highest + 1]!
  const holders = new Uint16Array(total)
  const wheres = new Uint8Array(total)
  const fill = counts.slice()
  records.forEach(({ terms, places: where }, record) => {
    for (let at = 0; at < terms.length; at += 1) {
      const slot = fill[terms[at]!]!
      fill[terms[at]!] = slot + 1
      holders[slot] = record
      wheres[slot] = where[at]!
    }
  })
  const held = new Uint32Array(distinct)
  const starts = new Uint32Array(distinct + 1)
  const bytes = new Uint8Array(total * 3)
  let at = 0
  let row = 0
  for (let term = 0; term <= highest; term += 1) {
    const from = counts[term]!
    const until = counts[term + 1]!
    if (from === until) continue
    held[row] = term
    starts[row] = at
    row += 1
    let reached = 0
    for (let slot = from; slot < until; slot += 1) {
      const step = holders[slot]! - reached
      reached = holders[slot]!
      if (step >= 0x80) bytes[at++] = (step & 0x7f) | 0x80
      bytes[at++] = step >= 0x80 ? step >> 7 : step
      bytes[at++] = wheres[slot]!
    }
  }
  starts[row] = at
  return createRun(first, first + records.length, held, starts, bytes.slice(0, at))
}

/** The run that was saved. */
export function readPostings(reader: PartReader): PostingRun {
  const [first, end] = [reader.number(), reader.number()]
  return createRun(first, end, reader.numbers(Uint32Array), reader.numbers(Uint32Array), reader.numbers(Uint8Array))
}

function createRun(first: number, end: number, held: Uint32Array, starts: Uint32Array, packed: Uint8Array): PostingRun {
  const visitRow = (row: number, visit: (record: number, places: number) => void): void => {
    const until = starts[row + 1]!
    let record = first
    let position = starts[row]!
    while (position < until) {
      let step = packed[position++]!
      if (step >= 0x80) step = (step & 0x7f) | (packed[position++]! << 7)
      record += step
      visit(record, packed[position++]!)
    }
  }
  const rowOf = (term: number): number => {
    let low = 0
    let high = held.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const found = held[middle]!
      if (found === term) return middle
      if (found < term) low = middle + 1
      else high = middle - 1
    }
    return -1
  }
  return {
    first,
    end,
    visit(term, visit) {
      const found = rowOf(term)
      if (found >= 0) visitRow(found, visit)
    },
    visitAll(visit) {
      for (let row = 0; row < held.length; row += 1) visitRow(row, (record) => visit(held[row]!, record))
    },
    save(writer) {
      writer.number(first)
      writer.number(end)
      for (const part of [held, starts, packed]) writer.numbers(part)
    },
    sizeBytes: () => packed.byteLength + held.byteLength + starts.byteLength,
  }
}
