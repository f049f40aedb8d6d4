import { monthsCovered, monthSpan, type MonthText } from '../kit/month.ts'
import type { Candidate, Experience } from './candidate.ts'
import { inOrder } from './candidate.ts'

/** A stretch of a career, months since year 0, both ends included. */
export interface CareerSpan {
  id: string
  kind: 'job' | 'study'
  from: number
  to: number
  /** Still going on. */
  present: boolean
  /** 0 for the first line; what overlaps goes on the next. */
  lane: number
}

/** A stretch in which the record tells of no job and no studies. It says nothing more than that. */
export interface CareerGap {
  from: number
  to: number
  months: number
}

export interface Career {
  spans: CareerSpan[]
  gaps: CareerGap[]
  lanes: number
  /** First and last month drawn; null when no date is known. */
  reach: { from: number; to: number } | null
  /** Months in a job, overlaps counted once (M045). */
  jobMonths: number
}

/** A month between two jobs is a change of job, not a gap. */
const shortestGapMonths = 2

type Dated = Pick<Candidate, 'experiences' | 'education'>

/** The career as a strip: dated jobs and studies, what overlaps, what is not told. `asOf` is the current `YYYY-MM`. */
export function careerOf({ experiences, education }: Dated, asOf: MonthText): Career {
  const spans: CareerSpan[] = []
  for (const [id, { start, end }] of Object.entries(experiences)) {
    const span = monthSpan(start, end, asOf)
    if (span) spans.push({ id, kind: 'job', ...span, present: end === 'present', lane: 0 })
  }
  for (const [id, { start, end }] of Object.entries(education)) {
    // A diploma's bare year is a day, not a stretch.
    const span = start !== '' && end !== '' ? monthSpan(start, end, asOf) : null
    if (span) spans.push({ id, kind: 'study', ...span, present: end === 'present', lane: 0 })
  }
  spans.sort((a, b) => a.from - b.from || b.to - a.to || (a.id < b.id ? -1 : 1))
  const ends: number[] = []
  for (const span of spans) {
    const free = ends.findIndex((end) => end < span.from)
    span.lane = free === -1 ? ends.length : free
    ends[span.lane] = span.to
  }
  const gaps: CareerGap[] = []
  let reached: number | null = null
  for (const span of spans) {
    if (reached !== null && span.from - reached - 1 >= shortestGapMonths)
      gaps.push({ from: reached + 1, to: span.from - 1, months: span.from - reached - 1 })
    reached = Math.max(reached ?? span.to, span.to)
  }
  const jobs = spans.filter(({ kind }) => kind === 'job')
  return {
    spans,
    gaps,
    lanes: ends.length,
    reach: reached === null ? null : { from: spans[0]!.from, to: reached },
    jobMonths: monthsCovered(jobs),
  }
}

/** Months of experience, overlaps counted once; null when no job bears a date. */
export function monthsOfExperience(experiences: Candidate['experiences'], asOf: MonthText): number | null {
  const spans = Object.values(experiences).flatMap(({ start, end }) => monthSpan(start, end, asOf) ?? [])
  return spans.length === 0 ? null : monthsCovered(spans)
}

/** The latest job by date: what goes on first, then the latest end, then the latest start; undated ones last (M045). */
export function lastJob(experiences: Candidate['experiences'], asOf: MonthText): [string, Experience] | null {
  return jobsLatestFirst(experiences, asOf)[0] ?? null
}

/** Jobs, latest first; undated ones after, in the order of the CV. */
export function jobsLatestFirst(experiences: Candidate['experiences'], asOf: MonthText): [string, Experience][] {
  const dated = inOrder(experiences).map(([id, job]) => ({ id, job, span: monthSpan(job.start, job.end, asOf) }))
  return dated
    .sort((a, b) => {
      if (!a.span || !b.span) return Number(b.span !== null) - Number(a.span !== null)
      const going = Number(b.job.end === 'present') - Number(a.job.end === 'present')
      return going || b.span.to - a.span.to || b.span.from - a.span.from
    })
    .map(({ id, job }) => [id, job])
}
