/*
 * How well adverts are matched with CVs. `npm run eval:match` measures the bench made from tests/corpus/matching,
 * `-- --held` its trades written later;
 * `npm run eval:match -- FOLDER` one of the same shape in files (rank.json, qrels.json, requirements.json and
 * explain.json). `--verbose` also prints every offer's order and every judgement that differs.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OfferProfile } from '../../src/model/match.ts'
import { readModel } from '../../workers/matching/cli/common.ts'
import { foldSame } from '../../workers/matching/dates.ts'
import type { EmbeddingModel } from '../../workers/matching/embedding/model.ts'
import { createEngine } from '../../workers/matching/engine.ts'
import { readAdvert } from '../../workers/matching/readAdvert.ts'
import { readingToOffer } from '../../workers/matching/readingToOffer.ts'
import { kindOf, monthsAsked } from '../../workers/matching/readRequirement.ts'
import { textToProfile } from '../../workers/matching/textToProfile.ts'
import { heldTrades } from '../corpus/matching/heldTrades.ts'
import { laterTrades } from '../corpus/matching/laterTrades.ts'
import { trades } from '../corpus/matching/trades.ts'
import { makeMatchSet } from './matching/makeMatchSet.ts'
import {
  explainFigures,
  rankFigures,
  type ExplainFigures,
  type RankFigures,
  type Scores,
  type Judgements,
} from './matching/matchFigures.ts'
import type { MatchSet } from './matching/matchSet.ts'

/** Every date is read as of this month. */
const asOf = '2026-06'

/** Runs the engine of the app over a set, with the app's model or without one. */
export function scoreMatching(
  set: MatchSet,
  model: EmbeddingModel | null,
): { rank: RankFigures; explain: ExplainFigures; scores: Scores } {
  const engine = createEngine(model)
  engine.upsert(set.candidates.map(({ id, text }) => textToProfile(id, text)))
  const scores: Scores = {}
  const judgements: Judgements = {}
  for (const { id, text } of set.offers) {
    const offer = readingToOffer(id, text, readAdvert(text))
    scores[id] = new Map(engine.rank(offer, asOf).map((match) => [match.candidateId, match.score]))
    const asked: OfferProfile = { ...offer, id: `${id} asked`, requirements: set.requirements[id]!.map(asRequirement) }
    judgements[id] = {}
    for (const candidate of Object.keys(set.explain[id] ?? {})) {
      const match = engine.explain(asked, candidate, asOf)
      judgements[id][candidate] = Object.fromEntries((match?.requirements ?? []).map((one) => [one.id, one]))
    }
  }
  return { rank: rankFigures(set, scores), explain: explainFigures(set, judgements), scores }
}

function asRequirement({
  id,
  text,
  must,
}: {
  id: string
  text: string
  must: boolean
}): OfferProfile['requirements'][number] {
  const kind = kindOf(text)
  const months = monthsAsked(foldSame(text))
  const years = kind === 'occupation' && months > 0 ? months / 12 : null
  return { id, text, kind, need: must ? 'must' : 'nice', weight: 50, years }
}

/** Reads a set from files. */
function readMatchSet(folder: string): MatchSet {
  const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T
  return {
    ...read<Pick<MatchSet, 'offers' | 'candidates'>>('rank.json'),
    qrels: read('qrels.json'),
    requirements: read('requirements.json'),
    explain: read('explain.json'),
  }
}

const shown = (value: number): string => (Math.round(value * 1000) / 1000).toFixed(3)

function print(set: MatchSet, verbose: boolean): void {
  const { rank, explain, scores } = scoreMatching(set, readModel())
  const lines = [
    `${set.offers.length} offers, ${set.candidates.length} CVs`,
    `nDCG@10 ${shown(rank.ndcg)}  MRR ${shown(rank.mrr)}  P@3 ${shown(rank.p3)}  AUC ${shown(rank.auc)}  traps ${shown(rank.traps)}`,
    `by offer and CV: ${Object.entries(rank.pairs)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([pair, value]) => `${pair} ${shown(value)}`)
      .join('  ')}`,
    `inversions: ${Object.entries(rank.inversions)
      .map(([kind, value]) => `${kind} ${shown(value)}`)
      .join('  ')}`,
    `explained: balanced ${shown(explain.balanced)}  missing = unknown ${shown(explain.balancedThree)}  overclaim ${shown(explain.overclaim)}  quote right ${shown(explain.quoteGood)}  verbatim ${shown(explain.quoteVerbatim)}`,
    ...Object.entries(explain.table).map(([truth, answers]) => `  ${truth}: ${JSON.stringify(answers)}`),
  ]
  if (verbose) {
    for (const { id } of set.offers) {
      const { pool, grades, kinds } = set.qrels[id]!
      const order = pool.toSorted((a, b) => scores[id]!.get(b)! - scores[id]!.get(a)!)
      lines.push(
        `${id}: ${order.map((one) => `${grades[one]} ${kinds[one]} ${scores[id]!.get(one)!.toFixed(0)}`).join(' | ')}`,
      )
    }
    lines.push(...explain.mistakes)
  }
  process.stdout.write(`${lines.join('\n')}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rest = process.argv.slice(2)
  const folder = rest.find((word) => !word.startsWith('--'))
  const own = rest.includes('--held') ? [...heldTrades, ...laterTrades] : trades
  print(folder === undefined ? makeMatchSet(own) : readMatchSet(folder), rest.includes('--verbose'))
}
