import type { Application } from './application.ts'
import type { Offer } from './offer.ts'

/** Placements a salary is estimated from at least, and finished proposals an acceptance is. */
export const casesNeeded = { salary: 5, acceptance: 10 } as const
/** Under this score two jobs are not of a kind: a placement there says nothing. */
const alikeFrom = 40

/** Yearly pay for each period: full time, as the matcher counts. */
const perYear: Record<string, number> = { hour: 1820, day: 218, month: 12, year: 1 }

/** The yearly pay an offer tells, null when it does not. */
export function yearlyPay({ salaryMin, salaryMax, salaryPeriod, salaryMonths }: Offer): number | null {
  const amount = salaryMin !== null && salaryMax !== null ? (salaryMin + salaryMax) / 2 : (salaryMax ?? salaryMin)
  if (amount === null || salaryPeriod === '') return null
  return amount * (salaryPeriod === 'month' ? (salaryMonths ?? 12) : perYear[salaryPeriod]!)
}

/** Too few cases are told as such; never a figure without its error. */
export type Estimate<T> =
  | { type: 'too-few'; cases: number; needed: number }
  | ({ type: 'estimated'; cases: number } & T)

/** A placement made by this workspace, and how well the person of today fits the offer it was for. */
export interface Placement {
  offerId: string
  pay: number
  currency: string
  fit: number
}

/**
 * The pay a person may ask, from placements for offers they would fit themselves (M041): the median, each weighing as
 * it fits, and how far that way of reckoning missed each placement when it was left out.
 */
export function payEstimate(
  placements: readonly Placement[],
): Estimate<{ pay: number; error: number; currency: string }> {
  const currency = mostFrequent(placements.map((placement) => placement.currency))
  const alike = placements.filter((placement) => placement.fit >= alikeFrom && placement.currency === currency)
  const { salary: needed } = casesNeeded
  if (alike.length < needed) return { type: 'too-few', cases: alike.length, needed }
  const errors = alike.map(({ pay }, index) => Math.abs(weightedMedian(alike.toSpliced(index, 1)) - pay))
  return {
    type: 'estimated',
    cases: alike.length,
    pay: weightedMedian(alike),
    error: errors.reduce((sum, error) => sum + error, 0) / errors.length,
    currency,
  }
}

function weightedMedian(placements: readonly Placement[]): number {
  const sorted = placements.toSorted((a, b) => a.pay - b.pay)
  const half = sorted.reduce((sum, { fit }) => sum + fit, 0) / 2
  let sum = 0
  for (const { pay, fit } of sorted) {
    sum += fit
    if (sum >= half) return pay
  }
  return sorted.at(-1)?.pay ?? 0
}

const mostFrequent = (words: readonly string[]): string => {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? ''
}

/**
 * The share of proposals that end in a hire here, with its 90 % range (Wilson): what is known before anything is known
 * of the person, and nothing more.
 */
export function acceptanceEstimate(
  applications: readonly Application[],
): Estimate<{ share: number; low: number; high: number }> {
  const finished = applications.filter(({ stage, moves }) => {
    const reached = Object.values(moves).some((move) => move.stage === 'proposed' || move.stage === 'interview')
    return stage === 'accepted' || (stage === 'rejected' && reached)
  })
  const cases = finished.length
  if (cases < casesNeeded.acceptance) return { type: 'too-few', cases, needed: casesNeeded.acceptance }
  const share = finished.filter(({ stage }) => stage === 'accepted').length / cases
  const z = 1.645
  const middle = (share + (z * z) / (2 * cases)) / (1 + (z * z) / cases)
  const reach = (z * Math.sqrt((share * (1 - share)) / cases + (z * z) / (4 * cases * cases))) / (1 + (z * z) / cases)
  return { type: 'estimated', cases, share, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) }
}
