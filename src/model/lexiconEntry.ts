import * as z from 'zod/mini'
import { fold } from '../kit/fold.ts'
import { elements, list, oneOf, text } from './repair.ts'

/** Something a workspace says of trades and skills beyond the built-in lexicon. */
export const lexiconEntrySchema = z.looseObject({
  /** A concept of its own; further names of a built-in one; or two occupations not to be taken for each other. */
  what: oneOf(['occupation', 'skill', 'licence', 'degree', 'aliases', 'apart'] as const),
  /** The usual name in each language; '' where there is none. */
  french: text(),
  english: text(),
  /** Further names, by `aliasKey`, so that two people who add the same add one. */
  aliases: elements(z.object({ text: z.string(), language: z.enum(['fr', 'en']) })),
  /** Of an occupation: the family it belongs to, and its neighbours as `occupation:ID`. */
  family: text(),
  near: list(z.string()),
  /** What the names are of, or the first of two kept apart: `occupation:ID` or `concept:ID`. */
  target: text(),
  /** The second of two kept apart. */
  other: text(),
  note: text(),
})
export type LexiconEntry = z.infer<typeof lexiconEntrySchema>

/** The element id of an alias: the same on every device for the same name. */
export const aliasKey = (name: string, language: 'fr' | 'en'): string =>
  `${language}:${fold(name.trim()).replaceAll(/[^\p{L}\p{N}+#.]+/gu, '-')}`
