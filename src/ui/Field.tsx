import { useId, type ReactNode } from 'react'
import { useText } from './language.ts'
import { uiText } from './text.ts'

/** What a control inside a `Field` must carry to belong to it. */
export type FieldControl = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

type FieldProps = {
  label: ReactNode
  help?: ReactNode
  /** a sentence that says what to do; shown instead of the help */
  error?: string | undefined
  optional?: boolean
  required?: boolean
  className?: string
  children: (control: FieldControl) => ReactNode
}

/** A label, a control and its help or error, tied together for readers. */
export function Field({ label, help, error, optional, required, className = '', children }: FieldProps) {
  const id = useId()
  const words = useText(uiText)
  const said = error ?? help
  const saidId = said === undefined ? undefined : `${id}-said`
  return (
    <div className={`field ${className}`.trim()}>
      <label htmlFor={id}>
        {label}
        {optional === true && <span className="t-3"> ({words.optional})</span>}
      </label>
      {children({
        id,
        'aria-describedby': saidId,
        'aria-invalid': error === undefined ? undefined : true,
        'aria-required': required === true ? true : undefined,
      })}
      {said !== undefined && (
        <span id={saidId} className={error === undefined ? 'help' : 'help err'}>
          {said}
        </span>
      )}
    </div>
  )
}

/** What every labelled control of the kit takes beside its own props. */
export type Labelled = Pick<FieldProps, 'label' | 'help' | 'error' | 'optional' | 'required' | 'className'>
