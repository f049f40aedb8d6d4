import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { COMPRESSED_CACHE_BYTES } from './limits.ts'

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)

type Encoding = 'br' | 'gzip'

interface KnownFile {
  size: number
  modifiedMs: number
  /** Quoted content hash, without the suffix of an encoding. */
  tag: string
  compressed: Map<Encoding, Promise<Buffer<ArrayBuffer>>>
}

/** Answers from one folder of built files. */
export interface StaticFiles {
  /**
   * The file at a URL path, or null when there is none there (also for anything that would leave the folder).
   * `request` gives the method and the conditional and encoding headers.
   */
  answer: (urlPath: string, request: Request) => Promise<Response | null>
}

/**
 * Types by extension. `.gz` stands for OCR data that its reader unpacks itself, so it is served as it lies,
 * without a Content-Encoding: a browser that unpacked it first would hand the reader something else.
 */
const TYPES: Record<string, { type: string; compress: boolean }> = {
  '.html': { type: 'text/html; charset=utf-8', compress: true },
  '.js': { type: 'text/javascript; charset=utf-8', compress: true },
  '.mjs': { type: 'text/javascript; charset=utf-8', compress: true },
  '.css': { type: 'text/css; charset=utf-8', compress: true },
  '.json': { type: 'application/json; charset=utf-8', compress: true },
  '.map': { type: 'application/json; charset=utf-8', compress: true },
  '.webmanifest': { type: 'application/manifest+json; charset=utf-8', compress: true },
  '.svg': { type: 'image/svg+xml; charset=utf-8', compress: true },
  '.txt': { type: 'text/plain; charset=utf-8', compress: true },
  '.md': { type: 'text/plain; charset=utf-8', compress: true },
  '.wasm': { type: 'application/wasm', compress: true },
  '.bcmap': { type: 'application/octet-stream', compress: true },
  '.pfb': { type: 'application/octet-stream', compress: true },
  '.ttf': { type: 'font/ttf', compress: true },
  '.icc': { type: 'application/vnd.iccprofile', compress: true },
  '.bin': { type: 'application/octet-stream', compress: false },
  '.gz': { type: 'application/gzip', compress: false },
  '.woff2': { type: 'font/woff2', compress: false },
  '.png': { type: 'image/png', compress: false },
  '.jpg': { type: 'image/jpeg', compress: false },
  '.jpeg': { type: 'image/jpeg', compress: false },
  '.webp': { type: 'image/webp', compress: false },
  '.ico': { type: 'image/x-icon', compress: false },
  '.pdf': { type: 'application/pdf', compress: false },
  '.docx': { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', compress: false },
  '.zip': { type: 'application/zip', compress: false },
}

/** Below this a compressed answer saves nothing once its headers are counted. */
const SMALLEST_COMPRESSED_BYTES = 512

/** From here on the strongest brotli takes seconds for one or two percent; the fifth level takes a fifth. */
const LARGE_BYTES = 1024 * 1024

/**
 * Serves the files of `folder`, compressing each when it is first asked for and keeping the result. Files are
 * looked at anew on each request, so a rebuild under a running server is served at once.
 */
export function createStaticFiles(folder: string): StaticFiles {
  const root = path.resolve(folder)
  const known = new Map<string, KnownFile>()
  let cachedBytes = 0

  return {
    async answer(urlPath, request) {
      const file = await locate(root, urlPath)
      if (!file) return null
      const kind = TYPES[path.extname(file.path).toLowerCase()] ?? {
        type: 'application/octet-stream',
        compress: false,
      }
      const entry = await describe(file)
      const encoding = kind.compress && entry.size >= SMALLEST_COMPRESSED_BYTES ? chooseEncoding(request) : null
      const headers = new Headers({
        'Content-Type': kind.type,
        'Cache-Control': isHashed(urlPath) ? 'public, max-age=31536000, immutable' : 'no-cache',
        ETag: encoding ? `"${entry.tag}-${encoding}"` : `"${entry.tag}"`,
      })
      if (kind.compress) headers.set('Vary', 'Accept-Encoding')
      if (hasTag(request.headers.get('If-None-Match'), entry.tag)) return new Response(null, { status: 304, headers })

      if (encoding) {
        const bytes = await compressed(file.path, entry, encoding)
        headers.set('Content-Encoding', encoding)
        headers.set('Content-Length', String(bytes.byteLength))
        return new Response(request.method === 'HEAD' ? null : bytes, { headers })
      }
      if (!kind.compress) headers.set('Accept-Ranges', 'bytes')
      const range = kind.compress ? null : rangeOf(request.headers.get('Range'), entry.size)
      if (range && request.method === 'GET') {
        headers.set('Content-Length', String(range.end - range.start + 1))
        headers.set('Content-Range', `bytes ${range.start}-${range.end}/${entry.size}`)
        const part = Readable.toWeb(createReadStream(file.path, range)) as ReadableStream<Uint8Array>
        return new Response(part, { status: 206, headers })
      }
      headers.set('Content-Length', String(entry.size))
      if (request.method === 'HEAD') return new Response(null, { headers })
      return new Response(Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array>, { headers })
    },
  }

  async function describe(file: LocatedFile): Promise<KnownFile> {
    const before = known.get(file.path)
    if (before && before.size === file.size && before.modifiedMs === file.modifiedMs) return before
    const tag = createHash('sha256')
      .update(await readFile(file.path))
      .digest('base64url')
      .slice(0, 22)
    const entry: KnownFile = { size: file.size, modifiedMs: file.modifiedMs, tag, compressed: new Map() }
    known.set(file.path, entry)
    return entry
  }

  function compressed(filePath: string, entry: KnownFile, encoding: Encoding): Promise<Buffer<ArrayBuffer>> {
    const before = entry.compressed.get(encoding)
    if (before) return before
    const job = readFile(filePath).then((bytes) => (encoding === 'br' ? brotliOf(bytes) : gzip(bytes, { level: 8 })))
    entry.compressed.set(encoding, job)
    job.then(
      (bytes) => {
        cachedBytes += bytes.byteLength
        if (cachedBytes > COMPRESSED_CACHE_BYTES) {
          // Only rebuilds under a running server get here: forget everything and start again.
          known.clear()
          cachedBytes = 0
        }
      },
      () => entry.compressed.delete(encoding),
    )
    return job
  }
}

interface LocatedFile {
  path: string
  size: number
  modifiedMs: number
}

/** Finds the regular file a URL path names inside `root`; null for everything else, whatever the reason. */
async function locate(root: string, urlPath: string): Promise<LocatedFile | null> {
  let decoded: string
  try {
    decoded = decodeURIComponent(urlPath)
  } catch {
    // A broken percent-encoding names no file of ours.
    return null
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null
  const segments = decoded.split('/').filter((segment) => segment !== '')
  if (segments.length === 0 || segments.some((segment) => segment.startsWith('.'))) return null
  const wanted = path.join(root, ...segments)
  try {
    // The real path is compared so that a symbolic link cannot lead out of the folder either.
    const [real, realRoot] = await Promise.all([realpath(wanted), realpath(root)])
    if (!real.startsWith(realRoot + path.sep)) return null
    const facts = await stat(real)
    return facts.isFile() ? { path: real, size: facts.size, modifiedMs: facts.mtimeMs } : null
  } catch {
    // Not there, or not readable by us: to the caller both are "no such file".
    return null
  }
}

/**
 * One range of bytes, both ends included, so that a large model goes on where it stopped; null for every other header,
 * which is answered with the whole file.
 */
function rangeOf(header: string | null, size: number): { start: number; end: number } | null {
  const asked = /^bytes=(\d{1,15})-(\d{1,15})$/.exec(header ?? '')
  if (!asked) return null
  const start = Number(asked[1])
  const end = Math.min(Number(asked[2]), size - 1)
  return start <= end ? { start, end } : null
}

/** The build names a file of /assets/ after its content: such a name never changes its meaning. */
function isHashed(urlPath: string): boolean {
  return /^\/assets\/(?:.*[-.])?[\w-]{8,}\.[\w.]+$/.test(urlPath)
}

function chooseEncoding(request: Request): Encoding | null {
  const accepted = new Map<string, number>()
  for (const part of (request.headers.get('Accept-Encoding') ?? '').split(',')) {
    const [name = '', ...parameters] = part.split(';')
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean)
    accepted.set(name.trim().toLowerCase(), weight === undefined ? 1 : Number(weight))
  }
  if ((accepted.get('br') ?? 0) > 0) return 'br'
  return (accepted.get('gzip') ?? 0) > 0 ? 'gzip' : null
}

function brotliOf(bytes: Buffer): Promise<Buffer<ArrayBuffer>> {
  return brotli(bytes, {
    params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: bytes.byteLength > LARGE_BYTES ? 5 : 9,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    },
  })
}

/** Any encoding of the same content is the same content: the browser keeps the one it has. */
function hasTag(condition: string | null, tag: string): boolean {
  return (condition ?? '').split(',').some((candidate) => {
    const bare = candidate.trim().replace(/^W\//, '')
    return bare === `"${tag}"` || bare === `"${tag}-br"` || bare === `"${tag}-gzip"`
  })
}
