import type { SearchPart } from '../model/parseSearch.ts'
import { needsChip, wordsOfPart } from './queryWords.ts'
import { cutPart, type ReadSearch, type SearchAddress } from './searchAddress.ts'

/** A part of a search that is more than words, with the half of the search it stands in. */
export interface ChipOfPart {
  key: string
  half: 'words' | 'filters'
  part: SearchPart
  name: string
  value: string
}

/** The parts of a search that are more than words, from either half. */
export function chipsOf(
  address: SearchAddress,
  { typed, chosen }: ReadSearch,
  language: 'fr' | 'en',
  day: string,
): ChipOfPart[] {
  const of = (half: 'words' | 'filters', parts: readonly SearchPart[]) =>
    parts
      .filter(({ query }) => half === 'filters' || needsChip(query))
      .map((part): ChipOfPart => ({
        key: `${half} ${part.start} ${address[half].slice(part.start, part.end)}`,
        half,
        part,
        ...wordsOfPart(part.query, language, day, address.among === 'offers'),
      }))
  return [...of('words', typed.parts), ...of('filters', chosen.parts)]
}

/** What was typed with its chips taken out, the last first so that places hold. */
export const withoutChips = (address: SearchAddress, chips: readonly ChipOfPart[]): string =>
  chips
    .filter(({ half }) => half === 'words')
    .toReversed()
    .reduce((words, { part }) => cutPart(words, part), address.words)
