import { text } from '../../src/candidates/text.ts'
import { text as searchText } from '../../src/search/text.ts'
import { expect, test } from './support/app.ts'

const t = text.fr
const search = searchText.fr

test('W003 two tabs: what changes in one is seen in the other without loading it again', async ({ page, context }) => {
  await page.goto('/candidats')
  await expect(page.getByText(t.list.emptyTitle)).toBeVisible()
  const other = await context.newPage()
  await other.goto('/candidats/nouveau')
  await other.getByRole('textbox', { name: t.create.name }).fill('Ludivine Kermarrec')
  await other.keyboard.press('Control+Enter')
  await expect(page.getByRole('link', { name: 'Ludivine Kermarrec' })).toBeVisible()
  await page.getByRole('link', { name: 'Ludivine Kermarrec' }).first().click()
  await expect(page.getByRole('heading', { name: 'Ludivine Kermarrec', level: 1 })).toBeVisible()

  // A correction, then the bin and its undoing, both ways.
  await other.goto(`${new URL(page.url()).pathname}?modifier=identity`)
  const headline = other.getByRole('textbox', { name: /^Métier/ })
  await headline.fill('Soudeuse TIG')
  await other.keyboard.press('Control+Enter')
  await expect(page.getByText('Soudeuse TIG').first()).toBeVisible()
  await expect(headline).toBeHidden()

  // A search that stands open in one tab finds what is written in the other.
  const person = new URL(page.url()).pathname
  await page.goto('/recherche')
  await page.getByRole('searchbox', { name: search.label }).fill('grutière')
  const nobody = page.getByText(search.none, { exact: true })
  await expect(nobody).toBeVisible()
  await other.goto(`${person}?modifier=identity`)
  await headline.fill('Grutière')
  await other.keyboard.press('Control+Enter')
  await expect(nobody).toBeHidden()
  await expect(page.getByRole('link', { name: 'Ludivine Kermarrec' }).first()).toBeVisible()

  await page.goto('/candidats')
  await expect(page.getByRole('link', { name: 'Ludivine Kermarrec' }).first()).toBeVisible()
  await other.goto('/candidats')
  await other.getByRole('checkbox', { name: t.list.choose('Ludivine Kermarrec') }).check()
  await other.getByRole('button', { name: t.list.toBin }).click()
  await expect(page.getByText(t.list.emptyTitle)).toBeVisible()
  await other.keyboard.press('u')
  await expect(page.getByRole('link', { name: 'Ludivine Kermarrec' }).first()).toBeVisible()
})
