import { copyDatabaseFiles, dropDatabaseFiles, openDatabaseFiles } from './databaseFiles.ts'
import { memoryFile } from './memoryFile.ts'
import type { SavedFile, SavedFiles } from './savedIndex.ts'

const folderName = 'matching'
const fileNames = ['words', 'records', 'texts', 'snapshot'] as const

/**
 * The index's own files of this browser; where a worker may write none (a private window, an old browser), files kept in
 * a database; null where there is neither.
 */
export async function openFiles(): Promise<SavedFiles | null> {
  const opened: FileSystemSyncAccessHandle[] = []
  try {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle(folderName, { create: true })
    for (const name of fileNames) {
      const file = await folder.getFileHandle(`${name}.bin`, { create: true })
      opened.push(await file.createSyncAccessHandle())
    }
  } catch (error) {
    for (const handle of opened) handle.close()
    // Another tab writes to them, or two could write at once: then the index lives in memory, filled at each start.
    if ((error instanceof DOMException && error.name === 'NoModificationAllowedError') || !('locks' in navigator))
      return null
    return openDatabaseFiles()
  }
  dropDatabaseFiles()
  return filesOf(opened.map(savedFile))
}

const filesOf = (files: readonly SavedFile[]): SavedFiles => {
  const [words, records, texts, snapshot] = files as [SavedFile, SavedFile, SavedFile, SavedFile]
  return { words, records, texts, snapshot }
}

function savedFile(handle: FileSystemSyncAccessHandle): SavedFile {
  return {
    size: () => handle.getSize(),
    read(at, length) {
      const bytes = new Uint8Array(length)
      const read = handle.read(bytes, { at })
      return read === length ? bytes : bytes.slice(0, read)
    },
    write(at, bytes) {
      let written = 0
      while (written < bytes.length) {
        const count = handle.write(bytes.subarray(written), { at: at + written })
        if (count === 0) throw new Error('The disk is full.')
        written += count
      }
    },
    truncate: (size) => handle.truncate(size),
    flush: () => handle.flush(),
  }
}

/** Files in memory with what the leading tab has written so far, to start from; null when they cannot be read. */
export async function copyFiles(): Promise<SavedFiles | null> {
  try {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle(folderName)
    const copies = await Promise.all(
      fileNames.map(async (name) => {
        const handle = await folder.getFileHandle(`${name}.bin`)
        return memoryFile(new Uint8Array(await (await handle.getFile()).arrayBuffer()))
      }),
    )
    return filesOf(copies)
  } catch {
    // Written to at this very moment, or not there yet: without a copy this tab is filled as if there were none.
    return 'locks' in navigator ? copyDatabaseFiles() : null
  }
}
