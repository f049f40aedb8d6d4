import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import type { StoredImport } from './records.ts'
import { unlockImport } from './runImports.ts'
import type { ImportWords } from './text.ts'

/** Asks the password of a locked file; it is used once and kept nowhere. */
export function PasswordDialog({ item, t, onClose }: { item: StoredImport; t: ImportWords; onClose: () => void }) {
  const [password, setPassword] = useState('')
  const read = () => {
    onClose()
    void unlockImport(item, password)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.passwordTitle}
      description={t.passwordBody}
      actions={
        <Button variant="first" onClick={read} kbd="Enter">
          {t.unlock}
        </Button>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          read()
        }}
      >
        <TextInput label={t.password} type="password" autoComplete="off" value={password} onChange={setPassword} />
      </form>
    </Dialog>
  )
}
