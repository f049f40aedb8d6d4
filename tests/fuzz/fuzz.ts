/**
 * Reads files broken in every way chance finds, and reports what came of them:
 *
 *   npm run fuzz -- [--seed N] [--runs M] [--format pdf] [--recognise] [--keep DIR]
 *
 * File number N + i depends on that number alone: `--seed THAT_NUMBER --runs 1` brings one back. `--recognise` draws
 * and recognises too, which is slow. `--keep` writes the files that broke a promise.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { fileOf, runFuzz } from './runFuzz.ts'
import { loadSeeds } from './seeds.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    runs: { type: 'string' },
    format: { type: 'string' },
    recognise: { type: 'boolean' },
    keep: { type: 'string' },
  },
})
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
const runs = Number(values.runs ?? 1000)
const format = values.format ? { format: values.format } : {}
console.log(`seed ${seed}, ${runs} files`)
const before = performance.now()
const report = await runFuzz({
  seed,
  runs,
  ...format,
  recognise: values.recognise ?? false,
  ...(values.recognise ? { limitMs: 120_000 } : {}),
})
for (const [name, outcomes] of [...report.outcomes].sort()) {
  const total = [...outcomes.values()].reduce((sum, count) => sum + count, 0)
  const parts = [...outcomes].sort((a, b) => b[1] - a[1]).map(([outcome, count]) => `${outcome} ${count}`)
  console.log(`${name.padEnd(8)} ${String(total).padStart(6)}  ${parts.join(', ')}`)
}
console.log(
  `${runs} files in ${((performance.now() - before) / 1000).toFixed(0)} s; slowest ${report.slowest.ms.toFixed(0)} ms ` +
    `(${report.slowest.name}, seed ${report.slowest.seed}); peak memory ${report.peakMemoryMb.toFixed(0)} MB`,
)
console.log(`${report.problems.length} promises broken`)
const kinds = new Map<string, typeof report.problems>()
for (const problem of report.problems) {
  const kind = problem.problem.replace(/\d+/g, '#').slice(0, 140)
  kinds.set(kind, [...(kinds.get(kind) ?? []), problem])
}
for (const [, same] of kinds)
  console.log(
    `  ${same.length} x ${same[0]!.format} seed ${same
      .map((one) => one.seed)
      .slice(0, 4)
      .join(' ')}: ${same[0]!.problem}`,
  )
if (values.keep && report.problems.length > 0) {
  mkdirSync(values.keep, { recursive: true })
  const seeds = await loadSeeds()
  for (const { seed: number } of report.problems) {
    const file = fileOf(number, seeds, values.format)
    writeFileSync(path.join(values.keep, `${number}-${file.name}`), file.bytes)
  }
}
process.exitCode = report.problems.length === 0 ? 0 : 1
