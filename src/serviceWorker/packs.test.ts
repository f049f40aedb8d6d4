import { describe, expect, it } from 'vitest'
import { fillPacks, packKey, packsForDevice, splitBuild, type BuiltFile, type PackCache } from './packs.ts'
import { filesOfShare } from './sharedFiles.ts'

const origin = 'https://vivier.example'

/** A cache as far as packs use it. */
function memoryCache(): PackCache & { urls: () => string[] } {
  const kept = new Map<string, Response>()
  const urlOf = (request: RequestInfo | URL) => (request instanceof Request ? request.url : String(request))
  return {
    urls: () => [...kept.keys()].toSorted(),
    match: async (request) => kept.get(urlOf(request)),
    put: async (request, response) => void kept.set(urlOf(request), response),
    keys: async () => [...kept.keys()].map((url) => new Request(url)),
    delete: async (request) => kept.delete(urlOf(request)),
  }
}

const files: BuiltFile[] = [
  { url: 'vendor/a.bin', revision: '1' },
  { url: 'models/b.bin', revision: '1' },
  { url: 'demo/c.json', revision: '1' },
]

describe('what the service worker keeps', () => {
  it('parts the shell from the packs', () => {
    const { shell, packs } = splitBuild([
      ...files,
      { url: 'index.html', revision: 'x' },
      { url: 'assets/i.js', revision: null },
    ])
    expect(shell.map(({ url }) => url)).toEqual(['index.html', 'assets/i.js'])
    expect(packs).toHaveLength(3)
  })

  it('keeps only the recognition core that this device runs', () => {
    const core = (kind: string): BuiltFile => ({
      url: `vendor/tesseract-core-7.0.0/tesseract-core-${kind}.wasm.js`,
      revision: '1',
    })
    const all = [...files, core('lstm'), core('simd-lstm'), core('relaxedsimd-lstm')]
    const kept = (simd: boolean, relaxedSimd: boolean) =>
      packsForDevice(all, { simd, relaxedSimd })
        .map(({ url }) => url)
        .filter((url) => url.includes('core'))
    expect(kept(true, true)).toEqual([core('relaxedsimd-lstm').url])
    expect(kept(true, false)).toEqual([core('simd-lstm').url])
    expect(kept(false, false)).toEqual([core('lstm').url])
    expect(packsForDevice(all, { simd: true, relaxedSimd: true })).toHaveLength(4)
  })

  it('fetches what is missing, says how far it is, and forgets old versions', async () => {
    const cache = memoryCache()
    await cache.put(packKey({ url: 'vendor/a.bin', revision: '1' }, origin), new Response('a'))
    await cache.put(packKey({ url: 'models/b.bin', revision: '0' }, origin), new Response('old'))
    const fetched: string[] = []
    const progress: number[] = []
    await fillPacks({
      files,
      origin,
      cache,
      fetchFile: async (url) => {
        fetched.push(url)
        return new Response('x')
      },
      onProgress: (done) => progress.push(done),
    })
    expect(fetched.toSorted()).toEqual([`${origin}/demo/c.json`, `${origin}/models/b.bin`])
    expect(progress).toEqual([1, 2, 3])
    expect(cache.urls()).toEqual(files.map((file) => packKey(file, origin)).toSorted())
  })

  it('stops at a file that cannot be had, keeps the rest and goes on from there', async () => {
    const cache = memoryCache()
    const fill = (fails: boolean) =>
      fillPacks({
        files,
        origin,
        cache,
        fetchFile: async (url) => new Response('x', { status: fails && url.endsWith('b.bin') ? 503 : 200 }),
        onProgress: () => undefined,
      })
    await expect(fill(true)).rejects.toThrow('503')
    await fill(false)
    expect(cache.urls()).toHaveLength(3)
  })
})

describe('what is shared into the app', () => {
  it('takes the files', () => {
    const form = new FormData()
    form.append('files', new File(['%PDF'], 'cv.pdf', { type: 'application/pdf' }))
    form.append('text', 'Voici mon CV')
    expect(filesOfShare(form).map(({ name }) => name)).toEqual(['cv.pdf'])
  })

  it('makes a text file of words shared alone, and nothing of an empty share', async () => {
    const form = new FormData()
    form.append('title', 'Profil')
    form.append('url', 'https://example.org/p')
    const [file] = filesOfShare(form)
    expect(await file?.text()).toBe('Profil\nhttps://example.org/p')
    expect(filesOfShare(new FormData())).toEqual([])
  })
})
