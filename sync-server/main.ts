import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createLog } from './logLine.ts'
import { parseOrigins } from './securityHeaders.ts'
import { createRelay } from './relay.ts'
import { openStorage, openStore, readRates } from './settings.ts'
import { startRelay, type StartError } from './startRelay.ts'

const root = path.resolve(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
const environment = process.env

const level = environment.VIVIER_LOG
const log = createLog(
  (text) => process.stderr.write(text),
  () => new Date(),
  level === 'silent' || level === 'error' ? level : 'info',
)

const port = Number(environment.PORT ?? 4180)
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`Vivier: PORT must be a whole number from 0 to 65535, not "${environment.PORT}".`)
  process.exit(1)
}

const relayed = await openSync()

const started = await startRelay({
  host: environment.HOST || '127.0.0.1',
  port,
  distDir: path.resolve(root, environment.VIVIER_DIST ?? 'dist'),
  version,
  headers: {
    isolated: environment.VIVIER_ISOLATED === '1',
    connectOrigins: parseOrigins(environment.VIVIER_CONNECT),
  },
  uptimeS: () => process.uptime(),
  log,
  ...(relayed ? { relay: relayed } : {}),
})
if (!started.ok) {
  console.error(`Vivier: ${sentenceOf(started.error)}`)
  process.exit(1)
}
const relay = started.value

/** Two signals closer than this are one Ctrl+C that reached us both from the terminal and from our starter. */
const SAME_PRESS_MS = 1_000

let stoppingSinceMs: number | null = null
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stoppingSinceMs !== null) {
      // A second Ctrl+C means now.
      if (performance.now() - stoppingSinceMs > SAME_PRESS_MS) process.exit(1)
      return
    }
    stoppingSinceMs = performance.now()
    log({ level: 'info', event: 'stopping', signal })
    void relay.stop().then(() => process.exit(0))
  })
}

// Said last: who reads it may stop us at once, and must find the handlers above in place.
console.log(`Vivier: ${relay.url}`)
log({ level: 'info', event: 'started', version })

/** Sync as the environment asks for it; ends the process with a sentence when its storage cannot be opened. */
async function openSync() {
  if (environment.VIVIER_SYNC === '0') return null
  const now = () => Date.now()
  try {
    return await createRelay({
      store: await openStore(environment, root, now),
      storage: await openStorage(environment, root),
      log,
      now,
      admission: environment.VIVIER_ADMISSION || null,
      notice: environment.VIVIER_NOTICE || null,
      metricsToken: environment.VIVIER_METRICS_TOKEN || null,
      trustProxy: environment.VIVIER_TRUST_PROXY === '1',
      rates: readRates(environment),
    })
  } catch (error) {
    console.error(
      `Vivier: what devices share cannot be kept: ${error instanceof Error ? error.message : String(error)}`,
    )
    process.exit(1)
  }
}

function sentenceOf(error: StartError): string {
  switch (error.type) {
    case 'PortBusy':
      return `port ${error.port} is already taken, perhaps by another Vivier. Close it, or choose another: npm start -- --port ${error.port + 1}`
    case 'PortForbidden':
      return `this account may not open port ${error.port}. Choose one above 1023: npm start -- --port 4180`
    case 'HostUnknown':
      return `this machine has no address ${error.host}. Leave HOST out to serve this machine only.`
  }
}
