/*
 * The page of `npm run bench:match`: the app's own matching worker, asked as the app asks it. `plainWorker.ts` holds
 * what is compared with it.
 */
import { wrap, type Remote } from 'comlink'
import type { SearchOptions, SearchQuery } from '../../../src/model/searchQuery.ts'
import type { MatchingApi } from '../../../workers/matching/protocol.ts'
import { manyOffers, manyProfiles } from '../../tools/manyProfiles.ts'
import type { PlainApi } from './plainWorker.ts'

const asOf = '2026-06'
const options: SearchOptions = { limit: 20, offset: 0, sort: 'relevance', explainTerms: false, today: '2026-06-15' }
/** What people type, letter by letter: trades and skills in both languages, slips, places. */
export const typed = [
  'soudeur tig',
  'aide soignante nuit',
  'comptable anglais',
  'electricien maintenace',
  'forklift driver',
  'chef de rang',
  'react typescript',
  'infirmier bloc',
  'paie silae',
  'conducteur de travaux',
]

export interface Figures {
  count: number
  words: number
  buildMs: number
  rankMs: number[]
  firstRankMs: number
  explainMs: number[]
  /** As the page sees them, and within the worker alone. */
  keyMs: number[]
  keyWithinMs: number[]
  rankWithinMs: number[]
  foundMean: number
  editMs: number[]
  startMs: number
  heldAtStart: number
}

const startWorker = (): { worker: Worker; api: Remote<MatchingApi> } => {
  const worker = new Worker(new URL('../../../workers/matching/worker.ts', import.meta.url), { type: 'module' })
  return { worker, api: wrap<MatchingApi>(worker) }
}

/** The query a box holds while it is typed: the last word may go on. */
const asTyped = (text: string): SearchQuery => ({
  type: 'and',
  of: text
    .split(' ')
    .filter(Boolean)
    .map((word, at, all) => ({ type: 'word', text: word, prefix: at === all.length - 1 })),
})

async function measure(count: number): Promise<Figures> {
  for await (const name of (await navigator.storage.getDirectory()).keys())
    await (await navigator.storage.getDirectory()).removeEntry(name, { recursive: true })
  const { worker, api } = startWorker()
  let words = 0
  let buildMs = 0
  let chunk: ReturnType<typeof manyProfiles> extends Generator<infer P> ? P[] : never = []
  await api.heldCandidates()
  const send = async () => {
    const begun = performance.now()
    await api.upsertCandidates(
      chunk.map(({ profile }) => profile),
      chunk.map(({ facts }) => facts),
    )
    buildMs += performance.now() - begun
    chunk = []
  }
  for (const one of manyProfiles(count)) {
    if (words < 40_000) words += one.profile.lines.reduce((sum, { text }) => sum + text.split(' ').length, 0)
    chunk.push(one)
    if (chunk.length === 200) await send()
  }
  if (chunk.length > 0) await send()

  const offers = manyOffers(24)
  const rankMs: number[] = []
  const rankWithinMs: number[] = []
  const explainMs: number[] = []
  let firstRankMs = 0
  for (const [at, offer] of offers.entries()) {
    const begun = performance.now()
    const { matches, ms } = await api.rankSlice(offer, asOf, 0, 20)
    const ranked = performance.now()
    for (const { candidateId } of matches) await api.explain(offer, candidateId, asOf)
    const explained = performance.now()
    // The first offer finds nothing ready.
    if (at === 0) firstRankMs = explained - begun
    else {
      rankMs.push(explained - begun)
      rankWithinMs.push(ms)
      explainMs.push(explained - ranked)
    }
  }

  const keyMs: number[] = []
  const keyWithinMs: number[] = []
  let found = 0
  // The lists of beginnings and letters are made at the first search.
  await api.searchCandidates(asTyped('serveur'), options)
  for (const text of typed)
    for (let length = 2; length <= text.length; length += 1) {
      const begun = performance.now()
      const answer = await api.searchCandidates(asTyped(text.slice(0, length)), options)
      keyMs.push(performance.now() - begun)
      keyWithinMs.push(answer.ms)
      if (length === text.length) found += answer.total
    }

  const editMs: number[] = []
  const someone = manyProfiles(5)
  for (const [at, { profile, facts }] of [...someone].entries()) {
    const word = ['zorvexal', 'quimbrody', 'hutchepax', 'wolfritune', 'yargomisk'][at]!
    const begun = performance.now()
    await api.upsertCandidates(
      [{ ...profile, lines: [...profile.lines, { text: `Pose de ${word}`, section: 'skills' }] }],
      [facts],
    )
    const answer = await api.searchCandidates(asTyped(word), options)
    editMs.push(performance.now() - begun)
    if (answer.found[0]?.id !== profile.id) throw new Error('An edit is not found.')
  }

  // The index is written together with what came last.
  await new Promise((resolve) => setTimeout(resolve, 2500))
  worker.terminate()
  const begun = performance.now()
  const again = startWorker()
  const { ids } = await again.api.heldCandidates()
  await again.api.searchCandidates(asTyped('soudeur'), options)
  const startMs = performance.now() - begun
  again.worker.terminate()
  return { count, words: words / Math.min(count, 160), buildMs, rankMs, firstRankMs, explainMs, keyMs, keyWithinMs, rankWithinMs, foundMean: found / typed.length, editMs, startMs, heldAtStart: ids.length } // prettier-ignore
}

const startPlain = (): Remote<PlainApi> =>
  wrap<PlainApi>(new Worker(new URL('./plainWorker.ts', import.meta.url), { type: 'module' }))

Object.assign(globalThis, {
  measure,
  measurePlain: (count: number) => startPlain().compare(count, typed),
  measureMemory: (count: number) => startPlain().memory(count),
})
