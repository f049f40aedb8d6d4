import { createServer } from 'node:http'

/** A proxy that lets nothing through and notes who was asked for: a browser behind it reaches only its own machine. */
interface OutsideProxy {
  /** Switches for Chromium. */
  args: string[]
  asked: string[]
  close: () => Promise<void>
}

/** Starts the proxy on a free port. */
export async function startOutsideProxy(): Promise<OutsideProxy> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(502).end()
  })
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '')
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No free port.')
  return {
    args: [`--proxy-server=http://127.0.0.1:${address.port}`],
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
