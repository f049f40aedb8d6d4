import { fold } from '../../../src/kit/fold.ts'
import type { LexiconConcept } from '../../../src/model/ownLexicon.ts'
import { occupationEntries, skillEntries } from './entries.ts'

/** Every concept of the tables with its names folded; made at the first look. */
let folded: { concept: LexiconConcept; names: string }[] | null = null

function tables(): { concept: LexiconConcept; names: string }[] {
  if (folded) return folded
  const concepts = new Map<string, LexiconConcept>()
  for (const { id, family, near, french, english } of occupationEntries) {
    const target = `occupation:${id}`
    const bare = near.map((other) => other.replace('<', ''))
    concepts.set(target, { target, kind: 'occupation', french, english, family, near: bare })
  }
  for (const { id, kind, french, english } of skillEntries) {
    const target = `concept:${id}`
    // Some tables say a skill twice: it is one to a reader.
    const known = concepts.get(target)
    concepts.set(target, {
      target,
      kind,
      french: [...new Set([...(known?.french ?? []), ...french])],
      english: [...new Set([...(known?.english ?? []), ...english])],
      family: '',
      near: [],
    })
  }
  folded = [...concepts.values()].map((concept) => ({
    concept,
    names: fold([...concept.french, ...concept.english].join('\n')),
  }))
  return folded
}

/** Concepts of the tables of which a name holds all the words asked, those that begin with them first. */
export function findByName(name: string, limit: number): { total: number; found: LexiconConcept[] } {
  const words = fold(name.trim()).split(/\s+/).filter(Boolean)
  const hits = tables().filter(({ names }) => {
    const lines = names.split('\n')
    return lines.some((line) => words.every((word) => line.includes(word)))
  })
  const begins = ({ names }: { names: string }) =>
    names.split('\n').some((line) => words.length > 0 && line.startsWith(words.join(' ')))
  const sorted = [...hits.filter(begins), ...hits.filter((hit) => !begins(hit))]
  return { total: hits.length, found: sorted.slice(0, limit).map(({ concept }) => concept) }
}
