import { describe, expect, test } from 'vitest'
import { runFuzz } from '../fuzz/runFuzz.ts'

// A slice of what `npm run fuzz` does at length. A fresh seed each time walks where no one has been; it is printed,
// and brings its files back. The limit of a file is far above what it takes: a loaded machine is not a hang.
describe('C22 broken files of every format', () => {
  const fresh = Math.floor(Math.random() * 2 ** 31)
  test.each([
    ['150 files known to have been read before', 20_261, 150],
    [`60 files nobody has seen (npm run fuzz -- --seed ${fresh} --runs 60)`, fresh, 60],
  ])(
    '%s: each ends in a reading or a worded failure, in time',
    async (_, seed, runs) => {
      const report = await runFuzz({ seed, runs })
      expect(report.problems).toEqual([])
      const answered = [...report.outcomes.values()].flatMap((outcomes) => [...outcomes.values()])
      expect(answered.reduce((sum, count) => sum + count, 0)).toBe(runs)
    },
    // Only so that a run of hangs ends too.
    600_000,
  )
})
