/**
 * What catching up costs the person who looks on, in the built app over a real relay:
 *
 *   npm run bench:catchup -- [RECORDS] [EDITS]
 *
 * A new device joins a workspace of RECORDS (10,000) candidates: when its list can be used, when it has all, and the
 * longest task of its main thread. Then EDITS (50,000) changes come while someone types a note there: what each key
 * waits for its letter. Tasks are told by the clock and by the processor time they took themselves: on a machine with
 * other work, the clock counts that work too. Needs the built app (npm run build).
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { text as candidates } from '../../../src/candidates/text.ts'
import { joinText } from '../../../src/devices/joinText.ts'
import { text as devices } from '../../../src/devices/text.ts'
import { formatNumber } from '../../../src/kit/format.ts'
import { text as settings } from '../../../src/settings/text.ts'
import { startRelay } from '../../e2e/support/relay.ts'
import { askIn, countIn, invite, type Member, share } from '../../e2e/support/team.ts'
import { chromiumArgs, installedChromium } from '../../tools/browserPath.mjs'
import { mainTasks, tasksInWords } from '../../tools/mainTasks.ts'
import { backupPassphrase, makeManyRecords } from '../../tools/manyRecords.ts'

const records = Number(process.argv[2] ?? 10_000)
const edits = Number(process.argv[3] ?? 50_000)
const longMs = 900_000

const executablePath = installedChromium()
const launch = () => chromium.launch({ args: chromiumArgs, ...(executablePath ? { executablePath } : {}) })
const dataDir = mkdtempSync(path.join(tmpdir(), 'catchup-'))
const relay = await startRelay({ dataDir, ...(process.env.VIVIER_DIST ? { distDir: process.env.VIVIER_DIST } : {}) })
const browsers = [await launch(), await launch()] as const
try {
  const [here, there] = await Promise.all(browsers.map((browser) => open(browser)))
  await restore(here!, { count: records })
  await share(here!, 'Nora Belkacem')
  await untilSent(here!)

  await untilReady(there!.page)
  const code = await invite(here!)
  await there!.page.goto(`/rejoindre#${code}`)
  await askIn(there!, 'Ravi Nadkarni')
  await here!.page.getByRole('button', { name: devices.fr.admit }).waitFor()
  await browsers[1].startTracing(there!.page, { categories: ['toplevel'] })
  await here!.page.getByRole('button', { name: devices.fr.admit }).click()
  const list = there!.page.getByRole('link', { name: joinText.fr.toCandidates })
  await list.waitFor()
  const admittedAt = performance.now()
  await list.click()
  await there!.page.getByRole('main').getByRole('link', { name: / \d+$/ }).first().waitFor()
  const usable = performance.now() - admittedAt
  await there!.page
    .getByRole('link', { name: `${candidates.fr.title} ${formatNumber('fr', records)}`, exact: true })
    .waitFor({ timeout: longMs })
  const whole = performance.now() - admittedAt
  const tasks = mainTasks(await browsers[1].stopTracing())
  console.log(
    `${records} records: the list can be used after ${seconds(usable)} s (goal: 2 s), all there after ${seconds(whole)} s`,
  )
  console.log(`main thread, longest task: ${tasksInWords(tasks)}; goal: 50 ms`)

  await there!.page.close()
  await restore(here!, { count: records, edits, first: records })
  await untilSent(here!)
  await browsers[0].close()
  const typist: Member = { context: there!.context, page: await there!.context.newPage() }
  await typist.page.goto('/candidats/nouveau')
  const note = typist.page.getByRole('textbox', { name: candidates.fr.create.noteField })
  await note.click()
  await watchTyping(typist.page)
  await browsers[1].startTracing(typist.page, { categories: ['toplevel'] })
  const beganAt = performance.now()
  const letters = 'Vue au salon de Lyon, rappelle mardi. '
  let typed = ''
  while ((await countIn(typist, 'records')) < 2 * records && performance.now() - beganAt < longMs) {
    await note.pressSequentially(letters, { delay: 60 })
    typed += letters
  }
  const took = performance.now() - beganAt
  const typing = mainTasks(await browsers[1].stopTracing())
  const waits = (await typist.page.evaluate(() => (globalThis as unknown as { waits: number[] }).waits)).sort(
    (a, b) => a - b,
  )
  const at = (share: number) => `${waits[Math.floor((waits.length - 1) * share)]!.toFixed(0)} ms`
  console.log(
    `${edits} edits of ${records} more records came in ${seconds(took)} s while ${typed.length} letters were typed`,
  )
  console.log(`from key to drawn letter: median ${at(0.5)}, 95 in 100 within ${at(0.95)}, longest ${at(1)}`)
  console.log(`main thread, longest task: ${tasksInWords(typing)}; goal: 50 ms`)
  if ((await note.inputValue()) !== typed) throw new Error('Letters were lost.')
} finally {
  for (const browser of browsers) await browser.close()
  await relay.stop()
  rmSync(dataDir, { recursive: true })
}

async function open(browser: (typeof browsers)[number]): Promise<Member> {
  const context = await browser.newContext({ baseURL: relay.origin, locale: 'fr-FR', timezoneId: 'Europe/Paris' })
  return { context, page: await context.newPage() }
}

async function untilReady(page: Page): Promise<void> {
  await page.goto('/')
  await page.locator('html[data-offline-ready="true"]').waitFor({ timeout: longMs })
}

async function restore({ page }: Member, wanted: Parameters<typeof makeManyRecords>[0]): Promise<void> {
  await page.goto('/reglages/sauvegarde#reprendre')
  const buffer = await makeManyRecords(wanted)
  await page.getByTestId('backup-picker').setInputFiles({ name: 'tout.vivier', mimeType: '', buffer })
  await page.getByLabel(settings.fr.passphrase, { exact: true }).last().fill(backupPassphrase)
  await page.getByRole('button', { name: settings.fr.restore, exact: true }).click()
  await page.getByText(settings.fr.restored(wanted.count, 0)).waitFor({ timeout: longMs })
}

async function untilSent(member: Member): Promise<void> {
  while ((await countIn(member, 'outbox')) + (await countIn(member, 'unsent')) > 0)
    await new Promise((resolve) => setTimeout(resolve, 200))
}

/** Notes for each key the time until the next picture was drawn. */
function watchTyping(page: Page): Promise<void> {
  return page.evaluate(() => {
    const waits: number[] = []
    Object.assign(globalThis, { waits })
    addEventListener(
      'keydown',
      ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => waits.push(performance.now() - timeStamp))),
      true,
    )
  })
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1)
}
