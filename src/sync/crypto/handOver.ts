import { base64ToBytes, bytesToBase64, bytesToHex, concatBytes, hexToBytes } from '../../kit/bytes.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import { padContent, publicKeyBytes, signatureBytes, unpadContent } from '../../log/batch.ts'
import { memberOf } from '../../log/membership.ts'
import { readCode } from './invitation.ts'
import type { SpaceSealing } from './sealing.ts'
import { stretch } from './stretch.ts'
import {
  type Bytes,
  deflate,
  importSealingKey,
  inflate,
  open,
  openFrom,
  randomBytes,
  seal,
  sealTo,
  sha256,
  textToBytes,
} from './webCrypto.ts'

/*
 * Records handed from phone to phone with no network, as a file or as QR codes shown one after the other:
 *   "VHO1" | mode 1 | ...
 * Mode 1, to whoever is told the code: salt 16 | iv 12 | ciphertext.
 * Mode 2, to a member of the space: space 16 | from 8 | to 8 | signature 64 | ephemeral 65 | ciphertext.
 * The plaintext is padded like a batch's, so its size tells little of how many they are.
 */
const magic = textToBytes('VHO1')
const modes = { code: 1, member: 2 } as const
const maxContentBytes = 256 << 20
const place = 'vivier hand-over 1'

export type HandOverFailure =
  /** No hand-over at all, or of a later version. */
  | { type: 'NotOurs' }
  | { type: 'Damaged' }
  /** The code is another. */
  | { type: 'CodeUnknown' }
  /** Sealed to another device or space. */
  | { type: 'NotForThisDevice' }

const none = new Uint8Array(0)

/** A code in its one form, however it was typed; anything else is a passphrase. */
const secretTyped = (typed: string): string => readCode(typed) ?? typed.normalize('NFKC').trim().replaceAll(/\s+/g, ' ')

/** Seals content to a one-time code (`makeCode`) or a passphrase, told aloud to who takes it. */
export async function sealToCode(content: Uint8Array, typed: string): Promise<Bytes> {
  const salt = randomBytes(16)
  const key = await importSealingKey(await stretch(secretTyped(typed), `${place}|${bytesToHex(salt)}`))
  const head = concatBytes(magic, new Uint8Array([modes.code]), salt)
  return concatBytes(head, await seal(key, padContent(await deflate(content)), head))
}

/** Seals content to another device of the space and signs it. Null when there is no such device. */
export async function sealToMember(sealing: SpaceSealing, content: Uint8Array, to: string): Promise<Bytes | null> {
  const member = memberOf(sealing.chain(), to)
  if (!member || member.rights === 0) return null
  const recipient = base64ToBytes(member.keys.agreement)!
  const ids = concatBytes(hexToBytes(sealing.space)!, hexToBytes(sealing.device)!, hexToBytes(to)!)
  const sealed = await sealTo(recipient, padContent(await deflate(content)), ids, place)
  if (!sealed) return null
  const signature = await sealing.signText('hand-over', concatBytes(ids, sealed))
  return concatBytes(magic, new Uint8Array([modes.member]), ids, signature, sealed)
}

/** What opens a hand-over: `code` when one must be asked for, `member` when it is sealed to a device. */
export function handOverMode(bytes: Uint8Array): 'code' | 'member' | null {
  if (bytes.length < 5 || magic.some((byte, index) => bytes[index] !== byte)) return null
  if (bytes[4] === modes.code) return 'code'
  return bytes[4] === modes.member ? 'member' : null
}

/** Opens a hand-over with its code or passphrase. */
export async function openWithCode(bytes: Uint8Array, typed: string): Promise<Result<Bytes, HandOverFailure>> {
  if (handOverMode(bytes) !== 'code' || bytes.length < 21) return err({ type: 'NotOurs' })
  const key = await importSealingKey(await stretch(secretTyped(typed), `${place}|${bytesToHex(bytes.subarray(5, 21))}`))
  const plaintext = await open(key, bytes.subarray(21), bytes.subarray(0, 21))
  return plaintext ? unfold(plaintext) : err({ type: 'CodeUnknown' })
}

/** Opens a hand-over sealed to this device; `from` is the member who signed it. */
export async function openAsMember(
  sealing: SpaceSealing,
  bytes: Uint8Array,
): Promise<Result<{ from: string; content: Bytes }, HandOverFailure>> {
  const idsEnd = 5 + 32
  const headEnd = idsEnd + signatureBytes
  if (handOverMode(bytes) !== 'member' || bytes.length < headEnd + publicKeyBytes) return err({ type: 'NotOurs' })
  const ids = bytes.subarray(5, idsEnd)
  const from = bytesToHex(ids.subarray(16, 24))
  const forUs = bytesToHex(ids.subarray(0, 16)) === sealing.space && bytesToHex(ids.subarray(24)) === sealing.device
  if (!forUs) return err({ type: 'NotForThisDevice' })
  const sealed = bytes.subarray(headEnd)
  const signed = concatBytes(ids, sealed)
  // A device that was shut out hands nothing over any more.
  const isMember = (memberOf(sealing.chain(), from)?.rights ?? 0) !== 0
  if (!isMember || !(await sealing.verifyText(from, 'hand-over', signed, bytes.subarray(idsEnd, headEnd))))
    return err({ type: 'Damaged' })
  const own = base64ToBytes(sealing.own.keys.agreement)!
  const plaintext = await openFrom(sealing.own.agreement, own, sealed, ids, place)
  if (!plaintext) return err({ type: 'Damaged' })
  const content = await unfold(plaintext)
  return content.ok ? ok({ from, content: content.value }) : content
}

async function unfold(plaintext: Uint8Array): Promise<Result<Bytes, HandOverFailure>> {
  const content = unpadContent(plaintext)
  const inflated = content.ok ? await inflate(content.value, maxContentBytes) : content
  return inflated.ok ? ok(inflated.value) : err({ type: 'Damaged' })
}

// A QR code of 700 letters is read at arm's length from a phone's screen (version 18, error correction L).
const lettersPerCode = 700

/** The texts of the QR codes that carry a hand-over, shown one after the other and again. */
export async function toQrTexts(bytes: Uint8Array): Promise<string[]> {
  const id = bytesToBase64((await sha256(bytes)).subarray(0, 6))
  const text = bytesToBase64(bytes)
  const count = Math.max(1, Math.ceil(text.length / lettersPerCode))
  return Array.from({ length: count }, (_, index) => {
    const piece = text.slice(index * lettersPerCode, (index + 1) * lettersPerCode)
    return `VHO1.${id}.${index + 1}.${count}.${piece}`
  })
}

/** Codes seen so far of one hand-over. */
export interface SeenCodes {
  id: string
  count: number
  pieces: Map<number, string>
}

const qrText = /^VHO1\.([\w-]{8})\.(\d{1,5})\.(\d{1,5})\.([\w-]+)$/

/** Takes in one code that a camera read, in any order and as often as it comes. A code of another hand-over begins anew; null for what is none. */
export function seeCode(seen: SeenCodes | null, text: string): SeenCodes | null {
  const match = qrText.exec(text)
  if (!match) return null
  const [, id, index, count, piece] = match as unknown as [string, string, string, string, string]
  const known = seen?.id === id && seen.count === Number(count) ? seen : { id, count: Number(count), pieces: new Map() }
  if (Number(index) < 1 || Number(index) > known.count) return null
  return { ...known, pieces: new Map(known.pieces).set(Number(index), piece) }
}

/** The hand-over once all its codes were seen; null while some are missing, `Damaged` when they do not fit together. */
export async function joinCodes(seen: SeenCodes): Promise<Result<Bytes, { type: 'Damaged' }> | null> {
  if (seen.pieces.size < seen.count) return null
  const text = Array.from({ length: seen.count }, (_, index) => seen.pieces.get(index + 1)!).join('')
  const bytes = base64ToBytes(text) ?? none
  const id = bytesToBase64((await sha256(bytes)).subarray(0, 6))
  return id === seen.id ? ok(bytes) : err({ type: 'Damaged' })
}
