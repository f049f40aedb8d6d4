import { err, ok, type Result } from '../../src/kit/result.ts'
import type { ReadFailure } from '../../src/model/reading.ts'
import type { Canvas, Environment } from './environment.ts'
import { pictureSize } from './formats/pictureSize.ts'
import { longestSide, pictureToCanvas } from './formats/readPicture.ts'
import { sniff } from './formats/sniff.ts'
import { darkest, type Rgba } from './picture/grey.ts'
import { applyHomography, type Quad, quadSize, rectangleToQuad } from './picture/quad.ts'
import { findWholeSheet } from './picture/straighten.ts'
import { warpColour } from './picture/warp.ts'
import { defaultLimits, type FileToRead, type FoundSheet, type PageImage, type SheetCorners } from './protocol.ts'
import { pictureType } from './readDocument.ts'

/** Side of a sheet that is cut out: 300 dots an inch on A4. */
const longestCut = 3508

/** Looks for the sheet of paper in a photo. */
export async function findCorners(
  environment: Environment,
  file: FileToRead,
): Promise<Result<FoundSheet, ReadFailure>> {
  const opened = await openPhoto(environment, file)
  if (!opened.ok) return opened
  const { width, height } = opened.value
  const quad = findWholeSheet(opened.value, darkest(opened.value))
  const share = (value: number) => Math.max(0, Math.min(1, value))
  const corners =
    quad && (quad.map(({ x, y }) => ({ x: share(x / width), y: share(y / height) })) as unknown as SheetCorners)
  return ok({ corners, width, height })
}

/** What lies within the corners, as seen from straight above, as a JPEG. */
export async function cutSheet(
  environment: Environment,
  file: FileToRead,
  corners: SheetCorners,
): Promise<Result<PageImage, ReadFailure>> {
  const opened = await openPhoto(environment, file)
  if (!opened.ok) return opened
  const image = opened.value
  const quad = corners.map(({ x, y }) => ({ x: x * image.width, y: y * image.height })) as unknown as Quad
  const { width, height } = quadSize(quad)
  if (width < 16 || height < 16) return err({ type: 'Corrupt', format: sniff(file.bytes) })
  const to = rectangleToQuad(width, height, quad)
  const scale = Math.min(1, longestCut / Math.max(width, height))
  const sheet = warpColour(
    image,
    { width, height, toSource: (x, y) => applyHomography(to, x, y) },
    Math.max(1, Math.round(width * scale)),
  )
  const canvas = paint(environment, sheet)
  return ok({ blob: await environment.encode(canvas, 'image/jpeg'), width: canvas.width, height: canvas.height })
}

async function openPhoto(environment: Environment, file: FileToRead): Promise<Result<Rgba, ReadFailure>> {
  const format = sniff(file.bytes)
  const type = pictureType(format)
  if (!type) return err({ type: 'Unsupported', format })
  const size = pictureSize(file.bytes)
  const megapixels = size ? (size.width * size.height) / 1e6 : 0
  if (megapixels > defaultLimits.megapixels)
    return err({ type: 'TooManyPixels', megapixels: Math.round(megapixels * 10) / 10, limit: defaultLimits.megapixels })
  try {
    const picture = await environment.decodePicture(file.bytes, type)
    const canvas = pictureToCanvas(environment, picture, longestSide)
    picture.close()
    return ok(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height))
  } catch {
    // The browser knows no such format (HEIC on most), or the data is broken.
    return err(format === 'heic' || format === 'avif' ? { type: 'Unsupported', format } : { type: 'Corrupt', format })
  }
}

function paint(environment: Environment, image: Rgba): Canvas {
  const canvas = environment.createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  const pixels = context.createImageData(image.width, image.height)
  pixels.data.set(image.data)
  context.putImageData(pixels, 0, 0)
  return canvas
}
