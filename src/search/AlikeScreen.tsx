import { UsersRound } from 'lucide-react'
import { Link } from 'wouter'
import { formatNumber, plural } from '../kit/format.ts'
import type { SearchAnswer } from '../model/searchQuery.ts'
import { retryMatching, type Shown, useAlike } from '../matching/records.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Screen } from '../ui/Screen.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useCandidateMap, useOfferMap } from './records.ts'
import { type Records, ResultRow } from './ResultList.tsx'
import './search.css'
import { text } from './text.ts'

/** The nearest ones a person would go through. */
const alikeMost = 40

/** People whose careers are near to one's, or offers near to one. */
export function AlikeScreen({ id, among }: { id: string; among: 'candidates' | 'offers' }) {
  const t = useText(text)
  const people = useCandidateMap()
  const offers = useOfferMap()
  const isOffers = among === 'offers'
  const offer = offers?.get(id)
  const answer = useAlike(among, id, alikeMost)
  const record = isOffers ? offer : people?.get(id)
  const isKnown = people !== null && offers !== null
  const name = isOffers ? (offer?.fields.title ?? '') : (people?.get(id)?.fields.fullName ?? '')
  const title = isOffers ? t.alikeOfferOf(name || t.untitled) : t.alikeOf(name || t.nameless)
  const href = isOffers ? `/offres/${id}` : `/candidats/${id}`
  return (
    <Screen
      title={record ? title : t.title}
      back={{ href: record ? href : '/recherche', label: name || t.title }}
      above={
        <>
          <Link className="plain" href="/recherche">
            {t.title}
          </Link>
          {record && (
            <>
              <span>/</span>
              <Link className="plain cut" href={href}>
                {name || (isOffers ? t.untitled : t.nameless)}
              </Link>
            </>
          )}
        </>
      }
    >
      <div className="scroll grow" tabIndex={0} role="region" aria-label={t.results}>
        <div style={{ maxInlineSize: '56rem' }}>
          {isKnown && !record ? (
            <div className="pad">
              <EmptyState title={t.alikeMissing} actions={<LinkButton href="/recherche">{t.backToSearch}</LinkButton>}>
                {t.alikeMissingNote}
              </EmptyState>
            </div>
          ) : !people || !offers ? (
            <div className="pad">
              <Skeleton lines={5} label={t.loading} />
            </div>
          ) : (
            <Likes id={id} among={among} answer={answer} records={{ people, offers }} />
          )}
        </div>
      </div>
    </Screen>
  )
}

interface LikesProps {
  id: string
  among: 'candidates' | 'offers'
  answer: Shown<SearchAnswer>
  records: Records
}

function Likes({ id, among, answer, records }: LikesProps) {
  const t = useText(text)
  const language = useLanguage()
  if (answer.state === 'failed') {
    return (
      <div className="pad">
        <ErrorState title={t.failed} actions={<Button onClick={retryMatching}>{t.restart}</Button>}>
          {t.failedNote}
        </ErrorState>
      </div>
    )
  }
  if (answer.state === 'loading') {
    return (
      <div className="pad">
        <Skeleton lines={5} label={t.loading} />
      </div>
    )
  }
  const rows = answer.value.found.filter((row) => row.id !== id)
  if (rows.length === 0) {
    return (
      <div className="pad">
        <EmptyState icon={UsersRound} title={among === 'offers' ? t.alikeOfferNone : t.alikeNone}>
          {among === 'offers' ? t.alikeOfferNoneNote : t.alikeNoneNote}
        </EmptyState>
      </div>
    )
  }
  const count = `${formatNumber(language, rows.length)} ${plural(language, rows.length, among === 'offers' ? t.offerForms : t.candidateForms)}` // prettier-ignore
  return (
    <>
      <p className="search-status t-sm t-3" role="status">
        {among === 'offers' ? count : t.alikeCount(count)}
      </p>
      <ul className="plist rule" aria-label={t.results}>
        {rows.map((row) => (
          <ResultRow key={row.id} row={row} among={among} records={records} likeness />
        ))}
      </ul>
    </>
  )
}
