import type { SeenWord } from '../environment.ts'
import type { Grey } from './grey.ts'

/** How the letters of a recognised word look, as measured on the picture. */
export interface LetterStyle {
  /** Size of the font, in pixels of the picture. */
  size: number
  bold: boolean
  /** True for a round or square spot, which is a bullet whatever it was read as. */
  spot: boolean
}

/** Heights of letters as shares of the font's size, as common faces have them. */
const small = 0.53
const middling = 0.64
const tall = 0.73
const tail = 0.21
const comma = 0.12
const accent = 0.17
/** What the softness of a picture adds to a stroke, in pixels. */
const softness = 0.4
/** How much thicker than plain strokes bold ones are: half-bold faces reach 1.2, noise in several words 1.08. */
const boldFrom = 1.15
/** Letters that tell what is plain in one size. */
const enoughLetters = 40

/**
 * Size and weight of the letters of each word: recognition itself tells neither, and headings and titles are known by
 * them. `grey` is the flattened picture the words were recognised in.
 */
export function measureLetters(grey: Grey, words: readonly SeenWord[]): LetterStyle[] {
  const measured = words.map((word) => measure(grey, word))
  const byLine = new Map<number, number[]>()
  for (const [index, word] of words.entries()) byLine.set(word.line, [...(byLine.get(word.line) ?? []), index])
  const known = measured.filter((own) => own !== null)
  const usual = portion(known, 0.3) ?? 0
  // Small letters look thicker, as the softness of the picture weighs more on them: like is compared with like.
  const plainAt = (size: number) => {
    const alike = known.filter((own) => own.size > 0.87 * size && own.size < 1.15 * size)
    const letters = alike.reduce((sum, own) => sum + own.letters, 0)
    // A size that is all bold, as headings are, does not set its own measure.
    return letters < enoughLetters ? usual : Math.min(portion(alike, 0.3)!, 1.1 * usual)
  }
  const styles: LetterStyle[] = []
  for (const indexes of byLine.values()) {
    const sizes = indexes.flatMap((index) => {
      const own = measured[index]
      return own ? [{ value: own.size, count: own.letters }] : []
    })
    const size = middle(sizes) ?? middle(indexes.map((index) => ({ value: words[index]!.size, count: 1 }))) ?? 10
    const plain = plainAt(size)
    for (const part of evenParts(indexes, measured)) {
      const weight = meanWeight(part, measured)
      for (const index of part)
        styles[index] = { size, bold: weight > boldFrom * plain, spot: isSpot(grey, words[index]!, size) }
    }
  }
  return styles
}

/** Stretches of a row in one weight each: the row is cut in two where that parts thick strokes from thin ones best. */
function evenParts(indexes: readonly number[], measured: readonly (Measure | null)[]): (readonly number[])[] {
  let cut = 0
  let most = boldFrom
  for (let at = 1; at < indexes.length; at += 1) {
    const [one, other] = [indexes.slice(0, at), indexes.slice(at)]
    if (lettersOf(one, measured) < 4 || lettersOf(other, measured) < 4) continue
    const [a, b] = [meanWeight(one, measured), meanWeight(other, measured)]
    const ratio = Math.max(a, b) / Math.max(0.01, Math.min(a, b))
    if (ratio > most) {
      most = ratio
      cut = at
    }
  }
  if (cut === 0) return [indexes]
  return [...evenParts(indexes.slice(0, cut), measured), ...evenParts(indexes.slice(cut), measured)]
}

const lettersOf = (indexes: readonly number[], measured: readonly (Measure | null)[]): number =>
  indexes.reduce((sum, index) => sum + (measured[index]?.letters ?? 0), 0)
const meanWeight = (indexes: readonly number[], measured: readonly (Measure | null)[]): number =>
  indexes.reduce((sum, index) => sum + (measured[index]?.letters ?? 0) * (measured[index]?.weight ?? 0), 0) /
  Math.max(1, lettersOf(indexes, measured))

/** The weight that this share of the letters does not exceed. */
const portion = (known: readonly Measure[], share: number): number | null =>
  middle(
    known.map(({ weight, letters }) => ({ value: weight, count: letters })),
    share,
  )

/** True when a mark is one compact spot: no letter but a dot fills its box so well at that size. */
function isSpot({ data, width, height }: Grey, word: SeenWord, size: number): boolean {
  if (word.text.length > 3 || word.x1 - word.x0 > size) return false
  let [x0, y0, x1, y1, ink] = [width, height, 0, 0, 0]
  for (let y = Math.max(0, Math.floor(word.y0)); y < Math.min(height, word.y1); y += 1) {
    for (let x = Math.max(0, Math.floor(word.x0)); x < Math.min(width, word.x1); x += 1) {
      if (data[y * width + x]! >= inkBelow) continue
      x0 = Math.min(x0, x)
      x1 = Math.max(x1, x + 1)
      y0 = Math.min(y0, y)
      y1 = Math.max(y1, y + 1)
      ink += 1
    }
  }
  const w = x1 - x0
  const h = y1 - y0
  return (
    ink > 0.62 * w * h &&
    w > 0.15 * size &&
    w < 0.62 * size &&
    h > 0.15 * size &&
    Math.max(w, h) < 1.35 * Math.min(w, h)
  )
}

interface Measure {
  size: number
  /** Thickness of the strokes as a share of the size. */
  weight: number
  letters: number
}

function measure(grey: Grey, word: SeenWord): Measure | null {
  const letters = word.text.match(/[\p{L}\p{N}@&]/gu)?.length ?? 0
  const ink = letters === 0 ? null : inkOf(grey, word)
  if (!ink) return null
  const height = /[\p{Lu}\p{N}bdfhkl@&éèêëàâîïôöùûü]/u.test(word.text)
    ? tall
    : /[it]/.test(word.text)
      ? middling
      : small
  const below = /[gjpqyçÇ]/u.test(word.text) ? tail : /[Q,;]/u.test(word.text) ? comma : 0
  const above = /[ÀÂÄÉÈÊËÎÏÔÖÙÛÜ]/u.test(word.text) ? accent : 0
  const size = ink.height / (height + below + above)
  return { size, weight: (ink.stroke - softness) / size, letters }
}

/** Tone below which a pixel is ink. */
const inkBelow = 140

/** Height of a word's ink, and how thick its upright strokes are, in pixels. */
function inkOf({ data, width, height }: Grey, word: SeenWord): { height: number; stroke: number } | null {
  const x0 = Math.max(1, Math.floor(word.x0))
  const x1 = Math.min(width - 1, Math.ceil(word.x1))
  const from = Math.max(0, Math.floor(word.y0))
  const to = Math.min(height, Math.ceil(word.y1))
  const strokes: number[] = []
  let first = -1
  let last = -1
  for (let y = from; y < to; y += 1) {
    const row = y * width
    let any = false
    for (let x = x0; x < x1; x += 1) {
      if (data[row + x]! >= inkBelow) continue
      any = true
      // Soft edges count by their darkness, so that the blur of a photo does not thicken a stroke.
      let ink = (255 - data[row + x - 1]!) / 255
      while (x < x1 && data[row + x]! < inkBelow) {
        ink += (255 - data[row + x]!) / 255
        x += 1
      }
      ink += (255 - data[row + x]!) / 255
      strokes.push(ink)
    }
    if (!any) continue
    if (first < 0) first = y
    last = y
  }
  if (first < 0) return null
  strokes.sort((a, b) => a - b)
  return { height: last - first + 1, stroke: strokes[Math.floor(strokes.length * 0.4)]! }
}

/** The value that this share of the letters, half of them as a rule, lie below; null of nothing. */
function middle(values: readonly { value: number; count: number }[], share = 0.5): number | null {
  const sorted = [...values].sort((a, b) => a.value - b.value)
  const half = share * sorted.reduce((sum, { count }) => sum + count, 0)
  let seen = 0
  for (const { value, count } of sorted) if ((seen += count) >= half) return value
  return null
}
