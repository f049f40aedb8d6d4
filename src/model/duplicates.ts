import { fold } from '../kit/fold.ts'
import type { Candidate } from './candidate.ts'
import { presumedShare } from './nameLexicon.ts'
import { compareUnits, type NameUnit, nameUnits } from './personName.ts'
import { likenessOfSketches, type Sketch, sketchText } from './textSketch.ts'

/*
 * Are two records one person? Each thing they agree or differ in adds its weight of evidence, in bits, as Fellegi and
 * Sunter have it: log2(m / u), where m is how often it agrees between two records of one person and u how often between
 * records of two. Rare things agree by chance more seldom, so u is counted in the workspace (names, towns, employers).
 * The sum starts from the chance that a pair met by chance is one person, and becomes a probability.
 *
 *                         agree                                   differ
 *   e-mail                m .70  u 2^-22.5   +22                  -0.8   people have several
 *   phone                 m .70  u 2^-18.5   +18                  -0.8   and change it; a household shares one; both: -1 more
 *   profile link          m .70  u 2^-20.5   +20                  -1
 *   birth date            m .96  u 1/20 000  +14
 *   birth year            m .96  u 1/32      +5                   -5     one in thirty is misread
 *   name                  by the rarity of its words, at most +21 -11 given, -7 surname, -12 all
 *   town                  m .70  u counted   +1 to +4             -0.7   people move
 *   employer in common    m .60  u counted   +3 to +7 each, +12   -1.5   when both tell two or more
 *   school in common      m .60  u counted   +2 to +5 each, +7    -0.5
 *   text of the CV        +14 nearly the same words, +7 much the same
 *
 * These were set by judgement and held against the labelled pairs of tests/corpus/duplicates.json.
 */

export const likenessReasons = [
  'file',
  'email',
  'phone',
  'link',
  'birthDate',
  'sameName',
  'name',
  'text',
  'employers3',
  'employers2',
  'employer',
  'school',
  'town',
  'birthYear',
] as const
/** What speaks for one person. `employers2` and `employers3` are two, and three or more, in common. */
export type LikenessReason = (typeof likenessReasons)[number]

/** What speaks against. */
export const likenessDoubts = ['name', 'email', 'phone', 'birthYear'] as const
export type LikenessDoubt = (typeof likenessDoubts)[number]

/** From the very same file to two persons. */
export const likenessClasses = ['file', 'surely', 'probably', 'possibly', 'unlike'] as const
export type LikenessClass = (typeof likenessClasses)[number]

/** How much two records look like one person. */
export interface Likeness {
  /** The probability that they are, in [0,1]. */
  likeness: number
  class: LikenessClass
  reasons: LikenessReason[]
  doubts: LikenessDoubt[]
}

/** What a person is compared by. Sealed values are here as keyed hashes only. */
export interface PersonTraits {
  id: string
  name: string
  /** `email:HASH`, `phone:HASH`, `link:HASH`, `birth:HASH`, `birthYear:HASH`, as the store keeps them. */
  keys: readonly string[]
  town: string
  employers: readonly string[]
  schools: readonly string[]
  /** The words of the CV, for likeness of the text; '' when there are none. */
  text: string
  /** Records merged into this one: what was said of them holds for it. */
  mergedFrom: readonly string[]
}

/**
 * What a candidate is compared by. `keys` are the keyed hashes of what is sealed, as the store keeps them or makes them;
 * other keys among them are left out.
 */
export function candidateToTraits(id: string, fields: Partial<Candidate>, keys: readonly string[]): PersonTraits {
  const experiences = Object.values(fields.experiences ?? {})
  const education = Object.values(fields.education ?? {})
  const told = (entries: readonly { title: string; lines: readonly { text: string }[] }[]) =>
    entries.flatMap(({ title, lines }) => [title, ...lines.map(({ text }) => text)])
  return {
    id,
    name: fields.fullName ?? '',
    keys: keys.filter((key) => comparedKey.test(key)),
    town: fields.city ?? '',
    employers: experiences.map(({ organisation }) => organisation),
    schools: education.map(({ school }) => school),
    text: [
      ...(fields.summary ?? []).map(({ text }) => text),
      ...told(experiences),
      ...told(education),
      ...(fields.otherLines ?? []).map(({ text }) => text),
    ].join('\n'),
    mergedFrom: fields.mergedFrom ?? [],
  }
}
const comparedKey = /^(?:email|phone|link|birth|birthYear):/

/** Traits made ready for many comparisons. */
export interface Fingerprint {
  id: string
  units: readonly NameUnit[]
  emails: readonly string[]
  phones: readonly string[]
  links: readonly string[]
  births: readonly string[]
  birthYears: readonly string[]
  town: string
  employers: readonly string[]
  schools: readonly string[]
  sketch: Sketch | null
  mergedFrom: readonly string[]
}

/** How common things are in the workspace, as shares of its people in (0,1]. */
export interface Commonness {
  /** People in the workspace. */
  count: number
  name: (word: string) => number
  town: (town: string) => number
  employer: (employer: string) => number
  school: (school: string) => number
  /** How many people have a keyed hash. */
  holders: (key: string) => number
}

/** What is taken for granted before a workspace was counted. */
export const presumedCommonness: Commonness = {
  count: 0,
  name: presumedShare,
  town: () => 0.02,
  employer: () => 0.01,
  school: () => 0.02,
  holders: () => 2,
}

/** In a pool of this many or more, one new record in twenty is of somebody already there. */
const duplicateShare = 0.05
/** Small pools are judged like this one: nobody expects half of forty people to be there twice. */
const poolAtLeast = 2000

/** From these sums of evidence on, in bits: 99.6 %, 80 %, 1.5 %. */
const thresholds = { surely: 8, probably: 2, possibly: -6 }

/** Makes traits ready for comparing. */
export function toFingerprint(traits: PersonTraits): Fingerprint {
  const of = (domain: string) => traits.keys.filter((key) => key.startsWith(`${domain}:`))
  return {
    id: traits.id,
    units: nameUnits(traits.name),
    emails: of('email'),
    phones: of('phone'),
    links: of('link'),
    births: of('birth'),
    birthYears: of('birthYear'),
    town: townKey(traits.town),
    employers: distinct(traits.employers.map(organisationKey)),
    schools: distinct(traits.schools.map(organisationKey)),
    sketch: sketchText(traits.text),
    mergedFrom: traits.mergedFrom,
  }
}

const distinct = (words: readonly string[]): string[] => [...new Set(words)].filter((word) => word.length > 1)

const legalForms = /\b(?:sa|sas|sasu|sarl|eurl|snc|sci|scop|ltd|llc|inc|plc|gmbh|bv|srl|spa|spl|group|groupe|societe|ste|ets|etablissements|the|la|le|les|l|de|du|des|d|et|and)\b/g // prettier-ignore

/** An organisation as compared: folded, without its legal form and small words. */
export const organisationKey = (name: string): string =>
  fold(name)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(legalForms, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** A town as compared: 'Lyon 8e', 'Paris 11' and 'Lyon Cedex 03' are Lyon and Paris. */
export const townKey = (town: string): string =>
  fold(town)
    .replace(/\([^)]*\)|\d+(?:e|er|eme|th)?\b|\bcedex\b|\barrondissement\b/g, ' ')
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()

const meet = (a: readonly string[], b: readonly string[]): string[] => a.filter((one) => b.includes(one))
const bound = (low: number, bits: number, high: number): number => Math.max(low, Math.min(high, bits))

/**
 * Compares two people. Symmetric. `sameFile` when they hold one and the same file, which the traits do not know.
 */
export function compareFingerprints(
  a: Fingerprint,
  b: Fingerprint,
  commonness: Commonness = presumedCommonness,
  sameFile = false,
): Likeness {
  const reasons: LikenessReason[] = []
  const doubts: LikenessDoubt[] = []
  let bits = Math.log2(duplicateShare / Math.max(poolAtLeast, commonness.count))

  const name = compareUnits(a.units, b.units, commonness.name)
  // Members of a household share its phone, its town, often an employer, and a name: they are told by the given name.
  const household = name.conflict === 'given' ? 0.35 : name.conflict === 'all' ? 0.75 : 1

  // Many couples have one address; a surname that was misread is likelier than two families with one.
  const couple = 0.5

  const byKey = (one: readonly string[], other: readonly string[], strength: number): number | null => {
    if (one.length === 0 || other.length === 0) return null
    const shared = meet(one, other)
    if (shared.length === 0) return 0
    // An address that many people have is an agency's or a school's.
    const fewest = Math.min(...shared.map((key) => Math.max(2, commonness.holders(key))))
    return Math.max(3, strength - 2 * Math.log2(fewest / 2) ** 2)
  }
  const way = (
    reason: 'email' | 'phone' | 'link',
    one: readonly string[],
    other: readonly string[],
    agree: number,
    differ: number,
  ) => {
    const found = byKey(one, other, agree)
    if (found === null) return
    if (found === 0) {
      bits += differ
      if (reason !== 'link') doubts.push(reason)
      return
    }
    reasons.push(reason)
    bits +=
      reason === 'phone' ? found * household : reason === 'email' && name.conflict === 'given' ? found * couple : found
  }
  if (sameFile) {
    reasons.push('file')
    bits += 24
  }
  way('email', a.emails, b.emails, 22, -0.8)
  way('phone', a.phones, b.phones, 18, -0.8)
  // One changed is usual; with neither the same and no page in common, less so.
  if (doubts.includes('email') && doubts.includes('phone')) bits -= 1
  way('link', a.links, b.links, 20, -1)
  if (meet(a.births, b.births).length > 0) {
    reasons.push('birthDate')
    // Twins share it, and no given name.
    bits += 14 * household
  } else if (a.birthYears.length > 0 && b.birthYears.length > 0) {
    if (meet(a.birthYears, b.birthYears).length > 0) {
      reasons.push('birthYear')
      bits += 5 * household
    } else {
      doubts.push('birthYear')
      bits -= 5
    }
  }
  bits += name.bits
  if (name.relation === 'same') reasons.push('sameName')
  else if (name.relation === 'near') reasons.push('name')
  else if (name.relation === 'conflict') doubts.push('name')

  const likeText = a.sketch && b.sketch ? likenessOfSketches(a.sketch, b.sketch) : 0
  // One template filled by two people has many words in common; the very same jobs in the very same words has nobody else.
  const textBits = likeText >= 0.75 ? 14 : likeText >= 0.45 ? 7 : 0
  if (textBits > 0) reasons.push('text')

  const employers = meet(a.employers, b.employers)
  const employerBits = employers.reduce((sum, one) => sum + bound(3, Math.log2(0.6 / commonness.employer(one)), 7), 0)
  const schools = meet(a.schools, b.schools)
  const schoolBits = schools.reduce((sum, one) => sum + bound(2, Math.log2(0.6 / commonness.school(one)), 5), 0)
  if (employers.length > 0) reasons.push(employers.length === 1 ? 'employer' : employers.length === 2 ? 'employers2' : 'employers3') // prettier-ignore
  if (schools.length > 0) reasons.push('school')
  // The same jobs are in the same words: what the text already said is not counted again.
  const careerBits = Math.min(12, employerBits) + Math.min(7, schoolBits)
  bits += Math.max(textBits, careerBits) + 0.25 * Math.min(textBits, careerBits)
  if (textBits === 0) {
    if (employers.length === 0 && a.employers.length > 1 && b.employers.length > 1) bits -= 1.5
    if (schools.length === 0 && a.schools.length > 0 && b.schools.length > 0) bits -= 0.5
  }
  if (a.town !== '' && b.town !== '') {
    if (a.town === b.town) {
      reasons.push('town')
      bits += bound(1, Math.log2(0.7 / commonness.town(a.town)), 4) * household
    } else bits -= 0.7
  }
  if (sameFile)
    return {
      likeness: probability(Math.max(bits, thresholds.surely)),
      class: 'file',
      reasons: inOrder(reasons),
      doubts,
    }
  return {
    likeness: probability(bits),
    class: classOf(bits, reasons, name.conflict !== ''),
    reasons: inOrder(reasons),
    doubts,
  }
}

const inOrder = (reasons: readonly LikenessReason[]): LikenessReason[] =>
  likenessReasons.filter((reason) => reasons.includes(reason))

const probability = (bits: number): number => 1 / (1 + 2 ** -bits)

function classOf(bits: number, reasons: readonly LikenessReason[], isOtherName: boolean): LikenessClass {
  // A town, a school or an employer alone is no reason to bring two people together.
  const isNamed = reasons.some((reason) => ['email', 'phone', 'link', 'birthDate', 'sameName', 'name', 'text'].includes(reason)) // prettier-ignore
  if (!isNamed) return 'unlike'
  // However rare a name and however small the town, somebody else may bear it there; and whoever bears another name is
  // asked about, not taken for granted.
  const isProved = reasons.some((reason) => ['email', 'phone', 'link', 'birthDate', 'text', 'employers2', 'employers3'].includes(reason)) // prettier-ignore
  if (bits >= thresholds.surely && isProved && !isOtherName) return 'surely'
  if (bits >= thresholds.probably) return 'probably'
  return bits >= thresholds.possibly ? 'possibly' : 'unlike'
}

/** True for a pair that a person should be asked about. */
export const isWorthAsking = ({ class: found }: Pick<Likeness, 'class'>): boolean =>
  found === 'file' || found === 'surely' || found === 'probably'
