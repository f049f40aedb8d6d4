import type { TermName } from '../../src/model/match.ts'

/**
 * What each term weighs, in logits over its whole range, and the value at which it neither lifts nor lowers a score.
 * The start of the sum (`b` of the sounding) is shared out over these neutral values, so that a profile exactly at
 * every neutral value scores 50 and no term named 'start' is needed.
 */
export const defaultWeights: Record<TermName, number> = {
  occupation: 0.9,
  musts: 3.3,
  nices: 0.5,
  experience: 2.4,
  languages: 0.5,
  location: 0.3,
  conditions: 0.3,
  degrees: 0.5,
  overlap: 0.4,
  learned: 0,
}
export const neutralValues: Record<TermName, number> = {
  occupation: 0.88,
  musts: 0.5,
  nices: 0.4,
  experience: 0.88,
  languages: 0.6,
  location: 0.6,
  conditions: 0.6,
  degrees: 0.5,
  overlap: 0.4,
  learned: 0.5,
}
/**
 * How the musts become one value: what is left of it when one must is missing (each further one leaves that share
 * again, so that the loss is bounded), what a denial leaves besides, and the part of the plain mean, which keeps an
 * order among people who have few of them.
 *
 * Calibrated together with the weights and neutral values of occupation, musts and experience: a random search, then a
 * grid, over pairs of adverts and CVs graded 0 to 4, for the least distance from the bands a recruiter expects (all
 * musts 88 to 96, a small gap 75 to 88, one must silent about 70 to 80, one denied or the years missing 35 to 65, a
 * neighbouring trade 15 to 35, another one below 12) without loss of order. `scale.test.ts` keeps the bands.
 */
export const mustScale = { kept: 0.47, denied: 0.35, mean: 0.1 }
/**
 * What the learned part weighs at most: it lies between -.32 and .32 logits, and since the score never moves by more
 * than 25 points a logit, it can never move one by more than 8 points.
 */
export const learnedWeight = 0.64
/** Bounds within which a person may move a weight. */
export const weightBounds = { least: 0, most: 8 } as const
/** The terms behind each sub-score. */
export const termGroups: Record<'semantic' | 'rules', readonly TermName[]> = {
  semantic: ['occupation', 'musts', 'nices', 'overlap'],
  rules: ['experience', 'languages', 'location', 'conditions', 'degrees'],
}
