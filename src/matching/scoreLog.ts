import type { Stage } from '../model/application.ts'
import type { Explanation, Match, OfferProfile } from '../model/match.ts'
import { candidateToProfile, offerToProfile } from '../model/profile.ts'
import type { Stored } from '../model/record.ts'
import { learnedInForce, type Scoring } from '../model/scoring.ts'
import type { NewScoreEvent, ScoreEvent } from '../model/scoreEvent.ts'
import type { MatchingApi } from '../../workers/matching/protocol.ts'
import type { Answers, Ask } from './board.ts'
import { readOffer } from '../offers/records.ts'
import { appendScoreEvents } from './records.ts'
import { sha256, versionOf } from './scoreSeal.ts'

/** Scores of a ranking kept one by one; further ones are in its digest, and can be computed again from it. */
const rowsKept = 100
/** After the first score shown: what comes on a screen together is written in one go, and little is lost with a page that closes. */
const batchMs = 300
/** The same scores seen again within this time are one look. */
const sameLookMs = 30 * 60_000

/** Scores that came on a screen, with all they were computed from. */
export interface ShownScores {
  ask: Ask
  value: Answers[Ask['type']]
  asOf: string
  /** Moment of the computation, ms: what was read is what the records held then. */
  at: number
  scoring: Scoring
  candidateOf: (id: string) => Stored<'candidate'> | undefined
}

/** A decision taken in sight of a score. */
export interface TakenDecision {
  offerId: string
  candidateId: string
  stage: Stage
  score: number | null
}

/** What the log needs from outside; tests bring their own. */
export interface ScoreLogParts {
  matcher: Pick<MatchingApi, 'facts'>
  append?: (events: NewScoreEvent[]) => Promise<unknown>
  offerOf?: (id: string) => Promise<Stored<'offer'> | null>
  now?: () => number
  delayMs?: number
}

type Draft = Omit<NewScoreEvent, 'engine'>

/**
 * Keeps every score that came before somebody's eyes, and every decision taken with one: one compact event for a whole
 * ranking, written a moment later in one go, so that nobody waits for it. `note` returns at once.
 */
export function createScoreLog({
  matcher,
  append = appendScoreEvents,
  offerOf = readOffer,
  now = Date.now,
  delayMs = batchMs,
}: ScoreLogParts) {
  const waiting = new Map<string, ShownScores>()
  const decisions: TakenDecision[] = []
  /** The digest last written for a subject, and when. */
  const seen = new Map<string, { digest: string; at: number }>()
  /** How the scores of an offer were last computed: a decision is taken on these. */
  const lastOf = new Map<string, ShownScores>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing: Promise<void> = Promise.resolve()

  const wake = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      void flush()
    }, delayMs)
  }

  function flush(): Promise<void> {
    const shown = [...waiting.values()]
    const decided = decisions.splice(0)
    waiting.clear()
    if (shown.length + decided.length === 0) return writing
    writing = writing
      .then(async () => {
        const { engine } = await matcher.facts()
        const drafts: Draft[] = []
        for (const each of shown) {
          const draft = await draftOf(each, offerOf)
          if (!draft) continue
          const key = subjectOf(each.ask)
          const before = seen.get(key)
          if (before?.digest === draft.digest && now() - before.at < sameLookMs) continue
          seen.set(key, { digest: draft.digest, at: now() })
          drafts.push(draft)
        }
        for (const each of decided) drafts.push(await decisionDraft(each, lastOf.get(each.offerId), offerOf, now()))
        if (drafts.length > 0) await append(drafts.map((draft) => ({ ...draft, engine })))
      })
      // A log that cannot be written (a full disk) must not keep anyone from working; the disk has its own warning.
      .catch(() => undefined)
    return writing
  }

  return {
    /** Scores were answered to a screen that is open. */
    note(shown: ShownScores): void {
      const { type } = shown.ask
      if (!isScored(type)) return
      const held = holding(shown)
      if (type === 'ranking' || type === 'explanation') lastOf.set(shown.ask.offer.id, held)
      waiting.set(subjectOf(shown.ask), held)
      wake()
    },
    noteDecision(decision: TakenDecision): void {
      decisions.push(decision)
      wake()
    },
    /** Writes what waits now; resolves when it is on the disk. */
    flush,
  }
}

/** A count names nobody, what a search finds has no score, and what the matcher says of itself is none. */
const isScored = (type: Ask['type']): type is 'ranking' | 'explanation' | 'offers' =>
  type === 'ranking' || type === 'explanation' || type === 'offers'

/** The same, with the people it is about as they are now: by the time it is written they may be changed. */
function holding(shown: ShownScores): ShownScores {
  const { ask, value, candidateOf } = shown
  const ids =
    ask.type === 'ranking'
      ? (value as Answers['ranking']).matches.slice(0, rowsKept).map(({ candidateId }) => candidateId)
      : 'candidateId' in ask
        ? [ask.candidateId]
        : []
  const people = new Map(ids.map((id) => [id, candidateOf(id)]))
  return { ...shown, candidateOf: (id) => people.get(id) ?? candidateOf(id) }
}

function subjectOf(ask: Ask): string {
  switch (ask.type) {
    case 'ranking':
      return `ranking ${ask.offer.id}`
    case 'explanation':
      return `explanation ${ask.offer.id} ${ask.candidateId}`
    case 'offers':
      return `offers ${ask.candidateId}`
    default:
      return ask.type
  }
}

const digestOf = (rows: readonly (readonly [string, number])[]): Promise<string> =>
  sha256(rows.map(([id, score]) => `${id}:${score}`).join('\n'))

const weightsIn = (match: Match | undefined): Record<string, number> =>
  Object.fromEntries((match?.terms ?? []).map(({ name, weight }) => [name, weight]))

async function draftOf(shown: ShownScores, offerOf: NonNullable<ScoreLogParts['offerOf']>): Promise<Draft | null> {
  const { ask, asOf, at, scoring, candidateOf } = shown
  const candidateVersion = async (id: string): Promise<string> => {
    const record = candidateOf(id)
    return record ? versionOf(candidateToProfile(id, record.fields)) : ''
  }
  const base = {
    at,
    offerId: '',
    candidateId: '',
    asOf,
    workspaceWeights: scoring.weights as Record<string, number>,
    learned: learnedInForce(scoring) as Record<string, number> | null,
    version: '',
    inline: '',
    stage: '' as const,
    decidedOn: null,
  }
  switch (ask.type) {
    case 'ranking': {
      const { matches } = shown.value as Answers['ranking']
      const rows = matches.map(({ candidateId, score }) => [candidateId, score] as const)
      return {
        ...base,
        what: 'ranking',
        offerId: ask.offer.id,
        ...(await offerVersion(ask.offer, offerOf)),
        weights: weightsIn(matches[0]),
        rows: await Promise.all(
          rows
            .slice(0, rowsKept)
            .map(async ([id, score]): Promise<[string, number, string]> => [id, score, await candidateVersion(id)]),
        ),
        total: rows.length,
        digest: await digestOf(rows),
      }
    }
    case 'explanation': {
      const explanation = shown.value as Explanation | null
      if (!explanation) return null
      const { candidateId, score } = explanation
      return {
        ...base,
        what: 'explanation',
        offerId: ask.offer.id,
        candidateId,
        ...(await offerVersion(ask.offer, offerOf)),
        weights: weightsIn(explanation),
        rows: [[candidateId, score, await candidateVersion(candidateId)]],
        total: 1,
        digest: await digestOf([[candidateId, score]]),
      }
    }
    case 'offers': {
      const matches = shown.value as Answers['offers']
      const profiles = new Map(ask.offers.map((offer) => [offer.id, offer]))
      return {
        ...base,
        what: 'offers',
        candidateId: ask.candidateId,
        version: await candidateVersion(ask.candidateId),
        weights: weightsIn(matches[0]),
        rows: await Promise.all(
          matches
            .slice(0, rowsKept)
            .map(async ({ offerId, score }): Promise<[string, number, string]> => [
              offerId,
              score,
              await versionOf(profiles.get(offerId)),
            ]),
        ),
        total: matches.length,
        digest: await digestOf(matches.map(({ offerId, score }) => [offerId, score] as const)),
      }
    }
    default:
      return null
  }
}

/** The version of an offer, with the offer itself when no record holds it: the draft of an advert is ranked too. */
async function offerVersion(
  offer: OfferProfile,
  offerOf: NonNullable<ScoreLogParts['offerOf']>,
): Promise<{ version: string; inline: string }> {
  const version = await versionOf(offer)
  const stored = await offerOf(offer.id)
  const isStored = stored !== null && (await versionOf(offerToProfile(offer.id, stored.fields))) === version
  return { version, inline: isStored ? '' : JSON.stringify(offer) }
}

async function decisionDraft(
  { offerId, candidateId, stage, score }: TakenDecision,
  shown: ShownScores | undefined,
  offerOf: NonNullable<ScoreLogParts['offerOf']>,
  at: number,
): Promise<Draft> {
  const record = shown?.candidateOf(candidateId)
  const match =
    shown?.ask.type === 'ranking'
      ? (shown.value as Answers['ranking']).matches.find((each) => each.candidateId === candidateId)
      : (shown?.value as Explanation | null | undefined)
  const known = shown && shown.ask.type !== 'offers' && 'offer' in shown.ask ? shown.ask.offer : null
  const rows: ScoreEvent['rows'] =
    score === null
      ? []
      : [[candidateId, score, record ? await versionOf(candidateToProfile(candidateId, record.fields)) : '']]
  return {
    at,
    what: 'decision',
    offerId,
    candidateId,
    asOf: shown?.asOf ?? '',
    workspaceWeights: (shown?.scoring.weights ?? {}) as Record<string, number>,
    weights: weightsIn(match ?? undefined),
    learned: shown ? (learnedInForce(shown.scoring) as Record<string, number> | null) : null,
    ...(known ? await offerVersion(known, offerOf) : { version: '', inline: '' }),
    rows,
    total: rows.length,
    digest: await digestOf(rows.map(([id, value]) => [id, value] as const)),
    stage,
    decidedOn: score,
  }
}
