import { fold } from '../kit/fold.ts'
import type { Application } from '../model/application.ts'
import type { Match } from '../model/match.ts'
import type { Stored } from '../model/record.ts'

/** A company that may want this person, and why (W018). */
export interface Prospect {
  company: string
  /** Its best offer for the person, and whether it is open now. */
  best: Match
  offerTitle: string
  isOpen: boolean
  /** How many of its offers fit. */
  fitting: number
  /** How many people of this workspace were accepted there. */
  placed: number
}

/** From this score on a past offer says that the company hires such people. */
export const prospectFrom = 50

/** Companies whose past or present offers fit, the best first; companies without a name are nobody to call. */
export function prospectsOf(
  matches: readonly Match[],
  offers: ReadonlyMap<string, Stored<'offer'>>,
  applications: readonly Application[],
): Prospect[] {
  const found = new Map<string, Prospect>()
  const keyOf = (company: string) =>
    fold(company)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  for (const match of matches.toSorted((a, b) => b.score - a.score || (a.offerId < b.offerId ? -1 : 1))) {
    const offer = offers.get(match.offerId)
    const key = keyOf(offer?.fields.company ?? '')
    if (!offer || key === '' || match.score < prospectFrom) continue
    const known = found.get(key)
    if (known) known.fitting += 1
    else {
      found.set(key, {
        company: offer.fields.company,
        best: match,
        offerTitle: offer.fields.title,
        isOpen: offer.fields.status === 'open',
        fitting: 1,
        placed: applications.filter(
          ({ stage, offerId }) => stage === 'accepted' && keyOf(offers.get(offerId)?.fields.company ?? '') === key,
        ).length,
      })
    }
  }
  return [...found.values()]
}
