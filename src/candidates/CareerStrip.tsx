import { indexToMonth } from '../kit/month.ts'
import { formatMonthRange } from '../kit/format.ts'
import type { Career } from '../model/career.ts'
import { useWords } from './words.ts'

/** A gap narrower than this share of the strip has no room for its words; it is told in the strip's name. */
const widestUnlabelled = 0.045

/** A career as intervals on one line, overlaps on the next, what is not told left empty and said in months. */
export function CareerStrip({
  career,
  titles,
  asOf,
}: {
  career: Career
  titles: ReadonlyMap<string, string>
  asOf: number
}) {
  const { t, language, duration, count } = useWords()
  if (career.reach === null) return null
  const from = career.reach.from - 2
  const length = Math.max(24, Math.max(career.reach.to, Math.min(asOf, career.reach.to + 12)) + 2 - from)
  const at = (month: number) => `${(((month - from) / length) * 100).toFixed(2)}%`
  const wide = (months: number) => `${((months / length) * 100).toFixed(2)}%`
  const years = length / 12
  const step = years <= 5 ? 1 : years <= 14 ? 2 : years <= 36 ? 5 : 10
  const ticks: number[] = []
  for (let year = Math.ceil(from / 12 / step) * step; year * 12 < from + length; year += step) ticks.push(year)
  // Under the first line there is room until the next overlap, or the end.
  const room = (start: number) =>
    Math.min(
      from + length,
      ...career.spans.filter(({ lane, from: next }) => lane > 0 && next > start).map((span) => span.from),
    ) - start
  const gapWords = (months: number) => t.profile.gap(months < 24 ? t.profile.months(count(months)) : duration(months))
  const told = [
    t.profile.stripFrom(indexToMonth(career.reach.from).slice(0, 4), indexToMonth(career.reach.to).slice(0, 4)),
    ...(career.lanes > 1 ? [t.profile.stripOverlap] : []),
    ...career.gaps.map(({ from: start, to, months }) =>
      t.profile.stripGap(gapWords(months), formatMonthRange(language, indexToMonth(start), indexToMonth(to))),
    ),
  ]
  return (
    <div
      role="img"
      aria-label={told.join(', ')}
      className="career"
      style={{ blockSize: `${(career.lanes - 1) * 1.0625 + 2.75}rem` }}
    >
      {ticks.map((year) => (
        <span key={year}>
          <span className="line" style={{ insetInlineStart: at(year * 12) }} />
          <span className="t-xs t-3 num year" style={{ insetInlineStart: at(year * 12) }}>
            {year}
          </span>
        </span>
      ))}
      {career.spans.map(({ id, kind, from: start, to, present, lane }) => (
        <span
          key={id}
          className={kind === 'study' ? 'span study' : present ? 'span now' : 'span'}
          data-tip={titles.get(id)}
          style={{
            insetInlineStart: at(start),
            inlineSize: wide(to - start + 1),
            insetBlockStart: `${lane * 1.0625 + 0.3125}rem`,
          }}
        />
      ))}
      {career.gaps.map(
        ({ from: start, months }) =>
          months / length >= widestUnlabelled && (
            <span
              key={start}
              className="t-xs t-3 gap"
              style={{ insetInlineStart: at(start), maxInlineSize: wide(room(start)) }}
            >
              {gapWords(months)}
            </span>
          ),
      )}
    </div>
  )
}
