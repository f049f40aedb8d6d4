import { Link } from 'wouter'
import { useOffer } from '../offers/records.ts'
import type { OfferShare } from '../sync/face.ts'
import { useText } from '../ui/language.ts'
import { Section } from '../ui/Section.tsx'
import { DeviceRow } from './DeviceRow.tsx'
import { guestText } from './guestText.ts'
import { guestsOf, useOfferShares, useShareFacts } from './records.ts'
import { ShareStanding } from './ShareStanding.tsx'

/** The guests that this device lets see an offer, offer by offer. Nothing when there are none. */
export function OffersWithGuests() {
  const t = useText(guestText)
  const shares = useOfferShares()
  const shown = shares.state === 'ready' ? shares.value.filter(({ state }) => state !== 'making') : []
  if (shown.length === 0) return null
  return (
    <Section title={t.asGuests}>
      <p className="t-sm t-3">{t.asGuestsNote}</p>
      {shown.map((share) => (
        <OfferWithGuests key={share.id} share={share} />
      ))}
    </Section>
  )
}

function OfferWithGuests({ share }: { share: OfferShare }) {
  const t = useText(guestText)
  const offer = useOffer(share.offerId)
  const guests = guestsOf(useShareFacts(share.id))
  const title = offer.state === 'ready' ? offer.value?.fields.title : ''
  return (
    <div className="stack g1">
      <h3 className="t-head">
        <Link href={`/offres/${share.offerId}/invites`}>{title || t.someOffer}</Link>
      </h3>
      <ShareStanding share={share} />
      {guests.length === 0 && <p className="t-2">{t.noGuests}</p>}
      <ul className="dev-list">
        {guests.map((device) => (
          <DeviceRow key={device.id} device={device} actions={[]} />
        ))}
      </ul>
    </div>
  )
}
