import { fold } from '../kit/fold.ts'
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

/** The address of a page about a person as compared: host and path, without scheme, `www.`, query and last slash. */
export function comparableLink(link: string): string {
  const bare = fold(link.trim())
    .replace(/^https?:\/\//, '')
    .replace(/^(?:www|[a-z]{2})\.(?=linkedin\.com)|^www\./, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
  // A host alone is a company's page, or the front of a network.
  return /^[^\s/]+\.[a-z]{2,}\/\S+$/.test(bare) ? bare.replace(/^(linkedin\.com\/in\/[^/]+).*$/, '$1') : ''
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
        if (link.startsWith('tel:')) return secret('phone', comparablePhone(link.slice('tel:'.length)))
        return secret('link', comparableLink(link))
      })
    case 'candidate.birthDate': {
      const year = /^(?:19|20)\d{2}(?=$|-)/.exec(typeof value === 'string' ? value : '')?.[0]
      const day = /^\d{4}-\d{2}-\d{2}$/.exec(typeof value === 'string' ? value : '')?.[0]
      return [...secret('birthYear', year), ...secret('birth', day)]
    }
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
    case 'erasure.hashes':
      return (Array.isArray(value) ? value : []).flatMap((hash: unknown) => plain('guard', hash))
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
