import { fold } from '../../../src/kit/fold.ts'
import type { ImportedConcept } from '../../../src/model/taxonomy.ts'
import { occupationEntries, skillEntries } from './entries.ts'

/** A name as compared: folded, hyphens as spaces. */
const comparable = (name: string): string =>
  fold(name)
    .replaceAll(/[-\s]+/g, ' ')
    .trim()

/** The concepts of the tables that bear a name; made at the first file. */
let bearers: { occupation: Map<string, string>; skill: Map<string, string> } | null = null

function bearersOf(kind: ImportedConcept['kind']): Map<string, string> {
  if (!bearers) {
    bearers = { occupation: new Map(), skill: new Map() }
    const put = (into: Map<string, string>, target: string, names: readonly string[]) => {
      for (const name of names.map(comparable)) if (!into.has(name)) into.set(name, target)
    }
    for (const { id, french, english } of occupationEntries) put(bearers.occupation, `occupation:${id}`, [...french, ...english]) // prettier-ignore
    for (const { id, french, english } of skillEntries) put(bearers.skill, `concept:${id}`, [...french, ...english])
  }
  return bearers[kind]
}

/**
 * The names that official lists give to concepts of the tables: a concept of a list is one of the tables when its usual
 * name is one of theirs, or two of its names are (one more where both languages are known), and fewer are another's. The rest of a list is left out: a trade that
 * stands beside the tables would have no neighbours in them.
 */
export function namesFromFiles(imported: readonly ImportedConcept[]): Map<string, string[]> {
  const byId = new Map<string, { kind: ImportedConcept['kind']; usual: string[]; names: string[] }>()
  for (const { id, kind, names } of imported) {
    const known = byId.get(id) ?? { kind, usual: [], names: [] }
    if (names[0] !== undefined) known.usual.push(comparable(names[0]))
    known.names.push(...names)
    byId.set(id, known)
  }
  const found = new Map<string, string[]>()
  for (const { kind, usual, names } of byId.values()) {
    const targets = bearersOf(kind)
    const votes = new Map<string, number>()
    for (const name of new Set(names.map(comparable))) {
      const target = targets.get(name)
      // The usual name speaks for the concept; others are often those of a neighbour.
      if (target) votes.set(target, (votes.get(target) ?? 0) + (usual.includes(name) ? 2 : 1))
    }
    const [first] = [...votes].sort((a, b) => b[1] - a[1])
    const cast = [...votes.values()].reduce((sum, each) => sum + each, 0)
    // Of a concept known in both languages one usual name is too little: it may be that of a homonym.
    const least = usual.length > 1 ? 3 : 2
    if (!first || first[1] < least || first[1] * 2 <= cast) continue
    // What the tables give to another concept stays there.
    const free = names.filter((name) => !targets.has(comparable(name)))
    if (free.length > 0) found.set(first[0], [...new Set([...(found.get(first[0]) ?? []), ...free])])
  }
  return found
}
