import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import { PDFDocument } from '@cantoo/pdf-lib'
import { greyPng } from './png.ts'

/** Page 1 of a PDF as an office scanner gives it: grey, a little askew, soft and noisy. Needs pdftoppm. */
export async function scanPage(
  pdfPath: string,
  workFolder: string,
  { dpi = 150, degrees = 0.6, noise = 14 } = {},
): Promise<Canvas> {
  const page = await pageImage(pdfPath, workFolder, dpi)
  const canvas = createCanvas(page.width, page.height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#f3f3f3'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((degrees * Math.PI) / 180)
  context.filter = 'blur(0.6px) grayscale(1)'
  context.drawImage(page, -page.width / 2, -page.height / 2)
  addNoise(context, canvas, noise, true)
  return canvas
}

/** The same page scanned coarsely: at a share of its dots, with noise, blown up again. Some of it can only be guessed. */
export function coarsen(fine: Canvas, share: number): Canvas {
  const small = createCanvas(Math.round(fine.width * share), Math.round(fine.height * share))
  const context = small.getContext('2d')
  context.imageSmoothingQuality = 'high'
  context.drawImage(fine, 0, 0, small.width, small.height)
  addNoise(context, small, 60, true)
  const coarse = createCanvas(fine.width, fine.height)
  const target = coarse.getContext('2d')
  target.imageSmoothingQuality = 'high'
  target.drawImage(small, 0, 0, coarse.width, coarse.height)
  return coarse
}

/** Page 1 of a PDF photographed on a desk: in colour, in perspective, with uneven light. Needs pdftoppm. */
export async function photographPage(pdfPath: string, workFolder: string): Promise<Canvas> {
  const page = await pageImage(pdfPath, workFolder, 150)
  const canvas = createCanvas(1500, 2000)
  const context = canvas.getContext('2d')
  const desk = context.createLinearGradient(0, 0, 1500, 2000)
  desk.addColorStop(0, '#7a5c43')
  desk.addColorStop(1, '#54402f')
  context.fillStyle = desk
  context.fillRect(0, 0, canvas.width, canvas.height)
  // The far edge of the sheet is narrower than the near one: one strip of a pixel after the other.
  const [top, bottom] = [95, 1930]
  for (let y = top; y < bottom; y += 1) {
    const along = (y - top) / (bottom - top)
    const width = 1225 + 110 * along
    const left = 130 - 52 * along + 18 * Math.sin(along * 1.4)
    context.drawImage(page, 0, along * page.height, page.width, 1.2, left, y, width, 1.4)
  }
  const light = context.createRadialGradient(520, 620, 200, 760, 1000, 1500)
  light.addColorStop(0, 'rgba(255,250,235,0.10)')
  light.addColorStop(0.5, 'rgba(60,45,20,0.10)')
  light.addColorStop(1, 'rgba(20,12,0,0.45)')
  context.fillStyle = light
  context.fillRect(0, 0, canvas.width, canvas.height)
  addNoise(context, canvas, 10, false)
  return canvas
}

/** A canvas as a PNG of 16 greys, which keeps a noisy scan small. */
export function canvasToGreyPng(canvas: Canvas): Uint8Array {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  return greyPng(canvas.width, canvas.height, 4, (y) => {
    const row = new Uint8Array(Math.ceil(canvas.width / 2))
    for (let x = 0; x < canvas.width; x += 1) {
      const level = data[(y * canvas.width + x) * 4]! >> 4
      row[x >> 1]! |= x % 2 === 0 ? level << 4 : level
    }
    return row
  })
}

/** A PDF that holds one picture and no text. */
export async function imagePdf(jpeg: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const image = await pdf.embedJpg(jpeg)
  const page = pdf.addPage([595.28, 841.89])
  page.drawImage(image, { x: 0, y: 0, width: 595.28, height: 841.89 })
  return pdf.save()
}

async function pageImage(pdfPath: string, workFolder: string, dpi: number) {
  const target = join(workFolder, 'page')
  execFileSync('pdftoppm', ['-r', String(dpi), '-f', '1', '-l', '1', '-singlefile', '-png', pdfPath, target])
  return loadImage(readFileSync(`${target}.png`))
}

function addNoise(context: SKRSContext2D, canvas: Canvas, strength: number, grey: boolean): void {
  const image = context.getImageData(0, 0, canvas.width, canvas.height)
  let state = 12_345
  for (let at = 0; at < image.data.length; at += 4) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    const shift = ((state >> 12) % strength) - strength / 2
    const mean = (image.data[at]! + image.data[at + 1]! + image.data[at + 2]!) / 3
    for (let channel = 0; channel < 3; channel += 1) {
      image.data[at + channel] = (grey ? mean : image.data[at + channel]!) + shift
    }
  }
  context.putImageData(image, 0, 0)
}
