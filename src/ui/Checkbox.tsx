import { useEffect, useRef, type InputHTMLAttributes, type ReactNode } from 'react'

type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'checked' | 'type' | 'children'> & {
  /** 'mixed' when only part of a group is chosen */
  checked: boolean | 'mixed'
  onChange: (checked: boolean) => void
  /** words beside the box; without them give `aria-label` */
  children?: ReactNode
}

/** A box to tick. */
export function Checkbox({ checked, onChange, children, ...rest }: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = checked === 'mixed'
  }, [checked])
  const input = (
    <input
      {...rest}
      ref={box}
      type="checkbox"
      className="check"
      checked={checked === true}
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
