import { type Erasure, type KnownPerson, recognisingWords } from '../model/erasure.ts'
import type { Change, Stored } from '../model/record.ts'
import { contentKeyOf, readLocalBlob } from './blobs.ts'
import { findByKeys, openByKey, openRecords, readRecords } from './read.ts'
import { keyedHash, workspaceHash, workspacePrefix } from './vault.ts'
import { newId } from './write.ts'

const domain = 'erased'

/**
 * What keeps erased candidates from coming back unseen: one record each, to be created in the very write that erases
 * them, while there is still something to hash. Those of the demonstration need none.
 */
export async function guardChanges(candidateIds: readonly string[], by: string, now: number): Promise<Change[]> {
  const candidates = await openRecords('candidate', candidateIds)
  const guards = await Promise.all(
    candidates
      .filter(({ demo }) => !demo)
      .map(async ({ id, fields }): Promise<Change | null> => {
        const documents = await openByKey('document', `candidate:${id}`)
        const contentKeys = (await Promise.all(documents.map(contentKeysOfDocument))).flat()
        const hashes = await Promise.all(recognisingWords({ ...fields, contentKeys }).map(hashHere))
        if (hashes.length === 0) return null
        const guard: Erasure = { recordId: id, hashes, at: now, by }
        return { type: 'create', kind: 'erasure', id: newId(), fields: guard }
      }),
  )
  return guards.filter((guard) => guard !== null)
}

/**
 * Whether this person was erased before, and when: asked of whatever comes in, by import, capture or hand. Null when
 * nothing recognises them.
 */
export async function erasedBefore(person: KnownPerson): Promise<{ at: number; by: string } | null> {
  const words = recognisingWords(person)
  // A person erased before this device joined others is known by a hash of this device alone.
  const hashes = await Promise.all(words.flatMap((word) => [workspaceHash(domain, word), keyedHash(domain, word)]))
  const keys = hashes.filter((hash) => hash !== null).map((hash) => `guard:${hash}`)
  if (keys.length === 0) return null
  const found = await readRecords('erasure', await findByKeys('erasure', keys))
  if (found.length === 0) return null
  const { at, by } = found.reduce((latest, each) => (each.fields.at > latest.fields.at ? each : latest)).fields
  return { at, by }
}

/** The key a document bears, and that of the workspace where the file is here and was not given it yet. */
async function contentKeysOfDocument({ fields }: Stored<'document'>): Promise<string[]> {
  const { contentKey, blobId } = fields
  if (contentKey === '') return []
  const prefix = await workspacePrefix()
  const bytes = prefix === null || contentKey.startsWith(prefix) ? null : await readLocalBlob(blobId)
  return bytes?.ok ? [contentKey, await contentKeyOf(bytes.value)] : [contentKey]
}

const hashHere = async (word: string): Promise<string> =>
  (await workspaceHash(domain, word)) ?? (await keyedHash(domain, word))
