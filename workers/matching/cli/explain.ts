import * as z from 'zod/mini'
import type { OfferProfile } from '../../../src/model/match.ts'
import { createEngine } from '../engine.ts'
import { readAdvert } from '../readAdvert.ts'
import { readingToOffer } from '../readingToOffer.ts'
import { kindOf, monthsAsked } from '../readRequirement.ts'
import { textToProfile } from '../textToProfile.ts'
import { foldSame } from '../dates.ts'
import { readArguments, readJson, readModel } from './common.ts'

const requirement = z.object({ id: z.string(), text: z.string(), must: z.boolean() })
const pair = z.object({
  id: z.string(),
  offer: z.string(),
  cv: z.string(),
  requirements: z.optional(z.array(requirement)),
})
const { file, asOf } = readArguments('Usage: npm run -s explain -- [--as-of YYYY-MM] FILE')
const { pairs } = readJson(file, z.object({ pairs: z.array(pair) }))
const engine = createEngine(readModel())
const explained: Record<string, unknown> = {}
for (const { id, offer, cv, requirements } of pairs) {
  const read = readingToOffer('offer', offer, readAdvert(offer))
  const profile: OfferProfile =
    requirements === undefined ? read : { ...read, requirements: requirements.map(asRequirement) }
  engine.upsert([textToProfile('candidate', cv)])
  const match = engine.explain(profile, 'candidate', asOf)!
  explained[id] = {
    score: match.score,
    capped: match.cappedBy !== null,
    requirements: Object.fromEntries(
      match.requirements.map(({ id: requirementId, status, quote }) => [requirementId, { status, quote }]),
    ),
    contributions: [
      ...match.terms.map(({ name, points }) => ({ name, points })),
      ...(match.capPoints === 0 ? [] : [{ name: 'cap', points: match.capPoints }]),
    ],
  }
}
process.stdout.write(`${JSON.stringify(explained)}\n`)

function asRequirement({ id, text, must }: z.infer<typeof requirement>): OfferProfile['requirements'][number] {
  const kind = kindOf(text)
  const months = monthsAsked(foldSame(text))
  return {
    id,
    text,
    kind,
    need: must ? 'must' : 'nice',
    weight: 50,
    years: kind === 'occupation' && months > 0 ? months / 12 : null,
  }
}
