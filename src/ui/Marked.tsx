import { markRanges, type TextRange } from './markRanges.ts'

/** A text with some words under the felt pen: search hits, evidence. */
export function Marked({ text, ranges }: { text: string; ranges: readonly TextRange[] }) {
  return markRanges(text, ranges).map((piece) =>
    piece.marked ? (
      <mark key={piece.start} className="ev">
        {piece.text}
      </mark>
    ) : (
      <span key={piece.start}>{piece.text}</span>
    ),
  )
}
