/**
 * Which hosts the policy of this app (Content-Security-Policy) kept us from. A request that it forbids fails like one
 * that found no network; only this event tells the two apart.
 */
const forbidden = new Set<string>()

/** How long after the failure of a request the event may come. */
const eventWithinMs = 100

// Node, where the same code runs in tests and measures, has neither policy nor events.
globalThis.addEventListener?.('securitypolicyviolation', (event) => {
  const { effectiveDirective, blockedURI } = event as SecurityPolicyViolationEvent
  // A WebSocket to the same host counts as the same door.
  if (effectiveDirective === 'connect-src' && URL.canParse(blockedURI)) forbidden.add(new URL(blockedURI).host)
})

/** Whether a request to `url` that has just failed was forbidden by the policy of the app. */
export async function isForbidden(url: URL): Promise<boolean> {
  if (globalThis.location === undefined || url.origin === globalThis.location.origin) return false
  if (!forbidden.has(url.host)) await new Promise((resolve) => setTimeout(resolve, eventWithinMs))
  return forbidden.has(url.host)
}
