import { Equal, GitMerge, Users } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useLocation, useParams, useSearch } from 'wouter'
import { formatDate, formatDay, formatMonthRange } from '../kit/format.ts'
import { availabilityOf } from '../model/availability.ts'
import { type Candidate, inOrder } from '../model/candidate.ts'
import type { Likeness } from '../model/duplicates.ts'
import type { About } from '../model/record.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useHotkeys } from '../ui/useHotkeys.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { act } from './act.ts'
import { compareCandidates } from './duplicateSearch.ts'
import { nextDuplicate, putOff } from './duplicateQueue.ts'
import './candidates.css'
import { languageLine } from './languageWords.ts'
import { mergeCandidates } from './mergeCandidates.ts'
import { mergedFields, type MergeRow, mergeRows, rowFields, type Side } from './mergeRows.ts'
import { keepApart, type StoredCandidate, useCandidate } from './records.ts'
import { type StoredDocument, useDocumentsOf } from '../documents/records.ts'
import { Told } from './Told.tsx'
import { phoneWords, today, useWords } from './words.ts'

/** Two records side by side, field by field, and what becomes of them. */
export function MergeScreen() {
  const { a = '', b = '' } = useParams<{ a: string; b: string }>()
  const { t } = useWords()
  const [left, right] = [useCandidate(a), useCandidate(b)]
  if (left.state === 'ready' && right.state === 'ready') {
    const [one, other] = [left.value, right.value]
    if (one && other && !one.binnedAt && !other.binnedAt && a !== b)
      return <Merge key={`${a} ${b}`} a={one} b={other} />
    return (
      <Screen title={t.merge.title} back={{ href: '/candidats', label: t.title }}>
        <div className="scroll grow pad">
          <EmptyState
            title={a === b ? t.merge.sameRecord : t.merge.missing}
            icon={Users}
            actions={
              <Link href={one && !one.binnedAt ? `/candidats/${a}` : '/candidats'}>
                {one && !one.binnedAt ? one.fields.fullName || t.nameless : t.title}
              </Link>
            }
          >
            {t.merge.missingNote}
          </EmptyState>
        </div>
      </Screen>
    )
  }
  return (
    <Screen title={t.merge.title} back={{ href: '/candidats', label: t.title }}>
      <div className="scroll grow pad">
        <Skeleton lines={5} label={t.loading} />
      </div>
    </Screen>
  )
}

function Merge({ a, b }: { a: StoredCandidate; b: StoredCandidate }) {
  const { t, resemblance, ago } = useWords()
  const isPhone = useIsPhone()
  const [, navigate] = useLocation()
  // Come from the list of duplicates, one pair follows the other.
  const isSeries = new URLSearchParams(useSearch()).has('suite')
  const rows = useMemo(() => mergeRows(a, b), [a, b])
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map())
  const [cursor, setCursor] = useState<string | null>(null)
  const [merging, setMerging] = useState(false)
  const body = useRef<HTMLDivElement>(null)
  const merged = useMemo(() => mergedFields(a, b, rows, choices), [a, b, rows, choices])
  const open = rows.filter(({ same }) => !same)
  const current = cursor ?? open[0]?.id ?? null
  const sideOf = (row: MergeRow): Side => choices.get(row.id) ?? row.preset
  const choose = (row: MergeRow | undefined, side: Side) => {
    if (row === undefined || row.same || (side === 'both' && !row.canBoth)) return
    // What one record lacks is not chosen for a field: an absent name is no name.
    if (row.entry === null && ((side === 'a' && !row.hasA) || (side === 'b' && !row.hasB))) return
    setChoices(new Map(choices).set(row.id, side))
    setCursor(row.id)
  }
  const move = (step: number) => {
    const at = open.findIndex(({ id }) => id === current)
    setCursor(open[Math.min(open.length - 1, Math.max(0, at + step))]?.id ?? null)
  }
  useEffect(() => {
    if (cursor !== null)
      body.current?.querySelector(`[data-row="${CSS.escape(cursor)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [cursor])
  const inHand = open.find(({ id }) => id === current)
  const finish = async () => {
    if (merging) return
    setMerging(true)
    const done = await act(mergeCandidates(a, b, choices, rows), t.merge.merged(merged.fields.fullName || t.nameless))
    setMerging(false)
    if (done) await goOn(`/candidats/${a.id}`)
  }
  const goOn = async (otherwise: string | null) => {
    if (isSeries) navigate((await nextDuplicate([a.id, b.id])) ?? '/doublons', { replace: true })
    else if (otherwise !== null) navigate(otherwise)
    else leave()
  }
  // Opened by its address alone, there is nowhere to go back to.
  const leave = () => (history.length > 1 ? history.back() : navigate('/candidats'))
  const apart = async () => {
    if (await act(keepApart(a.id, b.id), t.merge.saidApart)) await goOn(null)
  }
  const later = () => {
    putOff(a.id, b.id)
    void goOn(null)
  }
  useHotkeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowLeft: () => choose(inHand, 'a'),
    ArrowRight: () => choose(inHand, 'b'),
    b: () => choose(inHand, 'both'),
    d: () => void apart(),
    l: () => later(),
    'Mod+Enter': () => void finish(),
    Escape: () => leave(),
  })
  const alike = useLikeness(a, b)
  const files = useFiles(a.id, b.id)
  const actions = (
    <>
      <Button kbd={isPhone ? undefined : 'D'} changes="candidate" onClick={() => void apart()}>
        {t.merge.apart}
      </Button>
      <Button variant="bare" kbd={isPhone ? undefined : 'L'} onClick={later}>
        {t.merge.later}
      </Button>
      <Button
        variant="first"
        icon={GitMerge}
        changes="candidate"
        kbd={t.finishKey}
        working={merging}
        onClick={() => void finish()}
      >
        {t.merge.merge}
      </Button>
    </>
  )
  const heads = [
    {
      key: 'a',
      label: t.merge.left,
      name: a.fields.fullName,
      note: t.merge.modified(ago(a.updatedAt)),
      href: `/candidats/${a.id}`,
    },
    {
      key: 'b',
      label: b.fields.origin === 'import' ? t.merge.rightNew : t.merge.right,
      name: b.fields.fullName,
      note: b.fields.origin === 'import' ? t.merge.imported(ago(b.createdAt)) : t.merge.modified(ago(b.updatedAt)),
      href: `/candidats/${b.id}`,
    },
  ]
  return (
    <Screen
      title={t.merge.title}
      back={{ href: '/candidats', label: t.title }}
      above={
        <Link className="plain" href="/doublons">
          {t.duplicates.title}
        </Link>
      }
      actions={<div className="row">{actions}</div>}
    >
      <Banner icon={Users}>
        {alike !== null && (
          <>
            <span className="t-m">
              {alike.reasons.length > 0 ? resemblance(alike) : `${t.merge.classes[alike.class]}.`}
            </span>{' '}
            {alike.doubts.length > 0 &&
              `${t.merge.resemblance(t.merge.against, alike.doubts.map((doubt) => t.merge.doubts[doubt]).join(', '))} `}
          </>
        )}
        <span className="t-sm t-2">{t.merge.kept}</span>
      </Banner>
      <div
        className={isPhone ? '' : 'scroll grow'}
        tabIndex={isPhone ? undefined : 0}
        role="region"
        aria-label={t.merge.region}
        ref={body}
      >
        <div className="split heads">
          <div className="label-cell" />
          {heads.map(({ key, label, name, note, href }) => (
            <div key={key}>
              <span className="t-sm t-3">{label}</span>
              <h2 className="t-name small">
                <Link className="plain" href={href}>
                  {name || t.nameless}
                </Link>
              </h2>
              <span className="t-sm t-3">{note}</span>
            </div>
          ))}
          <div className="result">
            <span className="t-sm t-3">{t.merge.result}</span>
            <p className="t-name small">{merged.fields.fullName || t.nameless}</p>
            <span className="t-sm t-3">{t.merge.resultNote}</span>
          </div>
        </div>
        {rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            files={files}
            a={a}
            b={b}
            merged={merged}
            side={sideOf(row)}
            isCurrent={row.id === current}
            onChoose={(side) => choose(row, side)}
          />
        ))}
        {isPhone ? (
          <div className="psec">{actions}</div>
        ) : (
          <div className="row wrap t-sm t-3 pad">
            <Kbd keys="←" />
            <Kbd keys="→" /> {t.merge.keys.side} <Kbd keys="B" /> {t.merge.keys.both} <Kbd keys="J" />
            <Kbd keys="K" /> {t.merge.keys.field}
          </div>
        )}
      </div>
    </Screen>
  )
}

/** How much the two look alike, weighed by how common their names are here; null until the search answers. */
function useLikeness(a: StoredCandidate, b: StoredCandidate): Likeness | null {
  const [alike, setAlike] = useState<Likeness | null>(null)
  const key = `${a.id} ${a.updatedAt} ${b.id} ${b.updatedAt}`
  useEffect(() => {
    const [one, , other] = key.split(' ') as [string, string, string]
    let stopped = false
    void compareCandidates(one, other).then((found) => {
      if (!stopped) setAlike(found)
    })
    return () => {
      stopped = true
    }
  }, [key])
  return alike
}

/** The files of both, by id. */
function useFiles(a: string, b: string): ReadonlyMap<string, StoredDocument> {
  const [left, right] = [useDocumentsOf(a), useDocumentsOf(b)]
  return useMemo(
    () => new Map([left, right].flatMap((live) => (live.state === 'ready' ? live.value : [])).map((file) => [file.id, file])), // prettier-ignore
    [left, right],
  )
}

type RowProps = {
  row: MergeRow
  files: ReadonlyMap<string, StoredDocument>
  a: StoredCandidate
  b: StoredCandidate
  merged: { fields: Candidate; about: About }
  side: Side
  isCurrent: boolean
  onChoose: (side: Side) => void
}

function Row({ row, files, a, b, merged, side, isCurrent, onChoose }: RowProps) {
  const { t } = useWords()
  const words = useRowWords()
  const label = row.entry === null ? t.merge.rows[row.field!] : entryLabel(row, a, b) || t.profile.untitled
  const result: StoredCandidate = { ...a, fields: merged.fields, about: merged.about }
  const now = isCurrent ? ' now' : ''
  const pick = (own: 'a' | 'b', has: boolean, record: StoredCandidate) => {
    const isOn = side === own || side === 'both'
    const value = words(row, record, own === 'a' ? row.entry?.a : row.entry?.b)
    // The side that lacks a job can be chosen too: it leaves the job out.
    if (!has && row.entry === null) return <div className={`t-3${now}`}>{t.merge.absent}</div>
    return (
      <label className={`pick${now}`} style={isOn ? { fontWeight: 'var(--vv-w-medium)' } : undefined}>
        {row.canBoth ? (
          <input
            type="checkbox"
            className="check"
            checked={isOn}
            onChange={() => {
              const otherOn = side === 'both' || side === (own === 'a' ? 'b' : 'a')
              if (isOn && otherOn) onChoose(own === 'a' ? 'b' : 'a')
              else if (!isOn) onChoose('both')
            }}
          />
        ) : (
          <input type="radio" className="radio" name={`pick ${row.id}`} checked={isOn} onChange={() => onChoose(own)} />
        )}
        <span className="anywhere">
          <span className="sr">{`${label}, ${own === 'a' ? t.merge.left : t.merge.right}: `}</span>
          {has ? value : <span className="t-3">{t.merge.absent}</span>}
          {has && (
            <SourceOf row={row} record={record} files={files} entryId={own === 'a' ? row.entry?.a : row.entry?.b} />
          )}
        </span>
      </label>
    )
  }
  return (
    <div className="split" data-row={row.id} role="group" aria-label={label} aria-current={isCurrent || undefined}>
      <div className={`t-3 label-cell first${now}`}>{label}</div>
      {row.same ? (
        <div className={`t-2${now} both-cells`}>
          <Icon as={Equal} size="s" /> {t.merge.same}
        </div>
      ) : (
        <>
          {pick('a', row.hasA, a)}
          {pick('b', row.hasB, b)}
        </>
      )}
      <div className="result anywhere">
        <Result row={row} side={side} result={result} words={words} />
      </div>
    </div>
  )
}

/** Who says so and when: the CV it was read in, or the person who typed it. */
function SourceOf({
  row,
  record,
  files,
  entryId,
}: Pick<RowProps, 'row' | 'files'> & { record: StoredCandidate; entryId: string | null | undefined }) {
  const { t, language } = useWords()
  const paths = row.entry === null ? rowFields(row) : [`${row.entry.list}/${entryId}`]
  const told = Object.entries(record.about).flatMap(([at, provenance]) =>
    paths.some((path) => at === path || at.startsWith(`${path}/`)) ? [provenance] : [],
  )
  const typed = told.find(({ by }) => by === 'person')
  const read = told.find(({ source }) => source?.documentId !== undefined)?.source?.documentId
  const file = read === undefined ? undefined : files.get(read)
  const words = typed
    ? t.merge.typed(typed.person ?? '')
    : file
      ? t.merge.readIn(file.fields.fileName, formatDate(language, file.createdAt))
      : ''
  return words === '' ? null : <span className="t-sm t-3 source">{words}</span>
}

function Result({
  row,
  side,
  result,
  words,
}: {
  row: MergeRow
  side: Side
  result: StoredCandidate
  words: ReturnType<typeof useRowWords>
}) {
  const { t } = useWords()
  if (row.entry === null) {
    if (side === 'both' && (row.field === 'email' || row.field === 'phone')) return t.merge.both
    return words(row, result, null)
  }
  const { a: idA, b: idB } = row.entry
  if (side === 'both') return t.merge.both
  if (idA === null)
    return side === 'b' ? (
      <>
        {words(row, result, idB)}, {t.merge.added}
      </>
    ) : (
      <span className="t-3">{t.merge.dropped}</span>
    )
  if (idB === null && side === 'b') return <span className="t-3">{t.merge.dropped}</span>
  return words(row, result, idA)
}

function entryLabel(row: MergeRow, a: StoredCandidate, b: StoredCandidate): string {
  const { list, a: idA, b: idB } = row.entry!
  const entry = (idA === null ? b.fields[list][idB!] : a.fields[list][idA])!
  const where =
    'organisation' in entry ? (entry.organisation as string) : 'school' in entry ? (entry.school as string) : ''
  return [where, entry.title].filter(Boolean).join(', ')
}

/** The value of a row in one of the records, in words. */
function useRowWords(): (row: MergeRow, record: StoredCandidate, entryId: string | null | undefined) => ReactNode {
  const { t, language, count, availability, contract, place, salary } = useWords()
  return (row, record, entryId) => {
    const { fields, about } = record
    if (row.entry !== null) {
      const entry = entryId ? fields[row.entry.list][entryId] : undefined
      if (!entry) return null
      const path = `${row.entry.list}/${entryId}`
      return (
        <Told record={record} path={[`${path}/start`, `${path}/end`, `${path}/title`]} quiet>
          {[formatMonthRange(language, entry.start, entry.end) || t.profile.undated, entry.title]
            .filter(Boolean)
            .join(', ')}
          {entry.lines.length > 0 && <span className="t-sm t-3"> {t.merge.lines(count(entry.lines.length))}</span>}
        </Told>
      )
    }
    const told = (path: string | string[], value: ReactNode) => (
      <Told record={record} path={path} quiet>
        {value}
      </Told>
    )
    switch (row.field!) {
      case 'fullName':
      case 'headline':
      case 'email':
      case 'address':
        return told(row.field!, fields[row.field as 'email'])
      case 'phone':
        return told('phone', <span className="num">{phoneWords(fields.phone)}</span>)
      case 'birthDate':
        return /^\d{4}-\d{2}-\d{2}$/.test(fields.birthDate) ? formatDay(language, fields.birthDate) : fields.birthDate
      case 'place':
        return told(['city', 'postalCode'], place(fields))
      case 'availability': {
        const start = availabilityOf(fields, about, today())
        const path = start.kind === 'notice' ? 'noticeDays' : 'availableFrom'
        return told(path, availability(start))
      }
      case 'contracts':
        return told('contracts', fields.contracts.map(contract).join(', '))
      case 'workMode':
        return fields.workMode === '' ? null : told('workMode', t.profile.workModes[fields.workMode])
      case 'mobility':
        return told(
          ['mobilityKm', 'vehicle'],
          [
            fields.mobilityKm === null ? '' : `${count(fields.mobilityKm)}\u00A0km`,
            ...fields.mobilityPlaces,
            fields.vehicle === null ? '' : fields.vehicle ? t.profile.withVehicle : t.profile.withoutVehicle,
          ]
            .filter(Boolean)
            .join(', '),
        )
      case 'salary':
        return told(['salaryMin', 'salaryMax'], salary(fields))
      case 'links':
        return fields.links.map((link) => link.replace(/^(?:mailto:|tel:|https?:\/\/)/, '')).join(', ')
      case 'summary':
        return t.merge.lines(count(fields.summary.length))
      case 'skills':
        return inOrder(fields.skills).map(([, { name }]) => name).join(', ') // prettier-ignore
      case 'languages':
        return inOrder(fields.languages).map(([, spoken]) => languageLine(spoken, language)).join(', ') // prettier-ignore
      case 'licences':
        return inOrder(fields.licences).map(([, { name, code }]) => name || code).join(', ') // prettier-ignore
      case 'tags':
        return Object.keys(fields.tags).sort().join(', ')
      case 'photo':
        return fields.photoId === '' ? null : t.merge.hasPhoto
    }
  }
}
