import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { LoaderCircle, type LucideIcon } from 'lucide-react'
import { Link } from 'wouter'
import { Icon } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import { useOffLimits } from './offLimits.ts'

export type ButtonLook = {
  /** one `first` per region; `danger` for what destroys */
  variant?: 'first' | 'plain' | 'bare' | 'danger'
  big?: boolean
  icon?: LucideIcon | undefined
  /** the shortcut that does the same, as 'C' or 'Ctrl+Entrée' */
  kbd?: string | undefined
  /** the kind of record it changes: off, with the reason, where this device may not */
  changes?: string | undefined
  children?: ReactNode
}

type ButtonProps = ButtonLook &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> & {
    /** keeps the label, turns the mark, and ignores presses */
    working?: boolean
    /** why the button is off: said in a tooltip; the button stays reachable */
    offBecause?: string | undefined
    ref?: Ref<HTMLButtonElement>
  }

const variantClass = { first: 'btn first', plain: 'btn', bare: 'btn bare', danger: 'btn bad' }

/** A button. Off buttons with a reason stay focusable so that the reason can be heard. */
export function Button({
  variant = 'plain',
  big = false,
  icon,
  kbd,
  working = false,
  offBecause: ownReason,
  changes = '',
  children,
  className = '',
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const beyond = useOffLimits(changes)
  const offBecause = ownReason ?? beyond
  const off = working || offBecause !== undefined
  return (
    <button
      {...rest}
      type={type}
      className={[variantClass[variant], big ? 'big' : '', working ? 'working' : '', className]
        .filter(Boolean)
        .join(' ')}
      aria-disabled={offBecause === undefined ? undefined : true}
      aria-busy={working || undefined}
      data-tip={offBecause}
      onClick={(event) => {
        if (off) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {working ? <Icon as={LoaderCircle} className="spin" /> : icon !== undefined && <Icon as={icon} />}
      {children}
      {kbd !== undefined && <Kbd keys={kbd} />}
    </button>
  )
}

type LinkButtonProps = ButtonLook & { href: string; onClick?: () => void; className?: string }

/** A link that looks like a button: for what leads to another address. */
export function LinkButton({
  variant = 'plain',
  big = false,
  icon,
  kbd,
  changes = '',
  children,
  className = '',
  ...rest
}: LinkButtonProps) {
  const offBecause = useOffLimits(changes)
  if (offBecause !== undefined) {
    return (
      <Button variant={variant} big={big} icon={icon} offBecause={offBecause} className={className}>
        {children}
      </Button>
    )
  }
  return (
    <Link {...rest} className={[variantClass[variant], big ? 'big' : '', className].filter(Boolean).join(' ')}>
      {icon !== undefined && <Icon as={icon} />}
      {children}
      {kbd !== undefined && <Kbd keys={kbd} />}
    </Link>
  )
}
