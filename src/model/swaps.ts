import type { Candidate, TextLine } from './candidate.ts'

/** What a person may be judged by without right, each swapped for another's. */
export const swapKinds = ['name', 'sex', 'age', 'nationality', 'address', 'photo'] as const
export type SwapKind = (typeof swapKinds)[number]

/** Invented people of several origins, taken in turn. */
const names = ['Aïssatou Diallo', 'Jean Martin', 'Mehdi Benali', 'Anna Kowalska', 'Thị Lan Nguyễn', 'Maëlys Le Goff']
const nationalities = ['française', 'marocaine', 'sénégalaise', 'portugaise', 'vietnamienne', 'ukrainienne']
const englishNationalities = ['French', 'Moroccan', 'Senegalese', 'Portuguese', 'Vietnamese', 'Ukrainian']

/**
 * The same career as another person: one trait swapped in the record's own fields and wherever the words of the CV
 * tell it. `turn` chooses among the others, so that a pool meets several.
 */
export function swapped(candidate: Candidate, kind: SwapKind, turn: number): Candidate {
  switch (kind) {
    case 'name': {
      const other =
        names.find((name, index) => index >= turn % names.length && name !== candidate.fullName) ?? names[0]!
      const email = candidate.email === '' ? '' : 'somebody.else@example.org'
      return inLines({ ...candidate, fullName: other, email }, (line) => withName(line, candidate.fullName, other))
    }
    case 'sex':
      return {
        ...inLines(candidate, withCivilSwapped),
        headline: otherGender(candidate.headline),
        experiences: mapValues(candidate.experiences, (job) => ({
          ...job,
          title: otherGender(job.title),
          lines: lines(job.lines, withCivilSwapped),
        })),
      }
    case 'age':
      return inLines({ ...candidate, birthDate: otherBirth(candidate.birthDate, turn) }, (line) => withAge(line, turn))
    case 'nationality':
      return inLines(candidate, (line) => withNationality(line, turn))
    case 'address': {
      const other = `${(turn % 90) + 2} rue de la Gare`
      const street = candidate.address.trim()
      return inLines({ ...candidate, address: other }, (line) =>
        street.length < 6 ? line : line.replaceAll(street, other),
      )
    }
    case 'photo':
      return { ...candidate, photoId: candidate.photoId === '' ? 'a-photo' : '', links: [] }
  }
}

/** Every trait swapped at once. */
export const swappedWhole = (candidate: Candidate, turn: number): Candidate =>
  swapKinds.reduce((changed, kind) => swapped(changed, kind, turn), candidate)

const mapValues = <T>(map: Record<string, T>, change: (value: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(map).map(([id, value]) => [id, change(value)]))

const lines = (texts: TextLine[], change: (text: string) => string): TextLine[] =>
  texts.map((line) => ({ ...line, text: change(line.text) }))

/** Every line of the CV that the matcher may read, changed. */
const inLines = (candidate: Candidate, change: (text: string) => string): Candidate => ({
  ...candidate,
  headline: change(candidate.headline),
  summary: lines(candidate.summary, change),
  experiences: mapValues(candidate.experiences, (job) => ({ ...job, lines: lines(job.lines, change) })),
  education: mapValues(candidate.education, (degree) => ({ ...degree, lines: lines(degree.lines, change) })),
  otherLines: lines(candidate.otherLines, change),
})

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Both orders of the whole name. A family name alone is left: 'Boulanger' is a trade too. */
function withName(line: string, from: string, to: string): string {
  const parts = from.trim().split(/\s+/)
  if (parts.length < 2) return line
  const [first, ...rest] = parts
  const orders = [parts.join(' '), [...rest, first].join(' ')]
  return orders.reduce((text, order) => text.replaceAll(new RegExp(escaped(order), 'giu'), to), line)
}

function otherBirth(birthDate: string, turn: number): string {
  const year = /^\d{4}/.exec(birthDate)?.[0]
  // Somebody born after 1985 becomes somebody born before, and the other way round.
  const other = (year === undefined ? 1985 : Number(year)) > 1985 ? 1963 + (turn % 9) : 1994 + (turn % 9)
  return year === undefined ? `${other}-06-15` : birthDate.replace(year, String(other))
}

/** Ages and dates of birth as CVs tell them; years of experience are no age. */
function withAge(line: string, turn: number): string {
  const age = 22 + ((turn * 17) % 40)
  return line
    .replaceAll(/(?<!\p{L})(âgée? de |âge\s*:\s*|age\s*:\s*|aged? )\d{2}\b/giu, `$1${age}`)
    .replace(/^\s*\d{2}\s+(ans|years old)\s*$/iu, `${age} $1`)
    .replaceAll(/(?<!\p{L})(née? le |born (?:on )?)(\d{1,2}[/. -]\d{1,2}[/. -])\d{4}/giu, `$1$2${1960 + (age % 40)}`)
}

const withNationality = (line: string, turn: number): string =>
  line
    .replaceAll(/(nationalité\s*:?\s*)\p{L}+/giu, `$1${nationalities[turn % nationalities.length]}`)
    .replaceAll(/(nationality\s*:?\s*)\p{L}+/giu, `$1${englishNationalities[turn % englishNationalities.length]}`)

/** A whole word: \b knows no accents. */
const word = (pattern: string, flags = 'giu'): RegExp => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, flags)
const civil: [RegExp, string][] = [
  [word('mariée'), 'marié'],
  [word('marié'), 'mariée'],
  [word('née'), 'né'],
  [word('né'), 'née'],
  [word('Mme|Madame|Mlle', 'gu'), 'M.'],
  [word('M\\.(?=\\s)|Monsieur', 'gu'), 'Mme'],
  [word('Mrs\\.?|Ms\\.?', 'gu'), 'Mr'],
  [word('Mr\\.?', 'gu'), 'Ms'],
  [word('female'), 'male'],
  [word('male'), 'female'],
]

/** Words of civil status, each by its counterpart; the first that is found decides, so that nothing is swapped back. */
function withCivilSwapped(line: string): string {
  const found = civil.find(([pattern]) => line.search(pattern) >= 0)
  return found ? line.replaceAll(found[0], found[1]) : line
}

/** -teur that takes -teuse, and words that only look like trades. */
const teuse = new Set(['monteur', 'acheteur', 'porteur', 'transporteur', 'chanteur', 'emballeur', 'toiletteur'])
const ieure = new Set(['ingénieur', 'professeur', 'superviseur', 'entrepreneur', 'proviseur', 'assureur'])
const english: Record<string, string> = {
  waiter: 'waitress', waitress: 'waiter', salesman: 'saleswoman', saleswoman: 'salesman', hostess: 'host',
  foreman: 'forewoman', forewoman: 'foreman', handyman: 'handywoman', stewardess: 'steward', actress: 'actor',
} // prettier-ignore
const notTrades =
  /^(?:chantier|atelier|dossier|courrier|métier|mobilier|immobilier|secteur|moteur|entretien|maintien|soutien|restaurant|docteur|auteur|senior|junior)$/u

/** French feminine endings with their masculine, the longest first. */
const endings: [string, string][] = [
  ['trice', 'teur'],
  ['ienne', 'ien'],
  ['ière', 'ier'],
  ['euse', 'eur'],
  ['ante', 'ant'],
  ['ente', 'ent'],
  ['ée', 'é'],
]

/** A job title in the other gender: its first word, which names the trade. Unchanged where the word has one form. */
export function otherGender(title: string): string {
  const match = /^(\s*(?:aide|agent|auxiliaire|chef)[- ])?(\p{L}+)/iu.exec(title)
  if (!match) return title
  const [whole, before = '', trade = ''] = match
  const lower = trade.toLowerCase()
  const changed = english[lower] ?? inflected(lower)
  if (changed === lower) return title
  const cased =
    trade === trade.toUpperCase()
      ? changed.toUpperCase()
      : trade[0] === lower[0]
        ? changed
        : changed[0]!.toUpperCase() + changed.slice(1)
  return before + cased + title.slice(whole.length)
}

function inflected(word: string): string {
  if (word.length < 5 || notTrades.test(word)) return word
  for (const [feminine, masculine] of endings) {
    if (word.endsWith(feminine)) return word.slice(0, -feminine.length) + masculine
  }
  if (ieure.has(word)) return `${word}e`
  if (ieure.has(word.slice(0, -1)) && word.endsWith('eure')) return word.slice(0, -1)
  if (word.endsWith('teur') && !teuse.has(word)) return `${word.slice(0, -4)}trice`
  if (word.endsWith('eur')) return `${word.slice(0, -3)}euse`
  if (word.endsWith('ien')) return `${word}ne`
  if (word.endsWith('ier')) return `${word.slice(0, -3)}ière`
  if (word.endsWith('ant')) return `${word}e`
  return word
}
