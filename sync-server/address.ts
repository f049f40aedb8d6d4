import type { IncomingMessage } from 'node:http'

/** Who asks, for limits only: the peer, or whom a proxy that we were told to trust names last. */
export function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  const peer = request.socket.remoteAddress ?? ''
  if (!trustProxy) return peer
  const forwarded = request.headers['x-forwarded-for']
  return (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',').at(-1)?.trim() || peer
}

/** True when it comes from this very machine and through no proxy. */
export function isLocal(request: IncomingMessage): boolean {
  const peer = request.socket.remoteAddress ?? ''
  const loopback = peer === '::1' || peer.startsWith('127.') || peer.startsWith('::ffff:127.')
  return loopback && request.headers['x-forwarded-for'] === undefined && request.headers.forwarded === undefined
}
