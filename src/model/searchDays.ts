const dayMs = 86_400_000
const toDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** The day `YYYY-MM-DD` so many days later. */
export const addDays = (day: string, days: number): string => toDay(Date.parse(day) + days * dayMs)

/** Days of a span such as '30j', '2 weeks', '3 mois'; null when it is none. Months count thirty days. */
export function readSpan(text: string): number | null {
  const match = /^(\d{1,4})\s*(j|jours?|d|days?|s|sem|semaines?|w|weeks?|m|mois|months?)$/i.exec(text.trim())
  if (!match) return null
  const unit = match[2]!.toLowerCase()
  return Number(match[1]) * (/^(?:s|w)/.test(unit) ? 7 : unit.startsWith('m') ? 30 : 1)
}

/** First day of a date written '2026', '2026-01', '2026-01-15', '01/2026', '15/01/2026', and the day after its last. */
export function readDate(text: string): { start: string; after: string } | null {
  const match =
    /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text.trim()) ??
    swapped(/^(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})$/.exec(text.trim()))
  if (!match) return null
  const year = Number(match[1])
  const month = match[2] === undefined ? null : Number(match[2])
  const day = match[3] === undefined ? null : Number(match[3])
  if (year < 1900 || year > 2200) return null
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1)
  const read = new Date(first)
  if (read.getUTCMonth() !== (month ?? 1) - 1 || read.getUTCDate() !== (day ?? 1)) return null
  const after = month === null ? Date.UTC(year + 1, 0, 1) : day === null ? Date.UTC(year, month, 1) : first + dayMs
  return { start: toDay(first), after: toDay(after) }
}

const swapped = (match: RegExpExecArray | null): (string | undefined)[] | null =>
  match && [match[0], match[3], match[2], match[1]]
