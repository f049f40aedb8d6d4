import { useState } from 'react'
import { Link } from 'wouter'
import { formatNumber } from '../kit/format.ts'
import { offerToProfile } from '../model/profile.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Score } from '../ui/Score.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { useOffers } from '../offers/records.ts'
import { lidOf, requirementName } from './ExplanationView.tsx'
import './matching.css'
import { capWords, rangeWords } from './matchWords.ts'
import { retryMatching, useOffersFor } from './records.ts'
import { text } from './text.ts'

/** How many are shown before the rest is asked for; fewer on a phone, where the profile comes below. */
const shownAtFirst = { wide: 10, phone: 5 }

/** Open offers ranked for one person, each leading to its explanation. */
export function OffersThatSuit({ candidateId }: { candidateId: string }) {
  const t = useText(text)
  const language = useLanguage()
  const isPhone = useIsPhone()
  const offers = useOffers()
  const [showsAll, setShowsAll] = useState(false)
  const open =
    offers.state === 'ready'
      ? [...offers.value.values()].filter(({ fields, binnedAt }) => fields.status === 'open' && binnedAt === undefined)
      : []
  const ranked = useOffersFor(
    candidateId,
    open.map(({ id, fields }) => offerToProfile(id, fields)),
  )
  const offerOf = new Map(open.map((offer) => [offer.id, offer.fields]))
  const matches = ranked.state === 'ready' ? ranked.value.filter(({ offerId }) => offerOf.has(offerId)) : []
  const shown = showsAll ? matches : matches.slice(0, isPhone ? shownAtFirst.phone : shownAtFirst.wide)
  const body = () => {
    if (offers.state === 'ready' && open.length === 0) {
      return (
        <div className="row wrap g3">
          <span className="t-2">{t.suitsNone}</span>
          <LinkButton href="/offres/nouvelle">{t.suitsNew}</LinkButton>
        </div>
      )
    }
    if (ranked.state === 'failed') {
      return (
        <div className="row wrap g3">
          <span className="t-2">{t.failedTitle}</span>
          <Button onClick={retryMatching}>{t.restart}</Button>
        </div>
      )
    }
    if (ranked.state === 'loading') return <Skeleton lines={3} label={t.loading} />
    return (
      <>
        <ul className="suits">
          {shown.map((match) => {
            const offer = offerOf.get(match.offerId)!
            const title = offer.title || t.untitledOffer
            const capped = capWords(language, match, (id) => requirementName(offer, id))
            const facts = [
              capped === '' ? rangeWords(language, match) : '',
              offer.company,
              offer.city,
              match.km === null ? '' : t.km(formatNumber(language, Math.round(match.km))),
            ].filter((fact) => fact !== '')
            return (
              <li key={match.offerId}>
                <Score value={match.score} low={match.low} high={match.high} capped={lidOf(match)} />
                <span className="grow">
                  <Link
                    className="who cut"
                    href={`/offres/${match.offerId}/candidats/${candidateId}`}
                    aria-label={t.suitsWhy(title)}
                  >
                    {title}
                  </Link>
                  <span className={capped === '' ? 't-sm t-3 cut suit-facts' : 't-sm bad-word cut suit-facts'}>
                    {capped === '' ? facts.join(', ') : capped}
                  </span>
                </span>
              </li>
            )
          })}
        </ul>
        {matches.length > shown.length && (
          <div className="row">
            <Button variant="bare" onClick={() => setShowsAll(true)}>
              {t.suitsMore(formatNumber(language, matches.length - shown.length), matches.length - shown.length === 1)}
            </Button>
          </div>
        )}
      </>
    )
  }
  return <Section title={t.suits}>{body()}</Section>
}
