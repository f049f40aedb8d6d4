import { type Bend, fitBend, fitMargins, joinRows } from './bend.ts'
import { findSheet } from './findSheet.ts'
import { flatten } from './flatten.ts'
import { darkest, type Grey, type Rgba } from './grey.ts'
import { applyHomography, type Quad, quadSize, rectangleToQuad } from './quad.ts'
import { type Blob, findBlobs, letterBlobs, traceLines, uprightShare } from './textLines.ts'
import { type Shape, warpGrey } from './warp.ts'

/** A page found in a picture, upright and level. */
export interface StraightPage {
  /** Null when the picture is straight as it is. */
  shape: Shape | null
  /** Grey of the whole picture, made on the way. */
  grey: Grey
  /** Middle height of its letters, in pixels of the page; 0 when there are none. */
  letterSize: number
  /** How sure it is that the page does not stand on its head, in [0,1]; .5 says nothing. */
  upright: number
}

/** Longest side at which text lines are looked at: small print keeps letters of 6 pixels. */
const analysisSide = 1500

/**
 * Finds the page in a picture: the sheet of paper if its outline shows, its text turned upright and levelled, bent lines
 * straightened. A clean scan comes back as it is.
 */
export function straighten(image: Rgba): StraightPage {
  const grey = darkest(image)
  const quad = findWholeSheet(image, grey)
  let shape: Shape = { width: image.width, height: image.height, toSource: (x, y) => ({ x, y }) }
  let changed = false
  if (quad) {
    const { width, height } = quadSize(quad)
    const h = rectangleToQuad(width, height, quad)
    shape = { width, height, toSource: (x, y) => applyHomography(h, x, y) }
    changed = true
  }
  let view = analyse(grey, shape)
  if (view.letters.length < 25) return { shape: changed ? shape : null, grey, letterSize: 0, upright: 0.5 }
  const angle = textAngle(view.letters, view.size, view.flat)
  if (Math.abs(angle) > 0.2) {
    shape = rotate(shape, angle, quad !== null)
    changed = true
    view = analyse(grey, shape)
  }
  let lines = traceLines(view.flat, view.letters)
  let upright = uprightShare(view.flat, lines)
  if (upright.weight > 0 && upright.share < 0.5) {
    shape = rotate(shape, 180, true)
    changed = true
    view = analyse(grey, shape)
    lines = traceLines(view.flat, view.letters)
    upright = uprightShare(view.flat, lines)
  }
  const scale = shape.width / view.flat.width
  const first = fitBend(lines, view.flat.width, view.flat.height)
  const joined = (known: Bend) => fitBend(joinRows(lines, known), view.flat.width, view.flat.height) ?? known
  // Twice: what the first joining teaches brings more rows together.
  const bend = first && joined(joined(first))
  const bent = bend !== null && bend.most > 1.2
  if (bent) {
    const plain = shape
    shape = {
      width: plain.width,
      height: plain.height,
      toSource: (x, y) => {
        const u = x / scale
        const v = y / scale
        let from = v
        for (let i = 0; i < 4; i += 1) from = v - bend.at(u, from)
        return plain.toSource(x, from * scale)
      },
    }
    changed = true
  }
  const margins = changed ? fitMargins(lines, view.flat.width, view.flat.height) : null
  if (margins && Math.abs(margins(view.flat.width / 2)) > 0.004) {
    const plain = shape
    shape = {
      width: plain.width,
      height: plain.height,
      toSource: (x, y) => plain.toSource(x + margins(x / scale) * (y - plain.height / 2), y),
    }
  }
  return {
    shape: changed ? shape : null,
    grey,
    letterSize: view.size * scale,
    upright: upright.share,
  }
}

/**
 * The corners of the sheet a photo shows whole, or null. A crease, a shadow or a dark column can look like an edge: then much of the
 * print lies outside. Around a whole sheet there may be print of other things; a sheet that reaches the picture's border
 * fills it.
 */
export function findWholeSheet(image: Rgba, grey: Grey): Quad | null {
  const quad = findSheet(image)
  if (!quad) return null
  const view = analyse(grey, { width: image.width, height: image.height, toSource: (x, y) => ({ x, y }) })
  if (view.letters.length < 40) return quad
  const scale = image.width / view.flat.width
  const inside = view.letters.filter((blob) =>
    isInside(quad, ((blob.x0 + blob.x1) / 2) * scale, ((blob.y0 + blob.y1) / 2) * scale),
  ).length
  if (inside < (touchesBorder(quad, image) ? 0.75 : 0.1) * view.letters.length) return null
  return isBright(quad, grey) ? quad : null
}

/** True unless what lies within is much darker than what lies around: a dark column of a page, not a sheet on a table. */
function isBright(quad: Quad, grey: Grey): boolean {
  const tones: [number[], number[]] = [[], []]
  const step = Math.max(1, Math.round(Math.max(grey.width, grey.height) / 160))
  for (let y = 0; y < grey.height; y += step)
    for (let x = 0; x < grey.width; x += step) tones[isInside(quad, x, y) ? 1 : 0].push(grey.data[y * grey.width + x]!)
  const upper = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length * 0.75)] ?? 0
  return upper(tones[1]) > 0.7 * upper(tones[0])
}

/** True when one of its sides lies on the picture's border. */
function touchesBorder(quad: Quad, { width, height }: { width: number; height: number }): boolean {
  const near = 0.015 * Math.max(width, height)
  return quad.some((p, i) => {
    const q = quad[(i + 1) % 4]!
    return [
      [p.x, q.x],
      [width - p.x, width - q.x],
      [p.y, q.y],
      [height - p.y, height - q.y],
    ].some((distances) => distances.every((distance) => distance < near))
  })
}

const isInside = (quad: Quad, x: number, y: number): boolean =>
  quad.every((p, i) => {
    const q = quad[(i + 1) % 4]!
    return (q.x - p.x) * (y - p.y) - (q.y - p.y) * (x - p.x) >= 0
  })

/** The same page stood on its head. */
export const turnAround = (page: StraightPage, image: { width: number; height: number }): StraightPage => ({
  ...page,
  upright: 1 - page.upright,
  shape: rotate(page.shape ?? { ...image, toSource: (x, y) => ({ x, y }) }, 180, true),
})

function analyse(grey: Grey, shape: Shape): { flat: Grey; letters: Blob[]; size: number } {
  const side = Math.max(shape.width, shape.height)
  const width = Math.max(1, Math.round((shape.width * analysisSide) / side))
  const flat = warpGrey(grey, shape, width)
  flatten(flat)
  const { letters, size } = letterBlobs(findBlobs(flat), flat)
  return { flat, letters, size }
}

/** A page turned by `degrees` so that what runs at that angle becomes level; `keep` keeps its size but for quarters. */
function rotate(shape: Shape, degrees: number, keep: boolean): Shape {
  const radians = (degrees * Math.PI) / 180
  const cos = Math.cos(radians)
  const sin = Math.sin(radians)
  const lying = Math.abs(sin) > Math.abs(cos)
  const width = keep
    ? lying
      ? shape.height
      : shape.width
    : Math.round(shape.width * Math.abs(cos) + shape.height * Math.abs(sin))
  const height = keep
    ? lying
      ? shape.width
      : shape.height
    : Math.round(shape.width * Math.abs(sin) + shape.height * Math.abs(cos))
  return {
    width,
    height,
    toSource: (x, y) => {
      const dx = x - width / 2
      const dy = y - height / 2
      return shape.toSource(shape.width / 2 + dx * cos - dy * sin, shape.height / 2 + dx * sin + dy * cos)
    },
  }
}

/** Angle of the lines of text, in degrees in (-90,90], clockwise: where the letters' middles fall into the sharpest rows. */
export function textAngle(letters: readonly Blob[], size: number, page: { width: number; height: number }): number {
  const xs = letters.map((blob) => (blob.x0 + blob.x1) / 2 - page.width / 2)
  const ys = letters.map((blob) => (blob.y0 + blob.y1) / 2 - page.height / 2)
  const reach = Math.hypot(page.width, page.height) / 2
  const sharpness = (degrees: number, bin: number) => {
    const radians = (degrees * Math.PI) / 180
    const cos = Math.cos(radians) / bin
    const sin = Math.sin(radians) / bin
    const offset = reach / bin + 1
    const rows = new Float32Array(Math.ceil((2 * reach) / bin) + 4)
    for (let i = 0; i < xs.length; i += 1) {
      const at = ys[i]! * cos - xs[i]! * sin + offset
      const low = at | 0
      rows[low] = rows[low]! + 1 - (at - low)
      rows[low + 1] = rows[low + 1]! + at - low
    }
    let sum = 0
    for (const count of rows) sum += count * count
    return sum
  }
  let best = 0
  let most = -1
  const consider = (degrees: number, bin: number) => {
    const value = sharpness(degrees, bin)
    if (value > most) {
      most = value
      best = degrees
    }
  }
  for (let degrees = -89.5; degrees <= 90; degrees += 0.5) consider(degrees, 0.6 * size)
  most = -1
  const around = best
  for (let fine = -0.6; fine <= 0.61; fine += 0.1) consider(around + fine, 0.4 * size)
  return best
}
