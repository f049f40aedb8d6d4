import { text } from '../../src/imports/text.ts'
import { expect, laptopFor, test } from './support/app.ts'
import { manyCvs, pickFiles, rowOf, untilAllRead, verdictsOf } from './support/importing.ts'

const t = text.fr
const count = 50

test.use({ viewport: laptopFor(count + 2) })

test('M082 W003 an import of fifty files survives the death of its tab: each file once, none lost', async ({
  page,
  context,
}) => {
  const cvs = await manyCvs(count)
  await page.goto('/imports')
  await pickFiles(page, cvs)
  // All are in the queue, some are read, most are not: the worst moment.
  await expect(page.locator('[data-import]')).toHaveCount(count)
  await expect(page.locator('[data-verdict^="created"]').nth(4)).toBeVisible()
  // Closed as a system does that needs its memory: the page is asked nothing.
  await page.close({ runBeforeUnload: false })

  const again = await context.newPage()
  await again.goto('/imports')
  await expect(again.locator('[data-verdict="waiting"]').first()).toBeVisible()
  await untilAllRead(again, count)
  const verdicts = await verdictsOf(again)
  expect([...verdicts.keys()].sort()).toEqual(cvs.map(({ name }) => name).sort())
  expect([...verdicts].filter(([, verdict]) => !verdict.startsWith('created'))).toEqual([])

  await again.goto('/candidats')
  const list = again.getByRole('region', { name: 'Liste des candidats' })
  for (const { person } of cvs) await expect(list.getByText(person, { exact: true })).toHaveCount(1)
  await expect(again.getByRole('status').filter({ hasText: `${count} candidats` })).toBeAttached()
})

test('M025 an import can be held, resumed, stopped and tried again', async ({ page }) => {
  const cvs = await manyCvs(24, 100)
  await page.goto('/imports')
  await pickFiles(page, cvs)
  await expect(page.locator('[data-import]')).toHaveCount(24)

  await page.getByRole('button', { name: t.pause }).click()
  const held = page.locator('[data-verdict="paused"]')
  // Said once the files already in work are through.
  const said = page.getByText(/fichiers? suspendus?\./)
  const heldCount = Number.parseInt(await said.innerText(), 10)
  expect(heldCount).toBeGreaterThan(0)
  // Held stays held over a reload: the count is what is said, since far rows are not drawn.
  await page.reload()
  await expect(said).toContainText(t.held(heldCount))

  await page.getByRole('button', { name: t.resume }).click()
  await expect(held).toHaveCount(0)
  await page.getByRole('button', { name: t.stopAll }).click()
  const stopped = page.locator('[data-verdict="cancelled"]')
  await expect(stopped.first()).toBeVisible()
  await untilAllRead(page, 24)
  const stoppedCount = await stopped.count()

  const name = (await page
    .locator('[data-import]:has([data-verdict="cancelled"])')
    .first()
    .getAttribute('data-import'))!
  await expect(rowOf(page, name)).toContainText(t.cancelledNote)
  await rowOf(page, name).getByRole('button', { name: t.actions.retry }).click()
  await expect(rowOf(page, name)).toContainText(t.verdicts.created)
  await expect(stopped).toHaveCount(stoppedCount - 1)
})
