import type { Stage } from './application.ts'
import { availabilityOf } from './availability.ts'
import type { Stored } from './record.ts'
import type { CandidateFacts, OfferFacts } from './searchQuery.ts'

/** What happened to a candidate beyond their record: the stages they stand in and when someone last spoke to them. */
export interface Dealings {
  stages: { offerId: string; stage: Stage }[]
  /** Milliseconds since 1970, 0 for never. */
  lastContactAt: number
}

/** What search knows of a candidate beyond the profile, on a day `YYYY-MM-DD`. */
export function candidateToFacts(
  { fields, about, keys = [], createdAt, updatedAt }: Stored<'candidate'>,
  { stages, lastContactAt }: Dealings,
  today: string,
): CandidateFacts & { isFree: boolean; noticeDays: number | null } {
  const start = availabilityOf(fields, about, today)
  const isKnownBy = (domain: string) => keys.some((key) => key.startsWith(`${domain}:`))
  return {
    fullName: fields.fullName,
    headline: fields.headline,
    tags: Object.keys(fields.tags),
    stages,
    lastContactAt,
    // What nobody said is not known: a supposed notice finds nobody.
    isFree: start.kind === 'now' && !start.assumed,
    noticeDays: start.kind === 'notice' && !start.assumed ? start.days : null,
    source: fields.origin,
    // Sealed at rest: only what a record is found by says whether there is one.
    hasEmail: fields.email !== '' || isKnownBy('email'),
    hasPhone: fields.phone !== '' || isKnownBy('phone'),
    hasCv: fields.documentId !== '',
    createdAt,
    updatedAt,
  }
}

/** What search knows of an offer beyond its profile. */
export const offerToFacts = ({ fields, createdAt, updatedAt }: Stored<'offer'>): OfferFacts => ({
  company: fields.company,
  status: fields.status,
  createdAt,
  updatedAt,
})
