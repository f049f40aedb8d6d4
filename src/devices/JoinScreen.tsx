import { Camera, Check, KeyRound, LoaderCircle, Users, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Joining, Role } from '../sync/face.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { Section } from '../ui/Section.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/toast.ts'
import { CommandForm } from './CommandForm.tsx'
import { commands, startSync } from './commands.ts'
import { DevicePage } from './DevicePage.tsx'
import './devices.css'
import { failureWords } from './failureWords.ts'
import { codeInGroups, readCode } from './invitationCode.ts'
import { joinText } from './joinText.ts'
import { PersonFields, usePersonForm } from './PersonFields.tsx'
import { QrScanner } from './QrScanner.tsx'
import { useFilling, useIsShared, useJoining, useOwnRecordCount } from './records.ts'
import { RelayField } from './RelayField.tsx'
import { relayAddress } from './RelayTest.tsx'
import { useOwnRole } from './roles.ts'
import { useCommand } from './useCommand.ts'

/** Brings this device into a team: a code, who works here, three words, then the records. */
export function JoinScreen() {
  const t = useText(joinText)
  const shared = useIsShared()
  const joining = useJoining()
  const [isAgain, setIsAgain] = useState(false)
  const isUnderWay = joining !== null && !(joining.step === 'failed' && isAgain)
  // A page that was closed in the middle took the work with it: whoever begins syncing says what became of it.
  useEffect(() => {
    if (isUnderWay) startSync()
  }, [isUnderWay])
  return (
    <DevicePage title={t.title} back={{ href: '/', label: t.home }}>
      {isUnderWay ? (
        <UnderWay joining={joining} onAgain={() => setIsAgain(true)} />
      ) : shared.state === 'ready' && shared.value ? (
        <EmptyState icon={Users} title={t.already} actions={<LinkButton href="/appareils">{t.devices}</LinkButton>}>
          {t.alreadyNote}
        </EmptyState>
      ) : (
        <JoinForm onStart={() => setIsAgain(false)} />
      )}
    </DevicePage>
  )
}

/** The code that stood behind the # when the page opened; it is taken out of the address at once. */
function useCodeOfAddress(take: (given: string) => void): void {
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const read = () => {
      if (location.hash.length < 2) return
      latest.current(location.hash)
      history.replaceState(history.state, '', location.pathname)
    }
    read()
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [])
}

function JoinForm({ onStart }: { onStart: () => void }) {
  const t = useText(joinText)
  const [typed, setTyped] = useState('')
  const [relay, setRelay] = useState('')
  const [asked, setAsked] = useState(false)
  const [camera, setCamera] = useState<'off' | 'on' | 'none'>('off')
  const [odd, setOdd] = useState(false)
  const who = usePersonForm()
  const own = useOwnRecordCount()
  const command = useCommand()
  const read = readCode(typed)
  const take = (given: string): boolean => {
    const found = readCode(given)
    if (found === null) return false
    setTyped(codeInGroups(found.code))
    if (found.relayUrl !== undefined) setRelay(found.relayUrl)
    return true
  }
  useCodeOfAddress(take)
  const relayUrl = relay.trim() === '' ? '' : relayAddress(relay)
  const join = async () => {
    setAsked(true)
    if (read === null || !who.isWhole || (relay.trim() !== '' && relayUrl === '')) return
    await who.keep()
    onStart()
    const through = relayUrl || read.relayUrl
    await command.run(() =>
      commands.join(
        { code: read.code, ...(through === undefined || through === '' ? {} : { relayUrl: through }) },
        { person: who.person.trim(), deviceName: who.deviceName.trim() },
      ),
    )
  }
  return (
    <>
      <Section title={t.byCamera}>
        <p className="t-2 measure">{t.how}</p>
        {camera === 'on' && (
          <QrScanner
            name={t.scan}
            starting={t.startingCamera}
            hint={odd ? t.notOurs : t.scanning}
            onFail={() => setCamera('none')}
            onCode={(seen) => {
              if (!take(seen)) return setOdd(true)
              setCamera('off')
              toast({ text: t.codeRead })
            }}
          />
        )}
        <span>
          {camera === 'on' ? (
            <Button icon={X} onClick={() => setCamera('off')}>
              {t.stopScan}
            </Button>
          ) : (
            <Button
              icon={Camera}
              onClick={() => {
                setOdd(false)
                setCamera('on')
              }}
            >
              {t.scan}
            </Button>
          )}
        </span>
        {camera === 'none' && (
          <p className="t-2" role="status">
            {t.noCamera}
          </p>
        )}
      </Section>
      <Section title={t.byTyping}>
        <CommandForm verb={t.join} icon={Users} working={command.working} failure={command.failure} onSubmit={join}>
          <TextInput
            label={t.code}
            value={typed}
            onChange={(next) => {
              // A whole link may be pasted where the code is asked.
              if (!(next.includes('#') && take(next))) setTyped(next)
            }}
            autoCapitalize="characters"
            spellCheck={false}
            dir="ltr"
            help={t.codeHelp}
            error={asked && read === null ? t.codeBad : undefined}
          />
          <PersonFields form={who} asked={asked} />
          <details open={relay !== '' || undefined}>
            <summary>{t.otherRelay}</summary>
            <RelayField url={relay} onChange={setRelay} asked={asked} optional />
          </details>
          {own > 0 && <p className="t-sm t-2">{t.willShare(own)}</p>}
        </CommandForm>
      </Section>
      <Section title={t.lost}>
        <span>
          <LinkButton icon={KeyRound} href="/rejoindre/secours">
            {t.recoverLink}
          </LinkButton>
        </span>
      </Section>
    </>
  )
}

function UnderWay({ joining, onAgain }: { joining: Joining; onAgain: () => void }) {
  const t = useText(joinText)
  const language = useLanguage()
  const role = useOwnRole()
  const doneNotes: Partial<Record<Role, string>> = {
    fieldAgent: t.doneNoteAgent,
    reader: t.doneNoteReader,
    guest: t.doneNoteGuest,
  }
  const filling = useFilling()
  switch (joining.step) {
    case 'meeting':
      return (
        <Section title={t.meeting}>
          <p className="t-2 row" role="status">
            <Icon as={LoaderCircle} className="spin" />
            {t.meetingNote}
          </p>
        </Section>
      )
    case 'comparing':
      return (
        <Section title={t.words}>
          <p className="three-words" data-testid="three-words" lang={joining.language}>
            {(joining.words ?? []).join(' · ')}
          </p>
          {joining.language !== undefined && joining.language !== language && (
            <p className="t-sm t-2 measure">{t.foreignWords}</p>
          )}
          <p className="t-2 measure">{t.wordsNote}</p>
          <p role="status">
            <b className="t-m">{t.waiting}</b>
          </p>
        </Section>
      )
    case 'fetching': {
      const { done, total } = joining.fetched ?? filling ?? { done: 0, total: 0 }
      const isFilling = joining.fetched === null && filling !== null
      const note = !isFilling ? t.fetchingNote : filling.done < filling.lists ? t.listsNote : t.textsNote
      return (
        <Section title={t.fetching}>
          <ProgressBar
            label={t.fetching}
            share={total === 0 ? 0 : Math.min(1, done / total)}
            valueText={total === 0 ? '' : t.fetched(done, total)}
          />
          <p className="t-sm t-2 num">{total === 0 ? '' : t.fetched(done, total)}</p>
          <p className="t-2">{note}</p>
          <span>
            <Link className="btn" href="/candidats">
              {t.toCandidates}
            </Link>
          </span>
        </Section>
      )
    }
    case 'done':
      return (
        <EmptyState
          icon={Check}
          title={t.done}
          actions={
            <>
              {role === 'guest' ? (
                <LinkButton variant="first" href="/">
                  {t.toOffer}
                </LinkButton>
              ) : (
                <LinkButton variant="first" href="/candidats">
                  {t.toCandidates}
                </LinkButton>
              )}
              <LinkButton href="/appareils">{t.devices}</LinkButton>
            </>
          }
        >
          {doneNotes[role ?? 'owner'] ?? t.doneNote}
        </EmptyState>
      )
    case 'failed':
      return (
        <ErrorState
          title={t.failed}
          actions={
            <Button variant="first" onClick={onAgain}>
              {t.again}
            </Button>
          }
        >
          {joining.failure === null ? '' : failureWords(language, joining.failure)}
        </ErrorState>
      )
  }
}
