import { Link } from 'wouter'
import { formatNumber } from '../kit/format.ts'
import { monthsOfExperience } from '../model/career.ts'
import { offerToProfile } from '../model/profile.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Score } from '../ui/Score.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { retryMatching, useCandidates, useRanking } from '../matching/records.ts'
import type { OfferDraft } from './records.ts'
import { text } from './text.ts'

/** How many are shown beside the form. */
const shown = 5
/** The ranking follows typing after this pause. */
const pauseMs = 150

/** Who would come first with the offer as it stands, live. */
export function FirstCandidates({ id, draft, asOf }: { id: string; draft: OfferDraft; asOf: string }) {
  const t = useText(text)
  const language = useLanguage()
  const candidates = useCandidates()
  const ranking = useRanking(offerToProfile(id, draft.fields), pauseMs)
  const people = candidates.state === 'ready' ? candidates.value : null
  const first =
    ranking.state === 'ready'
      ? ranking.value.matches.flatMap((match) => {
          const candidate = people?.get(match.candidateId)
          return candidate && !candidate.binnedAt ? [{ match, candidate: candidate.fields }] : []
        })
      : []
  return (
    <Section
      title={t.firstCandidates}
      actions={
        ranking.state === 'ready' && (
          <span className="t-sm t-3 num">{t.ms(formatNumber(language, Math.round(ranking.value.ms)))}</span>
        )
      }
    >
      {ranking.state === 'loading' && <Skeleton lines={3} label={t.ranking} />}
      {ranking.state === 'failed' && (
        <div className="row wrap">
          <span className="t-2">{t.rankingFailed}</span>
          <Button onClick={retryMatching}>{t.restart}</Button>
        </div>
      )}
      {ranking.state === 'ready' && first.length === 0 && (
        <div className="stack g3">
          <p className="t-2">{t.noCandidates}</p>
          <LinkButton href="/imports">{t.importCvs}</LinkButton>
        </div>
      )}
      <ul>
        {first.slice(0, shown).map(({ match, candidate }) => {
          const months = monthsOfExperience(candidate.experiences, asOf)
          const years = months === null ? 0 : Math.floor(months / 12)
          const facts = [candidate.city, years > 0 ? t.years(formatNumber(language, years), years < 2) : '']
          const capped = match.cappedBy === null ? null : draft.fields.requirements[match.cappedBy]
          return (
            <li key={match.candidateId} className="row g3 first-candidate">
              <Score
                value={match.score}
                low={match.low}
                high={match.high}
                capped={match.cappedBy === null ? undefined : 30}
              />
              <Link className="plain t-m cut" href={`/candidats/${match.candidateId}`}>
                {candidate.fullName}
              </Link>
              {capped ? (
                <span className="end t-sm brick cut">{`${t.cappedShort}, ${capped.text}`}</span>
              ) : (
                <span className="end t-sm t-3 nowrap">{facts.filter((fact) => fact !== '').join(', ')}</span>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
