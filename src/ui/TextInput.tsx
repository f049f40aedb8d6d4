import type { InputHTMLAttributes, Ref } from 'react'
import { Field, type Labelled } from './Field.tsx'

type TextInputProps = Labelled &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'className' | 'id' | 'required'> & {
    value: string
    onChange: (value: string) => void
    /** the value was guessed, not read: dashed edge */
    assumed?: boolean
    inputRef?: Ref<HTMLInputElement>
  }

/** One line of text with its label. */
export function TextInput({
  label,
  help,
  error,
  optional,
  required,
  className,
  value,
  onChange,
  assumed,
  inputRef,
  ...rest
}: TextInputProps) {
  return (
    <Field {...{ label, help, error, optional, required, className }}>
      {(control) => (
        <input
          type="text"
          autoComplete="off"
          {...rest}
          {...control}
          ref={inputRef}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={inputClass(error, assumed)}
        />
      )}
    </Field>
  )
}

/** The classes of a field in its states; for screens that draw their own input. */
export function inputClass(error?: string, assumed?: boolean): string {
  return ['input', error === undefined ? '' : 'err', assumed === true ? 'assumed' : ''].filter(Boolean).join(' ')
}
