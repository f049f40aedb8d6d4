import type { Person } from './person.ts'

/** A CV as sections in reading order, in its own language, before any layout. */
export type Outline = {
  name: string
  headline: string
  contact: string[]
  sections: Section[]
}

export type Section =
  | { kind: 'profile'; title: string; lines: string[] }
  | { kind: 'jobs' | 'degrees'; title: string; entries: Entry[] }
  | { kind: 'skills' | 'languages' | 'notes' | 'interests'; title: string; lines: string[]; items: string[] }

export type Entry = { dates: string; heading: string; below: string; lines: string[] }

const titles = {
  fr: {
    plain: {
      profile: 'Profil',
      jobs: 'Expérience professionnelle',
      degrees: 'Formation',
      skills: 'Compétences',
      languages: 'Langues',
      notes: 'Informations complémentaires',
      interests: "Centres d'intérêt",
    },
    other: {
      profile: 'À propos',
      jobs: 'Parcours professionnel',
      degrees: 'Diplômes et formations',
      skills: 'Savoir-faire',
      languages: 'Langues',
      notes: 'Divers',
      interests: 'Loisirs',
    },
  },
  en: {
    plain: {
      profile: 'Profile',
      jobs: 'Work experience',
      degrees: 'Education',
      skills: 'Skills',
      languages: 'Languages',
      notes: 'Additional information',
      interests: 'Interests',
    },
    other: {
      profile: 'Summary',
      jobs: 'Employment history',
      degrees: 'Education and training',
      skills: 'Key skills',
      languages: 'Languages',
      notes: 'Other',
      interests: 'Hobbies',
    },
  },
}

/** Puts a person's data into titled sections with dates written the person's way. */
export function personToOutline(person: Person): Outline {
  const title = titles[person.language][person.wording ?? 'plain']
  const colon = person.language === 'fr' ? ' : ' : ': '
  const place = [person.postalCode, person.city].filter(Boolean).join(' ')
  const contact = [
    [person.street, place].filter(Boolean).join(', '),
    person.phone,
    person.email,
    ...(person.links ?? []),
  ].filter((line) => line !== null && line !== undefined)
  const languages = person.languages.map(({ name, shown }) =>
    shown === '' ? name : person.wording === 'other' ? `${name} (${shown})` : `${name}${colon}${shown}`,
  )
  const sections: Section[] = [
    { kind: 'profile', title: title.profile, lines: person.profile ? [person.profile] : [] },
    {
      kind: 'jobs',
      title: title.jobs,
      entries: person.jobs.map((job) => ({
        dates: datesText(person, job.start, job.end),
        heading: job.title,
        below: [job.organisation, job.place].filter(Boolean).join(', '),
        lines: job.lines,
      })),
    },
    {
      kind: 'degrees',
      title: title.degrees,
      entries: person.degrees.map((degree) => ({
        dates: degree.start ? `${degree.start} - ${degree.end}` : degree.end,
        heading: degree.title,
        below: degree.school,
        lines: [],
      })),
    },
    {
      kind: 'skills',
      title: title.skills,
      lines: person.skills.map((group) => (group.category ? group.category + colon : '') + group.items.join(', ')),
      items: person.skills.flatMap((group) => group.items),
    },
    { kind: 'languages', title: title.languages, lines: [languages.join(', ')], items: languages },
    { kind: 'notes', title: title.notes, lines: person.notes ?? [], items: person.notes ?? [] },
    {
      kind: 'interests',
      title: title.interests,
      lines: person.interests ? [person.interests] : [],
      items: person.interests ? [person.interests] : [],
    },
  ]
  return {
    name: person.otherName ? `${person.name}  ${person.otherName}` : person.name,
    headline: person.headline,
    contact,
    sections: sections.filter((section) =>
      'entries' in section ? section.entries.length > 0 : section.lines.some((line) => line !== ''),
    ),
  }
}

const months = {
  fr: {
    long: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    short: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.',
  },
  en: {
    long: 'January February March April May June July August September October November December',
    short: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  },
}

function datesText(person: Person, start: string, end: string): string {
  const french = person.language === 'fr'
  const style = person.dateStyle ?? 'long'
  const now = french ? "aujourd'hui" : 'present'
  if (style === 'since') {
    if (end === 'present') return `${french ? 'Depuis' : 'Since'} ${dateText(person, start, 'long')}`
    const [from, to] = [dateText(person, start, 'long'), dateText(person, end, 'long')]
    return french ? `De ${from} à ${to}`.replace(/^De (?=[aeo])/, "D'") : `${from} to ${to}`
  }
  const last = end === 'present' ? (style === 'short' && !french ? 'Present' : now) : dateText(person, end, style)
  return `${dateText(person, start, style)} ${style === 'numeric' ? '-' : '–'} ${last}`
}

function dateText(person: Person, date: string, style: 'long' | 'short' | 'numeric' | 'years'): string {
  const year = date.slice(0, 4)
  const month = Number(date.slice(5))
  if (style === 'years') return year
  if (style === 'numeric') return `${date.slice(5)}/${year}`
  const word = months[person.language][style].split(' ')[month - 1]
  return `${word} ${year}`
}
