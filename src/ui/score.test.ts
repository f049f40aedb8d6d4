import { describe, expect, it } from 'vitest'
import { stratumOf } from './Confidence.tsx'
import { markRanges } from './markRanges.ts'
import { levelGeometry, roundScore } from './score.ts'

describe('the number people read', () => {
  it('is rounded half up, so that 84,5 is already excellent', () => {
    expect([84.49, 84.5, 0.5, 30].map(roundScore)).toEqual([84, 85, 1, 30])
  })

  it('is hatched between the lowest and the highest possible value, and only then', () => {
    expect(levelGeometry({ value: 71, low: 52, high: 88 })).toEqual({ fill: 52, band: { low: 52, high: 88 }, pin: 71 })
    expect(levelGeometry({ value: 74 })).toEqual({ fill: 74, band: null, pin: 74 })
    expect(levelGeometry({ value: 91.4, low: 91.2, high: 91.3 }).band).toBeNull()
    expect(levelGeometry({ value: 104, low: -3, high: 120 })).toEqual({
      fill: 0,
      band: { low: 0, high: 100 },
      pin: 100,
    })
  })
})

describe('how loudly a doubt is shown', () => {
  it.each([
    [0.98, undefined, 'sure'],
    [0.9, undefined, 'sure'],
    [0.89, undefined, 'probable'],
    [0.7, undefined, 'probable'],
    [0.69, undefined, 'doubt'],
    [0.2, 'S. Belkacem', 'human'],
  ] as const)('%d by %s is %s', (share, by, stratum) => {
    expect(stratumOf(share, by)).toBe(stratum)
  })
})

describe('words under the felt pen', () => {
  it('joins overlapping ranges and clips wild ones, and loses no letter', () => {
    const text = 'à −22 °C de nuit'
    const pieces = markRanges(text, [
      { start: 4, end: 8 },
      { start: 0, end: 6 },
      { start: 12, end: 99 },
      { start: 9, end: 9 },
    ])
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    expect(pieces.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(['à −22 ', '°C', 'nuit'])
  })
})
