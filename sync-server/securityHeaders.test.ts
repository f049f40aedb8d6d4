import { expect, it } from 'vitest'
import { parseOrigins, securityHeaders } from './securityHeaders.ts'

it('opens the policy to the origins a deployment names, and to nothing that is not an origin', () => {
  const origins = parseOrigins(
    "https://relay.example.org, http://localhost:*  https://a;script-src * 'unsafe-inline' ftp://x",
  )
  expect(origins).toEqual(['https://relay.example.org', 'http://localhost:*'])
  expect(securityHeaders({ isolated: false, connectOrigins: origins })['Content-Security-Policy']).toContain(
    "connect-src 'self' blob: data: https://relay.example.org wss://relay.example.org http://localhost:* ws://localhost:*;",
  )
})
