import { Plus, Trash2 } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useUnsaved } from '../ui/unsaved.ts'
import { storedMonth } from './editCandidate.ts'
import { useWords } from './words.ts'

/** One field of a form. `month` takes '03/2019' or '2019'; `end` the same or 'still going on'; `lines` one a line. */
export type FieldSpec = { name: string; label: string; help?: string; wide?: boolean } & (
  | { kind: 'text' | 'email' | 'tel' | 'date' | 'number' | 'month' | 'end' | 'area' | 'lines' | 'flag' }
  | { kind: 'select'; options: readonly { value: string; label: string }[] }
  | { kind: 'checks'; options: readonly { value: string; label: string }[] }
)

/** Values of a form by field name: text, number or null, true or false, list of text. */
export type FormValues = Record<string, unknown>
/** What is typed, before it is understood. */
type Draft = Record<string, string | boolean | string[]>

function toDraft(specs: readonly FieldSpec[], values: FormValues): Draft {
  return Object.fromEntries(
    specs.map(({ name, kind }) => {
      const value = values[name]
      if (kind === 'flag') return [name, value === true]
      if (kind === 'checks') return [name, Array.isArray(value) ? (value as string[]) : []]
      if (kind === 'lines') return [name, Array.isArray(value) ? (value as string[]).join('\n') : '']
      return [name, value === null || value === undefined ? '' : String(value)]
    }),
  )
}

function fromDraft(specs: readonly FieldSpec[], draft: Draft): { values: FormValues; wrong: string[] } {
  const values: FormValues = {}
  const wrong: string[] = []
  for (const { name, kind } of specs) {
    const typed = draft[name]!
    if (typeof typed !== 'string') {
      values[name] = typed
      continue
    }
    const text = typed.trim()
    if (kind === 'number') {
      const number = Number(text.replace(',', '.').replaceAll(/\s/g, ''))
      if (Number.isNaN(number) || number < 0) wrong.push(name)
      values[name] = text === '' ? null : number
    } else if (kind === 'month' || (kind === 'end' && text !== 'present')) {
      const month = storedMonth(text)
      if (month === null) wrong.push(name)
      values[name] = month ?? ''
    } else if (kind === 'lines') {
      values[name] = text.split('\n').flatMap((line) => line.trim() || [])
    } else values[name] = text
  }
  return { values, wrong }
}

type FormProps = {
  /** Names the form where unsaved work is told. */
  name: string
  specs: readonly FieldSpec[]
  values: FormValues
  /** False when it could not be saved: the form stays with what was typed. */
  onSave: (values: FormValues) => Promise<boolean>
  onClose: () => void
  onRemove?: () => void
}

/** A form in the place of what it changes. Ctrl+Enter saves, Escape leaves it. */
export function RecordForm({ name, specs, values, onSave, onClose, onRemove }: FormProps) {
  const { t } = useWords()
  const [draft, setDraft] = useState(() => toDraft(specs, values))
  const [initial] = useState(() => JSON.stringify(draft))
  const [wrong, setWrong] = useState<string[]>([])
  const [saving, setSaving] = useState(false)
  useUnsaved(JSON.stringify(draft) !== initial, name)
  const save = async () => {
    const read = fromDraft(specs, draft)
    setWrong(read.wrong)
    if (read.wrong.length > 0) return
    setSaving(true)
    const saved = await onSave(read.values)
    setSaving(false)
    if (saved) onClose()
  }
  return (
    <FormFrame name={name} saving={saving} onSave={() => void save()} onClose={onClose} onRemove={onRemove}>
      <div className="form-grid">
        {specs.map((spec) => (
          <FieldInput
            key={spec.name}
            spec={spec}
            value={draft[spec.name]!}
            onChange={(value) => setDraft({ ...draft, [spec.name]: value })}
            error={
              wrong.includes(spec.name) ? (spec.kind === 'number' ? t.form.wrongNumber : t.form.wrongMonth) : undefined
            }
          />
        ))}
      </div>
    </FormFrame>
  )
}

type ListFormProps = {
  name: string
  specs: readonly FieldSpec[]
  elements: readonly [string, FormValues][]
  /** Called with every element as it should stand; new ones have ids made by `newId`. */
  onSave: (elements: [string, FormValues][]) => Promise<boolean>
  onClose: () => void
  newId: () => string
  /** The first field of a row is what must not be empty. */
  addLabel: string
}

/** A short list edited as a whole: skills, languages, licences. Saved in one write. */
export function ListForm({ name, specs, elements, onSave, onClose, newId, addLabel }: ListFormProps) {
  const { t } = useWords()
  const blank = () => ({ id: newId(), draft: toDraft(specs, {}) })
  const [rows, setRows] = useState(() => [
    ...elements.map(([id, values]) => ({ id, draft: toDraft(specs, values) })),
    ...(elements.length === 0 ? [blank()] : []),
  ])
  const [initial] = useState(() => JSON.stringify(rows))
  const [wrong, setWrong] = useState<string[]>([])
  const [saving, setSaving] = useState(false)
  useUnsaved(JSON.stringify(rows) !== initial, name)
  const named = specs[0]!.name
  const save = async () => {
    const read = rows.map(({ id, draft }) => ({ id, ...fromDraft(specs, draft) }))
    const bad = read.flatMap(({ id, wrong: fields }) => fields.map((field) => `${id} ${field}`))
    setWrong(bad)
    if (bad.length > 0) return
    setSaving(true)
    const kept = read.filter(({ values }) => values[named] !== '')
    const saved = await onSave(kept.map(({ id, values }) => [id, values]))
    setSaving(false)
    if (saved) onClose()
  }
  return (
    <FormFrame name={name} saving={saving} onSave={() => void save()} onClose={onClose}>
      {rows.map(({ id, draft }, index) => (
        <div key={id} className="form-row" role="group" aria-label={String(draft[named] || addLabel)}>
          <div className="form-grid">
            {specs.map((spec) => (
              <FieldInput
                key={spec.name}
                spec={spec}
                value={draft[spec.name]!}
                onChange={(value) =>
                  setRows(rows.map((row) => (row.id === id ? { id, draft: { ...draft, [spec.name]: value } } : row)))
                }
                error={
                  wrong.includes(`${id} ${spec.name}`)
                    ? spec.kind === 'number'
                      ? t.form.wrongNumber
                      : t.form.wrongMonth
                    : undefined
                }
              />
            ))}
          </div>
          <IconButton
            icon={Trash2}
            name={`${t.remove} ${String(draft[named] ?? '')}`.trim()}
            onClick={() => setRows(rows.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button variant="bare" icon={Plus} onClick={() => setRows([...rows, blank()])}>
        {addLabel}
      </Button>
    </FormFrame>
  )
}

function FormFrame(props: {
  name: string
  saving: boolean
  onSave: () => void
  onClose: () => void
  onRemove?: (() => void) | undefined
  children: ReactNode
}) {
  const { name, saving, onSave, onClose, onRemove, children } = props
  const { t } = useWords()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus({ preventScroll: true })
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <form
      ref={form}
      className="stack g3 inline-form"
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          onClose()
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          event.stopPropagation()
          onSave()
        }
      }}
    >
      {children}
      <div className="row">
        <Button variant="first" type="submit" changes="candidate" working={saving} kbd={t.finishKey}>
          {t.save}
        </Button>
        <Button variant="bare" onClick={onClose}>
          {t.cancel}
        </Button>
        {onRemove !== undefined && (
          <Button variant="danger" icon={Trash2} onClick={onRemove} className="end">
            {t.remove}
          </Button>
        )}
      </div>
    </form>
  )
}

type FieldInputProps = {
  spec: FieldSpec
  value: string | boolean | string[]
  onChange: (value: string | boolean | string[]) => void
  error: string | undefined
}

function FieldInput({ spec, value, onChange, error }: FieldInputProps) {
  const { t } = useWords()
  const className = spec.wide || spec.kind === 'area' || spec.kind === 'lines' || spec.kind === 'checks' ? 'wide' : ''
  const shared = { label: spec.label, help: spec.help, error, className }
  if (spec.kind === 'flag') {
    return (
      <div className={`field end-aligned ${className}`}>
        <Checkbox checked={value === true} onChange={onChange}>
          {spec.label}
        </Checkbox>
      </div>
    )
  }
  if (spec.kind === 'checks') {
    const chosen = value as string[]
    return (
      <fieldset className={`field ${className}`}>
        <legend className="label">{spec.label}</legend>
        <div className="row wrap g3">
          {spec.options.map((option) => (
            <Checkbox
              key={option.value}
              checked={chosen.includes(option.value)}
              onChange={(on) => onChange(on ? [...chosen, option.value] : chosen.filter((one) => one !== option.value))}
            >
              {option.label}
            </Checkbox>
          ))}
        </div>
      </fieldset>
    )
  }
  const text = String(value)
  if (spec.kind === 'select') return <Select {...shared} value={text} onChange={onChange} options={spec.options} />
  if (spec.kind === 'area' || spec.kind === 'lines')
    return <TextArea {...shared} value={text} onChange={onChange} rows={4} />
  if (spec.kind === 'end') {
    const goesOn = text === 'present'
    return (
      <div className={`stack g1 ${className}`}>
        <TextInput
          {...shared}
          placeholder={t.form.monthExample}
          value={goesOn ? '' : shownMonth(text)}
          disabled={goesOn}
          onChange={onChange}
        />
        <Checkbox checked={goesOn} onChange={(on) => onChange(on ? 'present' : '')}>
          {t.form.goesOn}
        </Checkbox>
      </div>
    )
  }
  if (spec.kind === 'month') {
    return <TextInput {...shared} placeholder={t.form.monthExample} value={shownMonth(text)} onChange={onChange} />
  }
  const types = { text: 'text', email: 'email', tel: 'tel', date: 'date', number: 'text' } as const
  return (
    <TextInput
      {...shared}
      type={types[spec.kind]}
      inputMode={spec.kind === 'number' ? 'decimal' : undefined}
      value={text}
      onChange={onChange}
    />
  )
}

/** A stored month as people type it: '2019-03' is '03/2019'. */
const shownMonth = (text: string): string => text.replace(/^(\d{4})-(\d{2})$/, '$2/$1')
