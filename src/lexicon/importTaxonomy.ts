import { err, ok, type Result } from '../kit/result.ts'
import { digest } from '../model/ownLexicon.ts'
import type { KeptTaxonomy } from '../model/taxonomy.ts'
import { readTaxonomyFile, type ReadingFailure } from '../../workers/taxonomy/client.ts'
import { keepTaxonomy } from './records.ts'

/** Reads a file of ESCO or ROME and keeps it on this device; stopped or failed, nothing is kept. */
export async function importTaxonomy(
  file: File,
  options: { signal: AbortSignal; onProgress: (share: number) => void; read?: typeof readTaxonomyFile },
): Promise<Result<KeptTaxonomy, ReadingFailure | { type: 'DiskFull' }>> {
  const { read = readTaxonomyFile, ...reading } = options
  const done = await read(file, reading)
  if (!done.ok) return done
  const { id, concepts, skipped } = done.value
  const words = JSON.stringify(concepts)
  const head: KeptTaxonomy = {
    id,
    fileName: file.name,
    concepts: concepts.length,
    names: concepts.reduce((sum, { names }) => sum + names.length, 0),
    sizeBytes: words.length,
    importedAt: Date.now(),
    skipped,
    digest: digest(words),
  }
  try {
    await keepTaxonomy(head, concepts)
  } catch {
    // One transaction: what could not be kept whole is not there at all.
    return err({ type: 'DiskFull' })
  }
  return ok(head)
}
