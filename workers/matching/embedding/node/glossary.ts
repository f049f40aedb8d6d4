import { familyLines } from './glossaryFamilies.ts'
import { titleLines } from './glossaryTitles.ts'
import { wordLines } from './glossaryWords.ts'

/** One meaning in both languages; several wordings a side. */
export interface GlossaryEntry {
  readonly fr: readonly string[]
  readonly en: readonly string[]
}

function toEntry(text: string, between: string, within: string): GlossaryEntry {
  const [fr = '', en = ''] = text.split(between)
  const split = (side: string): string[] =>
    side
      .split(within)
      .map((wording) => wording.trim())
      .filter((wording) => wording !== '')
  const entry = { fr: split(fr), en: split(en) }
  if (entry.fr.length === 0 || entry.en.length === 0) throw new Error(`The glossary entry '${text}' lacks a side.`)
  return entry
}

const linesOf = (text: string): string[] => text.trim().split('\n')

/** Job titles, trades and skills as people say them today. */
export const glossaryTitles: readonly GlossaryEntry[] = linesOf(titleLines).map((line) => toEntry(line, ' = ', ' | '))

/** Plain words of working life. */
export const glossaryWords: readonly GlossaryEntry[] = linesOf(wordLines)
  .flatMap((line) => line.split(', '))
  .map((entry) => toEntry(entry, ':', '/'))

/** Terms that go together without meaning the same. */
export const glossaryFamilies: readonly (readonly string[])[] = linesOf(familyLines).map((line) => line.split(' | '))
