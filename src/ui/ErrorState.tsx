import type { ReactNode } from 'react'
import { CircleAlert } from 'lucide-react'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { useText } from './language.ts'
import { uiText } from './text.ts'

type ErrorStateProps = {
  title: ReactNode
  /** what happened and what to do */
  children?: ReactNode
  onRetry?: () => void
  actions?: ReactNode
  /** for whoever helps; folded, and never with personal data */
  detail?: string
}

/** Something failed: what, what to do, and a button that repairs it where one exists. */
export function ErrorState({ title, children, onRetry, actions, detail }: ErrorStateProps) {
  const words = useText(uiText)
  return (
    <div className="empty" role="alert">
      <p className="t-head row">
        <Icon as={CircleAlert} />
        {title}
      </p>
      {children !== undefined && <div className="t-2">{children}</div>}
      {(onRetry !== undefined || actions !== undefined) && (
        <div className="row wrap">
          {onRetry !== undefined && <Button onClick={onRetry}>{words.retry}</Button>}
          {actions}
        </div>
      )}
      {detail !== undefined && (
        <details className="t-sm t-3">
          <summary>{words.errorDetail}</summary>
          <code className="t-mono">{detail}</code>
        </details>
      )}
    </div>
  )
}
