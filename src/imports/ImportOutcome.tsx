import { Link } from 'wouter'
import { reasonsInWords } from '../candidates/sharedWords.ts'
import { formatDate } from '../kit/format.ts'
import { currentLanguage } from '../ui/language.ts'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { failureSentence } from './failureSentence.ts'
import type { StoredImport } from './records.ts'
import { useImportProgress } from './runImports.ts'
import type { ImportWords } from './text.ts'

/** What happened to a file, in a sentence: who came of it, whom it resembles, why it could not be read. */
export function ImportOutcome({
  item,
  names,
  ahead,
  t,
}: {
  item: StoredImport
  names: ReadonlyMap<string, string>
  ahead: number
  t: ImportWords
}) {
  const { fields } = item
  const person = (id: string) =>
    names.has(id) ? (
      <Link href={`/candidats/${id}`}>{names.get(id) || t.nameless}</Link>
    ) : (
      <span>{t.candidateGone}</span>
    )
  switch (fields.state) {
    case 'waiting':
      return <>{t.before(Math.max(0, ahead))}</>
    case 'paused':
      return <>{t.safeToClose}</>
    case 'reading':
      return <Reading item={item} t={t} />
    case 'created':
      return (
        <>
          {person(fields.candidateId)},{' '}
          {fields.erasedAt !== null
            ? t.erasedBefore(formatDate(currentLanguage(), fields.erasedAt))
            : fields.hasHiddenText
              ? t.hiddenFound
              : fields.recognised
                ? t.readByRecognition
                : t.fieldsRead(fields.fieldCount)}
        </>
      )
    case 'duplicate': {
      const closest = fields.resembles[0]
      return (
        <>
          {person(fields.candidateId)}.{' '}
          {fields.erasedAt !== null ? `${t.erasedBefore(formatDate(currentLanguage(), fields.erasedAt))} ` : ''}
          {closest
            ? `${t.resembles(names.get(closest.candidateId) || t.nameless, reasonsInWords(closest.reasons, currentLanguage()))}, `
            : ''}
          {t.nothingMerged}
        </>
      )
    }
    case 'merged':
      return (
        <>
          {t.mergedInto} {person(fields.candidateId)}
        </>
      )
    case 'same':
      return (
        <>
          {t.sameFile} {person(fields.candidateId)}
        </>
      )
    case 'unpacked':
      return <>{t.unpackedInto(fields.fileCount)}</>
    case 'cancelled':
      return <>{t.cancelledNote}</>
    case 'unreadable':
      return <>{failureSentence(fields, t)}</>
  }
}

/** How far the reading of a file is; it alone is drawn again when a reader tells. */
function Reading({ item, t }: { item: StoredImport; t: ImportWords }) {
  const progress = useImportProgress(({ byItem }) => byItem[item.id])
  if (!progress) return <>{t.steps.opening}</>
  const { step, page, pageCount } = progress
  return (
    <span className="row">
      <span className="import-bar">
        <ProgressBar label={item.fields.fileName} share={pageCount === 0 ? 0 : page / pageCount} />
      </span>
      {pageCount > 0 ? t.stepOnPage(Math.max(1, page), pageCount, t.steps[step]) : t.steps[step]}
    </span>
  )
}
