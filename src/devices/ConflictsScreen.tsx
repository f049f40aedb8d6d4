import { GitCompareArrows } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatNumber } from '../kit/format.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { ConflictRow, type FieldWords } from './ConflictRow.tsx'
import { conflictText } from './conflictText.ts'
import { DevicePage } from './DevicePage.tsx'
import './devices.css'
import { type Conflict, useConflicts } from './records.ts'

interface ConflictsScreenProps {
  words: FieldWords
  /** Names a record, as a link to it where it has an address. */
  nameOf: (conflict: Conflict) => ReactNode
}

/** Every value that two devices changed without knowing of each other, record by record. */
export function ConflictsScreen({ words, nameOf }: ConflictsScreenProps) {
  const t = useText(conflictText)
  const language = useLanguage()
  const live = useConflicts()
  const conflicts = live.state === 'ready' ? live.value : []
  const records = [...new Set(conflicts.map(({ recordId }) => recordId))]
  return (
    <DevicePage
      title={t.title}
      aside={conflicts.length > 0 ? formatNumber(language, conflicts.length) : undefined}
      back={{ href: '/', label: t.title }}
    >
      {live.state === 'loading' && (
        <div className="pad">
          <Skeleton lines={4} label={t.loading} />
        </div>
      )}
      {live.state === 'ready' && conflicts.length === 0 && (
        <EmptyState icon={GitCompareArrows} title={t.none}>
          {t.noneNote}
        </EmptyState>
      )}
      {conflicts.length > 0 && <p className="t-2 pad">{t.note}</p>}
      {records.map((recordId) => {
        const own = conflicts.filter((conflict) => conflict.recordId === recordId)
        return (
          <Section key={recordId} title={nameOf(own[0]!)}>
            {own.map((conflict) => (
              <ConflictRow key={`${conflict.path} ${conflict.stamp}`} conflict={conflict} words={words} />
            ))}
          </Section>
        )
      })}
    </DevicePage>
  )
}
