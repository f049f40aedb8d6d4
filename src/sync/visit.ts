import { err, ok, type Result } from '../kit/result.ts'
import {
  type ClientFrame,
  decodeFrame,
  encodeFrame,
  proofText,
  protocolVersion,
  type RefusalCode,
  type RelayFrame,
} from '../log/protocol.ts'
import type { SyncFailure } from './face.ts'
import type { Connection, Transport } from './ports.ts'

/** Who visits: a member that has no store yet, such as a newcomer or a recovery kit. */
export interface Visitor {
  space: string
  device: string
  sign(bytes: Uint8Array): Promise<string>
}

export interface Visit {
  /** The relay's token for its other doors. */
  token: string
  entries: Uint8Array[]
  /** Puts an entry; resolves when it is in the log. */
  submit(entry: Uint8Array): Promise<Result<null, SyncFailure>>
  end(): void
}

const withinMs = 20_000

/** Goes to a relay once, proves who one is, and reads the membership log. The visitor ends the visit. */
export function visit(transport: Transport, visitor: Visitor, url: string): Promise<Result<Visit, SyncFailure>> {
  const { space, device } = visitor
  return new Promise((resolve) => {
    const entries: Uint8Array[] = []
    let token = ''
    let answered: ((result: Result<null, SyncFailure>) => void) | null = null
    let connection: Connection | null = null
    const say = (frame: ClientFrame) => connection?.send(encodeFrame(frame))
    const end = () => {
      clearTimeout(timer)
      connection?.close()
    }
    const fail = (error: SyncFailure) => {
      end()
      resolve(err(error))
      answered?.(err(error))
    }
    const timer = setTimeout(() => fail({ type: 'RelayUnreachable', url }), withinMs)
    const refused = (code: RefusalCode) => {
      if (answered) answered(err({ type: 'RelayRefused', code }))
      else fail({ type: 'RelayRefused', code })
    }

    function tookEntries(frame: Extract<RelayFrame, { type: 'entries' }>): void {
      // What comes twice is known; what would leave a gap is asked for.
      if (frame.from <= entries.length) entries.push(...frame.entries.slice(entries.length - frame.from))
      if (frame.more) return say({ type: 'pullEntries', after: entries.length })
      clearTimeout(timer)
      if (answered) {
        answered(ok(null))
        answered = null
        return
      }
      resolve(
        ok({
          token,
          entries,
          submit: (entry) =>
            new Promise((taken) => {
              answered = taken
              say({ type: 'entry', entry })
              setTimeout(() => taken(err({ type: 'RelayUnreachable', url })), withinMs)
            }),
          end,
        }),
      )
    }

    connection = transport.connect({
      onOpen: () => say({ type: 'hello', versions: [protocolVersion], space, device, relay: null }),
      onEnd: () => fail({ type: 'RelayUnreachable', url }),
      onFrame: (bytes) => {
        const read = decodeFrame(bytes)
        if (!read.ok) return
        const frame = read.value
        if (frame.type === 'challenge') {
          const { nonce } = frame
          void visitor
            .sign(proofText(space, device, nonce))
            .then((signature) => say({ type: 'proof', nonce, signature }))
        } else if (frame.type === 'welcome') {
          token = frame.token
          say({ type: 'pullEntries', after: 0 })
        } else if (frame.type === 'entries') tookEntries(frame)
        else if (frame.type === 'refused') refused(frame.code)
      },
    })
  })
}
