import { useState } from 'react'
import { Link } from 'wouter'
import { formatDate, formatNumber } from '../kit/format.ts'
import { useOffers } from '../offers/records.ts'
import { Button } from '../ui/Button.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Section } from '../ui/Section.tsx'
import './matching.css'
import { placementsOf } from './placements.ts'
import { useAllApplications } from './records.ts'
import { sheetText } from './sheetText.ts'
import { text } from './text.ts'

/** How many are shown before the rest is asked for. */
const shownAtFirst = 10

/** Where a person was placed, the latest first: what one must know before proposing them. Nothing while there is none. */
export function Placements({ candidateId }: { candidateId: string }) {
  const t = useText(sheetText)
  const words = useText(text)
  const language = useLanguage()
  const offers = useOffers()
  const applications = useAllApplications()
  const [showsAll, setShowsAll] = useState(false)
  const placements = offers.state === 'ready' ? placementsOf(candidateId, applications, offers.value) : []
  if (placements.length === 0) return null
  const shown = showsAll ? placements : placements.slice(0, shownAtFirst)
  return (
    <Section title={t.placements}>
      <ul className="suits">
        {shown.map(({ offerId, title, company, at }) => (
          <li key={offerId}>
            <span className="grow">
              <Link className="who cut" href={`/offres/${offerId}`}>
                {title || words.untitledOffer}
              </Link>
              <span className="t-sm t-3 cut suit-facts">
                {[company, at === null ? '' : formatDate(language, at)].filter(Boolean).join(', ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {placements.length > shown.length && (
        <div className="row">
          <Button variant="bare" onClick={() => setShowsAll(true)}>
            {t.placementsAll(formatNumber(language, placements.length))}
          </Button>
        </div>
      )}
    </Section>
  )
}
