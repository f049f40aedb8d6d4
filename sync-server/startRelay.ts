import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { createApp, type AppOptions } from './app.ts'
import type { Result } from '../src/kit/result.ts'
import type { Relay } from './relay.ts'
import { HEADERS_TIMEOUT_MS, MAX_HEADER_BYTES, REQUEST_TIMEOUT_MS, SHUTDOWN_GRACE_MS } from './limits.ts'

/** A relay that answers. */
export interface RunningRelay {
  /** Its address without a final slash, such as `http://127.0.0.1:4180`. */
  url: string
  /** Stops taking requests and resolves once those under way are answered, or their grace is over. */
  stop: () => Promise<void>
}

export type StartError =
  | { type: 'PortBusy'; port: number }
  | { type: 'PortForbidden'; port: number }
  | { type: 'HostUnknown'; host: string }

/** Starts the relay. Port 0 takes any free port. Throws only on what is neither a port's nor a host's fault. */
export function startRelay(
  options: AppOptions & { host: string; port: number; relay?: Relay },
): Promise<Result<RunningRelay, StartError>> {
  const { relay } = options
  const server = createAdaptorServer({
    fetch: createApp(relay ? { ...options, sync: relay } : options).fetch,
    serverOptions: {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
    },
  }) as Server
  relay?.attach(server)

  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve({ ok: false, error: { type: 'PortBusy', port: options.port } })
      else if (error.code === 'EACCES') resolve({ ok: false, error: { type: 'PortForbidden', port: options.port } })
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
        resolve({ ok: false, error: { type: 'HostUnknown', host: options.host } })
      else reject(error)
    })
    server.listen(options.port, options.host, () => {
      const { port } = server.address() as AddressInfo
      const host = options.host.includes(':') ? `[${options.host}]` : options.host
      resolve({ ok: true, value: { url: `http://${host}:${port}`, stop: () => stopAll(server, relay) } })
    })
  })
}

async function stopAll(server: Server, relay: Relay | undefined): Promise<void> {
  // Both at once: the server takes nothing new while devices are told to come back.
  const stopped = stopServer(server)
  await relay?.close(SHUTDOWN_GRACE_MS / 2)
  await stopped
}

function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection whose answer ends after we stopped listening becomes idle then, and would stay open.
    const sweep = setInterval(() => server.closeIdleConnections(), 50)
    const grace = setTimeout(() => server.closeAllConnections(), SHUTDOWN_GRACE_MS)
    server.close(() => {
      clearInterval(sweep)
      clearTimeout(grace)
      resolve()
    })
  })
}
