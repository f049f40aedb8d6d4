import type { Canvas, Environment } from '../environment.ts'
import { flatten } from './flatten.ts'
import { createGrey, type Grey, type Rgba } from './grey.ts'
import { straighten, turnAround } from './straighten.ts'
import { type Shape, warpGrey } from './warp.ts'

/** The page of a picture: where it lies, its picture in grey, and the height of its letters (0 when it has none). */
export interface FoundPage {
  shape: Shape
  grey: Grey
  letterSize: number
  /** True when the page is the picture as it is. */
  untouched: boolean
}

/** Between these shares of ink above the small letters, the letters' shapes do not tell which end is up. */
const doubtfulUpright = 0.58
/** Letters' height and band of the page that are read both ways when in doubt, in pixels. */
const triedLetters = 20
const triedBand = 320

/** Finds the page that a picture shows, upright. The same picture always gives the same page. */
export async function findPage(environment: Environment, image: Rgba): Promise<FoundPage> {
  let found = straighten(image)
  if (found.letterSize > 0 && found.upright < doubtfulUpright) {
    const turned = turnAround(found, image)
    const kept = await certaintyOf(environment, found.grey, shapeOf(found, image), found.letterSize)
    const other = await certaintyOf(environment, found.grey, shapeOf(turned, image), found.letterSize)
    if (other > 1.15 * kept) found = turned
  }
  return {
    shape: shapeOf(found, image),
    grey: found.grey,
    letterSize: found.letterSize,
    untouched: found.shape === null,
  }
}

const shapeOf = (found: { shape: Shape | null }, { width, height }: { width: number; height: number }): Shape =>
  found.shape ?? { width, height, toSource: (x, y) => ({ x, y }) }

/** How much of a page's middle band is read as words, the surer the more. */
async function certaintyOf(environment: Environment, grey: Grey, shape: Shape, letterSize: number): Promise<number> {
  const page = warpGrey(grey, shape, Math.max(1, Math.round((shape.width * triedLetters) / letterSize)))
  flatten(page)
  const words = await environment.recognise(greyToCanvas(environment, busiestBand(page)))
  return words.reduce((sum, { text, certainty }) => {
    const letters = text.match(/\p{L}/gu)?.length ?? 0
    return letters < 3 || certainty < 0.5 ? sum : sum + letters * certainty ** 2
  }, 0)
}

/** The band with the most ink; the same rows whichever end is up. */
function busiestBand(page: Grey): Grey {
  const height = Math.min(triedBand, page.height)
  const ink = new Float64Array(page.height + 1)
  for (let y = 0; y < page.height; y += 1) {
    let count = 0
    for (let x = 0; x < page.width; x += 3) if (page.data[y * page.width + x]! < 128) count += 1
    ink[y + 1] = ink[y]! + count
  }
  let best = 0
  for (let y = 0; y + height <= page.height; y += 8)
    if (ink[y + height]! - ink[y]! > ink[best + height]! - ink[best]!) best = y
  const band = createGrey(page.width, height)
  band.data.set(page.data.subarray(best * page.width, (best + height) * page.width))
  return band
}

/** A grey picture on a canvas. */
export function greyToCanvas(environment: Environment, grey: Grey): Canvas {
  const canvas = environment.createCanvas(grey.width, grey.height)
  const context = canvas.getContext('2d')
  const image = context.createImageData(grey.width, grey.height)
  // One write a pixel: alpha full, the three channels alike.
  const pixels = new Uint32Array(image.data.buffer, image.data.byteOffset, grey.data.length)
  for (let i = 0; i < grey.data.length; i += 1) pixels[i] = 0xff000000 | (grey.data[i]! * 0x010101)
  context.putImageData(image, 0, 0)
  return canvas
}
