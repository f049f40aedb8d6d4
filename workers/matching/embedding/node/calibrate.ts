import type { EmbeddingModel } from '../model.ts'
import type { Calibration } from '../modelFormat.ts'
import { createRandom } from './random.ts'
import type { Concept, Taxonomy } from './taxonomy.ts'

/**
 * The logistic that best tells two wordings of one concept from wordings of two, half of these neighbours of one ISCO
 * group and half strangers. Meant for concepts that the model never saw: seen ones look surer than texts of real life.
 */
export function calibrate(model: EmbeddingModel, taxonomy: Taxonomy, isUnseen: (id: string) => boolean): Calibration {
  const random = createRandom(7)
  const right: number[] = []
  const wrong: number[] = []
  const byGroup = new Map<string, Concept[]>()
  for (const concept of taxonomy.occupations) byGroup.set(concept.code, [...(byGroup.get(concept.code) ?? []), concept])
  for (const concepts of [taxonomy.occupations, taxonomy.skills]) {
    for (const concept of concepts) {
      if (!isUnseen(concept.id)) continue
      const pairs = [
        [concept.labelFr, concept.labelEn],
        ...concept.altFr.slice(0, 2).map((text) => [text, concept.labelFr]),
        ...concept.altEn.slice(0, 2).map((text) => [text, concept.labelEn]),
      ] as [string, string][]
      for (const [left, answer] of pairs) {
        right.push(cosine(model, left, answer))
        const near = (byGroup.get(concept.code) ?? []).filter(({ id }) => id !== concept.id)
        const pool = near.length > 0 && random.next() < 0.5 ? near : concepts
        const other = pool[random.below(pool.length)]!
        if (other.id !== concept.id)
          wrong.push(cosine(model, left, answer === concept.labelFr ? other.labelFr : other.labelEn))
      }
    }
  }
  return fitLogistic(right, wrong)
}

function cosine(model: EmbeddingModel, a: string, b: string): number {
  const left = model.embed(a)
  const right = model.embed(b)
  let sum = 0
  for (let d = 0; d < left.length; d++) sum += left[d]! * right[d]!
  return sum
}

/** Newton's method on the mean log loss; both sides weigh the same. */
export function fitLogistic(right: readonly number[], wrong: readonly number[]): Calibration {
  let slope = 8
  let offset = -3
  for (let pass = 0; pass < 50; pass++) {
    let g0 = 0
    let g1 = 0
    let h00 = 1e-9
    let h01 = 0
    let h11 = 1e-9
    for (const [values, wanted] of [[right, 1] as const, [wrong, 0] as const]) {
      for (const x of values) {
        const p = 1 / (1 + Math.exp(-(slope * x + offset)))
        const share = 1 / values.length
        g0 += share * (p - wanted)
        g1 += share * (p - wanted) * x
        const curve = share * p * (1 - p)
        h00 += curve
        h01 += curve * x
        h11 += curve * x * x
      }
    }
    const determinant = h00 * h11 - h01 * h01
    const stepOffset = (h11 * g0 - h01 * g1) / determinant
    const stepSlope = (h00 * g1 - h01 * g0) / determinant
    offset -= stepOffset
    slope -= stepSlope
    if (Math.abs(stepOffset) + Math.abs(stepSlope) < 1e-9) break
  }
  return { middle: -offset / slope, slope }
}
