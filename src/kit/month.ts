/** A month as `YYYY-MM`, a year as `YYYY`, `present`, or '' when unknown. */
export type MonthText = string

/** Months since year 0, or null when `text` names no month; a bare year counts as its January (`end`: December). */
export function monthIndex(text: MonthText, edge: 'start' | 'end' = 'start'): number | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-\d{2})?$/.exec(text)
  if (!match) return null
  const month = match[2] ? Number(match[2]) : edge === 'start' ? 1 : 12
  if (month < 1 || month > 12) return null
  return Number(match[1]) * 12 + month - 1
}

/** The inverse of `monthIndex`: `YYYY-MM`. */
export const indexToMonth = (index: number): MonthText =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`

/** Both ends included; `end` null or `present` means until `asOf`. Null when the start is unknown. */
export function monthSpan(start: MonthText, end: MonthText, asOf: MonthText): { from: number; to: number } | null {
  const from = monthIndex(start, 'start')
  const until = end === 'present' ? monthIndex(asOf, 'end') : monthIndex(end, 'end')
  if (from === null) return null
  if (until === null) return end === '' ? { from, to: monthIndex(start, 'end')! } : null
  const now = monthIndex(asOf, 'end')!
  const to = Math.min(until, now)
  return to >= from ? { from, to } : null
}

/** Months covered by the union of the spans, so that overlapping jobs count once (C17). */
export function monthsCovered(spans: readonly { from: number; to: number }[]): number {
  let total = 0
  let reached = -1
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const from = Math.max(span.from, reached + 1)
    if (span.to >= from) {
      total += span.to - from + 1
      reached = span.to
    }
  }
  return total
}
