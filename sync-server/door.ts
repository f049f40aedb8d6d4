import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { addressOf } from './address.ts'
import { standing } from './hub.ts'
import type { Rates } from './rates.ts'
import type { Desk } from './session.ts'
import { readToken, type Holder } from './token.ts'

export type Request = Context<{ Bindings: HttpBindings }>

/** Who is let in by HTTP, and how it is told no. */
export interface Door {
  /** The holder of the request's token whose rights now `suffice`, or the answer that refuses it. */
  admit: (request: Request, space: string | null, suffice: (rights: number) => boolean) => Promise<Holder | Response>
  /** The answer for an address that asks too much without a token; null when it may go on. */
  strangers: (request: Request) => Response | null
}

export function createDoor(desk: Desk, strangers: Rates, trustProxy: boolean): Door {
  return {
    async admit(request, space, suffice) {
      const [, token] = /^Bearer (\S+)$/.exec(request.req.header('Authorization') ?? '') ?? []
      const holder = token ? readToken(desk.store.secret, token, desk.now()) : null
      if (!holder || (space !== null && holder.space !== space)) return refusal(401, 'token')
      const live = await desk.hub.open(holder.space)
      if (!live) return refusal(404, 'noSpace')
      const stands = standing(live, holder.device)
      if (!stands) return refusal(403, 'stranger')
      if (stands.revoked) return refusal(403, 'revoked')
      return suffice(stands.rights) ? holder : refusal(403, 'forbidden')
    },
    strangers(request) {
      const retryAfterS = strangers.take(addressOf(request.env.incoming, trustProxy), 1)
      return retryAfterS > 0 ? refusal(429, 'tooFast', { 'Retry-After': String(retryAfterS) }) : null
    },
  }
}

/** A refusal by HTTP: a status for machines on the way, and the code that devices know. */
export function refusal(status: number, code: string, headers: Record<string, string> = {}): Response {
  return Response.json({ code }, { status, headers: { 'Cache-Control': 'no-store', ...headers } })
}

/** Reads a body of at most `longest` bytes; null when it is longer, or broke off. */
export async function readBody(request: Request, longest: number): Promise<Buffer | null> {
  if (Number(request.req.header('Content-Length') ?? 0) > longest) return null
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of bodyOf(request)) {
      size += chunk.byteLength
      if (size > longest) return null
      chunks.push(chunk)
    }
  } catch {
    // The connection broke: there is nobody to answer.
    return null
  }
  return Buffer.concat(chunks)
}

/** The bytes of a request as they come. */
export function bodyOf(request: Request): AsyncIterable<Uint8Array> {
  return (request.req.raw.body ?? new Blob([]).stream()) as unknown as AsyncIterable<Uint8Array>
}
