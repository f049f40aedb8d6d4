import { describe, expect, it } from 'vitest'
import { fitLogistic } from './calibrate.ts'

describe('fitLogistic', () => {
  it('puts the middle between right and wrong answers, and is steeper the less they mix', () => {
    const apart = fitLogistic([0.5, 0.6, 0.7, 0.8, 0.45], [0.1, 0.2, 0.3, 0.4, 0.55])
    const mixed = fitLogistic([0.3, 0.6, 0.7, 0.8, 0.35], [0.1, 0.2, 0.3, 0.6, 0.65])
    expect(apart.middle).toBeGreaterThan(0.4)
    expect(apart.middle).toBeLessThan(0.6)
    expect(apart.slope).toBeGreaterThan(mixed.slope)
    expect(mixed.slope).toBeGreaterThan(0)
  })
})
