import { describe, expect, it } from 'vitest'
import { tinyOnnxModel } from '../../../tests/tools/tinyOnnxModel.ts'
import { checkPairs } from './checkPairs.ts'
import { manifestName, packageFiles, stampOf } from './modelPackage.ts'
import { createModelStore, type ReadPiece, type StoreCache } from './modelStore.ts'
import { allows, findOffered, readOffered } from './assets.ts'

const origin = 'https://vivier.example'

function memoryCache(): StoreCache {
  const kept = new Map<string, Response>()
  const url = (key: RequestInfo | URL) => (typeof key === 'string' ? key : key instanceof URL ? key.href : key.url)
  return {
    match: (key) => Promise.resolve(kept.get(url(key))?.clone()),
    put: (key, response) => Promise.resolve(void kept.set(url(key), response)),
    keys: () => Promise.resolve([...kept.keys()].map((each) => new Request(each))),
    delete: (key) => Promise.resolve(kept.delete(url(key))),
  }
}

async function tiny() {
  const files = tinyOnnxModel(checkPairs, true).map(({ name, content }) => ({ name, blob: new Blob([content]) }))
  // Large weights, so that there are pieces to stop between.
  files[3] = { name: 'model.onnx', blob: new Blob([new Uint8Array(9_000_000).fill(7)]) }
  const packed = await packageFiles(files)
  if (!packed.ok) throw new Error(packed.error.type)
  return { files, ...packed.value }
}

const never = () => false
const unheard = () => undefined

describe('the files of an optional model', () => {
  it('are brought in with progress, checked, read back whole and removed', async () => {
    const { manifest, blobs } = await tiny()
    const store = createModelStore(memoryCache(), origin)
    const progress: number[] = []
    const read: ReadPiece = (path, start, end) => Promise.resolve(blobs.get(path)!.slice(start, end))
    expect(await store.install(manifest, read, (done) => progress.push(done), never)).toEqual({ ok: true, value: null })
    expect(progress.at(-1)).toBe(await store.bytesKept(manifest))
    expect((await store.read(manifest, 'onnx/model.onnx'))?.size).toBe(9_000_000)
    expect(stampOf((await store.manifest())!)).toBe(stampOf(manifest))
    await store.remove()
    expect(await store.manifest()).toBeNull()
    expect(await store.bytesKept(manifest)).toBe(0)
  })

  it('go on where they stopped, after a pause and after a cut', async () => {
    const { manifest, blobs } = await tiny()
    const cache = memoryCache()
    const asked: string[] = []
    let left = 4
    const read: ReadPiece = (path, start, end) => {
      if (left-- <= 0) throw new Error('cut')
      asked.push(`${path} ${start}`)
      return Promise.resolve(blobs.get(path)!.slice(start, end))
    }
    const store = createModelStore(cache, origin)
    expect(await store.install(manifest, read, unheard, () => asked.length > 1)).toMatchObject({
      error: { type: 'Paused' },
    })
    expect(await store.install(manifest, read, unheard, never)).toMatchObject({ error: { type: 'Unreachable' } })
    left = 100
    // A later visit knows the cache alone.
    const later = createModelStore(cache, origin)
    expect((await later.install((await later.manifest())!, read, unheard, never)).ok).toBe(true)
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked).toContain('onnx/model.onnx 8000000')
  })

  it('are refused when a byte is another, and not kept', async () => {
    const { manifest, blobs } = await tiny()
    const store = createModelStore(memoryCache(), origin)
    const read: ReadPiece = (path, start, end) =>
      Promise.resolve(
        path === 'onnx/model.onnx' && start === 0
          ? new Blob([new Uint8Array(end)])
          : blobs.get(path)!.slice(start, end),
      )
    expect(await store.install(manifest, read, unheard, never)).toMatchObject({ error: { type: 'Checksum' } })
    expect(await store.read(manifest, 'onnx/model.onnx')).toBeNull()
  })

  it('take the place of another model, whose verdict and vectors are not theirs', async () => {
    const { manifest, blobs } = await tiny()
    const store = createModelStore(memoryCache(), origin)
    const read: ReadPiece = (path, start, end) => Promise.resolve(blobs.get(path)!.slice(start, end))
    await store.install(manifest, read, unheard, never)
    await store.keepNote(manifest, 'vectors', 'numbers')
    expect(await (await store.note(manifest, 'vectors'))?.text()).toBe('numbers')
    expect(await store.note({ ...manifest, prefix: 'query: ' }, 'vectors')).toBeNull()
    await store.install({ ...manifest, name: 'another' }, read, unheard, never)
    expect(await store.note(manifest, 'vectors')).toBeNull()
  })
})

describe('packageFiles', () => {
  it('refuses what is no model, and files that are not those of the list beside them', async () => {
    const { files, manifest } = await tiny()
    expect(await packageFiles(files.slice(1))).toMatchObject({ error: { type: 'NotAModel' } })
    const list = (value: unknown) => ({ name: manifestName, blob: new Blob([JSON.stringify(value)]) })
    expect((await packageFiles([...files, list({ ...manifest, prefix: 'query: ' })])).ok).toBe(true)
    const wrong = manifest.files.map((file) => ({ ...file, sha256: 'a'.repeat(64) }))
    expect(await packageFiles([...files, list({ ...manifest, files: wrong })])).toMatchObject({
      error: { type: 'Damaged' },
    })
    expect(await packageFiles([...files, list({ name: 'x' })])).toMatchObject({ error: { type: 'NotAModel' } })
  })
})

describe("the operator's model", () => {
  const json = { headers: { 'Content-Type': 'application/json' } }

  it('is offered where its list lies, and only there', async () => {
    const { manifest } = await tiny()
    const answer = (response: Response) => findOffered(origin, () => Promise.resolve(response))
    expect(await answer(new Response(JSON.stringify(manifest), json))).toEqual({ ok: true, value: manifest })
    expect(await answer(new Response(null, { status: 404 }))).toEqual({ ok: true, value: null })
    expect(await answer(new Response('<html>'))).toEqual({ ok: true, value: null })
    const leaving = { ...manifest, files: [{ ...manifest.files[0], path: '../secret' }, ...manifest.files.slice(1)] }
    expect(await answer(new Response(JSON.stringify(leaving), json))).toMatchObject({ error: { type: 'NotAModel' } })
  })

  it('lies at a hub only where the content policy lets this device reach it, and is read from there', async () => {
    const { manifest } = await tiny()
    const source = 'https://hub.example/team/model/resolve/1/'
    const answer = (isReachable: boolean) =>
      findOffered(
        origin,
        () => Promise.resolve(new Response(JSON.stringify({ ...manifest, source }), json)),
        (address) => Promise.resolve(address === source && isReachable),
      )
    expect(await answer(false)).toEqual({ ok: true, value: null })
    expect(await answer(true)).toEqual({ ok: true, value: { ...manifest, source } })
    const asked: unknown[] = []
    const read = readOffered(origin, { source }, (address) => {
      asked.push(address)
      return Promise.resolve(new Response('ab', { status: 206 }))
    })
    await read('onnx/model.onnx', 0, 2)
    expect(asked).toEqual(['https://hub.example/team/model/resolve/1/onnx/model.onnx'])
  })

  it('is not asked of a hub that a policy does not name', () => {
    const hub = 'https://hub.example/m/'
    expect(allows("default-src 'self'; connect-src 'self' blob:", hub)).toBe(false)
    expect(allows("connect-src 'self' https://hub.example", hub)).toBe(true)
    expect(allows("connect-src 'self' https://hub.example:*", hub)).toBe(true)
    expect(allows("connect-src 'self' https://hub.example.org", hub)).toBe(false)
    expect(allows("default-src 'self'", hub)).toBe(false)
    expect(allows(null, hub)).toBe(true)
  })

  it('is read by ranges, and once whole from a server that knows none', async () => {
    const ranges: (string | null)[] = []
    const read = readOffered(origin, {}, (_, options) => {
      ranges.push(new Headers(options?.headers).get('Range'))
      return Promise.resolve(new Response('cde', { status: 206 }))
    })
    expect(await (await read('a.json', 2, 5)).text()).toBe('cde')
    expect(ranges).toEqual(['bytes=2-4'])
    let times = 0
    const whole = readOffered(origin, {}, () => {
      times += 1
      return Promise.resolve(new Response('abcdef'))
    })
    expect(await (await whole('a.json', 0, 3)).text()).toBe('abc')
    expect(await (await whole('a.json', 3, 6)).text()).toBe('def')
    expect(times).toBe(1)
  })
})
