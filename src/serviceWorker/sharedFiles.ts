import { sharedFilesCache, sharedNameHeader } from './messages.ts'

/** The files of a share; words shared without a file become a text file, which the importer can read. */
export function filesOfShare(form: FormData): File[] {
  const files = form.getAll('files').filter((entry): entry is File => entry instanceof File && entry.size > 0)
  if (files.length > 0) return files
  const words = ['title', 'text', 'url']
    .map((field) => form.get(field))
    .filter((entry): entry is string => typeof entry === 'string' && entry.trim() !== '')
  if (words.length === 0) return []
  return [new File([words.join('\n')], 'partage.txt', { type: 'text/plain' })]
}

/** Lays shared files down where the page will find them, even after the device was switched off. */
export async function keepSharedFiles(files: readonly File[]): Promise<void> {
  const cache = await caches.open(sharedFilesCache)
  for (const file of files) {
    const headers = {
      'Content-Type': file.type || 'application/octet-stream',
      [sharedNameHeader]: encodeURIComponent(file.name),
    }
    await cache.put(`/shared/${crypto.randomUUID()}`, new Response(file, { headers }))
  }
}
