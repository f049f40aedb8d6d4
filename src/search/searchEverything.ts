import { type Candidate, inOrder } from '../model/candidate.ts'
import type { Offer } from '../model/offer.ts'
import { answersSearch, marksIn, type Search, toHaystack } from '../model/searchWords.ts'

/** A text of a record and how much a hit in it weighs. */
interface Passage {
  text: string
  weight: number
  haystack: string
}

/** A record made ready to be searched many times. */
export interface Searchable {
  id: string
  passages: Passage[]
  haystack: string
  updatedAt: number
}

/** A record that answers, with the words to show and where the hits stand in them. */
export interface Hit {
  id: string
  score: number
  quote: string
  marks: { start: number; end: number }[]
}

const passage = (text: string, weight: number): Passage[] =>
  text.trim() === '' ? [] : [{ text, weight, haystack: toHaystack(text) }]

const searchable = (id: string, updatedAt: number, passages: Passage[]): Searchable => ({
  id,
  updatedAt,
  passages,
  haystack: passages.map(({ haystack }) => haystack).join(''),
})

/** What a candidate is found by: name first, then occupation, jobs, skills and place, then the lines of the CV. */
export function candidateToSearchable(id: string, updatedAt: number, fields: Candidate): Searchable {
  const jobs = Object.values(fields.experiences)
  return searchable(id, updatedAt, [
    ...passage(fields.fullName, 8),
    ...passage(fields.headline, 5),
    ...jobs.flatMap((job) => passage([job.title, job.organisation].filter(Boolean).join(', '), 4)),
    ...passage(inOrder(fields.skills).map(([, { name }]) => name).join(', '), 3), // prettier-ignore
    ...passage(inOrder(fields.licences).map(([, { name, code }]) => name || code).join(', '), 3), // prettier-ignore
    ...passage([fields.postalCode, fields.city, ...fields.mobilityPlaces].filter(Boolean).join(' '), 3),
    ...Object.values(fields.education).flatMap(({ title, school }) =>
      passage([title, school].filter(Boolean).join(', '), 2),
    ),
    ...passage(Object.keys(fields.tags).join(', '), 2),
    ...[...jobs.flatMap(({ lines }) => lines), ...fields.summary, ...fields.otherLines].flatMap(({ text }) =>
      passage(text, 1),
    ),
  ])
}

/** What an offer is found by. */
export function offerToSearchable(id: string, updatedAt: number, fields: Offer): Searchable {
  return searchable(id, updatedAt, [
    ...passage(fields.title, 8),
    ...passage(fields.company, 5),
    ...passage([fields.postalCode, fields.city].filter(Boolean).join(' '), 3),
    ...inOrder(fields.requirements).flatMap(([, { text }]) => passage(text, 3)),
    ...fields.advert.split('\n').flatMap((line) => passage(line, 1)),
  ])
}

/** Records that answer all the words, those whose names and titles do first, then the latest changed. */
export function searchAmong(records: readonly Searchable[], search: Search): Hit[] {
  if (search.length === 0) return []
  const hits: (Hit & { updatedAt: number })[] = []
  for (const { id, haystack, passages, updatedAt } of records) {
    if (!answersSearch(haystack, search)) continue
    let score = 0
    let quote: Passage | undefined
    let best = 0
    for (const one of passages) {
      const met = search.filter((group) => answersSearch(one.haystack, [group])).length
      if (met === 0) continue
      score += met * one.weight
      // The name stands above already: the quotation says the rest, the passage that meets most words.
      const worth = met * 10 + (one.weight === 8 ? -5 : one.weight)
      if (worth > best) {
        best = worth
        quote = one
      }
    }
    hits.push({ id, score, updatedAt, quote: quote?.text ?? '', marks: quote ? marksIn(quote.text, search) : [] })
  }
  return hits.sort((a, b) => b.score - a.score || b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1))
}
