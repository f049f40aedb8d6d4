import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib'
import type { Person } from '../corpus/person.ts'

export type Profile = Person & {
  /** As printed under the headline. */
  place: string
  slug: string
}

const words = {
  fr: {
    contact: 'Coordonnées',
    skills: 'Principales compétences',
    summary: 'Résumé',
    jobs: 'Expérience',
    degrees: 'Formation',
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
    years: (count: number) => `${count} an${count > 1 ? 's' : ''}`,
    monthCount: (count: number) => `${count} mois`,
  },
  en: {
    contact: 'Contact',
    skills: 'Top Skills',
    summary: 'Summary',
    jobs: 'Experience',
    degrees: 'Education',
    months: 'January February March April May June July August September October November December'.split(' '),
    years: (count: number) => `${count} year${count > 1 ? 's' : ''}`,
    monthCount: (count: number) => `${count} month${count > 1 ? 's' : ''}`,
  },
}
const white = rgb(1, 1, 1)
const slate = rgb(0.16, 0.24, 0.29)
const ink = rgb(0.09, 0.09, 0.09)
const grey = rgb(0.44, 0.44, 0.44)
/** US Letter, with the side column and the main one where that site puts them. */
const sheet = { width: 612, height: 792, side: 22, sideWidth: 160, main: 223, mainWidth: 350 }
const lastMonth = '2026-10'

/** A profile the way LinkedIn prints one: contacts beside the career, posts under their employer, durations told. */
export async function linkedInPdf(profile: Profile): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const date = new Date('2026-10-01T08:00:00Z')
  pdf.setTitle('Profile')
  pdf.setProducer('pdf-lib')
  pdf.setCreationDate(date)
  pdf.setModificationDate(date)
  const t = words[profile.language]
  let page: PDFPage = pdf.addPage([sheet.width, sheet.height])
  page.drawRectangle({ x: 0, y: 0, width: 200, height: sheet.height, color: slate })
  let y = 40
  const write = (text: string, size: number, at: 'side' | 'main', colour = ink, after = 3) => {
    for (const row of wrap(text, font, size, at === 'side' ? sheet.sideWidth : sheet.mainWidth)) {
      if (y > sheet.height - 60) {
        page = pdf.addPage([sheet.width, sheet.height])
        y = 40
      }
      page.drawText(row, { x: sheet[at], y: sheet.height - y, size, font, color: colour })
      y += size * 1.3
    }
    y += after
  }
  const side = (title: string, lines: readonly string[]) => {
    if (lines.length === 0) return
    write(title, 13.5, 'side', white, 6)
    for (const line of lines) write(line, 10.5, 'side', white)
    y += 12
  }
  const contacts = [
    profile.phone ? `${profile.phone} (Mobile)` : '',
    profile.email ?? '',
    `www.linkedin.com/in/${profile.slug} (LinkedIn)`,
  ]
  side(
    t.contact,
    contacts.filter((line) => line !== ''),
  )
  side(
    t.skills,
    profile.skills.flatMap(({ items }) => items),
  )
  side(
    'Languages',
    profile.languages.map(({ name, shown }) => `${name} (${shown})`),
  )
  y = 40
  write(profile.name, 26, 'main')
  write(profile.headline, 12, 'main')
  write(profile.place, 12, 'main', grey, 14)
  if (profile.profile) {
    write(t.summary, 15.75, 'main', ink, 6)
    write(profile.profile, 10.5, 'main', ink, 14)
  }
  write(t.jobs, 15.75, 'main', ink, 6)
  for (const [index, job] of profile.jobs.entries()) {
    const isFirst = profile.jobs[index - 1]?.organisation !== job.organisation
    if (isFirst) {
      const posts = profile.jobs.slice(index).filter(({ organisation }) => organisation === job.organisation)
      write(job.organisation, 12, 'main')
      if (posts.length > 1) write(lasting(posts.at(-1)!.start, posts[0]!.end, t), 10.5, 'main')
    }
    write(job.title, 11.5, 'main')
    write(`${told(job.start, t)} - ${told(job.end, t)} (${lasting(job.start, job.end, t)})`, 10.5, 'main')
    if (job.place) write(job.place, 10.5, 'main', grey)
    for (const line of job.lines) write(line, 10.5, 'main')
    y += 8
  }
  write(t.degrees, 15.75, 'main', ink, 6)
  for (const degree of profile.degrees) {
    write(degree.school, 12, 'main')
    write(`${degree.title} · (${degree.start ? `${degree.start} - ` : ''}${degree.end})`, 10.5, 'main', ink, 8)
  }
  for (const [index, each] of pdf.getPages().entries())
    each.drawText(`Page ${index + 1} of ${pdf.getPageCount()}`, { x: 280, y: 20, size: 9, font, color: grey })
  return pdf.save({ useObjectStreams: true })
}

type Words = (typeof words)['fr']

const told = (date: string, t: Words): string =>
  date === 'present' ? 'Present' : `${t.months[Number(date.slice(5)) - 1]} ${date.slice(0, 4)}`

function lasting(start: string, end: string, t: Words): string {
  const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5))
  const count = monthOf(end === 'present' ? lastMonth : end) - monthOf(start) + 1
  const parts = [count >= 12 ? t.years(Math.floor(count / 12)) : '', count % 12 > 0 ? t.monthCount(count % 12) : '']
  return parts.filter((part) => part !== '').join(' ')
}

/** Rows of a text; a word wider than the column is cut, as addresses are. */
function wrap(text: string, font: PDFFont, size: number, width: number): string[] {
  const rows: string[] = ['']
  for (const word of text.split(' ')) {
    const joined = `${rows.at(-1)!} ${word}`.trim()
    if (font.widthOfTextAtSize(joined, size) <= width) rows[rows.length - 1] = joined
    else {
      if (rows.at(-1) !== '') rows.push('')
      for (const letter of word) {
        const longer = rows.at(-1)! + letter
        if (font.widthOfTextAtSize(longer, size) <= width) rows[rows.length - 1] = longer
        else rows.push(letter)
      }
    }
  }
  return rows
}
