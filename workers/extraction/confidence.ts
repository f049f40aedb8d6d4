import { fold } from '../../src/kit/fold.ts'
import { monthIndex } from '../../src/kit/month.ts'
import type { CvReading, Read } from '../../src/model/reading.ts'
import weightsOf from './confidence.json' with { type: 'json' }
import { diplomaScore } from './lexicon/diplomas.ts'
import { occupationScore } from './lexicon/occupations.ts'
import { organisationScore, schoolScore } from './lexicon/organisations.ts'

/** Kinds of values whose confidence is learned from labelled readings. */
export const judgedKinds = [
  'name',
  'headline',
  'email',
  'phone',
  'city',
  'postal_code',
  'link',
  'job_title',
  'job_org',
  'job_start',
  'job_end',
  'degree_title',
  'degree_school',
  'degree_year',
  'skill',
  'language',
  'language_level',
  'licence',
] as const
export type JudgedKind = (typeof judgedKinds)[number]

/** A value that was read, what kind it is, and what speaks for and against it (numbers of about one). */
export interface JudgedRead {
  kind: JudgedKind
  read: Read<unknown>
  features: number[]
  /** What counts besides on a page that was recognised, not written: all 0 elsewhere. */
  recognised: number[]
}

/** The constant comes first in `written`; what was recognised adds its own sum to it. */
export interface Weights {
  written: readonly number[]
  recognised: readonly number[]
}

/**
 * Sets the confidence of every judged value to the share of such values that were right among labelled readings: a
 * logistic regression per kind (`npm run calibrate:extract` fits it; docs/extraction.md tells how well it holds). Changes `cv`.
 */
export function settleConfidence(cv: CvReading, isRecognised: boolean): void {
  for (const judged of judgedReads(cv, isRecognised)) {
    const weights = (weightsOf as Record<string, Weights>)[judged.kind]
    if (weights === undefined) continue
    const { read } = judged
    read.confidence = Math.round(100 * Math.min(0.99, Math.max(0.02, chanceOf(weights, judged)))) / 100
    if (read.confidence >= 0.9) delete read.doubt
  }
}

/** Chance in (0, 1) that a value is right. */
export const chanceOf = (weights: Weights, { features, recognised }: Pick<JudgedRead, 'features' | 'recognised'>) =>
  probability([...weights.written, ...weights.recognised], [...features, ...recognised])

/** Chance in (0, 1) that a value with these features is right; `weights` has the constant first. */
export function probability(weights: readonly number[], features: readonly number[]): number {
  let sum = weights[0] ?? 0
  for (const [index, feature] of features.entries()) sum += (weights[index + 1] ?? 0) * feature
  return 1 / (1 + Math.exp(-sum))
}

/** Every judged value of a reading with its features. Features may only look at the reading itself. */
export function judgedReads(cv: CvReading, isRecognised: boolean): JudgedRead[] {
  const found: JudgedRead[] = []
  const common = (read: Read<unknown>): number[] => [
    logit(read.confidence),
    read.doubt === 'two-candidates' || read.doubt === 'date-order' ? 1 : 0,
    cv.language === 'fr' ? 1 : 0,
  ]
  const add = (kind: JudgedKind, read: Read<unknown> | null, ...features: number[]) => addSeen(kind, read, features, [])
  /** `seen` counts on recognised pages only. */
  const addSeen = (kind: JudgedKind, read: Read<unknown> | null, features: number[], seen: number[]) => {
    if (!read) return
    const letters = [1, logit(read.confidence), read.doubt === 'ocr-letters' ? 1 : 0, ...seen]
    found.push({
      kind,
      read,
      features: [...common(read), ...features],
      recognised: letters.map((feature) => (isRecognised ? feature : 0)),
    })
  }
  const text = (read: Read<unknown> | null): string => (typeof read?.value === 'string' ? read.value : '')

  const name = text(cv.fullName)
  const email = fold(text(cv.email))
  const nameWords = fold(name)
    .split(/[\s-]+/)
    .filter((word) => word.length > 2)
  add(
    'name',
    cv.fullName,
    nameWords.some((word) => email.includes(word)) ? 1 : 0,
    email === '' ? 1 : 0,
    cv.fullName?.doubt?.startsWith('from-') ? 1 : 0,
    name.split(/\s+/).length === 2 ? 1 : 0,
  )
  add(
    'headline',
    cv.headline,
    occupationScore(text(cv.headline)),
    Math.min(2, text(cv.headline).length / 40),
    cv.jobs.some((job) => fold(text(job.title)) === fold(text(cv.headline))) ? 1 : 0,
  )
  add('email', cv.email)
  add('phone', cv.phone)
  add('city', cv.city, cv.postalCode ? 1 : 0, cv.country === '' ? 1 : 0)
  add('postal_code', cv.postalCode, cv.city ? 1 : 0)
  for (const link of cv.links) {
    const address = fold(link.value)
    const isProfile = /\/in\//.test(address)
    addSeen(
      'link',
      link,
      [/linkedin|github|gitlab/.test(link.value) ? 1 : 0, link.boxes.length === 0 ? 1 : 0],
      [
        nameWords.length > 0 && nameWords.every((word) => address.includes(word)) ? 1 : 0,
        // Half of another address, or a well-known one with a letter gone.
        isProfile !== /linkedin\.com/.test(address) || !/\w\/\w/.test(address) ? 1 : 0,
      ],
    )
  }

  const jobCount = cv.jobs.length
  const full = share(cv.jobs, (job) => job.title !== null && job.organisation !== null && job.start !== null)
  const likely = share(cv.jobs, (job) => occupationScore(text(job.title)) > organisationScore(text(job.title)))
  for (const job of cv.jobs) {
    const [title, organisation] = [text(job.title), text(job.organisation)]
    const [from, to] = [monthIndex(text(job.start)), monthIndex(text(job.end), 'end')]
    const whole = job.title && job.organisation && job.start ? 1 : 0
    const entry = [full, likely, whole, Math.min(1.5, jobCount / 8), job.lines.length > 0 ? 1 : 0]
    const wording = (value: string) => [
      occupationScore(value),
      organisationScore(value),
      Math.min(2, value.length / 40),
      /^\p{Ll}|[.:;!?]$/u.test(value) ? 1 : 0,
      /\d{2}|[/|•]/.test(value) ? 1 : 0,
    ]
    add('job_title', job.title, ...entry, ...wording(title), organisationScore(organisation))
    add('job_org', job.organisation, ...entry, ...wording(organisation), occupationScore(title), job.place ? 1 : 0)
    const order = from !== null && to !== null && from > to ? 1 : 0
    add('job_start', job.start, ...entry, order, text(job.start).length === 4 ? 1 : 0)
    add('job_end', job.end, ...entry, order, text(job.end).length === 4 ? 1 : 0, text(job.end) === 'present' ? 1 : 0)
  }

  const complete = share(cv.degrees, (degree) => degree.title !== null && degree.school !== null && degree.end !== null)
  for (const degree of cv.degrees) {
    const [title, school] = [text(degree.title), text(degree.school)]
    const whole = degree.title && degree.school && degree.end ? 1 : 0
    const entry = [complete, whole, Math.min(1.5, cv.degrees.length / 5)]
    const wording = (value: string) => [
      diplomaScore(value),
      schoolScore(value),
      Math.min(2, value.length / 40),
      /^\p{Ll}|[.:;!?]$/u.test(value) ? 1 : 0,
    ]
    add('degree_title', degree.title, ...entry, ...wording(title), schoolScore(school))
    add('degree_school', degree.school, ...entry, ...wording(school), diplomaScore(title))
    add('degree_year', degree.end, ...entry, diplomaScore(title), schoolScore(school))
  }

  const short = share(cv.skills, (skill) => skill.value.split(/\s+/).length <= 3)
  for (const skill of cv.skills) {
    const words = skill.value.split(/\s+/).length
    add(
      'skill',
      skill,
      Math.min(2, words / 4),
      short,
      skill.category === 'tool' ? 1 : 0,
      skill.category === 'soft' ? 1 : 0,
      Math.min(2, cv.skills.length / 15),
      /^\p{Ll}/u.test(skill.value) ? 1 : 0,
      /[.:()]|\d/.test(skill.value) ? 1 : 0,
    )
  }
  for (const language of cv.languages) {
    add('language', language.name, language.level ? 1 : 0, Math.min(1, cv.languages.length / 4))
    add('language_level', language.level)
  }
  for (const licence of cv.licences) if (licence.kind === 'driving') add('licence', licence)
  return found
}

const logit = (share: number): number => Math.log(share / (1 - Math.min(0.995, share)) || 1e-3)
const share = <T>(all: readonly T[], is: (one: T) => boolean): number =>
  all.length === 0 ? 0 : all.filter(is).length / all.length
