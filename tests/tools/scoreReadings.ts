// `npm run eval:extract -- LABELS PREDICTIONS [--files REGEX] [--per-file] [--json]`: how well readings agree with the
// labels people wrote, field by field. LABELS and PREDICTIONS are folders of ID.json; a prediction that is missing counts
// as an empty one. The rules are strict: a field is right when a recruiter would not have to correct it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'

type Value = string | null | undefined
type OneOf = Value | string[]

/** A job or degree as a label or a reading writes it; in a label several values may be right. */
interface LabelledEntry {
  title?: OneOf
  organisation?: OneOf
  school?: OneOf
  start?: Value
  end?: Value
}

/** What a file shows, or what a reader found in it: one JSON file of the label schema. */
export interface CvLabel {
  id?: string
  country?: string | null
  name?: OneOf
  headline?: OneOf
  email?: OneOf
  phone?: OneOf
  city?: OneOf
  postal_code?: OneOf
  links?: string[]
  /** Links neither rewarded nor punished. */
  links_optional?: string[]
  jobs?: LabelledEntry[]
  degrees?: LabelledEntry[]
  skills?: string[]
  /** Skills neither rewarded nor punished, such as names of categories. */
  skills_optional?: string[]
  languages?: { lang: string; level?: Value }[]
  licences?: string[]
  /** Kinds that are not scored for this file. */
  unlabelled?: string[]
}

/** Fields in the order they are told, the ones the mean goes over. */
export const fields = [
  'name',
  'headline',
  'email',
  'phone',
  'city',
  'postal_code',
  'link',
  'job_title',
  'job_org',
  'job_start',
  'job_end',
  'job_entry',
  'degree_title',
  'degree_school',
  'degree_year',
  'degree_entry',
  'skill',
  'language',
  'language_level',
  'licence',
] as const
export type Field = (typeof fields)[number]

/** Counts of one field: right, given but wrong, shown but not given. */
export interface Tally {
  right: number
  wrong: number
  missed: number
}
export type Score = Partial<Record<Field, Tally>>

/** From this likeness on, two wordings of a title, employer, school or skill are the same. */
const alike = 0.85

const withoutMarks = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200d\ufeff]/g, '')
    .replace(/[’‘`´]/g, "'")
    .replace(/[–—−]/g, '-')
    .replace(/œ/gi, 'oe')
    .replace(/ı/g, 'i')
    .toLowerCase()
const plain = (value: unknown): string =>
  withoutMarks(String(value ?? ''))
    .replace(/[^a-z0-9+#\u0600-\u06ff]+/g, ' ')
    .trim()
const smallWords = new Set(
  'a an the of in on at and for to de du des le la les l d en et au aux un une chez'.split(' '),
)
const sortedWords = (text: string): string =>
  plain(text)
    .split(' ')
    .filter((word) => word !== '' && !smallWords.has(word))
    .sort()
    .join(' ')

/** Single edits that turn one text into the other. */
export function edits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)))
    row = next
  }
  return row[other.length]!
}
const ratio = (one: string, other: string): number =>
  one === '' || other === '' ? 0 : 1 - edits(one, other) / Math.max(one.length, other.length)

/** Likeness of two wordings in [0, 1], whatever the order of their words. */
export function likeness(one: string, other: string): number {
  if (plain(one) === '' || plain(other) === '') return 0
  return Math.max(ratio(plain(one), plain(other)), ratio(sortedWords(one), sortedWords(other)))
}

const choices = (value: OneOf): string[] => [value ?? []].flat()
const isEmpty = (value: OneOf): boolean => !choices(value)[0]?.trim()
const likest = (given: Value, shown: OneOf): number =>
  Math.max(0, ...choices(shown).map((choice) => likeness(given ?? '', choice)))
const isAlike = (given: Value, shown: OneOf): boolean => likest(given, shown) >= alike

const months = [
  ['jan', 'janv', 'january', 'janvier'],
  ['feb', 'fev', 'fevr', 'february', 'fevrier'],
  ['mar', 'mars', 'march'],
  ['apr', 'avr', 'april', 'avril'],
  ['may', 'mai'],
  ['jun', 'june', 'juin'],
  ['jul', 'juil', 'july', 'juillet'],
  ['aug', 'aout', 'august'],
  ['sep', 'sept', 'september', 'septembre'],
  ['oct', 'october', 'octobre'],
  ['nov', 'november', 'novembre'],
  ['dec', 'december', 'decembre'],
]
const stillGoing =
  /\b(?:present|current|now|today|ongoing|aujourd'?hui|a ce jour|actuel(?:lement)?|en cours|maintenant|date)\b/

/** `YYYY-MM`, `YYYY`, `present`, or null for what is no date. */
export function readMonth(value: Value): string | null {
  const text = withoutMarks(value ?? '')
  if (text === '') return null
  if (stillGoing.test(text)) return 'present'
  const month = (year: string, number: number) =>
    number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, '0')}` : null
  const yearFirst = /\b((?:17|18|19|20)\d\d)[-/. ]+(\d{1,2})\b(?![-/]?\d{3})/.exec(text)
  const yearLast = /\b(\d{1,2})\s*[-/.]\s*((?:17|18|19|20)\d\d)\b/.exec(text)
  const named = /([a-z]{3,9})\.?,?\s*'?\s*((?:17|18|19|20)?\d\d)\b/.exec(text)
  const number = named ? months.findIndex((names) => names.includes(named[1]!)) + 1 : 0
  const century = (year: string) => (year.length === 4 ? year : (Number(year) > 50 ? '19' : '20') + year)
  return (
    (yearFirst && month(yearFirst[1]!, Number(yearFirst[2]))) ??
    (yearLast && month(yearLast[2]!, Number(yearLast[1]))) ??
    (named && number > 0 ? month(century(named[2]!), number) : null) ??
    /\b(?:17|18|19|20)\d\d\b/.exec(text)?.[0] ??
    null
  )
}

/** To the month where the page shows one, to the year where it shows no more. */
function isSameMonth(given: Value, shown: OneOf): boolean {
  const [one, other] = [readMonth(given), readMonth(choices(shown)[0])]
  if (one === null || other === null) return false
  return other.length === 4 ? one.slice(0, 4) === other : one === other
}
function isSameYear(given: Value, shown: OneOf): boolean {
  const [one, other] = [readMonth(given), readMonth(choices(shown)[0])]
  return one !== null && other !== null && one.slice(0, 4) === other.slice(0, 4)
}

const asPhone = (value: Value, country: Value): string =>
  parsePhoneNumberFromString(value ?? '', (country || 'FR') as CountryCode)?.number ?? plain(value)
const asLink = (value: string): string =>
  withoutMarks(value)
    .replace(/\s+/g, '')
    .replace(/^mailto:|^(?:https?:\/\/)?(?:www\.)?/g, '')
    .replace(/^www\./, '')
    .replace(/[/.,;]+$/, '')

const languageCodes = new Map(
  Object.entries({
    fr: 'francais french',
    en: 'anglais english',
    es: 'espagnol spanish',
    de: 'allemand german',
    it: 'italien italian',
    ar: 'arabe arabic',
    pt: 'portugais portuguese',
    nl: 'neerlandais dutch',
    br: 'breton',
    ta: 'tamoul tamil',
    ko: 'coreen korean',
    zh: 'chinois chinese mandarin',
    cy: 'gallois welsh',
    ja: 'japonais japanese',
    ru: 'russe russian',
    ber: 'amazigh berbere',
    tr: 'turc turkish',
    pl: 'polonais polish',
  }).flatMap(([code, names]) => [code, ...names.split(' ')].map((name) => [name, code] as const)),
)
const asLanguage = (name: string): string => {
  const words = plain(name).split(' ')
  return words.map((word) => languageCodes.get(word)).find((code) => code !== undefined) ?? words.join(' ')
}
function asLevel(value: Value): string {
  const text = plain(value)
  const level = /\b[abc][12]\b/.exec(text)?.[0]
  if (level) return level.toUpperCase()
  if (/matern|native|natif|mother|bilin/.test(text)) return 'native'
  if (/fluent|courant|proficien|advanced|avance/.test(text)) return 'fluent'
  if (/intermed|bonne|good|conversation/.test(text)) return 'intermediate'
  if (/basi|element|notion|scolaire|debutant|beginner/.test(text)) return 'basic'
  return text
}

/** Scores one reading against one label. */
export function scoreReading(reading: CvLabel, label: CvLabel): Score {
  const score: Score = {}
  const add = (field: Field, what: keyof Tally, count = 1) => {
    const tally = (score[field] ??= { right: 0, wrong: 0, missed: 0 })
    tally[what] += count
  }
  const unscored = new Set(label.unlabelled)
  const isScored = (kind: string) => !unscored.has(kind)
  const country = label.country ?? 'FR'

  const single = (
    field: 'name' | 'headline' | 'email' | 'phone' | 'city' | 'postal_code',
    isRight: (given: string, shown: string[]) => boolean,
  ) => {
    if (!isScored(field)) return
    const given = choices(reading[field])[0]?.trim() ?? ''
    const shown = choices(label[field])
    if (given !== '' && !isEmpty(shown) && isRight(given, shown)) return add(field, 'right')
    if (given !== '') add(field, 'wrong')
    if (!isEmpty(shown)) add(field, 'missed')
  }
  const unspaced = (value: string) => plain(value).replace(/ /g, '')
  single('name', (given, shown) => shown.some((choice) => unspaced(given) === unspaced(choice)))
  single('headline', isAlike)
  single('email', (given, shown) => shown.some((choice) => withoutMarks(given) === withoutMarks(choice).trim()))
  single('phone', (given, shown) => shown.some((choice) => asPhone(given, country) === asPhone(choice, country)))
  single('city', (given, shown) => shown.some((choice) => plain(given) === plain(choice)))
  single('postal_code', (given, shown) => shown.some((choice) => unspaced(given) === unspaced(choice)))

  const set = (
    field: Field,
    given: readonly string[],
    shown: readonly string[],
    isSame: (one: string, other: string) => boolean,
    neutral: readonly string[] = [],
  ) => {
    const used = new Set<number>()
    for (const value of given) {
      const at = shown.findIndex((choice, index) => !used.has(index) && isSame(value, choice))
      if (at >= 0) {
        used.add(at)
        add(field, 'right')
      } else if (![...shown, ...neutral].some((choice) => isSame(value, choice))) add(field, 'wrong')
    }
    add(field, 'missed', shown.length - used.size)
  }
  const isEqual = (one: string, other: string) => one === other
  const unique = (values: readonly string[]) => [...new Set(values)].filter(Boolean)
  if (isScored('link'))
    set(
      'link',
      unique((reading.links ?? []).map(asLink)),
      unique((label.links ?? []).map(asLink)),
      isEqual,
      (label.links_optional ?? []).map(asLink),
    )
  if (isScored('skill')) set('skill', reading.skills ?? [], label.skills ?? [], isAlike, label.skills_optional)
  if (isScored('language')) {
    const given = reading.languages ?? []
    const shown = label.languages ?? []
    set(
      'language',
      unique(given.map((language) => asLanguage(language.lang))),
      shown.map((language) => asLanguage(language.lang)),
      isEqual,
    )
    for (const language of isScored('language_level') ? shown : []) {
      if (!language.level) continue
      const own = given.find((other) => asLanguage(other.lang) === asLanguage(language.lang))
      if (own?.level && asLevel(own.level) === asLevel(language.level)) add('language_level', 'right')
      else {
        add('language_level', 'missed')
        if (own?.level) add('language_level', 'wrong')
      }
    }
  }
  if (isScored('licence') && ((label.licences?.length ?? 0) > 0 || (reading.licences?.length ?? 0) > 0))
    set('licence', (reading.licences ?? []).map(plain), (label.licences ?? []).map(plain), isEqual)

  if (isScored('job'))
    scoreEntries(reading.jobs ?? [], label.jobs ?? [], 'job_entry', add, [
      { key: 'title', field: 'job_title', isRight: isAlike },
      { key: 'organisation', field: 'job_org', isRight: isAlike },
      { key: 'start', field: 'job_start', isRight: isSameMonth, isDate: true },
      { key: 'end', field: 'job_end', isRight: isSameMonth, isDate: true },
    ])
  if (isScored('degree'))
    scoreEntries(reading.degrees ?? [], label.degrees ?? [], 'degree_entry', add, [
      { key: 'title', field: 'degree_title', isRight: isAlike },
      { key: 'school', field: 'degree_school', isRight: isAlike },
      { key: 'end', field: 'degree_year', isRight: isSameYear, isDate: true },
    ])
  return score
}

interface EntryPart {
  key: keyof LabelledEntry
  field: Field
  isRight: (given: Value, shown: OneOf) => boolean
  /** A date that the page does not show is neither rewarded nor punished. */
  isDate?: boolean
}

/** Pairs read entries with labelled ones, the likest first, then counts each part and the entries right as a whole. */
function scoreEntries(
  readings: readonly LabelledEntry[],
  labels: readonly LabelledEntry[],
  whole: Field,
  add: (field: Field, what: keyof Tally, count?: number) => void,
  parts: readonly EntryPart[],
): void {
  const given = readings.filter((entry) => Object.values(entry).some((value) => !isEmpty(value as OneOf)))
  const valueOf = (entry: LabelledEntry, part: EntryPart) => choices(entry[part.key])[0]
  const affinity = (one: LabelledEntry, other: LabelledEntry): number =>
    parts.reduce((sum, part) => {
      const [value, shown] = [valueOf(one, part), other[part.key]]
      if (isEmpty(value) || isEmpty(shown)) return sum
      if (part.isDate) return sum + (part.isRight(value, shown) ? 0.6 : 0)
      const close = likest(value, shown)
      return sum + (close >= 0.6 ? close : 0)
    }, 0)
  const pairs = given
    .flatMap((one, i) => labels.map((other, j) => ({ i, j, close: affinity(one, other) })))
    .filter(({ close }) => close > 0)
    .sort((a, b) => b.close - a.close)
  const partner = new Map<number, number>()
  const taken = new Set<number>()
  for (const { i, j } of pairs) {
    if (partner.has(i) || taken.has(j)) continue
    partner.set(i, j)
    taken.add(j)
  }
  for (const [i, one] of given.entries()) {
    const j = partner.get(i)
    let allRight = j !== undefined
    for (const part of parts) {
      const value = valueOf(one, part)
      const shown = j === undefined ? null : labels[j]![part.key]
      if (!isEmpty(value) && !isEmpty(shown) && part.isRight(value, shown)) {
        add(part.field, 'right')
        continue
      }
      if (!isEmpty(value) && !(j !== undefined && part.isDate && isEmpty(shown))) add(part.field, 'wrong')
      if (!isEmpty(shown)) {
        add(part.field, 'missed')
        allRight = false
      }
    }
    add(whole, allRight ? 'right' : 'wrong')
    if (!allRight && j !== undefined) add(whole, 'missed')
  }
  for (const [j, other] of labels.entries()) {
    if (taken.has(j)) continue
    for (const part of parts) if (!isEmpty(other[part.key])) add(part.field, 'missed')
    add(whole, 'missed')
  }
}

/** Sums scores of several files. */
export function sumScores(scores: readonly Score[]): Score {
  const total: Score = {}
  for (const score of scores)
    for (const field of fields) {
      const own = score[field]
      if (!own) continue
      const tally = (total[field] ??= { right: 0, wrong: 0, missed: 0 })
      tally.right += own.right
      tally.wrong += own.wrong
      tally.missed += own.missed
    }
  return total
}

/** F1 in [0, 1]; NaN where there was nothing to read and nothing was read. */
export const f1 = ({ right, wrong, missed }: Tally): number => (2 * right) / (2 * right + wrong + missed)

/** Mean F1 over the fields that were scored. */
export function macroF1(score: Score): number {
  const values = fields
    .flatMap((field) => (score[field] ? [f1(score[field])] : []))
    .filter((value) => !Number.isNaN(value))
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The labels of a folder, by their ids. */
export function readLabels(folder: string): (CvLabel & { id: string })[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.startsWith('_'))
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as CvLabel)
    .filter((label): label is CvLabel & { id: string } => typeof label.id === 'string')
}

function main(): number {
  const { values: asked, positionals } = parseArgs({
    allowPositionals: true,
    options: { files: { type: 'string' }, 'per-file': { type: 'boolean' }, json: { type: 'boolean' } },
  })
  const [labelFolder, predictionFolder] = positionals
  if (!labelFolder || !predictionFolder) {
    console.error('Usage: npm run eval:extract -- LABELS PREDICTIONS [--files REGEX] [--per-file] [--json]')
    return 2
  }
  const only = new RegExp(asked.files ?? '')
  const scored = readLabels(labelFolder)
    .filter((label) => only.test(label.id))
    .map((label) => {
      const file = path.join(predictionFolder, `${label.id}.json`)
      const reading = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CvLabel) : {}
      return { id: label.id, score: scoreReading(reading, label) }
    })
  const total = sumScores(scored.map(({ score }) => score))
  if (asked.json) {
    const rows = fields.flatMap((field) => (total[field] ? [[field, { ...total[field], f1: f1(total[field]) }]] : []))
    console.log(
      JSON.stringify({ files: scored.length, macroF1: macroF1(total), fields: Object.fromEntries(rows) }, null, 1),
    )
    return 0
  }
  const part = (right: number, other: number) => (right + other === 0 ? '  -  ' : (right / (right + other)).toFixed(3))
  console.log(`${scored.length} files\n${'field'.padEnd(16)}P      R      F1     right/wrong/missed`)
  for (const field of fields) {
    const tally = total[field]
    if (!tally) continue
    const { right, wrong, missed } = tally
    const own = Number.isNaN(f1(tally)) ? '  -  ' : f1(tally).toFixed(3)
    console.log(`${field.padEnd(16)}${part(right, wrong)}  ${part(right, missed)}  ${own}  ${right}/${wrong}/${missed}`)
  }
  console.log(`${'mean F1'.padEnd(30)}${macroF1(total).toFixed(3)}`)
  if (asked['per-file'])
    for (const { id, score } of scored) console.log(`${id.padEnd(40)} mean F1 ${macroF1(score).toFixed(3)}`)
  return 0
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) process.exitCode = main()
