import { useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { sayFailure } from './act.ts'
import { erasePerson } from './erasePerson.ts'
import type { StoredCandidate } from './records.ts'
import { useWords } from './words.ts'

/** Erasing at a person's request: the one act nothing brings back, so their name is typed. Leads to the certificate. */
export function EraseDialog({ record, onClose }: { record: StoredCandidate; onClose: () => void }) {
  const { t } = useWords()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const [isErasing, setIsErasing] = useState(false)
  const name = record.fields.fullName || t.nameless
  const isRight = typed.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase()
  const erase = async () => {
    setIsAsked(true)
    if (!isRight || isErasing) return
    setIsErasing(true)
    const done = await erasePerson(record.id)
    setIsErasing(false)
    if (!done.ok) return sayFailure(done.error)
    navigate(`/effacements/${record.id}`)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.erase.title}
      description={t.erase.note}
      actions={
        <>
          <Button variant="bare" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button variant="danger" working={isErasing} onClick={() => void erase()}>
            {t.erase.action}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void erase()
        }}
      >
        <TextInput
          label={t.erase.typeName(name)}
          value={typed}
          onChange={setTyped}
          error={isAsked && !isRight ? t.erase.differs : undefined}
        />
      </form>
    </Dialog>
  )
}
