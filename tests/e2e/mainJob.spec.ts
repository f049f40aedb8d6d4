import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { sharedWords } from '../../src/candidates/sharedWords.ts'
import { text } from '../../src/imports/text.ts'
import { text as matching } from '../../src/matching/text.ts'
import { expect, laptopFor, test, untilOfflineReady, watch } from './support/app.ts'
import { dropPaths } from './support/dropping.ts'
import { corpusFiles, corpusPath, rowOf, untilAllRead, verdictsOf } from './support/importing.ts'
import { startOutsideProxy } from './support/outsideProxy.ts'
import { expectReasons, forkliftAdvert, pasteAdvert, rankingOf } from './support/ranking.ts'
import { startRelay } from './support/relay.ts'

const t = text.fr
const forkliftDriver = 'Tomasz Wilkoszewski'

test('M025 M036 the main job with the network off and the relay stopped, kept over a restart of the browser', async ({
  launchOptions,
}) => {
  test.setTimeout(300_000)
  const work = mkdtempSync(path.join(tmpdir(), 'mainJob-'))
  const relay = await startRelay()
  const proxy = await startOutsideProxy()
  const openBrowser = () =>
    chromium.launchPersistentContext(path.join(work, 'profile'), {
      ...launchOptions,
      args: [...(launchOptions.args ?? []), ...proxy.args],
      baseURL: relay.origin,
      viewport: laptopFor(22),
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
    })
  let context = await openBrowser()
  let page = context.pages()[0]!
  let watched = watch(context, relay.origin)
  let offer = ''

  await test.step('one visit, then no network and no relay', async () => {
    await page.goto('/')
    await untilOfflineReady(page)
    await context.setOffline(true)
    await relay.stop()
    // An address never visited yet: the service worker answers.
    await page.goto('/imports')
    await expect(page.getByText(t.emptyTitle)).toBeVisible()
    await page.reload()
    await expect(page.getByText(t.emptyTitle)).toBeVisible()
  })

  await test.step('twenty files dropped, a folder among them: twenty verdicts, each with its reason', async () => {
    const folder = path.join(work, 'CV reçus')
    for (const { file } of corpusFiles.slice(3)) cpSync(corpusPath(file), path.join(folder, file))
    await dropPaths(page, [...corpusFiles.slice(0, 3).map(({ file }) => corpusPath(file)), folder])
    await untilAllRead(page, corpusFiles.length, 180_000)
    await expectVerdicts(page)
  })

  await test.step('one CV reviewed by keyboard, doubts first', async () => {
    const [file] = [...(await verdictsOf(page))].find(([, verdict]) => verdict === 'createdWithDoubts')!
    await rowOf(page, file).getByRole('button', { name: t.actions.review }).click()
    await expect(page.getByRole('img', { name: /^Page 1 sur/ })).toBeVisible()
    const reviewed = await page
      .getByRole('region', { name: t.tabFields, exact: true })
      .getByRole('heading', { level: 2 })
      .innerText()
    const doubts = page.locator('h3', { hasText: t.doubtsFirst }).locator('+ dl').locator('[data-field]')
    const before = await doubts.count()
    await expect(page.getByText(t.doubts(before), { exact: true })).toBeVisible()
    await expect(doubts.first().getByRole('textbox')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByText(before === 1 ? t.noDoubt : t.doubts(before - 1), { exact: true })).toBeVisible()

    const address = page.url()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(t.reviewed(reviewed))).toBeVisible()
    await expect(page).not.toHaveURL(address)
    await expect(page).toHaveURL(/\/relecture$/)

    await page.goto('/imports')
    await rowOf(page, 'cv tomasz 2026.pdf').getByRole('button', { name: t.actions.review }).click()
    await page.locator('[data-field="headline"] .review-value').click()
    await page.keyboard.press('e')
    await page.keyboard.type('Cariste vérifié')
    await page.keyboard.press('Enter')
    await expect(page.getByText(t.kept)).toBeVisible()
  })

  await test.step('an advert pasted becomes an offer that ranks everyone with reasons', async () => {
    offer = await pasteAdvert(page, forkliftAdvert)
    const ranking = await rankingOf(page)
    expect(ranking).toHaveLength(18)
    expect(ranking.map(({ score }) => score)).toEqual(ranking.map(({ score }) => score).sort((a, b) => b - a))
    expect(ranking[0]!.name).toBe(forkliftDriver)
    for (const { name, score } of [ranking[0]!, ranking[5]!]) {
      await page.getByRole('button', { name, exact: true }).click()
      await expect(page.getByRole('img', { name: matching.fr.outOf(String(score)) })).toBeVisible()
      const quotes = await expectReasons(page, score)
      if (name === forkliftDriver) expect(quotes.join('\n')).toContain('CACES R489')
    }
  })

  await test.step('the browser restarted, still without network: everything is there', async () => {
    expect(watched).toEqual({ outside: [], errors: [] })
    const ranked = await rankingOf(page)
    await context.close()
    context = await openBrowser()
    watched = watch(context, relay.origin)
    page = context.pages()[0]!
    await context.setOffline(true)
    await page.goto(offer)
    await expect.poll(() => rankingOf(page)).toEqual(ranked)
    await page.goto('/imports')
    await untilAllRead(page, corpusFiles.length)
    await page.getByRole('link', { name: forkliftDriver, exact: true }).click()
    await expect(page.getByRole('heading', { name: forkliftDriver, level: 1 })).toBeVisible()
    await expect(page.getByText('Cariste vérifié').first()).toBeVisible()
  })

  expect(watched).toEqual({ outside: [], errors: [] })
  // Chromium itself calls its maker; the pages, seen above, do not.
  const asked = proxy.asked.filter(
    (address) => !/^(?:https?:\/\/)?[\w.-]+\.(?:google|googleapis|gvt1)\.com[:/]/.test(address),
  )
  expect(asked, 'addresses outside this machine').toEqual([])
  await context.close()
  await proxy.close()
  rmSync(work, { recursive: true })
})

/** Each file got the verdict that expected.json states. */
async function expectVerdicts(page: Page): Promise<void> {
  const verdicts = await verdictsOf(page)
  expect([...verdicts.keys()].sort()).toEqual(corpusFiles.map(({ file }) => file).sort())
  for (const { file, verdict, by, duplicateOf, failure, maker, name } of corpusFiles) {
    const row = rowOf(page, file)
    if (verdict === 'unreadable') {
      expect(verdicts.get(file), file).toBe('unreadable')
      await expect(row).toContainText(t.failures[failure!] as string)
    } else if (verdict === 'created') {
      // Of two that are alike, whichever is read second is the one in question.
      const twin = corpusFiles.find((other) => other.duplicateOf === file)
      if (!twin) expect(verdicts.get(file), file).toMatch(/^created/)
      // What a recognition read of a picture may lack an accent.
      if (maker !== 'photo' && maker !== 'scan' && !twin) await expect(row).toContainText(name!)
    } else {
      const questioned = by === 'bytes' ? 'same' : 'possibleDuplicate'
      const pair = [file, duplicateOf!].map((each) => verdicts.get(each)!.replace(/^created.*/, 'created'))
      expect(pair.sort(), `${file} and ${duplicateOf}`).toEqual(['created', questioned].sort())
      if (by === 'email') {
        await expect(page.locator('[data-import]').filter({ hasText: sharedWords.fr.resemblance.email })).toHaveCount(1)
      }
    }
  }
}
