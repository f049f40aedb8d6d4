import { concatBytes } from '../../kit/bytes.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import {
  batchKinds,
  batchVersion,
  buildAdditional,
  buildSigned,
  ivBytes,
  padContent,
  parseBatch,
  unpadContent,
} from '../../log/batch.ts'
import type { SpaceSealing } from './sealing.ts'
import { decrypt, deflate, deriveSealingKey, encrypt, inflate, randomBytes, sha256Hex, sign } from './webCrypto.ts'

/** A part as it lies at the relay, with what the manifest says of it. */
export interface SealedPart {
  bytes: Uint8Array
  /** SHA-256 of the bytes, hex. */
  hash: string
}

/** Why a part does not open. `NoKey`: this device has no key of its epoch (yet). */
export type PartFailure = { type: 'NoKey' } | { type: 'Damaged' } | { type: 'Newer' }

// A part holds about 1,000 records with their long texts.
const maxPartBytes = 64 << 20
const purpose = 'vivier snapshot 1'

/**
 * Seals a part of a snapshot (SPEC 8.1): a batch of kind 3 whose `dseq` is the part's number, from 1, and whose
 * `previous` is the snapshot's id, 64 hex digits. Null for who has no key.
 */
export async function sealPart(
  sealing: SpaceSealing,
  snapshot: string,
  part: number,
  content: Uint8Array,
): Promise<SealedPart | null> {
  const { count, epochs, space } = sealing.chain()
  const keys = await sealing.epoch(epochs.length)
  if (!keys) return null
  const additional = buildAdditional({
    kind: batchKinds.snapshotPart,
    space,
    device: sealing.device,
    dseq: part,
    epoch: epochs.length,
    entries: count,
    previous: snapshot,
  })
  const key = await deriveSealingKey(keys.secret, new Uint8Array(0), purpose)
  const iv = randomBytes(ivBytes)
  const signed = buildSigned(additional, iv, await encrypt(key, iv, padContent(await deflate(content)), additional))
  const bytes = concatBytes(signed, await sign(sealing.own.signing, signed))
  return { bytes, hash: await sha256Hex(bytes) }
}

/** Opens a part of the snapshot that `author` made. It is that part of that snapshot, or `Damaged`. */
export async function openPart(
  sealing: SpaceSealing,
  snapshot: string,
  part: number,
  author: string,
  bytes: Uint8Array,
): Promise<Result<Uint8Array, PartFailure>> {
  const damaged = err({ type: 'Damaged' } as const)
  const parsed = parseBatch(bytes)
  if (!parsed.ok) return damaged
  const batch = parsed.value
  if (batch.version > batchVersion) return err({ type: 'Newer' })
  const here = batch.kind === batchKinds.snapshotPart && batch.space === sealing.space && batch.device === author
  if (!here || batch.previous !== snapshot || batch.dseq !== part) return damaged
  if (!(await sealing.verifyRaw(author, batch.signed, batch.signature))) return damaged
  const keys = await sealing.epoch(batch.epoch)
  if (!keys) return err({ type: 'NoKey' })
  let plaintext: Uint8Array | null = null
  for (const { secret } of [keys, ...(await sealing.lostEpochs(batch.epoch))]) {
    const key = await deriveSealingKey(secret, new Uint8Array(0), purpose)
    plaintext ??= await decrypt(key, batch.iv, batch.ciphertext, batch.additional)
  }
  const content = plaintext && unpadContent(plaintext)
  if (!content?.ok) return damaged
  const inflated = await inflate(content.value, maxPartBytes)
  return inflated.ok ? ok(inflated.value) : damaged
}
