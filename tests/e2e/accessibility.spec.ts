import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './support/app.ts'
import { loadDemo } from './support/demo.ts'

const laptop = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

/** Addresses that need no record. */
const plainAddresses = [
  '/',
  '/candidats',
  '/candidats/nouveau',
  '/corbeille',
  '/effacements',
  '/appareils',
  '/appareils/partager',
  '/rejoindre',
  '/rejoindre/secours',
  '/recevoir',
  '/conflits',
  '/synchronisation',
  '/journal-de-securite',
  '/imports',
  '/offres',
  '/offres/nouvelle',
  '/reglages/compte',
  '/reglages/classement',
  '/reglages/relais',
  '/reglages/stockage',
  '/reglages/sauvegarde',
  '/reglages/demonstration',
  '/reglages/clavier',
  '/reglages/a-propos',
  '/recherche',
  '/recherche/annonce',
  '/nulle-part',
]
const phoneAddresses = ['/plus', '/reglages', '/capturer']

test('axe finds nothing serious on any screen of an empty workspace', async ({ page }) => {
  test.setTimeout(240_000)
  const found: string[] = []
  await page.setViewportSize(laptop)
  for (const address of plainAddresses) found.push(...(await faultsOf(page, address)))
  await page.setViewportSize(phone)
  for (const address of [...plainAddresses, ...phoneAddresses]) found.push(...(await faultsOf(page, address)))
  expect(found).toEqual([])
})

test('axe finds nothing serious on any screen of a workspace at work', async ({ page }) => {
  test.setTimeout(300_000)
  await loadDemo(page)
  const addresses = await addressesAtWork(page)
  const found: string[] = []
  await page.setViewportSize(laptop)
  for (const address of addresses) found.push(...(await faultsOf(page, address)))
  await page.setViewportSize(phone)
  for (const address of addresses) found.push(...(await faultsOf(page, address)))
  expect(found).toEqual([])
})

/** Every screen that shows records, with records to show. */
async function addressesAtWork(page: Page): Promise<string[]> {
  const first = async (at: string) => {
    await page.goto(at)
    const link = page.getByRole('table').locator('tbody').getByRole('link').first()
    await expect(link).toBeVisible()
    return (await link.getAttribute('href'))!
  }
  const candidate = await first('/candidats')
  const other = (await page.getByRole('table').locator('tbody').getByRole('link').nth(1).getAttribute('href'))!
  const offer = await first('/offres')
  await page.goto('/imports')
  await page.getByRole('button', { name: 'Relire', exact: true }).first().click()
  await expect(page).toHaveURL(/\/relecture$/)
  const review = new URL(page.url()).pathname
  const idOf = (address: string) => address.split('/').at(-1)!
  return [
    '/',
    '/candidats',
    candidate,
    ...['documents', 'offres', 'analyses', 'echanges', 'historique'].map((tab) => `${candidate}?onglet=${tab}`),
    `${candidate}?modifier=identity`,
    '/imports',
    review,
    `/doublons/${idOf(candidate)}/${idOf(other)}`,
    '/offres',
    offer,
    `${offer}?candidat=${idOf(candidate)}`,
    `${offer}?onglet=annonce`,
    `/offres/nouvelle?offre=${idOf(offer)}`,
    `${offer}/comparer?c=${idOf(candidate)},${idOf(other)}`,
    `${offer}/candidats/${idOf(candidate)}`,
    '/registre-des-scores',
    '/recherche?q=cariste&expert=1',
    `/recherche?comme=${idOf(candidate)}`,
  ]
}

/** Serious and critical faults of one screen in the light theme, and those of colour in the dark one. */
async function faultsOf(page: Page, address: string): Promise<string[]> {
  const width = page.viewportSize()!.width
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  const light = await new AxeBuilder({ page }).analyze()
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const dark = await new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']).analyze()
  return [
    ...light.violations.map((violation) => ({ theme: 'light', violation })),
    ...dark.violations.map((violation) => ({ theme: 'dark', violation })),
  ]
    .filter(({ violation }) => violation.impact === 'serious' || violation.impact === 'critical')
    .flatMap(({ theme, violation }) =>
      violation.nodes.map(({ html }) => `${address} ${width} ${theme} ${violation.id}: ${html.slice(0, 160)}`),
    )
}
