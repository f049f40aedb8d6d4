import { base64ToBytes, bytesToHex, concatBytes, hexToBytes } from '../../kit/bytes.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import { paddedSize, publicKeyBytes, tagBytes } from '../../log/batch.ts'
import type { SealedFile } from '../ports.ts'
import type { SpaceSealing } from './sealing.ts'
import {
  agree,
  type Bytes,
  decrypt,
  deriveBytes,
  deriveSealingKey,
  encrypt,
  exportPublic,
  hmac,
  makeAgreementPair,
  sha256,
  textToBytes,
} from './webCrypto.ts'

/*
 * A file as it lies at the relay (SPEC 9.1):
 *   version 1 | mode 1 | epoch 4 | count 4 | salt 16 | [ephemeral 65] | sealed chunks
 * Mode 1: sealed under a key of the epoch. Mode 2: to the space's public key, by who may not read. Each chunk but the
 * last holds 1 MiB and its 16-byte tag, so that any chunk can be fetched alone. The plaintext is `length 4 | content |
 * zeros`, padded by PADME. A chunk is bound to the header, the file's name, its place and whether it is the last.
 */
export const blobVersion = 1
export const chunkBytes = 1 << 20
const sealedChunkBytes = chunkBytes + tagBytes
const lengthBytes = 4
const headerBytes = 26
const modes = { epoch: 1, space: 2 } as const
const purpose = 'vivier blob 1'

/** The name of a file at the relay, 32 hex digits; `contentKey` is what the document names it by. Null for who may not read. */
export async function blobName(sealing: SpaceSealing, contentKey: string): Promise<string | null> {
  const keys = await sealing.spaceKeys()
  return keys && bytesToHex((await hmac(keys.blobNames, textToBytes(contentKey))).subarray(0, 16))
}

/** The name a device that may not read gives its file: it has no key of names, and its contentKey is known to readers. */
export async function ownBlobName(space: string, device: string, contentKey: string): Promise<string> {
  const name = await sha256(textToBytes(`vivier own blob 1|${space}|${device}|${contentKey}`))
  return bytesToHex(name.subarray(0, 16))
}

/**
 * Seals a file under its name at the relay. The same file under the same epoch gives the same bytes, so an upload can be
 * resumed. Null when this device has no key to seal with.
 */
export async function sealBlob(sealing: SpaceSealing, name: string, content: Uint8Array): Promise<SealedFile | null> {
  const { epochs } = sealing.chain()
  const epoch = epochs.length
  const keys = await sealing.epoch()
  // The salt is of the content, so a key never seals two contents: what is sealed again is the same bytes.
  const digest = await sha256(content)
  const padded = paddedSize(lengthBytes + content.length)
  const count = Math.max(1, Math.ceil(padded / chunkBytes))
  const head = (mode: number, salt: Uint8Array, ephemeral = new Uint8Array(0)) => {
    const bytes = new Uint8Array(headerBytes)
    const view = new DataView(bytes.buffer)
    bytes[0] = blobVersion
    bytes[1] = mode
    view.setUint32(2, epoch)
    view.setUint32(6, count)
    bytes.set(salt, 10)
    return concatBytes(bytes, ephemeral)
  }
  let header: Bytes
  let key: CryptoKey | null
  if (keys) {
    const salt = (await deriveBytes(keys.secret, digest, `vivier blob salt 1|${name}`)).subarray(0, 16)
    header = head(modes.epoch, salt)
    key = await deriveSealingKey(keys.secret, salt, `${purpose}|${name}`)
  } else {
    const recipient = base64ToBytes(epochs.at(-1)!.spaceKey)!
    const pair = await makeAgreementPair()
    const ephemeral = await exportPublic(pair.publicKey)
    header = head(modes.space, new Uint8Array(16), ephemeral)
    key = await agree(pair.privateKey, recipient, ephemeral, recipient, hexToBytes(name)!, purpose)
  }
  if (!key) return null
  const sealingKey = key
  return {
    size: header.length + padded + count * tagBytes,
    header,
    count,
    chunkBytes: sealedChunkBytes,
    async chunk(index) {
      const from = index * chunkBytes
      const plaintext = new Uint8Array(Math.min(chunkBytes, padded - from))
      const body = content.subarray(Math.max(0, from - lengthBytes), from - lengthBytes + plaintext.length)
      if (index === 0) new DataView(plaintext.buffer).setUint32(0, content.length)
      plaintext.set(body, index === 0 ? lengthBytes : 0)
      return encrypt(sealingKey, ivOf(index), plaintext, placeOf(header, name, index, count))
    },
  }
}

// The key is of this content alone, so a counter is an iv.
function ivOf(index: number): Bytes {
  const iv = new Uint8Array(12)
  new DataView(iv.buffer).setUint32(8, index)
  return iv
}

const placeOf = (header: Uint8Array, name: string, index: number, count: number): Bytes =>
  concatBytes(header, textToBytes(`${name}|${index}|${count}`))

/** What a blob's first bytes say; `bodyAt` is where its chunks begin. */
export interface BlobHead {
  mode: number
  epoch: number
  count: number
  bodyAt: number
  header: Uint8Array
}

/** The most bytes a header takes: fetch as many to read it. */
export const maxHeaderBytes = headerBytes + publicKeyBytes

export function readBlobHead(bytes: Uint8Array): Result<BlobHead, { type: 'Damaged' } | { type: 'Newer' }> {
  if (bytes.length < headerBytes) return err({ type: 'Damaged' })
  if (bytes[0]! > blobVersion) return err({ type: 'Newer' })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const mode = bytes[1]!
  const count = view.getUint32(6)
  const bodyAt = mode === modes.space ? maxHeaderBytes : headerBytes
  const known = mode === modes.epoch || mode === modes.space
  if (bytes[0] === 0 || !known || count === 0 || bytes.length < bodyAt) return err({ type: 'Damaged' })
  return ok({ mode, epoch: view.getUint32(2), count, bodyAt, header: bytes.subarray(0, bodyAt) })
}

/**
 * Opens chunks of one file, in any order. `open` gives null for a chunk that is not what was sealed for that place.
 * `NoKey` when this device has no key of the epoch (yet).
 */
export async function openBlob(
  sealing: SpaceSealing,
  name: string,
  head: BlobHead,
): Promise<Result<{ open(index: number, sealed: Uint8Array): Promise<Bytes | null> }, { type: 'NoKey' }>> {
  const { header, count, mode, epoch } = head
  // Two branches of the membership may each have an epoch of this number (SPEC 7.14): the seal tells which it was.
  const keys: CryptoKey[] = []
  if (mode === modes.epoch) {
    const own = await sealing.epoch(epoch)
    for (const { secret } of [...(own ? [own] : []), ...(await sealing.lostEpochs(epoch))])
      keys.push(await deriveSealingKey(secret, header.subarray(10, headerBytes), `${purpose}|${name}`))
  } else {
    const own = await sealing.spacePair(epoch)
    const ephemeral = header.subarray(headerBytes)
    for (const { publicKey, privateKey } of [...(own ? [own] : []), ...(await sealing.lostPairs(epoch))]) {
      const key = privateKey && (await agree(privateKey, ephemeral, ephemeral, publicKey, hexToBytes(name)!, purpose))
      if (key) keys.push(key)
    }
  }
  if (keys.length === 0) return err({ type: 'NoKey' })
  return ok({
    async open(index, sealed) {
      const place = placeOf(header, name, index, count)
      for (const key of keys) {
        const opened = await decrypt(key, ivOf(index), sealed, place)
        if (opened) return opened
      }
      return null
    },
  })
}

/** The file of its opened chunks; null when they do not hold what their length says. */
export function joinChunks(chunks: readonly Uint8Array[]): Bytes | null {
  const plaintext = concatBytes(...chunks)
  if (plaintext.length < lengthBytes) return null
  const length = new DataView(plaintext.buffer).getUint32(0)
  if (plaintext.length !== paddedSize(lengthBytes + length)) return null
  return plaintext.slice(lengthBytes, lengthBytes + length)
}

/** Opens a whole file as it lies at the relay. */
export async function openWholeBlob(
  sealing: SpaceSealing,
  name: string,
  bytes: Uint8Array,
): Promise<Result<Bytes, { type: 'Damaged' } | { type: 'Newer' } | { type: 'NoKey' }>> {
  const head = readBlobHead(bytes)
  if (!head.ok) return head
  const opener = await openBlob(sealing, name, head.value)
  if (!opener.ok) return opener
  const { bodyAt, count } = head.value
  const chunks: Uint8Array[] = []
  if (Math.ceil((bytes.length - bodyAt) / sealedChunkBytes) !== count) return err({ type: 'Damaged' })
  for (let index = 0; index < count; index += 1) {
    const from = bodyAt + index * sealedChunkBytes
    const chunk = await opener.value.open(index, bytes.subarray(from, from + sealedChunkBytes))
    if (!chunk) return err({ type: 'Damaged' })
    chunks.push(chunk)
  }
  const content = joinChunks(chunks)
  return content ? ok(content) : err({ type: 'Damaged' })
}
