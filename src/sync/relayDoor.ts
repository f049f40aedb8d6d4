import { err, ok, type Result } from '../kit/result.ts'
import { refusalCodes } from '../log/protocol.ts'
import type { RefusalCode, RelayReport, SyncFailure } from './face.ts'
import { isForbidden } from './policy.ts'

/** What a relay answered over HTTP; `bytes` is empty when it has nothing (yet). */
export interface Answer {
  status: number
  bytes: Uint8Array
  headers: Headers
}

interface Asked {
  method?: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'HEAD' | 'DELETE'
  body?: Uint8Array | string
  token?: string | null
  headers?: Record<string, string>
  /** How long to wait, ms. */
  withinMs?: number
  /** Ends it earlier, as if nothing had answered. */
  signal?: AbortSignal
}

/** One request to a relay. Every answer that refuses is a failure with the relay's code where it gave one. */
export async function askRelay(
  base: URL,
  path: string,
  asked: Asked = {},
): Promise<Result<Answer, SyncFailure & { status?: number }>> {
  const { method = 'GET', body, token, headers = {}, withinMs = 40_000 } = asked
  const abort = new AbortController()
  const end = () => abort.abort()
  if (asked.signal?.aborted) end()
  asked.signal?.addEventListener('abort', end, { once: true })
  const timer = setTimeout(end, withinMs)
  let answer: Response
  let bytes: Uint8Array
  try {
    answer = await fetch(new URL(path === '' ? '/sync/v1' : `/sync/v1/${path}`, base), {
      method,
      ...(body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> | string }),
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/octet-stream' }),
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: abort.signal,
    })
    bytes = new Uint8Array(await answer.arrayBuffer())
  } catch {
    // No network, no such host, or too slow: none says more. What the app's policy forbids is told apart.
    return err({ type: (await isForbidden(base)) ? 'BlockedByPolicy' : 'RelayUnreachable', url: base.href })
  } finally {
    clearTimeout(timer)
    asked.signal?.removeEventListener('abort', end)
  }
  if (answer.ok) return ok({ status: answer.status, bytes, headers: answer.headers })
  const code = codeOf(bytes)
  if (answer.status === 409 || answer.status === 404 || answer.status === 410 || !code) {
    return err({ type: 'NotARelay', url: base.href, status: answer.status })
  }
  return err({ type: 'RelayRefused', code, status: answer.status })
}

function codeOf(bytes: Uint8Array): RefusalCode | null {
  try {
    const { code } = JSON.parse(new TextDecoder().decode(bytes)) as { code?: unknown }
    return refusalCodes.find((known) => known === code) ?? null
  } catch {
    // A page of something that stands before the relay, or no relay at all.
    return null
  }
}

/** Whether an address is a relay's, how far it is, and what passes. */
export async function testRelay(base: URL): Promise<Result<RelayReport, SyncFailure>> {
  const startedAt = performance.now()
  const asked = await askRelay(base, '', { withinMs: 10_000 })
  if (!asked.ok) {
    const { type } = asked.error
    return type === 'RelayUnreachable' || type === 'BlockedByPolicy'
      ? asked
      : err({ type: 'NotARelay', url: base.href })
  }
  const latencyMs = Math.round(performance.now() - startedAt)
  let said: { relay?: unknown; versions?: unknown; admission?: unknown }
  try {
    said = JSON.parse(new TextDecoder().decode(asked.value.bytes)) as typeof said
  } catch {
    // Some other server answered.
    return err({ type: 'NotARelay', url: base.href })
  }
  if (said.relay !== 'vivier') return err({ type: 'NotARelay', url: base.href })
  const version = Array.isArray(said.versions) ? said.versions.join(', ') : ''
  return ok({
    url: base.href,
    latencyMs,
    version,
    needsAdmission: said.admission === true,
    socket: await opensSocket(base),
  })
}

function opensSocket(base: URL): Promise<boolean> {
  const url = new URL('/sync/v1/socket', base)
  url.protocol = base.protocol === 'https:' ? 'wss:' : 'ws:'
  return new Promise((resolve) => {
    let socket: WebSocket
    try {
      socket = new WebSocket(url)
    } catch {
      // A policy forbids it.
      resolve(false)
      return
    }
    const done = (opened: boolean) => {
      clearTimeout(timer)
      resolve(opened)
      socket.close()
    }
    const timer = setTimeout(() => done(false), 5000)
    socket.addEventListener('open', () => done(true))
    socket.addEventListener('error', () => done(false))
  })
}

/** Why a request failed, as screens know it: without what only HTTP knows. */
export const failureOf = (error: SyncFailure & { status?: number }): SyncFailure => {
  const { status: _, ...failure } = error
  return failure as SyncFailure
}
