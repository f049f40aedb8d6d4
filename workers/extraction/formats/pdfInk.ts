import type { PDFPageProxy } from 'pdfjs-dist'

/** How a run of text was inked. */
export interface InkedRun {
  colour: string
  invisible: boolean
  /** Drawn in the colour of what lies behind it. */
  blendsIn: boolean
  /** Filled and stroked: a poor man's bold. */
  stroked: boolean
}

/** Colours and fonts of a page, found by walking its drawing operators. */
export interface Ink {
  /** The run that starts at, or nearest before, a point in PDF units. */
  at: (x: number, y: number) => InkedRun | null
  /** An image covers most of the page, as in a scan. */
  hasFullImage: boolean
  /** Pictures or many drawn shapes: a page without text may still show some. */
  hasDrawing: boolean
}

// Operator numbers are part of pdf.js's public `OPS`; they have not changed for years, and a test reads real files.
const ops = {
  setTextRenderingMode: 38,
  save: 10,
  restore: 11,
  transform: 12,
  beginText: 31,
  setLeading: 36,
  moveText: 40,
  setLeadingMoveText: 41,
  setTextMatrix: 42,
  nextLine: 43,
  showText: 44,
  showSpacedText: 45,
  nextLineShowText: 46,
  nextLineSetSpacingShowText: 47,
  setFillRGBColor: 59,
  setFillTransparent: 93,
  fill: 22,
  eoFill: 23,
  fillStroke: 24,
  paintFormXObjectBegin: 74,
  paintFormXObjectEnd: 75,
  paintImageMaskXObject: 83,
  paintImageXObject: 85,
  paintInlineImageXObject: 86,
  constructPath: 91,
} as const

type Matrix = [number, number, number, number, number, number]
const identity: Matrix = [1, 0, 0, 1, 0, 0]
const multiply = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
]

interface Area {
  x0: number
  y0: number
  x1: number
  y1: number
  /** '' for a picture, whose colours are not known. */
  colour: string
}

/** Walks the operators of one page. */
export async function readInk(page: PDFPageProxy): Promise<Ink> {
  // Appearances of annotations are drawn over the page; their text is no part of it.
  const list = await page.getOperatorList({ annotationMode: 0 })
  const [vx0, vy0, vx1, vy1] = page.view as [number, number, number, number]
  const pageArea = Math.abs((vx1 - vx0) * (vy1 - vy0)) || 1
  let ctm: Matrix = identity
  let fill = '#000000'
  let mode = 0
  let textMatrix: Matrix = identity
  let lineMatrix: Matrix = identity
  let leading = 0
  const stack: { ctm: Matrix; fill: string; mode: number; leading: number }[] = []
  const areas: Area[] = []
  const runs: { x: number; y: number; run: InkedRun }[] = []
  let hasFullImage = false
  let pictures = 0
  let shapes = 0
  const show = () => {
    const place = multiply(ctm, textMatrix)
    const x = place[4]
    const y = place[5]
    let behind: string = '#ffffff'
    for (let i = areas.length - 1; i >= 0; i -= 1) {
      const area = areas[i]!
      if (x + 0.5 >= area.x0 && x <= area.x1 && y + 1 >= area.y0 && y + 1 <= area.y1) {
        behind = area.colour
        break
      }
    }
    const blendsIn = behind !== '' && contrast(fill, behind) < 1.08
    runs.push({ x, y, run: { colour: fill, invisible: mode === 3 || mode === 7, blendsIn, stroked: mode === 2 } })
  }
  for (let i = 0; i < list.fnArray.length; i += 1) {
    const args = (list.argsArray[i] ?? []) as unknown[]
    switch (list.fnArray[i]) {
      case ops.save:
        stack.push({ ctm, fill, mode, leading })
        break
      case ops.restore: {
        const back = stack.pop()
        if (back) ({ ctm, fill, mode, leading } = back)
        break
      }
      case ops.paintFormXObjectBegin:
        stack.push({ ctm, fill, mode, leading })
        if (isMatrix(args[0])) ctm = multiply(ctm, args[0])
        break
      case ops.paintFormXObjectEnd: {
        const back = stack.pop()
        if (back) ({ ctm, fill, mode, leading } = back)
        break
      }
      case ops.transform:
        if (isMatrix(args)) ctm = multiply(ctm, args)
        break
      case ops.setFillRGBColor:
        fill = toHex(args)
        break
      case ops.setTextRenderingMode:
        mode = Number(args[0])
        break
      case ops.setLeading:
        leading = -Number(args[0])
        break
      case ops.beginText:
        textMatrix = identity
        lineMatrix = identity
        break
      case ops.setTextMatrix: {
        const matrix = flat(args)
        if (isMatrix(matrix)) {
          textMatrix = matrix
          lineMatrix = matrix
        }
        break
      }
      case ops.setLeadingMoveText:
        leading = Number(args[1])
        lineMatrix = multiply(lineMatrix, [1, 0, 0, 1, Number(args[0]), Number(args[1])])
        textMatrix = lineMatrix
        break
      case ops.moveText:
        lineMatrix = multiply(lineMatrix, [1, 0, 0, 1, Number(args[0]), Number(args[1])])
        textMatrix = lineMatrix
        break
      case ops.nextLine:
        lineMatrix = multiply(lineMatrix, [1, 0, 0, 1, 0, leading])
        textMatrix = lineMatrix
        break
      case ops.showText:
      case ops.showSpacedText:
        show()
        break
      case ops.nextLineShowText:
      case ops.nextLineSetSpacingShowText:
        lineMatrix = multiply(lineMatrix, [1, 0, 0, 1, 0, leading])
        textMatrix = lineMatrix
        show()
        break
      case ops.paintImageXObject:
      case ops.paintInlineImageXObject:
      case ops.paintImageMaskXObject: {
        const area = boundsOf(ctm, 0, 0, 1, 1)
        areas.push({ ...area, colour: '' })
        pictures += 1
        if ((area.x1 - area.x0) * (area.y1 - area.y0) > 0.6 * pageArea) hasFullImage = true
        break
      }
      case ops.constructPath: {
        const paint = Number(args[0])
        shapes += 1
        const minMax = args[2] as ArrayLike<number> | null
        if ((paint === ops.fill || paint === ops.eoFill || paint === ops.fillStroke) && minMax && minMax.length >= 4) {
          const area = boundsOf(ctm, minMax[0]!, minMax[1]!, minMax[2]!, minMax[3]!)
          // Rules and dots are no background.
          if (area.x1 - area.x0 > 8 && area.y1 - area.y0 > 5) areas.push({ ...area, colour: fill })
        }
        break
      }
      default:
        break
    }
  }
  const rows = new Map<number, { x: number; run: InkedRun }[]>()
  for (const { x, y, run } of runs) {
    const key = Math.round(y)
    const row = rows.get(key)
    if (row) row.push({ x, run })
    else rows.set(key, [{ x, run }])
  }
  return {
    hasFullImage,
    hasDrawing: pictures > 0 || shapes > 60,
    at: (x, y) => {
      let best: { x: number; run: InkedRun } | null = null
      for (const key of [Math.round(y), Math.round(y) - 1, Math.round(y) + 1]) {
        for (const entry of rows.get(key) ?? []) {
          if (entry.x <= x + 1 && (!best || entry.x >= best.x)) best = entry
        }
        if (best) return best.run
      }
      return null
    },
  }
}

const flat = (args: unknown[]): unknown =>
  args.length === 1 && typeof args[0] === 'object' && args[0] !== null ? Array.from(args[0] as ArrayLike<number>) : args
const isMatrix = (value: unknown): value is Matrix =>
  (Array.isArray(value) || ArrayBuffer.isView(value)) &&
  (value as unknown as ArrayLike<unknown>).length >= 6 &&
  Array.from(value as ArrayLike<unknown>)
    .slice(0, 6)
    .every((n) => typeof n === 'number')

function boundsOf(m: Matrix, x0: number, y0: number, x1: number, y1: number): Omit<Area, 'colour'> {
  const xs = [
    x0 * m[0] + y0 * m[2] + m[4],
    x1 * m[0] + y0 * m[2] + m[4],
    x0 * m[0] + y1 * m[2] + m[4],
    x1 * m[0] + y1 * m[2] + m[4],
  ]
  const ys = [
    x0 * m[1] + y0 * m[3] + m[5],
    x1 * m[1] + y0 * m[3] + m[5],
    x0 * m[1] + y1 * m[3] + m[5],
    x1 * m[1] + y1 * m[3] + m[5],
  ]
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
}

function toHex(args: unknown[]): string {
  if (typeof args[0] === 'string') return args[0]
  const [r, g, b] = args.map(Number) as [number, number, number]
  return `#${[r, g, b]
    .map((n) =>
      Math.max(0, Math.min(255, Math.round(n)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** WCAG contrast ratio of two colours; 21 when one is unknown. */
function contrast(a: string, b: string): number {
  const [high, low] = [lightOf(a), lightOf(b)].sort((x, y) => y - x) as [number, number]
  return Number.isNaN(high) || Number.isNaN(low) ? 21 : (high + 0.05) / (low + 0.05)
}

const lights = new Map<string, number>()
/** Relative luminance of `#rrggbb`, NaN for anything else. A page has few colours and thousands of runs. */
function lightOf(colour: string): number {
  let light = lights.get(colour)
  if (light === undefined) {
    const [r, g, b] = [1, 3, 5].map((i) => {
      const c = Number.parseInt(colour.slice(i, i + 2), 16) / 255
      return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
    }) as [number, number, number]
    light = /^#[0-9a-f]{6}$/i.test(colour) ? 0.2126 * r + 0.7152 * g + 0.0722 * b : Number.NaN
    if (lights.size > 1000) lights.clear()
    lights.set(colour, light)
  }
  return light
}
