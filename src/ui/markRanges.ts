export type TextRange = { start: number; end: number }
export type MarkedPiece = { text: string; marked: boolean; start: number }

/** Cuts a text into marked and plain pieces; overlapping or wild ranges are joined and clipped. */
export function markRanges(text: string, ranges: readonly TextRange[]): MarkedPiece[] {
  const sorted = ranges
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => end > start)
    .toSorted((a, b) => a.start - b.start)
  const pieces: MarkedPiece[] = []
  let reached = 0
  for (const range of sorted) {
    const start = Math.max(range.start, reached)
    if (start >= range.end) continue
    if (start > reached) {
      pieces.push({ text: text.slice(reached, start), marked: false, start: reached })
    }
    pieces.push({ text: text.slice(start, range.end), marked: true, start })
    reached = range.end
  }
  if (reached < text.length) pieces.push({ text: text.slice(reached), marked: false, start: reached })
  return pieces
}
