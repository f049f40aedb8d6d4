import { expose } from 'comlink'
import { fetchModel } from './assets.ts'
import { loadEmbeddingModel } from './embedding/model.ts'
import { createEngine, type MatchingEngine } from './engine.ts'
import type { MatchingApi } from './protocol.ts'
import { readAdvert } from './readAdvert.ts'

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
  readAdvert: async (text) => readAdvert(text),
  search: async (query, limit) => (await ready()).search(query, limit),
}

expose(api)
