import { Hono } from 'hono'
import type { HttpBindings } from '@hono/node-server'
import { mayPush, mayRead } from '../src/log/roles.ts'
import { toStream, type BlobStorage } from './blobStorage.ts'
import { bodyOf, readBody, refusal, type Door } from './door.ts'
import { ABANDONED_MS, BLOB_BYTES, MISSING_BYTES } from './limits.ts'
import type { BlobRow, LogStore } from './log.ts'
import type { Desk } from './session.ts'
import { mayKeep } from './session.ts'

const ID = '[0-9a-f]{16,64}'
const SPACE = '[0-9a-f]{32}'
const PLACE = `/spaces/:space{${SPACE}}/blobs`

/**
 * Sealed files by tus 1.0 (https://tus.io/protocols/resumable-upload): creation, resumption, termination. An upload's
 * id comes in its metadata, since its name is made from what it holds (SPEC 9.1).
 */
export function createBlobs(desk: Desk, storage: BlobStorage, door: Door): Hono<{ Bindings: HttpBindings }> {
  const { store, metrics, now } = desk
  const app = new Hono<{ Bindings: HttpBindings }>()
  const busy = new Set<string>()

  app.use(`${PLACE}/*`, async (context, next) => {
    const { method } = context.req
    const speaksTus = method === 'POST' || method === 'PATCH' || method === 'HEAD'
    if (speaksTus && context.req.header('Tus-Resumable') !== '1.0.0') {
      context.res = refusal(412, 'version', { 'Tus-Version': '1.0.0' })
      return
    }
    await next()
    context.res.headers.set('Tus-Resumable', '1.0.0')
  })

  app.on(['POST'], [PLACE, `${PLACE}/`], async (context) => {
    const space = context.req.param('space')
    const holder = await door.admit(context, space, mayPush)
    if (holder instanceof Response) return holder
    const size = Number(context.req.header('Upload-Length'))
    const id = metadataOf(context.req.header('Upload-Metadata') ?? '').get('id')
    if (!Number.isSafeInteger(size) || size < 1 || !id || !new RegExp(`^${ID}$`).test(id))
      return refusal(400, 'malformed')
    if (size > BLOB_BYTES) return refusal(413, 'tooLarge')
    if (desk.notices.isReadOnly()) return refusal(503, 'tooFast', { 'Retry-After': '60' })
    const row = { id, by: holder.device, size, received: 0, parts: [], at: now() }
    const created = await store.createBlob(space, row)
    if (created === 'quota') return refusal(507, 'quota')
    const headers = { Location: `/sync/v1/spaces/${space}/blobs/${id}` }
    // Someone began it: where it stands, and whether it is the very upload one knows, `HEAD` tells.
    if (created === 'exists') return refusal(409, 'exists', headers)
    return new Response(null, { status: 201, headers: { ...headers, ETag: tagOf(row) } })
  })

  app.get(`${PLACE}/:id{${ID}}`, async (context) => {
    const { space, id } = context.req.param()
    const asksProgress = context.req.method === 'HEAD'
    const holder = await door.admit(context, space, asksProgress ? mayPush : mayRead)
    if (holder instanceof Response) return holder
    const blob = await store.readBlob(space, id)
    if (!blob) return refusal(404, 'unknown')
    if (asksProgress)
      return new Response(null, {
        headers: {
          'Upload-Offset': String(blob.received),
          'Upload-Length': String(blob.size),
          ETag: tagOf(blob),
          'Cache-Control': 'no-store',
        },
      })
    if (blob.received < blob.size) return refusal(404, 'unfinished')
    const asked = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(context.req.header('Range') ?? '')
    const start = asked ? Number(asked[1]) : 0
    const end = asked?.[2] ? Math.min(Number(asked[2]), blob.size - 1) : blob.size - 1
    if (start > end) return refusal(416, 'malformed', { 'Content-Range': `bytes */${blob.size}` })
    return new Response(toStream(storage.read(`${space}/${id}`, blob.parts, start, end)), {
      status: asked ? 206 : 200,
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Length': String(end - start + 1),
        'Accept-Ranges': 'bytes',
        // Sealed, and its name tells its content: it never changes.
        'Cache-Control': 'private, max-age=31536000, immutable',
        ...(asked ? { 'Content-Range': `bytes ${start}-${end}/${blob.size}` } : {}),
      },
    })
  })

  app.patch(`${PLACE}/:id{${ID}}`, async (context) => {
    const { space, id } = context.req.param()
    const holder = await door.admit(context, space, mayPush)
    if (holder instanceof Response) return holder
    if (context.req.header('Content-Type') !== 'application/offset+octet-stream') return refusal(415, 'malformed')
    const key = `${space}/${id}`
    if (busy.has(key)) return refusal(423, 'busy')
    busy.add(key)
    try {
      const blob = await store.readBlob(space, id)
      if (!blob) return refusal(404, 'unknown')
      // Two devices that seal the same file under different keys must not end in one upload.
      const meant = context.req.header('If-Match') ?? ''
      if (meant !== '' && meant !== tagOf(blob)) return refusal(412, 'offset')
      let at = Number(context.req.header('Upload-Offset'))
      if (at !== blob.received) return refusal(409, 'offset', { 'Upload-Offset': String(blob.received) })
      const body = { tooLong: false }
      for await (const kept of storage.append(key, at, limited(bodyOf(context), blob.size - at, body))) {
        // Another instance may have taken the same piece: then what it says stands.
        if (!(await store.advanceBlob(space, id, at, kept.part, at + kept.size))) return refusal(409, 'offset')
        at += kept.size
        desk.room.full.delete('files')
        metrics.blobBytes.inc(kept.size)
      }
      if (body.tooLong) return refusal(413, 'tooLarge')
      return new Response(null, { status: 204, headers: { 'Upload-Offset': String(at) } })
    } finally {
      busy.delete(key)
    }
  })

  app.delete(`${PLACE}/:id{${ID}}`, async (context) => {
    const { space, id } = context.req.param()
    let isKeeper = false
    const holder = await door.admit(context, space, (rights) => {
      isKeeper = mayKeep(rights)
      return mayPush(rights)
    })
    if (holder instanceof Response) return holder
    const blob = await store.readBlob(space, id)
    // Who only writes takes back what it began and cannot go on with; what is whole it cannot touch.
    const isOwnBeginning = blob?.by === holder.device && blob.received < blob.size
    if (!isOwnBeginning && !isKeeper) return refusal(403, 'forbidden')
    if (!blob) return refusal(404, 'unknown')
    await removeBlob(store, storage, space, id)
    return new Response(null, { status: 204 })
  })

  // What a relay lost by an old backup, the log may not show: who has a file asks now and then whether it is here.
  app.post(`${PLACE}/missing`, async (context) => {
    const space = context.req.param('space')
    const holder = await door.admit(context, space, mayPush)
    if (holder instanceof Response) return holder
    const body = await readBody(context, MISSING_BYTES)
    const asked = body?.toString().split('\n') ?? []
    if (!asked.every((id) => new RegExp(`^${ID}$`).test(id))) return refusal(400, 'malformed')
    const stored = new Set(await storage.list(space))
    const missing: string[] = []
    for (const id of asked) {
      const blob = await store.readBlob(space, id)
      const isWhole = blob !== null && blob.received === blob.size
      // The database came back and the files beside it did not: it can be sent anew.
      if (isWhole && !isStored(blob, stored)) await removeBlob(store, storage, space, id)
      else if (isWhole) continue
      missing.push(id)
    }
    return context.json({ missing })
  })

  app.options(
    `${PLACE}/*`,
    () =>
      new Response(null, {
        status: 204,
        headers: {
          'Tus-Version': '1.0.0',
          'Tus-Extension': 'creation,termination',
          'Tus-Max-Size': String(BLOB_BYTES),
        },
      }),
  )

  return app
}

/** Tells an upload from every other under its name. */
const tagOf = ({ by, at }: BlobRow): string => `"${by}-${at}"`

/** Whether the bytes of a blob are among the keys that the storage has. */
const isStored = ({ id, parts }: BlobRow, stored: ReadonlySet<string>): boolean =>
  parts.length === 0 ? stored.has(id) : parts.every(([name]) => stored.has(`${id}/${name}`))

/** Removes uploads that were begun and left. */
export async function sweepUploads(store: LogStore, storage: BlobStorage, now: number): Promise<void> {
  for (const { space, id } of await store.readAbandoned(now - ABANDONED_MS)) await removeBlob(store, storage, space, id)
}

async function removeBlob(store: LogStore, storage: BlobStorage, space: string, id: string): Promise<void> {
  const blob = await store.readBlob(space, id)
  if (!blob) return
  // The bytes first: a row without bytes is found again, bytes without a row never.
  await storage.remove(`${space}/${id}`, blob.parts)
  await store.deleteBlob(space, id)
}

/** At most `room` bytes of a body; more than was announced is cut off and noted. */
async function* limited(
  bytes: AsyncIterable<Uint8Array>,
  room: number,
  note: { tooLong: boolean },
): AsyncGenerator<Uint8Array> {
  let left = room
  for await (const chunk of bytes) {
    if (chunk.byteLength > left) {
      note.tooLong = true
      if (left > 0) yield chunk.subarray(0, left)
      return
    }
    left -= chunk.byteLength
    yield chunk
  }
}

/** `Upload-Metadata`: pairs of a name and a base64 value. */
function metadataOf(header: string): Map<string, string> {
  return new Map(
    header.split(',').map((pair) => {
      const [name = '', value = ''] = pair.trim().split(' ')
      return [name, Buffer.from(value, 'base64').toString()]
    }),
  )
}
