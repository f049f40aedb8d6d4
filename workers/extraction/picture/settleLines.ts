import type { SeenWord } from '../environment.ts'
import type { LetterStyle } from './letterStyle.ts'

/** The look of a word, and the row it stands on. */
export interface SettledStyle extends LetterStyle {
  baseline: number
}

/** Sizes that differ by less are one size, measured twice: faces differ in how tall their letters are. */
const sameSize = 1.11
/** Rows whose baselines differ by less, as a share of the letters' size, are one row seen in two parts. */
const sameRow = 0.33

/**
 * Measured sizes and baselines waver by a pixel or two; the layout they come from does not. Sizes that are nearly alike
 * become one, and parts of one row that stand apart get one baseline.
 */
export function settleLines(words: readonly SeenWord[], styles: readonly LetterStyle[]): SettledStyle[] {
  const byLine = new Map<number, number[]>()
  for (const [index, word] of words.entries()) byLine.set(word.line, [...(byLine.get(word.line) ?? []), index])
  const lines = [...byLine.values()].map((indexes) => ({
    indexes,
    size: styles[indexes[0]!]!.size,
    baseline: indexes.reduce((sum, index) => sum + words[index]!.baseline, 0) / indexes.length,
    x0: Math.min(...indexes.map((index) => words[index]!.x0)),
    x1: Math.max(...indexes.map((index) => words[index]!.x1)),
  }))
  type SeenLine = (typeof lines)[number]
  const settled: SettledStyle[] = []

  settleSizes(lines)

  const rows: { baseline: number; lines: SeenLine[] }[] = []
  for (const line of lines.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.findLast(
      (other) =>
        Math.abs(other.baseline - line.baseline) < sameRow * Math.min(line.size, other.lines[0]!.size) &&
        other.lines.every(({ x0, x1 }) => line.x1 <= x0 || line.x0 >= x1),
    )
    if (row) row.lines.push(line)
    else rows.push({ baseline: line.baseline, lines: [line] })
  }
  for (const row of rows) {
    const baseline = row.lines.toSorted((a, b) => a.x0 - b.x0)[0]!.baseline
    for (const line of row.lines)
      for (const index of line.indexes) settled[index] = { ...styles[index]!, size: line.size, baseline }
  }
  return settled
}

/** The size most letters have draws in those near it, then the next of those left. */
function settleSizes(lines: { indexes: number[]; size: number }[]): void {
  let left = [...lines]
  while (left.length > 0) {
    const near = (size: number) => left.filter((line) => line.size < sameSize * size && line.size > size / sameSize)
    const weight = (group: typeof lines) => group.reduce((sum, { indexes }) => sum + indexes.length, 0)
    const group = left
      .map((line) => near(line.size))
      .reduce((best, each) => (weight(each) > weight(best) ? each : best))
    const sizes = group.flatMap(({ indexes, size }) => indexes.map(() => size)).sort((a, b) => a - b)
    const size = sizes[Math.floor(sizes.length / 2)]!
    for (const line of group) line.size = size
    left = left.filter((line) => !group.includes(line))
  }
}
