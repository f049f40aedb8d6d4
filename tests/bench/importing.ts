/**
 * How many text PDFs a second become candidates in the built app, and how long its main thread is held meanwhile:
 *
 *   npm run bench:import -- [COUNT] [--profile FILE]
 *
 * Picks COUNT (200) different one-page CVs at once and waits until all are read. Each task of the main thread is told by
 * the clock and by the processor time it took itself: on a machine with other work, the clock counts that work too. The
 * longest gap is that between two turns of a timer. `--profile` writes a CPU profile of the main thread. Needs the built
 * app (npm run build).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { text } from '../../src/imports/text.ts'
import { pickFiles, manyCvs } from '../e2e/support/importing.ts'
import { startRelay } from '../e2e/support/relay.ts'
import { chromiumArgs, installedChromium } from '../tools/browserPath.mjs'
import { mainTasks, tasksInWords } from '../tools/mainTasks.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { profile: { type: 'string' } } })
const count = Number(positionals[0] ?? 200)
const cvs = await manyCvs(count)
// By path: contents would be written into the page by the test, in one long task.
const folder = mkdtempSync(path.join(tmpdir(), 'vivier-import-'))
const paths = cvs.map(({ name, buffer }) => {
  const file = path.join(folder, name)
  writeFileSync(file, buffer)
  return file
})
const executablePath = installedChromium()
const browser = await chromium.launch({ args: chromiumArgs, ...(executablePath ? { executablePath } : {}) })
const relay = await startRelay(process.env.VIVIER_DIST ? { distDir: process.env.VIVIER_DIST } : {})
try {
  const context = await browser.newContext({ baseURL: relay.origin, locale: 'fr-FR' })
  const page = await context.newPage()
  await page.goto('/')
  await page.locator('html[data-offline-ready="true"]').waitFor({ timeout: 60_000 })
  await page.goto('/imports')
  await page.getByTestId('file-picker').waitFor({ state: 'attached' })
  const devtools = await context.newCDPSession(page)
  if (values.profile) {
    await devtools.send('Profiler.enable')
    await devtools.send('Profiler.setSamplingInterval', { interval: 500 })
    await devtools.send('Profiler.start')
  }
  await page.evaluate(() => {
    const held = { gap: 0 }
    Object.assign(globalThis, { held })
    let last = performance.now()
    const turn = () => {
      const now = performance.now()
      held.gap = Math.max(held.gap, now - last)
      last = now
      setTimeout(turn)
    }
    turn()
  })
  await browser.startTracing(page, { categories: ['toplevel'] })
  const before = performance.now()
  await pickFiles(page, paths)
  await page.getByText(text.fr.allRead(count), { exact: true }).waitFor({ timeout: 900_000 })
  const seconds = (performance.now() - before) / 1000
  const tasks = mainTasks(await browser.stopTracing())
  const gap = await page.evaluate(() => (globalThis as unknown as { held: { gap: number } }).held.gap)
  if (values.profile) writeFileSync(values.profile, JSON.stringify((await devtools.send('Profiler.stop')).profile))
  console.log(`${count} text PDFs in ${seconds.toFixed(1)} s: ${(count / seconds).toFixed(2)} candidates a second`)
  console.log(`main thread, longest task: ${tasksInWords(tasks)}; longest gap ${gap.toFixed(0)} ms; goal: 50 ms`)
} finally {
  await browser.close()
  await relay.stop()
  rmSync(folder, { recursive: true })
}
