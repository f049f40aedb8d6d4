import { csvOf } from '../kit/csv.ts'
import { inOrder } from '../model/candidate.ts'
import { jobsLatestFirst } from '../model/career.ts'
import { type CodeOption, codeShown } from '../model/codes.ts'
import { specialityOf } from '../model/speciality.ts'
import type { StoredCandidate } from './records.ts'

/** A candidate as JSON Resume (jsonresume.org, schema 1.0.0), so that it can be read again anywhere. */
export function toJsonResume({ fields }: StoredCandidate, asOf: string): Record<string, unknown> {
  return withoutEmpty({
    $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
    basics: {
      name: fields.fullName,
      label: fields.headline,
      email: fields.email,
      phone: fields.phone,
      summary: fields.summary.map(({ text }) => text).join('\n'),
      location: {
        address: fields.address,
        postalCode: fields.postalCode,
        city: fields.city,
        countryCode: fields.country,
      },
      profiles: fields.links.map((url) => ({ url })),
    },
    work: jobsLatestFirst(fields.experiences, asOf).map(([, job]) => ({
      position: job.title,
      name: job.organisation,
      location: job.place,
      startDate: job.start,
      endDate: job.end === 'present' ? '' : job.end,
      highlights: job.lines.map(({ text }) => text),
    })),
    education: inOrder(fields.education).map(([, degree]) => ({
      institution: degree.school,
      studyType: degree.title,
      area: specialityOf(degree.title),
      startDate: degree.start,
      endDate: degree.end === 'present' ? '' : degree.end,
    })),
    skills: inOrder(fields.skills).map(([, skill]) => ({
      name: skill.name,
      level: skill.level === null ? '' : String(skill.level),
    })),
    languages: inOrder(fields.languages).map(([, language]) => ({
      language: language.name || language.code,
      fluency: language.level,
    })),
    certificates: inOrder(fields.licences).map(([, licence]) => ({
      name: licence.name || licence.code,
      date: licence.date,
    })),
  })
}

function withoutEmpty(value: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(value)) {
    const cleaned = clean(inner)
    if (cleaned !== undefined) kept[name] = cleaned
  }
  return kept
}

function clean(value: unknown): unknown {
  if (value === '' || value === null || value === undefined) return undefined
  if (Array.isArray(value)) {
    const items = value.map(clean).filter((item) => item !== undefined)
    return items.length === 0 ? undefined : items
  }
  if (typeof value === 'object') {
    const object = withoutEmpty(value as Record<string, unknown>)
    return Object.keys(object).length === 0 ? undefined : object
  }
  return value
}

/** Columns of the table, in order; their names are the file's first row. */
export const csvColumns = ['name', 'headline', 'email', 'phone', 'postalCode', 'city', 'country', 'months', 'availableFrom', 'noticeDays', 'skills', 'languages', 'tags'] as const // prettier-ignore
export type CsvColumn = (typeof csvColumns)[number]

/** Candidates as a CSV that spreadsheets open as they should; file numbers come first where they are in use. */
export function toCsv(
  candidates: readonly StoredCandidate[],
  heads: Record<CsvColumn, string> & { code?: string },
  monthsOf: (candidate: StoredCandidate) => number | null,
  option: CodeOption | null = null,
): string {
  const rows = candidates.map((candidate) => {
    const { fields } = candidate
    const cells: Record<CsvColumn, string> = {
      name: fields.fullName,
      headline: fields.headline,
      email: fields.email,
      phone: fields.phone,
      postalCode: fields.postalCode,
      city: fields.city,
      country: fields.country,
      months: String(monthsOf(candidate) ?? ''),
      availableFrom: fields.availableFrom,
      noticeDays: fields.noticeDays === null ? '' : String(fields.noticeDays),
      skills: inOrder(fields.skills).map(([, { name }]) => name).join(', '), // prettier-ignore
      languages: inOrder(fields.languages).map(([, { name, code, level }]) => [name || code, level].filter(Boolean).join(' ')).join(', '), // prettier-ignore
      tags: Object.keys(fields.tags).join(', '),
    }
    const row = csvColumns.map((column) => cells[column])
    return option ? [codeShown(option, { id: candidate.id, codes: fields.codes, demo: candidate.demo }), ...row] : row
  })
  const head = csvColumns.map((column) => heads[column])
  return csvOf([option ? [heads.code ?? '', ...head] : head, ...rows])
}
