import { constants, createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { StoreFullError } from './log.ts'

/** A piece as the storage named it, and its size. */
export type Part = [name: string, size: number]

/** What of an upload is safe: so many bytes more, in a piece of their own where the storage keeps pieces. */
export interface Kept {
  part: Part | null
  size: number
}

/**
 * Where large sealed bytes lie: files of candidates and parts of snapshots. Keys are made of hex, digits, dots and
 * slashes, by us alone; the first piece of a key is its space.
 */
export interface BlobStorage {
  /**
   * Adds bytes from place `from` on; what a cut upload left there is overwritten. Tells what is on disk as it gets
   * there. When `bytes` breaks off, what came is kept and told all the same.
   */
  append: (key: string, from: number, bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Kept>
  /** Bytes `start` to `end` (included) of what was told as `parts`. */
  read: (key: string, parts: readonly Part[], start: number, end: number) => AsyncIterable<Uint8Array>
  remove: (key: string, parts: readonly Part[]) => Promise<void>
  /** Keeps all bytes under a key, whole or not at all. */
  put: (key: string, bytes: Uint8Array) => Promise<void>
  get: (key: string) => Promise<Uint8Array | null>
  /** The keys of all that a space has, without the space. */
  list: (space: string) => Promise<string[]>
  /** Removes all that a space has. */
  removeSpace: (space: string) => Promise<void>
}

/** Bytes after which an upload's progress is made safe. */
const SAFE_EVERY_BYTES = 8 * 1024 * 1024

/** Files under `folder`, a folder per space. */
export function createDiskStorage(folder: string): BlobStorage {
  const fileOf = (key: string): string => path.join(folder, ...key.split('/'))

  async function* append(key: string, from: number, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Kept> {
    let failure: unknown
    let at = from
    let safe = from
    let unread = 0
    const handle = await opened(fileOf(key), constants.O_RDWR | constants.O_CREAT).catch((error: unknown) => {
      failure = error
      return null
    })
    try {
      for await (const chunk of whole(bytes)) {
        if (failure) {
          // Who is still sending would not hear the answer: the rest is listened to, within bounds.
          unread += chunk.byteLength
          if (unread > SAFE_EVERY_BYTES) break
          continue
        }
        try {
          await writeWhole(handle!, chunk, at)
        } catch (error) {
          failure = roomError(error)
          continue
        }
        at += chunk.byteLength
        if (at - safe < SAFE_EVERY_BYTES) continue
        await handle!.datasync()
        yield { part: null, size: at - safe }
        safe = at
      }
      if (at > safe) {
        await handle!.datasync()
        yield { part: null, size: at - safe }
      }
      if (failure) throw failure
    } finally {
      await handle?.close()
    }
  }

  return {
    append,
    read: (key, _parts, start, end) => createReadStream(fileOf(key), { start, end }) as AsyncIterable<Uint8Array>,
    remove: (key) => rm(fileOf(key), { force: true }),
    list: (space) => readdir(fileOf(space)).catch(() => []),
    removeSpace: (space) => rm(fileOf(space), { recursive: true, force: true }),

    async put(key, bytes) {
      const file = fileOf(key)
      const handle = await opened(`${file}.new`, 'w')
      try {
        await handle.writeFile(bytes)
        await handle.datasync()
      } catch (error) {
        await rm(`${file}.new`, { force: true })
        throw roomError(error)
      } finally {
        await handle.close()
      }
      await rename(`${file}.new`, file)
    },

    async get(key) {
      const file = fileOf(key)
      if (!(await stat(file).catch(() => null))) return null
      const chunks: Uint8Array[] = []
      for await (const chunk of createReadStream(file)) chunks.push(chunk as Uint8Array)
      return Buffer.concat(chunks)
    },
  }
}

/** On a disk that fills up a write may end before its end. */
async function writeWhole(handle: FileHandle, bytes: Uint8Array, place: number): Promise<void> {
  for (let written = 0; written < bytes.byteLength;)
    written += (await handle.write(bytes, written, bytes.byteLength - written, place + written)).bytesWritten
}

async function opened(file: string, flags: string | number): Promise<FileHandle> {
  try {
    await mkdir(path.dirname(file), { recursive: true })
    return await open(file, flags)
  } catch (error) {
    throw roomError(error)
  }
}

/** A disk without room, or without room for this account, has a name of its own; all else stays what it is. */
function roomError(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOSPC' || code === 'EDQUOT' ? new StoreFullError('files') : error
}

/** The same bytes; a connection that breaks is an end like any other. */
export async function* whole(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of bytes) yield chunk
  } catch {
    // The upload goes on from what came.
  }
}

/** A web stream of what an async iterable gives. */
export function toStream(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return Readable.toWeb(bytes instanceof Readable ? bytes : Readable.from(bytes)) as ReadableStream<Uint8Array>
}
