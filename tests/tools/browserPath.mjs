// Runs on any Node from 20.19 on, before anything is installed.
import { existsSync } from 'node:fs'

/**
 * The Chromium already on this machine: CHROMIUM_PATH where set, else Debian's. Undefined where there is none,
 * which leaves the choice to Playwright's own browser.
 */
export function installedChromium() {
  return [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((file) => file && existsSync(file))
}

/** What Chromium is started with: no sandbox in containers, and nothing that speaks to its maker. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
