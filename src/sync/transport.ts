import { decodeFrame, encodeFrame, joinFrames, maxFrameBytes, splitFrames } from '../log/protocol.ts'
import type { Connection, Transport } from './ports.ts'

/** A WebSocket that has not opened by then is taken for blocked. */
const openWithinMs = 10_000
/** What a poll waits for news, seconds. */
const pollWaitS = 25
const requestWithinMs = 60_000
/** Bodies stay below what the relay takes. */
const bodyBytes = 2 * maxFrameBytes
/** After this long over HTTP the socket is tried again: the phone may be on another network by now. */
const httpForMs = 600_000

type Handlers = Parameters<Transport['connect']>[0]

/** The address of a relay's door, whatever a person typed: with its scheme, without what follows the host. */
export function relayBase(url: string): URL | null {
  const typed = url.trim()
  try {
    const base = new URL(/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`)
    if (base.protocol !== 'https:' && base.protocol !== 'http:') return null
    return new URL('/', base)
  } catch {
    // What cannot be read as an address is none.
    return null
  }
}

/** Frames to a relay over its WebSocket, or over HTTP where none opens (SPEC 5.8). */
export function createTransport(base: URL): Transport {
  return {
    connect(handlers) {
      let current: Connection | null = null
      let ended = false
      const end = (reason: string) => {
        if (ended) return
        ended = true
        handlers.onEnd(reason)
      }
      const guarded: Handlers = { ...handlers, onEnd: end }
      const connection = {
        kind: undefined as Connection['kind'],
        send: (frame: Uint8Array) => current?.send(frame),
        close: () => {
          ended = true
          current?.close()
        },
      }
      current = openSocket(base, {
        ...guarded,
        onOpen: () => {
          connection.kind = 'socket'
          handlers.onOpen()
        },
        onEnd: (reason) => {
          if (ended) return
          if (connection.kind === 'socket') return end(reason)
          current = openHttp(base, guarded)
          connection.kind = 'http'
          handlers.onOpen()
        },
      })
      return connection
    },
  }
}

function openSocket(base: URL, handlers: Handlers): Connection {
  const url = new URL('/sync/v1/socket', base)
  url.protocol = base.protocol === 'https:' ? 'wss:' : 'ws:'
  let socket: WebSocket
  try {
    socket = new WebSocket(url)
  } catch {
    // A policy of the page or of the browser forbids it: the same as blocked on the way.
    queueMicrotask(() => handlers.onEnd('forbidden'))
    return { kind: 'socket', send: () => {}, close: () => {} }
  }
  socket.binaryType = 'arraybuffer'
  let over = false
  const end = (reason: string) => {
    if (over) return
    over = true
    clearTimeout(timer)
    handlers.onEnd(reason)
  }
  const timer = setTimeout(() => {
    end('slow')
    socket.close()
  }, openWithinMs)
  socket.addEventListener('open', () => {
    clearTimeout(timer)
    if (!over) handlers.onOpen()
  })
  socket.addEventListener('message', ({ data }) => {
    if (!over && data instanceof ArrayBuffer) handlers.onFrame(new Uint8Array(data))
  })
  socket.addEventListener('error', () => end('error'))
  socket.addEventListener('close', ({ reason }) => end(reason || 'closed'))
  return {
    kind: 'socket',
    send: (frame) => {
      if (socket.readyState === socket.OPEN) socket.send(frame as Uint8Array<ArrayBuffer>)
    },
    close: () => {
      over = true
      clearTimeout(timer)
      socket.close()
    },
  }
}

/**
 * The same over requests. What the engine says goes out together; once it has asked for batches, one request waits at
 * the relay for news and asks again from where the last answer ended.
 */
function openHttp(base: URL, handlers: Handlers): Connection {
  const url = new URL('/sync/v1/exchange', base)
  const abort = new AbortController()
  const waiting: Uint8Array[] = []
  let token: string | null = null
  let sending = false
  let polling = false
  let after = -1
  let over = false
  let hello: Uint8Array | null = null
  /** Said a second time: its answer was heard. */
  const repeated = new Set<Uint8Array>()
  const ends = setTimeout(() => end('socket'), httpForMs)

  const end = (reason: string) => {
    if (over) return
    over = true
    clearTimeout(ends)
    abort.abort()
    handlers.onEnd(reason)
  }

  /** One request and its answer; false when the connection is over. */
  async function exchange(frames: readonly Uint8Array[], waitS: number): Promise<boolean> {
    const target = new URL(url)
    if (waitS > 0) target.searchParams.set('wait', String(waitS))
    let body: Uint8Array
    try {
      const answer = await fetch(target, {
        method: 'POST',
        body: joinFrames(frames),
        headers: {
          'Content-Type': 'application/octet-stream',
          ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        },
        cache: 'no-store',
        credentials: 'omit',
        signal: AbortSignal.any([abort.signal, AbortSignal.timeout(requestWithinMs)]),
      })
      if (!answer.ok) {
        end(String(answer.status))
        return false
      }
      body = new Uint8Array(await answer.arrayBuffer())
    } catch {
      // Refused, cut off, or closed by us: the engine tries again.
      end('unreachable')
      return false
    }
    const answers = splitFrames(body)
    if (!answers.ok) end('malformed')
    else for (const frame of answers.value.slice(repeated.has(frames[0]!) ? 1 : 0)) hear(frame)
    return !over
  }

  function hear(bytes: Uint8Array): void {
    if (over) return
    const frame = decodeFrame(bytes)
    if (frame.ok && frame.value.type === 'welcome') token = frame.value.token
    if (frame.ok && frame.value.type === 'batches') {
      const last = frame.value.batches.at(-1)
      if (last && last.seq > after) after = last.seq
    }
    handlers.onFrame(bytes)
    void poll()
  }

  async function flush(): Promise<void> {
    if (sending || over) return
    sending = true
    while (waiting.length > 0 && !over) {
      const frames: Uint8Array[] = []
      for (let size = 0; waiting.length > 0 && size + waiting[0]!.length < bodyBytes;) {
        const frame = waiting.shift()!
        size += frame.length + 4
        frames.push(frame)
      }
      await exchange(frames, 0)
    }
    sending = false
    void poll()
  }

  async function poll(): Promise<void> {
    if (polling || over || token === null || after < 0) return
    polling = true
    while (!over) {
      // All of our own come as marks: the engine asks for the bytes of those it does not know.
      const asked = encodeFrame({ type: 'pull', after, own: 0xffff_ffff })
      if (!(await exchange([asked], pollWaitS))) break
    }
    polling = false
  }

  return {
    kind: 'http',
    send: (frame) => {
      if (over) return
      const read = decodeFrame(frame)
      if (read.ok && read.value.type === 'pull') after = Math.max(after, read.value.after)
      if (read.ok && read.value.type === 'hello') hello = frame
      if (read.ok && read.value.type === 'create' && hello) {
        // The relay knows nothing of the request before: who says hello is said again.
        const again = hello.slice()
        repeated.add(again)
        waiting.push(again)
      }
      waiting.push(frame)
      // What is said in one breath goes in one request.
      queueMicrotask(() => void flush())
    },
    close: () => {
      over = true
      clearTimeout(ends)
      abort.abort()
    },
  }
}
