import { learnAgainAfter, learnFrom, type Learned } from '../model/learned.ts'
import type { Decision } from '../model/decisions.ts'
import { offerToProfile } from '../model/profile.ts'
import type { Stored } from '../model/record.ts'
import type { Scoring } from '../model/scoring.ts'
import type { MatchingApi } from '../../workers/matching/protocol.ts'
import { board as tabBoard, type Board } from './board.ts'
import { changeScoring, followDecisions, followScoring } from './records.ts'

/** After the last decision: a run of them is learned from once. */
const pauseMs = 3000

/** What learning needs from outside; tests bring their own. */
export interface LearningParts {
  matcher: Pick<MatchingApi, 'learn' | 'facts'>
  board?: Pick<Board, 'indexState' | 'watchIndexState'>
  followChoices?: typeof followScoring
  follow?: typeof followDecisions
  keep?: (learned: Learned) => Promise<unknown>
  now?: () => number
  delayMs?: number
}

/**
 * Learns from the workspace's own decisions, from the fiftieth on, and again after ten more or under another engine.
 * What was learned is kept with the workspace and enters every score from then on, shown apart; nothing is learned
 * while a person has it switched off. Returns the way to stop.
 */
export function startLearning({
  matcher,
  board = tabBoard,
  followChoices = followScoring,
  follow = followDecisions,
  keep = (learned) => changeScoring({ learned }, 'matching.learned'),
  now = Date.now,
  delayMs = pauseMs,
}: LearningParts): () => void {
  let scoring: Scoring | null = null
  let decided: { since: (since: number) => Decision[]; offers: ReadonlyMap<string, Stored<'offer'>> } | null = null
  /** Decisions at the last try, since a try may keep nothing. */
  let tried = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let working = false

  const wake = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void look(), delayMs)
  }

  async function look(): Promise<void> {
    if (working || !scoring?.learning.on || !decided || board.indexState().state !== 'ready') return
    const decisions = decided.since(scoring.learning.since)
    if (decisions.length < learnFrom) return
    working = true
    try {
      const { engine } = await matcher.facts()
      const known = scoring.learned
      const isNew = known === null || known.engine !== engine || decisions.length >= known.decisions + learnAgainAfter
      if (!isNew || decisions.length < tried + (tried === 0 ? 0 : learnAgainAfter)) return
      tried = decisions.length
      const offerIds = [...new Set(decisions.map(({ offerId }) => offerId))]
      const learned = await matcher.learn({
        offers: offerIds.map((id) => offerToProfile(id, decided!.offers.get(id)!.fields)),
        decisions: decisions.map(({ offerId, candidateId, chosen, asOf }) => ({ offerId, candidateId, chosen, asOf })),
      })
      if (learned.decisions >= learnFrom && !isSame(learned, known)) await keep({ ...learned, at: now() })
    } catch {
      // The matcher stopped in the middle: it is filled again, which wakes this again.
    } finally {
      working = false
    }
  }

  const stops = [
    followChoices((next) => {
      if (next.learning.since !== scoring?.learning.since) tried = 0
      scoring = next
      wake()
    }),
    follow((since, offers) => {
      decided = { since, offers }
      wake()
    }),
    board.watchIndexState(() => {
      if (board.indexState().state === 'ready') wake()
    }),
  ]
  return () => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}

const isSame = (learned: Omit<Learned, 'at'>, known: Learned | null): boolean =>
  known !== null && essenceOf(learned) === essenceOf(known)

const essenceOf = ({ coefficients, decisions, pairs, verdict, engine }: Omit<Learned, 'at'>): string =>
  JSON.stringify([Object.entries(coefficients).sort(), decisions, pairs, verdict, engine])
