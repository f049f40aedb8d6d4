import type { InputHTMLAttributes, ReactNode } from 'react'

type SwitchProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'checked' | 'type' | 'children'> & {
  checked: boolean
  onChange: (checked: boolean) => void
  children?: ReactNode
}

/** On or off, at once. Without words beside it, give `aria-label`. */
export function Switch({ checked, onChange, children, ...rest }: SwitchProps) {
  const input = (
    <input
      {...rest}
      type="checkbox"
      role="switch"
      className="switch"
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
    />
  )
  if (children === undefined) return input
  return (
    <label className="choice">
      {input}
      <span>{children}</span>
    </label>
  )
}
