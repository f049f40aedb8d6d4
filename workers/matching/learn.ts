import { learnedFeatures, type Learned } from '../../src/model/learned.ts'
import type { Match, TermName } from '../../src/model/match.ts'
import { sigmoid, steady } from './deterministicMath.ts'
import { learnedValue } from './learnedValue.ts'
import { learnedWeight, neutralValues } from './weights.ts'

/** One decision with the terms of its match, computed without anything learned. */
export interface Lesson {
  offerId: string
  candidateId: string
  chosen: boolean
  terms: Match['terms']
}

/** A pair decided for one offer: what the chosen one has more than the refused one, term by term. */
interface Pair {
  offerId: string
  difference: Float64Array
  /** Offers count by their decisions, not by their pairs: ten against ten is twenty decisions, not a hundred. */
  weight: number
  better: Lesson
  worse: Lesson
}

/** Pull towards zero: with fifty decisions no coefficient runs away, with five hundred they speak for themselves. */
const ridge = 1.5
/** Newton's steps; the ridge makes the loss smooth and round, five are usually enough. */
const steps = 12
/** Folds of the check on offers left out. */
const folds = 10
/** Smaller coefficients are noise and are not shown. */
const leastCoefficient = 0.02

/**
 * Pairwise logistic learning of what this workspace prefers, from its decisions: of two people decided on for the same
 * offer, which terms tell the chosen one from the refused one. The same lessons give the same coefficients bit for bit
 * on every device, whatever order they come in: sums run in one order and use + - * / alone.
 */
export function learn(lessons: readonly Lesson[]): Omit<Learned, 'engine' | 'at'> {
  const ordered = lessons.toSorted(
    (a, b) =>
      compare(a.offerId, b.offerId) || compare(a.candidateId, b.candidateId) || Number(a.chosen) - Number(b.chosen),
  )
  const pairs = pairsOf(ordered)
  const counted = { decisions: ordered.length, pairs: pairs.length }
  if (pairs.length === 0) {
    return { ...counted, coefficients: {}, agreement: { before: 0, after: 0, pairs: 0 }, verdict: 'one-sided' }
  }
  const agreement = agreementOf(pairs)
  const coefficients = solve(pairs)
  // An order that agrees less with decisions it has not seen is not worth its place in the score.
  const verdict = agreement.after > agreement.before ? 'learned' : 'no-better'
  return { ...counted, coefficients, agreement, verdict }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function pairsOf(lessons: readonly Lesson[]): Pair[] {
  const byOffer = Map.groupBy(lessons, ({ offerId }) => offerId)
  return [...byOffer].flatMap(([offerId, decided]) => {
    const chosen = decided.filter((one) => one.chosen)
    const refused = decided.filter((one) => !one.chosen)
    const weight = decided.length / Math.max(1, chosen.length * refused.length)
    return chosen.flatMap((better) =>
      refused.map((worse): Pair => ({ offerId, better, worse, weight, difference: differenceOf(better, worse) })),
    )
  })
}

/** A term unknown on either side tells nothing between the two. */
function differenceOf(better: Lesson, worse: Lesson): Float64Array {
  return Float64Array.from(learnedFeatures, (name) => {
    const high = valueOf(better, name)
    const low = valueOf(worse, name)
    return high === null || low === null ? 0 : steady(high) - steady(low)
  })
}

const valueOf = (lesson: Lesson, name: TermName): number | null =>
  lesson.terms.find((term) => term.name === name)?.value ?? null

/** The coefficients that make the decisions likeliest, under the ridge, by Newton's method. */
function solve(pairs: readonly Pair[]): Partial<Record<TermName, number>> {
  const size = learnedFeatures.length
  const at = new Float64Array(size)
  for (let step = 0; step < steps; step += 1) {
    const slope = Float64Array.from(at, (value) => ridge * value)
    const curve = Array.from({ length: size }, (_, row) =>
      Float64Array.from({ length: size }, (_unused, column) => (row === column ? ridge : 0)),
    )
    for (const { difference, weight } of pairs) {
      let lead = 0
      for (let k = 0; k < size; k += 1) lead += at[k]! * difference[k]!
      const right = sigmoid(lead)
      const pull = weight * (1 - right)
      const bend = weight * right * (1 - right)
      for (let k = 0; k < size; k += 1) {
        slope[k]! -= pull * difference[k]!
        for (let j = 0; j <= k; j += 1) curve[k]![j]! += bend * difference[k]! * difference[j]!
      }
    }
    const move = solveSymmetric(curve, slope)
    for (let k = 0; k < size; k += 1) at[k]! -= move[k]!
  }
  return Object.fromEntries(
    learnedFeatures.flatMap((name, index) => {
      const value = steady(at[index]!)
      return Math.abs(value) < leastCoefficient ? [] : [[name, value]]
    }),
  )
}

/** Solves A x = b for a positive definite A given by its lower half, as L D L', without a root. */
function solveSymmetric(lower: readonly Float64Array[], b: Float64Array): Float64Array {
  const size = b.length
  const l = lower.map((row) => Float64Array.from(row))
  const d = new Float64Array(size)
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < row; column += 1) {
      let value = l[row]![column]!
      for (let k = 0; k < column; k += 1) value -= l[row]![k]! * l[column]![k]! * d[k]!
      l[row]![column] = value / d[column]!
    }
    let value = l[row]![row]!
    for (let k = 0; k < row; k += 1) value -= l[row]![k]! * l[row]![k]! * d[k]!
    d[row] = value
  }
  const x = Float64Array.from(b)
  for (let row = 0; row < size; row += 1) for (let k = 0; k < row; k += 1) x[row]! -= l[row]![k]! * x[k]!
  for (let row = 0; row < size; row += 1) x[row]! /= d[row]!
  for (let row = size - 1; row >= 0; row -= 1) for (let k = row + 1; k < size; k += 1) x[row]! -= l[k]![row]! * x[k]!
  return x
}

/** How often the order agrees with what people chose, each offer judged by what the other offers taught. */
function agreementOf(pairs: readonly Pair[]): Learned['agreement'] {
  const offers = [...new Set(pairs.map(({ offerId }) => offerId))]
  const foldOf = new Map(offers.map((offerId, index) => [offerId, index % folds]))
  let before = 0
  let after = 0
  let total = 0
  for (let fold = 0; fold < Math.min(folds, offers.length); fold += 1) {
    const left = pairs.filter(({ offerId }) => foldOf.get(offerId) === fold)
    const kept = pairs.filter(({ offerId }) => foldOf.get(offerId) !== fold)
    const coefficients = kept.length === 0 ? {} : solve(kept)
    for (const { better, worse, weight } of left) {
      const base = logitOf(better) - logitOf(worse)
      const lead = base + learnedLogit(better, coefficients) - learnedLogit(worse, coefficients)
      before += weight * won(base)
      after += weight * won(lead)
      total += weight
    }
  }
  return { before: steady(before / total), after: steady(after / total), pairs: pairs.length }
}

const won = (lead: number): number => (lead > 0 ? 1 : lead < 0 ? 0 : 0.5)

const logitOf = (lesson: Lesson): number =>
  lesson.terms.reduce(
    (sum, { name, value, weight }) =>
      name === 'learned' || value === null ? sum : sum + weight * (value - neutralValues[name]),
    0,
  )

function learnedLogit(lesson: Lesson, coefficients: Partial<Record<TermName, number>>): number {
  const values = Object.fromEntries(learnedFeatures.map((name) => [name, { value: valueOf(lesson, name) }]))
  const { value } = learnedValue(values as Record<TermName, { value: number | null }>, coefficients)
  return value === null ? 0 : learnedWeight * (value - neutralValues.learned)
}
