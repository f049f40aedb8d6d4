import type { Explanation, Match, OfferProfile } from '../model/match.ts'
import type { MatcherFacts } from '../model/scoring.ts'
import type { SearchAnswer, SearchOptions, SearchQuery } from '../model/searchQuery.ts'

/** What can be searched. */
export type Searched = 'candidates' | 'offers'

/** What a screen may ask of the matcher. `excellents` is a ranking of which only the count is kept. */
export type Ask =
  | { type: 'ranking'; offer: OfferProfile }
  | { type: 'explanation'; offer: OfferProfile; candidateId: string }
  | { type: 'offers'; candidateId: string; offers: OfferProfile[] }
  | { type: 'excellents'; offer: OfferProfile }
  | { type: 'facts' }
  | { type: 'search'; among: Searched; query: SearchQuery; options: SearchOptions }
  | { type: 'count'; among: Searched; query: SearchQuery }
  | { type: 'alike'; among: Searched; id: string; limit: number }

/** All candidates, best first, and the milliseconds it took. */
export interface Ranking {
  offerId: string
  matches: Match[]
  ms: number
}

/** What each ask is answered with. */
export interface Answers {
  ranking: Ranking
  explanation: Explanation | null
  offers: Match[]
  excellents: number
  facts: MatcherFacts
  search: SearchAnswer
  count: number
  alike: SearchAnswer
}

/** What a screen knows of its ask. `failed` means the matcher stopped and was not started again. */
export type Answer<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed' }

/** Where the matcher stands: how many candidates it holds of those there are, and whether it had to be restarted. */
export interface IndexState {
  state: 'starting' | 'filling' | 'ready' | 'failed'
  held: number
  total: number
  /** Times it stopped and was filled again since the page was opened. */
  restarts: number
}

/** An ask with those who wait for it. `version` is the state of the candidates it was last answered with. */
export interface Slot {
  key: string
  ask: Ask
  answer: Answer<Answers[Ask['type']]>
  version: number
  answeredAt: number
}

const loading = { state: 'loading' } as const

/**
 * Where screens put what they ask and find what was answered: screens know no worker, and the indexing, which knows
 * it, knows no screen. An ask lives as long as somebody watches it.
 */
export function createBoard() {
  const slots = new Map<string, Slot & { listeners: Set<() => void> }>()
  const stateListeners = new Set<() => void>()
  let indexState: IndexState = { state: 'starting', held: 0, total: 0, restarts: 0 }
  let wake: () => void = () => {}
  let retry: () => void = () => {}

  return {
    /** Watches an ask, given as the JSON that is also its identity. Returns the way to stop. */
    watch(key: string, listener: () => void): () => void {
      let slot = slots.get(key)
      if (!slot) {
        slot = {
          key,
          ask: JSON.parse(key) as Ask,
          answer: indexState.state === 'failed' ? { state: 'failed' } : loading,
          version: -1,
          answeredAt: 0,
          listeners: new Set(),
        }
        slots.set(key, slot)
      }
      slot.listeners.add(listener)
      wake()
      return () => {
        slot.listeners.delete(listener)
        if (slot.listeners.size === 0 && slots.get(key) === slot) slots.delete(key)
      }
    },
    /** What is known of an ask now. */
    answerTo: (key: string): Answer<Answers[Ask['type']]> => slots.get(key)?.answer ?? loading,
    /** The asks that somebody watches. */
    asks: (): readonly Slot[] => [...slots.values()],
    /** Gives the answer to those who still watch. */
    answer(slot: Slot, answer: Slot['answer'], version: number, at: number): void {
      const watched = slots.get(slot.key)
      if (!watched) return
      watched.answer = answer
      watched.version = version
      watched.answeredAt = at
      for (const listener of watched.listeners) listener()
    },
    indexState: (): IndexState => indexState,
    setIndexState(next: Partial<IndexState>): void {
      const merged = { ...indexState, ...next }
      const same = (Object.keys(merged) as (keyof IndexState)[]).every((key) => merged[key] === indexState[key])
      if (same) return
      indexState = merged
      for (const listener of stateListeners) listener()
    },
    watchIndexState(listener: () => void): () => void {
      stateListeners.add(listener)
      return () => stateListeners.delete(listener)
    },
    /** Called by the indexing: what to do when something new is asked, and when a person asks to try again. */
    connect(onAsk: () => void, onRetry: () => void): void {
      wake = onAsk
      retry = onRetry
    },
    retry: (): void => retry(),
  }
}
export type Board = ReturnType<typeof createBoard>

/** The board of this tab. */
export const board = createBoard()
