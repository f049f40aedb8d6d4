import type { Page } from '@playwright/test'
import { homeText } from '../../src/app/homeText.ts'
import { text as shell } from '../../src/app/text.ts'
import { text as candidates } from '../../src/candidates/text.ts'
import { text as imports } from '../../src/imports/text.ts'
import { text as matching } from '../../src/matching/text.ts'
import { text as offers } from '../../src/offers/text.ts'
import { text as settings } from '../../src/settings/text.ts'
import { expect, phone, test } from './support/app.ts'
import { corpusPath, pickFiles, rowOf, untilAllRead } from './support/importing.ts'
import { forkliftAdvert, pasteAdvert } from './support/ranking.ts'

test.use(phone)

const files = ['cv tomasz 2026.pdf', 'Orla-Fennimore-CV.pdf', 'cv-yasmina-benchekroun.pdf', 'cv_incomplet.pdf']

test('the main job under a thumb: no screen wider than the phone, nothing too small to touch', async ({ page }) => {
  const faults: string[] = []
  const look = async (where: string) => faults.push(...(await touchFaults(page)).map((fault) => `${where}: ${fault}`))

  await page.goto('/')
  await expect(page.getByRole('heading', { name: homeText.fr.promise })).toBeVisible()
  await look('first day')
  for (const address of [
    '/candidats',
    '/offres',
    '/recherche',
    '/recherche/annonce',
    '/plus',
    '/reglages',
    '/reglages/compte',
    '/capturer',
  ]) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await look(`empty ${address}`)
  }

  await page.goto('/imports')
  await look('empty imports')
  await pickFiles(page, files.map(corpusPath))
  await untilAllRead(page, files.length)
  await look('imports')
  await rowOf(page, 'cv tomasz 2026.pdf').getByRole('button', { name: imports.fr.actions.review }).tap()
  await expect(page.getByText(imports.fr.readSurely)).toBeVisible()
  await look('review')
  await page.getByText(imports.fr.tabImage, { exact: true }).tap()
  await expect(page.getByRole('img', { name: /^Page 1 sur/ })).toBeVisible()
  await look('review, the page')
  await page.getByRole('button', { name: /^Tout accepter/ }).tap()
  await expect(page.getByText(imports.fr.reviewed('Tomasz Wilkoszewski'))).toBeVisible()

  const offer = await pasteAdvert(page, forkliftAdvert)
  await expect(page.getByText(matching.fr.rankedCount('3'), { exact: true })).toBeAttached()
  await look('ranking')
  await page.getByRole('link', { name: /Tomasz Wilkoszewski/ }).tap()
  await expect(page.getByRole('heading', { name: matching.fr.points })).toBeVisible()
  await expect(page.locator('blockquote.quote').first()).toBeVisible()
  await look('explanation')
  for (const address of [
    `${offer}?onglet=annonce`,
    `/offres/nouvelle?offre=${offer.split('/').at(-1)}`,
    '/recherche?q=cariste&expert=1',
    '/',
    '/offres',
  ]) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await look(address.replace(/[0-9a-f-]{36}/, 'ID'))
  }
  await page.goto('/candidats')
  await page.getByRole('link', { name: /Tomasz Wilkoszewski/ }).tap()
  await expect(page.getByRole('heading', { name: 'Tomasz Wilkoszewski' })).toBeVisible()
  await look('candidate')
  const candidate = new URL(page.url()).pathname
  for (const tab of ['documents', 'offres', 'echanges', 'historique']) {
    await page.goto(`${candidate}?onglet=${tab}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await look(`candidate, ${tab}`)
  }
  expect(faults).toEqual([])
})

test('the language is switched at once, on every screen', async ({ page }) => {
  await page.goto('/plus')
  await page.getByText('English', { exact: true }).tap()
  await expect(page.getByRole('heading', { name: shell.en.moreTitle, level: 1 })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  for (const [address, heading] of [
    ['/', homeText.en.promise],
    ['/candidats', candidates.en.title],
    ['/candidats/nouveau', candidates.en.create.title],
    ['/imports', imports.en.title],
    ['/offres', offers.en.title],
    ['/offres/nouvelle', offers.en.newOffer],
    ['/reglages', settings.en.title],
    ['/capturer', imports.en.captureTitle],
  ] as const) {
    await page.goto(address)
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
    // Words that only the French catalogues use.
    const words = await page.locator('body').innerText()
    expect(
      words.match(/\b(?:candidats|offres|fichiers|réglages|ajouter|chercher|enregistrer|aucun|vous|déposez)\b/gi),
    ).toBeNull()
  }
})

/** What is wider than the phone, and what a thumb would miss: under 44 px both ways, its label included. */
async function touchFaults(page: Page): Promise<string[]> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  return page.evaluate(() => {
    const faults: string[] = []
    const { scrollWidth } = document.scrollingElement!
    if (scrollWidth > innerWidth) faults.push(`scrolls sideways, ${scrollWidth} px`)
    for (const element of document.querySelectorAll<HTMLElement>(
      'button, a[href], input, select, textarea, summary, [role="button"], [role="tab"], [role="radio"], [role="checkbox"], [role="switch"], [role="menuitem"]',
    )) {
      if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue
      if (element.matches('.skip, [tabindex="-1"]') || element.closest('[aria-hidden="true"]')) continue
      // Boxes on a page's image stand where the words stand; each value is in the list beside, to be touched.
      if (element.matches('.box')) continue
      // A link inside a sentence is text, not a target (WCAG 2.5.8).
      if (element.matches('a, button.src') && getComputedStyle(element).display === 'inline') continue
      const around = element.closest('label') ?? (element as HTMLInputElement).labels?.[0]
      const own = element.getBoundingClientRect()
      if (own.width <= 1 || own.height <= 1) continue
      const box = around?.contains(element) ? around.getBoundingClientRect() : own
      // What the eye does not see may still catch the thumb: a control may widen itself by ::before or ::after.
      const grown = ['::before', '::after'].map((part) => {
        const style = getComputedStyle(element, part)
        return style.content === 'none' || style.position !== 'absolute'
          ? { width: 0, height: 0 }
          : { width: parseFloat(style.width), height: parseFloat(style.height) }
      })
      const width = Math.max(box.width, ...grown.map((part) => part.width || 0))
      const height = Math.max(box.height, ...grown.map((part) => part.height || 0))
      if (width < 43.5 || height < 43.5) {
        const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? ''
        faults.push(
          `${element.tagName.toLowerCase()}.${element.className} "${name.slice(0, 40)}" ${Math.round(width)} x ${Math.round(height)}`,
        )
      }
    }
    return [...new Set(faults)]
  })
}
