import { liveQuery } from 'dexie'
import { useLiveQuery } from 'dexie-react-hooks'
import type { ImportedConcept, KeptTaxonomy, TaxonomyId } from '../model/taxonomy.ts'
import { db } from './tables.ts'

// On this device alone and in no journal: anybody can fetch these lists again, and they are larger than a workspace.
const heads = 'taxonomy.'
const bodies = 'taxonomyNames.'

/** Keeps a list, in place of one of the same id. Throws when the disk is full. */
export async function keepTaxonomy(head: KeptTaxonomy, concepts: readonly ImportedConcept[]): Promise<void> {
  await db().transaction('rw', db().meta, () =>
    db().meta.bulkPut([
      { id: heads + head.id, value: head },
      { id: bodies + head.id, value: concepts },
    ]),
  )
}

/** Takes a list off this device. */
export async function removeTaxonomy(id: TaxonomyId): Promise<void> {
  await db().transaction('rw', db().meta, () => db().meta.bulkDelete([heads + id, bodies + id]))
}

const listKept = async (): Promise<KeptTaxonomy[]> =>
  (await db().meta.where('id').startsWith(heads).toArray()).map(({ value }) => value as KeptTaxonomy)

/** The lists kept on this device, live; undefined until they are known. */
export const useKeptTaxonomies = (): KeptTaxonomy[] | undefined => useLiveQuery(listKept, [])

/** Follows what the lists name: once it is known, then when it is other. `digest` is '' when there is none. */
export function followTaxonomies(listener: (concepts: ImportedConcept[], digest: string) => void): () => void {
  let last: string | null = null
  const tell = (concepts: ImportedConcept[], digest: string) => {
    if (digest === last) return
    last = digest
    listener(concepts, digest)
  }
  const subscription = liveQuery(async () => {
    const kept = await listKept()
    const digest = kept.map((head) => `${head.id} ${head.digest}`).join('\n')
    const rows = digest === last ? [] : await db().meta.bulkGet(kept.map(({ id }) => bodies + id))
    return { digest, concepts: rows.flatMap((row) => (row?.value ?? []) as ImportedConcept[]) }
  }).subscribe({
    next: ({ concepts, digest }) => tell(concepts, digest),
    // Lists that cannot be read are as none: the built-in lexicon does.
    error: () => tell([], ''),
  })
  return () => subscription.unsubscribe()
}
