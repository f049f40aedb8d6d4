import * as z from 'zod/mini'
import { createEngine } from '../engine.ts'
import { readAdvert } from '../readAdvert.ts'
import { readingToOffer } from '../readingToOffer.ts'
import { textToProfile } from '../textToProfile.ts'
import { readArguments, readJson, readModel } from './common.ts'

const texts = z.array(z.object({ id: z.string(), text: z.string() }))
const { file, asOf } = readArguments('Usage: npm run -s rank -- [--as-of YYYY-MM] FILE')
const { offers, candidates } = readJson(file, z.object({ offers: texts, candidates: texts }))
const engine = createEngine(readModel())
engine.upsert(candidates.map(({ id, text }) => textToProfile(id, text)))
const ranked: Record<string, [string, number][]> = {}
for (const { id, text } of offers) {
  ranked[id] = engine
    .rank(readingToOffer(id, text, readAdvert(text)), asOf)
    .map((match) => [match.candidateId, match.score])
}
process.stdout.write(`${JSON.stringify(ranked)}\n`)
