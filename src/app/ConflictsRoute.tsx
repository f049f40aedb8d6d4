import { Link } from 'wouter'
import { useCandidate } from '../candidates/records.ts'
import { ConflictsScreen } from '../devices/ConflictsScreen.tsx'
import { useApplication } from '../matching/records.ts'
import { useOffer } from '../offers/records.ts'
import { useLanguage, useText } from '../ui/language.ts'
import { conflictWords } from './conflictWords.ts'
import { text } from './text.ts'

/** Values changed on two devices, in the words of the rooms they belong to. */
export function ConflictsRoute() {
  const language = useLanguage()
  const words = useText(text)
  return (
    <ConflictsScreen
      words={conflictWords(language)}
      nameOf={({ kind, recordId }) =>
        kind === 'candidate' ? (
          <CandidateName id={recordId} />
        ) : kind === 'offer' ? (
          <OfferName id={recordId} />
        ) : kind === 'application' ? (
          <PlaceName id={recordId} />
        ) : kind === 'setting' ? (
          words.teamSetting
        ) : (
          words.otherRecord
        )
      }
    />
  )
}

function CandidateName({ id }: { id: string }) {
  const words = useText(text)
  const live = useCandidate(id)
  const name = live.state === 'ready' ? (live.value?.fields.fullName ?? '') : ''
  return <Link href={`/candidats/${id}`}>{name || words.nameless}</Link>
}

function OfferName({ id }: { id: string }) {
  const words = useText(text)
  const live = useOffer(id)
  const title = live.state === 'ready' ? (live.value?.fields.title ?? '') : ''
  return <Link href={`/offres/${id}`}>{title || words.untitled}</Link>
}

/** Where a person stands in an offer. */
function PlaceName({ id }: { id: string }) {
  const words = useText(text)
  const application = useApplication(id)
  const fields = application.state === 'ready' ? application.value?.fields : undefined
  const { candidateId, offerId } = fields ?? { candidateId: '', offerId: '' }
  const person = useCandidate(candidateId)
  const offer = useOffer(offerId)
  const name = person.state === 'ready' ? (person.value?.fields.fullName ?? '') : ''
  const title = offer.state === 'ready' ? (offer.value?.fields.title ?? '') : ''
  return (
    <Link href={`/offres/${offerId}/candidats/${candidateId}`}>
      {words.placedIn(name || words.nameless, title || words.untitled)}
    </Link>
  )
}
