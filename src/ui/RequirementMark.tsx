import type { ReactNode } from 'react'
import { useText } from './language.ts'
import { uiText } from './text.ts'

export type RequirementState = 'met' | 'partly' | 'missing' | 'unknown'

const classOf = { met: 'mk met', partly: 'mk part', missing: 'mk miss', unknown: 'mk unk' }

const ring = { cx: 8, cy: 8, r: 6.2, fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 }
const shapeOf: Record<RequirementState, ReactNode> = {
  met: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path
        d="m4.9 8.2 2.1 2.1 4.2-4.5"
        fill="none"
        stroke="var(--vv-surface)"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  partly: (
    <>
      <circle {...ring} />
      <path d="M1.8 8a6.2 6.2 0 0 0 12.4 0z" fill="currentColor" />
    </>
  ),
  missing: (
    <>
      <circle {...ring} />
      <path d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  unknown: (
    <>
      <circle {...ring} strokeDasharray="2.4 2.1" />
      <path
        d="M6.3 6.5a1.75 1.75 0 1 1 2.6 1.5c-.6.35-.9.6-.9 1.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
      />
      <circle cx="8" cy="11.2" r=".85" fill="currentColor" />
    </>
  ),
}

type RequirementMarkProps = {
  state: RequirementState
  /** shape alone; then `requirement` names it: « CACES 5 : en partie » */
  compact?: boolean
  requirement?: string
}

/** Whether a requirement is met: a shape and its word. */
export function RequirementMark({ state, compact = false, requirement }: RequirementMarkProps) {
  const words = useText(uiText)
  const shape = (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      {shapeOf[state]}
    </svg>
  )
  if (!compact) {
    return (
      <span className={classOf[state]}>
        {shape}
        {words[state]}
      </span>
    )
  }
  const name = requirement === undefined ? words[state] : words.markName(requirement, words[state])
  return (
    <span className={classOf[state]} role="img" aria-label={name} data-tip={name}>
      {shape}
    </span>
  )
}
