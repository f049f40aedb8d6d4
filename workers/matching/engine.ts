import type { CandidateProfile, Explanation, Match, OfferProfile } from '../../src/model/match.ts'
import type { EmbeddingModel } from './embedding/model.ts'
import type { Learned, Lessons } from '../../src/model/learned.ts'
import type {
  CandidateFacts,
  OfferFacts,
  SearchAnswer,
  SearchOptions,
  SearchQuery,
} from '../../src/model/searchQuery.ts'
import { explain } from './explain.ts'
import { type BestMatches, byScore, createBestMatches } from './index/bestMatches.ts'
import { createCandidateIndex } from './index/candidateIndex.ts'
import { createCandidateSearch } from './index/candidateSearch.ts'
import { createOfferIndex } from './index/offerIndex.ts'
import { createMemoryRecords } from './index/recordStore.ts'
import type { SavedIndex } from './index/savedIndex.ts'
import { ownLexiconVersion } from './lexicon/lexicon.ts'
import { learn, type Lesson } from './learn.ts'
import { readOffer, type OfferReading } from './readOffer.ts'
import { readProfile, type ProfileReading } from './readProfile.ts'
import { score } from './score.ts'
import { createVocabulary, smallVector, type Vocabulary } from './vocabulary.ts'

/** Raised whenever the same inputs may give another score. */
export const engineVersion = 4

export interface MatchingEngine {
  /** Names the engine and the model, to be kept with every score shown. */
  name: string
  /** `facts` and `versions` stand in the order of the profiles. */
  upsert: (
    profiles: readonly CandidateProfile[],
    facts?: readonly CandidateFacts[],
    versions?: readonly number[],
  ) => number
  remove: (ids: readonly string[]) => number
  size: () => number
  /** Who it holds, each with the version it was given with. */
  held: () => Map<string, number>
  /** A candidate as it was given; null when it does not hold it. */
  given: (id: string) => { profile: CandidateProfile; facts: CandidateFacts | null } | null
  rank: (offer: OfferProfile, asOf: string) => Match[]
  /** The first of that very ranking, without computing everyone. */
  rankFirst: (offer: OfferProfile, asOf: string, count: number) => Match[]
  /** How many reach a score. */
  countFrom: (offer: OfferProfile, asOf: string, least: number) => number
  explain: (offer: OfferProfile, candidateId: string, asOf: string) => Explanation | null
  rankOffers: (candidateId: string, offers: readonly OfferProfile[], asOf: string) => Match[]
  /** The matches of profiles that need not be held: for checking a score again, and for what-if questions. */
  score: (offer: OfferProfile, profiles: readonly CandidateProfile[], asOf: string) => Match[]
  /** What the decisions teach; those on candidates it does not hold are left out. */
  learn: (lessons: Lessons) => Omit<Learned, 'at'>
  search: (
    query: string,
    limit: number,
  ) => { candidateId: string; score: number; line: number; quote: string; marks: { start: number; end: number }[] }[]
  upsertOffers: (offers: readonly OfferProfile[], facts: readonly OfferFacts[]) => number
  removeOffers: (ids: readonly string[]) => number
  searchCandidates: (query: SearchQuery, options: SearchOptions) => SearchAnswer
  searchOffers: (query: SearchQuery, options: SearchOptions) => SearchAnswer
  countMatching: (query: SearchQuery, among?: 'candidates' | 'offers') => number
  moreLikeThis: (id: string, limit: number, among?: 'candidates' | 'offers') => SearchAnswer
  /** Writes the index down where it is kept in files, if what was written has become old. */
  save: () => void
  /** Bytes of everything that is computed with. */
  sizeBytes: () => number
}

/** Rankings that may be looked at further: one for each offer a screen shows. */
const keptRankings = 8
/** Offers read and kept ready. */
const keptOffers = 60

/** An engine over the candidates that were kept and those it is given. Without a model it works on the lexicon and the words alone. */
export function createEngine(model: EmbeddingModel | null, kept: SavedIndex | null = null): MatchingEngine {
  const vocabulary = kept?.vocabulary ?? createVocabulary(model)
  const index = createCandidateIndex(vocabulary, kept?.records ?? createMemoryRecords())
  if (kept?.snapshot) index.load(kept.snapshot.reader, kept.snapshot.placeAt)
  for (const { id, version, place, evidence } of kept?.saved.splice(0) ?? []) index.file(id, version, place, evidence)
  const search = createCandidateSearch(index, vocabulary)
  const offerIndex = createOfferIndex(vocabulary)
  const own = ownLexiconVersion()
  const name = `vivier-match ${engineVersion}${model ? ` with ${model.version}` : ' without model'}${own && `, own lexicon ${own}`}`
  const offers = new Map<string, { key: string; reading: OfferReading }>()
  const rankings = new Map<string, { change: number; best: BestMatches }>()
  const offerReading = (offer: OfferProfile): OfferReading => {
    const key = JSON.stringify(offer)
    const known = offers.get(offer.id)
    if (known?.key === key) return known.reading
    const reading = readOffer(offer, vocabulary)
    if (offers.size > keptOffers) offers.clear()
    offers.set(offer.id, { key, reading })
    return reading
  }
  const bestFor = (offer: OfferProfile, asOf: string): BestMatches => {
    const key = `${asOf} ${JSON.stringify(offer)}`
    const known = rankings.get(key)
    if (known?.change === index.change) return known.best
    const best = createBestMatches(offerReading(offer), index, vocabulary, asOf)
    if (rankings.size >= keptRankings) rankings.clear()
    rankings.set(key, { change: index.change, best })
    return best
  }
  const readingOf = (id: string, keep = true): ProfileReading | null => {
    const record = index.recordOf(id)
    return record === undefined ? null : index.reading(record, keep)
  }
  return {
    name,
    upsert(added, facts, versions) {
      added.forEach((profile, at) => {
        const reading = readProfile(profile, vocabulary)
        const own = facts?.[at] ?? null
        index.add(reading, own, careerVector(reading, own, vocabulary), versions?.[at] ?? own?.updatedAt ?? 0)
      })
      vocabulary.embedWords()
      vocabulary.embedTexts()
      return index.live
    },
    remove(ids) {
      for (const id of ids) index.remove(id)
      kept?.forgetSnapshot()
      return index.live
    },
    size: () => index.live,
    held: () => new Map([...index.ids()].map((id) => [id, index.columns.version.values[index.recordOf(id)!]!])),
    given(id) {
      const record = index.recordOf(id)
      if (record === undefined) return null
      const { lines, facts } = index.reading(record, false).profile
      return { profile: { id, lines, facts }, facts: index.head(record).facts }
    },
    rank(offer, asOf) {
      const reading = offerReading(offer)
      return [...index.ids()].map((id) => score(reading, readingOf(id, false)!, asOf)).sort(byScore)
    },
    rankFirst: (offer, asOf, count) => bestFor(offer, asOf).first(count),
    countFrom: (offer, asOf, least) => bestFor(offer, asOf).countFrom(least),
    explain(offer, candidateId, asOf) {
      const profile = readingOf(candidateId)
      return profile ? explain(offerReading(offer), profile, asOf, name) : null
    },
    rankOffers(candidateId, wanted, asOf) {
      const profile = readingOf(candidateId)
      if (!profile) return []
      return wanted
        .map((offer) => score(offerReading(offer), profile, asOf))
        .sort((a, b) => b.score - a.score || (a.offerId < b.offerId ? -1 : 1))
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
        const profile = readingOf(candidateId, false)
        return reading && profile ? [{ offerId, candidateId, chosen, terms: score(reading, profile, asOf).terms }] : []
      })
      return { ...learn(lessons), engine: name }
    },
    search: (query, limit) => search.loosely(query, limit).map(({ id, ...found }) => ({ candidateId: id, ...found })),
    upsertOffers: offerIndex.upsert,
    removeOffers: offerIndex.remove,
    searchCandidates: search.find,
    searchOffers: offerIndex.find,
    countMatching: (query, among) => (among === 'offers' ? offerIndex.count(query) : search.count(query)),
    moreLikeThis: (id, limit, among) => (among === 'offers' ? offerIndex.like(id, limit) : search.like(id, limit)),
    save() {
      if (kept?.isSnapshotOld()) kept.saveSnapshot(index.save)
    },
    sizeBytes: () => index.sizeBytes() + search.sizeBytes(),
  }
}

/** The meaning of a career: what the person is and can do; the lines of its jobs would drown it. */
function careerVector(reading: ProfileReading, facts: CandidateFacts | null, vocabulary: Vocabulary): Int8Array | null {
  if (!vocabulary.model) return null
  const texts = [facts?.headline ?? '', ...reading.jobs.map(({ title }) => title)]
  for (const { text, section } of reading.profile.lines)
    if (section === 'skills' || section === 'certificates') texts.push(text)
  return smallVector(vocabulary.model, texts.join('\n'))?.numbers ?? null
}
