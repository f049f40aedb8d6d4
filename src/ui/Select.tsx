import type { SelectHTMLAttributes } from 'react'
import { Field, type Labelled } from './Field.tsx'
import { inputClass } from './TextInput.tsx'

export type Choice<Value extends string> = { value: Value; label: string; disabled?: boolean }

type SelectProps<Value extends string> = Labelled &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value' | 'className' | 'id' | 'required'> & {
    value: Value
    onChange: (value: Value) => void
    options: readonly Choice<Value>[]
  }

/** One of a few: the system's own list, which phones draw best. */
export function Select<Value extends string>({
  label,
  help,
  error,
  optional,
  required,
  className,
  value,
  onChange,
  options,
  ...rest
}: SelectProps<Value>) {
  return (
    <Field {...{ label, help, error, optional, required, className }}>
      {(control) => (
        <select
          {...rest}
          {...control}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value)
            if (chosen !== undefined) onChange(chosen.value)
          }}
          className={inputClass(error)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
