import { PencilLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { type Candidate, type TextLine } from '../model/candidate.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { act } from './act.ts'
import { documentAddress } from './documentAddress.ts'
import { type ElementList, elementChange, fieldChanges, lastOrder } from './editCandidate.ts'
import { type FormValues } from './RecordForm.tsx'
import { bySomeone, type CandidateChange, changeCandidate, type StoredCandidate } from './records.ts'
import { useWords } from './words.ts'

export type ProfileProps = {
  record: StoredCandidate
  /** What is being edited: `contacts`, `experiences/ID`, `experiences/new`…; null when nothing is. */
  editing: string | null
  onEdit: (part: string | null) => void
  /** The offers that suit, on phones: they stand among the sections. */
  suits?: ReactNode
}

/** Saves, says so with a way back; true when it was written. */
export function useSave(record: StoredCandidate) {
  const { t } = useWords()
  const name = record.fields.fullName || t.nameless
  return {
    fields: (patch: Partial<Candidate>): Promise<boolean> => {
      const changes = fieldChanges(record, patch, bySomeone())
      return changes.length === 0
        ? Promise.resolve(true)
        : act(changeCandidate(record.id, changes), t.profile.saved(name))
    },
    element: (list: ElementList, id: string, value: Record<string, unknown>): Promise<boolean> => {
      const change = elementChange(record, list, id, value, bySomeone())
      return change === null ? Promise.resolve(true) : act(changeCandidate(record.id, [change]), t.profile.saved(name))
    },
    list: (list: ElementList, elements: readonly [string, FormValues][]): Promise<boolean> => {
      const before = record.fields[list] as Record<string, { order: number }>
      const kept = new Set(elements.map(([id]) => id))
      const next = lastOrder(before)
      const changes: CandidateChange[] = [
        ...Object.keys(before).flatMap((id) => (kept.has(id) ? [] : [{ path: `${list}/${id}`, value: undefined }])),
        ...elements.flatMap(([id, values], index) => {
          const order = before[id]?.order ?? next + index
          return elementChange(record, list, id, { ...values, order }, bySomeone()) ?? []
        }),
      ]
      return changes.length === 0
        ? Promise.resolve(true)
        : act(changeCandidate(record.id, changes), t.profile.saved(name))
    },
    removeElement: (list: ElementList, id: string): Promise<boolean> =>
      act(changeCandidate(record.id, [{ path: `${list}/${id}`, value: undefined }]), t.profile.removed),
  }
}

export function EditButton({ name, onClick }: { name: string; onClick: () => void }) {
  return <IconButton icon={PencilLine} changes="candidate" name={name} onClick={onClick} className="act" />
}

export const toOptions = <T extends string>(values: readonly T[], words: Record<T, string>, none?: string) => [
  ...(none === undefined ? [] : [{ value: '', label: none }]),
  ...values.map((value) => ({ value, label: words[value] })),
]

const linesShown = 5

export function CvLines({ candidateId, lines }: { candidateId: string; lines: readonly TextLine[] }) {
  const { t, count } = useWords()
  const written = lines.filter(({ text }) => text.trim() !== '')
  if (written.length === 0) return null
  const item = (line: TextLine, index: number) => <li key={index}>{line.text}</li>
  const source = written.find(({ documentId, boxes }) => documentId !== undefined && (boxes?.length ?? 0) > 0)
  return (
    <>
      <ul className="cv-lines t-2">{written.slice(0, linesShown).map(item)}</ul>
      {written.length > linesShown && (
        <details className="t-2">
          <summary className="t-sm t-3">{t.profile.moreLines(count(written.length - linesShown))}</summary>
          <ul className="cv-lines">{written.slice(linesShown).map(item)}</ul>
        </details>
      )}
      {source?.documentId !== undefined && (
        <span>
          <Link
            className="src"
            href={documentAddress(
              candidateId,
              source.documentId,
              written.flatMap(({ boxes }) => boxes ?? []),
            )}
          >
            {t.profile.inDocument(count(source.boxes?.[0]?.page ?? 1))}
          </Link>
        </span>
      )}
    </>
  )
}

export const linesToText = (lines: readonly TextLine[]): string[] => lines.map(({ text }) => text)

/** Lines as edited; a line that did not change keeps where it stands in the document. */
export const textToLines = (texts: readonly string[], before: readonly TextLine[]): TextLine[] =>
  texts.map((text) => before.find((line) => line.text === text) ?? { text })
