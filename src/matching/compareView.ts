import { type Explanation, type TermName, termNames } from '../model/match.ts'
import { isAsked } from './matchWords.ts'
import { type PointLine, pointLines } from './points.ts'

/** One term of several people side by side; `tenths` null is unknown, never zero. */
export interface ComparedTerm {
  name: TermName | 'cap'
  cells: { tenths: number | null; isBest: boolean }[]
}

/** The terms that say something of at least one of them, in the order of the sounding, the cap last. */
export function compareTerms(explanations: readonly Explanation[]): ComparedTerm[] {
  const lines = explanations.map((explanation) => pointLines(explanation))
  const lineOf = (index: number, name: PointLine['name']) => lines[index]!.find((line) => line.name === name)
  return ([...termNames, 'cap'] as const)
    .filter((name) =>
      explanations.some((_, index) => {
        const line = lineOf(index, name)
        return line !== undefined && (line.term === null || isAsked(line.term))
      }),
    )
    .map((name) => {
      const tenths = explanations.map((_, index) => {
        const line = lineOf(index, name)
        // Whom nothing caps loses nothing to a cap: that is known.
        return line ? line.tenths : 0
      })
      const most = Math.max(...tenths.map((value) => value ?? -Infinity))
      const isDecided = new Set(tenths).size > 1
      return { name, cells: tenths.map((value) => ({ tenths: value, isBest: isDecided && value === most })) }
    })
}

/** The share of a track, in percent, where zero stands and what one tenth is worth, so that every bar fits. */
export function barScale(terms: readonly ComparedTerm[]): { zero: number; perTenth: number } {
  const drawn = terms
    .filter(({ name }) => name !== 'cap')
    .flatMap(({ cells }) => cells.map(({ tenths }) => tenths ?? 0))
  const low = Math.min(0, ...drawn)
  const high = Math.max(0, ...drawn)
  const span = high - low
  return span === 0 ? { zero: 0, perTenth: 0 } : { zero: (-low / span) * 100, perTenth: 100 / span }
}
