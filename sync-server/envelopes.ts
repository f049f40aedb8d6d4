import { Hono } from 'hono'
import type { HttpBindings } from '@hono/node-server'
import { isOwner, mayManage } from '../src/log/roles.ts'
import { readBody, refusal, type Door, type Request } from './door.ts'
import { ENVELOPE_BYTES, LONGEST_WAIT_MS, RENDEZVOUS_MS } from './limits.ts'
import type { EnvelopeKind } from './log.ts'
import type { Desk } from './session.ts'

const MEETING = '/rendezvous/:id{[A-Za-z0-9_-]{16,64}}'
const RECOVERY = '/recovery/:id{[A-Za-z0-9_-]{16,64}}'

/** How often a request that waits for the other side looks for it. */
const LOOK_MS = 300

/**
 * Sealed messages that wait for someone who has no token yet: a member opens a meeting with what the newcomer must know,
 * the newcomer puts its request, the member its answer. Each place is written once; all end after a quarter of an hour.
 * Recovery envelopes stay until replaced.
 */
export function createEnvelopes(desk: Desk, door: Door): Hono<{ Bindings: HttpBindings }> {
  const { store, now } = desk
  const app = new Hono<{ Bindings: HttpBindings }>()

  app.on(['PUT', 'POST'], MEETING, async (context) => {
    const holder = await door.admit(context, null, mayManage)
    if (holder instanceof Response) return holder
    const { id } = context.req.param()
    const endsAt = now() + RENDEZVOUS_MS
    return write(context, 'rendezvous', id, { space: holder.space, endsAt })
  })

  app.get(MEETING, (context) => read(context, 'rendezvous', null))

  app.delete(MEETING, async (context) => {
    const { id } = context.req.param()
    const meeting = await store.readEnvelope('rendezvous', id, now())
    const holder = await door.admit(context, meeting?.space ?? null, mayManage)
    if (holder instanceof Response) return holder
    for (const kind of ['rendezvous', 'request', 'answer'] as const) await store.deleteEnvelope(kind, id)
    return new Response(null, { status: 204 })
  })

  app.on(['PUT', 'POST'], `${MEETING}/request`, async (context) => {
    const refused = door.strangers(context)
    if (refused) return refused
    const { id } = context.req.param()
    const meeting = await store.readEnvelope('rendezvous', id, now())
    if (!meeting) return refusal(404, 'unknown')
    return write(context, 'request', id, { space: meeting.space, endsAt: meeting.endsAt })
  })

  app.get(`${MEETING}/request`, async (context) => {
    const { id } = context.req.param()
    const meeting = await store.readEnvelope('rendezvous', id, now())
    if (!meeting) return refusal(404, 'unknown')
    const holder = await door.admit(context, meeting.space, mayManage)
    return holder instanceof Response ? holder : read(context, 'request', id)
  })

  app.on(['PUT', 'POST'], `${MEETING}/answer`, async (context) => {
    const { id } = context.req.param()
    const meeting = await store.readEnvelope('rendezvous', id, now())
    if (!meeting) return refusal(404, 'unknown')
    const holder = await door.admit(context, meeting.space, mayManage)
    if (holder instanceof Response) return holder
    return write(context, 'answer', id, { space: meeting.space, endsAt: meeting.endsAt })
  })

  app.get(`${MEETING}/answer`, (context) => read(context, 'answer', context.req.param('id')))

  app.on(['PUT', 'POST'], RECOVERY, async (context) => {
    const { id } = context.req.param()
    const holder = await door.admit(context, null, isOwner)
    if (holder instanceof Response) return holder
    const before = await store.readEnvelope('recovery', id, now())
    if (before && before.space !== holder.space) return refusal(403, 'forbidden')
    return write(context, 'recovery', id, { space: holder.space, endsAt: null })
  })

  app.get(RECOVERY, (context) => read(context, 'recovery', null))

  app.delete(RECOVERY, async (context) => {
    const { id } = context.req.param()
    const before = await store.readEnvelope('recovery', id, now())
    const holder = await door.admit(context, before?.space ?? null, isOwner)
    if (holder instanceof Response) return holder
    await store.deleteEnvelope('recovery', id)
    return new Response(null, { status: 204 })
  })

  async function write(
    context: Request,
    kind: EnvelopeKind,
    id: string,
    place: { space: string | null; endsAt: number | null },
  ): Promise<Response> {
    const bytes = await readBody(context, ENVELOPE_BYTES)
    if (!bytes) return refusal(413, 'tooLarge')
    await store.sweepEnvelopes(now())
    const kept = await store.keepEnvelope(kind, id, { bytes, ...place }, kind !== 'recovery')
    if (!kept) {
      // The answer to its first sending may have been lost.
      const before = await store.readEnvelope(kind, id, now())
      if (!before || Buffer.compare(before.bytes, bytes) !== 0) return refusal(409, 'exists')
    }
    return new Response(null, { status: 201 })
  }

  /** What stands under a name. With `meeting` and `?wait=S` it is waited for while that meeting is open. */
  async function read(context: Request, kind: EnvelopeKind, meeting: string | null): Promise<Response> {
    // Who has no token may be guessing.
    if (kind !== 'request') {
      const refused = door.strangers(context)
      if (refused) return refused
    }
    const id = context.req.param('id')!
    const endMs = performance.now() + Math.min(Number(context.req.query('wait') ?? 0) * 1_000 || 0, LONGEST_WAIT_MS)
    for (;;) {
      const found = await store.readEnvelope(kind, id, now())
      if (found)
        return new Response(found.bytes as Uint8Array<ArrayBuffer>, {
          headers: { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'no-store' },
        })
      if (meeting !== null && !(await store.readEnvelope('rendezvous', meeting, now()))) return refusal(404, 'unknown')
      if (performance.now() >= endMs || context.req.raw.signal.aborted)
        return meeting === null ? refusal(404, 'unknown') : new Response(null, { status: 204 })
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    }
  }

  return app
}
