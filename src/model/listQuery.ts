import { doubtBelow } from '../kit/confidence.ts'
import { fold } from '../kit/fold.ts'
import { availabilityOf, type Availability, daysUntilAvailable } from './availability.ts'
import { inOrder } from './candidate.ts'
import { lastJob, monthsOfExperience } from './career.ts'
import type { Codes } from './codes.ts'
import type { Stored } from './record.ts'
import { answersSearch, readSearch, toHaystack } from './searchWords.ts'

export const sortColumns = ['created', 'updated', 'name', 'place', 'years', 'availability', 'skills'] as const
export type SortColumn = (typeof sortColumns)[number]

/** A list of candidates as its address says it. */
export interface ListQuery {
  words: string
  skills: string[]
  minYears: number | null
  /** Able to start within so many days. */
  withinDays: number | null
  place: string
  tags: string[]
  reviewed: '' | 'yes' | 'no'
  sort: SortColumn
  descending: boolean
}

/** A candidate as the list shows, sorts and searches them. */
export interface CandidateRow {
  id: string
  name: string
  headline: string
  city: string
  codes: Codes
  demo: boolean
  months: number | null
  availability: Availability
  /** Null when unknown. */
  availableInDays: number | null
  skills: string[]
  tags: string[]
  reviewed: boolean
  doubts: number
  createdAt: number
  updatedAt: number
  /** Everything the words are searched in, folded. */
  haystack: string
  skillHaystack: string
  placeHaystack: string
}

/** What the list needs of a candidate, on a day `YYYY-MM-DD`. */
export function toRow(
  { id, fields, about, createdAt, updatedAt, demo = false }: Stored<'candidate'>,
  today: string,
): CandidateRow {
  const availability = availabilityOf(fields, about, today)
  const skills = inOrder(fields.skills).map(([, { name }]) => name)
  const licences = inOrder(fields.licences).map(([, { name, code }]) => name || code)
  const jobs = Object.values(fields.experiences)
  const last = lastJob(fields.experiences, today.slice(0, 7))?.[1]
  const headline = fields.headline || last?.title || ''
  const places = [fields.city, fields.postalCode, ...fields.mobilityPlaces]
  const known = [...skills, ...licences]
  return {
    id,
    name: fields.fullName,
    headline,
    city: fields.city || (fields.workMode === 'remote' ? '' : fields.country),
    codes: fields.codes,
    demo,
    months: monthsOfExperience(fields.experiences, today.slice(0, 7)),
    availability,
    availableInDays: daysUntilAvailable(availability, today),
    skills: known,
    tags: Object.keys(fields.tags).sort(),
    reviewed: fields.reviewedAt !== '',
    doubts: Object.values(about).filter(({ by, confidence }) => by === 'reader' && (confidence ?? 1) < doubtBelow)
      .length,
    createdAt,
    updatedAt,
    haystack: toHaystack(
      [
        fields.fullName,
        headline,
        fields.headline,
        ...places,
        ...known,
        ...jobs.flatMap(({ title, organisation }) => [title, organisation]),
      ].join(' · '),
    ),
    skillHaystack: toHaystack(known.join(' · ')),
    placeHaystack: toHaystack(places.join(' · ')),
  }
}

export const emptyQuery: ListQuery = {
  words: '',
  skills: [],
  minYears: null,
  withinDays: null,
  place: '',
  tags: [],
  reviewed: '',
  sort: 'created',
  descending: true,
}

const parameterOf = {
  words: 'q',
  skills: 'competence',
  minYears: 'ans',
  withinDays: 'dispo',
  place: 'lieu',
  tags: 'etiquette',
  reviewed: 'relu',
} as const
const columnWords: Record<SortColumn, string> = {
  created: 'ajout',
  updated: 'modification',
  name: 'nom',
  place: 'lieu',
  years: 'experience',
  availability: 'disponibilite',
  skills: 'competences',
}
/** The way a column is sorted first: names from A, experience from the most. */
export const descendingFirst: ReadonlySet<SortColumn> = new Set(['created', 'updated', 'years', 'skills'])

/** What is read of a `URLSearchParams`. */
interface AddressSearch {
  get: (name: string) => string | null
  getAll: (name: string) => string[]
}

/** Reads the search part of an address; what does not fit is left out. */
export function addressToQuery(search: AddressSearch): ListQuery {
  const whole = (name: string): number | null => {
    const value = search.get(name)
    return value !== null && /^\d{1,4}$/.test(value) ? Number(value) : null
  }
  const [column, way] = (search.get('tri') ?? '').split('-')
  const sort = sortColumns.find((name) => columnWords[name] === column) ?? 'created'
  const reviewed = search.get(parameterOf.reviewed)
  return {
    words: search.get(parameterOf.words) ?? '',
    skills: search.getAll(parameterOf.skills).filter(Boolean),
    minYears: whole(parameterOf.minYears),
    withinDays: whole(parameterOf.withinDays),
    place: search.get(parameterOf.place) ?? '',
    tags: search.getAll(parameterOf.tags).filter(Boolean),
    reviewed: reviewed === 'oui' ? 'yes' : reviewed === 'non' ? 'no' : '',
    sort,
    descending: way === 'desc' || (way === undefined && descendingFirst.has(sort)),
  }
}

/** The search part of the address of a query, '' when it asks nothing: the inverse of `addressToQuery`. */
export function queryToAddress(query: ListQuery): string {
  const parts: string[] = []
  const add = (name: string, value: string) => parts.push(`${name}=${encodeURIComponent(value)}`)
  if (query.words.trim() !== '') add(parameterOf.words, query.words)
  for (const skill of query.skills) add(parameterOf.skills, skill)
  if (query.minYears !== null) add(parameterOf.minYears, String(query.minYears))
  if (query.withinDays !== null) add(parameterOf.withinDays, String(query.withinDays))
  if (query.place.trim() !== '') add(parameterOf.place, query.place)
  for (const tag of query.tags) add(parameterOf.tags, tag)
  if (query.reviewed !== '') add(parameterOf.reviewed, query.reviewed === 'yes' ? 'oui' : 'non')
  if (query.sort !== 'created' || !query.descending) {
    const usual = descendingFirst.has(query.sort) === query.descending
    add('tri', usual ? columnWords[query.sort] : `${columnWords[query.sort]}-${query.descending ? 'desc' : 'asc'}`)
  }
  return parts.join('&')
}

/** One filter in force; dropping it gives another query. */
export type ListFilter =
  | { field: 'words' | 'place'; value: string }
  | { field: 'skills' | 'tags'; value: string }
  | { field: 'minYears' | 'withinDays'; value: number }
  | { field: 'reviewed'; value: 'yes' | 'no' }

/** The filters in force, in the order of the bar. */
export function filtersOf(query: ListQuery): ListFilter[] {
  const filters: ListFilter[] = []
  if (query.words.trim() !== '') filters.push({ field: 'words', value: query.words })
  for (const value of query.skills) filters.push({ field: 'skills', value })
  if (query.minYears !== null) filters.push({ field: 'minYears', value: query.minYears })
  if (query.withinDays !== null) filters.push({ field: 'withinDays', value: query.withinDays })
  if (query.place.trim() !== '') filters.push({ field: 'place', value: query.place })
  for (const value of query.tags) filters.push({ field: 'tags', value })
  if (query.reviewed !== '') filters.push({ field: 'reviewed', value: query.reviewed })
  return filters
}

/** The query without one of its filters. */
export function dropFilter(query: ListQuery, { field, value }: ListFilter): ListQuery {
  if (field === 'skills' || field === 'tags')
    return { ...query, [field]: query[field].filter((kept) => kept !== value) }
  return { ...query, [field]: emptyQuery[field] }
}

/** Rows that answer the query, in its order. `reached` are those whose sealed e-mail or phone is what was typed. */
export function applyQuery(
  rows: readonly CandidateRow[],
  query: ListQuery,
  reached?: ReadonlySet<string>,
): CandidateRow[] {
  const search = readSearch(query.words)
  const skills = query.skills.map(readWhole)
  const place = readSearch(query.place)
  const isAsked = filtersOf(query).length > 0
  const kept = !isAsked
    ? rows
    : rows.filter(
        (row) =>
          (reached?.has(row.id) || answersSearch(row.haystack, search)) &&
          skills.every((skill) => answersSearch(row.skillHaystack, skill)) &&
          (query.minYears === null || (row.months !== null && row.months >= query.minYears * 12)) &&
          (query.withinDays === null || (row.availableInDays !== null && row.availableInDays <= query.withinDays)) &&
          answersSearch(row.placeHaystack, place) &&
          query.tags.every((tag) => row.tags.includes(tag)) &&
          (query.reviewed === '' || row.reviewed === (query.reviewed === 'yes')),
      )
  return sortRows(kept, query.sort, query.descending)
}

/** A skill's name is one phrase, whatever stands in it. */
const readWhole = (name: string) => readSearch(`"${name.replaceAll('"', ' ')}"`)

/** Sorted; what is unknown stays last either way, and equals stay in the order they were added, latest first (M044). */
export function sortRows(rows: readonly CandidateRow[], column: SortColumn, descending: boolean): CandidateRow[] {
  // The order of the list as it opens, which is made anew each time records come: no keys to make for it.
  if (column === 'created')
    return [...rows].sort(descending ? byCreation : (a, b) => a.createdAt - b.createdAt || byCreation(a, b))
  const keyed = rows.map((row) => ({ row, key: sortKey(row, column) }))
  const way = descending ? -1 : 1
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) {
      if (a.key !== b.key) return a.key === null ? 1 : -1
    } else if (a.key < b.key) return -way
    else if (a.key > b.key) return way
    return byCreation(a.row, b.row)
  })
  return keyed.map(({ row }) => row)
}

/** Latest first. */
const byCreation = (a: CandidateRow, b: CandidateRow): number =>
  b.createdAt - a.createdAt || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)

function sortKey(row: CandidateRow, column: SortColumn): string | number | null {
  switch (column) {
    case 'created':
      return row.createdAt
    case 'updated':
      return row.updatedAt
    case 'name':
      return row.name === '' ? null : fold(row.name)
    case 'place':
      return row.city === '' ? null : fold(row.city)
    case 'years':
      return row.months
    case 'availability':
      return row.availableInDays
    case 'skills':
      return row.skills.length === 0 ? null : row.skills.length
  }
}

/** For an empty list: each filter that, dropped alone, would leave someone, with how many; the most first. */
export function filtersToDrop(
  rows: readonly CandidateRow[],
  query: ListQuery,
  reached?: ReadonlySet<string>,
): { filter: ListFilter; left: number }[] {
  return filtersOf(query)
    .map((filter) => ({
      filter,
      left: applyQuery(rows, dropFilter(query, filter), filter.field === 'words' ? undefined : reached).length,
    }))
    .filter(({ left }) => left > 0)
    .sort((a, b) => b.left - a.left)
}

/** Words that come back most in the rows, for the choices of a filter: name and how many bear it. */
export function countWords(lists: readonly (readonly string[])[], atMost: number): { name: string; count: number }[] {
  const counts = new Map<string, { name: string; count: number }>()
  for (const list of lists) {
    for (const name of new Set(list)) {
      const key = fold(name)
      const found = counts.get(key)
      if (found) found.count += 1
      else counts.set(key, { name, count: 1 })
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)).slice(0, atMost)
}
