import { text as candidateText } from '../candidates/text.ts'
import type { FieldWords } from '../devices/ConflictRow.tsx'
import { formatDay, formatMonthRange, formatNumber } from '../kit/format.ts'
import { sharedWords } from '../matching/sharedWords.ts'
import { offerValueWords } from '../offers/offerWords.ts'
import { text as offerText } from '../offers/text.ts'
import type { Language } from '../ui/language.ts'
import { text } from './text.ts'

/** Names of fields and values in the words of the rooms they belong to. */
export function conflictWords(language: Language): FieldWords {
  const candidates = candidateText[language]
  const offers: Record<string, string> = offerText[language].historyFields
  return {
    label: (kind, path) => {
      const field = path.split('/')[0]!
      const fields: Record<string, string> =
        kind === 'offer' ? offers : kind === 'candidate' ? candidates.profile.fields : text[language].conflictFields
      const label = fields[field] ?? field
      return label.charAt(0).toUpperCase() + label.slice(1)
    },
    value: (kind, path, value) => {
      if (kind === 'offer') return offerValueWords(language, path, value)
      if (kind === 'application' && path === 'stage') {
        const names: Record<string, string> = sharedWords[language].stages
        return names[String(value)] ?? ''
      }
      if (path === 'contracts' && Array.isArray(value)) {
        const names: Record<string, string> = candidates.contracts
        return value.map((name) => names[String(name)] ?? String(name)).join(', ')
      }
      return said(language, value)
    },
  }
}

const mostCharacters = 160

function said(language: Language, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'number') return formatNumber(language, value)
  if (typeof value === 'boolean') return language === 'fr' ? (value ? 'oui' : 'non') : value ? 'yes' : 'no'
  if (typeof value === 'string') {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDay(language, value)
    return value.length > mostCharacters ? `${value.slice(0, mostCharacters)}…` : value
  }
  if (Array.isArray(value))
    return value
      .map((each) => said(language, each))
      .filter(Boolean)
      .join(', ')
  const { title, name, organisation, school, level, start, end } = value as Record<string, string | undefined>
  const words = [title ?? name, organisation ?? school, level].filter(Boolean).join(', ')
  const when = formatMonthRange(language, start, end)
  return [words, when].filter(Boolean).join(', ')
}
