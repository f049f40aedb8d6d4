import { defineConfig } from '@playwright/test'
import { chromiumArgs, installedChromium } from './tests/tools/browserPath.mjs'

const port = Number(process.env.VIVIER_TEST_PORT ?? 4199)
const executablePath = installedChromium()

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // One browser at a time: the flows measure and stop servers, and CI has two cores.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    trace: 'retain-on-failure',
    actionTimeout: 15_000,
    launchOptions: { args: chromiumArgs, ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: 'node sync-server/main.ts',
    url: `http://127.0.0.1:${port}/health`,
    env: { PORT: String(port), HOST: '127.0.0.1', VIVIER_LOG: 'error' },
    // A server left over from elsewhere would serve another build.
    reuseExistingServer: false,
    timeout: 30_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
})
