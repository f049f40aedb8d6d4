import { reasonsInWords } from '../candidates/sharedWords.ts'
import { currentLanguage } from '../ui/language.ts'
import { saveFile } from '../ui/saveFile.ts'
import { failureSentence } from './failureSentence.ts'
import type { StoredImport } from './records.ts'
import type { ImportWords } from './text.ts'
import { verdictOf, verdictsToCsv } from './verdict.ts'

/** Saves what became of each file as a table, with the reason of what was not read. */
export function exportVerdicts(items: readonly StoredImport[], t: ImportWords): void {
  const header = [t.file, t.verdict, t.whatHappened]
  const lines = items.map((item) => {
    const { name } = verdictOf(item)
    const { fields } = item
    const detail =
      fields.state === 'unreadable'
        ? failureSentence(fields, t)
        : fields.state === 'duplicate'
          ? fields.resembles.map(({ reasons }) => reasonsInWords(reasons, currentLanguage())).join(', ')
          : fields.state === 'created'
            ? `${t.fieldsRead(fields.fieldCount)}, ${t.doubts(fields.doubtCount)}`
            : ''
    return [[fields.cameIn, fields.fileName].filter(Boolean).join('/'), t.verdicts[name], detail]
  })
  saveFile(new Blob([verdictsToCsv([header, ...lines])], { type: 'text/csv;charset=utf-8' }), t.verdictsFile)
}
