import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { relaxedSimd, simd } from 'wasm-feature-detect'
import { lateCacheName } from '../kit/assets.ts'
import type { WorkerNews, WorkerOrder } from './messages.ts'
import { answerLate, isLateFile } from './lateFiles.ts'
import { fillPacks, packKey, packsForDevice, splitBuild, type BuiltFile } from './packs.ts'
import { filesOfShare, keepSharedFiles } from './sharedFiles.ts'

declare let self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] }

const packCacheName = 'vivier-packs'

const build = self.__WB_MANIFEST.map<BuiltFile>((entry) =>
  typeof entry === 'string' ? { url: entry, revision: null } : { url: entry.url, revision: entry.revision ?? null },
)
const { shell, packs } = splitBuild(build)
const packsByPath = new Map(packs.map((file) => [new URL(file.url, self.location.origin).pathname, file]))

// The shell: kept at install, answered from disk, so that a start costs no network.
cleanupOutdatedCaches()
precacheAndRoute(shell)
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    // the relay's own addresses, and files: a missing file must not be answered by a page
    denylist: [/^\/api\//, /^\/health$/, /\/[^/]+\.[a-z0-9]{2,6}$/i],
  }),
)

// The packs: kept right after, each by its version.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && packsByPath.has(url.pathname),
  async ({ url, request }) => {
    const file = packsByPath.get(url.pathname)
    const cache = await caches.open(packCacheName)
    const kept = file && (await cache.match(packKey(file, self.location.origin)))
    return kept ?? fetch(request)
  },
)

// What is fetched only when the app has time: kept once it was asked for; its name carries its version.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && isLateFile(url.pathname),
  async ({ request }) => answerLate(request, await caches.open(lateCacheName), fetch),
)

async function tellPages(news: WorkerNews): Promise<void> {
  for (const page of await self.clients.matchAll({ includeUncontrolled: true, type: 'window' })) page.postMessage(news)
}

let filling: Promise<void> | null = null

/** Fills the pack cache once at a time and tells the pages how far it is. Rejects when a file cannot be had. */
function preparePacks(): Promise<void> {
  filling ??= (async () => {
    let last = { done: 0, total: packs.length }
    try {
      const files = packsForDevice(packs, { simd: await simd(), relaxedSimd: await relaxedSimd() })
      await fillPacks({
        files,
        origin: self.location.origin,
        cache: await caches.open(packCacheName),
        // past the HTTP cache: what is kept must be this version
        fetchFile: (url) => fetch(url, { cache: 'no-cache', credentials: 'same-origin' }),
        onProgress: (done, total) => {
          last = { done, total }
          if (done < total) void tellPages({ type: 'PACKS', done, total })
        },
      })
      await tellPages({ type: 'PACKS', ...last })
    } catch (cause) {
      await tellPages({ type: 'PACKS_STUCK', ...last })
      throw cause
    } finally {
      filling = null
    }
  })()
  return filling
}

self.addEventListener('install', (event) => {
  // A first visit starts with the shell alone; an update is ready only once all of it is here, since it may
  // be taken into use offline.
  if (self.registration.active !== null) event.waitUntil(preparePacks())
})

self.addEventListener('activate', (event) => {
  // the first visit is taken over at once, so that it is also the last one that needs the network
  event.waitUntil(self.clients.claim())
})

self.addEventListener('message', (event) => {
  const order = event.data as WorkerOrder
  if (order.type === 'SKIP_WAITING') void self.skipWaiting()
  if (order.type === 'FILL_PACKS') {
    // told to the pages as PACKS_STUCK; they ask again when the network is back
    event.waitUntil(preparePacks().catch(() => undefined))
  }
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'POST' || new URL(request.url).pathname !== '/partager') return
  event.respondWith(
    (async () => {
      try {
        await keepSharedFiles(filesOfShare(await request.formData()))
        return Response.redirect('/imports?partage=1', 303)
      } catch {
        // no room on the disk, or a share we cannot read: the page says so
        return Response.redirect('/imports?partage=echec', 303)
      }
    })(),
  )
})
