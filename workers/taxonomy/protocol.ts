import type { Result } from '../../src/kit/result.ts'
import type { Taxonomy, TaxonomyFailure } from '../../src/model/taxonomy.ts'

/** What the worker that reads official lists offers through Comlink. */
export interface TaxonomyApi {
  /** Reads one file as it streams; `onProgress` is told the share read, in [0,1]. */
  read: (file: File, onProgress: (share: number) => void) => Promise<Result<Taxonomy, TaxonomyFailure>>
  /** The lists that lie in a ZIP. */
  unpack: (archive: File) => Promise<Result<File[], TaxonomyFailure>>
}
