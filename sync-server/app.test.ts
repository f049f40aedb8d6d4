import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog, type LogLine } from './logLine.ts'
import { startRelay, type RunningRelay } from './startRelay.ts'

const page = `<!doctype html><title>Vivier</title><p>${'accueil '.repeat(200)}</p>`
const script = `export const words = ${JSON.stringify('rivière '.repeat(500))}`
const ocrData = gzipSync(Buffer.from('trained data '.repeat(500)))
const lines: LogLine[] = []
let folder: string
let relay: RunningRelay

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'vivier-relay-'))
  const dist = path.join(folder, 'dist')
  mkdirSync(path.join(dist, 'assets'), { recursive: true })
  mkdirSync(path.join(dist, 'ocr'))
  writeFileSync(path.join(folder, 'secret.txt'), 'outside the built app')
  writeFileSync(path.join(dist, '.env'), 'KEY=1')
  symlinkSync(path.join(folder, 'secret.txt'), path.join(dist, 'link.txt'))
  writeFileSync(path.join(dist, 'index.html'), page)
  writeFileSync(path.join(dist, 'sw.js'), script)
  writeFileSync(path.join(dist, 'manifest.webmanifest'), `{"name":"Vivier","description":"${'x'.repeat(600)}"}`)
  writeFileSync(path.join(dist, 'assets/index-BX3d_9aQ.js'), script)
  writeFileSync(path.join(dist, 'assets/pdf.worker-C0ffee99.mjs'), script)
  writeFileSync(path.join(dist, 'assets/font-AbCdEf12.woff2'), Buffer.alloc(2000))
  writeFileSync(path.join(dist, 'assets/core-AbCdEf12.wasm'), Buffer.alloc(2000))
  writeFileSync(path.join(dist, 'ocr/fra.traineddata.gz'), ocrData)
  writeFileSync(path.join(dist, 'ocr/words.bin'), Buffer.alloc(2000))
  writeFileSync(path.join(dist, 'ocr/page.png'), Buffer.alloc(2000))
  relay = await start(dist)
})

afterAll(async () => {
  await relay.stop()
  rmSync(folder, { recursive: true })
})

describe('headers', () => {
  it.each(['/', '/offres/0190-abc', '/assets/index-BX3d_9aQ.js', '/assets/missing.js', '/health'])(
    'protects %s by policy, without inline scripts and without another origin',
    async (where) => {
      const { headers } = await get(where)
      const policy = new Map(
        headers['content-security-policy']!.split('; ').map((part) => {
          const [name, ...values] = part.split(' ')
          return [name, values] as const
        }),
      )
      expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"])
      expect(policy.get('connect-src')).toEqual(["'self'", 'blob:', 'data:'])
      expect(policy.get('frame-ancestors')).toEqual(["'none'"])
      expect(policy.get('object-src')).toEqual(["'none'"])
      expect(policy.get('base-uri')).toEqual(["'none'"])
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
      expect(headers['permissions-policy']).toContain('camera=(self)')
      expect(headers['permissions-policy']).toContain('microphone=()')
      expect(headers['cross-origin-opener-policy']).toBeUndefined()
    },
  )

  it('isolates the origin when the deployment asks for it', async () => {
    const isolated = await start(path.join(folder, 'dist'), { isolated: true, connectOrigins: [] })
    const answer = await fetch(`${isolated.url}/assets/index-BX3d_9aQ.js`)
    await answer.text()
    expect(answer.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
    expect(answer.headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp')
    await isolated.stop()
  })
})

describe('caching', () => {
  it('keeps files named after their content for a year and asks again for all others', async () => {
    expect((await get('/assets/index-BX3d_9aQ.js')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    )
    for (const where of ['/', '/index.html', '/sw.js', '/manifest.webmanifest', '/candidats', '/ocr/words.bin'])
      expect((await get(where)).headers['cache-control'], where).toBe('no-cache')
  })

  it('answers 304 to a page already known, whatever encoding it was sent in, and 200 once it changed', async () => {
    const tag = (await get('/sw.js', { 'Accept-Encoding': 'br' })).headers.etag!
    const again = await get('/sw.js', { 'If-None-Match': tag })
    expect(again.status).toBe(304)
    expect(again.body.byteLength).toBe(0)
    writeFileSync(path.join(folder, 'dist/sw.js'), `${script}\n`)
    expect((await get('/sw.js', { 'If-None-Match': tag })).status).toBe(200)
  })
})

describe('ranges', () => {
  it('sends the bytes asked for of what is not compressed, so that a large model goes on where it stopped', async () => {
    const part = await get('/ocr/fra.traineddata.gz', { Range: 'bytes=10-19' })
    expect(part.status).toBe(206)
    expect(part.headers['content-range']).toBe(`bytes 10-19/${ocrData.byteLength}`)
    expect(part.body.equals(ocrData.subarray(10, 20))).toBe(true)
    const rest = await get('/ocr/fra.traineddata.gz', { Range: 'bytes=20-999999' })
    expect(rest.body.equals(ocrData.subarray(20))).toBe(true)
  })

  it('sends all of a file for a range it does not know', async () => {
    for (const Range of ['bytes=0-1,4-5', 'bytes=9999999-99999999', 'lines=1-2']) {
      const whole = await get('/ocr/words.bin', { Range })
      expect(whole.status, Range).toBe(200)
      expect(whole.body.byteLength, Range).toBe(2000)
    }
  })
})

describe('compression', () => {
  it('sends brotli where the browser takes it, gzip else, nothing where refused', async () => {
    const where = '/assets/index-BX3d_9aQ.js'
    const br = await get(where, { 'Accept-Encoding': 'gzip, deflate, br' })
    expect(br.headers['content-encoding']).toBe('br')
    expect(br.headers.vary).toBe('Accept-Encoding')
    expect(br.body.byteLength).toBeLessThan(script.length / 4)
    expect(brotliDecompressSync(br.body).toString()).toBe(script)
    const gz = await get(where, { 'Accept-Encoding': 'br;q=0, gzip' })
    expect(gz.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(gz.body).toString()).toBe(script)
    const raw = await get(where)
    expect(raw.headers['content-encoding']).toBeUndefined()
    expect(raw.body.toString()).toBe(script)
  })

  it.each([
    ['/ocr/fra.traineddata.gz', 'application/gzip'],
    ['/ocr/words.bin', 'application/octet-stream'],
    ['/ocr/page.png', 'image/png'],
    ['/assets/font-AbCdEf12.woff2', 'font/woff2'],
  ])('sends %s as it lies', async (where, type) => {
    const answer = await get(where, { 'Accept-Encoding': 'gzip, br' })
    expect(answer.headers['content-encoding']).toBeUndefined()
    expect(answer.headers['content-type']).toBe(type)
  })

  it('gives the OCR data byte for byte', async () => {
    expect((await get('/ocr/fra.traineddata.gz', { 'Accept-Encoding': 'gzip' })).body.equals(ocrData)).toBe(true)
  })

  it('names the types that browsers insist on', async () => {
    expect((await get('/assets/pdf.worker-C0ffee99.mjs')).headers['content-type']).toMatch(/^text\/javascript/)
    expect((await get('/assets/core-AbCdEf12.wasm')).headers['content-type']).toBe('application/wasm')
    expect((await get('/manifest.webmanifest')).headers['content-type']).toMatch(/^application\/manifest\+json/)
  })
})

describe('addresses', () => {
  it.each(['/', '/candidats', '/offres/0190a1b2-c3d4/classement', '/relecture?document=1'])(
    'draws %s by the app',
    async (where) => {
      const answer = await get(where)
      expect(answer.status).toBe(200)
      expect(answer.body.toString()).toBe(page)
    },
  )

  it.each(['/assets/missing-AbCdEf12.js', '/assets/folder', '/ocr/deu.traineddata.gz', '/favicon.ico', '/api/x'])(
    'says that %s is missing rather than answering a page',
    async (where) => {
      const answer = await get(where)
      expect(answer.status).toBe(404)
      expect(answer.headers['content-type']).toMatch(/^text\/plain/)
      expect(answer.headers['cache-control']).toBe('no-store')
    },
  )

  it('answers HEAD with the headers alone', async () => {
    const answer = await get('/sw.js', {}, 'HEAD')
    expect(answer.status).toBe(200)
    expect(Number(answer.headers['content-length'])).toBeGreaterThan(1000)
    expect(answer.body.byteLength).toBe(0)
  })

  it('leads files shared without a service worker to the import page', async () => {
    const answer = await fetch(`${relay.url}/partager`, { method: 'POST', body: 'a file', redirect: 'manual' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toBe('/imports')
    await answer.text()
  })

  it('refuses to change anything', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      expect((await get('/candidats', {}, method)).status, method).toBe(405)
  })

  it('refuses an address of unreasonable length', async () => {
    expect((await get(`/${'a'.repeat(5000)}`)).status).toBe(414)
  })

  it('tells its health', async () => {
    const answer = await get('/health')
    expect(JSON.parse(answer.body.toString())).toEqual({ status: 'ok', version: '9.9.9', uptime: 42 })
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('says that the app is not built rather than failing', async () => {
    const empty = await start(path.join(folder, 'nowhere'))
    const answer = await fetch(empty.url)
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('not built yet')
    await empty.stop()
  })
})

describe('outside the built app', () => {
  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%00secret.txt',
    '/link.txt',
    '/.env',
    '/%zz',
    '//etc/passwd',
    '/..;/secret.txt',
  ])('%s gives no file', async (where) => {
    const answer = await raw(`GET ${where} HTTP/1.1\r\nHost: vivier\r\nConnection: close\r\n\r\n`)
    expect(answer).not.toContain('outside the built app')
    expect(answer).not.toContain('KEY=1')
    expect(answer).not.toContain('root:')
    expect(answer).toMatch(/^HTTP\/1\.1 (400|404|200)/)
    if (answer.startsWith('HTTP/1.1 200')) expect(answer).toContain('accueil')
  })
})

it('logs what kind of address was asked for, never the address or its query', async () => {
  lines.length = 0
  await get('/candidats/0190-jeanne-durand?q=jeanne.durand@example.org')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ event: 'request', method: 'GET', route: 'page', status: 200 })
  expect(JSON.stringify(lines)).not.toMatch(/durand/)
})

it('writes each log line as one JSON object, and only the level asked for', () => {
  const written: string[] = []
  const at = (level: 'info' | 'error' | 'silent') =>
    createLog(
      (text) => written.push(text),
      () => new Date(0),
      level,
    )
  at('info')({ level: 'info', event: 'started' })
  at('error')({ level: 'info', event: 'started' })
  at('silent')({ level: 'error', event: 'failure' })
  expect(written).toEqual(['{"time":"1970-01-01T00:00:00.000Z","level":"info","event":"started"}\n'])
})

it('says which port is taken', async () => {
  const port = Number(new URL(relay.url).port)
  expect(await startRelay({ ...optionsFor(path.join(folder, 'dist')), port })).toEqual({
    ok: false,
    error: { type: 'PortBusy', port },
  })
})

function optionsFor(distDir: string, headers = { isolated: false, connectOrigins: [] as string[] }) {
  return {
    host: '127.0.0.1',
    port: 0,
    distDir,
    version: '9.9.9',
    headers,
    uptimeS: () => 42.7,
    log: (line: LogLine) => void lines.push(line),
  }
}

async function start(
  distDir: string,
  headers?: { isolated: boolean; connectOrigins: string[] },
): Promise<RunningRelay> {
  const started = await startRelay(optionsFor(distDir, headers))
  if (!started.ok) throw new Error(started.error.type)
  return started.value
}

interface Answer {
  status: number
  headers: Record<string, string | undefined>
  body: Buffer
}

/** A request that decodes nothing by itself, unlike fetch. */
function get(where: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    httpRequest(`${relay.url}${where}`, { method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Record<string, string | undefined>,
          body: Buffer.concat(chunks),
        }),
      )
      response.on('error', reject)
    })
      .on('error', reject)
      .end()
  })
}

/** A request exactly as written: clients tidy dot segments away before the relay sees them. */
function raw(text: string): Promise<string> {
  const { hostname, port } = new URL(relay.url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text))
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()))
    socket.on('error', reject)
  })
}
