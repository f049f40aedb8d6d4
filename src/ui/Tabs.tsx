import type { ReactNode } from 'react'
import { Link } from 'wouter'

type TabsProps = {
  /** accessible name of the row */
  label: string
  tabs: readonly { href: string; label: ReactNode; count?: string; current: boolean }[]
}

/** Tabs change the content and have their own addresses, so they are links. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
          {tab.count !== undefined && <span className="num">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  )
}
