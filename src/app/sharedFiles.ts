import { sharedFilesCache, sharedNameHeader } from '../serviceWorker/messages.ts'

/** Takes the files another app shared into Vivier; they are handed over once. */
export async function takeSharedFiles(): Promise<File[]> {
  if (!('caches' in globalThis)) return []
  const cache = await caches.open(sharedFilesCache)
  const files: File[] = []
  for (const request of await cache.keys()) {
    const response = await cache.match(request)
    if (response !== undefined) {
      const name = decodeURIComponent(response.headers.get(sharedNameHeader) ?? 'partage')
      const content = await response.blob()
      files.push(new File([content], name, { type: content.type }))
    }
    await cache.delete(request)
  }
  return files
}
