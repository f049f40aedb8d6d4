import { type ReactNode, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useText } from '../ui/language.ts'
import { TextInput } from '../ui/TextInput.tsx'
import { text } from './text.ts'

interface TypedConfirmProps {
  title: string
  /** What must be typed. */
  word: string
  /** Asks for it, where it is no name. */
  typing?: string
  /** On the button. */
  verb: string
  working: boolean
  failure: string
  /** Why it cannot be done at all. */
  offBecause?: string | undefined
  onConfirm: () => void
  onClose: () => void
  children: ReactNode
}

/** For the few acts that nothing brings back: the name is typed, so that no hand slips. */
export function TypedConfirm({
  title,
  word,
  typing,
  verb,
  working,
  failure,
  offBecause,
  onConfirm,
  onClose,
  children,
}: TypedConfirmProps) {
  const t = useText(text)
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState(false)
  const isRight = typed.trim().toLocaleLowerCase() === word.trim().toLocaleLowerCase()
  const confirm = () => {
    setAsked(true)
    if (isRight && offBecause === undefined) onConfirm()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button variant="danger" working={working} offBecause={offBecause} onClick={confirm}>
            {verb}
          </Button>
        </>
      }
    >
      <form
        className="stack g3"
        onSubmit={(event) => {
          event.preventDefault()
          confirm()
        }}
      >
        {children}
        <TextInput
          label={typing ?? t.typeName(word)}
          value={typed}
          onChange={setTyped}
          autoCapitalize="none"
          error={asked && !isRight ? t.nameDiffers : failure || undefined}
        />
      </form>
    </Dialog>
  )
}
