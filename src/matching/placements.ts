import type { Application } from '../model/application.ts'
import type { Offer } from '../model/offer.ts'
import { lastMove } from './records.ts'

/** An offer that a person was accepted for, and since when. */
export interface Placement {
  offerId: string
  title: string
  company: string
  /** Milliseconds since 1970; null when the move was not kept. */
  at: number | null
}

/** Where one person was placed, the latest first. Offers that are gone are left out. */
export function placementsOf(
  candidateId: string,
  applications: readonly Application[],
  offers: ReadonlyMap<string, { fields: Pick<Offer, 'title' | 'company'> }>,
): Placement[] {
  return applications
    .flatMap((application): Placement[] => {
      const offer = offers.get(application.offerId)?.fields
      if (!offer || application.candidateId !== candidateId || application.stage !== 'accepted') return []
      const { title, company } = offer
      return [{ offerId: application.offerId, title, company, at: lastMove(application)?.at ?? null }]
    })
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0) || (a.offerId < b.offerId ? -1 : 1))
}
