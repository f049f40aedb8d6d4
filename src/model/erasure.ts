import * as z from 'zod/mini'
import { fold } from '../kit/fold.ts'
import { comparableEmail, comparableLink, comparablePhone } from './lookup.ts'
import { list, text, withDefault } from './repair.ts'

/**
 * That a person was erased: what recognises them, should they come in again, as keyed hashes and nothing else. It goes
 * to every device of the workspace, and names nobody.
 */
export const erasureSchema = z.looseObject({
  /** Of the record that was erased. */
  recordId: text(),
  hashes: list(z.string()),
  /** ms. */
  at: withDefault(z.number(), () => 0),
  by: text(),
})
export type Erasure = z.infer<typeof erasureSchema>

/** What is known of someone, as far as it is. */
export interface KnownPerson {
  fullName?: string
  /** `1990-03-21`; a year alone recognises nobody. */
  birthDate?: string
  email?: string
  phone?: string
  links?: readonly string[]
  /** Keyed hashes of their files. */
  contentKeys?: readonly string[]
}

/** The words a person is recognised by, each enough by itself: a name only with the day of birth. */
export function recognisingWords({ fullName, birthDate, email, phone, links, contentKeys }: KnownPerson): string[] {
  const name = fold(fullName ?? '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .sort()
    .join(' ')
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(birthDate ?? '')
  const words = [
    ['email', email ? comparableEmail(email) : ''],
    ['phone', phone ? comparablePhone(phone) : ''],
    ['person', name !== '' && isDay ? `${name} ${birthDate}` : ''],
    ...(contentKeys ?? []).map((key) => ['content', key]),
    ...(links ?? []).map((link) => {
      if (link.startsWith('mailto:')) return ['email', comparableEmail(link.slice('mailto:'.length))]
      if (link.startsWith('tel:')) return ['phone', comparablePhone(link.slice('tel:'.length))]
      return ['link', comparableLink(link)]
    }),
  ]
  return [...new Set(words.filter(([, word]) => word !== '').map(([domain, word]) => `${domain}:${word}`))]
}
