import { createSpaceParts } from './spaceParts.ts'

/*
 * A service worker of its own that does one thing, where the browser has Background Sync: the app was closed while
 * something waited, the network is back, and it is sent. The app's own service worker stays as small as its start wants.
 */

/** The lock of whoever syncs (client.ts). */
const lockName = 'vivier-sync'
/** A tab that is being closed holds it for a moment; one that stays open does the work itself. */
const lockWithinMs = 20_000
/** Browsers end a sync event after some minutes. */
const atMostMs = 150_000
const lookEveryMs = 500

interface SyncEvent extends Event {
  readonly tag: string
  waitUntil(done: Promise<unknown>): void
}
const scope = self as unknown as EventTarget & { skipWaiting(): Promise<void> }

scope.addEventListener('install', () => void scope.skipWaiting())
scope.addEventListener('sync', (event) => {
  const { tag } = event as SyncEvent
  if (tag === lockName) (event as SyncEvent).waitUntil(sendWaiting())
})

/** Rejects when something still waits, so that the browser tries again later. */
async function sendWaiting(): Promise<void> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), lockWithinMs)
  try {
    await navigator.locks.request(lockName, { signal: patience.signal }, async () => {
      clearTimeout(timer)
      await send()
    })
  } catch (cause) {
    // A tab has it, and all that waits with it.
    if (!patience.signal.aborted) throw cause
  } finally {
    clearTimeout(timer)
  }
}

async function send(): Promise<void> {
  const { workspace, blobs } = createSpaceParts()
  if (!(await workspace.open())) return
  try {
    const endsAt = Date.now() + atMostMs
    while (Date.now() < endsAt && !(await isWanted())) {
      const { engine } = workspace
      const status = engine?.status()
      if (status?.phase === 'revoked') return
      if (engine?.isLive() && status?.toSend === 0 && status.syncedAt > 0 && !blobs.isBusy()) return
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
    }
  } finally {
    await workspace.close()
  }
  if (!(await isWanted())) throw new Error('Something still waits to be sent.')
}

/** A tab was opened: it goes on from here. */
const isWanted = async (): Promise<boolean> =>
  ((await navigator.locks.query()).pending ?? []).some(({ name }) => name === lockName)
