import { Hono } from 'hono'
import type { HttpBindings } from '@hono/node-server'
import { hexToBytes } from '../src/kit/bytes.ts'
import { parseManifest, manifestText, type Manifest } from '../src/log/manifest.ts'
import { mayRead } from '../src/log/roles.ts'
import type { BlobStorage } from './blobStorage.ts'
import { readBody, refusal, type Door } from './door.ts'
import { standing } from './hub.ts'
import { SNAPSHOT_MANIFEST_BYTES, SNAPSHOT_PART_BYTES, SNAPSHOT_PARTS, SNAPSHOT_TRUST_MS } from './limits.ts'
import { sha256, type LogStore, type SnapshotRow } from './log.ts'
import { mayKeep, type Desk } from './session.ts'
import { hasRoom } from './usage.ts'
import { isSignedBy } from './verify.ts'

const PLACE = '/spaces/:space{[0-9a-f]{32}}/snapshots/:id{[0-9a-f]{16,64}}'
const PART = '/:part{[0-9]{1,5}}'

/**
 * Snapshots: sealed parts are put one by one, then the signed manifest makes them a snapshot. It replaces the log up to
 * where it covers it once another device confirmed it, or with time, or at once after an erasure (SPEC 8).
 */
export function createSnapshots(
  desk: Desk,
  storage: BlobStorage,
  door: Door,
  announce: (space: string) => void,
): Hono<{ Bindings: HttpBindings }> {
  const { store, now } = desk
  const app = new Hono<{ Bindings: HttpBindings }>()

  app.put(`${PLACE}${PART}`, async (context) => {
    const { space, id, part } = context.req.param()
    const holder = await door.admit(context, space, mayKeep)
    if (holder instanceof Response) return holder
    if (Number(part) >= SNAPSHOT_PARTS) return refusal(413, 'tooLarge')
    if (await isKept(space, id)) return refusal(409, 'exists')
    const head = await store.find(space)
    const size = Number(context.req.header('Content-Length') ?? SNAPSHOT_PART_BYTES)
    if (!head || !hasRoom(head, size, store.quota)) return refusal(507, 'quota')
    const bytes = await readBody(context, SNAPSHOT_PART_BYTES)
    if (!bytes) return refusal(413, 'tooLarge')
    await storage.put(partKey(space, id, Number(part)), bytes)
    desk.room.full.delete('files')
    return new Response(null, { status: 204 })
  })

  app.get(`${PLACE}${PART}`, async (context) => {
    const { space, id, part } = context.req.param()
    const holder = await door.admit(context, space, mayRead)
    if (holder instanceof Response) return holder
    const bytes = (await isKept(space, id)) ? await storage.get(partKey(space, id, Number(part))) : null
    return bytes ? sealedAnswer(bytes) : refusal(404, 'unknown')
  })

  app.get(PLACE, async (context) => {
    const { space, id } = context.req.param()
    const holder = await door.admit(context, space, mayRead)
    if (holder instanceof Response) return holder
    const row = (await store.readSnapshots(space)).find((known) => known.id === id)
    return row ? sealedAnswer(row.manifest) : refusal(404, 'unknown')
  })

  app.post(PLACE, async (context) => {
    const { space, id } = context.req.param()
    const holder = await door.admit(context, space, mayKeep)
    if (holder instanceof Response) return holder
    if (await isKept(space, id)) return new Response(null, { status: 204 })
    const bytes = await readBody(context, SNAPSHOT_MANIFEST_BYTES)
    const parsed = bytes && parseManifest(bytes)
    if (!parsed?.ok) return refusal(400, 'malformed')
    const { manifest, body, signature } = parsed.value
    const live = (await desk.hub.open(space))!
    const stands = standing(live, manifest.device)
    if (manifest.space !== space || manifest.id !== id || manifest.device !== holder.device || !stands)
      return refusal(400, 'malformed')
    if (!isSignedBy(stands.key, manifestText(space, body), signature)) return refusal(403, 'signature')
    const holds = await partsHold(space, id, manifest)
    const row = holds ? await keep(space, id, manifest, bytes!) : null
    if (!row) {
      await dropParts(storage, space, (of) => of === id)
      return refusal(409, holds ? 'covers' : 'parts')
    }
    if (row.purge) {
      await replaceLog(store, storage, space, row)
      // What others had begun may hold the person who was erased.
      const kept = new Set((await store.readSnapshots(space)).map((each) => each.id))
      await dropParts(storage, space, (of) => !kept.has(of))
    }
    announce(space)
    return new Response(null, { status: 201 })
  })

  app.post(`${PLACE}/confirm`, async (context) => {
    const { space, id } = context.req.param()
    const holder = await door.admit(context, space, mayKeep)
    if (holder instanceof Response) return holder
    const row = (await store.readSnapshots(space)).find((known) => known.id === id)
    if (!row) return refusal(404, 'unknown')
    // Its author has nothing to add to its own word.
    if (row.by === holder.device) return refusal(403, 'forbidden')
    if (row.confirmedBy === null) {
      await store.confirmSnapshot(space, id, holder.device)
      await replaceLog(store, storage, space, { ...row, confirmedBy: holder.device })
      announce(space)
    }
    return new Response(null, { status: 204 })
  })

  async function isKept(space: string, id: string): Promise<boolean> {
    return (await store.readSnapshots(space)).some((row) => row.id === id)
  }

  async function partsHold(space: string, id: string, manifest: Manifest): Promise<boolean> {
    for (const [number, [hash, size]] of manifest.parts.entries()) {
      const bytes = await storage.get(partKey(space, id, number))
      if (bytes?.byteLength !== size || sha256(bytes).toString('hex') !== hash) return false
    }
    return true
  }

  async function keep(space: string, id: string, manifest: Manifest, bytes: Uint8Array): Promise<SnapshotRow | null> {
    const covers = new Map(
      Object.entries(manifest.covers).map(([device, [dseq, hash]]) => [device, { dseq, hash: hexToBytes(hash)! }]),
    )
    const seq = await store.coveredTo(space, new Map([...covers].map(([device, { dseq }]) => [device, dseq])))
    const row: SnapshotRow = {
      id,
      by: manifest.device,
      manifest: bytes,
      seq,
      parts: manifest.parts.length,
      bytes: manifest.parts.reduce((sum, [, size]) => sum + size, 0),
      at: now(),
      confirmedBy: null,
      purge: manifest.purge === true,
    }
    const [newest] = await store.readSnapshots(space)
    // A snapshot that covers less than the newest, or than what was already dropped, would lose what is between.
    if (newest && (newest.seq > seq || coversLess(manifest, newest.manifest))) return null
    await store.keepSnapshot(space, row, covers)
    return row
  }

  return app
}

/**
 * Lets go of the log behind snapshots that nobody contradicted for long enough, and of parts whose snapshot was never
 * finished: those that have not grown since this was last called, which `unfinished` remembers.
 */
export async function sweepSnapshots(
  store: LogStore,
  storage: BlobStorage,
  now: number,
  unfinished = new Set<string>(),
): Promise<void> {
  const before = new Set(unfinished)
  unfinished.clear()
  for (const { space } of await store.listSpaces()) {
    const snapshots = await store.readSnapshots(space)
    const kept = new Set(snapshots.map((each) => each.id))
    const parts = Map.groupBy(
      (await storage.list(space)).flatMap((name) => snapshotOf(name) ?? []),
      (id) => id,
    )
    const left = new Set<string>()
    for (const [id, { length }] of parts) {
      if (kept.has(id)) continue
      const standing = `${space}/${id}/${length}`
      if (before.has(standing)) left.add(id)
      else unfinished.add(standing)
    }
    if (left.size > 0) await dropParts(storage, space, (id) => left.has(id))
    const [newest] = snapshots
    if (newest && now - newest.at >= SNAPSHOT_TRUST_MS) await replaceLog(store, storage, space, newest)
  }
}

/** The snapshot stands for all that is before it: the log up to there goes, and older snapshots. */
async function replaceLog(store: LogStore, storage: BlobStorage, space: string, row: SnapshotRow): Promise<void> {
  await store.dropBehind(space, row.seq)
  for (const older of await store.readSnapshots(space)) {
    if (older.id === row.id || older.at > row.at) continue
    await store.deleteSnapshot(space, older.id)
    for (let part = 0; part < older.parts; part++) await storage.remove(partKey(space, older.id, part), [])
  }
}

/** The log alone does not tell: what the newest snapshot stands for may have left it. */
function coversLess({ covers }: Manifest, newest: Uint8Array): boolean {
  const known = parseManifest(newest)
  if (!known.ok) return false
  return Object.entries(known.value.manifest.covers).some(([device, [dseq]]) => dseq > (covers[device]?.[0] ?? 0))
}

/** Removes the parts of snapshots by their id. */
async function dropParts(storage: BlobStorage, space: string, isToGo: (snapshot: string) => boolean): Promise<void> {
  for (const name of await storage.list(space)) {
    const id = snapshotOf(name)
    if (id !== null && isToGo(id)) await storage.remove(`${space}/${name}`, [])
  }
}

const snapshotOf = (name: string): string | null => /^([0-9a-f]{16,64})\.\d{1,5}$/.exec(name)?.[1] ?? null

const partKey = (space: string, id: string, part: number): string => `${space}/${id}.${part}`

function sealedAnswer(bytes: Uint8Array): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'private, max-age=31536000, immutable' },
  })
}
