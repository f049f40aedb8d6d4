import { err, ok, type Result } from '../../src/kit/result.ts'
import type { ReadFailure } from '../../src/model/reading.ts'
import type { Canvas, Environment } from './environment.ts'
import {
  needsRecognition,
  openPdf,
  openPdfToRead,
  readPdfPage,
  renderForRecognition,
  renderPdfPage,
} from './formats/readPdf.ts'
import { drawStraightened, longestSide, pictureToCanvas } from './formats/readPicture.ts'
import { pictureSize } from './formats/pictureSize.ts'
import { sniff } from './formats/sniff.ts'
import type { PageText } from './layout/page.ts'
import { defaultLimits, type FileToRead, type PageImage } from './protocol.ts'
import { openDocument, pictureType } from './readDocument.ts'

/** Wider than any screen we draw for; what asks for more is a mistake or an attack. */
const widest = 4000

/** Draws one page (from 1): a PDF's own look, a picture turned upright, or a plain sheet whose lines match the reading's boxes. */
export async function drawPage(
  environment: Environment,
  file: FileToRead,
  page: number,
  widthPx: number,
): Promise<Result<PageImage, ReadFailure>> {
  const width = Math.max(16, Math.min(widest, Math.round(widthPx)))
  if (file.bytes.length === 0) return err({ type: 'Empty' })
  const format = sniff(file.bytes)
  if (format === 'pdf') return drawPdfPage(environment, file, page, width)
  const type = pictureType(format)
  if (type) return drawPicture(environment, file, format, type, width)
  const opened = await openDocument(environment, file, defaultLimits, () => {})
  if (!opened.ok) return opened
  const sheet = opened.value.pages[Math.max(0, Math.min(page, opened.value.pages.length) - 1)]
  if (!sheet) return err({ type: 'NoText' })
  return ok(await finish(environment, drawSheet(environment, sheet, width), 'image/png'))
}

async function drawPdfPage(
  environment: Environment,
  file: FileToRead,
  page: number,
  width: number,
): Promise<Result<PageImage, ReadFailure>> {
  const opened = await openPdf(environment, file.bytes, file.password)
  if (!opened.ok) return opened
  const { pdf, close } = opened.value
  const number = Math.max(1, Math.min(page, pdf.numPages))
  try {
    if (await isRecognised(environment, file, number)) {
      const straight = await drawStraightened(environment, await renderForRecognition(environment, pdf, number), width)
      if (straight) return ok(await finish(environment, straight, 'image/jpeg'))
    }
    // A page a metre long must not ask for a canvas nobody can hold.
    const canvas = await renderPdfPage(environment, pdf, number, (plainWidth, plainHeight) =>
      Math.min(width / plainWidth, (widest * 2) / plainHeight),
    )
    return ok(await finish(environment, canvas, 'image/png'))
  } catch {
    // pdf.js throws for pages it cannot draw.
    return err({ type: 'Corrupt', format: 'pdf' })
  } finally {
    await close()
  }
}

/** True when a page's words come from recognition, so that their boxes lie on the straightened page. */
async function isRecognised(environment: Environment, file: FileToRead, page: number): Promise<boolean> {
  const opened = await openPdfToRead(environment, file.bytes, file.password)
  if (!opened.ok) return false
  try {
    return needsRecognition(await readPdfPage(opened.value, page))
  } finally {
    await opened.value.close()
  }
}

async function drawPicture(
  environment: Environment,
  file: FileToRead,
  format: string,
  type: string,
  width: number,
): Promise<Result<PageImage, ReadFailure>> {
  const size = pictureSize(file.bytes)
  if (size && (size.width * size.height) / 1e6 > defaultLimits.megapixels) {
    return err({
      type: 'TooManyPixels',
      megapixels: Math.round((size.width * size.height) / 1e5) / 10,
      limit: defaultLimits.megapixels,
    })
  }
  try {
    const picture = await environment.decodePicture(file.bytes, type)
    // Straightened as for recognition: the reading's boxes lie on the straightened page.
    const straight = await drawStraightened(environment, pictureToCanvas(environment, picture, longestSide), width)
    if (straight) {
      picture.close()
      return ok(await finish(environment, straight, 'image/jpeg'))
    }
    const canvas = white(environment, width, Math.max(1, Math.round((picture.height * width) / picture.width)))
    canvas.getContext('2d').drawImage(picture.source as CanvasImageSource, 0, 0, canvas.width, canvas.height)
    picture.close()
    return ok(await finish(environment, canvas, 'image/jpeg'))
  } catch {
    // The browser cannot decode it.
    return err({ type: 'Corrupt', format })
  }
}

function drawSheet(environment: Environment, page: PageText, width: number): Canvas {
  const scale = width / page.width
  const canvas = white(environment, width, Math.round(page.height * scale))
  const context = canvas.getContext('2d')
  context.textBaseline = 'alphabetic'
  for (const item of page.items) {
    const style = `${item.italic ? 'italic ' : ''}${item.bold ? 'bold ' : ''}`
    context.font = `${style}${item.size * 0.92 * scale}px "Liberation Sans", Arial, Helvetica, sans-serif`
    // Light letters come from a dark ground that this plain sheet has not.
    context.fillStyle = isLight(item.colour) || item.colour === '' ? '#1c1c1c' : item.colour
    const natural = context.measureText(item.text).width
    const room = item.width * scale
    if (natural <= 0) continue
    context.save()
    context.translate(item.x * scale, item.baseline * scale)
    // Each run fills its box exactly, so that a highlight drawn from the reading covers its letters.
    context.scale(room / natural, 1)
    context.fillText(item.text, 0, 0)
    context.restore()
  }
  return canvas
}

function isLight(colour: string): boolean {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return false
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number, number]
  return 0.299 * r + 0.587 * g + 0.114 * b > 170
}

function white(environment: Environment, width: number, height: number): Canvas {
  const canvas = environment.createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  return canvas
}

const finish = async (
  environment: Environment,
  canvas: Canvas,
  type: 'image/png' | 'image/jpeg',
): Promise<PageImage> => ({
  blob: await environment.encode(canvas, type),
  width: canvas.width,
  height: canvas.height,
})
