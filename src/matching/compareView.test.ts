import { describe, expect, it } from 'vitest'
import type { Explanation, Term } from '../model/match.ts'
import { barScale, compareTerms } from './compareView.ts'

const term = (name: Term['name'], points: number, value: number | null = 0.5, detail: Term['detail'] = {}): Term => ({
  name,
  value,
  weight: 1,
  points,
  detail,
})
const explanation = (terms: Term[], capPoints = 0): Explanation => ({
  offerId: 'o',
  candidateId: 'c',
  score: 50 + terms.reduce((sum, { points }) => sum + points, 0) + capPoints,
  low: 0,
  high: 100,
  confidence: 1,
  sub: { semantic: 0, rules: 0, learned: null },
  cappedBy: capPoints === 0 ? null : 'r1',
  capPoints,
  terms,
  requirements: [],
  km: null,
  strengths: [],
  weaknesses: [],
  risks: [],
  opportunities: [],
  raises: [],
  engine: '1',
  asOf: '2026-11',
})

describe('compareTerms', () => {
  const terms = compareTerms([
    explanation([term('occupation', 14.2), term('languages', 0, null, { of: 1 }), term('conditions', -3.2)]),
    explanation([term('occupation', 9.8), term('languages', 0.8, 1, { of: 1 }), term('conditions', -3.2)], -20),
  ])

  it('M067 aligns the same terms; unknown stays unknown and the higher stands out only when they differ', () => {
    expect(terms).toEqual([
      {
        name: 'occupation',
        cells: [
          { tenths: 142, isBest: true },
          { tenths: 98, isBest: false },
        ],
      },
      {
        name: 'languages',
        cells: [
          { tenths: null, isBest: false },
          { tenths: 8, isBest: true },
        ],
      },
      {
        name: 'conditions',
        cells: [
          { tenths: -32, isBest: false },
          { tenths: -32, isBest: false },
        ],
      },
      {
        name: 'cap',
        cells: [
          { tenths: 0, isBest: true },
          { tenths: -200, isBest: false },
        ],
      },
    ])
  })

  it('one scale for all bars, the cap aside', () => {
    const { zero, perTenth } = barScale(terms)
    expect(zero).toBeCloseTo((32 / 174) * 100)
    expect(zero + 142 * perTenth).toBeCloseTo(100)
    expect(barScale([])).toEqual({ zero: 0, perTenth: 0 })
  })
})
