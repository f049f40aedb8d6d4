import { base64ToBytes } from '../../kit/bytes.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import {
  type EntryRefusal,
  fold,
  type Membership,
  type NewerEntry,
  parseEntry,
  signingKeyFor,
  signingKeyForNewer,
} from '../../log/membership.ts'
import { importVerifyingKey, sha256Hex, verify } from './webCrypto.ts'

/** Why a chain of entries is not followed, and from which entry on. */
export type ChainRefusal = (EntryRefusal | { type: 'BadSignature' } | { type: 'AnotherSpace' }) & { entry: number }

/** Only a member's word makes a device wait for an update: a relay cannot bring it to that by itself (SPEC 7.10). */
async function isOfMember(state: Membership | null, newer: NewerEntry): Promise<boolean> {
  const signer = signingKeyForNewer(state, newer)
  const key = signer === null ? null : await importVerifyingKey(base64ToBytes(signer)!)
  return key !== null && verify(key, newer.signature, newer.bodyBytes)
}

/**
 * Follows entries from a known state, or from nothing, in which case `space` says which beginning is the true one: its
 * id is a hash of it, so whoever knows the id cannot be given another chain (SPEC 7.1).
 */
export async function followChain(
  state: Membership | null,
  entries: readonly Uint8Array[],
  space: string,
): Promise<Result<Membership | null, ChainRefusal>> {
  let current = state
  for (const bytes of entries) {
    const entry = current?.count ?? 0
    const parsed = parseEntry(bytes)
    if (!parsed.ok) {
      const isStrange = parsed.error.type === 'NewerEntry' && !(await isOfMember(current, parsed.error.newer))
      return err({ ...(isStrange ? { type: 'StrangerSigned' as const } : parsed.error), entry })
    }
    const bodyHash = await sha256Hex(parsed.value.bodyBytes)
    if (!current && bodyHash.slice(0, 32) !== space) return err({ type: 'AnotherSpace', entry })
    const signer = signingKeyFor(current, parsed.value)
    const key = signer === null ? null : await importVerifyingKey(base64ToBytes(signer)!)
    if (!key) return err({ type: 'StrangerSigned', entry })
    if (!(await verify(key, parsed.value.signature, parsed.value.bodyBytes)))
      return err({ type: 'BadSignature', entry })
    const next = fold(current, parsed.value, bodyHash)
    if (!next.ok) return err({ ...next.error, entry })
    current = next.value
  }
  return ok(current)
}
