import { Button } from '../ui/Button.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Section } from '../ui/Section.tsx'
import { undoToast, useToasts } from '../ui/toast.ts'
import { formatHour } from '../kit/format.ts'
import { text } from './text.ts'

/** What was said lately, with the undo of what can still be undone. Nothing when nothing was said. */
export function ToastHistory() {
  const history = useToasts((toasts) => toasts.history)
  const words = useText(text)
  const language = useLanguage()
  if (history.length === 0) return null
  return (
    <Section title={words.said}>
      <ul className="stack g1">
        {history.map((entry) => (
          <li key={entry.id} className="row g3">
            <span className="t-sm t-3 num">{formatHour(language, entry.at)}</span>
            <span className="grow">{entry.text}</span>
            {entry.undo !== undefined && (
              <Button variant="bare" onClick={() => undoToast(entry.id)}>
                {words.undo}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
