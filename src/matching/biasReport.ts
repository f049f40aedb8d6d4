import { candidateToProfile } from '../model/profile.ts'
import type { CandidateProfile, OfferProfile } from '../model/match.ts'
import type { Stored } from '../model/record.ts'
import { swapKinds, type SwapKind, swapped, swappedWhole } from '../model/swaps.ts'
import type { MatchingApi } from '../../workers/matching/protocol.ts'

/** One swap, or all of them at once. */
export const checkedSwaps = [...swapKinds, 'all'] as const
export type CheckedSwap = SwapKind | 'all'

/** A score that a swap changed. */
export interface Difference {
  swap: CheckedSwap
  candidateId: string
  offerId: string
  before: number
  after: number
}

export interface BiasReport {
  engine: string
  asOf: string
  at: number
  people: number
  offers: number
  swaps: {
    swap: CheckedSwap
    /** Pairs for which the matcher is given the very same words: it cannot tell the two persons apart. */
    unseen: number
    /** Pairs for which the CV itself tells the trait, computed with both. */
    computed: number
    /** The largest change, in points of the score. */
    largest: number
    differing: number
  }[]
  /** The changes, the largest first, as many as a person would read. */
  differences: Difference[]
}

/** Pairs scored between two looks at the signal: a second at most on a phone. */
const chunkSize = 40
const differencesKept = 200

/** What the check needs. */
export interface BiasParts {
  matcher: Pick<MatchingApi, 'score' | 'facts'>
  /** Opened records: with what the matcher must not see. */
  candidates: readonly Pick<Stored<'candidate'>, 'id' | 'fields'>[]
  /** As they are scored in this workspace. */
  offers: readonly OfferProfile[]
  asOf: string
  onProgress?: (share: number) => void
  signal?: AbortSignal
  now?: () => number
}

/**
 * Scores everyone again as somebody of another name, sex, age, nationality, street or face, and compares. Gives null
 * when the signal stopped it.
 */
export async function checkBias(parts: BiasParts): Promise<BiasReport | null> {
  const { matcher, candidates, offers, asOf, onProgress = () => {}, signal, now = Date.now } = parts
  const { engine } = await matcher.facts()
  const counts = new Map(checkedSwaps.map((swap) => [swap, { swap, unseen: 0, computed: 0, largest: 0, differing: 0 }]))
  const differences: Difference[] = []
  for (let from = 0; from < candidates.length; from += chunkSize) {
    const chunk = candidates.slice(from, from + chunkSize)
    const jobs: { swap: CheckedSwap; candidateId: string; before: CandidateProfile; after: CandidateProfile }[] = []
    for (const [index, { id, fields }] of chunk.entries()) {
      const before = candidateToProfile(id, fields)
      const words = JSON.stringify(before)
      for (const swap of checkedSwaps) {
        const other = swap === 'all' ? swappedWhole(fields, from + index) : swapped(fields, swap, from + index)
        const after = candidateToProfile(id, other)
        if (JSON.stringify(after) === words) counts.get(swap)!.unseen += offers.length
        else jobs.push({ swap, candidateId: id, before, after })
      }
    }
    for (const [at, offer] of offers.entries()) {
      if (signal?.aborted) return null
      const scored = await matcher.score(
        offer,
        jobs.flatMap(({ before, after }) => [before, after]),
        asOf,
      )
      for (const [index, { swap, candidateId }] of jobs.entries()) {
        const before = scored[2 * index]!.score
        const after = scored[2 * index + 1]!.score
        const count = counts.get(swap)!
        count.computed += 1
        if (before === after) continue
        count.differing += 1
        count.largest = Math.max(count.largest, Math.abs(after - before))
        differences.push({ swap, candidateId, offerId: offer.id, before, after })
      }
      onProgress((from + (chunk.length * (at + 1)) / offers.length) / candidates.length)
    }
  }
  differences.sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
  return {
    engine,
    asOf,
    at: now(),
    people: candidates.length,
    offers: offers.length,
    swaps: [...counts.values()],
    differences: differences.slice(0, differencesKept),
  }
}
