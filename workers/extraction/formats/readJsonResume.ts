import { fold } from '../../../src/kit/fold.ts'
import * as z from 'zod/mini'
import {
  emptyCvReading,
  type CvReading,
  type Read,
  type ReadJob,
  type ReadLine,
  type SectionName,
} from '../../../src/model/reading.ts'
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min'
import { diplomaLevel } from '../lexicon/diplomas.ts'
import { findLanguages, languageLevel } from '../lexicon/spokenLanguages.ts'
import { orderedLines } from '../layout/orderedLines.ts'
import type { Line, PageText } from '../layout/page.ts'
import { boxesOf, type PageSizes, toReadLine } from '../layout/reads.ts'
import { layOnPages, type Paragraph } from './plainPages.ts'
import { guessLanguage } from '../entities/localeHints.ts'

const text = z.catch(z._default(z.string(), ''), '')
const texts = z.catch(z._default(z.array(z.string()), []), [])
const listOf = <T extends z.core.$ZodType>(item: T) =>
  z.catch(
    z._default(z.array(item), () => [] as never),
    () => [] as never,
  )

// https://jsonresume.org/schema, version 1.0.0; `company` and `website` are its older names.
const resumeSchema = z.object({
  basics: z.catch(
    z._default(
      z.object({
        name: text,
        label: text,
        email: text,
        phone: text,
        url: text,
        website: text,
        summary: text,
        location: z.catch(
          z._default(z.object({ address: text, postalCode: text, city: text, countryCode: text, region: text }), () =>
            emptyLocation(),
          ),
          () => emptyLocation(),
        ),
        profiles: listOf(z.object({ network: text, username: text, url: text })),
      }),
      () => emptyBasics(),
    ),
    () => emptyBasics(),
  ),
  work: listOf(
    z.object({
      name: text,
      company: text,
      position: text,
      location: text,
      startDate: text,
      endDate: text,
      summary: text,
      highlights: texts,
    }),
  ),
  education: listOf(
    z.object({ institution: text, area: text, studyType: text, startDate: text, endDate: text, courses: texts }),
  ),
  skills: listOf(z.object({ name: text, level: text, keywords: texts })),
  languages: listOf(z.object({ language: text, fluency: text })),
  certificates: listOf(z.object({ name: text, date: text, issuer: text })),
  interests: listOf(z.object({ name: text, keywords: texts })),
  projects: listOf(z.object({ name: text, description: text, highlights: texts })),
  volunteer: listOf(z.object({ organization: text, position: text, summary: text, highlights: texts })),
})
/** A JSON Resume 1.0.0 whose odd parts were repaired to empty. */
export type JsonResume = z.infer<typeof resumeSchema>

/** A resume of any shape with what is missing or odd in it as empty. */
export const repairJsonResume = (raw: unknown): JsonResume => z.parse(resumeSchema, raw)

/** What a file says of the person as data, apart from any page. */
export interface EmbeddedCv {
  maker: 'europass' | 'jsonresume'
  resume: JsonResume
  /** `YYYY-MM-DD`, '' when not said. */
  birthDate: string
  /** Categories of driving licences. */
  driving: string[]
}

function emptyLocation() {
  return { address: '', postalCode: '', city: '', countryCode: '', region: '' }
}
function emptyBasics() {
  return {
    name: '',
    label: '',
    email: '',
    phone: '',
    url: '',
    website: '',
    summary: '',
    location: emptyLocation(),
    profiles: [],
  }
}

/** The resume a JSON text holds, or null when it is another JSON. */
export function readJsonResume(source: string): JsonResume | null {
  let raw: unknown
  try {
    raw = JSON.parse(source)
  } catch {
    // No JSON: the caller reads it as text.
    return null
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null
  const known = ['basics', 'work', 'education', 'skills'].filter((key) => key in raw)
  if (known.length < 2 && !('basics' in raw)) return null
  const read = z.safeParse(resumeSchema, raw)
  return read.success && (read.data.basics.name !== '' || read.data.work.length > 0) ? read.data : null
}

const month = (date: string): string => /^\d{4}(?:-\d{2})?/.exec(date)?.[0] ?? ''

/** The values as the file states them, on sheets laid out for the eye. */
export function embeddedToReading({ resume, birthDate, driving }: EmbeddedCv): {
  pages: PageText[]
  reading: CvReading
} {
  const paragraphs: Paragraph[] = []
  const wanted: { text: string; put: (read: Read) => void; value: string; confidence: number }[] = []
  const owners: { section: SectionName; heading: boolean; owner: ReadLine[] | null }[] = []
  const row = (
    content: string,
    section: SectionName,
    style: { bold?: boolean; size?: number; bullet?: boolean; heading?: boolean } = {},
    owner: ReadLine[] | null = null,
  ) => {
    if (content.trim() === '') return
    paragraphs.push({
      runs: [
        {
          text: content.replace(/\s+/g, ' '),
          bold: style.bold ?? false,
          italic: false,
          size: style.size ?? 10,
          colour: '',
        },
      ],
      bullet: style.bullet ?? false,
      indent: 0,
      spaceBefore: style.heading ?? false,
    })
    owners.push({ section, heading: style.heading ?? false, owner })
  }
  const want = (value: string, put: (read: Read) => void, shown = value) => {
    if (value.trim() === '') return
    wanted.push({
      text: shown.replace(/\s+/g, ' '),
      value,
      put: (read) => put({ ...read, from: 'data' }),
      confidence: 0.99,
    })
  }
  const { basics } = resume
  const spoken = guessLanguage([{ text: JSON.stringify(resume) } as Line])
  const heads =
    spoken === 'fr'
      ? ['Expérience', 'Formation', 'Compétences', 'Langues', 'Certifications', 'Projets', 'Centres d’intérêt']
      : ['Experience', 'Education', 'Skills', 'Languages', 'Certificates', 'Projects', 'Interests']
  const reading = emptyCvReading(
    spoken,
    /^[A-Za-z]{2}$/.test(basics.location.countryCode) ? basics.location.countryCode.toUpperCase() : '',
  )
  row(basics.name, 'header', { bold: true, size: 18 })
  want(basics.name, (read) => (reading.fullName = read))
  row(basics.label, 'header', { size: 12 })
  want(basics.label, (read) => (reading.headline = read))
  row(basics.email, 'header')
  want(basics.email.toLowerCase(), (read) => (reading.email = read), basics.email)
  row(basics.phone, 'header')
  const phone = parsePhoneNumberFromString(
    basics.phone,
    (reading.country || (spoken === 'fr' ? 'FR' : 'GB')) as CountryCode,
  )
  if (phone?.isPossible()) want(phone.number, (read) => (reading.phone = read), basics.phone)
  row(
    [basics.location.address, [basics.location.postalCode, basics.location.city].filter(Boolean).join(' ')]
      .filter(Boolean)
      .join(', '),
    'header',
  )
  want(basics.location.address, (read) => (reading.address = read))
  want(basics.location.city, (read) => (reading.city = read))
  want(basics.location.postalCode, (read) => (reading.postalCode = read))
  for (const url of [basics.url || basics.website, ...basics.profiles.map((profile) => profile.url)]) {
    if (url === '') continue
    row(url, 'header')
    want(url, (read) => reading.links.push(read))
  }
  if (birthDate !== '') {
    row(birthDate, 'header')
    want(birthDate, (read) => (reading.birthDate = read))
  }
  row(basics.summary, 'summary', {}, reading.summary)
  if (resume.work.length > 0) row(heads[0]!, 'experience', { bold: true, size: 13, heading: true })
  for (const work of resume.work) {
    const job: ReadJob = { title: null, organisation: null, place: null, start: null, end: null, lines: [] }
    const organisation = work.name || work.company
    row([work.position, organisation, work.location].filter(Boolean).join(', '), 'experience', { bold: true })
    want(work.position, (read) => (job.title = read))
    want(organisation, (read) => (job.organisation = read))
    want(work.location, (read) => (job.place = read))
    const end = work.endDate === '' && work.startDate !== '' ? 'present' : month(work.endDate)
    row(
      [month(work.startDate), end === 'present' ? (spoken === 'fr' ? 'aujourd’hui' : 'present') : end]
        .filter(Boolean)
        .join(' – '),
      'experience',
    )
    want(month(work.startDate), (read) => (job.start = read))
    want(end, (read) => (job.end = read), end === 'present' ? (spoken === 'fr' ? 'aujourd’hui' : 'present') : end)
    row(work.summary, 'experience', {}, job.lines)
    for (const highlight of work.highlights) row(highlight, 'experience', { bullet: true }, job.lines)
    reading.jobs.push(job)
  }
  if (resume.education.length > 0) row(heads[1]!, 'education', { bold: true, size: 13, heading: true })
  for (const school of resume.education) {
    // Some write what was studied in both places.
    const isTold = fold(school.studyType).includes(fold(school.area))
    const title = isTold ? school.studyType : [school.studyType, school.area].filter(Boolean).join(', ')
    const degree: CvReading['degrees'][number] = {
      title: null,
      school: null,
      place: null,
      start: null,
      end: null,
      level: diplomaLevel(title),
      lines: [],
    }
    row(title, 'education', { bold: true })
    want(title, (read) => (degree.title = read))
    row([school.institution, month(school.startDate), month(school.endDate)].filter(Boolean).join(' – '), 'education')
    want(school.institution, (read) => (degree.school = read))
    want(month(school.startDate), (read) => (degree.start = read))
    want(month(school.endDate), (read) => (degree.end = read))
    for (const course of school.courses) row(course, 'education', { bullet: true }, degree.lines)
    reading.degrees.push(degree)
  }
  if (resume.skills.length > 0) row(heads[2]!, 'skills', { bold: true, size: 13, heading: true })
  for (const skill of resume.skills) {
    const names = skill.keywords.length > 0 ? skill.keywords : [skill.name]
    row(skill.keywords.length > 0 ? `${skill.name} : ${skill.keywords.join(', ')}` : skill.name, 'skills')
    for (const name of names) want(name, (read) => reading.skills.push({ ...read, category: 'technical' }))
  }
  if (resume.languages.length > 0) row(heads[3]!, 'languages', { bold: true, size: 13, heading: true })
  for (const spokenLanguage of resume.languages) {
    row([spokenLanguage.language, spokenLanguage.fluency].filter(Boolean).join(' : '), 'languages')
    const code = findLanguages(spokenLanguage.language)[0]?.code ?? ''
    want(spokenLanguage.language, (read) => reading.languages.push({ code, name: read, level: null }))
    const level = languageLevel(spokenLanguage.fluency)
    // A level of no language is nobody's.
    if (level && spokenLanguage.language.trim() !== '')
      want(level, (read) => (reading.languages.at(-1)!.level = { ...read, value: level }), spokenLanguage.fluency)
  }
  if (driving.length > 0) {
    row(`${spoken === 'fr' ? 'Permis' : 'Driving licence'} ${driving.join(', ')}`, 'certificates')
    for (const code of driving)
      want(
        `${spoken === 'fr' ? 'Permis' : 'Driving licence'} ${code}`,
        (read) => reading.licences.push({ ...read, kind: 'driving', code, date: '' }),
        code,
      )
  }
  const others: [string, SectionName, string[]][] = [
    [
      heads[4]!,
      'certificates',
      resume.certificates.map((certificate) =>
        [certificate.name, certificate.issuer, month(certificate.date)].filter(Boolean).join(', '),
      ),
    ],
    [
      heads[5]!,
      'projects',
      [
        ...resume.projects.flatMap((project) => [
          [project.name, project.description].filter(Boolean).join(' : '),
          ...project.highlights,
        ]),
        ...resume.volunteer.map((entry) =>
          [entry.position, entry.organization, entry.summary].filter(Boolean).join(', '),
        ),
      ],
    ],
    [
      heads[6]!,
      'interests',
      resume.interests.map((interest) => [interest.name, interest.keywords.join(', ')].filter(Boolean).join(' : ')),
    ],
  ]
  for (const [head, section, rows] of others) {
    if (rows.filter(Boolean).length === 0) continue
    row(head, section, { bold: true, size: 13, heading: true })
    for (const content of rows) row(content, section, { bullet: true }, reading.otherLines)
  }
  const pages = layOnPages(paragraphs)
  const sizes: PageSizes = pages.map(({ width, height }) => ({ width, height }))
  const lines = pages.flatMap((page) => orderedLines(page, () => 1))
  for (const [index, line] of lines.entries()) {
    const owner = owners[index]
    if (owner?.owner) owner.owner.push(toReadLine(line, owner.section, sizes))
  }
  // Values stand in the order of their rows, so each is sought from where the last one was found.
  let from = 0
  for (const { text: shown, value, put, confidence } of wanted) {
    let at = lines.findIndex((line, index) => index >= from && line.text.includes(shown))
    if (at < 0) at = lines.findIndex((line) => line.text.includes(shown))
    const line = at >= 0 ? lines[at] : undefined
    if (line) from = at
    const start = line ? line.text.indexOf(shown) : 0
    put({ value, confidence, boxes: line ? boxesOf(line, sizes, start, start + shown.length) : [], text: shown })
  }
  return { pages, reading }
}
