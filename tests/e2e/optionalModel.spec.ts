import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { zipSync } from 'fflate'
import { text } from '../../src/matching/text.ts'
import { tierText } from '../../src/matching/tierText.ts'
import { checkPairs } from '../../workers/matching/tier/checkPairs.ts'
import { manifestName, packageFiles } from '../../workers/matching/tier/modelPackage.ts'
import { tinyOnnxModel } from '../tools/tinyOnnxModel.ts'
import { expect, test, watch } from './support/app.ts'
import { dropPaths } from './support/dropping.ts'
import { corpusPath, pickFiles, untilAllRead } from './support/importing.ts'
import { forkliftAdvert, pasteAdvert } from './support/ranking.ts'
import { startRelay } from './support/relay.ts'

const t = tierText.fr
const dist = path.resolve(import.meta.dirname, '../..', process.env.VIVIER_DIST ?? 'dist')

test('an optional model comes from the server or from dropped files, earns its place and can be removed', async ({
  browser,
}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vivier-model-'))
  cpSync(dist, folder, { recursive: true })
  const knowing = tinyOnnxModel(checkPairs, true)
  const packed = await packageFiles(knowing.map(({ name, content }) => ({ name, blob: new Blob([content]) })))
  if (!packed.ok) throw new Error(packed.error.type)
  mkdirSync(path.join(folder, 'models/optional/onnx'), { recursive: true })
  writeFileSync(path.join(folder, 'models/optional', manifestName), JSON.stringify(packed.value.manifest))
  for (const [name, blob] of packed.value.blobs)
    writeFileSync(path.join(folder, 'models/optional', name), Buffer.from(await blob.arrayBuffer()))
  const relay = await startRelay({ distDir: folder })
  const context = await browser.newContext({ locale: 'fr-FR', baseURL: relay.origin, serviceWorkers: 'block' })
  const watched = watch(context, relay.origin)
  const page = await context.newPage()

  // From the operator: the size is told before, and the model wins.
  await page.goto('/imports')
  await pickFiles(page, [corpusPath('CV_Nadege_Rouviere.pdf'), corpusPath('Lionel Vandermoortel.txt')])
  await untilAllRead(page, 2)
  await page.goto('/reglages/classement')
  await expect(page.getByText(/«.tiny-knowing.», .* à télécharger/)).toBeVisible()
  await page.getByRole('button', { name: /^Télécharger \(/ }).click()
  await expect(page.getByRole('status').getByText(t.states.active)).toBeVisible()
  await expect(page.getByText(t.progress('2', '2'))).toBeVisible()

  // It is still there after a reload, reads rankings again, and can be switched off.
  await pasteAdvert(page, forkliftAdvert)
  await expect(page.getByText(text.fr.foot.readAgain)).toBeVisible()
  await page.goto('/reglages/classement')
  await page.getByRole('switch', { name: t.on }).click()
  await expect(page.getByText(t.states.off)).toBeVisible()
  await page.getByRole('button', { name: t.remove }).click()
  await expect(page.getByText(t.absent)).toBeVisible()

  // Dropped on the window: one that knows nothing is refused, a ZIP of the good one takes its place.
  const ignorant = path.join(folder, 'ignorant')
  mkdirSync(ignorant)
  for (const { name, content } of tinyOnnxModel(checkPairs, false)) writeFileSync(path.join(ignorant, name), content)
  await dropPaths(page, [ignorant])
  await expect(page.getByText(t.refusedNote)).toBeVisible()
  const zip = zipSync(Object.fromEntries(knowing.map(({ name, content }) => [`model/${name}`, content])))
  await page.getByTestId('model-picker').setInputFiles({ name: 'm.zip', mimeType: '', buffer: Buffer.from(zip) })
  await expect(page.getByText(t.progress('2', '2'))).toBeVisible()

  // What does worse, or is no model, leaves the one in use where it is, in every tab.
  await dropPaths(page, [ignorant])
  await expect(page.getByText(t.failures.NotBetter)).toBeVisible()
  await page.getByTestId('model-picker').setInputFiles({ name: 'm.zip', mimeType: '', buffer: Buffer.from('no zip') })
  await expect(page.getByText(t.failures.Damaged)).toBeVisible()
  await expect(page.getByRole('status').getByText(t.states.active)).toBeVisible()
  const other = await context.newPage()
  await other.goto('/reglages/classement')
  await expect(other.getByRole('status').getByText(t.states.active)).toBeVisible()
  await page.getByRole('button', { name: t.remove }).click()
  await expect(other.getByText(t.absent)).toBeVisible()

  expect(watched.outside).toEqual([])
  expect(watched.errors).toEqual([])
  await context.close()
  await relay.stop()
  rmSync(folder, { recursive: true })
})

test("a hub's model is offered where the operator's policy allows the hub, and only there", async ({ browser }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vivier-hub-'))
  cpSync(dist, folder, { recursive: true })
  const files = tinyOnnxModel(checkPairs, true)
  const packed = await packageFiles(files.map(({ name, content }) => ({ name, blob: new Blob([content]) })))
  if (!packed.ok) throw new Error(packed.error.type)
  const asked: string[] = []
  const hub = createServer((request, response) => {
    asked.push(request.url ?? '')
    const content = files.find(({ name }) => request.url?.endsWith(`/${name}`))?.content
    const [start = 0, end = 0] = (request.headers.range ?? '').match(/\d+/g)?.map(Number) ?? []
    const head = { 'Access-Control-Allow-Origin': '*' }
    if (content) response.writeHead(206, head).end(Buffer.from(content).subarray(start, end + 1))
    else response.writeHead(404, head).end()
  })
  await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(hub.address() as AddressInfo).port}`
  mkdirSync(path.join(folder, 'models/optional'), { recursive: true })
  const list = { ...packed.value.manifest, source: `http://${host}/team/model/resolve/1/` }
  writeFileSync(path.join(folder, 'models/optional', manifestName), JSON.stringify(list))

  for (const connect of ['', `http://${host}`]) {
    const relay = await startRelay({ distDir: folder, connect })
    const context = await browser.newContext({ locale: 'fr-FR', baseURL: relay.origin, serviceWorkers: 'block' })
    const page = await context.newPage()
    await page.goto('/reglages/classement')
    if (connect === '') {
      await expect(page.getByText(t.notOffered)).toBeVisible()
    } else {
      await expect(page.getByText(t.hubAsked(host))).toBeVisible()
      expect(asked).toEqual([])
      await page.getByRole('button', { name: /^Télécharger \(/ }).click()
      await expect(page.getByRole('status').getByText(t.states.active)).toBeVisible()
      expect(new Set(asked)).toEqual(new Set(list.files.map((file) => `/team/model/resolve/1/${file.path}`)))
    }
    await context.close()
    await relay.stop()
  }
  await new Promise((resolve) => hub.close(resolve))
  rmSync(folder, { recursive: true })
})
