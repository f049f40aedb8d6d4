import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text as shell } from '../../src/app/text.ts'
import { text as candidates } from '../../src/candidates/text.ts'
import { expect, test, untilOfflineReady } from './support/app.ts'
import { corpusPath, rowOf, untilAllRead } from './support/importing.ts'
import { startRelay } from './support/relay.ts'

const t = shell.fr
const builtDir = path.resolve(import.meta.dirname, '../..', process.env.VIVIER_DIST ?? 'dist')

test('M036 the app can be installed, with its shortcuts and its share target', async ({ page, context }) => {
  await page.goto('/')
  const client = await context.newCDPSession(page)
  const { data, errors } = await client.send('Page.getAppManifest')
  expect(errors).toEqual([])
  const { installabilityErrors } = await client.send('Page.getInstallabilityErrors')
  // A test's browser context is a private window, where nothing can be installed.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
  const manifest = JSON.parse(data!) as {
    icons: { src: string; purpose: string }[]
    shortcuts: { url: string; icons: { src: string }[] }[]
    screenshots: { src: string }[]
    share_target: { action: string; method: string }
  }
  expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true)
  expect(manifest.shortcuts.map(({ url }) => url)).toEqual(['/imports', '/candidats/nouveau', '/capturer'])
  expect(manifest.share_target).toMatchObject({ action: '/partager', method: 'POST' })
  const pictures = [...manifest.icons, ...manifest.shortcuts.flatMap(({ icons }) => icons), ...manifest.screenshots]
  for (const { src } of pictures) expect((await page.request.get(src)).status(), src).toBe(200)
})

test('M036 a file shared from another app is imported', async ({ page }) => {
  await page.goto('/')
  await untilOfflineReady(page)
  await page.setContent(
    '<form method="post" enctype="multipart/form-data" action="/partager"><input type="file" name="files" multiple><button>Partager</button></form>',
  )
  await page.locator('input').setInputFiles(corpusPath('Kwame_Ashdown_resume.pdf'))
  await page.getByRole('button', { name: 'Partager' }).click()
  await expect(page).toHaveURL('/imports')
  await untilAllRead(page, 1)
  await expect(rowOf(page, 'Kwame_Ashdown_resume.pdf')).toContainText('Kwame Ashdown-Boateng')
  await page.reload()
  await expect(page.locator('[data-import]')).toHaveCount(1)
})

test('a new version waits for what is being typed, then takes over', async ({ browser }) => {
  const work = mkdtempSync(path.join(tmpdir(), 'update-'))
  cpSync(builtDir, work, { recursive: true })
  const relay = await startRelay({ distDir: work })
  const context = await browser.newContext({ locale: 'fr-FR', baseURL: relay.origin })
  const page = await context.newPage()
  await page.goto('/candidats/nouveau')
  await untilOfflineReady(page)
  await page.reload()
  const name = page.getByRole('textbox', { name: candidates.fr.create.name })
  await name.fill('Ludivine Kermarrec')

  const script = path.join(work, 'sw.js')
  writeFileSync(script, `${readFileSync(script, 'utf8')}\n// the next version\n`)
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await expect(page.getByText(t.updateWaits(candidates.fr.create.title))).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('button', { name: t.updateReload })).toHaveCount(0)
  await expect(name).toHaveValue('Ludivine Kermarrec')

  await page.getByRole('button', { name: candidates.fr.create.save, exact: true }).click()
  await expect(page.getByText(t.updateReady)).toBeVisible()
  const reloaded = page.waitForEvent('load', { timeout: 60_000 })
  await page.getByRole('button', { name: t.updateReload }).click()
  await reloaded
  await expect(page.getByText('Ludivine Kermarrec').first()).toBeVisible()
  await expect(page.getByText(t.updateReady)).toBeHidden()
  await context.close()
  await relay.stop()
  rmSync(work, { recursive: true })
})
