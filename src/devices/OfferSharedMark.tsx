import { Eye } from 'lucide-react'
import type { ReactNode } from 'react'
import type { OfferShare } from '../sync/face.ts'
import { LinkButton } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { useText } from '../ui/language.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { guestText } from './guestText.ts'
import { guestsOf, useOfferShares, useShareFacts, useSharer } from './records.ts'

/** On the offer: that it is shared, with how many, and the way there; on other devices of the workspace, by whom. */
export function OfferSharedMark({ offerId }: { offerId: string }) {
  const t = useText(guestText)
  const shares = useOfferShares()
  const sharer = useSharer(offerId)
  if (shares.state !== 'ready') return null
  const share = shares.value.find((one) => one.offerId === offerId)
  if (share !== undefined) return share.state === 'making' ? null : <OwnMark share={share} />
  if (sharer === null) return null
  return (
    <Mark>
      <Chip tone="line" icon={Eye}>
        {t.sharedBy(sharer)}
      </Chip>
    </Mark>
  )
}

function OwnMark({ share }: { share: OfferShare }) {
  const t = useText(guestText)
  const guests = guestsOf(useShareFacts(share.id)).length
  return (
    <Mark>
      <LinkButton href={`/offres/${share.offerId}/invites`} variant="bare" icon={Eye}>
        {guests === 0 ? t.shared : t.sharedWith(guests)}
      </LinkButton>
    </Mark>
  )
}

function Mark({ children }: { children: ReactNode }) {
  return useIsPhone() ? <p className="pad">{children}</p> : children
}
