import * as z from 'zod/mini'
import { base64ToBytes, bytesToHex, concatBytes } from '../../kit/bytes.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import { padContent, publicKeyBytes, signatureBytes, unpadContent } from '../../log/batch.ts'
import { roles } from '../../log/roles.ts'
import type { OwnDevice } from './deviceKeys.ts'
import { stretch } from './stretch.ts'
import {
  type Bytes,
  bytesToJson,
  deriveBytes,
  deriveSealingKey,
  importSecret,
  importVerifyingKey,
  open,
  randomBytes,
  seal,
  sha256,
  sign,
  textToBytes,
  verify,
} from './webCrypto.ts'
import { readWords, type WordLanguage } from './words.ts'

/*
 * How a device is let in. The code says where both meet at the relay and seals what they say there; it is no proof, since
 * it may be seen on a screen or in a mail. The proof is three words that two people compare.
 *
 *   inviter                          relay, under an id made from the code                      newcomer
 *   hello: space, keys, role   ->
 *                                                                          <-   request: keys, names
 *   shows three words                                                           shows three words
 *   the inviter confirms, the entry `add` is taken by the relay
 *   answer, signed             ->
 *
 * The words are those of hello and request together, stretched. Who has the code and stands in between must give the
 * newcomer another hello, or the inviter another request, before knowing the words; to find keys that give the
 * same words it would have to stretch 2^33 of them within the fifteen minutes the code lives.
 */

// Crockford's base 32: no I, L, O, U, so that nothing is misread or reads as a word.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLetters = 12

/** A fresh code of 60 bits: `7Q4K-M2XD-9TRB`. */
export function makeCode(): string {
  const letters = Array.from(randomBytes(codeLetters), (byte) => alphabet[byte % 32]!).join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

/** A code as a person typed it, in its one form; null when it is none. */
export function readCode(typed: string): string | null {
  const letters = typed
    .toUpperCase()
    .replaceAll(/[\s\-–—_.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (letters.length !== codeLetters || [...letters].some((letter) => !alphabet.includes(letter))) return null
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

/** Where an invitation's two sides meet, and what seals what they say. */
export interface Meeting {
  /** Names the place at the relay, 32 hex digits. Tells nothing of the code: that would have to be stretched to compare. */
  id: string
  hello: CryptoKey
  request: CryptoKey
  answer: CryptoKey
}

/** The meeting of a code, in its one form (`readCode`). Takes about half a second. */
export async function meet(code: string): Promise<Meeting> {
  const secret = await importSecret(await stretch(code.replaceAll('-', ''), 'vivier invitation 1'))
  const none = new Uint8Array(0)
  const [id, hello, request, answer] = await Promise.all([
    deriveBytes(secret, none, 'vivier meeting 1'),
    deriveSealingKey(secret, none, 'vivier hello 1'),
    deriveSealingKey(secret, none, 'vivier request 1'),
    deriveSealingKey(secret, none, 'vivier answer 1'),
  ])
  return { id: bytesToHex(id.subarray(0, 16)), hello, request, answer }
}

const hex = (digits: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${digits}}$`)))
const publicKey = z.string().check(z.refine((text) => base64ToBytes(text)?.length === publicKeyBytes))
const name = z.string().check(z.maxLength(200))

const helloSchema = z.object({
  version: z.literal(1),
  /** What is joined: its id is a hash of its beginning, so no other chain passes for it. */
  space: hex(32),
  /** The inviter's signing key. */
  signing: publicKey,
  /** The inviter's name. */
  person: name,
  role: z.enum(roles),
  /** Language of the words, on both sides. */
  language: z.enum(['fr', 'en']),
})
export type Hello = z.infer<typeof helloSchema>

const requestSchema = z.object({
  version: z.literal(1),
  device: hex(16),
  keys: z.object({ signing: publicKey, agreement: publicKey }),
  /** Of the device, and of its person. */
  name,
  person: name,
})
export type JoinRequest = z.infer<typeof requestSchema>

const answerSchema = z.object({
  version: z.literal(1),
  /** False when the inviter said no: the words differed. */
  letIn: z.boolean(),
})
export type Answer = z.infer<typeof answerSchema>

type Unreadable = { type: 'Unreadable' }

async function sealJson(key: CryptoKey, place: string, value: unknown): Promise<Bytes> {
  return seal(key, padContent(textToBytes(JSON.stringify(value))), place)
}

async function openJson<S extends z.ZodMiniType>(
  key: CryptoKey,
  place: string,
  sealed: Uint8Array,
  schema: S,
): Promise<Result<z.output<S>, Unreadable>> {
  const plaintext = await open(key, sealed, place)
  const content = plaintext && unpadContent(plaintext)
  const parsed = z.safeParse(schema, content?.ok ? bytesToJson(content.value) : null)
  return parsed.success ? ok(parsed.data) : err({ type: 'Unreadable' })
}

export const sealHello = (meeting: Meeting, hello: Omit<Hello, 'version'>): Promise<Bytes> =>
  sealJson(meeting.hello, meeting.id, { version: 1, ...hello })
export const openHello = (meeting: Meeting, sealed: Uint8Array): Promise<Result<Hello, Unreadable>> =>
  openJson(meeting.hello, meeting.id, sealed, helloSchema)

/** What a newcomer asks with: its keys, and what it will be called. */
export const sealRequest = (
  meeting: Meeting,
  own: Pick<OwnDevice, 'id' | 'keys'>,
  names: { name: string; person: string },
): Promise<Bytes> => sealJson(meeting.request, meeting.id, { version: 1, device: own.id, keys: own.keys, ...names })
export const openRequest = (meeting: Meeting, sealed: Uint8Array): Promise<Result<JoinRequest, Unreadable>> =>
  openJson(meeting.request, meeting.id, sealed, requestSchema)

const answerText = async (meeting: Meeting, request: Uint8Array, content: Uint8Array) =>
  concatBytes(textToBytes(`vivier answer 1|${meeting.id}|`), await sha256(request), content)

/** What the inviter says after comparing, signed: `request` is the sealed request it answers. */
export async function sealAnswer(
  meeting: Meeting,
  signing: CryptoKey,
  request: Uint8Array,
  letIn: boolean,
): Promise<Bytes> {
  const content = textToBytes(JSON.stringify({ version: 1, letIn }))
  const signature = await sign(signing, await answerText(meeting, request, content))
  return seal(meeting.answer, concatBytes(signature, content), meeting.id)
}

/** The answer to `request`, by the inviter that `hello` named: who only has the code cannot give one. */
export async function openAnswer(
  meeting: Meeting,
  hello: Hello,
  request: Uint8Array,
  sealed: Uint8Array,
): Promise<Result<Answer, Unreadable>> {
  const opened = await open(meeting.answer, sealed, meeting.id)
  const key = await importVerifyingKey(base64ToBytes(hello.signing)!)
  if (!opened || !key || opened.length < signatureBytes) return err({ type: 'Unreadable' })
  const content = opened.subarray(signatureBytes)
  const signature = opened.subarray(0, signatureBytes)
  if (!(await verify(key, signature, await answerText(meeting, request, content)))) return err({ type: 'Unreadable' })
  const parsed = answerSchema.safeParse(bytesToJson(content))
  return parsed.success ? ok(parsed.data) : err({ type: 'Unreadable' })
}

/** Three words that both sides show: of the sealed hello and the sealed request as the relay carried them. */
export async function compareWords(
  hello: Uint8Array,
  request: Uint8Array,
  language: WordLanguage,
): Promise<[string, string, string]> {
  const both = concatBytes(await sha256(hello), await sha256(request))
  const bits = new DataView((await stretch(both, 'vivier words 1')).buffer).getBigUint64(0)
  const words = await readWords(language)
  return [0n, 11n, 22n].map((shift) => words[Number((bits >> shift) & 2047n)]!) as [string, string, string]
}
