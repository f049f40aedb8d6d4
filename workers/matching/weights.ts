import type { TermName } from '../../src/model/match.ts'

/**
 * What each term weighs, in logits over its whole range, and the value at which it neither lifts nor lowers a score.
 * The start of the sum (`b` of the sounding) is shared out over these neutral values, so that a profile exactly at
 * every neutral value scores 50 and no term named 'start' is needed.
 */
export const defaultWeights: Record<TermName, number> = {
  occupation: 3,
  musts: 5.6,
  nices: 0.5,
  experience: 3.2,
  languages: 0.5,
  location: 0.3,
  conditions: 0.3,
  degrees: 0.5,
  overlap: 0.4,
  learned: 0,
}
export const neutralValues: Record<TermName, number> = {
  occupation: 0.75,
  musts: 0.85,
  nices: 0.4,
  experience: 0.7,
  languages: 0.6,
  location: 0.6,
  conditions: 0.6,
  degrees: 0.5,
  overlap: 0.4,
  learned: 0.5,
}
/** Bounds within which a person may move a weight. */
export const weightBounds = { least: 0, most: 8 } as const
/** The terms behind each sub-score. */
export const termGroups: Record<'semantic' | 'rules', readonly TermName[]> = {
  semantic: ['occupation', 'musts', 'nices', 'overlap'],
  rules: ['experience', 'languages', 'location', 'conditions', 'degrees'],
}
