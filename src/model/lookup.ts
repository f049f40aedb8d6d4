import { fold, words } from '../kit/fold.ts'
import type { Kind } from './record.ts'

/**
 * What a record can be found by. `secret` words are kept as a keyed hash only, so that duplicate search works on
 * sealed fields; the others name another record or a folded name.
 */
export interface Lookup {
  domain: string
  word: string
  secret: boolean
}

const plain = (domain: string, word: unknown): Lookup[] =>
  typeof word === 'string' && word !== '' ? [{ domain, word, secret: false }] : []
const secret = (domain: string, word: unknown): Lookup[] =>
  typeof word === 'string' && word !== '' ? [{ domain, word, secret: true }] : []

/** The e-mail as compared: folded, without the `+tag` that many providers ignore. */
export const comparableEmail = (email: string): string => fold(email.trim()).replace(/\+[^@]*@/, '@')

/** The phone as compared: its last nine digits, since the same number is written with and without its country. */
export const comparablePhone = (phone: string): string => {
  const digits = phone.replace(/\D/g, '')
  return digits.length >= 8 ? digits.slice(-9) : ''
}

/**
 * Blocking keys of a name: each pair of its words in order of the alphabet, consonants only and doubled letters once, so
 * that accents, order, and spellings such as Mohamed / Mohammed meet; and each pair with one word cut to its initial,
 * so that 'J. Martin' meets 'Jean Martin'. Never the full comparison, only who to compare.
 */
export function nameKeys(name: string): string[] {
  // An elision stands in one spelling and not in the other: N'Diaye, Ndiaye; d'Hautefeuille, Hautefeuille.
  const all = [...new Set([...words(name), ...words(fold(name).replaceAll("'", ''))])]
  const initials = [...new Set(all.filter((word) => word.length === 1))]
  const skeletons = [...new Set(all.filter((word) => word.length > 1).map(skeleton))].sort()
  const keys = new Set<string>()
  for (const [i, one] of skeletons.entries()) {
    for (const other of skeletons.slice(i + 1)) {
      keys.add(`${one} ${other}`)
      keys.add(`${one[0]}. ${other}`)
      keys.add(`${other[0]}. ${one}`)
    }
    for (const initial of initials) keys.add(`${initial}. ${one}`)
  }
  return keys.size > 0 ? [...keys] : skeletons
}

const skeleton = (word: string): string => {
  const plainWord = word
    .replace(/ph/g, 'f')
    .replace(/[ck]h?/g, 'k')
    .replace(/y/g, 'i')
  return (
    plainWord[0]! +
    plainWord
      .slice(1)
      .replace(/[aeiouh]/g, '')
      .replace(/(.)\1+/g, '$1')
  )
}

/** What the value at `path` of a record can be found by; `path` is a top-level field. */
export function lookupsOf(kind: Kind, path: string, value: unknown): Lookup[] {
  switch (`${kind}.${path}`) {
    case 'candidate.email':
      return typeof value === 'string' ? secret('email', comparableEmail(value)) : []
    case 'candidate.phone':
      return typeof value === 'string' ? secret('phone', comparablePhone(value)) : []
    // A second e-mail or phone, kept by a merge, stands among the links as `mailto:` or `tel:`.
    case 'candidate.links':
      return (Array.isArray(value) ? value : []).flatMap((link: unknown) => {
        if (typeof link !== 'string') return []
        if (link.startsWith('mailto:')) return secret('email', comparableEmail(link.slice('mailto:'.length)))
        return link.startsWith('tel:') ? secret('phone', comparablePhone(link.slice('tel:'.length))) : []
      })
    case 'candidate.fullName':
      return typeof value === 'string' ? nameKeys(value).map((word) => ({ domain: 'name', word, secret: false })) : []
    case 'application.offerId':
    case 'interaction.offerId':
    case 'document.offerId':
      return plain('offer', value)
    case 'application.candidateId':
    case 'interaction.candidateId':
    case 'document.candidateId':
    case 'importItem.candidateId':
      return plain('candidate', value)
    case 'document.contentKey':
    case 'importItem.contentKey':
      return plain('content', value)
    case 'document.blobId':
    case 'document.readingBlobId':
    case 'importItem.blobId':
    case 'importItem.coverBlobId':
      return plain('blob', value)
    case 'importItem.containerId':
      return plain('container', value)
    case 'importItem.state':
      return plain('state', value)
    case 'importItem.batchId':
      return plain('batch', value)
    default:
      return []
  }
}
