import { GitCompareArrows, LogOut, MonitorSmartphone, RefreshCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { formatBytes } from '../kit/format.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Columns } from '../ui/Columns.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { KeyValues } from '../ui/KeyValues.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Section } from '../ui/Section.tsx'
import { toast } from '../ui/toast.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { useOnline } from '../ui/useOnline.ts'
import { AlertList } from './AlertList.tsx'
import { commands } from './commands.ts'
import './devices.css'
import { PartingSection } from './PartingSection.tsx'
import {
  useConflicts,
  useDevices,
  useFilesStatus,
  useIsShared,
  useRelayFacts,
  useScoresWaiting,
  useSyncStatus,
} from './records.ts'
import { relayAddress } from './RelayTest.tsx'
import { statusText } from './statusText.ts'
import { comingOf, momentWords, noticeWords, spaceWords, statusWords } from './statusWords.ts'
import { useCommand } from './useCommand.ts'
import { TypedConfirm } from './TypedConfirm.tsx'
import { WhatTheRelaySees } from './WhatTheRelaySees.tsx'

/** What the foot stands for: the state, the queue, the last exchange, the devices, and what the relay sees. */
export function SyncScreen() {
  const t = useText(statusText)
  const shared = useIsShared()
  return (
    <Screen title={t.title} back={{ href: '/plus', label: t.title }}>
      {shared.state === 'ready' && !shared.value && (
        <div className="pad">
          <EmptyState
            icon={MonitorSmartphone}
            title={t.notShared}
            actions={
              <>
                <LinkButton variant="first" href="/appareils/partager">
                  {t.share}
                </LinkButton>
                <LinkButton href="/rejoindre">{t.join}</LinkButton>
              </>
            }
          >
            {t.notSharedNote}
          </EmptyState>
        </div>
      )}
      {shared.state === 'ready' && shared.value && <State />}
    </Screen>
  )
}

function State() {
  const t = useText(statusText)
  const language = useLanguage()
  const online = useOnline()
  const isPhone = useIsPhone()
  const status = useSyncStatus()
  const relay = useRelayFacts()
  const files = useFilesStatus()
  const scores = useScoresWaiting((status?.toSend ?? 0) > 0)
  const devices = useDevices()
  const conflicts = useConflicts()
  const command = useCommand()
  const [isDropping, setIsDropping] = useState(false)
  if (status === null) return null
  const now = Date.now()
  const kept = devices.state === 'ready' ? devices.value.filter(({ revokedAt }) => revokedAt === undefined) : []
  const words = statusWords(status, {
    language,
    now,
    online,
    devices: kept.length,
    files: files?.toSend ?? 0,
    coming: comingOf(files),
    scores,
  })
  const changes = Math.max(0, status.toSend - scores)
  const refusal = status.refusal
  const isBehind = status.phase === 'updateNeeded' || refusal?.code === 'version'
  const note = isBehind ? t.refusedNotes.version : refusal === null ? null : t.refusedNotes[refusal.code]
  const waiting = [
    ...(changes > 0 ? [t.toSend(changes)] : []),
    ...(scores > 0 ? [t.scoresToSend(scores)] : []),
    ...(files !== null && files.toSend > 0 ? [t.filesToSend(files.toSend)] : []),
    ...(files?.sending
      ? [t.fileSent(formatBytes(language, files.sending.done), formatBytes(language, files.sending.size))]
      : []),
  ]
  const queue = waiting.length === 0 ? t.nothingToSend : waiting.join(', ')
  const space = spaceWords(language, relay)
  const notice = noticeWords(language, status, now)
  const said =
    status.phase === 'revoked' ? (
      <Banner kind="bad">{t.leaveRevoked}</Banner>
    ) : (
      note !== null && <Banner kind="doubt">{note}</Banner>
    )
  const leave = (
    <Button
      icon={LogOut}
      working={command.working}
      onClick={() =>
        void command.run(() => commands.leaveWorkspace()).then((done) => done && toast({ text: t.leftHere }))
      }
    >
      {t.leave}
    </Button>
  )
  const facts = (
    <div className="dev-page">
      {status.parting && <PartingSection parting={status.parting} />}
      <Section title={words.head}>
        <KeyValues
          rows={[
            {
              key: 'equal',
              label: t.lastEqual,
              value: status.syncedAt === 0 ? t.never : momentWords(language, status.syncedAt, now),
            },
            { key: 'queue', label: t.queue, value: queue },
            { key: 'relay', label: t.relay, value: <bdi className="t-mono">{relayAddress(relay?.url ?? '')}</bdi> },
            {
              key: 'transport',
              label: t.transport,
              value: status.transport === null || words.tone === 'off' ? t.noTransport : t.transports[status.transport],
            },
            ...(space === '' ? [] : [{ key: 'space', label: t.space, value: space }]),
            ...(notice === '' ? [] : [{ key: 'notice', label: t.notice, value: notice }]),
          ]}
        />
        {words.share !== null && <ProgressBar label={words.head} share={words.share} />}
        <span>
          {status.phase === 'revoked' ? (
            <span className="row wrap">
              {leave}
              <Button variant="danger" icon={Trash2} onClick={() => setIsDropping(true)}>
                {t.drop}
              </Button>
            </span>
          ) : refusal?.code === 'gone' ? (
            leave
          ) : isBehind ? (
            <Button variant="first" icon={RefreshCw} onClick={() => location.reload()}>
              {t.reload}
            </Button>
          ) : (
            <Button
              icon={RefreshCw}
              working={command.working}
              onClick={() => void command.run(() => commands.syncNow())}
            >
              {t.syncNow}
            </Button>
          )}
        </span>
        {command.failure !== '' && <p role="alert">{command.failure}</p>}
      </Section>
      {isDropping && <DropDialog onClose={() => setIsDropping(false)} />}
      <Section title={t.alerts}>
        <AlertList alerts={status.alerts} />
        {conflicts.state === 'ready' && conflicts.value.length > 0 && (
          <span>
            <LinkButton icon={GitCompareArrows} href="/conflits">
              {t.conflictsCount(conflicts.value.length)}
            </LinkButton>
          </span>
        )}
      </Section>
      {kept.length > 0 && (
        <Section title={t.devicesTitle} aside={String(kept.length)}>
          <ul className="dev-list">
            {kept.map((device) => (
              <li className="dev-row" key={device.id}>
                <span className="grow">
                  <b className="t-m">{device.name}</b>
                  <span className="t-sm t-3">{device.person}</span>
                </span>
                <span className="t-sm t-2">
                  {device.isThis || device.lastSeenAt === 0 ? '' : momentWords(language, device.lastSeenAt, now)}
                </span>
              </li>
            ))}
          </ul>
          <span>
            <LinkButton href="/appareils">{t.allDevices}</LinkButton>
          </span>
        </Section>
      )}
    </div>
  )
  const relaySees = (
    <div className="dev-page">
      <WhatTheRelaySees />
    </div>
  )
  return isPhone ? (
    <>
      {said}
      {facts}
      {relaySees}
    </>
  ) : (
    <>
      {said}
      <Columns widths="minmax(0,1fr) minmax(0,28.5rem)">
        {facts}
        {relaySees}
      </Columns>
    </>
  )
}

/** Takes the workspace's records off a device that was shut out. Nothing brings them back here. */
function DropDialog({ onClose }: { onClose: () => void }) {
  const t = useText(statusText)
  const command = useCommand()
  return (
    <TypedConfirm
      title={t.dropTitle}
      word={t.dropWord}
      typing={t.dropTyping}
      verb={t.drop}
      working={command.working}
      failure={command.failure}
      onClose={onClose}
      onConfirm={() =>
        void command
          .run(() => commands.leaveWorkspace({ dropRecords: true }))
          .then((done) => {
            if (done) toast({ text: t.dropped })
          })
      }
    >
      <p className="t-2">{t.dropNote}</p>
    </TypedConfirm>
  )
}
