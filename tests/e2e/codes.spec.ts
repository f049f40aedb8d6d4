import { text as candidates } from '../../src/candidates/text.ts'
import { text as settings } from '../../src/settings/text.ts'
import { text as shell } from '../../src/app/text.ts'
import { expect } from './support/app.ts'
import { fillCandidate, type Member, pair, test, untilEqual } from './support/team.ts'

const codeOn = ({ page }: Member) => page.locator('.cv-facts .num').first()

test('C5 T002 two devices number people without a network: provisional first, then final, different, and found by it', async ({
  team,
}) => {
  test.setTimeout(180_000)
  const members = await pair(team)
  const [nora, ravi] = members
  await nora.page.goto('/reglages/compte')
  const inUse = nora.page.getByRole('switch', { name: settings.fr.numbers.use })
  await inUse.click()
  await expect(inUse).toBeChecked()
  await untilEqual(nora, ravi)

  await test.step('without a network each shows a provisional number', async () => {
    for (const { page } of members) {
      // The screen that comes after the form is loaded while there is a network.
      await page.goto('/candidats/personne')
      await expect(page.getByText(candidates.fr.profile.missing)).toBeVisible()
      await page.evaluate(() => history.pushState(null, '', '/candidats/nouveau'))
      await expect(page.getByRole('textbox', { name: candidates.fr.create.name, exact: true })).toBeVisible()
    }
    await team.stop()
    for (const { context } of members) await context.setOffline(true)
    await fillCandidate(nora, 'Ludivine Kermarrec')
    await fillCandidate(ravi, 'Maximin Delorme')
    for (const member of members) await expect(codeOn(member)).toHaveText(/^C-~[0-9A-Z]{4}$/)
  })
  const provisional = await codeOn(nora).innerText()

  await test.step('with the network again both get a final one, not the same', async () => {
    await team.start()
    for (const { context } of members) await context.setOffline(false)
    for (const member of members) await expect(codeOn(member)).toHaveText(/^C-\d{4}$/, { timeout: 60_000 })
    expect(await codeOn(nora).innerText()).not.toBe(await codeOn(ravi).innerText())
    await untilEqual(nora, ravi)
  })

  await test.step('typed on the other device, either finds the person', async () => {
    const code = await codeOn(nora).innerText()
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
