import type { ReactElement } from 'react'
import { Menu as Base } from '@base-ui/react/menu'
import type { LucideIcon } from 'lucide-react'
import { Link } from 'wouter'
import { Icon } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import { useOffLimitsStore } from './offLimits.ts'

export type MenuItem =
  | 'separator'
  | {
      label: string
      icon?: LucideIcon | undefined
      kbd?: string | undefined
      danger?: boolean
      disabled?: boolean
      onSelect?: () => void
      href?: string
      /** the kind of record it changes: off where this device may not */
      changes?: string
    }

type MenuProps = {
  /** the button that opens it; it keeps its own name */
  trigger: ReactElement
  items: readonly MenuItem[]
  align?: 'start' | 'end'
}

/** A menu of actions under a button: arrows, first letters, Escape. */
export function Menu({ trigger, items, align = 'end' }: MenuProps) {
  const because = useOffLimitsStore((limits) => limits.because)
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} style={{ zIndex: 40 }}>
          <Base.Popup className="pop" style={{ minInlineSize: '12rem' }}>
            {items.map((item, index) => {
              if (item === 'separator') {
                return <Base.Separator key={`part-${index}`} className="part" />
              }
              const inside = (
                <>
                  {item.icon !== undefined && <Icon as={item.icon} />}
                  {item.label}
                  {item.kbd !== undefined && (
                    <span className="end">
                      <Kbd keys={item.kbd} />
                    </span>
                  )}
                </>
              )
              return (
                <Base.Item
                  key={item.label}
                  className={item.danger === true ? 'it bad' : 'it'}
                  disabled={(item.disabled ?? false) || because(item.changes ?? '') !== undefined}
                  onClick={item.onSelect}
                  {...(item.href === undefined ? {} : { render: <Link href={item.href} />, nativeButton: false })}
                >
                  {inside}
                </Base.Item>
              )
            })}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
