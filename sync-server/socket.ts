import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { maxFrameBytes } from '../src/log/protocol.ts'
import { addressOf } from './address.ts'
import {
  BACKLOG_BYTES,
  CONNECTIONS,
  CONNECTIONS_PER_DEVICE,
  PENDING_BYTES,
  PING_MS,
  PROOF_MS,
  SILENCE_MS,
} from './limits.ts'
import type { Rates } from './rates.ts'
import { closeCodes, Session, standsAlone, type Desk } from './session.ts'

export const SOCKET_PATH = '/sync/v1/socket'

/** The relay's WebSockets. */
export interface Sockets {
  sessions: () => Iterable<Session>
  count: () => number
  /** Tells every device that this relay is going away for a moment, and resolves when they have left or been cut. */
  close: (graceMs: number) => Promise<void>
}

/** How often devices are pinged, how long they may say nothing, and how long they may take to prove themselves. */
export interface Patience {
  pingMs: number
  silenceMs: number
  proofMs: number
}

/** Takes WebSockets at `SOCKET_PATH` of `server`; everything else that asks for an upgrade is turned away. */
export function attachSockets(
  server: Server,
  desk: Desk,
  strangers: Rates,
  trustProxy: boolean,
  patience: Patience = { pingMs: PING_MS, silenceMs: SILENCE_MS, proofMs: PROOF_MS },
): Sockets {
  const wss = new WebSocketServer({
    noServer: true,
    maxPayload: maxFrameBytes,
    // What is sealed does not deflate, and a context per connection is memory.
    perMessageDeflate: false,
    skipUTF8Validation: true,
    clientTracking: false,
  })
  const open = new Map<Session, { socket: WebSocket; heardAt: number; openedAt: number; asked: boolean }>()
  let closing = false

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const path = request.url?.split('?', 1)[0]
    const address = addressOf(request, trustProxy)
    if (path !== SOCKET_PATH) return turnAway(stream, '404 Not Found')
    if (closing || open.size >= CONNECTIONS) return turnAway(stream, '503 Service Unavailable')
    if (strangers.take(address, 1) > 0) return turnAway(stream, '429 Too Many Requests')
    wss.handleUpgrade(request, stream, head, (socket) => meet(socket, address))
  })

  function meet(socket: WebSocket, address: string): void {
    let pending = 0
    let tail = Promise.resolve()
    const session = new Session(desk, {
      send: (frame) => socket.send(frame, { binary: true }),
      close(code, reason) {
        socket.close(code, reason)
        // One that does not answer the goodbye is cut.
        setTimeout(() => socket.terminate(), 2_000).unref()
      },
      backlog: () => socket.bufferedAmount,
      address,
    })
    const now = performance.now()
    const state = { socket, heardAt: now, openedAt: now, asked: false }
    open.set(session, state)
    desk.metrics.connections.set(open.size)

    socket.on('message', (data: Buffer, isBinary) => {
      state.heardAt = performance.now()
      if (!isBinary) return session.end(closeCodes.broken, 'text')
      pending += data.byteLength
      // What waits for the disk, or for a reader that does not read, is not added to.
      if (pending > PENDING_BYTES || socket.bufferedAmount > BACKLOG_BYTES) socket.pause()
      const wasKnown = session.holder !== null
      const take = async (): Promise<void> => {
        await session.receive(data)
        if (!wasKnown && session.holder) limitCopies(session)
        pending -= data.byteLength
        resume()
      }
      // Batches of one connection may wait for the disk together; all else is taken in turn.
      if (wasKnown && standsAlone(data)) void take()
      else tail = tail.then(take)
    })
    const resume = (): void => {
      if (!socket.isPaused || pending > PENDING_BYTES / 2) return
      if (socket.bufferedAmount <= BACKLOG_BYTES / 2) socket.resume()
      else if (socket.readyState === socket.OPEN) setTimeout(resume, 20).unref()
    }
    socket.on('pong', () => (state.heardAt = performance.now()))
    // Told by `close` as well; without a listener it would end the process.
    socket.on('error', () => {})
    socket.on('close', () => {
      session.left()
      open.delete(session)
      desk.metrics.connections.set(open.size)
    })
  }

  /** The oldest connections of a device make room for the newest: they are likely dead and not yet noticed. */
  function limitCopies(session: Session): void {
    const { space, device } = session.holder!
    const twins = [...open.keys()].filter(({ holder }) => holder?.device === device && holder.space === space)
    for (const twin of twins.slice(0, -CONNECTIONS_PER_DEVICE)) twin.end(closeCodes.tooMany, 'too many')
  }

  const heartbeat = setInterval(() => {
    const now = performance.now()
    for (const [session, state] of open) {
      if (now - state.heardAt > patience.silenceMs) {
        state.socket.terminate()
        continue
      }
      if (!session.holder && now - state.openedAt > patience.proofMs) session.end(closeCodes.refused, 'no proof')
      else state.socket.ping()
    }
  }, patience.pingMs)
  heartbeat.unref()

  return {
    sessions: () => open.keys(),
    count: () => open.size,
    async close(graceMs) {
      closing = true
      clearInterval(heartbeat)
      for (const session of open.keys()) session.end(closeCodes.goingAway, 'restarting')
      const endMs = performance.now() + graceMs
      while (open.size > 0 && performance.now() < endMs) await new Promise((resolve) => setTimeout(resolve, 20))
      for (const { socket } of open.values()) socket.terminate()
      wss.close()
    },
  }
}

function turnAway(stream: Duplex, status: string): void {
  stream.on('error', () => {})
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
