import { Hono } from 'hono'
import type { HttpBindings } from '@hono/node-server'
import { decodeFrame, joinFrames, splitFrames } from '../src/log/protocol.ts'
import { addressOf } from './address.ts'
import { readBody, refusal, type Door } from './door.ts'
import type { LiveSpace, SpaceListener } from './hub.ts'
import { LONGEST_WAIT_MS } from './limits.ts'
import { Session, type Desk } from './session.ts'
import { readToken } from './token.ts'

/** All frames of one request together. */
const BODY_BYTES = 4 * 1024 * 1024

/**
 * The frames of the WebSocket in one request and its answer (SPEC 5.8), for networks that let nothing else through. A
 * request that asked for batches and found none waits for news, up to `?wait` seconds.
 */
export function createExchange(desk: Desk, door: Door, trustProxy: boolean): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()

  app.post('/exchange', async (context) => {
    const [, token] = /^Bearer (\S+)$/.exec(context.req.header('Authorization') ?? '') ?? []
    const holder = token ? readToken(desk.store.secret, token, desk.now()) : null
    if (token && !holder) return refusal(401, 'token')
    if (!holder) {
      const refused = door.strangers(context)
      if (refused) return refused
    }
    const body = await readBody(context, BODY_BYTES)
    const frames = body && splitFrames(body)
    if (!frames?.ok) return refusal(body ? 400 : 413, body ? 'malformed' : 'tooLarge')

    let answers: Uint8Array[] = []
    const ended: { code: number; reason: string }[] = []
    const session = new Session(desk, {
      send: (frame) => answers.push(frame),
      close: (code, reason) => ended.push({ code, reason }),
      backlog: () => 0,
      address: addressOf(context.env.incoming, trustProxy),
    })
    try {
      const known = holder ? await session.resume(holder) : true
      const live = holder && (await desk.hub.open(holder.space))
      const before = live && { head: live.head, entries: live.membership.count }
      const take = async (): Promise<void> => {
        for (const frame of frames.value) await session.receive(frame)
      }
      if (known) {
        await take()
        const waitMs = Math.min(Number(context.req.query('wait') ?? 0) * 1_000 || 0, LONGEST_WAIT_MS)
        if (waitMs > 0 && live && before && ended.length === 0 && isEmptyPull(answers)) {
          if (await newsIn(live, before, waitMs, context.req.raw.signal)) {
            answers = []
            await take()
          }
        }
      }
    } finally {
      session.left()
    }
    // A store that did not answer is no answer to a batch.
    if (ended.some(({ reason }) => reason === 'storage' || reason === 'failure'))
      return refusal(503, 'unavailable', { 'Retry-After': '5' })
    if (ended.some(({ reason }) => reason === 'malformed')) return refusal(400, 'malformed')
    return new Response(joinFrames(answers), {
      headers: { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'no-store' },
    })
  })

  /** True when something came within the time. */
  function newsIn(
    live: LiveSpace,
    before: { head: number; entries: number },
    waitMs: number,
    signal: AbortSignal,
  ): Promise<boolean> {
    return new Promise((resolve) => {
      const done = (came: boolean): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', gone)
        desk.hub.leave(live, listener)
        resolve(came)
      }
      const gone = (): void => done(false)
      const timer = setTimeout(() => done(false), waitMs)
      const listener: SpaceListener = {
        onBatches: () => done(true),
        onEntries: () => done(true),
        onGone: () => done(true),
      }
      signal.addEventListener('abort', gone)
      desk.hub.listen(live, listener)
      // It may have come while the frames were answered.
      if (live.head > before.head || live.membership.count > before.entries) done(true)
    })
  }

  return app
}

/** True when all that was answered is that there is nothing to read. */
function isEmptyPull(answers: readonly Uint8Array[]): boolean {
  return (
    answers.length > 0 &&
    answers.every((bytes) => {
      const frame = decodeFrame(bytes)
      return frame.ok && frame.value.type === 'batches' && frame.value.batches.length === 0
    })
  )
}
