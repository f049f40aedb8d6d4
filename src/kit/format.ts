/** The two languages of the screens; Arabic comes with its catalogues. */
export type Locale = 'fr' | 'en'

const tagOf: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' }

/** French Intl sets thousands with U+202F, which many fonts and e-mail clients draw as a box. */
function withPlainSpaces(text: string): string {
  return text.replaceAll('\u202F', '\u00A0').replaceAll('-', '\u2212')
}

const numberFormats = new Map<string, Intl.NumberFormat>()
function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options)
  let format = numberFormats.get(key)
  if (format === undefined) {
    format = new Intl.NumberFormat(tagOf[locale], options)
    numberFormats.set(key, format)
  }
  return format
}

/** One maker for each language, made on first use: making one takes a hundred times as long as using it. */
function perLocale<T>(make: (tag: string) => T): (locale: Locale) => T {
  const made = new Map<Locale, T>()
  return (locale) => {
    let found = made.get(locale)
    if (found === undefined) {
      found = make(tagOf[locale])
      made.set(locale, found)
    }
    return found
  }
}
const pluralRules = perLocale((tag) => new Intl.PluralRules(tag))
const listFormat = perLocale((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }))
const daysFormat = perLocale((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }))

const dateFormats = new Map<string, Intl.DateTimeFormat>()
function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  let format = dateFormats.get(key)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(tagOf[locale], options)
    dateFormats.set(key, format)
  }
  return format
}

/** 1284 -> '1 284' (U+00A0) or '1,284'; `decimals` are always shown when given. */
export function formatNumber(locale: Locale, value: number, decimals = 0): string {
  return withPlainSpaces(
    numberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(value),
  )
}

/** Points with their sign: 14.2 -> '+14,2', -3.2 -> '−3,2' (U+2212), 0 -> '0,0'. */
export function formatSigned(locale: Locale, value: number, decimals = 1): string {
  return withPlainSpaces(
    numberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay: 'exceptZero',
    }).format(value),
  )
}

/** A share between 0 and 1: 0.86 -> '86 %' or '86%'. */
export function formatPercent(locale: Locale, share: number, decimals = 0): string {
  return withPlainSpaces(
    numberFormat(locale, {
      style: 'percent',
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(share),
  )
}

/** An amount of money: 12.9, 'EUR' -> '12,90 €'; whole amounts lose their zeros unless `cents`. */
export function formatMoney(
  locale: Locale,
  amount: number,
  currency: string,
  cents = !Number.isInteger(amount),
): string {
  const digits = cents ? 2 : 0
  return withPlainSpaces(
    numberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(amount),
  )
}

/** A file's size in the units people see on their disks (1 Ko = 1000 octets): '214 Ko', '1,4 MB'. */
export function formatBytes(locale: Locale, sizeBytes: number): string {
  const units = locale === 'fr' ? ['o', 'Ko', 'Mo', 'Go', 'To'] : ['B', 'KB', 'MB', 'GB', 'TB']
  let value = Math.max(0, sizeBytes)
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  const decimals = unit >= 2 && value < 10 && Math.round(value * 10) % 10 !== 0 ? 1 : 0
  return `${formatNumber(locale, value, decimals)}\u00A0${units[unit] ?? ''}`
}

type Moment = number | Date

/** '21 nov. 2026' or '21 Nov 2026'. Takes epoch milliseconds or a Date; a day without hour is `formatDay`. */
export function formatDate(locale: Locale, moment: Moment, timeZone?: string): string {
  return dateFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone })
    .format(moment)
    .replaceAll('\u202F', '\u00A0')
    .replace('Sept ', 'Sep ')
}

/** A calendar day 'YYYY-MM-DD', the same on every clock: '21 nov. 2026'. */
export function formatDay(locale: Locale, day: string): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return formatDate(locale, Date.UTC(year, month - 1, date), 'UTC')
}

/** '16 h 20' or '16:20', on the reader's clock. */
export function formatHour(locale: Locale, moment: Moment, timeZone?: string): string {
  const parts = dateFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).formatToParts(moment)
  const hour = parts.find((part) => part.type === 'hour')?.value ?? '00'
  const minute = parts.find((part) => part.type === 'minute')?.value ?? '00'
  return locale === 'fr' ? `${Number(hour)}\u00A0h\u00A0${minute}` : `${hour}:${minute}`
}

/** A month 'YYYY-MM' (or a year 'YYYY'): 'juil. 2022', 'Jul 2022', '2022'. */
export function formatMonth(locale: Locale, month: string): string {
  const [year = 1970, number] = month.split('-').map(Number)
  if (number === undefined || Number.isNaN(number)) return String(year)
  return dateFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' })
    .format(Date.UTC(year, number - 1, 1))
    .replaceAll('\u202F', '\u00A0')
    .replace('Sept ', 'Sep ')
}

/**
 * A stretch of months: 'juil. 2022 à ce jour', 'sept. 2019 à mars 2021', 'mars 2015'.
 * `end` 'present' or null means it still goes on, '' or undefined that nobody said.
 */
export function formatMonthRange(
  locale: Locale,
  start: string | null | undefined,
  end: string | null | undefined,
): string {
  const to = locale === 'fr' ? 'à' : 'to'
  const now = locale === 'fr' ? 'à ce jour' : 'to now'
  if (!start) {
    if (!end) return ''
    return `${locale === 'fr' ? 'jusqu’en' : 'until'} ${formatMonth(locale, end)}`
  }
  const from = formatMonth(locale, start)
  if (end === null || end === 'present') return `${from} ${now}`
  if (end === undefined || end === start) return from
  return `${from} ${to} ${formatMonth(locale, end)}`
}

/** Months as people say them: 5 -> '5 mois', 14 -> '1 an', 74 -> '6 ans'. */
export function formatMonths(locale: Locale, months: number): string {
  if (months < 12) {
    const unit = locale === 'fr' ? 'mois' : plural(locale, months, { one: 'month', other: 'months' })
    return `${formatNumber(locale, months)}\u00A0${unit}`
  }
  const years = Math.floor(months / 12)
  const unit = plural(locale, years, locale === 'fr' ? { one: 'an', other: 'ans' } : { one: 'year', other: 'years' })
  return `${formatNumber(locale, years)}\u00A0${unit}`
}

const dayMs = 86_400_000
function localDayNumber(moment: Moment): number {
  const date = new Date(moment)
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / dayMs)
}

/** How far a day is: 'aujourd’hui', 'hier', 'il y a 3 jours', then the plain date after a week. */
export function formatRelativeDay(locale: Locale, moment: Moment, now: Moment): string {
  const days = localDayNumber(moment) - localDayNumber(now)
  if (Math.abs(days) > 7) return formatDate(locale, moment)
  return daysFormat(locale).format(days, 'day').replaceAll('\u202F', '\u00A0').replaceAll("'", '’')
}

/** The form of a noun for a count: 0 is singular in French, plural in English. */
export function plural(locale: Locale, count: number, forms: { one: string; other: string }): string {
  return pluralRules(locale).select(count) === 'one' ? forms.one : forms.other
}

/** 'a, b et c' or 'a, b and c'. */
export function formatList(locale: Locale, items: readonly string[]): string {
  return listFormat(locale).format(items)
}
