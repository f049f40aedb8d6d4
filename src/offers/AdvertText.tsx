import { useText } from '../ui/language.ts'
import { type AdvertMark, advertParagraphs } from './advert.ts'
import { text } from './text.ts'

/** An advert as it was given, with what was understood under the felt pen. */
export function AdvertText({ advert, marks }: { advert: string; marks: readonly AdvertMark[] }) {
  const t = useText(text)
  return (
    <div className="advert-text" dir="auto">
      {advertParagraphs(advert, marks).map((pieces) => (
        <p key={pieces[0]?.start}>
          {pieces.map((piece) => {
            if (piece.kind === null) return <span key={piece.start}>{piece.text}</span>
            const said = <span className="sr">{` (${t.marksOf[piece.kind]})`}</span>
            if (piece.kind === 'read') {
              return (
                <mark key={piece.start} className="ev">
                  {piece.text}
                </mark>
              )
            }
            return (
              <span key={piece.start} className={piece.kind === 'weak' ? 'prob' : 'doubt'}>
                {piece.text}
                {said}
              </span>
            )
          })}
        </p>
      ))}
    </div>
  )
}
