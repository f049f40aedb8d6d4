import { err, ok, type Result } from '../kit/result.ts'
import { signatureBytes } from './batch.ts'

/** What stands open about a snapshot, so that the relay knows what it replaces (SPEC 8.1). */
export interface Manifest {
  version: 1
  type: 'snapshot'
  /** 32 hex digits. */
  space: string
  /** The snapshot's id, 64 hex digits at most. */
  id: string
  /** The device that made it and signs. */
  device: string
  /** In order: SHA-256 (hex) and size of each part's bytes. */
  parts: [hash: string, size: number][]
  /** How many of the first parts bring what lists need; the long texts follow (SPEC 8.6). Absent in older ones. */
  lists?: number
  /** Per device the last batch whose operations are in it. */
  covers: Record<string, [dseq: number, hash: string]>
  /** It leaves out someone who was erased: the log and the snapshots before it go at once (SPEC 8.5). */
  purge?: true
}

export interface ParsedManifest {
  manifest: Manifest
  /** All that stands before the signature. */
  body: Uint8Array
  signature: Uint8Array
}

const hash = /^[0-9a-f]{64}$/
const deviceId = /^[0-9a-f]{16}$/

/** The bytes that are signed. */
export function buildManifestBody(manifest: Manifest): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(manifest))
}

/** What the signature is made for: the purpose that stands before the body. */
export const manifestPurpose = 'snapshot 1'

/** What the signature is over: no entry and no batch begins like this. */
export function manifestText(space: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`vivier ${manifestPurpose}|${space}|`)
  const text = new Uint8Array(head.length + body.length)
  text.set(head)
  text.set(body, head.length)
  return text
}

/** A manifest as it is uploaded: `body | signature 64`. */
export function buildManifest(body: Uint8Array, signature: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(body.length + signature.length)
  bytes.set(body)
  bytes.set(signature, body.length)
  return bytes
}

/** Takes a manifest apart and checks its shape; the signature and the hashes are the caller's to check. */
export function parseManifest(bytes: Uint8Array): Result<ParsedManifest, { type: 'MalformedManifest' }> {
  const malformed = err({ type: 'MalformedManifest' } as const)
  if (bytes.length < signatureBytes + 2) return malformed
  const body = bytes.subarray(0, bytes.length - signatureBytes)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    // Hostile or torn bytes: one answer, whatever the reason.
    return malformed
  }
  return isManifest(value) ? ok({ manifest: value, body, signature: bytes.subarray(body.length) }) : malformed
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false
  const { version, type, space, id, device, parts, lists, covers, purge } = value as Record<string, unknown>
  return (
    version === 1 &&
    type === 'snapshot' &&
    typeof space === 'string' &&
    /^[0-9a-f]{32}$/.test(space) &&
    typeof id === 'string' &&
    /^[0-9a-f]{16,64}$/.test(id) &&
    typeof device === 'string' &&
    deviceId.test(device) &&
    Array.isArray(parts) &&
    parts.every((part) => Array.isArray(part) && hash.test(String(part[0])) && isCount(part[1])) &&
    typeof covers === 'object' &&
    covers !== null &&
    Object.entries(covers).every(
      ([of, head]) => deviceId.test(of) && Array.isArray(head) && isCount(head[0]) && hash.test(String(head[1])),
    ) &&
    (lists === undefined || isCount(lists)) &&
    (purge === undefined || purge === true)
  )
}
