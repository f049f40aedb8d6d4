import type { Candidate } from './candidate.ts'
import type { About } from './record.ts'

/** When a person can start. `assumed` when nobody said so (M033). */
export type Availability = { assumed: boolean } & (
  | { kind: 'now' }
  /** `YYYY-MM-DD`, after today. */
  | { kind: 'date'; date: string }
  | { kind: 'notice'; days: number }
  | { kind: 'unknown' }
)

type Said = Pick<Candidate, 'availableFrom' | 'noticeDays' | 'situation'>

/** Availability as of `today` (`YYYY-MM-DD`): a date that has come is now, so that it does not rot (M038). */
export function availabilityOf(
  { availableFrom, noticeDays, situation }: Said,
  about: About,
  today: string,
): Availability {
  const isAssumed = (path: string) => about[path]?.by === 'assumed'
  if (availableFrom !== '') {
    const assumed = isAssumed('availableFrom')
    return availableFrom <= today ? { kind: 'now', assumed } : { kind: 'date', date: availableFrom, assumed }
  }
  const assumed = isAssumed('noticeDays')
  // What someone said of the situation outweighs a notice that nobody spoke of.
  if (situation === 'available' && (noticeDays === null || assumed))
    return { kind: 'now', assumed: isAssumed('situation') }
  if (noticeDays === 0) return { kind: 'now', assumed }
  if (noticeDays !== null) return { kind: 'notice', days: noticeDays, assumed }
  return { kind: 'unknown', assumed: false }
}

const dayMs = 86_400_000

/** Days from `today` until the person can start; null when unknown. */
export function daysUntilAvailable(availability: Availability, today: string): number | null {
  switch (availability.kind) {
    case 'now':
      return 0
    case 'date':
      return Math.max(0, Math.round((Date.parse(availability.date) - Date.parse(today)) / dayMs))
    case 'notice':
      return availability.days
    case 'unknown':
      return null
  }
}
