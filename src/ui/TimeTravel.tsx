import { History } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { formatHour, formatNumber, formatRelativeDay } from '../kit/format.ts'
import { Button } from './Button.tsx'
import { KeyValues } from './KeyValues.tsx'
import { useLanguage, useText } from './language.ts'
import { Section } from './Section.tsx'
import { Slider } from './Slider.tsx'
import { uiText } from './text.ts'

/** A moment at which a record changed. */
export interface Moment {
  /** ms. */
  at: number
  /** What was done, in words. */
  what: string
  /** '' when nobody said who. */
  by: string
}

/** A value that was another. */
export interface Difference {
  path: string
  label: ReactNode
  /** '' for nothing. */
  was: string
  now: string
}

interface TimeTravelProps<State> {
  /** Oldest first. */
  moments: readonly Moment[]
  /** The kind of record, for what this device may change. */
  changes: string
  /** The record as it stood at a moment (ms); null when it was not there. Another function reads another record. */
  read: (at: number) => Promise<State | null>
  differences: (then: State) => Difference[]
  /** `when` in words. */
  onReturn: (then: State, when: string) => Promise<void>
}

const shownDifferences = 12

/** A record as it stood after one of its changes: what differs from now, and the way back to it. */
export function TimeTravel<State>({ moments, changes, read, differences, onReturn }: TimeTravelProps<State>) {
  const t = useText(uiText).travel
  const language = useLanguage()
  const last = moments.length - 1
  const [chosen, setChosen] = useState<number | null>(null)
  const at = Math.min(chosen ?? last, last)
  const moment = moments[at]
  const isNow = at === last
  const then = useStateAt(read, isNow ? null : (moment?.at ?? null))
  if (moment === undefined || last < 1) return null
  const count = (number: number) => formatNumber(language, number)
  const when = `${formatRelativeDay(language, moment.at, Date.now())}, ${formatHour(language, moment.at)}`
  const said = t.asOf(when, moment.what, moment.by)
  const found = then.state === 'ready' && then.value !== null ? differences(then.value) : []
  const goBack = async (state: State) => {
    await onReturn(state, when)
    setChosen(null)
  }
  return (
    <Section title={t.title} aside={<span className="t-sm">{`${count(at + 1)} / ${count(last + 1)}`}</span>}>
      <Slider label={t.title} value={at} min={0} max={last} onChange={setChosen} valueText={said} />
      <p className="t-sm t-2" role="status">
        {isNow ? t.asNow : said}
      </p>
      {!isNow &&
        then.state === 'ready' &&
        (then.value === null ? (
          <p className="t-2">{t.notThere}</p>
        ) : found.length === 0 ? (
          <p className="t-2">{t.sameAsNow}</p>
        ) : (
          <>
            <KeyValues
              rows={found.slice(0, shownDifferences).map(({ path, label, was, now }) => ({
                key: path,
                label,
                value: (
                  <>
                    {was || t.nothing}
                    <span className="t-3">{t.nowIs(now || t.nothing)}</span>
                  </>
                ),
              }))}
            />
            {found.length > shownDifferences && (
              <p className="t-sm t-3">{t.more(count(found.length - shownDifferences))}</p>
            )}
            <span>
              <Button icon={History} changes={changes} onClick={() => void goBack(then.value!)}>
                {t.goBack}
              </Button>
            </span>
          </>
        ))}
    </Section>
  )
}

/** The record at a moment, once read; null as a moment asks for nothing. */
function useStateAt<State>(
  read: (at: number) => Promise<State | null>,
  moment: number | null,
): { state: 'loading' } | { state: 'ready'; value: State | null } {
  const [found, setFound] = useState<{ moment: number; value: State | null } | null>(null)
  useEffect(() => {
    if (moment === null) return
    let stopped = false
    void read(moment).then((value) => {
      if (!stopped) setFound({ moment, value })
    })
    return () => {
      stopped = true
    }
  }, [read, moment])
  return found !== null && found.moment === moment ? { state: 'ready', value: found.value } : { state: 'loading' }
}
