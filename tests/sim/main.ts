import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { runHistory, sceneNames, type Scenes } from './history.ts'
import { countPaths } from './paths.ts'

/*
 * Runs random histories of devices, network and relay (src/log/SPEC.md, all of it):
 *   npm run sim -- [--seed N] [--runs M] [--jobs J] [--report] [--verbose] [--none|--all|--only SCENES] [--failures F]
 * A history that breaks prints its seed and how it ended; the same seed breaks again. It is cut to the fewest steps that
 * break. `--none` leaves the later scenes out (files, forks of a log, ...), `--all` has all in each, `--only` those named. `--report` tells
 * how often each trouble happened, and each way through the product was taken.
 */

/** Every so many-th seed, as one worker runs them. */
interface Slice {
  first: number
  end: number
  every: number
  verbose: boolean
  scenes: Scenes
  report: boolean
  mostBroken: number
}

interface Said {
  histories: number
  batches: number
  operations: number
  broken: string[]
  counts: Record<string, number>
}

const traceLines = 40

function scenesOf(given: readonly string[]): Scenes {
  const only = given[given.indexOf('--only') + 1]?.split(',')
  if (given.includes('--only')) return sceneNames.filter((name) => only?.includes(name))
  return given.includes('--none') ? [] : given.includes('--all') ? sceneNames : null
}

if (isMainThread) await main()
else {
  const slice = workerData as Slice
  await runSlice(slice, (said) => parentPort!.postMessage(said))
}

async function main(): Promise<void> {
  const argument = (name: string, otherwise: number): number => {
    const at = process.argv.indexOf(`--${name}`)
    return at < 0 ? otherwise : Number(process.argv[at + 1])
  }
  const seed = argument('seed', Math.floor(Math.random() * 2 ** 32))
  const runs = argument('runs', 1000)
  const jobs = argument('jobs', 1)
  const slice = {
    end: seed + runs,
    every: jobs,
    verbose: process.argv.includes('--verbose'),
    scenes: scenesOf(process.argv),
    report: process.argv.includes('--report'),
    mostBroken: argument('failures', 10),
  }
  const startedAt = performance.now()
  const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(1)
  const total: Said = { histories: 0, batches: 0, operations: 0, broken: [], counts: {} }
  let told = 0
  const hear = (said: Said) => {
    total.histories += said.histories
    total.batches += said.batches
    total.operations += said.operations
    total.broken.push(...said.broken)
    for (const words of said.broken) console.log(words)
    for (const [name, count] of Object.entries(said.counts)) total.counts[name] = (total.counts[name] ?? 0) + count
    if (total.histories - told < 5000) return
    told = total.histories
    console.log(`${total.histories} histories, ${seconds()} s`)
  }
  if (jobs === 1) await runSlice({ ...slice, first: seed }, hear)
  else
    await Promise.all(
      Array.from({ length: jobs }, (_, job) => {
        const worker = new Worker(new URL(import.meta.url), { workerData: { ...slice, first: seed + job } })
        worker.on('message', hear)
        return new Promise((resolve, reject) => worker.once('exit', resolve).once('error', reject))
      }),
    )
  const names = Object.keys(total.counts).sort()
  for (const name of names) console.log(`${String(total.counts[name]).padStart(9)}  ${name}`)
  console.log(
    `${total.histories} histories from seed ${seed}: ${total.operations} operations, ${total.batches} batches, ${seconds()} s, ${total.broken.length} broken`,
  )
  process.exitCode = total.broken.length > 0 ? 1 : 0
}

async function runSlice(slice: Slice, tell: (said: Said) => void): Promise<void> {
  const { first, end, every, verbose, scenes, report } = slice
  const paths: Record<string, number> = {}
  if (report) countPaths(paths)
  let broken = 0
  for (let seed = first; seed < end && broken < slice.mostBroken; seed += every) {
    const outcome = await runHistory(seed, { verbose, scenes })
    const words: string[] = []
    if (verbose) console.log(outcome.log.join('\n'))
    if (outcome.broken !== null) {
      broken += 1
      const trace = verbose ? '' : `\n${await shortTrace(seed, scenes)}`
      words.push(`seed ${seed}: ${outcome.broken}${trace}`)
    }
    const { batches, operations } = outcome
    tell({ histories: 1, batches, operations, broken: words, counts: report ? outcome.counts : {} })
  }
  tell({ histories: 0, batches: 0, operations: 0, broken: [], counts: paths })
}

/** How the shortest history of a seed that breaks ended, without what was said on the lines. */
async function shortTrace(seed: number, scenes: Scenes): Promise<string> {
  for (let steps = 0; steps <= 50; steps += 1) {
    const { broken, log } = await runHistory(seed, { steps, scenes, verbose: true })
    if (broken === null) continue
    const lines = log.filter((line) => !line.includes(' -> ')).map((line) => `    ${line.slice(0, 160)}`)
    return `  fewest steps that break: ${steps}, and then: ${broken.slice(0, 300)}\n${lines.slice(-traceLines).join('\n')}`
  }
  return '  it breaks at its full length only'
}
