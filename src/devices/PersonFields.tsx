import { useState } from 'react'
import { saveSetting, useSetting } from '../settings/records.ts'
import { useText } from '../ui/language.ts'
import { TextInput } from '../ui/TextInput.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import type { Person } from './commands.ts'
import { text } from './text.ts'

/** Who works on this device and what it is called, with what is already known filled in. */
export interface PersonForm extends Person {
  setPerson: (person: string) => void
  setDeviceName: (name: string) => void
  /** Both are given. */
  isWhole: boolean
  /** Keeps the name where the rest of the app reads it. */
  keep: () => Promise<void>
}

export function usePersonForm(): PersonForm {
  const t = useText(text)
  const isPhone = useIsPhone()
  const live = useSetting('device.person')
  const known = live.state === 'ready' ? live.value : ''
  const [typedPerson, setPerson] = useState<string | null>(null)
  const [typedName, setDeviceName] = useState<string | null>(null)
  const person = typedPerson ?? known
  const first = person.trim().split(/\s+/)[0] ?? ''
  const deviceName = typedName ?? (isPhone ? t.phoneOf(first) : t.laptopOf(first))
  return {
    person,
    deviceName,
    setPerson,
    setDeviceName,
    isWhole: person.trim() !== '' && deviceName.trim() !== '',
    keep: async () => {
      if (person.trim() !== known) await saveSetting('device.person', person.trim())
    },
  }
}

/** The two fields of it; `asked` once someone tried to go on without. */
export function PersonFields({ form, asked }: { form: PersonForm; asked: boolean }) {
  const t = useText(text)
  return (
    <>
      <TextInput
        label={t.person}
        value={form.person}
        onChange={form.setPerson}
        autoComplete="name"
        help={t.personHelp}
        error={asked && form.person.trim() === '' ? t.personMissing : undefined}
      />
      <TextInput
        label={t.deviceName}
        value={form.deviceName}
        onChange={form.setDeviceName}
        help={t.deviceNameHelp}
        error={asked && form.deviceName.trim() === '' ? t.deviceNameMissing : undefined}
      />
    </>
  )
}
