import { formatDay, formatNumber } from '../kit/format.ts'
import type { SearchDiagnostic } from '../model/parseSearch.ts'
import { addDays } from '../model/searchDays.ts'
import { nameOfLanguage } from '../model/searchNames.ts'
import type { SearchField, SearchQuery } from '../model/searchQuery.ts'
import type { Language } from '../ui/language.ts'
import { text } from './text.ts'

/** A part of a search in words for its chip: what it is about, and what it asks. */
export interface PartWords {
  name: string
  value: string
}

/** Whether a part of a search deserves a chip: plain words stand in the box already. */
export const needsChip = (query: SearchQuery): boolean =>
  query.type === 'field' ||
  query.type === 'not' ||
  ((query.type === 'and' || query.type === 'or') && query.of.some(needsChip))

/** A part of a search, worded. `today` (`YYYY-MM-DD`) tells 'now' from a date. */
export function wordsOfPart(query: SearchQuery, language: Language, today: string, offers = false): PartWords {
  const t = text[language]
  switch (query.type) {
    case 'field':
      return { name: t.fields[query.field], value: wordsOfField(query, language, today, offers) }
    case 'not': {
      const { name, value } = wordsOfPart(query.of, language, today, offers)
      return { name: name === '' ? t.not : `${t.not} ${lower(name)}`, value }
    }
    case 'or':
    case 'and': {
      const parts = query.of.map((one) => wordsOfPart(one, language, today, offers))
      const shared = parts.every(({ name }) => name === parts[0]!.name) ? parts[0]!.name : ''
      const values = parts.map(({ name, value }) => (shared !== '' || name === '' ? value : `${lower(name)} ${value}`))
      return { name: shared, value: values.join(query.type === 'or' ? ` ${t.or} ` : ', ') }
    }
    case 'word':
      return { name: '', value: query.text }
    case 'phrase':
      return { name: '', value: language === 'fr' ? `«\u00A0${query.text}\u00A0»` : `“${query.text}”` }
    case 'all':
      return { name: '', value: '*' }
  }
}

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

function wordsOfField(field: SearchField, language: Language, today: string, offers: boolean): string {
  const t = text[language]
  switch (field.field) {
    case 'skill':
    case 'title':
    case 'company':
    case 'school':
    case 'tag':
      return field.text
    case 'years': {
      const count = formatNumber(language, field.atLeast)
      const years = offers ? t.yearsAsked(count) : t.yearsAtLeast(count)
      return field.occupation === '' ? years : t.yearsIn(years, field.occupation)
    }
    case 'place':
      return field.km === 0 ? field.text : t.placeWithin(field.text, formatNumber(language, field.km))
    case 'availability':
      return field.before <= today ? t.availableNow : t.availableBefore(formatDay(language, field.before))
    case 'contract':
      return t.contracts[field.contract]
    case 'language':
      return [nameOfLanguage(field.code, language), field.level === 'native' ? t.native : field.level]
        .filter(Boolean)
        .join(' ')
    case 'stage':
      return t.stages[field.stage]
    case 'lastContact': {
      const day = (value: string) => formatDay(language, value)
      if (field.never) return t.contactNever
      if (field.after && field.before) return t.contactBetween(day(field.after), day(addDays(field.before, -1)))
      return field.before ? t.contactBefore(day(field.before)) : t.contactAfter(day(field.after ?? today))
    }
    case 'source':
      return t.sources[field.source]
    case 'has':
      return t.haves[field.what]
    case 'status':
      return t.statuses[field.status]
  }
}

/** What was not understood, in a sentence. */
export function wordsOfDiagnostic({ type, text: typed, field }: SearchDiagnostic, language: Language): string {
  const t = text[language]
  const name = field ? t.fields[field] : ''
  switch (type) {
    case 'unknownField':
      return t.unknownField(typed)
    case 'badValue':
      return t.badValue(typed, name)
    case 'noValue':
      return t.noValue(name)
    case 'stray':
      return t.stray(typed)
    case 'tooLong':
      return t.tooLong
  }
}
