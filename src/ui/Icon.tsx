import type { LucideIcon } from 'lucide-react'

type IconProps = {
  as: LucideIcon
  /** s: 13 px in chips; m: 16 px in text; l: 20 px in touch bars */
  size?: 's' | 'm' | 'l'
  /** the drawing points somewhere, so it turns round with right-to-left scripts */
  flip?: boolean
  className?: string
}

/** A lucide icon at the design's sizes. It is always decoration: the words beside it are the name. */
export function Icon({ as: Drawing, size = 'm', flip = false, className = '' }: IconProps) {
  const classes = ['i', size === 'm' ? '' : size, flip ? 'flip' : '', className]
  return <Drawing className={classes.filter(Boolean).join(' ')} aria-hidden="true" />
}
