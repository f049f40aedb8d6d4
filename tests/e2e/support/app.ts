import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'

export { expect }

/** What a context asked for outside its own origin, and what broke in its pages. */
interface Watch {
  outside: string[]
  errors: string[]
}

/** Follows everything a context asks for and every error nobody caught, pages and workers alike. */
export function watch(context: BrowserContext, origin: string): Watch {
  const seen: Watch = { outside: [], errors: [] }
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !/^(?:blob|data):/.test(url)) seen.outside.push(url)
  })
  context.on('weberror', (error) => seen.errors.push(String(error.error())))
  return seen
}

/** The test of this suite: whatever it does, nothing leaves the page's origin and no error goes unseen. */
export const test = base.extend<{ watched: Watch }>({
  watched: [
    async ({ context, baseURL }, use) => {
      const seen = watch(context, baseURL ?? '')
      await use(seen)
      expect(seen.outside, 'requests that left the origin of the app').toEqual([])
      expect(seen.errors, 'errors that nobody caught').toEqual([])
    },
    { auto: true },
  ],
})

/** Waits until everything the app needs is on this device. */
export async function untilOfflineReady(page: Page): Promise<void> {
  await expect(page.locator('html[data-offline-ready="true"]')).toBeAttached({ timeout: 60_000 })
}

/** A laptop tall enough for a list of `rows` files: lists draw only the rows in sight. */
export const laptopFor = (rows: number) => ({ width: 1440, height: 420 + 46 * rows })

/** The phone of the reference screens. */
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }
