import type { CSSProperties } from 'react'
import { useExcellence } from './excellence.ts'
import { useText } from './language.ts'
import { capAt, levelGeometry, type ScoreRange } from './score.ts'
import { uiText } from './text.ts'

type LevelProps = ScoreRange & {
  /** writes « excellent » under the notch where there is room */
  wide?: boolean
  capped?: boolean
}

/** The score as a lying level with its range hatched; say the number and the range beside it. */
export function Level({ value, low, high, wide = false, capped = false }: LevelProps) {
  const words = useText(uiText)
  const excellentFrom = useExcellence(({ from }) => from)
  const { fill, band, pin } = levelGeometry({ value, low, high })
  const at = (points: number) => ({ '--at': points }) as CSSProperties
  return (
    <div aria-hidden="true">
      <div className="level">
        <span className="fill" style={{ '--v': fill } as CSSProperties} />
        {band !== null && <span className="band" style={{ '--lo': band.low, '--hi': band.high } as CSSProperties} />}
        <span className="pin" style={at(pin)} />
        {capped && <span className="at lid" style={at(capAt)} />}
        <span className="at" style={at(50)} />
        <span className="at" style={at(excellentFrom)} />
      </div>
      <div className="scale num">
        {capped && <span style={at(capAt)}>{capAt}</span>}
        <span style={at(50)}>50</span>
        <span style={at(excellentFrom)}>
          {excellentFrom}
          {wide && ` ${words.excellent.toLowerCase()}`}
        </span>
      </div>
    </div>
  )
}
