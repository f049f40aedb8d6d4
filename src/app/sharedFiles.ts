import { currentLanguage } from '../ui/language.ts'
import { toast } from '../ui/toast.ts'
import { text } from './text.ts'
import { sharedFilesCache, sharedNameHeader } from '../serviceWorker/messages.ts'

/**
 * Hands over what another app shared into Vivier: the service worker laid it down and led here with `?partage`.
 * The address is cleaned, so that a reload does not ask again.
 */
export async function receiveSharedFiles(onFiles: (files: File[]) => void): Promise<void> {
  const address = new URL(location.href)
  const shared = address.searchParams.get('partage')
  if (shared === null) return
  address.searchParams.delete('partage')
  history.replaceState(history.state, '', address)
  const files = await takeSharedFiles()
  if (files.length > 0) onFiles(files)
  if (shared === 'echec') toast({ text: text[currentLanguage()].sharedLost })
}

async function takeSharedFiles(): Promise<File[]> {
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
