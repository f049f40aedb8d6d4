import { defineConfig } from 'vitest/config'

// Node is the world of unit tests: what needs a database asks for `fake-indexeddb/auto` in its own file, and
// what needs a real browser is a flow in tests/e2e.
export default defineConfig({
  test: {
    environment: 'node',
    include: [
      'src/**/*.test.{ts,tsx}',
      'workers/**/*.test.ts',
      'sync-server/**/*.test.ts',
      'tests/unit/**/*.test.ts',
      'tests/rules/**/*.test.ts',
    ],
    // Nothing is timed here: what hangs ends, and what is slow on a machine that has other work does not fail.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    retry: 0,
    // Two cores are what a small laptop and CI offer.
    maxWorkers: 2,
  },
})
