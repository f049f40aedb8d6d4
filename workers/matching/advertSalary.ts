import type { AdvertReading } from '../../src/model/offer.ts'

type Fields = AdvertReading['fields']

const number = `(\\d{1,3}(?:[ .,'’]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?|\\d+€\\d{2})\\s*(k)?(?![\\d%])`
const money = `(?:€|eur(?:os?)?\\b|£|gbp\\b|mad\\b|dhs?\\b|dirhams?\\b|chf\\b|francs?\\b|fr\\.|usd\\b|cad\\b|us\\$|\\$|tnd\\b|(?:aed|sar|qar|pln|sek|nok|dkk|xaf)\\b|f ?cfa\\b|xof\\b)`
const basisWords = `(?:bruts?|nets?|gross|ht|hors taxes|before tax)`
const range = new RegExp(
  `(?:(${money})\\s*)?${number}\\s*(${money})?(?:\\.-)?\\s*(?:(?:${basisWords}|euros?)?\\s*(?:a|et|to|and|-|–|—|/|jusqu'a|up to)\\s*(?:(${money})\\s*)?${number}\\s*(${money})?(?:\\.-)?)?`,
  'g',
)
const payContext =
  /salair\w*|remun\w*|salary|\bpay\b|wage|package|\bfixe\b|\btjm\b|\btarif\b|compensation|\brate\b|gratification|taux horaire|indemnite mensuelle|budget|\bcaisse\b/
/** What is paid besides, or is no pay at all. */
const besides =
  /titres?[- ]rest|ticket|prime|bonus|mutuelle|panier|voucher|cheques?|chiffre d'affaires|turnover|revenue|capital|budget|deplacement|transport|allowance|equipment|office|pension|contribution|avantage|commission|variable|levee|raised|clients?|funding/

const perHour =
  /^\W{0,3}(?:bruts?|nets?|gross|ht)?\W{0,3}(?:(?:\/|par|per|an?|de l'|l'|the|p\.?|p\/)\s*)?(?:heures?|hours?|h\b|hr\b|hrs\b|horaires?|hourly|ph\b)/
const perDay =
  /^\W{0,3}(?:bruts?|nets?|gross|ht)?\W{0,3}(?:(?:\/|par|per|an?|p\.?)\s*)?(?:jours?\b|j\b|day|daily|journaliers?)/
const perMonth =
  /^\W{0,3}(?:bruts?|nets?|gross)?\W{0,3}(?:(?:\/|par|per|an?|p\.?)\s*)?(?:mois|month|mensuels?|monthly|pm\b)/
const perYear =
  /^\W{0,3}(?:bruts?|nets?|gross)?\W{0,3}(?:(?:\/|par|per|an?|p\.?)\s*)?(?:ans?\b|annees?|years?|annum|annuels?|annually|yearly|pa\b)/
const periods = [
  [perHour, 'hour'],
  [perDay, 'day'],
  [perMonth, 'month'],
  [perYear, 'year'],
] as const

const toNumber = (said: string, thousands: boolean): number => {
  const cents = /^\d+€\d{2}$/.test(said) ? said.replace('€', '.') : said
  const grouped = /^\d{1,3}(?:[ .,'’]\d{3})+(?:[.,]\d{1,2})?$/.test(cents)
    ? cents.replaceAll(/[ .,'’](?=\d{3}(?!\d))/g, '').replace(',', '.')
    : cents.replace(',', '.')
  return Number(grouped) * (thousands ? 1000 : 1)
}

function currencyOf(unit: string, folded: string): string {
  if (/£|gbp/.test(unit)) return 'GBP'
  if (/mad|dh|dirham/.test(unit)) return 'MAD'
  if (/chf|franc|fr\./.test(unit)) return 'CHF'
  if (/cad/.test(unit)) return 'CAD'
  if (/tnd/.test(unit)) return 'TND'
  if (/^(?:aed|sar|qar|pln|sek|nok|dkk|xaf)$/.test(unit)) return unit.toUpperCase()
  if (/cfa|xof/.test(unit)) return 'XOF'
  if (/\$|usd/.test(unit))
    return /\bquebec\b|\bqc\b|\bmontreal\b|\bontario\b|\bcanada\b|\btoronto\b|\bassurance collective\b|\breer\b/.test(
      folded,
    )
      ? 'CAD'
      : 'USD'
  return 'EUR'
}

interface Pay {
  start: number
  end: number
  min: number | null
  max: number | null
  unit: string
  period: 'hour' | 'day' | 'month' | 'year'
  isPeriodSaid: boolean
  worth: number
}

/** Pay: range, currency, period, gross or net, salaries a year. `folded` is the view, folded, of the same length. */
export function readSalary(folded: string, fields: Fields): void {
  const plain = folded.replaceAll(/['’](?=s\b)/g, "'")
  let best: Pay | null = null
  for (const match of plain.matchAll(range)) {
    const pay = payAt(plain, match)
    if (pay && (!best || pay.worth > best.worth)) best = pay
  }
  if (!best) return readMinimumWage(plain, fields)
  const { start, end, min, max, unit, period, isPeriodSaid, worth } = best
  const confidence = worth >= 3 ? 0.9 : worth >= 2 ? 0.8 : 0.65
  const at = { start, end }
  if (min !== null) fields.salaryMin = { value: min, ...at, confidence }
  if (max !== null) fields.salaryMax = { value: max, ...at, confidence }
  fields.salaryCurrency = { value: currencyOf(unit, plain), ...at, confidence: unit === '' ? 0.6 : confidence }
  fields.salaryPeriod = { value: period, ...at, confidence: isPeriodSaid ? confidence : 0.65 }
  const from = Math.max(0, plain.lastIndexOf('\n', start) + 1, start - 60)
  const stop = plain.indexOf('\n', end)
  const near = plain.slice(from, Math.min(stop < 0 ? plain.length : stop, end + 60))
  const basis = /\b(?:(bruts?|gross|before tax)|nets?(?! promoter)|take[- ]home)\b/.exec(near)
  if (basis && !/\d\s*%\s*$/.test(near.slice(0, basis.index)))
    fields.salaryBasis = {
      value: basis[1] ? 'gross' : 'net',
      start: from + basis.index,
      end: from + basis.index + basis[0].length,
      confidence: 0.9,
    }
  const months =
    /\bsur (\d{2})(?:[.,](\d))? ?mois\b|\bx ?(1[2-5]) ?(?:mois|months)?\b|\b(1[345])(?:e|eme|th)? ?(?:mois|month)\b|\b(treizieme|thirteenth) (?:mois|salaire|month|salary)\b/.exec(
      plain.slice(start, end + 160),
    )
  const count = months
    ? months[5]
      ? 13
      : Number(months[1] ?? months[3] ?? months[4]) + Number(months[2] ?? 0) / 10
    : 12
  const isBesides = months && (months[4] !== undefined || months[5] !== undefined)
  if (months && count > 12 && !isBesides)
    fields.salaryMonths = {
      value: count,
      start: start + months.index,
      end: start + months.index + months[0].length,
      confidence: 0.85,
    }
}

function payAt(plain: string, match: RegExpMatchArray): Pay | null {
  const at = match.index!
  if (/[\d.,]$/.test(plain.slice(Math.max(0, at - 1), at))) return null
  const unit = match[1] ?? match[4] ?? match[5] ?? match[8] ?? (/€\d{2}/.test(match[2]!) ? '€' : '')
  const thousands = Boolean(match[3] ?? match[7])
  const lineStart = plain.lastIndexOf('\n', at) + 1
  const context = plain.slice(Math.max(lineStart, at - 45), at)
  const isNear = payContext.test(context)
  if (unit === '' && !thousands) return null
  if (
    unit === '' &&
    !isNear &&
    !/^\W{0,4}(?:brut|net|gross|per|par|\/|annuel|selon|€|eur)/.test(plain.slice(at + match[0].length))
  )
    return null
  const first = toNumber(match[2]!, thousands)
  const second = match[6] === undefined ? null : toNumber(match[6], thousands)
  const trimmed = match[0].trimEnd()
  const end = at + trimmed.length
  const after = plain.slice(end, end + 45).split('\n')[0]!
  if (/^\s*(?:millions?|m\b|mds?|milliards?|bn\b|ca\b|de chiffre|\+? ?(?:shops|clients|people|salaries))/.test(after))
    return null
  if (/^\s*%/.test(after) || (first < 3 && !thousands) || (second !== null && second < first)) return null
  const aside = context.split(/[,;.(+]\s/).at(-1)!
  if (besides.test(aside) && !payContext.test(aside.replace(/budget/, ''))) return null
  let period: Pay['period'] | null = null
  const before = plain.slice(Math.max(lineStart, at - 45), at)
  for (const [pattern, name] of periods) if (pattern.test(after)) period ??= name
  // 'Mensuel de 2300 Euros', 'Salaire annuel brut : CHF 62'000', 'MAD 7,000 to 9,000' under 'Monthly salary'.
  if (!period) {
    if (/\btjm\b|\bday rate\b|journalier/.test(before)) period = 'day'
    else if (/\bmensuel|\bmonthly|par mois/.test(before)) period = 'month'
    else if (/\bannuel|\bannual|\byearly|par an\b/.test(before)) period = 'year'
    else if (/\bhoraire|\bhourly/.test(before) && first < 200) period = 'hour'
  }
  if (!period) {
    const later =
      /\b(?:par|per|\/|a)\s*(heure|hour|hr|jour|day|mois|month|an|annum|year)\b|\b(mensuels?|annuels?|monthly|annually|hourly|de l'heure)\b/.exec(
        after,
      )
    const word = later?.[1] ?? later?.[2] ?? ''
    period = /^(?:heure|hour|hr|de l)/.test(word)
      ? 'hour'
      : /^(?:jour|day)/.test(word)
        ? 'day'
        : /^(?:m)/.test(word)
          ? 'month'
          : /^(?:an|year)/.test(word)
            ? 'year'
            : null
  }
  const isPeriodSaid = period !== null
  const top = second ?? first
  if (!isPeriodSaid && !isNear && top < 1000 && !thousands && !(top < 100 && /brut|net|gross/.test(after))) return null
  const isOpen =
    second === null && /(?:a partir de|des|from|starting at|minimum|au moins)\s*$/.test(context.trimEnd() + ' ')
  const opened = second === null && (isOpen || /\b(?:a partir de|from|starting at)\s*$/.test(context))
  const start = at + match[0].search(/\S/)
  return {
    start,
    end,
    min: second === null && /\b(?:up to|jusqu'a|maximum|max)\s*$/.test(context) ? null : first,
    max: opened ? null : top,
    unit,
    period:
      period ??
      (top < 100
        ? 'hour'
        : top < 700
          ? 'day'
          : top < 15000 || (/mad|dh|dirham/.test(unit) && top < 60000)
            ? 'month'
            : 'year'),
    isPeriodSaid,
    worth:
      (isNear ? 2 : 0) +
      (isPeriodSaid ? 1.5 : 0) +
      (thousands && unit !== '' ? 1.5 : 0) +
      (second === null ? 0 : 0.7) +
      (besides.test(after) && /^\s*(?:de )?(?:prime|bonus|panier)/.test(after) ? -2 : 0),
  }
}

/** 'SMIC horaire': the pay is known by name; its amount changes by law and is left to the reader. */
function readMinimumWage(plain: string, fields: Fields): void {
  const smic = /(?<!% du |% of )\bsmic\b(?: (horaire|mensuel))?|\b(?:national )?(?:minimum|living) wage\b/.exec(plain)
  if (!smic || /%\s*(?:du|of(?: the)?)\s*$/.test(plain.slice(Math.max(0, smic.index - 12), smic.index))) return
  const at = { start: smic.index, end: smic.index + smic[0].length, confidence: 0.65 }
  const isSmic = smic[0].startsWith('smic')
  fields.salaryPeriod = { value: smic[1] === 'mensuel' ? 'month' : 'hour', ...at }
  fields.salaryCurrency = { value: isSmic ? 'EUR' : 'GBP', ...at }
}
