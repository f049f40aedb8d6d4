import { formatSearch } from '../model/formatSearch.ts'
import { type ParsedSearch, parseSearch, type SearchPart } from '../model/parseSearch.ts'
import type { SearchLanguage } from '../model/searchNames.ts'
import { defaultAlpha, type SearchQuery, type SearchSort, searchSorts } from '../model/searchQuery.ts'
import { allOf } from '../model/searchTree.ts'

/** A search as its address says it: what was typed, and the filters chosen beside it, in the language of the box. */
export interface SearchAddress {
  words: string
  filters: string
  among: 'candidates' | 'offers'
  sort: SearchSort
  /** Share of the meaning against the words, 0 to 1. */
  alpha: number
  /** Shows how the order comes about. */
  expert: boolean
  /** The record whose likes are looked for, '' for none. */
  like: string
}

const sortWords: Readonly<Record<SearchSort, string>> = {
  relevance: 'pertinence',
  name: 'nom',
  created: 'ajout',
  updated: 'modification',
  lastContact: 'contact',
  availability: 'disponibilite',
  years: 'experience',
}

/** Reads the search part of an address; what does not fit is left out. */
export function readAddress(search: string): SearchAddress {
  const said = new URLSearchParams(search)
  const alpha = Number(said.get('sens') ?? defaultAlpha * 100) / 100
  return {
    words: said.get('q') ?? '',
    filters: said.get('f') ?? '',
    among: said.get('dans') === 'offres' ? 'offers' : 'candidates',
    sort: searchSorts.find((sort) => sortWords[sort] === said.get('tri')) ?? 'relevance',
    alpha: alpha >= 0 && alpha <= 1 ? alpha : defaultAlpha,
    expert: said.get('expert') === '1',
    like: said.get('comme') ?? '',
  }
}

/** The address of a search, the inverse of `readAddress`. */
export function writeAddress(address: SearchAddress): string {
  const said = new URLSearchParams()
  if (address.words !== '') said.set('q', address.words)
  if (address.filters !== '') said.set('f', address.filters)
  if (address.among === 'offers') said.set('dans', 'offres')
  if (address.sort !== 'relevance') said.set('tri', sortWords[address.sort])
  if (address.alpha !== defaultAlpha) said.set('sens', String(Math.round(address.alpha * 100)))
  if (address.expert) said.set('expert', '1')
  if (address.like !== '') said.set('comme', address.like)
  const part = said.toString()
  return part === '' ? '/recherche' : `/recherche?${part}`
}

/** What an address asks, read. */
export interface ReadSearch {
  query: SearchQuery
  typed: ParsedSearch
  chosen: ParsedSearch
}

/** Reads both halves of a search; together they are wanted. */
export function readSearchOf(
  { words, filters }: Pick<SearchAddress, 'words' | 'filters'>,
  language: SearchLanguage,
  today: string,
): ReadSearch {
  const typed = parseSearch(words, language, { today, typing: true })
  const chosen = parseSearch(filters, language, { today })
  return { query: allOf([typed.query, chosen.query]), typed, chosen }
}

/** A text without what stands between two places. */
export const cutPart = (text: string, { start, end }: Pick<SearchPart, 'start' | 'end'>): string =>
  `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`.trim()

/** A text with other words at a place. */
export const replacePart = (text: string, { start, end }: Pick<SearchPart, 'start' | 'end'>, by: string): string =>
  text.slice(0, start) + by + text.slice(end)

/** The filters with one more, as typed; asked twice it stands once. */
export function addFilter(filters: string, filter: string, language: SearchLanguage, today: string): string {
  const known = parseSearch(filters, language, { today }).parts.map(({ query }) => formatSearch(query, language))
  const wanted = formatSearch(parseSearch(filter, language, { today }).query, language)
  return known.includes(wanted) ? filters : `${filters} ${filter}`.trim()
}
