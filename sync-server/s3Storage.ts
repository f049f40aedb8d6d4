import { AwsClient } from 'aws4fetch'
import { whole, type BlobStorage, type Kept, type Part } from './blobStorage.ts'

/** A bucket of any storage that speaks S3. */
export interface S3Options {
  /** Address of the bucket, such as `https://s3.example.org/vivier`. */
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  region: string
}

/** Keys asked for at once. */
const LISTED = 1000

/** An upload is cut into objects of this size: what a broken connection loses, and what memory an upload takes. */
const PIECE_BYTES = 4 * 1024 * 1024

/** The storage did not do what was asked. */
export class BucketError extends Error {
  override name = 'BucketError'
}

/**
 * Objects in a bucket. An upload becomes one object per piece, named after its place: nothing needs to be held back
 * until a minimal size is reached, so it goes on from the last piece, through any instance of the relay.
 */
export function createS3Storage(options: S3Options): BlobStorage {
  const client = new AwsClient({ ...options, service: 's3', retries: 3 })
  const base = options.bucket.replace(/\/+$/, '')

  async function ask(method: string, path: string, init: RequestInit = {}, missingIsFine = false): Promise<Response> {
    const answer = await client.fetch(`${base}/${path}`, { method, ...init })
    if (answer.ok || (missingIsFine && answer.status === 404)) return answer
    // Its body may quote the key: the status says enough.
    await answer.body?.cancel()
    throw new BucketError(`The bucket answered ${answer.status} to ${method}.`)
  }

  async function put(key: string, bytes: Uint8Array): Promise<void> {
    const answer = await ask('PUT', key, { body: bytes as Uint8Array<ArrayBuffer> })
    await answer.body?.cancel()
  }

  async function remove(key: string): Promise<void> {
    const answer = await ask('DELETE', key, {}, true)
    await answer.body?.cancel()
  }

  async function listAfter(space: string, last: string): Promise<string[]> {
    const after = last === '' ? '' : `&start-after=${encodeURIComponent(last)}`
    const asked = `?list-type=2&max-keys=${LISTED}&prefix=${encodeURIComponent(`${space}/`)}${after}`
    const answer = await ask('GET', asked)
    return [...(await answer.text()).matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key]) => key!)
  }

  async function* append(key: string, from: number, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Kept> {
    let chunks: Uint8Array[] = []
    let size = 0
    let at = from
    const keep = async (): Promise<Kept> => {
      const part: Part = [String(at), size]
      await put(`${key}/${at}`, Buffer.concat(chunks))
      at += size
      chunks = []
      size = 0
      return { part, size: part[1] }
    }
    for await (const chunk of whole(bytes)) {
      chunks.push(chunk)
      size += chunk.byteLength
      if (size >= PIECE_BYTES) yield await keep()
    }
    if (size > 0) yield await keep()
  }

  async function* read(key: string, parts: readonly Part[], start: number, end: number): AsyncGenerator<Uint8Array> {
    let at = 0
    for (const [name, size] of parts) {
      const first = Math.max(start - at, 0)
      const last = Math.min(end - at, size - 1)
      at += size
      if (last < first) continue
      const answer = await ask('GET', `${key}/${name}`, { headers: { Range: `bytes=${first}-${last}` } })
      for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) yield chunk
    }
  }

  return {
    append,
    read,
    put,
    async remove(key, parts) {
      for (const [name] of parts) await remove(`${key}/${name}`)
      if (parts.length === 0) await remove(key)
    },
    async get(key) {
      const answer = await ask('GET', key, {}, true)
      if (answer.status === 404) {
        await answer.body?.cancel()
        return null
      }
      return new Uint8Array(await answer.arrayBuffer())
    },
    async list(space) {
      const found: string[] = []
      for (let last = ''; ;) {
        const keys = await listAfter(space, last)
        found.push(...keys.map((key) => key.slice(space.length + 1)))
        if (keys.length < LISTED) return found
        last = keys.at(-1)!
      }
    },
    async removeSpace(space) {
      for (;;) {
        const keys = await listAfter(space, '')
        if (keys.length === 0) return
        for (const key of keys) await remove(key)
      }
    },
  }
}
