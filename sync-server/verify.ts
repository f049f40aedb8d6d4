import { createPublicKey, verify, type KeyObject } from 'node:crypto'

/** Most keys kept ready; a device's is asked for at each of its batches. */
const KEPT_KEYS = 5_000
const keys = new Map<string, KeyObject | null>()

/** True when `signature` (64 bytes, r and s) is that of `point` (an uncompressed P-256 key) over `data`. */
export function isSignedBy(point: Uint8Array, data: Uint8Array, signature: Uint8Array): boolean {
  const key = keyOf(point)
  if (!key || signature.byteLength !== 64) return false
  return verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature)
}

function keyOf(point: Uint8Array): KeyObject | null {
  const name = Buffer.from(point.buffer, point.byteOffset, point.byteLength).toString('latin1')
  const known = keys.get(name)
  if (known !== undefined) return known
  const made = makeKey(point)
  if (keys.size >= KEPT_KEYS) keys.delete(keys.keys().next().value!)
  keys.set(name, made)
  return made
}

function makeKey(point: Uint8Array): KeyObject | null {
  if (point.byteLength !== 65 || point[0] !== 4) return null
  const coordinate = (from: number): string => Buffer.from(point.subarray(from, from + 32)).toString('base64url')
  try {
    return createPublicKey({
      key: { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) },
      format: 'jwk',
    })
  } catch {
    // Not a point of the curve: nothing is ever signed by it.
    return null
  }
}
