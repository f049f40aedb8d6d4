import { Button } from '../ui/Button.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import type { ImportWords } from './text.ts'
import type { summarise } from './verdict.ts'

/** How much of the queue is read, at what pace, and what it became. */
export function ImportProgress({
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
  t: ImportWords
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
function useSpokenQuarters(share: number, t: ImportWords): string {
  const quarter = Math.floor(share * 4) * 25
  return quarter > 0 ? t.quarter(quarter) : ''
}
