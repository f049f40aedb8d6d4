import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A storage that speaks S3: path-style buckets, Signature Version 4 checked, ranges, listing. Objects in memory. */
export interface FakeBucket {
  /** Address of its bucket. */
  url: string
  objects: Map<string, Buffer>
  /** Requests refused for their signature. */
  refused: () => number
  /** Fails this many of the next requests with 503, as a busy storage does. */
  failNext: (count: number) => void
  stop: () => Promise<void>
}

const REGION = 'eu-test-1'
const BUCKET = 'vivier'
export const bucketKeys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a secret of the tests', region: REGION }

export async function startFakeBucket(): Promise<FakeBucket> {
  const objects = new Map<string, Buffer>()
  let refused = 0
  let failing = 0
  const server: Server = createServer((request, response) => {
    void readAll(request).then((body) => {
      if (failing > 0) {
        failing -= 1
        response.writeHead(503).end()
        return
      }
      if (!isSigned(request, body)) {
        refused += 1
        response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>')
        return
      }
      const url = new URL(request.url!, 'http://bucket')
      const key = decodeURIComponent(url.pathname.slice(BUCKET.length + 2))
      if (request.method === 'PUT') {
        objects.set(key, body)
        response.writeHead(200).end()
      } else if (request.method === 'DELETE') {
        objects.delete(key)
        response.writeHead(204).end()
      } else if (key === '') {
        const prefix = url.searchParams.get('prefix') ?? ''
        const found = [...objects.keys()].filter((name) => name.startsWith(prefix)).toSorted()
        const most = Number(url.searchParams.get('max-keys') ?? 1000)
        const contents = found.slice(0, most).map((name) => `<Contents><Key>${name}</Key></Contents>`)
        response.writeHead(200).end(`<ListBucketResult>${contents.join('')}</ListBucketResult>`)
      } else {
        const object = objects.get(key)
        if (!object) {
          response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>')
          return
        }
        const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
        if (start === undefined) response.writeHead(200).end(object)
        else response.writeHead(206).end(object.subarray(Number(start), Number(end) + 1))
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${BUCKET}`,
    objects,
    refused: () => refused,
    failNext: (count) => (failing = count),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** AWS Signature Version 4, worked out here from its specification and not by the client's code. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const header =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/
  const [, id, day, region, names, signature] = header.exec(request.headers.authorization ?? '') ?? []
  if (id !== bucketKeys.accessKeyId || region !== REGION || !day || !names || !signature) return false
  const hashed = String(request.headers['x-amz-content-sha256'] ?? '')
  if (hashed !== 'UNSIGNED-PAYLOAD' && hashed !== hex(body)) return false
  const url = new URL(request.url!, 'http://bucket')
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .toSorted()
    .join('&')
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`)
  const canonical = [request.method, url.pathname, query, headers.join(''), names, hashed].join('\n')
  const scope = `${day}/${REGION}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, hex(Buffer.from(canonical))].join('\n')
  let key = mac(`AWS4${bucketKeys.secretAccessKey}`, day)
  for (const part of [REGION, 's3', 'aws4_request']) key = mac(key, part)
  return timingSafeEqual(mac(key, text), Buffer.from(signature, 'hex'))
}

const hex = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const mac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
