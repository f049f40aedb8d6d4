import type { HiddenReason } from '../../../src/model/reading.ts'
import type { Ink, InkedRun } from './pdfInk.ts'

/** Part of a run of the text layer that was inked in one way; `from` and `to` are shares of its width. */
export interface InkedPiece {
  text: string
  from: number
  to: number
  colour: string
  stroked: boolean
  hidden: HiddenReason | ''
}

/**
 * How a run of the text layer was inked. The text layer joins what was drawn side by side, whatever its colour: where
 * visible words run on into hidden ones, they are parted again.
 */
export function inkedPieces(ink: Ink, text: string, x: number, y: number, width: number): InkedPiece[] {
  const runs = ink.over(x, y, width)
  const whole = (run: InkedRun | undefined): InkedPiece[] => [
    { text, from: 0, to: 1, colour: run?.colour ?? '', stroked: run?.stroked ?? false, hidden: run?.hidden ?? '' },
  ]
  const head = headOf(runs, x)
  if (runs.every((run) => run.hidden === head?.hidden)) return whole(head)
  const own = ownRuns(runs, text)
  const first = headOf(own, x)
  if (own.every((run) => run.hidden === first?.hidden)) return whole(first)
  const pieces: InkedPiece[] = []
  let at = 0
  for (const [index, run] of own.entries()) {
    const next = own[index + 1]
    if (next && next.hidden === run.hidden) continue
    const to = next ? cutAt(text, (next.x0 - x) / Math.max(width, 0.1), at) : text.length
    if (to > at)
      pieces.push({
        text: text.slice(at, to),
        from: at / text.length,
        to: to / text.length,
        colour: run.colour,
        stroked: run.stroked,
        hidden: run.hidden,
      })
    at = to
  }
  return pieces
}

/** The run that starts where the text does; of several in one place, the last drawn. */
const headOf = (runs: readonly InkedRun[], x: number): InkedRun | undefined =>
  runs.reduce<InkedRun | undefined>(
    (best, run) => (!best || Math.abs(run.x0 - x) <= Math.abs(best.x0 - x) + 0.01 ? run : best),
    undefined,
  )

/** The runs that drew these letters, from left to right: others may lie over the same place. */
function ownRuns(runs: readonly InkedRun[], text: string): InkedRun[] {
  const letters = text.replace(/\s+/g, '')
  const same = runs.filter((run) => run.letters !== '' && letters.includes(run.letters))
  const own = (same.length > 0 ? same : runs).toSorted((a, b) => a.x0 - b.x0)
  // Drawn twice in one place, once to be seen: it is seen.
  return own.filter(
    (run) =>
      run.hidden === '' ||
      !own.some(
        (other) =>
          other.hidden === '' &&
          other.letters === run.letters &&
          Math.min(other.x1, run.x1) - Math.max(other.x0, run.x0) > 0.6 * (run.x1 - run.x0),
      ),
  )
}

/** The letter at a share of the width; a space close by is where the words part. */
function cutAt(text: string, share: number, after: number): number {
  const guess = Math.min(text.length, Math.max(after, Math.round(share * text.length)))
  for (const away of [0, -1, 1, -2, 2, -3, 3])
    if (text[guess + away] === ' ' && guess + away > after) return guess + away + 1
  return guess
}
