import type { Candidate } from '../model/candidate.ts'
import type { About, Provenance } from '../model/record.ts'
import type { CandidateChange, StoredCandidate } from './records.ts'

/** Lists of a candidate whose elements change one by one. */
export type ElementList = 'experiences' | 'education' | 'skills' | 'languages' | 'licences'

/** The changes that put `patch` on a candidate: only what differs, vouched for by `by`. */
export function fieldChanges(record: StoredCandidate, patch: Partial<Candidate>, by: Provenance): CandidateChange[] {
  return Object.entries(patch).flatMap(([path, value]) =>
    isSame(record.fields[path as keyof Candidate], value) ? [] : [{ path, value, about: { '': by } }],
  )
}

/**
 * The change that sets one element: the parts that differ are vouched for by `by`, the others keep who said them.
 * Null when nothing differs.
 */
export function elementChange(
  record: StoredCandidate,
  list: ElementList,
  id: string,
  value: Record<string, unknown>,
  by: Provenance,
): CandidateChange | null {
  const before = (record.fields[list] as Record<string, Record<string, unknown>>)[id]
  const about: About = {}
  const prefix = `${list}/${id}`
  for (const [at, provenance] of Object.entries(record.about)) {
    if (at === prefix) about[''] = provenance
    else if (at.startsWith(`${prefix}/`)) about[at.slice(prefix.length + 1)] = provenance
  }
  let differs = before === undefined
  for (const [part, next] of Object.entries(value)) {
    if (isSame(before?.[part], next)) continue
    differs = true
    if (part !== 'order') about[part] = by
  }
  return differs ? { path: prefix, value: { ...before, ...value }, about } : null
}

/** The `order` that puts a new element after all others. */
export const lastOrder = (elements: Record<string, { order: number }>): number =>
  Math.max(0, ...Object.values(elements).map(({ order }) => order + 1))

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** A phone as it is stored, E.164 where its country can be told: '06 78 41 22 09' in France is '+33678412209'. */
export function storedPhone(typed: string, country: string): string {
  const digits = typed.replace(/[^\d+]/g, '').replace(/^00/, '+')
  if (digits.startsWith('+')) return digits.replace(/^(\+33|\+212)0/, '$1')
  const prefix = country === 'MA' ? '+212' : country === 'FR' || country === '' ? '+33' : ''
  return prefix !== '' && /^0\d{9}$/.test(digits) ? `${prefix}${digits.slice(1)}` : digits
}

/** A month as typed ('03/2019', '2019-3', '2019') as it is stored; null when it is none. */
export function storedMonth(typed: string): string | null {
  const text = typed.trim()
  if (text === '') return ''
  const match = /^(?:(\d{1,2})[/.\- ])?(\d{4})$/.exec(text) ?? /^(\d{4})-(\d{1,2})$/.exec(text)
  if (!match) return null
  const [year, month] = match[1]?.length === 4 ? [match[1], match[2]] : [match[2]!, match[1]]
  if (month === undefined) return year
  const number = Number(month)
  return number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, '0')}` : null
}
