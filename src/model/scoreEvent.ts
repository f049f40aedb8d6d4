import * as z from 'zod/mini'
import { elements, list, numberOrNull, oneOf, text, withDefault } from './repair.ts'

/** How a score came before a person's eyes, or what they decided with it. */
export const scoreEventKinds = ['ranking', 'explanation', 'offers', 'decision'] as const
export type ScoreEventKind = (typeof scoreEventKinds)[number]

/** One score shown: whose (a candidate, or an offer for `offers`), the score unrounded, the version of what was read of them. */
const rowSchema = z.tuple([z.string(), z.number(), z.string()])

/**
 * Scores shown together: with all that is needed to compute them again and to show that nothing of it was altered.
 * Never changed once written. Names no one: people are ids, which say nothing once the person is erased.
 */
export const scoreEventSchema = z.object({
  /** Moment the scores were computed, ms. */
  at: withDefault(z.number(), () => 0),
  /** Who looked or decided, '' when they did not say. */
  viewer: text(),
  what: withDefault(z.enum(scoreEventKinds), () => 'ranking' as const),
  offerId: text(),
  /** The person an explanation, a decision or offers are about. */
  candidateId: text(),
  /** Engine and model. */
  engine: text(),
  /** The month it was computed for, `YYYY-MM`. */
  asOf: text(),
  /** Weights of the workspace then; those of the offer are part of its version. */
  workspaceWeights: elements(z.number()),
  /** The weight of every term, as it entered. */
  weights: elements(z.number()),
  /** What the workspace's decisions had taught, when it entered. */
  learned: withDefault(z.nullable(z.record(z.string(), z.number())), () => null),
  /** Version of the offer, or of the candidate for `offers`. */
  version: text(),
  /** The offer itself, as JSON, where no record held it then: a draft. */
  inline: text(),
  /** The scores shown, best first; a long ranking keeps its first ones, and all of them in its digest. */
  rows: list(rowSchema),
  /** How many were scored. */
  total: withDefault(z.number(), () => 0),
  /** Digest of every id with its score, in order. */
  digest: text(),
  /** The stage a decision led to. */
  stage: oneOf(['new', 'seen', 'contacted', 'proposed', 'interview', 'accepted', 'rejected'] as const),
  /** The score on the screen when it was decided. */
  decidedOn: numberOrNull(),
  /** The device that wrote it, its event before this one, and this one with it: what was altered or lost shows. */
  device: text(),
  previous: text(),
  hash: text(),
})
export type ScoreEvent = z.infer<typeof scoreEventSchema>

/** An event before it is written: by whom, on which device and after which other one is added there. */
export type NewScoreEvent = Omit<ScoreEvent, 'viewer' | 'device' | 'previous' | 'hash'>

/** What an event's hash covers: everything but the hash, in one order. */
export function sealedWords(event: Omit<ScoreEvent, 'hash'>): string {
  const sorted = (map: Record<string, number> | null) => map && Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([
    event.previous,
    event.device,
    event.at,
    event.viewer,
    event.what,
    event.offerId,
    event.candidateId,
    event.engine,
    event.asOf,
    sorted(event.workspaceWeights),
    sorted(event.weights),
    sorted(event.learned),
    event.version,
    event.inline,
    event.rows,
    event.total,
    event.digest,
    event.stage,
    event.decidedOn,
  ])
}
