import * as z from 'zod/mini'
import { termNames, type OfferProfile, type TermName } from './match.ts'

/** Decisions from which the workspace's own are learned from. */
export const learnFrom = 50
/** Further decisions after which it is learned again. */
export const learnAgainAfter = 10

/** The terms that may be learned from: all that is scored, and nothing else of anyone. */
export const learnedFeatures: readonly TermName[] = termNames.filter((name) => name !== 'learned')

/** What was learned from decisions, and how well it does on decisions it had not seen. */
export const learnedSchema = z.object({
  /** One for each feature that moved. */
  coefficients: z.partialRecord(z.enum(termNames), z.number()),
  /** Decisions and pairs of them it was learned from. */
  decisions: z.number(),
  pairs: z.number(),
  /** Shares of pairs put in the order that people chose, of offers left out of the learning: by the score alone, and with what was learned. */
  agreement: z.object({ before: z.number(), after: z.number(), pairs: z.number() }),
  /** `one-sided`: no offer has both chosen and refused people. `no-better`: kept aside, since it would not order better. */
  verdict: z.enum(['learned', 'one-sided', 'no-better']),
  engine: z.string(),
  /** Moment, ms. */
  at: z.number(),
})
export type Learned = z.infer<typeof learnedSchema>

/** What learning is given: the offers once, and who was chosen or refused for which, in the month it was decided. */
export interface Lessons {
  offers: OfferProfile[]
  decisions: { offerId: string; candidateId: string; asOf: string; chosen: boolean }[]
}
