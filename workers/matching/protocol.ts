import type { CandidateProfile, Explanation, Match, OfferProfile } from '../../src/model/match.ts'
import type { AdvertReading } from '../../src/model/offer.ts'

/** A row of a ranking: the match without the long parts. */
export type RankedMatch = Match

/** What the matching worker offers through Comlink. It holds the profiles it was given; no database. */
export interface MatchingApi {
  /** Adds or replaces candidates; resolves with how many it now holds. */
  upsertCandidates: (profiles: CandidateProfile[]) => Promise<number>
  removeCandidates: (ids: string[]) => Promise<number>
  /** All candidates held, best first, ties by id. `asOf` is `YYYY-MM`. Also tells the milliseconds it took. */
  rank: (offer: OfferProfile, asOf: string) => Promise<{ matches: RankedMatch[]; ms: number }>
  /** One candidate with everything the explanation shows; null when the worker does not hold it. */
  explain: (offer: OfferProfile, candidateId: string, asOf: string) => Promise<Explanation | null>
  /** One candidate against many offers, best first. */
  rankOffers: (candidateId: string, offers: OfferProfile[], asOf: string) => Promise<RankedMatch[]>
  /** Title, place, contract, salary, requirements... of a pasted advert. */
  readAdvert: (text: string) => Promise<AdvertReading>
  /** Ids of candidates near in words to a free query (typo-tolerant, French or English), best first. */
  search: (
    query: string,
    limit: number,
  ) => Promise<
    { candidateId: string; score: number; line: number; quote: string; marks: { start: number; end: number }[] }[]
  >
}
