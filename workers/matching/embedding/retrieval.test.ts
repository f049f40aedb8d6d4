import { describe, expect, it } from 'vitest'
import { FigureSums, rankRelevant } from './retrieval.ts'

describe('rankRelevant', () => {
  it('ranks by similarity', () => {
    expect(rankRelevant(Float64Array.of(0.1, 0.9, 0.5), [2])).toEqual([2])
    expect(rankRelevant(Float64Array.of(0.1, 0.9, 0.5), [0, 1])).toEqual([1, 3])
  })

  it('lets ties go against the relevant item, so that a model that knows nothing scores nothing', () => {
    expect(rankRelevant(Float64Array.of(0, 0, 0, 0), [0])).toEqual([4])
  })

  it('does not let relevant items push each other down twice', () => {
    expect(rankRelevant(Float64Array.of(0.5, 0.5, 0.4), [0, 1])).toEqual([1, 2])
  })
})

describe('FigureSums', () => {
  it('gives the figures computed by hand', () => {
    const sums = new FigureSums()
    sums.add([1])
    sums.add([3])
    sums.add([11])
    const { mrr, recall10, ndcg10, queries } = sums.figures()
    expect(queries).toBe(3)
    expect(mrr).toBeCloseTo((1 + 1 / 3 + 1 / 11) / 3, 12)
    expect(recall10).toBeCloseTo(2 / 3, 12)
    // A relevant item at rank 3 gains 1 / log2(4) = 0.5.
    expect(ndcg10).toBeCloseTo((1 + 0.5 + 0) / 3, 12)
  })

  it('takes several relevant items against the best possible order', () => {
    const sums = new FigureSums()
    sums.add([2, 4, 20])
    const { mrr, recall10, ndcg10, map } = sums.figures()
    expect(mrr).toBe(0.5)
    expect(map).toBeCloseTo((1 / 2 + 2 / 4 + 3 / 20) / 3, 12)
    expect(recall10).toBeCloseTo(2 / 3, 12)
    const ideal = 1 + 1 / Math.log2(3) + 0.5
    expect(ndcg10).toBeCloseTo((1 / Math.log2(3) + 1 / Math.log2(5)) / ideal, 12)
  })

  it('gives zeros without queries', () => {
    expect(new FigureSums().figures()).toEqual({ mrr: 0, recall10: 0, ndcg10: 0, map: 0, queries: 0 })
  })
})
