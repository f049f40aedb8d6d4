import {
  ChevronDown,
  ChevronUp,
  CircleQuestionMark,
  Ellipsis,
  Eraser,
  FileUp,
  Mail,
  NotebookPen,
  PencilLine,
  Phone,
  Tag,
  Trash2,
  Undo2,
  Users,
  UsersRound,
} from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Link, useLocation, useParams, useSearch } from 'wouter'
import { useConflicts } from '../devices/records.ts'
import { useDocumentsOf } from '../documents/records.ts'
import { codeOf, codeShown } from '../model/codes.ts'
import { availabilityOf } from '../model/availability.ts'
import { completenessOf, optionalParts } from '../model/completeness.ts'
import { lastJob, monthsOfExperience } from '../model/career.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { doubtBelow } from '../kit/confidence.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { FilterMenu } from '../ui/FilterMenu.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu } from '../ui/Menu.tsx'
import { saveFile } from '../ui/saveFile.ts'
import { Screen } from '../ui/Screen.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { useOffLimits } from '../ui/offLimits.ts'
import { toast } from '../ui/toast.ts'
import { useHotkeys } from '../ui/useHotkeys.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { act } from './act.ts'
import './candidates.css'
import { ComingTexts } from './ComingTexts.tsx'
import { DocumentsTab } from './DocumentsTab.tsx'
import { EraseDialog } from './EraseDialog.tsx'
import { ExchangesTab } from './ExchangesTab.tsx'
import { toJsonResume } from './exportCandidates.ts'
import type { Lookalike } from '../../workers/duplicates/protocol.ts'
import { isWorthAsking } from '../model/duplicates.ts'
import { findLookalikes, onDuplicatesChanged } from './duplicateSearch.ts'
import { HistoryTab } from './HistoryTab.tsx'
import { useListOrder } from './listOrder.ts'
import { ProfileTab } from './ProfileTab.tsx'
import {
  binCandidates,
  noteExport,
  restoreCandidates,
  type StoredCandidate,
  useCandidate,
  useCodeOption,
  useExchanges,
  useImportOf,
} from './records.ts'
import { phoneWords, today, useWords } from './words.ts'

type CandidateScreenProps = {
  /** The offers that suit a candidate, drawn by the matching room. */
  suits?: (candidateId: string) => ReactNode
  /** What two devices changed at once, drawn by the room of devices. */
  conflicts?: (candidateId: string) => ReactNode
  /** What can be computed of a career, drawn by the matching room. */
  analyses?: (record: StoredCandidate) => ReactNode
}

const tabNames = {
  documents: 'documents',
  offres: 'offers',
  analyses: 'analyses',
  echanges: 'exchanges',
  historique: 'history',
} as const
type TabName = 'profile' | (typeof tabNames)[keyof typeof tabNames]

const tabOf = (name: string | null): TabName => tabNames[name as keyof typeof tabNames] ?? 'profile'

/** One person: profile, documents, offers, exchanges, history, each at its own address. */
export function CandidateScreen({ suits, analyses, conflicts }: CandidateScreenProps) {
  const { id = '' } = useParams<{ id: string }>()
  const { t } = useWords()
  const live = useCandidate(id)
  if (live.state === 'ready' && live.value !== null)
    return <Candidate key={id} record={live.value} suits={suits} analyses={analyses} conflicts={conflicts} />
  return (
    <Screen title={t.candidate} back={{ href: '/candidats', label: t.title }}>
      <div className="scroll grow pad">
        {live.state === 'loading' && <Skeleton lines={5} label={t.loading} />}
        {live.state === 'failed' && (
          <ErrorState title={t.failedTitle} onRetry={() => location.reload()}>
            {t.failed}
          </ErrorState>
        )}
        {live.state === 'ready' && (
          <EmptyState title={t.profile.missing} actions={<Link href="/candidats">{t.title}</Link>}>
            {t.profile.missingNote}
          </EmptyState>
        )}
      </div>
    </Screen>
  )
}

function Candidate({ record, suits, analyses, conflicts }: { record: StoredCandidate } & CandidateScreenProps) {
  const { t, count, doubts: doubtWords, availability, contract, place, experience } = useWords()
  const isPhone = useIsPhone()
  const [, navigate] = useLocation()
  const search = new URLSearchParams(useSearch())
  const { id, fields } = record
  const tab = tabOf(search.get('onglet'))
  const mayNotEdit = useOffLimits('candidate')
  const editing = mayNotEdit === undefined ? search.get('modifier') : null
  const onEdit = (part: string | null) =>
    part !== null && mayNotEdit !== undefined
      ? toast({ text: mayNotEdit })
      : navigate(part === null ? `/candidats/${id}` : `/candidats/${id}?modifier=${part}`, { replace: true })
  const documents = useDocumentsOf(id)
  const exchanges = useExchanges(id)
  const imported = useImportOf(id)
  const [isErasing, setIsErasing] = useState(false)
  const order = useListOrder()
  // At most one banner: two values to choose from go before two records that look alike.
  const open = useConflicts(id)
  const files = documents.state === 'ready' ? documents.value.filter(({ binnedAt }) => !binnedAt) : []
  const at = order.ids.indexOf(id)
  const [before, after] = at === -1 ? [undefined, undefined] : [order.ids[at - 1], order.ids[at + 1]]
  const go = (next: string | undefined) => next !== undefined && navigate(`/candidats/${next}`)
  const option = useCodeOption()
  const shownCode = codeShown(option, { id, codes: fields.codes, demo: record.demo })
  const code = shownCode !== '' && (
    <span
      className="num t-sm t-3 nowrap"
      data-tip={codeOf(fields.codes) === '' ? t.profile.provisionalCode : undefined}
    >
      {shownCode}
    </span>
  )
  const name = fields.fullName || phoneWords(fields.phone) || fields.email || t.nameless
  const doubts = Object.values(record.about).filter(
    ({ by, confidence }) => by === 'reader' && (confidence ?? 1) < doubtBelow,
  ).length
  const toBin = () => {
    void act(binCandidates([id]), t.list.binned(name))
    navigate(order.address)
  }
  useHotkeys({
    j: () => go(after),
    k: () => go(before),
    n: () => navigate(`/candidats/${id}?onglet=echanges&note=oui`),
    e: () => onEdit('identity'),
    t: () => onEdit('tags'),
    Escape: () => navigate(order.address),
  })
  // On a phone the tabs scroll by themselves: the one that is open must be in sight.
  useEffect(() => {
    if (isPhone) document.querySelector('.tabs [aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [tab, isPhone])
  const base = `/candidats/${id}`
  const tabs = (
    <Tabs
      label={t.profile.tabsName}
      tabs={[
        { href: base, label: t.profile.tabs.profile, current: tab === 'profile' },
        {
          href: `${base}?onglet=documents`,
          label: t.profile.tabs.documents,
          current: tab === 'documents',
          ...(files.length > 0 ? { count: count(files.length) } : {}),
        },
        { href: `${base}?onglet=offres`, label: t.profile.tabs.offers, current: tab === 'offers' },
        { href: `${base}?onglet=analyses`, label: t.profile.tabs.analyses, current: tab === 'analyses' },
        {
          href: `${base}?onglet=echanges`,
          label: t.profile.tabs.exchanges,
          current: tab === 'exchanges',
          ...(exchanges.state === 'ready' && exchanges.value.length > 0
            ? { count: count(exchanges.value.length) }
            : {}),
        },
        { href: `${base}?onglet=historique`, label: t.profile.tabs.history, current: tab === 'history' },
      ]}
    />
  )
  const job = lastJob(fields.experiences, today().slice(0, 7))?.[1]
  const months = monthsOfExperience(fields.experiences, today().slice(0, 7))
  const facts = [
    fields.headline || job?.title,
    [place(fields), months === null ? '' : t.profile.ofExperience(experience(months))].filter(Boolean).join(', '),
  ].filter(Boolean)
  const menu = [
    { label: t.list.edit, icon: PencilLine, kbd: 'E', changes: 'candidate', onSelect: () => onEdit('identity') },
    { label: t.list.tagAction, icon: Tag, kbd: 'T', changes: 'candidate', onSelect: () => onEdit('tags') },
    { label: t.list.alike, icon: UsersRound, href: `/recherche?comme=${id}` },
    { label: t.list.exportJson, icon: FileUp, onSelect: () => exportJson(record) },
    'separator' as const,
    { label: t.list.toBin, icon: Trash2, danger: true, changes: 'candidate', onSelect: toBin },
    { label: t.erase.menu, icon: Eraser, danger: true, changes: 'candidate', onSelect: () => setIsErasing(true) },
  ]
  const review = imported !== null && doubts > 0 && (
    <Link className={isPhone ? 'btn' : 'chip carp plain'} href={`/imports/${imported}/relecture`}>
      <Icon as={CircleQuestionMark} size={isPhone ? 'm' : 's'} />
      {t.profile.settle(doubtWords(doubts))}
    </Link>
  )
  const completeness = (
    <CompletenessButton record={record} hasCv={files.some(({ fields: { role } }) => role === 'cv')} />
  )
  const banner =
    fields.mergedInto !== '' && record.binnedAt ? (
      <MergedBanner into={fields.mergedInto} />
    ) : record.binnedAt ? (
      <Banner
        kind="doubt"
        icon={Trash2}
        action={
          <Button
            icon={Undo2}
            changes="candidate"
            onClick={() => void act(restoreCandidates([id]), t.bins.restored(name))}
          >
            {t.bins.restore}
          </Button>
        }
      >
        {t.bins.inBin}
      </Banner>
    ) : (
      <LookalikeBanner record={record} />
    )
  const content = (
    <>
      {isErasing && <EraseDialog record={record} onClose={() => setIsErasing(false)} />}
      {tab !== 'history' && <ComingTexts />}
      {tab === 'profile' && (
        <ProfileTab record={record} editing={editing} onEdit={onEdit} suits={isPhone ? suits?.(id) : undefined} />
      )}
      {tab === 'documents' && <DocumentsTab record={record} documents={files} search={search} />}
      {tab === 'offers' && (
        <div className={isPhone ? '' : 'scroll grow'}>
          {suits?.(id) ?? <p className="t-2 pad">{t.profile.noOffers}</p>}
        </div>
      )}
      {tab === 'analyses' && <div className={isPhone ? '' : 'scroll grow'}>{analyses?.(record)}</div>}
      {tab === 'exchanges' && <ExchangesTab record={record} isWriting={search.has('note')} />}
      {tab === 'history' && <HistoryTab record={record} />}
    </>
  )

  if (isPhone) {
    return (
      <Screen
        title={name}
        heading={t.title}
        back={{ href: order.address, label: t.title }}
        phoneActions={<Menu trigger={<IconButton icon={Ellipsis} name={t.profile.more} touch />} items={menu} />}
        under={tabs}
      >
        {open.state === 'ready' && open.value.length > 0 ? conflicts?.(id) : banner}
        {tab === 'profile' && (
          <>
            <section className="psec" style={{ gap: '.375rem' }} aria-label={name}>
              <h2 className="t-name">{name}</h2>
              {code}
              {facts.length > 0 && <p className="t-2">{facts.join('. ')}.</p>}
              <div className="row wrap g1" style={{ marginBlockStart: '.25rem' }}>
                <StartChip record={record} words={availability} />
                {fields.contracts.map((kind) => (
                  <span key={kind} className="chip">
                    {contract(kind)}
                  </span>
                ))}
                {completeness}
              </div>
              {review}
            </section>
            <nav className="acts" aria-label={t.profile.actions}>
              <PhoneAct icon={Phone} href={fields.phone === '' ? null : `tel:${fields.phone}`} label={t.profile.call} />
              <PhoneAct
                icon={Mail}
                href={fields.email === '' ? null : `mailto:${fields.email}`}
                label={t.profile.write}
              />
              <Link href={`${base}?onglet=echanges`}>
                <Icon as={NotebookPen} size="l" />
                {t.list.note}
              </Link>
              {mayNotEdit === undefined && (
                <Link href={`${base}?modifier=identity`} replace>
                  <Icon as={PencilLine} size="l" />
                  {t.list.edit}
                </Link>
              )}
            </nav>
          </>
        )}
        {content}
      </Screen>
    )
  }
  return (
    <Screen
      title={name}
      heading={
        <span className="t-name" style={{ whiteSpace: 'normal' }}>
          {name}
        </span>
      }
      above={
        <>
          <Link className="plain" href={order.address}>
            {t.title}
          </Link>
          {at !== -1 && (
            <>
              <span aria-hidden="true">/</span>
              <span className="num">{t.list.of(count(at + 1), count(order.ids.length))}</span>
              <IconButton
                icon={ChevronUp}
                name={t.profile.previous}
                kbd="K"
                disabled={before === undefined}
                onClick={() => go(before)}
              />
              <IconButton
                icon={ChevronDown}
                name={t.profile.next}
                kbd="J"
                disabled={after === undefined}
                onClick={() => go(after)}
              />
            </>
          )}
        </>
      }
      actions={
        <div className="row">
          <Button
            icon={NotebookPen}
            kbd="N"
            changes="interaction"
            onClick={() => navigate(`${base}?onglet=echanges&note=oui`)}
          >
            {t.list.note}
          </Button>
          {fields.email !== '' && (
            <a className="btn" href={`mailto:${fields.email}`}>
              <Icon as={Mail} />
              {t.profile.write}
            </a>
          )}
          <Button icon={PencilLine} kbd="E" changes="candidate" onClick={() => onEdit('identity')}>
            {t.list.edit}
          </Button>
          <Menu trigger={<IconButton icon={Ellipsis} name={t.profile.more} />} items={menu} />
        </div>
      }
      under={
        <>
          <div className="row cv-facts t-2">
            {code}
            {facts.length > 0 && <span>{facts.join('. ')}.</span>}
            {completeness}
            {review}
          </div>
          {tabs}
        </>
      }
    >
      {open.state === 'ready' && open.value.length > 0 ? conflicts?.(id) : banner}
      {content}
    </Screen>
  )
}

function exportJson(record: StoredCandidate): void {
  const resume = JSON.stringify(toJsonResume(record, today().slice(0, 7)), null, 2)
  const name = record.fields.fullName.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || record.id
  saveFile(new Blob([resume], { type: 'application/json' }), `${name}.json`)
  void noteExport(1)
}

function StartChip({
  record,
  words,
}: {
  record: StoredCandidate
  words: (availability: ReturnType<typeof availabilityOf>) => string
}) {
  const { t } = useWords()
  const start = availabilityOf(record.fields, record.about, today())
  if (start.kind === 'unknown') return null
  return (
    <span className={start.kind === 'now' ? 'chip moss' : 'chip'}>
      {words(start)}
      {start.assumed && `, ${t.assumed}`}
    </span>
  )
}

function PhoneAct({ icon, href, label }: { icon: typeof Phone; href: string | null; label: string }) {
  const { t } = useWords()
  const inside = (
    <>
      <Icon as={icon} size="l" />
      {label}
    </>
  )
  if (href !== null) return <a href={href}>{inside}</a>
  return (
    <span className="t-3" style={{ color: 'var(--vv-ink-3)' }} aria-disabled="true" data-tip={t.profile.noContacts}>
      {inside}
    </span>
  )
}

/** How complete the profile is, opening what it is made of. */
function CompletenessButton({ record, hasCv }: { record: StoredCandidate; hasCv: boolean }) {
  const { t, percent, count } = useWords()
  const { percent: whole, parts } = completenessOf(record.fields, hasCv)
  const label = t.profile.complete(percent(whole / 100))
  return (
    <FilterMenu label={label} name={label}>
      <p className="t-head">{t.profile.completeTitle}</p>
      <dl className="parts">
        {parts.map(({ part, points, of }) => (
          <div key={part} style={{ display: 'contents' }}>
            <dt className={points === 0 ? 't-3' : undefined}>
              {t.profile.completeParts[part]}
              {optionalParts.has(part) && <span className="t-3"> ({t.profile.optional})</span>}
            </dt>
            <dd className="num t-3">{t.profile.points(count(points), count(of))}</dd>
          </div>
        ))}
      </dl>
      <p className="t-sm t-3">{t.profile.completeNote}</p>
    </FilterMenu>
  )
}

/** The record lives on in another: the way there. */
function MergedBanner({ into }: { into: string }) {
  const { t } = useWords()
  const live = useCandidate(into)
  const name = live.state === 'ready' ? live.value?.fields.fullName || t.nameless : ''
  return (
    <Banner
      icon={Users}
      action={
        <Link className="btn" href={`/candidats/${into}`}>
          {t.separate.open}
        </Link>
      }
    >
      {t.separate.into(name)}
    </Banner>
  )
}

/** Someone in the pool may be the same person: said once, on top, with the way to compare. */
function LookalikeBanner({ record }: { record: StoredCandidate }) {
  const { t, resemblance } = useWords()
  const isPhone = useIsPhone()
  const found = useLookalikes(record)
  const [dismissed, setDismissed] = useState(false)
  const best = found[0]
  if (best === undefined || !isWorthAsking(best) || dismissed || record.binnedAt) return null
  return (
    <Banner
      icon={Users}
      action={
        <Link className="btn" href={`/doublons/${best.candidateId}/${record.id}`}>
          {t.merge.compare}
        </Link>
      }
      {...(isPhone ? {} : { onDismiss: () => setDismissed(true) })}
    >
      {resemblance(best)}
    </Banner>
  )
}

function useLookalikes({ id, fields, updatedAt }: StoredCandidate): Lookalike[] {
  const [found, setFound] = useState<{ id: string; lookalikes: Lookalike[] }>({ id: '', lookalikes: [] })
  const asked = useRef(fields)
  asked.current = fields
  useEffect(() => {
    let stopped = false
    const look = () =>
      void findLookalikes(asked.current, id).then((lookalikes) => {
        if (!stopped) setFound({ id, lookalikes })
      })
    look()
    const leave = onDuplicatesChanged(look)
    return () => {
      stopped = true
      leave()
    }
  }, [id, updatedAt])
  return found.id === id ? found.lookalikes : []
}
