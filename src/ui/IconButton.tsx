import type { ButtonHTMLAttributes, Ref } from 'react'
import type { LucideIcon } from 'lucide-react'
import { Icon } from './Icon.tsx'
import { useOffLimits } from './offLimits.ts'

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'name'> & {
  icon: LucideIcon
  /** said by readers and by the tooltip */
  name: string
  /** the shortcut, shown in the tooltip */
  kbd?: string | undefined
  bare?: boolean
  /** a 44-px target for phone bars */
  touch?: boolean
  flip?: boolean
  /** the kind of record it changes: off, with the reason, where this device may not */
  changes?: string
  ref?: Ref<HTMLButtonElement>
}

/** A button with an icon alone: only for close, previous, next, more, zoom and the like. */
export function IconButton({
  icon,
  name,
  kbd,
  bare = true,
  touch = false,
  flip = false,
  changes = '',
  className = '',
  type = 'button',
  onClick,
  ...rest
}: IconButtonProps) {
  const offBecause = useOffLimits(changes)
  return (
    <button
      {...rest}
      type={type}
      className={`${touch ? 'tap' : `btn icon${bare ? ' bare' : ''}`} ${className}`.trim()}
      aria-label={name}
      aria-disabled={offBecause === undefined ? rest['aria-disabled'] : true}
      data-tip={offBecause ?? name}
      onClick={offBecause === undefined ? onClick : undefined}
      data-tip-key={kbd}
    >
      <Icon as={icon} size={touch ? 'l' : 'm'} flip={flip} />
    </button>
  )
}
