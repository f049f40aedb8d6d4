import { useId, type ReactNode } from 'react'

type RadioGroupProps<Value extends string> = {
  /** the question, said by readers; shown unless `hideLabel` */
  label: string
  hideLabel?: boolean
  value: Value
  onChange: (value: Value) => void
  options: readonly { value: Value; label: ReactNode; help?: ReactNode }[]
  /** side by side instead of one under the other */
  inline?: boolean
}

/** One of a few, all in sight. */
export function RadioGroup<Value extends string>({
  label,
  hideLabel = false,
  value,
  onChange,
  options,
  inline = false,
}: RadioGroupProps<Value>) {
  const name = useId()
  return (
    <fieldset className="field" style={{ margin: 0, padding: 0, minInlineSize: 0 }}>
      <legend className={hideLabel ? 'sr' : 'label'}>{label}</legend>
      <div className={inline ? 'row wrap g4' : 'stack g1'}>
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              className="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.help !== undefined && <span className="t-sm t-3"> {option.help}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
