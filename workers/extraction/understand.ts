import type { CountryCode } from 'libphonenumber-js/min'
import { fold } from '../../src/kit/fold.ts'
import type { CvReading, Read, ReadLine } from '../../src/model/reading.ts'
import { findAvailability } from './entities/availability.ts'
import { countryOfPhones, findEmails, findLinks, findPhones } from './entities/contacts.ts'
import { findDegrees } from './entities/degrees.ts'
import { findJobs } from './entities/jobs.ts'
import { findSpokenLanguages, isLanguageGrid, isOnlyLanguages, languageLines } from './entities/languages.ts'
import { findLicences, isOnlyLicence } from './entities/licences.ts'
import { findName, nameShape } from './entities/names.ts'
import { isPlace } from './entities/entries.ts'
import { findPlace, isStreet, opensWithStreet } from './entities/places.ts'
import { findSkills, strayLists } from './entities/skills.ts'
import { isOnlyDates } from './entities/dates.ts'
import { findWishes } from './entities/wishes.ts'
import { headingKind } from './lexicon/headings.ts'
import { occupationScore } from './lexicon/occupations.ts'
import type { Line, PageText } from './layout/page.ts'
import { type Piece, pieceOf, readOf, type PageSizes, toReadLine } from './layout/reads.ts'
import { type Section, splitSections } from './layout/sections.ts'
import { fullNameOfCountry, guessLanguage } from './entities/localeHints.ts'

/** What the lines of a document tell, each value with where it stands and how sure it is. */
export function understand(
  lines: readonly Line[],
  links: readonly PageText['links'][number][],
  fileName: string,
  sizes: PageSizes,
): { cv: CvReading; lines: ReadLine[] } {
  const sections = splitSections(lines)
  const language = guessLanguage(lines)
  const header = sections.filter((section) => section.name === 'header').flatMap((section) => section.lines)
  const emails = findEmails(lines, links, sizes)
  const addresses = emails.map((email) => email.value)
  const first = headerFirst(sections, header)
  const name = findName(first, lines, addresses, fileName, sizes)
  const hint = countryOfPhones(first) || countryOfPhones(lines) || (language === 'fr' ? 'FR' : '')
  const atTop = findPlace(first, hint, sizes)
  const beside = atTop.city ? atTop : findPlace(besideContacts(lines, sections), hint, sizes)
  // A footer, too, may tell where somebody lives: beside the e-mail address or the number.
  const footers = lines.filter(
    (line) =>
      !first.includes(line) && line.text.length < 140 && contactPattern.test(line.text) && /\d{4}/.test(line.text),
  )
  const place = beside.city ? beside : findPlace(footers, hint, sizes)
  const country = place.country || hint || fullNameOfCountry(header) || (language === 'fr' ? 'FR' : '')
  const shaped = lines.some((line) => /(?<!\d)(?:\(\d{3}\)\s?|\d{3}[-.])\d{3}[-.]\d{4}(?!\d)/.test(line.text))
    ? 'US'
    : 'GB'
  const dialled = (country || shaped) as CountryCode
  const phones = findPhones([...header, ...lines.filter((line) => !header.includes(line))], links, dialled, sizes)
  const phone = phones[0] ?? null
  const used = new Set<Line>(name.lines)
  const told = new Set(
    sections
      .filter((section) => section.name === 'experience' || section.name === 'projects')
      .flatMap((section) => section.lines),
  )
  const ownWords = lines.filter((line) => !told.has(line))
  const headline =
    labelledHeadline(lines, sizes) ??
    findHeadline(aroundName(first, name.lines, lines), name.lines, name.read?.text ?? '', sizes)
  if (headline) used.add(headline.line)
  const readLinks = findLinks(header, lines, links, addresses, sizes)

  const reading: CvReading = {
    language,
    country: country || (phones[0]?.value.startsWith('+1') ? 'US' : ''),
    fullName: name.read,
    headline: headline?.read ?? null,
    email: emails[0] ?? null,
    phone,
    address: place.address,
    city: place.city,
    postalCode: place.postalCode,
    birthDate: findBirthDate(header, sizes),
    links: readLinks,
    summary: [],
    jobs: [],
    degrees: [],
    skills: [],
    languages: [],
    licences: findLicences(
      lines.filter((line) => !used.has(line)),
      sizes,
      licenceLines(lines, sections),
    ),
    // What a job was about is no wish: a delivery 'en véhicule' says nothing of the person's own.
    ...findAvailability(ownWords, sizes),
    ...findWishes(ownWords, sizes),
    otherLines: [],
  }
  const readLines: ReadLine[] = []
  for (const section of mergeSections(sections)) {
    if (section.heading) readLines.push(toReadLine(section.heading, section.name, sizes))
    for (const line of section.lines) readLines.push(toReadLine(line, section.name, sizes))
    const own = section.lines
    const keep = (kept: readonly Line[]) =>
      reading.otherLines.push(
        ...kept
          .filter((line) => !isContactLine(line) && !isOnlyLicence(line.text))
          .map((line) => toReadLine(line, section.name, sizes)),
      )
    switch (section.name) {
      case 'experience':
        reading.jobs.push(...findJobs(own, sizes))
        break
      case 'education': {
        reading.degrees.push(...findDegrees(own, sizes))
        break
      }
      case 'skills': {
        const spoken = languageLines(own)
        if (spoken.length > 0) addLanguages(reading, findSpokenLanguages(spoken, true, sizes))
        const { skills, unused } = findSkills(
          own.filter((line) => !spoken.includes(line) && !isLanguageGrid(line.text) && !/^permis\b/i.test(line.text)),
          section.heading?.text ?? '',
          sizes,
        )
        for (const skill of skills)
          if (!reading.skills.some((other) => fold(other.value) === fold(skill.value))) reading.skills.push(skill)
        keep(unused)
        break
      }
      case 'languages':
        addLanguages(reading, findSpokenLanguages(own, true, sizes))
        break
      case 'summary':
        reading.summary.push(
          ...own.filter((line) => !isContactLine(line)).map((line) => toReadLine(line, 'summary', sizes)),
        )
        break
      case 'header': {
        const spoken = own.filter((line) => !used.has(line)).flatMap((line) => languageCells(line))
        if (spoken.length > 0) addLanguages(reading, findSpokenLanguages(spoken, false, sizes))
        const prose = own.filter(
          (line) => !used.has(line) && line.text.length > 60 && !isContactLine(line) && !/\t/.test(line.text),
        )
        if (section.topic === '') reading.summary.push(...prose.map((line) => toReadLine(line, 'summary', sizes)))
        break
      }
      default: {
        const spoken = own.filter((line) => isOnlyLanguages(line.text))
        if (spoken.length > 0) addLanguages(reading, findSpokenLanguages(spoken, false, sizes))
        keep(own.filter((line) => !used.has(line) && !spoken.includes(line)))
      }
    }
  }
  if (reading.skills.length === 0) {
    const stray = strayLists(
      sections
        .filter(({ name: section }) => section === 'header' || section === 'summary' || section === 'other')
        .flatMap((section) =>
          section.heading && section.name === 'other' ? [section.heading, ...section.lines] : section.lines,
        )
        .filter((line) => !used.has(line)),
    )
    if (stray.length > 0) reading.skills.push(...findSkills(stray, '', sizes).skills)
  }
  reading.otherLines = reading.otherLines.filter((line) => line.text !== '')
  return { cv: reading, lines: readLines }
}

/** Lines around the e-mail address and the telephone number, whatever section they were taken for. */
function besideContacts(lines: readonly Line[], sections: readonly Section[]): Line[] {
  const told = new Set(
    sections.filter(({ name }) => name === 'experience' || name === 'education').flatMap((section) => section.lines),
  )
  const contacts = lines.filter((line) => !told.has(line) && contactPattern.test(line.text) && line.text.length < 80)
  return lines.filter(
    (line) =>
      !told.has(line) &&
      line.text.length < 60 &&
      contacts.some(
        (other) =>
          other.page === line.page && other.block === line.block && Math.abs(other.y0 - line.y0) < 5 * line.size,
      ),
  )
}

/** Lines that a heading or a label in the margin puts under driving licences. */
const licenceLines = (lines: readonly Line[], sections: readonly Section[]): Set<Line> =>
  new Set([
    ...sections.filter((section) => section.topic === 'licence').flatMap((section) => section.lines),
    ...lines.filter((_, index) => {
      const above = lines[index - 1]
      if (!above) return false
      return (
        (above.margin && headingKind(above.text) === 'licence') ||
        /^(?:driving licen[cs]es?|licen[cs]es?|permis(?: de conduire)?)\s*:?$/i.test(above.text)
      )
    }),
  ])

/** Cells of a header row that name languages only, as lines of their own. */
function languageCells(line: Line): Line[] {
  return [...line.text.matchAll(/[^\t|•·]+/g)].flatMap((match) => {
    const text = match[0].trim()
    if (!isOnlyLanguages(text)) return []
    const from = match.index + match[0].indexOf(text)
    return [
      {
        ...line,
        text,
        spans: line.spans
          .filter((span) => span.end > from && span.start < from + text.length)
          .map((span) => ({
            ...span,
            start: Math.max(0, span.start - from),
            end: Math.min(text.length, span.end - from),
          })),
      },
    ]
  })
}

const addLanguages = (reading: CvReading, found: CvReading['languages']) => {
  for (const language of found) {
    const known = reading.languages.find((other) => other.code === language.code)
    if (!known) reading.languages.push(language)
    else if (!known.level && language.level) {
      known.level = language.level
      known.name = language.name
    }
  }
}

/** Pages and columns part a section; its entries belong together all the same. */
function mergeSections(sections: readonly Section[]): Section[] {
  const merged: Section[] = []
  for (const section of sections) {
    const last =
      section.heading === null && section.topic === ''
        ? merged.findLast((other) => other.name === section.name && other.topic === '')
        : undefined
    if (last && section.name !== 'header') last.lines.push(...section.lines)
    else merged.push({ ...section, lines: [...section.lines] })
  }
  return merged
}

/** Header lines with those of the very top first: the sidebar's contacts may come before the name. */
function headerFirst(sections: readonly Section[], header: readonly Line[]): Line[] {
  const untitled = sections
    .filter((section) => section.name === 'header' && section.topic === '')
    .flatMap((section) => section.lines)
  return [...new Set([...untitled, ...header])]
}

/** Header lines, and those that follow the name where it stands outside what was taken for the header. */
function aroundName(header: readonly Line[], nameLines: readonly Line[], lines: readonly Line[]): Line[] {
  const last = nameLines.at(-1)
  if (!last || header.includes(last)) return [...header]
  const at = lines.indexOf(last)
  return [...nameLines, ...lines.slice(at + 1, at + 4).filter((line) => !nameLines.includes(line))]
}

const contactPattern = /@|https?:|www\.|(?:\+\d|\b0\d)(?:[\s().-]?\d){7,}|linkedin|github/i
const isContactLine = (line: Line): boolean => contactPattern.test(line.text) && line.text.length < 120

const headlineLabel =
  /^(?:poste (?:vis[ée]|recherch[ée]|souhait[ée]|d[ée]sir[ée])|emploi (?:vis[ée]|recherch[ée]|souhait[ée])|titre du profil|job applied for|position (?:applied for|sought|desired)|(?:preferred|desired) (?:job|position|role)|job title)\s*:?\s*/i

/** 'Poste visé' and 'Job applied for' name the headline, on their row or the next. */
function labelledHeadline(lines: readonly Line[], sizes: PageSizes): { read: Read; line: Line } | null {
  for (const [index, line] of lines.slice(0, 30).entries()) {
    const match = headlineLabel.exec(line.text)
    if (!match) continue
    const rest = pieceOf(line, match[0].length)
    const next = lines[index + 1]
    const piece = rest.text !== '' ? rest : next ? pieceOf(next) : null
    if (piece && canBeHeadline(piece.text, '') && piece.text.length < 90)
      return { read: readOf(piece, piece.text, 0.9, sizes), line: piece.line }
  }
  return null
}

/** The line that says what the person is: near the name, shaped like a title. */
function findHeadline(
  header: readonly Line[],
  nameLines: readonly Line[],
  name: string,
  sizes: PageSizes,
): { read: Read; line: Line } | null {
  const nameLine = nameLines.at(-1)
  // A headline on the name's own row, after a separator.
  if (nameLine) {
    const at = nameLine.text.toLowerCase().indexOf(name.toLowerCase())
    const rest = at >= 0 ? pieceOf(nameLine, at + name.length) : null
    // A headline too long for the name's row goes on below, in the same letters.
    const after = header[header.indexOf(nameLine) + 1]
    const wraps =
      rest !== null &&
      rest.text.length > 3 &&
      after !== undefined &&
      after.page === nameLine.page &&
      after.y0 - nameLine.y1 < 0.8 * nameLine.size &&
      Math.abs(after.size - nameLine.size) < 0.5 &&
      after.colour === (nameLine.spans.at(-1)?.colour ?? '') &&
      after.text.length < 50 &&
      canBeHeadline(`${rest.text} ${after.text}`, name) &&
      occupationScore(`${rest.text} ${after.text}`) > 0.4
    if (rest && wraps) return { read: readOf(rest, `${rest.text} ${after.text}`, 0.8, sizes), line: nameLine }
    if (rest && rest.text.length > 3 && rest.text.length < 90 && occupationScore(rest.text) > 0.4)
      return { read: readOf(rest, rest.text, 0.85, sizes), line: nameLine }
  }
  const start = nameLine ? header.indexOf(nameLine) : -1
  const sizesOfHeader = header.map((line) => line.size).sort((a, b) => a - b)
  const plainSize = sizesOfHeader[Math.floor(sizesOfHeader.length / 2)] ?? 10
  let best: { piece: Piece; score: number } | null = null
  for (const [index, line] of header.entries()) {
    if (nameLines.includes(line) || headingKind(line.text) !== null) continue
    const distance = index - start
    const tooFar = start >= 0 ? distance < -2 || distance > 6 : index > 6
    // Below a long list of contacts, only letters that stand out still say what the person is.
    const standsOut =
      line.size >= 1.15 * plainSize || (line.bold && occupationScore(line.text) >= 0.8 && isCapitals(line.text))
    if (tooFar && (distance < 0 || index > 14 || !standsOut)) continue
    const near =
      nameLine && line.page === nameLine.page && line.y0 >= nameLine.y0 - 2 && line.y0 - nameLine.y1 < 3.5 * line.size
        ? 0.5
        : 0
    const cells = cellsOf(line)
    for (const piece of cells) {
      if (!canBeHeadline(piece.text, name)) continue
      const occupation = occupationScore(piece.text)
      if ((cells.length > 1 || tooFar) && occupation < 0.5) continue
      const score =
        occupation +
        near +
        (distance === 1 ? 0.35 : 0) +
        (line.size > 11 ? 0.1 : 0) -
        (nameShape(piece.text) > 1.2 ? 0.6 : 0) -
        (piece.text.length > 75 ? 0.3 : 0)
      if (score >= 0.75 && (!best || score > best.score + (best.piece.line === line ? 0.2 : 0))) best = { piece, score }
    }
  }
  if (!best) return null
  const { piece, score } = best
  return { read: readOf(piece, piece.text, Math.min(0.92, 0.45 + 0.25 * score), sizes), line: piece.line }
}

const isCapitals = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase()

/** 'Title | age | town' and cells of a row, each by itself. */
const cellsOf = (line: Line): Piece[] =>
  [...line.text.matchAll(/(?:(?!\t|\s[|•·]\s)[\s\S])+/g)]
    .map((match) => pieceOf(line, match.index, match.index + match[0].length))
    .filter((piece) => piece.text !== '')

function canBeHeadline(text: string, name: string): boolean {
  if (text.length < 3 || text.length > 110 || contactPattern.test(text)) return false
  if (isOnlyDates(text) || headingKind(text) !== null) return false
  if (/^\d|\d{4,}/.test(text) || isOnlyLanguages(text) || isOnlyLicence(text) || fold(text) === fold(name)) return false
  if (
    /^(?:n[ée]e?|born|[âa]ge|age|nationalit|adresse|address|t[ée]l|e-?mail|permis|mari|c[ée]libataire|french|fran[çc]aise?)\b/i.test(
      text,
    )
  )
    return false
  if (
    /^(?:lieu-?dit|appartement|appt?\.?|apt\.?|b[âa]t(?:iment)?\.?|escalier|[ée]tage|hameau|lot(?:issement)?\.?|r[ée]s(?:idence)?\.?|bp|chez|c\/o|flat|unit)\s/i.test(
      text,
    )
  )
    return false
  if (isPlace(text) || /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b/.test(text)) return false
  if (isStreet(text) && (opensWithStreet(text) || occupationScore(text) < 0.8)) return false
  return !(/[.!]$/.test(text) && text.split(' ').length > 8)
}

const birthLabel =
  /(?:n[ée]e?\s+le|date de naissance|naissance|date of birth|d\.?o\.?b\.?|born(?: on)?|birth(?:day|date)?)\s*[:-]?\s*(?:le\s+)?(?<d>\d{1,2})[\s/.-]+(?<m>\d{1,2}|\p{L}+\.?)[\s/.-]+(?<y>(?:19|20)\d{2})/iu
const monthNames = [
  'jan',
  'fev|feb',
  'mar',
  'avr|apr',
  'mai|may',
  'juin|jun',
  'juil|jul',
  'aou|aug',
  'sep',
  'oct',
  'nov',
  'dec',
]

function findBirthDate(lines: readonly Line[], sizes: PageSizes): Read | null {
  for (const line of lines) {
    const match = birthLabel.exec(line.text)
    const groups = match?.groups
    if (!match || !groups) continue
    const named = monthNames.findIndex((names) => new RegExp(`^(?:${names})`).test(fold(groups['m']!)))
    const month = /^\d/.test(groups['m']!) ? Number(groups['m']) : named + 1
    const day = Number(groups['d'])
    if (month < 1 || month > 12 || day < 1 || day > 31) continue
    const value = `${groups['y']}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    return readOf({ line, start: match.index, end: match.index + match[0].length, text: match[0] }, value, 0.95, sizes)
  }
  return null
}
