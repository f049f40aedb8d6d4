import { wrap, type Remote } from 'comlink'
import type { AdvertReading } from '../../src/model/offer.ts'
import type { MatchingApi } from './protocol.ts'

interface Running {
  remote: Remote<MatchingApi>
  /** Rejects when the worker dies, so that no call waits for ever. */
  died: Promise<never>
}

let running: Running | null = null

/**
 * The one matching worker of this tab; it lives as long as the tab, since it holds the candidates. Not a lane: a lane
 * ends an idle worker and repeats a call on a fresh one, which here would answer from an empty pool as if it were full.
 */
function start(): Running {
  // oxlint-disable-next-line eslint/no-restricted-globals -- held for the tab's whole life, which a lane of short jobs is not for
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'matching' })
  const died = new Promise<never>((_, reject) => {
    const end = () => {
      running = null
      worker.terminate()
      reject(new Error('The matching worker stopped.'))
    }
    worker.addEventListener('error', end)
    worker.addEventListener('messageerror', end)
  })
  // A death while nobody waits is told to the next caller by an empty worker.
  died.catch(() => undefined)
  return { remote: wrap<MatchingApi>(worker), died }
}

async function ask<T>(call: (remote: Remote<MatchingApi>) => Promise<T>): Promise<T> {
  const { remote, died } = (running ??= start())
  return Promise.race([call(remote), died])
}

/** The matching worker, started at the first call. After it died it starts again empty: candidates must be given anew. */
export const matcher: MatchingApi = {
  setOwnLexicon: (own) => ask((remote) => remote.setOwnLexicon(own)),
  findConcepts: (name, limit) => ask((remote) => remote.findConcepts(name, limit)),
  heldCandidates: () => ask((remote) => remote.heldCandidates()),
  upsertCandidates: (profiles, facts, versions) => ask((remote) => remote.upsertCandidates(profiles, facts, versions)),
  removeCandidates: (ids) => ask((remote) => remote.removeCandidates(ids)),
  rank: (offer, asOf) => ask((remote) => remote.rank(offer, asOf)),
  rankSlice: (offer, asOf, from, count) => ask((remote) => remote.rankSlice(offer, asOf, from, count)),
  countFrom: (offer, asOf, least) => ask((remote) => remote.countFrom(offer, asOf, least)),
  explain: (offer, candidateId, asOf) => ask((remote) => remote.explain(offer, candidateId, asOf)),
  rankOffers: (candidateId, offers, asOf) => ask((remote) => remote.rankOffers(candidateId, offers, asOf)),
  score: (offer, profiles, asOf) => ask((remote) => remote.score(offer, profiles, asOf)),
  learn: (lessons) => ask((remote) => remote.learn(lessons)),
  facts: () => ask((remote) => remote.facts()),
  readAdvert: (text) => ask((remote) => remote.readAdvert(text)),
  search: (query, limit) => ask((remote) => remote.search(query, limit)),
  upsertOffers: (offers, facts) => ask((remote) => remote.upsertOffers(offers, facts)),
  removeOffers: (ids) => ask((remote) => remote.removeOffers(ids)),
  searchCandidates: (query, options) => ask((remote) => remote.searchCandidates(query, options)),
  searchOffers: (query, options) => ask((remote) => remote.searchOffers(query, options)),
  countMatching: (query, among) => ask((remote) => remote.countMatching(query, among)),
  moreLikeThis: (id, limit, among) => ask((remote) => remote.moreLikeThis(id, limit, among)),
}

/** Title, place, contract, salary and requirements of a pasted advert. */
export const readAdvert = (text: string): Promise<AdvertReading> => matcher.readAdvert(text)
