import { useEffect, useRef, type ReactNode } from 'react'

type DrawerProps = {
  /** accessible name */
  label: string
  onClose: () => void
  children: ReactNode
  /** a bar that stays at the foot: the decision */
  foot?: ReactNode
  /** false when it is part of the page from the start and must not take the focus */
  takeFocus?: boolean
}

/**
 * A part of the sheet beside a list: put it as the last child of `.cols`. Not a layer: the list stays usable.
 * Takes the focus when it appears, Escape closes it, gives the focus back.
 */
export function Drawer({ label, onClose, children, foot, takeFocus = true }: DrawerProps) {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!takeFocus) return
    const before = document.activeElement
    panel.current?.focus({ preventScroll: true })
    return () => {
      const inside = document.activeElement
      const lost = inside === null || inside === document.body
      if (lost && before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [takeFocus])
  return (
    <aside
      ref={panel}
      className="drawer"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onClose()
      }}
    >
      {children}
      {foot !== undefined && <div className="row foot">{foot}</div>}
    </aside>
  )
}
