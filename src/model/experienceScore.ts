import { fold } from '../kit/fold.ts'
import { monthIndex, monthSpan, type MonthText } from '../kit/month.ts'
import type { Candidate, ContractKind, Experience } from './candidate.ts'
import { careerOf } from './career.ts'
import type { Match } from './match.ts'
import type { About } from './record.ts'
import { skillUse } from './skillUse.ts'

/** The seven criteria of one job and what each may bring; they come to 100 (W020). */
export const jobCriteria = {
  relevance: 25,
  contract: 10,
  duration: 15,
  skills: 20,
  responsibilities: 10,
  complexity: 10,
  recency: 10,
} as const
export type JobCriterion = keyof typeof jobCriteria

/** One criterion of one job: points, what they rest on, and the words of the CV where there are some. */
export interface CriterionScore {
  criterion: JobCriterion
  /** Null when nothing asks for it: without an offer there is no relevance. */
  points: number | null
  of: number
  /** Numbers and codes for the catalogue. */
  basis: { code: string; detail: Record<string, number | string> }
  quote: string
}

export interface JobScore {
  id: string
  title: string
  organisation: string
  months: number | null
  criteria: CriterionScore[]
  /** 0 to 100. */
  sum: number
  /** How much the job counts: by its nearness to the offer; 1 without one (W021). */
  relevanceFactor: number
  /** 1 unless the workspace changes it: recency is already a criterion (C37). */
  recencyFactor: number
}

export type Reliability = 'high' | 'medium' | 'low'

/** The whole career in ten dimensions: seven per job, progression, coherence and length (C35), with a deduction. */
export interface ExperienceScore {
  jobs: JobScore[]
  /** Mean of the jobs' sums, each by its factors and its months. */
  mean: number
  progression: { points: number; from: number | null; to: number | null }
  coherence: { points: number; linked: number; pairs: number; gaps: number }
  bonus: { points: number; months: number }
  penalty: { points: number; undated: number; untold: number; unnamed: number }
  /** 0 to 100. */
  final: number
  reliability: Reliability
  /** Mean confidence of what was read of the jobs, in [0,1]. */
  confidence: number
}

/** Months after which the length of a job brings all its points. */
const fullMonths = 36
/** Months after which a job is so long ago that it brings no recency. */
const staleMonths = 120

/**
 * Scores every job and the path they make. `matches` holds, per job, the match of that job alone with the offer, in
 * its own time; none without an offer: then the other six criteria are brought to 100. Pure: the same record, offer
 * and month give the same figures.
 */
export function experienceScore(
  candidate: Candidate,
  about: About,
  asOf: MonthText,
  matches?: ReadonlyMap<string, Match>,
): ExperienceScore {
  const ordered = Object.entries(candidate.experiences).sort(
    ([idA, a], [idB, b]) =>
      (monthIndex(a.start) ?? 0) - (monthIndex(b.start) ?? 0) || a.order - b.order || (idA < idB ? -1 : 1),
  )
  const jobs = ordered.map(([id, job]) => jobScore(id, job, candidate, asOf, matches?.get(id)))
  let weighted = 0
  let months = 0
  for (const job of jobs) {
    // A job whose length is not told counts as one month: it neither vanishes nor weighs.
    const weight = job.months ?? 1
    weighted += job.sum * job.relevanceFactor * job.recencyFactor * weight
    months += weight
  }
  const mean = months === 0 ? 0 : weighted / months
  const titled = ordered.map(([, job]) => job)
  const progression = progressionOf(titled)
  const coherence = coherenceOf(titled, candidate, asOf)
  const { jobMonths } = careerOf(candidate, asOf)
  const bonus = { points: Math.min(5, Math.floor(jobMonths / 24)), months: jobMonths }
  const penalty = penaltyOf(titled)
  const total = mean + progression.points + coherence.points + bonus.points - penalty.points
  const confidence = confidenceOf(candidate, about)
  return {
    jobs: jobs.toReversed(),
    mean,
    progression,
    coherence,
    bonus,
    penalty,
    final: jobs.length === 0 ? 0 : Math.min(100, Math.max(0, total)),
    reliability:
      confidence >= 0.85 && penalty.points <= 4
        ? 'high'
        : confidence >= 0.65 && penalty.points <= 12
          ? 'medium'
          : 'low',
    confidence,
  }
}

function jobScore(
  id: string,
  job: Experience,
  candidate: Candidate,
  asOf: MonthText,
  match: Match | undefined,
): JobScore {
  const span = monthSpan(job.start, job.end, asOf)
  const months = span ? span.to - span.from + 1 : null
  const gap = span ? Math.max(0, (monthIndex(asOf, 'end') ?? 0) - span.to) : null
  const texts = [job.title, ...job.lines.map(({ text }) => text)]
  const criteria: CriterionScore[] = [
    relevance(match, job),
    contract(texts),
    criterion('duration', months === null ? 0 : jobCriteria.duration * Math.min(1, months / fullMonths), {
      code: months === null ? 'undated' : 'months',
      detail: { months: months ?? 0 },
    }),
    skills(job, candidate, asOf, match),
    responsibilities(texts),
    complexity(job),
    criterion(
      'recency',
      gap === null ? 0 : jobCriteria.recency * Math.max(0, 1 - Math.max(0, gap - 12) / (staleMonths - 12)),
      {
        code: gap === null ? 'undated' : 'gap',
        detail: { months: gap ?? 0 },
      },
    ),
  ]
  const counted = criteria.filter(({ points }) => points !== null)
  const most = counted.reduce((sum, { of }) => sum + of, 0)
  const sum = (100 * counted.reduce((total, { points }) => total + points!, 0)) / most
  const near = match ? nearnessOf(match) : null
  return {
    id,
    title: job.title,
    organisation: job.organisation,
    months,
    criteria,
    sum,
    relevanceFactor: near === null ? 1 : near >= 0.75 ? 1 : near >= 0.5 ? 0.75 : near >= 0.25 ? 0.5 : 0.25,
    recencyFactor: 1,
  }
}

const criterion = (
  name: JobCriterion,
  points: number | null,
  basis: CriterionScore['basis'],
  quote = '',
): CriterionScore => ({ criterion: name, points, of: jobCriteria[name], basis, quote })

const nearnessOf = (match: Match): number => match.terms.find(({ name }) => name === 'occupation')?.value ?? 0

function relevance(match: Match | undefined, job: Experience): CriterionScore {
  if (!match) return criterion('relevance', null, { code: 'no-offer', detail: {} })
  const near = nearnessOf(match)
  return criterion(
    'relevance',
    jobCriteria.relevance * Math.min(1, near),
    { code: near >= 0.75 ? 'same-trade' : near >= 0.4 ? 'near-trade' : 'other-trade', detail: { share: near } },
    job.title,
  )
}

/** Kinds of contract as CVs name them, surest first, with what each brings. */
const contractWords: [RegExp, ContractKind, number][] = [
  [/\b(?:cdi|permanent|contrat a duree indeterminee)\b/, 'cdi', 10],
  [/\b(?:cdd|fixed[- ]term|contrat a duree determinee)\b/, 'cdd', 8],
  [/\b(?:freelance|independant|self[- ]employed|auto[- ]entrepreneur)\b/, 'freelance', 8],
  [/\b(?:interim|interimaire|temp|mission d'interim)\b/, 'interim', 7],
  [/\b(?:saisonnier|saisonniere|seasonal|saison)\b/, 'seasonal', 6],
  [
    /\b(?:alternance|alternant|alternante|apprenti|apprentie|apprentissage|apprentice|apprenticeship)\b/,
    'apprenticeship',
    6,
  ],
  [/\b(?:stage|stagiaire|intern|internship|trainee)\b/, 'internship', 4],
]
/** A job that does not say its contract is neither praised nor blamed. */
const unsaidContract = 5

function contract(texts: readonly string[]): CriterionScore {
  for (const [pattern, kind, points] of contractWords) {
    const said = texts.find((text) => pattern.test(fold(text)))
    if (said) return criterion('contract', points, { code: 'contract', detail: { kind } }, said)
  }
  return criterion('contract', unsaidContract, { code: 'unsaid', detail: {} })
}

function skills(job: Experience, candidate: Candidate, asOf: MonthText, match: Match | undefined): CriterionScore {
  if (match) {
    const asked = match.requirements.filter(({ reason }) => reason !== 'no-such-job' && reason !== 'too-few-years')
    const proven = asked.filter(({ status, quote }) => quote !== '' && (status === 'met' || status === 'partly'))
    const share =
      asked.length === 0 ? 0 : proven.reduce((sum, { status }) => sum + (status === 'met' ? 1 : 0.5), 0) / asked.length
    return criterion(
      'skills',
      jobCriteria.skills * share,
      { code: 'asked', detail: { proven: proven.length, of: asked.length } },
      proven[0]?.quote ?? '',
    )
  }
  const only = { experiences: { job } }
  const named = Object.values(candidate.skills).filter(({ name }) => skillUse(name, only, asOf) !== null)
  return criterion('skills', jobCriteria.skills * Math.min(1, named.length / 5), {
    code: 'named',
    detail: {
      count: named.length,
      names: named
        .slice(0, 5)
        .map(({ name }) => name)
        .join(', '),
    },
  })
}

const leading =
  /\b(?:chef|cheffe|responsable|directeur|directrice|manager|lead|head|superviseur|superviseuse|encadrant|dirigeant|gerant|gerante|supervisor)\b/
const duties: RegExp[] = [
  /\b(?:encadr|manag|supervis|anim\w+ (?:d.)?une equipe|equipe de \d|team of \d|led |lead |dirig|mentor)/,
  /\b(?:budget|chiffre d'affaires|p&l|marge|depenses|revenue|cost)/,
  /\b(?:form(?:ation|er|e) (?:des|de|aux|les)|trained|training of|tutor|tuteur|transmettre)/,
  /\b(?:pilot|coordon|planif|organis|gestion de projet|project)/,
  /\b(?:recrut|hir(?:ed|ing)|negoci|negotiat|achats|fournisseurs)/,
]

function responsibilities(texts: readonly string[]): CriterionScore {
  const folded = texts.map((text) => fold(text))
  const leads = leading.test(folded[0] ?? '')
  const found = duties.flatMap((pattern) => {
    const at = folded.findIndex((text) => pattern.test(text))
    return at < 0 ? [] : [texts[at]!]
  })
  const points = Math.min(jobCriteria.responsibilities, (leads ? 4 : 0) + 2 * found.length + (texts.length > 1 ? 1 : 0))
  return criterion(
    'responsibilities',
    points,
    { code: leads ? 'leads' : found.length > 0 ? 'duties' : 'none', detail: { count: found.length } },
    found[0] ?? (leads ? texts[0]! : ''),
  )
}

/** A result one can count: a share, a sum of money, a quantity of something. */
export const isMeasured = (text: string): boolean =>
  /\d\s?(?:%|€|k€|keur|m€|dh|mad|\$|£)|[+-]\s?\d+\s?%|\b(?!(?:19|20)\d{2}\b)\d{2,}(?:[ .,]\d{3})*\s+\p{L}{3,}/iu.test(
    text,
  )

function complexity(job: Experience): CriterionScore {
  const told = job.lines.filter(({ text }) => text.trim().length >= 15)
  const measured = told.filter(({ text }) => isMeasured(text))
  const points = Math.min(5, told.length) + Math.min(5, (measured.length * 5) / 3)
  return criterion(
    'complexity',
    points,
    { code: 'tasks', detail: { tasks: told.length, measured: measured.length } },
    measured[0]?.text ?? told[0]?.text ?? '',
  )
}

/** How high a title stands, as far as its words tell. */
export function levelOf(title: string): number {
  const folded = fold(title)
  if (/\b(?:stagiaire|stage|apprenti|apprentie|alternant|alternante|intern|trainee|apprentice)\b/.test(folded)) return 0
  if (/\b(?:assistant|assistante|aide|junior|auxiliaire|assistant)\b/.test(folded)) return 1
  if (/\b(?:directeur|directrice|director|head of|vp|gerant|gerante|ceo|cto|cfo)\b/.test(folded)) return 5
  if (/\b(?:chef|cheffe|responsable|manager|lead|superviseur|superviseuse|supervisor|principal)\b/.test(folded))
    return 4
  if (/\b(?:senior|confirme|confirmee|referent|referente|expert|experte)\b/.test(folded)) return 3
  return 2
}

function progressionOf(jobs: readonly Experience[]): ExperienceScore['progression'] {
  const told = jobs.filter(({ title }) => title !== '')
  if (told.length < 2) return { points: 0, from: null, to: null }
  const from = levelOf(told[0]!.title)
  const to = levelOf(told.at(-1)!.title)
  return { points: Math.min(10, Math.max(0, 5 + 2.5 * (to - from))), from, to }
}

/** Words of titles that tell no trade. */
const emptyWords = new Set([
  'de',
  'des',
  'du',
  'la',
  'le',
  'les',
  'en',
  'et',
  'the',
  'and',
  'of',
  'for',
  'senior',
  'junior',
  'chef',
  'assistant',
  'assistante',
  'responsable',
  'stagiaire',
  'manager',
])

function coherenceOf(jobs: readonly Experience[], candidate: Candidate, asOf: MonthText): ExperienceScore['coherence'] {
  const wordsOf = ({ title }: Experience) =>
    new Set(
      fold(title)
        .split(/[^\p{L}]+/u)
        .filter((word) => word.length > 2 && !emptyWords.has(word))
        // Gendered and plural endings apart: 'vendeuse' and 'vendeur' are one trade.
        .map((word) => word.slice(0, 5)),
    )
  const pairs = jobs.slice(1).map((job, index) => {
    const before = wordsOf(jobs[index]!)
    return [...wordsOf(job)].some((word) => before.has(word))
  })
  const linked = pairs.filter(Boolean).length
  const gaps = careerOf(candidate, asOf).gaps.filter(({ months }) => months > 12).length
  const share = pairs.length === 0 ? 0 : (5 * linked) / pairs.length
  return { points: Math.max(-5, share - 2 * gaps), linked, pairs: pairs.length, gaps }
}

function penaltyOf(jobs: readonly Experience[]): ExperienceScore['penalty'] {
  const undated = jobs.filter(({ start }) => start === '').length
  const untold = jobs.filter(({ lines }) => lines.length === 0).length
  const unnamed = jobs.filter(({ organisation, title }) => organisation === '' || title === '').length
  return { points: Math.min(20, 4 * undated + 3 * untold + 2 * unnamed), undated, untold, unnamed }
}

/** How sure the reading of the jobs was; what a person said is sure, what nobody vouched for nearly so. */
function confidenceOf(candidate: Candidate, about: About): number {
  const said = Object.keys(candidate.experiences).flatMap((id) =>
    (['title', 'organisation', 'start', 'end'] as const).flatMap((field) => {
      const value = candidate.experiences[id]![field]
      if (value === '') return []
      const provenance = about[`experiences/${id}/${field}`] ?? about[`experiences/${id}`]
      if (!provenance) return [0.8]
      return [provenance.by === 'person' ? 1 : provenance.by === 'assumed' ? 0.5 : (provenance.confidence ?? 0.8)]
    }),
  )
  return said.length === 0 ? 0 : said.reduce((sum, value) => sum + value, 0) / said.length
}
