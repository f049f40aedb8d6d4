import { expose } from 'comlink'
import { fetchModel } from './assets.ts'
import { loadEmbeddingModel } from './embedding/model.ts'
import { createEngine, type MatchingEngine } from './engine.ts'
import type { MatchingApi } from './protocol.ts'
import { readAdvert } from './readAdvert.ts'
import { defaultWeights, learnedWeight, weightBounds } from './weights.ts'

/** Made at the first call; without the model file the engine works on its lexicon and says so in its name. */
let engine: Promise<MatchingEngine> | null = null
const ready = (): Promise<MatchingEngine> =>
  (engine ??= fetchModel()
    .then(loadEmbeddingModel)
    .then(createEngine, () => createEngine(null)))

const api: MatchingApi = {
  upsertCandidates: async (profiles, facts) => (await ready()).upsert(profiles, facts),
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
  upsertOffers: async (offers, facts) => (await ready()).upsertOffers(offers, facts),
  removeOffers: async (ids) => (await ready()).removeOffers(ids),
  searchCandidates: async (query, options) => (await ready()).searchCandidates(query, options),
  searchOffers: async (query, options) => (await ready()).searchOffers(query, options),
  countMatching: async (query, among) => (await ready()).countMatching(query, among),
  moreLikeThis: async (candidateId, limit) => (await ready()).moreLikeThis(candidateId, limit),
}

expose(api)
