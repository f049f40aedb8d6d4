import { useText } from '../ui/language.ts'
import { TextInput } from '../ui/TextInput.tsx'
import { relayAddress } from './RelayTest.tsx'
import { text } from './text.ts'

interface RelayFieldProps {
  url: string
  onChange: (url: string) => void
  /** Someone tried to go on: say what is wrong with it. */
  asked: boolean
  /** Where it may be left empty. */
  optional?: boolean
}

/** The address of a relay that is not known yet. */
export function RelayField({ url, onChange, asked, optional = false }: RelayFieldProps) {
  const t = useText(text)
  const isBad = relayAddress(url) === '' && !(optional && url.trim() === '')
  return (
    <TextInput
      label={t.relayUrl}
      type="url"
      inputMode="url"
      value={url}
      onChange={onChange}
      help={t.relayUrlHelp}
      error={asked && isBad ? t.relayUrlBad : undefined}
    />
  )
}
