import type { CandidateProfile, Explanation, OfferProfile } from '../model/match.ts'
import type { MatchingApi } from '../../workers/matching/protocol.ts'

/** What an offer could ask less of, and this person's score then. */
export interface OfferRaise {
  what: 'wish' | 'fewer-years' | 'remote'
  requirementId: string | null
  /** For `fewer-years`: the years asked then. */
  years: number | null
  score: number
}

/** Raises of less than this are not worth a talk with the client. */
const leastRaise = 1
const most = 4

interface SofterOffer {
  raise: Omit<OfferRaise, 'score'>
  offer: OfferProfile
}

/** The same offer asking one thing less, for everything this person does not meet. */
export function softerOffers(offer: OfferProfile, explanation: Explanation): SofterOffer[] {
  const unmet = new Map(
    explanation.requirements.filter(({ status }) => status !== 'met').map((judgement) => [judgement.id, judgement]),
  )
  const changed = (id: string, change: Partial<OfferProfile['requirements'][number]>): OfferProfile => ({
    ...offer,
    requirements: offer.requirements.map((requirement) =>
      requirement.id === id ? { ...requirement, ...change } : requirement,
    ),
  })
  const softer = offer.requirements.flatMap((requirement): SofterOffer[] => {
    const judgement = unmet.get(requirement.id)
    if (!judgement) return []
    const { id, need } = requirement
    const held = Number(judgement.detail.months ?? 0) / 12
    if (requirement.kind === 'occupation') {
      // The years held, at least half of those asked: less is another job.
      const years = Math.floor(held)
      const asked = requirement.years ?? Number(judgement.detail.asked ?? 0) / 12
      if (years < 1 || years >= asked || years < asked / 2) return []
      const text = requirement.text.replace(/\d+(?:[.,]\d+)?/, String(years))
      return [{ raise: { what: 'fewer-years', requirementId: id, years }, offer: changed(id, { years, text }) }]
    }
    if (need === 'nice') return []
    return [{ raise: { what: 'wish', requirementId: id, years: null }, offer: changed(id, { need: 'nice' }) }]
  })
  const location = explanation.terms.find(({ name }) => name === 'location')
  if (location && location.value !== null && location.value < 0.6 && offer.facts.workMode !== 'remote')
    softer.push({
      raise: { what: 'remote', requirementId: null, years: null },
      offer: { ...offer, facts: { ...offer.facts, workMode: 'remote' } },
    })
  return softer
}

/** What asking less would do to this person's score, best first (M064). */
export async function offerRaises(
  offer: OfferProfile,
  candidate: CandidateProfile,
  explanation: Explanation,
  matcher: Pick<MatchingApi, 'score'>,
): Promise<OfferRaise[]> {
  const found: OfferRaise[] = []
  for (const { raise, offer: softer } of softerOffers(offer, explanation)) {
    const [match] = await matcher.score(softer, [candidate], explanation.asOf)
    if (match && match.score >= explanation.score + leastRaise) found.push({ ...raise, score: match.score })
  }
  return found.toSorted((a, b) => b.score - a.score).slice(0, most)
}
