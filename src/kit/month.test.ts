import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexToMonth, monthIndex, monthsCovered, monthSpan } from './month.ts'

describe('months', () => {
  test('a month reads back as written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2050 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const text = `${year}-${String(month).padStart(2, '0')}`
        expect(indexToMonth(monthIndex(text)!)).toBe(text)
      }),
    )
  })

  test('M045 overlapping jobs count once (C17)', () => {
    const asOf = '2026-06'
    const spans = [monthSpan('2020-01', '2020-12', asOf)!, monthSpan('2020-07', '2021-06', asOf)!]
    expect(monthsCovered(spans)).toBe(18)
    expect(monthsCovered([monthSpan('2026-01', 'present', asOf)!])).toBe(6)
  })

  test('the union is never longer than the sum, nor shorter than the longest, whatever the order', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 60 }))
      .map(([from, length]) => ({ from, to: from + length }))
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 12 }), (spans) => {
        const lengths = spans.map(({ from, to }) => to - from + 1)
        const covered = monthsCovered(spans)
        expect(covered).toBeLessThanOrEqual(lengths.reduce((a, b) => a + b))
        expect(covered).toBeGreaterThanOrEqual(Math.max(...lengths))
        expect(monthsCovered([...spans].reverse())).toBe(covered)
      }),
    )
  })

  test('a bare year spans the year, an end before the start is no span', () => {
    expect(monthSpan('2019', '2019', '2026-06')).toEqual({ from: monthIndex('2019-01'), to: monthIndex('2019-12') })
    expect(monthSpan('2020-05', '2019-01', '2026-06')).toBeNull()
    expect(monthSpan('', '2019', '2026-06')).toBeNull()
  })
})
