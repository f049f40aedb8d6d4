import type { ReactNode } from 'react'
import type { LucideIcon } from 'lucide-react'
import { Icon } from './Icon.tsx'

export type TimelineEntry = {
  id: string
  icon: LucideIcon
  /** what happened */
  text: ReactNode
  /** who, or what it rests on */
  by?: ReactNode
  /** what can be done about it */
  action?: ReactNode
  /** date or hour, already in the reader's language */
  when: string
}

/** What happened, newest first; entries never change. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="tl">
      {entries.map((entry) => (
        <li key={entry.id}>
          <Icon as={entry.icon} />
          <div>
            {entry.text}
            {entry.by !== undefined && (
              <span className="t-3">
                <span aria-hidden="true"> · </span>
                {entry.by}
              </span>
            )}
            {entry.action}
          </div>
          <span className="t-sm t-3 num">{entry.when}</span>
        </li>
      ))}
    </ol>
  )
}
