import { type Match, type OfferProfile, shownScore } from '../model/match.ts'
import { candidateToProfile, offerToProfile } from '../model/profile.ts'
import { candidateToFacts, type Dealings, offerToFacts } from '../model/searchFacts.ts'
import type { ShownScores } from './scoreLog.ts'
import type { OwnLexicon } from '../model/ownLexicon.ts'
import type { Stored } from '../model/record.ts'
import { inWorkspace, type Scoring, scoringOf } from '../model/scoring.ts'
import type { MatchingApi } from '../../workers/matching/protocol.ts'
import { board as tabBoard, type Ask, type Board, type Ranking, type Slot } from './board.ts'
import { followCandidates, followOwnLexicon, followScoring } from './records.ts'

/** Candidates sent at a time: a few milliseconds of conversion on a phone, so that typing never waits. */
const chunkSize = 200
/** While this many or more wait to be sent, it is a first filling or an import: asks are answered now and then. */
const bulkFrom = 1000
/** During a filling an open ranking is computed again at most this often, so that filling goes on. */
const bulkAnswerMs = 1500
/** A pool larger than this is ranked slice by slice: the first ones are on the screen before the rest is computed. */
const slicedFrom = 1000
/** Places of the first slice, more than any screen shows at once, and of the next ones: some milliseconds of messages. */
const firstSlice = 100
const slice = 500
/** After this many stops without one answer in between, the matcher is left stopped and the person is told. */
const stopsBeforeGivingUp = 3

/** Which ask goes first: what a person reads now, then what fills in. */
const urgency: Record<Ask['type'], number> = {
  explanation: 0,
  facts: 0,
  search: 0,
  ranking: 1,
  alike: 1,
  offers: 2,
  excellents: 3,
  count: 3,
}

/** What the search needs beside the candidates: who deals with them, the offers, and who finds. */
export interface SearchParts {
  finder: Pick<
    MatchingApi,
    'upsertOffers' | 'removeOffers' | 'searchCandidates' | 'searchOffers' | 'countMatching' | 'moreLikeThis'
  >
  dealings: { of: (candidateId: string) => Dealings; follow: (listener: (ids: string[]) => void) => () => void }
  followOffers: (listener: (changed: Stored<'offer'>[], removed: string[]) => void) => () => void
}

/** What indexing needs from outside; tests bring their own. */
export interface IndexingParts {
  matcher: Pick<MatchingApi, 'upsertCandidates' | 'removeCandidates' | 'rank' | 'explain' | 'rankOffers' | 'facts'> &
    Partial<Pick<MatchingApi, 'heldCandidates' | 'rankSlice' | 'countFrom' | 'setOwnLexicon'>>
  /** Without it nothing is searched and no offer is held. */
  search?: SearchParts
  board?: Board
  follow?: (listener: (changed: Stored<'candidate'>[], removed: string[]) => void) => () => void
  /** What the workspace chose about its scores: told at once, then at each change. */
  followChoices?: (listener: (scoring: Scoring) => void) => () => void
  /** What the workspace adds to the lexicon: told at once, then at each change. */
  followLexicon?: (listener: (own: OwnLexicon) => void) => () => void
  /** Awaited before the lexicon changes: what was shown is logged under the lexicon it was computed with. */
  beforeLexicon?: () => Promise<unknown>
  /** Told of every score answered to a screen, for the log. */
  onScores?: (shown: ShownScores) => void
  /** Waits for a quiet moment of the main thread. */
  whenIdle?: () => Promise<void>
  now?: () => Date
}

/**
 * Keeps the matcher filled with the candidates of the store and answers what screens ask on the board. A change of a
 * candidate reaches the matcher at once; a first filling goes in chunks between which the page breathes. When the
 * matcher stops it is started again and filled from the start. Returns the way to stop.
 */
export function startIndexing({
  matcher,
  search,
  board = tabBoard,
  follow = followCandidates,
  followChoices = followScoring,
  followLexicon = followOwnLexicon,
  beforeLexicon = () => Promise.resolve(),
  onScores = () => {},
  whenIdle = idle,
  now = () => new Date(),
}: IndexingParts): () => void {
  const candidates = new Map<string, Stored<'candidate'>>()
  const waiting = new Set<string>()
  const gone = new Set<string>()
  const held = new Set<string>()
  const offers = createOfferFeed(search)
  let version = 0
  let known = false
  /** Whether the matcher was asked who it holds from an earlier visit, and who it still holds so: their versions. */
  let compared = false
  const kept = new Map<string, number>()
  /** What the workspace adds to the lexicon, and what the matcher was last given of it; null before. */
  let lexicon: OwnLexicon | null = null
  let givenLexicon: OwnLexicon | null = null
  /** From a crowd of changes until the last of them is sent. */
  let isBulk = false
  let running = false
  let stopped = false
  let stops = 0
  let scoring = scoringOf(() => undefined)

  const tellState = () => {
    const state = !known ? 'starting' : waiting.size > 0 || gone.size > 0 ? 'filling' : 'ready'
    board.setIndexState({ state, held: held.size, total: candidates.size })
  }

  const unfollow = follow((changed, removed) => {
    known = true
    for (const record of changed) {
      kept.delete(record.id)
      if (record.binnedAt) {
        candidates.delete(record.id)
        waiting.delete(record.id)
        if (held.has(record.id)) gone.add(record.id)
      } else {
        candidates.set(record.id, record)
        waiting.add(record.id)
        gone.delete(record.id)
      }
    }
    for (const id of removed) {
      candidates.delete(id)
      waiting.delete(id)
      if (held.has(id)) gone.add(id)
    }
    void run()
  })

  const unfollowDealings = search?.dealings.follow((ids) => {
    for (const id of ids) if (candidates.has(id)) waiting.add(id)
    void run()
  })
  const unfollowOffers = search?.followOffers((changed, removed) => {
    offers.take(changed, removed)
    void run()
  })

  const unfollowChoices = followChoices((next) => {
    scoring = next
    // Every answer was computed under other choices.
    version += 1
    void run()
  })

  const unfollowLexicon = matcher.setOwnLexicon
    ? followLexicon((own) => {
        lexicon = own
        void run()
      })
    : null

  /** The lexicon comes first: everything is read with it. */
  function isKnown(): boolean {
    return known && (lexicon !== null || !matcher.setOwnLexicon)
  }

  async function run(): Promise<void> {
    if (running || stopped || !isKnown() || board.indexState().state === 'failed') return
    running = true
    try {
      for (;;) {
        // Asks made within this turn are put on the board before the first is taken.
        await Promise.resolve()
        if (stopped) return
        const moved = await feed()
        tellState()
        const slot = nextAsk()
        if (slot) await answer(slot)
        else if (!moved) break
      }
    } catch {
      // Whatever the matcher died of, it now knows nothing: it is filled again, or given up after a few times.
      running = false
      restart()
      return
    }
    running = false
  }

  /** Gives the matcher the lexicon. Where it was another, all it had read is void: everyone is given again. */
  async function giveLexicon(): Promise<void> {
    const own = lexicon
    if (!own || !matcher.setOwnLexicon) return
    // At the start nothing was shown yet.
    if (givenLexicon) await beforeLexicon()
    const isOther = await matcher.setOwnLexicon(own)
    givenLexicon = own
    if (!isOther) return
    compared = false
    kept.clear()
    held.clear()
    gone.clear()
    for (const id of candidates.keys()) waiting.add(id)
    version += 1
  }

  /** Asks the matcher whom it kept from an earlier visit; whoever has left since is taken out of it. */
  async function compare(): Promise<void> {
    compared = true
    if (!matcher.heldCandidates) return
    const { ids, versions } = await matcher.heldCandidates()
    ids.forEach((id, at) => {
      held.add(id)
      if (candidates.has(id)) kept.set(id, versions[at]!)
      else gone.add(id)
    })
    if (held.size > 0) version += 1
  }

  const factsOf = (record: Stored<'candidate'>) =>
    candidateToFacts(record, search?.dealings.of(record.id) ?? noDealings, dayOf(now()))

  /** A number that is another when what the matcher is given of a candidate is. */
  const versionOf = (record: Stored<'candidate'>): number =>
    search ? numberOf(JSON.stringify(factsOf(record))) : record.updatedAt

  /** Sends one chunk of what changed. Gives whether there was anything. */
  async function feed(): Promise<boolean> {
    if (lexicon !== givenLexicon) await giveLexicon()
    if (!compared) await compare()
    if (gone.size > 0) {
      const ids = [...gone]
      gone.clear()
      await matcher.removeCandidates(ids)
      for (const id of ids) held.delete(id)
      version += 1
      return true
    }
    if (await offers.send()) return true
    passOverKept()
    if (waiting.size === 0) {
      isBulk = false
      return false
    }
    if (waiting.size >= bulkFrom) isBulk = true
    if (isBulk) await whenIdle()
    const chunk = [...waiting].slice(0, chunkSize)
    const records = chunk.flatMap((id) => candidates.get(id) ?? [])
    const profiles = records.map(({ id, fields }) => candidateToProfile(id, fields))
    const facts = search && records.map(factsOf)
    for (const id of chunk) waiting.delete(id)
    await matcher.upsertCandidates(profiles, facts, records.map(versionOf))
    for (const { id } of profiles) held.add(id)
    if (waiting.size === 0) isBulk = false
    version += 1
    return true
  }

  /** Takes from what waits those whom the matcher kept as they are. */
  function passOverKept(): void {
    if (kept.size === 0) return
    for (const id of waiting) {
      const keptVersion = kept.get(id)
      const record = candidates.get(id)
      if (keptVersion === undefined || !record) continue
      if (keptVersion === versionOf(record)) waiting.delete(id)
      else kept.delete(id)
    }
  }

  function nextAsk(except?: Slot): Slot | null {
    // A ranking of nobody would be drawn as an empty pool while the pool is on its way.
    if (held.size === 0 && waiting.size > 0) return null
    const at = now().getTime()
    let next: Slot | null = null
    for (const slot of board.asks()) {
      if (slot.version === versionFor(slot.ask) || slot === except) continue
      if (isBulk && (urgency[slot.ask.type] > 1 || (slot.version >= 0 && at - slot.answeredAt < bulkAnswerMs))) continue
      if (!next || urgency[slot.ask.type] < urgency[next.ask.type]) next = slot
    }
    return next
  }

  /** The state of what an ask is answered from; offers count for searches alone. */
  const versionFor = (ask: Ask): number =>
    ask.type === 'search' || ask.type === 'count' || ask.type === 'alike' ? version + offers.version() : version

  async function answer(slot: Slot): Promise<void> {
    const { ask } = slot
    const asked = versionFor(ask)
    const asOf = monthOf(now())
    const at = now().getTime()
    const choices = scoring
    const value = await (async () => {
      switch (ask.type) {
        case 'ranking': {
          const offer = inWorkspace(ask.offer, choices)
          if (matcher.rankSlice && held.size > slicedFrom) return rankInSlices(matcher.rankSlice, slot, offer, asOf)
          const { matches, ms } = await matcher.rank(offer, asOf)
          checkHeld(matches)
          return { offerId: ask.offer.id, matches, ms }
        }
        case 'excellents': {
          // Counts fill in a list: whatever the person does meanwhile comes first.
          await whenIdle()
          if (matcher.countFrom)
            return matcher.countFrom(inWorkspace(ask.offer, choices), asOf, choices.excellentFrom - 0.5)
          const { matches } = await matcher.rank(inWorkspace(ask.offer, choices), asOf)
          checkHeld(matches)
          return matches.filter(({ score }) => shownScore(score) >= choices.excellentFrom).length
        }
        case 'explanation': {
          const explanation = await matcher.explain(inWorkspace(ask.offer, choices), ask.candidateId, asOf)
          if (!explanation && held.has(ask.candidateId)) throw lost()
          return explanation
        }
        case 'offers': {
          const offers = ask.offers.map((offer) => inWorkspace(offer, choices))
          const matches = await matcher.rankOffers(ask.candidateId, offers, asOf)
          if (matches.length < ask.offers.length && held.has(ask.candidateId)) throw lost()
          return matches
        }
        case 'facts':
          return matcher.facts()
        case 'search': {
          const { among, query, options } = ask
          if (!search) return noAnswer
          const answer = await search.finder[among === 'offers' ? 'searchOffers' : 'searchCandidates'](query, options)
          if (answer.total === 0) await checkPool(search.finder)
          return answer
        }
        case 'count':
          // Counts fill in a list: whatever the person does meanwhile comes first.
          await whenIdle()
          return search ? search.finder.countMatching(ask.query, ask.among) : 0
        case 'alike':
          return search ? search.finder.moreLikeThis(ask.id, ask.limit, ask.among) : noAnswer
      }
    })()
    stops = 0
    board.answer(slot, { state: 'ready', value }, asked, now().getTime())
    onScores({ ask, value, asOf, at, scoring: choices, candidateOf: (id) => candidates.get(id) })
  }

  /** Everyone ranked, the first of them answered at once; what a person asks meanwhile comes between two slices. */
  async function rankInSlices(
    rankSlice: MatchingApi['rankSlice'],
    slot: Slot,
    offer: OfferProfile,
    asOf: string,
  ): Promise<Ranking> {
    const asked = version
    const first = await rankSlice(offer, asOf, 0, firstSlice)
    if (first.total < held.size) throw lost()
    const matches = first.matches
    const ranking = { offerId: offer.id, ms: first.ms }
    board.answer(
      slot,
      { state: 'ready', value: { ...ranking, matches: matches.slice() } },
      slot.version,
      now().getTime(),
    )
    // A change makes all of it anew, so it is taken first.
    while (matches.length < first.total && version === asked && waiting.size + gone.size === 0 && !stopped) {
      const other = nextAsk(slot)
      if (other) await answer(other)
      else await whenIdle()
      const next = await rankSlice(offer, asOf, matches.length, slice)
      if (next.matches.length === 0) break
      matches.push(...next.matches)
    }
    return { ...ranking, matches }
  }

  /** A matcher that was ended while idle comes back empty and does not know it. */
  function checkHeld(matches: readonly Match[]): void {
    if (matches.length < held.size) throw lost()
  }

  /** Nobody found: there may be nobody in a matcher that was ended while idle. */
  async function checkPool(finder: SearchParts['finder']): Promise<void> {
    if (held.size > 0 && (await finder.countMatching({ type: 'all' }, 'candidates')) < held.size) throw lost()
  }

  function restart(): void {
    compared = false
    givenLexicon = null
    kept.clear()
    held.clear()
    gone.clear()
    offers.forget()
    for (const id of candidates.keys()) waiting.add(id)
    stops += 1
    if (stops >= stopsBeforeGivingUp) {
      board.setIndexState({ state: 'failed', held: 0, total: candidates.size })
      for (const slot of board.asks()) board.answer(slot, { state: 'failed' }, -1, 0)
      return
    }
    board.setIndexState({
      state: 'filling',
      held: 0,
      total: candidates.size,
      restarts: board.indexState().restarts + 1,
    })
    void run()
  }

  board.connect(
    () => void run(),
    () => {
      stops = 0
      board.setIndexState({ state: 'filling' })
      for (const slot of board.asks()) board.answer(slot, { state: 'loading' }, -1, 0)
      void run()
    },
  )
  tellState()
  return () => {
    stopped = true
    unfollow()
    unfollowChoices()
    unfollowLexicon?.()
    unfollowDealings?.()
    unfollowOffers?.()
    board.connect(
      () => {},
      () => {},
    )
  }
}

const noAnswer = { total: 0, ms: 0, found: [] }
const noDealings: Dealings = { stages: [], lastContactAt: 0 }

/** A whole number that is another for other words, but for one case in 2^52. */
function numberOf(words: string): number {
  let low = 0x811c9dc5
  let high = 0x2f0b4c47
  for (let at = 0; at < words.length; at += 1) {
    low = Math.imul(low ^ words.charCodeAt(at), 0x01000193)
    high = Math.imul(high ^ words.charCodeAt(at), 0x85ebca6b)
  }
  return ((high >>> 12) & 0xfffff) * 2 ** 32 + (low >>> 0)
}

/** Offers on their way to the finder, as candidates are: what changed is sent, what left is taken out. */
function createOfferFeed(search: SearchParts | undefined) {
  const held = new Map<string, Stored<'offer'>>()
  const waiting = new Set<string>()
  const gone = new Set<string>()
  let version = 0
  return {
    version: () => version,
    take(changed: Stored<'offer'>[], removed: string[]): void {
      const drop = (id: string) => {
        waiting.delete(id)
        if (held.delete(id)) gone.add(id)
      }
      for (const record of changed) {
        if (record.binnedAt !== undefined) drop(record.id)
        else {
          held.set(record.id, record)
          waiting.add(record.id)
          gone.delete(record.id)
        }
      }
      for (const id of removed) drop(id)
    },
    /** After the finder lost everything. */
    forget(): void {
      gone.clear()
      for (const id of held.keys()) waiting.add(id)
    },
    /** Sends one chunk of what changed. Gives whether there was anything. */
    async send(): Promise<boolean> {
      if (!search || gone.size + waiting.size === 0) return false
      if (gone.size > 0) {
        const ids = [...gone]
        gone.clear()
        await search.finder.removeOffers(ids)
      } else {
        const chunk = [...waiting].slice(0, chunkSize)
        for (const id of chunk) waiting.delete(id)
        const records = chunk.flatMap((id) => held.get(id) ?? [])
        await search.finder.upsertOffers(
          records.map(({ id, fields }) => offerToProfile(id, fields)),
          records.map(offerToFacts),
        )
      }
      version += 1
      return true
    },
  }
}

/** `YYYY-MM` on this device's clock. */
export const monthOf = (date: Date): string => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`

const dayOf = (date: Date): string => `${monthOf(date)}-${String(date.getDate()).padStart(2, '0')}`

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 100 })
    else setTimeout(resolve, 0)
  })

const lost = (): Error => new Error('The matcher lost candidates.')
