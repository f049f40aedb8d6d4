import { expose } from 'comlink'
import { fetchFirstModel, fetchLargeModelWhenIdle } from './assets.ts'
import type { MatchingEngine } from './engine.ts'
import { copyFiles, openFiles } from './index/openFiles.ts'
import { type KeptEngine, leadByLock, openKeptEngine } from './keptEngine.ts'
import { findByName } from './lexicon/findByName.ts'
import { ownLexiconVersion, adoptOwnLexicon } from './lexicon/lexicon.ts'
import type { MatchingApi } from './protocol.ts'
import { readAdvert } from './readAdvert.ts'
import { defaultWeights, learnedWeight, weightBounds } from './weights.ts'

/** Made at the first call; without the model file the engine works on its lexicon and says so in its name. */
let opened: Promise<KeptEngine> | null = null
let lastCall = 0

function kept(): Promise<KeptEngine> {
  lastCall = performance.now()
  return (opened ??= open())
}

async function open(): Promise<KeptEngine> {
  const { model, isLarge } = await fetchFirstModel()
  // The built program's name carries a hash of all it is made of, the lexicon too.
  const engine = await openKeptEngine({
    model,
    program: self.location.pathname,
    lead: leadByLock,
    openFiles,
    copyFiles,
  })
  if (!isLarge) void improve(engine)
  return engine
}

/** Goes over to the large model when there is time, a few candidates between two calls. */
async function improve(engine: KeptEngine): Promise<void> {
  const model = await fetchLargeModelWhenIdle(() => lastCall)
  if (model) await engine.switchTo(model, () => new Promise((resolve) => setTimeout(resolve, 2)))
}

const ready = async (): Promise<MatchingEngine> => (await kept()).engine()

const api: MatchingApi = {
  async setOwnLexicon(own) {
    if (own.version === ownLexiconVersion()) return false
    // Before the index is opened it costs nothing: the one that was kept with this lexicon is then opened.
    const engine = opened && (await opened)
    adoptOwnLexicon(own)
    engine?.beginAnew()
    return true
  },
  findConcepts: async (name, limit) => findByName(name, limit),
  async heldCandidates() {
    const held = (await ready()).held()
    return { ids: [...held.keys()], versions: Float64Array.from(held.values()) }
  },
  async upsertCandidates(profiles, facts, versions) {
    const { engine, changed } = await kept()
    const count = engine().upsert(profiles, facts, versions)
    changed()
    return count
  },
  async removeCandidates(ids) {
    const { engine, changed } = await kept()
    const count = engine().remove(ids)
    changed()
    return count
  },
  async rank(offer, asOf) {
    const matching = await ready()
    const begun = performance.now()
    const matches = matching.rank(offer, asOf)
    return { matches, ms: performance.now() - begun }
  },
  async rankSlice(offer, asOf, from, count) {
    const matching = await ready()
    const begun = performance.now()
    const matches = matching.rankFirst(offer, asOf, from + count).slice(from)
    return { matches, total: matching.size(), ms: performance.now() - begun }
  },
  countFrom: async (offer, asOf, least) => (await ready()).countFrom(offer, asOf, least),
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
  upsertOffers: async (offers, facts) => (await kept()).upsertOffers(offers, facts),
  removeOffers: async (ids) => (await kept()).removeOffers(ids),
  searchCandidates: async (query, options) => (await ready()).searchCandidates(query, options),
  searchOffers: async (query, options) => (await ready()).searchOffers(query, options),
  countMatching: async (query, among) => (await ready()).countMatching(query, among),
  moreLikeThis: async (id, limit, among) => (await ready()).moreLikeThis(id, limit, among),
}

expose(api)
