import { describe, expect, it } from 'vitest'
import { answerLate, isLateFile } from './lateFiles.ts'

const address = 'https://vivier.example/models/embedding-large-0a1b2c3d.bin'

function fakeCache(full = false) {
  const files = new Map<string, Response>()
  return {
    files,
    match: async (url: RequestInfo | URL) => files.get(String(url))?.clone(),
    put: async (url: RequestInfo | URL, response: Response) => {
      if (full) throw new DOMException('full', 'QuotaExceededError')
      files.set(String(url), response)
    },
    keys: async () => [...files.keys()].map((url) => new Request(url)),
    delete: async (request: RequestInfo | URL) => files.delete((request as Request).url),
  }
}

describe('answerLate', () => {
  it('fetches a file once, keeps it, and forgets the version before', async () => {
    const cache = fakeCache()
    cache.files.set('https://vivier.example/models/embedding-large-00000000.bin', new Response('old'))
    let fetched = 0
    const fetchFile = async () => {
      fetched += 1
      return new Response('new')
    }
    expect(await (await answerLate(new Request(address), cache, fetchFile)).text()).toBe('new')
    expect(await (await answerLate(new Request(address), cache, fetchFile)).text()).toBe('new')
    expect(fetched).toBe(1)
    expect([...cache.files.keys()]).toEqual([address])
  })

  it('keeps no failed answer, and answers when the disk is full', async () => {
    const cache = fakeCache()
    await answerLate(new Request(address), cache, async () => new Response('', { status: 404 }))
    expect(cache.files.size).toBe(0)
    const full = await answerLate(new Request(address), fakeCache(true), async () => new Response('new'))
    expect(await full.text()).toBe('new')
  })
})

describe('isLateFile', () => {
  it('knows the program of the optional model, each file of which has a place of its own', async () => {
    const files = ['/assets/tierWorker-AbC_12-x.js', '/vendor/onnx-1.31.0/ort.mjs', '/vendor/onnx-1.31.0/ort.wasm']
    expect(files.every(isLateFile)).toBe(true)
    const cache = fakeCache()
    for (const file of [...files, '/assets/tierWorker-newer000.js'])
      await answerLate(new Request(new URL(file, address)), cache, async () => new Response('new'))
    expect([...cache.files.keys()].map((url) => new URL(url).pathname)).toEqual([
      files[1],
      files[2],
      '/assets/tierWorker-newer000.js',
    ])
  })

  it('knows the large model by its versioned name alone', () => {
    expect(isLateFile('/models/embedding-large-0a1b2c3d.bin')).toBe(true)
    expect(isLateFile('/models/embedding.bin')).toBe(false)
    expect(isLateFile('/assets/embedding-large-0a1b2c3d.bin')).toBe(false)
  })
})
