import { create } from 'zustand'
import type { WorkerNews, WorkerOrder } from '../serviceWorker/messages.ts'
import { hasUnsavedWork } from '../ui/unsaved.ts'
import { setOfflineState } from './offlineState.ts'

type Update = { waiting: ServiceWorker | null; postponed: boolean }

/** The new version that waits, if any. */
export const useUpdate = create<Update>()(() => ({ waiting: null, postponed: false }))

let reloadWhenReplaced = false
const checkEveryMs = 60 * 60 * 1000

/** Puts the waiting version in charge and reloads this tab; other tabs keep what they have until they choose. */
export function applyUpdate(): void {
  const { waiting } = useUpdate.getState()
  if (hasUnsavedWork()) return
  if (waiting === null || waiting.state === 'activated') {
    location.reload()
    return
  }
  reloadWhenReplaced = true
  waiting.postMessage({ type: 'SKIP_WAITING' } satisfies WorkerOrder)
}

/**
 * Registers the service worker, follows its preparation, and notices new versions. The first visit is taken
 * over without a reload; a later version waits for the user's click.
 */
export async function startServiceWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const container = navigator.serviceWorker
  const hadController = container.controller !== null

  container.addEventListener('message', (event: MessageEvent<WorkerNews>) => {
    const news = event.data
    if (news.type === 'PACKS') {
      const share = news.total === 0 ? 1 : news.done / news.total
      setOfflineState(share >= 1 ? { type: 'ready' } : { type: 'preparing', share })
    }
    if (news.type === 'PACKS_STUCK') setOfflineState({ type: 'stuck' })
  })
  container.addEventListener('controllerchange', () => {
    if (reloadWhenReplaced) location.reload()
    // another tab accepted the update: this one says so and keeps its work
    else if (hadController) useUpdate.setState({ waiting: container.controller, postponed: false })
  })

  let registration: ServiceWorkerRegistration | undefined
  try {
    registration = await container.register('/sw.js', { updateViaCache: 'none' })
  } catch {
    // blocked by the browser (private mode, policy): the app works, but only online
    registration = undefined
  }
  if (registration === undefined) {
    setOfflineState({ type: 'stuck' })
    return
  }
  const registered = registration

  const noticeWaiting = () => {
    if (registered.waiting !== null && container.controller !== null) {
      useUpdate.setState({ waiting: registered.waiting })
    }
  }
  const follow = (worker: ServiceWorker | null) =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') noticeWaiting()
    })
  noticeWaiting()
  follow(registered.installing)
  registered.addEventListener('updatefound', () => follow(registered.installing))

  if (!hadController) setOfflineState({ type: 'preparing', share: 0 })
  const askForPacks = async () => {
    const { active } = await container.ready
    active?.postMessage({ type: 'FILL_PACKS' } satisfies WorkerOrder)
  }
  void askForPacks()
  addEventListener('online', () => void askForPacks())

  const check = () => {
    if (navigator.onLine && document.visibilityState === 'visible') {
      // offline or the server is away: the next check will do
      registered.update().catch(() => undefined)
    }
  }
  setInterval(check, checkEveryMs)
  document.addEventListener('visibilitychange', check)
}
