import { useState, type ReactNode } from 'react'
import { Popover } from '@base-ui/react/popover'
import { ChevronDown, type LucideIcon } from 'lucide-react'
import { Icon } from './Icon.tsx'

type FilterMenuProps = {
  label: ReactNode
  icon?: LucideIcon | undefined
  /** something is chosen inside */
  on?: boolean
  /** `close` shuts the popover and gives the focus back */
  children: ReactNode | ((close: () => void) => ReactNode)
  /** name of the popover for readers; of the button too, when `label` is not plain words */
  name?: string
}

/** A filter button that opens its controls in a small layer. */
export function FilterMenu({ label, icon, on = false, children, name }: FilterMenuProps) {
  const [open, setOpen] = useState(false)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        className={on ? 'filter on' : 'filter'}
        aria-label={typeof label === 'string' ? undefined : name}
      >
        {icon !== undefined && <Icon as={icon} size="s" />}
        {label}
        {icon === undefined && <Icon as={ChevronDown} size="s" />}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} align="start" style={{ zIndex: 40 }}>
          <Popover.Popup className="pop panel" aria-label={name ?? (typeof label === 'string' ? label : undefined)}>
            {typeof children === 'function' ? children(() => setOpen(false)) : children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
