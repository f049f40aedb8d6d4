import { text as candidates } from '../../src/candidates/text.ts'
import { text as settings } from '../../src/settings/text.ts'
import { text as shell } from '../../src/app/text.ts'
import { expect } from './support/app.ts'
import { fillCandidate, type Member, pair, test, untilEqual } from './support/team.ts'

const soon = { timeout: 60_000 }
/** Goes to a screen as a link does, without loading the page again. */
const open = ({ page }: Member, to: string) => page.evaluate((path) => history.pushState(null, '', path), to)
const codeOn = ({ page }: Member) => page.locator('.cv-facts .num').first()

test('C5 T002 two devices number people without asking each other: provisional, then final, different, and found by it', async ({
  team,
}) => {
  test.setTimeout(180_000)
  const [nora, ravi] = await pair(team)
  const inUse = nora.page.getByRole('switch', { name: settings.fr.numbers.use })
  await test.step('in use since the network went, it shows a provisional number', async () => {
    // The screens that come next are loaded while there is a network.
    await nora.page.goto('/candidats/personne')
    await expect(nora.page.getByText(candidates.fr.profile.missing)).toBeVisible()
    await open(nora, '/candidats/nouveau')
    await expect(nora.page.getByRole('textbox', { name: candidates.fr.create.name, exact: true })).toBeVisible()
    await open(nora, '/reglages/compte')
    await expect(inUse).toBeVisible()
    await team.stop()
    await nora.context.setOffline(true)
    await inUse.click()
    await expect(inUse).toBeChecked()
    await open(nora, '/candidats/nouveau')
    await fillCandidate(nora, 'Ludivine Kermarrec')
    await expect(codeOn(nora)).toHaveText(/^C-~[0-9A-Z]{4}$/)
  })
  const provisional = await codeOn(nora).innerText()

  await test.step('with the network again it is final, and another device gives others', async () => {
    await team.start()
    await nora.context.setOffline(false)
    await expect(codeOn(nora)).toHaveText(/^C-\d{4}$/, soon)
    await ravi.page.goto('/candidats/nouveau')
    await fillCandidate(ravi, 'Maximin Delorme')
    await expect(codeOn(ravi)).toHaveText(/^C-\d{4}$/, soon)
    expect(await codeOn(nora).innerText()).not.toBe(await codeOn(ravi).innerText())
    await untilEqual(nora, ravi)
  })
  const code = await codeOn(nora).innerText()

  await test.step('what a device leased it gives without a network, final at once', async () => {
    await team.stop()
    await nora.context.setOffline(true)
    await open(nora, '/candidats/nouveau')
    await fillCandidate(nora, 'Aymeric Valadier')
    await expect(codeOn(nora)).toHaveText(/^C-\d{4}$/, soon)
    expect([code, await codeOn(ravi).innerText()]).not.toContain(await codeOn(nora).innerText())
    await team.start()
    await nora.context.setOffline(false)
  })

  await test.step('typed on the other device, either finds the person', async () => {
    const { page } = ravi
    const found = page.getByRole('link', { name: 'Ludivine Kermarrec' }).first()
    await page.goto('/candidats')
    for (const typed of [code, provisional]) {
      await page.getByRole('searchbox', { name: candidates.fr.list.search }).fill(typed)
      await expect(found).toBeVisible()
      await expect(page.getByRole('link', { name: 'Maximin Delorme' })).toBeHidden()
    }
    await page.goto(`/recherche?q=${code}`)
    await expect(found).toBeVisible()
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder(shell.fr.palettePlaceholder).fill(code.toLowerCase())
    await expect(page.getByRole('option', { name: /Ludivine Kermarrec/ })).toContainText(code)
  })
})
