import { assetPaths, assetUrl, lateCacheName } from '../../src/kit/assets.ts'
import { loadEmbeddingModel, type EmbeddingModel } from './embedding/model.ts'

const addressOf = (path: string): string => assetUrl(path, self.location.origin)

/** A model file from the app's own origin (the service worker keeps it offline); null when it cannot be had. */
async function fetchModel(path: string): Promise<EmbeddingModel | null> {
  try {
    const response = await fetch(addressOf(path))
    return response.ok ? loadEmbeddingModel(await response.arrayBuffer()) : null
  } catch {
    // Offline, cut short or damaged: the engine goes on with what it has.
    return null
  }
}

/** Whether the large model lies on this device already. */
async function hasLargeModel(): Promise<boolean> {
  try {
    return (await caches.match(addressOf(assetPaths.largeEmbeddingModel), { cacheName: lateCacheName })) !== undefined
  } catch {
    // No cache storage here, as in a private window of some browsers.
    return false
  }
}

/** The model to start with: the large one where it was kept, else the one of the first visit; null when there is none. */
export async function fetchFirstModel(): Promise<{ model: EmbeddingModel | null; isLarge: boolean }> {
  const large = (await hasLargeModel()) ? await fetchModel(assetPaths.largeEmbeddingModel) : null
  return large
    ? { model: large, isLarge: true }
    : { model: await fetchModel(assetPaths.embeddingModel), isLarge: false }
}

/** What the browser says of the connection and the memory, where it says anything. */
interface DeviceHints {
  readonly onLine?: boolean
  readonly deviceMemory?: number
  readonly connection?: { readonly saveData?: boolean }
}

/** How long the worker must have had nothing to do before it fetches more. */
const idleMs = 20_000

/**
 * The large model, once nothing was asked for a while; null on a device that saves data or has little memory, and when
 * the file cannot be had: the next start tries again. `lastCall` tells when the worker was last asked something.
 */
export async function fetchLargeModelWhenIdle(lastCall: () => number): Promise<EmbeddingModel | null> {
  const hints = navigator as DeviceHints
  if (hints.connection?.saveData === true || (hints.deviceMemory ?? 8) < 2) return null
  for (;;) {
    const rest = lastCall() + idleMs - performance.now()
    if (rest <= 0 && hints.onLine !== false) break
    await new Promise((resolve) => setTimeout(resolve, Math.max(rest, 5000)))
  }
  return fetchModel(assetPaths.largeEmbeddingModel)
}
