import { Camera, Check, FolderOpen, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { handOverMode, joinCodes, seeCode, type SeenCodes } from '../sync/crypto/handOver.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useText } from '../ui/language.ts'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { Section } from '../ui/Section.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { CommandForm } from './CommandForm.tsx'
import { commands } from './commands.ts'
import { DevicePage } from './DevicePage.tsx'
import './devices.css'
import { handOverText } from './handOverText.ts'
import { QrScanner } from './QrScanner.tsx'
import { useCommand } from './useCommand.ts'

/** Takes records that another device hands over without a network: by the camera, or from a file. */
export function ReceiveScreen() {
  const t = useText(handOverText)
  const [bytes, setBytes] = useState<Uint8Array | null>(null)
  const [taken, setTaken] = useState<number | null>(null)
  return (
    <DevicePage title={t.receiveTitle} back={{ href: '/plus', label: t.home }}>
      {taken !== null ? (
        <EmptyState
          icon={Check}
          title={t.taken(taken)}
          actions={
            <>
              <LinkButton variant="first" href="/candidats">
                {t.candidates}
              </LinkButton>
              <Button
                onClick={() => {
                  setTaken(null)
                  setBytes(null)
                }}
              >
                {t.again}
              </Button>
            </>
          }
        >
          {t.takenNote}
        </EmptyState>
      ) : bytes === null ? (
        <Collect onWhole={setBytes} />
      ) : (
        <Open bytes={bytes} onTaken={setTaken} />
      )}
    </DevicePage>
  )
}

function Collect({ onWhole }: { onWhole: (bytes: Uint8Array) => void }) {
  const t = useText(handOverText)
  const picker = useRef<HTMLInputElement>(null)
  const seen = useRef<SeenCodes | null>(null)
  const [progress, setProgress] = useState<{ done: number; count: number } | null>(null)
  const [camera, setCamera] = useState<'off' | 'on' | 'none'>('off')
  const [failure, setFailure] = useState('')
  const see = async (text: string) => {
    const next = seeCode(seen.current, text)
    if (next === null || next.pieces.size === seen.current?.pieces.size) return
    seen.current = next
    setFailure('')
    setProgress({ done: next.pieces.size, count: next.count })
    const whole = await joinCodes(next)
    if (whole === null) return
    if (whole.ok) return onWhole(whole.value)
    seen.current = null
    setProgress(null)
    setFailure(t.damaged)
  }
  const choose = async (file: File | undefined) => {
    if (file === undefined) return
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (handOverMode(bytes) === null) setFailure(t.notOurs)
    else onWhole(bytes)
  }
  return (
    <Section title={t.receiveTitle}>
      <p className="t-2 measure">{t.receiveNote}</p>
      {camera === 'on' && (
        <QrScanner
          name={t.scanName}
          starting={t.starting}
          hint={progress === null ? t.aim : t.seen(progress.done, progress.count)}
          onFail={() => setCamera('none')}
          onCode={(text) => void see(text)}
        />
      )}
      {progress !== null && (
        <ProgressBar
          label={t.seen(progress.done, progress.count)}
          share={progress.done / progress.count}
          valueText={t.seen(progress.done, progress.count)}
        />
      )}
      <input
        ref={picker}
        type="file"
        hidden
        data-testid="hand-over-picker"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          void choose(file)
        }}
      />
      <div className="row wrap">
        {camera === 'on' ? (
          <Button icon={X} onClick={() => setCamera('off')}>
            {t.stop}
          </Button>
        ) : (
          <Button variant="first" icon={Camera} onClick={() => setCamera('on')}>
            {t.scan}
          </Button>
        )}
        <Button icon={FolderOpen} onClick={() => picker.current?.click()}>
          {t.chooseFile}
        </Button>
      </div>
      <p role="status">{failure || (camera === 'none' ? t.noCamera : '')}</p>
    </Section>
  )
}

function Open({ bytes, onTaken }: { bytes: Uint8Array; onTaken: (count: number) => void }) {
  const t = useText(handOverText)
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState(false)
  const command = useCommand()
  const take = async () => {
    setAsked(true)
    if (code.trim() === '') return
    const done = await command.run(() => commands.importRecords(bytes, { passphrase: code.trim() }))
    if (done) onTaken(done.value.records)
  }
  const failure = command.failed?.type === 'CodeUnknown' ? t.wrongCode : command.failure
  return (
    <Section title={t.whole} aside={t.wholeSize(bytes.length)}>
      <CommandForm verb={t.take} working={command.working} failure={''} onSubmit={take}>
        <TextInput
          label={t.typeCode}
          value={code}
          onChange={setCode}
          autoCapitalize="characters"
          spellCheck={false}
          dir="ltr"
          help={t.typeCodeHelp}
          error={asked && code.trim() === '' ? t.codeMissing : failure || undefined}
        />
      </CommandForm>
    </Section>
  )
}
