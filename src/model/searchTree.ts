import type { SearchQuery } from './searchQuery.ts'

/** All of these: nested ones opened, what asks nothing left out. */
export function allOf(queries: readonly SearchQuery[]): SearchQuery {
  const of = queries.flatMap((query) => (query.type === 'and' ? query.of : query.type === 'all' ? [] : [query]))
  return of.length === 0 ? { type: 'all' } : of.length === 1 ? of[0]! : { type: 'and', of }
}

/** Any of these: nested ones opened; of nothing, nobody. */
export function anyOf(queries: readonly SearchQuery[]): SearchQuery {
  if (queries.some(({ type }) => type === 'all')) return { type: 'all' }
  const of = queries.flatMap((query) => (query.type === 'or' ? query.of : [query]))
  return of.length === 0 ? { type: 'not', of: { type: 'all' } } : of.length === 1 ? of[0]! : { type: 'or', of }
}

/** None of it; a denial denied is what it was. */
export const notOf = (query: SearchQuery): SearchQuery => (query.type === 'not' ? query.of : { type: 'not', of: query })

/** A text as it can stand between quotes: no quotes, single spaces. */
export const quotable = (text: string): string => text.replaceAll(/["«»“”„\s\u00A0\u202F]+/g, ' ').trim()
