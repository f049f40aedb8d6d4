import { Mail, NotebookPen, Phone, Users } from 'lucide-react'
import { useState } from 'react'
import { formatHour } from '../kit/format.ts'
import type { Interaction } from '../model/interaction.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useOffLimits } from '../ui/offLimits.ts'
import { Section } from '../ui/Section.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { Timeline } from '../ui/Timeline.tsx'
import { useUnsaved } from '../ui/unsaved.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { act } from './act.ts'
import { addExchange, type StoredCandidate, useExchanges, useIsGuest, useOffersWithGuests } from './records.ts'
import { useWords } from './words.ts'

const icons = { note: NotebookPen, call: Phone, meeting: Users, email: Mail }
/** M046: the latest first, then all on demand. */
const shownFirst = 20

/** Notes, calls, meetings: written once, never changed. `isWriting` when the person came to write one. */
export function ExchangesTab({ record, isWriting }: { record: StoredCandidate; isWriting: boolean }) {
  const { t, language, ago, count } = useWords()
  const isPhone = useIsPhone()
  const isGuest = useIsGuest()
  const live = useExchanges(record.id)
  const [kind, setKind] = useState<Interaction['kind']>('note')
  const [text, setText] = useState('')
  const [isWhole, setIsWhole] = useState(false)
  const withGuests = useOffersWithGuests(record.id)
  const [toGuestsOf, setToGuestsOf] = useState('')
  const mayNot = useOffLimits('interaction')
  useUnsaved(text.trim() !== '', t.exchanges.add)
  const save = async () => {
    if (text.trim() === '') return
    if (await act(addExchange(record.id, kind, text.trim(), toGuestsOf), t.exchanges.added)) {
      setText('')
      setToGuestsOf('')
    }
  }
  const all = live.state === 'ready' ? live.value : []
  const shown = isWhole ? all : all.slice(0, shownFirst)
  return (
    <div
      className={isPhone ? '' : 'scroll grow'}
      tabIndex={isPhone ? undefined : 0}
      role="region"
      aria-label={t.exchanges.withThem}
    >
      {mayNot === undefined ? (
        <Section title={t.exchanges.add}>
          <form
            className="stack g3"
            style={{ maxInlineSize: '40rem' }}
            onSubmit={(event) => {
              event.preventDefault()
              void save()
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
              event.preventDefault()
              event.stopPropagation()
              void save()
            }}
          >
            <Segments
              label={t.exchanges.kind}
              value={kind}
              onChange={setKind}
              options={(['note', 'call', 'meeting', 'email'] as const).map((value) => ({
                value,
                label: t.exchanges.kinds[value],
              }))}
            />
            <TextArea
              label={t.exchanges.text}
              value={text}
              onChange={setText}
              rows={4}
              help={isGuest ? t.exchanges.helpGuest : t.exchanges.help}
              autoFocus={isWriting}
            />
            {[...withGuests].map(([id, title]) => (
              <Checkbox key={id} checked={toGuestsOf === id} onChange={(on) => setToGuestsOf(on ? id : '')}>
                {t.exchanges.toGuests(title)}
              </Checkbox>
            ))}
            <span>
              <Button
                variant="first"
                type="submit"
                changes="interaction"
                kbd={t.finishKey}
                {...(text.trim() === '' ? { offBecause: t.exchanges.empty } : {})}
              >
                {t.save}
              </Button>
            </span>
          </form>
        </Section>
      ) : (
        <p className="t-2 pad">{mayNot}</p>
      )}
      <Section title={t.profile.tabs.exchanges} {...(all.length > 0 ? { aside: count(all.length) } : {})}>
        {live.state === 'loading' && <Skeleton />}
        {live.state === 'ready' && all.length === 0 && (
          <EmptyState title={t.exchanges.none}>{t.exchanges.noneNote}</EmptyState>
        )}
        <Timeline
          entries={shown.map(({ id, fields }) => ({
            id,
            icon: icons[fields.kind],
            text: (
              <>
                <span className="t-sm t-3">
                  {t.exchanges.kinds[fields.kind]}
                  {withGuests.has(fields.offerId) && `, ${t.exchanges.seenByGuests}`}
                  {fields.by !== '' && ` · ${fields.by}`}
                </span>
                <span
                  style={{
                    display: 'block',
                    whiteSpace: 'pre-wrap',
                    overflowWrap: 'anywhere',
                    maxInlineSize: 'var(--vv-measure)',
                  }}
                >
                  {fields.text}
                </span>
              </>
            ),
            when: `${ago(fields.at)}, ${formatHour(language, fields.at)}`,
          }))}
        />
        {shown.length < all.length && (
          <span>
            <Button variant="bare" onClick={() => setIsWhole(true)}>
              {t.showAll(count(all.length))}
            </Button>
          </span>
        )}
      </Section>
    </div>
  )
}
