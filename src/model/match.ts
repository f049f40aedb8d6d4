import type { PageBox } from './record.ts'
import type { Need, RequirementKind } from './offer.ts'
import type { SectionName } from './reading.ts'

/** Score from which a match is excellent (M066), unless the workspace chose another. Compared with the rounded score. */
export const excellentFrom = 85
/** A broken deal-breaker caps the score here. */
export const dealbreakerCap = 30

/** A line the matcher may quote. The header block (name, age, street...) is never among them when built from a record. */
export interface ProfileLine {
  text: string
  section: SectionName
  /** Jobs and degrees: their element id, on every line of the entry. */
  entryId?: string
  /** On the first line of a dated entry. */
  entry?: { title: string; organisation: string; start: string; end: string }
  documentId?: string
  boxes?: PageBox[]
}

/** What the matcher knows of a candidate: lines and facts, no name, sex, age, photo, nationality or street. */
export interface CandidateProfile {
  id: string
  lines: ProfileLine[]
  facts: {
    city: string
    postalCode: string
    country: string
    mobilityKm: number | null
    remote: boolean | null
    vehicle: boolean | null
    /** `YYYY-MM-DD` or ''. */
    availableFrom: string
    contracts: string[]
    salaryMin: number | null
    salaryCurrency: string
    salaryPeriod: string
  }
}

/** What is known of somebody when nothing was said. */
export const emptyProfileFacts = (): CandidateProfile['facts'] => ({
  city: '',
  postalCode: '',
  country: '',
  mobilityKm: null,
  remote: null,
  vehicle: null,
  availableFrom: '',
  contracts: [],
  salaryMin: null,
  salaryCurrency: '',
  salaryPeriod: '',
})

export interface OfferRequirement {
  id: string
  text: string
  kind: RequirementKind
  need: Need
  weight: number
  years: number | null
}

/** What the matcher knows of an offer. */
export interface OfferProfile {
  id: string
  title: string
  /** The advert, for lexical overlap; may be ''. */
  text: string
  requirements: OfferRequirement[]
  facts: {
    city: string
    postalCode: string
    country: string
    contract: string
    workMode: string
    startDate: string
    salaryMin: number | null
    salaryMax: number | null
    salaryCurrency: string
    salaryPeriod: string
  }
  /** Overrides of `defaultWeights`. */
  weights: Partial<Record<TermName, number>>
  /** What this workspace's decisions taught: a coefficient for each other term. Absent: nothing learned, nothing weighed. */
  learned?: Partial<Record<TermName, number>>
}

/** In the order of the sounding. */
export const termNames = [
  'occupation',
  'musts',
  'nices',
  'experience',
  'languages',
  'location',
  'conditions',
  'degrees',
  'overlap',
  'learned',
] as const
export type TermName = (typeof termNames)[number]

/** One line of the sounding. `value` is in [0,1], null when unknown (then `points` is 0). */
export interface Term {
  name: TermName
  value: number | null
  weight: number
  points: number
  /** Numbers for the catalogue to word, such as {met: 5, of: 6} or {months: 72, asked: 24} or {km: 6}. */
  detail: Record<string, number | string>
}

export const requirementStatuses = ['met', 'partly', 'missing', 'unknown'] as const
export type RequirementStatus = (typeof requirementStatuses)[number]

/** How one requirement fares. Never `met` without a quote. */
export interface RequirementJudgement {
  id: string
  status: RequirementStatus
  /** Verbatim from one line of the candidate, '' when nothing speaks. */
  quote: string
  /** The decisive words: offsets in `quote`. */
  marks: { start: number; end: number }[]
  /** Index in the profile's lines, -1 when there is no quote. */
  line: number
  /** Why: `in-job`, `in-list`, `certificate`, `degree`, `denied`, `in-progress`, `notions`, `too-few-years`, `old`, `level-below`, `silent`... */
  reason: string
  detail: Record<string, number | string>
}

/** A candidate's match with an offer; `50 + sum of points = score` exactly, a cap among the points. */
export interface Match {
  offerId: string
  candidateId: string
  /** 0 to 100, unrounded. */
  score: number
  /** Unknown terms set to 0 and to 1. */
  low: number
  high: number
  /** In [0,1]: share of the weight that is known. */
  confidence: number
  /** 0 to 100; `learned` null until the workspace has decided enough. */
  sub: { semantic: number; rules: number; learned: number | null }
  /** The deal-breaking requirement that caps, or null. */
  cappedBy: string | null
  /** Points taken by the cap (negative) or 0. */
  capPoints: number
  terms: Term[]
  requirements: RequirementJudgement[]
  /** Kilometres between the two places, null when unknown. */
  km: number | null
}

/** A match with what only the explanation needs. */
export interface Explanation extends Match {
  strengths: Insight[]
  weaknesses: Insight[]
  risks: Insight[]
  opportunities: Insight[]
  /** What would raise the score, best first: what to prove, and the score then. */
  raises: { requirementId: string | null; term: TermName | null; score: number }[]
  engine: string
  asOf: string
}
/** A sentence the catalogue words from `code`, with the requirement or term it speaks of. */
export interface Insight {
  code: string
  requirementId?: string
  term?: TermName
  detail: Record<string, number | string>
}
/** Rounded half up: the number that is shown, coloured and compared with thresholds. */
export const shownScore = (score: number): number => Math.floor(score + 0.5)
