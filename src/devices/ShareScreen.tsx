import { Share2 } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { RelayReport } from '../sync/face.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useText } from '../ui/language.ts'
import { Screen } from '../ui/Screen.tsx'
import { Section } from '../ui/Section.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { commands } from './commands.ts'
import './devices.css'
import { PersonFields, usePersonForm } from './PersonFields.tsx'
import { useIsShared } from './records.ts'
import { relayAddress, RelayTest } from './RelayTest.tsx'
import { text } from './text.ts'
import { useCommand } from './useCommand.ts'

/** Opens this workspace to other devices: through which relay, and under which names. */
export function ShareScreen() {
  const t = useText(text)
  const isPhone = useIsPhone()
  const shared = useIsShared()
  return (
    <Screen
      title={t.shareTitle}
      back={{ href: '/appareils', label: t.title }}
      above={
        <Link className="plain" href="/appareils">
          {t.title}
        </Link>
      }
    >
      <div className={isPhone ? 'dev-page' : 'scroll grow dev-page'}>
        {shared.state === 'ready' && shared.value ? (
          <EmptyState title={t.failures.AlreadyJoined} actions={<LinkButton href="/appareils">{t.title}</LinkButton>} />
        ) : (
          <ShareForm />
        )}
      </div>
    </Screen>
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
      <form
        className="dev-form"
        onSubmit={(event) => {
          event.preventDefault()
          void open()
        }}
      >
        <PersonFields form={who} asked={asked} />
        <TextInput
          label={t.relayUrl}
          type="url"
          inputMode="url"
          value={url}
          onChange={(next) => {
            setUrl(next)
            setReport(null)
          }}
          help={t.relayUrlHelp}
          error={asked && address === '' ? t.relayUrlBad : undefined}
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
        <span>
          <Button variant="first" big icon={Share2} type="submit" working={command.working}>
            {t.openShare}
          </Button>
        </span>
        {command.failure !== '' && <p role="alert">{command.failure}</p>}
      </form>
    </Section>
  )
}
