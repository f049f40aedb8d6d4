import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createVectorTable } from './vectorTable.ts'

const productsOf = (width: number, rows: Int8Array[], query: Int8Array, plain: boolean): number[] => {
  const table = createVectorTable(width, plain)
  for (const row of rows) table.push(row)
  const found: number[] = []
  table.scan(query, (_first, products, count) => found.push(...products.subarray(0, count)))
  return found
}

describe('a table of vectors', () => {
  it('gives the same products by WebAssembly and by JavaScript, bit for bit', () => {
    const vector = (width: number) =>
      fc
        .array(fc.integer({ min: -128, max: 127 }), { minLength: width, maxLength: width })
        .map((numbers) => Int8Array.from(numbers))
    fc.assert(
      fc.property(
        fc
          .constantFrom(8, 64, 96, 128, 192, 256)
          .chain((width) => fc.tuple(fc.constant(width), fc.array(vector(width), { maxLength: 20 }), vector(width))),
        ([width, rows, query]) => {
          expect(productsOf(width, rows, query, false)).toEqual(productsOf(width, rows, query, true))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('keeps its rows and goes on comparing when it outgrows its memory and its blocks', () => {
    const rows = Array.from({ length: 9000 }, (_, index) => new Int8Array(64).fill((index % 255) - 127))
    const query = new Int8Array(64).fill(-128)
    const products = productsOf(64, rows, query, false)
    expect(products).toHaveLength(9000)
    expect(products.every((product, index) => product === 64 * -128 * ((index % 255) - 127))).toBe(true)
  })

  it('compares with what is added after it was loaded', () => {
    const table = createVectorTable(16)
    table.load(Int8Array.from({ length: 32 }, (_, index) => index))
    expect(table.push(new Int8Array(16).fill(2))).toBe(2)
    const found: number[] = []
    table.scan(
      new Int8Array(16).fill(1),
      (first, products, count) => found.push(first, ...products.subarray(0, count)),
      1,
    )
    expect(found).toEqual([1, 376, 32])
    expect(table.length(2)).toBe(8)
  })
})
