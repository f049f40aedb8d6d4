import type { Match } from '../../../src/model/match.ts'
import { sigmoid } from '../deterministicMath.ts'
import type { OfferReading } from '../readOffer.ts'
import { score } from '../score.ts'
import type { Vocabulary } from '../vocabulary.ts'
import type { CandidateIndex } from './candidateIndex.ts'
import { createScoreBound } from './scoreBound.ts'

/** The order of a ranking: best first, ties by id. */
export const byScore = (a: Match, b: Match): number =>
  b.score - a.score || (a.candidateId < b.candidateId ? -1 : a.candidateId > b.candidateId ? 1 : 0)

/** A ranking that is computed only as far as it is looked at. */
export interface BestMatches {
  /** The first so many of everyone, the very matches that computing everyone would put there. */
  first: (count: number) => Match[]
  /** Everyone whose score reaches this. */
  from: (score: number) => Match[]
  /** How many have been computed. */
  readonly computed: number
}

/** Bounds are sorted into so many drawers: a tenth of a point each. */
const drawers = 1000

/** Candidates in the order of what they could score at most; nobody who could be among the first is passed over. */
export function createBestMatches(
  offer: OfferReading,
  index: CandidateIndex,
  vocabulary: Vocabulary,
  asOf: string,
): BestMatches {
  const bound = createScoreBound(offer, index, vocabulary, asOf)
  const { alive } = index.columns
  const drawerOf = new Int16Array(index.size).fill(-1)
  const counts = new Int32Array(drawers + 2)
  for (let record = 0; record < index.size; record += 1) {
    if (alive.values[record] === 0) continue
    const drawer = drawers - Math.min(drawers, Math.ceil(sigmoid(bound(record)) * drawers))
    drawerOf[record] = drawer
    counts[drawer + 1] = counts[drawer + 1]! + 1
  }
  for (let drawer = 0; drawer <= drawers; drawer += 1) counts[drawer + 1] = counts[drawer + 1]! + counts[drawer]!
  const order = new Int32Array(index.live)
  const fill = counts.slice()
  for (let record = 0; record < index.size; record += 1) {
    const drawer = drawerOf[record]!
    if (drawer < 0) continue
    order[fill[drawer]!] = record
    fill[drawer] = fill[drawer]! + 1
  }
  /** What the records from `at` on could score at most. */
  const mostFrom = (at: number): number => 100 * ((drawers - drawerOf[order[at]!]!) / drawers)

  const computed: Match[] = []
  let at = 0
  const compute = () => {
    const match = score(offer, index.reading(order[at]!, false), asOf)
    at += 1
    let low = 0
    let high = computed.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (byScore(computed[middle]!, match) < 0) low = middle + 1
      else high = middle
    }
    computed.splice(low, 0, match)
  }
  return {
    first(count) {
      while (at < order.length && (computed.length < count || mostFrom(at) >= computed[count - 1]!.score)) compute()
      return computed.slice(0, count)
    },
    from(least) {
      while (at < order.length && mostFrom(at) >= least) compute()
      const end = computed.findIndex((match) => match.score < least)
      return end < 0 ? computed.slice() : computed.slice(0, end)
    },
    get computed() {
      return at
    },
  }
}
