import { FileDown, KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { formatDate } from '../kit/format.ts'
import { useSetting } from '../settings/records.ts'
import { minPassphraseLetters } from '../sync/face.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button, LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { emptyPassphrase, isUsable, NewPassphrase } from '../ui/NewPassphrase.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { saveFile } from '../ui/saveFile.ts'
import { Section } from '../ui/Section.tsx'
import { toast } from '../ui/toast.ts'
import { useUnsaved } from '../ui/unsaved.ts'
import { commands } from './commands.ts'
import { DevicePage } from './DevicePage.tsx'
import './devices.css'
import { kitText } from './kitText.ts'
import { relayAddress } from './RelayTest.tsx'
import { recoveryPdf } from './recoveryPdf.ts'
import { useRelayFacts } from './records.ts'
import { useOwnRole } from './roles.ts'
import { text } from './text.ts'
import { useCommand } from './useCommand.ts'

/** Makes what opens the workspace again when every device is lost. */
export function KitScreen() {
  const t = useText(kitText)
  const common = useText(text)
  const own = useOwnRole()
  const isFirst = new URLSearchParams(useSearch()).has('premiere')
  const [words, setWords] = useState<string[] | null>(null)
  const [isPassphraseSet, setIsPassphraseSet] = useState(false)
  return (
    <DevicePage title={t.title} back={{ href: '/appareils', label: t.devices }} isBelow>
      {isFirst && words === null && !isPassphraseSet && <Banner>{t.first}</Banner>}
      {own !== null && own !== 'owner' ? (
        <EmptyState title={common.failures.NotAllowed} />
      ) : words !== null ? (
        <Words words={words} isFirst={isFirst} />
      ) : isPassphraseSet ? (
        <EmptyState
          icon={KeyRound}
          title={t.madePassphrase}
          actions={<LinkButton href="/appareils">{t.devices}</LinkButton>}
        >
          {isFirst ? '' : t.replaced}
        </EmptyState>
      ) : (
        <Make isFirst={isFirst} onWords={setWords} onPassphrase={() => setIsPassphraseSet(true)} />
      )}
    </DevicePage>
  )
}

function Make({
  isFirst,
  onWords,
  onPassphrase,
}: {
  isFirst: boolean
  onWords: (words: string[]) => void
  onPassphrase: () => void
}) {
  const t = useText(kitText)
  const [kind, setKind] = useState<'words' | 'passphrase'>('words')
  const [passphrase, setPassphrase] = useState(emptyPassphrase)
  const [asked, setAsked] = useState(false)
  const command = useCommand()
  const make = async () => {
    setAsked(true)
    if (kind === 'words') {
      const made = await command.run(() => commands.makeRecoveryKit({ kind }))
      if (made) onWords(made.value.words)
      return
    }
    if (!isUsable(passphrase, minPassphraseLetters)) return
    if (await command.run(() => commands.makeRecoveryKit({ kind, passphrase: passphrase.typed }))) onPassphrase()
  }
  return (
    <Section title={t.head}>
      <p className="t-2 measure">{t.why}</p>
      <form
        className="dev-form"
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <RadioGroup
          label={t.kind}
          value={kind}
          onChange={setKind}
          options={(['words', 'passphrase'] as const).map((value) => ({
            value,
            label: t.kinds[value],
            help: t.kindNotes[value],
          }))}
        />
        {kind === 'passphrase' && (
          <NewPassphrase
            value={passphrase}
            onChange={setPassphrase}
            minLength={minPassphraseLetters}
            asked={asked}
            words={{
              label: t.passphrase,
              help: t.passphraseHelp,
              short: t.passphraseShort,
              again: t.again,
              differs: t.differs,
            }}
          />
        )}
        <span className="row wrap">
          <Button variant="first" icon={KeyRound} type="submit" working={command.working}>
            {kind === 'words' ? t.makeWords : t.makePassphrase}
          </Button>
          {isFirst && (
            <LinkButton variant="bare" href="/appareils">
              {t.later}
            </LinkButton>
          )}
        </span>
        {command.failure !== '' && <p role="alert">{command.failure}</p>}
      </form>
    </Section>
  )
}

function Words({ words, isFirst }: { words: readonly string[]; isFirst: boolean }) {
  const t = useText(kitText)
  const language = useLanguage()
  const [, navigate] = useLocation()
  const relay = useRelayFacts()
  const name = useSetting('workspace.name')
  const [isSaved, setIsSaved] = useState(false)
  useUnsaved(!isSaved, t.wordsTitle)
  const save = async () => {
    const pdf = await recoveryPdf({
      title: t.pdfTitle,
      facts: [
        ...(name.state === 'ready' && name.value !== '' ? [[t.pdfSpace, name.value] as const] : []),
        [t.pdfRelay, relayAddress(relay?.url ?? location.origin)],
        [t.pdfMade, formatDate(language, Date.now())],
      ],
      words,
      how: t.pdfHow,
      keep: t.pdfKeep,
    })
    saveFile(pdf, `${t.file}.pdf`)
    setIsSaved(true)
    toast({ text: t.saved })
  }
  return (
    <Section title={t.wordsTitle}>
      <p className="t-2 measure">{t.wordsNote}</p>
      <ol className="kit-words" data-testid="kit-words">
        {words.map((word, index) => (
          // The words have no identity of their own: the same one may stand twice.
          <li key={`${index}-${word}`}>{word.normalize('NFC')}</li>
        ))}
      </ol>
      {!isFirst && <p className="t-sm t-3">{t.replaced}</p>}
      <div className="row wrap">
        <Button variant="first" icon={FileDown} onClick={() => void save()}>
          {t.savePdf}
        </Button>
        <Button onClick={() => navigate('/appareils')}>{t.finished}</Button>
      </div>
    </Section>
  )
}
