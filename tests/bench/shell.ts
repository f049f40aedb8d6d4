/**
 * What a first visit costs, and how soon the app answers once it is on the device:
 *
 *   npm run bench:shell
 *
 * Prints KB of gzipped JavaScript the page loads at '/' until its screen is drawn, and the median milliseconds from
 * the start of a navigation to a drawn, quiet home screen with the network off. Needs the built app (npm run build).
 */
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from '@playwright/test'
import { startRelay } from '../e2e/support/relay.ts'
import { chromiumArgs, installedChromium } from '../tools/browserPath.mjs'

const starts = 9

const executablePath = installedChromium()
const browser = await chromium.launch({ args: chromiumArgs, ...(executablePath ? { executablePath } : {}) })
const relay = await startRelay()
try {
  const context = await browser.newContext({ baseURL: relay.origin, locale: 'fr-FR' })
  const page = await context.newPage()
  const scripts = new Map<string, number>()
  page.on('response', async (response) => {
    const request = response.request()
    if (request.serviceWorker() !== null || request.resourceType() !== 'script') return
    scripts.set(new URL(response.url()).pathname, gzipSync(await response.body()).length)
  })
  await page.goto('/')
  await page.locator('h1').waitFor()
  const firstLoad = [...scripts]
  const html = await (await page.request.get('/')).text()
  const entry = firstLoad.filter(([path]) => html.includes(path))

  await page.locator('html[data-offline-ready="true"]').waitFor({ timeout: 60_000 })
  await context.setOffline(true)
  const times: number[] = []
  for (let start = 0; start < starts; start += 1) times.push(await timeToInteractive(page))
  times.sort((a, b) => a - b)

  console.log(`JavaScript of the frame (in index.html): ${kilobytes(entry)} KB gzip in ${entry.length} files`)
  console.log(
    `JavaScript until the first screen is drawn: ${kilobytes(firstLoad)} KB gzip in ${firstLoad.length} files`,
  )
  console.log(
    `To interactive from the service worker, offline: median ${Math.round(times[starts >> 1]!)} ms ` +
      `(${Math.round(times[0]!)} to ${Math.round(times.at(-1)!)} over ${starts} starts)`,
  )
} finally {
  await browser.close()
  await relay.stop()
}

function kilobytes(files: readonly (readonly [string, number])[]): string {
  return (files.reduce((sum, [, bytes]) => sum + bytes, 0) / 1000).toFixed(1)
}

/** Milliseconds from the start of the navigation to the first quiet moment after the screen is drawn. */
async function timeToInteractive(page: Page): Promise<number> {
  await page.goto('/')
  await page.locator('h1').waitFor()
  return page.evaluate(() => new Promise<number>((resolve) => requestIdleCallback(() => resolve(performance.now()))))
}
