import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { text as candidateText } from '../../src/candidates/text.ts'
import { joinText } from '../../src/devices/joinText.ts'
import { text as deviceText } from '../../src/devices/text.ts'
import { expect, test, watch } from './support/app.ts'
import { startRelay } from './support/relay.ts'

const t = deviceText.fr
const j = joinText.fr
const c = candidateText.fr

/** A device: a browser of its own, with a person at it. */
async function device(browser: Browser, origin: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ baseURL: origin, locale: 'fr-FR' })
  return { context, page: await context.newPage() }
}

async function createCandidate(page: Page, name: string): Promise<void> {
  await page.goto('/candidats/nouveau')
  await fillCandidate(page, name)
}

async function fillCandidate(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: c.create.name }).fill(name)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

const listed = (page: Page, name: string) => page.getByRole('link', { name }).first()

test('T001 two devices meet through a relay: created, joined by link, edited offline on both, equal', async ({
  browser,
}) => {
  const data = mkdtempSync(path.join(os.tmpdir(), 'vivier-sync-'))
  const relay = await startRelay({ dataDir: data })
  const a = await device(browser, relay.origin)
  const b = await device(browser, relay.origin)
  const seen = [watch(a.context, relay.origin), watch(b.context, relay.origin)]
  try {
    await createCandidate(a.page, 'Ludivine Kermarrec')
    await a.page.goto('/appareils/partager')
    await a.page.getByRole('textbox', { name: t.person }).fill('Nora Belkacem')
    await a.page.getByRole('button', { name: t.openShare }).click()
    await expect(a.page).toHaveURL(/secours/)

    await a.page.goto('/appareils/inviter')
    await a.page.getByRole('button', { name: t.makeCode }).click()
    const code = await a.page.getByTestId('invitation-code').textContent()
    await b.page.goto(`/rejoindre#${code}`)
    await b.page.getByRole('textbox', { name: t.person }).fill('Ravi Nadkarni')
    await b.page.getByRole('button', { name: j.join, exact: true }).click()
    const words = await b.page.getByTestId('three-words').textContent()
    await expect(a.page.getByTestId('three-words')).toHaveText(words!)
    await a.page.getByRole('button', { name: t.admit }).click()
    await expect(b.page.getByText(j.done)).toBeVisible()

    await b.page.goto('/candidats')
    await listed(b.page, 'Ludivine Kermarrec').click()
    await expect(b.page.getByRole('heading', { name: 'Ludivine Kermarrec', level: 1 })).toBeVisible()

    for (const { page } of [a, b]) await page.goto('/candidats/nouveau')
    await a.context.setOffline(true)
    await b.context.setOffline(true)
    await fillCandidate(a.page, 'Anselme Trudeau')
    await fillCandidate(b.page, 'Oriane Vasseur')
    await a.context.setOffline(false)
    await b.context.setOffline(false)
    for (const { page } of [a, b]) {
      await page.goto('/candidats')
      for (const name of ['Ludivine Kermarrec', 'Anselme Trudeau', 'Oriane Vasseur']) {
        await expect(listed(page, name)).toBeVisible()
      }
    }
    // A change made here is seen there while both look.
    await b.page.goto('/candidats')
    await createCandidate(a.page, 'Maximin Delorme')
    await expect(listed(b.page, 'Maximin Delorme')).toBeVisible({ timeout: 5000 })
    for (const { outside, errors } of seen) {
      expect(outside).toEqual([])
      expect(errors).toEqual([])
    }
  } finally {
    await a.context.close()
    await b.context.close()
    await relay.stop()
    rmSync(data, { recursive: true, force: true })
  }
})
