import type { ReactNode } from 'react'
import type { LucideIcon } from 'lucide-react'
import { Icon } from './Icon.tsx'

export type Tone = 'water' | 'moss' | 'carp' | 'brick' | 'slate' | 'line'

/** A fact in one or two words. Colour never alone: the word carries it. */
export function Chip({
  tone,
  icon,
  children,
}: {
  tone?: Tone | undefined
  icon?: LucideIcon | undefined
  children: ReactNode
}) {
  return (
    <span className={tone === undefined ? 'chip' : `chip ${tone}`}>
      {icon !== undefined && <Icon as={icon} size="s" />}
      {children}
    </span>
  )
}
