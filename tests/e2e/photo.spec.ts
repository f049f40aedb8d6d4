import { text } from '../../src/imports/text.ts'
import { drawSheet, toJpeg } from '../tools/photos/canvasRaster.ts'
import { photograph, type PhotoWish } from '../tools/photos/photograph.ts'
import { expect, phone, test, untilOfflineReady } from './support/app.ts'

const t = text.fr
const wish: PhotoWish = {
  seed: 7,
  width: 1536,
  height: 2048,
  tilt: 9,
  roll: 4,
  quarters: 0,
  curl: 0.01,
  folds: 0,
  fill: 0.8,
  background: 'wood',
  shade: 0.3,
  shadow: null,
  fingers: 0,
  motion: 0.2,
  focus: 0.2,
  grain: 6,
  warmth: 0.05,
}
const firstPage = [
  '## Solveig Marchetti',
  'Infirmière coordinatrice',
  'Lorient - 06 39 98 41 27 - solveig.marchetti@example.org',
  '# Expérience professionnelle',
  'Infirmière coordinatrice, Résidence des Glycines, Lorient',
  'mars 2019 - aujourd’hui',
  'Encadrement de 14 soignants',
  'Infirmière, Clinique de la Rade, Brest',
  'septembre 2012 - février 2019',
]
const secondPage = [
  '# Formation',
  'Diplôme d’État d’infirmier, IFSI de Quimper',
  '2012',
  '# Compétences',
  'Soins palliatifs, gestion des plannings, hygiène hospitalière',
  '# Langues',
  'Français : langue maternelle',
]
const pictureOf = async (name: string, lines: readonly string[], wished: PhotoWish) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: Buffer.from(await toJpeg(photograph(drawSheet(lines), wished), 70)),
})

test.use(phone)

test('M019 M025 two photographed pages, offline: outlined, put in order, read as one candidate, and shown as read', async ({
  page,
  context,
}) => {
  const second = await pictureOf('verso.jpg', secondPage, { ...wish, seed: 8, background: 'dark', tilt: 6 })
  // The first page was taken on its side.
  const first = await pictureOf('recto.jpg', firstPage, { ...wish, quarters: 1 })
  await page.goto('/capturer')
  await untilOfflineReady(page)
  await context.setOffline(true)
  await page.getByTestId('photo-picker').setInputFiles([second, first])

  // The last one is shown with the outline that was found; its corners are moved by keyboard and by thumb.
  await expect(page.getByRole('status').filter({ hasText: t.sheetFound })).toBeVisible()
  const corner = page
    .getByRole('group', { name: t.outline(2) })
    .getByRole('button')
    .first()
  const before = (await corner.boundingBox())!
  await corner.press('Shift+ArrowLeft')
  await expect.poll(async () => (await corner.boundingBox())!.x).toBeLessThan(before.x - 3)
  await page.mouse.move(before.x + before.width / 2 - 9, before.y + before.height / 2)
  await page.mouse.down()
  await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2, { steps: 3 })
  await page.mouse.up()
  await expect(page.getByText(t.sheetByHand)).toBeVisible()

  await page.getByRole('button', { name: t.pageEarlier }).tap()
  await expect(page.getByRole('group', { name: t.outline(1) })).toBeVisible()
  await page.getByRole('button', { name: t.keepPage }).tap()
  await page.getByRole('button', { name: t.finish }).tap()
  await expect(page.getByText(t.captured)).toBeVisible()

  // One candidate of both pages.
  await page.goto('/imports')
  await expect(page.getByText(t.allRead(1), { exact: true })).toBeVisible({ timeout: 60_000 })
  const row = page.locator('[data-import]')
  await expect(row).toContainText('Solveig Marchetti')
  await expect(row).toContainText(t.readByRecognition)
  await row.getByRole('link').tap()
  await expect(page.getByText('solveig.marchetti@example.org').first()).toBeVisible()
  await expect(page.getByText(/39 98 41 27/).first()).toBeVisible()
  await expect(page.getByText('Résidence des Glycines').first()).toBeVisible()
})
