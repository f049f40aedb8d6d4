// `node tests/bench/sync/instances.ts [CHANGES] [SECONDS]`: two relays over one PostgreSQL. Latency from one to the other
// over CHANGES changes (200), one instance killed, PostgreSQL stopped for SECONDS (20), and what was lost.
import { postgresPrograms } from '../../tools/postgres.mjs'
import { runInstances } from '../../sync/instances.ts'

if (!postgresPrograms()) {
  console.log('skipped: PostgreSQL is not installed on this machine')
  process.exit(0)
}
const { latenciesMs, movedInMs, backInMs, lost, acknowledged } = await runInstances({
  changes: Number(process.argv[2] ?? 200),
  downMs: Number(process.argv[3] ?? 20) * 1_000,
})
const at = (share: number): string => `${latenciesMs[Math.floor((latenciesMs.length - 1) * share)]!.toFixed(1)} ms`
console.log(`from one instance to the other: median ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)}`)
console.log(`instance killed: its device pushed through the other after ${movedInMs.toFixed(0)} ms`)
console.log(`PostgreSQL back: pushes went through within ${backInMs.toFixed(0)} ms`)
console.log(`${acknowledged} batches acknowledged, ${lost} lost`)
process.exitCode = lost > 0 || latenciesMs[Math.floor(latenciesMs.length / 2)]! >= 200 ? 1 : 0
