import { useLocation } from 'wouter'
import { applyReading, readingToMarks } from '../offers/advert.ts'
import { AdvertPane } from '../offers/AdvertPane.tsx'
import { newId, type OfferDraft, saveOffer } from '../offers/records.ts'
import { emptyOffer } from '../model/offer.ts'
import { type AdvertPaneProps, AdvertSearchScreen } from '../search/AdvertSearchScreen.tsx'

/** Candidates ranked for an advert that is no offer: the offers room lends how an advert is taken and understood. */
export function AdvertSearchRoute() {
  return (
    <AdvertSearchScreen
      pane={Pane}
      draftOf={(advert, reading) =>
        applyReading({ fields: { ...emptyOffer(), status: 'draft' }, about: {} }, advert, reading, newId)
      }
      makeOffer={async (draft: OfferDraft) => {
        const id = newId()
        const done = await saveOffer(id, null, draft)
        return done.ok ? id : null
      }}
    />
  )
}

function Pane({ advert, reading, working, onAdvert }: AdvertPaneProps) {
  const [, navigate] = useLocation()
  return (
    <AdvertPane
      advert={advert}
      marks={reading ? readingToMarks(reading) : []}
      working={working}
      onAdvert={onAdvert}
      onForm={() => navigate('/offres/nouvelle')}
    />
  )
}
