import { fold, foldWithMap, words } from '../kit/fold.ts'

/** What is searched: every group must be met, by any of its terms. */
export type Search = SearchTerm[][]
/** Folded words with one space between; `exact` (between quotes) ends where a word ends. */
export interface SearchTerm {
  words: string
  exact: boolean
}

/**
 * Reads a search box: words are all wanted, `OU`, `OR` or `|` between two means either, quotes ("", « », “ ”) hold words
 * together. Capitals and accents do not count, and a word is met by its beginning.
 */
export function readSearch(query: string): Search {
  const search: Search = []
  let either = false
  for (const match of query.matchAll(/"([^"]*)"?|«([^»]*)»?|“([^”]*)”?|(\S+)/gu)) {
    const quoted = match[1] ?? match[2] ?? match[3]
    if (quoted === undefined && /^(?:ou|or|\|)$/i.test(match[4]!)) {
      either = search.length > 0
      continue
    }
    const found = words(quoted ?? match[4]!)
    if (found.length === 0) continue
    const term = { words: found.join(' '), exact: quoted !== undefined }
    if (either) search.at(-1)!.push(term)
    else search.push([term])
    either = false
  }
  return search
}

/** A text made ready to be searched many times. */
export const toHaystack = (text: string): string => ` ${words(text).join(' ')} `

/** True when the haystack (see `toHaystack`) answers the search; an empty search is answered by everything. */
export const answersSearch = (haystack: string, search: Search): boolean =>
  search.every((group) => group.some((term) => haystack.includes(term.exact ? ` ${term.words} ` : ` ${term.words}`)))

/** Where the words of a search stand in a text: offsets, in order, not overlapping. */
export function marksIn(text: string, search: Search): { start: number; end: number }[] {
  const { folded, at } = foldWithMap(text)
  const isWord = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter)
  const marks: { start: number; end: number }[] = []
  for (const term of search.flat()) {
    // What stands between the words of a phrase is not searched: "n diaye" is met by "n'diaye".
    const pattern = new RegExp(term.words.split(' ').map(escaped).join('[^\\p{L}\\p{N}]+'), 'gu')
    for (const match of folded.matchAll(pattern)) {
      const end = match.index + match[0].length
      if (isWord(folded[match.index - 1]) || (term.exact && isWord(folded[end]))) continue
      marks.push({ start: at[match.index]!, end: at[end]! })
    }
  }
  marks.sort((a, b) => a.start - b.start || b.end - a.end)
  return marks.filter((mark, index) => index === 0 || mark.start >= marks[index - 1]!.end)
}

const escaped = (word: string): string => word.replace(/[.+]/g, '\\$&')

/** True when a query is an e-mail or a phone number: these are sealed, and found only whole. */
export const isReachable = (query: string): 'email' | 'phone' | null => {
  const asked = fold(query.trim())
  if (/^\S+@\S+\.\S+$/.test(asked)) return 'email'
  return /^[+(]?[\d\s().-]+$/.test(asked) && asked.replace(/\D/g, '').length >= 8 ? 'phone' : null
}
