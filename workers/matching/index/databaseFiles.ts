import { memoryFile } from './memoryFile.ts'
import type { SavedFile, SavedFiles } from './savedIndex.ts'

const databaseName = 'vivier-matching-index'
const storeName = 'pages'
/** Bytes written at a time: an edit touches a page or two of each file. */
const pageBytes = 131_072
const fileNames = ['words', 'records', 'texts', 'snapshot'] as const
type FileName = (typeof fileNames)[number]

/**
 * The index's files where the browser has none a worker may write: held in memory whole, and written down in a database
 * page by page. What one call changes in all the files is written in one transaction, so that the pages on the disk fit
 * each other whenever the browser is closed. Null where there is no database either.
 */
export async function openDatabaseFiles(): Promise<SavedFiles | null> {
  const database = await openDatabase()
  if (!database) return null
  const read = await readFiles(database)
  if (!read) {
    database.close()
    return null
  }
  const keep = createKeeper(database, read)
  return {
    words: keptFile(read.words, 'words', keep),
    records: keptFile(read.records, 'records', keep),
    texts: keptFile(read.texts, 'texts', keep),
    snapshot: keptFile(read.snapshot, 'snapshot', keep),
  }
}

/** Files in memory with what another tab has written there so far; null when that is nothing. */
export async function copyDatabaseFiles(): Promise<SavedFiles | null> {
  const database = await openDatabase()
  if (!database) return null
  const read = await readFiles(database)
  database.close()
  return read && read.records.size() > 0 ? read : null
}

/** Takes away what was written there before the browser could write files: nobody would ever clear it. */
export function dropDatabaseFiles(): void {
  try {
    indexedDB.deleteDatabase(databaseName)
  } catch {
    // Where there is no database there is nothing to take away.
  }
}

function openDatabase(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const opening = indexedDB.open(databaseName, 1)
      opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(storeName))
      opening.addEventListener('success', () => {
        const database = opening.result
        database.addEventListener('versionchange', () => database.close())
        resolve(database)
      })
      opening.addEventListener('error', () => resolve(null))
    } catch {
      resolve(null)
    }
  })
}

const pagesOf = (name: FileName, from = 0) => IDBKeyRange.bound([name, from], [name, Number.POSITIVE_INFINITY])

async function readFiles(database: IDBDatabase): Promise<SavedFiles | null> {
  return new Promise((resolve) => {
    try {
      const reading = database.transaction(storeName)
      const asked = fileNames.map((name) => reading.objectStore(storeName).getAll(pagesOf(name)))
      reading.addEventListener('complete', () => {
        const [words, records, texts, snapshot] = asked.map(({ result }) =>
          memoryFile(joined(result as Uint8Array<ArrayBuffer>[])),
        ) as [SavedFile, SavedFile, SavedFile, SavedFile]
        resolve({ words, records, texts, snapshot })
      })
      reading.addEventListener('abort', () => resolve(null))
    } catch {
      resolve(null)
    }
  })
}

/** Told which part of a file has changed; a page from which on it was cut is told as `cutFrom`. */
type Keep = (name: FileName, change: { first: number; last: number } | { cutFrom: number }) => void

function keptFile(file: SavedFile, name: FileName, keep: Keep): SavedFile {
  const pageAt = (at: number) => Math.floor(at / pageBytes)
  return {
    ...file,
    write(at, bytes) {
      file.write(at, bytes)
      if (bytes.length > 0) keep(name, { first: pageAt(at), last: pageAt(at + bytes.length - 1) })
    },
    truncate(size) {
      file.truncate(size)
      keep(name, { cutFrom: Math.ceil(size / pageBytes) })
      if (size % pageBytes > 0) keep(name, { first: pageAt(size), last: pageAt(size) })
    },
  }
}

/** Writes changed pages, one transaction after another. */
function createKeeper(database: IDBDatabase, files: SavedFiles): Keep {
  const changed = Object.fromEntries(fileNames.map((name) => [name, new Set<number>()])) as Record<
    FileName,
    Set<number>
  >
  const cut = new Map<FileName, number>()
  let isWaiting = false
  let failed = false

  const write = () => {
    isWaiting = true
    try {
      const writing = database.transaction(storeName, 'readwrite')
      const store = writing.objectStore(storeName)
      for (const [name, from] of cut) store.delete(pagesOf(name, from))
      for (const name of fileNames) {
        for (const page of changed[name]) {
          // A page of what was cut since is gone.
          const bytes = files[name].read(page * pageBytes, pageBytes)
          if (bytes.length > 0) store.put(bytes, [name, page])
        }
        changed[name].clear()
      }
      cut.clear()
      writing.addEventListener('complete', () => {
        isWaiting = false
        if (cut.size > 0 || fileNames.some((name) => changed[name].size > 0)) write()
      })
      writing.addEventListener('abort', giveUp)
    } catch {
      // Closed, because another tab has taken it away.
      failed = true
    }
  }
  /** No room: what was written no longer fits what is held, so none of it stays. */
  const giveUp = () => {
    failed = true
    database.close()
    dropDatabaseFiles()
  }

  return (name, change) => {
    if (failed) return
    if ('cutFrom' in change) cut.set(name, Math.min(cut.get(name) ?? change.cutFrom, change.cutFrom))
    else for (let page = change.first; page <= change.last; page += 1) changed[name].add(page)
    if (isWaiting) return
    isWaiting = true
    // After the whole of this call, when the files fit each other.
    queueMicrotask(write)
  }
}

function joined(pages: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pages.reduce((sum, page) => sum + page.length, 0))
  let at = 0
  for (const page of pages) {
    whole.set(page, at)
    at += page.length
  }
  return whole
}
