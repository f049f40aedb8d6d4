import { CloudOff, KeyRound, LogOut, MonitorSmartphone, RefreshCw, ShieldAlert } from 'lucide-react'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { Device, Role } from '../sync/face.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/toast.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { commands } from './commands.ts'
import { DevicePage } from './DevicePage.tsx'
import './devices.css'
import { type DeviceAct, DeviceRow } from './DeviceRow.tsx'
import { failureWords } from './failureWords.ts'
import { InvitationRow } from './InvitationRow.tsx'
import { useDevices, useInvitations, useIsShared, useSyncStatus } from './records.ts'
import { useMayManage } from './roles.ts'
import { OffersWithGuests } from './OffersWithGuests.tsx'
import { PartingSection } from './PartingSection.tsx'
import { RevokeDialog } from './RevokeDialog.tsx'
import { RoleChoice } from './RoleChoice.tsx'
import { text } from './text.ts'
import { TypedConfirm } from './TypedConfirm.tsx'
import { useCommand } from './useCommand.ts'

type Asked = { type: 'rename' | 'role' | 'revoke'; device: Device } | { type: 'leave' | 'end' } | null

/** Who is in the workspace and with what right, who is on the way in, and the keys. */
export function DevicesScreen() {
  const t = useText(text)
  const isPhone = useIsPhone()
  const shared = useIsShared()
  const devices = useDevices()
  const mayManage = useMayManage()
  const [, navigate] = useLocation()
  const isBack = new URLSearchParams(useSearch()).has('retour')
  const kept = devices.state === 'ready' ? devices.value.filter(({ revokedAt }) => revokedAt === undefined) : []
  const invite = mayManage && (
    <LinkButton variant="first" icon={MonitorSmartphone} href="/appareils/inviter">
      {t.invite}
    </LinkButton>
  )
  return (
    <DevicePage
      title={t.title}
      aside={kept.length > 0 ? t.count(kept.length) : undefined}
      back={{ href: '/reglages', label: t.settings }}
      actions={invite}
    >
      {shared.state === 'loading' || devices.state === 'loading' ? (
        <div className="pad">
          <Skeleton lines={4} label={t.loading} />
        </div>
      ) : shared.state === 'ready' && shared.value && devices.state === 'ready' ? (
        <>
          {isBack && <Banner onDismiss={() => navigate('/appareils', { replace: true })}>{t.cameBack}</Banner>}
          <Workspace devices={devices.value} invite={isPhone ? invite : null} mayManage={mayManage} />
        </>
      ) : (
        <>
          <NotShared />
          <OffersWithGuests />
        </>
      )}
    </DevicePage>
  )
}

function NotShared() {
  const t = useText(text)
  return (
    <EmptyState
      icon={MonitorSmartphone}
      title={t.notShared}
      actions={
        <>
          <LinkButton variant="first" href="/appareils/partager">
            {t.shareAction}
          </LinkButton>
          <LinkButton href="/rejoindre">{t.joinAction}</LinkButton>
        </>
      }
    >
      {t.notSharedNote}
    </EmptyState>
  )
}

function Workspace({ devices, invite, mayManage }: { devices: Device[]; invite: React.ReactNode; mayManage: boolean }) {
  const t = useText(text)
  const language = useLanguage()
  const invitations = useInvitations()
  const [asked, setAsked] = useState<Asked>(null)
  const rotation = useCommand()
  const leaving = useCommand()
  const kept = devices.filter(({ revokedAt }) => revokedAt === undefined)
  const revoked = devices.filter(({ revokedAt }) => revokedAt !== undefined)
  const self = devices.find(({ isThis }) => isThis)
  const owners = kept.filter(({ role }) => role === 'owner').length
  const isNeeded = self?.role === 'owner' && self.revokedAt === undefined && owners < 2 && kept.length > 1
  const close = () => setAsked(null)
  const parting = useSyncStatus()?.parting
  return (
    <>
      {parting && <PartingSection parting={parting} />}
      {invitations.length > 0 && (
        <Section title={t.invitationsTitle}>
          <ul className="dev-list">
            {invitations.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} />
            ))}
          </ul>
        </Section>
      )}
      {kept.length > 0 && (
        <Section title={t.linked}>
          {invite}
          <ul className="dev-list">
            {kept.map((device) => (
              <DeviceRow
                key={device.id}
                device={device}
                actions={
                  self === undefined
                    ? []
                    : actionsOn(device, self, mayManage).map((type) => ({
                        type,
                        onSelect: () => setAsked({ type, device }),
                      }))
                }
              />
            ))}
          </ul>
        </Section>
      )}
      {revoked.length > 0 && (
        <Section title={t.revokedTitle} aside={String(revoked.length)}>
          <ul className="dev-list">
            {revoked.map((device) => (
              <DeviceRow key={device.id} device={device} actions={[]} />
            ))}
          </ul>
        </Section>
      )}
      <OffersWithGuests />
      <Section title={t.keysTitle}>
        {self?.role === 'owner' && (
          <Deed note={t.kitNote}>
            <LinkButton icon={KeyRound} href="/appareils/secours">
              {t.kitMake}
            </LinkButton>
          </Deed>
        )}
        {mayManage && (
          <Deed note={rotation.failure || t.rotateNote}>
            <Button
              icon={RefreshCw}
              working={rotation.working}
              onClick={() =>
                void rotation.run(() => commands.rotateKeys()).then((done) => done && toast({ text: t.rotated }))
              }
            >
              {t.rotate}
            </Button>
          </Deed>
        )}
        <Deed note={t.securityNote}>
          <LinkButton icon={ShieldAlert} href="/journal-de-securite">
            {t.securityLog}
          </LinkButton>
        </Deed>
      </Section>
      <Section title={t.leaveTitle}>
        <p className="t-2 measure">{t.leaveNote}</p>
        <span>
          <Button variant="danger" icon={LogOut} onClick={() => setAsked({ type: 'leave' })}>
            {t.leave}
          </Button>
        </span>
        {self?.role === 'owner' && self.revokedAt === undefined && (
          <Deed note={t.endNote}>
            <Button variant="danger" icon={CloudOff} onClick={() => setAsked({ type: 'end' })}>
              {t.end}
            </Button>
          </Deed>
        )}
      </Section>
      {asked?.type === 'rename' && <RenameDialog device={asked.device} onClose={close} />}
      {asked?.type === 'role' && self && (
        <RoleDialog device={asked.device} own={self.role} isLastOwner={owners < 2} onClose={close} />
      )}
      {asked?.type === 'revoke' && (
        <RevokeDialog device={asked.device} onRevoke={commands.revokeDevice} onClose={close} />
      )}
      {asked?.type === 'leave' && self && (
        <TypedConfirm
          title={t.leaveTitle}
          word={self.name}
          verb={t.leave}
          working={leaving.working}
          failure={leaving.failure}
          offBecause={isNeeded ? t.lastOwner : undefined}
          onClose={close}
          onConfirm={() =>
            void leaving
              .run(() => commands.leaveWorkspace())
              .then((done) => {
                if (!done) return
                close()
                toast({ text: t.left })
              })
          }
        >
          <p className="t-2">{t.leaveNote}</p>
          {isNeeded && <p className="t-2">{t.lastOwner}</p>}
        </TypedConfirm>
      )}
      {asked?.type === 'end' && (
        <TypedConfirm
          title={t.endTitle}
          word={t.endWord}
          typing={t.endTyping}
          verb={t.end}
          working={leaving.working}
          failure={leaving.failure}
          onClose={close}
          onConfirm={() =>
            void leaving
              .run(() => commands.endWorkspace())
              .then((done) => {
                if (!done) return
                close()
                toast({ text: t.ended })
              })
          }
        >
          <p className="t-2">{t.endNote}</p>
        </TypedConfirm>
      )}
      <p className="sr" aria-live="polite" lang={language}>
        {rotation.failure}
      </p>
    </>
  )
}

function Deed({ note, children }: { note: string; children: React.ReactNode }) {
  return (
    <div className="stack g1">
      <span>{children}</span>
      <p className="t-sm t-3 measure">{note}</p>
    </div>
  )
}

/** What `self` may do to a device (SPEC 7.3): owners everything, admins all but owners and admins. */
function actionsOn(device: Device, self: Device, mayManage: boolean): DeviceAct[] {
  const isAbove = self.role === 'owner' || (device.role !== 'owner' && device.role !== 'admin')
  return [
    // A device names itself, whatever its role, and no other.
    ...(device.isThis ? ['rename' as const] : []),
    ...(mayManage && isAbove ? ['role' as const] : []),
    ...(mayManage && isAbove && !device.isThis ? ['revoke' as const] : []),
  ]
}

function RenameDialog({ device, onClose }: { device: Device; onClose: () => void }) {
  const t = useText(text)
  const [name, setName] = useState(device.name)
  const command = useCommand()
  const save = async () => {
    if (name.trim() === '' || !(await command.run(() => commands.renameDevice(name.trim())))) return
    onClose()
    toast({ text: t.renamed, undo: async () => void (await commands.renameDevice(device.name)) })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.renameTitle}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button variant="first" working={command.working} onClick={() => void save()}>
            {t.save}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextInput
          label={t.deviceName}
          value={name}
          onChange={setName}
          help={t.deviceNameHelp}
          error={name.trim() === '' ? t.deviceNameMissing : command.failure || undefined}
        />
      </form>
    </Dialog>
  )
}

function RoleDialog({
  device,
  own,
  isLastOwner,
  onClose,
}: {
  device: Device
  own: Role
  isLastOwner: boolean
  onClose: () => void
}) {
  const t = useText(text)
  const language = useLanguage()
  const [role, setRole] = useState<Role>(device.role)
  const command = useCommand()
  const isStuck = device.role === 'owner' && isLastOwner && role !== 'owner'
  const save = async () => {
    if (role === device.role) return onClose()
    if (!(await command.run(() => commands.changeRole(device.id, role)))) return
    onClose()
    toast({
      text: t.roleChanged(device.name, t.roles[role]),
      undo: async () => {
        const back = await commands.changeRole(device.id, device.role)
        if (!back.ok) toast({ text: failureWords(language, back.error) })
      },
    })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.roleOf(device.name)}
      description={t.roleNote}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            variant="first"
            working={command.working}
            offBecause={isStuck ? t.lastOwner : undefined}
            onClick={() => void save()}
          >
            {t.save}
          </Button>
        </>
      }
    >
      <RoleChoice label={t.roleOf(device.name)} own={own} value={role} onChange={setRole} />
      {(isStuck || command.failure !== '') && <p role="alert">{isStuck ? t.lastOwner : command.failure}</p>}
    </Dialog>
  )
}
