import { describe, expect, it } from 'vitest'
import { emptyCandidate } from '../model/candidate.ts'
import type { CandidateProfile, Explanation, Match, OfferProfile } from '../model/match.ts'
import { emptyOffer } from '../model/offer.ts'
import { emptyOwnLexicon, type OwnLexicon } from '../model/ownLexicon.ts'
import { offerToProfile } from '../model/profile.ts'
import type { Stored } from '../model/record.ts'
import { type MatcherFacts, type Scoring, scoringOf } from '../model/scoring.ts'
import type { CandidateFacts } from '../model/searchQuery.ts'
import { type Ask, createBoard } from './board.ts'
import { startIndexing } from './indexing.ts'

const candidate = (id: string, headline = '', binnedAt?: number): Stored<'candidate'> => ({
  id,
  kind: 'candidate',
  fields: { ...emptyCandidate(), headline },
  about: {},
  createdAt: 0,
  updatedAt: 0,
  ...(binnedAt ? { binnedAt } : {}),
})

const matchOf = (offerId: string, profile: CandidateProfile): Match => ({
  offerId,
  candidateId: profile.id,
  score: profile.lines[0]?.text === 'Cariste' ? 90 : 40,
  low: 40,
  high: 40,
  confidence: 1,
  sub: { semantic: 50, rules: 50, learned: null },
  cappedBy: null,
  capPoints: 0,
  terms: [],
  requirements: [],
  km: null,
})

/** A matcher that holds profiles in memory, and can be told to die once. */
function createMatcher() {
  const profiles = new Map<string, CandidateProfile>()
  const state = {
    dieAt: '',
    times: Infinity,
    deaths: 0,
    sent: 0,
    chunks: 0,
    asOf: '',
    offer: null as OfferProfile | null,
  }
  const work = <T>(name: string, value: () => T): Promise<T> => {
    if (state.dieAt === name && state.deaths < state.times) {
      state.deaths += 1
      profiles.clear()
      return Promise.reject(new Error('stopped'))
    }
    return Promise.resolve().then(value)
  }
  const rank = (offer: OfferProfile) =>
    [...profiles.values()]
      .map((profile) => matchOf(offer.id, profile))
      .toSorted((a, b) => b.score - a.score || (a.candidateId < b.candidateId ? -1 : 1))
  return {
    state,
    profiles,
    api: {
      upsertCandidates: (added: CandidateProfile[]) =>
        work('upsert', () => {
          for (const profile of added) profiles.set(profile.id, profile)
          state.sent += added.length
          state.chunks += 1
          return profiles.size
        }),
      removeCandidates: (ids: string[]) =>
        work('remove', () => {
          for (const id of ids) profiles.delete(id)
          return profiles.size
        }),
      rank: (offer: OfferProfile, asOf: string) =>
        work('rank', () => {
          state.asOf = asOf
          state.offer = offer
          return { matches: rank(offer), ms: 1 }
        }),
      facts: () => work('facts', () => ({ engine: 'test' }) as MatcherFacts),
      explain: () => work('explain', () => null as Explanation | null),
      rankOffers: (_id: string, offers: OfferProfile[]) =>
        work('offers', () => offers.map(({ id }) => rank({ id } as OfferProfile)[0]!)),
    },
  }
}

const offer = offerToProfile('offer-1', { ...emptyOffer(), title: 'Cariste' })
const rankingKey = JSON.stringify({ type: 'ranking', offer } satisfies Ask)
const settle = async () => {
  for (let turn = 0; turn < 400; turn += 1) await Promise.resolve()
}

function start(first: Stored<'candidate'>[]) {
  const board = createBoard()
  const matcher = createMatcher()
  let feed: (changed: Stored<'candidate'>[], removed: string[]) => void = () => {}
  let choose: (scoring: Scoring) => void = () => {}
  const told: unknown[][] = []
  const stop = startIndexing({
    matcher: matcher.api,
    board,
    follow: (listener) => {
      feed = listener
      if (first.length > 0) listener(first, [])
      return () => {}
    },
    followChoices: (listener) => {
      choose = listener
      return () => {}
    },
    onScores: ({ ask, asOf, scoring, candidateOf }) =>
      told.push([ask.type, asOf, Object.keys(scoring.weights).join(), candidateOf('a')?.fields.headline]),
    whenIdle: () => Promise.resolve(),
    now: () => new Date(2026, 10, 21),
  })
  const ids = () => {
    const answer = board.answerTo(rankingKey)
    return answer.state === 'ready'
      ? (answer.value as { matches: Match[] }).matches.map(({ candidateId }) => candidateId)
      : answer.state
  }
  return {
    board,
    matcher,
    stop,
    ids,
    feed: (changed: Stored<'candidate'>[], removed: string[] = []) => feed(changed, removed),
    choose: (scoring: Scoring) => choose(scoring),
    told,
  }
}

describe('startIndexing', () => {
  it('M062 ranks everyone of the store for the month of today, and again when someone changes, leaves or comes back', async () => {
    const { board, matcher, ids, feed } = start([candidate('a'), candidate('b', 'Cariste'), candidate('binned', '', 1)])
    let redraws = 0
    board.watch(rankingKey, () => (redraws += 1))
    await settle()
    expect(ids()).toEqual(['b', 'a'])
    expect(matcher.state.asOf).toBe('2026-11')
    expect(board.indexState()).toEqual({ state: 'ready', held: 2, total: 2, restarts: 0 })

    feed([candidate('c', 'Cariste'), candidate('b', 'Cariste', 5)])
    await settle()
    expect(ids()).toEqual(['c', 'a'])
    feed([candidate('b', 'Cariste')], ['c'])
    await settle()
    expect(ids()).toEqual(['b', 'a'])
    expect(redraws).toBeGreaterThanOrEqual(3)
  })

  it('sends only what changed', async () => {
    const { matcher, feed } = start(Array.from({ length: 450 }, (_, index) => candidate(`c${index}`)))
    await settle()
    expect(matcher.state).toMatchObject({ sent: 450, chunks: 3 })
    feed([candidate('c7', 'Cariste')])
    await settle()
    expect(matcher.state.sent).toBe(451)
  })

  it('during a crowd of changes keeps filling, with an early ranking and the full one, none per chunk between', async () => {
    const { board, ids, matcher } = start(Array.from({ length: 3000 }, (_, index) => candidate(`c${index}`)))
    const seen: number[] = []
    board.watch(rankingKey, () => seen.push((ids() as string[]).length))
    for (let turn = 0; turn < 10; turn += 1) await settle()
    expect(matcher.state.chunks).toBe(15)
    expect(seen).toEqual([200, 3000])
  })

  it('fills the matcher again when it stops, and says that it did', async () => {
    const { board, matcher, ids } = start([candidate('a'), candidate('b', 'Cariste')])
    await settle()
    Object.assign(matcher.state, { dieAt: 'rank', times: 1 })
    board.watch(rankingKey, () => {})
    await settle()
    expect(ids()).toEqual(['b', 'a'])
    expect(board.indexState()).toMatchObject({ state: 'ready', restarts: 1 })
  })

  it('fills again a matcher that came back empty without a word', async () => {
    const { board, matcher, ids } = start([candidate('a'), candidate('b')])
    await settle()
    matcher.profiles.clear()
    board.watch(rankingKey, () => {})
    await settle()
    expect(ids()).toEqual(['a', 'b'])
  })

  it('gives up after three stops in a row, and starts again when a person asks', async () => {
    const { board, matcher, ids } = start([candidate('a')])
    matcher.state.dieAt = 'rank'
    board.watch(rankingKey, () => {})
    await settle()
    expect(matcher.state.deaths).toBe(3)
    expect(ids()).toBe('failed')
    expect(board.indexState().state).toBe('failed')

    matcher.state.dieAt = ''
    board.retry()
    await settle()
    expect(ids()).toEqual(['a'])
    expect(board.indexState().state).toBe('ready')
  })

  it('an empty pool is ranked as empty, not awaited for ever', async () => {
    const { board, ids, feed } = start([])
    board.watch(rankingKey, () => {})
    await settle()
    expect(ids()).toBe('loading')
    feed([])
    await settle()
    expect(ids()).toEqual([])
  })

  it('M062 C38 ranks again with the weights of the workspace and what it learned, an offer’s own weights before them', async () => {
    const { board, matcher, choose } = start([candidate('a')])
    const own = { ...offer, weights: { musts: 1 } }
    board.watch(JSON.stringify({ type: 'ranking', offer: own } satisfies Ask), () => {})
    await settle()
    expect(matcher.state.offer).toMatchObject({ weights: { musts: 1 } })
    expect(matcher.state.offer?.learned).toBeUndefined()

    const learned = {
      coefficients: { location: 2 },
      decisions: 60,
      pairs: 90,
      agreement: { before: 0.6, after: 0.7, pairs: 90 },
      verdict: 'learned',
      engine: 'test',
      at: 1,
    } as const
    choose({ ...scoringOf(() => undefined), weights: { musts: 5, location: 2 }, learned })
    await settle()
    expect(matcher.state.offer).toMatchObject({ weights: { musts: 1, location: 2 }, learned: { location: 2 } })

    choose({ ...scoringOf(() => undefined), learned, learning: { on: false, since: 0 } })
    await settle()
    expect(matcher.state.offer?.learned).toBeUndefined()
  })

  it('tells the log of every score it answers, with what it was computed from', async () => {
    const { board, told, choose } = start([candidate('a', 'Cariste')])
    choose({ ...scoringOf(() => undefined), weights: { musts: 5 } })
    board.watch(rankingKey, () => {})
    await settle()
    expect(told).toEqual([['ranking', '2026-11', 'musts', 'Cariste']])
  })

  it('forgets an ask that nobody watches any more', async () => {
    const { board } = start([candidate('a')])
    board.watch(rankingKey, () => {})()
    await settle()
    expect(board.asks()).toEqual([])
  })

  it('sends only those whom the matcher does not hold from an earlier visit, and takes out who has left', async () => {
    const board = createBoard()
    const matcher = createMatcher()
    const profileOf = (id: string): CandidateProfile => ({ id, lines: [], facts: {} as CandidateProfile['facts'] })
    for (const id of ['kept', 'edited', 'gone']) matcher.profiles.set(id, profileOf(id))
    startIndexing({
      matcher: {
        ...matcher.api,
        heldCandidates: () => Promise.resolve({ ids: ['kept', 'edited', 'gone'], versions: Float64Array.of(0, 7, 0) }),
      },
      board,
      follow: (listener) => {
        listener([candidate('kept'), candidate('edited'), candidate('new')], [])
        return () => {}
      },
      followChoices: () => () => {},
      whenIdle: () => Promise.resolve(),
    })
    await settle()
    expect(matcher.state.sent).toBe(2)
    expect([...matcher.profiles.keys()].toSorted()).toEqual(['edited', 'kept', 'new'])
  })

  it('gives the lexicon before anyone, and everyone again when it is another', async () => {
    const matcher = createMatcher()
    const heard: string[] = []
    let version = ''
    let tellLexicon: (own: OwnLexicon) => void = () => {}
    startIndexing({
      matcher: {
        ...matcher.api,
        upsertCandidates: (added) => {
          heard.push(...added.map(({ id }) => id))
          return matcher.api.upsertCandidates(added)
        },
        setOwnLexicon: (own) => {
          heard.push(`lexicon ${own.version}`)
          const isOther = own.version !== version
          version = own.version
          if (isOther) matcher.profiles.clear()
          return Promise.resolve(isOther)
        },
      },
      board: createBoard(),
      follow: (listener) => {
        listener([candidate('a'), candidate('b')], [])
        return () => {}
      },
      followChoices: () => () => {},
      followLexicon: (listener) => {
        tellLexicon = listener
        return () => {}
      },
      beforeLexicon: () => Promise.resolve(heard.push('log')),
      whenIdle: () => Promise.resolve(),
    })
    await settle()
    expect(heard).toEqual([])
    tellLexicon(emptyOwnLexicon)
    await settle()
    expect(heard).toEqual(['lexicon ', 'a', 'b'])
    tellLexicon({ ...emptyOwnLexicon, version: 'one' })
    await settle()
    expect(heard.slice(3)).toEqual(['log', 'lexicon one', 'a', 'b'])
    expect(matcher.profiles.size).toBe(2)
  })

  it('shows the first of a large pool before everyone is ranked, and then everyone', async () => {
    const board = createBoard()
    const matcher = createMatcher()
    startIndexing({
      matcher: {
        ...matcher.api,
        rankSlice: async (asked, asOf, from, count) => {
          const { matches, ms } = await matcher.api.rank(asked, asOf)
          return { matches: matches.slice(from, from + count), total: matches.length, ms }
        },
      },
      board,
      follow: (listener) => {
        listener(
          Array.from({ length: 1600 }, (_, index) => candidate(`c${index}`)),
          [],
        )
        return () => {}
      },
      followChoices: () => () => {},
      whenIdle: () => Promise.resolve(),
    })
    for (let turn = 0; turn < 20; turn += 1) await settle()
    const shown: number[] = []
    board.watch(rankingKey, () => {
      const answer = board.answerTo(rankingKey)
      if (answer.state === 'ready') shown.push((answer.value as { matches: Match[] }).matches.length)
    })
    for (let turn = 0; turn < 20; turn += 1) await settle()
    expect(shown).toEqual([100, 1600])
  })
})

describe('what the search needs', () => {
  function startSearching() {
    const board = createBoard()
    const matcher = createMatcher()
    const sent: { facts: CandidateFacts[]; offers: string[]; goneOffers: string[] } = { facts: [], offers: [], goneOffers: [] } // prettier-ignore
    let feed: (changed: Stored<'candidate'>[], removed: string[]) => void = () => {}
    let tellDealings: (ids: string[]) => void = () => {}
    let tellOffers: (changed: Stored<'offer'>[], removed: string[]) => void = () => {}
    const contacts = new Map<string, number>()
    let asks = 0
    const stop = startIndexing({
      matcher: {
        ...matcher.api,
        upsertCandidates: (profiles: CandidateProfile[], facts?: CandidateFacts[]) => {
          sent.facts.push(...(facts ?? []))
          return matcher.api.upsertCandidates(profiles)
        },
      },
      search: {
        finder: {
          upsertOffers: (offers: OfferProfile[]) => {
            sent.offers.push(...offers.map(({ id }) => id))
            return Promise.resolve(sent.offers.length)
          },
          removeOffers: (ids: string[]) => {
            sent.goneOffers.push(...ids)
            return Promise.resolve(0)
          },
          searchCandidates: () => {
            asks += 1
            return Promise.resolve({ total: matcher.profiles.size, ms: 1, found: [] })
          },
          searchOffers: () => Promise.resolve({ total: sent.offers.length, ms: 1, found: [] }),
          countMatching: () => Promise.resolve(matcher.profiles.size),
          moreLikeThis: () => Promise.resolve({ total: 0, ms: 0, found: [] }),
        },
        dealings: {
          of: (id) => ({ stages: [], lastContactAt: contacts.get(id) ?? 0 }),
          follow: (listener) => {
            tellDealings = listener
            return () => {}
          },
        },
        followOffers: (listener) => {
          tellOffers = listener
          return () => {}
        },
      },
      board,
      follow: (listener) => {
        feed = listener
        return () => {}
      },
      followChoices: (listener) => {
        listener(scoringOf(() => undefined))
        return () => {}
      },
      whenIdle: () => Promise.resolve(),
      now: () => new Date(2026, 10, 21),
    })
    const offerRecord = (id: string, binnedAt?: number): Stored<'offer'> => ({
      id,
      kind: 'offer',
      fields: emptyOffer(),
      about: {},
      createdAt: 0,
      updatedAt: 0,
      ...(binnedAt ? { binnedAt } : {}),
    })
    return {
      board,
      sent,
      contacts,
      stop,
      offerRecord,
      asks: () => asks,
      feed: (changed: Stored<'candidate'>[]) => feed(changed, []),
      tellDealings: (ids: string[]) => tellDealings(ids),
      tellOffers: (changed: Stored<'offer'>[]) => tellOffers(changed, []),
    }
  }
  const options = { limit: 10, offset: 0, sort: 'relevance' as const, explainTerms: false }
  const key = (among: 'candidates' | 'offers') =>
    JSON.stringify({ type: 'search', among, query: { type: 'all' }, options } satisfies Ask)

  it('M043 sends what happened to a candidate again, and answers an open search anew', async () => {
    const { board, sent, contacts, feed, tellDealings, asks } = startSearching()
    feed([candidate('a'), candidate('b')])
    board.watch(key('candidates'), () => {})
    await settle()
    expect(sent.facts.map(({ lastContactAt }) => lastContactAt)).toEqual([0, 0])
    expect(board.answerTo(key('candidates'))).toMatchObject({ state: 'ready', value: { total: 2 } })
    const before = asks()
    contacts.set('b', 1234)
    tellDealings(['b', 'nobody here'])
    await settle()
    expect(sent.facts.slice(2).map(({ lastContactAt }) => lastContactAt)).toEqual([1234])
    expect(asks()).toBeGreaterThan(before)
  })

  it('W019 holds the offers that are not in the bin, and an offer that changes asks no ranking again', async () => {
    const { board, sent, feed, tellOffers, offerRecord } = startSearching()
    feed([candidate('a')])
    board.watch(key('offers'), () => {})
    board.watch(rankingKey, () => {})
    await settle()
    let rankings = 0
    board.watch(rankingKey, () => (rankings += 1))
    tellOffers([offerRecord('one'), offerRecord('two')])
    await settle()
    expect(board.answerTo(key('offers'))).toMatchObject({ state: 'ready', value: { total: 2 } })
    tellOffers([offerRecord('one', 5)])
    await settle()
    expect(sent).toMatchObject({ offers: ['one', 'two'], goneOffers: ['one'] })
    expect(rankings).toBe(0)
  })
})
