/**
 * How fast the matcher is, in Chromium, in the worker of the app:
 *
 *   npm run bench:match [-- 1000 10000 50000 100000]
 *   npm run bench:match -- --growth
 *
 * For each number of invented candidates: reading and indexing them, one offer ranked with the first twenty explained,
 * keystroke to results beside MiniSearch on the same people, an edit until it is found, the next start from the files,
 * and the bytes of the index. Milliseconds as the page sees them, messages to the worker included. Seeded. `--growth`
 * leaves MiniSearch out and prints one line for each number.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { chromiumArgs, installedChromium } from '../tools/browserPath.mjs'
import type { Figures } from './matching/page.ts'

const root = path.resolve(import.meta.dirname, '../..')
const isGrowth = process.argv.includes('--growth')
const asked = process.argv.slice(2).map(Number).filter((count) => count > 0) // prettier-ignore
const counts = asked.length > 0 ? asked : [1000, 10_000, 50_000, 100_000]
/** Where MiniSearch is set beside: it takes minutes beyond. */
const comparedMost = 50_000

const built = await mkdtemp(path.join(os.tmpdir(), 'vivier-bench-'))
await build({
  configFile: false,
  root: path.join(import.meta.dirname, 'matching'),
  publicDir: path.join(root, 'public'),
  logLevel: 'error',
  worker: { format: 'es' },
  build: { outDir: built, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
})
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' }
const server = createServer((request, response) => {
  const file = path.join(built, new URL(request.url ?? '/', 'http://localhost').pathname)
  readFile(file.endsWith(path.sep) ? path.join(file, 'index.html') : file).then(
    (bytes) => response.setHeader('Content-Type', types[path.extname(file) || '.html'] ?? 'application/octet-stream').end(bytes), // prettier-ignore
    () => response.writeHead(404).end(),
  )
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = server.address()
const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`
const executablePath = installedChromium()
const browser = await chromium.launch({ args: chromiumArgs, ...(executablePath ? { executablePath } : {}) })
try {
  const page = await browser.newPage()
  page.on('pageerror', (error) => console.log(`The page failed: ${error.message}`))
  await page.goto(origin)
  await page.waitForFunction(() => 'measure' in globalThis)
  if (isGrowth) console.log(['people', 'ms each', 'offer', 'key p95', 'start', 'MB'].map((name) => name.padStart(10)).join('')) // prettier-ignore
  for (const count of counts) {
    const figures = (await page.evaluate(`measure(${count})`)) as Figures
    if (isGrowth) {
      const held = (await page.evaluate(`measureMemory(${count})`)) as number
      console.log([count, figures.buildMs / count, at(figures.rankMs, 0.5), at(figures.keyMs, 0.95), figures.startMs, held / 1e6].map((value) => value.toFixed(value < 10 ? 2 : 0).padStart(10)).join('')) // prettier-ignore
      continue
    }
    console.log(`\n${count} candidates of ${Math.round(figures.words)} words`)
    console.log(
      `  read and indexed             ${ms(figures.buildMs)} (${(figures.buildMs / count).toFixed(2)} ms each)`,
    )
    console.log(`  an offer, 20 explained       median ${ms(at(figures.rankMs, 0.5))}, p95 ${ms(at(figures.rankMs, 0.95))}, of which ranking ${ms(at(figures.rankWithinMs, 0.5))}, explaining ${ms(at(figures.explainMs, 0.5))}; the very first ${ms(figures.firstRankMs)}`) // prettier-ignore
    console.log(`  keystroke to results         median ${ms(at(figures.keyMs, 0.5))}, p95 ${ms(at(figures.keyMs, 0.95))}; within the worker ${ms(at(figures.keyWithinMs, 0.5))} and ${ms(at(figures.keyWithinMs, 0.95))}; ${Math.round(figures.foundMean)} found in the mean`) // prettier-ignore
    console.log(
      `  an edit until it is found    median ${ms(at(figures.editMs, 0.5))}, worst ${ms(at(figures.editMs, 1))}`,
    )
    console.log(`  next start, until it answers ${ms(figures.startMs)} (${figures.heldAtStart} held)`)
    const bytes = (await page.evaluate(`measureMemory(${count})`)) as number
    console.log(`  index in memory              ${(bytes / 1e6).toFixed(1)} MB`)
    if (count > comparedMost) continue
    const other = (await page.evaluate(`measurePlain(${count})`)) as { buildMs: number; keyMs: number[]; scan: { kernelMs: number; plainMs: number; dimensions: number } } // prettier-ignore
    console.log(`  MiniSearch: indexed          ${ms(other.buildMs)} (${(other.buildMs / figures.buildMs).toFixed(2)} times ours)`) // prettier-ignore
    console.log(`  MiniSearch: keystroke        median ${ms(at(other.keyMs, 0.5))}, p95 ${ms(at(other.keyMs, 0.95))} (${(at(other.keyMs, 0.5) / at(figures.keyWithinMs, 0.5)).toFixed(1)} and ${(at(other.keyMs, 0.95) / at(figures.keyWithinMs, 0.95)).toFixed(1)} times ours)`) // prettier-ignore
    console.log(`  50,000 vectors of ${other.scan.dimensions}       kernel ${ms(other.scan.kernelMs)}, plain loop ${ms(other.scan.plainMs)} (${(other.scan.plainMs / other.scan.kernelMs).toFixed(1)} times)`) // prettier-ignore
  }
} finally {
  await browser.close()
  server.close()
  await rm(built, { recursive: true })
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`
}
