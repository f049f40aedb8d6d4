import { readFileSync } from 'node:fs'
import path from 'node:path'
import { zipSync } from 'fflate'
import { text } from '../../src/imports/text.ts'
import { text as candidateText } from '../../src/candidates/text.ts'
import { expect, laptopFor, test, untilOfflineReady } from './support/app.ts'
import { dropPaths } from './support/dropping.ts'
import { manyCvs, pickFiles, rowOf, untilAllRead, verdictsOf } from './support/importing.ts'

const t = text.fr
const folder = path.resolve(import.meta.dirname, '../corpus/formats')
const { files } = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as {
  files: { file: string; name?: string; holds?: { file: string; name: string }[]; failure?: 'Encrypted' }[]
}
const dropped = [
  'cv-word97.doc',
  'cv-libreoffice.odt',
  'cv-wordpad.rtf',
  'cv-page.html',
  'candidature.eml',
  'candidature.msg',
  'candidatures.zip',
  'europass.pdf',
  'linkedin-fr.pdf',
  'europass-passeport.xml',
  'europass-candidat.xml',
  'protege.zip',
].map((name) => files.find(({ file }) => file === name)!)
const held = dropped.flatMap(({ holds = [] }) => holds)
const count = dropped.length + held.length

test.use({ viewport: laptopFor(count + 2) })

test('M025 M026 one drop of every format, offline: each gives its candidate, and says where it came from', async ({
  page,
  context,
}) => {
  await page.goto('/imports')
  await untilOfflineReady(page)
  await context.setOffline(true)
  await dropPaths(
    page,
    dropped.map(({ file }) => path.join(folder, file)),
  )
  await untilAllRead(page, count)
  for (const { file, name, holds, failure } of dropped) {
    const row = rowOf(page, file)
    if (name) await expect(row).toContainText(name)
    if (holds) await expect(row).toContainText(t.unpackedInto(holds.length))
    if (failure) await expect(row).toContainText(t.failures.Encrypted('zip'))
    for (const inner of holds ?? []) {
      await expect(rowOf(page, inner.file)).toContainText(inner.name)
      await expect(rowOf(page, inner.file)).toContainText(t.cameIn(file))
    }
  }
  await expect(rowOf(page, 'CV Zoé.pdf')).toContainText(t.cameIn('candidatures.zip/Candidatures/Été'))
  // Junk of the archive and the logo of the mail are no files of anybody.
  await expect(page.locator('[data-import]')).toHaveCount(count)

  // Each format has a page to look at beside its values.
  for (const file of ['cv-word97.doc', 'cv-page.html', 'europass-candidat.xml']) {
    await page.goto('/imports')
    await rowOf(page, file).getByRole('button', { name: t.actions.review, exact: true }).click()
    const drawn = page.getByRole('region', { name: t.pageImage }).getByRole('img').first()
    await expect(drawn).toBeVisible()
    expect(await drawn.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(500)
  }

  // The mail stays with the CV it brought, and the original comes back byte for byte.
  await page.goto('/imports')
  await rowOf(page, 'Mon CV déposé.pdf').getByRole('link').click()
  await page.getByRole('main').getByRole('link', { name: candidateText.fr.profile.tabs.documents }).click()
  await expect(page.getByRole('link', { name: 'candidature.txt' })).toBeVisible()
  await page.goto('/imports')
  await rowOf(page, 'cv-word97.doc').getByRole('link').click()
  await page.getByRole('main').getByRole('link', { name: candidateText.fr.profile.tabs.documents }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: candidateText.fr.documents.download }).click(),
  ])
  expect(download.suggestedFilename()).toBe('cv-word97.doc')
  expect(readFileSync(await download.path())).toEqual(readFileSync(path.join(folder, 'cv-word97.doc')))
})

test('a ZIP whose tab dies half unpacked goes on in the next one: no CV twice, none lost', async ({
  page,
  context,
}) => {
  const inside = 9
  const cvs = await manyCvs(inside, 7400)
  const zip = zipSync(Object.fromEntries(cvs.map(({ name, buffer }) => [`lot/${name}`, new Uint8Array(buffer)])))
  await page.goto('/imports')
  await pickFiles(page, [{ name: 'lot.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) }])
  await expect(page.locator('[data-import]').nth(3)).toBeVisible()
  await page.close({ runBeforeUnload: false })

  const again = await context.newPage()
  await again.setViewportSize(laptopFor(inside + 3))
  await again.goto('/imports')
  await untilAllRead(again, inside + 1)
  const verdicts = await verdictsOf(again)
  expect(verdicts.get('lot.zip')).toBe('unpacked')
  verdicts.delete('lot.zip')
  expect([...verdicts.keys()].sort()).toEqual(cvs.map(({ name }) => name).sort())
  expect([...verdicts].filter(([, verdict]) => !verdict.startsWith('created'))).toEqual([])
})
