import { useAreTextsComing } from './records.ts'
import { useWords } from './words.ts'

/** On a new device: says that what is missing here is on its way, so that nobody takes it for empty. */
export function ComingTexts() {
  const { t } = useWords()
  if (!useAreTextsComing()) return null
  return (
    <p className="t-sm t-2" role="status" style={{ padding: '.5rem 1.25rem' }}>
      {t.textsComing}
    </p>
  )
}
