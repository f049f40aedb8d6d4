import { CircleHelp, Lock, UserCheck, Users } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import { drawPage } from '../../workers/extraction/client.ts'
import { reasonsInWords } from '../candidates/sharedWords.ts'
import { apartOf, usePageImages } from '../documents/records.ts'
import { formatDay, formatMonth, formatMonthRange, formatPercent } from '../kit/format.ts'
import { formatPhone } from '../kit/phone.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Columns } from '../ui/Columns.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { type PageBox as ViewerBox, PageViewer } from '../ui/PageViewer.tsx'
import { Passages } from '../ui/Passages.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { toast } from '../ui/toast.ts'
import { useUnsaved } from '../ui/unsaved.ts'
import { useHotkeys } from '../ui/useHotkeys.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import './imports.css'
import { isToReview } from './verdict.ts'
import {
  bySomeone,
  markReviewed,
  reviewCandidate,
  type StoredImport,
  undo,
  useCandidateNames,
  useImport,
  useImports,
  useReviewed,
  useReviewedDocument,
} from './records.ts'
import { groupFields, type ReviewField, type ReviewGroup, reviewChange, reviewFields } from './reviewFields.ts'
import { text } from './text.ts'

type Words = (typeof text)['fr']

/** The CV's page beside what was read of it: doubts first, one open at a time, corrected by keyboard. */
export function ReviewScreen() {
  const { id = '' } = useParams<{ id: string }>()
  const t = useText(text)
  const item = useImport(id)
  const candidate = useReviewed(item.state === 'ready' ? (item.value?.fields.candidateId ?? '') : '')
  if (item.state === 'loading' || candidate.state === 'loading') {
    return (
      <Screen title={t.reviewTitle} back={{ href: '/imports', label: t.title }}>
        <div className="pad">
          <Skeleton lines={8} label={t.loading} />
        </div>
      </Screen>
    )
  }
  if (
    item.state === 'failed' ||
    candidate.state === 'failed' ||
    !item.value ||
    !candidate.value ||
    candidate.value.binnedAt
  ) {
    return (
      <Screen title={t.reviewTitle} back={{ href: '/imports', label: t.title }}>
        <ErrorState
          title={t.reviewGone}
          actions={
            <Link className="btn" href="/imports">
              {t.backToImports}
            </Link>
          }
        >
          {t.reviewGoneBody}
        </ErrorState>
      </Screen>
    )
  }
  return <Review key={id} item={item.value} candidate={candidate.value} t={t} />
}

function Review({
  item,
  candidate,
  t,
}: {
  item: StoredImport
  candidate: NonNullable<Extract<ReturnType<typeof useReviewed>, { state: 'ready' }>['value']>
  t: Words
}) {
  const isPhone = useIsPhone()
  const language = useLanguage()
  const [, go] = useLocation()
  const names = useCandidateNames()
  const fields = useMemo(() => reviewFields(candidate), [candidate])
  const doubts = fields.filter(({ doubtful }) => doubtful)
  const sure = fields.filter(({ doubtful }) => !doubtful)
  const [chosen, setChosen] = useState<string | null>(null)
  const current = fields.find(({ path }) => path === chosen) ?? doubts[0] ?? null
  const [editing, setEditing] = useState(false)
  const [draft, setDraft] = useState('')
  const [lit, setLit] = useState<string | null>(null)
  const [expanded, setExpanded] = useState<string | null>(null)
  const [side, setSide] = useState<'image' | 'fields'>('fields')
  const input = useRef<HTMLInputElement>(null)
  const open = current?.path ?? null
  useEffect(() => {
    setDraft(current?.value ?? '')
    setEditing(false)
  }, [open, current?.value])
  useEffect(() => {
    if (editing) input.current?.select()
  }, [editing])
  useUnsaved(editing && current !== null && draft !== current.value, t.reviewTitle)

  const { position, count, nextId } = useReviewQueue(item.id)
  const say = (message: string, transaction: string) =>
    toast({ text: message, undo: async () => void (await undo(transaction)) })
  const settle = async (field: ReviewField, value: string) => {
    const done = await reviewCandidate(
      candidate.id,
      [reviewChange(candidate, field.path, value, bySomeone())],
      value === field.value ? 'candidate.reviewed' : 'candidate.edited',
    )
    if (!done.ok) return toast({ text: done.error.type === 'NotAllowed' ? t.notAllowed : t.failures.DiskFull })
    if (value !== field.value) say(value === '' ? t.emptied : t.kept, done.value.transaction)
    setEditing(false)
    setChosen(null)
  }
  const step = (by: 1 | -1) => {
    const among = doubts.length > 0 ? doubts : fields
    const at = among.findIndex(({ path }) => path === open)
    const next = among[(at + by + among.length) % among.length]
    if (next) setChosen(next.path)
  }
  const leave = () => go(nextId ? `/imports/${nextId}/relecture` : '/imports')
  const acceptAll = async () => {
    const done = await markReviewed(
      item,
      candidate,
      doubts.map(({ path, value }) =>
        reviewChange(candidate, path, path === open && editing ? draft : value, bySomeone()),
      ),
    )
    if (!done.ok) return toast({ text: done.error.type === 'NotAllowed' ? t.notAllowed : t.failures.DiskFull })
    say(t.reviewed(candidate.fields.fullName || t.nameless), done.value.transaction)
    leave()
  }
  const compare = () => lookalike && go(`/doublons/${lookalike.candidateId}/${candidate.id}`)
  const lookalike = item.fields.resembles.find(({ candidateId }) => names.has(candidateId))
  useHotkeys({
    j: () => step(1),
    k: () => step(-1),
    Tab: () => step(1),
    Enter: () => current && void settle(current, current.value),
    e: () => current && setEditing(true),
    d: compare,
  })
  useHotkeys({ 'Mod+Enter': () => void acceptAll() }, { inFields: true })

  const live = useReviewedDocument(item.fields.documentId)
  const document = live.state === 'ready' ? live.value : null
  const { pages, failed } = usePageImages(document, drawPage)
  const apart = document ? apartOf(document) : []
  const boxes: ViewerBox[] = fields.flatMap((field) =>
    field.boxes.map((box, index) => ({
      id: index === 0 ? field.path : `${field.path}#${index}`,
      page: box.page - 1,
      x: box.x,
      y: box.y,
      width: box.width,
      height: box.height,
      kind: field.path === open ? ('current' as const) : field.doubtful ? ('doubt' as const) : ('sure' as const),
      label: label(field, t),
      ...(field.doubtful
        ? { tag: `${label(field, t)}, ${formatPercent(language, field.provenance.confidence ?? 0)}` }
        : {}),
    })),
  )
  const image = (
    <PageViewer
      pages={pages}
      boxes={boxes}
      current={open}
      lit={lit}
      onBoxHover={(box) => setLit(box?.split('#')[0] ?? null)}
      onBoxSelect={(box) => setChosen(box.split('#')[0]!)}
      label={t.pageImage}
      head={
        <>
          <span className="t-mono cut">{item.fields.fileName}</span>
          <span className="t-sm t-3">
            {failed ? t.cannotDraw : t.pageFacts(item.fields.pageCount, item.fields.recognised)}
          </span>
        </>
      }
    />
  )
  const row = (field: ReviewField) =>
    field.path === open ? (
      <OpenRow
        key={field.path}
        field={field}
        draft={draft}
        editing={editing}
        input={input}
        t={t}
        onDraft={(value) => {
          setDraft(value)
          setEditing(true)
        }}
        onAccept={() => void settle(field, draft)}
        onEmpty={() => void settle(field, '')}
        onCancel={() => {
          setDraft(field.value)
          setEditing(false)
        }}
      />
    ) : (
      <ClosedRow
        key={field.path}
        field={field}
        lit={lit === field.path}
        t={t}
        onOpen={() => setChosen(field.path)}
        onHover={setLit}
      />
    )
  const panel = (
    <div
      className={isPhone ? undefined : 'review-fields'}
      tabIndex={isPhone ? undefined : 0}
      role="region"
      aria-label={t.tabFields}
    >
      <div className={isPhone ? 'psec' : 'sect'}>
        <div className="row wrap">
          <h2 className="t-name review-name grow">{candidate.fields.fullName || t.missingName}</h2>
          <span className={doubts.length > 0 ? 'conf low' : 'conf'}>
            {doubts.length > 0 && <Icon as={CircleHelp} />}
            {doubts.length > 0 ? t.doubts(doubts.length) : t.noDoubt}
          </span>
        </div>
        {lookalike && (
          <div className="row t-sm review-note">
            <Icon as={Users} />
            <span className="grow">
              {t.lookalike(names.get(lookalike.candidateId) || t.nameless, reasonsInWords(lookalike.reasons, language))}
            </span>
            <Button kbd={isPhone ? undefined : 'D'} onClick={compare}>
              {t.actions.compare}
            </Button>
          </div>
        )}
      </div>
      {apart.length > 0 && (
        <div className={isPhone ? 'psec' : 'sect'}>
          <Passages passages={apart} />
        </div>
      )}
      {doubts.length > 0 && (
        <>
          <h3 className="review-head">{t.doubtsFirst}</h3>
          <dl>{doubts.map(row)}</dl>
        </>
      )}
      <h3 className="review-head">
        {t.readSurely} <span className="num">{sure.length}</span>
      </h3>
      <dl>
        {groupFields(sure).map((group) =>
          group.fields.length === 1 || group.id === expanded || group.fields.some(({ path }) => path === open) ? (
            group.fields.map(row)
          ) : (
            <GroupRow
              key={group.id}
              group={group}
              lit={group.fields.some(({ path }) => path === lit)}
              t={t}
              onOpen={() => setExpanded(group.id)}
              onHover={setLit}
            />
          ),
        )}
      </dl>
      <div className={isPhone ? 'psec' : 'sect'}>
        <Link href={`/candidats/${candidate.id}`}>{t.openProfile}</Link>
      </div>
    </div>
  )
  return (
    <Screen
      title={t.reviewTitle}
      aside={t.position(position, count)}
      back={{ href: '/imports', label: t.title }}
      above={
        <>
          <Link className="plain" href="/imports">
            {t.title}
          </Link>
          <span>/</span>
          <span className="t-mono cut">{item.fields.fileName}</span>
        </>
      }
      actions={
        <>
          <span className="row t-sm t-3 review-keys">
            <Kbd keys="J" /> {t.keyNextDoubt} <Kbd keys="Enter" /> {t.keyAccept} <Kbd keys="E" /> {t.keyCorrect}
          </span>
          <Button onClick={leave}>{t.later}</Button>
          <Button variant="first" kbd="Ctrl+Enter" onClick={() => void acceptAll()}>
            {nextId ? t.acceptAll : t.acceptLast}
          </Button>
        </>
      }
    >
      {item.fields.hasHiddenText && (
        <Banner
          kind="doubt"
          action={
            <Link className="btn" href={`/candidats/${candidate.id}?onglet=documents`}>
              {t.actions.see}
            </Link>
          }
        >
          {t.hiddenBanner}
        </Banner>
      )}
      {isPhone ? (
        <>
          <div className="psec review-switch">
            <Segments
              label={t.reviewTitle}
              value={side}
              onChange={(value) => setSide(value as 'image' | 'fields')}
              options={[
                { value: 'fields', label: t.tabFields },
                { value: 'image', label: t.tabImage },
              ]}
            />
          </div>
          {side === 'image' ? image : panel}
          <div className="review-foot">
            <Button onClick={leave}>{t.later}</Button>
            <Button variant="first" onClick={() => void acceptAll()}>
              {nextId ? t.acceptAll : t.acceptLast}
            </Button>
          </div>
        </>
      ) : (
        <Columns widths="minmax(0,1fr) 31rem">
          {image}
          {panel}
        </Columns>
      )}
    </Screen>
  )
}

/** Where this file stands among those that wait for a person, and which comes next. */
function useReviewQueue(id: string): { position: number; count: number; nextId: string | null } {
  const live = useImports()
  const first = useRef<string[] | null>(null)
  return useMemo(() => {
    const items =
      live.state === 'ready'
        ? [...live.value.values()].sort((a, b) => b.createdAt - a.createdAt || a.fields.order - b.fields.order)
        : []
    // The count is that of the pile one sat down to: it does not shrink under the reader's hands.
    first.current ??=
      live.state === 'ready' ? items.filter((item) => item.id === id || isToReview(item)).map((item) => item.id) : null
    const pile = first.current ?? [id]
    const waiting = items.filter((item) => item.id !== id && isToReview(item))
    const after = waiting.find((item) => pile.indexOf(item.id) > pile.indexOf(id)) ?? waiting[0]
    return { position: pile.indexOf(id) + 1, count: pile.length, nextId: after?.id ?? null }
  }, [live, id])
}

const label = (field: ReviewField, t: Words): string => {
  const name =
    (t.fields as Record<string, string>)[field.name] ??
    (t.elementFields as Record<string, string>)[field.name] ??
    field.name
  return field.entry && field.entry !== field.value ? t.ofEntry(name, field.entry) : name
}

function shownValue(field: ReviewField, language: 'fr' | 'en', t: Words): string {
  if (field.value === 'present') return t.present
  if (field.name === 'phone') return formatPhone(field.value)
  if (field.name === 'vehicle') return field.value === 'true' ? t.yes : field.value === 'false' ? t.no : ''
  if ((field.name === 'start' || field.name === 'end') && /^\d{4}-\d{2}$/.test(field.value))
    return formatMonth(language, field.value)
  if (field.name === 'availableFrom' && /^\d{4}-\d{2}-\d{2}$/.test(field.value)) return formatDay(language, field.value)
  return field.value
}

function Sureness({ field, t }: { field: ReviewField; t: Words }) {
  const language = useLanguage()
  const { by, person, confidence } = field.provenance
  if (by === 'person') {
    return (
      <dd className="conf hum">
        <Icon as={UserCheck} size="s" /> {person}
      </dd>
    )
  }
  if (by === 'assumed') return <dd className="conf">{t.assumed}</dd>
  return (
    <dd className={field.doubtful ? 'conf low' : 'conf'}>
      {field.doubtful && <Icon as={CircleHelp} size="s" />}
      {formatPercent(language, confidence ?? 1)}
    </dd>
  )
}

function ClosedRow({
  field,
  lit,
  t,
  onOpen,
  onHover,
}: {
  field: ReviewField
  lit: boolean
  t: Words
  onOpen: () => void
  onHover: (path: string | null) => void
}) {
  const language = useLanguage()
  const { by, confidence } = field.provenance
  const stratum = field.doubtful
    ? 'doubt'
    : by === 'assumed' || (by === 'reader' && (confidence ?? 1) < 0.9)
      ? 'prob'
      : undefined
  const sealed = field.name === 'email' || field.name === 'phone' || field.name === 'address'
  return (
    <div
      className={lit ? 'frow lit' : 'frow'}
      data-field={field.path}
      onPointerEnter={() => onHover(field.path)}
      onPointerLeave={() => onHover(null)}
    >
      <dt className="cut">{label(field, t)}</dt>
      <dd className="cut">
        <button
          type="button"
          className="review-value cut"
          onClick={onOpen}
          onFocus={() => onHover(field.path)}
          onBlur={() => onHover(null)}
        >
          <span className={stratum}>{shownValue(field, language, t) || t.notSeen}</span>
          {sealed && <Icon as={Lock} size="s" />}
        </button>
      </dd>
      <Sureness field={field} t={t} />
    </div>
  )
}

/** A job, a degree or a whole list on one line: what is sure is quiet. Opened, it shows its parts. */
function GroupRow({
  group,
  lit,
  t,
  onOpen,
  onHover,
}: {
  group: ReviewGroup
  lit: boolean
  t: Words
  onOpen: () => void
  onHover: (path: string | null) => void
}) {
  const language = useLanguage()
  const of = (name: ReviewField['name']) => group.fields.find((field) => field.name === name)?.value ?? ''
  const isEntry = group.list === 'experiences' || group.list === 'education'
  const head = isEntry ? formatMonthRange(language, of('start'), of('end')) || t.lists[group.list] : t.lists[group.list]
  const value = isEntry
    ? [of('title') || of('degree'), of('organisation') || of('school')].filter(Boolean).join(', ')
    : group.fields
        .filter(({ name }) => name !== 'level')
        .map((field) => field.value)
        .join(', ')
  const least = Math.min(
    ...group.fields.map(({ provenance }) => (provenance.by === 'reader' ? (provenance.confidence ?? 1) : 1)),
  )
  const first = group.fields[0]!.path
  return (
    <div
      className={lit ? 'frow lit' : 'frow'}
      data-field={group.id}
      onPointerEnter={() => onHover(first)}
      onPointerLeave={() => onHover(null)}
    >
      <dt className="cut">{head}</dt>
      <dd className="cut">
        <button
          type="button"
          className="review-value cut"
          aria-expanded="false"
          onClick={onOpen}
          onFocus={() => onHover(first)}
          onBlur={() => onHover(null)}
        >
          <span className={least < 0.9 ? 'prob' : undefined}>{value}</span>
        </button>
      </dd>
      <dd className="conf">{formatPercent(language, least)}</dd>
    </div>
  )
}

function OpenRow({
  field,
  draft,
  editing,
  input,
  t,
  onDraft,
  onAccept,
  onEmpty,
  onCancel,
}: {
  field: ReviewField
  draft: string
  editing: boolean
  input: React.RefObject<HTMLInputElement | null>
  t: Words
  onDraft: (value: string) => void
  onAccept: () => void
  onEmpty: () => void
  onCancel: () => void
}) {
  const words = field.provenance.source?.text ?? ''
  const reason = field.provenance.doubt ? (t.doubtReasons as Record<string, string>)[field.provenance.doubt] : undefined
  const isDate = field.name === 'start' || field.name === 'end'
  return (
    <div className={field.doubtful ? 'frow now' : 'frow now calm'} data-field={field.path}>
      <dt className="t-m">{label(field, t)}</dt>
      <dd className="stack">
        <input
          ref={input}
          className="input"
          value={draft}
          aria-label={label(field, t)}
          onChange={(event) => onDraft(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
              event.preventDefault()
              onAccept()
            }
            if (event.key === 'Escape') {
              event.stopPropagation()
              onCancel()
              event.currentTarget.blur()
            }
          }}
        />
        {(words !== '' || reason) && (
          <p className="t-sm t-2">{words !== '' && words !== field.value ? t.readAs(words, reason ?? '') : reason}</p>
        )}
        {isDate && <p className="help">{t.dateHelp}</p>}
        <div className="row g1">
          <Button variant="first" kbd="Enter" onClick={onAccept}>
            {editing && draft !== field.value ? t.save : t.accept}
          </Button>
          <Button variant="bare" onClick={onEmpty}>
            {t.leaveEmpty}
          </Button>
        </div>
      </dd>
      <Sureness field={field} t={t} />
    </div>
  )
}
