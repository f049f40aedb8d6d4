import * as z from 'zod/mini'
import { base64ToBytes, bytesToBase64, bytesToHex } from '../../kit/bytes.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import { minPassphraseLetters } from '../face.ts'
import { publicKeyBytes } from '../../log/batch.ts'
import { makeDevice, type OwnDevice } from './deviceKeys.ts'
import { stretch } from './stretch.ts'
import {
  type Bytes,
  bytesToJson,
  deriveBytes,
  deriveSealingKey,
  exportPrivate,
  importPrivate,
  importSecret,
  open,
  randomBytes,
  seal,
  textToBytes,
} from './webCrypto.ts'
import { readWords, type WordLanguage } from './words.ts'

/*
 * A recovery kit is an owner of the space whose keys lie in an envelope at the relay. Twenty-four words on paper, or a
 * passphrase, name the envelope and open it. Nobody else can: who loses all devices and the kit has lost the space.
 */

/** 256 bits of chance. */
export const makeSecret = (): Bytes => randomBytes(32)

/** The secret as 24 words (BIP 39: the last word checks the others). */
export async function secretToWords(secret: Uint8Array, language: WordLanguage): Promise<string[]> {
  const [{ entropyToMnemonic }, words] = await Promise.all([import('@scure/bip39'), readWords(language)])
  return entropyToMnemonic(secret, words).normalize('NFC').split(/\s+/)
}

const plain = (word: string) => word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** A word a person typed: told by its first four letters, whatever its accents and case. */
function wordMeant(typed: string, words: readonly string[]): string | null {
  const letters = plain(typed)
  const exact = words.find((word) => plain(word) === letters)
  if (exact !== undefined) return exact
  return letters.length < 4 ? null : (words.find((word) => plain(word).slice(0, 4) === letters.slice(0, 4)) ?? null)
}

/**
 * The secret of 24 words as a person typed them, in either language. `wrong` is the place, from 1, of the first that is
 * no word or is missing; 0 when all are words that do not belong together.
 */
export async function wordsToSecret(typed: string): Promise<Result<Bytes, { type: 'WrongWords'; wrong: number }>> {
  const given = typed.split(/[\s,.;0-9]+/).filter((word) => word !== '')
  let wrong = Math.min(given.length + 1, 25)
  if (given.length !== 24) return err({ type: 'WrongWords', wrong })
  const { mnemonicToEntropy } = await import('@scure/bip39')
  wrong = 1
  for (const language of ['fr', 'en'] as const) {
    const words = await readWords(language)
    const meant = given.map((word) => wordMeant(word, words))
    const missing = meant.indexOf(null)
    if (missing !== -1) {
      if (wrong > 0) wrong = Math.max(wrong, missing + 1)
      continue
    }
    try {
      return ok(new Uint8Array(mnemonicToEntropy(meant.join(' ').normalize('NFKD'), nfkd(words))))
    } catch {
      // Words of this language whose check does not hold: one of them is another than was written down.
      wrong = 0
    }
  }
  return err({ type: 'WrongWords', wrong })
}

const nfkd = (words: readonly string[]) => words.map((word) => word.normalize('NFKD'))

/**
 * The secret of a passphrase (Argon2id). `relay` is the relay's address, which the person names when coming back: one
 * search cannot serve against the kits of two relays.
 */
export async function passphraseToSecret(
  passphrase: string,
  relay: string,
): Promise<Result<Bytes, { type: 'ShortPassphrase' }>> {
  const typed = passphrase.normalize('NFKC').trim().replaceAll(/\s+/g, ' ')
  if ([...typed].length < minPassphraseLetters) return err({ type: 'ShortPassphrase' })
  const host = relay
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/+$/, '')
  return ok(await stretch(typed, `vivier recovery 1|${host}`))
}

/** Where the envelope of a secret lies at the relay, 32 hex digits, and what opens it. */
async function derive(secret: Uint8Array): Promise<{ id: string; key: CryptoKey }> {
  const master = await importSecret(secret)
  const none = new Uint8Array(0)
  const [id, key] = await Promise.all([
    deriveBytes(master, none, 'vivier envelope name 1'),
    deriveSealingKey(master, none, 'vivier envelope 1'),
  ])
  return { id: bytesToHex(id.subarray(0, 16)), key }
}

/** The name of a secret's envelope at the relay. */
export const envelopeId = async (secret: Uint8Array): Promise<string> => (await derive(secret)).id

const publicKey = z.string().check(z.refine((text) => base64ToBytes(text)?.length === publicKeyBytes))
const contentSchema = z.object({
  version: z.literal(1),
  space: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  device: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  keys: z.object({ signing: publicKey, agreement: publicKey }),
  signing: z.string(),
  agreement: z.string(),
  /** The relay's address, which the envelope may outlive. */
  relay: z.string().check(z.maxLength(500)),
})

// All envelopes have one size, so that the address in them tells nothing.
const envelopeBytes = 1536

/** A new recovery device for a space: `kit` goes into an entry (`addRecovery`), `envelope` to the relay under `id`. */
export async function makeKit(
  secret: Uint8Array,
  space: string,
  relay: string,
): Promise<{ id: string; kit: Pick<OwnDevice, 'id' | 'keys'>; envelope: Bytes }> {
  const [{ id, key }, device] = await Promise.all([derive(secret), makeDevice(true)])
  const [signing, agreement] = await Promise.all([exportPrivate(device.signing), exportPrivate(device.agreement)])
  const content: z.output<typeof contentSchema> = {
    version: 1,
    space,
    device: device.id,
    keys: device.keys,
    signing: bytesToBase64(signing),
    agreement: bytesToBase64(agreement),
    relay,
  }
  const text = textToBytes(JSON.stringify(content))
  const padded = new Uint8Array(envelopeBytes).fill(0x20)
  padded.set(text)
  return { id, kit: { id: device.id, keys: device.keys }, envelope: await seal(key, padded, `vivier envelope 1|${id}`) }
}

/** What a kit gives back: the keys of an owner of the space, usable and no longer readable. */
export interface OpenedKit {
  space: string
  relay: string
  own: OwnDevice
}

/** Opens an envelope that the relay keeps under `envelopeId(secret)`. */
export async function openKit(
  secret: Uint8Array,
  envelope: Uint8Array,
): Promise<Result<OpenedKit, { type: 'WrongKit' }>> {
  const { id, key } = await derive(secret)
  const opened = await open(key, envelope, `vivier envelope 1|${id}`)
  const content = contentSchema.safeParse(opened && bytesToJson(opened))
  if (!content.success) return err({ type: 'WrongKit' })
  const { space, relay, device, keys, ...kept } = content.data
  const [signing, agreement] = await Promise.all([
    importPrivate('signing', base64ToBytes(kept.signing) ?? new Uint8Array(0)),
    importPrivate('agreement', base64ToBytes(kept.agreement) ?? new Uint8Array(0)),
  ])
  if (!signing || !agreement) return err({ type: 'WrongKit' })
  return ok({ space, relay, own: { id: device, signing, agreement, keys } })
}
