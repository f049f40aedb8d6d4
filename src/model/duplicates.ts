import { fold } from '../kit/fold.ts'
import { comparableEmail, comparablePhone } from './lookup.ts'

/** What two records are compared by. */
export interface Identity {
  fullName: string
  email: string
  phone: string
  /** Second addresses and numbers, as `mailto:` and `tel:`; other links are not compared. */
  links?: readonly string[]
}

export const likenessReasons = ['email', 'phone', 'name'] as const
export type LikenessReason = (typeof likenessReasons)[number]

/** How much two records look like one person, in [0,1], and why; no reason means nothing to compare. */
export interface Likeness {
  likeness: number
  reasons: LikenessReason[]
}

/** From this likeness on, two names are called close. */
const closeName = 0.8

/** What each agreement proves alone: an e-mail is one person's, a phone may be a household's, names have homonyms. */
const proof = { email: 0.95, phone: 0.8, name: 0.75 }
/** What each disagreement leaves: people change address and number more easily than name. */
const doubt = { email: 0.95, phone: 0.9, name: 0.6 }

/** Compares two identities. Symmetric; a named person who can be reached is entirely like themselves. */
export function compareIdentities(a: Identity, b: Identity): Likeness {
  const bothNamed = nameWords(a.fullName).length > 0 && nameWords(b.fullName).length > 0
  const names = bothNamed ? compareNames(a.fullName, b.fullName) : 0
  const reasons: LikenessReason[] = []
  let unproved = 1
  let kept = 1
  const weigh = (reason: LikenessReason, agree: boolean, disagree: boolean, strength: number) => {
    if (agree) {
      reasons.push(reason)
      unproved *= 1 - proof[reason] * strength
    } else if (disagree) kept *= doubt[reason]
  }
  for (const [reason, reach] of [
    ['email', emailsOf],
    ['phone', phonesOf],
  ] as const) {
    const [one, other] = [reach(a), reach(b)]
    const agree = [...one].some((word) => other.has(word))
    weigh(reason, agree, !agree && one.size > 0 && other.size > 0, 1)
  }
  weigh('name', names >= closeName, bothNamed && names < 0.5, names)
  if (reasons.length === 0) return { likeness: 0, reasons }
  const certain = names === 1 && reasons.length > 1 && kept === 1
  return { likeness: certain ? 1 : kept * (1 - unproved), reasons }
}

const emailsOf = ({ email, links = [] }: Identity): Set<string> =>
  without('', [comparableEmail(email), ...withScheme('mailto:', links).map(comparableEmail)])
const phonesOf = ({ phone, links = [] }: Identity): Set<string> =>
  without('', [comparablePhone(phone), ...withScheme('tel:', links).map(comparablePhone)])
const withScheme = (scheme: string, links: readonly string[]): string[] =>
  links.filter((link) => link.startsWith(scheme)).map((link) => link.slice(scheme.length))
const without = (word: string, all: readonly string[]): Set<string> => new Set(all.filter((one) => one !== word))

/** Words of names that come and go from one document to the next. */
const particles = new Set(['de', 'da', 'do', 'dos', 'du', 'des', 'la', 'le', 'les', 'el', 'al', 'van', 'von', 'der', 'di', 'del', 'ben', 'bin', 'ep', 'nee', 'mme', 'mr', 'mrs', 'ms']) // prettier-ignore

/**
 * Likeness of two names in [0,1]: accents, capitals and order do not count; compound names may lose a part; spellings
 * of one sound (Mohamed, Mohammed), one typing slip and initials are near. Symmetric, 1 for a name and itself.
 */
export function compareNames(a: string, b: string): number {
  const left = nameWords(a)
  const right = nameWords(b)
  if (left.length === 0 || right.length === 0) return 0
  if ([...left].sort().join('') === [...right].sort().join('')) return 1
  if ([left.join(''), right.join('')].every((word, _, all) => word === all[0])) return 1
  const [few, many] = left.length <= right.length ? [left, right] : [right, left]
  const matched = bestMatching(few, many)
  const whole = (2 * matched) / (few.length + many.length)
  // One word alone ('Martin') is in too many names to say much.
  if (few.length === 1 && many.length > 1) return whole * 0.75
  const contained = matched / few.length
  return 0.65 * contained + 0.35 * whole
}

function nameWords(name: string): string[] {
  const all = fold(name)
    .replaceAll("'", '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const telling = all.filter((word) => !particles.has(word))
  return (telling.length > 0 ? telling : all).slice(0, 8)
}

/** The greatest sum of word likenesses when each word is used once. At most 8 words on a side, so all ways are tried. */
function bestMatching(few: readonly string[], many: readonly string[]): number {
  let best = new Map<number, number>([[0, 0]])
  for (const word of few) {
    const next = new Map<number, number>(best)
    for (const [used, sum] of best) {
      for (const [index, other] of many.entries()) {
        if (used & (1 << index)) continue
        const likeness = compareWords(word, other)
        if (likeness === 0) continue
        const key = used | (1 << index)
        next.set(key, Math.max(next.get(key) ?? 0, sum + likeness))
      }
    }
    best = next
  }
  return Math.max(...best.values())
}

function compareWords(a: string, b: string): number {
  if (a === b) return 1
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 0.75 : 0
  if (sound(a) === sound(b)) return 0.95
  if (Math.min(a.length, b.length) >= 5 && isOneSlip(a, b)) return 0.85
  return 0
}

/** One spelling for what is heard alike: doubled letters once, ph as f, ou as u, y as i, no silent h. */
const sound = (word: string): string =>
  word
    .replace(/ph/g, 'f')
    .replace(/ou|oo|w/g, 'u')
    .replace(/y|ee/g, 'i')
    .replace(/c?k|c(?=[aou])|qu/g, 'k')
    .replace(/h/g, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/[ae](?=.)/g, 'a')

/** True when one letter was added, dropped, changed, or two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
}
