import {
  Archive,
  CircleCheck,
  EllipsisVertical,
  Layers2,
  PencilLine,
  RotateCcw,
  Trash2,
  UserRoundPlus,
} from 'lucide-react'
import { type ComponentType, useEffect, useState, type ReactNode } from 'react'
import { Link, useLocation, useParams, useSearchParams } from 'wouter'
import { formatNumber, formatPercent } from '../kit/format.ts'
import { readAdvert } from '../../workers/matching/client.ts'
import { inOrder } from '../model/candidate.ts'
import { LinkButton } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Columns } from '../ui/Columns.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { KeyValues } from '../ui/KeyValues.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Menu } from '../ui/Menu.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { useHotkeys } from '../ui/useHotkeys.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { useIndexState } from '../matching/records.ts'
import { act } from './act.ts'
import { type AdvertMark, readingToMarks } from './advert.ts'
import { AdvertText } from './AdvertText.tsx'
import { OfferHistory } from './OfferHistory.tsx'
import './offers.css'
import { offerFacts, offerRows, titleOf } from './offerWords.ts'
import { binOffer, changeOffer, type StoredOffer, useOffer } from './records.ts'
import { text } from './text.ts'

interface OfferScreenProps {
  /** What the matching room shows of an offer: given by the routes, since rooms do not draw each other. */
  ranking: ComponentType<{ offer: StoredOffer }>
  rankingActions: ComponentType<{ offer: StoredOffer }>
  /** That guests see the offer, drawn by the room of devices. */
  sharing?: (offerId: string) => ReactNode
  /** What two devices changed at once, drawn by the room of devices. */
  conflicts?: (offerId: string) => ReactNode
}

/** One offer: its ranking, its advert, its history. */
export function OfferScreen({
  ranking: Ranking,
  rankingActions: RankingActions,
  sharing,
  conflicts,
}: OfferScreenProps) {
  const t = useText(text)
  const language = useLanguage()
  const isPhone = useIsPhone()
  const { id = '' } = useParams<{ id: string }>()
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const read = useOffer(id)
  const pool = useIndexState()
  const offer = read.state === 'ready' && read.value?.binnedAt === undefined ? read.value : null
  const edit = `/offres/nouvelle?offre=${id}`
  useHotkeys({ e: () => offer && navigate(edit) })

  const back = { href: '/offres', label: t.back }
  if (!offer) {
    return (
      <Screen title={t.title} back={back}>
        <div className="scroll grow pad">
          {read.state === 'loading' ? (
            <Skeleton lines={6} label={t.loading} />
          ) : (
            <ErrorState title={t.missing} actions={<LinkButton href="/offres">{t.toList}</LinkButton>}>
              {t.missingNote}
            </ErrorState>
          )}
        </div>
      </Screen>
    )
  }

  const { fields } = offer
  const title = titleOf(language, fields)
  const onglet = search.get('onglet')
  const tab = onglet === 'annonce' || onglet === 'historique' ? onglet : 'classement'
  const isOpen = fields.status === 'open'
  const more = (
    <Menu
      trigger={<IconButton icon={EllipsisVertical} name={t.more} touch={isPhone} bare={false} />}
      items={[
        { label: t.edit, icon: PencilLine, kbd: 'E', changes: 'offer', href: edit },
        isOpen
          ? {
              label: t.close,
              icon: Archive,
              changes: 'offer',
              onSelect: () => void act(changeOffer(id, { status: 'closed' }, 'offer.closed'), t.closed(title)),
            }
          : {
              label: t.reopen,
              icon: fields.status === 'draft' ? CircleCheck : RotateCcw,
              changes: 'offer',
              onSelect: () => void act(changeOffer(id, { status: 'open' }, 'offer.reopened'), t.reopened(title)),
            },
        // Who may not change the offer has no say in who sees it.
        { label: t.guests, icon: UserRoundPlus, changes: 'offer', href: `/offres/${id}/invites` },
        { label: t.alike, icon: Layers2, href: `/recherche?dans=offres&comme=${id}` },
        'separator',
        {
          label: t.bin,
          icon: Trash2,
          danger: true,
          changes: 'offer',
          onSelect: () => {
            void act(binOffer(id), t.binned(title))
            navigate('/offres')
          },
        },
      ]}
    />
  )
  return (
    <Screen
      title={title}
      back={back}
      above={
        <>
          <Link className="plain" href="/offres">
            {t.title}
          </Link>
          <span>/</span>
          {!isOpen && <Chip tone={fields.status === 'draft' ? 'carp' : 'slate'}>{t.status[fields.status]}</Chip>}
          <span className="cut">{offerFacts(language, fields).join(' · ')}</span>
          {sharing?.(id)}
        </>
      }
      actions={
        <>
          {tab === 'classement' && <RankingActions offer={offer} />}
          {more}
        </>
      }
      phoneActions={
        <>
          {tab === 'classement' && <RankingActions offer={offer} />}
          {more}
        </>
      }
      under={
        <Tabs
          label={t.tabsName}
          tabs={[
            {
              href: `/offres/${id}`,
              label: t.tabRanking,
              current: tab === 'classement',
              ...(pool.total > 0 ? { count: formatNumber(language, pool.total) } : {}),
            },
            { href: `/offres/${id}?onglet=annonce`, label: t.tabAdvert, current: tab === 'annonce' },
            { href: `/offres/${id}?onglet=historique`, label: t.tabHistory, current: tab === 'historique' },
          ]}
        />
      }
    >
      {isPhone && sharing?.(id)}
      {conflicts?.(id)}
      {tab === 'classement' && <Ranking offer={offer} />}
      {tab === 'annonce' && <OfferAdvert offer={offer} edit={edit} />}
      {tab === 'historique' && <OfferHistory offer={offer} />}
    </Screen>
  )
}

/** The offer as it was given and as it was understood. */
function OfferAdvert({ offer, edit }: { offer: StoredOffer; edit: string }) {
  const t = useText(text)
  const language = useLanguage()
  const isPhone = useIsPhone()
  const { advert } = offer.fields
  const [marks, setMarks] = useState<readonly AdvertMark[]>([])
  useEffect(() => {
    if (advert.trim() === '') return
    let left = false
    void readAdvert(advert)
      .then((reading) => !left && setMarks(readingToMarks(reading)))
      // Without the reader the advert is shown plain.
      .catch(() => undefined)
    return () => {
      left = true
    }
  }, [advert])
  const rows = offerRows(language, offer.fields)
  const sections = (
    <>
      <Section
        title={t.facts}
        actions={
          <LinkButton changes="offer" href={edit} icon={PencilLine}>
            {t.edit}
          </LinkButton>
        }
      >
        {rows.length === 0 ? <p className="t-2">{t.unsaid}</p> : <KeyValues rows={rows} />}
      </Section>
      <Section title={t.asked}>
        {Object.keys(offer.fields.requirements).length === 0 && <p className="t-2">{t.noRequirements}</p>}
        <ul>
          {inOrder(offer.fields.requirements).map(([id, requirement]) => (
            <li className="req" key={id}>
              <div className="row">
                <span className="grow t-m">
                  {requirement.text} <span className="t-3 t-sm t-aside">{t.needs[requirement.need].toLowerCase()}</span>
                </span>
                <span className="t-sm t-3 num">{formatPercent(language, requirement.weight / 100)}</span>
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
  const words =
    advert.trim() === '' ? <p className="pad t-2">{t.noAdvert}</p> : <AdvertText advert={advert} marks={marks} />
  if (isPhone) {
    return (
      <>
        {sections}
        <div className="rule">{words}</div>
      </>
    )
  }
  return (
    <Columns widths="minmax(0,1fr) 28.5rem">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a column that scrolls must be reachable by keys */}
      <div className="viewer" role="region" aria-label={t.advertRegion} tabIndex={0}>
        {words}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a column that scrolls must be reachable by keys */}
      <div role="region" aria-label={t.theOffer} tabIndex={0}>
        {sections}
      </div>
    </Columns>
  )
}
