import {
  type Commonness,
  compareFingerprints,
  type Fingerprint,
  type Likeness,
  type PersonTraits,
  toFingerprint,
} from '../../src/model/duplicates.ts'
import { presumedShare } from '../../src/model/nameLexicon.ts'
import { nameKeys } from '../../src/model/personName.ts'
import { sketchKeys } from '../../src/model/textSketch.ts'
import type { DuplicatePair, DuplicatePairs, Lookalike } from './protocol.ts'

/** One person as held: their fingerprint and every place they are filed under, to be taken out again. */
interface Held {
  print: Fingerprint
  /** Numbers of the keys of all words, one after the other. */
  names: number[]
  words: number
  initials: string
  /** Numbers of what is counted of them. */
  counted: number[]
}

/** What was presumed of names weighs as much as this many people of the workspace. */
const presumedWeight = 1000
/** However few bear a name here, it counts as borne by this part of those presumed. */
const presumedAtLeast = 0.35
/** A key that more people have is no evidence by itself and is not followed. */
const crowd = 400
/** A word of a name that no more people bear is followed alone: the other word may be misspelt. */
const few = 40
/** The pool has grown or changed enough by this share for the weights to have moved: pairs are weighed again. */
const driftShare = 0.25

/** The people of a workspace, filed so that those who may be one person meet without ever comparing all pairs. */
export interface Pool {
  size: () => number
  upsert: (people: readonly PersonTraits[]) => number
  remove: (ids: readonly string[]) => number
  setApart: (pairs: readonly (readonly [string, string])[]) => void
  find: (person: PersonTraits, options?: { keep?: boolean; limit?: number }) => Lookalike[]
  compare: (a: string, b: string) => Likeness | null
  /** Looks at people not looked at yet until `now() >= until`; false when none is left. */
  look: (until: number, now: () => number) => boolean
  pairs: (limit?: number) => DuplicatePairs
  /** How many comparisons were made: for measures. */
  compared: () => number
}

/** An empty pool. */
export function createPool(): Pool {
  const held: (Held | null)[] = []
  const slots = new Map<string, number>()
  const free: number[] = []
  /** Keys of words are numbered, so that many are told apart without comparing strings. */
  const keyNumbers = new Map<string, number>()
  /** Slots by number of a key of one word of the name. */
  const byName: number[][] = []
  /** The keys looked for in this round bear its number. */
  let marks = new Int32Array(4096)
  /** The slots looked at in this round bear its number. */
  let visited = new Int32Array(1024)
  let round = 0
  /** Slots by keyed hash or key of the text. */
  const byKey = new Map<string | number, number | number[]>()
  /** How many people have a name, town, employer or school, by its number. */
  const countedNumbers = new Map<string, number>()
  const counts: number[] = []
  let apart = new Set<string>()
  /** Lookalikes of a slot among later-filed and earlier ones, both ways; made by `look`. */
  const edges = new Map<number, Map<number, Likeness>>()
  let toLook = new Set<number>()
  let weighedAt = 0
  let changes = 0
  let comparisons = 0

  const size = () => slots.size

  const commonness: Commonness = {
    get count() {
      return slots.size
    },
    // A name common in the country proves little even where nobody else here happens to bear it.
    name: (word) =>
      Math.max(smooth(`n ${word}`, presumedShare(word), presumedWeight, 2), presumedShare(word) * presumedAtLeast),
    town: (town) => smooth(`t ${town}`, 0.01, 200, 2),
    employer: (employer) => smooth(`e ${employer}`, 0.004, 300, 2),
    school: (school) => smooth(`s ${school}`, 0.008, 300, 2),
    holders: (key) => slotsOf(key).length,
  }
  /** The share of people who have it besides the two that are compared, leaning on what was presumed. */
  function smooth(key: string, presumed: number, weight: number, besides: number): number {
    const others = Math.max(0, (counts[countedNumbers.get(key) ?? -1] ?? 0) - besides)
    return Math.min(1, (others + weight * presumed) / (slots.size + weight))
  }

  const numberIn = <T>(numbers: Map<string, number>, all: T[], key: string, empty: () => T): number => {
    let number = numbers.get(key)
    if (number === undefined) {
      number = all.length
      numbers.set(key, number)
      all.push(empty())
    }
    return number
  }
  const numbersOf = (keys: readonly string[]): number[] =>
    keys.map((key) => numberIn(keyNumbers, byName, key, () => []))

  /** Most keys have one holder only, who is filed without a list: that halves what the keys take. */
  const slotsOf = (key: string | number): readonly number[] => {
    const filed = byKey.get(key)
    return filed === undefined ? [] : typeof filed === 'number' ? [filed] : filed
  }
  const file = (key: string | number, slot: number) => {
    const filed = byKey.get(key)
    if (filed === undefined) byKey.set(key, slot)
    else if (typeof filed === 'number') byKey.set(key, [filed, slot])
    else filed.push(slot)
  }
  const unfile = (key: string | number, slot: number) => {
    const filed = byKey.get(key)
    if (filed === slot) byKey.delete(key)
    else if (typeof filed === 'object') {
      drop(filed, slot)
      if (filed.length === 0) byKey.delete(key)
    }
  }
  const drop = (list: number[], slot: number) => {
    const at = list.indexOf(slot)
    if (at < 0) return
    list[at] = list.at(-1)!
    list.pop()
  }

  function add(print: Fingerprint): void {
    let slot = slots.get(print.id)
    if (slot !== undefined) takeOut(slot)
    slot = free.pop() ?? held.length
    const words = nameKeys(print.units)
    const names = numbersOf([...new Set(words.flat())])
    const told = [
      ...new Set(print.units.map(({ word }) => `n ${word}`)),
      ...(print.town === '' ? [] : [`t ${print.town}`]),
      ...print.employers.map((one) => `e ${one}`),
      ...print.schools.map((one) => `s ${one}`),
    ]
    const counted = told.map((key) => numberIn(countedNumbers, counts, key, () => 0))
    held[slot] = { print, names, words: words.length, initials: initialsOf(print), counted }
    slots.set(print.id, slot)
    for (const key of names) byName[key]!.push(slot)
    for (const key of exactOf(print)) file(key, slot)
    for (const number of counted) counts[number]! += 1
    toLook.add(slot)
    changes += 1
  }

  function takeOut(slot: number): void {
    const one = held[slot]
    if (!one) return
    for (const key of one.names) drop(byName[key]!, slot)
    for (const key of exactOf(one.print)) unfile(key, slot)
    for (const number of one.counted) counts[number]! -= 1
    dropEdges(slot)
    toLook.delete(slot)
    held[slot] = null
    slots.delete(one.print.id)
    free.push(slot)
    changes += 1
  }

  function dropEdges(slot: number): void {
    for (const other of edges.get(slot)?.keys() ?? []) edges.get(other)?.delete(slot)
    edges.delete(slot)
  }

  /**
   * Slots whose keyed hashes or text meet what is asked, or whose name does: by two words, or by one that few people
   * bear. The most common word of a name is not followed, only looked for among those the others brought.
   */
  function meeting(print: Fingerprint, names: readonly (readonly number[])[]): Set<number> {
    const found = new Set<number>()
    for (const key of exactOf(print)) {
      const list = slotsOf(key)
      if (list.length <= crowd) for (const slot of list) found.add(slot)
    }
    const words = names
      .filter((_, at) => !print.units[at]!.isInitial)
      .map((keys) => ({ keys, bearers: keys.reduce((sum, key) => sum + byName[key]!.length, 0) }))
      .sort((a, b) => a.bearers - b.bearers)
    const hasInitial = words.length < names.length
    const followed = words.length > 1 && !hasInitial ? words.slice(0, -1) : words
    if (marks.length < byName.length) marks = new Int32Array(byName.length * 2)
    const letters = new Set(print.units.map(({ text }) => text[0]!))
    if (visited.length < held.length) visited = new Int32Array(held.length * 2)
    for (const [at, { keys, bearers }] of followed.entries()) {
      const isRare = bearers <= few || names.length === 1 || hasInitial
      round += 1
      if (!isRare) {
        for (const [other, word] of words.entries()) if (other !== at) for (const key of word.keys) marks[key] = round
        // A key of both words would make every bearer of one meet the other.
        for (const key of keys) marks[key] = 0
      }
      for (const key of keys) {
        const list = byName[key]!
        for (let index = 0; index < list.length; index += 1) {
          const slot = list[index]!
          if (visited[slot] === round) continue
          visited[slot] = round
          if (isRare || meets(held[slot]!, letters)) found.add(slot)
        }
      }
    }
    return found
  }

  /** Another word of the name is marked as well, or an initial stands in its place, or there is no other word. */
  const meets = (one: Held, letters: ReadonlySet<string>): boolean => {
    if (one.words === 1) return true
    const { names } = one
    for (let index = 0; index < names.length; index += 1) if (marks[names[index]!] === round) return true
    if (one.initials === '') return false
    for (const letter of one.initials) if (letters.has(letter)) return true
    return false
  }

  /** The keyed hashes and keys of the text that a person is filed under. */
  const exactOf = (print: Fingerprint): (string | number)[] => [
    ...print.emails,
    ...print.phones,
    ...print.links,
    ...print.births,
    ...(print.sketch ? sketchKeys(print.sketch) : []),
  ]
  const initialsOf = (print: Fingerprint): string => print.units.flatMap(({ isInitial, text }) => (isInitial ? [text] : [])).join('') // prettier-ignore

  const pairKey = (a: string, b: string) => (a < b ? `${a}:${b}` : `${b}:${a}`)
  /** What was said of a record holds for the one it was merged into. */
  const areApart = (a: Fingerprint, b: Fingerprint): boolean => {
    if (apart.size === 0) return false
    for (const one of [a.id, ...a.mergedFrom])
      for (const other of [b.id, ...b.mergedFrom]) if (apart.has(pairKey(one, other))) return true
    return false
  }

  const compareTwo = (a: Fingerprint, b: Fingerprint): Likeness => {
    comparisons += 1
    return compareFingerprints(a, b, commonness)
  }

  function lookalikesOf(print: Fingerprint): [number, Likeness][] {
    const found: [number, Likeness][] = []
    for (const slot of meeting(print, nameKeys(print.units).map(numbersOf))) {
      const other = held[slot]!.print
      if (other.id === print.id || areApart(print, other)) continue
      const likeness = compareTwo(print, other)
      if (likeness.class !== 'unlike') found.push([slot, likeness])
    }
    return found
  }

  return {
    size,
    compared: () => comparisons,
    upsert(people) {
      for (const traits of people) add(toFingerprint(traits))
      return size()
    },
    remove(ids) {
      for (const id of ids) {
        const slot = slots.get(id)
        if (slot !== undefined) takeOut(slot)
      }
      return size()
    },
    setApart(pairs) {
      const before = apart
      apart = new Set(pairs.map(([a, b]) => pairKey(a, b)))
      // Pairs told apart leave the list at once; those no longer told apart are looked at again.
      for (const [slot, others] of edges)
        for (const other of others.keys()) if (areApart(held[slot]!.print, held[other]!.print)) others.delete(other)
      for (const pair of before) {
        if (apart.has(pair)) continue
        for (const id of pair.split(':')) {
          const slot = slots.get(id)
          if (slot !== undefined) toLook.add(slot)
        }
      }
    },
    find(person, { keep = false, limit = 20 } = {}) {
      const print = toFingerprint(person)
      const found = lookalikesOf(print)
        .map(([slot, likeness]) => ({ candidateId: held[slot]!.print.id, ...likeness }))
        .sort((a, b) => b.likeness - a.likeness || (a.candidateId < b.candidateId ? -1 : 1))
      if (keep) add(print)
      return found.slice(0, limit)
    },
    compare(a, b) {
      const [one, other] = [slots.get(a), slots.get(b)]
      if (one === undefined || other === undefined) return null
      return compareTwo(held[one]!.print, held[other]!.print)
    },
    look(until, now) {
      if (toLook.size === 0 && changes > Math.max(50, weighedAt * driftShare)) {
        toLook = new Set(slots.values())
      }
      for (const slot of toLook) {
        toLook.delete(slot)
        const one = held[slot]
        if (one) {
          dropEdges(slot)
          const mine = new Map(lookalikesOf(one.print))
          if (mine.size > 0) edges.set(slot, mine)
          for (const [other, likeness] of mine) {
            const theirs = edges.get(other)
            if (theirs) theirs.set(slot, likeness)
            else edges.set(other, new Map([[slot, likeness]]))
          }
        }
        if (toLook.size === 0) {
          weighedAt = slots.size
          changes = 0
        }
        if (now() >= until) break
      }
      return toLook.size > 0
    },
    pairs(limit = 2000) {
      const likely: DuplicatePair[] = []
      const possible: DuplicatePair[] = []
      for (const [slot, others] of edges) {
        for (const [other, likeness] of others) {
          const [a, b] = [held[slot]!.print.id, held[other]!.print.id]
          if (a < b) (likeness.class === 'possibly' ? possible : likely).push({ a, b, ...likeness })
        }
      }
      const alike = (one: DuplicatePair, other: DuplicatePair) =>
        other.likeness - one.likeness || (one.a + one.b < other.a + other.b ? -1 : 1)
      return {
        likelyCount: likely.length,
        possibleCount: possible.length,
        likely: likely.sort(alike).slice(0, limit),
        possible: possible.sort(alike).slice(0, limit),
        seen: slots.size - toLook.size,
        total: slots.size,
      }
    },
  }
}
