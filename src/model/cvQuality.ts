import type { MonthText } from '../kit/month.ts'
import { monthSpan } from '../kit/month.ts'
import type { Candidate } from './candidate.ts'
import { careerOf } from './career.ts'
import { isMeasured } from './experienceScore.ts'
import { skillUse } from './skillUse.ts'

/** What a CV is read for, and what each brings (T036). */
export const cvCriteria = { clarity: 20, experience: 25, technical: 25, education: 15, results: 15 } as const
export type CvCriterion = keyof typeof cvCriteria

export interface CvCriterionScore {
  criterion: CvCriterion
  points: number
  of: number
  /** The parts it is the sum of: points out of a most, with a figure. */
  parts: { code: string; points: number; of: number; figure: number }[]
  quote: string
}

/** What a CV shows and how well, as a rubric anyone can follow; says nothing of the person (T036, T037). */
export interface CvQuality {
  /** 0 to 100. */
  score: number
  criteria: CvCriterionScore[]
  strengths: CvCriterion[]
  weaknesses: CvCriterion[]
  /** Codes of what would raise it most, best first. */
  recommendations: string[]
  skillsDetected: string[]
  experienceYears: number
}

/** Longer lines are hard to take in at a glance. */
const longLine = 220

export function cvQuality(candidate: Candidate, asOf: MonthText): CvQuality {
  const jobs = Object.values(candidate.experiences)
  const jobLines = jobs.flatMap(({ lines }) => lines.map(({ text }) => text)).filter((text) => text.trim() !== '')
  const { jobMonths, gaps } = careerOf(candidate, asOf)
  const dated = jobs.filter(({ start, end }) => monthSpan(start, end, asOf) !== null).length
  const told = jobs.filter(({ lines }) => lines.length >= 2).length
  const short = jobLines.filter((text) => text.length <= longLine).length
  const skills = Object.values(candidate.skills).map(({ name }) => name)
  const proven = skills.filter((name) => skillUse(name, candidate, asOf) !== null).length
  const degrees = Object.values(candidate.education)
  const measured = jobLines.filter(isMeasured)
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
  const part = (code: string, of: number, reached: number, figure: number) => ({
    code,
    of,
    points: of * Math.min(1, Math.max(0, reached)),
    figure,
  })
  const criteria: CvCriterionScore[] = [
    [
      'clarity',
      [
        part('reachable', 5, (candidate.email !== '' ? 0.5 : 0) + (candidate.phone !== '' ? 0.5 : 0), 0),
        part('headline', 3, candidate.headline !== '' ? 1 : 0, 0),
        part('dated', 6, share(dated, jobs.length), dated),
        part('short-lines', 6, share(short, jobLines.length), short),
      ],
      candidate.headline,
    ],
    [
      'experience',
      [
        part('months', 10, jobMonths / 60, jobMonths),
        part('told', 10, share(told, jobs.length), told),
        part('no-gaps', 5, jobs.length === 0 ? 0 : 1 - gaps.filter(({ months }) => months > 6).length / 3, gaps.length),
      ],
      jobLines[0] ?? '',
    ],
    [
      'technical',
      [
        part('skills', 10, skills.length / 8, skills.length),
        part('proven-skills', 15, share(proven, Math.min(8, skills.length)), proven),
      ],
      '',
    ],
    [
      'education',
      [
        part('degree', 8, degrees.length > 0 ? 1 : 0, degrees.length),
        part('degree-dated', 3, degrees.some(({ start, end }) => start !== '' || end !== '') ? 1 : 0, 0),
        part('degree-level', 4, degrees.some(({ level }) => level !== '') ? 1 : 0, 0),
      ],
      degrees[0]?.title ?? '',
    ],
    ['results', [part('measured', 15, measured.length / 3, measured.length)], measured[0] ?? ''],
  ].map(([criterion, parts, quote]) => {
    const name = criterion as CvCriterion
    const all = parts as CvCriterionScore['parts']
    return {
      criterion: name,
      parts: all,
      quote: quote as string,
      of: cvCriteria[name],
      points: all.reduce((sum, { points }) => sum + points, 0),
    }
  })
  const lacking = criteria
    .flatMap(({ parts }) => parts)
    .filter(({ points, of }) => points < of * 0.6)
    .toSorted((a, b) => b.of - b.points - (a.of - a.points))
  return {
    score: criteria.reduce((sum, { points }) => sum + points, 0),
    criteria,
    strengths: criteria.filter(({ points, of }) => points >= of * 0.8).map(({ criterion }) => criterion),
    weaknesses: criteria.filter(({ points, of }) => points < of * 0.5).map(({ criterion }) => criterion),
    recommendations: lacking.slice(0, 4).map(({ code }) => code),
    skillsDetected: skills,
    experienceYears: Math.round(jobMonths / 1.2) / 10,
  }
}
