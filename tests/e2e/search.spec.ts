import type { Page } from '@playwright/test'
import { text as candidates } from '../../src/candidates/text.ts'
import { text } from '../../src/search/text.ts'
import { expect, test, untilOfflineReady } from './support/app.ts'
import { corpusPath, pickFiles, untilAllRead } from './support/importing.ts'
import { forkliftAdvert } from './support/ranking.ts'

const t = text.fr
const nurse = 'Orla Fennimore'
const driver = 'Tomasz Wilkoszewski'
const accountant = 'Yasmina Benchekroun-Lahrizi'
const files = ['Orla-Fennimore-CV.pdf', 'cv tomasz 2026.pdf', 'cv-yasmina-benchekroun.pdf']

const box = (page: Page) => page.getByRole('searchbox', { name: t.label })
const list = (page: Page) => page.getByRole('list', { name: t.results })
/** Who is found by the words and filters, those near in meaning left out, in their order. */
const found = (page: Page) =>
  list(page)
    .locator('li')
    .evaluateAll((rows) => {
      const names: string[] = []
      for (const row of rows) {
        if (row.matches('.search-part')) break
        const name = row.querySelector('.hit .t-m')?.textContent
        if (name) names.push(name)
      }
      return names
    })

test('M043 W019 W027 T039 with the network off: a search in any words, its filters and signs, kept with its count', async ({
  page,
  context,
}) => {
  await page.goto('/imports')
  await pickFiles(page, files.map(corpusPath))
  await untilAllRead(page, files.length)
  await untilOfflineReady(page)
  await context.setOffline(true)
  await page.goto('/recherche')

  await test.step('a slip of the keyboard in French finds the English CV, with its line and the reason', async () => {
    await expect(box(page)).toBeVisible()
    await page.keyboard.press('/')
    await page.keyboard.type('infirmere')
    await expect.poll(() => found(page)).toEqual([nurse])
    const row = list(page).locator('.search-hit').first()
    await expect(row.locator('.quote mark').first()).toHaveText(/nurse/i)
    await expect(row).toContainText('infirmere')
    await page.keyboard.press('ArrowDown')
    await expect(row.getByRole('link')).toBeFocused()
  })

  await test.step('signs and brackets; what is not understood is said and put right', async () => {
    await box(page).fill('(cariste OU comptable) -"Reflex WMS"')
    await expect.poll(() => found(page)).toEqual([accountant])
    await box(page).fill('(cariste OU comptable) compétance:CACES')
    await page.getByRole('button', { name: t.write('compétence:') }).click()
    await expect(box(page)).toHaveValue('(cariste OU comptable) compétence:CACES')
    await expect.poll(() => found(page)).toEqual([driver])
    await page.getByRole('button', { name: /^Retirer .*CACES/ }).click()
    await expect.poll(async () => (await found(page)).toSorted()).toEqual([driver, accountant])
  })

  await test.step('a place with its radius, chosen and not typed', async () => {
    await box(page).fill('')
    await page.getByRole('button', { name: t.fields.place, exact: true }).click()
    await page.getByRole('textbox', { name: t.placeField }).fill('lyo')
    await page.getByRole('button', { name: 'Lyon FR', exact: true }).click()
    await expect.poll(() => found(page)).toEqual([driver])
    await expect(page).toHaveURL(/f=lieu/)
    await page.getByRole('button', { name: /^Retirer Lieu/ }).click()
  })

  await test.step('a kept search counts again when someone is added', async () => {
    await box(page).fill('cariste')
    await expect.poll(() => found(page)).toEqual([driver])
    await page.getByRole('button', { name: t.saveShort }).click()
    await page.getByRole('textbox', { name: t.saveName }).fill('Caristes')
    await page.keyboard.press('Enter')
    const saved = page.getByRole('link', { name: /^Caristes/ }).getByTestId('saved-count')
    await expect(saved).toHaveText('1')
    await page.goto('/candidats/nouveau')
    await page.getByRole('textbox', { name: candidates.fr.create.name }).fill('Ilario Montferrand')
    await page.getByRole('textbox', { name: candidates.fr.create.headline }).fill('Cariste')
    await page.keyboard.press('Control+Enter')
    await expect(page).toHaveURL(/\/candidats\/[0-9a-f-]{36}/)
    await page.goto('/')
    await expect(saved).toHaveText(`2, ${t.freshOne}`)
    await saved.click()
    await expect.poll(() => found(page)).toHaveLength(2)
    // Looked at, it is new no more.
    await expect(page.getByTestId('saved-count')).toHaveText('2')
  })

  await test.step('an advert ranks everyone and is no offer', async () => {
    await page.goto('/recherche/annonce')
    await expect(page.getByText(t.advertEmpty)).toBeVisible()
    await page.evaluate((words) => {
      const data = new DataTransfer()
      data.setData('text/plain', words)
      dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, forkliftAdvert)
    await expect(page.getByRole('status').filter({ hasText: /^4 candidats analysés, 1 au-dessus/ })).toBeVisible()
    const best = list(page).locator('.search-ranked').first()
    await expect(best).toContainText(driver)
    await best.getByRole('button', { name: t.showWhy }).click()
    await expect(best.locator('.quote').first()).toBeVisible()
  })

  await test.step('on a phone nothing is wider than the phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/recherche?q=nurse&expert=1')
    await expect.poll(() => found(page)).toEqual([nurse])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})
