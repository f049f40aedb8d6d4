import type { Canvas, Environment, Picture, SeenWord } from '../environment.ts'
import { prepareForRecognition } from './prepareForRecognition.ts'
import type { PageText, TextItem } from '../layout/page.ts'

/** A picture on a white canvas, at most `longest` pixels on its longer side; small ones are enlarged for recognition. */
export function pictureToCanvas(environment: Environment, picture: Picture, longest: number): Canvas {
  const side = Math.max(picture.width, picture.height)
  const scale = side > longest ? longest / side : side < 1400 ? Math.min(2, 1400 / side) : 1
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

/** Words of a drawn page as runs in the page's own units. */
export async function recogniseCanvas(
  environment: Environment,
  canvas: Canvas,
  number: number,
  width: number,
  height: number,
): Promise<PageText> {
  prepareForRecognition(canvas)
  const words = await environment.recognise(canvas)
  const fx = width / canvas.width
  const fy = height / canvas.height
  // One height per line: letters with and without tails must not look like different sizes.
  const sizes = new Map<number, number[]>()
  for (const word of words) sizes.set(word.line, [...(sizes.get(word.line) ?? []), word.size])
  const middle = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 10
  const items = words.flatMap((word, index): TextItem[] => {
    const text = isBulletSeen(words, index) ? '•' : word.text.trim()
    // A bar at either end of a row is the border of a table or a column.
    const atEdge = words[index - 1]?.line !== word.line || words[index + 1]?.line !== word.line
    if (atEdge && /^[|[\]_¦]+$/.test(text)) return []
    if (
      text === '' ||
      word.certainty < 0.25 ||
      (/^[|\\/_~=°^'"`.,;:*«»©®§¢¥€-]{1,3}$/.test(text) && !/^[-–—|]$/.test(text))
    )
      return []
    const size = middle(sizes.get(word.line) ?? [word.size])
    return [
      {
        text,
        x: word.x0 * fx,
        y: word.y0 * fy,
        width: (word.x1 - word.x0) * fx,
        height: (word.y1 - word.y0) * fy,
        size: size * fy,
        baseline: word.baseline * fy,
        bold: word.bold,
        italic: false,
        colour: '',
        font: '',
        hidden: '',
        certainty: word.certainty,
      },
    ]
  })
  return { number, width, height, by: 'recognition', items, links: [], ordered: false }
}

/** Bullets come back as whatever looks round: a lone mark or letter at a row's head, set off from what follows. */
function isBulletSeen(words: readonly SeenWord[], index: number): boolean {
  const word = words[index]!
  const next = words[index + 1]
  if (words[index - 1]?.line === word.line || next?.line !== word.line) return false
  return (
    /^(?:[eo0©°*+«»•·¢®@¤*]|[-–—])$/i.test(word.text.trim()) &&
    next.x0 - word.x1 > 0.45 * word.size &&
    word.x1 - word.x0 < 1.2 * word.size
  )
}
