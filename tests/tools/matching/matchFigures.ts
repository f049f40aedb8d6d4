import { foldSame } from '../../../workers/matching/dates.ts'
import type { MatchSet, Status } from './matchSet.ts'

/** Scores of every candidate, by offer. */
export type Scores = Record<string, Map<string, number>>
/** Judgements by offer, candidate and requirement. */
export type Judgements = Record<string, Record<string, Record<string, { status: Status; quote: string }>>>

const mean = (values: readonly number[]): number =>
  values.length === 0 ? NaN : values.reduce((sum, value) => sum + value, 0) / values.length

const gain = (grades: readonly number[]): number =>
  grades.slice(0, 10).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0)

/** Whichever language has more of its small words in the text. */
function languageOf(text: string): 'fr' | 'en' {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const french = count(/\b(?:et|des|les|du|le|la|une?|avec|pour|sur|aux?|dans)\b/gi)
  return french >= count(/\b(?:and|the|of|with|for|to|from|in|an?|on|at|by)\b/gi) ? 'fr' : 'en'
}

export interface RankFigures {
  ndcg: number
  mrr: number
  p3: number
  auc: number
  traps: number
  pairs: Record<string, number>
  inversions: Record<string, number>
}
const trapKinds = new Set(['denied', 'denied_skill', 'stuffer', 'homonym', 'proximity', 'adjacent_far'])

/** How well the scores order each offer's pool; equal scores count against the engine. */
export function rankFigures(set: MatchSet, scores: Scores): RankFigures {
  const spoken = new Map(set.candidates.map(({ id, text }) => [id, languageOf(text)]))
  const whole: { ndcg: number; mrr: number; p3: number }[] = []
  const byPair: Record<string, number[]> = {}
  const inverted: Record<string, [number, number]> = {}
  const fits: number[] = []
  const misfits: number[] = []
  for (const { id: offer } of set.offers) {
    const { pool, grades, kinds } = set.qrels[offer]!
    const of = (id: string) => scores[offer]?.get(id) ?? -1
    const order = (ids: readonly string[]) => {
      const ordered = ids.toSorted((a, b) => of(b) - of(a) || grades[a]! - grades[b]!).map((id) => grades[id]!)
      const best = gain(ordered.toSorted((a, b) => b - a))
      const first = ordered.findIndex((grade) => grade >= 3)
      return {
        ndcg: best === 0 ? NaN : gain(ordered) / best,
        mrr: first < 0 ? 0 : 1 / (first + 1),
        p3: ordered.slice(0, 3).filter((grade) => grade >= 3).length / 3,
      }
    }
    whole.push(order(pool))
    const asks = languageOf(set.requirements[offer]!.map((one) => one.text).join(' '))
    for (const language of ['fr', 'en'] as const) {
      const ids = pool.filter((id) => spoken.get(id) === language)
      if (ids.some((id) => grades[id]! >= 3)) (byPair[`${asks}-${language}`] ??= []).push(order(ids).ndcg)
    }
    const fit = pool.filter((id) => grades[id]! >= 3)
    const low = pool.filter((id) => grades[id]! <= 1)
    for (const below of low) {
      const count = (inverted[kinds[below]!] ??= [0, 0])
      for (const above of fit) {
        count[1] += 1
        if (of(below) >= of(above)) count[0] += 1
      }
    }
    fits.push(...fit.map(of))
    misfits.push(...low.map(of))
  }
  const wins = fits.map((value) => mean(misfits.map((other) => (value > other ? 1 : value === other ? 0.5 : 0))))
  const traps = Object.entries(inverted).filter(([kind]) => trapKinds.has(kind))
  const total = (at: 0 | 1) => traps.reduce((sum, [, count]) => sum + count[at], 0)
  return {
    ndcg: mean(whole.map((one) => one.ndcg)),
    mrr: mean(whole.map((one) => one.mrr)),
    p3: mean(whole.map((one) => one.p3)),
    auc: mean(wins),
    traps: total(0) / total(1),
    pairs: Object.fromEntries(Object.entries(byPair).map(([pair, values]) => [pair, mean(values)])),
    inversions: Object.fromEntries(Object.entries(inverted).map(([kind, [wrong, all]]) => [kind, wrong / all])),
  }
}

export interface ExplainFigures {
  balanced: number
  balancedThree: number
  overclaim: number
  quoteGood: number
  quoteVerbatim: number
  /** Truth, then answer. */
  table: Record<string, Record<string, number>>
  mistakes: string[]
}
const statuses = ['met', 'partly', 'missing', 'unknown'] as const

const wordsOf = (text: string): string[] =>
  foldSame(text)
    .split(/[^a-z0-9+#]+/)
    .filter(Boolean)

/** Whether a quote and an accepted passage are of one place: one holds the other, or most words are shared. */
function onPassage(quote: string, passage: string): boolean {
  const first = wordsOf(quote)
  const second = wordsOf(passage)
  if (first.length === 0 || second.length === 0) return false
  const [a, b] = [` ${first.join(' ')} `, ` ${second.join(' ')} `]
  if (a.includes(b) || (a.length >= 8 && b.includes(a))) return true
  const shared = first.filter((word) => second.includes(word)).length
  const least = Math.min(first.length, second.length)
  return shared / least >= 0.6 && shared >= Math.min(2, least)
}

/** How well requirements are judged and quoted. */
export function explainFigures(set: MatchSet, judgements: Judgements): ExplainFigures {
  const table: ExplainFigures['table'] = {}
  for (const truth of statuses) table[truth] = { met: 0, partly: 0, missing: 0, unknown: 0 }
  const texts = new Map(set.candidates.map(({ id, text }) => [id, text.replaceAll(/\s+/g, ' ')]))
  const mistakes: string[] = []
  const quoted = { all: 0, verbatim: 0, good: 0 }
  for (const [offer, candidates] of Object.entries(set.explain))
    for (const [candidate, truths] of Object.entries(candidates))
      for (const [requirement, truth] of Object.entries(truths)) {
        const answer = judgements[offer]?.[candidate]?.[requirement] ?? { status: 'unknown', quote: '' }
        table[truth.status]![answer.status]! += 1
        const quote = answer.quote.replaceAll(/\s+/g, ' ').trim()
        if (answer.status !== truth.status)
          mistakes.push(`${offer} ${candidate} ${requirement}: ${truth.status} read as ${answer.status} "${quote}"`)
        const claims = (status: string) => status === 'met' || status === 'partly'
        if (!claims(truth.status) || truth.evidence.length === 0 || !claims(answer.status)) continue
        quoted.all += 1
        if (quote === '' || !texts.get(candidate)!.includes(quote)) continue
        quoted.verbatim += 1
        if (truth.evidence.some((passage) => onPassage(quote, passage))) quoted.good += 1
        else mistakes.push(`${offer} ${candidate} ${requirement}: quoted "${quote}"`)
      }
  const count = (truth: string) => Object.values(table[truth]!).reduce((sum, value) => sum + value, 0)
  const recall = (truth: string) => table[truth]![truth]! / count(truth)
  const present = statuses.filter((truth) => count(truth) > 0)
  const silent = ['missing', 'unknown']
  const silentRight = silent.reduce((sum, truth) => sum + table[truth]!.missing! + table[truth]!.unknown!, 0)
  const silentAll = silent.reduce((sum, truth) => sum + count(truth), 0)
  return {
    balanced: mean(present.map(recall)),
    balancedThree: mean([recall('met'), recall('partly'), silentRight / silentAll]),
    overclaim: silent.reduce((sum, truth) => sum + table[truth]!.met!, 0) / silentAll,
    quoteGood: quoted.good / quoted.all,
    quoteVerbatim: quoted.verbatim / quoted.all,
    table,
    mistakes,
  }
}
