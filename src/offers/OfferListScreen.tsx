import { BriefcaseBusiness, ChevronRight, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { formatDate, formatNumber } from '../kit/format.ts'
import { offerToProfile } from '../model/profile.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Screen } from '../ui/Screen.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { SortHead } from '../ui/SortHead.tsx'
import { SpacerItem, SpacerRow } from '../ui/Spacer.tsx'
import { useHotkeys } from '../ui/useHotkeys.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { useVirtualRows } from '../ui/useVirtualRows.ts'
import { useExcellentCount } from '../matching/records.ts'
import { placeToText } from './advert.ts'
import { listOffers, type OfferListView, plainView, searchToView, type SortKey, viewToSearch } from './offerList.ts'
import './offers.css'
import { contractWords, titleOf } from './offerWords.ts'
import { type StoredOffer, useOffers } from './records.ts'
import { text } from './text.ts'

/** Where an offer opens: a draft where it is finished, the others on their ranking. */
const addressOf = ({ id, fields }: StoredOffer): string =>
  fields.status === 'draft' ? `/offres/nouvelle?offre=${id}` : `/offres/${id}`

/** All offers: found, sorted, filtered, each with how many excellent candidates the pool has for it. */
export function OfferListScreen() {
  const t = useText(text)
  const language = useLanguage()
  const isPhone = useIsPhone()
  const offers = useOffers()
  const [, navigate] = useLocation()
  const [search, setSearch] = useSearchParams()
  const view = searchToView(search)
  const change = (next: Partial<OfferListView>) => setSearch(viewToSearch({ ...view, ...next }), { replace: true })
  const all = offers.state === 'ready' ? listOffers(offers.value.values(), plainView) : []
  const listed = offers.state === 'ready' ? listOffers(offers.value.values(), view) : []
  const [cursor, setCursor] = useState(-1)
  const rows = useVirtualRows({ count: listed.length, rowSize: isPhone ? 76 : 44, keyOf: (index) => listed[index]!.id })
  const count = (number: number) => formatNumber(language, number)

  const move = (by: number) => {
    const next = Math.min(listed.length - 1, Math.max(0, cursor + by))
    setCursor(next)
    rows.scrollTo(next)
  }
  useHotkeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => listed[cursor] && navigate(addressOf(listed[cursor])),
    o: () => listed[cursor] && navigate(addressOf(listed[cursor])),
  })

  const tools = (
    <>
      <SearchBox
        label={t.search}
        placeholder={t.searchPlaceholder}
        value={view.query}
        onChange={(query) => change({ query })}
        kbd="/"
        className="offer-search"
      />
      <Segments
        label={t.statusFilter}
        value={view.status === '' ? 'all' : view.status}
        onChange={(status) => change({ status: status === 'all' ? '' : status })}
        options={[
          { value: 'all' as const, label: t.allStatuses },
          { value: 'open' as const, label: t.status.open },
          { value: 'draft' as const, label: t.status.draft },
          { value: 'closed' as const, label: t.status.closed },
        ]}
      />
    </>
  )
  const headOf = (key: SortKey, words: string, className?: string) => (
    <SortHead
      direction={view.sort === key ? (view.descending ? 'descending' : 'ascending') : null}
      onSort={() => change({ sort: key, descending: view.sort === key ? !view.descending : key === 'created' })}
      {...(className ? { className } : {})}
    >
      {words}
    </SortHead>
  )
  const body = () => {
    if (offers.state === 'loading') {
      return (
        <div className="pad">
          <Skeleton lines={6} label={t.loading} />
        </div>
      )
    }
    if (offers.state === 'failed') {
      return (
        <div className="pad">
          <ErrorState title={t.failed} onRetry={() => location.reload()}>
            {t.failedNote}
          </ErrorState>
        </div>
      )
    }
    if (all.length === 0) {
      return (
        <div className="pad">
          <EmptyState
            title={t.emptyTitle}
            icon={BriefcaseBusiness}
            actions={
              <LinkButton variant="first" changes="offer" href="/offres/nouvelle" icon={Plus}>
                {t.pasteAdvert}
              </LinkButton>
            }
          >
            {t.emptyNote}
          </EmptyState>
        </div>
      )
    }
    if (listed.length === 0) {
      return (
        <div className="pad">
          <EmptyState
            title={t.noMatchTitle}
            actions={<Button onClick={() => change({ query: '', status: '' })}>{t.clearFilters}</Button>}
          >
            {t.noMatchNote(count(all.length))}
          </EmptyState>
        </div>
      )
    }
    if (isPhone) {
      return (
        <ul className="plist">
          <SpacerItem height={rows.before} />
          {rows.rows.map(({ index }) => {
            const offer = listed[index]!
            const facts = [offer.fields.company, offer.fields.city, contractWords(language, offer.fields)]
            return (
              <li key={offer.id}>
                <Link className="it" href={addressOf(offer)}>
                  <span className="body">
                    <span className="t-m cut">{titleOf(language, offer.fields)}</span>
                    <span className="t-sm t-3 cut">{facts.filter((fact) => fact !== '').join(', ')}</span>
                    <span className="t-sm t-3 row">
                      <StatusWord offer={offer} />
                      <ExcellentCount offer={offer} phrase />
                    </span>
                  </span>
                  <Icon as={ChevronRight} flip />
                </Link>
              </li>
            )
          })}
          <SpacerItem height={rows.after} />
        </ul>
      )
    }
    return (
      <table className="table">
        <thead>
          <tr>
            {headOf('title', t.columns.title)}
            {headOf('company', t.columns.company)}
            {headOf('place', t.columns.place)}
            <th scope="col">{t.columns.contract}</th>
            {headOf('status', t.columns.status)}
            <th scope="col" className="r" data-tip={t.excellentNote}>
              {t.columns.excellent}
            </th>
            {headOf('created', t.columns.created, 'r')}
          </tr>
        </thead>
        <tbody>
          <SpacerRow height={rows.before} columns={7} />
          {rows.rows.map(({ index }) => {
            const offer = listed[index]!
            return (
              <tr key={offer.id} className={index === cursor ? 'cursor' : undefined}>
                <td className="cut offer-title">
                  <Link className="who cut" href={addressOf(offer)}>
                    {titleOf(language, offer.fields)}
                  </Link>
                </td>
                <td className="cut offer-col">{offer.fields.company}</td>
                <td className="cut offer-col">{placeToText(offer.fields)}</td>
                <td className="t-2 nowrap">{contractWords(language, offer.fields)}</td>
                <td>
                  <StatusWord offer={offer} />
                </td>
                <td className="r num">
                  <ExcellentCount offer={offer} />
                </td>
                <td className="r num t-3 nowrap">{formatDate(language, offer.createdAt)}</td>
              </tr>
            )
          })}
          <SpacerRow height={rows.after} columns={7} />
        </tbody>
      </table>
    )
  }
  return (
    <Screen
      title={t.title}
      aside={offers.state === 'ready' ? t.shownOf(count(listed.length), count(all.length)) : undefined}
      actions={
        <LinkButton variant="first" changes="offer" href="/offres/nouvelle" icon={Plus}>
          {t.newOffer}
        </LinkButton>
      }
      phoneActions={
        <IconButton touch icon={Plus} changes="offer" name={t.newOffer} onClick={() => navigate('/offres/nouvelle')} />
      }
      under={isPhone && all.length > 0 ? <div className="strip tools">{tools}</div> : undefined}
    >
      {!isPhone && all.length > 0 && <div className="row toolbar">{tools}</div>}
      <div className={isPhone ? undefined : 'scroll grow'} ref={rows.scrollRef}>
        {body()}
      </div>
    </Screen>
  )
}

function StatusWord({ offer }: { offer: StoredOffer }) {
  const t = useText(text)
  const { status } = offer.fields
  return <Chip tone={status === 'open' ? 'moss' : status === 'draft' ? 'carp' : 'slate'}>{t.status[status]}</Chip>
}

/** How many are excellent; asked only while the row is in sight, and once it has been there for a moment. */
function ExcellentCount({ offer, phrase = false }: { offer: StoredOffer; phrase?: boolean }) {
  const t = useText(text)
  const language = useLanguage()
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), 150)
    return () => clearTimeout(timer)
  }, [])
  const isRanked = offer.fields.status !== 'draft'
  const excellent = useExcellentCount(settled && isRanked ? offerToProfile(offer.id, offer.fields) : null)
  if (!isRanked) return phrase ? null : <span className="t-3">–</span>
  if (excellent.state !== 'ready')
    return (
      <span className="t-3" aria-label={t.counting}>
        ·
      </span>
    )
  const words = formatNumber(language, excellent.value)
  if (phrase) return <span className="num">{t.excellentCount(words, excellent.value < 2)}</span>
  return <span className={excellent.value > 0 ? 't-b' : 't-3'}>{words}</span>
}
