import type { Explanation, Insight } from '../../src/model/match.ts'
import { judge, type CandidateJudgement } from './judge.ts'
import type { OfferReading } from './readOffer.ts'
import type { ProfileReading } from './readProfile.ts'
import { matchFrom, scoreFrom } from './score.ts'

/** The match with its strengths, weaknesses, risks, opportunities and what would raise it; wording is the catalogue's. */
export function explain(offer: OfferReading, profile: ProfileReading, asOf: string, engine: string): Explanation {
  const judgement = judge(offer, profile, asOf)
  const match = matchFrom(offer, profile, judgement, asOf)
  const strengths: Insight[] = []
  const weaknesses: Insight[] = []
  const risks: Insight[] = []
  const opportunities: Insight[] = []
  judgement.judged.forEach((judged, index) => {
    const { source, kind } = offer.requirements[index]!
    const insight = (code: string): Insight => ({
      code,
      requirementId: judged.id,
      detail: { ...judged.detail, reason: judged.reason, kind, need: source.need },
    })
    const nice = source.need === 'nice'
    if (judged.status === 'met') {
      if (judged.reason === 'old') risks.push(insight('proven-long-ago'))
      else (nice ? opportunities : strengths).push(insight(nice ? 'nice-met' : 'must-met'))
    } else if (judged.status === 'missing')
      (nice ? opportunities : weaknesses).push(insight(nice ? 'nice-missing' : 'must-missing'))
    else if (judged.status === 'partly') {
      if (judged.reason === 'in-progress') opportunities.push(insight('soon-held'))
      else if (judged.reason === 'in-list' || judged.reason === 'headline') risks.push(insight('claimed-only'))
      else if (!nice) weaknesses.push(insight('must-partly'))
    } else if (!nice) risks.push(insight('to-ask'))
  })
  const occupation = match.terms.find((term) => term.name === 'occupation')!
  if (occupation.value !== null && occupation.value >= 0.9)
    strengths.unshift({ code: 'same-occupation', term: 'occupation', detail: occupation.detail })
  else if (occupation.value !== null && occupation.value < 0.3)
    weaknesses.unshift({ code: 'other-occupation', term: 'occupation', detail: occupation.detail })
  else if (occupation.value !== null && judgement.gap === null)
    opportunities.unshift({ code: 'near-occupation', term: 'occupation', detail: occupation.detail })
  if (judgement.gap !== null && judgement.gap >= 60)
    risks.push({ code: 'not-recent', term: 'occupation', detail: { gap: judgement.gap } })
  if (match.km !== null && (match.terms.find((term) => term.name === 'location')?.value ?? 1) < 0.5)
    risks.push({ code: 'far', term: 'location', detail: { km: match.km } })
  if (match.confidence < 0.6)
    risks.push({ code: 'little-known', detail: { confidence: Math.round(match.confidence * 100) } })
  return {
    ...match,
    strengths,
    weaknesses,
    risks,
    opportunities,
    raises: raises(offer, profile, judgement, match.score, asOf),
    engine,
    asOf,
  }
}

function raises(
  offer: OfferReading,
  profile: ProfileReading,
  judgement: CandidateJudgement,
  now: number,
  asOf: string,
): Explanation['raises'] {
  return judgement.judged
    .flatMap((judged, index) => {
      if (judged.status === 'met') return []
      const met = judgement.judged.map((one, at) =>
        at === index ? { ...one, status: 'met' as const, value: 1, reason: 'if-proven' } : one,
      )
      const then = scoreFrom(offer, profile, { ...judgement, judged: met }, asOf)
      return then > now + 0.5 ? [{ requirementId: judged.id, term: null, score: then }] : []
    })
    .sort((a, b) => b.score - a.score || (a.requirementId < b.requirementId ? -1 : 1))
    .slice(0, 5)
}
