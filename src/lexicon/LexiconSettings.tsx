import { Pencil, Plus, Split, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { fold } from '../kit/fold.ts'
import { formatList } from '../kit/format.ts'
import type { LexiconEntry } from '../model/lexiconEntry.ts'
import type { LexiconConcept } from '../model/ownLexicon.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { toast } from '../ui/toast.ts'
import { EntryForm, type Editing } from './EntryForm.tsx'
import './lexicon.css'
import { OfficialLists } from './OfficialLists.tsx'
import { emptyEntry, removeEntry, type StoredEntry, undo, useLexiconEntries } from './records.ts'
import { text } from './text.ts'
import { useBuiltIn, useTouched } from './useBuiltIn.ts'

/** Results on the screen at once. */
const shownMost = 30
/** More than the tables hold: who names a neighbour chooses among all. */
const everything = 10_000

/** The lexicon that ranking reads with: what is built in, and what this workspace adds to it. */
export function LexiconSettings() {
  const t = useText(text)
  const language = useLanguage()
  const [query, setQuery] = useState('')
  const [editing, setEditing] = useState<Editing | null>(null)
  const entries = useLexiconEntries()
  const found = useBuiltIn(query, shownMost)
  const all = useBuiltIn('', everything)
  const own = entries.state === 'ready' ? entries.value : null
  const named = useMemo(() => {
    const names = new Map<string, { target: string; name: string; family: string }>()
    for (const concept of all !== null && all !== 'failed' ? all.found : [])
      names.set(concept.target, { target: concept.target, name: nameIn(concept, language), family: concept.family })
    for (const { id, fields } of own ?? [])
      if (fields.what === 'occupation')
        names.set(`occupation:${id}`, {
          target: `occupation:${id}`,
          name: usualName(fields, language),
          family: fields.family || id,
        })
    return names
  }, [all, own, language])
  const occupations = useMemo(() => new Map([...named].filter(([target]) => target.startsWith('occupation:'))), [named])
  const titleOf = ({ what, target, other, ...fields }: LexiconEntry): string => {
    const name = (asked: string) => named.get(asked)?.name ?? t.gone
    if (what === 'aliases') return t.alsoNamed(name(target))
    if (what === 'apart') return t.isNot(name(target), name(other))
    return usualName({ ...fields, what, target, other }, language)
  }
  const words = fold(query.trim()).split(/\s+/).filter(Boolean)
  const ownFound = (own ?? []).filter(({ fields }) => {
    const line = fold([titleOf(fields), ...namesOf(fields)].join(' '))
    return words.every((word) => line.includes(word))
  })
  const open = (title: string, fields: Partial<LexiconEntry>, id: string | null = null) =>
    setEditing({ id, title, before: { ...emptyEntry(), ...fields } })

  return (
    <>
      <Section title={t.title}>
        <p className="t-2 measure">{t.note}</p>
        <SearchBox label={t.search} placeholder={t.search} value={query} onChange={setQuery} kbd="/" />
        <div className="row wrap">
          <Button icon={Plus} changes="lexiconEntry" onClick={() => open(t.add, { french: query.trim() })}>
            {t.add}
          </Button>
          <Button icon={Split} changes="lexiconEntry" onClick={() => open(t.separate, { what: 'apart' })}>
            {t.separate}
          </Button>
        </div>
      </Section>
      {editing && (
        <EntryForm
          key={`${editing.id} ${editing.title}`}
          editing={editing}
          close={() => setEditing(null)}
          occupations={occupations}
        />
      )}
      <OfficialLists />
      <Section title={t.own} level={3}>
        {entries.state === 'failed' ? (
          <p role="alert">{t.failed}</p>
        ) : own === null ? (
          <Skeleton lines={2} label={t.loading} />
        ) : ownFound.length === 0 ? (
          <p className="t-2">{own.length === 0 ? t.ownNone : t.ownNoneFound}</p>
        ) : (
          <ul className="lexicon-list">
            {ownFound.map((entry) => (
              <OwnRow
                key={entry.id}
                entry={entry}
                title={titleOf(entry.fields)}
                edit={() => open(t.editOf(titleOf(entry.fields)), entry.fields, entry.id)}
              />
            ))}
          </ul>
        )}
      </Section>
      <Section
        title={t.builtIn}
        level={3}
        aside={found !== null && found !== 'failed' ? t.builtInTotal(found.total) : undefined}
      >
        {found === 'failed' ? (
          <p role="alert">{t.failed}</p>
        ) : found === null ? (
          <Skeleton lines={6} label={t.loading} />
        ) : found.total === 0 ? (
          <p className="t-2">{t.builtInNone}</p>
        ) : (
          <>
            <ul className="lexicon-list">
              {found.found.map((concept) => (
                <BuiltInRow
                  key={concept.target}
                  concept={concept}
                  add={(name) => open(t.addNamesTo(name), { what: 'aliases', target: concept.target })}
                />
              ))}
            </ul>
            {found.total > found.found.length && <p className="t-sm t-3">{t.builtInShown(found.found.length)}</p>}
          </>
        )}
      </Section>
    </>
  )
}

function OwnRow({ entry, title, edit }: { entry: StoredEntry; title: string; edit: () => void }) {
  const t = useText(text)
  const language = useLanguage()
  const { fields } = entry
  const names = namesOf(fields)
  const remove = async () => {
    const done = await removeEntry(entry.id)
    if (!done.ok) return toast({ text: t.writeFailures[done.error.type] })
    const { transaction } = done.value
    toast({ text: t.removed, undo: () => void undo(transaction) })
  }
  return (
    <li>
      <div className="grow">
        <p className="row wrap">
          <span className="t-b">{title}</span>
          <Chip tone="water">{t.kinds[fields.what === '' ? 'skill' : fields.what]}</Chip>
        </p>
        {names.length > 0 && <p className="t-sm t-2">{formatList(language, names)}</p>}
        {fields.note !== '' && <p className="t-sm t-2">{fields.note}</p>}
        {names.length > 0 && <Touched names={names} />}
      </div>
      <span className="row">
        <Button variant="bare" icon={Pencil} changes="lexiconEntry" aria-label={t.editOf(title)} onClick={edit}>
          {t.edit}
        </Button>
        <Button
          variant="bare"
          icon={Trash2}
          changes="lexiconEntry"
          aria-label={t.removeOf(title)}
          onClick={() => void remove()}
        >
          {t.remove}
        </Button>
      </span>
    </li>
  )
}

function Touched({ names }: { names: readonly string[] }) {
  const t = useText(text)
  const touched = useTouched(names)
  return touched && <p className="t-sm t-3">{t.touches(touched.candidates, touched.offers)}</p>
}

function BuiltInRow({ concept, add }: { concept: LexiconConcept; add: (name: string) => void }) {
  const t = useText(text)
  const language = useLanguage()
  const name = nameIn(concept, language)
  const others = [...concept.french, ...concept.english].filter((other) => other !== name)
  return (
    <li>
      <div className="grow">
        <p className="row wrap">
          <span className="t-b">{name}</span>
          <Chip tone="line">{t.kinds[concept.kind]}</Chip>
        </p>
        {others.length > 0 && <p className="t-sm t-2">{formatList(language, others)}</p>}
      </div>
      <Button
        variant="bare"
        icon={Plus}
        changes="lexiconEntry"
        aria-label={t.addNamesTo(name)}
        onClick={() => add(name)}
      >
        {t.addNames}
      </Button>
    </li>
  )
}

const nameIn = ({ french, english, target }: LexiconConcept, language: 'fr' | 'en'): string =>
  (language === 'fr' ? (french[0] ?? english[0]) : (english[0] ?? french[0])) ?? target

const namesOf = ({ french, english, aliases }: LexiconEntry): string[] =>
  [french, english, ...Object.values(aliases).map((alias) => alias.text)].filter(Boolean)

const usualName = (entry: LexiconEntry, language: 'fr' | 'en'): string =>
  (language === 'fr' ? entry.french || entry.english : entry.english || entry.french) || (namesOf(entry)[0] ?? '')
