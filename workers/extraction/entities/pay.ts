import { foldWithMap } from '../../../src/kit/fold.ts'
import type { SalaryPeriod } from '../../../src/model/candidate.ts'
import type { CvReading } from '../../../src/model/reading.ts'
import type { Line } from '../layout/page.ts'
import { pieceOf, readOf, type PageSizes } from '../layout/reads.ts'

// The words that make an amount a wish; without them an amount is a turnover, a budget, or what was once earned.
const asked =
  /\b(?:pretentions?(?: salariales?)?|(?:salaire|remuneration) (?:souhaite\w*|vise\w*|attendue?|espere\w*|desire\w*)|(?:expected|desired|target) (?:salary|pay|rate|compensation|wage)|salary (?:expectations?|sought|expected)|expectations? salariales?|tjm(?: souhaite)?|day rate|tarif journalier)\b\s*[:=-]?\s*/
const amount = /(?<![\d.,])(\d{1,3}(?:[\s.,]\d{3})+|\d{1,6}(?:[.,]\d{1,2})?)\s?(k)?/g
const currencies: [RegExp, string][] = [
  [/€|\beur(?:os?)?\b/, 'EUR'],
  [/£|\bgbp\b/, 'GBP'],
  [/\b(?:cad)\b|\bc\$/, 'CAD'],
  [/\bchf\b|\bfrs?\b/, 'CHF'],
  [/\b(?:mad|dhs?|dirhams?)\b/, 'MAD'],
  [/\$|\busd\b/, 'USD'],
]
const periods: [RegExp, SalaryPeriod][] = [
  [/\b(?:tjm|day rate|tarif journalier)\b|(?:\/\s?|\bpar |\bper |\ba )(?:j\b|jour|day)/, 'day'],
  [/(?:\/\s?|\bpar |\bper |\bde l'|\ban )(?:h\b|heure|hour)|\bhoraire\b|\bhourly\b/, 'hour'],
  [/(?:\/\s?|\bpar |\bper |\ba )(?:mois|month)|\bmensuel|\bmonthly\b/, 'month'],
  [/(?:\/\s?|\bpar |\bper |\ba )(?:an\b|annee|year)|\bannuel|\byearly\b|\bannual|\bp\.?a\.?\b/, 'year'],
]

/** The pay a line asks for, multiplied out ('35 K€' is 35000); `before` is the line above, which may hold the label. Null when none is asked for. */
export function findPay(line: Line, before: Line | undefined, sizes: PageSizes): CvReading['pay'] {
  const { folded, at } = foldWithMap(line.text)
  const own = asked.exec(folded)
  const above = before && before.text.length < 45 ? asked.exec(foldWithMap(before.text).folded) : null
  if (!own && !(above && line.text.length < 60)) return null
  const from = own ? own.index + own[0].length : 0
  const words = folded.slice(own?.index ?? 0)
  const found = [...folded.slice(from).matchAll(amount)].map((match) => ({
    index: from + match.index,
    length: match[0].length,
    value: numberOf(match[1]!),
    thousands: match[2] !== undefined,
  }))
  const [first, second] = found
  if (!first) return null
  const isRange =
    second !== undefined &&
    /^\s?(?:€|£|\$|eur\w*|dhs?)?\s?(?:-|–|—|a|to|et|and|\/)\s?(?:£|\$)?\s?$/.test(
      folded.slice(first.index + first.length, second.index),
    )
  const thousands = first.thousands || (isRange && second.thousands)
  const min = first.value * (thousands ? 1000 : 1)
  const max = isRange ? second.value * (thousands ? 1000 : 1) : null
  const sameWords = above ? `${foldWithMap(before!.text).folded} ${words}` : words
  const currency = currencies.find(([pattern]) => pattern.test(words))?.[1] ?? ''
  const said = periods.find(([pattern]) => pattern.test(sameWords))?.[1]
  const period = said ?? (min >= 12_000 ? 'year' : min >= 800 ? 'month' : min >= 100 ? 'day' : 'hour')
  if (min <= 0 || min > 2_000_000 || (max !== null && (max < min || max > 10 * min))) return null
  // A bare number without currency or thousands may be anything.
  if (currency === '' && !thousands) return null
  const end = isRange ? second.index + second.length : first.index + first.length
  const piece = pieceOf(line, at[first.index] ?? 0, at[end] ?? line.text.length)
  return readOf(piece, { min, max, currency, period }, said ? 0.88 : 0.72, sizes)
}

function numberOf(text: string): number {
  const grouped = /^\d{1,3}(?:[\s.,]\d{3})+$/.test(text)
  return Number(grouped ? text.replace(/[\s.,]/g, '') : text.replace(',', '.'))
}
