import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Who a token or a challenge is for. */
export interface Holder {
  space: string
  device: string
}

/** How long a challenge may wait for its proof. */
const CHALLENGE_MS = 60_000
const MAC_BYTES = 16

/** What a device said in its `hello`, carried through its challenge so that any instance can go on from the proof. */
export interface Hello extends Holder {
  relay: { logId: string; cursor: number } | null
}

/** A bearer token for `holder` until `endsAt` (ms). Whether the device may still do what it asks is checked at each use. */
export function makeToken(secret: Uint8Array, holder: Holder, endsAt: number): string {
  const body = Buffer.alloc(30)
  body.write(holder.space, 0, 'hex')
  body.write(holder.device, 16, 'hex')
  body.writeUIntBE(endsAt, 24, 6)
  return seal(secret, 'token', body)
}

/** Who holds the token; null when it is none of ours or over. */
export function readToken(secret: Uint8Array, token: string, now: number): Holder | null {
  const body = open(secret, 'token', token)
  if (body?.byteLength !== 30 || body.readUIntBE(24, 6) <= now) return null
  return { space: body.toString('hex', 0, 16), device: body.toString('hex', 16, 24) }
}

/** A challenge that needs no memory here: it names who asked, and nobody else can make one. */
export function makeNonce(secret: Uint8Array, hello: Hello, now: number): string {
  const body = Buffer.alloc(60)
  body.write(hello.space, 0, 'hex')
  body.write(hello.device, 16, 'hex')
  body.writeUIntBE(now, 24, 6)
  if (hello.relay && /^[0-9a-f]{32}$/.test(hello.relay.logId)) {
    body.write(hello.relay.logId, 30, 'hex')
    // One more than the cursor: 0 says that nothing is remembered.
    body.writeUIntBE(Math.min(hello.relay.cursor, 2 ** 47) + 1, 46, 6)
  }
  randomBytes(8).copy(body, 52)
  return seal(secret, 'challenge', body)
}

/** What was said when the challenge was given; null when it is none of ours or too old. */
export function readNonce(secret: Uint8Array, nonce: string, now: number): Hello | null {
  const body = open(secret, 'challenge', nonce)
  if (body?.byteLength !== 60) return null
  const madeAt = body.readUIntBE(24, 6)
  if (now - madeAt > CHALLENGE_MS) return null
  const remembered = body.readUIntBE(46, 6)
  return {
    space: body.toString('hex', 0, 16),
    device: body.toString('hex', 16, 24),
    relay: remembered === 0 ? null : { logId: body.toString('hex', 30, 46), cursor: remembered - 1 },
  }
}

function seal(secret: Uint8Array, purpose: string, body: Buffer): string {
  return Buffer.concat([body, mac(secret, purpose, body)]).toString('base64url')
}

function open(secret: Uint8Array, purpose: string, text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.byteLength <= MAC_BYTES) return null
  const body = bytes.subarray(0, -MAC_BYTES)
  return timingSafeEqual(mac(secret, purpose, body), bytes.subarray(-MAC_BYTES)) ? body : null
}

function mac(secret: Uint8Array, purpose: string, body: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(`vivier-${purpose}-1|`).update(body).digest().subarray(0, MAC_BYTES)
}
