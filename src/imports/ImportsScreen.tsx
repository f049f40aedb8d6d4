import {
  Ban,
  CircleHelp,
  Clock,
  CopyCheck,
  FileDown,
  FileWarning,
  FileX,
  FolderOpen,
  GitMerge,
  Inbox,
  Loader,
  Lock,
  type LucideIcon,
  MoreHorizontal,
  PackageOpen,
  Pause,
  Play,
  Plus,
  ShieldAlert,
  UserPlus,
  Users,
} from 'lucide-react'
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { reasonsInWords } from '../candidates/sharedWords.ts'
import { formatBytes } from '../kit/format.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { currentLanguage, useText } from '../ui/language.ts'
import { Menu } from '../ui/Menu.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { saveFile } from '../ui/saveFile.ts'
import { toast } from '../ui/toast.ts'
import { useHotkeys } from '../ui/useHotkeys.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { useVirtualRows } from '../ui/useVirtualRows.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import './imports.css'
import { receiveFiles } from './receiveFiles.ts'
import { cancelImports, pauseImports, resumeImports, retryImports } from './queue.ts'
import { readImportedFile, removeImports, type StoredImport, useCandidateNames, useImports } from './records.ts'
import { goOn, readWhole, unlockImport, useImportProgress } from './runImports.ts'
import { iconOfFile } from './iconOfFile.ts'
import { text } from './text.ts'
import {
  isToReview,
  summarise,
  type VerdictGroup,
  type VerdictName,
  verdictGroups,
  verdictOf,
  verdictsToCsv,
} from './verdict.ts'

const icons: Record<VerdictName, LucideIcon> = {
  waiting: Clock,
  paused: Pause,
  reading: Loader,
  created: UserPlus,
  createdWithDoubts: CircleHelp,
  createdWithHiddenText: ShieldAlert,
  merged: GitMerge,
  unpacked: PackageOpen,
  possibleDuplicate: Users,
  same: CopyCheck,
  cancelled: Ban,
  locked: Lock,
  tooLong: FileWarning,
  tooLarge: FileWarning,
  empty: FileX,
  diskFull: FileWarning,
  unreadable: FileX,
}

type Words = (typeof text)['fr']

/** The queue of files and what became of each (M025, M082): progress, verdict with its reason, one action a row. */
export function ImportsScreen() {
  const t = useText(text)
  const isPhone = useIsPhone()
  const live = useImports()
  const [search, setSearch] = useSearchParams()
  const [, go] = useLocation()
  const stalled = useImportProgress((progress) => progress.stalled)
  const items = useMemo(
    () =>
      live.state === 'ready'
        ? [...live.value.values()].sort((a, b) => b.createdAt - a.createdAt || a.fields.order - b.fields.order)
        : [],
    [live],
  )
  const now = useNow(items.some(({ fields }) => fields.state === 'reading' || fields.state === 'waiting'))
  const summary = useMemo(() => summarise(items, now), [items, now])
  const wanted = search.get('verdict') as VerdictGroup | null
  const group = wanted && verdictGroups.includes(wanted) ? wanted : null
  const shown = group ? items.filter((item) => verdictOf(item).group === group) : items
  const toReview = items.filter(isToReview)
  const waiting = items.filter(({ fields }) => fields.state === 'waiting')
  const paused = items.filter(({ fields }) => fields.state === 'paused')
  const review = () => toReview[0] && go(`/imports/${toReview[0].id}/relecture`)
  useHotkeys({ r: review })

  const picker = useRef<HTMLInputElement>(null)
  const folderPicker = useRef<HTMLInputElement>(null)
  const pick = () => picker.current?.click()
  const pauseOrResume = () => (paused.length > 0 ? resumeImports(paused) : pauseImports(items))
  const stopAll = async () => {
    const stopping = items.filter(({ fields }) => ['waiting', 'paused', 'reading'].includes(fields.state))
    const done = await cancelImports(stopping, Date.now())
    if (done.ok) toast({ text: t.stopped(stopping.length), undo: async () => void (await retryImports(stopping)) })
  }
  const clearDone = async () => {
    const finished = items.filter((item) =>
      ['created', 'merged', 'same', 'unpacked', 'cancelled'].includes(verdictOf(item).group),
    )
    const done = await removeImports(finished.map(({ id }) => id))
    if (done.ok) toast({ text: t.cleared(finished.length) })
  }

  const pickers = (
    <>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        data-testid="file-picker"
        onChange={(event) => takeFrom(event.currentTarget)}
      />
      <input
        ref={(element) => {
          folderPicker.current = element
          element?.setAttribute('webkitdirectory', '')
        }}
        type="file"
        hidden
        onChange={(event) => takeFrom(event.currentTarget)}
      />
    </>
  )

  if (live.state === 'failed') {
    return (
      <Screen title={t.title}>
        <ErrorState title={t.failedTitle} onRetry={() => location.reload()}>
          {t.failedBody}
        </ErrorState>
      </Screen>
    )
  }
  const canHold = waiting.length > 0 || paused.length > 0
  return (
    <Screen
      title={t.title}
      actions={
        <>
          {items.length > 0 && (
            <Button variant="bare" icon={FileDown} onClick={() => exportVerdicts(items, t)}>
              {t.exportVerdicts}
            </Button>
          )}
          {canHold && (
            <Button icon={paused.length > 0 ? Play : Pause} onClick={() => void pauseOrResume()}>
              {paused.length > 0 ? t.resume : t.pause}
            </Button>
          )}
          <Button variant="bare" icon={FolderOpen} onClick={() => folderPicker.current?.click()}>
            {t.addFolder}
          </Button>
          <Button icon={Plus} onClick={pick}>
            {t.addFiles}
          </Button>
        </>
      }
      phoneActions={
        <>
          {canHold && (
            <IconButton
              touch
              icon={paused.length > 0 ? Play : Pause}
              name={paused.length > 0 ? t.resume : t.pause}
              onClick={() => void pauseOrResume()}
            />
          )}
          {!canHold && items.length > 0 && (
            <IconButton touch icon={FileDown} name={t.exportVerdicts} onClick={() => exportVerdicts(items, t)} />
          )}
          <IconButton touch icon={Plus} name={t.addFiles} onClick={pick} />
        </>
      }
    >
      {pickers}
      {stalled && (
        <Banner kind="bad" action={<Button onClick={goOn}>{t.resume}</Button>}>
          {t.stalledBanner}
        </Banner>
      )}
      {live.state === 'loading' ? (
        <div className="pad">
          <Skeleton lines={6} label={t.loading} />
        </div>
      ) : items.length === 0 ? (
        <div className="pad">
          <EmptyState
            title={t.emptyTitle}
            icon={Inbox}
            actions={
              <>
                <Button variant="first" icon={Plus} onClick={pick}>
                  {t.addFiles}
                </Button>
                <Button icon={FolderOpen} onClick={() => folderPicker.current?.click()}>
                  {t.addFolder}
                </Button>
              </>
            }
          >
            {t.emptyBody}
          </EmptyState>
        </div>
      ) : (
        <>
          <Progress
            summary={summary}
            paused={paused.length}
            isPhone={isPhone}
            t={t}
            onStop={() => void stopAll()}
            onClear={() => void clearDone()}
          />
          <div className={isPhone ? 'strip' : 'row verdict-bar'}>
            <Segments
              label={t.filterName}
              value={group ?? 'all'}
              onChange={(value) => setSearch(value === 'all' ? {} : { verdict: value }, { replace: true })}
              options={[
                { value: 'all', label: `${t.all} ${summary.total}` },
                ...verdictGroups
                  .filter((name) => summary.counts[name] > 0)
                  .map((name) => ({ value: name, label: `${t.groups[name]} ${summary.counts[name]}` })),
              ]}
            />
            {!isPhone && toReview.length > 0 && (
              <span className="end">
                <Button variant="first" kbd="R" onClick={review}>
                  {t.reviewThem(toReview.length)}
                </Button>
              </span>
            )}
          </div>
          {isPhone && toReview.length > 0 && (
            <div className="psec">
              <Button variant="first" onClick={review}>
                {t.reviewThem(toReview.length)}
              </Button>
            </div>
          )}
          {shown.length === 0 ? (
            <div className="pad">
              <EmptyState
                title={t.emptyFilter}
                actions={<Button onClick={() => setSearch({}, { replace: true })}>{t.showAll}</Button>}
              />
            </div>
          ) : (
            <List items={shown} all={items} isPhone={isPhone} t={t} />
          )}
        </>
      )}
    </Screen>
  )
}

function takeFrom(input: HTMLInputElement): void {
  const files = [...(input.files ?? [])]
  input.value = ''
  if (files.length > 0) void receiveFiles(files)
}

function useNow(ticking: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!ticking) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [ticking])
  return now
}

function Progress({
  summary,
  paused,
  isPhone,
  t,
  onStop,
  onClear,
}: {
  summary: ReturnType<typeof summarise>
  paused: number
  isPhone: boolean
  t: Words
  onStop: () => void
  onClear: () => void
}) {
  const { counts, total, done, perSecond } = summary
  const queued = counts.queued
  const share = (count: number) => (total === 0 ? 0 : count / total)
  const said = useSpokenQuarters(total === 0 ? 0 : done / total, t)
  return (
    <div className={isPhone ? 'psec' : 'import-progress'}>
      <div className="row base wrap">
        <b className="t-b t-lg num">{queued > 0 ? t.progress(done, total) : t.allRead(total)}</b>
        {queued > 0 && (
          <span className="t-2">
            {queued === paused ? t.held(paused) : perSecond > 0 ? t.pace(queued / perSecond, perSecond) : ''}{' '}
            {isPhone ? t.safeToLock : t.safeToClose}
          </span>
        )}
        <span className="end">
          {queued > 0 ? (
            <Button variant="bare" onClick={onStop}>
              {t.stopAll}
            </Button>
          ) : (
            <Button variant="bare" onClick={onClear}>
              {t.clearDone}
            </Button>
          )}
        </span>
      </div>
      <ProgressBar
        label={t.progressName}
        share={total === 0 ? 0 : done / total}
        valueText={t.progress(done, total)}
        parts={[
          { share: share(counts.created), tone: 'moss' },
          { share: share(counts.merged), tone: 'water' },
          { share: share(counts.toDecide), tone: 'carp' },
          { share: share(counts.unreadable), tone: 'brick' },
          { share: share(counts.same + counts.unpacked + counts.cancelled), tone: 'slate' },
        ]}
      />
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </div>
  )
}

/** Readers hear a quarter at a time, not every file. */
function useSpokenQuarters(share: number, t: Words): string {
  const quarter = Math.floor(share * 4) * 25
  return quarter > 0 ? t.quarter(quarter) : ''
}

function List({ items, all, isPhone, t }: { items: StoredImport[]; all: StoredImport[]; isPhone: boolean; t: Words }) {
  const names = useCandidateNames()
  const [locked, setLocked] = useState<StoredImport | null>(null)
  const queue = useMemo(
    () =>
      all
        .filter(({ fields }) => fields.state === 'waiting')
        .sort((a, b) => a.createdAt - b.createdAt || a.fields.order - b.fields.order)
        .reduce((ahead, { id }) => ahead.set(id, ahead.size), new Map<string, number>()),
    [all],
  )
  const { rows, before, after, scrollRef } = useVirtualRows({ count: items.length, rowSize: isPhone ? 72 : 45 })
  const row = (index: number) => {
    const item = items[index]!
    return {
      item,
      verdict: verdictOf(item),
      what: <What item={item} names={names} ahead={queue.get(item.id) ?? 0} t={t} />,
    }
  }
  const dialog = locked && <PasswordDialog item={locked} t={t} onClose={() => setLocked(null)} />
  if (isPhone) {
    return (
      <>
        <div ref={scrollRef as React.RefObject<HTMLDivElement>}>
          <ul className="plist" aria-label={t.queueName}>
            <li style={{ blockSize: before }} aria-hidden="true" />
            {rows.map(({ index }) => {
              const { item, what } = row(index)
              return (
                <li key={item.id} data-import={item.fields.fileName}>
                  <div className="it">
                    <div className="body">
                      <FileName fileName={item.fields.fileName} />
                      <span className="row g1 wrap">
                        <Verdict item={item} t={t} />
                        {item.fields.cameIn !== '' && (
                          <span className="t-sm t-3 cut">{t.cameIn(item.fields.cameIn)}</span>
                        )}
                      </span>
                      <span className="t-sm t-3">{what}</span>
                    </div>
                    <Action item={item} t={t} onUnlock={setLocked} />
                  </div>
                </li>
              )
            })}
            <li style={{ blockSize: after }} aria-hidden="true" />
          </ul>
        </div>
        {dialog}
      </>
    )
  }
  return (
    <div
      className="scroll grow"
      tabIndex={0}
      role="region"
      aria-label={t.queueName}
      ref={scrollRef as React.RefObject<HTMLDivElement>}
    >
      <table className="table import-table" aria-rowcount={items.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th>{t.file}</th>
            <th>{t.verdict}</th>
            <th>{t.whatHappened}</th>
            <th className="r">
              <VisuallyHidden>{t.action}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && (
            <tr aria-hidden="true">
              <td colSpan={4} style={{ blockSize: before }} />
            </tr>
          )}
          {rows.map(({ index }) => {
            const { item, what } = row(index)
            return (
              <tr key={item.id} aria-rowindex={index + 2} data-import={item.fields.fileName}>
                <td className="import-file">
                  <FileName fileName={item.fields.fileName} />
                  <span className="cut t-sm t-3" title={facts(item, t)}>
                    {facts(item, t)}
                  </span>
                </td>
                <td className="nowrap">
                  <Verdict item={item} t={t} />
                </td>
                <td className="t-2">{what}</td>
                <td className="r nowrap">
                  <Action item={item} t={t} onUnlock={setLocked} />
                </td>
              </tr>
            )
          })}
          {after > 0 && (
            <tr aria-hidden="true">
              <td colSpan={4} style={{ blockSize: after }} />
            </tr>
          )}
        </tbody>
      </table>
      {dialog}
    </div>
  )
}

const facts = (item: StoredImport, t: Words): string =>
  [
    item.fields.cameIn === '' ? '' : t.cameIn(item.fields.cameIn),
    item.fields.pageCount > 0 ? t.pages(item.fields.pageCount) : '',
    formatBytes(currentLanguage(), item.fields.sizeBytes),
  ]
    .filter(Boolean)
    .join(', ')

/** The name behind a drawing of what the file is. */
const FileName = memo(({ fileName }: { fileName: string }) => (
  <span className="import-name t-m" title={fileName}>
    <Icon as={iconOfFile(fileName)} size="s" />
    <span className="cut">{fileName}</span>
  </span>
))

const Verdict = memo(({ item, t }: { item: StoredImport; t: Words }) => {
  const { name, tone } = verdictOf(item)
  const words = name === 'createdWithDoubts' ? t.createdDoubts(item.fields.doubtCount) : t.verdicts[name]
  return (
    <span className={`verdict ${tone}`} data-verdict={name}>
      <span className={name === 'reading' ? 'turning' : undefined}>
        <Icon as={icons[name]} />
      </span>
      {words}
    </span>
  )
})

function What({
  item,
  names,
  ahead,
  t,
}: {
  item: StoredImport
  names: ReadonlyMap<string, string>
  ahead: number
  t: Words
}) {
  const { fields } = item
  const person = (id: string) =>
    names.has(id) ? (
      <Link href={`/candidats/${id}`}>{names.get(id) || t.nameless}</Link>
    ) : (
      <span>{t.candidateGone}</span>
    )
  switch (fields.state) {
    case 'waiting':
      return <>{t.before(Math.max(0, ahead))}</>
    case 'paused':
      return <>{t.safeToClose}</>
    case 'reading':
      return <Reading item={item} t={t} />
    case 'created':
      return (
        <>
          {person(fields.candidateId)},{' '}
          {fields.hasHiddenText
            ? t.hiddenFound
            : fields.recognised
              ? t.readByRecognition
              : t.fieldsRead(fields.fieldCount)}
        </>
      )
    case 'duplicate': {
      const closest = fields.resembles[0]
      return (
        <>
          {person(fields.candidateId)}.{' '}
          {closest
            ? `${t.resembles(names.get(closest.candidateId) || t.nameless, reasonsInWords(closest.reasons, currentLanguage()))}, `
            : ''}
          {t.nothingMerged}
        </>
      )
    }
    case 'merged':
      return (
        <>
          {t.mergedInto} {person(fields.candidateId)}
        </>
      )
    case 'same':
      return (
        <>
          {t.sameFile} {person(fields.candidateId)}
        </>
      )
    case 'unpacked':
      return <>{t.unpackedInto(fields.fileCount)}</>
    case 'cancelled':
      return <>{t.cancelledNote}</>
    case 'unreadable':
      return <>{failureSentence(fields, t)}</>
  }
}

/** How far the reading of a file is; it alone is drawn again when a reader tells. */
function Reading({ item, t }: { item: StoredImport; t: Words }) {
  const progress = useImportProgress(({ byItem }) => byItem[item.id])
  if (!progress) return <>{t.steps.opening}</>
  const { step, page, pageCount } = progress
  return (
    <span className="row">
      <span className="import-bar">
        <ProgressBar label={item.fields.fileName} share={pageCount === 0 ? 0 : page / pageCount} />
      </span>
      {pageCount > 0 ? t.stepOnPage(Math.max(1, page), pageCount, t.steps[step]) : t.steps[step]}
    </span>
  )
}

/** The sentence of a failure: what happened, then what to do. A failure of a later version has a general one. */
function failureSentence({ failure, blobId }: StoredImport['fields'], t: Words): string {
  const detail = (failure ?? {}) as Record<string, unknown>
  const number = (name: string) => (typeof detail[name] === 'number' ? (detail[name] as number) : 0)
  switch (failure?.type) {
    case 'Unsupported':
      return t.failures.Unsupported(String(detail['format'] ?? ''))
    case 'Encrypted':
      return t.failures.Encrypted(String(detail['format'] ?? ''))
    case 'TooLarge':
      return t.failures[blobId === '' ? 'TooLarge' : 'TooLargeKept'](number('sizeBytes'), number('limitBytes'))
    case 'TooManyPages':
      return t.failures.TooManyPages(number('pageCount'))
    case 'TooManyPixels':
      return t.failures.TooManyPixels(Math.round(number('megapixels')))
    default: {
      const sentence = (t.failures as Record<string, unknown>)[failure?.type ?? '']
      return typeof sentence === 'string' ? sentence : t.failures.other
    }
  }
}

type ActionProps = { item: StoredImport; t: Words; onUnlock: (item: StoredImport) => void }

/** Menus are heavy: one is drawn again when its own file changed, not whenever another one did. */
const Action = memo(({ item, t, onUnlock }: ActionProps) => {
  const [, go] = useLocation()
  const { fields, id } = item
  const remove = async () => {
    const done = await removeImports([id])
    if (done.ok) toast({ text: t.removed })
  }
  const retry = () => void retryImports([item])
  const review = () => go(`/imports/${id}/relecture`)
  const more = (
    <Menu
      align="end"
      trigger={<IconButton icon={MoreHorizontal} name={t.moreActions(fields.fileName)} />}
      items={[
        { label: t.actions.download, onSelect: () => void openOriginal(item), disabled: fields.blobId === '' },
        ...(fields.state === 'unreadable' || fields.state === 'cancelled'
          ? [{ label: t.actions.retry, onSelect: retry, disabled: fields.blobId === '' }]
          : []),
        { label: t.actions.remove, onSelect: () => void remove() },
      ]}
    />
  )
  const { name } = verdictOf(item)
  const main = () => {
    switch (name) {
      case 'waiting':
      case 'paused':
        return (
          <Button variant="bare" onClick={() => void remove()}>
            {t.actions.remove}
          </Button>
        )
      case 'reading':
        return (
          <Button variant="bare" onClick={() => void cancelImports([item], Date.now())}>
            {t.actions.stop}
          </Button>
        )
      case 'created':
        return (
          <Button variant="bare" onClick={review}>
            {t.actions.review}
          </Button>
        )
      case 'createdWithDoubts':
      case 'createdWithHiddenText':
        return <Button onClick={review}>{t.actions.review}</Button>
      case 'possibleDuplicate':
        return (
          <Button onClick={() => go(`/doublons/${fields.resembles[0]?.candidateId ?? ''}/${fields.candidateId}`)}>
            {t.actions.compare}
          </Button>
        )
      case 'merged':
      case 'same':
        return (
          <Button variant="bare" onClick={() => go(`/candidats/${fields.candidateId}`)}>
            {t.actions.see}
          </Button>
        )
      case 'locked':
        return <Button onClick={() => onUnlock(item)}>{t.actions.unlock}</Button>
      case 'tooLong':
      case 'tooLarge':
        return <Button onClick={() => void readWhole(item)}>{t.actions.readWhole}</Button>
      case 'unpacked':
        return (
          <Button variant="bare" onClick={() => void remove()}>
            {t.actions.remove}
          </Button>
        )
      case 'empty':
        return <Button onClick={() => void remove()}>{t.actions.remove}</Button>
      case 'cancelled':
      case 'diskFull':
      case 'unreadable':
        return fields.blobId === '' ? (
          <Button onClick={() => void remove()}>{t.actions.remove}</Button>
        ) : (
          <Button onClick={retry}>{t.actions.retry}</Button>
        )
    }
  }
  return (
    <span className="row g1 import-actions">
      {main()}
      {more}
    </span>
  )
})

async function openOriginal(item: StoredImport): Promise<void> {
  const file = await readImportedFile(item)
  if (file.ok) saveFile(file.value, file.value.name)
}

function exportVerdicts(items: readonly StoredImport[], t: Words): void {
  const header = [t.file, t.verdict, t.whatHappened]
  const lines = items.map((item) => {
    const { name } = verdictOf(item)
    const { fields } = item
    const detail =
      fields.state === 'unreadable'
        ? failureSentence(fields, t)
        : fields.state === 'duplicate'
          ? fields.resembles.map(({ reasons }) => reasonsInWords(reasons, currentLanguage())).join(', ')
          : fields.state === 'created'
            ? `${t.fieldsRead(fields.fieldCount)}, ${t.doubts(fields.doubtCount)}`
            : ''
    return [[fields.cameIn, fields.fileName].filter(Boolean).join('/'), t.verdicts[name], detail]
  })
  saveFile(new Blob([verdictsToCsv([header, ...lines])], { type: 'text/csv;charset=utf-8' }), t.verdictsFile)
}

function PasswordDialog({ item, t, onClose }: { item: StoredImport; t: Words; onClose: () => void }) {
  const [password, setPassword] = useState('')
  const read = () => {
    onClose()
    void unlockImport(item, password)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.passwordTitle}
      description={t.passwordBody}
      actions={
        <Button variant="first" onClick={read} kbd="Enter">
          {t.unlock}
        </Button>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          read()
        }}
      >
        <TextInput label={t.password} type="password" autoComplete="off" value={password} onChange={setPassword} />
      </form>
    </Dialog>
  )
}
