import type { Match } from '../../../src/model/match.ts'
import { sigmoid } from '../deterministicMath.ts'
import type { OfferReading } from '../readOffer.ts'
import { matchFrom, scoreAlone } from '../score.ts'
import type { Vocabulary } from '../vocabulary.ts'
import type { CandidateIndex } from './candidateIndex.ts'
import { createScoreBound } from './scoreBound.ts'

/** The order of a ranking: best first, ties by id. */
export const byScore = (a: Ranked, b: Ranked): number =>
  b.score - a.score || (a.candidateId < b.candidateId ? -1 : a.candidateId > b.candidateId ? 1 : 0)

type Ranked = Pick<Match, 'score' | 'candidateId'>

/** A ranking that is computed only as far as it is looked at. */
export interface BestMatches {
  /** The first so many of everyone, the very matches that computing everyone would put there. */
  first: (count: number) => Match[]
  /** How many reach this score. */
  countFrom: (score: number) => number
  /** How many have been computed. */
  readonly computed: number
}

/** Bounds are sorted into drawers, so many for a logit, from the highest that is told apart down to the lowest. */
const drawersPerLogit = 64
const highest = 8
const drawers = highest * 2 * drawersPerLogit

/** Candidates in the order of what they could score at most; nobody who could be among the first is passed over. */
export function createBestMatches(
  offer: OfferReading,
  index: CandidateIndex,
  vocabulary: Vocabulary,
  asOf: string,
): BestMatches {
  const { size } = index
  const bound = createScoreBound(offer, index, vocabulary, asOf)
  const { alive } = index.columns
  // Records by drawer, the highest bounds first: counted, then laid out one drawer after the other.
  const drawerOf = new Uint16Array(size)
  const starts = new Uint32Array(drawers + 2)
  for (let record = 0; record < size; record += 1) {
    if (alive.values[record] === 0) continue
    const drawer = Math.max(0, Math.min(drawers, Math.floor((highest - bound(record)) * drawersPerLogit)))
    drawerOf[record] = drawer
    starts[drawer + 1] = starts[drawer + 1]! + 1
  }
  for (let drawer = 0; drawer <= drawers; drawer += 1) starts[drawer + 1] = starts[drawer + 1]! + starts[drawer]!
  const queue = new Uint32Array(index.live)
  const fill = starts.slice()
  for (let record = 0; record < size; record += 1) {
    if (alive.values[record] === 0) continue
    const drawer = drawerOf[record]!
    queue[fill[drawer]!] = record
    fill[drawer] = fill[drawer]! + 1
  }
  let next = 0
  /** What those who are left could score at most. */
  const reach = (): number => {
    const drawer = drawerOf[queue[next]!]!
    return drawer === 0 ? 100 : 100 * sigmoid(highest - drawer / drawersPerLogit)
  }

  const computed: (Ranked & { match: () => Match })[] = []
  const compute = () => {
    const record = queue[next]!
    const reading = index.reading(record, false)
    next += 1
    const { score, judgement } = scoreAlone(offer, reading, asOf)
    let match: Match | null = null
    const one = {
      score,
      candidateId: reading.id,
      match() {
        // Who is shown is likely to be explained next.
        if (!match) index.keep(record, reading)
        return (match ??= matchFrom(offer, reading, judgement, asOf))
      },
    }
    let low = 0
    let high = computed.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (byScore(computed[middle]!, one) < 0) low = middle + 1
      else high = middle
    }
    computed.splice(low, 0, one)
  }
  return {
    first(count) {
      while (next < queue.length) {
        if (computed.length >= count && reach() < computed[count - 1]!.score) break
        compute()
      }
      return computed.slice(0, count).map(({ match }) => match())
    },
    countFrom(least) {
      while (next < queue.length && reach() >= least) compute()
      const end = computed.findIndex(({ score }) => score < least)
      return end < 0 ? computed.length : end
    },
    get computed() {
      return computed.length
    },
  }
}
