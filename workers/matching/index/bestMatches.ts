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
  /** The records of each drawer that are not computed yet; the first drawer holds the highest bounds. */
  const queues = Array.from({ length: drawers + 1 }, (): number[] => [])
  const drawerOf = (record: number, isClose: boolean): number =>
    drawers - Math.min(drawers, Math.ceil(sigmoid(bound(record, isClose)) * drawers))
  const isLookedAt = new Uint8Array(index.size)
  for (let record = 0; record < index.size; record += 1)
    if (alive.values[record] === 1) queues[drawerOf(record, false)]!.push(record)
  let drawer = 0
  let left = index.live
  /** What the records left could score at most; records move down as they are looked at closely. */
  const most = (): number => {
    for (;;) {
      while (drawer < drawers && queues[drawer]!.length === 0) drawer += 1
      const queue = queues[drawer]!
      const record = queue.at(-1)
      if (record === undefined || isLookedAt[record] === 1) return 100 * ((drawers - drawer) / drawers)
      isLookedAt[record] = 1
      const closer = Math.max(drawer, drawerOf(record, true))
      if (closer > drawer) {
        queue.pop()
        queues[closer]!.push(record)
      }
    }
  }

  const computed: Match[] = []
  const compute = () => {
    const match = score(offer, index.reading(queues[drawer]!.pop()!, false), asOf)
    left -= 1
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
      while (left > 0) {
        const reach = most()
        if (computed.length >= count && reach < computed[count - 1]!.score) break
        compute()
      }
      return computed.slice(0, count)
    },
    from(least) {
      while (left > 0 && most() >= least) compute()
      const end = computed.findIndex((match) => match.score < least)
      return end < 0 ? computed.slice() : computed.slice(0, end)
    },
    get computed() {
      return computed.length
    },
  }
}
