import type { TextRange } from './markRanges.ts'
import { Marked } from './Marked.tsx'

type QuoteProps = {
  text: string
  /** the decisive words */
  ranges?: readonly TextRange[]
  /** 'p. 2' or 'CV_NDiaye.pdf, p. 1' */
  source?: string
  /** opens the page image at that place */
  onSource?: () => void
}

/** Words of a document, in serif, the decisive ones under the felt pen. */
export function Quote({ text, ranges = [], source, onSource }: QuoteProps) {
  return (
    <blockquote className="quote" dir="auto">
      <Marked text={text} ranges={ranges} />
      {source !== undefined && (
        <>
          {' '}
          {onSource === undefined ? (
            <span className="t-xs t-3">{source}</span>
          ) : (
            <button type="button" className="src" onClick={onSource}>
              {source}
            </button>
          )}
        </>
      )}
    </blockquote>
  )
}
