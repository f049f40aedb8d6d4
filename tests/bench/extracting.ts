/**
 * How fast files become readings, without a browser:
 *
 *   npm run bench:extract -- DIR [--workers N] [--rounds N]
 *
 * Three measures, each in a process of its own: CVs a second and peak memory of the whole folder with one worker, the
 * same with as many workers as the machine has cores (or N), and the time of our reading against that of pdf.js
 * giving the bare text of every page, file by file in turn, so that both meet the same machine. The first file is
 * read once before the clock starts. A small folder is read several times over.
 */
import { fork } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import type { Environment } from '../../workers/extraction/environment.ts'
import { createNodeEnvironment } from '../../workers/extraction/node/nodeEnvironment.ts'
import { defaultLimits } from '../../workers/extraction/protocol.ts'
import { readDocument } from '../../workers/extraction/readDocument.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { workers: { type: 'string' }, rounds: { type: 'string' }, measure: { type: 'string' } },
})
const folder = positionals[0]
if (!folder) {
  console.error('Usage: npm run bench:extract -- DIR [--workers N] [--rounds N]')
  process.exit(2)
}
const known = /\.(?:pdf|docx?|odt|rtf|html?|txt|eml|zip|json|xml|png|jpe?g|webp|heic)$/i
const files = readdirSync(folder)
  .filter((name) => known.test(name))
  .map((name) => path.join(folder, name))
if (files.length === 0) {
  console.error(`No file to read in ${folder}.`)
  process.exit(2)
}
const rounds = Number(values.rounds ?? Math.max(1, Math.ceil(100 / files.length)))
const queue = Array.from({ length: rounds }, () => files).flat()

if (values.measure === 'ratio') await measureRatio()
else if (values.measure !== undefined) await measureSpeed(Number(values.measure))
else {
  const cores = Number(values.workers ?? availableParallelism())
  console.log(`${files.length} files, ${rounds} ${rounds === 1 ? 'round' : 'rounds'}, ${availableParallelism()} cores`)
  for (const measure of [...new Set(['1', String(cores)]), 'ratio']) await inProcess(measure)
}

/** A process of its own: peak memory is a process's, and what one measure compiled must not help the next. */
function inProcess(measure: string): Promise<void> {
  const child = fork(import.meta.filename, [folder!, '--measure', measure, '--rounds', String(rounds)])
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`The measure ended with ${code}.`))))
  })
}

async function measureSpeed(workers: number): Promise<void> {
  const script = new URL('./extractingWorker.ts', import.meta.url)
  const started = await Promise.all(
    Array.from({ length: workers }, async () => {
      const worker = new Worker(script)
      await ask(worker, files[0]!)
      return worker
    }),
  )
  const waiting = [...queue]
  let read = 0
  const before = performance.now()
  await Promise.all(
    started.map(async (worker) => {
      for (let file = waiting.shift(); file; file = waiting.shift()) if (await ask(worker, file)) read += 1
    }),
  )
  const seconds = (performance.now() - before) / 1000
  await Promise.all(started.map((worker) => ask(worker, null)))
  const peak = process.resourceUsage().maxRSS / 1024
  console.log(
    `${workers} ${workers === 1 ? 'worker ' : 'workers'}: ${(queue.length / seconds).toFixed(1)} CVs a second ` +
      `(${queue.length} in ${seconds.toFixed(1)} s, ${read} understood), peak memory ${peak.toFixed(0)} MB`,
  )
}

/** Hands a worker a file, or null to end it; gives whether the file was understood. */
function ask(worker: Worker, file: string | null): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => reject(error)
    worker.once('error', failed)
    worker.once('message', (understood: boolean) => {
      worker.off('error', failed)
      resolve(understood)
    })
    worker.postMessage(file)
  })
}

async function measureRatio(): Promise<void> {
  const pdfs = queue.filter((file) => /\.pdf$/i.test(file))
  if (pdfs.length === 0) {
    console.log('No PDF: nothing to set against pdf.js.')
    return
  }
  const environment = createNodeEnvironment()
  const spent = { ours: 0, theirs: 0 }
  const time = async (whose: keyof typeof spent, work: () => Promise<unknown>) => {
    const before = performance.now()
    await work()
    spent[whose] += performance.now() - before
  }
  for (const [index, file] of [pdfs[0]!, ...pdfs].entries()) {
    const bytes = new Uint8Array(readFileSync(file))
    const ours = () =>
      time('ours', () => readDocument(environment, { fileName: path.basename(file), bytes }, defaultLimits))
    const theirs = () => time('theirs', () => plainText(environment, bytes))
    for (const work of index % 2 === 0 ? [ours, theirs] : [theirs, ours]) await work()
    if (index === 0) spent.ours = spent.theirs = 0
  }
  await environment.close()
  const each = (ms: number) => (ms / pdfs.length).toFixed(1)
  console.log(
    `reading ${each(spent.ours)} ms a PDF, pdf.js text alone ${each(spent.theirs)} ms: ` +
      `ratio ${(spent.ours / spent.theirs).toFixed(2)} (goal: at most 1.5)`,
  )
}

/** What pdf.js alone takes to give the text of every page. */
async function plainText(environment: Environment, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const pdfjs = await environment.loadPdfjs()
  const task = pdfjs.getDocument({ data: bytes.slice(), verbosity: 0, ...environment.pdfOptions() })
  try {
    const pdf = await task.promise
    for (let number = 1; number <= pdf.numPages; number += 1) await (await pdf.getPage(number)).getTextContent()
  } catch {
    // A damaged file costs both sides what it costs.
  } finally {
    await task.destroy()
  }
}
