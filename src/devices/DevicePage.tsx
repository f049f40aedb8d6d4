import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Screen } from '../ui/Screen.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import './devices.css'

interface DevicePageProps {
  title: string
  /** A figure beside the title. */
  aside?: string | undefined
  /** Where « back » leads on phones. */
  back: { href: string; label: string }
  /** It lies below another page of the room: laptops show the way back as a crumb. */
  isBelow?: boolean
  /** Laptop: buttons at the end of the head. */
  actions?: ReactNode
  children: ReactNode
}

/** A page of this room: one column of sections that scrolls by itself on laptops. */
export function DevicePage({ title, aside, back, isBelow = false, actions, children }: DevicePageProps) {
  const isPhone = useIsPhone()
  return (
    <Screen
      title={title}
      aside={aside}
      back={back}
      above={
        isBelow ? (
          <Link className="plain" href={back.href}>
            {back.label}
          </Link>
        ) : undefined
      }
      actions={actions}
    >
      <div className={isPhone ? 'dev-page' : 'scroll grow dev-page'}>{children}</div>
    </Screen>
  )
}
