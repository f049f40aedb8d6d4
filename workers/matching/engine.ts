import type { CandidateProfile, Explanation, Match, OfferProfile } from '../../src/model/match.ts'
import type { EmbeddingModel } from './embedding/model.ts'
import type { Learned, Lessons } from '../../src/model/learned.ts'
import { explain } from './explain.ts'
import { learn, type Lesson } from './learn.ts'
import { readOffer, type OfferReading } from './readOffer.ts'
import { readProfile, type ProfileReading } from './readProfile.ts'
import { score } from './score.ts'
import { createSearch, type Found } from './search.ts'
import { createVocabulary } from './vocabulary.ts'

/** Raised whenever the same inputs may give another score. */
export const engineVersion = 3

export interface MatchingEngine {
  /** Names the engine and the model, to be kept with every score shown. */
  name: string
  upsert: (profiles: readonly CandidateProfile[]) => number
  remove: (ids: readonly string[]) => number
  rank: (offer: OfferProfile, asOf: string) => Match[]
  explain: (offer: OfferProfile, candidateId: string, asOf: string) => Explanation | null
  rankOffers: (candidateId: string, offers: readonly OfferProfile[], asOf: string) => Match[]
  /** The matches of profiles that need not be held: for checking a score again, and for what-if questions. */
  score: (offer: OfferProfile, profiles: readonly CandidateProfile[], asOf: string) => Match[]
  /** What the decisions teach; those on candidates it does not hold are left out. */
  learn: (lessons: Lessons) => Omit<Learned, 'at'>
  search: (query: string, limit: number) => Found[]
}

/** An engine that holds profiles in memory. Without a model it works on the lexicon and the words alone. */
export function createEngine(model: EmbeddingModel | null): MatchingEngine {
  const vocabulary = createVocabulary(model)
  const profiles = new Map<string, ProfileReading>()
  const search = createSearch(vocabulary)
  const name = `vivier-match ${engineVersion}${model ? ` with ${model.version}` : ' without model'}`
  const offers = new Map<string, { key: string; reading: OfferReading }>()
  const offerReading = (offer: OfferProfile): OfferReading => {
    const key = JSON.stringify(offer)
    const known = offers.get(offer.id)
    if (known?.key === key) return known.reading
    const reading = readOffer(offer, vocabulary)
    if (offers.size > 200) offers.clear()
    offers.set(offer.id, { key, reading })
    return reading
  }
  return {
    name,
    upsert(added) {
      for (const profile of added) {
        const reading = readProfile(profile, vocabulary)
        profiles.set(profile.id, reading)
        search.upsert(reading)
      }
      return profiles.size
    },
    remove(ids) {
      for (const id of ids) {
        profiles.delete(id)
        search.remove(id)
      }
      return profiles.size
    },
    rank(offer, asOf) {
      const reading = offerReading(offer)
      return [...profiles.values()]
        .map((profile) => score(reading, profile, asOf))
        .sort(byScore((match) => match.candidateId))
    },
    explain(offer, candidateId, asOf) {
      const profile = profiles.get(candidateId)
      return profile ? explain(offerReading(offer), profile, asOf, name) : null
    },
    rankOffers(candidateId, wanted, asOf) {
      const profile = profiles.get(candidateId)
      if (!profile) return []
      return wanted.map((offer) => score(offerReading(offer), profile, asOf)).sort(byScore((match) => match.offerId))
    },
    score(offer, wanted, asOf) {
      const reading = offerReading(offer)
      return wanted.map((profile) => score(reading, readProfile(profile, vocabulary), asOf))
    },
    learn({ offers: taught, decisions }) {
      // What was learned before must not teach itself.
      const readings = new Map(taught.map(({ learned: _, ...offer }) => [offer.id, readOffer(offer, vocabulary)]))
      const lessons = decisions.flatMap(({ offerId, candidateId, asOf, chosen }): Lesson[] => {
        const reading = readings.get(offerId)
        const profile = profiles.get(candidateId)
        return reading && profile ? [{ offerId, candidateId, chosen, terms: score(reading, profile, asOf).terms }] : []
      })
      return { ...learn(lessons), engine: name }
    },
    search: (query, limit) => search.find(query, limit),
  }
}

const byScore =
  (idOf: (match: Match) => string) =>
  (a: Match, b: Match): number =>
    b.score - a.score || (idOf(a) < idOf(b) ? -1 : 1)
