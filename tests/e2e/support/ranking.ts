import { expect, type Page } from '@playwright/test'
import { text } from '../../../src/matching/text.ts'
import { text as offersText } from '../../../src/offers/text.ts'
import { uiText } from '../../../src/ui/text.ts'

const t = offersText.fr

/** An invented advert that asks for what one CV of the corpus has: Tomasz Wilkoszewski, forklift driver. */
export const forkliftAdvert = `Cariste préparateur de commandes (H/F)
Entrepôts Valdorine, Saint-Quentin-Fallavier (38070)
CDI temps plein, horaires 2x8

Vos missions
• Décharger les camions et ranger les palettes
• Préparer les commandes et tenir l'inventaire tournant

Votre profil
• CACES R489 3 et 5 exigés
• Maîtrise de Reflex WMS
• Permis B
• 3 ans d'expérience de cariste
`

/** Makes an offer by pasting an advert, saves it and lands on its ranking. Gives the offer's address. */
export async function pasteAdvert(page: Page, advert: string): Promise<string> {
  await page.goto('/offres/nouvelle')
  await expect(page.getByRole('textbox', { name: t.advertLabel })).toBeVisible()
  await page.evaluate((words) => {
    const data = new DataTransfer()
    data.setData('text/plain', words)
    dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, advert)
  await expect(page.getByRole('heading', { name: t.understood })).toBeVisible()
  await expect(page.getByRole('textbox', { name: t.fields.title, exact: true })).not.toHaveValue('')
  await page.getByRole('button', { name: t.saveAndRank }).click()
  await expect(page).toHaveURL(/\/offres\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}

/** The rows of the ranking in sight, best first. */
export async function rankingOf(page: Page): Promise<{ name: string; score: number }[]> {
  const region = page.getByRole('region', { name: text.fr.ranked })
  await expect(region.getByRole('row').nth(1)).toBeVisible()
  return region.locator('tbody tr:not([aria-hidden])').evaluateAll((rows) =>
    rows.map((row) => ({
      name: row.querySelector('.who')?.textContent ?? '',
      score: Number(row.querySelector('.score .n')?.textContent),
    })),
  )
}

/** Checks an open explanation: 50 and its points make the score, and it quotes the CV. Gives the quotations. */
export async function expectReasons(page: Page, score: number): Promise<string[]> {
  const points = page.getByRole('table', { name: uiText.fr.sounding })
  await expect(points).toBeAttached()
  const rows = await points
    .getByRole('row')
    .evaluateAll((lines) => lines.map((line) => [...line.children].map((cell) => cell.textContent ?? '')))
  const number = (words: string) => Number(words.replace('\u2212', '-').replace('+', '').replace(',', '.'))
  const [start, ...lines] = rows.slice(1, -1)
  const total = rows.at(-1)!
  expect(number(start![2]!)).toBe(50)
  const sum = lines.reduce((so, [, words]) => so + (words === uiText.fr.unknownPoints ? 0 : number(words!)), 50)
  expect(sum).toBeCloseTo(number(total[2]!), 5)
  expect(Math.round(number(total[2]!))).toBe(score)
  return page.locator('blockquote.quote').allTextContents()
}
