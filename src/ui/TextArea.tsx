import type { Ref, TextareaHTMLAttributes } from 'react'
import { Field, type Labelled } from './Field.tsx'
import { inputClass } from './TextInput.tsx'

type TextAreaProps = Labelled &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value' | 'className' | 'id' | 'required'> & {
    value: string
    onChange: (value: string) => void
    inputRef?: Ref<HTMLTextAreaElement>
  }

/** Several lines of text with their label. */
export function TextArea({
  label,
  help,
  error,
  optional,
  required,
  className,
  value,
  onChange,
  inputRef,
  ...rest
}: TextAreaProps) {
  return (
    <Field {...{ label, help, error, optional, required, className }}>
      {(control) => (
        <textarea
          {...rest}
          {...control}
          ref={inputRef}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={inputClass(error)}
        />
      )}
    </Field>
  )
}
