import { describe, expect, it } from 'vitest'
import { Arena, createKernels } from './kernels.ts'
import { createRandom } from './random.ts'

const size = 8
const random = createRandom(3)
const arena = new Arena(100_000)
const kernels = createKernels(arena.memory)

function drawn(count: number): Float32Array {
  const values = arena.floats(count)
  for (let i = 0; i < count; i++) values[i] = random.normal()
  return values
}

const dot = (a: Float32Array, i: number, b: Float32Array, j: number): number => {
  let sum = 0
  for (let d = 0; d < size; d++) sum += a[i * size + d]! * b[j * size + d]!
  return sum
}

describe('createKernels', () => {
  it('multiplies and combines as plain loops do, also where columns do not come in fours', () => {
    const [aCount, bCount] = [3, 6]
    const a = drawn(aCount * size)
    const b = drawn(bCount * size)
    const products = arena.floats(aCount * bCount)
    kernels.products(a.byteOffset, b.byteOffset, products.byteOffset, aCount, bCount, size)
    for (let i = 0; i < aCount; i++)
      for (let j = 0; j < bCount; j++) expect(products[i * bCount + j]).toBeCloseTo(dot(a, i, b, j), 5)

    const out = arena.floats(bCount * size)
    kernels.combine(products.byteOffset, 4, bCount * 4, a.byteOffset, out.byteOffset, bCount, aCount, size)
    for (let j = 0; j < bCount; j++) {
      for (let d = 0; d < size; d++) {
        let sum = 0
        for (let i = 0; i < aCount; i++) sum += products[i * bCount + j]! * a[i * size + d]!
        expect(out[j * size + d]).toBeCloseTo(sum, 4)
      }
    }
  })

  it('sums the rows of texts, and carries slopes back to those rows alone', () => {
    const table = drawn(4 * size)
    const offsets = arena.integers(3)
    const rows = arena.integers(3)
    const weights = arena.floats(3)
    offsets.set([0, 2, 3])
    rows.set([0, 2, 2])
    weights.set([1, 2, 1])
    const vectors = arena.floats(2 * size)
    const norms = arena.floats(2)
    const list = [table, offsets, rows, weights].map((array) => array.byteOffset) as [number, number, number, number]
    kernels.bag(...list, 2, size, vectors.byteOffset, norms.byteOffset)
    for (let d = 0; d < size; d++) {
      expect(vectors[d]! * norms[0]!).toBeCloseTo(table[d]! + 2 * table[2 * size + d]!, 4)
      expect(vectors[size + d]! * norms[1]!).toBeCloseTo(table[2 * size + d]!, 4)
    }
    expect(dot(vectors, 0, vectors, 0)).toBeCloseTo(1, 5)

    const slopes = drawn(2 * size)
    const gradients = arena.floats(4 * size)
    kernels.scatter(
      vectors.byteOffset,
      slopes.byteOffset,
      norms.byteOffset,
      ...([offsets, rows, weights].map((array) => array.byteOffset) as [number, number, number]),
      2,
      size,
      gradients.byteOffset,
    )
    // Along a vector nothing moves: its length does not count.
    expect(dot(vectors, 0, gradients, 0)).toBeCloseTo(0, 4)
    expect(gradients.subarray(size, 2 * size).every((value) => value === 0)).toBe(true)
    expect(gradients.subarray(2 * size, 3 * size).some((value) => value !== 0)).toBe(true)

    const squares = arena.floats(4 * size)
    const touched = arena.integers(2)
    touched.set([0, 2])
    const before = table.slice()
    const direction = gradients.slice()
    const places = [table, squares, gradients].map((array) => array.byteOffset) as [number, number, number]
    kernels.adagrad(touched.byteOffset, 2, size, ...places, 0.1)
    for (const row of [0, 2])
      for (let d = 0; d < size; d++) {
        const at = row * size + d
        // The first step of Adagrad has the full rate whatever the slope.
        expect(table[at]! - before[at]!).toBeCloseTo(-0.1 * Math.sign(direction[at]!), 4)
      }
    expect(table.slice(size, 2 * size)).toEqual(before.slice(size, 2 * size))
    expect(gradients.every((value) => value === 0)).toBe(true)
  })
})
