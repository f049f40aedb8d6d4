import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FuzzAnswer } from './fuzzWorker.ts'
import { mutate } from './mutate.ts'
import { createRandom } from './random.ts'
import { loadSeeds, type Seed } from './seeds.ts'

/** What a run found. */
export interface FuzzReport {
  runs: number
  /** Files by format, then by outcome. */
  outcomes: Map<string, Map<string, number>>
  problems: { format: string; seed: number; name: string; problem: string }[]
  slowest: { ms: number; name: string; seed: number }
  peakMemoryMb: number
}

/** How a run goes. */
export interface FuzzOptions {
  seed: number
  runs: number
  format?: string
  workers?: number
  /** Longest a file may take; the reader's own limit is longer, for real scans. */
  limitMs?: number
  recognise?: boolean
}

/** What most CVs come in is broken most often, and pictures, which take longest, least; 2 for all others. */
const turns: Record<string, number> = { pdf: 12, docx: 8, doc: 4, odt: 4, eml: 4, binary: 1, pages: 1 }
for (const picture of ['png', 'jpg', 'webp', 'gif', 'bmp', 'avif', 'tiff']) turns[picture] = 1

/** The mutated file behind a number: the number alone brings it back. */
export function fileOf(number: number, seeds: readonly Seed[], format?: string): Seed {
  const random = createRandom(number)
  const formats = [...new Set(seeds.map((seed) => seed.format))]
    .sort()
    .flatMap((name) => Array<string>(turns[name] ?? 2).fill(name))
  const chosen = format ?? random.pick(formats)
  const seed = random.pick(seeds.filter((one) => one.format === chosen))
  return { name: seed.name, format: chosen, bytes: mutate(seed, random, seeds) }
}

/** Reads `runs` mutated files, each in a worker that may hang, crash or fill its memory without taking the run down. */
export async function runFuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { seed, runs, format, workers = 2, limitMs = 60_000, recognise = false } = options
  const seeds = await loadSeeds()
  const report: FuzzReport = {
    runs,
    outcomes: new Map(),
    problems: [],
    slowest: { ms: 0, name: '', seed: 0 },
    peakMemoryMb: 0,
  }
  let next = 0
  const note = (file: Seed, number: number, { outcome, ms, problems }: FuzzAnswer) => {
    const byOutcome = report.outcomes.get(file.format) ?? new Map<string, number>()
    byOutcome.set(outcome, (byOutcome.get(outcome) ?? 0) + 1)
    report.outcomes.set(file.format, byOutcome)
    for (const problem of problems)
      report.problems.push({ format: file.format, seed: number, name: file.name, problem })
    if (ms > report.slowest.ms) report.slowest = { ms, name: file.name, seed: number }
    report.peakMemoryMb = Math.max(report.peakMemoryMb, process.memoryUsage.rss() / 2 ** 20)
  }
  const work = async () => {
    let reader = await startReader(recognise)
    while (next < runs) {
      const number = (seed + next) >>> 0
      next += 1
      const file = fileOf(number, seeds, format)
      const answer = await ask(reader, file, limitMs)
      note(file, number, answer)
      if (['hang', 'crash', 'memory'].includes(answer.outcome)) {
        await reader.terminate()
        reader = await startReader(recognise)
      }
    }
    await reader.terminate()
  }
  await Promise.all(Array.from({ length: workers }, work))
  return report
}

async function startReader(recognise: boolean): Promise<Worker> {
  const worker = new Worker(path.join(import.meta.dirname, 'fuzzWorker.ts'), {
    workerData: { recognise },
    resourceLimits: { maxOldGenerationSizeMb: 600 },
  })
  await new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  return worker
}

function ask(worker: Worker, file: Seed, limitMs: number): Promise<FuzzAnswer> {
  return new Promise((resolve) => {
    const settle = (answer: FuzzAnswer) => {
      clearInterval(timer)
      worker.off('message', settle)
      worker.off('error', died)
      resolve(answer)
    }
    const died = (error: Error & { code?: string }) => {
      const outcome = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash'
      settle({
        outcome,
        ms: 0,
        problems: [
          `${outcome}: ${String(error.stack ?? error)
            .split('\n')
            .slice(0, 3)
            .join(' ')}`,
        ],
      })
    }
    // Counted in beats: a machine that slept is not a reader that hangs.
    let beatsLeft = limitMs / 1000
    const timer = setInterval(() => {
      beatsLeft -= 1
      if (beatsLeft <= 0) settle({ outcome: 'hang', ms: limitMs, problems: [`no answer in ${limitMs} ms`] })
    }, 1000)
    worker.on('message', settle)
    worker.on('error', died)
    worker.postMessage({ name: file.name, bytes: file.bytes })
  })
}
