import type { Candidate, TextLine } from './candidate.ts'
import type { DocumentReading, Read, ReadLine } from './reading.ts'
import type { About } from './record.ts'

/** Days taken for granted when a CV does not speak of availability (M033). */
const assumedNoticeDays = 30

const contact = /[^\s@]+@[^\s@]+\.[a-z]{2,}|(?:\+|00|\b0)\d(?:[\s().-]?\d){7,13}/gi

/**
 * The candidate's fields a reading gives, and where each came from. `newId` makes ids of list elements. Lines are kept
 * with their places; e-mail addresses and telephone numbers in them are masked, since only sealed fields may hold them.
 */
export function readingToCandidate(
  reading: DocumentReading,
  documentId: string,
  newId: () => string,
): { fields: Partial<Candidate>; about: About } {
  const { cv } = reading
  const fields: Partial<Candidate> = { origin: 'import', documentId }
  const about: About = {}
  const note = (path: string, read: Read<unknown> | null) => {
    if (!read) return
    about[path] = {
      by: 'reader',
      confidence: read.confidence,
      source: { documentId, boxes: read.boxes, text: read.text },
      ...(read.doubt ? { doubt: read.doubt } : {}),
      ...(read.from ? { from: read.from } : {}),
    }
  }
  const scalar = <K extends keyof Candidate>(field: K, read: Read<Candidate[K]> | null) => {
    if (!read) return
    fields[field] = read.value
    note(field, read)
  }
  scalar('fullName', cv.fullName)
  scalar('headline', cv.headline)
  scalar('email', cv.email)
  scalar('phone', cv.phone)
  scalar('address', cv.address)
  scalar('city', cv.city)
  scalar('postalCode', cv.postalCode)
  scalar('birthDate', cv.birthDate)
  scalar('availableFrom', cv.availableFrom)
  scalar('mobilityKm', cv.mobilityKm)
  scalar('vehicle', cv.vehicle)
  scalar('workMode', cv.workMode)
  scalar('situation', cv.situation)
  if (cv.contracts.length > 0) {
    fields.contracts = cv.contracts.map((contract) => contract.value)
    note('contracts', leastSure(cv.contracts))
  }
  if (cv.mobilityPlaces.length > 0) {
    fields.mobilityPlaces = cv.mobilityPlaces.map((place) => place.value)
    note('mobilityPlaces', leastSure(cv.mobilityPlaces))
  }
  if (cv.pay) {
    const { min, max, currency, period } = cv.pay.value
    fields.salaryMin = min
    if (max !== null) fields.salaryMax = max
    fields.salaryCurrency = currency
    fields.salaryPeriod = period
    note('salaryMin', cv.pay)
  }
  if (cv.country) fields.country = cv.country
  if (cv.links.length > 0) {
    fields.links = cv.links.map((link) => link.value)
    note('links', leastSure(cv.links))
  }
  if (cv.noticeDays) scalar('noticeDays', cv.noticeDays)
  else if (!cv.availableFrom) {
    fields.noticeDays = assumedNoticeDays
    about['noticeDays'] = { by: 'assumed' }
  }
  const toLine = (line: ReadLine): TextLine => ({
    text: line.text.replace(contact, '•••'),
    documentId,
    boxes: line.boxes,
  })

  if (cv.summary.length > 0) fields.summary = cv.summary.map(toLine)
  fields.experiences = Object.fromEntries(
    cv.jobs.map((job, order) => {
      const id = newId()
      const path = `experiences/${id}`
      note(`${path}/title`, job.title)
      note(`${path}/organisation`, job.organisation)
      note(`${path}/place`, job.place)
      note(`${path}/start`, job.start)
      note(`${path}/end`, job.end)
      return [
        id,
        {
          title: textOf(job.title),
          organisation: textOf(job.organisation),
          place: textOf(job.place),
          start: textOf(job.start),
          end: textOf(job.end),
          lines: job.lines.map(toLine),
          order,
        },
      ]
    }),
  )
  fields.education = Object.fromEntries(
    cv.degrees.map((degree, order) => {
      const id = newId()
      const path = `education/${id}`
      note(`${path}/title`, degree.title)
      note(`${path}/school`, degree.school)
      note(`${path}/place`, degree.place)
      note(`${path}/start`, degree.start)
      note(`${path}/end`, degree.end)
      if (degree.level !== '') note(`${path}/level`, degree.title)
      return [
        id,
        {
          title: textOf(degree.title),
          school: textOf(degree.school),
          place: textOf(degree.place),
          start: textOf(degree.start),
          end: textOf(degree.end),
          level: degree.level,
          lines: degree.lines.map(toLine),
          order,
        },
      ]
    }),
  )
  fields.skills = Object.fromEntries(
    cv.skills.map((skill, order) => {
      const id = newId()
      note(`skills/${id}/name`, skill)
      return [
        id,
        {
          name: skill.value,
          category: skill.category,
          level: skill.level ?? null,
          years: skill.years ?? null,
          lastUsed: '',
          verified: false,
          order,
        },
      ]
    }),
  )
  // Languages have a list of their own and are never skills (C18).
  fields.languages = Object.fromEntries(
    cv.languages.map((language, order) => {
      const id = newId()
      note(`languages/${id}/name`, language.name)
      note(`languages/${id}/level`, language.level)
      return [
        id,
        { code: language.code, name: language.name.value, level: language.level?.value ?? ('' as const), order },
      ]
    }),
  )
  fields.licences = Object.fromEntries(
    cv.licences.map((licence, order) => {
      const id = newId()
      note(`licences/${id}/name`, licence)
      return [
        id,
        { kind: licence.kind, code: licence.code, name: licence.value, date: licence.date, validUntil: '', order },
      ]
    }),
  )
  if (cv.otherLines.length > 0) fields.otherLines = cv.otherLines.map(toLine)
  return { fields, about }
}

const textOf = (read: Read | null): string => read?.value ?? ''

/** A list vouches for itself as far as its least sure element does. */
const leastSure = <T>(reads: readonly Read<T>[]): Read<T> =>
  reads.reduce((least, read) => (read.confidence < least.confidence ? read : least))
