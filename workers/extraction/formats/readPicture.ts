import type { Canvas, Environment, Picture, SeenWord } from '../environment.ts'
import type { PageText, TextItem } from '../layout/page.ts'
import { flatten } from '../picture/flatten.ts'
import { findPage, greyToCanvas } from '../picture/findPage.ts'
import { measureLetters } from '../picture/letterStyle.ts'
import { type SettledStyle, settleLines } from '../picture/settleLines.ts'
import { eraseDrawings, evenLetters } from '../picture/textLines.ts'
import { warpColour, warpGrey } from '../picture/warp.ts'
import { readMissedLines } from './readMissedLines.ts'
import { repairWords } from './repairWords.ts'

/** Longest side of a picture as it is worked on: a phone's twelve megapixels; more would only fill the memory. */
export const longestSide = 4200
/** Height in pixels that letters are brought to: smaller ones are misread, larger ones only cost time. */
const wantedLetters = 20
/** Longest side of what recognition is given. */
const longestRecognised = 3600

/** A picture on a white canvas, at most `longest` pixels on its longer side. */
export function pictureToCanvas(environment: Environment, picture: Picture, longest: number): Canvas {
  const side = Math.max(picture.width, picture.height)
  const scale = side > longest ? longest / side : 1
  const canvas = environment.createCanvas(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  )
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture.source as CanvasImageSource, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** Longer side of a sheet of A4, in points. */
const sheetPoints = 842

/**
 * Words of a pictured page as runs in its own units: `given` of them are a pixel of the canvas, or without it the page is
 * taken for a sheet of A4 in points. The page is what the picture shows once straightened: `drawPage` draws the same.
 * `beat` is called now and then: recognition is slow on a phone, and a sign of life is waited for.
 */
export async function recogniseCanvas(
  environment: Environment,
  canvas: Canvas,
  number: number,
  given?: number,
  beat: () => void = () => {},
): Promise<PageText> {
  const image = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  const { grey, shape, letterSize } = await findPage(environment, image)
  beat()
  const scale = Math.min(
    letterSize > 0 ? Math.max(0.4, Math.min(2.5, wantedLetters / letterSize)) : 1,
    longestRecognised / Math.max(shape.width, shape.height),
  )
  const plain = warpGrey(grey, shape, Math.max(1, Math.round(shape.width * scale)))
  flatten(plain)
  if (letterSize > 0) {
    eraseDrawings(plain, letterSize * scale)
    evenLetters(plain, letterSize * scale)
  }
  const seen = withoutNoise(await environment.recognise(greyToCanvas(environment, plain)))
  beat()
  const missed = letterSize > 0 ? await readMissedLines(environment, plain, seen, beat) : []
  const words = repairWords([...seen, ...missed])
  const unit = given ?? sheetPoints / Math.max(shape.width, shape.height)
  const width = shape.width * unit
  const height = shape.height * unit
  return {
    number,
    width,
    height,
    by: 'recognition',
    items: wordsToItems(
      words,
      settleLines(words, measureLetters(plain, words)),
      width / plain.width,
      height / plain.height,
    ),
    links: [],
    ordered: false,
  }
}

/** Without what rules, creases and edges were taken for: marks far too low for letters, and doubtful scraps alone on a row. */
function withoutNoise(words: readonly SeenWord[]): SeenWord[] {
  const heights = words.filter(({ certainty }) => certainty > 0.7).map(({ y0, y1 }) => y1 - y0)
  const usual = heights.sort((a, b) => a - b)[Math.floor(heights.length / 2)] ?? 0
  const isLow = ({ text, y0, y1 }: SeenWord) => /[\p{L}\p{N}]/u.test(text) && y1 - y0 < 0.4 * usual
  const byLine = new Map<number, SeenWord[]>()
  for (const word of words) if (!isLow(word)) byLine.set(word.line, [...(byLine.get(word.line) ?? []), word])
  return [...byLine.values()].flatMap((line) => {
    const length = line.reduce((sum, { text }) => sum + text.length, 0)
    const surest = Math.max(...line.map(({ certainty }) => certainty))
    return length <= 5 && surest < 0.5 ? [] : line
  })
}

function wordsToItems(words: readonly SeenWord[], styles: readonly SettledStyle[], fx: number, fy: number): TextItem[] {
  const items = words.flatMap((word, index): TextItem[] => {
    const text = isBulletSeen(words, styles, index) ? '•' : word.text.trim()
    // A bar at either end of a row is the border of a table or a column.
    const atEdge = words[index - 1]?.line !== word.line || words[index + 1]?.line !== word.line
    if (atEdge && /^[|[\]_¦]+$/.test(text)) return []
    if (
      text === '' ||
      word.certainty < 0.25 ||
      (/^[|\\/_~=°^'"`.,;:*«»©®§¢¥€-]{1,3}$/.test(text) && !/^[-–—|]$/.test(text))
    )
      return []
    return [
      {
        text,
        x: word.x0 * fx,
        y: word.y0 * fy,
        width: (word.x1 - word.x0) * fx,
        height: (word.y1 - word.y0) * fy,
        size: styles[index]!.size * fy,
        baseline: styles[index]!.baseline * fy,
        bold: styles[index]!.bold,
        italic: false,
        colour: '',
        font: '',
        hidden: '',
        certainty: word.certainty,
      },
    ]
  })
  return joinRuns(items)
}

/** Gap between two words of a sentence, in letter heights: a page has its words in runs, as a text layer would. */
const wordGap = 0.75

function joinRuns(items: readonly TextItem[]): TextItem[] {
  const runs: TextItem[] = []
  for (const item of items) {
    const run = runs.at(-1)
    const gap = run ? item.x - run.x - run.width : 0
    const isAlone = (one: TextItem) => one.text === '•' || one.certainty < 0.6 || one.text.includes('@')
    if (
      run === undefined ||
      run.baseline !== item.baseline ||
      run.bold !== item.bold ||
      run.size !== item.size ||
      gap < -0.2 * item.size ||
      gap > wordGap * item.size ||
      isAlone(run) ||
      isAlone(item)
    ) {
      runs.push({ ...item })
      continue
    }
    const letters = [run.text.length, item.text.length] as const
    run.certainty = (run.certainty * letters[0] + item.certainty * letters[1]) / (letters[0] + letters[1])
    run.text += ` ${item.text}`
    run.width = item.x + item.width - run.x
    const bottom = Math.max(run.y + run.height, item.y + item.height)
    run.y = Math.min(run.y, item.y)
    run.height = bottom - run.y
  }
  return runs
}

/** Bullets come back as whatever looks round: a lone mark or letter at a row's head, set off from what follows. */
function isBulletSeen(words: readonly SeenWord[], styles: readonly SettledStyle[], index: number): boolean {
  const word = words[index]!
  const next = words[index + 1]
  if (words[index - 1]?.line === word.line || next?.line !== word.line) return false
  if (styles[index]!.spot) return next.x0 - word.x1 > 0.2 * styles[index]!.size
  return (
    /^(?:[eo0©°*+«»•·¢®@¤*]|[-–—])$/i.test(word.text.trim()) &&
    next.x0 - word.x1 > 0.45 * word.size &&
    word.x1 - word.x0 < 1.2 * word.size
  )
}

/** A pictured page in colour as recognition saw it, straightened, `width` pixels wide; null when it is straight already. */
export async function drawStraightened(
  environment: Environment,
  canvas: Canvas,
  width: number,
): Promise<Canvas | null> {
  const image = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  const { shape, untouched } = await findPage(environment, image)
  if (untouched) return null
  const page = warpColour(
    image,
    shape,
    Math.max(1, Math.min(width, Math.round((2 * width * shape.width) / shape.height))),
  )
  const out = environment.createCanvas(page.width, page.height)
  const context = out.getContext('2d')
  const pixels = context.createImageData(page.width, page.height)
  pixels.data.set(page.data)
  context.putImageData(pixels, 0, 0)
  return out
}
