import * as z from 'zod/mini'
import { elements, numberOrNull, text, withDefault } from './repair.ts'

/** M065. */
export const stages = ['new', 'seen', 'contacted', 'proposed', 'interview', 'accepted', 'rejected'] as const
export type Stage = (typeof stages)[number]

/** A candidate for an offer: carries the pipeline stage and the list of moves. */
export const applicationSchema = z.looseObject({
  candidateId: text(),
  offerId: text(),
  stage: withDefault(z.enum(stages), () => 'new' as const),
  /** Append only: who moved it, when, why, and the score seen then. */
  moves: elements(
    z.looseObject({ stage: z.enum(stages), at: z.number(), by: z.string(), reason: text(), score: numberOrNull() }),
  ),
})
export type Application = z.infer<typeof applicationSchema>
