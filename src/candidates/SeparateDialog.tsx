import { useEffect, useState } from 'react'
import { formatDate } from '../kit/format.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { act } from './act.ts'
import type { StoredCandidate } from './records.ts'
import { findLaterThings, type LaterThing, separateCandidates } from './separateCandidates.ts'
import { useWords } from './words.ts'

type SeparateDialogProps = {
  survivor: StoredCandidate
  other: StoredCandidate
  /** The write that merged them. */
  transaction: string
  onClose: () => void
}

/** Says what becomes of what, asks whose is what came since, and parts two merged records. */
export function SeparateDialog({ survivor, other, transaction, onClose }: SeparateDialogProps) {
  const { t, language } = useWords()
  const [things, setThings] = useState<LaterThing[]>([])
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set())
  const [working, setWorking] = useState(false)
  const one = survivor.fields.fullName || t.nameless
  const two = other.fields.fullName || t.nameless
  useEffect(() => {
    let stopped = false
    void findLaterThings(survivor.id, transaction).then((found) => {
      if (!stopped) setThings(found)
    })
    return () => {
      stopped = true
    }
  }, [survivor.id, transaction])
  const finish = async () => {
    setWorking(true)
    const chosen = things.filter(({ id }) => theirs.has(id))
    const done = await act(separateCandidates(survivor.id, transaction, chosen), t.separate.done(one, two))
    setWorking(false)
    if (done) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.separate.title(one, two)}
      description={t.separate.rule(two)}
      actions={
        <>
          <Button variant="bare" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button variant="first" working={working} onClick={() => void finish()}>
            {t.separate.confirm}
          </Button>
        </>
      }
    >
      {things.length > 0 && (
        <fieldset className="stack g1" style={{ border: 0, padding: 0, margin: 0 }}>
          <legend className="t-head">{t.separate.since}</legend>
          <p className="t-sm t-3">{t.separate.sinceNote(two)}</p>
          {things.map(({ kind, id, createdAt, about }) => (
            <Checkbox
              key={id}
              checked={theirs.has(id)}
              onChange={(on) => {
                const next = new Set(theirs)
                if (on) next.add(id)
                else next.delete(id)
                setTheirs(next)
              }}
            >
              {t.separate.kinds[kind]}
              {kind !== 'application' && about !== '' && `, ${about.length > 60 ? `${about.slice(0, 57)}…` : about}`}
              <span className="t-3">, {formatDate(language, createdAt)}</span>
            </Checkbox>
          ))}
        </fieldset>
      )}
    </Dialog>
  )
}
