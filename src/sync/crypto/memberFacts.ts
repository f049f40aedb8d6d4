import * as z from 'zod/mini'
import { base64ToBytes, bytesToBase64 } from '../../kit/bytes.ts'
import { type Role, rightsOf, roles } from '../../log/roles.ts'
import type { EpochKeys } from './epochs.ts'
import { bytesToJson, open, openFrom, seal, sealTo, textToBytes } from './webCrypto.ts'

/** What an entry says to members alone. */
const memberFactsSchema = z.looseObject({
  role: z.optional(z.enum(roles)),
  /** Of the device: "Téléphone de Nadia". */
  name: z.optional(z.string()),
  person: z.optional(z.string()),
  /** For a guest. */
  offerId: z.optional(z.string()),
  /** When, by the signer's clock, ms. */
  at: z.number(),
})
export type MemberFacts = z.infer<typeof memberFactsSchema>

// Bound to its entry: the number and the hash before it say where in which chain it stands.
const placeOf = (entry: { number: number; previous: string; device?: string }) =>
  `vivier member 1|${entry.number}|${entry.previous}|${entry.device}`

export async function sealFacts(
  keys: EpochKeys,
  facts: MemberFacts,
  entry: { number: number; previous: string; device?: string },
): Promise<{ sealed: string; sealedIn: number }> {
  const sealed = await seal(keys.members, textToBytes(JSON.stringify(facts)), placeOf(entry))
  return { sealed: bytesToBase64(sealed), sealedIn: keys.number }
}

/** Null when it does not open or is not what it should be. */
export async function openFacts(
  keys: EpochKeys,
  sealed: string,
  entry: { number: number; previous: string; device?: string },
): Promise<MemberFacts | null> {
  const bytes = base64ToBytes(sealed)
  const opened = bytes && (await open(keys.members, bytes, placeOf(entry)))
  const facts = memberFactsSchema.safeParse(opened && bytesToJson(opened))
  return facts.success ? facts.data : null
}

const nameSchema = z.object({ name: z.string(), at: z.number() })
const namePurpose = (entry: Parameters<typeof placeOf>[0]) => `vivier name 1|${placeOf(entry)}`

/** A name for who has no key of the epoch, such as a field agent: only who reads the space opens it. */
export async function sealNameToSpace(
  spaceKey: Uint8Array,
  facts: { name: string; at: number },
  entry: Parameters<typeof placeOf>[0],
): Promise<string | null> {
  const sealed = await sealTo(spaceKey, textToBytes(JSON.stringify(facts)), new Uint8Array(0), namePurpose(entry))
  return sealed && bytesToBase64(sealed)
}

/** Its inverse, with both halves of that epoch's space key; null when it does not open. */
export async function openNameToSpace(
  pair: { publicKey: Uint8Array; privateKey: CryptoKey },
  sealed: string,
  entry: Parameters<typeof placeOf>[0],
): Promise<string | null> {
  const bytes = base64ToBytes(sealed)
  const purpose = namePurpose(entry)
  const opened = bytes && (await openFrom(pair.privateKey, pair.publicKey, bytes, new Uint8Array(0), purpose))
  const facts = nameSchema.safeParse(opened && bytesToJson(opened))
  return facts.success ? facts.data.name : null
}

/** The role told, if it is one of the rights that stand open: who seals "owner" beside the rights of a reader lies. */
export const honestRole = (facts: MemberFacts | null, bits: number): Role | null =>
  facts?.role && rightsOf(facts.role) === bits ? facts.role : null
