import { FileDown, Pause, Play, QrCode as QrIcon } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useHistoryState } from 'wouter/use-browser-location'
import { toQrTexts } from '../sync/crypto/handOver.ts'
import { makeCode } from '../sync/crypto/invitation.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useText } from '../ui/language.ts'
import { saveFile } from '../ui/saveFile.ts'
import { Section } from '../ui/Section.tsx'
import { toast } from '../ui/toast.ts'
import { commands } from './commands.ts'
import { DevicePage } from './DevicePage.tsx'
import './devices.css'
import { handOverText } from './handOverText.ts'
import { codeInGroups } from './invitationCode.ts'
import { QrCode } from './QrCode.tsx'
import { noteHandOver } from './records.ts'
import { useCommand } from './useCommand.ts'

/** Slow enough for a phone's camera to see each, fast enough not to tire the arm. */
const codeEveryMs = 180
/** Beyond, the file is shorter than holding the phone. */
const manyCodes = 120

/** What the list gives when it leads here: the ids of who was chosen. */
export interface HandOverState {
  handOver: readonly string[]
}

/** Hands chosen records to another device without a network: codes for its camera, or a file. */
export function HandOverScreen() {
  const t = useText(handOverText)
  const state = useHistoryState<Partial<HandOverState> | null>()
  const ids = state?.handOver ?? []
  const [made, setMade] = useState<{ sizeBytes: number; code: string; texts: string[] } | null>(null)
  const command = useCommand()
  const filing = useCommand()
  const prepare = async () => {
    const code = codeInGroups(makeCode().replaceAll('-', ''))
    const done = await command.run(() => commands.exportRecords(ids, { passphrase: code, withFiles: false }))
    if (!done) return
    void noteHandOver(ids.length)
    setMade({ sizeBytes: done.value.length, code, texts: await toQrTexts(done.value) })
  }
  const save = async (passphrase: string) => {
    const done = await filing.run(() => commands.exportRecords(ids, { passphrase }))
    if (!done) return
    saveFile(new Blob([done.value], { type: 'application/octet-stream' }), `${t.fileName}.vivier-remise`)
    toast({ text: t.saved })
  }
  return (
    <DevicePage title={t.title} back={{ href: '/candidats', label: t.candidates }} isBelow>
      {ids.length === 0 ? (
        <EmptyState icon={QrIcon} title={t.nothing} actions={<LinkButton href="/candidats">{t.toList}</LinkButton>}>
          {t.nothingNote}
        </EmptyState>
      ) : made === null ? (
        <Section title={t.chosen(ids.length)}>
          <p className="t-2 measure">{t.note}</p>
          <span>
            <Button variant="first" big icon={QrIcon} working={command.working} onClick={() => void prepare()}>
              {t.prepare}
            </Button>
          </span>
          <p role="status">{command.working ? t.preparing : command.failure}</p>
        </Section>
      ) : (
        <>
          <Section title={t.code}>
            <bdi className="code-large" dir="ltr" data-testid="hand-over-code">
              {made.code}
            </bdi>
            <p className="t-sm t-2 measure">{t.codeNote}</p>
          </Section>
          <Section title={t.chosen(ids.length)}>
            <Codes texts={made.texts} sizeBytes={made.sizeBytes} />
            <span>
              <Button icon={FileDown} working={filing.working} onClick={() => void save(made.code)}>
                {t.saveFile}
              </Button>
            </span>
            {filing.failure !== '' && <p role="alert">{filing.failure}</p>}
          </Section>
        </>
      )}
    </DevicePage>
  )
}

/** The codes one after the other, and again; it can be stopped. */
function Codes({ texts, sizeBytes }: { texts: readonly string[]; sizeBytes: number }) {
  const t = useText(handOverText)
  const [at, setAt] = useState(0)
  const [isPlaying, setIsPlaying] = useState(true)
  // A camera that misses one waits for the next round: another order each time would not help, all are needed.
  useEffect(() => {
    if (!isPlaying || texts.length < 2) return
    const timer = setInterval(() => setAt((index) => (index + 1) % texts.length), codeEveryMs)
    return () => clearInterval(timer)
  }, [isPlaying, texts])
  const shown = texts[at % texts.length] ?? ''
  const code = useMemo(() => <QrCode value={shown} name={t.qrName} dense />, [shown, t])
  return (
    <div className="code-card qr-large" data-testid="hand-over-codes" data-text={shown}>
      <p className="t-2">{t.how}</p>
      {code}
      <p className="t-sm t-3 num">{t.progress((at % texts.length) + 1, texts.length, sizeBytes)}</p>
      {texts.length > manyCodes && <p className="t-sm t-2">{t.tooMany}</p>}
      {texts.length > 1 && (
        <Button variant="bare" icon={isPlaying ? Pause : Play} onClick={() => setIsPlaying(!isPlaying)}>
          {isPlaying ? t.pause : t.play}
        </Button>
      )}
    </div>
  )
}
