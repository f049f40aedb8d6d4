import { FilePlus2, Users } from 'lucide-react'
import { type ComponentType, useCallback, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { create } from 'zustand'
import { readAdvert } from '../../workers/matching/client.ts'
import { formatNumber, plural } from '../kit/format.ts'
import { inOrder } from '../model/candidate.ts'
import { dealbreakerCap, type Match, shownScore } from '../model/match.ts'
import type { AdvertReading, Offer } from '../model/offer.ts'
import { offerToProfile } from '../model/profile.ts'
import type { About, Stored } from '../model/record.ts'
import { retryMatching, useRanking } from '../matching/records.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Columns } from '../ui/Columns.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Marked } from '../ui/Marked.tsx'
import { RequirementMark } from '../ui/RequirementMark.tsx'
import { Score } from '../ui/Score.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { toast } from '../ui/toast.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { newId, useCandidateMap } from './records.ts'
import './search.css'
import { text } from './text.ts'

/** An offer that is not stored: what was read of an advert. */
interface Draft {
  fields: Offer
  about: About
}

/** What the pane that takes the advert is given. */
export interface AdvertPaneProps {
  advert: string
  reading: AdvertReading | null
  working: boolean
  onAdvert: (advert: string) => void
}

interface AdvertSearchScreenProps {
  /** Takes an advert pasted, dropped or chosen, and shows what was understood. */
  pane: ComponentType<AdvertPaneProps>
  draftOf: (advert: string, reading: AdvertReading) => Draft
  /** Keeps the advert as an offer; gives its id, null when nothing was written. */
  makeOffer: (draft: Draft) => Promise<string | null>
}

interface Held {
  id: string
  advert: string
  reading: AdvertReading | null
  draft: Draft | null
}

/** The advert in hand, for as long as the tab lives: a look at a candidate and back loses nothing, the disk knows nothing. */
const useHeld = create<Held>()(() => ({ id: '', advert: '', reading: null, draft: null }))

/** Rows drawn at once; the next ones on demand. */
const shownAtOnce = 40
/** What a candidate of whom nothing speaks for or against would have: above it, something speaks for them. */
const matchedFrom = 50

/** Everyone ranked for an advert, without making an offer of it (T039). */
export function AdvertSearchScreen({ pane: Pane, draftOf, makeOffer }: AdvertSearchScreenProps) {
  const t = useText(text)
  const isPhone = useIsPhone()
  const [, navigate] = useLocation()
  const { id, advert, reading, draft } = useHeld()
  const [working, setWorking] = useState(false)
  const [unread, setUnread] = useState(false)
  const wanted = useRef(advert)
  const latest = useRef(draftOf)
  useEffect(() => {
    latest.current = draftOf
  })

  const takeAdvert = useCallback((next: string) => {
    wanted.current = next
    useHeld.setState({ advert: next })
    setWorking(true)
    void readAdvert(next)
      .catch(() => null)
      .then((read) => {
        // A later wording is being read already.
        if (wanted.current !== next) return
        setWorking(false)
        setUnread(read === null)
        if (read) useHeld.setState({ id: newId(), reading: read, draft: latest.current(next, read) })
      })
  }, [])

  const keep = async () => {
    if (!draft) return
    const made = await makeOffer(draft)
    if (made === null) toast({ text: t.failures.StoreClosed })
    else navigate(`/offres/nouvelle?offre=${made}`)
  }
  const isHere = advert.trim() !== '' && draft !== null
  const keepButton = isHere && (
    <Button variant="first" icon={FilePlus2} changes="offer" onClick={() => void keep()}>
      {t.makeOffer}
    </Button>
  )
  const ranked = isHere ? (
    <AdvertRanking id={id} draft={draft} keep={isPhone ? keepButton : null} />
  ) : (
    <div className="pad">
      <EmptyState icon={Users} title={t.advertEmpty}>
        {t.advertEmptyNote}
      </EmptyState>
    </div>
  )
  const shownPane = <Pane advert={advert} reading={reading} working={working} onAdvert={takeAdvert} />
  return (
    <Screen
      title={t.advertTitle}
      back={{ href: '/recherche', label: t.title }}
      above={
        <>
          <Link className="plain" href="/recherche">
            {t.title}
          </Link>
          <span>/</span>
          <span>{t.fromAdvert}</span>
        </>
      }
      actions={keepButton}
    >
      {unread && <Banner kind="doubt">{t.advertUnread}</Banner>}
      {isPhone ? (
        <>
          {shownPane}
          {ranked}
        </>
      ) : (
        <Columns widths="minmax(0,1fr) minmax(0,1.1fr)">
          {shownPane}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a column that scrolls must be reachable by keys */}
          <div role="region" aria-label={t.results} tabIndex={0}>
            {ranked}
          </div>
        </Columns>
      )}
    </Screen>
  )
}

function AdvertRanking({ id, draft, keep }: { id: string; draft: Draft; keep: React.ReactNode }) {
  const t = useText(text)
  const language = useLanguage()
  const people = useCandidateMap()
  const ranking = useRanking(offerToProfile(id, draft.fields))
  const [shown, setShown] = useState({ id, count: shownAtOnce })
  const count = shown.id === id ? shown.count : shownAtOnce
  const requirements = inOrder(draft.fields.requirements)
  if (ranking.state === 'failed') {
    return (
      <div className="pad">
        <ErrorState title={t.failed} actions={<Button onClick={retryMatching}>{t.restart}</Button>}>
          {t.failedNote}
        </ErrorState>
      </div>
    )
  }
  if (ranking.state === 'loading' || people === null) {
    return (
      <div className="pad">
        <Skeleton lines={5} label={t.loading} />
      </div>
    )
  }
  const rows = ranking.value.matches.flatMap((match) => {
    const record = people.get(match.candidateId)
    return record && record.binnedAt === undefined ? [{ match, record }] : []
  })
  const matched = rows.filter(({ match }) => match.cappedBy === null && shownScore(match.score) > matchedFrom).length
  const figure = (n: number) => formatNumber(language, n)
  return (
    <>
      <Section
        title={draft.fields.title || t.untitled}
        aside={`${figure(requirements.length)} ${plural(language, requirements.length, t.requirementForms)}`}
      >
        <div className="row wrap g1">
          {requirements.map(([requirementId, { text: words, need }]) => (
            <Chip key={requirementId} tone={need === 'dealbreaker' ? 'brick' : need === 'must' ? 'water' : 'line'}>
              {words}
            </Chip>
          ))}
        </div>
        {keep && <div>{keep}</div>}
      </Section>
      <p className="search-status t-sm t-3" role="status">
        {t.analysed(
          `${figure(rows.length)} ${plural(language, rows.length, t.candidateForms)}`,
          figure(matched),
          figure(Math.max(1, Math.round(ranking.value.ms))),
        )}
      </p>
      {rows.length === 0 ? (
        <div className="pad">
          <EmptyState title={t.noPool} actions={<LinkButton href="/imports">{t.importCvs}</LinkButton>}>
            {t.noPoolNote}
          </EmptyState>
        </div>
      ) : (
        <ul className="plist rule" aria-label={t.results}>
          {rows.slice(0, count).map(({ match, record }) => (
            <RankedRow key={match.candidateId} match={match} record={record} offer={draft.fields} />
          ))}
        </ul>
      )}
      {rows.length > count && (
        <div className="pad">
          <Button onClick={() => setShown({ id, count: count + shownAtOnce })}>
            {t.showMore(figure(Math.min(shownAtOnce, rows.length - count)))}
          </Button>
        </div>
      )}
    </>
  )
}

/** One person: the score, what speaks for them in the CV's own words, and what is missing. */
function RankedRow({ match, record, offer }: { match: Match; record: Stored<'candidate'>; offer: Offer }) {
  const t = useText(text)
  const [isOpen, setIsOpen] = useState(false)
  const { fields } = record
  const nameOf = (id: string) => offer.requirements[id]?.text ?? offer.title
  const met = match.requirements.filter(({ status }) => status === 'met' || status === 'partly')
  const best = met.find(({ quote }) => quote !== '')
  const cap = match.cappedBy === null ? '' : t.cappedBy(String(dealbreakerCap), nameOf(match.cappedBy))
  return (
    <li className="search-ranked">
      <Score
        value={match.score}
        low={match.low}
        high={match.high}
        capped={match.cappedBy === null ? undefined : dealbreakerCap}
      />
      <div className="grow stack g1" style={{ minInlineSize: 0 }}>
        <div className="row">
          <Link className="t-m grow cut plain" href={`/candidats/${record.id}`}>
            {fields.fullName || t.nameless}
          </Link>
          <span className="row g1">
            {match.requirements.map(({ id, status }) => (
              <RequirementMark key={id} compact state={status} requirement={nameOf(id)} />
            ))}
          </span>
        </div>
        <span className="t-sm t-3 cut">{[fields.headline, fields.city].filter(Boolean).join(', ') || '\u00A0'}</span>
        {cap !== '' && <span className="t-sm bad-word">{cap}</span>}
        {!isOpen && best && (
          <span className="quote line-clamp-2" dir="auto">
            <Marked text={best.quote} ranges={best.marks} />
          </span>
        )}
        {isOpen && (
          <ul className="search-why">
            {match.requirements.map(({ id, status, quote, marks }) => (
              <li key={id}>
                <span className="row wrap">
                  <RequirementMark state={status} /> <span>{nameOf(id)}</span>
                </span>
                {quote !== '' && (
                  <span className="quote" dir="auto">
                    <Marked text={quote} ranges={marks} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
        {match.requirements.length > 0 && (
          <span>
            <Button variant="bare" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
              {isOpen ? t.hideWhy : t.showWhy}
            </Button>
          </span>
        )}
      </div>
    </li>
  )
}
