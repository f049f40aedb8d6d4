import { expose } from 'comlink'
import { unzipSync } from 'fflate'
import { fetchFirstModel } from '../assets.ts'
import { checkModel, type EmbedTexts, type Verdict } from './checkModel.ts'
import { type Encoder, loadEncoder } from './loadEncoder.ts'
import {
  type ModelManifest,
  modelBytes,
  modelBytesMost,
  type NamedBlob,
  packageFiles,
  stampOf,
} from './modelPackage.ts'
import { createModelStore, type ModelStore, type ReadPiece } from './modelStore.ts'
import { nextCacheName, tierCacheName, tierChannelName } from './names.ts'
import type { TierApi, TierFailure, TierState } from './protocol.ts'
import { findOffered, readOffered } from './assets.ts'
import { createTextVectors, type SavedVectors } from './textVectors.ts'

/** Slices between two savings. */
const savedEvery = 100

let state: TierState = { state: 'absent', offered: null }
const listeners = new Set<(state: TierState) => void>()
let paused = false
let vectors: ReturnType<typeof createTextVectors> | null = null
let inUse: { manifest: ModelManifest; encoder: Encoder } | null = null
let embedding = false

const origin = self.location.origin
let opened: Promise<ModelStore> | null = null
const openStore = (): Promise<ModelStore> =>
  (opened ??= caches.open(tierCacheName).then((cache) => createModelStore(cache, origin)))

function say(next: TierState): void {
  state = next
  for (const listener of listeners) listener(next)
}

/** One thing at a time, in all tabs: installing, checking and removing must not cross. */
const inTurn = (work: () => Promise<void>): Promise<void> => navigator.locks.request(tierChannelName, work)

/** Each tab holds the model on its own and follows what another one does with the kept files. */
const channel = new BroadcastChannel(tierChannelName)
const tellTabs = () => channel.postMessage('changed')
channel.addEventListener('message', () => {
  if (!woken) return
  void inTurn(async () => {
    stopUsing()
    opened = null
    await wake()
  })
})

const modelOf = (manifest: ModelManifest) => ({
  name: manifest.name,
  bytes: modelBytes(manifest),
  hub: manifest.source === undefined ? '' : new URL(manifest.source).host,
})

async function toAbsent(failure?: TierFailure): Promise<void> {
  // An empty cache would make every tab load this worker.
  await caches.delete(tierCacheName)
  opened = null
  const found = await findOffered(origin)
  const offered = found.ok && found.value ? modelOf(found.value) : null
  const why = failure ?? (found.ok || found.error.type === 'Unreachable' ? undefined : found.error.type)
  say({ state: 'absent', offered, ...(why ? { failure: why } : {}) })
}

/** Says what went wrong and leaves everything as it is. */
const stay = (before: TierState, failure: TierFailure): Promise<void> =>
  before.state === 'absent' ? toAbsent(failure) : Promise.resolve(say({ ...before, failure }))

/** What was installed before: goes on where it stopped. */
async function wake(): Promise<void> {
  const store = await openStore()
  await finishReplacing(store)
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

type Verdicted = Extract<TierState, { own: number }>
const rates = ({ own, embedded }: Verdict) => ({ own, embedded })

/** Files that are whole but do not run are of no use: they give back their room. */
async function broken(store: ModelStore): Promise<void> {
  stopUsing()
  await store.remove()
  await toAbsent('NotRunning')
  tellTabs()
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
    const encoder = await loadEncoder(store, manifest)
    const verdict = await checkModel(encoder.embed, await embeddedModel())
    await store.keepNote(manifest, 'verdict', JSON.stringify({ ...verdict, on: true }))
    tellTabs()
    if (verdict.wins) return await putInUse(store, manifest, encoder, verdict)
    await encoder.dispose()
    say({ state: 'refused', model: modelOf(manifest), ...rates(verdict) })
  } catch {
    await broken(store)
  }
}

async function embeddedModel(): Promise<EmbedTexts> {
  const { model } = await fetchFirstModel()
  return (texts) => Promise.resolve(texts.map((text) => model?.embed(text) ?? new Float32Array(1)))
}

const openNext = async (): Promise<ModelStore> => createModelStore(await caches.open(nextCacheName), origin)

/** The pieces of a model that lies whole in a store. */
const piecesOf =
  (store: ModelStore, manifest: ModelManifest): ReadPiece =>
  async (path, start, end) => {
    const file = await store.read(manifest, path)
    if (!file) throw new Error('The kept files are not whole.')
    return file.slice(start, end)
  }

const unheard = () => undefined
const never = () => false

/** Puts another model in place of one that is kept, once it has won; until then nothing of the old one is touched. */
async function replace(before: TierState & Verdicted, manifest: ModelManifest, readPiece: ReadPiece): Promise<void> {
  const model = modelOf(manifest)
  const next = await openNext()
  try {
    const done = await next.install(manifest, readPiece, (bytes) => say({ state: 'downloading', model, done: bytes }), never) // prettier-ignore
    if (!done.ok) return await stay(before, done.error.type === 'Paused' ? 'Unreachable' : done.error.type)
    say({ state: 'checking', model })
    const encoder = await loadEncoder(next, manifest)
    const verdict = await checkModel(encoder.embed, await embeddedModel())
    if (!verdict.wins || verdict.own < before.own) {
      await encoder.dispose()
      return await stay(before, 'NotBetter')
    }
    const store = await openStore()
    const moved = await store.install(manifest, piecesOf(next, manifest), unheard, never)
    if (!moved.ok) {
      await encoder.dispose()
      return await broken(store)
    }
    await store.keepNote(manifest, 'verdict', JSON.stringify({ ...verdict, on: true }))
    stopUsing()
    await putInUse(store, manifest, encoder, verdict)
    tellTabs()
  } catch {
    await stay(before, 'NotRunning')
  } finally {
    await caches.delete(nextCacheName)
  }
}

/** A tab that was closed while it moved the winner to its place left it half there: the rest follows. */
async function finishReplacing(store: ModelStore): Promise<void> {
  if (!(await caches.has(nextCacheName))) return
  const next = await openNext()
  const [manifest, wanted] = [await next.manifest(), await store.manifest()]
  if (manifest && wanted && stampOf(manifest) === stampOf(wanted))
    await store.install(wanted, piecesOf(next, wanted), unheard, never)
  await caches.delete(nextCacheName)
}

function stopUsing(): void {
  // Whoever is being embedded with it fails, and is embedded with what comes after it.
  void inUse?.encoder.dispose()
  vectors = null
  inUse = null
}

async function putInUse(store: ModelStore, manifest: ModelManifest, encoder: Encoder, verdict: Verdict): Promise<void> {
  const saved = await store.note(manifest, 'vectors')
  vectors = createTextVectors(encoder.embed, saved && readSaved(await saved.arrayBuffer()))
  inUse = { manifest, encoder }
  say({ state: 'active', model: modelOf(manifest), ...rates(verdict), held: 0, total: 0 })
}

async function embedInBackground(): Promise<void> {
  if (embedding) return
  embedding = true
  const own = vectors
  try {
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
  // Another model came into use meanwhile.
  if (vectors !== own) await embedInBackground()
}

async function save(own: NonNullable<typeof vectors>): Promise<void> {
  if (!inUse) return
  const { ids, versions, numbers } = own.save()
  const head = new TextEncoder().encode(JSON.stringify({ ids, versions }))
  const length = new Uint32Array([head.length])
  await (
    await openStore()
  ).keepNote(inUse.manifest, 'vectors', new Blob([length, head, numbers as Float32Array<ArrayBuffer>]))
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
  const before = state
  let unpacked: NamedBlob[]
  try {
    unpacked = await unpack(files)
  } catch {
    // A ZIP cut short, or none at all.
    return stay(before, 'Damaged')
  }
  const packed = await packageFiles(unpacked)
  if (!packed.ok) return stay(before, packed.error.type)
  const { manifest, blobs } = packed.value
  const readPiece: ReadPiece = (path, start, end) => Promise.resolve(blobs.get(path)!.slice(start, end))
  if (before.state === 'active' || before.state === 'off') await replace(before, manifest, readPiece)
  else await install(manifest, readPiece, false)
}

async function download(): Promise<void> {
  const found = await findOffered(origin)
  if (!found.ok || !found.value) return stay(state, found.ok ? 'Unreachable' : found.error.type)
  await install(found.value, readOffered(origin, found.value), true)
}

async function turn(on: boolean): Promise<void> {
  if ((state.state !== 'active' && state.state !== 'off') || on === (state.state === 'active')) return
  const store = await openStore()
  const manifest = await store.manifest()
  if (!manifest) return toAbsent()
  const verdict = { own: state.own, embedded: state.embedded, wins: true }
  await store.keepNote(manifest, 'verdict', JSON.stringify({ ...verdict, on }))
  stopUsing()
  if (on) await wake()
  else say({ state: 'off', model: modelOf(manifest), ...rates(verdict) })
  tellTabs()
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
      tellTabs()
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
