import type { PDFPageProxy } from 'pdfjs-dist'
import type { HiddenReason } from '../../../src/model/reading.ts'
import {
  bounds,
  contrast,
  flat,
  type Area,
  isMatrix,
  identity,
  isBoxLike,
  type Matrix,
  multiply,
  toHex,
} from './inkShapes.ts'

/** How a run of text was inked. */
export interface InkedRun {
  colour: string
  /** Filled and stroked: a poor man's bold. */
  stroked: boolean
  /** Why no eye sees it, '' when one does. */
  hidden: HiddenReason | ''
  /** From where to where on its row, in PDF units. */
  x0: number
  x1: number
  /** Its letters without spaces. */
  letters: string
}

/** Colours of a page's text and what hides it, found by walking the drawing operators. */
export interface Ink {
  /** Runs of a row that lie over `x` to `x + width`, in PDF units, in drawing order. */
  over: (x: number, y: number, width: number) => InkedRun[]
  /** An image covers most of the page, as in a scan. */
  hasFullImage: boolean
  /** Pictures or many drawn shapes: a page without text may still show some. */
  hasDrawing: boolean
}

/** Nothing is known of the ink. */
export const noInk: Ink = { over: () => [], hasFullImage: false, hasDrawing: true }

// Operator numbers are part of pdf.js's public `OPS`; they have not changed for years, and a test reads real files.
const ops = {
  setLineWidth: 2,
  setGState: 9,
  save: 10,
  restore: 11,
  transform: 12,
  stroke: 20,
  closeStroke: 21,
  fill: 22,
  eoFill: 23,
  fillStroke: 24,
  closeEOFillStroke: 27,
  clip: 29,
  eoClip: 30,
  beginText: 31,
  setCharSpacing: 33,
  setWordSpacing: 34,
  setHScale: 35,
  setLeading: 36,
  setFont: 37,
  setTextRenderingMode: 38,
  moveText: 40,
  setLeadingMoveText: 41,
  setTextMatrix: 42,
  nextLine: 43,
  showText: 44,
  showSpacedText: 45,
  nextLineShowText: 46,
  nextLineSetSpacingShowText: 47,
  setFillColorN: 55,
  setStrokeRGBColor: 58,
  setFillRGBColor: 59,
  shadingFill: 62,
  beginMarkedContent: 69,
  beginMarkedContentProps: 70,
  endMarkedContent: 71,
  paintFormXObjectBegin: 74,
  paintFormXObjectEnd: 75,
  beginGroup: 76,
  endGroup: 77,
  paintImageMaskXObject: 83,
  paintImageXObject: 85,
  paintInlineImageXObject: 86,
  paintInlineImageXObjectGroup: 87,
  constructPath: 91,
  setFillTransparent: 93,
} as const

/** What `q` saves and `Q` brings back. */
interface State {
  ctm: Matrix
  fill: string
  stroke: string
  lineWidth: number
  /** Of what is filled, in [0,1]; `groupAlpha` is that of the groups around. */
  alpha: number
  groupAlpha: number
  masked: boolean
  mode: number
  fontSize: number
  charSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  clip: Area | null
}
const plainState: State = {
  ctm: identity,
  fill: '#000000',
  stroke: '#000000',
  lineWidth: 1,
  alpha: 1,
  groupAlpha: 1,
  masked: false,
  mode: 0,
  fontSize: 1,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  clip: null,
}
/** Opaque enough to hide, or to be a background. */
const opaque = 0.85
/** Nobody reads what is drawn this faintly. */
const faint = 0.06

interface Painted extends Area {
  /** '' when not known: a picture, a gradient. */
  colour: string
  /** Covers its whole box; a shape of another form may leave any place of it open. */
  whole: boolean
  order: number
  hides: boolean
  isPicture: boolean
}
interface Shown extends InkedRun {
  y: number
  y0: number
  y1: number
  order: number
}

/** Walks the operators of one page. `isLayerOn` tells whether an optional content is shown. */
export async function readInk(page: PDFPageProxy, isLayerOn: (layer: unknown) => boolean = () => true): Promise<Ink> {
  // Appearances of annotations are drawn over the page; their text is no part of it.
  const list = await page.getOperatorList({ annotationMode: 0 })
  const [vx0, vy0, vx1, vy1] = page.view as [number, number, number, number]
  const pageArea = Math.abs((vx1 - vx0) * (vy1 - vy0)) || 1
  let state = plainState
  let textMatrix: Matrix = identity
  let lineMatrix: Matrix = identity
  const stack: State[] = []
  const layers: boolean[] = []
  const painted: Painted[] = []
  const shown: Shown[] = []
  let clipNext = false
  let hasFullImage = false
  let pictures = 0
  let shapes = 0

  const alpha = () => state.alpha * state.groupAlpha
  const isLayerOff = () => layers.includes(false)
  const paint = (area: Area, colour: string, whole: boolean, isPicture = false) => {
    const visible = clipped(area, state.clip)
    if (!visible || isLayerOff() || alpha() < 0.3) return
    painted.push({
      ...visible,
      colour: alpha() >= opaque && !state.masked ? colour : '',
      whole,
      order: shown.length,
      hides: whole && alpha() >= opaque && !state.masked,
      isPicture,
    })
  }
  const show = (glyphs: unknown) => {
    let width = 0
    let letters = ''
    for (const glyph of Array.isArray(glyphs) ? glyphs : []) {
      if (typeof glyph === 'number') width -= (glyph / 1000) * state.fontSize
      else if (typeof glyph === 'object' && glyph !== null) {
        const { width: own, unicode, isSpace } = glyph as { width?: number; unicode?: string; isSpace?: boolean }
        width += ((own ?? 0) / 1000) * state.fontSize + state.charSpacing + (isSpace ? state.wordSpacing : 0)
        if (unicode && letters.length < 40) letters += unicode.trim()
      }
    }
    width *= state.scale
    const place = multiply(state.ctm, textMatrix)
    const box = bounds(place, 0, -0.2 * state.fontSize, Number.isFinite(width) ? width : 0, 0.75 * state.fontSize)
    shown.push({
      x0: Math.min(place[4], box.x0),
      x1: box.x1,
      y: place[5],
      y0: box.y0,
      y1: box.y1,
      order: shown.length,
      colour: state.fill,
      stroked: state.mode === 2,
      letters,
      hidden: isLayerOff()
        ? 'layer'
        : state.mode === 3 || state.mode === 7
          ? 'invisible'
          : alpha() < faint
            ? 'transparent'
            : state.clip && outside(box, state.clip)
              ? 'clipped'
              : blendsIn(box, state, painted)
                ? 'same-colour'
                : '',
    })
    textMatrix = multiply(textMatrix, [1, 0, 0, 1, Number.isFinite(width) ? width : 0, 0])
  }
  const toLine = (x: number, y: number) => {
    lineMatrix = multiply(lineMatrix, [1, 0, 0, 1, x, y])
    textMatrix = lineMatrix
  }
  const set = (changes: Partial<State>) => {
    state = { ...state, ...changes }
  }

  for (let i = 0; i < list.fnArray.length; i += 1) {
    const args = (list.argsArray[i] ?? []) as unknown[]
    switch (list.fnArray[i]) {
      case ops.save:
        stack.push(state)
        break
      case ops.beginGroup:
        stack.push(state)
        // The group is painted as a whole through the opacity set before it.
        set({ groupAlpha: alpha(), alpha: 1 })
        break
      case ops.paintFormXObjectBegin:
        stack.push(state)
        if (isMatrix(args[0])) set({ ctm: multiply(state.ctm, args[0]) })
        break
      case ops.restore:
      case ops.endGroup:
      case ops.paintFormXObjectEnd:
        state = stack.pop() ?? state
        break
      case ops.transform:
        if (isMatrix(args)) set({ ctm: multiply(state.ctm, args) })
        break
      case ops.setGState:
        for (const entry of (Array.isArray(args[0]) ? args[0] : []) as unknown[]) {
          if (!Array.isArray(entry)) continue
          if (entry[0] === 'ca') set({ alpha: Number(entry[1]) })
          else if (entry[0] === 'SMask')
            set({ masked: list.fnArray[i + 1] === ops.paintImageXObject || Boolean(entry[1]) })
          else if (entry[0] === 'LW') set({ lineWidth: Number(entry[1]) })
          else if (entry[0] === 'Font' && Array.isArray(entry[1])) set({ fontSize: Number((entry[1] as unknown[])[1]) })
        }
        break
      case ops.setLineWidth:
        set({ lineWidth: Number(args[0]) })
        break
      case ops.setFillRGBColor:
        set({ fill: toHex(args) })
        break
      case ops.setFillColorN:
      case ops.setFillTransparent:
        set({ fill: '' })
        break
      case ops.setStrokeRGBColor:
        set({ stroke: toHex(args) })
        break
      case ops.setTextRenderingMode:
        set({ mode: Number(args[0]) })
        break
      case ops.setFont:
        set({ fontSize: Number(args[1]) || 1 })
        break
      case ops.setCharSpacing:
        set({ charSpacing: Number(args[0]) || 0 })
        break
      case ops.setWordSpacing:
        set({ wordSpacing: Number(args[0]) || 0 })
        break
      case ops.setHScale:
        set({ scale: Number(args[0]) / 100 || 1 })
        break
      case ops.setLeading:
        set({ leading: -Number(args[0]) })
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
        set({ leading: Number(args[1]) })
        toLine(Number(args[0]), Number(args[1]))
        break
      case ops.moveText:
        toLine(Number(args[0]), Number(args[1]))
        break
      case ops.nextLine:
        toLine(0, state.leading)
        break
      case ops.showText:
      case ops.showSpacedText:
        show(args[0])
        break
      case ops.nextLineShowText:
      case ops.nextLineSetSpacingShowText:
        toLine(0, state.leading)
        show(args.at(-1))
        break
      case ops.beginMarkedContent:
        layers.push(true)
        break
      case ops.beginMarkedContentProps:
        layers.push(args[0] !== 'OC' || isLayerOn(args[1]))
        break
      case ops.endMarkedContent:
        layers.pop()
        break
      case ops.paintImageXObject:
      case ops.paintInlineImageXObject:
      case ops.paintInlineImageXObjectGroup:
      case ops.paintImageMaskXObject: {
        const area = bounds(state.ctm, 0, 0, 1, 1)
        paint(area, '', list.fnArray[i] !== ops.paintImageMaskXObject, true)
        pictures += 1
        if ((area.x1 - area.x0) * (area.y1 - area.y0) > 0.6 * pageArea) hasFullImage = true
        break
      }
      case ops.shadingFill:
        paint(state.clip ?? { x0: vx0, y0: vy0, x1: vx1, y1: vy1 }, '', false)
        break
      case ops.clip:
      case ops.eoClip:
        clipNext = true
        break
      case ops.constructPath: {
        const how = Number(args[0])
        const minMax = args[2] as ArrayLike<number> | null
        shapes += 1
        if (!minMax || minMax.length < 4) break
        const area = bounds(state.ctm, minMax[0]!, minMax[1]!, minMax[2]!, minMax[3]!)
        const isStroke = how === ops.stroke || how === ops.closeStroke
        if (isStroke) {
          // A thick line is a band of its colour.
          const half = (state.lineWidth * Math.hypot(state.ctm[0], state.ctm[1])) / 2
          const thin = Math.min(area.x1 - area.x0, area.y1 - area.y0)
          if (half > 2.5 && thin < 1)
            paint(
              area.x1 - area.x0 > area.y1 - area.y0
                ? { ...area, y0: area.y0 - half, y1: area.y1 + half }
                : { ...area, x0: area.x0 - half, x1: area.x1 + half },
              state.stroke,
              true,
            )
        } else if (how >= ops.fill && how <= ops.closeEOFillStroke) {
          // Rules and dots are no background.
          if (area.x1 - area.x0 > 8 && area.y1 - area.y0 > 5) paint(area, state.fill, isBoxLike(args[1], minMax))
        }
        if (clipNext) set({ clip: clipped(area, state.clip) ?? { x0: 0, y0: 0, x1: 0, y1: 0 } })
        clipNext = false
        break
      }
      default:
        break
    }
  }
  hideCovered(shown, painted, pageArea)
  return { hasFullImage, hasDrawing: pictures > 0 || shapes > 60, over: finder(shown) }
}

/** True when the letters have the colour of all that may lie behind them. */
function blendsIn(box: Area, { fill }: State, painted: readonly Painted[]): boolean {
  const x = Math.min(box.x0 + 1, box.x1)
  const y = (box.y0 + box.y1) / 2
  const blends = (behind: string) => contrast(fill, behind) < 1.1
  for (let i = painted.length - 1; i >= 0; i -= 1) {
    const area = painted[i]!
    if (x < area.x0 || x > area.x1 || y < area.y0 || y > area.y1) continue
    if (!blends(area.colour)) return false
    if (area.whole) return true
  }
  return blends('#ffffff')
}

/** Marks what a picture or a filled box painted later lies over. */
function hideCovered(shown: Shown[], painted: readonly Painted[], pageArea: number): void {
  const covers = painted.filter((area) => area.hides && (area.isPicture || area.colour !== ''))
  if (covers.length === 0) return
  const covered = shown.flatMap((run) => {
    const cover = covers.find(
      (area) =>
        area.order > run.order &&
        area.x0 <= run.x0 + 1 &&
        area.x1 >= run.x1 - 1 &&
        area.y0 <= run.y + 0.5 &&
        area.y1 >= run.y1 - 0.3 * (run.y1 - run.y0),
    )
    return cover ? [{ run, cover }] : []
  })
  const inFull = covered.filter(
    ({ cover }) => cover.isPicture && (cover.x1 - cover.x0) * (cover.y1 - cover.y0) > 0.6 * pageArea,
  )
  // The words of a scan lie under its picture: they are what one sees.
  const isScan = inFull.length > 0.8 * shown.length
  for (const { run, cover } of covered) {
    if (isScan && cover.isPicture) continue
    if (run.hidden === '') run.hidden = 'covered'
  }
}

function finder(shown: readonly Shown[]): Ink['over'] {
  const rows = new Map<number, Shown[]>()
  for (const run of shown) {
    const key = Math.round(run.y)
    const row = rows.get(key)
    if (row) row.push(run)
    else rows.set(key, [run])
  }
  return (x, y, width) => {
    for (const key of [Math.round(y), Math.round(y) - 1, Math.round(y) + 1]) {
      const row = rows.get(key) ?? []
      const over = row.filter((run) => Math.min(run.x1, x + width) - Math.max(run.x0, x) > 0.3)
      if (over.length > 0) return over
      // Widths may be unknown: the run that starts at, or nearest before, the point.
      const before = row.filter((run) => run.x0 <= x + 1)
      const nearest = Math.max(...before.map((run) => run.x0))
      const last = before.findLast((run) => run.x0 === nearest)
      if (last) return [last]
    }
    return []
  }
}

const outside = (box: Area, clip: Area): boolean =>
  Math.min(box.x1, clip.x1) - Math.max(box.x0, clip.x0) < 0.05 * (box.x1 - box.x0) - 0.01 ||
  Math.min(box.y1, clip.y1) - Math.max(box.y0, clip.y0) < 0.15 * (box.y1 - box.y0) - 0.01

function clipped(area: Area, clip: Area | null): Area | null {
  if (!clip) return area
  const cut = {
    x0: Math.max(area.x0, clip.x0),
    y0: Math.max(area.y0, clip.y0),
    x1: Math.min(area.x1, clip.x1),
    y1: Math.min(area.y1, clip.y1),
  }
  return cut.x1 > cut.x0 && cut.y1 > cut.y0 ? cut : null
}
