import { ArrowDown, ArrowUp, CircleQuestionMark, EllipsisVertical, Plus, SlidersHorizontal, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { formatNumber, formatPercent } from '../kit/format.ts'
import { inOrder } from '../model/candidate.ts'
import { needs, type Requirement, requirementKinds } from '../model/offer.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { type Language, useLanguage, useText } from '../ui/language.ts'
import { Menu } from '../ui/Menu.tsx'
import { Section } from '../ui/Section.tsx'
import { Select } from '../ui/Select.tsx'
import { Slider } from '../ui/Slider.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/toast.ts'
import { doubtBelow } from '../kit/confidence.ts'
import { moveRequirement } from './advert.ts'
import { newId } from './records.ts'
import { text } from './text.ts'
import type { OfferInHand } from './useOfferDraft.ts'

const fresh = (order: number): Requirement => ({
  text: '',
  kind: 'skill',
  need: 'must',
  weight: 50,
  years: null,
  start: null,
  end: null,
  confidence: 1,
  order,
})

/** What the offer asks: words, importance and weight of each, added, removed and put in order. */
export function RequirementList({ offer, unmeasurable }: { offer: OfferInHand; unmeasurable: readonly string[] }) {
  const t = useText(text)
  const { draft, change } = offer
  const rows = inOrder(draft.fields.requirements)
  const [added, setAdded] = useState('')
  const list = useRef<HTMLUListElement>(null)

  const add = () => {
    const id = newId()
    const order = Math.max(-1, ...rows.map(([, requirement]) => requirement.order)) + 1
    change((before) => ({
      fields: { ...before.fields, requirements: { ...before.fields.requirements, [id]: fresh(order) } },
      about: { ...before.about, [`requirements/${id}`]: { by: 'person' } },
    }))
    setAdded(id)
  }
  const edit = (id: string, fields: Partial<Requirement>) =>
    change((before) => {
      const requirement = before.fields.requirements[id]
      if (!requirement) return before
      return {
        fields: {
          ...before.fields,
          requirements: { ...before.fields.requirements, [id]: { ...requirement, ...fields, confidence: 1 } },
        },
        about: { ...before.about, [`requirements/${id}`]: { by: 'person' } },
      }
    })
  const remove = (id: string) => {
    const removed = draft.fields.requirements[id]
    const said = draft.about[`requirements/${id}`]
    if (!removed) return
    change((before) => {
      const { [id]: _, ...requirements } = before.fields.requirements
      const { [`requirements/${id}`]: __, ...about } = before.about
      return { fields: { ...before.fields, requirements }, about }
    })
    if (removed.text.trim() === '') return
    toast({
      text: t.removed(removed.text),
      undo: () =>
        change((before) => ({
          fields: { ...before.fields, requirements: { ...before.fields.requirements, [id]: removed } },
          about: said ? { ...before.about, [`requirements/${id}`]: said } : before.about,
        })),
    })
  }
  const move = (id: string, by: -1 | 1) => {
    change((before) => ({ ...before, fields: moveRequirement(before.fields, id, by) }))
  }

  return (
    <Section
      title={t.requirements}
      actions={
        <Button variant="bare" icon={Plus} onClick={add} aria-label={t.addRequirementName}>
          {t.addRequirement}
        </Button>
      }
    >
      {rows.length === 0 && <p className="help">{t.noRequirements}</p>}
      <ul className="reqs" ref={list}>
        {rows.map(([id, requirement], index) => (
          <RequirementRow
            key={id}
            id={id}
            requirement={requirement}
            readAs={draft.about[`requirements/${id}`]?.source?.text ?? ''}
            doubt={doubtShare(offer, id)}
            isFirst={index === 0}
            isLast={index === rows.length - 1}
            focus={id === added}
            onEdit={(fields) => edit(id, fields)}
            onMove={(by) => move(id, by)}
            onRemove={() => remove(id)}
            onAdd={add}
          />
        ))}
      </ul>
      {unmeasurable.map((words) => (
        <p className="help" key={words}>
          {t.unmeasurable(words)}
        </p>
      ))}
    </Section>
  )
}

/** '3 ans demandés', '6 mois demandés'. */
function askedFor(language: Language, years: number): string {
  const t = text[language]
  return years < 1
    ? t.monthsAsked(formatNumber(language, Math.round(years * 12)))
    : t.yearsAsked(formatNumber(language, years, Number.isInteger(years) ? 0 : 1), years < 2)
}

/** How sure the reader was of a doubtful requirement, null when there is no doubt. */
function doubtShare({ draft }: OfferInHand, id: string): number | null {
  const said = draft.about[`requirements/${id}`]
  return said?.by === 'reader' && (said.confidence ?? 1) < doubtBelow ? (said.confidence ?? 0) : null
}

interface RequirementRowProps {
  id: string
  requirement: Requirement
  readAs: string
  doubt: number | null
  isFirst: boolean
  isLast: boolean
  focus: boolean
  onEdit: (fields: Partial<Requirement>) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
  onAdd: () => void
}

function RequirementRow({
  id,
  requirement,
  readAs,
  doubt,
  isFirst,
  isLast,
  focus,
  onEdit,
  onMove,
  onRemove,
  onAdd,
}: RequirementRowProps) {
  const t = useText(text)
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const name = requirement.text === '' ? t.newRequirement : requirement.text
  const notes = [
    requirement.need === 'dealbreaker' ? t.caps : '',
    requirement.years === null ? '' : askedFor(language, requirement.years),
    doubt === null && readAs !== '' && readAs.toLowerCase() !== requirement.text.toLowerCase() ? t.readAs(readAs) : '',
  ].filter((note) => note !== '')
  return (
    <li className="reqrow" data-field={`requirements/${id}`}>
      <div className="what">
        <textarea
          className="input"
          rows={1}
          aria-label={t.requirementText(name)}
          value={requirement.text}
          placeholder={t.requirementPlaceholder}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked for this row
          autoFocus={focus}
          onChange={(event) => onEdit({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
              event.preventDefault()
              onAdd()
            } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
              event.preventDefault()
              onMove(event.key === 'ArrowUp' ? -1 : 1)
            } else if (event.key === 'Backspace' && requirement.text === '') {
              event.preventDefault()
              onRemove()
            }
          }}
        />
        {notes.length > 0 && <span className="t-sm t-3 cut note">{notes.join(', ')}</span>}
        {doubt !== null && (
          <span className="note doubtful">
            <span className="conf low">
              <Icon as={CircleQuestionMark} size="s" />
              {t.doubtHelp(formatPercent(language, doubt))}
            </span>
            <button type="button" className="settle" onClick={() => onEdit({})}>
              {t.confirm}
            </button>
          </span>
        )}
      </div>
      <select
        className="input need"
        aria-label={t.needOf(name)}
        value={requirement.need}
        onChange={(event) => onEdit({ need: needs.find((need) => need === event.target.value) ?? 'must' })}
      >
        {needs.map((need) => (
          <option key={need} value={need}>
            {t.needs[need]}
          </option>
        ))}
      </select>
      <span className="weight">
        <Slider
          label={t.weightOf(name)}
          value={requirement.weight}
          step={5}
          onChange={(weight) => onEdit({ weight })}
        />
        <span className="num t-2">{formatNumber(language, requirement.weight)}</span>
      </span>
      <Menu
        trigger={<IconButton icon={EllipsisVertical} name={t.moreOf(name)} />}
        items={[
          { label: t.details, icon: SlidersHorizontal, onSelect: () => setOpen(!open) },
          { label: t.moveUp, icon: ArrowUp, kbd: 'Alt+↑', disabled: isFirst, onSelect: () => onMove(-1) },
          { label: t.moveDown, icon: ArrowDown, kbd: 'Alt+↓', disabled: isLast, onSelect: () => onMove(1) },
          'separator',
          { label: t.removeRequirement, icon: Trash2, danger: true, onSelect: onRemove },
        ]}
      />
      {open && (
        <div className="details">
          <Select
            label={t.kindOf}
            value={requirement.kind}
            onChange={(kind) => onEdit({ kind })}
            options={requirementKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          />
          <TextInput
            label={t.yearsOf}
            type="number"
            min={0}
            max={40}
            value={requirement.years === null ? '' : String(requirement.years)}
            onChange={(years) => onEdit({ years: years === '' ? null : Math.max(0, Number(years)) })}
          />
        </div>
      )}
    </li>
  )
}
