import { FileInput, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { formatDate } from '../kit/format.ts'
import { Button } from '../ui/Button.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { Section } from '../ui/Section.tsx'
import { toast } from '../ui/toast.ts'
import { importTaxonomy } from './importTaxonomy.ts'
import { removeTaxonomy, useKeptTaxonomies } from './records.ts'
import { text } from './text.ts'

/** Lines of a refused file that are named. */
const linesTold = 5

/** Official lists of trades and skills, kept on this device for their names. */
export function OfficialLists() {
  const t = useText(text)
  const language = useLanguage()
  const kept = useKeptTaxonomies()
  const picker = useRef<HTMLInputElement>(null)
  const [reading, setReading] = useState<{ name: string; share: number; stop: () => void } | null>(null)
  const [failure, setFailure] = useState('')
  const read = async (files: readonly File[]) => {
    if (reading) return
    setFailure('')
    for (const file of files) {
      const stopping = new AbortController()
      const show = (share: number) => setReading({ name: file.name, share, stop: () => stopping.abort() })
      show(0)
      const done = await importTaxonomy(file, { signal: stopping.signal, onProgress: show })
      if (done.ok) {
        toast({ text: t.fileDone(file.name) })
        continue
      }
      const { error } = done
      if (error.type === 'Cancelled') break
      const said = error.type in t.fileFailures ? t.fileFailures[error.type as 'Empty'] : t.fileFailures.other
      const lines = error.type === 'BadRows' ? error.problems.slice(0, linesTold).map(({ line }) => line) : []
      setFailure(`${file.name} : ${error.type === 'BadRows' ? t.fileFailures.BadRows(lines.join(', ')) : said}`)
      break
    }
    setReading(null)
  }
  return (
    <Section title={t.files} level={3}>
      <div
        className="lexicon-form"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          // The window's own drop target would take them for CVs.
          event.stopPropagation()
          void read([...event.dataTransfer.files])
        }}
      >
        <p className="t-2 measure">{t.filesNote}</p>
        <input
          ref={picker}
          type="file"
          accept=".csv,.json"
          multiple
          hidden
          data-testid="taxonomy-picker"
          onChange={(event) => {
            void read([...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
        <span>
          <Button icon={FileInput} working={reading !== null} onClick={() => picker.current?.click()}>
            {t.pick}
          </Button>
        </span>
        {reading && (
          <span className="row">
            <span className="grow">
              <ProgressBar label={t.reading(reading.name)} share={reading.share} />
            </span>
            <Button onClick={reading.stop}>{t.stop}</Button>
          </span>
        )}
        <p role="status">{failure}</p>
      </div>
      {kept && kept.length > 0 && (
        <ul className="lexicon-list">
          {kept.map(({ id, concepts, names, sizeBytes, importedAt, skipped }) => (
            <li key={id}>
              <div className="grow">
                <p className="t-b">{t.taxonomies[id]}</p>
                <p className="t-sm t-2">{t.kept(concepts, names, sizeBytes)}</p>
                <p className="t-sm t-3">
                  {formatDate(language, importedAt)}
                  {skipped > 0 && `, ${t.keptSkipped(skipped)}`}
                </p>
              </div>
              <Button
                variant="bare"
                icon={Trash2}
                aria-label={t.removeOf(t.taxonomies[id])}
                onClick={() => void removeTaxonomy(id).then(() => toast({ text: t.fileRemoved(t.taxonomies[id]) }))}
              >
                {t.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
