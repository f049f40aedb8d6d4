import { TextInput } from './TextInput.tsx'

/** A passphrase being chosen, typed twice so that a slip of the finger locks nobody out. */
export interface Passphrase {
  typed: string
  again: string
}

export const emptyPassphrase: Passphrase = { typed: '', again: '' }

const isShort = (typed: string, minLength: number) => [...typed].length < minLength

/** True when it is long enough and was typed alike both times. */
export const isUsable = ({ typed, again }: Passphrase, minLength: number): boolean =>
  !isShort(typed, minLength) && typed === again

/** Both fields of a passphrase; what is wrong is said once `asked`, the length first. */
export function NewPassphrase({
  value,
  onChange,
  minLength,
  asked,
  words,
}: {
  value: Passphrase
  onChange: (value: Passphrase) => void
  minLength: number
  asked: boolean
  words: { label: string; help: string; short: string; again: string; differs: string }
}) {
  const short = isShort(value.typed, minLength)
  return (
    <>
      <TextInput
        label={words.label}
        type="password"
        autoComplete="new-password"
        value={value.typed}
        onChange={(typed) => onChange({ ...value, typed })}
        help={words.help}
        error={asked && short ? words.short : undefined}
      />
      <TextInput
        label={words.again}
        type="password"
        autoComplete="new-password"
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
        error={asked && !short && value.typed !== value.again ? words.differs : undefined}
      />
    </>
  )
}
