import { Eye } from 'lucide-react'
import type { OfferShare } from '../sync/face.ts'
import { LinkButton } from '../ui/Button.tsx'
import { useText } from '../ui/language.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { guestText } from './guestText.ts'
import { guestsOf, useOfferShares, useShareFacts } from './records.ts'

/** On the offer: that it is shared, with how many, and the way there. */
export function OfferSharedMark({ offerId }: { offerId: string }) {
  const shares = useOfferShares()
  const share = shares.state === 'ready' ? shares.value.find((one) => one.offerId === offerId) : undefined
  return share === undefined || share.state === 'making' ? null : <SharedMark share={share} />
}

function SharedMark({ share }: { share: OfferShare }) {
  const t = useText(guestText)
  const guests = guestsOf(useShareFacts(share.id)).length
  const isPhone = useIsPhone()
  const mark = (
    <LinkButton href={`/offres/${share.offerId}/invites`} variant="bare" icon={Eye}>
      {guests === 0 ? t.shared : t.sharedWith(guests)}
    </LinkButton>
  )
  return isPhone ? <p className="pad">{mark}</p> : mark
}
