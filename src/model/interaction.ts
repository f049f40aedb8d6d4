import * as z from 'zod/mini'
import { text, withDefault } from './repair.ts'

/** A note, call or meeting; immutable once written. */
export const interactionSchema = z.looseObject({
  candidateId: text(),
  offerId: text(),
  kind: withDefault(z.enum(['note', 'call', 'meeting', 'email']), () => 'note' as const),
  text: text(),
  at: withDefault(z.number(), () => 0),
  by: text(),
})
export type Interaction = z.infer<typeof interactionSchema>
