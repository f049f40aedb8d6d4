import { Plus, X } from 'lucide-react'
import { useId, useState } from 'react'
import { fold } from '../kit/fold.ts'
import { Button } from '../ui/Button.tsx'
import { useText } from '../ui/language.ts'
import { SearchBox } from '../ui/SearchBox.tsx'
import { text } from './text.ts'

const offered = 6

/** Chooses occupations, built-in or own, by name. */
export function OccupationPicker({
  label,
  help,
  chosen,
  occupations,
  without,
  onChange,
}: {
  label: string
  help?: string
  chosen: readonly string[]
  occupations: ReadonlyMap<string, { target: string; name: string }>
  /** Targets not to be offered. */
  without: readonly string[]
  onChange: (chosen: string[]) => void
}) {
  const t = useText(text)
  const [query, setQuery] = useState('')
  const headId = useId()
  const words = fold(query.trim()).split(/\s+/).filter(Boolean)
  const found =
    words.length === 0
      ? []
      : [...occupations.values()]
          .filter(({ target, name }) => {
            const folded = fold(name)
            return !chosen.includes(target) && !without.includes(target) && words.every((word) => folded.includes(word))
          })
          .slice(0, offered)
  return (
    <div className="lexicon-picker" role="group" aria-labelledby={headId}>
      <span id={headId} className="t-sm t-b">
        {label}
      </span>
      {help && <span className="t-sm t-3">{help}</span>}
      {chosen.length > 0 && (
        <span className="row wrap">
          {chosen.map((target) => {
            const name = occupations.get(target)?.name ?? t.gone
            return (
              <Button
                key={target}
                icon={X}
                aria-label={t.takeOff(name)}
                onClick={() => onChange(chosen.filter((other) => other !== target))}
              >
                {name}
              </Button>
            )
          })}
        </span>
      )}
      <SearchBox label={`${label}, ${t.choose}`} placeholder={t.choose} value={query} onChange={setQuery} />
      {found.length > 0 && (
        <span className="row wrap">
          {found.map(({ target, name }) => (
            <Button
              key={target}
              variant="bare"
              icon={Plus}
              onClick={() => {
                onChange([...chosen, target])
                setQuery('')
              }}
            >
              {name}
            </Button>
          ))}
        </span>
      )}
    </div>
  )
}
