import type { Match } from '../model/match.ts'

/** So many of the first are read again by the optional model. */
export const readAgainMost = 200
/** Points by which it may move a place: it decides between close scores and turns no clear order round. */
export const readAgainPoints = 1.5

/**
 * The ranking with its first ones in the order of their score and of how near the model finds them, set against the
 * others read. Scores stay as they are; two people change places only when less than 3 points part them.
 */
export function readAgain(matches: readonly Match[], nearness: readonly number[]): readonly Match[] {
  const first = matches.slice(0, nearness.length)
  const mean = nearness.reduce((sum, each) => sum + each, 0) / Math.max(1, nearness.length)
  const spread = Math.sqrt(nearness.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, nearness.length))
  // Below this it is rounding, which must decide nothing.
  if (!(spread > 1e-6)) return matches
  const bonus = (at: number) => readAgainPoints * Math.max(-1, Math.min(1, (nearness[at]! - mean) / (2 * spread)))
  const places = first.map((match, at) => ({ match, place: match.score + bonus(at), at }))
  places.sort((a, b) => b.place - a.place || a.at - b.at)
  return [...places.map(({ match }) => match), ...matches.slice(nearness.length)]
}
