import { useState } from 'react'
import { useSearchParams } from 'wouter'
import type { Invitation, Role } from '../sync/face.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useText } from '../ui/language.ts'
import { Section } from '../ui/Section.tsx'
import { commands } from './commands.ts'
import { DevicePage } from './DevicePage.tsx'
import './devices.css'
import { CompareWords, ShowCode } from './InvitationSteps.tsx'
import { useInvitations } from './records.ts'
import { rolesFor, useOwnRole } from './roles.ts'
import { RoleChoice } from './RoleChoice.tsx'
import { text } from './text.ts'
import { useCommand } from './useCommand.ts'

/** Links another device: its role, then the code, then the three words and the last say. */
export function InviteScreen() {
  const t = useText(text)
  const [search, setSearch] = useSearchParams()
  const invitations = useInvitations()
  const own = useOwnRole()
  const shown = invitations.find(({ id }) => id === search.get('invitation'))
  return (
    <DevicePage title={t.inviteTitle} back={{ href: '/appareils', label: t.title }} isBelow>
      {own !== null && rolesFor(own).length === 0 ? (
        <EmptyState title={t.mayNot} />
      ) : shown === undefined ? (
        <ChooseRole own={own} onMade={(invitation) => setSearch({ invitation: invitation.id }, { replace: true })} />
      ) : shown.request === null ? (
        <ShowCode
          invitation={shown}
          how={t.inviteHow}
          home="/appareils"
          commands={commands}
          onAgain={() => setSearch({}, { replace: true })}
        />
      ) : (
        <CompareWords invitation={shown} request={shown.request} home="/appareils" commands={commands} />
      )}
    </DevicePage>
  )
}

function ChooseRole({ own, onMade }: { own: Role | null; onMade: (invitation: Invitation) => void }) {
  const t = useText(text)
  const [role, setRole] = useState<Role>('recruiter')
  const command = useCommand()
  const make = async () => {
    const made = await command.run(() => commands.invite({ role }))
    if (made) onMade(made.value)
  }
  return (
    <Section title={t.roleOfNew}>
      <form
        className="stack g4"
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <RoleChoice label={t.roleOfNew} own={own ?? 'owner'} value={role} onChange={setRole} />
        <span>
          <Button variant="first" big type="submit" working={command.working}>
            {t.makeCode}
          </Button>
        </span>
        {command.failure !== '' && <p role="alert">{command.failure}</p>}
      </form>
    </Section>
  )
}
