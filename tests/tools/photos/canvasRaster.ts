import type { Canvas } from '../../../workers/extraction/environment.ts'
import { nodeCanvas } from '../../../workers/extraction/node/nodeCanvas.ts'
import type { Rgba } from '../../../workers/extraction/picture/grey.ts'
import type { Raster } from './raster.ts'

/** The pixels of a canvas, without its transparency. */
export function toRaster(canvas: Pick<Canvas, 'width' | 'height' | 'getContext'>): Raster {
  const { width, height } = canvas
  const rgba = canvas.getContext('2d').getImageData(0, 0, width, height).data
  const data = new Uint8ClampedArray(width * height * 3)
  for (let i = 0; i < width * height; i += 1) for (let c = 0; c < 3; c += 1) data[3 * i + c] = rgba[4 * i + c]!
  return { width, height, data }
}

/** The same pixels as a canvas gives them. */
export function toRgba({ width, height, data }: Raster): Rgba {
  const rgba = new Uint8ClampedArray(width * height * 4)
  for (let i = 0; i < width * height; i += 1) {
    for (let c = 0; c < 3; c += 1) rgba[4 * i + c] = data[3 * i + c]!
    rgba[4 * i + 3] = 255
  }
  return { width, height, data: rgba }
}

/** A picture as a JPEG of that quality (1 to 100). */
export async function toJpeg(raster: Raster, quality: number): Promise<Uint8Array> {
  const canvas = nodeCanvas().createCanvas(raster.width, raster.height)
  const context = canvas.getContext('2d')
  const image = context.createImageData(raster.width, raster.height)
  image.data.set(toRgba(raster).data)
  context.putImageData(image, 0, 0)
  return canvas.encode('jpeg', quality)
}

/** A line of a drawn page; `#` before it makes a heading, `##` the name. */
export type DrawnLine = string

/** A sheet of A4 at 150 dots an inch with these lines on it, for tests that need a page and no file. */
export function drawSheet(lines: readonly DrawnLine[], dark = false): Raster {
  const [width, height] = [1240, 1754]
  const canvas = nodeCanvas().createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  if (dark) {
    context.fillStyle = '#22384d'
    context.fillRect(0, 0, width, 330)
  }
  let y = 120
  for (const line of lines) {
    const level = /^#*/.exec(line)![0].length
    const size = [23, 30, 52][level]!
    context.font = `${level > 0 ? 'bold ' : ''}${size}px "Liberation Sans", Arial, sans-serif`
    context.fillStyle = dark && y < 320 ? '#ffffff' : '#20242a'
    y += level > 0 ? size * 0.9 : 0
    context.fillText(line.slice(level).trim(), 110, y)
    y += size * 1.5
  }
  return toRaster(canvas as unknown as Canvas)
}
