/**
 * How many text PDFs a second become candidates in the built app:
 *
 *   npm run bench:import -- [COUNT]
 *
 * Drops COUNT (100) different one-page CVs at once and waits until all are read. Needs the built app (npm run build).
 */
import { chromium } from '@playwright/test'
import { text } from '../../src/imports/text.ts'
import { pickFiles, manyCvs } from '../e2e/support/importing.ts'
import { startRelay } from '../e2e/support/relay.ts'
import { chromiumArgs, installedChromium } from '../tools/browserPath.mjs'

const count = Number(process.argv[2] ?? 100)
const cvs = await manyCvs(count)
const executablePath = installedChromium()
const browser = await chromium.launch({ args: chromiumArgs, ...(executablePath ? { executablePath } : {}) })
const relay = await startRelay()
try {
  const context = await browser.newContext({ baseURL: relay.origin, locale: 'fr-FR' })
  const page = await context.newPage()
  await page.goto('/')
  await page.locator('html[data-offline-ready="true"]').waitFor({ timeout: 60_000 })
  await page.goto('/imports')
  await page.getByTestId('file-picker').waitFor({ state: 'attached' })
  const before = performance.now()
  await pickFiles(page, cvs)
  await page.getByText(text.fr.allRead(count), { exact: true }).waitFor({ timeout: 600_000 })
  const seconds = (performance.now() - before) / 1000
  console.log(`${count} text PDFs in ${seconds.toFixed(1)} s: ${(count / seconds).toFixed(2)} candidates per second`)
} finally {
  await browser.close()
  await relay.stop()
}
