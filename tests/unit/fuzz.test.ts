import { describe, expect, test } from 'vitest'
import { runFuzz } from '../fuzz/runFuzz.ts'

// A slice of what `npm run fuzz` does at length. A fresh seed each time walks where no one has been; it is printed,
// and brings its files back.
describe('C22 broken files of every format', () => {
  const fresh = Math.floor(Math.random() * 2 ** 31)
  test.each([
    ['files known to have been read before', 20_261],
    [`files nobody has seen (seed ${fresh})`, fresh],
  ])(
    '%s: each ends in a reading or a worded failure, in time',
    async (_, seed) => {
      const report = await runFuzz({ seed, runs: 300 })
      expect(report.problems).toEqual([])
      expect(report.outcomes.size).toBeGreaterThan(10)
    },
    120_000,
  )
})
