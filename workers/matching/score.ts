import { dealbreakerCap, termNames, type Match, type Term, type TermName } from '../../src/model/match.ts'
import { sigmoid, steady } from './deterministicMath.ts'
import { judge, shown, type CandidateJudgement, type Judged } from './judge.ts'
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

/** The score alone, the very number of `score`, with the judgement that `matchFrom` makes the match of. */
export function scoreAlone(
  offer: OfferReading,
  profile: ProfileReading,
  asOf: string,
): { score: number; judgement: CandidateJudgement } {
  const judgement = judge(offer, profile, asOf)
  return { score: scoreFrom(offer, profile, judgement, asOf), judgement }
}

/** The score alone of given judgements. */
export function scoreFrom(
  offer: OfferReading,
  profile: ProfileReading,
  judgement: CandidateJudgement,
  asOf: string,
): number {
  return total(offer, valuesOf(offer, judgement, conditionsOf(offer, profile, asOf)), judgement).score
}

interface Total {
  logits: number[]
  sum: number
  uncapped: number
  broken: Judged | undefined
  score: number
}

function total(offer: OfferReading, values: Record<TermName, TermValue>, judgement: CandidateJudgement): Total {
  const weights = weightsOf(offer)
  const logits = termNames.map((name) => {
    const { value } = values[name]
    return value === null ? 0 : weights[name] * (steady(value) - neutralValues[name])
  })
  const sum = logits.reduce((all, logit) => all + logit, 0)
  const uncapped = 100 * sigmoid(sum)
  const broken = judgement.judged.find((judged, index) => isBroken(offer, judged, index))
  return {
    logits,
    sum,
    uncapped,
    broken,
    score: broken !== undefined && uncapped > dealbreakerCap ? dealbreakerCap : uncapped,
  }
}

/** The match that given judgements make; the explanation calls it again with one of them changed. */
export function matchFrom(
  offer: OfferReading,
  profile: ProfileReading,
  judgement: CandidateJudgement,
  asOf: string,
): Match {
  const fixed = conditionsOf(offer, profile, asOf)
  const values = valuesOf(offer, judgement, fixed)
  const weights = weightsOf(offer)
  const { logits, sum: summed, uncapped, broken, score: result } = total(offer, values, judgement)
  // The slope that makes 50 + sum of points = score exactly; its limit at 0 is 25.
  const slope = Math.abs(summed) < 1e-9 ? 25 : (uncapped - 50) / summed
  const terms: Term[] = termNames.map((name, index) => ({
    name,
    value: values[name].value === null ? null : steady(values[name].value!),
    weight: weights[name],
    points: slope * logits[index]!,
    detail: values[name].detail(),
  }))
  // What nobody knows set to nothing and to all: unknown terms, and musts on which a CV of this very trade is silent.
  const bound = (edge: 0 | 1): number => {
    const open = judgement.judged.map((one) =>
      one.status === 'unknown' && judgement.gap !== null ? { ...one, value: edge } : one,
    )
    const edged = valuesOf(offer, { ...judgement, judged: open }, fixed)
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
    (sum, name) => sum + (values[name].value === null ? 0 : weights[name] * (values[name].known?.() ?? 1)),
    0,
  )
  return {
    offerId: offer.profile.id,
    candidateId: profile.id,
    score: result,
    low: Math.min(result, bound(0)),
    high: Math.max(result, bound(1)),
    confidence: weightAsked === 0 ? 0 : weightKnown / weightAsked,
    sub: { semantic: groupScore('semantic', terms), rules: groupScore('rules', terms), learned: learnedScore(terms) },
    cappedBy: broken?.id ?? null,
    capPoints: broken !== undefined && uncapped > dealbreakerCap ? dealbreakerCap - uncapped : 0,
    terms,
    requirements: judgement.judged.map(shown),
    km: fixed.km,
  }
}

const learnedScore = (terms: readonly Term[]): number | null => {
  const value = terms.find(({ name }) => name === 'learned')?.value ?? null
  return value === null ? null : 100 * value
}

const weightsByOffer = new WeakMap<OfferReading, Record<TermName, number>>()

/** The weights in force: the defaults, then the offer's own, within bounds. */
export function weightsOf(offer: OfferReading): Readonly<Record<TermName, number>> {
  const known = weightsByOffer.get(offer)
  if (known) return known
  const weights = { ...defaultWeights }
  weightsByOffer.set(offer, weights)
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
  /** Made only for who looks. */
  detail: () => Record<string, number | string>
  /** The offer does not ask it: it says nothing of the candidate. */
  notAsked?: boolean
  /** Share of it that is known, for the confidence. */
  known?: () => number
}

const noDetail = () => ({})

function valuesOf(
  offer: OfferReading,
  judgement: CandidateJudgement,
  conditions: Conditions,
): Record<TermName, TermValue> {
  const values = ownValues(offer, judgement, conditions)
  const { learned } = offer.profile
  if (!learned) return values
  const { value, detail, notAsked } = learnedValue(values, learned)
  return { ...values, learned: { value, detail: () => detail, notAsked } }
}

/** What no requirement asks: a function of the two sides' facts. */
interface Conditions {
  km: number | null
  near: number | null
  terms: TermValue
}

const conditionsOf = (offer: OfferReading, profile: ProfileReading, asOf: string): Conditions => {
  const { km, value } = location(offer, profile)
  return { km, near: value, terms: conditions(offer, profile, asOf) }
}

function ownValues(
  offer: OfferReading,
  judgement: CandidateJudgement,
  { km, near, terms }: Conditions,
): Record<TermName, TermValue> {
  const musts = noGroup()
  const nices = noGroup()
  const languages = noGroup()
  const papers = noGroup()
  let occupation: Judged | null = null
  for (let index = 0; index < judgement.judged.length; index += 1) {
    const judged = judgement.judged[index]!
    const { kind, source } = offer.requirements[index]!
    if (kind === 'occupation') {
      occupation ??= judged
      continue
    }
    const weight = Math.max(1, source.weight)
    if (source.need === 'nice') add(nices, judged, weight)
    // Hours, week-ends and the like are asked in an interview: a CV that does not speak of them lacks nothing.
    else if (kind !== 'other' || judged.status !== 'unknown') add(musts, judged, weight)
    if (kind === 'language') add(languages, judged, weight)
    else if (kind === 'degree' || kind === 'licence') add(papers, judged, weight)
  }
  const { months, gap, asked, overlap } = judgement
  return {
    occupation: {
      value: offer.titles.length === 0 ? null : judgement.occupation,
      detail: () => ({ months, ...(gap === null ? {} : { gap }) }),
      notAsked: offer.titles.length === 0,
    },
    musts: {
      value: musts.judged.length === 0 ? null : mustValue(musts),
      detail: () => counts(musts),
      notAsked: musts.judged.length === 0,
      known: () => knownShare(musts),
    },
    nices: {
      value: nices.judged.length === 0 ? null : mean(nices),
      detail: () => counts(nices),
      notAsked: nices.judged.length === 0,
      known: () => knownShare(nices),
    },
    experience: {
      value: occupation ? (occupation.status === 'unknown' ? null : occupation.value) : null,
      detail: () => ({ months, asked }),
      notAsked: occupation === null,
    },
    languages: {
      value: known(languages) ? mean(languages) : null,
      detail: () => counts(languages),
      notAsked: languages.judged.length === 0,
    },
    location: { value: near, detail: km === null ? noDetail : () => ({ km }) },
    conditions: terms,
    degrees: {
      value: known(papers) ? mean(papers) : null,
      detail: () => counts(papers),
      notAsked: papers.judged.length === 0,
    },
    overlap: { value: overlap, detail: noDetail, notAsked: overlap === null },
    learned: { value: null, detail: noDetail, notAsked: true },
  }
}

/** Judgements of one kind with what each weighs, and their weighted sum. */
interface Group {
  judged: Judged[]
  sum: number
  weight: number
}

const noGroup = (): Group => ({ judged: [], sum: 0, weight: 0 })

function add(group: Group, judged: Judged, weight: number): void {
  group.judged.push(judged)
  group.sum += judged.value * weight
  group.weight += weight
}

const counts = ({ judged }: Group): Record<string, number> => ({
  met: judged.filter((one) => one.status === 'met').length,
  partly: judged.filter((one) => one.status === 'partly').length,
  of: judged.length,
})
const known = ({ judged }: Group): boolean => judged.some((one) => one.status !== 'unknown')
const knownShare = ({ judged }: Group): number =>
  judged.length === 0 ? 1 : judged.filter((one) => one.status !== 'unknown').length / judged.length

const mean = ({ sum, weight }: Group): number => sum / weight

/** One must missing among six is as serious to a recruiter as one among three; see `mustScale`. */
function mustValue(musts: Group): number {
  let factor = 1
  for (const one of musts.judged) {
    factor *= mustScale.kept + (1 - mustScale.kept) * Math.min(1, one.value)
    if (one.reason === 'denied') factor *= mustScale.denied
  }
  return mustScale.mean * mean(musts) + (1 - mustScale.mean) * factor
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
  return {
    value: parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0) / parts.length,
    detail: () => detail,
  }
}
