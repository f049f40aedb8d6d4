import { proxy, wrap, type Remote } from 'comlink'
import type { NamedBlob } from './modelPackage.ts'
import { tierCacheName } from './names.ts'
import type { TierApi, TierState, TierText } from './protocol.ts'

let running: Remote<TierApi> | null = null

/** The worker that holds the optional model; it lives as long as the tab, and only where somebody asks for it. */
function start(): Remote<TierApi> {
  // oxlint-disable-next-line eslint/no-restricted-globals -- holds the model for the tab's life, which a lane of short jobs is not for
  const worker = new Worker(new URL('./tierWorker.ts', import.meta.url), { type: 'module', name: 'optional-model' })
  return (running ??= wrap<TierApi>(worker))
}

/** Whether a model was installed on this device: until then nothing of all this is loaded. */
export async function isTierInstalled(): Promise<boolean> {
  try {
    return await caches.has(tierCacheName)
  } catch {
    // No cache storage here, as in a private window of some browsers.
    return false
  }
}

/** The optional model; the first call starts its worker. */
export const tier = {
  watch: (listener: (state: TierState) => void): Promise<void> => (running ?? start()).watch(proxy(listener)),
  download: (): Promise<void> => (running ?? start()).download(),
  pause: (): Promise<void> => (running ?? start()).pause(),
  installFiles: (files: NamedBlob[]): Promise<void> => (running ?? start()).installFiles(files),
  remove: (): Promise<void> => (running ?? start()).remove(),
  turn: (on: boolean): Promise<void> => (running ?? start()).turn(on),
  hold: (texts: TierText[]): Promise<void> => (running ?? start()).hold(texts),
  forget: (ids: string[]): Promise<void> => (running ?? start()).forget(ids),
  nearness: (text: string, ids: string[]): Promise<number[] | null> => (running ?? start()).nearness(text, ids),
}
