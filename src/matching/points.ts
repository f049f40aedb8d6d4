import type { Match, Term, TermName } from '../model/match.ts'

/** One line of the sounding, in tenths of a point; null when the term is unknown. */
export interface PointLine {
  name: TermName | 'cap'
  tenths: number | null
  term: Term | null
}

/** Where everyone starts, in tenths. */
const startTenths = 500

/** The score with its one decimal, in tenths. */
export const scoreTenths = (score: number): number => Math.round(score * 10)

/**
 * The lines that lead from 50 to the score, each to one decimal and never more than a tenth away from its true value,
 * so that what a person adds up on the screen is the score on the screen: fractions of a tenth are cut everywhere and
 * given back, one tenth at a time, to the lines that lost most (largest remainders).
 */
export function pointLines(match: Pick<Match, 'score' | 'terms' | 'capPoints'>): PointLine[] {
  const parts = match.terms.map((term) => ({ name: term.name as PointLine['name'], points: term.points, term }))
  const lines: { name: PointLine['name']; points: number; term: Term | null }[] = [...parts]
  if (match.capPoints !== 0) lines.push({ name: 'cap', points: match.capPoints, term: null })

  // Sums of floats: a hair above or below a whole tenth is that tenth.
  const exact = lines.map(({ points }) => Math.round(points * 1e8) / 1e7)
  const tenths = exact.map(Math.floor)
  let left = scoreTenths(match.score) - startTenths - tenths.reduce((sum, value) => sum + value, 0)
  const byLoss = exact
    .map((value, index) => ({ index, lost: value - Math.floor(value) }))
    .toSorted((a, b) => b.lost - a.lost || a.index - b.index)
  for (const { index } of byLoss) {
    if (left <= 0) break
    tenths[index]! += 1
    left -= 1
  }
  return lines.map(({ name, term }, index) => ({
    name,
    term,
    tenths: term !== null && term.value === null ? null : tenths[index]!,
  }))
}

/** What the learned line is made of: points of each term learned from, which sum to it, the largest first. */
export function learnedShares({ terms }: Pick<Match, 'terms'>): { name: TermName; points: number }[] {
  const learned = terms.find(({ name }) => name === 'learned')
  if (!learned || learned.value === null) return []
  const parts = Object.entries(learned.detail).map(([name, logit]) => ({
    name: name as TermName,
    logit: Number(logit),
  }))
  const whole = parts.reduce((sum, { logit }) => sum + logit, 0)
  // Parts that cancel out give the line no points to share.
  const slope = Math.abs(whole) < 1e-9 ? 0 : learned.points / whole
  return parts
    .map(({ name, logit }) => ({ name, points: slope * logit }))
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))
}
