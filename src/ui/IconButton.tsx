import type { ButtonHTMLAttributes, Ref } from 'react'
import type { LucideIcon } from 'lucide-react'
import { Icon } from './Icon.tsx'

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
  className = '',
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={`${touch ? 'tap' : `btn icon${bare ? ' bare' : ''}`} ${className}`.trim()}
      aria-label={name}
      data-tip={name}
      data-tip-key={kbd}
    >
      <Icon as={icon} size={touch ? 'l' : 'm'} flip={flip} />
    </button>
  )
}
