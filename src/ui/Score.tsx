import type { CSSProperties } from 'react'
import { formatNumber } from '../kit/format.ts'
import { useExcellence } from './excellence.ts'
import { useLanguage, useText } from './language.ts'
import { levelGeometry, roundScore, type ScoreRange } from './score.ts'
import { uiText } from './text.ts'

type ScoreProps = ScoreRange & {
  /** the lid of a broken deal-breaker, 30 */
  capped?: number | undefined
}

/** A score in a list: the number, then the small gauge whose notch marks excellence. */
export function Score({ value, low, high, capped }: ScoreProps) {
  const language = useLanguage()
  const words = useText(uiText)
  const number = roundScore(value)
  const excellent = number >= useExcellence(({ from }) => from)
  const { fill, band } = levelGeometry({ value, low, high })
  const gauge = ['gauge', excellent ? 'ex' : '', capped === undefined ? '' : 'cap']
  const said = [
    words.scoreName,
    band === null
      ? ''
      : words.between(formatNumber(language, roundScore(band.low)), formatNumber(language, roundScore(band.high))),
    excellent ? words.excellent.toLowerCase() : '',
    capped === undefined ? '' : words.capped(capped),
  ]
  return (
    <span className="score">
      <span className="n">{formatNumber(language, number)}</span>
      <span className={gauge.filter(Boolean).join(' ')} style={{ '--v': fill } as CSSProperties} aria-hidden="true">
        {band !== null && <span className="band" style={{ '--lo': band.low, '--hi': band.high } as CSSProperties} />}
      </span>
      <span className="sr"> {said.filter(Boolean).join(', ')}</span>
    </span>
  )
}
