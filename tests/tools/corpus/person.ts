/** Everything a fictional CV shows, once; the renderers decide how it looks. */
export type Person = {
  language: 'fr' | 'en'
  /** ISO-2, used to read national phone numbers. */
  country: 'FR' | 'BE' | 'MA' | 'GB' | 'US' | 'IE'
  name: string
  /** The same name in another script, shown beside the first. */
  otherName?: string
  headline: string
  email: string | null
  /** As printed; null when the CV gives none. */
  phone: string | null
  street?: string
  postalCode?: string
  city: string
  links?: string[]
  profile?: string
  jobs: Job[]
  degrees: Degree[]
  skills: SkillGroup[]
  languages: SpokenLanguage[]
  /** Driving licences, as their letters. */
  licences?: string[]
  /** Lines about licences, availability, mobility and the like, as printed. */
  notes?: string[]
  interests?: string
  dateStyle?: 'long' | 'short' | 'numeric' | 'since' | 'years'
  wording?: 'plain' | 'other'
}

export type Job = {
  title: string
  organisation: string
  place?: string
  /** YYYY-MM. */
  start: string
  /** YYYY-MM or "present". */
  end: string
  lines: string[]
}

export type Degree = { title: string; school: string; start?: string; end: string }

export type SkillGroup = { category?: string; items: string[] }

export type SpokenLanguage = {
  name: string
  shown: string
  level: 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2' | 'native' | 'fluent' | 'intermediate' | 'basic' | null
}

/** What a parser should read from a person's CV: the label schema `vivier-cv-label/1`. */
export type Label = {
  schema: 'vivier-cv-label/1'
  lang: 'fr' | 'en'
  country: string
  name: string | string[]
  headline: string
  email: string | null
  phone: string | null
  city: string
  postal_code: string | null
  links: string[]
  jobs: { title: string; organisation: string; start: string; end: string }[]
  degrees: { title: string; school: string; start: string | null; end: string }[]
  skills: string[]
  skills_optional: string[]
  languages: { lang: string; level: string | null }[]
  licences: string[]
}

/** The label of a CV that shows the whole person, with dates as precise as its date style prints them. */
export function personToLabel(person: Person): Label {
  const shownDate = (date: string) => (person.dateStyle === 'years' && date !== 'present' ? date.slice(0, 4) : date)
  return {
    schema: 'vivier-cv-label/1',
    lang: person.language,
    country: person.country,
    name: person.otherName ? [person.name, person.otherName, `${person.name} ${person.otherName}`] : person.name,
    headline: person.headline,
    email: person.email,
    phone: person.phone === null ? null : phoneToE164(person.phone, person.country),
    city: person.city,
    postal_code: person.postalCode ?? null,
    links: (person.links ?? []).map((link) => `https://${link}`),
    jobs: person.jobs.map((job) => ({
      title: job.title,
      organisation: job.organisation,
      start: shownDate(job.start),
      end: shownDate(job.end),
    })),
    degrees: person.degrees.map((degree) => ({
      title: degree.title,
      school: degree.school,
      start: degree.start ?? null,
      end: degree.end,
    })),
    skills: person.skills.flatMap((group) => group.items),
    skills_optional: person.skills.flatMap((group) => group.category ?? []),
    languages: person.languages.map(({ name, level }) => ({ lang: name, level })),
    licences: person.licences ?? [],
  }
}

const callingCodes = { FR: '33', BE: '32', MA: '212', GB: '44', US: '1', IE: '353' }

/** National or international notation to E.164, for the fictional numbers used here. */
export function phoneToE164(phone: string, country: Person['country']): string {
  const digits = phone.replaceAll('(0)', '').replaceAll(/\D/g, '')
  if (phone.trim().startsWith('+')) return `+${digits}`
  if (digits.startsWith('00')) return `+${digits.slice(2)}`
  return `+${callingCodes[country]}${digits.replace(/^0/, '')}`
}
