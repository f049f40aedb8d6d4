import type { CSSProperties } from 'react'

type Part = { share: number; tone: 'moss' | 'carp' | 'brick' | 'slate' | 'water' }

type ProgressBarProps = {
  /** accessible name */
  label: string
  /** between 0 and 1 */
  share: number
  /** how the share is made up, in verdict colours; their words stand under the bar */
  parts?: readonly Part[]
  /** what readers hear: '12 sur 20' */
  valueText?: string
}

/** How far long work has come. */
export function ProgressBar({ label, share, parts, valueText }: ProgressBarProps) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100)
  return (
    <div
      className={parts === undefined ? 'prog' : 'prog stack'}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={valueText}
    >
      {parts === undefined ? (
        <i style={{ '--v': percent } as CSSProperties} />
      ) : (
        parts.map((part) => (
          <i key={part.tone} className={part.tone} style={{ '--v': part.share * 100 } as CSSProperties} />
        ))
      )}
    </div>
  )
}
