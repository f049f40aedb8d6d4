// `node tests/bench/sync/kill.ts [KILLS] [sqlite|postgres]`: kills the relay under load (50 times on both stores unless
// told otherwise), and reports what was lost and how long it took to serve again. Ends with 1 when anything was lost.
import { postgresPrograms } from '../../tools/postgres.mjs'
import { runKills } from '../../sync/killRuns.ts'

const kills = Number(process.argv[2] ?? 50)
const wanted = process.argv[3]
const stores = (['sqlite', 'postgres'] as const).filter((store) => !wanted || store === wanted)

for (const store of stores) {
  if (store === 'postgres' && !postgresPrograms()) {
    console.log('postgres: skipped, PostgreSQL is not installed on this machine')
    continue
  }
  const report = await runKills({ store, kills, writers: 6, random: Math.random })
  const sorted = report.reopenMs.toSorted((a, b) => a - b)
  const at = (share: number): string => `${Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)} ms`
  console.log(
    `${store}: killed ${report.kills} times, ${report.acknowledged} batches acknowledged, ${report.lost} lost, ` +
      `${report.repeated} pushed again that were already on disk; served again after ${at(0.5)} (median), ` +
      `${at(0.95)} (p95), ${at(1)} (longest)`,
  )
  if (report.lost > 0) process.exitCode = 1
}
