import { fold } from '../kit/fold.ts'
import type { Candidate } from './candidate.ts'
import { inOrder } from './candidate.ts'
import { isMeasured } from './experienceScore.ts'

/** Two lines tell the same result when this share of the shorter one's words is in the other (W026). */
const sameFrom = 0.7

/** What somebody achieved and can count, in their own words, each told once: the first telling stays. */
export function achievementsOf({ experiences }: Pick<Candidate, 'experiences'>): { jobId: string; text: string }[] {
  const kept: { jobId: string; text: string; words: ReadonlySet<string> }[] = []
  for (const [jobId, job] of inOrder(experiences)) {
    for (const { text } of job.lines) {
      if (!isMeasured(text)) continue
      const words = wordsOf(text)
      if (words.size === 0 || kept.some((other) => isSame(words, other.words))) continue
      kept.push({ jobId, text: text.trim(), words })
    }
  }
  return kept.map(({ jobId, text }) => ({ jobId, text }))
}

const wordsOf = (text: string): Set<string> =>
  new Set(
    fold(text)
      .split(/[^\p{L}\p{N}%]+/u)
      .filter((word) => word.length > 2 || /\d/.test(word)),
  )

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let shared = 0
  for (const word of a) if (b.has(word)) shared += 1
  return shared / Math.min(a.size, b.size) >= sameFrom
}
