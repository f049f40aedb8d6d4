import { text as candidates } from '../../src/candidates/text.ts'
import { erasureText } from '../../src/devices/erasureText.ts'
import { handOverText } from '../../src/devices/handOverText.ts'
import { relayText } from '../../src/devices/relayText.ts'
import { text as offers } from '../../src/offers/text.ts'
import { uiText } from '../../src/ui/text.ts'
import { expect } from './support/app.ts'
import { forkliftAdvert, pasteAdvert } from './support/ranking.ts'
import { fillCandidate, test } from './support/team.ts'

const c = candidates.fr
const t = handOverText.fr
const o = offers.fr

test('T063 a record passes to another device without a network, is put back as it was, and erased with a certificate', async ({
  team,
}) => {
  const nora = await team.member()
  const ravi = await team.member()
  const { page } = nora
  await page.goto('/candidats/nouveau')
  await fillCandidate(nora, 'Ludivine Kermarrec', { phone: '06 39 98 12 34' })
  const profile = new URL(page.url()).pathname

  await test.step('chosen in the list, it goes as a file under a code said aloud', async () => {
    await page.goto('/candidats')
    await page.getByRole('table').locator('tbody').getByRole('checkbox').first().check()
    await page.getByRole('button', { name: c.list.export }).click()
    await page.getByRole('menuitem', { name: c.list.handOver }).click()
    await page.getByRole('button', { name: t.prepare }).click()
    const code = await page.getByTestId('hand-over-code').innerText()
    await expect(page.getByRole('img', { name: t.qrName })).toBeVisible()
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: t.saveFile }).click()
    const file = await (await downloading).path()

    await ravi.page.goto('/recevoir')
    await ravi.page.getByTestId('hand-over-picker').setInputFiles(file)
    await ravi.page.getByRole('textbox', { name: t.typeCode }).fill('0000-0000-0000')
    await ravi.page.getByRole('button', { name: t.take }).click()
    await expect(ravi.page.getByText(t.wrongCode)).toBeVisible()
    await ravi.page.getByRole('textbox', { name: t.typeCode }).fill(code.toLowerCase())
    await ravi.page.getByRole('button', { name: t.take }).click()
    await expect(ravi.page.getByText(t.taken(1))).toBeVisible()
    await ravi.page.goto(profile)
    await expect(ravi.page.getByRole('heading', { name: 'Ludivine Kermarrec', level: 1 })).toBeVisible()
  })

  await test.step('that it left stands in the security log', async () => {
    await page.goto('/journal-de-securite')
    await expect(page.getByText(relayText.fr.events.export, { exact: true })).toBeVisible()
  })

  await test.step('the record is seen and put back as it was', async () => {
    await page.goto(`${profile}?modifier=identity`)
    await page.getByRole('textbox', { name: c.profile.fields.fullName }).fill('Ludivine Le Goff')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Ludivine Le Goff', level: 1 })).toBeVisible()
    await page.goto(`${profile}?onglet=historique`)
    await page.getByRole('slider', { name: uiText.fr.travel.title }).press('Home')
    await page.getByRole('button', { name: uiText.fr.travel.goBack }).click()
    await expect(page.getByRole('heading', { name: 'Ludivine Kermarrec', level: 1 })).toBeVisible()
  })

  await test.step('an offer goes back in time too, and what was done to it is taken back', async () => {
    const offer = await pasteAdvert(page, forkliftAdvert)
    await page.getByRole('button', { name: o.more }).click()
    await page.getByRole('menuitem', { name: o.close }).click()
    await expect(page.getByText(o.status.closed, { exact: true })).toBeVisible()
    await page.goto(`${offer}?onglet=historique`)
    await page.getByRole('button', { name: o.takeBackNamed(o.historyOf['offer.closed']) }).click()
    await expect(page.getByText(o.status.closed, { exact: true })).toBeHidden()
    await page.getByRole('slider', { name: uiText.fr.travel.title }).press('End')
    await page.getByRole('slider', { name: uiText.fr.travel.title }).press('ArrowLeft')
    await page.getByRole('button', { name: uiText.fr.travel.goBack }).click()
    await expect(page.getByText(o.status.closed, { exact: true })).toBeVisible()
    await page.goto(profile)
  })

  await test.step('erased at their request, nothing of the name is left', async () => {
    await page.getByRole('button', { name: c.profile.more }).click()
    await page.getByRole('menuitem', { name: c.erase.menu }).click()
    await page.getByRole('textbox', { name: c.erase.typeName('Ludivine Kermarrec') }).fill('ludivine kermarrec')
    await page.getByRole('button', { name: c.erase.action }).click()
    await expect(page.getByRole('heading', { name: erasureText.fr.certificate, level: 1 })).toBeVisible()
    await expect(page.getByText(erasureText.fr.done, { exact: true })).toBeVisible()
    await expect(page.getByText('Ludivine')).toHaveCount(0)
    await page.goto('/candidats')
    await expect(page.getByText('Ludivine')).toHaveCount(0)
  })
})
