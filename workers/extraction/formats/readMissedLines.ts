import type { Environment, SeenWord } from '../environment.ts'
import { greyToCanvas } from '../picture/findPage.ts'
import { createGrey, type Grey } from '../picture/grey.ts'
import { type Blob, chainLetters, findBlobs, letterBlobs, middleHeight } from '../picture/textLines.ts'

/** Lines read a second time at most: a page of noise must not take minutes. */
const mostLines = 24
/** Certainty from which a word of a second reading is believed. */
const leastCertainty = 0.55

/**
 * Words of the lines that the engine passed over: with a page before it, it now and then leaves out a short line, a date or
 * a word beside a rule, which it reads well when shown alone. `grey` is what it was given, `seen` what it found.
 */
export async function readMissedLines(
  environment: Environment,
  grey: Grey,
  seen: readonly SeenWord[],
  beat: () => void,
): Promise<SeenWord[]> {
  const { letters, size } = letterBlobs(findBlobs(grey), grey)
  if (size === 0) return []
  const isSeen = coverOf(seen.filter(({ certainty }) => certainty >= 0.3))
  const missed = chainLetters(letters, 1.6).filter(
    (chain) => isLikely(chain, size) && chain.filter((blob) => isSeen(blob)).length < 0.4 * chain.length,
  )
  missed.sort((a, b) => b.length - a.length)
  const found: SeenWord[] = []
  let line = Math.max(0, ...seen.map((word) => word.line))
  for (const chain of missed.slice(0, mostLines)) {
    const cut = cutLine(grey, chain)
    const words = await environment.recognise(greyToCanvas(environment, cut.grey), 'line')
    beat()
    line += 1
    for (const word of words) {
      if (word.certainty < leastCertainty) continue
      found.push({
        ...word,
        x0: word.x0 + cut.x,
        x1: word.x1 + cut.x,
        y0: word.y0 + cut.y,
        y1: word.y1 + cut.y,
        baseline: word.baseline + cut.y,
        line,
      })
    }
  }
  return found
}

/** Tells of a letter whether a recognised word lies over its middle. */
function coverOf(words: readonly SeenWord[]): (blob: Blob) => boolean {
  const shelf = 64
  const shelves = new Map<number, SeenWord[]>()
  for (const word of words)
    for (let at = Math.floor(word.y0 / shelf); at <= Math.floor(word.y1 / shelf); at += 1)
      shelves.set(at, [...(shelves.get(at) ?? []), word])
  return (blob) => {
    const x = (blob.x0 + blob.x1) / 2
    const y = (blob.y0 + blob.y1) / 2
    return (shelves.get(Math.floor(y / shelf)) ?? []).some(
      (word) => x >= word.x0 && x <= word.x1 && y >= word.y0 - 2 && y <= word.y1 + 2,
    )
  }
}

/** True for what has the look of a word: two letters at least, of one height, no smaller than print is. */
function isLikely(chain: readonly Blob[], size: number): boolean {
  if (chain.length < 2) return false
  const height = middleHeight(chain)
  if (height < 0.6 * size || height > 3.5 * size) return false
  const width = chain.at(-1)!.x1 - chain[0]!.x0
  return width > 1.2 * height && chain.every((blob) => blob.y1 - blob.y0 < 3 * height)
}

/** A line with white around it, and where its corner lies on the page. */
function cutLine(grey: Grey, chain: readonly Blob[]): { grey: Grey; x: number; y: number } {
  const height = middleHeight(chain)
  // Accents and tails are blobs of their own, above and below the letters.
  const room = Math.round(0.55 * height)
  const x0 = Math.max(0, Math.min(...chain.map((blob) => blob.x0)) - room)
  const x1 = Math.min(grey.width, Math.max(...chain.map((blob) => blob.x1)) + room)
  const y0 = Math.max(0, Math.min(...chain.map((blob) => blob.y0)) - room)
  const y1 = Math.min(grey.height, Math.max(...chain.map((blob) => blob.y1)) + room)
  const border = 8
  const cut = createGrey(x1 - x0 + 2 * border, y1 - y0 + 2 * border)
  cut.data.fill(255)
  for (let y = y0; y < y1; y += 1)
    cut.data.set(grey.data.subarray(y * grey.width + x0, y * grey.width + x1), (y - y0 + border) * cut.width + border)
  return { grey: cut, x: x0 - border, y: y0 - border }
}
