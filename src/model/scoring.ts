import * as z from 'zod/mini'
import { learnedSchema, type Learned } from './learned.ts'
import { excellentFrom, termNames, type OfferProfile, type TermName } from './match.ts'

/** What a workspace chose about its scores. */
export interface Scoring {
  /** Overrides of the matcher's own weights, for every offer that has none of its own. */
  weights: Partial<Record<TermName, number>>
  /** Whether decisions are learned from, and since which moment they count. */
  learning: { on: boolean; since: number }
  learned: Learned | null
  /** The rounded score from which a match is excellent (M066). */
  excellentFrom: number
  /** Months for which a score shown stays in the log. */
  logMonths: number
  /** Formulas shown beside a profile, none of which enters the ranking. */
  analyses: { profile: boolean; predictions: boolean }
}

/** What the matcher says of itself. */
export interface MatcherFacts {
  /** Engine and model, as kept with every score shown. */
  engine: string
  weights: Record<TermName, number>
  /** Bounds of a weight set by hand, and of what was learned. */
  mostWeight: number
  mostLearned: number
}

/** Deployers keep logs of a system that helps to choose people for six months at least (AI Act, article 26). */
export const leastLogMonths = 6

/** Between these a workspace may call a match excellent: below half of the scale the word would mislead. */
export const excellentBounds = { least: 50, most: 99 } as const

const weightsSchema = z.partialRecord(z.enum(termNames), z.number())
const learningSchema = z.object({ on: z.boolean(), since: z.number() })
const excellentSchema = z.number().check(z.minimum(excellentBounds.least), z.maximum(excellentBounds.most))
const monthsSchema = z.number().check(z.minimum(leastLogMonths))
const analysesSchema = z.object({ profile: z.boolean(), predictions: z.boolean() })

/** Ids of the settings that hold them. */
export const scoringIds = {
  weights: 'matching.weights',
  learning: 'matching.learning',
  learned: 'matching.learned',
  excellentFrom: 'matching.excellentFrom',
  logMonths: 'matching.logMonths',
  analyses: 'matching.analyses',
} as const

/** The choices that settings hold, by id; what is absent or does not fit is at its default. */
export function scoringOf(valueOf: (id: string) => unknown): Scoring {
  const read = <T extends z.core.$ZodType>(schema: T, id: string, otherwise: z.core.output<T>): z.core.output<T> => {
    const parsed = z.safeParse(schema, valueOf(id))
    return parsed.success ? parsed.data : otherwise
  }
  return {
    weights: read(weightsSchema, scoringIds.weights, {}),
    learning: read(learningSchema, scoringIds.learning, { on: true, since: 0 }),
    learned: read(z.nullable(learnedSchema), scoringIds.learned, null),
    excellentFrom: read(excellentSchema, scoringIds.excellentFrom, excellentFrom),
    logMonths: read(monthsSchema, scoringIds.logMonths, leastLogMonths),
    // Scores on a person are high risk: a person switches them on, knowing that.
    analyses: read(analysesSchema, scoringIds.analyses, { profile: false, predictions: false }),
  }
}

/** The coefficients in force; null while nothing is learned, or when a person switched it off. */
export const learnedInForce = ({ learning, learned }: Scoring): Learned['coefficients'] | null =>
  learning.on && learned?.verdict === 'learned' ? learned.coefficients : null

/** The offer as it is scored in this workspace: its own weights over the workspace's, and what was learned. */
export function inWorkspace(offer: OfferProfile, scoring: Scoring): OfferProfile {
  const learned = learnedInForce(scoring)
  return { ...offer, weights: { ...scoring.weights, ...offer.weights }, ...(learned ? { learned } : {}) }
}
