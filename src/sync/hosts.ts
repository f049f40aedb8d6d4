import * as z from 'zod/mini'
import { err, ok } from '../kit/result.ts'
import { onlyWriters } from '../log/membership.ts'
import type { Stored } from '../model/record.ts'
import { localBlobs, putBlobAs, readLocalBlob, rekeyContents, unrecognisedFiles } from '../store/blobs.ts'
import { follow } from '../store/follow.ts'
import { forgetUnder, recall, remember, rememberedUnder } from '../store/memory.ts'
import { erasedAmong } from '../store/mirrored.ts'
import { dropPartial, keepPiece, readPartial } from '../store/partialBlobs.ts'
import { createReplica } from '../store/replica.ts'
import type { BlobHost } from './blobs.ts'
import { blobName, openWholeBlob, ownBlobName, sealBlob } from './crypto/blobSealing.ts'
import type { SpaceSealing } from './crypto/sealing.ts'
import { openPart, sealPart } from './crypto/snapshotSealing.ts'
import type { ErasingHost } from './erasing.ts'
import type { Filling } from './face.ts'
import type { Aside, FileSealing, FileShelf, FileStore, SnapshotSealing, SnapshotShelf } from './ports.ts'
import { askRelay, failureOf } from './relayDoor.ts'
import type { SnapshotHost } from './snapshots.ts'
import { surroundings } from './surroundings.ts'
import type { Workspace } from './workspace.ts'

const notes = { recall, remember, under: rememberedUnder, forgetUnder }

/** Where the app's snapshots are made: this device's database and keys, and the relay's place for them over HTTP. */
export function snapshotHost(workspace: Workspace): SnapshotHost {
  const shelf = snapshotShelf(workspace)
  return {
    get engine() {
      return workspace.engine
    },
    get sealing() {
      return workspace.sealing && withParts(workspace.sealing)
    },
    shelf,
    surroundings,
    notes,
    store: () => createReplica<Aside>(),
    failed: (cause) => reportError(cause),
    whenLive: () => workspace.whenLive(),
    suspect: (device) => workspace.engine?.telling.alert({ type: 'snapshotLacks', device }),
    filling: {
      read: async () => ((await recall('sync.filling')) as Filling | null | undefined) ?? null,
      tell: (filling) => remember('sync.filling', filling),
    },
  }
}

/** A device's keys, for batches and for parts of snapshots. */
export const withParts = (sealing: SpaceSealing): SnapshotSealing => ({
  ...sealing,
  sealPart: (...given) => sealPart(sealing, ...given),
  openPart: (...given) => openPart(sealing, ...given),
})

/** What this device still has to have erased at the relay stands in its memory. */
export function erasingHost(workspace: Workspace): ErasingHost {
  return {
    get engine() {
      return workspace.engine
    },
    snapshots: workspace.snapshots,
    surroundings,
    notes,
    failed: (cause) => reportError(cause),
  }
}

/** The relay's place for snapshots, over HTTP. */
export function snapshotShelf(workspace: Pick<Workspace, 'base' | 'sealing' | 'engine'>): SnapshotShelf {
  const ask = async (path: string, asked: Parameters<typeof askRelay>[2] = {}) => {
    const { base, sealing, engine } = workspace
    if (!base || !sealing) return err({ type: 'NotJoined' } as const)
    const token = engine?.token() ?? null
    return askRelay(base, `spaces/${sealing.space}/snapshots/${path}`, { token, ...asked, withinMs: 120_000 })
  }
  const put = async (path: string, method: 'PUT' | 'POST', body: Uint8Array) => {
    const done = await ask(path, { method, body })
    return done.ok ? ok(null) : err(failureOf(done.error))
  }
  const read = async (path: string) => {
    const asked = await ask(path)
    return asked.ok ? asked.value.bytes : null
  }
  return {
    putPart: (id, part, bytes) => put(`${id}/${part}`, 'PUT', bytes),
    commit: (id, manifest) => put(id, 'POST', manifest),
    confirm: async (id) => (await ask(`${id}/confirm`, { method: 'POST' })).ok,
    readManifest: (id) => read(id),
    readPart: (id, part) => read(`${id}/${part}`),
  }
}

/** Where the app exchanges files: this device's files and keys, and the relay's place for them over HTTP. */
export function blobHost(workspace: Workspace): BlobHost {
  const shelf = fileShelf(workspace)
  let sealing: { of: SpaceSealing; files: FileSealing } | null = null
  return {
    get engine() {
      return workspace.engine
    },
    get sealing() {
      const of = workspace.sealing
      if (of !== sealing?.of) sealing = of && { of, files: withFiles(of) }
      return sealing?.files ?? null
    },
    shelf,
    files,
    surroundings,
    notes,
    failed: (cause) => reportError(cause),
    whenLive: (withinMs) => workspace.whenLive(withinMs),
  }
}

const blobsOf = ({ fields }: Stored<'document'>): string[] =>
  [fields.blobId, fields.readingBlobId].filter((id) => id !== '')

const files: FileStore = {
  follow: (onChange, onFailure) =>
    follow(
      'document',
      (documents, removed) =>
        onChange(
          documents.filter(({ demo }) => demo !== true).map((each) => ({ id: each.id, blobIds: blobsOf(each) })),
          removed,
        ),
      onFailure,
    ),
  erased: erasedAmong,
  here: localBlobs,
  async read(blobId) {
    const read = await readLocalBlob(blobId)
    return read.ok ? read.value : null
  },
  put: putBlobAs,
  readPartial,
  keepPiece,
  dropPartial,
  unrecognised: unrecognisedFiles,
  recognise: () => rekeyContents(),
}

const withFiles = (sealing: SpaceSealing): FileSealing => ({
  ...sealing,
  nameOf: async (blobId) => (await blobName(sealing, blobId)) ?? ownBlobName(sealing.space, sealing.device, blobId),
  async otherNamesOf(blobId) {
    if (!sealing.membership().read) return []
    return Promise.all(onlyWriters(sealing.chain()).map((id) => ownBlobName(sealing.space, id, blobId)))
  },
  sealFile: (name, content) => sealBlob(sealing, name, content),
  openFile: (name, bytes) => openWholeBlob(sealing, name, bytes),
})

/** A piece on the slowest line that is still of use. */
const pieceWithinMs = 120_000
const tus = { 'Tus-Resumable': '1.0.0' }

const missingShape = z.object({ missing: z.array(z.string()) })

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    // A page of something that stands before the relay.
    return null
  }
}

/** The relay's place for files, by tus. */
function fileShelf(workspace: Workspace): FileShelf {
  const ask = async (path: string, asked: Parameters<typeof askRelay>[2]) => {
    const { base, sealing, engine } = workspace
    if (!base || !sealing) return err({ type: 'NotJoined' as const, status: 0 })
    const token = engine?.token() ?? null
    return askRelay(base, `spaces/${sealing.space}/blobs/${path}`, { ...asked, token })
  }
  return {
    async begin(name, size) {
      const begun = await ask('', {
        method: 'POST',
        headers: { ...tus, 'Upload-Length': String(size), 'Upload-Metadata': `id ${btoa(name)}` },
      })
      if (begun.ok) return { upload: begun.value.headers.get('ETag') ?? '' }
      return begun.error.status === 409 ? 'exists' : begun.error.status === 413 ? 'tooLarge' : 'later'
    },
    async stands(name) {
      const stands = await ask(name, { method: 'HEAD', headers: tus })
      if (!stands.ok) return null
      const { headers } = stands.value
      const upload = headers.get('ETag') ?? ''
      return { upload, at: Number(headers.get('Upload-Offset')), size: Number(headers.get('Upload-Length')) }
    },
    async append(name, upload, at, bytes) {
      const put = await ask(name, {
        method: 'PATCH',
        body: bytes,
        headers: {
          ...tus,
          'Content-Type': 'application/offset+octet-stream',
          'Upload-Offset': String(at),
          'If-Match': upload,
        },
        withinMs: pieceWithinMs,
      })
      return put.ok
    },
    async remove(name) {
      const gone = await ask(name, { method: 'DELETE', headers: tus })
      if (gone.ok || gone.error.status === 404) return 'gone'
      const isRefused = gone.error.type === 'RelayRefused' && gone.error.code === 'forbidden'
      return isRefused ? 'forbidden' : 'later'
    },
    async missing(names) {
      const asked = await ask('missing', { method: 'POST', body: names.join('\n'), headers: tus })
      const read = asked.ok ? missingShape.safeParse(parseJson(asked.value.bytes)) : null
      return read?.success ? read.data.missing : null
    },
    async read(name, from, bytes, signal) {
      const asked = await ask(name, {
        headers: { Range: `bytes=${from}-${from + bytes - 1}` },
        withinMs: pieceWithinMs,
        signal,
      })
      if (!asked.ok) return asked.error.status === 404 ? 'absent' : 'later'
      const { bytes: came, headers } = asked.value
      const whole = /\/(\d+)$/.exec(headers.get('Content-Range') ?? '')?.[1]
      return { bytes: came, size: Number(whole ?? came.length) }
    },
  }
}
