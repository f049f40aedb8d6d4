import { err, ok, type Result } from '../kit/result.ts'
import type { Change } from '../model/record.ts'
import { listRecords } from './read.ts'
import { db, mainDatabase } from './tables.ts'
import { keyedHash, openBytes, sealBytes, workspaceHash, workspacePrefix } from './vault.ts'
import { newId, write, type WriteFailure, writeFailure } from './write.ts'

/** Each database has a folder of its own: the same file is sealed by another vault in each. */
const folderOf = (database: string): string => (database === mainDatabase ? 'blobs' : `blobs.${database}`)
/** A blob nobody refers to after this long is the trace of a crash between the file and its record. */
const orphanAfterMs = 24 * 3600 * 1000

/** Seals bytes and keeps them on disk (OPFS, else IndexedDB). Gives the id that `readBlob` takes. */
export async function putBlob(bytes: Uint8Array): Promise<Result<string, WriteFailure>> {
  const id = newId()
  const done = await putBlobAs(id, bytes)
  return done.ok ? ok(id) : done
}

/** The same under a known id: restoring a backup keeps the ids that records refer to. */
export async function putBlobAs(id: string, bytes: Uint8Array): Promise<Result<null, WriteFailure>> {
  const sealed = await sealBytes(bytes, `blob/${id}`)
  try {
    const folder = await openFolder()
    if (folder) {
      const file = await folder.getFileHandle(id, { create: true })
      try {
        const stream = await file.createWritable()
        await stream.write(sealed as Uint8Array<ArrayBuffer>)
        await stream.close()
      } catch (cause) {
        // A half-written file would be taken for a damaged one.
        await folder.removeEntry(id).catch(() => undefined)
        throw cause
      }
    } else {
      await db().blobs.put({ id, sealed, createdAt: Date.now() })
    }
    return ok(null)
  } catch (cause) {
    return err(writeFailure(cause))
  }
}

let fetchBlob: (id: string) => Promise<boolean> = async () => false
let holdBlob: (id: string, isHeld: boolean) => void = () => {}

/**
 * Says where a blob may be had that is not here: true once it is. Files of other devices come when they are opened.
 * `hold` stops one that is on its way, or lets it go on.
 */
export function setBlobFetcher(
  fetcher: (id: string) => Promise<boolean>,
  hold: (id: string, isHeld: boolean) => void = () => {},
): void {
  fetchBlob = fetcher
  holdBlob = hold
}

/** Stops a file that is on its way here, or lets it go on from where it was stopped. */
export const holdFetching = (id: string, isHeld: boolean): void => holdBlob(id, isHeld)

/** The blobs that are whole on this device. */
export async function localBlobs(): Promise<Set<string>> {
  const ids = new Set(await db().blobs.toCollection().primaryKeys())
  const folder = await openFolder()
  if (folder) for await (const [id, handle] of folder.entries()) if (handle.kind === 'file') ids.add(id)
  return ids
}

/** The bytes of a blob, opened. */
export async function readBlob(
  id: string,
): Promise<Result<Uint8Array<ArrayBuffer>, { type: 'BlobMissing' } | { type: 'BlobDamaged' }>> {
  const here = await readLocalBlob(id)
  if (here.ok || here.error.type !== 'BlobMissing' || !(await fetchBlob(id))) return here
  return readLocalBlob(id)
}

/** The same of what is on this device; nothing is fetched for it. */
export async function readLocalBlob(
  id: string,
): Promise<Result<Uint8Array<ArrayBuffer>, { type: 'BlobMissing' } | { type: 'BlobDamaged' }>> {
  const sealed = await sealedBytesOf(id)
  if (!sealed) return err({ type: 'BlobMissing' })
  try {
    return ok(await openBytes(sealed, `blob/${id}`))
  } catch {
    return err({ type: 'BlobDamaged' })
  }
}

async function sealedBytesOf(id: string): Promise<Uint8Array | null> {
  const row = await db().blobs.get(id)
  if (row) return row.sealed
  const folder = await openFolder()
  if (!folder) return null
  try {
    const file = await (await folder.getFileHandle(id)).getFile()
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    // Not there: the caller says so.
    return null
  }
}

/** Removes a blob; nothing happens when it is gone already. */
export async function removeBlob(id: string): Promise<void> {
  await db().blobs.delete(id)
  const folder = await openFolder()
  await folder?.removeEntry(id).catch(() => undefined)
}

/**
 * Keyed hash of a file's content: the same file is recognised, on all devices of the workspace once there is one, and
 * the hash cannot be looked up elsewhere.
 */
export const contentKeyOf = async (bytes: Uint8Array): Promise<string> =>
  (await workspaceHash('content', bytes)) ?? (await keyedHash('content', bytes))

/**
 * The keys that a file may be known by here: the workspace's, and that of this device alone, by which it knew the files of
 * people who were erased before it joined: of these no bytes are left to make the other from.
 */
export const contentKeysOf = async (bytes: Uint8Array): Promise<string[]> => [
  ...new Set([await contentKeyOf(bytes), await keyedHash('content', bytes)]),
]

/** Files that are not here and bear no content key of the workspace: those of whoever has none, such as field agents. */
export async function unrecognisedFiles(): Promise<string[]> {
  const prefix = await workspacePrefix()
  if (prefix === null) return []
  const here = await localBlobs()
  return (await listRecords('document', { binned: true }))
    .filter(({ demo, fields }) => demo !== true && fields.contentKey !== '' && !fields.contentKey.startsWith(prefix))
    .map(({ fields }) => fields.blobId)
    .filter((blobId) => blobId !== '' && !here.has(blobId))
}

/** How many files are hashed between two writes. */
const rekeyedAtOnce = 20

/**
 * Gives the files of this device the content keys of the workspace it has joined, some at a time and the latest first,
 * so that the same file is recognised everywhere. Runs again after an interruption. Gives how many were changed.
 */
export async function rekeyContents(signal?: AbortSignal): Promise<number> {
  const prefix = await workspacePrefix()
  if (prefix === null) return 0
  let changed = 0
  for (const kind of ['document', 'importItem'] as const) {
    const stale = (await listRecords(kind, { binned: true }))
      .filter(({ fields }) => fields.contentKey !== '' && !fields.contentKey.startsWith(prefix))
      .sort((a, b) => b.createdAt - a.createdAt)
    for (let at = 0; at < stale.length && !signal?.aborted; at += rekeyedAtOnce) {
      const changes: Change[] = []
      for (const { id, fields } of stale.slice(at, at + rekeyedAtOnce)) {
        // What is not here is recognised by the device that has it, or once it is fetched.
        const bytes = await readLocalBlob(fields.blobId)
        if (!bytes.ok) continue
        changes.push({ type: 'set', kind, id, path: 'contentKey', value: await contentKeyOf(bytes.value) })
      }
      if (changes.length === 0) continue
      const done = await write(changes, { action: 'document.recognised' })
      if (!done.ok) return changed
      changed += changes.length
    }
  }
  return changed
}

/** Removes blobs that no record names and that are older than a day. Gives how many. */
export async function removeOrphans(now: number): Promise<number> {
  const isOrphan = async (id: string) => (await db().records.where('keys').equals(`blob:${id}`).count()) === 0
  let removed = 0
  for (const { id, createdAt } of await db().blobs.toArray()) {
    if (now - createdAt > orphanAfterMs && (await isOrphan(id))) {
      await db().blobs.delete(id)
      removed += 1
    }
  }
  const folder = await openFolder()
  if (!folder) return removed
  for await (const [id, handle] of folder.entries()) {
    if (handle.kind !== 'file') continue
    const { lastModified } = await (handle as FileSystemFileHandle).getFile()
    if (now - lastModified > orphanAfterMs && (await isOrphan(id))) {
      await folder.removeEntry(id)
      removed += 1
    }
  }
  return removed
}

/** Removes the files of a database that is deleted. */
export async function removeFilesOf(database: string): Promise<void> {
  if (database === mainDatabase) return
  try {
    await (await navigator.storage.getDirectory()).removeEntry(folderOf(database), { recursive: true })
  } catch {
    // There is none, or no such place at all.
  }
}

/** The folder of sealed files, or null where the browser has none that can be written from here (private mode, old Safari). */
async function openFolder(): Promise<FileSystemDirectoryHandle | null> {
  if (typeof FileSystemFileHandle === 'undefined' || !('createWritable' in FileSystemFileHandle.prototype)) return null
  try {
    return await (await navigator.storage.getDirectory()).getDirectoryHandle(folderOf(db().name), { create: true })
  } catch {
    // Private mode refuses OPFS: IndexedDB takes over.
    return null
  }
}
