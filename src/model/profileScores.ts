import { monthIndex, monthSpan, type MonthText } from '../kit/month.ts'
import { availabilityOf } from './availability.ts'
import type { Candidate } from './candidate.ts'
import { careerOf } from './career.ts'
import { type ExperienceScore } from './experienceScore.ts'
import type { About } from './record.ts'
import { skillUse } from './skillUse.ts'

/** Four readings of a career (M040). Off until a person switches them on; none enters a ranking. */
export const profileScoreNames = ['employability', 'stability', 'adaptability', 'potential'] as const
export type ProfileScoreName = (typeof profileScoreNames)[number]

/** A figure and the formula it is: parts in [0,1], each with its share of the whole. */
export interface ProfileScore {
  name: ProfileScoreName
  /** 0 to 100. */
  score: number
  parts: { code: string; value: number; weight: number; figure: number }[]
}

/** Computed from the career alone, by formulas that can be shown whole. `today` is `YYYY-MM-DD`. */
export function profileScores(
  candidate: Candidate,
  about: About,
  today: string,
  experience: ExperienceScore,
): ProfileScore[] {
  const asOf: MonthText = today.slice(0, 7)
  const jobs = Object.values(candidate.experiences)
  const spans = jobs.flatMap(({ start, end }) => monthSpan(start, end, asOf) ?? [])
  const { jobMonths, gaps } = careerOf(candidate, asOf)
  const now = monthIndex(asOf, 'end') ?? 0
  const sinceLast = spans.length === 0 ? 120 : now - Math.max(...spans.map(({ to }) => to))
  const skills = Object.values(candidate.skills)
  const proven = skills.filter(({ name }) => skillUse(name, candidate, asOf) !== null).length
  const tenure = spans.length === 0 ? 0 : spans.reduce((sum, { from, to }) => sum + to - from + 1, 0) / spans.length
  const employers = new Set(jobs.map(({ organisation }) => organisation.toLowerCase()).filter((name) => name !== ''))
    .size
  const languages = Object.keys(candidate.languages).length
  const start = availabilityOf(candidate, about, today)
  // Whether somebody learned something lately, at whatever age: never how long ago school was.
  const learnedLately = [
    ...Object.values(candidate.education).map(({ end, start: begun }) => (end === 'present' ? asOf : end || begun)),
    ...Object.values(candidate.licences).map(({ date }) => date),
  ].some((moment) => now - (monthIndex(moment, 'end') ?? 0) <= 36)
  const duties = experience.jobs[0]?.criteria.find(({ criterion }) => criterion === 'responsibilities')
  const isMobile =
    (candidate.mobilityKm ?? 0) > 0 ||
    candidate.mobilityPlaces.length > 0 ||
    ['remote', 'any', 'hybrid'].includes(candidate.workMode)
  const unit = (value: number) => Math.min(1, Math.max(0, value))
  const score = (name: ProfileScoreName, parts: ProfileScore['parts']): ProfileScore => ({
    name,
    parts,
    score: 100 * parts.reduce((sum, { value, weight }) => sum + value * weight, 0),
  })
  return [
    score('employability', [
      { code: 'recent', value: unit(1 - sinceLast / 60), weight: 0.35, figure: sinceLast },
      { code: 'months', value: unit(jobMonths / 60), weight: 0.25, figure: jobMonths },
      { code: 'proven-skills', value: unit(proven / 5), weight: 0.25, figure: proven },
      {
        code: 'availability',
        value: start.kind === 'unknown' ? 0.5 : start.kind === 'now' ? 1 : 0.7,
        weight: 0.15,
        figure: 0,
      },
    ]),
    score('stability', [
      { code: 'tenure', value: unit(tenure / 36), weight: 0.7, figure: Math.round(tenure) },
      {
        code: 'few-gaps',
        value: unit(1 - gaps.filter(({ months }) => months > 6).length / 3),
        weight: 0.3,
        figure: gaps.filter(({ months }) => months > 6).length,
      },
    ]),
    score('adaptability', [
      { code: 'employers', value: unit(employers / 4), weight: 0.35, figure: employers },
      { code: 'skills', value: unit(skills.length / 10), weight: 0.3, figure: skills.length },
      { code: 'languages', value: unit(languages / 3), weight: 0.2, figure: languages },
      { code: 'mobile', value: isMobile ? 1 : 0, weight: 0.15, figure: 0 },
    ]),
    score('potential', [
      {
        code: 'progression',
        value: experience.progression.points / 10,
        weight: 0.4,
        figure: experience.progression.points,
      },
      {
        code: 'responsibilities',
        value: (duties?.points ?? 0) / (duties?.of ?? 10),
        weight: 0.25,
        figure: duties?.points ?? 0,
      },
      { code: 'learning', value: learnedLately ? 1 : 0, weight: 0.2, figure: 0 },
      { code: 'skills', value: unit(skills.length / 10), weight: 0.15, figure: skills.length },
    ]),
  ]
}
