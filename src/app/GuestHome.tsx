import { useState } from 'react'
import { Link } from 'wouter'
import { lastMove, moveApplication, useApplications, useCandidates } from '../matching/records.ts'
import { RejectDialog } from '../matching/RejectDialog.tsx'
import { sharedWords } from '../matching/sharedWords.ts'
import { stages, type Stage } from '../model/application.ts'
import type { Stored } from '../model/record.ts'
import { offerFacts, titleOf } from '../offers/offerWords.ts'
import { undo, useOffers } from '../offers/records.ts'
import { LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Screen } from '../ui/Screen.tsx'
import { Section } from '../ui/Section.tsx'
import { Select } from '../ui/Select.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { toast } from '../ui/toast.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import './home.css'
import { guestHomeText } from './guestHomeText.ts'

/** What a guest of one offer is here for: its people, where each stands, and a word about them. */
export function GuestHome() {
  const t = useText(guestHomeText)
  const isPhone = useIsPhone()
  const offers = useOffers()
  const shown = offers.state === 'ready' ? [...offers.value.values()].filter(({ binnedAt }) => !binnedAt) : []
  return (
    <Screen title={t.title}>
      <div className={isPhone ? '' : 'scroll grow'}>
        {offers.state === 'loading' && <Skeleton lines={5} label={t.loading} />}
        {offers.state === 'ready' && shown.length === 0 && <EmptyState title={t.nothing}>{t.nothingNote}</EmptyState>}
        {shown.map((offer) => (
          <SharedOffer key={offer.id} offer={offer} />
        ))}
      </div>
    </Screen>
  )
}

function SharedOffer({ offer }: { offer: Stored<'offer'> }) {
  const t = useText(guestHomeText)
  const language = useLanguage()
  const applications = useApplications(offer.id)
  const candidates = useCandidates()
  const people =
    applications.state === 'ready' && candidates.state === 'ready'
      ? applications.value.flatMap((application) => {
          const person = candidates.value.get(application.fields.candidateId)
          const isHere = person !== undefined && !person.binnedAt && !application.binnedAt
          return isHere ? [{ application, person }] : []
        })
      : []
  return (
    <Section
      title={titleOf(language, offer.fields)}
      actions={<LinkButton href={`/offres/${offer.id}?onglet=annonce`}>{t.advert}</LinkButton>}
    >
      <p className="t-2">{offerFacts(language, offer.fields).join(' · ')}</p>
      <p className="t-2 measure">{people.length === 0 ? t.nobody : t.how}</p>
      <ul className="home-list">
        {people
          .toSorted((a, b) => a.person.fields.fullName.localeCompare(b.person.fields.fullName))
          .map(({ application, person }) => (
            <Person key={application.id} application={application} person={person} />
          ))}
      </ul>
    </Section>
  )
}

function Person({ application, person }: { application: Stored<'application'>; person: Stored<'candidate'> }) {
  const t = useText(guestHomeText)
  const words = useText(sharedWords)
  const [isRejecting, setIsRejecting] = useState(false)
  const { candidateId, offerId, stage } = application.fields
  const name = person.fields.fullName || t.nameless
  const move = async (to: Stage, reason: string) => {
    const done = await moveApplication({ offerId, candidateId, stage: to, reason, score: null })
    if (!done.ok) return toast({ text: t.notKept })
    const { transaction } = done.value
    toast({ text: t.moved(name, words.stages[to]), undo: () => void undo(transaction) })
  }
  const last = lastMove(application.fields)
  return (
    <li className="home-row guest-row">
      <span className="grow">
        <Link className="plain t-m" href={`/candidats/${person.id}`}>
          {name}
        </Link>
        <span className="t-sm t-3">{[person.fields.headline, person.fields.city].filter(Boolean).join(', ')}</span>
        {last !== null && last.by !== '' && (
          <span className="t-sm t-3">{t.movedBy(words.stages[last.stage], last.by)}</span>
        )}
      </span>
      <Select
        label={<span className="sr">{t.stageOf(name)}</span>}
        value={stage}
        onChange={(to) => (to === 'rejected' ? setIsRejecting(true) : to !== stage && void move(to, ''))}
        options={stages.map((value) => ({ value, label: words.stages[value] }))}
      />
      <LinkButton href={`/candidats/${person.id}?onglet=echanges`}>{t.comment}</LinkButton>
      <RejectDialog
        open={isRejecting}
        name={name}
        missing={[]}
        onReject={(reason) => void move('rejected', reason)}
        onClose={() => setIsRejecting(false)}
      />
    </li>
  )
}
