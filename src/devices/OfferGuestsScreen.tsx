import { UserRoundPlus, Unplug } from 'lucide-react'
import { useState } from 'react'
import { useParams, useSearchParams } from 'wouter'
import { formatDate } from '../kit/format.ts'
import { useApplications } from '../matching/records.ts'
import { useOffer } from '../offers/records.ts'
import type { Device, OfferShare } from '../sync/face.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/toast.ts'
import { commands, commandsOfShare } from './commands.ts'
import { DevicePage } from './DevicePage.tsx'
import { DeviceRow } from './DeviceRow.tsx'
import './devices.css'
import { guestText } from './guestText.ts'
import { CompareWords, ShowCode } from './InvitationSteps.tsx'
import { PersonFields, usePersonForm } from './PersonFields.tsx'
import { Points } from './Points.tsx'
import { guestsOf, useIsShared, useOfferShares, useRelayFacts, useShareFacts } from './records.ts'
import { RelayField } from './RelayField.tsx'
import { relayAddress } from './RelayTest.tsx'
import { RevokeDialog } from './RevokeDialog.tsx'
import { useOwnRole } from './roles.ts'
import { PartingSection } from './PartingSection.tsx'
import { ShareStanding } from './ShareStanding.tsx'
import { text } from './text.ts'
import { TypedConfirm } from './TypedConfirm.tsx'
import { useCommand } from './useCommand.ts'

/** The guests of one offer: what they see, how they come in, who is there, and the end of it. */
export function OfferGuestsScreen() {
  const t = useText(guestText)
  const { mayNot } = useText(text)
  const { id = '' } = useParams<{ id: string }>()
  const offer = useOffer(id)
  const shares = useOfferShares()
  const shared = useIsShared()
  const role = useOwnRole()
  const home = `/offres/${id}`
  const share = shares.state === 'ready' ? shares.value.find(({ offerId }) => offerId === id) : undefined
  const title = (offer.state === 'ready' && offer.value?.fields.title) || ''
  const isKnown = offer.state === 'ready' && shares.state === 'ready' && shared.state === 'ready'
  const isHere = isKnown && offer.value !== null && offer.value.binnedAt === undefined
  const isBeyond = isKnown && shared.value && role !== 'owner' && role !== 'admin'
  return (
    <DevicePage title={t.title} back={{ href: home, label: title || t.toOffer }} isBelow>
      {!isKnown ? (
        <div className="pad">
          <Skeleton lines={5} label={t.loading} />
        </div>
      ) : share !== undefined && share.state !== 'making' ? (
        <Shared share={share} home={home} />
      ) : !isHere ? (
        <EmptyState title={t.gone}>{t.goneNote}</EmptyState>
      ) : offer.value?.demo ? (
        <EmptyState title={t.demo} />
      ) : isBeyond ? (
        <EmptyState title={mayNot} />
      ) : (
        <BeginSharing offerId={id} isInWorkspace={shared.value} />
      )}
    </DevicePage>
  )
}

function BeginSharing({ offerId, isInWorkspace }: { offerId: string; isInWorkspace: boolean }) {
  const t = useText(guestText)
  const d = useText(text)
  const relay = useRelayFacts()
  const applications = useApplications(offerId)
  const [contacts, setContacts] = useState(false)
  const [cvs, setCvs] = useState(false)
  const [typedUrl, setUrl] = useState<string | null>(null)
  const [admission, setAdmission] = useState('')
  const [asked, setAsked] = useState(false)
  const who = usePersonForm()
  const command = useCommand()
  const url = typedUrl ?? relay?.url ?? location.origin
  const address = relayAddress(url)
  const needsAdmission =
    admission !== '' || (command.failed?.type === 'RelayRefused' && command.failed.code === 'admission')
  const people = applications.state === 'ready' ? applications.value.filter(({ binnedAt }) => !binnedAt).length : 0
  const begin = async () => {
    setAsked(true)
    if (address === '' || !who.isWhole) return
    await who.keep()
    await command.run(() =>
      commands.shareOffer({
        offerId,
        contacts,
        cvs,
        relayUrl: address,
        person: who.person.trim(),
        deviceName: who.deviceName.trim(),
        ...(admission.trim() === '' ? {} : { admission: admission.trim() }),
      }),
    )
  }
  return (
    <>
      <Section title={t.head}>
        <p className="t-2 measure">{t.how}</p>
        <p className="t-2 measure">{people === 0 ? t.nobody : t.people(people)}</p>
      </Section>
      <WhatGuestsSee />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void begin()
        }}
      >
        <Section title={t.alsoHead}>
          <ShareChoices contacts={contacts} cvs={cvs} onContacts={setContacts} onCvs={setCvs} />
          <div className="dev-form">
            {(!isInWorkspace || !who.isWhole) && <PersonFields form={who} asked={asked} />}
            {!isInWorkspace && <RelayField url={url} onChange={setUrl} asked={asked} />}
            {needsAdmission && (
              <TextInput
                label={d.admission}
                value={admission}
                onChange={setAdmission}
                help={d.admissionHelp}
                error={admission.trim() === '' ? d.admissionMissing : undefined}
              />
            )}
            <span>
              <Button variant="first" big icon={UserRoundPlus} type="submit" working={command.working}>
                {t.open}
              </Button>
            </span>
            {command.failure !== '' && <p role="alert">{command.failure}</p>}
          </div>
        </Section>
      </form>
    </>
  )
}

function WhatGuestsSee() {
  const t = useText(guestText)
  return (
    <Section title={t.sees}>
      <Points lines={t.seesList} />
      <h3 className="t-head">{t.seesNot}</h3>
      <Points lines={t.seesNotList} />
      <p className="t-2 measure">{t.may}</p>
    </Section>
  )
}

interface Choices {
  contacts: boolean
  cvs: boolean
  onContacts: (on: boolean) => void
  onCvs: (on: boolean) => void
}

function ShareChoices({ contacts, cvs, onContacts, onCvs }: Choices) {
  const t = useText(guestText)
  return (
    <div className="stack g2">
      <Checkbox checked={contacts} onChange={onContacts}>
        <b className="t-m">{t.contacts}</b>, {t.contactsNote}
      </Checkbox>
      <Checkbox checked={cvs} onChange={onCvs}>
        <b className="t-m">{t.cvs}</b>, {t.cvsNote}
      </Checkbox>
    </div>
  )
}

function Shared({ share, home }: { share: OfferShare; home: string }) {
  const t = useText(guestText)
  const facts = useShareFacts(share.id)
  const inShare = commandsOfShare(share.id)
  const [search, setSearch] = useSearchParams()
  const inviting = useCommand()
  const shown = facts?.invitations.find(({ id }) => id === search.get('invitation'))
  const here = `${home}/invites`
  const invite = async () => {
    const made = await inviting.run(() => inShare.invite({ role: 'guest', offerId: share.offerId }))
    if (made) setSearch({ invitation: made.value.id }, { replace: true })
  }
  if (share.state === 'ending') {
    return (
      <>
        <EmptyState icon={Unplug} title={t.stopping}>
          {t.stoppingNote}
          <ShareStanding share={share} />
        </EmptyState>
      </>
    )
  }
  if (shown?.request === null) {
    return (
      <ShowCode
        invitation={shown}
        how={t.inviteHow}
        home={here}
        commands={inShare}
        onAgain={() => setSearch({}, { replace: true })}
      />
    )
  }
  if (shown) return <CompareWords invitation={shown} request={shown.request!} home={here} commands={inShare} />
  return (
    <>
      <Guests
        share={share}
        invite={
          <Button variant="first" icon={UserRoundPlus} working={inviting.working} onClick={() => void invite()}>
            {t.invite}
          </Button>
        }
        failure={inviting.failure}
      />
      <Choosing share={share} />
      <WhatGuestsSee />
      <Stopping share={share} />
    </>
  )
}

function Guests({ share, invite, failure }: { share: OfferShare; invite: React.ReactNode; failure: string }) {
  const t = useText(guestText)
  const d = useText(text)
  const language = useLanguage()
  const facts = useShareFacts(share.id)
  const inShare = commandsOfShare(share.id)
  const [revoking, setRevoking] = useState<Device | null>(null)
  const guests = guestsOf(facts)
  const former = facts?.devices.filter(({ isThis, revokedAt }) => !isThis && revokedAt !== undefined) ?? []
  const waiting = facts?.invitations.filter(({ request }) => request !== null) ?? []
  return (
    <>
      {facts?.status?.parting && <PartingSection parting={facts.status.parting} onGoOn={inShare.reconcile} />}
      <Section title={t.guests} {...(guests.length > 0 ? { aside: String(guests.length) } : {})}>
        <ShareStanding share={share} />
        <p className="t-sm t-3">{t.since(formatDate(language, share.since), share.by)}</p>
        <span>{invite}</span>
        {failure !== '' && <p role="alert">{failure}</p>}
        {waiting.map(({ id }) => (
          <p key={id} className="row wrap" role="status">
            <b className="t-m grow">{d.someoneWaits}</b>
            <LinkButton href={`/offres/${share.offerId}/invites?invitation=${id}`}>{d.openInvitation}</LinkButton>
          </p>
        ))}
        {guests.length === 0 && <p className="t-2">{t.noGuests}</p>}
        <ul className="dev-list">
          {guests.map((device) => (
            <DeviceRow
              key={device.id}
              device={device}
              actions={[{ type: 'revoke', onSelect: () => setRevoking(device) }]}
            />
          ))}
        </ul>
      </Section>
      {former.length > 0 && (
        <Section title={t.former} aside={String(former.length)}>
          <ul className="dev-list">
            {former.map((device) => (
              <DeviceRow key={device.id} device={device} actions={[]} />
            ))}
          </ul>
        </Section>
      )}
      {revoking && <RevokeDialog device={revoking} onRevoke={inShare.revokeDevice} onClose={() => setRevoking(null)} />}
    </>
  )
}

function Choosing({ share }: { share: OfferShare }) {
  const t = useText(guestText)
  const command = useCommand()
  const change = async (choice: Partial<Pick<OfferShare, 'contacts' | 'cvs'>>) => {
    const { contacts, cvs } = share
    if (await command.run(() => commands.changeShare(share.id, { contacts, cvs, ...choice })))
      toast({ text: t.changed })
  }
  return (
    <Section title={t.alsoHead}>
      <ShareChoices
        contacts={share.contacts}
        cvs={share.cvs}
        onContacts={(contacts) => void change({ contacts })}
        onCvs={(cvs) => void change({ cvs })}
      />
      <p className="t-sm t-3 measure">{command.failure || t.changedNote}</p>
    </Section>
  )
}

function Stopping({ share }: { share: OfferShare }) {
  const t = useText(guestText)
  const [isAsking, setIsAsking] = useState(false)
  const command = useCommand()
  return (
    <Section title={t.stopTitle}>
      <p className="t-2 measure">{t.stopNote}</p>
      <span>
        <Button variant="danger" icon={Unplug} onClick={() => setIsAsking(true)}>
          {t.stop}
        </Button>
      </span>
      {isAsking && (
        <TypedConfirm
          title={t.stopConfirm}
          word={t.stopWord}
          typing={t.stopTyping}
          verb={t.stop}
          working={command.working}
          failure={command.failure}
          onClose={() => setIsAsking(false)}
          onConfirm={() =>
            void command.run(() => commands.stopShare(share.id)).then((done) => done && toast({ text: t.stopped }))
          }
        >
          <p className="t-2">{t.stopNote}</p>
        </TypedConfirm>
      )}
    </Section>
  )
}
