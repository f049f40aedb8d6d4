import { isOneSlip } from '../kit/isOneSlip.ts'
import {
  areOfTwoSexes,
  canonicalName,
  isGivenName,
  isNickname,
  isSurname,
  namesBehind,
  presumedShare,
} from './nameLexicon.ts'
import { fineSound, foldName, latinWord, scannedShape, skeleton } from './nameSound.ts'

/** One word of a name that tells people apart, with every form it is compared by. */
export interface NameUnit {
  /** Folded, in Latin letters, the first spelling of its group: what its rarity is counted by. */
  readonly word: string
  readonly text: string
  readonly fine: string
  readonly scanned: string
  readonly isInitial: boolean
  readonly isArabic: boolean
  readonly isGiven: boolean
  /** The same word with the small words before it ('legoff' for Goff), or without those glued to it ('amrani'). */
  readonly others: readonly string[]
  readonly otherFines: readonly string[]
  /** The word without a small word that makes another name of it: Salah for Ben Salah. */
  readonly core: string
  readonly skeletons: readonly string[]
}

/** Small words that come and go from one document to the next. */
const optional = new Set(['el', 'al', 'ez', 'es', 'ech', 'eth', 'en', 'er', 'et', 'az', 'as', 'ar', 'an', 'at', 'de', 'da', 'do', 'dos', 'du', 'des', 'd', 'la', 'le', 'les', 'l', 'van', 'von', 'der', 'den', 'di', 'del', 'della', 'ter', 'ten', 'y', 'e', 'and']) // prettier-ignore
/** Small words that make another name of the next one: Ben Ali is not Ali. They are written apart or glued. */
const binding = new Set(['ben', 'bin', 'ibn', 'bent', 'bint', 'ait', 'bou', 'abou', 'abu', 'ould', 'oulad', 'ouled', 'mac', 'mc', 'fitz', 'saint', 'sainte', 'san', 'santa', 'st', 'ste', 'o']) // prettier-ignore
/** Words beside a name that are not part of it. */
const titles = new Set(['mr', 'mrs', 'ms', 'mme', 'mlle', 'monsieur', 'madame', 'mademoiselle', 'dr', 'pr', 'prof', 'nee', 'ne', 'ep', 'epse', 'epouse', 'veuve', 'vve', 'born', 'cv', 'jr', 'sr']) // prettier-ignore

/** More words than these are no name of a person any more, but a line that was taken for one. */
const unitsAtMost = 6

/** The words of a name that tell people apart, whatever their order; none for no name. */
export function nameUnits(name: string): NameUnit[] {
  const folded = foldName(name)
    .replace(/\((?:h|f|m|he|she)[^)]*\)/g, ' ')
    .replace(/\b(abd)(?:[aeiou]l?)?[\s-]+(?:[aeiou]l[\s-]+)?(?=[a-z]{3,})/g, '$1el')
    .replace(/\b([a-z]{3,})[\s'-]+(?:[aeu]d[\s'-]*)?d(?:i|ee)ne?\b/g, '$1eddine')
    .replace(/عبد\s+(?:ال)?/g, 'عبد')
    .replace(/(\p{Script=Arabic}{2,})\s+(?=الدين(?!\p{L}))/gu, '$1')
    // N'Diaye, O'Brien keep their letter; d'Hautefeuille, l'Hermitte may lose it.
    .replace(/\b([dl])'(?=[a-z])/g, '$1 ')
    .replace(/\b([a-z])'(?=[a-z])/g, '$1')
    .replaceAll("'", '')
  const all = folded.match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = all.filter((word) => !titles.has(word) && !/^\d+$/.test(word))
  const units: NameUnit[] = []
  let before: string[] = []
  for (const [at, raw] of telling.entries()) {
    const isLast = at === telling.length - 1
    if (!isLast && (optional.has(raw) || binding.has(raw)) && raw.length > 1) {
      before.push(raw)
      continue
    }
    if (!isLast && (raw === 'd' || raw === 'l') && telling[at + 1]!.length > 2) {
      before.push(raw)
      continue
    }
    units.push(toUnit(raw, before))
    before = []
  }
  return units.length <= unitsAtMost ? units : [...units.slice(0, unitsAtMost - 1), units.at(-1)!]
}

/** Words of names come again and again: each is worked out once and held once. */
const seenUnits = new Map<string, NameUnit>()
const seenUnitsAtMost = 50_000

function toUnit(raw: string, before: readonly string[]): NameUnit {
  const key = `${before.join(' ')} ${raw}`
  let unit = seenUnits.get(key)
  if (!unit) {
    unit = makeUnit(raw, before)
    if (seenUnits.size >= seenUnitsAtMost) seenUnits.clear()
    seenUnits.set(key, unit)
  }
  return unit
}

function makeUnit(raw: string, before: readonly string[]): NameUnit {
  const { text: latin, isArabic } = latinWord(raw)
  const letters = latin.replace(/^abd[aeiou]l?(?=[a-z]{3})/, 'abdel').replace(/^abdel([a-z])\1/, 'abdel$1')
  const last = before.at(-1)
  const bound = last !== undefined && binding.has(last) ? last : ''
  const text = bound + letters
  const others = before.map((_, at) => before.slice(at).join('') + letters).filter((other) => other !== text)
  const glued =
    /^(?:el|al)(?=[a-z]{4})|^[ae]([lznsrtdX])(?=\1)|^la(?=[hk][bcdfghjklmnpqrstvwxz][a-z]{2})|^l(?=[aeiou][a-z]{4})|^(?:de|du|le|la|van)(?=[a-z]{4})/.exec(
      text,
    )
  if (glued) others.push(text.slice(glued[0].length))
  const word = canonicalName(text)
  return {
    word,
    text,
    fine: fineSound(text),
    scanned: scannedShape(text),
    isInitial: text.length === 1,
    isArabic,
    isGiven: isGivenName(word),
    others,
    otherFines: others.map(fineSound),
    core: bound === '' ? text : letters,
    skeletons: [
      ...new Set([word, text, letters, ...others].map(skeleton).flatMap((one) => (isArabic ? heard(one) : [one]))),
    ],
  }
}

/** Moroccan g is written with the jim, the qaf or the kaf of Arabic, which has no letter for it. */
const heard = (sounds: string): string[] => {
  const hard = sounds.replaceAll(/[jk]/g, 'g')
  return hard === sounds ? [sounds] : [sounds, hard]
}

/** Shorter skeletons with one letter less would bring half the world together. */
const slipFrom = 4

/**
 * Blocking keys of a name, a list per word: its skeleton, with and without the small words around it, joined to its
 * neighbour (Fatima Zahra, Fatimazahra), the names a nickname stands for, and each longer skeleton with one letter less,
 * so that one slip on either side meets. Initials file under the letter. Whoever files by them asks two words to meet,
 * or one that is rare.
 */
export function nameKeys(units: readonly NameUnit[]): string[][] {
  return units.map((unit, at) => {
    if (unit.isInitial) return [`${unit.text}.`]
    const keys = new Set(unit.skeletons)
    keys.add(skeleton(unit.scanned))
    const next = units[at + 1]
    if (next && !next.isInitial) keys.add(skeleton(unit.text + next.text))
    for (const full of namesBehind(unit.word)) keys.add(skeleton(full))
    for (const key of unit.skeletons) {
      if (key.length < slipFrom) continue
      keys.add(`-${key}`)
      for (let cut = 0; cut < key.length; cut += 1) keys.add(`-${key.slice(0, cut)}${key.slice(cut + 1)}`)
    }
    return [...keys]
  })
}

/** How two names stand to each other. `same` to the letter or to the ear; `near` with a slip, an initial or a part left out. */
export type NameRelation = 'same' | 'near' | 'part' | 'conflict' | 'none'

/** Two names compared. */
export interface NameLikeness {
  relation: NameRelation
  /** Evidence in bits for one person, by how rare the words are that agree; negative when words contradict. */
  bits: number
  /** The words that contradict: the given name (another member of the family), the surname (marriage), or all. */
  conflict: '' | 'given' | 'surname' | 'all'
}

/** The share of people whose name has a canonical word. */
export type ShareOf = (word: string) => number

/** Agreement of one word says no more than this: rarer words are mostly misspelt ones. */
const wordBitsAtMost = 13
/** Nor does a whole name: even rare names have bearers nobody counted. */
const nameBitsAtMost = 21
/** Given and family names go together (Mohamed and El Amrani, Marie and Martin), so they prove a little less than apart. */
const dependence = 0.9
/** What a shared initial says: one name in eight begins with the same letter. */
const initialBits = 3

/** Compares two names. Symmetric; nothing is said of no name. */
export function compareUnits(
  a: readonly NameUnit[],
  b: readonly NameUnit[],
  shareOf: ShareOf = presumedShare,
): NameLikeness {
  if (a.length === 0 || b.length === 0) return { relation: 'none', bits: 0, conflict: '' }
  const [left, right] = joined(a, b)
  const pairs = bestPairs(left, right, shareOf)
  const usedLeft = new Set(pairs.map(({ i }) => i))
  const usedRight = new Set(pairs.map(({ j }) => j))
  const restLeft = left.filter((_, i) => !usedLeft.has(i))
  const restRight = right.filter((_, j) => !usedRight.has(j))
  const sum = pairs.reduce((total, { bits }) => total + bits, 0)
  const bits = Math.min(nameBitsAtMost, pairs.length > 1 ? sum * dependence : sum)
  if (restLeft.length > 0 && restRight.length > 0) {
    if (pairs.length === 0) return { relation: 'conflict', bits: -12, conflict: 'all' }
    // Where nobody knows the words, the given name is the one that stands first in both.
    const rest = [...restLeft, ...restRight]
    const isUnknownFirst = rest.every(({ isGiven, isInitial }) => !isGiven && !isInitial)
    const isKnownGiven = ({ i, j }: Pair) =>
      left[i]!.isGiven &&
      right[j]!.isGiven &&
      // Étienne is a surname as well, and where it ends both names it is one.
      !(isSurname(left[i]!.word) && i === left.length - 1 && j === right.length - 1)
    const matchedGiven = pairs.every(
      (pair) => isKnownGiven(pair) || (isUnknownFirst && pair.i === 0 && pair.j === 0 && !isSurname(left[0]!.word)),
    )
    const restGiven = rest.every(({ isGiven, isInitial }) => isGiven || isInitial)
    // Two women named Fatima share little; one who married keeps her given name and changes the other.
    if (matchedGiven && !restGiven) return { relation: 'conflict', bits: bits - 7, conflict: 'surname' }
    return { relation: 'conflict', bits: bits - 11, conflict: 'given' }
  }
  const left_ = restLeft.length + restRight.length
  const fewest = Math.min(left.length, right.length)
  if (fewest === 1 && Math.max(left.length, right.length) > 1)
    return { relation: 'part', bits: Math.min(bits, 8) - 1, conflict: '' }
  const weakest = Math.min(...pairs.map(({ strength }) => strength))
  const isSame = left_ === 0 && weakest >= 0.9
  return { relation: isSame ? 'same' : 'near', bits: bits - Math.min(2, left_ * 0.5), conflict: '' }
}

interface Pair {
  i: number
  j: number
  strength: number
  bits: number
}

/** The way to pair the words, each used once, that agrees most. At most 6 words on a side, so all ways are tried. */
function bestPairs(left: readonly NameUnit[], right: readonly NameUnit[], shareOf: ShareOf): Pair[] {
  let best = new Map<number, { sum: number; pairs: Pair[] }>([[0, { sum: 0, pairs: [] }]])
  for (const [i, one] of left.entries()) {
    const likely: Pair[] = []
    for (const [j, other] of right.entries()) {
      const strength = compareWords(one, other)
      if (strength === 0) continue
      const bits =
        one.isInitial || other.isInitial
          ? initialBits
          : strength *
            Math.min(wordBitsAtMost, -Math.log2(Math.max(shareOf(one.word), shareOf(other.word), 2 ** -wordBitsAtMost)))
      likely.push({ i, j, strength, bits })
    }
    if (likely.length === 0) continue
    const next = new Map(best)
    for (const [used, { sum, pairs }] of best) {
      for (const pair of likely) {
        if (used & (1 << pair.j)) continue
        const key = used | (1 << pair.j)
        // The strength breaks ties between words of no rarity, the same way from both sides.
        const total = sum + pair.bits + pair.strength * 1e-3
        if (total > (next.get(key)?.sum ?? -1)) next.set(key, { sum: total, pairs: [...pairs, pair] })
      }
    }
    best = next
  }
  let found = { sum: -1, pairs: [] as Pair[] }
  for (const way of best.values()) if (way.sum > found.sum) found = way
  return found.pairs
}

/** Words that one name writes in one and the other in two are made one in both. */
function joined(a: readonly NameUnit[], b: readonly NameUnit[]): [readonly NameUnit[], readonly NameUnit[]] {
  return [joinAs(a, b), joinAs(b, a)]
}

function joinAs(units: readonly NameUnit[], like: readonly NameUnit[]): readonly NameUnit[] {
  for (let at = 0; at + 1 < units.length; at += 1) {
    const [one, next] = [units[at]!, units[at + 1]!]
    if (one.isInitial || next.isInitial) continue
    const both = fineSound(one.text + next.text)
    if (both.length < 5) continue
    const whole = like.find(({ fine }) => fine === both)
    if (whole) return [...units.slice(0, at), whole, ...units.slice(at + 2)]
  }
  return units
}

/** How much two words look like one name, in [0,1]. */
function compareWords(a: NameUnit, b: NameUnit): number {
  if (a.text === b.text) return 1
  if (a.isInitial || b.isInitial) return a.text[0] === b.text[0] ? 0.5 : 0
  if (a.word === b.word) return 0.97
  if (areOfTwoSexes(a.word, b.word)) return 0
  // Sow and Sou, Ly and Li: so short a word is not misspelt without being another name.
  if (a.fine === b.fine && a.fine.length > 1) return Math.min(a.text.length, b.text.length) > 3 ? 0.95 : 0.6
  if (a.others.includes(b.text) || b.others.includes(a.text)) return 0.92
  if (a.others.some((one) => b.others.includes(one))) return 0.92
  if (isNickname(a.word, b.word)) return 0.8
  if (a.core === b.core) return 0.7
  // Julien is not Julie, nor Karim Karima: names known as two are two, however near.
  if (a.isGiven && b.isGiven) return 0
  const aSkeleton = a.skeletons[0]!
  const sameSkeleton = aSkeleton === b.skeletons[0]
  if (sameSkeleton && (a.isArabic || b.isArabic)) return 0.9
  if ((a.isArabic || b.isArabic) && a.skeletons.some((one) => one.length > 1 && b.skeletons.includes(one))) return 0.85
  if (a.otherFines.includes(b.fine) || b.otherFines.includes(a.fine)) return 0.9
  if (Math.min(a.text.length, b.text.length) >= 4 && a.scanned === b.scanned) return 0.9
  if (Math.min(a.text.length, b.text.length) >= 5 && isOneSlip(a.text, b.text)) return 0.85
  if (sameSkeleton && aSkeleton.length >= 3 && isOneSlip(a.fine, b.fine)) return 0.85
  return 0
}

/** Likeness of two names in [0,1], for lists of organisations and titles as well: the share of their words that agree. */
export function compareNames(a: string, b: string): number {
  const [left, right] = [nameUnits(a), nameUnits(b)]
  if (left.length === 0 || right.length === 0) return 0
  const [one, other] = joined(left, right)
  const matched = bestPairs(one, other, evenly).reduce((sum, { strength }) => sum + strength, 0)
  const whole = (2 * matched) / (one.length + other.length)
  const fewest = Math.min(one.length, other.length)
  // One word alone ('Martin') is in too many names to say much.
  if (fewest === 1 && Math.max(one.length, other.length) > 1) return whole * 0.75
  return Math.min(1, (0.65 * matched) / fewest + 0.35 * whole)
}
const evenly = (): number => 0.5
