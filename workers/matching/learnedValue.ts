import { learnedFeatures } from '../../src/model/learned.ts'
import type { TermName } from '../../src/model/match.ts'
import { sigmoid, steady } from './deterministicMath.ts'
import { neutralValues } from './weights.ts'

type Values = Record<TermName, { value: number | null }>

/**
 * The learned term, in [0,1]: how much the candidate's terms resemble those of people this workspace chose. What is
 * unknown says nothing. `detail` holds each term's share, in logits of the value, so that it can be shown.
 */
export function learnedValue(
  values: Values,
  coefficients: Partial<Record<TermName, number>>,
): { value: number | null; detail: Record<string, number>; notAsked: boolean } {
  const detail: Record<string, number> = {}
  let sum = 0
  for (const name of learnedFeatures) {
    const { value } = values[name]
    const coefficient = coefficients[name]
    if (value === null || coefficient === undefined || coefficient === 0) continue
    detail[name] = coefficient * (steady(value) - neutralValues[name])
    sum += detail[name]
  }
  const isKnown = Object.keys(detail).length > 0
  return { value: isKnown ? sigmoid(sum) : null, detail, notAsked: !isKnown }
}
