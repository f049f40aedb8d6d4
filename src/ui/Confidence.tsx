import { doubtBelow, sureFrom } from '../kit/confidence.ts'
import type { ReactNode } from 'react'
import { CircleQuestionMark, UserCheck } from 'lucide-react'
import { formatPercent } from '../kit/format.ts'
import { Icon } from './Icon.tsx'
import { useLanguage, useText } from './language.ts'
import { uiText } from './text.ts'

export type Stratum = 'sure' | 'probable' | 'doubt' | 'human'

/** How loudly a value's certainty is shown. */
export function stratumOf(share: number, by?: string | undefined): Stratum {
  if (by !== undefined) return 'human'
  if (share < doubtBelow) return 'doubt'
  return share < sureFrom ? 'probable' : 'sure'
}

type ConfidenceProps = {
  /** the value itself, which carries the ripple or the dots */
  children?: ReactNode
  /** between 0 and 1 */
  share: number
  /** the person who vouches for it, instead of a percentage */
  by?: string | undefined
  /** nobody read it, it was supposed: dotted whatever the share */
  assumed?: boolean
  /** sure values may stay silent */
  quietWhenSure?: boolean
}

/** A value as it was read, with how sure the reading is. */
export function Confidence({ children, share, by, assumed = false, quietWhenSure = false }: ConfidenceProps) {
  const language = useLanguage()
  const words = useText(uiText)
  const stratum = stratumOf(share, by)
  const percent = formatPercent(language, share)
  const valueClass = stratum === 'doubt' ? 'doubt' : stratum === 'probable' || assumed ? 'prob' : undefined
  const silent = quietWhenSure && stratum === 'sure'
  return (
    <>
      {children !== undefined && <span className={valueClass}>{children}</span>}
      {children !== undefined && !silent && ' '}
      {!silent && stratum === 'human' && (
        <span className="conf hum">
          <Icon as={UserCheck} size="s" />
          <span className="sr">{words.byPerson('')} </span>
          {by}
        </span>
      )}
      {!silent && stratum !== 'human' && (
        <span className={stratum === 'doubt' ? 'conf low' : 'conf'}>
          {stratum === 'doubt' && <Icon as={CircleQuestionMark} size="s" />}
          <span className="sr">{words.confidence('')} </span>
          {percent}
        </span>
      )}
    </>
  )
}
