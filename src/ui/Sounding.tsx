import type { CSSProperties } from 'react'
import { formatNumber, formatSigned } from '../kit/format.ts'
import { useLanguage, useText } from './language.ts'
import { soundingGeometry, type SoundingLine } from './soundingGeometry.ts'
import { uiText } from './text.ts'

type SoundingProps = {
  lines: readonly SoundingLine[]
  /** where everyone starts */
  start?: number
  /** the score with its decimal; the lines lead to it exactly */
  final: number
  zoom?: 'fitted' | 'full'
  /** replaces 'Départ, le même pour tous' */
  startLabel?: string
}

/** Where the points come from: one line per term, from 50 to the score. Readers get the same as a table. */
export function Sounding({ lines, start = 50, final, zoom = 'fitted', startLabel }: SoundingProps) {
  const language = useLanguage()
  const words = useText(uiText)
  const { bars, startAt } = soundingGeometry(start, lines, zoom)
  // a 1-px background line stands at p % of what is left of the track, which is p % of it within half a pixel
  const track: CSSProperties = { backgroundPosition: `${startAt}% 0` }
  const pointsOf = (points: number | null) => (points === null ? words.unknownPoints : formatSigned(language, points))
  return (
    <>
      <div className="sound" aria-hidden="true">
        <div className="ln">
          <span className="t-2">{startLabel ?? words.start}</span>
          <span className="track" style={track} />
          <span className="pt t-2">{formatNumber(language, start, 1)}</span>
        </div>
        {bars.map(({ line, kind, start: from, width }, index) => (
          <div className="ln" key={line.id ?? index}>
            <span className="cut">
              {line.label}
              {line.detail !== undefined && <span className="t-3 t-sm"> {line.detail}</span>}
            </span>
            <span className="track" style={track}>
              {kind !== 'none' && (
                <span
                  className={{ gain: 'bar', loss: 'bar neg', unknown: 'bar unk' }[kind]}
                  style={{ '--a': from, '--w': width } as CSSProperties}
                />
              )}
            </span>
            <span className={`pt ${kind}`}>{pointsOf(line.points)}</span>
          </div>
        ))}
        <div className="ln sum">
          <span>{words.score}</span>
          <span className="track" style={track} />
          <span className="pt">{formatNumber(language, final, 1)}</span>
        </div>
      </div>
      <div className="sr">
        <table>
          <caption>{words.sounding}</caption>
          <thead>
            <tr>
              <th scope="col">{words.term}</th>
              <th scope="col">{words.points}</th>
              <th scope="col">{words.runningTotal}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{startLabel ?? words.start}</th>
              <td />
              <td>{formatNumber(language, start, 1)}</td>
            </tr>
            {bars.map(({ line, total }, index) => (
              <tr key={line.id ?? index}>
                <th scope="row">
                  {line.label}
                  {line.detail !== undefined && `, ${line.detail}`}
                </th>
                <td>{pointsOf(line.points)}</td>
                <td>{formatNumber(language, total, 1)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{words.score}</th>
              <td />
              <td>{formatNumber(language, final, 1)}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </>
  )
}
