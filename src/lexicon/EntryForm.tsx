import { type FormEvent, useState } from 'react'
import type { LexiconEntry } from '../model/lexiconEntry.ts'
import type { LexiconConcept } from '../model/ownLexicon.ts'
import { Button } from '../ui/Button.tsx'
import { useText } from '../ui/language.ts'
import { Section } from '../ui/Section.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/toast.ts'
import { useUnsaved } from '../ui/unsaved.ts'
import { OccupationPicker } from './OccupationPicker.tsx'
import { aliasesOf, newId, saveEntry, undo } from './records.ts'
import { text } from './text.ts'

/** An entry on the table: `id` null while it is new, `before` as it was. */
export interface Editing {
  id: string | null
  before: LexiconEntry
  title: string
}

const kinds = ['skill', 'occupation', 'licence', 'degree'] as const

/** Writes or changes one entry. */
export function EntryForm({
  editing,
  close,
  occupations,
}: {
  editing: Editing
  close: () => void
  /** Every occupation known, built-in or own, by target. */
  occupations: ReadonlyMap<string, Pick<LexiconConcept, 'target' | 'family'> & { name: string }>
}) {
  const t = useText(text)
  const { before } = editing
  const [draft, setDraft] = useState(before)
  const [moreFrench, setMoreFrench] = useState(() => linesOf(before, 'fr'))
  const [moreEnglish, setMoreEnglish] = useState(() => linesOf(before, 'en'))
  const [asked, setAsked] = useState(false)
  const change = (part: Partial<LexiconEntry>) => setDraft({ ...draft, ...part })
  const firstNear = draft.near[0] === undefined ? undefined : occupations.get(draft.near[0])
  const after: LexiconEntry = {
    ...draft,
    french: draft.french.trim(),
    english: draft.english.trim(),
    note: draft.note.trim(),
    near: draft.what === 'occupation' ? draft.near : [],
    family: draft.what === 'occupation' ? (firstNear?.family ?? '') : '',
    aliases: aliasesOf(namesIn(moreFrench), namesIn(moreEnglish)),
  }
  useUnsaved(JSON.stringify(after) !== JSON.stringify(before), editing.title)
  const problem =
    draft.what === 'apart'
      ? draft.target === '' || draft.other === '' || draft.target === draft.other
        ? t.twoMissing
        : undefined
      : after.french === '' && after.english === '' && Object.keys(after.aliases).length === 0
        ? t.nameMissing
        : undefined
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (problem !== undefined) return
    const done = await saveEntry(editing.id ?? newId(), editing.id === null ? null : before, after)
    if (!done.ok) return toast({ text: t.writeFailures[done.error.type] })
    const { transaction } = done.value
    toast({ text: editing.id === null ? t.added : t.changed, undo: () => void undo(transaction) })
    close()
  }
  const isOwnConcept = draft.what !== 'aliases' && draft.what !== 'apart'
  return (
    <Section title={editing.title} level={3}>
      <form className="lexicon-form" onSubmit={(event) => void save(event)}>
        {isOwnConcept && (
          <>
            <Select
              label={t.what}
              value={draft.what === '' ? 'skill' : draft.what}
              onChange={(what) => change({ what })}
              options={kinds.map((value) => ({ value, label: t.kinds[value] }))}
            />
            <TextInput
              label={t.french}
              value={draft.french}
              onChange={(french) => change({ french })}
              error={asked ? problem : undefined}
            />
            <TextInput label={t.english} value={draft.english} onChange={(english) => change({ english })} />
          </>
        )}
        {draft.what !== 'apart' && (
          <>
            <TextArea
              label={t.moreFrench}
              help={t.onePerLine}
              value={moreFrench}
              onChange={setMoreFrench}
              error={asked && !isOwnConcept ? problem : undefined}
            />
            <TextArea label={t.moreEnglish} value={moreEnglish} onChange={setMoreEnglish} />
          </>
        )}
        {draft.what === 'occupation' && (
          <OccupationPicker
            label={t.near}
            help={t.nearHelp}
            chosen={draft.near}
            occupations={occupations}
            without={editing.id === null ? [] : [`occupation:${editing.id}`]}
            onChange={(near) => change({ near })}
          />
        )}
        {draft.what === 'apart' && (
          <>
            <OccupationPicker
              label={t.firstOf}
              chosen={draft.target === '' ? [] : [draft.target]}
              occupations={occupations}
              without={[draft.other]}
              onChange={(chosen) => change({ target: chosen.at(-1) ?? '' })}
            />
            <OccupationPicker
              label={t.secondOf}
              chosen={draft.other === '' ? [] : [draft.other]}
              occupations={occupations}
              without={[draft.target]}
              onChange={(chosen) => change({ other: chosen.at(-1) ?? '' })}
            />
            {asked && problem && (
              <p className="t-sm" role="alert">
                {problem}
              </p>
            )}
          </>
        )}
        <TextInput label={t.remarks} optional value={draft.note} onChange={(note) => change({ note })} />
        <div className="row wrap">
          <Button type="submit" variant="first">
            {t.save}
          </Button>
          <Button onClick={close}>{t.cancel}</Button>
        </div>
      </form>
    </Section>
  )
}

const namesIn = (lines: string): string[] => [
  ...new Set(
    lines
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]
const linesOf = ({ aliases }: LexiconEntry, language: 'fr' | 'en'): string =>
  Object.values(aliases)
    .filter((alias) => alias.language === language)
    .map((alias) => alias.text)
    .join('\n')
