import type { Person } from '../corpus/person.ts'

/**
 * Reads people.txt. One person is a block:
 *
 *     === Name | Headline
 *     fr FR 69800 Saint-Priest        language, country, postal code, city; then nophone or noemail
 *     > profile
 *     * 2021-04..now | Title | Organisation, place      a job, its lines below as "- ..."
 *     ° 2016..2018 | Degree | School
 *     S skill, skill        L Language=level; ...        P B,C (driving)        N note        I interests
 */
export function readPeople(text: string): Person[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((block, index) => readPerson(block, index))
}

const dateStyles = ['long', 'short', 'numeric', 'long', 'since'] as const

function readPerson(block: string, index: number): Person {
  const [title = '', place = '', ...lines] = block.trim().split('\n')
  const [name, headline] = halves(title, ' | ')
  const [language, country, postalCode, ...rest] = place.split(' ') as [
    Person['language'],
    Person['country'],
    ...string[],
  ]
  const coded = /\d/.test(postalCode ?? '')
  const words = coded ? rest : [postalCode, ...rest]
  const person: Person = {
    language,
    country,
    name,
    headline,
    email: words.includes('noemail') ? null : emailOf(name, index),
    phone: words.includes('nophone') ? null : phoneOf(country, index),
    ...(coded && postalCode ? { postalCode } : {}),
    city: words.filter((word) => word !== 'noemail' && word !== 'nophone').join(' '),
    jobs: [],
    degrees: [],
    skills: [],
    languages: [],
    licences: [],
    notes: [],
    dateStyle: dateStyles[index % dateStyles.length],
    wording: index % 3 === 1 ? 'other' : 'plain',
  }
  for (const line of lines) readLine(person, line)
  return withLicenceNote(person)
}

function readLine(person: Person, line: string): void {
  const [mark, rest] = halves(line, ' ')
  const [dates = '', second = '', third = ''] = rest.split(' | ')
  const [start = '', end = ''] = dates.split('..')
  if (mark === '>') person.profile = rest
  else if (mark === '*') {
    const lastJobEnd = end === 'now' ? 'present' : end
    const [organisation, place] = halves(third, ', ')
    person.jobs.push({ title: second, organisation, ...(place ? { place } : {}), start, end: lastJobEnd, lines: [] })
  } else if (mark === '-') person.jobs.at(-1)!.lines.push(rest)
  else if (mark === '°') {
    person.degrees.push({ title: second, school: third, ...(end ? { start, end } : { end: start }) })
  } else if (mark === 'S') person.skills.push({ items: rest.split(', ') })
  else if (mark === 'L') {
    person.languages = rest.split('; ').map((each) => {
      const [name, shown] = halves(each, '=')
      return { name, shown, level: levelOf(shown) }
    })
  } else if (mark === 'P') person.licences = rest.split(',')
  else if (mark === 'N') person.notes!.push(rest)
  else if (mark === 'I') person.interests = rest
  else throw new Error(`Unknown line of ${person.name}: ${line}`)
}

const levelWords: [RegExp, Person['languages'][number]['level']][] = [
  [/maternelle|native/, 'native'],
  [/courant|fluent/, 'fluent'],
  [/notions|basic/, 'basic'],
]

function levelOf(shown: string): Person['languages'][number]['level'] {
  const grade = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const
  return grade.find((each) => each === shown) ?? levelWords.find(([pattern]) => pattern.test(shown))?.[1] ?? null
}

function withLicenceNote(person: Person): Person {
  const said = person.notes!.some((note) => /permis|licence/i.test(note))
  if (said || person.licences!.length === 0) return person
  const letters = person.licences!.join(', ')
  const note = person.language === 'fr' ? `Permis ${letters}` : `Driving licence: ${letters}`
  return { ...person, notes: [note, ...person.notes!] }
}

const mailHosts = ['example.org', 'example.com', 'example.net']

function emailOf(name: string, index: number): string {
  const local = plainLetters(name).toLowerCase().replaceAll(' ', '.')
  return `${local}@${mailHosts[index % mailHosts.length]}`
}

/** Numbers from the range that France keeps for fiction; elsewhere plainly made up. */
function phoneOf(country: Person['country'], index: number): string {
  const digits = [20 + ((index * 7) % 80), (index * 37 + 11) % 100].map((pair) => String(pair).padStart(2, '0'))
  if (country === 'MA') return `+212 6 00 00 ${digits.join(' ')}`
  if (country === 'BE') return `+32 470 00 ${digits.join(' ')}`
  if (index % 4 === 3) return `+33 6 39 98 ${digits.join(' ')}`
  return ['06', '39', '98', ...digits].join(index % 4 === 1 ? '.' : ' ')
}

/** Without accents or signs, as in file names and e-mails. */
export function plainLetters(text: string): string {
  return text.normalize('NFD').replaceAll(/[^A-Za-z -]/g, '')
}

function halves(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)]
}
