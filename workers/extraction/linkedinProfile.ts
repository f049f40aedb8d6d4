import { fold } from '../../src/kit/fold.ts'
import type { CvReading, Read, ReadDegree, ReadJob } from '../../src/model/reading.ts'
import { findDates, isOnlyDates } from './entities/dates.ts'
import { isPlace } from './entities/entries.ts'
import { cityCountries } from './lexicon/cities.ts'
import { diplomaLevel } from './lexicon/diplomas.ts'
import { headingKind } from './lexicon/headings.ts'
import type { Line } from './layout/page.ts'
import { type PageSizes, pieceOf, readOf, toReadLine } from './layout/reads.ts'

/** True for the PDF that LinkedIn makes of a profile: its own address in the side column, and its kinds of contacts. */
export function isLinkedInProfile(lines: readonly Line[]): boolean {
  const has = (pattern: RegExp) => lines.some(({ text }) => pattern.test(text))
  return (
    has(/^(?:www\.)?linkedin\.com\/in\/\S+/i) &&
    has(/^(?:coordonn[ée]es|contact)$/i) &&
    has(/\((?:linkedin|mobile|home|personal|portfolio|company)\)/i) &&
    has(/^(?:principales comp[ée]tences|top skills|exp[ée]rience|experience)$/i)
  )
}

// What its layout tells is as sure as data: only a wrapped row may go wrong.
const sure = 0.96

/**
 * The reading of a LinkedIn profile, its career read by the sizes of its letters: employers above their posts, titles
 * above their dates, places below. Where the page is laid out otherwise, the reading stays as it was.
 */
export function readLinkedInProfile(cv: CvReading, lines: readonly Line[], sizes: PageSizes): CvReading {
  const name = lines.reduce((best, line) => (line.size > best.size ? line : best), lines[0]!)
  const main = lines.filter((line) => line.x0 > name.x0 - 3 && !/^page\s+\d+\s+(?:of|sur|de)\s+\d+$/i.test(line.text))
  const nameAt = main.indexOf(name)
  const headings = main.filter(
    (line) => line !== name && line.size > 1.2 * (main.at(-1)?.size ?? 10) && headingKind(line.text) !== null,
  )
  const size = headings[0]?.size ?? 0
  if (nameAt < 0 || size === 0 || headings.some((line) => Math.abs(line.size - size) > 0.3)) return cv
  const nameRows = main.slice(nameAt).filter((line, index) => index < 2 && Math.abs(line.size - name.size) < 0.5)
  const isHeading = (line: Line) => line !== name && Math.abs(line.size - size) < 0.3
  const sectionOf = (kind: string): Line[] => {
    const at = main.findIndex((line) => isHeading(line) && headingKind(line.text) === kind)
    if (at < 0) return []
    const end = main.findIndex((line, index) => index > at && isHeading(line))
    return main.slice(at + 1, end < 0 ? undefined : end)
  }
  const head = main.slice(
    nameAt + nameRows.length,
    main.findIndex((line, index) => index > nameAt && isHeading(line)),
  )
  const jobs = readPosts(sectionOf('experience'), sizes)
  const degrees = readSchools(sectionOf('education'), sizes)
  return {
    ...cv,
    fullName: nameOf(nameRows, sizes),
    ...readHead(head, cv, sizes),
    links: withWholeAddress(cv.links, lines),
    jobs: jobs.length > 0 ? jobs : cv.jobs,
    degrees: degrees.length > 0 ? degrees : cv.degrees,
  }
}

/** The profile's own address, which the narrow column cuts wherever it is full. */
function withWholeAddress(links: readonly Read[], lines: readonly Line[]): Read[] {
  const at = lines.findIndex((line) => /linkedin\.com\/in\//i.test(line.text))
  const rows = lines.slice(Math.max(0, at), at + 3).map((line) => line.text)
  const address = /linkedin\.com\/in\/[^()]+(?=\(linkedin\))/i.exec(rows.join(''))?.[0].replace(/\s/g, '')
  if (!address) return [...links]
  const bare = (url: string) => url.replace(/^(?:https?:\/\/)?(?:www\.)?/i, '')
  return links.map((link) =>
    /^linkedin\.com\/in\//i.test(bare(link.value)) && address.startsWith(bare(link.value))
      ? { ...link, value: `https://www.${address}` }
      : link,
  )
}

const whole = (line: Line, sizes: PageSizes): Read => readOf(pieceOf(line), pieceOf(line).text, sure, sizes)

/** One value over several rows. */
function joined(rows: readonly Line[], sizes: PageSizes): Read | null {
  const [first, ...rest] = rows.map((line) => whole(line, sizes))
  if (!first) return null
  const text = [first, ...rest].map((read) => read.text).join(' ')
  return { ...first, value: text, text, boxes: [first, ...rest].flatMap((read) => read.boxes) }
}

/** The name, over two rows perhaps, without the letters and pronouns that some set behind it. */
function nameOf(rows: readonly Line[], sizes: PageSizes): Read {
  const whole = joined(rows, sizes)!
  const end = whole.value.search(/\s*(?:,|\(|\s[|–-]\s)/)
  const value = end > 2 ? whole.value.slice(0, end) : whole.value
  const boxes = rows.flatMap((row) => {
    const part = pieceOf(row, 0, Math.min(row.text.length, value.length))
    return value.includes(part.text) ? readOf(part, '', 1, sizes).boxes : []
  })
  return { ...whole, value, text: value, confidence: 0.98, boxes: boxes.length > 0 ? boxes : whole.boxes }
}

/** The headline under the name, and the place under the headline in letters of another grey. */
function readHead(head: readonly Line[], cv: CvReading, sizes: PageSizes): Pick<CvReading, 'headline' | 'city'> {
  const last = head.at(-1)
  const above = head.at(-2)
  const isLastPlace =
    last !== undefined &&
    last.text.length < 80 &&
    ((above !== undefined && last.colour !== above.colour) || isPlace(last.text) || area.test(last.text))
  const place = isLastPlace ? last : null
  // Two dashes stand where there is none.
  const rows = (place ? head.slice(0, -1) : head).filter(({ text }) => /\p{L}/u.test(text))
  const headline = joined(rows, sizes)
  return { headline: headline ?? cv.headline, city: place ? townOf(place, sizes) : cv.city }
}

const area =
  /^(?:r[ée]gion de |grand(?:e)? |greater |city of |ville de |m[ée]tropole de )|(?: et p[ée]riph[ée]rie| metropolitan (?:area|region)| bay area| area| region)$/i
const regions =
  /^(?:ile[- ]de[- ]france|auvergne[- ]rhone[- ]alpes|bretagne|brittany|normandie|normandy|pays de la loire|nouvelle[- ]aquitaine|occitanie|provence[- ]alpes[- ]cote d.azur|grand est|hauts[- ]de[- ]france|bourgogne[- ]franche[- ]comte|centre[- ]val de loire|corse|corsica|england|scotland|wales|quebec|ontario|wallonie|region wallonne|flandre)$/

/** The town in 'Ville de Paris, Île-de-France, France' or 'Greater Bristol Area'; null where only a region stands. */
function townOf(line: Line, sizes: PageSizes): Read | null {
  const text = line.text.split(/\s*,\s*/)[0]!
  const parts = line.text.split(',').length
  let start = 0
  let end = text.length
  for (let opened = area.exec(text.slice(start, end)); opened; opened = area.exec(text.slice(start, end))) {
    if (opened.index === 0) start += opened[0].length
    else end = start + opened.index
  }
  const town = text.slice(start, end).replace(/^l['’]/, '')
  if (town === '' || regions.test(fold(town))) return null
  // A name alone may be a country's.
  if (parts === 1 && end - start === text.length && cityCountries(town) === null) return null
  return readOf(pieceOf(line, start, end), town, sure, sizes)
}

const span = /^(?:\d+\s(?:ans?|years?))?(?:\s?\d+\s(?:mois|months?))?$|^(?:moins d['’]un an|less than a year)$/i

/** Posts: a title above a row of dates; an employer in larger letters above its first post. */
function readPosts(lines: readonly Line[], sizes: PageSizes): ReadJob[] {
  const jobs: ReadJob[] = []
  const dates = lines.flatMap((line, at) => (isDates(line) ? [at] : []))
  if (dates.length === 0) return []
  let organisation: Read | null = null
  let from = 0
  for (const at of dates) {
    const dateLine = lines[at]!
    const titleSize = lines[at - 1]?.size ?? 0
    if (at === from || titleSize <= dateLine.size + 0.3) return []
    let first = at - 1
    while (first > from && Math.abs(lines[first - 1]!.size - titleSize) < 0.2) first -= 1
    let above = first - 1
    if (above >= from && span.test(lines[above]!.text)) above -= 1
    const employer: Line[] = []
    while (above >= from && lines[above]!.size > titleSize + 0.2) {
      employer.unshift(lines[above]!)
      above -= 1
    }
    if (employer.length > 0) organisation = joined(employer, sizes)
    else if (jobs.length === 0) return []
    jobs.at(-1)?.lines.push(...lines.slice(from, above + 1).map((line) => toReadLine(line, 'experience', sizes)))
    const range = findDates(dateLine.text)[0]!
    const dated = (value: string): Read =>
      readOf({ line: dateLine, start: range.from, end: range.to, text: '' }, value, 0.98, sizes)
    const below = lines[at + 1]
    const place =
      below &&
      !isDates(below) &&
      below.text.length < 80 &&
      Math.abs(below.size - dateLine.size) < 0.2 &&
      (below.colour !== dateLine.colour || isPlace(below.text) || area.test(below.text))
        ? below
        : null
    jobs.push({
      title: joined(lines.slice(first, at), sizes),
      organisation,
      place: place ? whole(place, sizes) : null,
      start: dated(range.start),
      end: dated(range.end === '' ? range.start : range.end),
      lines: [],
    })
    from = at + (place ? 2 : 1)
  }
  jobs.at(-1)?.lines.push(...lines.slice(from).map((line) => toReadLine(line, 'experience', sizes)))
  return jobs
}

/** Dates, with how long they lasted in brackets. */
function isDates(line: Line): boolean {
  const dates = line.text.replace(/\s*\([^()]*\)$/, '')
  return isOnlyDates(dates) && findDates(dates).length === 1 && (dates !== line.text || /\s[-–]\s/.test(dates))
}

/** Schools in larger letters, each with 'Degree, Field · (2014 - 2016)' below. */
function readSchools(lines: readonly Line[], sizes: PageSizes): ReadDegree[] {
  const large = Math.max(0, ...lines.map((line) => line.size))
  const isSchool = (line: Line) => line.size > large - 0.2
  if (lines.length === 0 || !isSchool(lines[0]!) || lines.every(isSchool)) return []
  const degrees: ReadDegree[] = []
  for (let at = 0; at < lines.length;) {
    const school: Line[] = []
    while (at < lines.length && isSchool(lines[at]!)) school.push(lines[at++]!)
    const rows: Line[] = []
    while (at < lines.length && !isSchool(lines[at]!)) rows.push(lines[at++]!)
    const degree: ReadDegree = {
      title: null,
      school: joined(school, sizes),
      place: null,
      start: null,
      end: null,
      level: '',
      lines: [],
    }
    const dateAt = rows.findIndex((line) => /\([^()]*\d{4}[^()]*\)\s*$/.test(line.text))
    const dateLine = rows[dateAt]
    const range = dateLine ? findDates(dateLine.text).at(-1) : undefined
    const titled = dateAt >= 0 ? rows.slice(0, dateAt + 1) : rows.slice(0, 1)
    const parts = titled
      .map((line) => {
        const cut = line === dateLine ? line.text.search(/\s*·?\s*\([^()]*\d{4}[^()]*\)\s*$/) : line.text.length
        return pieceOf(line, 0, cut)
      })
      .filter((piece) => piece.text !== '')
      .map((piece) => readOf(piece, piece.text, sure, sizes))
    if (parts[0]) {
      const text = parts.map((read) => read.text).join(' ')
      degree.title = { ...parts[0], value: text, text, boxes: parts.flatMap((read) => read.boxes) }
      degree.level = diplomaLevel(text)
    }
    if (dateLine && range) {
      const dated = (value: string): Read =>
        readOf({ line: dateLine, start: range.from, end: range.to, text: '' }, value, 0.98, sizes)
      if (range.end !== '') degree.start = dated(range.start)
      degree.end = dated(range.end === '' ? range.start : range.end)
    }
    degree.lines = rows.slice(titled.length).map((line) => toReadLine(line, 'education', sizes))
    degrees.push(degree)
  }
  return degrees
}
