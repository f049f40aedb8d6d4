import { ShieldAlert } from 'lucide-react'
import { useState } from 'react'
import type { RelayReport } from '../sync/face.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button, LinkButton } from '../ui/Button.tsx'
import { KeyValues } from '../ui/KeyValues.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { Section } from '../ui/Section.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/toast.ts'
import { AlertList } from './AlertList.tsx'
import { commands } from './commands.ts'
import './devices.css'
import { useRelayFacts, useSyncStatus } from './records.ts'
import { relayAddress, RelayTest } from './RelayTest.tsx'
import { relayText } from './relayText.ts'
import { momentWords, noticeWords, spaceWords } from './statusWords.ts'
import { text } from './text.ts'
import { useCommand } from './useCommand.ts'
import { WhatTheRelaySees } from './WhatTheRelaySees.tsx'

/** The settings' part on the relay: where it is, whether it answers, what it takes and what it sees. */
export function RelaySettings() {
  const t = useText(relayText)
  const common = useText(text)
  const language = useLanguage()
  const status = useSyncStatus()
  const relay = useRelayFacts()
  const notice = status === null ? '' : noticeWords(language, status, Date.now())
  return (
    <>
      {notice !== '' && <Banner>{notice}</Banner>}
      <Section title={t.title}>
        <p className="t-2 measure">{t.note}</p>
        {status === null ? (
          <>
            <p className="t-2">{t.none}</p>
            <span className="row wrap">
              <LinkButton href="/appareils/partager">{common.shareAction}</LinkButton>
              <LinkButton href="/rejoindre">{common.joinAction}</LinkButton>
            </span>
          </>
        ) : (
          <>
            <KeyValues
              rows={[
                {
                  key: 'exchange',
                  label: t.lastExchange,
                  value: momentOr(status.syncedAt, t.never, (at) => momentWords(language, at, Date.now())),
                },
                {
                  key: 'space',
                  label: t.space,
                  value: spaceWords(language, relay) || t.spaceUnknown,
                },
              ]}
            />
            {relay?.usedBytes !== undefined && relay.quotaBytes !== undefined && relay.quotaBytes > 0 && (
              <ProgressBar label={t.space} share={Math.min(1, relay.usedBytes / relay.quotaBytes)} />
            )}
            <Address key={relay?.url} current={relayAddress(relay?.url ?? location.origin)} />
          </>
        )}
      </Section>
      {status !== null && (
        <Section title={t.alerts}>
          <AlertList alerts={status.alerts} />
          <span>
            <LinkButton icon={ShieldAlert} href="/journal-de-securite">
              {t.log}
            </LinkButton>
          </span>
        </Section>
      )}
      <WhatTheRelaySees />
    </>
  )
}

const momentOr = (at: number, never: string, words: (at: number) => string): string => (at === 0 ? never : words(at))

function Address({ current }: { current: string }) {
  const t = useText(relayText)
  const common = useText(text)
  const [url, setUrl] = useState(current)
  const [report, setReport] = useState<RelayReport | null>(null)
  const command = useCommand()
  const address = relayAddress(url)
  const isOther = address !== '' && address !== current
  const change = async () => {
    if (!isOther || !(await command.run(() => commands.setRelay(address)))) return
    toast({ text: t.changed, undo: async () => void (await commands.setRelay(current)) })
  }
  return (
    <form
      className="dev-form"
      onSubmit={(event) => {
        event.preventDefault()
        void change()
      }}
    >
      <TextInput
        label={t.address}
        type="url"
        inputMode="url"
        value={url}
        onChange={(next) => {
          setUrl(next)
          setReport(null)
        }}
        help={isOther ? t.changeNote : undefined}
        error={address === '' ? common.relayUrlBad : undefined}
      />
      <RelayTest url={url} report={report} onReport={setReport} />
      {isOther && (
        <span>
          <Button type="submit" working={command.working}>
            {t.change}
          </Button>
        </span>
      )}
      {command.failure !== '' && <p role="alert">{command.failure}</p>}
    </form>
  )
}
