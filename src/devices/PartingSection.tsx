import { RotateCw } from 'lucide-react'
import type { Done, Parting, PartingEntry } from '../sync/face.ts'
import { Button } from '../ui/Button.tsx'
import { type Language, useLanguage, useText } from '../ui/language.ts'
import { Section } from '../ui/Section.tsx'
import { toast } from '../ui/toast.ts'
import { commands } from './commands.ts'
import './devices.css'
import { partingText } from './partingText.ts'
import { Points } from './Points.tsx'
import { momentWords } from './statusWords.ts'
import { text } from './text.ts'
import { useCommand } from './useCommand.ts'

/** A relay that was set back: what it lost, what stands there instead, and the way on for who may decide. */
export function PartingSection({
  parting,
  onGoOn = commands.reconcile,
}: {
  parting: Parting
  onGoOn?: (heads: Parting['heads']) => Done
}) {
  const t = useText(partingText)
  const command = useCommand()
  const { lost, found, heads, mayDecide, ask } = parting
  const names = ask.map(({ name, person }) => person || name).filter((name) => name !== '')
  return (
    <Section title={t.title}>
      <p className="t-2" role="alert">
        {t.intro}
      </p>
      <Entries title={t.lost} entries={lost} />
      {found.length > 0 ? (
        <Entries title={t.found} entries={found} />
      ) : (
        <div>
          <h3 className="t-head">{t.found}</h3>
          <p className="t-2">{t.foundNothing}</p>
        </div>
      )}
      {mayDecide ? (
        <>
          <div>
            <h3 className="t-head">{t.does}</h3>
            <Points lines={t.doesList} />
          </div>
          <p className="t-2">{t.caution}</p>
          <span>
            <Button
              variant="first"
              icon={RotateCw}
              working={command.working}
              onClick={() => void command.run(() => onGoOn(heads)).then((done) => done && toast({ text: t.done }))}
            >
              {t.goOn}
            </Button>
          </span>
          {command.failure !== '' && <p role="alert">{command.failure}</p>}
        </>
      ) : (
        <p>{names.length > 0 ? t.ask([...new Set(names)].join(t.or)) : t.askNobody}</p>
      )}
    </Section>
  )
}

function Entries({ title, entries }: { title: string; entries: readonly PartingEntry[] }) {
  const language = useLanguage()
  return (
    <div>
      <h3 className="t-head">{title}</h3>
      <ul className="dev-list">
        {entries.map((entry, index) => (
          // Entries have no names, and their order never changes.
          // oxlint-disable-next-line react/no-array-index-key
          <li className="dev-row" key={index}>
            <span className="grow">{entryWords(language, entry)}</span>
            {entry.at > 0 && <span className="t-sm t-3 nowrap">{momentWords(language, entry.at, Date.now())}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** An entry of the membership as a sentence without its end; who cannot be read is "someone". */
export function entryWords(language: Language, { type, name, person, role, by }: PartingEntry): string {
  const t = partingText[language]
  const quoted = name === '' ? t.aDevice : t.quoted(name)
  const device = person === '' ? quoted : t.ofPerson(quoted, person)
  const words = t.entries[type](by.person || by.name || t.someone, device, role ? text[language].roles[role] : '')
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1)
}
