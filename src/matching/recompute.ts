import type { OfferProfile } from '../model/match.ts'
import { candidateToProfile, offerToProfile } from '../model/profile.ts'
import type { ScoreEvent } from '../model/scoreEvent.ts'
import type { MatchingApi } from '../../workers/matching/protocol.ts'
import { candidateAsOf, offerAsOf } from './records.ts'
import { versionOf } from './scoreSeal.ts'

/** What computing one score again gave. */
export type Recomputed =
  /** From the very inputs, by the very engine: `now` must equal what was shown. */
  | { type: 'same'; now: number }
  | { type: 'differs'; now: number }
  /** The inputs are the same, the engine is a later one: the figures may differ. */
  | { type: 'other-engine'; now: number; engine: string }
  /** The person or the offer was erased since. */
  | { type: 'erased' }
  /** What the records held then is not what the score was computed from. */
  | { type: 'inputs-differ' }

/** What computing again needs; tests bring their own. */
export interface RecomputeParts {
  matcher: Pick<MatchingApi, 'score' | 'facts'>
  candidateThen?: typeof candidateAsOf
  offerThen?: typeof offerAsOf
}

/**
 * Computes every score of an event again from the records as they stood then, put together from the journal, with the
 * weights kept beside it. Gives what each row came to, in their order.
 */
export async function recompute(
  event: ScoreEvent,
  { matcher, candidateThen = candidateAsOf, offerThen = offerAsOf }: RecomputeParts,
): Promise<Recomputed[]> {
  const { engine } = await matcher.facts()
  const { what, at, asOf } = event
  const candidateProfile = async (id: string) => {
    const record = await candidateThen(id, at)
    return record && candidateToProfile(id, record.fields)
  }
  const offerProfile = async (id: string): Promise<OfferProfile | null> => {
    if (event.inline !== '') return JSON.parse(event.inline) as OfferProfile
    const record = await offerThen(id, at)
    return record && offerToProfile(id, record.fields)
  }
  const fixedCandidate = what === 'offers' ? await candidateProfile(event.candidateId) : null
  const fixedOffer = what === 'offers' ? null : await offerProfile(event.offerId)
  const found: Recomputed[] = []
  for (const [id, shown, version] of event.rows) {
    const candidate = fixedCandidate ?? (what === 'offers' ? null : await candidateProfile(id))
    const offer = fixedOffer ?? (what === 'offers' ? await offerProfile(id) : null)
    if (!candidate || !offer) {
      found.push({ type: 'erased' })
      continue
    }
    const [offerVersion, candidateVersion] = what === 'offers' ? [version, event.version] : [event.version, version]
    if ((await versionOf(offer)) !== offerVersion || (await versionOf(candidate)) !== candidateVersion) {
      found.push({ type: 'inputs-differ' })
      continue
    }
    const scored: OfferProfile = {
      ...offer,
      weights: { ...event.workspaceWeights, ...offer.weights },
      ...(event.learned ? { learned: event.learned } : {}),
    }
    const now = (await matcher.score(scored, [candidate], asOf))[0]!.score
    found.push(
      engine !== event.engine
        ? { type: 'other-engine', now, engine }
        : { type: now === shown ? 'same' : 'differs', now },
    )
  }
  return found
}
