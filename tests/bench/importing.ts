/**
 * How many text PDFs a second become candidates in the built app:
 *
 *   npm run bench:import -- [COUNT [HELD]]
 *
 * Drops COUNT (100) different one-page CVs at once and waits until all are read. Says as well how long the main thread
 * was busy at a stretch, and what each worker holds in memory. With HELD, that many candidates are there before: copies
 * of twenty that were read, under other names and contacts. Needs the built app (npm run build).
 */
import { chromium, type Page } from '@playwright/test'
import { text } from '../../src/imports/text.ts'
import { manyCvs, pickFiles, untilAllRead } from '../e2e/support/importing.ts'
import { startRelay } from '../e2e/support/relay.ts'
import { chromiumArgs, installedChromium } from '../tools/browserPath.mjs'
import { manyPeople } from '../tools/manyPeople.ts'

const count = Number(process.argv[2] ?? 100)
const heldCount = Number(process.argv[3] ?? 0)
/** How many CVs are read to be copied. */
const models = 20
const cvs = await manyCvs(count)
const executablePath = installedChromium()
const browser = await chromium.launch({
  args: chromiumArgs,
  ...(executablePath ? { executablePath } : {}),
})
const relay = await startRelay()
try {
  const context = await browser.newContext({ baseURL: relay.origin, locale: 'fr-FR' })
  const page = await context.newPage()
  await page.goto('/')
  await page.locator('html[data-offline-ready="true"]').waitFor({ timeout: 60_000 })
  await page.goto('/imports')
  await page.getByTestId('file-picker').waitFor({ state: 'attached' })
  if (heldCount > 0) await fill(page, heldCount)
  await page.evaluate(() => {
    const seen = { longest: 0, over: 0 }
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        seen.longest = Math.max(seen.longest, duration)
        seen.over += 1
      }
    }).observe({ type: 'longtask' })
    Object.assign(globalThis, { seen })
  })
  const total = count + (heldCount > 0 ? models : 0)
  const before = performance.now()
  await pickFiles(page, cvs)
  await page.getByText(text.fr.allRead(total), { exact: true }).waitFor({ timeout: 600_000 })
  const seconds = (performance.now() - before) / 1000
  console.log(`${count} text PDFs in ${seconds.toFixed(1)} s: ${(count / seconds).toFixed(2)} candidates per second`)
  await tellTasks(page, 'while they were read')
  await tellHeaps(page)
} finally {
  await browser.close()
  await relay.stop()
}

/** How long the main thread was busy at a stretch; over 50 ms a browser calls it a long task. */
async function tellTasks(open: Page, when: string): Promise<void> {
  const seen = await open.evaluate(() => (globalThis as unknown as { seen: { longest: number; over: number } }).seen)
  console.log(`main thread ${when}: ${seen.over === 0 ? 'never over 50 ms' : `${seen.over} tasks over 50 ms, the longest ${Math.round(seen.longest)} ms`}`) // prettier-ignore
}

/** What each worker holds, once it has thrown away what it needs no more. */
async function tellHeaps(open: Page): Promise<void> {
  const session = await open.context().newCDPSession(open)
  const names = new Map<string, string>()
  const ask = (sessionId: string, id: number, method: string) =>
    session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
  let left = open.workers().length
  const told = new Promise<void>((resolve) => {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type !== 'worker') return
      names.set(sessionId, targetInfo.url)
      void ask(sessionId, 1, 'HeapProfiler.collectGarbage').then(() => ask(sessionId, 2, 'Runtime.getHeapUsage'))
    })
    session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
      const { id, result } = JSON.parse(message) as { id: number; result: { usedSize: number } }
      if (id !== 2) return
      console.log(`${names.get(sessionId)!.split('/').at(-1)}: ${(result.usedSize / 1e6).toFixed(1)} MB`)
      left -= 1
      if (left <= 0) resolve()
    })
  })
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  await told
}

/** Reads some CVs, copies their candidates until there are `held`, and waits until the reopened app holds them. */
async function fill(open: Page, held: number): Promise<void> {
  await pickFiles(open, await manyCvs(models, 100_000))
  await untilAllRead(open, models)
  const people = [...manyPeople(held - models, 3)].map(({ name, town, employers }) => ({ name, town, employers }))
  await open.evaluate(async (others) => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('vivier')
      opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')))
      opening.addEventListener('success', () => resolve(opening.result))
    })
    const rows = await new Promise<Record<string, never>[]>((resolve) => {
      const asking = opened.transaction('records').objectStore('records').index('kind').getAll('candidate')
      asking.addEventListener('success', () => resolve(asking.result))
    })
    const writing = opened.transaction('records', 'readwrite')
    for (const [at, { name, town, employers }] of others.entries()) {
      const row = structuredClone(rows[at % rows.length]!) as unknown as {
        id: string
        fields: { fullName: string; city: string; experiences?: Record<string, { organisation: string }> }
        keysByPath: Record<string, string[]>
        keys: string[]
      }
      // A place of its own among the ids, which are in order of time.
      row.id = row.id.slice(0, -6) + at.toString(16).padStart(6, '0')
      row.fields.fullName = name
      row.fields.city = town
      for (const [index, job] of Object.values(row.fields.experiences ?? {}).entries()) job.organisation = employers[index] ?? job.organisation // prettier-ignore
      const own = (key: string) => (/^(?:email|phone|link|birth)/.test(key) ? key + at : key)
      for (const [path, keys] of Object.entries(row.keysByPath)) row.keysByPath[path] = keys.map(own)
      row.keys = row.keys.map(own)
      writing.objectStore('records').put(row)
    }
    await new Promise((resolve) => writing.addEventListener('complete', resolve))
    opened.close()
  }, people)
  await open.goto('/candidats')
  await open.getByRole('row').nth(3).waitFor({ timeout: 60_000 })
  await open.goto('/imports')
  await open.getByTestId('file-picker').waitFor({ state: 'attached' })
  // The pool is gone through by the workers; what is measured is the reading after.
  await open.waitForTimeout(15_000)
}
