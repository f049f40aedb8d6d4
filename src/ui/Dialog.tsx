import { useRef, type ReactNode, type RefObject } from 'react'
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { IconButton } from './IconButton.tsx'
import { useText } from './language.ts'
import { uiText } from './text.ts'

/** A form begins at its first field; a text is read from its title. */
const firstField = '.inside :is(input, textarea, select)'

type DialogProps = {
  open: boolean
  onClose: () => void
  title: string
  /** one sentence under the title */
  description?: ReactNode
  children?: ReactNode
  /** buttons at the foot, the first one last */
  actions?: ReactNode
  wide?: boolean
  initialFocus?: RefObject<HTMLElement | null>
}

/**
 * A layer that stops the rest: only for typed confirmation, first-time choices and short forms.
 * Takes the focus, Escape closes, gives the focus back; a sheet from below on phones.
 */
export function Dialog({
  open,
  onClose,
  title,
  description,
  children,
  actions,
  wide = false,
  initialFocus,
}: DialogProps) {
  const words = useText(uiText)
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup
          ref={popup}
          className={wide ? 'dialog wide' : 'dialog'}
          initialFocus={initialFocus ?? (() => popup.current?.querySelector<HTMLElement>(firstField) ?? popup.current)}
        >
          <header>
            <div className="grow">
              <Base.Title className="t-title">{title}</Base.Title>
              {description !== undefined && <Base.Description className="t-2">{description}</Base.Description>}
            </div>
            <Base.Close render={<IconButton icon={X} name={words.close} />} />
          </header>
          {children !== undefined && <div className="inside">{children}</div>}
          {actions !== undefined && <footer>{actions}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
