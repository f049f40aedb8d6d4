import type { PDFDocumentProxy } from 'pdfjs-dist'
import { err, ok, type Result } from '../../src/kit/result.ts'
import type { ApartPassage, CvReading, DocumentReading, ReadFailure, ReadLine } from '../../src/model/reading.ts'
import { boundReading } from './boundReading.ts'
import { settleConfidence } from './confidence.ts'
import type { Environment } from './environment.ts'
import { completeFromPage } from './completeFromPage.ts'
import { hintedName } from './entities/hintedName.ts'
import { openArchive } from './formats/archive.ts'
import { readDocx } from './formats/readDocx.ts'
import { openCompoundFile } from './formats/compoundFile.ts'
import { decodeText } from './formats/decodeText.ts'
import type { FlowText } from './formats/flowText.ts'
import { mailToFlow, readMhtml } from './formats/readMail.ts'
import { readDoc } from './formats/readDoc.ts'
import { readHtml } from './formats/readHtml.ts'
import { type EmbeddedCv, embeddedToReading } from './formats/readJsonResume.ts'
import { readPageNotes } from './formats/pageNotes.ts'
import { readCvData, readPdfData, readPdfTitles } from './formats/pdfData.ts'
import {
  needsRecognition,
  type OpenPdf,
  openPdf,
  openPdfToRead,
  readPdfPage,
  renderForRecognition,
} from './formats/readPdf.ts'
import { longestSide, pictureToCanvas, recogniseCanvas } from './formats/readPicture.ts'
import { readFlatOdt, readOdt } from './formats/readOdt.ts'
import { readRtf } from './formats/readRtf.ts'
import { pictureSize } from './formats/pictureSize.ts'
import { layOnPages, textToParagraphs } from './formats/plainPages.ts'
import { sniff, type SniffedFormat } from './formats/sniff.ts'
import { unfolding } from './formats/unfolding.ts'
import { findStuffing, hiddenByStyle, setHiddenApart } from './hidden.ts'
import { instructionLines } from './instructions.ts'
import { boundLines, boundWords } from './layout/boundText.ts'
import { readEuropassRows } from './layout/europassRows.ts'
import { dropFurniture } from './layout/furniture.ts'
import type { Line, PageText } from './layout/page.ts'
import { orderedLines } from './layout/orderedLines.ts'
import { readingOrder } from './layout/readingOrder.ts'
import { itemsToSegments } from './layout/segments.ts'
import { joinWrappedRows } from './layout/wrappedRows.ts'
import { isLinkedInProfile, readLinkedInProfile } from './linkedinProfile.ts'
import { documentsOfMail, holdsFiles, openMail } from './openContainer.ts'
import type { FileToRead, ReadLimits, ReadProgress } from './protocol.ts'
import { repairPages } from './text/repairPages.ts'
import { understand } from './understand.ts'

/** Version of the reader; readings made by another are made anew when asked. */
export const engine = 'vivier-reader/1'

/** A document as pages of runs, before anything is understood. */
export interface OpenedDocument {
  format: SniffedFormat
  pages: PageText[]
  /** Words that no eye sees, taken off the pages. */
  apart: ApartPassage[]
  /** Set when the file says itself what its values are: alone, or beside pages of their own. */
  embedded?: { maker: DocumentReading['maker']; cv: CvReading; isBesidePages: boolean }
  /** What the file says it is called and by whom. */
  titles?: string[]
}

const pictureTypes: Partial<Record<SniffedFormat, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  bmp: 'image/bmp',
  heic: 'image/heic',
  avif: 'image/avif',
}

/** MIME type of a picture the reader takes, or undefined. */
export const pictureType = (format: SniffedFormat): string | undefined => pictureTypes[format]

type Told = (progress: ReadProgress) => void

/** Reads a file and understands it as a CV. Every failure is a value; nothing is thrown for bad input. */
export async function readDocument(
  environment: Environment,
  file: FileToRead,
  limits: ReadLimits,
  tell: Told = () => {},
  /** False to keep the rules' own confidence, which the fitting starts from. */
  settled = true,
): Promise<Result<DocumentReading, ReadFailure>> {
  const sniffed = sniff(file.bytes)
  if (await holdsFiles(file.bytes, sniffed)) return err({ type: 'HoldsFiles', format: sniffed })
  const opened = await openDocument(environment, file, limits, tell)
  if (!opened.ok) return opened
  const { format, pages, apart, embedded, titles = [] } = opened.value
  tell({ step: 'understanding', page: pages.length, pageCount: pages.length })
  const { lines, links, instructions } = pagesToLines(pages)
  const sizes = pages.map(({ width, height }) => ({ width, height }))
  const understood = understand(lines, links, file.fileName, sizes)
  if (settled) settleConfidence(understood.cv, pages.some((page) => page.by === 'recognition')) // prettier-ignore
  const isLinkedIn = format === 'pdf' && isLinkedInProfile(lines)
  const seen = isLinkedIn ? readLinkedInProfile(understood.cv, lines, sizes) : understood.cv
  if (!seen.fullName || seen.fullName.doubt === 'from-file-name' || seen.fullName.doubt === 'from-email')
    seen.fullName = hintedName(titles, lines, seen.email?.value ?? '', sizes) ?? seen.fullName
  const stated = embedded ? withoutInstructions(embedded.cv) : seen
  const cv = embedded?.isBesidePages ? completeFromPage(stated, seen, lines, sizes) : stated
  const reading: DocumentReading = {
    engine,
    format,
    pageCount: pages.length,
    pages: pages.map(({ width, height, by }) => ({ width, height, by })),
    lines: understood.lines,
    maker: embedded?.maker ?? (isLinkedIn ? 'linkedin' : ''),
    hiddenPassages: [...new Set([...apart, ...instructions].map(({ text }) => text))],
    apart: distinct([...apart, ...instructions, ...findStuffing(lines)]),
    cv,
  }
  boundReading(reading)
  if (lines.length === 0) return err({ type: 'NoText' })
  return looksLikeCv(cv, lines, embedded !== undefined) ? ok(reading) : err({ type: 'NotACv' })
}

/** The text of a file, a line each, for adverts; of a mail that brings one, the text of what it brings. */
export async function readPlainText(
  environment: Environment,
  file: FileToRead,
  limits: ReadLimits,
): Promise<Result<string, ReadFailure>> {
  for (const { fileName, bytes } of await documentsOfMail(file.bytes, sniff(file.bytes))) {
    const format = sniff(bytes)
    if (format === 'zip' || format === 'eml' || format === 'msg') continue
    const read = await readPlainText(environment, { fileName, bytes: bytes.slice() }, limits)
    if (read.ok && read.value.length >= leastAdvert) return read
  }
  const opened = await openDocument(environment, file, limits, () => {})
  if (!opened.ok) return opened
  const { lines } = pagesToLines(opened.value.pages)
  if (lines.length === 0) return err({ type: 'NoText' })
  return ok(lines.map((line) => (line.bullet ? '• ' : '') + line.text.replace(/\t+/g, '  ')).join('\n'))
}

/** Shorter than this, an attachment is no advert: the mail's own words are. */
const leastAdvert = 200

/** Lines in reading order, without repeated headers and footers, and without sentences addressed to machines. */
export function pagesToLines(pages: readonly PageText[]): {
  lines: Line[]
  links: PageText['links']
  instructions: ApartPassage[]
} {
  let block = 0
  const nextBlock = () => (block += 1)
  const perPage = pages.map((page) =>
    page.ordered
      ? orderedLines(page, nextBlock)
      : readingOrder(itemsToSegments(page.items, page.number), nextBlock, page.width),
  )
  const joined = readEuropassRows(joinWrappedRows(dropFurniture(perPage, pages).flat()))
  boundLines(joined)
  const forMachines = instructionLines(joined.map((line) => line.text))
  const lines = joined.filter((_, index) => !forMachines.has(index))
  const instructions = [...forMachines].map((index): ApartPassage => {
    const { text, page } = joined[index]!
    return { text, page, reason: 'instruction' }
  })
  return { lines, links: pages.flatMap((page) => page.links), instructions }
}

/** Opens any readable format into pages of runs, within the limits; letters that were damaged on their way are mended. */
export async function openDocument(
  environment: Environment,
  file: FileToRead,
  limits: ReadLimits,
  tell: Told,
): Promise<Result<OpenedDocument, ReadFailure>> {
  const opened = await openPages(environment, file, limits, tell)
  if (opened.ok) {
    boundWords(opened.value.pages)
    repairPages(opened.value.pages)
  }
  return opened
}

async function openPages(
  environment: Environment,
  file: FileToRead,
  limits: ReadLimits,
  tell: Told,
): Promise<Result<OpenedDocument, ReadFailure>> {
  const { bytes } = file
  if (bytes.length === 0) return err({ type: 'Empty' })
  if (bytes.length > limits.sizeBytes)
    return err({ type: 'TooLarge', sizeBytes: bytes.length, limitBytes: limits.sizeBytes })
  const format = sniff(bytes)
  tell({ step: 'opening', page: 0, pageCount: 0 })
  switch (format) {
    case 'pdf':
      return openPdfPages(environment, file, limits, tell)
    case 'docx': {
      const archive = openArchive(bytes, limits.inflatedBytes, 'docx')
      if (!archive.ok) return archive
      const read = await readDocx(archive.value, bytes)
      if (!read.ok) return read
      return flow(format, layOnPages(read.value.paragraphs), read.value.hiddenPassages, limits)
    }
    case 'json': {
      const text = decodeText(bytes)
      const data = text === null ? null : readCvData(text)
      if (data) return statedAlone(format, data, limits)
      return flow('txt', layOnPages(textToParagraphs(text ?? '')), [], limits)
    }
    case 'odt': {
      const archive = openArchive(bytes, limits.inflatedBytes, 'odt')
      return archive.ok ? flowText(format, readOdt(archive.value), limits) : archive
    }
    case 'europass': {
      const data = readCvData(decodeText(bytes) ?? '')
      return data ? statedAlone(format, data, limits) : err({ type: 'Corrupt', format })
    }
    case 'fodt':
      return flowText('odt', readFlatOdt(decodeText(bytes) ?? ''), limits)
    case 'doc': {
      const container = openCompoundFile(bytes)
      return container ? flowText(format, readDoc(container), limits) : err({ type: 'Corrupt', format })
    }
    case 'html': {
      const page = readHtml(bytes)
      return flowText(format, page ? ok(page) : err({ type: 'Corrupt', format }), limits)
    }
    case 'mhtml':
      return flowText(format, await readMhtml(bytes), limits)
    case 'eml':
    case 'msg': {
      const mail = await openMail(bytes, format)
      return mail?.ok
        ? flowText(format, ok(mailToFlow(mail.value)), limits)
        : (mail ?? err({ type: 'Corrupt', format }))
    }
    case 'rtf':
      return flowText(format, ok(readRtf(bytes)), limits)
    case 'txt': {
      const text = decodeText(bytes)
      if (text === null) return err({ type: 'Unsupported', format: 'binary' })
      return flow(format, layOnPages(textToParagraphs(text)), [], limits)
    }
    default: {
      const type = pictureTypes[format]
      if (!type) return err({ type: 'Unsupported', format })
      return openPicture(environment, file, format, type, limits, tell)
    }
  }
}

function flow(
  format: SniffedFormat,
  pages: PageText[],
  hiddenPassages: readonly string[],
  limits: ReadLimits,
): Result<OpenedDocument, ReadFailure> {
  if (pages.length > limits.pages) return err({ type: 'TooManyPages', pageCount: pages.length, limit: limits.pages })
  const apart = [...hiddenByStyle(hiddenPassages), ...pages.flatMap(setHiddenApart)]
  return ok({ format, pages, apart })
}

/** A file that is nothing but data, on sheets laid out for the eye. */
function statedAlone(format: SniffedFormat, data: EmbeddedCv, limits: ReadLimits): Result<OpenedDocument, ReadFailure> {
  const { pages, reading } = embeddedToReading(data)
  if (pages.length > limits.pages) return err({ type: 'TooManyPages', pageCount: pages.length, limit: limits.pages })
  return ok({ format, pages, apart: [], embedded: { maker: data.maker, cv: reading, isBesidePages: false } })
}

const flowText = (
  format: SniffedFormat,
  read: Result<FlowText, ReadFailure>,
  limits: ReadLimits,
): Result<OpenedDocument, ReadFailure> =>
  read.ok ? flow(format, layOnPages(read.value.paragraphs), read.value.hiddenPassages, limits) : read

/** A side shorter than that holds no line of words; enlarged to be read, a speck would fill the memory. */
const leastPixels = 48

async function openPicture(
  environment: Environment,
  file: FileToRead,
  format: SniffedFormat,
  type: string,
  limits: ReadLimits,
  tell: Told,
): Promise<Result<OpenedDocument, ReadFailure>> {
  const size = pictureSize(file.bytes)
  if (!size || size.width <= 0 || size.height <= 0) return err({ type: 'Corrupt', format })
  const megapixels = (size.width * size.height) / 1e6
  if (Math.min(size.width, size.height) < leastPixels) return err({ type: 'NoText' })
  if (megapixels > limits.megapixels)
    return err({ type: 'TooManyPixels', megapixels: Math.round(megapixels * 10) / 10, limit: limits.megapixels })
  tell({ step: 'recognition', page: 1, pageCount: 1 })
  let picture
  try {
    picture = await environment.decodePicture(file.bytes, type)
  } catch {
    // The browser knows no such format (HEIC on most), or the data is broken.
    return err(format === 'heic' || format === 'avif' ? { type: 'Unsupported', format } : { type: 'Corrupt', format })
  }
  try {
    const canvas = pictureToCanvas(environment, picture, longestSide)
    const page = await recogniseCanvas(environment, canvas, 1, undefined, () =>
      tell({ step: 'recognition', page: 1, pageCount: 1 }),
    )
    return ok({ format, pages: [page], apart: [] })
  } finally {
    picture.close()
  }
}

async function openPdfPages(
  environment: Environment,
  file: FileToRead,
  limits: ReadLimits,
  tell: Told,
): Promise<Result<OpenedDocument, ReadFailure>> {
  unfolding.wasStopped = false
  const opened = await openPdfToRead(environment, file.bytes, file.password)
  if (!opened.ok) return unfolding.wasStopped ? err({ type: 'Bomb' }) : opened
  const { pdf, close } = opened.value
  let drawable: OpenPdf | null = null
  try {
    const pageCount = pdf.numPages
    if (pageCount > limits.pages) return err({ type: 'TooManyPages', pageCount, limit: limits.pages })
    const pages: PageText[] = []
    const apart: ApartPassage[] = []
    const notes = await readPageNotes(pdf)
    for (let number = 1; number <= pageCount; number += 1) {
      tell({ step: 'text', page: number, pageCount })
      let page = await readPdfPage(opened.value, number, notes.get(number))
      // What was stopped while it was read would have to be stopped again while it is drawn.
      if (needsRecognition(page) && !unfolding.wasStopped) {
        tell({ step: 'recognition', page: number, pageCount })
        if (!drawable) {
          const again = await openPdf(environment, file.bytes, file.password)
          if (!again.ok) return again
          drawable = again.value
        }
        const beat = () => tell({ step: 'recognition', page: number, pageCount })
        const seen = await recognisePdfPage(environment, drawable.pdf, page, beat)
        if (seen && seen.items.length > page.items.length / 4) page = { ...seen, links: page.links }
        else if (page.items.length === 0) page.by = 'none'
      }
      apart.push(...setHiddenApart(page))
      pages.push(page)
    }
    if (unfolding.wasStopped && pages.every(({ items }) => items.length === 0)) return err({ type: 'Bomb' })
    const data = await readPdfData(pdf)
    const titles = await readPdfTitles(pdf)
    if (!data) return ok({ format: 'pdf', pages, apart, titles })
    const embedded = { maker: data.maker, cv: embeddedToReading(data).reading, isBesidePages: true }
    return ok({ format: 'pdf', pages, apart, titles, embedded })
  } catch {
    // pdf.js gave up in the middle: the file is damaged beyond what it repairs.
    return err({ type: 'Corrupt', format: 'pdf' })
  } finally {
    await close()
    await drawable?.close()
  }
}

async function recognisePdfPage(
  environment: Environment,
  pdf: PDFDocumentProxy,
  page: PageText,
  beat: () => void,
): Promise<PageText | null> {
  try {
    const canvas = await renderForRecognition(environment, pdf, page.number)
    return await recogniseCanvas(environment, canvas, page.number, page.width / canvas.width, beat)
  } catch {
    // A page that cannot be drawn has no words for us; the others may.
    return null
  }
}

/** A file that says itself what its values are may speak to machines in them all the same. */
function withoutInstructions(cv: CvReading): CvReading {
  const spoken = (lines: ReadLine[]) => {
    const forMachines = instructionLines(lines.map((line) => line.text))
    return lines.filter((_, index) => !forMachines.has(index))
  }
  return {
    ...cv,
    summary: spoken(cv.summary),
    otherLines: spoken(cv.otherLines),
    jobs: cv.jobs.map((job) => ({ ...job, lines: spoken(job.lines) })),
    degrees: cv.degrees.map((degree) => ({ ...degree, lines: spoken(degree.lines) })),
  }
}

/** The same words in the same place are told once; a file of nothing else is not told at endless length. */
function distinct(passages: readonly ApartPassage[]): ApartPassage[] {
  const byKey = new Map(passages.map((passage) => [`${passage.page}|${passage.text}`, passage]))
  return [...byKey.values()].slice(0, 200)
}

/** Evidence that a document is somebody's CV: who it is about, and parts that CVs have. */
function looksLikeCv(cv: CvReading, lines: readonly Line[], embedded: boolean): boolean {
  if (embedded) return true
  const parts =
    (cv.jobs.length > 0 ? 1 : 0) +
    (cv.degrees.length > 0 ? 1 : 0) +
    (cv.skills.length > 0 ? 1 : 0) +
    (cv.languages.length > 0 ? 1 : 0)
  const contact = (cv.email ? 1 : 0) + (cv.phone ? 1 : 0) + (cv.links.length > 0 ? 0.5 : 0)
  const named = cv.fullName && cv.fullName.confidence >= 0.6 ? 1 : 0
  const length = lines.reduce((sum, line) => sum + line.text.length, 0)
  if (parts >= 2) return true
  if (parts === 1) return contact + named >= 1
  return contact >= 1 && named === 1 && length < 6000
}
