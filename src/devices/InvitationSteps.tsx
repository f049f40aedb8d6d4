import { Check, Copy, Send, Timer, X } from 'lucide-react'
import { useLocation } from 'wouter'
import type { Invitation, SyncCommands } from '../sync/face.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useText } from '../ui/language.ts'
import { Section } from '../ui/Section.tsx'
import { toast } from '../ui/toast.ts'
import './devices.css'
import { QrCode } from './QrCode.tsx'
import { text } from './text.ts'
import { useCommand } from './useCommand.ts'
import { useTimeLeft } from './useTimeLeft.ts'

/** What may be done with an invitation, in whichever space it was made. */
type InvitationCommands = Pick<SyncCommands, 'cancelInvitation' | 'admit' | 'refuse'>

interface StepProps {
  invitation: Invitation
  commands: InvitationCommands
  /** Where one comes out. */
  home: string
}

/** An invitation's code, to be scanned, sent or dictated. `how` says what the other one does with it. */
export function ShowCode({
  invitation,
  commands,
  home,
  how,
  onAgain,
}: StepProps & { how: string; onAgain: () => void }) {
  const t = useText(text)
  const [, navigate] = useLocation()
  const left = useTimeLeft(invitation.endsAt)
  const command = useCommand()
  const canShare = typeof navigator.share === 'function'
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(invitation.link)
      toast({ text: t.copied })
    } catch {
      // refused by the browser or by the person: the code is still in sight
      toast({ text: t.notCopied })
    }
  }
  const share = async () => {
    try {
      await navigator.share({ title: t.shareText, url: invitation.link })
    } catch {
      // given up: nothing was sent
    }
  }
  const cancel = async () => {
    if (!(await command.run(() => commands.cancelInvitation(invitation.id)))) return
    toast({ text: t.cancelled })
    navigate(home)
  }
  if (left.isOver) {
    return (
      <EmptyState
        icon={Timer}
        title={t.expired}
        actions={
          <Button variant="first" onClick={onAgain}>
            {t.newCode}
          </Button>
        }
      />
    )
  }
  return (
    <>
      <Section title={t.invitationFor(t.roles[invitation.role])}>
        <div className="code-card">
          <p className="t-2" style={{ maxInlineSize: '34ch' }}>
            {how}
          </p>
          <QrCode value={invitation.link} name={t.qrName} />
          <p>
            <span className="t-sm t-3">{t.orType}</span>
            <br />
            <bdi className="code" dir="ltr" aria-label={t.codeName} data-testid="invitation-code">
              {invitation.code}
            </bdi>
          </p>
          <p className="t-sm t-3 row">
            <Icon as={Timer} size="s" />
            {t.validFor(t.minutesLeft(left.minutes, left.seconds))}
          </p>
          <div className="row wrap">
            <Button icon={Copy} onClick={() => void copy()}>
              {t.copyLink}
            </Button>
            {canShare && (
              <Button icon={Send} onClick={() => void share()}>
                {t.share}
              </Button>
            )}
            <Button variant="bare" icon={X} working={command.working} onClick={() => void cancel()}>
              {t.cancelInvitation}
            </Button>
          </div>
          {command.failure !== '' && <p role="alert">{command.failure}</p>}
        </div>
      </Section>
      <Section title={t.compareTitle}>
        <p className="t-2" role="status">
          {t.waitingFor}
        </p>
      </Section>
    </>
  )
}

/** Someone came: the three words, and the last say. */
export function CompareWords({
  invitation,
  request,
  commands,
  home,
}: StepProps & { request: NonNullable<Invitation['request']> }) {
  const t = useText(text)
  const [, navigate] = useLocation()
  const admission = useCommand()
  const refusal = useCommand()
  const admit = async () => {
    if (!(await admission.run(() => commands.admit(invitation.id)))) return
    toast({ text: t.admitted(request.name) })
    navigate(home)
  }
  const refuse = async () => {
    if (!(await refusal.run(() => commands.refuse(invitation.id)))) return
    toast({ text: t.refused })
    navigate(home)
  }
  return (
    <Section title={t.compareTitle}>
      <p className="three-words" data-testid="three-words">
        {request.words.join(' · ')}
      </p>
      <p className="t-2 measure">{t.compareNote}</p>
      <p role="status">
        <b className="t-m">{t.asks(request.name, request.person)}</b>
        <br />
        <span className="t-sm t-2">
          {t.roles[invitation.role]}, {t.roleNotes[invitation.role]}
        </span>
      </p>
      <div className="row wrap">
        <Button variant="first" big icon={Check} working={admission.working} onClick={() => void admit()}>
          {t.admit}
        </Button>
        <Button big icon={X} working={refusal.working} onClick={() => void refuse()}>
          {t.refuse}
        </Button>
      </div>
      {(admission.failure || refusal.failure) && <p role="alert">{admission.failure || refusal.failure}</p>}
    </Section>
  )
}
