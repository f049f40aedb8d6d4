import { expect, type Page } from '@playwright/test'
import { homeText } from '../../../src/app/homeText.ts'
import { text } from '../../../src/imports/text.ts'

/** Brings the demonstration by its button and waits until all of it is read. */
export async function loadDemo(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: homeText.fr.demoLoad }).click()
  await expect(page.getByText(homeText.fr.demoLoaded(64, 12))).toBeVisible({ timeout: 60_000 })
  await page.goto('/imports')
  await expect(page.getByText(text.fr.allRead(64), { exact: true })).toBeVisible({ timeout: 120_000 })
}

/** How many records and sealed files lie on the disk. */
export async function countDemo(page: Page): Promise<{ records: number; files: number }> {
  return page.evaluate(async () => {
    const records = await new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open('vivier')
      opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')))
      opening.addEventListener('success', () => {
        const counting = opening.result.transaction('records').objectStore('records').count()
        counting.addEventListener('success', () => {
          opening.result.close()
          resolve(counting.result)
        })
      })
    })
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('blobs', { create: true })
    let files = 0
    for await (const _ of folder.keys()) files += 1
    return { records, files }
  })
}
