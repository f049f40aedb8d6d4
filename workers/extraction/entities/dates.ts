import { foldWithMap } from '../../../src/kit/fold.ts'
import { remembered } from '../remembered.ts'
import { monthIndex, type MonthText } from '../../../src/kit/month.ts'

/** A stretch of time as a CV writes it: characters `from` to `to` of the text. */
export interface DateRange {
  start: MonthText
  /** A month, a year, `present`, or '' when only one date stands. */
  end: MonthText
  from: number
  to: number
  /** 'date-order' when another reading was possible, 'open-end' when the end is only implied. */
  doubt: '' | 'date-order' | 'open-end'
}

const monthNumbers: Record<string, number> = {}
for (const [index, names] of [
  'janvier janv january jan',
  'fevrier fevr fev february feb',
  'mars march mar',
  'avril avr april apr',
  'mai may',
  'juin june jun',
  'juillet juil july jul',
  'aout august aug',
  'septembre september sept sep',
  'octobre october oct',
  'novembre november nov',
  'decembre december dec',
].entries()) {
  for (const name of names.split(' ')) monthNumbers[name] = index + 1
}
const monthName = `(?:${Object.keys(monthNumbers)
  .sort((a, b) => b.length - a.length)
  .join('|')})`
// A season stands for its middle month; nothing in a CV says more.
const seasons: Record<string, number> = {
  printemps: 4,
  spring: 4,
  ete: 7,
  summer: 7,
  automne: 10,
  autumn: 10,
  fall: 10,
  hiver: 1,
  winter: 1,
}
const year = '(?:19[4-9]\\d|20[0-4]\\d)'
const nowWords =
  "(?:p ?resent(?:ement)?|current(?:ly)?|now|today|to date|till date|ongoing|aujourd ?'? ?hui|a ce jour|ce jour|actuel(?:le(?:ment)?)?|en cours|en poste|maintenant|nos jours|date)"

// In order of preference: the first alternative that fits at a place wins.
const pointPattern = new RegExp(
  [
    `(?<dayMonthYear>\\b(?<d1>[0-3]?\\d)\\s?[/.-]\\s?(?<m1>[01]?\\d)\\s?[/.-]\\s?(?<y1>${year})\\b)`,
    `(?<iso>\\b(?<y2>${year})-(?<m2>[01]\\d)-[0-3]\\d\\b)`,
    `(?<named>\\b(?:[0-3]?\\d(?:er|st|nd|rd|th)? +)?(?<mn>${monthName})\\b\\.?,?\\s*(?:de |of )?(?:(?<y3>${year})\\b|['](?<yy3>\\d\\d)\\b|(?<yb3>\\d\\d)\\b(?![\\s]*(?:[:h/.]|${monthName}))))`,
    `(?<namedDayFirst>\\b(?<mn2>${monthName})\\b\\.?\\s+[0-3]?\\d(?:st|nd|rd|th)?,\\s*(?<y8>${year})\\b)`,
    `(?<season>\\b(?<sn>printemps|spring|ete|summer|automne|autumn|fall|hiver|winter)\\s+(?<y4>${year})\\b)`,
    `(?<monthYear>\\b(?<m5>0?[1-9]|1[0-2])\\s?[/.-]\\s?(?<y5>${year})\\b)`,
    `(?<yearMonth>\\b(?<y6>${year})\\s?[/.-]\\s?(?<m6>0[1-9]|1[0-2])\\b(?!\\s?[/.-]?\\d))`,
    `(?<yearShort>\\b(?<y9>${year})\\s?[-/]\\s?(?<yy9>\\d\\d)\\b(?!\\s?[/.-]?\\d))`,
    `(?<bareYear>(?<!\\d|[.,]|(?<!(?<!\\d)(?:19|20)\\d\\d ?)[/-])${year}(?![\\d]|[.,]\\d|\\s?(?:€|eur|dh|mad|\\$|%|heures|hours|people|clients|personnes)))`,
    `(?<shortMonthYear>\\b(?<m7>0[1-9]|1[0-2])\\/(?<yy7>\\d\\d)\\b(?!\\/|\\d))`,
    `(?<apostropheYear>(?<!\\w)'(?<yy8>\\d\\d)\\b)`,
    `(?<bareMonth>\\b(?<mn3>${monthName})\\b\\.?)`,
    `(?<now>\\b${nowWords}\\b)`,
  ].join('|'),
  'g',
)
const connector =
  /^\s*(?:[-–—>→~/|{]+|a|au|to|until|till|jusqu'(?:a|au|en)|et|and|through|thru|up to)\s*(?:ce jour(?=\b)|(?:le|l'|fin|mi|debut|end of|the)?)\s*(?:[0-3]?\d(?:er|st|nd|rd|th)?\s)?\s*$/
const opener =
  /(?:\b(depuis|since|from|a partir de|a compter de|des|starting|started|as of)|\b(?:de|du|d'|entre|between))\s*(?:le|l'|fin|debut|mi)?\s*$/
const durationTail =
  /^\s*[,;:·•|(–-]*\s*(?:\d{1,2}|un|une|one|\d+[.,]\d)\s*(?:an(?:s|nee|nees)?|year(?:s)?|yr(?:s)?|mois|month(?:s)?|mo(?:s)?|semaine(?:s)?|week(?:s)?)\b\.?(?:\s*(?:et|and|,)?\s*\d{1,2}\s*(?:mois|month(?:s)?|mo(?:s)?)\b\.?)?\s*\)?/

interface Point {
  kind: string
  value: MonthText
  /** Two digits that could be the end year of `2010-12`. */
  alternative?: MonthText
  from: number
  to: number
}

const pad = (month: number): string => String(month).padStart(2, '0')
const century = (twoDigits: string): string => (Number(twoDigits) > 50 ? `19${twoDigits}` : `20${twoDigits}`)

function readPoint(match: RegExpMatchArray): Point | null {
  const g = match.groups as Record<string, string | undefined>
  const base = { from: match.index!, to: match.index! + match[0].length }
  const make = (kind: string, value: MonthText, alternative?: MonthText): Point => ({
    kind,
    value,
    ...(alternative ? { alternative } : {}),
    ...base,
  })
  if (g['dayMonthYear']) {
    const first = Number(g['d1'])
    const second = Number(g['m1'])
    if (second >= 1 && second <= 12) return make('month', `${g['y1']}-${pad(second)}`)
    if (first >= 1 && first <= 12) return make('month', `${g['y1']}-${pad(first)}`)
    return null
  }
  if (g['iso']) return make('month', `${g['y2']}-${g['m2']}`)
  if (g['named']) return make('month', `${g['y3'] ?? century(g['yy3'] ?? g['yb3']!)}-${pad(monthNumbers[g['mn']!]!)}`)
  if (g['namedDayFirst']) return make('month', `${g['y8']}-${pad(monthNumbers[g['mn2']!]!)}`)
  if (g['season']) return make('month', `${g['y4']}-${pad(seasons[g['sn']!]!)}`)
  if (g['monthYear']) return make('month', `${g['y5']}-${pad(Number(g['m5']))}`)
  if (g['yearMonth']) {
    const startYear = Number(g['y6'])
    const short = Number(g['m6'])
    const span = short - (startYear % 100)
    // `2010-12`: with a hyphen, and when it gives a span of one to six years, it may as well end in 2012.
    return make(
      'month',
      `${g['y6']}-${g['m6']}`,
      span > 0 && span <= 6 && !g['yearMonth'].includes('/') ? `20${g['m6']}` : undefined,
    )
  }
  if (g['yearShort']) {
    const endYear = Number(g['y9']!.slice(0, 2) + g['yy9'])
    if (endYear < Number(g['y9']) || endYear - Number(g['y9']) > 15) return null
    return { kind: 'years', value: g['y9']!, alternative: String(endYear), ...base }
  }
  if (g['bareYear']) return make('year', match[0])
  if (g['shortMonthYear']) return make('shortMonth', `${century(g['yy7']!)}-${g['m7']}`)
  if (g['apostropheYear']) return make('year', century(g['yy8']!))
  if (g['bareMonth']) return make('bareMonth', pad(monthNumbers[g['mn3']!]!))
  return make('now', 'present')
}

/** Every date or range of dates in the text, in order; durations that follow them are taken along. */
export const findDates: (text: string) => readonly DateRange[] = remembered(readDates)

function readDates(text: string): DateRange[] {
  const { folded, at } = foldWithMap(text)
  const points = [...folded.matchAll(pointPattern)].flatMap((match) => readPoint(match) ?? [])
  const found: DateRange[] = []
  const put = (start: MonthText, end: MonthText, from: number, to: number, doubt: DateRange['doubt'] = '') => {
    const tail = durationTail.exec(folded.slice(to))
    const last = tail ? to + tail[0].length : to
    found.push({ start, end, from: at[from]!, to: at[last] ?? text.length, doubt })
  }
  for (let i = 0; i < points.length; i += 1) {
    const point = points[i]!
    const next = points[i + 1]
    const lead = opener.exec(folded.slice(0, point.from))
    const from = lead ? lead.index : point.from
    const between = next ? folded.slice(point.to, next.from) : ''
    const joined =
      next !== undefined && (connector.test(between) || (next.kind === 'now' && /^\s*[,(]?\s*$/.test(between)))
    if (point.kind === 'now') continue
    if (point.kind === 'years') {
      put(point.value, point.alternative!, from, point.to)
      continue
    }
    if (point.kind === 'bareMonth') {
      if (joined && next.kind === 'month') {
        const yearOfEnd = next.value.slice(0, 4)
        put(`${yearOfEnd}-${point.value}`, next.value, from, next.to)
        i += 1
      }
      continue
    }
    if (joined && next.kind === 'shortMonth' && point.kind === 'shortMonth') {
      put(point.value, next.value, from, next.to)
      i += 1
      continue
    }
    if (point.kind === 'shortMonth') {
      if (joined && (next.kind === 'now' || next.kind === 'month')) {
        put(point.value, next.value, from, next.to)
        i += 1
      } else if (lead?.[1]) put(point.value, 'present', from, point.to)
      continue
    }
    if (joined && next.kind !== 'bareMonth' && next.kind !== 'shortMonth') {
      const end = next.kind === 'years' ? '' : next.value
      const a = monthIndex(point.value, 'start')
      const b = end === 'present' || end === '' ? null : monthIndex(end, 'end')
      if (end !== '' && (b === null || a === null || b >= a)) {
        put(point.value, end, from, next.to)
        i += 1
        continue
      }
    }
    // `2019 - 20`: the year alone, then two digits.
    const shortEnd = /^\s*[-–—/]\s*'?(\d\d)\b(?![/.]|\s*(?:ans|mois|years|months|h\b))/.exec(folded.slice(point.to))
    if (
      point.kind === 'year' &&
      shortEnd &&
      Number(century(shortEnd[1]!)) >= Number(point.value) &&
      Number(century(shortEnd[1]!)) - Number(point.value) <= 15
    ) {
      put(point.value, century(shortEnd[1]!), from, point.to + shortEnd[0].length)
      continue
    }
    if (point.alternative && point.kind === 'month') {
      put(point.value.slice(0, 4), point.alternative, from, point.to, 'date-order')
      continue
    }
    if (lead?.[1]) {
      put(point.value, 'present', from, point.to)
      continue
    }
    const openTail = /^\s*(?:[-–—→]+|a ?\.{2,}|\.{3}|…)\s*(?=$|[\t|)\]])/.exec(folded.slice(point.to))
    if (openTail) put(point.value, 'present', from, point.to + openTail[0].trimEnd().length, 'open-end')
    else put(point.value, '', from, point.to)
  }
  return found
}

const leftovers =
  /^[\s\d.,;:·•|()[\]\-–—/&+']*(?:(?:ans|mois|years|months|yrs|mos|an|year|et|and|de|du|a|au|to|from|periode|dates?|duree|duration)\b[\s\d.,;:·•|()[\]\-–—/&+']*)*$/

/** True when the text is a date or range and nothing else that matters. */
export const isOnlyDates: (text: string) => boolean = remembered((text) => {
  const ranges = findDates(text)
  if (ranges.length === 0) return false
  return leftovers.test(foldWithMap(withoutDates(text, ranges)).folded)
})

/** The text with its dates taken out. */
export function withoutDates(text: string, ranges: readonly DateRange[] = findDates(text)): string {
  let rest = ''
  let last = 0
  for (const range of ranges) {
    rest += `${text.slice(last, range.from)} `
    last = range.to
  }
  return rest + text.slice(last)
}
