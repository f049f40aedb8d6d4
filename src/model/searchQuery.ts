import type { ContractKind, LanguageLevel } from './candidate.ts'
import type { Stage } from './application.ts'

/**
 * What a search asks, as a tree. The words of the box are `word` nodes in an `and`; what stands between quotes is a
 * `phrase`; `skill:…` and the like are `field` nodes. Fields, phrases and `not` decide who is found; words decide too,
 * and how well each one is met orders the people found.
 */
export type SearchQuery =
  /** Everyone. */
  | { type: 'all' }
  /** An `and` of nothing is met by everyone, an `or` of nothing by nobody. */
  | { type: 'and'; of: SearchQuery[] }
  | { type: 'or'; of: SearchQuery[] }
  | { type: 'not'; of: SearchQuery }
  /** Met by the word, its inflections, its synonyms in either language, a slip of the keyboard, what means the same. */
  | {
      type: 'word'
      text: string
      /** Still being typed: also met by words that begin so. */
      prefix?: boolean
    }
  /** The words as they stand, side by side; capitals, accents and typography do not count. */
  | { type: 'phrase'; text: string }
  | ({ type: 'field' } & SearchField)

/** A filter. Texts are free: either language, inflections, synonyms and misspellings are met as in a `word`. */
export type SearchField =
  | { field: 'skill' | 'title' | 'company' | 'school'; text: string }
  /** Years in an occupation ('' for any job), overlaps counted once. For offers: at most that many years are asked. */
  | { field: 'years'; occupation: string; atLeast: number }
  /** Within so many kilometres of a town of the bundled table or a French department; 0 for the town itself. */
  | { field: 'place'; text: string; km: number }
  /** Can start on that day (`YYYY-MM-DD`) or before; one of whom nothing is known is not found. */
  | { field: 'availability'; before: string }
  | { field: 'contract'; contract: ContractKind }
  /** An ISO 639-1 code, and the level from which on; '' for any level, said or not. */
  | { field: 'language'; code: string; level: LanguageLevel | '' }
  | { field: 'tag'; text: string }
  /** In that stage of one offer, or of any. */
  | { field: 'stage'; stage: Stage; offerId?: string }
  /** The last note, call, meeting or e-mail: days `YYYY-MM-DD`, each bound left out when absent. `never` wants nobody contacted yet. */
  | { field: 'lastContact'; before?: string; after?: string; never?: boolean }
  | { field: 'source'; source: SearchSource }
  | { field: 'has'; what: SearchHas }
  /** Of offers only. */
  | { field: 'status'; status: 'draft' | 'open' | 'closed' }

/** How a candidate came in. */
export const searchSources = ['import', 'manual', 'photo'] as const
export type SearchSource = (typeof searchSources)[number]
export const searchHaves = ['email', 'phone', 'cv'] as const
export type SearchHas = (typeof searchHaves)[number]

export const searchSorts = ['relevance', 'name', 'created', 'updated', 'lastContact', 'availability', 'years'] as const
export type SearchSort = (typeof searchSorts)[number]

export interface SearchOptions {
  limit: number
  offset: number
  /** Share of the meaning against the words in the order, in [0,1] (W027); `defaultAlpha` if absent. */
  alpha?: number
  sort: SearchSort
  /** Each row then says what each word of the query brought it. */
  explainTerms: boolean
  /** The day `YYYY-MM-DD` up to which years of a present job count and from which a notice runs; today if absent. */
  today?: string
  /** So many people near in meaning whom the words do not find are listed after those who are found; 0 if absent. */
  near?: number
}
export const defaultAlpha = 0.75

/** How a word of the query was met. */
export type MetVia = 'word' | 'synonym' | 'translation' | 'typo' | 'alike'

export interface FoundRow {
  id: string
  /** What orders the rows, in [0,1]: alpha x semantic + (1 - alpha) x lexical. */
  score: number
  /** Each relative to the best and the worst of this search, in [0,1]. */
  semantic: number
  lexical: number
  /** Near in meaning only: the words of the query do not find this row. */
  near: boolean
  /** `term` as typed, `met` the word that met it, `points` its part of the lexical score. Empty unless asked. */
  terms: { term: string; met: string; points: number; via: MetVia }[]
  /** The line that answers best, verbatim; '' when a name or a filter alone answers. */
  quote: string
  /** Its index among the lines of the profile (of an offer: of the advert), -1 when there is no quote. */
  line: number
  /** Where the words of the query stand: offsets in `quote`. */
  marks: { start: number; end: number }[]
}

export interface SearchAnswer {
  /** How many the query finds, those listed by nearness alone not counted. */
  total: number
  /** Milliseconds the search itself took. */
  ms: number
  found: FoundRow[]
}

/**
 * What search knows of a candidate beyond the profile. Kept apart from it: the ranking of an offer never sees any of
 * this, so none of it can weigh in a score.
 */
export interface CandidateFacts {
  fullName: string
  headline: string
  tags: string[]
  /** Its applications. */
  stages: { offerId: string; stage: Stage }[]
  /** Milliseconds since 1970, 0 for never. */
  lastContactAt: number
  /** Free now, whatever the profile's date says. */
  isFree: boolean
  noticeDays: number | null
  source: SearchSource | ''
  hasEmail: boolean
  hasPhone: boolean
  hasCv: boolean
  createdAt: number
  updatedAt: number
}

/** Facts of a record that says nothing of itself. */
export const emptyCandidateFacts = (): CandidateFacts => ({
  fullName: '',
  headline: '',
  tags: [],
  stages: [],
  lastContactAt: 0,
  isFree: false,
  noticeDays: null,
  source: '',
  hasEmail: false,
  hasPhone: false,
  hasCv: false,
  createdAt: 0,
  updatedAt: 0,
})

export interface OfferFacts {
  company: string
  status: 'draft' | 'open' | 'closed'
  createdAt: number
  updatedAt: number
}
