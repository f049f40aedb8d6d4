/** What stands on the sheet, already worded. */
export interface RecoverySheet {
  title: string
  /** Names and values: workspace, relay, date. */
  facts: readonly (readonly [string, string])[]
  words: readonly string[]
  how: string
  keep: string
}

/** Points; A4. */
const page = { width: 595, height: 842, margin: 56 }
const columns = 3

/** One A4 page with the words in order, to be printed and put away. The PDF library is loaded when first needed. */
export async function recoveryPdf(sheet: RecoverySheet): Promise<Blob> {
  const { PDFDocument, StandardFonts, rgb } = await import('@cantoo/pdf-lib')
  const document = await PDFDocument.create()
  const [sans, bold, mono] = await Promise.all(
    [StandardFonts.Helvetica, StandardFonts.HelveticaBold, StandardFonts.CourierBold].map((name) =>
      document.embedFont(name),
    ),
  )
  if (sans === undefined || bold === undefined || mono === undefined) throw new Error('A standard font is missing.')
  const drawn = document.addPage([page.width, page.height])
  const ink = rgb(0.05, 0.19, 0.22)
  const width = page.width - 2 * page.margin
  let y = page.height - page.margin - 22
  drawn.drawText(plain(sheet.title), { x: page.margin, y, size: 22, font: bold, color: ink })
  y -= 34
  for (const [name, value] of sheet.facts) {
    drawn.drawText(plain(name), { x: page.margin, y, size: 11, font: sans, color: rgb(0.35, 0.42, 0.44) })
    drawn.drawText(plain(value), { x: page.margin + 96, y, size: 11, font: sans, color: ink })
    y -= 17
  }
  y -= 20
  const rows = Math.ceil(sheet.words.length / columns)
  const top = y
  for (const [index, word] of sheet.words.entries()) {
    const x = page.margin + Math.floor(index / rows) * (width / columns)
    const at = top - (index % rows) * 30
    drawn.drawText(`${index + 1}`.padStart(2), { x, y: at, size: 10, font: sans, color: rgb(0.35, 0.42, 0.44) })
    drawn.drawText(plain(word), { x: x + 22, y: at, size: 15, font: mono, color: ink })
  }
  y = top - rows * 30 - 10
  for (const paragraph of [sheet.how, sheet.keep]) {
    for (const line of linesOf(plain(paragraph), (text) => sans.widthOfTextAtSize(text, 12), width)) {
      drawn.drawText(line, { x: page.margin, y, size: 12, font: sans, color: ink })
      y -= 18
    }
    y -= 10
  }
  return new Blob([(await document.save()) as Uint8Array<ArrayBuffer>], { type: 'application/pdf' })
}

/** What the standard fonts can write: Latin letters with their accents in one piece. Others become `?`. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('\u202F', '\u00A0')
    // oxlint-disable-next-line no-control-regex -- the range is what these fonts hold
    .replaceAll(/[^\u0000-\u00FF\u2013\u2014\u2018\u2019\u201C\u201D\u0152\u0153\u20AC\u2026]/g, '?')

function linesOf(text: string, widthOf: (text: string) => number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && widthOf(longer) > most) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}
