import { History } from 'lucide-react'
import { useEffect, useState } from 'react'
import { formatHour } from '../kit/format.ts'
import { Button } from '../ui/Button.tsx'
import { KeyValues } from '../ui/KeyValues.tsx'
import { Section } from '../ui/Section.tsx'
import { Slider } from '../ui/Slider.tsx'
import { act } from './act.ts'
import { fieldLabel } from './DocumentsTab.tsx'
import { type HistoryStep, shortValue } from './historyWords.ts'
import { type CandidateChange, changeCandidate, openCandidateAsOf, type StoredCandidate } from './records.ts'
import { changesBackTo } from './returnTo.ts'
import { useWords } from './words.ts'

interface TimeTravelProps {
  record: StoredCandidate
  /** Latest first. */
  steps: readonly HistoryStep[]
}

const shownChanges = 12

/** The record as it stood after one of its changes: what differs from now, and the way back to it. */
export function TimeTravel({ record, steps }: TimeTravelProps) {
  const { t, language, ago, count } = useWords()
  const oldestFirst = steps.toReversed()
  const last = oldestFirst.length - 1
  const [chosen, setChosen] = useState<number | null>(null)
  const at = Math.min(chosen ?? last, last)
  const step = oldestFirst[at]
  const isNow = at === last
  const then = useAsOf(record.id, isNow ? null : (step?.at ?? null))
  if (step === undefined || last < 1) return null
  const actions: Record<string, string> = t.history.actions
  const when = `${ago(step.at)}, ${formatHour(language, step.at)}`
  const said = t.history.asOf(when, actions[step.action] ?? t.history.changed, step.by)
  const changes = then.state === 'ready' && then.value !== null ? changesBackTo(record, then.value) : []
  const goBack = async () => {
    if (changes.length === 0) return
    await act(changeCandidate(record.id, changes, 'candidate.returned'), t.history.returned(when))
    setChosen(null)
  }
  return (
    <Section title={t.history.travel} aside={<span className="t-sm">{count(at + 1) + ' / ' + count(last + 1)}</span>}>
      <Slider label={t.history.travel} value={at} min={0} max={last} onChange={setChosen} valueText={said} />
      <p className="t-sm t-2" role="status">
        {isNow ? t.history.asNow : said}
      </p>
      {!isNow && then.state === 'ready' && (
        <>
          {then.value === null ? (
            <p className="t-2">{t.history.notThere}</p>
          ) : changes.length === 0 ? (
            <p className="t-2">{t.history.sameAsNow}</p>
          ) : (
            <>
              <KeyValues
                rows={changes.slice(0, shownChanges).map((change) => ({
                  key: change.path,
                  label: fieldLabel(change.path, t.profile.fields),
                  value: <ThenAndNow record={record} change={change} />,
                }))}
              />
              {changes.length > shownChanges && (
                <p className="t-sm t-3">{t.history.more(count(changes.length - shownChanges))}</p>
              )}
              <span>
                <Button icon={History} changes="candidate" onClick={() => void goBack()}>
                  {t.history.goBack}
                </Button>
              </span>
            </>
          )}
        </>
      )}
    </Section>
  )
}

function ThenAndNow({ record, change }: { record: StoredCandidate; change: CandidateChange }) {
  const { t } = useWords()
  const [field, element] = change.path.split('/') as [keyof StoredCandidate['fields'], string?]
  const whole = record.fields[field] as unknown
  const now = element === undefined ? whole : (whole as Record<string, unknown>)[element]
  return (
    <>
      {words(change.value) || t.history.empty}
      <span className="t-3">{t.history.nowIs(words(now) || t.history.empty)}</span>
    </>
  )
}

const words = (value: unknown): string =>
  Array.isArray(value)
    ? value
        .map((each) => shortValue(each) ?? '')
        .filter(Boolean)
        .join(', ')
    : (shortValue(value) ?? '')

/** The record at a moment, once read; null as a moment asks for nothing. */
function useAsOf(
  id: string,
  moment: number | null,
): { state: 'loading' } | { state: 'ready'; value: StoredCandidate | null } {
  const [read, setRead] = useState<{ moment: number; value: StoredCandidate | null } | null>(null)
  useEffect(() => {
    if (moment === null) return
    let stopped = false
    void openCandidateAsOf(id, moment).then((value) => {
      if (!stopped) setRead({ moment, value })
    })
    return () => {
      stopped = true
    }
  }, [id, moment])
  return read !== null && read.moment === moment ? { state: 'ready', value: read.value } : { state: 'loading' }
}
