import { Share2 } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { RelayReport } from '../sync/face.ts'
import { LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useText } from '../ui/language.ts'
import { Section } from '../ui/Section.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { CommandForm } from './CommandForm.tsx'
import { commands } from './commands.ts'
import { DevicePage } from './DevicePage.tsx'
import './devices.css'
import { PersonFields, usePersonForm } from './PersonFields.tsx'
import { useIsShared } from './records.ts'
import { RelayField } from './RelayField.tsx'
import { relayAddress, RelayTest } from './RelayTest.tsx'
import { text } from './text.ts'
import { useCommand } from './useCommand.ts'

/** Opens this workspace to other devices: through which relay, and under which names. */
export function ShareScreen() {
  const t = useText(text)
  const shared = useIsShared()
  return (
    <DevicePage title={t.shareTitle} back={{ href: '/appareils', label: t.title }} isBelow>
      {shared.state === 'ready' && shared.value ? (
        <EmptyState title={t.failures.AlreadyJoined} actions={<LinkButton href="/appareils">{t.title}</LinkButton>} />
      ) : (
        <ShareForm />
      )}
    </DevicePage>
  )
}

function ShareForm() {
  const t = useText(text)
  const [, navigate] = useLocation()
  const [url, setUrl] = useState(location.origin)
  const [report, setReport] = useState<RelayReport | null>(null)
  const [admission, setAdmission] = useState('')
  const [asked, setAsked] = useState(false)
  const who = usePersonForm()
  const command = useCommand()
  const address = relayAddress(url)
  const refused = command.failed?.type === 'RelayRefused' && command.failed.code === 'admission'
  const needsAdmission = refused || report?.needsAdmission === true
  const open = async () => {
    setAsked(true)
    if (address === '' || !who.isWhole || (needsAdmission && admission.trim() === '')) return
    await who.keep()
    const done = await command.run(() =>
      commands.createWorkspace({
        relayUrl: address,
        person: who.person.trim(),
        deviceName: who.deviceName.trim(),
        ...(admission.trim() === '' ? {} : { admission: admission.trim() }),
      }),
    )
    if (!done) return
    navigate('/appareils/secours?premiere=oui')
  }
  return (
    <Section title={t.shareHead}>
      <p className="t-2 measure">{t.shareHow}</p>
      <CommandForm verb={t.openShare} icon={Share2} working={command.working} failure={command.failure} onSubmit={open}>
        <PersonFields form={who} asked={asked} />
        <RelayField
          url={url}
          onChange={(next) => {
            setUrl(next)
            setReport(null)
          }}
          asked={asked}
        />
        <RelayTest url={url} report={report} onReport={setReport} />
        {needsAdmission && (
          <TextInput
            label={t.admission}
            value={admission}
            onChange={setAdmission}
            help={t.admissionHelp}
            error={asked && admission.trim() === '' ? t.admissionMissing : undefined}
          />
        )}
      </CommandForm>
    </Section>
  )
}
