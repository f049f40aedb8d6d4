import { readdirSync, readFileSync } from 'node:fs'
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

/** The files of pairs/ whose name begins so: `fr | fr = en | en` a line, or `fr:en/en, ...` for words; # begins a remark. */
function pairLines(kind: string): string[] {
  const folder = new URL('../pairs/', import.meta.url)
  return readdirSync(folder)
    .filter((name) => name.startsWith(kind))
    .sort()
    .flatMap((name) => linesOf(readFileSync(new URL(name, folder), 'utf8')))
    .filter((line) => line !== '' && !line.startsWith('#'))
}

const toTitles = (lines: readonly string[]): GlossaryEntry[] => lines.map((line) => toEntry(line, ' = ', ' | '))

/** Job titles, trades and skills as people say them today. */
export const glossaryTitles: readonly GlossaryEntry[] = toTitles(linesOf(titleLines))

/** Titles that one advert might use for another, of one trade in a wide sense. */
export const broadTitles: readonly GlossaryEntry[] = toTitles(pairLines('titles'))

/** Plain words of working life. */
export const glossaryWords: readonly GlossaryEntry[] = [...linesOf(wordLines), ...pairLines('words')]
  .flatMap((line) => line.split(', '))
  .map((entry) => toEntry(entry, ':', '/'))

/** Terms that go together without meaning the same. */
export const glossaryFamilies: readonly (readonly string[])[] = [...linesOf(familyLines), ...pairLines('families')].map(
  (line) => line.split(' | '),
)
