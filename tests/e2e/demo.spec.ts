import { homeText } from '../../src/app/homeText.ts'
import { text as candidatesText } from '../../src/candidates/text.ts'
import { biasText } from '../../src/matching/biasText.ts'
import { scoreLogText } from '../../src/matching/scoreLogText.ts'
import { sheetText } from '../../src/matching/sheetText.ts'
import { text as matching } from '../../src/matching/text.ts'
import { expect, test } from './support/app.ts'
import { countDemo, loadDemo } from './support/demo.ts'
import { expectReasons, rankingOf } from './support/ranking.ts'

const t = homeText.fr
const m = matching.fr
const candidates = candidatesText.fr

test('M046 the demonstration: one click in, offers with excellent candidates, one click out', async ({ page }) => {
  test.setTimeout(240_000)
  await loadDemo(page)

  await test.step('it is marked as such', async () => {
    await page.goto('/')
    await expect(page.getByText(t.demoHere(64, 12))).toBeVisible()
    await expect(page.getByText(t.demoChip, { exact: true }).first()).toBeVisible()
    await page.goto('/reglages/demonstration')
    await expect(page.getByText(t.demoHere(64, 12))).toBeVisible()
  })

  const excellents = await test.step('each offer ranks everyone, with reasons that add up', async () => {
    await page.goto('/offres')
    const offers = page.getByRole('table').locator('tbody').getByRole('link')
    await expect(offers).toHaveCount(12)
    const addresses = await offers.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    const first: number[] = []
    for (const address of addresses) {
      await page.goto(address)
      await expect(page.getByText(m.rankedCount('64'), { exact: true })).toBeAttached()
      const [best] = await rankingOf(page)
      first.push(best!.score)
    }
    const [best] = await rankingOf(page)
    await page.getByRole('button', { name: best!.name, exact: true }).click()
    await expect(page.getByRole('img', { name: m.outOf(String(best!.score)) })).toBeVisible()
    await expectReasons(page, best!.score)
    return first
  })
  expect(Math.max(...excellents)).toBeGreaterThanOrEqual(85)

  await test.step('two people side by side', async () => {
    const [, second, third] = await rankingOf(page)
    for (const { name } of [second!, third!]) {
      const row = page.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) })
      await row.hover()
      await row.getByRole('checkbox').check()
    }
    await page.getByRole('button', { name: m.compare }).click()
    await expect(page.getByRole('heading', { name: m.compareTitle(m.compareCounts[2]), level: 1 })).toBeVisible()
    for (const { name } of [second!, third!]) await expect(page.getByText(name).first()).toBeVisible()
  })

  await test.step('from a person, the ten offers that suit best, the last twenty exchanges, and all on demand', async () => {
    await page.goto('/candidats')
    await page.getByRole('table').getByRole('link').first().click()
    const person = new URL(page.url()).pathname
    await page.goto(`${person}?onglet=offres`)
    const suits = page.getByRole('link', { name: /^Pourquoi ce score pour / })
    await expect(suits).toHaveCount(10)
    await page.getByRole('button', { name: m.suitsMore('2', false) }).click()
    await expect(suits).toHaveCount(12)

    await page.goto(`${person}?onglet=echanges`)
    const box = page.getByRole('textbox', { name: candidates.exchanges.text })
    for (let call = 1; call <= 21; call += 1) {
      await box.fill(`Appel numéro ${call}.`)
      await box.press('Control+Enter')
      await expect(box).toHaveValue('')
    }
    const calls = page.getByText(/^Appel numéro \d+\.$/)
    await expect(calls).toHaveCount(20)
    await expect(calls.first()).toHaveText('Appel numéro 21.')
    await page.getByRole('button', { name: candidates.showAll('21') }).click()
    await expect(calls).toHaveCount(21)
  })

  await test.step('what was shown is in the log, and computes again to the same figures', async () => {
    const log = scoreLogText.fr
    await page.goto('/offres')
    await page.getByRole('table').locator('tbody').getByRole('link').first().click()
    const [best] = await rankingOf(page)
    await page.getByRole('button', { name: best!.name, exact: true }).click()
    await page.getByRole('link', { name: sheetText.fr.shownBefore }).click()
    const events = page.getByRole('table').locator('tbody').getByRole('button')
    await events.first().click()
    await page.getByRole('button', { name: log.recompute }).click()
    await expect(page.getByText(log.allSame('64', false)).or(page.getByText(log.allSame('1', true)))).toBeVisible()
    await page.getByRole('button', { name: log.check }).click()
    await expect(page.getByText(/aucun n’a été modifié/)).toBeVisible()
  })

  await test.step('nobody’s name, sex, age, nationality, street or face changes a score', async () => {
    await page.goto('/controle-d-equite')
    await page.getByRole('button', { name: biasText.fr.run }).click()
    await expect(page.getByText(biasText.fr.allZero)).toBeVisible({ timeout: 60_000 })
  })

  await test.step('removed in one click: nothing is left', async () => {
    await page.goto('/reglages/demonstration')
    await page.getByRole('button', { name: t.demoRemove }).click()
    await expect(page.getByText(t.demoRemoved)).toBeVisible()
    await page.goto('/')
    await expect(page.getByRole('heading', { name: t.promise })).toBeVisible()
    expect(await countDemo(page)).toEqual({ records: 0, files: 0 })
  })
})
