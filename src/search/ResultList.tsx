import { UsersRound } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { formatDay, formatNumber, formatPercent, formatRelativeDay } from '../kit/format.ts'
import { availabilityOf } from '../model/availability.ts'
import type { Stored } from '../model/record.ts'
import type { FoundRow, SearchOptions, SearchQuery } from '../model/searchQuery.ts'
import { useFound } from '../matching/records.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Marked } from '../ui/Marked.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { writeAddress, readAddress } from './searchAddress.ts'
import { text } from './text.ts'
import { today } from './useSearch.ts'

/** Rows asked of the engine at a time: what a screen shows twice over. */
export const pageSize = 40
/** A page not yet in sight takes about this much room a row. */
const rowPx = 84

export interface Records {
  people: ReadonlyMap<string, Stored<'candidate'>>
  offers: ReadonlyMap<string, Stored<'offer'>>
}

interface ResultPageProps {
  among: 'candidates' | 'offers'
  query: SearchQuery
  options: SearchOptions
  /** How many the query finds in all. */
  total: number
  records: Records
  /** Shows how each row comes to its place; `alpha` is the share of meaning. */
  expert: boolean
  onOpen: () => void
}

/** One page of results, asked when it comes near to sight: thousands are listed without being drawn. */
export function ResultPage({ among, query, options, total, records, expert, onOpen }: ResultPageProps) {
  const t = useText(text)
  const place = useRef<HTMLLIElement>(null)
  const [isNear, setIsNear] = useState(options.offset === 0)
  useEffect(() => {
    if (isNear || !place.current) return
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setIsNear(true)
      },
      { rootMargin: '1000px' },
    )
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [isNear])
  const answer = useFound(among, isNear ? query : null, options, `${among} ${options.offset}`)
  if (answer.state !== 'ready') {
    const rows = Math.min(options.limit, total - options.offset)
    return (
      <li ref={place} style={{ blockSize: rows * rowPx, padding: '1rem' }}>
        {isNear && <Skeleton lines={3} label={t.loading} />}
      </li>
    )
  }
  const rows = answer.value.found
  const found = rows.filter(({ near }) => !near)
  const near = rows.filter((row) => row.near)
  const draw = (row: FoundRow) => (
    <ResultRow key={row.id} row={row} among={among} records={records} expert={expert} alpha={options.alpha ?? 0} onOpen={onOpen} /> // prettier-ignore
  )
  return (
    <>
      {found.map(draw)}
      {near.length > 0 && (
        <li className="search-part">
          <h2 className="t-head">{t.byMeaning}</h2>
        </li>
      )}
      {near.map(draw)}
    </>
  )
}

interface ResultRowProps {
  row: FoundRow
  among: 'candidates' | 'offers'
  records: Records
  expert?: boolean
  alpha?: number
  /** Says how alike the row is, for lists of likes. */
  likeness?: boolean
  onOpen?: () => void
}

/** A person or an offer that was found: who, where, the line that answers, and why. */
export function ResultRow({
  row,
  among,
  records,
  expert = false,
  alpha = 0,
  likeness = false,
  onOpen,
}: ResultRowProps) {
  const t = useText(text)
  const language = useLanguage()
  const isPhone = useIsPhone()
  const [, navigate] = useLocation()
  const record = among === 'offers' ? records.offers.get(row.id) : records.people.get(row.id)
  // Taken out since the engine answered: the next answer is on its way.
  if (!record || record.binnedAt !== undefined) return null
  const name = among === 'offers' ? (record as Stored<'offer'>).fields.title : (record as Stored<'candidate'>).fields.fullName // prettier-ignore
  const facts = among === 'offers' ? factsOfOffer(record as Stored<'offer'>) : <PersonFacts record={record as Stored<'candidate'>} /> // prettier-ignore
  const reasons = row.terms.filter(({ via }) => via !== 'word')
  return (
    <li className="search-hit">
      <Link
        className="it hit"
        href={among === 'offers' ? `/offres/${row.id}` : `/candidats/${row.id}`}
        onClick={() => onOpen?.()}
        onKeyDown={moveAmongHits}
      >
        <span className="body">
          <span className="row">
            <span className={name === '' ? 't-m grow cut t-3' : 't-m grow cut'}>
              {name || (among === 'offers' ? t.untitled : t.nameless)}
            </span>
            <span className="t-sm t-3 nowrap">
              {likeness
                ? t.likeness(formatPercent(language, row.score))
                : formatRelativeDay(language, record.updatedAt, Date.now())}
            </span>
          </span>
          <span className="t-sm t-3 cut">{facts}</span>
          {row.quote !== '' && row.quote !== name && (
            <span className="quote line-clamp-2" dir="auto">
              <Marked text={row.quote} ranges={row.marks} />
            </span>
          )}
          {!expert && reasons.length > 0 && (
            <span className="t-sm t-3 cut">
              {reasons.map(({ term, met, via }) => t.reason(term, met, t.via[via])).join(', ')}
            </span>
          )}
          {expert && <Calculation row={row} alpha={alpha} />}
        </span>
      </Link>
      {!isPhone && !likeness && (
        <IconButton
          icon={UsersRound}
          name={among === 'offers' ? t.alikeOffers : t.alike}
          onClick={() => navigate(writeAddress({ ...readAddress(''), among, like: row.id }))}
        />
      )}
    </li>
  )
}

/** Where a row's place comes from, figure by figure. */
function Calculation({ row, alpha }: { row: FoundRow; alpha: number }) {
  const t = useText(text)
  const language = useLanguage()
  const figure = (value: number) =>
    new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)
  const percent = (value: number) => formatPercent(language, value)
  return (
    <span className="search-sum t-sm t-3 num">
      <span>
        {row.near
          ? t.calculationNear(figure(row.semantic))
          : t.calculation(
              percent(alpha),
              figure(row.semantic),
              percent(1 - alpha),
              figure(row.lexical),
              figure(row.score),
            )}
      </span>
      {row.terms.map(({ term, met, via, points }) => (
        <span key={`${term} ${met}`}>{t.term(term, met, t.via[via], figure(points))}</span>
      ))}
    </span>
  )
}

function PersonFacts({ record }: { record: Stored<'candidate'> }) {
  const t = useText(text)
  const language = useLanguage()
  const { fields, about } = record
  const start = availabilityOf(fields, about, today())
  const words: ReactNode =
    start.kind === 'now'
      ? t.now
      : start.kind === 'date'
        ? formatDay(language, start.date)
        : start.kind === 'notice' && !start.assumed
          ? t.notice(formatNumber(language, start.days))
          : ''
  return [fields.headline, fields.city, words].filter(Boolean).join(', ') || '\u00A0'
}

const factsOfOffer = ({ fields }: Stored<'offer'>): string =>
  [fields.company, fields.city].filter(Boolean).join(', ') || '\u00A0'

/** Arrows go through the results, and back up to the box. */
function moveAmongHits(event: KeyboardEvent<HTMLElement>): void {
  const step =
    event.key === 'ArrowDown' || event.key === 'j' ? 1 : event.key === 'ArrowUp' || event.key === 'k' ? -1 : 0
  if (step === 0 || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  const hits = [...document.querySelectorAll<HTMLElement>('.hit')]
  const next = hits[hits.indexOf(event.currentTarget) + step]
  if (next) next.focus()
  else if (step < 0) document.querySelector<HTMLElement>('[data-search]')?.focus()
}

/** From the box into the results. */
export function focusFirstHit(): boolean {
  const first = document.querySelector<HTMLElement>('.hit')
  first?.focus()
  return first !== null
}
