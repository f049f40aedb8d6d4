import { Camera, FileDown, FolderOpen, Inbox, Pause, Play, Plus } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { Banner } from '../ui/Banner.tsx'
import { Button, LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { FilePicker } from '../ui/FilePicker.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useText } from '../ui/language.ts'
import { Screen } from '../ui/Screen.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { toast } from '../ui/toast.ts'
import { useHotkeys } from '../ui/useHotkeys.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { exportVerdicts } from './exportVerdicts.ts'
import './imports.css'
import { ImportList } from './ImportList.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { cancelImports, pauseImports, resumeImports, retryImports } from './queue.ts'
import { receiveFiles } from './receiveFiles.ts'
import { removeImports, useImports } from './records.ts'
import { goOn, useImportProgress } from './runImports.ts'
import { text } from './text.ts'
import { isToReview, summarise, type VerdictGroup, verdictGroups, verdictOf } from './verdict.ts'

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

  const take = (files: File[]) => void receiveFiles(files)
  const pickers = (
    <>
      <FilePicker picker={picker} multiple onFiles={take} data-testid="file-picker" />
      <FilePicker picker={folderPicker} webkitdirectory="" onFiles={take} />
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
          <Button variant="bare" icon={FolderOpen} changes="document" onClick={() => folderPicker.current?.click()}>
            {t.addFolder}
          </Button>
          <LinkButton variant="bare" icon={Camera} changes="document" href="/capturer">
            {t.photograph}
          </LinkButton>
          <Button icon={Plus} changes="document" onClick={pick}>
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
          <IconButton touch icon={Plus} changes="document" name={t.addFiles} onClick={pick} />
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
                <Button variant="first" icon={Plus} changes="document" onClick={pick}>
                  {t.addFiles}
                </Button>
                <Button icon={FolderOpen} changes="document" onClick={() => folderPicker.current?.click()}>
                  {t.addFolder}
                </Button>
                <LinkButton icon={Camera} changes="document" href="/capturer">
                  {t.photograph}
                </LinkButton>
              </>
            }
          >
            {t.emptyBody}
          </EmptyState>
        </div>
      ) : (
        <>
          <ImportProgress
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
            <ImportList items={shown} all={items} isPhone={isPhone} t={t} />
          )}
        </>
      )}
    </Screen>
  )
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
