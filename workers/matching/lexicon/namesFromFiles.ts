import { fold } from '../../../src/kit/fold.ts'
import type { ImportedConcept } from '../../../src/model/taxonomy.ts'
import { stemOf, tokenise } from '../tokens.ts'
import { occupationEntries, skillEntries } from './entries.ts'
import { isGenericHead } from './heads.ts'

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

/** Of a name as of a title: what it is about stands first in French, last in English. */
const headsOf = (name: string): string[] => {
  const words = comparable(name).split(' ')
  return [words[0]!, words.at(-1)!].map(stemOf)
}

/** Shorter words are abbreviations, which stand for too many things. */
const leastLetters = 5

/** The words by which the tables speak of an occupation. */
let tableStems: Map<string, ReadonlySet<string>> | null = null
const stemsOfOccupation = (target: string): ReadonlySet<string> => {
  tableStems ??= new Map(
    occupationEntries.map(({ id, french, english, topic }) => [
      `occupation:${id}`,
      new Set(tokenise([...french, ...english, topic].join(' ; ')).map(({ stem }) => stem)),
    ]),
  )
  return tableStems.get(target) ?? new Set()
}

/**
 * Whether a name tells its trade from others. One word does not when it is short or heads names of another trade
 * ('surveillant de musée'); words about a head that names no trade do not when the tables never say them of this one:
 * a list calls the technician of after-sales a 'workshop technician', and so is that of a garage.
 */
function isTelling(name: string, target: string, tradesByHead: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const words = [...new Set(tokenise(name).map(({ stem }) => stem))]
  const heads = headsOf(name)
  if (words.length < 2) return name.length >= leastLetters && tradesByHead.get(heads[0]!)?.size === 1
  if (!heads.some(isGenericHead)) return true
  const known = stemsOfOccupation(target)
  return words.some((word) => !isGenericHead(word) && known.has(word))
}

/**
 * The names that official lists give to concepts of the tables: a concept of a list is one of the tables when its usual
 * name is one of theirs, or two of its names are (one more where both languages are known), and fewer are another's.
 * The rest of a list is left out: a trade that stands beside the tables would have no neighbours in them.
 */
export function namesFromFiles(imported: readonly ImportedConcept[]): Map<string, string[]> {
  const byId = new Map<string, { kind: ImportedConcept['kind']; usual: string[]; names: string[] }>()
  for (const { id, kind, names } of imported) {
    const known = byId.get(id) ?? { kind, usual: [], names: [] }
    if (names[0] !== undefined) known.usual.push(comparable(names[0]))
    known.names.push(...names)
    byId.set(id, known)
  }
  const targetById = new Map<string, string>()
  for (const [id, concept] of byId) {
    const target = standsFor(concept)
    if (target !== undefined) targetById.set(id, target)
  }
  const tradesByHead = new Map<string, Set<string>>()
  const lead = (trade: string, names: readonly string[]) => {
    for (const head of names.flatMap(headsOf)) tradesByHead.set(head, (tradesByHead.get(head) ?? new Set()).add(trade))
  }
  for (const { id, french, english } of occupationEntries) lead(`occupation:${id}`, [...french, ...english])
  for (const [id, { kind, names }] of byId) if (kind === 'occupation') lead(targetById.get(id) ?? id, names)
  const found = new Map<string, string[]>()
  for (const [id, target] of targetById) {
    const { kind, names } = byId.get(id)!
    // What the tables give to another concept stays there.
    const free = names.filter(
      (name) => !bearersOf(kind).has(comparable(name)) && (kind === 'skill' || isTelling(name, target, tradesByHead)),
    )
    if (free.length > 0) found.set(target, [...new Set([...(found.get(target) ?? []), ...free])])
  }
  return found
}

/** The concept of the tables that one of a list stands for. */
function standsFor({
  kind,
  usual,
  names,
}: {
  kind: ImportedConcept['kind']
  usual: string[]
  names: string[]
}): string | undefined {
  // prettier-ignore
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
  return first && first[1] >= least && first[1] * 2 > cast ? first[0] : undefined
}
