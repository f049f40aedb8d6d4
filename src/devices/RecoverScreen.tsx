import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useText } from '../ui/language.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Section } from '../ui/Section.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { CommandForm } from './CommandForm.tsx'
import { commands } from './commands.ts'
import { DevicePage } from './DevicePage.tsx'
import './devices.css'
import { joinText } from './joinText.ts'
import { PersonFields, usePersonForm } from './PersonFields.tsx'
import { RelayField } from './RelayField.tsx'
import { relayAddress } from './RelayTest.tsx'
import { useCommand } from './useCommand.ts'

const wordCount = 24

/** Opens a workspace again when every device is lost, by the words on paper or the passphrase. */
export function RecoverScreen() {
  const t = useText(joinText)
  const [, navigate] = useLocation()
  const [kind, setKind] = useState<'words' | 'passphrase'>('words')
  const [words, setWords] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [relay, setRelay] = useState(location.origin)
  const [asked, setAsked] = useState(false)
  const who = usePersonForm()
  const command = useCommand()
  const typed =
    words.trim() === ''
      ? []
      : words
          .trim()
          .split(/[\s\d.,;:]+/)
          .filter(Boolean)
  const relayUrl = relayAddress(relay)
  const isGiven = kind === 'words' ? typed.length === wordCount : passphrase !== ''
  const recover = async () => {
    setAsked(true)
    if (!isGiven || !who.isWhole || relayUrl === '') return
    await who.keep()
    const done = await command.run(() =>
      commands.recoverWorkspace(
        kind === 'words' ? { kind, words: typed.join(' ') } : { kind, passphrase },
        { relayUrl },
        { person: who.person.trim(), deviceName: who.deviceName.trim() },
      ),
    )
    if (!done) return
    navigate('/appareils?retour=oui')
  }
  return (
    <DevicePage title={t.recoverTitle} back={{ href: '/rejoindre', label: t.title }} isBelow>
      <Section title={t.recoverLink}>
        <p className="t-2 measure">{t.recoverHow}</p>
        <CommandForm
          verb={t.recover}
          icon={KeyRound}
          working={command.working}
          failure={command.failure}
          onSubmit={recover}
        >
          <RadioGroup
            label={t.kind}
            value={kind}
            onChange={setKind}
            options={(['words', 'passphrase'] as const).map((value) => ({ value, label: t.kinds[value] }))}
          />
          {kind === 'words' ? (
            <TextArea
              label={t.kitWords}
              value={words}
              onChange={setWords}
              rows={4}
              autoCapitalize="none"
              spellCheck={false}
              help={typed.length === 0 ? t.kitWordsHelp : t.kitWordsCount(typed.length)}
              error={asked && !isGiven ? `${t.kitWordsHelp} ${t.kitWordsCount(typed.length)}` : undefined}
            />
          ) : (
            <TextInput
              label={t.passphrase}
              type="password"
              autoComplete="current-password"
              value={passphrase}
              onChange={setPassphrase}
              error={asked && !isGiven ? t.passphraseMissing : undefined}
            />
          )}
          <PersonFields form={who} asked={asked} />
          <RelayField url={relay} onChange={setRelay} asked={asked} />
        </CommandForm>
      </Section>
    </DevicePage>
  )
}
