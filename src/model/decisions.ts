import type { Stage } from './application.ts'
import type { Stored } from './record.ts'

/** A person chosen or refused for an offer, as it stands now. */
export interface Decision {
  offerId: string
  candidateId: string
  chosen: boolean
  /** Moment of the move that decided, ms. */
  at: number
  /** The month of it, `YYYY-MM`: what was known of careers then. */
  asOf: string
}

/** What each stage says of a choice; the others say nothing yet. */
const chosenAt: Partial<Record<Stage, boolean>> = { proposed: true, interview: true, accepted: true, rejected: false }

type Records<K extends 'application' | 'offer' | 'candidate'> = ReadonlyMap<string, Stored<K>>

/** The decisions made since a moment, of people and for offers that are still here. */
export function decisionsOf(
  applications: Records<'application'>,
  offers: Records<'offer'>,
  candidates: Records<'candidate'>,
  since: number,
): Decision[] {
  const isHere = (record: Stored | undefined) => record !== undefined && record.binnedAt === undefined
  return [...applications.values()].flatMap((application) => {
    const { offerId, candidateId, stage, moves } = application.fields
    const chosen = chosenAt[stage]
    if (chosen === undefined || !isHere(application)) return []
    if (!isHere(offers.get(offerId)) || !isHere(candidates.get(candidateId))) return []
    const at = Object.values(moves).reduce((latest, move) => Math.max(latest, move.at), application.createdAt)
    return at < since ? [] : [{ offerId, candidateId, chosen, at, asOf: new Date(at).toISOString().slice(0, 7) }]
  })
}
