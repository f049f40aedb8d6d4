/** A concept of an official list with its names, the usual one first. */
export interface ImportedConcept {
  /** The list's own id, the same in all its files: names of two languages come together by it. */
  id: string
  kind: 'occupation' | 'skill'
  names: readonly string[]
}

/** The lists that can be read. */
export const taxonomyIds = [
  'esco-occupation-fr',
  'esco-occupation-en',
  'esco-skill-fr',
  'esco-skill-en',
  'rome-code',
  'rome-title',
  'rome-sheet',
] as const
export type TaxonomyId = (typeof taxonomyIds)[number]

/** A row that was left out: where, and what it lacks. */
export interface RowProblem {
  line: number
  column: string
}

/** A file as it was read. */
export interface Taxonomy {
  id: TaxonomyId
  concepts: ImportedConcept[]
  /** Rows left out, and the first of them. */
  skipped: number
  problems: RowProblem[]
}

/**
 * Why a file was not read. `UnknownColumns` and `Empty` are of files that are no such list,
 * `OtherList` of another list of ESCO.
 */
export type TaxonomyFailure =
  | { type: 'UnknownColumns' }
  | { type: 'OtherList' }
  | { type: 'UnknownLanguage' }
  | { type: 'Empty' }
  | { type: 'BadRows'; skipped: number; problems: RowProblem[] }

/** A list kept on this device. */
export interface KeptTaxonomy {
  id: TaxonomyId
  fileName: string
  concepts: number
  names: number
  sizeBytes: number
  importedAt: number
  skipped: number
  /** Names its content. */
  digest: string
}
