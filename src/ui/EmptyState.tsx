import type { ReactNode } from 'react'
import type { LucideIcon } from 'lucide-react'
import { Icon } from './Icon.tsx'

type EmptyStateProps = {
  title: ReactNode
  icon?: LucideIcon
  /** why it is empty, and what would fill it */
  children?: ReactNode
  actions?: ReactNode
}

/** Nothing to show: what, why, and one way on. */
export function EmptyState({ title, icon, children, actions }: EmptyStateProps) {
  return (
    <div className="empty">
      <p className="t-head row">
        {icon !== undefined && <Icon as={icon} />}
        {title}
      </p>
      {children !== undefined && <div className="t-2">{children}</div>}
      {actions !== undefined && <div className="row wrap">{actions}</div>}
    </div>
  )
}
