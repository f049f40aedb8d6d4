import { Undo2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import type { HistoryStep } from './historyWords.ts'
import { type StoredCandidate, useCandidate } from './records.ts'
import { SeparateDialog } from './SeparateDialog.tsx'
import { useWords } from './words.ts'

/** Who a merging step of this record's history brought in; '' when the step is seen from the record that joined. */
export function joinedIn(step: HistoryStep): string {
  const entry = step.entries.find(({ path }) => path === 'mergedFrom')
  const [before, after] = [entry?.before, entry?.value].map((ids) => (Array.isArray(ids) ? (ids as string[]) : []))
  return after!.filter((id) => !before!.includes(id)).at(-1) ?? ''
}

type MergeStepProps = {
  record: StoredCandidate
  step: HistoryStep
  /** What the merge changed. */
  children: ReactNode
}

/** 'Fusionné avec …' and what it changed, with the way to part the two again for as long as both are there. */
export function MergeStep({ record, step, children }: MergeStepProps) {
  const { t } = useWords()
  const [isAsking, setIsAsking] = useState(false)
  const live = useCandidate(joinedIn(step))
  if (live.state !== 'ready') return null
  const other = live.value
  if (other === null) {
    return (
      <>
        <span className="t-3">{t.separate.gone}</span>
        {children}
      </>
    )
  }
  return (
    <>
      <span className="t-m">{t.separate.merged(other.fields.fullName || t.nameless)}</span>
      {children}
      {other.fields.mergedInto === record.id && (
        <Button variant="bare" icon={Undo2} onClick={() => setIsAsking(true)}>
          {t.separate.action}
        </Button>
      )}
      {isAsking && (
        <SeparateDialog
          survivor={record}
          other={other}
          transaction={step.transaction}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  )
}
