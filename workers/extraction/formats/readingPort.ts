/** What a message between the two halves of pdf.js looks like, as far as we look. */
interface Message {
  action?: string
  callbackId?: number
  data?: unknown
  /** A piece of a stream: runs of text, or operators. */
  chunk?: unknown
}
type Listener = (event: { data: unknown }) => void

/** A port for both halves of pdf.js in one thread. */
export interface ReadingPort {
  postMessage: (message: unknown) => void
  addEventListener: (name: string, listener: Listener, options?: { signal?: AbortSignal } | null) => void
  removeEventListener: (name: string, listener: Listener) => void
  terminate: () => void
  /** Names of the fonts met so far, by the names the text layer uses. */
  fontNames: ReadonlyMap<string, string>
}

/**
 * pdf.js talks to its parsing half by copied messages. Both halves run in our thread, and reading draws nothing: so
 * messages are handed over uncopied, and fonts and pictures stop here. That spares a third of the time of a page, the
 * memory of its pictures, and the loading of fonts nobody will see. A document opened over this port cannot be drawn.
 */
export function createReadingPort(): ReadingPort {
  const listeners = new Set<Listener>()
  const fontNames = new Map<string, string>()
  const isForDrawing = ({ action, callbackId, data }: Message): boolean => {
    if (callbackId !== undefined || !Array.isArray(data)) return false
    if (action === 'obj') return true
    if (action !== 'commonobj') return false
    if (data[1] === 'Font') {
      const name = (data[2] as { extra?: { name?: unknown } } | undefined)?.extra?.name
      if (typeof name === 'string') fontNames.set(String(data[0]), name)
    }
    return true
  }
  return {
    fontNames,
    postMessage: (message) => {
      if (isForDrawing(message as Message)) return
      const sent = withOwnLists(message as Message)
      queueMicrotask(() => {
        for (const listener of listeners) {
          try {
            listener({ data: sent })
          } catch {
            // A message for a half that was closed meanwhile; whoever waits for an answer is closed too.
          }
        }
      })
    },
    addEventListener: (_name, listener, options) => {
      if (options?.signal?.aborted) return
      listeners.add(listener)
      options?.signal?.addEventListener('abort', () => listeners.delete(listener))
    },
    removeEventListener: (_name, listener) => listeners.delete(listener),
    terminate: () => listeners.clear(),
  }
}

/** The sender fills the lists of a chunk anew as soon as it is posted. */
function withOwnLists(message: Message): Message {
  const { chunk } = message
  if (typeof chunk !== 'object' || chunk === null || ArrayBuffer.isView(chunk)) return message
  const lists = Object.entries(chunk).map(([name, value]) => [name, Array.isArray(value) ? value.slice() : value])
  return { ...message, chunk: Object.fromEntries(lists) }
}
