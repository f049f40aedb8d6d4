import { formatSearch } from '../model/formatSearch.ts'
import type { ListQuery } from '../model/listQuery.ts'
import { nameOfField, type SearchLanguage } from '../model/searchNames.ts'
import type { SearchField } from '../model/searchQuery.ts'

/** The address of the search that asks what the list asks, to go on with filters that the list does not have. */
export function listToSearch(
  { words, skills, minYears, withinDays, place, tags }: ListQuery,
  language: SearchLanguage,
): string {
  const written = (field: SearchField) => formatSearch({ type: 'field', ...field }, language)
  const now = language === 'fr' ? 'maintenant' : 'now'
  const days = `${withinDays}${language === 'fr' ? 'j' : 'd'}`
  const filters = [
    ...skills.map((text) => written({ field: 'skill', text })),
    ...(minYears === null ? [] : [written({ field: 'years', occupation: '', atLeast: minYears })]),
    // Days count from whatever day it is read on.
    ...(withinDays === null ? [] : [`${nameOfField('availability', language)}:${withinDays === 0 ? now : days}`]),
    ...(place.trim() === '' ? [] : [written({ field: 'place', text: place, km: 0 })]),
    ...tags.map((text) => written({ field: 'tag', text })),
  ]
  const address = new URLSearchParams()
  if (words.trim() !== '') address.set('q', words)
  if (filters.length > 0) address.set('f', filters.join(' '))
  const part = address.toString()
  return part === '' ? '/recherche' : `/recherche?${part}`
}
