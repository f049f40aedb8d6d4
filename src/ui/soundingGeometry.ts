export type SoundingLine = {
  id?: string
  label: string
  /** what was found, in a few words: '6 ans pour 2' */
  detail?: string | undefined
  /** signed points; null when nothing is known */
  points: number | null
  /** how far an unknown term could carry the total either way */
  spread?: { low: number; high: number } | undefined
}

export type SoundingBar = {
  line: SoundingLine
  kind: 'gain' | 'loss' | 'unknown' | 'none'
  /** where the bar begins and how wide it is, in percent of the track */
  start: number
  width: number
  /** the total once this line is counted */
  total: number
}

export type SoundingGeometry = {
  bars: SoundingBar[]
  /** where the start line (50) is drawn, in percent of the track */
  startAt: number
  axis: { low: number; high: number }
}

/** Room left on each side of a zoomed axis, in points. */
const margin = 2
/** Width of a stripe that stands for an unknown without a known spread, in points. */
const unknownWidth = 4

/**
 * Lays the terms out: each bar begins where the last one ended. The axis covers what is drawn, and always
 * the start; `full` keeps 0 to 100.
 */
export function soundingGeometry(
  start: number,
  lines: readonly SoundingLine[],
  zoom: 'fitted' | 'full' = 'fitted',
): SoundingGeometry {
  let total = start
  let low = start
  let high = start
  const spans = lines.map((line) => {
    const before = total
    let from = before
    let to = before
    if (line.points === null) {
      from = before + (line.spread?.low ?? -unknownWidth / 2)
      to = before + (line.spread?.high ?? unknownWidth / 2)
    } else {
      total = before + line.points
      from = Math.min(before, total)
      to = Math.max(before, total)
    }
    low = Math.min(low, from)
    high = Math.max(high, to)
    return { line, from, to, total }
  })
  const axis =
    zoom === 'full' ? { low: Math.min(0, low), high: Math.max(100, high) } : { low: low - margin, high: high + margin }
  const percent = (points: number) => ((points - axis.low) / (axis.high - axis.low)) * 100
  return {
    axis,
    startAt: percent(start),
    bars: spans.map(({ line, from, to, total: after }) => ({
      line,
      kind: line.points === null ? 'unknown' : line.points === 0 ? 'none' : line.points > 0 ? 'gain' : 'loss',
      start: percent(from),
      width: percent(to) - percent(from),
      total: after,
    })),
  }
}
