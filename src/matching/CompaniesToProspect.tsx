import { Link } from 'wouter'
import { formatNumber } from '../kit/format.ts'
import { offerToProfile } from '../model/profile.ts'
import { useOffers } from '../offers/records.ts'
import { useLanguage, useText } from '../ui/language.ts'
import { Score } from '../ui/Score.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { lidOf } from './ExplanationView.tsx'
import './matching.css'
import { prospectsOf } from './prospects.ts'
import { countStatuses } from './rankingView.ts'
import { useAllApplications, useOffersFor } from './records.ts'
import { sheetText } from './sheetText.ts'
import { text } from './text.ts'

const shown = 8

/** Companies that may want a person, by what they offered before or offer now. */
export function CompaniesToProspect({ candidateId }: { candidateId: string }) {
  const t = useText(sheetText)
  const words = useText(text)
  const language = useLanguage()
  const offers = useOffers()
  const applications = useAllApplications()
  const named =
    offers.state === 'ready'
      ? [...offers.value.values()].filter(({ fields, binnedAt }) => fields.company !== '' && binnedAt === undefined)
      : []
  const ranked = useOffersFor(
    candidateId,
    named.map(({ id, fields }) => offerToProfile(id, fields)),
  )
  const count = (number: number) => formatNumber(language, number)
  if (named.length === 0) return null
  const prospects =
    ranked.state === 'ready' && offers.state === 'ready' ? prospectsOf(ranked.value, offers.value, applications) : null
  return (
    <Section title={t.prospects}>
      <p className="t-2 measure">{t.prospectsNote}</p>
      {prospects === null ? (
        <Skeleton lines={3} label={words.loading} />
      ) : prospects.length === 0 ? (
        <p className="t-2">{t.prospectsNone}</p>
      ) : (
        <ul className="suits">
          {prospects.slice(0, shown).map(({ company, best, offerTitle, isOpen, fitting, placed }) => {
            const { met } = countStatuses(best)
            const facts = [
              offerTitle,
              isOpen ? t.openNow : t.pastOffer,
              best.requirements.length > 0 && t.shown(count(met), count(best.requirements.length)),
              fitting > 1 && t.prospectOffers(count(fitting), false),
              placed > 0 && t.placedThere(count(placed), placed === 1),
            ].filter(Boolean)
            return (
              <li key={best.offerId}>
                <Score value={best.score} low={best.low} high={best.high} capped={lidOf(best)} />
                <span className="grow">
                  <Link className="who cut" href={`/offres/${best.offerId}/candidats/${candidateId}`}>
                    {company}
                  </Link>
                  <span className="t-sm t-3 suit-facts">{facts.join(', ')}</span>
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
