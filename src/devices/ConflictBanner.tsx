import { GitCompareArrows } from 'lucide-react'
import { Link } from 'wouter'
import { Icon } from '../ui/Icon.tsx'
import { useText } from '../ui/language.ts'
import { ConflictRow, type FieldWords } from './ConflictRow.tsx'
import { conflictText } from './conflictText.ts'
import './devices.css'
import { useConflicts } from './records.ts'

/** On a record, the rest is a list of its own. */
const shownHere = 2

/** On top of a record that two devices changed at once: both values and the way to swap; nothing when there are none. */
export function ConflictBanner({ recordId, words }: { recordId: string; words: FieldWords }) {
  const t = useText(conflictText)
  const live = useConflicts(recordId)
  if (live.state !== 'ready' || live.value.length === 0) return null
  return (
    <section className="banner conflicts" aria-label={t.title}>
      <Icon as={GitCompareArrows} />
      <div className="grow stack g3">
        {live.value.slice(0, shownHere).map((conflict) => (
          <ConflictRow key={`${conflict.path} ${conflict.stamp}`} conflict={conflict} words={words} />
        ))}
        {live.value.length > shownHere && <Link href="/conflits">{t.more(live.value.length)}</Link>}
      </div>
    </section>
  )
}
