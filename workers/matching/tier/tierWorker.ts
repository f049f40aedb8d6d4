import { expose } from 'comlink'
import { unzipSync } from 'fflate'
import { fetchFirstModel } from '../assets.ts'
import { checkModel, type EmbedTexts, type Verdict } from './checkModel.ts'
import { loadEncoder } from './loadEncoder.ts'
import { type ModelManifest, modelBytes, modelBytesMost, type NamedBlob, packageFiles } from './modelPackage.ts'
import { createModelStore, type ModelStore, type ReadPiece } from './modelStore.ts'
import { tierCacheName } from './names.ts'
import type { TierApi, TierFailure, TierState } from './protocol.ts'
import { findOffered, readFromOrigin } from './assets.ts'
import { createTextVectors, type SavedVectors } from './textVectors.ts'

/** Slices between two savings. */
const savedEvery = 100

let state: TierState = { state: 'absent', offered: null }
const listeners = new Set<(state: TierState) => void>()
let paused = false
let vectors: ReturnType<typeof createTextVectors> | null = null
let inUse: ModelManifest | null = null
let embedding = false
/** One thing at a time: installing, checking and removing must not cross. */
let last: Promise<unknown> = Promise.resolve()

const origin = self.location.origin
let opened: Promise<ModelStore> | null = null
const openStore = (): Promise<ModelStore> =>
  (opened ??= caches.open(tierCacheName).then((cache) => createModelStore(cache, origin)))

function say(next: TierState): void {
  state = next
  for (const listener of listeners) listener(next)
}

function inTurn(work: () => Promise<void>): Promise<void> {
  const done = last.then(work)
  last = done.catch(() => undefined)
  return done
}

const modelOf = (manifest: ModelManifest) => ({ name: manifest.name, bytes: modelBytes(manifest) })

async function toAbsent(failure?: TierFailure): Promise<void> {
  // An empty cache would make every tab load this worker.
  await caches.delete(tierCacheName)
  opened = null
  const found = await findOffered(origin)
  const offered = found.ok && found.value ? modelOf(found.value) : null
  const why = failure ?? (found.ok || found.error.type === 'Unreachable' ? undefined : found.error.type)
  say({ state: 'absent', offered, ...(why ? { failure: why } : {}) })
}

/** What was installed before: goes on where it stopped. */
async function wake(): Promise<void> {
  const store = await openStore()
  const manifest = await store.manifest()
  if (!manifest) return toAbsent()
  const done = await store.bytesKept(manifest)
  if (done < modelBytes(manifest)) return say({ state: 'paused', model: modelOf(manifest), done })
  const kept = await store.note(manifest, 'verdict')
  const verdict = kept ? ((await kept.json()) as Verdict & { on: boolean }) : null
  if (!verdict) return check(store, manifest)
  if (!verdict.wins) return say({ state: 'refused', model: modelOf(manifest), ...rates(verdict) })
  if (!verdict.on) return say({ state: 'off', model: modelOf(manifest), ...rates(verdict) })
  try {
    await putInUse(store, manifest, await loadEncoder(store, manifest), verdict)
  } catch {
    await broken(store)
  }
}

const rates = ({ own, embedded }: Verdict) => ({ own, embedded })

/** Files that are whole but do not run are of no use: they give back their room. */
async function broken(store: ModelStore): Promise<void> {
  stopUsing()
  await store.remove()
  await toAbsent('NotRunning')
}

async function install(manifest: ModelManifest, readPiece: ReadPiece, canResume: boolean): Promise<void> {
  const store = await openStore()
  const model = modelOf(manifest)
  paused = false
  say({ state: 'downloading', model, done: 0 })
  const done = await store.install(
    manifest,
    readPiece,
    (bytes) => say({ state: 'downloading', model, done: bytes }),
    () => paused,
  )
  if (done.ok) return check(store, manifest)
  const failure = done.error.type === 'Paused' ? undefined : done.error.type
  if (!canResume || failure === 'Checksum' || failure === 'NoRoom') {
    await store.remove()
    return toAbsent(failure)
  }
  say({ state: 'paused', model, done: await store.bytesKept(manifest), ...(failure ? { failure } : {}) })
}

/** The model is used only where it does better than the embedded one, on this very device. */
async function check(store: ModelStore, manifest: ModelManifest): Promise<void> {
  say({ state: 'checking', model: modelOf(manifest) })
  try {
    const encode = await loadEncoder(store, manifest)
    const { model: embedded } = await fetchFirstModel()
    const known: EmbedTexts = (texts) =>
      Promise.resolve(texts.map((text) => embedded?.embed(text) ?? new Float32Array(1)))
    const verdict = await checkModel(encode, known)
    await store.keepNote(manifest, 'verdict', JSON.stringify({ ...verdict, on: true }))
    if (verdict.wins) await putInUse(store, manifest, encode, verdict)
    else say({ state: 'refused', model: modelOf(manifest), ...rates(verdict) })
  } catch {
    await broken(store)
  }
}

function stopUsing(): void {
  vectors = null
  inUse = null
}

async function putInUse(
  store: ModelStore,
  manifest: ModelManifest,
  encode: EmbedTexts,
  verdict: Verdict,
): Promise<void> {
  const saved = await store.note(manifest, 'vectors')
  vectors = createTextVectors(encode, saved && readSaved(await saved.arrayBuffer()))
  inUse = manifest
  say({ state: 'active', model: modelOf(manifest), ...rates(verdict), held: 0, total: 0 })
}

async function embedInBackground(): Promise<void> {
  if (embedding) return
  embedding = true
  try {
    const own = vectors
    for (let slices = 1; own && own === vectors && (await own.step()); slices += 1) {
      if (state.state === 'active') say({ ...state, ...own.progress() })
      if (slices % savedEvery === 0) await save(own)
      await new Promise((resolve) => setTimeout(resolve, 0))
    }
    if (own && own === vectors) {
      if (state.state === 'active') say({ ...state, ...own.progress() })
      await save(own)
    }
  } catch {
    // Out of memory or of room: what is embedded stays in use, the rest is tried at the next change.
  }
  embedding = false
}

async function save(own: NonNullable<typeof vectors>): Promise<void> {
  if (!inUse) return
  const { ids, versions, numbers } = own.save()
  const head = new TextEncoder().encode(JSON.stringify({ ids, versions }))
  const length = new Uint32Array([head.length])
  await (await openStore()).keepNote(inUse, 'vectors', new Blob([length, head, numbers as Float32Array<ArrayBuffer>]))
}

function readSaved(bytes: ArrayBuffer): SavedVectors | null {
  try {
    const length = new Uint32Array(bytes, 0, 1)[0]!
    const head = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, length))) as Omit<SavedVectors, 'numbers'>
    return { ...head, numbers: new Float32Array(bytes.slice(4 + length)) }
  } catch {
    // Cut short: all are embedded anew.
    return null
  }
}

/** The files, those of a ZIP unpacked; what a model never holds is left packed. */
async function unpack(files: readonly NamedBlob[]): Promise<NamedBlob[]> {
  const all: NamedBlob[] = []
  for (const { name, blob } of files) {
    if (!/\.zip$/i.test(name)) {
      all.push({ name, blob })
      continue
    }
    let bytes = 0
    const inside = unzipSync(new Uint8Array(await blob.arrayBuffer()), {
      filter: (entry) => {
        if (!/\.(?:json|onnx)$/.test(entry.name)) return false
        bytes += entry.originalSize
        return bytes <= modelBytesMost
      },
    })
    for (const [path, content] of Object.entries(inside))
      all.push({ name: path, blob: new Blob([content as BlobPart]) })
  }
  return all
}

async function installFiles(files: readonly NamedBlob[]): Promise<void> {
  let unpacked: NamedBlob[]
  try {
    unpacked = await unpack(files)
  } catch {
    return toAbsent('Damaged')
  }
  const packed = await packageFiles(unpacked)
  if (!packed.ok) return toAbsent(packed.error.type)
  const { manifest, blobs } = packed.value
  stopUsing()
  await install(manifest, (path, start, end) => Promise.resolve(blobs.get(path)!.slice(start, end)), false)
}

async function download(): Promise<void> {
  const found = await findOffered(origin)
  if (!found.ok && found.error.type === 'Unreachable' && state.state === 'paused')
    return say({ ...state, failure: 'Unreachable' })
  if (!found.ok) return toAbsent(found.error.type)
  if (!found.value) return toAbsent('Unreachable')
  stopUsing()
  await install(found.value, readFromOrigin(origin), true)
}

async function turn(on: boolean): Promise<void> {
  if ((state.state !== 'active' && state.state !== 'off') || on === (state.state === 'active')) return
  const store = await openStore()
  const manifest = await store.manifest()
  if (!manifest) return toAbsent()
  const verdict = { own: state.own, embedded: state.embedded, wins: true }
  await store.keepNote(manifest, 'verdict', JSON.stringify({ ...verdict, on }))
  stopUsing()
  if (!on) return say({ state: 'off', model: modelOf(manifest), ...rates(verdict) })
  await wake()
}

let woken: Promise<void> | null = null
const awake = (): Promise<void> => (woken ??= inTurn(wake))

const api: TierApi = {
  async watch(listener) {
    listeners.add(listener)
    await awake()
    listener(state)
  },
  download: () => inTurn(download),
  pause() {
    paused = true
    return Promise.resolve()
  },
  installFiles: (files) => inTurn(() => installFiles(files)),
  remove: () =>
    inTurn(async () => {
      stopUsing()
      await (await openStore()).remove()
      await toAbsent()
    }),
  turn: (on) => inTurn(() => turn(on)),
  async hold(texts) {
    await awake()
    vectors?.hold(texts)
    void embedInBackground()
  },
  forget(ids) {
    vectors?.forget(ids)
    return Promise.resolve()
  },
  async nearness(text, ids) {
    await awake()
    const own = vectors
    const found = own && (await own.nearness(text, ids))
    // Gone or changed meanwhile: numbers of a space that is no longer in use are worth nothing.
    return own === vectors ? found : null
  },
}

expose(api)
