import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { err, ok, type Result } from '../../../src/kit/result.ts'
import type { ReadFailure } from '../../../src/model/reading.ts'
import type { Canvas, Environment } from '../environment.ts'
import type { PageText, TextItem } from '../layout/page.ts'
import { isBoldFont, isIconFont, isItalicFont } from './fontNames.ts'
import { setLooseAccents } from './looseAccents.ts'
import { type Matrix, multiply } from './inkShapes.ts'
import { inkedPieces } from './inkedText.ts'
import { addFilledWords, linksOf, type PageNote } from './pageNotes.ts'
import { type Ink, noInk, readInk } from './pdfInk.ts'
import { createReadingPort, type ReadingPort } from './readingPort.ts'
import { unfolding } from './unfolding.ts'

/** An open PDF; `close` frees what it holds. */
export interface OpenPdf {
  pdf: PDFDocumentProxy
  /** Names of the fonts met so far, by the names the text layer uses; empty for a PDF opened to be drawn. */
  fontNames: ReadonlyMap<string, string>
  /** Tells whether an optional content is shown when the file is opened. */
  isLayerOn: (layer: unknown) => boolean
  close: () => Promise<void>
}

/** Opens a PDF to be read, with a password when one is given. It cannot be drawn (see `openPdf`). */
export async function openPdfToRead(
  environment: Environment,
  bytes: Uint8Array<ArrayBuffer>,
  password?: string,
): Promise<Result<OpenPdf, ReadFailure>> {
  const pdfjs = await environment.loadPdfjs()
  const { pdfjsWorker } = globalThis as unknown as {
    pdfjsWorker: { WorkerMessageHandler: { initializeFromPort: (port: ReadingPort) => void } }
  }
  const port = createReadingPort()
  const worker = pdfjs.PDFWorker.create({ port: port as unknown as Worker, verbosity: 0 })
  pdfjsWorker.WorkerMessageHandler.initializeFromPort(port)
  // With a FontFace of its own a font would be drawn letter by letter into paths.
  const opened = await open(environment, bytes, password, { worker, fontExtraProperties: true, disableFontFace: false })
  const end = () => {
    worker.destroy()
    port.terminate()
  }
  if (!opened.ok) {
    end()
    return opened
  }
  const { pdf, close } = opened.value
  return ok({
    pdf,
    fontNames: port.fontNames,
    isLayerOn: await readLayers(pdf),
    close: async () => {
      await close()
      end()
    },
  })
}

async function readLayers(pdf: PDFDocumentProxy): Promise<OpenPdf['isLayerOn']> {
  try {
    const layers = await pdf.getOptionalContentConfig()
    return (layer) => {
      try {
        return layers.isVisible(layer as Parameters<typeof layers.isVisible>[0])
      } catch {
        // A layer the file names and does not describe.
        return true
      }
    }
  } catch {
    // Without a readable list of layers all are shown, as viewers do.
    return () => true
  }
}

/** Opens a PDF to be drawn, with a password when one is given. */
export async function openPdf(
  environment: Environment,
  bytes: Uint8Array<ArrayBuffer>,
  password?: string,
): Promise<Result<OpenPdf, ReadFailure>> {
  const opened = await open(environment, bytes, password, {})
  return opened.ok ? ok({ ...opened.value, fontNames: new Map(), isLayerOn: () => true }) : opened
}

/** More than a page scanned at 600 dots an inch. */
const mostPixels = 60e6

async function open(
  environment: Environment,
  bytes: Uint8Array<ArrayBuffer>,
  password: string | undefined,
  more: Record<string, unknown>,
): Promise<Result<Pick<OpenPdf, 'pdf' | 'close'>, ReadFailure>> {
  const pdfjs = await environment.loadPdfjs()
  const task = pdfjs.getDocument({
    // pdf.js takes the buffer over; the caller may still need it.
    data: bytes.slice(),
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    // A picture that claims more is left out: pdf.js would fill it pixel by pixel, for ever.
    maxImageSize: mostPixels,
    verbosity: 0,
    ...(password === undefined ? {} : { password }),
    ...environment.pdfOptions(),
    ...more,
  } as Parameters<typeof pdfjs.getDocument>[0])
  try {
    const pdf = await task.promise
    return ok({ pdf, close: () => task.destroy() })
  } catch (error) {
    await task.destroy()
    const name = error instanceof Error ? error.name : ''
    return err(name === 'PasswordException' ? { type: 'PasswordProtected' } : { type: 'Corrupt', format: 'pdf' })
  }
}

/** Twice the largest page PDF knows. */
const mostPoints = 30_000
const brokenPage = (number: number): PageText => ({
  number,
  width: 595,
  height: 842,
  by: 'none',
  items: [],
  links: [],
  ordered: false,
})

/** Text runs and links of one page (from 1). Never throws for a page that is broken: it comes back empty. */
export async function readPdfPage(
  { pdf, fontNames, isLayerOn }: OpenPdf,
  number: number,
  notes: readonly PageNote[] = [],
): Promise<PageText> {
  let page: PDFPageProxy
  unfolding.operators = 0
  try {
    page = await pdf.getPage(number)
  } catch {
    // A page of a damaged file; the others may be whole.
    return brokenPage(number)
  }
  const viewport = page.getViewport({ scale: 1 })
  const { width, height } = viewport
  if (!(width > 0 && height > 0 && width < mostPoints && height < mostPoints)) return brokenPage(number)
  const toPage = viewport.transform as Matrix
  // Both at once: each waits for streams to be inflated elsewhere.
  const [ink, content] = await Promise.all([
    readInk(page, isLayerOn).catch((): Ink => noInk),
    page.getTextContent().catch((): null => null),
  ])
  const items: TextItem[] = []
  // Broken text operators: the page goes to recognition like one without text.
  if (content) {
    for (const raw of content.items) {
      if (!('str' in raw) || raw.str === '') continue
      const m = multiply(toPage, raw.transform as Matrix)
      const size = Math.hypot(m[2], m[3])
      const angle = Math.abs(Math.atan2(m[1], m[0]))
      const style = content.styles[raw.fontName]
      const font = fontNames.get(raw.fontName) ?? ''
      const ascent =
        (style?.ascent && Number.isFinite(style.ascent) ? Math.min(Math.max(style.ascent, 0.6), 1) : 0.8) * size
      const turned = angle > 0.2
      const box = turned
        ? {
            x: Math.min(m[4], m[4] + Math.cos(angle) * raw.width),
            y: m[5] - raw.width,
            width: size,
            height: Math.max(raw.width, size),
          }
        : { x: m[4], y: m[5] - ascent, width: raw.width, height: size }
      if (turned) continue
      const isOff = box.x > width + 1 || box.y > height + 1 || box.x + box.width < -1 || box.y + box.height < -1
      // Letters pressed into nothing are as small as small ones.
      const isTiny = size < 2 || (raw.str.length > 4 && raw.width < 0.04 * size * raw.str.length)
      for (const piece of inkedPieces(ink, raw.str, raw.transform[4], raw.transform[5], raw.width)) {
        items.push({
          // A picture means nothing as a letter; the private character keeps its place and is left out of every text.
          text: isIconFont(font) ? piece.text.replace(/\S/gu, '\uE000') : piece.text,
          ...box,
          x: box.x + piece.from * box.width,
          width: (piece.to - piece.from) * box.width,
          baseline: m[5],
          size,
          bold: isBoldFont(font) || piece.stroked,
          italic: isItalicFont(font),
          colour: piece.colour,
          font,
          hidden: isTiny ? 'tiny' : isOff ? 'off-page' : piece.hidden,
          certainty: 1,
        })
      }
    }
  }
  setLooseAccents(items)
  addFilledWords(items, notes, toPage)
  // Text drawn invisibly under a scan is that scan's recognised text, not something hidden.
  const invisible = items.filter((item) => item.hidden === 'invisible').length
  const overScan = ink.hasFullImage && invisible > 0.8 * items.length
  if (overScan) for (const item of items) if (item.hidden === 'invisible') item.hidden = ''
  page.cleanup()
  return {
    number,
    width,
    height,
    by: 'text',
    items,
    links: linksOf(notes, toPage),
    ordered: false,
    hasDrawing: ink.hasDrawing,
    overScan,
  }
}

/** True when the text layer is missing or of no use: recognition has to read the page. */
export function needsRecognition(page: PageText): boolean {
  const text = page.items
    .filter((item) => item.hidden === '')
    .map((item) => item.text)
    .join(' ')
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const marks = text.match(/\S/gu)?.length ?? 0
  // Glyph numbers that came out as signs and digits: nobody's CV is made of them.
  if (marks >= 80 && letters < 0.3 * marks) return true
  if (letters < 25) return page.hasDrawing !== false
  if (page.overScan && junkShare(text) > 0.4) return true
  const broken = text.match(/[\uFFFD\u{E001}-\u{F8FF}\u0000-\u0008]/gu)?.length ?? 0
  if (broken > 0.15 * text.length) return true
  const vowels = text.match(/[aeiouyàâäéèêëîïôöùûüœæ]/gi)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  return latin > 60 && vowels < 0.18 * latin
}

/** Share of a text's longer words that no language writes: letters, digits and signs mixed, or letters without a vowel. */
function junkShare(text: string): number {
  const words = text.split(/\s+/).filter((word) => word.length >= 4 && !/[@/]|^[\d+().,:-]+$/.test(word))
  const junk = words.filter((word) => {
    const bare = word
      .replace(/^[("'«]+|[)"'»,.;:!?]+$/g, '')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
    if (/[^\p{L}\p{N}'’.&+#-]/u.test(bare) || /\p{L}\d\p{L}|\d\p{L}\d/u.test(bare)) return true
    return /^[a-z]+$/i.test(bare) && !/[aeiouy]/i.test(bare) && bare !== bare.toUpperCase()
  })
  return words.length < 12 ? 0 : junk.length / words.length
}

/** Dots per inch at which a page is drawn for recognition: small print needs no more, memory allows it. */
const recognitionDpi = 220

/** Draws a page as recognition is given it. Throws what pdf.js throws. */
export const renderForRecognition = (
  environment: Environment,
  pdf: PDFDocumentProxy,
  number: number,
): Promise<Canvas> =>
  renderPdfPage(environment, pdf, number, (width, height) =>
    Math.min(recognitionDpi / 72, 3400 / Math.max(width, height)),
  )

/** Draws a page on white; `scaleOf` chooses the scale from its size in points. Throws what pdf.js throws. */
export async function renderPdfPage(
  environment: Environment,
  pdf: PDFDocumentProxy,
  number: number,
  scaleOf: (width: number, height: number) => number,
): Promise<Canvas> {
  unfolding.operators = 0
  const page = await pdf.getPage(number)
  const plain = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: scaleOf(plain.width, plain.height) })
  const canvas = environment.createCanvas(
    Math.max(1, Math.ceil(viewport.width)),
    Math.max(1, Math.ceil(viewport.height)),
  )
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  // pdf.js types its canvas as the page's own; an OffscreenCanvas or a native one does as well.
  await page.render({ canvas, canvasContext: context, viewport } as unknown as Parameters<typeof page.render>[0])
    .promise
  page.cleanup()
  return canvas
}
