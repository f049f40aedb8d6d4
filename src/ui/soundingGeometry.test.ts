import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { soundingGeometry } from './soundingGeometry.ts'

const points = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -300, max: 300 }).map((tenths) => tenths / 10),
)
const lines = fc.array(
  points.map((value) => ({ label: 'terme', points: value })),
  { maxLength: 12 },
)

describe('the sounding', () => {
  it('begins each bar where the last one ended, and an unknown moves nothing', () => {
    const { bars, axis, startAt } = soundingGeometry(50, [
      { label: 'Métier', points: 14 },
      { label: 'Langues', points: null },
      { label: 'Contrat', points: -4 },
    ])
    const at = (percent: number) => axis.low + (percent / 100) * (axis.high - axis.low)
    const [gain, unknown, loss] = bars
    expect(at(startAt)).toBeCloseTo(50)
    expect(at(gain!.start)).toBeCloseTo(50)
    expect(at(gain!.start + gain!.width)).toBeCloseTo(64)
    expect(unknown).toMatchObject({ kind: 'unknown', total: 64 })
    expect(at(loss!.start)).toBeCloseTo(60)
    expect(at(loss!.start + loss!.width)).toBeCloseTo(64)
    expect(loss!.total).toBeCloseTo(60)
  })

  it('keeps every bar and the start on the track, whatever the terms', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom('fitted' as const, 'full' as const), (terms, zoom) => {
        const { bars, startAt } = soundingGeometry(50, terms, zoom)
        expect(startAt).toBeGreaterThanOrEqual(0)
        expect(startAt).toBeLessThanOrEqual(100)
        for (const { start, width } of bars) {
          expect(start).toBeGreaterThanOrEqual(-1e-9)
          expect(start + width).toBeLessThanOrEqual(100 + 1e-9)
        }
      }),
    )
  })

  it('ends on the exact sum of what is known', () => {
    fc.assert(
      fc.property(lines, (terms) => {
        const { bars } = soundingGeometry(50, terms)
        const sum = terms.reduce((total, { points: value }) => total + (value ?? 0), 50)
        expect(bars.at(-1)?.total ?? 50).toBeCloseTo(sum, 9)
      }),
    )
  })

  it('gives an unknown its own spread, around the total so far', () => {
    const { bars, axis } = soundingGeometry(50, [{ label: 'x', points: null, spread: { low: -2, high: 10 } }], 'full')
    expect(axis).toEqual({ low: 0, high: 100 })
    expect(bars[0]).toMatchObject({ start: 48, width: 12, total: 50 })
  })
})
