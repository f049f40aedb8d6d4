import { expose } from 'comlink'
import { fetchModel } from './assets.ts'
import { loadEmbeddingModel } from './embedding/model.ts'
import { createEngine, type MatchingEngine } from './engine.ts'
import type { MatchingApi } from './protocol.ts'
import { readAdvert } from './readAdvert.ts'
import { defaultAlpha, type FoundRow, type SearchAnswer, type SearchQuery } from '../../src/model/searchQuery.ts'
import { defaultWeights, learnedWeight, weightBounds } from './weights.ts'

/** Made at the first call; without the model file the engine works on its lexicon and says so in its name. */
let engine: Promise<MatchingEngine> | null = null
const ready = (): Promise<MatchingEngine> =>
  (engine ??= fetchModel()
    .then(loadEmbeddingModel)
    .then(createEngine, () => createEngine(null)))

const api: MatchingApi = {
  upsertCandidates: async (profiles) => (await ready()).upsert(profiles),
  removeCandidates: async (ids) => (await ready()).remove(ids),
  async rank(offer, asOf) {
    const matching = await ready()
    const begun = performance.now()
    const matches = matching.rank(offer, asOf)
    return { matches, ms: performance.now() - begun }
  },
  explain: async (offer, candidateId, asOf) => (await ready()).explain(offer, candidateId, asOf),
  rankOffers: async (candidateId, offers, asOf) => (await ready()).rankOffers(candidateId, offers, asOf),
  score: async (offer, profiles, asOf) => (await ready()).score(offer, profiles, asOf),
  learn: async (lessons) => (await ready()).learn(lessons),
  facts: async () => ({
    engine: (await ready()).name,
    weights: defaultWeights,
    mostWeight: weightBounds.most,
    mostLearned: learnedWeight,
  }),
  readAdvert: async (text) => readAdvert(text),
  search: async (query, limit) => (await ready()).search(query, limit),
  upsertOffers: async (offers) => offers.length,
  removeOffers: async () => 0,
  async searchCandidates(query, { offset, limit, alpha }) {
    const answer = await findByWords(query, 1000, alpha)
    return { ...answer, found: answer.found.slice(offset, offset + limit) }
  },
  searchOffers: async () => ({ total: 0, ms: 0, found: [] }),
  countMatching: async (query) => (await findByWords(query, 100_000)).total,
  moreLikeThis: async () => ({ total: 0, ms: 0, found: [] }),
}

/** The words of a query, for the plain search. */
const wordsIn = (query: SearchQuery): string[] =>
  query.type === 'word' || query.type === 'phrase'
    ? [query.text]
    : query.type === 'and' || query.type === 'or'
      ? query.of.flatMap(wordsIn)
      : []

async function findByWords(query: SearchQuery, limit: number, alpha = defaultAlpha): Promise<SearchAnswer> {
  const matching = await ready()
  const begun = performance.now()
  const rows = matching.search(wordsIn(query).join(' '), limit)
  const best = Math.max(1e-9, ...rows.map(({ score }) => score))
  const found = rows.map(({ candidateId, score, line, quote, marks }): FoundRow => {
    const lexical = score / best
    return {
      id: candidateId,
      score: (1 - alpha) * lexical,
      semantic: 0,
      lexical,
      near: false,
      terms: [],
      quote,
      line,
      marks,
    }
  })
  return { total: found.length, ms: performance.now() - begun, found }
}

expose(api)
