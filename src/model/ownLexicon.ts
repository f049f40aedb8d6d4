import type { ImportedConcept } from './taxonomy.ts'
import type { Stored } from './record.ts'

/** What a concept of the lexicon is. */
export type ConceptKind = 'occupation' | 'skill' | 'licence' | 'degree'

/** A concept of the built-in tables, as a screen shows it. */
export interface LexiconConcept {
  /** `occupation:ID` or `concept:ID`. */
  target: string
  kind: ConceptKind
  /** The first of each is the usual one. */
  french: readonly string[]
  english: readonly string[]
  family: string
  /** Ids of occupations. */
  near: readonly string[]
}

/** All that a workspace adds to the built-in tables. */
export interface OwnLexicon {
  /** Names this very content, the same on every device; '' when there is none. */
  version: string
  concepts: {
    id: string
    kind: ConceptKind
    french: readonly string[]
    english: readonly string[]
    family: string
    near: readonly string[]
  }[]
  /** Further names of concepts of the tables. */
  aliases: { target: string; names: readonly string[] }[]
  /** What files of ESCO and ROME name, which gives names to concepts of the tables. */
  imported: readonly ImportedConcept[]
  /** Ids of occupations not to be taken for each other. */
  apart: (readonly [string, string])[]
}

/** A lexicon to which nothing was added. */
export const emptyOwnLexicon: OwnLexicon = { version: '', concepts: [], aliases: [], imported: [], apart: [] }

/** The id of what a target names: `occupation:baker` is `baker`. */
export const idOfTarget = (target: string): string => target.slice(target.indexOf(':') + 1)

/** The same lexicon with what files name. `digest` names their content. */
export const withImported = (own: OwnLexicon, imported: readonly ImportedConcept[], filesDigest: string): OwnLexicon =>
  filesDigest === '' ? own : { ...own, imported, version: digest(`${own.version} ${filesDigest}`) }

/** What the entries of a workspace add; binned ones add nothing. The order they come in makes no difference. */
export function ownLexiconOf(entries: Iterable<Stored<'lexiconEntry'>>): OwnLexicon {
  const own = { ...emptyOwnLexicon, concepts: [] as OwnLexicon['concepts'], aliases: [] as OwnLexicon['aliases'], apart: [] as OwnLexicon['apart'] } // prettier-ignore
  const kept = [...entries].filter(({ binnedAt }) => binnedAt === undefined).sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const { id, fields } of kept) {
    const { what, french, english, family, near, target, other } = fields
    const inLanguage = (language: 'fr' | 'en') =>
      Object.entries(fields.aliases)
        .filter(([, alias]) => alias.language === language)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, alias]) => alias.text)
    const [frenchNames, englishNames] = [
      [french, ...inLanguage('fr')].filter(Boolean),
      [english, ...inLanguage('en')].filter(Boolean),
    ]
    if (what === 'aliases') {
      const names = [...frenchNames, ...englishNames]
      if (target !== '' && names.length > 0) own.aliases.push({ target, names })
    } else if (what === 'apart') {
      if (target !== '' && other !== '') own.apart.push([idOfTarget(target), idOfTarget(other)])
    } else if (what !== '' && frenchNames.length + englishNames.length > 0) {
      own.concepts.push({ id, kind: what, french: frenchNames, english: englishNames, family, near: near.map(idOfTarget) }) // prettier-ignore
    }
  }
  if (own.concepts.length + own.aliases.length + own.apart.length > 0) own.version = digest(JSON.stringify(own))
  return own
}

/** Sixteen hexadecimal digits that are others for other words, but for one case in 2^64. */
export function digest(words: string): string {
  let [low, high] = [0x811c9dc5, 0x2f0b4c47]
  for (let at = 0; at < words.length; at += 1) {
    low = Math.imul(low ^ words.charCodeAt(at), 0x01000193)
    high = Math.imul(high ^ (words.charCodeAt(at) + at), 0x85ebca6b)
  }
  return [low, high].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
