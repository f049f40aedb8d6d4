import {
  Archive,
  Camera,
  CircleHelp,
  FileText,
  FolderOpen,
  GitCompareArrows,
  GitMerge,
  Loader,
  Plus,
  QrCode,
  UserPlus,
  Waves,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import { useConflicts } from '../devices/records.ts'
import { receiveFiles } from '../imports/receiveFiles.ts'
import { isToReview } from '../imports/verdict.ts'
import { formatDate, formatNumber, formatPercent } from '../kit/format.ts'
import type { Kind, Stored } from '../model/record.ts'
import { useSavedSearches } from '../search/records.ts'
import { SavedSearchList } from '../search/SavedSearches.tsx'
import { useSetting } from '../settings/records.ts'
import { useCollection } from '../store/live.ts'
import { useOwnRole } from '../store/ownRole.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Columns } from '../ui/Columns.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { FilePicker } from '../ui/FilePicker.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Screen } from '../ui/Screen.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { DemoPart } from './DemoPart.tsx'
import { GuestHome } from './GuestHome.tsx'
import './home.css'
import { homeText } from './homeText.ts'

type Words = (typeof homeText)['fr']

/** What there is to do first. */
export function HomeScreen() {
  return useOwnRole() === 'guest' ? <GuestHome /> : <WorkspaceHome />
}

/** The first day an invitation to drop files; afterwards what to do first, and the state of the workspace. */
function WorkspaceHome() {
  const t = useText(homeText)
  const candidates = useCollection('candidate')
  const offers = useCollection('offer')
  const imports = useCollection('importItem')
  if (candidates.state === 'failed' || offers.state === 'failed' || imports.state === 'failed') {
    return (
      <Screen title={t.title}>
        <ErrorState title={t.failedTitle} onRetry={() => location.reload()}>
          {t.failed}
        </ErrorState>
      </Screen>
    )
  }
  if (candidates.state === 'loading' || offers.state === 'loading' || imports.state === 'loading') {
    return (
      <Screen title={t.title}>
        <div className="pad">
          <Skeleton lines={6} label={t.loading} />
        </div>
      </Screen>
    )
  }
  const empty = candidates.value.size === 0 && offers.value.size === 0 && imports.value.size === 0
  return empty ? (
    <FirstDay t={t} />
  ) : (
    <Day candidates={kept(candidates.value)} offers={kept(offers.value)} imports={[...imports.value.values()]} t={t} />
  )
}

const kept = <K extends Kind>(records: ReadonlyMap<string, Stored<K>>): Stored<K>[] =>
  [...records.values()].filter(({ binnedAt }) => !binnedAt)

function FirstDay({ t }: { t: Words }) {
  const isPhone = useIsPhone()
  const role = useOwnRole()
  return (
    <Screen title={t.title} bare>
      <div className="first-day">
        <div className="first-day-in">
          <div className="stack">
            <h1 className="first-line">{t.promise}</h1>
            <p className="t-2 first-note">
              {role === 'fieldAgent' ? t.promiseAgent : role === null ? t.promiseNote : t.promiseShared}
            </p>
          </div>
          <div className="drop first-drop">
            <Drawing />
            <div className="stack g1">
              <p className="t-b first-note">{isPhone ? t.dropPhone : t.drop}</p>
              <p className="t-2">{t.dropNote}</p>
            </div>
            <div className="stack">
              <PickFiles label={t.choose} big />
              <LinkButton big icon={Camera} changes="document" href="/capturer">
                {t.photo}
              </LinkButton>
            </div>
          </div>
          {role === null && (
            <ul className="first-ways">
              <li>
                <Icon as={Waves} size="l" />
                <h2 className="t-head">{t.demoTitle}</h2>
                <p className="t-2">{t.demoNote}</p>
                <DemoPart note={false} />
              </li>
              <li>
                <Icon as={QrCode} size="l" />
                <h2 className="t-head">{t.joinTitle}</h2>
                <p className="t-2">{t.joinNote}</p>
                <span>
                  <LinkButton href="/rejoindre">{t.join}</LinkButton>
                </span>
              </li>
              <li>
                <Icon as={Archive} size="l" />
                <h2 className="t-head">{t.restoreTitle}</h2>
                <p className="t-2">{t.restoreNote}</p>
                <span>
                  <LinkButton href="/reglages/sauvegarde#reprendre">{t.restore}</LinkButton>
                </span>
              </li>
            </ul>
          )}
          <p className="t-2 row wrap">
            <Icon as={UserPlus} />
            {t.manualNote}
            <LinkButton href="/candidats/nouveau" variant="bare" changes="candidate">
              {t.manual}
            </LinkButton>
          </p>
        </div>
      </div>
    </Screen>
  )
}

function PickFiles({ label, big = false }: { label: string; big?: boolean }) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <FilePicker picker={picker} multiple onFiles={(files) => void receiveFiles(files)} />
      <Button variant="first" big={big} icon={FolderOpen} changes="document" onClick={() => picker.current?.click()}>
        {label}
      </Button>
    </>
  )
}

/** The one drawing of the product: a page above water. */
function Drawing() {
  return (
    <svg
      className="first-drawing"
      viewBox="0 0 120 96"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.25"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M42 56V12h26l12 12v32" />
      <path d="M68 12v12h12" />
      <path d="M51 32h18M51 40h20M51 48h14" />
      <path d="M4 62c9-7 18-7 28 0s19 7 28 0 18-7 28 0 19 7 28 0" />
      <path d="M20 75c7-5 13-5 20 0s13 5 20 0 13-5 20 0 13 5 20 0" opacity=".65" />
      <path d="M40 88c5-4 9-4 14 0s8 4 13 0 8-4 13 0" opacity=".4" />
    </svg>
  )
}

function Day({
  candidates,
  offers,
  imports,
  t,
}: {
  candidates: Stored<'candidate'>[]
  offers: Stored<'offer'>[]
  imports: Stored<'importItem'>[]
  t: Words
}) {
  const language = useLanguage()
  const [, go] = useLocation()
  const isPhone = useIsPhone()
  const person = useSetting('device.person')
  const clashing = useConflicts()
  const conflicts = clashing.state === 'ready' ? clashing.value.length : 0
  const monthStart = useMemo(() => {
    const now = new Date()
    return new Date(now.getFullYear(), now.getMonth(), 1).getTime()
  }, [])
  const today = formatDate(language, Date.now())
  const toReview = imports.filter(isToReview)
  const toCompare = imports.filter(({ fields }) => fields.state === 'duplicate')
  const reading = imports.filter(({ fields }) => fields.state === 'reading' || fields.state === 'waiting')
  const drafts = offers.filter(({ fields }) => fields.status === 'draft')
  const open = offers.filter(({ fields }) => fields.status === 'open').sort((a, b) => b.createdAt - a.createdAt)
  const imported = candidates.filter(({ fields }) => fields.origin === 'import')
  const reviewed = imported.filter(({ fields }) => fields.reviewedAt !== '')
  const latest = [...candidates].sort((a, b) => b.createdAt - a.createdAt).slice(0, 6)
  const demo = candidates.some((candidate) => candidate.demo) || offers.some((offer) => offer.demo)
  const todo = [
    ...(reading.length > 0
      ? [{ href: '/imports', icon: Loader, head: t.reading(reading.length), note: t.readingNote }]
      : []),
    ...(toReview.length > 0
      ? [
          {
            href: `/imports/${toReview[0]!.id}/relecture`,
            icon: CircleHelp,
            head: t.toReview(toReview.length),
            note: t.toReviewNote(toReview.reduce((sum, { fields }) => sum + fields.doubtCount, 0)),
          },
        ]
      : []),
    ...(toCompare.length > 0
      ? [
          {
            href: `/doublons/${toCompare[0]!.fields.resembles[0]?.candidateId ?? ''}/${toCompare[0]!.fields.candidateId}`,
            icon: GitMerge,
            head: t.toCompare,
            note: t.toCompareNote(toCompare.length),
          },
        ]
      : []),
    ...(conflicts > 0
      ? [{ href: '/conflits', icon: GitCompareArrows, head: t.conflicts, note: t.conflictsNote(conflicts) }]
      : []),
    ...(drafts.length > 0
      ? [{ href: '/offres?etat=draft', icon: FileText, head: t.drafts(drafts.length), note: t.draftsNote }]
      : []),
  ]
  const figures = [
    {
      label: t.figures.candidates,
      value: candidates.length,
      note: t.thisMonth(candidates.filter(({ createdAt }) => createdAt >= monthStart).length),
      href: '/candidats',
    },
    {
      label: t.figures.offers,
      value: open.length,
      note: t.thisMonth(open.filter(({ createdAt }) => createdAt >= monthStart).length),
      href: '/offres',
    },
    {
      label: t.figures.imports,
      value: imports.length,
      note: t.thisMonth(imports.filter(({ createdAt }) => createdAt >= monthStart).length),
      href: '/imports',
    },
    {
      label: t.figures.reviewed,
      value: reviewed.length,
      note: imported.length > 0 ? t.share(formatPercent(language, reviewed.length / imported.length)) : '',
      href: '/imports?verdict=toDecide',
    },
  ]
  const doing = (
    <div>
      <Section title={t.todo} aside={todo.length > 0 ? String(todo.length) : undefined}>
        {todo.length === 0 ? (
          <p className="t-2">{t.todoNone}</p>
        ) : (
          <ul className="home-list">
            {todo.map((item) => (
              <Row key={item.head} {...item} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t.lastCandidates} actions={<Link href="/candidats">{t.all}</Link>}>
        <ul className="home-list">
          {latest.map((candidate) => (
            <Row
              key={candidate.id}
              href={`/candidats/${candidate.id}`}
              icon={UserPlus}
              head={candidate.fields.fullName || t.nameless}
              note={[candidate.fields.headline, candidate.fields.city].filter(Boolean).join(', ')}
              demo={candidate.demo ? t.demoChip : undefined}
            />
          ))}
        </ul>
      </Section>
    </div>
  )
  const state = (
    <div>
      <ul className="home-figures">
        {figures.map((figure) => (
          <li key={figure.label}>
            <Link className="plain" href={figure.href}>
              <span className="t-sm t-2">{figure.label}</span>
              <span className="fig num">{formatNumber(language, figure.value)}</span>
              <span className="t-sm t-3">{figure.note}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Searches title={t.searches} all={t.all} />
      <Section title={t.openOffers} actions={<Link href="/offres">{t.all}</Link>}>
        {open.length === 0 ? (
          <>
            <p className="t-2 measure">{t.noOffer}</p>
            <span>
              <LinkButton changes="offer" href="/offres/nouvelle" icon={Plus}>
                {t.addOffer}
              </LinkButton>
            </span>
          </>
        ) : (
          <ul className="home-list">
            {open.slice(0, 8).map((offer) => (
              <Row
                key={offer.id}
                href={`/offres/${offer.id}`}
                icon={FileText}
                head={offer.fields.title || t.untitled}
                note={[offer.fields.company, offer.fields.city].filter(Boolean).join(', ')}
                demo={offer.demo ? t.demoChip : undefined}
              />
            ))}
          </ul>
        )}
      </Section>
      {demo && (
        <Section title={t.demoTitle}>
          <DemoPart />
        </Section>
      )}
    </div>
  )
  const name = person.state === 'ready' ? person.value : ''
  return (
    <Screen
      title={t.title}
      heading={today}
      aside={t.greeting(name)}
      actions={
        <>
          <Button icon={FileText} changes="offer" onClick={() => go('/offres/nouvelle')}>
            {t.addOffer}
          </Button>
          <PickFiles label={t.importFiles} />
        </>
      }
    >
      {isPhone ? (
        <>
          {doing}
          {state}
        </>
      ) : (
        <Columns widths="minmax(0,25.5rem) minmax(0,1fr)">
          {doing}
          {state}
        </Columns>
      )}
    </Screen>
  )
}

/** The saved searches that stand on this screen, with what they find now. */
function Searches({ title, all }: { title: string; all: string }) {
  const searches = useSavedSearches()
  const pinned = searches.state === 'ready' ? searches.value.filter(({ fields }) => fields.pinned) : []
  if (pinned.length === 0) return null
  return (
    <Section title={title} actions={<Link href="/recherche">{all}</Link>}>
      <SavedSearchList searches={pinned} />
    </Section>
  )
}

function Row({
  href,
  icon,
  head,
  note,
  demo,
}: {
  href: string
  icon: LucideIcon
  head: string
  note: string
  demo?: string | undefined
}) {
  return (
    <li>
      <Link className="plain home-row" href={href}>
        <Icon as={icon} />
        <span className="grow">
          <span className="t-m">{head}</span>
          <span className="t-sm t-3">{note}</span>
        </span>
        {demo && <Chip tone="line">{demo}</Chip>}
      </Link>
    </li>
  )
}
