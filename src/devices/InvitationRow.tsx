import { QrCode, UserCheck } from 'lucide-react'
import type { Invitation } from '../sync/face.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useText } from '../ui/language.ts'
import { toast } from '../ui/toast.ts'
import { commands } from './commands.ts'
import { text } from './text.ts'
import { useCommand } from './useCommand.ts'
import { useTimeLeft } from './useTimeLeft.ts'

/** An invitation that is open: for whom, how long, and the way to its code. */
export function InvitationRow({ invitation }: { invitation: Invitation }) {
  const t = useText(text)
  const left = useTimeLeft(invitation.endsAt)
  const command = useCommand()
  return (
    <li className="dev-row">
      <Icon as={invitation.request === null ? QrCode : UserCheck} size="l" />
      <span className="grow">
        <b className="t-m">{t.invitationFor(t.roles[invitation.role])}</b>
        <span className="t-sm t-3">
          {command.failure ||
            (invitation.request !== null
              ? t.someoneWaits
              : left.isOver
                ? t.expired
                : t.invitationLeft(t.minutesLeft(left.minutes, left.seconds)))}
        </span>
      </span>
      {left.isOver ? (
        <Button
          variant="bare"
          working={command.working}
          onClick={() =>
            void command
              .run(() => commands.cancelInvitation(invitation.id))
              .then((done) => done && toast({ text: t.cancelled }))
          }
        >
          {t.cancelInvitation}
        </Button>
      ) : (
        <LinkButton href={`/appareils/inviter?invitation=${invitation.id}`}>{t.openInvitation}</LinkButton>
      )}
    </li>
  )
}
