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
 * `OtherList` of another list of ESCO, `NoList` of a ZIP that holds none.
 */
export type TaxonomyFailure =
  | { type: 'UnknownColumns' }
  | { type: 'OtherList' }
  | { type: 'NoList' }
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

/** Whether a file bears the name that ESCO or ROME gives its lists. */
export const isOfficialList = (name: string): boolean =>
  /^(?:occupations|skills)_(?:fr|en)\b.*\.csv$/i.test(name) ||
  /^unix_(?:referentiel_(?:appellation|code_rome)|fiche_emploi_metier)_.*\.(?:csv|json)$/i.test(name)

/** Whether a file bears the name of the ZIP in which ESCO sends all its lists. */
export const isOfficialArchive = (name: string): boolean => /^ESCO dataset.*\.zip$/i.test(name)
