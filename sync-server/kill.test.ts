import { expect, it } from 'vitest'
import { runKills } from '../tests/sync/killRuns.ts'
import { postgresPrograms } from '../tests/tools/postgres.mjs'

it('5.2 6.7 killed three times under load, the embedded store has all that was acknowledged', async () => {
  const report = await runKills({ store: 'sqlite', kills: 3, writers: 4, random: () => 0.5 })
  expect(report).toMatchObject({ kills: 3, lost: 0 })
  expect(report.acknowledged).toBeGreaterThan(50)
}, 60_000)

it.skipIf(!postgresPrograms())(
  '5.2 6.7 killed three times under load, the relay on PostgreSQL has all that was acknowledged',
  async () => {
    const report = await runKills({ store: 'postgres', kills: 3, writers: 4, random: () => 0.5 })
    expect(report).toMatchObject({ kills: 3, lost: 0 })
    expect(report.acknowledged).toBeGreaterThan(50)
  },
  60_000,
)
