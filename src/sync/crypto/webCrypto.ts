import { bytesToHex, concatBytes } from '../../kit/bytes.ts'
import { err, ok, type Result } from '../../kit/result.ts'

/** Bytes WebCrypto takes. */
export type Bytes = Uint8Array<ArrayBuffer>

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })
const { subtle } = crypto

/** UTF-8. */
export const textToBytes = (text: string): Bytes => encoder.encode(text)

/** The JSON value of UTF-8 bytes; null when they are none. */
export function bytesToJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes))
  } catch {
    // Hostile or torn bytes are an answer.
    return null
  }
}

/** Random bytes of the platform's generator. */
export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

export async function sha256(bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await subtle.digest('SHA-256', bytes as Bytes))
}
export const sha256Hex = async (bytes: Uint8Array): Promise<string> => bytesToHex(await sha256(bytes))

/** A secret from which others are derived (HKDF-SHA-256, RFC 5869). Non-extractable. */
export const importSecret = (secret: Uint8Array): Promise<CryptoKey> =>
  subtle.importKey('raw', secret as Bytes, 'HKDF', false, ['deriveBits'])

/** 32 bytes derived from a secret for one purpose. */
export async function deriveBytes(secret: CryptoKey, salt: Uint8Array, purpose: Uint8Array | string): Promise<Bytes> {
  const info = typeof purpose === 'string' ? textToBytes(purpose) : (purpose as Bytes)
  return new Uint8Array(
    await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: salt as Bytes, info }, secret, 256),
  )
}

/** AES-256-GCM, non-extractable. */
export const importSealingKey = (bytes: Uint8Array): Promise<CryptoKey> =>
  subtle.importKey('raw', bytes as Bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])

export async function deriveSealingKey(secret: CryptoKey, salt: Uint8Array, purpose: Uint8Array | string) {
  return importSealingKey(await deriveBytes(secret, salt, purpose))
}

/** HMAC-SHA-256 under a key derived for one purpose, non-extractable. */
export async function deriveHashingKey(secret: CryptoKey, salt: Uint8Array, purpose: string): Promise<CryptoKey> {
  const bytes = await deriveBytes(secret, salt, purpose)
  return subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}

export const hmac = async (key: CryptoKey, message: Uint8Array): Promise<Bytes> =>
  new Uint8Array(await subtle.sign('HMAC', key, message as Bytes))

/** AES-256-GCM. An `iv` is never used twice under one key: random, or the key is made for one use. */
export async function encrypt(
  key: CryptoKey,
  iv: Uint8Array,
  bytes: Uint8Array,
  additional: Uint8Array,
): Promise<Bytes> {
  const algorithm = { name: 'AES-GCM', iv: iv as Bytes, additionalData: additional as Bytes }
  return new Uint8Array(await subtle.encrypt(algorithm, key, bytes as Bytes))
}

/** The inverse of `encrypt`; null when key, place or bytes are not what was sealed. */
export async function decrypt(
  key: CryptoKey,
  iv: Uint8Array,
  bytes: Uint8Array,
  additional: Uint8Array,
): Promise<Bytes | null> {
  const algorithm = { name: 'AES-GCM', iv: iv as Bytes, additionalData: additional as Bytes }
  try {
    return new Uint8Array(await subtle.decrypt(algorithm, key, bytes as Bytes))
  } catch {
    // A seal that does not hold tells no more than that.
    return null
  }
}

const ivLength = 12

/** `iv 12 | ciphertext` under a random iv. */
export async function seal(key: CryptoKey, bytes: Uint8Array, place: Uint8Array | string): Promise<Bytes> {
  const iv = randomBytes(ivLength)
  return concatBytes(iv, await encrypt(key, iv, bytes, typeof place === 'string' ? textToBytes(place) : place))
}

/** The inverse of `seal`. */
export async function open(key: CryptoKey, sealed: Uint8Array, place: Uint8Array | string): Promise<Bytes | null> {
  if (sealed.length < ivLength) return null
  const additional = typeof place === 'string' ? textToBytes(place) : place
  return decrypt(key, sealed.subarray(0, ivLength), sealed.subarray(ivLength), additional)
}

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' }
const ecdh = { name: 'ECDH', namedCurve: 'P-256' }
const signatureAlgorithm = { name: 'ECDSA', hash: 'SHA-256' }

export const makeSigningPair = (extractable = false): Promise<CryptoKeyPair> =>
  subtle.generateKey(ecdsa, extractable, ['sign', 'verify']) as Promise<CryptoKeyPair>
export const makeAgreementPair = (extractable = false): Promise<CryptoKeyPair> =>
  subtle.generateKey(ecdh, extractable, ['deriveBits']) as Promise<CryptoKeyPair>

/** 65 bytes, uncompressed. */
export const exportPublic = async (key: CryptoKey): Promise<Bytes> => new Uint8Array(await subtle.exportKey('raw', key))
/** PKCS8; the key must have been made extractable. */
export const exportPrivate = async (key: CryptoKey): Promise<Bytes> =>
  new Uint8Array(await subtle.exportKey('pkcs8', key))

/** Null for bytes that are no point of the curve. */
export async function importVerifyingKey(bytes: Uint8Array): Promise<CryptoKey | null> {
  try {
    return await subtle.importKey('raw', bytes as Bytes, ecdsa, false, ['verify'])
  } catch {
    return null
  }
}

/** Null for bytes that are no such key. */
export async function importPrivate(kind: 'signing' | 'agreement', bytes: Uint8Array): Promise<CryptoKey | null> {
  try {
    return await subtle.importKey('pkcs8', bytes as Bytes, kind === 'signing' ? ecdsa : ecdh, false, [
      kind === 'signing' ? 'sign' : 'deriveBits',
    ])
  } catch {
    return null
  }
}

export const sign = async (key: CryptoKey, bytes: Uint8Array): Promise<Bytes> =>
  new Uint8Array(await subtle.sign(signatureAlgorithm, key, bytes as Bytes))

export const verify = (key: CryptoKey, signature: Uint8Array, bytes: Uint8Array): Promise<boolean> =>
  subtle.verify(signatureAlgorithm, key, signature as Bytes, bytes as Bytes)

/**
 * A secret two key pairs agree on, for one purpose. Both public halves enter the derivation, so that a secret made for
 * one recipient is never another's. Null when the other side is no point of the curve.
 */
export async function agree(
  own: CryptoKey,
  other: Uint8Array,
  ephemeral: Uint8Array,
  recipient: Uint8Array,
  salt: Uint8Array,
  purpose: string,
): Promise<CryptoKey | null> {
  let secret: CryptoKey
  try {
    const otherKey = await subtle.importKey('raw', other as Bytes, ecdh, false, [])
    secret = await importSecret(new Uint8Array(await subtle.deriveBits({ name: 'ECDH', public: otherKey }, own, 256)))
  } catch {
    return null
  }
  return deriveSealingKey(secret, salt, concatBytes(textToBytes(`${purpose}|`), ephemeral, recipient))
}

// A key agreed with a fresh pair seals once, so its iv may be fixed.
const onlyIv = new Uint8Array(ivLength)

/** Seals to a public key: `ephemeral 65 | ciphertext`. Null when the recipient's key is no point of the curve. */
export async function sealTo(
  recipient: Uint8Array,
  bytes: Uint8Array,
  salt: Uint8Array,
  purpose: string,
): Promise<Bytes | null> {
  const pair = await makeAgreementPair()
  const ephemeral = await exportPublic(pair.publicKey)
  const key = await agree(pair.privateKey, recipient, ephemeral, recipient, salt, purpose)
  return key && concatBytes(ephemeral, await encrypt(key, onlyIv, bytes, ephemeral))
}

/** The inverse of `sealTo`, with both halves of the recipient's pair. */
export async function openFrom(
  own: CryptoKey,
  recipient: Uint8Array,
  sealed: Uint8Array,
  salt: Uint8Array,
  purpose: string,
): Promise<Bytes | null> {
  const ephemeral = sealed.subarray(0, recipient.length)
  const key = await agree(own, ephemeral, ephemeral, recipient, salt, purpose)
  return key && decrypt(key, onlyIv, sealed.subarray(recipient.length), ephemeral)
}

async function throughStream(
  bytes: Uint8Array,
  stream: GenericTransformStream,
  maxBytes: number,
): Promise<Bytes | null> {
  const writer = stream.writable.getWriter()
  // What fails here fails the reading below, which is where it is answered.
  writer.write(bytes).catch(() => {})
  writer.close().catch(() => {})
  const reader: ReadableStreamDefaultReader<Uint8Array> = stream.readable.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return concatBytes(...parts)
    size += value.length
    if (size > maxBytes) {
      await reader.cancel().catch(() => {})
      return null
    }
    parts.push(value)
  }
}

/** Raw deflate (RFC 1951). */
export async function deflate(bytes: Uint8Array): Promise<Bytes> {
  const deflated = await throughStream(bytes, new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY)
  return deflated!
}

/** The inverse of `deflate`, never more than `maxBytes`: a few hostile bytes may unfold to gigabytes. */
export async function inflate(bytes: Uint8Array, maxBytes: number): Promise<Result<Bytes, { type: 'Unreadable' }>> {
  try {
    const inflated = await throughStream(bytes, new DecompressionStream('deflate-raw'), maxBytes)
    return inflated ? ok(inflated) : err({ type: 'Unreadable' })
  } catch {
    return err({ type: 'Unreadable' })
  }
}
