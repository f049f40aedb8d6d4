import { PDFDocument, StandardFonts, rgb } from '@cantoo/pdf-lib'
import type { PDFFont, PDFPage, RGB } from '@cantoo/pdf-lib'
import { personToOutline } from './outline.ts'
import type { Entry, Outline, Section } from './outline.ts'
import type { Person } from './person.ts'

export type PdfLayout = 'oneColumn' | 'leftSidebar' | 'dateMargin' | 'classic'

type Fonts = { plain: PDFFont; bold: PDFFont; italic: PDFFont }

const A4 = { width: 595.28, height: 841.89 }
const bottomMargin = 48
const ink = rgb(0.13, 0.13, 0.15)
const grey = rgb(0.38, 0.38, 0.42)

/**
 * A CV of one or two A4 pages in the PDF standard fonts, so a few kilobytes small. The text must fit
 * WinAnsi (western European letters); pdf-lib throws on others. The same person gives the same bytes.
 */
export async function renderPdf(
  person: Person,
  layout: PdfLayout,
  accent: [number, number, number],
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const serif = layout === 'classic'
  const fonts: Fonts = {
    plain: await pdf.embedFont(serif ? StandardFonts.TimesRoman : StandardFonts.Helvetica),
    bold: await pdf.embedFont(serif ? StandardFonts.TimesRomanBold : StandardFonts.HelveticaBold),
    italic: await pdf.embedFont(serif ? StandardFonts.TimesRomanItalic : StandardFonts.HelveticaOblique),
  }
  pdf.setTitle(`CV ${person.name}`)
  pdf.setProducer('pdf-lib')
  pdf.setCreator('')
  pdf.setCreationDate(new Date('2026-10-01T08:00:00Z'))
  pdf.setModificationDate(new Date('2026-10-01T08:00:00Z'))
  const outline = personToOutline(person)
  const colour = rgb(...accent)
  if (layout === 'leftSidebar') drawLeftSidebar(pdf, fonts, outline, colour)
  else drawSingle(pdf, fonts, outline, colour, layout)
  return pdf.save({ useObjectStreams: true })
}

function drawSingle(pdf: PDFDocument, fonts: Fonts, outline: Outline, colour: RGB, layout: PdfLayout): void {
  const column = new Column(pdf, pdf.addPage([A4.width, A4.height]), fonts, 52, A4.width - 104, 58)
  const centred = layout === 'classic'
  column.write(outline.name, { font: fonts.bold, size: 21, colour, centred })
  column.write(outline.headline, { font: fonts.plain, size: 12.5, colour: grey, centred })
  column.space(3)
  column.write(outline.contact.join(centred ? ' - ' : '  |  '), { size: 9.2, colour: grey, centred })
  for (const section of outline.sections) {
    column.space(13)
    column.keepTogether(52)
    column.write(centred ? section.title.toUpperCase() : section.title, { font: fonts.bold, size: 12.5, colour })
    column.rule(colour)
    writeSection(column, fonts, section, layout)
  }
}

function drawLeftSidebar(pdf: PDFDocument, fonts: Fonts, outline: Outline, colour: RGB): void {
  const page = pdf.addPage([A4.width, A4.height])
  const width = 172
  page.drawRectangle({ x: 0, y: 0, width, height: A4.height, color: colour })
  const side = new Column(pdf, page, fonts, 18, width - 34, 60, rgb(1, 1, 1))
  const main = new Column(pdf, page, fonts, width + 24, A4.width - width - 62, 58)
  const isAside = (section: Section) => !['profile', 'jobs', 'degrees'].includes(section.kind)
  side.write('Contact', { font: fonts.bold, size: 11.5 })
  side.space(2)
  for (const line of outline.contact) side.write(line, { size: side.fittingSize(line, 8.6) })
  for (const section of outline.sections.filter(isAside)) {
    side.space(12)
    side.write(section.title, { font: fonts.bold, size: 11.5 })
    side.space(2)
    if ('items' in section) for (const item of section.items) side.write(item, { size: 9 })
  }
  main.write(outline.name, { font: fonts.bold, size: 22, colour })
  main.write(outline.headline, { size: 12.5, colour: grey })
  for (const section of outline.sections.filter((each) => !isAside(each))) {
    main.space(14)
    main.keepTogether(52)
    main.write(section.title.toUpperCase(), { font: fonts.bold, size: 11.5, colour })
    main.rule(colour)
    writeSection(main, fonts, section, 'leftSidebar')
  }
}

function writeSection(column: Column, fonts: Fonts, section: Section, layout: PdfLayout): void {
  if (!('entries' in section)) {
    for (const line of section.lines) column.write(line, { size: 10.4 })
    return
  }
  for (const entry of section.entries) {
    column.keepTogether(30 + entry.lines.length * 14)
    if (layout === 'dateMargin') writeBesideDates(column, fonts, entry)
    else writeUnderHeading(column, fonts, entry, layout)
    column.space(6)
  }
}

function writeUnderHeading(column: Column, fonts: Fonts, entry: Entry, layout: PdfLayout): void {
  if (layout === 'leftSidebar') {
    column.write(entry.heading, { font: fonts.bold, size: 11 })
    column.write(`${entry.below}  |  ${entry.dates}`, { size: 9.8, colour: grey })
  } else {
    column.write(entry.heading, { font: fonts.bold, size: 11.2, right: entry.dates })
    column.write(entry.below, { font: fonts.italic, size: 10.4 })
  }
  for (const line of entry.lines) column.write(line, { size: 10.2, bullet: layout === 'classic' ? '-' : '•' })
}

function writeBesideDates(column: Column, fonts: Fonts, entry: Entry): void {
  const margin = 118
  column.aside(entry.dates, margin - 12, 9.2)
  column.indented(margin, () => {
    column.write(entry.heading, { font: fonts.bold, size: 11 })
    column.write(entry.below, { font: fonts.italic, size: 10.4 })
    for (const line of entry.lines) column.write(line, { size: 10.2, bullet: '•' })
  })
}

type Style = { font?: PDFFont; size?: number; colour?: RGB; centred?: boolean; right?: string; bullet?: string }

/** Writes wrapped lines downwards and opens a new page when the bottom is reached. */
class Column {
  private readonly pdf: PDFDocument
  private page: PDFPage
  private readonly fonts: Fonts
  private x: number
  private width: number
  private y: number
  private readonly colour: RGB

  constructor(pdf: PDFDocument, page: PDFPage, fonts: Fonts, x: number, width: number, top: number, colour: RGB = ink) {
    this.pdf = pdf
    this.page = page
    this.fonts = fonts
    this.x = x
    this.width = width
    this.y = A4.height - top
    this.colour = colour
  }

  write(text: string, style: Style): void {
    const { font = this.fonts.plain, size = 10, colour = this.colour, centred = false, right, bullet } = style
    const indent = bullet === undefined ? 0 : 11
    const rightWidth = right === undefined ? 0 : this.fonts.plain.widthOfTextAtSize(right, 9.2) + 10
    const lines = wrap(text, font, size, this.width - indent - rightWidth)
    for (const [number, line] of lines.entries()) {
      if (this.y - size < bottomMargin) this.nextPage()
      const x = centred ? this.x + (this.width - font.widthOfTextAtSize(line, size)) / 2 : this.x + indent
      if (number === 0 && bullet !== undefined) {
        this.page.drawText(bullet, { x: this.x, y: this.y, font: this.fonts.plain, size, color: colour })
      }
      this.page.drawText(line, { x, y: this.y, font, size, color: colour })
      if (number === 0 && right !== undefined) {
        const rightX = this.x + this.width - rightWidth + 10
        this.page.drawText(right, { x: rightX, y: this.y, font: this.fonts.plain, size: 9.2, color: grey })
      }
      this.y -= size * 1.32
    }
  }

  /** At most `size`, and small enough that the longest word of the text keeps to the column. */
  fittingSize(text: string, size: number): number {
    const widest = Math.max(...text.split(' ').map((word) => this.fonts.plain.widthOfTextAtSize(word, size)))
    return Math.min(size, (size * this.width) / widest)
  }

  /** Text at the left of what comes next, which starts on the same line. */
  aside(text: string, width: number, size: number): void {
    for (const [number, line] of wrap(text, this.fonts.plain, size, width).entries()) {
      const y = this.y - number * size * 1.25
      this.page.drawText(line, { x: this.x, y, font: this.fonts.plain, size, color: grey })
    }
  }

  indented(by: number, draw: () => void): void {
    this.x += by
    this.width -= by
    draw()
    this.x -= by
    this.width += by
  }

  rule(colour: RGB): void {
    const y = this.y + 7
    this.page.drawLine({ start: { x: this.x, y }, end: { x: this.x + this.width, y }, thickness: 0.6, color: colour })
    this.y -= 7
  }

  space(points: number): void {
    this.y -= points
  }

  /** Starts a new page if fewer points than these are left. */
  keepTogether(points: number): void {
    if (this.y - points < bottomMargin) this.nextPage()
  }

  private nextPage(): void {
    this.page = this.pdf.addPage([A4.width, A4.height])
    this.y = A4.height - 58
  }
}

function wrap(text: string, font: PDFFont, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && font.widthOfTextAtSize(longer, size) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}
