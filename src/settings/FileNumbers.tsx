import { useState } from 'react'
import { numberNow, saveCodeChoice, useCodeChoice } from '../candidates/records.ts'
import { cleanPrefix, codeText } from '../model/codes.ts'
import { Button } from '../ui/Button.tsx'
import { useText } from '../ui/language.ts'
import { Reserved } from '../ui/Reserved.tsx'
import { Section } from '../ui/Section.tsx'
import { Switch } from '../ui/Switch.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/toast.ts'
import { useUnsaved } from '../ui/unsaved.ts'
import { text } from './text.ts'

/** Whether candidates bear numbers, and how these look. Off until someone wants it. */
export function FileNumbers() {
  const t = useText(text)
  const { on, prefix } = useCodeChoice()
  const [draft, setDraft] = useState<string | null>(null)
  const typed = cleanPrefix(draft ?? prefix)
  const dirty = draft !== null && typed !== prefix
  useUnsaved(dirty, t.numbers.prefix)
  const save = async (choice: { on: boolean; prefix: string }, said: string) => {
    const done = await saveCodeChoice(choice)
    if (done.ok) setDraft(null)
    toast({ text: done.ok ? said : t.notSaved })
  }
  return (
    <Section title={t.numbers.title} level={3}>
      <p className="t-2 measure">{t.numbers.note}</p>
      <Reserved changes="setting">
        <Switch
          checked={on}
          onChange={(next) => void save({ on: next, prefix }, next ? t.numbers.turnedOn : t.numbers.turnedOff)}
        >
          {t.numbers.use}
        </Switch>
        {on && (
          <>
            <form
              className="settings-line"
              onSubmit={(event) => {
                event.preventDefault()
                if (typed !== '') void save({ on, prefix: typed }, t.saved)
              }}
            >
              <TextInput label={t.numbers.prefix} value={draft ?? prefix} onChange={setDraft} maxLength={6} />
              <Button type="submit" variant={dirty && typed !== '' ? 'first' : 'plain'} disabled={typed === ''}>
                {t.save}
              </Button>
            </form>
            <p className="t-sm t-3 measure">
              {typed === '' ? t.numbers.prefixEmpty : t.numbers.example(codeText(typed, 42))}
            </p>
            <p className="t-sm t-3 measure">{t.numbers.waiting}</p>
            <Button onClick={() => void numberNow().then(() => toast({ text: t.numbers.asked }))}>
              {t.numbers.now}
            </Button>
          </>
        )}
      </Reserved>
    </Section>
  )
}
