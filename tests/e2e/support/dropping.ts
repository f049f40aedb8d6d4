import type { Page } from '@playwright/test'

/** Drops files and folders of the disk on the middle of the window, as the system's file manager does. */
export async function dropPaths(page: Page, paths: string[]): Promise<void> {
  const client = await page.context().newCDPSession(page)
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 720 }
  const data = { items: [], files: paths, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await client.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data })
  }
  await client.detach()
}
