import { createRelay, type RelayOptions } from '../../sync-server/relay.ts'
import { startRelay, type RunningRelay } from '../../sync-server/startRelay.ts'

type Given = Pick<RelayOptions, 'store' | 'storage'> & Partial<RelayOptions>

/** A relay in this process on a free port, over the store and storage given; silent and open to all unless told else. */
export async function startTestRelay(given: Given, distDir: string): Promise<RunningRelay> {
  const log = given.log ?? ((): void => {})
  const started = await startRelay({
    host: '127.0.0.1',
    port: 0,
    distDir,
    version: '0',
    headers: { isolated: false, connectOrigins: [] },
    uptimeS: () => 1,
    log,
    relay: await createRelay({
      now: () => Date.now(),
      admission: null,
      notice: null,
      metricsToken: null,
      trustProxy: false,
      ...given,
      log,
    }),
  })
  if (!started.ok) throw new Error(started.error.type)
  return started.value
}
