import { dealbreakerCap, termNames, type Match, type Term, type TermName } from '../../src/model/match.ts'
import { sigmoid, steady } from './deterministicMath.ts'
import { judge, type CandidateJudgement, type Judged } from './judge.ts'
import { learnedValue } from './learnedValue.ts'
import { bothPlaced, distance } from './places.ts'
import type { OfferReading } from './readOffer.ts'
import type { ProfileReading } from './readProfile.ts'
import { defaultWeights, learnedWeight, mustScale, neutralValues, termGroups, weightBounds } from './weights.ts'

/** The match of one profile with one offer as of a month: a function of these three alone. */
export function score(offer: OfferReading, profile: ProfileReading, asOf: string): Match {
  const judgement = judge(offer, profile, asOf)
  return matchFrom(offer, profile, judgement, asOf)
}

/** The match that given judgements make; the explanation calls it again with one of them changed. */
export function matchFrom(
  offer: OfferReading,
  profile: ProfileReading,
  judgement: CandidateJudgement,
  asOf: string,
): Match {
  const { km, values } = termValues(offer, profile, judgement, asOf)
  const weights = weightsOf(offer)
  const logits = termNames.map((name) => {
    const { value } = values[name]
    return value === null ? 0 : weights[name] * (steady(value) - neutralValues[name])
  })
  const total = logits.reduce((sum, logit) => sum + logit, 0)
  const uncapped = 100 * sigmoid(total)
  // The slope that makes 50 + sum of points = score exactly; its limit at 0 is 25.
  const slope = Math.abs(total) < 1e-9 ? 25 : (uncapped - 50) / total
  const terms: Term[] = termNames.map((name, index) => ({
    name,
    value: values[name].value === null ? null : steady(values[name].value!),
    weight: weights[name],
    points: slope * logits[index]!,
    detail: values[name].detail,
  }))
  const broken = judgement.judged.find((judged, index) => isBroken(offer, judged, index))
  const capped = broken !== undefined && uncapped > dealbreakerCap
  const capPoints = capped ? dealbreakerCap - uncapped : 0
  // What nobody knows set to nothing and to all: unknown terms, and musts on which a CV of this very trade is silent.
  const bound = (edge: 0 | 1): number => {
    const open = judgement.judged.map((one) =>
      one.status === 'unknown' && judgement.gap !== null ? { ...one, value: edge } : one,
    )
    const edged = termValues(offer, profile, { ...judgement, judged: open }, asOf).values
    let sum = 0
    for (const name of termNames) {
      const { value, notAsked } = edged[name]
      if (value !== null || (weights[name] > 0 && !notAsked))
        sum += weights[name] * (steady(value ?? edge) - neutralValues[name])
    }
    const edgeScore = 100 * sigmoid(sum)
    return broken === undefined ? edgeScore : Math.min(dealbreakerCap, edgeScore)
  }
  // What was learned weighs the other terms again: it knows nothing that they do not.
  const asked = termNames.filter((name) => name !== 'learned' && weights[name] > 0 && !values[name].notAsked)
  const weightAsked = asked.reduce((sum, name) => sum + weights[name], 0)
  const weightKnown = asked.reduce(
    (sum, name) => sum + (values[name].value === null ? 0 : weights[name] * (values[name].known ?? 1)),
    0,
  )
  const result = capped ? dealbreakerCap : uncapped
  return {
    offerId: offer.profile.id,
    candidateId: profile.id,
    score: result,
    low: Math.min(result, bound(0)),
    high: Math.max(result, bound(1)),
    confidence: weightAsked === 0 ? 0 : weightKnown / weightAsked,
    sub: { semantic: groupScore('semantic', terms), rules: groupScore('rules', terms), learned: learnedScore(terms) },
    cappedBy: broken?.id ?? null,
    capPoints,
    terms,
    requirements: judgement.judged.map(({ value: _value, ...rest }) => rest),
    km,
  }
}

const learnedScore = (terms: readonly Term[]): number | null => {
  const value = terms.find(({ name }) => name === 'learned')?.value ?? null
  return value === null ? null : 100 * value
}

/** The weights in force: the defaults, then the offer's own, within bounds. */
export function weightsOf(offer: OfferReading): Record<TermName, number> {
  const weights = { ...defaultWeights }
  for (const name of termNames) {
    const own = offer.profile.weights[name]
    if (own !== undefined && Number.isFinite(own))
      weights[name] = Math.min(weightBounds.most, Math.max(weightBounds.least, own))
  }
  weights.learned = offer.profile.learned
    ? Math.min(learnedWeight, Math.max(0, offer.profile.weights.learned ?? learnedWeight))
    : 0
  return weights
}

function isBroken(offer: OfferReading, judged: Judged, index: number): boolean {
  const requirement = offer.requirements[index]!
  if (judged.status !== 'missing') return false
  if (requirement.source.need === 'dealbreaker') return true
  return requirement.gate && judged.reason === 'denied'
}

interface TermValue {
  value: number | null
  detail: Record<string, number | string>
  /** The offer does not ask it: it says nothing of the candidate. */
  notAsked?: boolean
  /** Share of it that is known, for the confidence. */
  known?: number
}

function termValues(
  offer: OfferReading,
  profile: ProfileReading,
  judgement: CandidateJudgement,
  asOf: string,
): { km: number | null; values: Record<TermName, TermValue> } {
  const { km, values } = ownValues(offer, profile, judgement, asOf)
  const { learned } = offer.profile
  return { km, values: learned ? { ...values, learned: learnedValue(values, learned) } : values }
}

function ownValues(
  offer: OfferReading,
  profile: ProfileReading,
  judgement: CandidateJudgement,
  asOf: string,
): { km: number | null; values: Record<TermName, TermValue> } {
  const { judged } = judgement
  const of = (keep: (index: number) => boolean) => judged.filter((_, index) => keep(index))
  const indexOf = new Map(judged.map((one, index) => [one, index]))
  const weight = (one: Judged) => Math.max(1, offer.requirements[indexOf.get(one)!]!.source.weight)
  const requirement = (index: number) => offer.requirements[index]!
  // Hours, week-ends and the like are asked in an interview: a CV that does not speak of them lacks nothing.
  const musts = of(
    (i) =>
      requirement(i).source.need !== 'nice' &&
      requirement(i).kind !== 'occupation' &&
      !(requirement(i).kind === 'other' && judged[i]!.status === 'unknown'),
  )
  const nices = of((i) => requirement(i).source.need === 'nice' && requirement(i).kind !== 'occupation')
  const languages = of((i) => requirement(i).kind === 'language')
  const papers = of((i) => requirement(i).kind === 'degree' || requirement(i).kind === 'licence')
  const occupation = judged.find((_, i) => requirement(i).kind === 'occupation')
  const { km, value: near } = location(offer, profile)
  return {
    km,
    values: {
      occupation: {
        value: offer.titles.length === 0 ? null : judgement.occupation,
        detail: { months: judgement.months, ...(judgement.gap === null ? {} : { gap: judgement.gap }) },
        notAsked: offer.titles.length === 0,
      },
      musts: {
        value: musts.length === 0 ? null : mustValue(musts, weight),
        detail: counts(musts),
        notAsked: musts.length === 0,
        known: knownShare(musts),
      },
      nices: {
        value: nices.length === 0 ? null : mean(nices, weight),
        detail: counts(nices),
        notAsked: nices.length === 0,
        known: knownShare(nices),
      },
      experience: {
        value: occupation ? (occupation.status === 'unknown' ? null : occupation.value) : null,
        detail: { months: judgement.months, asked: judgement.asked },
        notAsked: occupation === undefined,
      },
      languages: {
        value: known(languages) ? mean(languages, weight) : null,
        detail: counts(languages),
        notAsked: languages.length === 0,
      },
      location: { value: near, detail: km === null ? {} : { km } },
      conditions: conditions(offer, profile, asOf),
      degrees: {
        value: known(papers) ? mean(papers, weight) : null,
        detail: counts(papers),
        notAsked: papers.length === 0,
      },
      overlap: { value: judgement.overlap, detail: {}, notAsked: judgement.overlap === null },
      learned: { value: null, detail: {}, notAsked: true },
    },
  }
}

const counts = (judged: Judged[]): Record<string, number> => ({
  met: judged.filter((one) => one.status === 'met').length,
  partly: judged.filter((one) => one.status === 'partly').length,
  of: judged.length,
})
const known = (judged: Judged[]): boolean => judged.some((one) => one.status !== 'unknown')
const knownShare = (judged: Judged[]): number =>
  judged.length === 0 ? 1 : judged.filter((one) => one.status !== 'unknown').length / judged.length

function mean(judged: Judged[], weight: (one: Judged) => number): number {
  let sum = 0
  let total = 0
  for (const one of judged) {
    sum += one.value * weight(one)
    total += weight(one)
  }
  return sum / total
}

/** One must missing among six is as serious to a recruiter as one among three; see `mustScale`. */
function mustValue(musts: Judged[], weight: (one: Judged) => number): number {
  let factor = 1
  for (const one of musts) {
    factor *= mustScale.kept + (1 - mustScale.kept) * Math.min(1, one.value)
    if (one.reason === 'denied') factor *= mustScale.denied
  }
  return mustScale.mean * mean(musts, weight) + (1 - mustScale.mean) * factor
}

function groupScore(group: 'semantic' | 'rules', terms: Term[]): number {
  let sum = 0
  let total = 0
  for (const term of terms) {
    if (term.value === null || !termGroups[group].includes(term.name)) continue
    sum += term.weight * term.value
    total += term.weight
  }
  return total === 0 ? 0 : (100 * sum) / total
}

/** Two places that differ and that the table cannot measure are likelier apart than near. */
const unmeasured = 0.4

function location(offer: OfferReading, profile: ProfileReading): { km: number | null; value: number | null } {
  const { facts } = offer.profile
  const own = profile.profile.facts
  const km = distance(facts, own)
  if (!bothPlaced(facts, own)) return { km: null, value: null }
  if (facts.workMode === 'remote') return { km, value: 1 }
  if (km === null) return { km, value: unmeasured }
  const reach = own.mobilityKm ?? 30
  if (km <= reach) return { km, value: 1 }
  return { km, value: Math.max(0, 1 - (km - reach) / 100) }
}

const hoursPerMonth = 151.67
const perYear: Record<string, number> = { hour: hoursPerMonth * 12, day: 218, month: 12, year: 1 }

function conditions(offer: OfferReading, profile: ProfileReading, asOf: string): TermValue {
  const { facts } = offer.profile
  const own = profile.profile.facts
  const parts: number[] = []
  const detail: Record<string, number | string> = {}
  if (facts.contract !== '' && own.contracts.length > 0) {
    parts.push(own.contracts.includes(facts.contract) ? 1 : 0)
    detail.contract = own.contracts.includes(facts.contract) ? 1 : 0
  }
  const offered = facts.salaryMax ?? facts.salaryMin
  if (
    offered !== null &&
    own.salaryMin !== null &&
    facts.salaryCurrency === own.salaryCurrency &&
    perYear[facts.salaryPeriod] &&
    perYear[own.salaryPeriod]
  ) {
    const share = (offered * perYear[facts.salaryPeriod]!) / Math.max(1, own.salaryMin * perYear[own.salaryPeriod]!)
    parts.push(share >= 1 ? 1 : Math.max(0, 1 - (1 - share) * 4))
    detail.salaryShare = Math.round(share * 100) / 100
  }
  if (own.availableFrom !== '') {
    const start = facts.startDate !== '' ? facts.startDate.slice(0, 7) : asOf
    parts.push(own.availableFrom.slice(0, 7) <= start ? 1 : 0.4)
    detail.availableFrom = own.availableFrom
  }
  if (facts.workMode === 'remote' && own.remote !== null) parts.push(own.remote ? 1 : 0.5)
  return { value: parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0) / parts.length, detail }
}
