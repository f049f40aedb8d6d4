import {
  ArrowLeftRight,
  FileDown,
  GitMerge,
  Hash,
  History,
  NotebookPen,
  PencilLine,
  Split,
  Tag,
  Trash2,
  Undo2,
  UserPlus,
  type LucideIcon,
} from 'lucide-react'
import { useCallback, useState } from 'react'
import { useDevices } from '../devices/records.ts'
import { formatHour } from '../kit/format.ts'
import { shortValue, shortWords } from '../kit/shortValue.ts'
import { changesBackTo, valueAt } from '../model/returnTo.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Timeline } from '../ui/Timeline.tsx'
import { TimeTravel } from '../ui/TimeTravel.tsx'
import { toast } from '../ui/toast.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { act, sayFailure } from './act.ts'
import { fieldLabel } from './DocumentsTab.tsx'
import { type HistoryStep, toSteps } from './historyWords.ts'
import { joinedIn, MergeStep } from './MergeStep.tsx'
import { changeCandidate, openCandidateAsOf, type StoredCandidate, takeBack, useCandidateHistory } from './records.ts'
import { useWords } from './words.ts'

const icons: Record<string, LucideIcon> = {
  'candidate.created': UserPlus,
  'candidate.edited': PencilLine,
  'candidate.reviewed': PencilLine,
  'candidate.tagged': Tag,
  'candidate.untagged': Tag,
  'candidate.binned': Trash2,
  'candidate.restored': Undo2,
  'candidates.merged': GitMerge,
  'candidates.separated': Split,
  'candidate.returned': History,
  'conflict.swapped': ArrowLeftRight,
  'conflict.kept': ArrowLeftRight,
  'codes.given': Hash,
  'import.read': FileDown,
  'note.added': NotebookPen,
  undone: Undo2,
}
const shownFirst = 50

/** What says where a record comes from or hangs together with: going back in time leaves it. */
const kept: ReadonlySet<string> = new Set([
  'mergedInto',
  'mergedFrom',
  'origin',
  'reviewedAt',
  'documentId',
  'photoId',
  'codes',
])

/** Everything that happened to the record, latest first; each step can be taken back. */
export function HistoryTab({ record }: { record: StoredCandidate }) {
  const { t, language, ago, count } = useWords()
  const isPhone = useIsPhone()
  const live = useCandidateHistory(record.id)
  const devices = useDevices()
  const [isWhole, setIsWhole] = useState(false)
  const steps = live.state === 'ready' ? toSteps(live.value) : []
  const read = useCallback((at: number) => openCandidateAsOf(record.id, at), [record.id])
  const shown = isWhole ? steps : steps.slice(0, shownFirst)
  const actions: Record<string, string> = t.history.actions
  const sayers = ({ by, from }: HistoryStep): string => {
    const device = devices.state === 'ready' ? devices.value.find(({ id }) => id === from)?.name : undefined
    return [by, device === undefined ? '' : t.history.received(device)].filter(Boolean).join(', ')
  }
  const take = async (step: HistoryStep) => {
    const undone = await takeBack(step.transaction)
    if (!undone.ok) sayFailure(undone.error)
    else
      toast({
        text: undone.value.kept > 0 ? t.partlyUndone : t.history.undone,
        undo: async () => void (await takeBack(undone.value.transaction)),
      })
  }
  return (
    <div
      className={isPhone ? '' : 'scroll grow'}
      tabIndex={isPhone ? undefined : 0}
      role="region"
      aria-label={t.profile.tabs.history}
    >
      <TimeTravel
        moments={steps
          .map(({ at, action, by }) => ({ at, what: actions[action] ?? t.history.changed, by }))
          .toReversed()}
        changes="candidate"
        read={read}
        differences={(then: StoredCandidate) =>
          changesBackTo(record, then, kept).map(({ path, value }) => ({
            path,
            label: fieldLabel(path, t.profile.fields),
            was: shortWords(value),
            now: shortWords(valueAt(record.fields, path)),
          }))
        }
        onReturn={async (then, when) => {
          await act(
            changeCandidate(record.id, changesBackTo(record, then, kept), 'candidate.returned'),
            t.history.returned(when),
          )
        }}
      />
      <Section title={t.profile.tabs.history} aside={<span className="t-sm">{t.history.note}</span>}>
        {live.state === 'loading' && <Skeleton />}
        <Timeline
          entries={shown.map((step) => ({
            id: step.transaction,
            icon: icons[step.action] ?? History,
            text: (
              <>
                {joinedIn(step) === '' ? (
                  <>
                    <span className="t-m">{actions[step.action] ?? t.history.changed}</span>
                    <Changes step={step} />
                  </>
                ) : (
                  <MergeStep record={record} step={step}>
                    <Changes step={step} />
                  </MergeStep>
                )}
              </>
            ),
            action: canBeTakenBack(step) && (
              <Button
                variant="bare"
                changes="candidate"
                icon={Undo2}
                onClick={() => void take(step)}
                aria-label={t.history.takeBackNamed(actions[step.action] ?? t.history.changed)}
              >
                {t.history.takeBack}
              </Button>
            ),
            ...(sayers(step) === '' ? {} : { by: sayers(step) }),
            when: `${ago(step.at)}, ${formatHour(language, step.at)}`,
          }))}
        />
        {shown.length < steps.length && (
          <span>
            <Button variant="bare" onClick={() => setIsWhole(true)}>
              {t.showAll(count(steps.length))}
            </Button>
          </span>
        )}
      </Section>
    </div>
  )
}

/** Making a record is not taken back here: the bin does it, and can be undone. */
const canBeTakenBack = ({ action, entries }: HistoryStep): boolean =>
  // Merged records are parted by a way of their own, which says what becomes of what; a number once given stays.
  action !== 'candidates.merged' &&
  action !== 'codes.given' &&
  entries.some(
    ({ operation }) => operation === 'set' || operation === 'remove' || operation === 'bin' || operation === 'restore',
  ) &&
  !entries.some(({ operation }) => operation === 'create' || operation === 'erase')

const changesShown = 6
/** Not there, or an empty list or text. */
const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

function Changes({ step }: { step: HistoryStep }) {
  const { t, count } = useWords()
  const changes = step.entries.filter(
    ({ operation, path, before, value }) =>
      (operation === 'set' || operation === 'remove') &&
      !path.startsWith('merged') &&
      !(isNothing(before) && isNothing(value)),
  )
  if (changes.length === 0) return null
  return (
    <ul className="t-sm t-2">
      {changes.slice(0, changesShown).map(({ seq, path, operation, before, value }) => {
        const label = fieldLabel(path, t.profile.fields)
        // An element says nothing but its name: the code.
        if (path.startsWith('codes/')) {
          const isAlias = (value as { alias?: unknown } | undefined)?.alias === true
          return <li key={seq}>{t.history.code(path.slice('codes/'.length), isAlias)}</li>
        }
        const [was, is] = [shortValue(before), operation === 'remove' ? null : shortValue(value)]
        return (
          <li key={seq}>
            {label}
            {was !== null && is !== null && was !== is
              ? t.history.fromTo(was, is)
              : is !== null
                ? t.history.to(is)
                : was !== null && operation === 'remove'
                  ? t.history.removed(was)
                  : ''}
          </li>
        )
      })}
      {changes.length > changesShown && <li className="t-3">{t.history.more(count(changes.length - changesShown))}</li>}
    </ul>
  )
}
