import type { CandidateProfile, Explanation, Match, OfferProfile } from '../../src/model/match.ts'
import type { Learned, Lessons } from '../../src/model/learned.ts'
import type { LexiconConcept, OwnLexicon } from '../../src/model/ownLexicon.ts'
import type { MatcherFacts } from '../../src/model/scoring.ts'
import type { AdvertReading } from '../../src/model/offer.ts'
import type {
  CandidateFacts,
  OfferFacts,
  SearchAnswer,
  SearchOptions,
  SearchQuery,
} from '../../src/model/searchQuery.ts'

/** A row of a ranking: the match without the long parts. */
export type RankedMatch = Match

/** What the matching worker offers through Comlink. It holds the profiles it was given; no database. */
export interface MatchingApi {
  /**
   * What the workspace adds to the lexicon, in place of what it said before. Where it is another, candidates must be
   * given again, but for those kept on this device with that very lexicon. Resolves with whether it is another.
   */
  setOwnLexicon: (own: OwnLexicon) => Promise<boolean>
  /** Concepts of the tables that bear a name like this, in the tables' order; all the first of them for ''. */
  findConcepts: (name: string, limit: number) => Promise<{ total: number; found: LexiconConcept[] }>
  /** Who it holds from an earlier visit, each with the version it was given with: only the others need be given. */
  heldCandidates: () => Promise<{ ids: string[]; versions: Float64Array }>
  /**
   * Adds or replaces candidates; `facts` and `versions` stand in the order of `profiles`. Resolves with how many it now
   * holds. A version is any number that is another when the candidate is.
   */
  upsertCandidates: (profiles: CandidateProfile[], facts?: CandidateFacts[], versions?: number[]) => Promise<number>
  removeCandidates: (ids: string[]) => Promise<number>
  /** Adds or replaces the offers that `searchOffers` looks through; resolves with how many it now holds. */
  upsertOffers: (offers: OfferProfile[], facts: OfferFacts[]) => Promise<number>
  removeOffers: (ids: string[]) => Promise<number>
  /** All candidates held, best first, ties by id. `asOf` is `YYYY-MM`. Also tells the milliseconds it took. */
  rank: (offer: OfferProfile, asOf: string) => Promise<{ matches: RankedMatch[]; ms: number }>
  /** So many of that ranking from a place on, the very same, the rest not computed; and how many there are in all. */
  rankSlice: (
    offer: OfferProfile,
    asOf: string,
    from: number,
    count: number,
  ) => Promise<{ matches: RankedMatch[]; total: number; ms: number }>
  /** How many reach a score. */
  countFrom: (offer: OfferProfile, asOf: string, least: number) => Promise<number>
  /** One candidate with everything the explanation shows; null when the worker does not hold it. */
  explain: (offer: OfferProfile, candidateId: string, asOf: string) => Promise<Explanation | null>
  /** One candidate against many offers, best first. */
  rankOffers: (candidateId: string, offers: OfferProfile[], asOf: string) => Promise<RankedMatch[]>
  /** The matches of profiles it need not hold, in their order: for checking a score again, and for swapped identities. */
  score: (offer: OfferProfile, profiles: CandidateProfile[], asOf: string) => Promise<Match[]>
  /** What the workspace's decisions teach; those on candidates it does not hold are left out. */
  learn: (lessons: Lessons) => Promise<Omit<Learned, 'at'>>
  facts: () => Promise<MatcherFacts>
  /** Title, place, contract, salary, requirements... of a pasted advert. */
  readAdvert: (text: string) => Promise<AdvertReading>
  /** Ids of candidates near in words to a free query (typo-tolerant, French or English), best first. */
  search: (
    query: string,
    limit: number,
  ) => Promise<
    { candidateId: string; score: number; line: number; quote: string; marks: { start: number; end: number }[] }[]
  >
  /** Candidates a query finds, a page of them. Empty words find nobody, `{type: 'all'}` everyone. */
  searchCandidates: (query: SearchQuery, options: SearchOptions) => Promise<SearchAnswer>
  searchOffers: (query: SearchQuery, options: SearchOptions) => Promise<SearchAnswer>
  /** How many a query finds: for saved searches. */
  countMatching: (query: SearchQuery, among?: 'candidates' | 'offers') => Promise<number>
  /**
   * Candidates whose careers are nearest to this one's, or offers nearest to this one in title and in what they ask,
   * itself left out; empty when the worker does not hold it.
   */
  moreLikeThis: (id: string, limit: number, among?: 'candidates' | 'offers') => Promise<SearchAnswer>
}
