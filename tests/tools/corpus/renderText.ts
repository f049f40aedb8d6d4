import { personToOutline } from './outline.ts'
import type { Person } from './person.ts'

/** A CV as plain text in UTF-8, the way people type it. */
export function renderText(person: Person): string {
  const { name, headline, contact, sections } = personToOutline(person)
  const lines = [name, headline, ...contact]
  for (const section of sections) {
    lines.push('', section.title.toUpperCase(), '')
    if ('entries' in section) {
      for (const entry of section.entries) {
        lines.push(`${entry.dates} : ${entry.heading}`, entry.below, ...entry.lines.map((line) => `- ${line}`), '')
      }
    } else lines.push(...section.lines)
  }
  return `${lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

/** A CV as a JSON Resume 1.0.0 document. */
export function renderJsonResume(person: Person): string {
  return `${JSON.stringify(
    {
      $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
      basics: {
        name: person.name,
        label: person.headline,
        email: person.email ?? undefined,
        phone: person.phone ?? undefined,
        url: person.links?.[0] ? `https://${person.links[0]}` : undefined,
        summary: person.profile,
        location: {
          address: person.street,
          postalCode: person.postalCode,
          city: person.city,
          countryCode: person.country,
        },
        profiles: [],
      },
      work: person.jobs.map((job) => ({
        name: job.organisation,
        position: job.title,
        location: job.place,
        startDate: job.start,
        ...(job.end === 'present' ? {} : { endDate: job.end }),
        highlights: job.lines,
      })),
      education: person.degrees.map((degree) => ({
        institution: degree.school,
        studyType: degree.title,
        ...(degree.start ? { startDate: degree.start } : {}),
        endDate: degree.end,
      })),
      skills: person.skills.map((group) => ({ name: group.category, keywords: group.items })),
      languages: person.languages.map(({ name, shown }) => ({ language: name, fluency: shown })),
      interests: person.interests ? [{ name: person.interests }] : [],
    },
    null,
    2,
  )}\n`
}
