import { FileInput, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import { formatDate } from '../kit/format.ts'
import { Button } from '../ui/Button.tsx'
import { FilePicker } from '../ui/FilePicker.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { Section } from '../ui/Section.tsx'
import { toast } from '../ui/toast.ts'
import { readOfficialFiles, stopReading, useOfficialFiles } from './officialFiles.ts'
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
  const { reading, failure } = useOfficialFiles()
  const lines = failure?.problems.slice(0, linesTold).map(({ line }) => line) ?? []
  const said = failure && (failure.why === 'BadRows' ? t.fileFailures.BadRows(lines.join(', ')) : reasonOf(t.fileFailures, failure.why)) // prettier-ignore
  return (
    <Section title={t.files} level={3}>
      <div className="lexicon-form">
        <p className="t-2 measure">{t.filesNote}</p>
        <FilePicker
          picker={picker}
          accept=".csv,.json,.zip"
          multiple
          onFiles={(files) => void readOfficialFiles(files)}
          data-testid="taxonomy-picker"
        />
        <span>
          <Button icon={FileInput} working={reading !== null} onClick={() => picker.current?.click()}>
            {t.pick}
          </Button>
        </span>
        {reading && (
          <span className="row">
            <span className="grow">
              <span className="t-sm t-2 cut">{t.reading(reading.name)}</span>
              <ProgressBar label={t.reading(reading.name)} share={reading.share} />
            </span>
            <Button onClick={stopReading}>{t.stop}</Button>
          </span>
        )}
        <p role="status">{failure && t.fileRefused(failure.name, said ?? '')}</p>
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

/** Why a file was not kept, in words; what no person can mend is said alike. */
const reasonOf = ({ BadRows: _, ...reasons }: (typeof text)['fr']['fileFailures'], why: string): string =>
  why in reasons ? reasons[why as keyof typeof reasons] : reasons.other
