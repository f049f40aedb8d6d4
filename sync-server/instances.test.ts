import { expect, it } from 'vitest'
import { runInstances } from '../tests/sync/instances.ts'
import { postgresPrograms } from '../tests/tools/postgres.mjs'

it.skipIf(!postgresPrograms())(
  'two instances over one PostgreSQL share news at once, one may die, the database may stop: nothing is lost',
  async () => {
    const report = await runInstances({ changes: 20, downMs: 1_500 })
    expect(report.lost).toBe(0)
    expect(report.acknowledged).toBe(31)
    // Told by the database, not found by the look it takes every five seconds.
    expect(report.latenciesMs[10]).toBeLessThan(2_500)
  },
  90_000,
)
