import { runHistory } from './history.ts'

/*
 * Runs random histories of devices, network and relay (src/log/SPEC.md, all of it):
 *   npm run sim -- [--seed N] [--runs M] [--verbose]
 * A history that breaks prints its seed; the same seed breaks again. It is then cut to the fewest steps that break.
 */
const argument = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const seed = argument('seed', Math.floor(Math.random() * 2 ** 32))
const runs = argument('runs', 1000)
const verbose = process.argv.includes('--verbose')
const mostBroken = argument('failures', 10)

const startedAt = performance.now()
let batches = 0
let operations = 0
const broken: number[] = []
for (let run = 0; run < runs; run += 1) {
  const outcome = await runHistory(seed + run, { verbose })
  batches += outcome.batches
  operations += outcome.operations
  if (outcome.broken !== null) {
    broken.push(outcome.seed)
    if (verbose) console.log(outcome.log.join('\n'))
    console.log(`seed ${outcome.seed}: ${outcome.broken}`)
    if (!verbose) console.log(`  fewest steps that break: ${await fewestSteps(outcome.seed)}`)
    if (broken.length >= mostBroken) break
  } else if (verbose && runs === 1) console.log(outcome.log.join('\n'))
  if ((run + 1) % 5000 === 0) console.log(`${run + 1} histories, ${seconds()} s`)
}
console.log(
  `${runs} histories from seed ${seed}: ${operations} operations, ${batches} batches, ${seconds()} s, ${broken.length} broken`,
)
process.exitCode = broken.length > 0 ? 1 : 0

function seconds(): string {
  return ((performance.now() - startedAt) / 1000).toFixed(1)
}

async function fewestSteps(of: number): Promise<number> {
  for (let steps = 0; steps < 50; steps += 1) {
    if ((await runHistory(of, { steps })).broken !== null) return steps
  }
  return 50
}
