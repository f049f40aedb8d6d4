import { useMemo } from 'react'
import type { Result } from '../kit/result.ts'
import { aliasKey, type LexiconEntry } from '../model/lexiconEntry.ts'
import type { Change, Stored } from '../model/record.ts'
import { type Live, useCollection } from '../store/live.ts'
import { keepTaxonomy, removeTaxonomy, useKeptTaxonomies } from '../store/taxonomies.ts'
import { newId, undo, write, type WriteFailure, type Written } from '../store/write.ts'

export { keepTaxonomy, newId, removeTaxonomy, undo, useKeptTaxonomies }

/** What a workspace adds to the lexicon, as it is stored. */
export type StoredEntry = Stored<'lexiconEntry'>
type Done = Promise<Result<Written, WriteFailure>>

/** Everything the workspace adds, latest first, live; what was removed is left out. */
export function useLexiconEntries(): Live<StoredEntry[]> {
  const live = useCollection('lexiconEntry')
  return useMemo(
    () =>
      live.state === 'ready'
        ? {
            state: 'ready',
            value: [...live.value.values()]
              .filter(({ binnedAt }) => binnedAt === undefined)
              .sort((a, b) => (a.id < b.id ? 1 : -1)),
          }
        : live,
    [live],
  )
}

/** An entry that says nothing yet. */
export const emptyEntry = (): LexiconEntry => ({
  what: 'skill',
  french: '',
  english: '',
  aliases: {},
  family: '',
  near: [],
  target: '',
  other: '',
  note: '',
})

/** Further names as elements; of one written twice the last stays. */
export const aliasesOf = (french: readonly string[], english: readonly string[]): LexiconEntry['aliases'] =>
  Object.fromEntries(
    [
      ...french.map((text) => ({ text, language: 'fr' as const })),
      ...english.map((text) => ({ text, language: 'en' as const })),
    ].map((alias) => [aliasKey(alias.text, alias.language), alias]),
  )

/** Keeps an entry: a new one when `before` is null, else what differs, name by name. */
export function saveEntry(id: string, before: LexiconEntry | null, after: LexiconEntry): Done {
  if (!before) {
    return write([{ type: 'create', kind: 'lexiconEntry', id, fields: after }], { action: 'lexicon.added' })
  }
  return write(entryChanges(id, before, after), { action: 'lexicon.changed' })
}

const whole = ['what', 'french', 'english', 'family', 'near', 'target', 'other', 'note'] as const

/** The changes that lead from one state of an entry to another. */
export function entryChanges(id: string, before: LexiconEntry, after: LexiconEntry): Change[] {
  const at = { kind: 'lexiconEntry', id } as const
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  return [
    ...whole.flatMap((path): Change[] =>
      isSame(before[path], after[path]) ? [] : [{ type: 'set', ...at, path, value: after[path] }],
    ),
    ...Object.entries(after.aliases).flatMap(([key, value]): Change[] =>
      isSame(before.aliases[key], value) ? [] : [{ type: 'set', ...at, path: `aliases/${key}`, value }],
    ),
    ...Object.keys(before.aliases).flatMap((key): Change[] =>
      key in after.aliases ? [] : [{ type: 'remove', ...at, path: `aliases/${key}` }],
    ),
  ]
}

/** Takes an entry out of the lexicon; `undo` brings it back. */
export const removeEntry = (id: string): Done =>
  write([{ type: 'bin', kind: 'lexiconEntry', id }], { action: 'lexicon.removed' })
