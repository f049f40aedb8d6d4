import { fold } from '../kit/fold.ts'
import { indexToMonth, monthsCovered, monthSpan, type MonthText } from '../kit/month.ts'
import type { Candidate } from './candidate.ts'

/** Where the dated jobs of a career speak of a skill. */
export interface SkillUse {
  /** Months of the jobs that name it, overlaps counted once. */
  months: number
  /** `YYYY-MM` of the last of them; `present` while one goes on. */
  lastUsed: MonthText
  /** Ids of those jobs. */
  jobs: string[]
}

/**
 * How long and how lately a skill was practised, by the jobs whose title or lines name it (M029): a fact derived from
 * the career as it stands, so that it follows every correction. Null when no dated job names the skill.
 */
export function skillUse(
  name: string,
  { experiences }: Pick<Candidate, 'experiences'>,
  asOf: MonthText,
): SkillUse | null {
  const wanted = words(name)
  if (wanted.trim() === '') return null
  const spans: { from: number; to: number }[] = []
  const jobs: string[] = []
  let last = -1
  let present = false
  for (const [id, job] of Object.entries(experiences)) {
    const told = words([job.title, ...job.lines.map((line) => line.text)].join('\n'))
    if (!told.includes(wanted)) continue
    const span = monthSpan(job.start, job.end, asOf)
    if (!span) continue
    spans.push(span)
    jobs.push(id)
    last = Math.max(last, span.to)
    present ||= job.end === 'present'
  }
  if (spans.length === 0) return null
  return { months: monthsCovered(spans), lastUsed: present ? 'present' : indexToMonth(last), jobs }
}

// Spaces around each word, so that 'Java' is not found in 'JavaScript' nor 'C' in 'C++'.
const words = (text: string): string =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}+#.]+/gu, ' ')
    .replace(/\.(?=\s|$)/g, '')
    .trim()} `
