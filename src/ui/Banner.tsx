import type { ReactNode } from 'react'
import { CircleAlert, Info, TriangleAlert, X, type LucideIcon } from 'lucide-react'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import { useText } from './language.ts'
import { uiText } from './text.ts'

type BannerProps = {
  kind?: 'calm' | 'doubt' | 'bad'
  icon?: LucideIcon
  children: ReactNode
  /** one button */
  action?: ReactNode
  onDismiss?: () => void
}

const iconOf = { calm: Info, doubt: TriangleAlert, bad: CircleAlert }
const classOf = { calm: 'banner calm', doubt: 'banner', bad: 'banner bad' }

/** A state of the whole screen, in one sentence; at most one at a time. */
export function Banner({ kind = 'calm', icon, children, action, onDismiss }: BannerProps) {
  const words = useText(uiText)
  return (
    <div className={classOf[kind]} role={kind === 'bad' ? 'alert' : 'status'}>
      <Icon as={icon ?? iconOf[kind]} />
      <span className="grow">{children}</span>
      {action}
      {onDismiss !== undefined && <IconButton icon={X} name={words.close} onClick={onDismiss} />}
    </div>
  )
}
