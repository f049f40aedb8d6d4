/** A requirement's standing. */
export type Status = 'met' | 'partly' | 'missing' | 'unknown'

/** Adverts and CVs with grades (0 to 4) and judgements. */
export interface MatchSet {
  offers: { id: string; text: string }[]
  candidates: { id: string; text: string }[]
  qrels: Record<string, { pool: string[]; grades: Record<string, number>; kinds: Record<string, string> }>
  requirements: Record<string, { id: string; text: string; must: boolean }[]>
  explain: Record<string, Record<string, Record<string, { status: Status; evidence: string[] }>>>
}
