import { useRef, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useText } from '../ui/language.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { text } from './text.ts'

interface RejectDialogProps {
  open: boolean
  name: string
  /** What is missing, offered as reasons. */
  missing: readonly string[]
  onReject: (reason: string) => void
  onClose: () => void
}

/** Asks the reason without which nobody is set aside. */
export function RejectDialog({ open, name, missing, onReject, onClose }: RejectDialogProps) {
  const t = useText(text)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const close = () => {
    setReason('')
    setAsked(false)
    onClose()
  }
  const confirm = () => {
    if (reason.trim() === '') {
      setAsked(true)
      field.current?.focus()
      return
    }
    onReject(reason.trim())
    close()
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t.rejectTitle(name)}
      description={t.rejectNote}
      initialFocus={field}
      actions={
        <>
          <Button onClick={close}>{t.cancel}</Button>
          <Button variant="first" onClick={confirm}>
            {t.confirmReject}
          </Button>
        </>
      }
    >
      <TextArea
        label={t.reason}
        help={t.reasonHelp}
        error={asked && reason.trim() === '' ? t.reasonMissing : undefined}
        value={reason}
        onChange={setReason}
        required
        inputRef={field}
        rows={3}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) confirm()
        }}
      />
      {missing.length > 0 && (
        <div className="stack">
          <span className="label">{t.suggested}</span>
          <span className="reason-list">
            {missing.map((name) => (
              <button
                key={name}
                type="button"
                className="filter"
                onClick={() =>
                  setReason((before) => [before.trim(), t.suggestMissing(name)].filter(Boolean).join('\n'))
                }
              >
                {t.suggestMissing(name)}
              </button>
            ))}
          </span>
        </div>
      )}
    </Dialog>
  )
}
