/** The parts of a dropped entry that we use (FileSystemEntry, which browsers spell in three ways). */
export type DroppedEntry = {
  isFile: boolean
  isDirectory: boolean
  name: string
  file?: (found: (file: File) => void, failed: (error: unknown) => void) => void
  createReader?: () => {
    readEntries: (found: (entries: DroppedEntry[]) => void, failed: (error: unknown) => void) => void
  }
}

export type DroppedFiles = { files: File[]; unreadable: number }

/** Folders deeper than this are a loop or a disk: nobody keeps CVs there. */
const deepest = 12
/** Droppings of the system, never documents. */
const ignoredNames = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '__MACOSX'])

/** All files under the dropped entries, folders opened, in the order of the folder; counts what failed. */
export async function filesOfEntries(entries: readonly DroppedEntry[]): Promise<DroppedFiles> {
  const files: File[] = []
  let unreadable = 0
  const visit = async (entry: DroppedEntry, depth: number): Promise<void> => {
    if (ignoredNames.has(entry.name) || entry.name.startsWith('._')) return
    if (entry.isFile && entry.file !== undefined) {
      const read = entry.file.bind(entry)
      try {
        files.push(await new Promise<File>((found, failed) => read(found, failed)))
      } catch {
        // vanished or forbidden while we looked: counted, and said to the user
        unreadable += 1
      }
      return
    }
    if (!entry.isDirectory || entry.createReader === undefined) return
    if (depth >= deepest) {
      unreadable += 1
      return
    }
    const reader = entry.createReader()
    try {
      // a reader gives at most a hundred entries a time and ends with an empty answer
      for (;;) {
        const some = await new Promise<DroppedEntry[]>((found, failed) => reader.readEntries(found, failed))
        if (some.length === 0) break
        for (const inner of some) await visit(inner, depth + 1)
      }
    } catch {
      unreadable += 1
    }
  }
  for (const entry of entries) await visit(entry, 0)
  return { files, unreadable }
}

/**
 * The files of a drop. Entries must be taken before the first await: the browser empties the transfer as
 * soon as the event handler returns.
 */
export function filesOfDrop(transfer: DataTransfer): Promise<DroppedFiles> {
  const entries: DroppedEntry[] = []
  const loose: File[] = []
  for (const item of transfer.items) {
    if (item.kind !== 'file') continue
    const entry = item.webkitGetAsEntry?.() as DroppedEntry | null | undefined
    if (entry) entries.push(entry)
    else {
      const file = item.getAsFile()
      if (file !== null) loose.push(file)
    }
  }
  return filesOfEntries(entries).then(({ files, unreadable }) => ({
    files: [...files, ...loose],
    unreadable,
  }))
}
