import { formatDay, formatMonths, formatNumber, formatPercent } from '../kit/format.ts'
import {
  dealbreakerCap,
  type Insight,
  type Match,
  type RequirementJudgement,
  type RequirementStatus,
  requirementStatuses,
  shownScore,
  type Term,
} from '../model/match.ts'
import type { Language } from '../ui/language.ts'
import type { SoundingLine } from '../ui/soundingGeometry.ts'
import { type PointLine, pointLines } from './points.ts'
import { countStatuses, rangeOf } from './rankingView.ts'
import { text } from './text.ts'

const numberOf = (value: number | string | undefined): number | null => (typeof value === 'number' ? value : null)

/** What was found for a term, in a few words. */
export function termDetail(language: Language, term: Term): string {
  const t = text[language]
  const { detail } = term
  const count = (value: number | string | undefined) => formatNumber(language, numberOf(value) ?? 0)
  switch (term.name) {
    case 'occupation': {
      if (term.value === null) return t.unsaid
      const gap = numberOf(detail.gap)
      if (gap === null) return term.value >= 0.5 ? t.detail.nearby : t.detail.other
      return gap <= 1 ? t.detail.now : t.detail.left(formatMonths(language, gap))
    }
    case 'musts':
    case 'nices':
    case 'degrees':
    case 'languages':
      if (term.value === null) return t.unsaidMany
      return numberOf(detail.partly)
        ? t.detail.partly(count(detail.met), count(detail.of), count(detail.partly))
        : t.metOf(count(detail.met), count(detail.of))
    case 'experience': {
      if (term.value === null) return t.unsaid
      const months = numberOf(detail.months) ?? 0
      const asked = numberOf(detail.asked) ?? 0
      if (months === 0) return t.detail.none
      const held = formatMonths(language, months)
      return asked > 0 ? t.detail.yearsFor(held, formatMonths(language, asked)) : held
    }
    case 'location': {
      const km = numberOf(detail.km)
      return km === null ? t.unsaid : t.km(formatNumber(language, Math.round(km)))
    }
    case 'conditions': {
      if (term.value === null) return t.unsaid
      const share = numberOf(detail.salaryShare)
      const contract = numberOf(detail.contract)
      const parts = [
        contract === null ? '' : contract === 1 ? t.detail.contractFits : t.detail.contractDiffers,
        share === null ? '' : share >= 1 ? t.detail.payFits : t.detail.payBelow(formatPercent(language, 1 - share)),
        typeof detail.availableFrom === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(detail.availableFrom)
          ? t.detail.freeFrom(formatDay(language, detail.availableFrom))
          : '',
      ]
      return parts.filter((part) => part !== '').join(', ')
    }
    case 'overlap':
    case 'learned':
      return ''
  }
}

/** False for a term of which the offer asks nothing: its silence is not the candidate's. */
export function isAsked({ name, value, detail }: Term): boolean {
  if (value !== null) return detail.of !== 0
  if (name === 'learned' || name === 'overlap' || name === 'occupation') return false
  if (name === 'experience') return numberOf(detail.asked) !== 0
  return detail.of !== 0
}

/** The lines of a sounding that say something, in their one order. */
export const tellingLines = (match: Pick<Match, 'score' | 'terms' | 'capPoints'>): PointLine[] =>
  pointLines(match).filter(({ term, tenths }) => term === null || isAsked(term) || (tenths !== null && tenths !== 0))

/** The sounding of a match in words; `capName` names the requirement that caps. */
export const soundingLines = (language: Language, match: Match, capName: string): SoundingLine[] =>
  tellingLines(match).map(({ name, tenths, term }) => ({
    id: name,
    label: text[language].terms[name],
    detail: (term ? termDetail(language, term) : capName) || undefined,
    points: tenths === null ? null : tenths / 10,
  }))

/** 'entre 52 et 88', '' when nothing unknown could move the score. */
export function rangeWords(language: Language, match: Pick<Match, 'score' | 'low' | 'high'>): string {
  const range = rangeOf(match)
  if (!range) return ''
  return text[language].between(formatNumber(language, range.low), formatNumber(language, range.high))
}

/** 'Plafonné à 30 : CACES 5 manque', '' when nothing caps. */
export function capWords(language: Language, match: Match, nameOf: (requirementId: string) => string): string {
  if (match.cappedBy === null || match.capPoints === 0) return ''
  const t = text[language]
  const judgement = match.requirements.find(({ id }) => id === match.cappedBy)
  const name = nameOf(match.cappedBy)
  const why = judgement?.reason === 'denied' ? t.capReasons.denied(name) : t.capReasons.missing(name)
  return t.cappedAt(formatNumber(language, dealbreakerCap), why)
}

/** '5 satisfaites, 1 inconnue'. */
export function statusCountWords(language: Language, match: Pick<Match, 'requirements'>): string {
  const counts = countStatuses(match)
  const word = (status: RequirementStatus) =>
    text[language].statusCounts[status](formatNumber(language, counts[status]), counts[status] === 1)
  return requirementStatuses
    .filter((status) => counts[status] > 0)
    .map(word)
    .join(', ')
}

/** Why a requirement has its status, beyond the status itself; '' when the quotation says it all. */
export function reasonWords(language: Language, judgement: RequirementJudgement): string {
  const { reasons } = text[language]
  const { reason, detail } = judgement
  if (!(reason in reasons)) return ''
  const words = reasons[reason as keyof typeof reasons]
  if (typeof words === 'string') return words
  const months = (value: number | string | undefined) => formatMonths(language, numberOf(value) ?? 0)
  return words(months(detail.months), months(detail.asked))
}

/** The score as people read it. */
export const scoreWords = (language: Language, score: number): string => formatNumber(language, shownScore(score))

/** What an insight says of a requirement or a term; '' for a code of a later engine. */
export function insightWords(language: Language, insight: Insight, nameOf: (requirementId: string) => string): string {
  const { insights, km } = text[language]
  const { code, detail, requirementId } = insight
  if (!(code in insights)) return ''
  const words = insights[code as keyof typeof insights]
  if (typeof words === 'string') return words
  if (code === 'not-recent') return words(formatMonths(language, numberOf(detail.gap) ?? 0))
  if (code === 'far') return words(km(formatNumber(language, Math.round(numberOf(detail.km) ?? 0))))
  return words(requirementId === undefined ? '' : nameOf(requirementId))
}

/** Whose weights a score was computed with. */
export const weightsInForce = (
  own: Readonly<Record<string, unknown>>,
  workspace: Readonly<Record<string, unknown>>,
): 'ownWeights' | 'workspaceWeights' | 'defaultWeights' =>
  Object.keys(own).length > 0 ? 'ownWeights' : Object.keys(workspace).length > 0 ? 'workspaceWeights' : 'defaultWeights'
