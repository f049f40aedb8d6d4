/** What a deployment may change about the headers; everything else is fixed. */
export interface HeaderOptions {
  /** Cross-origin isolation (COOP and COEP): more threads for the workers, but stricter towards other windows. */
  isolated: boolean
  /** Further origins the page may speak to, for a deployment whose services live elsewhere. Empty by default. */
  connectOrigins: readonly string[]
}

/**
 * The headers every answer carries.
 *
 * The page may reach its own origin and nothing else: a CV is hostile input, and even a script that slipped
 * through a reader of ours could then send what it read nowhere. `wasm-unsafe-eval` lets WebAssembly compile
 * (OCR, PDF images, key derivation) without opening eval. Styles stay inline because the components place
 * their pop-ups with style attributes; no inline script is ever needed.
 */
export function securityHeaders(options: HeaderOptions): Record<string, string> {
  // 'self' covers this origin's WebSockets too; another relay's are named beside its address.
  const relays = options.connectOrigins.flatMap((origin) => [origin, origin.replace(/^http/i, 'ws')])
  const connect = ["'self'", 'blob:', 'data:', ...relays]
  const policy = [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    "worker-src 'self'",
    `connect-src ${connect.join(' ')}`,
    "manifest-src 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')
  return {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy':
      'camera=(self), clipboard-write=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=(), display-capture=()',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(options.isolated
      ? { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }
      : {}),
  }
}

/**
 * Reads a list of origins separated by spaces or commas. What is not a plain http(s) origin is dropped: a
 * mistyped setting must not be able to inject another directive into the policy.
 */
export function parseOrigins(list: string | undefined): string[] {
  return (list ?? '').split(/[\s,]+/).filter((origin) => /^https?:\/\/[a-z0-9.-]+(?::(?:\d+|\*))?$/i.test(origin))
}
