import { Printer, UserRound } from 'lucide-react'
import { Link, useParams } from 'wouter'
import { offerToProfile } from '../model/profile.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Screen } from '../ui/Screen.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { useOffer } from '../offers/records.ts'
import { DecisionBar } from './DecisionBar.tsx'
import { ExplanationView } from './ExplanationView.tsx'
import './matching.css'
import { scoreWords } from './matchWords.ts'
import { retryMatching, useApplications, useCandidates, useExplanation } from './records.ts'
import { text } from './text.ts'

/** Why one person has that score for one offer, on a screen of its own. */
export function ExplanationScreen() {
  const t = useText(text)
  const language = useLanguage()
  const isPhone = useIsPhone()
  const { id = '', candidateId = '' } = useParams<{ id: string; candidateId: string }>()
  const read = useOffer(id)
  const candidates = useCandidates()
  const applications = useApplications(id)
  const offer = read.state === 'ready' && read.value?.binnedAt === undefined ? read.value : null
  const found = candidates.state === 'ready' ? candidates.value.get(candidateId) : undefined
  const record = found?.binnedAt === undefined ? found : undefined
  const explanation = useExplanation(offer ? offerToProfile(offer.id, offer.fields) : null, candidateId)
  const application =
    applications.state === 'ready'
      ? (applications.value.find(({ fields, binnedAt }) => !binnedAt && fields.candidateId === candidateId)?.fields ??
        null)
      : null
  const value = explanation.state === 'ready' ? explanation.value : null
  const title = value ? t.whyScore(scoreWords(language, value.score)) : t.why
  const ranking = `/offres/${id}`
  const body = () => {
    if (read.state === 'loading' || candidates.state === 'loading' || (offer && explanation.state === 'loading')) {
      return <Skeleton lines={8} label={t.why} />
    }
    if (!offer) {
      return (
        <ErrorState title={t.offerMissing} actions={<LinkButton href="/offres">{t.toOffers}</LinkButton>}>
          {t.offerMissingNote}
        </ErrorState>
      )
    }
    if (explanation.state === 'failed') {
      return (
        <ErrorState title={t.failedTitle} actions={<Button onClick={retryMatching}>{t.restart}</Button>}>
          {t.failedNote}
        </ErrorState>
      )
    }
    return (
      <ErrorState title={t.why} actions={<LinkButton href={ranking}>{t.toRanking}</LinkButton>}>
        {t.notHeld}
      </ErrorState>
    )
  }
  const content =
    offer && record && value ? (
      <>
        <ExplanationView
          offerId={offer.id}
          offer={offer.fields}
          record={record}
          application={application}
          explanation={value}
        />
        <div className="stickyband">
          <DecisionBar
            offer={offer}
            candidateId={candidateId}
            name={record.fields.fullName || t.nameless}
            application={application}
            match={value}
          />
        </div>
      </>
    ) : (
      <div className="pad">{body()}</div>
    )
  return (
    <Screen
      title={title}
      back={{ href: ranking, label: t.backToRanking }}
      above={
        <>
          <Link className="plain" href="/offres">
            {t.offers}
          </Link>
          <span>/</span>
          <Link className="plain cut" href={ranking}>
            {offer?.fields.title || t.untitledOffer}
          </Link>
        </>
      }
      actions={
        <>
          <LinkButton href={`/candidats/${candidateId}`} icon={UserRound}>
            {t.profile}
          </LinkButton>
          <Button icon={Printer} onClick={() => print()}>
            {t.printShort}
          </Button>
        </>
      }
      phoneActions={
        <>
          <Link className="tap" href={`/candidats/${candidateId}`} aria-label={t.profile}>
            <UserRound className="i l" aria-hidden="true" />
          </Link>
          <IconButton touch icon={Printer} name={t.print} onClick={() => print()} />
        </>
      }
    >
      {isPhone ? content : <div className="scroll grow explanation-page">{content}</div>}
    </Screen>
  )
}
