import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shownScore, type Term, termNames } from '../model/match.ts'
import { learnedShares, pointLines, scoreTenths } from './points.ts'

const term = (name: Term['name'], points: number, value: number | null = 0.5): Term => ({
  name,
  value,
  weight: 1,
  points,
  detail: {},
})

describe('pointLines', () => {
  it('M062 M063 the lines a person adds up are the score that person reads, whatever the points', () => {
    const points = fc.double({ min: -30, max: 30, noNaN: true })
    fc.assert(
      fc.property(fc.array(points, { minLength: 1, maxLength: 10 }), points, (values, cap) => {
        const score = 50 + values.reduce((sum, value) => sum + value, 0) + cap
        const terms = values.map((value, index) => term(termNames[index]!, value))
        const lines = pointLines({ score, terms, capPoints: cap })
        const sum = lines.reduce((total, line) => total + (line.tenths ?? 0), 500)
        expect(Math.abs(sum - scoreTenths(score))).toBe(0)
        for (const [index, line] of lines.entries()) {
          expect(Math.abs(line.tenths! - (values[index] ?? cap) * 10)).toBeLessThanOrEqual(1.000001)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('leaves a term of nothing at nothing, and says unknown instead of zero', () => {
    const terms = [term('occupation', 14.16), term('languages', 0, null), term('nices', 0), term('overlap', 1.28)]
    const lines = pointLines({ score: 50 + 14.16 + 1.28, terms, capPoints: 0 })
    expect(lines.map(({ tenths }) => tenths)).toEqual([141, null, 0, 13])
  })

  it('keeps the cap as one more line below the uncapped sounding', () => {
    const lines = pointLines({ score: 30, terms: [term('occupation', 34.3)], capPoints: -54.3 })
    expect(lines.map(({ name, tenths }) => [name, tenths])).toEqual([
      ['occupation', 343],
      ['cap', -543],
    ])
  })
})

describe('shownScore', () => {
  it('M066 is the rounded number, so that what is read and what is coloured never disagree', () => {
    expect([84.4, 84.5, 84.95, 85.4, 29.5].map(shownScore)).toEqual([84, 85, 85, 85, 30])
  })
})

describe('learnedShares', () => {
  it('M062 the shares of what was learned sum to its line, and name only the terms learned from', () => {
    const learned = { ...term('learned', 4.2, 0.7), detail: { location: 0.6, musts: -0.1, nices: 0.35 } }
    const shares = learnedShares({ terms: [term('musts', 3), learned] })
    expect(shares.map(({ name }) => name)).toEqual(['location', 'nices', 'musts'])
    expect(shares.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(4.2, 9)
    expect(learnedShares({ terms: [term('learned', 0, null)] })).toEqual([])
  })
})
