import { bytesToHex, concatBytes, hexToBytes } from '../kit/bytes.ts'
import { err, ok, type Result } from '../kit/result.ts'

/** The layout this code writes (SPEC 4.1). */
export const batchVersion = 1

/** What a batch holds. */
export const batchKinds = { operations: 1, toSpace: 2, snapshotPart: 3 } as const
export type BatchKind = (typeof batchKinds)[keyof typeof batchKinds]

/** What stands open before the seal. All of it is additional data of the seal. */
export interface BatchHeader {
  kind: BatchKind
  /** 32 hex digits. */
  space: string
  /** 16 hex digits. */
  device: string
  /** From 1. For a part of a snapshot: the number of the part. */
  dseq: number
  /** From 1. */
  epoch: number
  /** How many membership entries the author knew. */
  entries: number
  /** SHA-256 of the device's batch before, 64 hex digits; zeros at first. For a part: the id of its snapshot. */
  previous: string
}

/** A batch taken apart. Its arrays are views of the bytes given. */
export interface ParsedBatch extends Omit<BatchHeader, 'kind'> {
  /** Above `batchVersion` the kind may be any, and what lies between header and signature is not looked at. */
  version: number
  kind: number
  /** Kind 2: the public half of the key made for this batch, 65 bytes uncompressed. */
  ephemeral: Uint8Array | null
  /** All that stands before `iv`. */
  additional: Uint8Array
  iv: Uint8Array
  ciphertext: Uint8Array
  /** All that stands before `signature`. */
  signed: Uint8Array
  signature: Uint8Array
}

export const ivBytes = 12
export const tagBytes = 16
export const publicKeyBytes = 65
export const signatureBytes = 64
const headerBytes = 70
const lengthBytes = 4

/** What stands before a device's first batch. */
export const noPrevious = '0'.repeat(64)

/** The bytes before `iv`: the header and, for kind 2, the ephemeral key. Throws on a header no code of ours makes. */
export function buildAdditional(header: BatchHeader, ephemeral?: Uint8Array): Uint8Array<ArrayBuffer> {
  const space = hexToBytes(header.space)
  const device = hexToBytes(header.device)
  const previous = hexToBytes(header.previous)
  if (space?.length !== 16 || device?.length !== 8 || previous?.length !== 32) throw new Error('Not a batch header.')
  if ((header.kind === batchKinds.toSpace) !== (ephemeral?.length === publicKeyBytes))
    throw new Error('Kind 2 alone carries an ephemeral key.')
  const bytes = new Uint8Array(headerBytes + (ephemeral?.length ?? 0))
  const view = new DataView(bytes.buffer)
  bytes[0] = batchVersion
  bytes[1] = header.kind
  bytes.set(space, 2)
  bytes.set(device, 18)
  view.setUint32(26, header.dseq)
  view.setUint32(30, header.epoch)
  view.setUint32(34, header.entries)
  bytes.set(previous, 38)
  if (ephemeral) bytes.set(ephemeral, headerBytes)
  return bytes
}

/** What the device signs; the batch is this and the signature behind it. */
export const buildSigned = (additional: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array<ArrayBuffer> =>
  concatBytes(additional, iv, ciphertext)

/**
 * Takes a batch apart without believing any of it. A later version keeps the header in its place and the signature at
 * the end (SPEC 4.1), so that it can be chained, kept and passed on by who cannot open it.
 */
export function parseBatch(bytes: Uint8Array): Result<ParsedBatch, { type: 'MalformedBatch' }> {
  const malformed = err({ type: 'MalformedBatch' } as const)
  if (bytes.length < headerBytes + ivBytes + tagBytes + signatureBytes) return malformed
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const version = bytes[0]!
  const kind = bytes[1]!
  const dseq = view.getUint32(26)
  const epoch = view.getUint32(30)
  const entries = view.getUint32(34)
  if (version === 0 || dseq === 0 || epoch === 0 || entries === 0) return malformed
  const known = version === batchVersion
  if (known && (kind < batchKinds.operations || kind > batchKinds.snapshotPart)) return malformed
  const additionalEnd = known && kind === batchKinds.toSpace ? headerBytes + publicKeyBytes : headerBytes
  const ivEnd = additionalEnd + ivBytes
  const signedEnd = bytes.length - signatureBytes
  if (known && signedEnd < ivEnd + tagBytes) return malformed
  return ok({
    version,
    kind,
    space: bytesToHex(bytes.subarray(2, 18)),
    device: bytesToHex(bytes.subarray(18, 26)),
    dseq,
    epoch,
    entries,
    previous: bytesToHex(bytes.subarray(38, headerBytes)),
    ephemeral: additionalEnd > headerBytes ? bytes.subarray(headerBytes, additionalEnd) : null,
    additional: bytes.subarray(0, additionalEnd),
    iv: bytes.subarray(additionalEnd, ivEnd),
    ciphertext: bytes.subarray(ivEnd, signedEnd),
    signed: bytes.subarray(0, signedEnd),
    signature: bytes.subarray(signedEnd),
  })
}

/**
 * The size a plaintext of this size is padded to: PADME (Nikitin et al. 2019). It adds at most 12 % and lets the size
 * of n bytes tell no more than O(log log n) bits.
 */
export function paddedSize(size: number): number {
  if (size < 2) return size
  const exponent = Math.floor(Math.log2(size))
  const significant = Math.floor(Math.log2(exponent)) + 1
  if (exponent <= significant) return size
  const step = 2 ** (exponent - significant)
  return Math.ceil(size / step) * step
}

/** The plaintext of a batch: length, content, zeros (SPEC 4.3). */
export function padContent(content: Uint8Array): Uint8Array<ArrayBuffer> {
  const plaintext = new Uint8Array(paddedSize(lengthBytes + content.length))
  new DataView(plaintext.buffer).setUint32(0, content.length)
  plaintext.set(content, lengthBytes)
  return plaintext
}

/** The inverse of `padContent`: a view. Refuses all that `padContent` does not write. */
export function unpadContent(plaintext: Uint8Array): Result<Uint8Array, { type: 'MalformedBatch' }> {
  const malformed = err({ type: 'MalformedBatch' } as const)
  if (plaintext.length < lengthBytes) return malformed
  const length = new DataView(plaintext.buffer, plaintext.byteOffset, plaintext.byteLength).getUint32(0)
  if (plaintext.length !== paddedSize(lengthBytes + length)) return malformed
  if (plaintext.subarray(lengthBytes + length).some((byte) => byte !== 0)) return malformed
  return ok(plaintext.subarray(lengthBytes, lengthBytes + length))
}
