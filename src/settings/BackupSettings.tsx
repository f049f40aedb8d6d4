import { type ReactNode, useRef, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { FilePicker } from '../ui/FilePicker.tsx'
import { useText } from '../ui/language.ts'
import { emptyPassphrase, isUsable, NewPassphrase } from '../ui/NewPassphrase.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { saveFile } from '../ui/saveFile.ts'
import { Section } from '../ui/Section.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { makeBackup, restoreBackup } from './records.ts'
import { text } from './text.ts'

/** Shorter ones are found by trying. */
const passphraseLength = 12

/** A file that holds the whole workspace under a passphrase, made here and taken back here. */
export function BackupSettings() {
  return (
    <>
      <MakeBackup />
      <RestoreBackup />
    </>
  )
}

function MakeBackup() {
  const t = useText(text)
  const [passphrase, setPassphrase] = useState(emptyPassphrase)
  const [asked, setAsked] = useState(false)
  const [share, setShare] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const make = async () => {
    setAsked(true)
    if (!isUsable(passphrase, passphraseLength) || share !== null) return
    setShare(0)
    setSaid('')
    try {
      const file = await makeBackup(passphrase.typed, setShare)
      saveFile(file, `${t.backupFile}-${new Date().toISOString().slice(0, 10)}.vivier`)
      setSaid(t.made(file.size))
      setPassphrase(emptyPassphrase)
      setAsked(false)
    } catch {
      // Whatever stopped it (memory, a closed database), the workspace is as it was.
      setSaid(t.makeFailed)
    }
    setShare(null)
  }
  return (
    <Section title={t.sections.backup}>
      <p className="t-2 measure">{t.backupNote}</p>
      <PassphraseForm action={t.make} working={share !== null} onSubmit={() => void make()}>
        <NewPassphrase
          value={passphrase}
          onChange={setPassphrase}
          minLength={passphraseLength}
          asked={asked}
          words={{
            label: t.passphrase,
            help: t.passphraseHelp,
            short: t.passphraseShort,
            again: t.passphraseAgain,
            differs: t.passphraseDiffers,
          }}
        />
      </PassphraseForm>
      {share !== null && <ProgressBar label={t.making} share={share} />}
      <p role="status">{said}</p>
    </Section>
  )
}

function RestoreBackup() {
  const t = useText(text)
  const picker = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [share, setShare] = useState<number | null>(null)
  const [failure, setFailure] = useState('')
  const [said, setSaid] = useState('')
  const restore = async () => {
    if (!file || share !== null) return
    setShare(0)
    setFailure('')
    setSaid('')
    try {
      const done = await restoreBackup(file, passphrase, setShare)
      if (done.ok) {
        setSaid(t.restored(done.value.rows, done.value.blobs))
        setFile(null)
        setPassphrase('')
      } else {
        setFailure((t.restoreFailures as Record<string, string>)[done.error.type] ?? t.restoreFailures.other)
      }
    } catch {
      setFailure(t.restoreFailures.other)
    }
    setShare(null)
  }
  return (
    <Section title={t.restoreTitle} id="reprendre">
      <p className="t-2 measure">{t.restoreNote}</p>
      <FilePicker
        picker={picker}
        accept=".vivier"
        data-testid="backup-picker"
        onFiles={([chosen]) => {
          setFile(chosen ?? null)
          setFailure('')
        }}
      />
      <span className="row wrap">
        <Button changes="setting" onClick={() => picker.current?.click()}>
          {t.chooseFile}
        </Button>
        {file && <span className="t-sm">{t.chosen(file.name)}</span>}
      </span>
      {file && (
        <PassphraseForm action={t.restore} working={share !== null} onSubmit={() => void restore()}>
          <TextInput
            label={t.passphrase}
            type="password"
            autoComplete="current-password"
            value={passphrase}
            onChange={setPassphrase}
            error={failure || undefined}
          />
        </PassphraseForm>
      )}
      {share !== null && <ProgressBar label={t.restoring} share={share} />}
      <p role="status">{said}</p>
    </Section>
  )
}

interface PassphraseFormProps {
  action: string
  working: boolean
  onSubmit: () => void
  children: ReactNode
}

function PassphraseForm({ action, working, onSubmit, children }: PassphraseFormProps) {
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
      <span>
        <Button variant="first" type="submit" working={working}>
          {action}
        </Button>
      </span>
    </form>
  )
}
