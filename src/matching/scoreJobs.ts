import { monthIndex, indexToMonth, monthSpan } from '../kit/month.ts'
import type { Candidate } from '../model/candidate.ts'
import type { Match, OfferProfile } from '../model/match.ts'
import { candidateToProfile } from '../model/profile.ts'
import type { MatchingApi } from '../../workers/matching/protocol.ts'

/**
 * The match of each job alone with an offer, as of the month it ended: how near the job is to the offer and what it
 * proves, whatever came after. By job id.
 */
export async function scoreJobs(
  offer: OfferProfile,
  id: string,
  candidate: Candidate,
  asOf: string,
  matcher: Pick<MatchingApi, 'score'>,
): Promise<Map<string, Match>> {
  const whole = candidateToProfile(id, candidate)
  const found = new Map<string, Match>()
  for (const [jobId, job] of Object.entries(candidate.experiences)) {
    const alone = {
      ...whole,
      lines: whole.lines.filter(({ section, entryId }) => section === 'experience' && entryId === jobId),
    }
    const span = monthSpan(job.start, job.end, asOf)
    const then = span ? indexToMonth(Math.min(span.to, monthIndex(asOf) ?? span.to)) : asOf
    const [match] = await matcher.score(offer, [alone], then)
    if (match) found.set(jobId, match)
  }
  return found
}
