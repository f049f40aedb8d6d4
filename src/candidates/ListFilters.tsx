import { type FormEvent, useMemo, useState } from 'react'
import {
  type CandidateRow,
  countWords,
  dropFilter,
  filtersOf,
  type ListFilter,
  type ListQuery,
} from '../model/listQuery.ts'
import { readSearch, answersSearch, toHaystack } from '../model/searchWords.ts'
import { Button } from '../ui/Button.tsx'
import { FilterChip } from '../ui/FilterChip.tsx'
import { FilterMenu } from '../ui/FilterMenu.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useWords } from './words.ts'

type FilterProps = { rows: readonly CandidateRow[]; query: ListQuery; onQuery: (query: ListQuery) => void }

/** A filter in force, in words. */
export function useFilterWords(): (filter: ListFilter) => { name: string; value: string } {
  const { t, count, days } = useWords()
  return (filter) => {
    switch (filter.field) {
      case 'words':
        return { name: '', value: t.list.words(filter.value) }
      case 'skills':
        return { name: t.list.skill, value: filter.value }
      case 'minYears':
        return { name: t.list.years, value: t.list.yearsAtLeast(count(filter.value)) }
      case 'withinDays':
        return {
          name: t.list.within,
          value:
            filter.value === 0 ? t.list.withinNow.toLowerCase() : t.list.withinDays(days(filter.value)).toLowerCase(),
        }
      case 'place':
        return { name: t.list.place, value: filter.value }
      case 'tags':
        return { name: t.list.tag, value: filter.value }
      case 'reviewed':
        return {
          name: t.list.reviewed,
          value: (filter.value === 'yes' ? t.list.reviewedYes : t.list.reviewedNo).toLowerCase(),
        }
    }
  }
}

/** Filters in force, each with its way out, then those that can be added. */
export function ListFilters({ rows, query, onQuery }: FilterProps) {
  const { t } = useWords()
  const wordsOf = useFilterWords()
  const inForce = filtersOf(query).filter(({ field }) => field !== 'words')
  const skills = useMemo(
    () =>
      countWords(
        rows.map((row) => row.skills),
        400,
      ),
    [rows],
  )
  const cities = useMemo(
    () =>
      countWords(
        rows.map(({ city }) => (city === '' ? [] : [city])),
        400,
      ),
    [rows],
  )
  const tags = useMemo(
    () =>
      countWords(
        rows.map((row) => row.tags),
        400,
      ),
    [rows],
  )
  const isOn = (field: ListFilter['field']) => inForce.some((filter) => filter.field === field)
  return (
    <>
      {inForce.map((filter) => {
        const { name, value } = wordsOf(filter)
        return (
          <FilterChip
            key={`${filter.field} ${filter.value}`}
            name={`${name} ${value}`}
            onRemove={() => onQuery(dropFilter(query, filter))}
          >
            {name} <b>{value}</b>
          </FilterChip>
        )
      })}
      {!isOn('minYears') && <YearsFilter query={query} onQuery={onQuery} />}
      <WordFilter
        label={t.list.skill}
        field={t.list.skillField}
        choices={skills}
        free
        onPick={(skill) => onQuery({ ...query, skills: [...new Set([...query.skills, skill])] })}
      />
      {!isOn('withinDays') && <WithinFilter query={query} onQuery={onQuery} />}
      {!isOn('place') && (
        <WordFilter
          label={t.list.place}
          field={t.list.placeField}
          choices={cities}
          free
          onPick={(place) => onQuery({ ...query, place })}
        />
      )}
      <WordFilter
        label={t.list.tag}
        field={t.list.tag}
        choices={tags}
        none={t.list.noTag}
        onPick={(tag) => onQuery({ ...query, tags: [...new Set([...query.tags, tag])] })}
      />
      {!isOn('reviewed') && (
        <FilterMenu label={t.list.reviewed}>
          {(close) => (
            <div className="stack g1">
              {(['no', 'yes'] as const).map((reviewed) => (
                <Choice
                  key={reviewed}
                  onPick={() => {
                    close()
                    onQuery({ ...query, reviewed })
                  }}
                >
                  {reviewed === 'yes' ? t.list.reviewedYes : t.list.reviewedNo}
                </Choice>
              ))}
            </div>
          )}
        </FilterMenu>
      )}
    </>
  )
}

function Choice({ children, onPick, count }: { children: string; onPick: () => void; count?: string | undefined }) {
  return (
    <button type="button" className="it" onClick={onPick}>
      <span className="grow cut">{children}</span>
      {count !== undefined && <span className="t-3 num t-sm">{count}</span>}
    </button>
  )
}

function YearsFilter({ query, onQuery }: Omit<FilterProps, 'rows'>) {
  const { t } = useWords()
  const [years, setYears] = useState('')
  return (
    <FilterMenu label={t.list.years}>
      {(close) => (
        <form
          className="stack g3"
          onSubmit={(event) => {
            event.preventDefault()
            if (!/^\d{1,2}$/.test(years.trim())) return
            close()
            onQuery({ ...query, minYears: Number(years) })
          }}
        >
          <TextInput label={t.list.yearsField} inputMode="numeric" value={years} onChange={setYears} autoFocus />
          <Button type="submit">{t.list.apply}</Button>
        </form>
      )}
    </FilterMenu>
  )
}

const withinChoices = [0, 7, 15, 30, 60, 90]

function WithinFilter({ query, onQuery }: Omit<FilterProps, 'rows'>) {
  const { t, days } = useWords()
  return (
    <FilterMenu label={t.list.within}>
      {(close) => (
        <div className="stack g1">
          {withinChoices.map((within) => (
            <Choice
              key={within}
              onPick={() => {
                close()
                onQuery({ ...query, withinDays: within })
              }}
            >
              {within === 0 ? t.list.withinNow : t.list.withinDays(days(within))}
            </Choice>
          ))}
        </div>
      )}
    </FilterMenu>
  )
}

type WordFilterProps = {
  label: string
  field: string
  choices: readonly { name: string; count: number }[]
  /** A word that nobody bears may be asked too. */
  free?: boolean
  none?: string
  onPick: (word: string) => void
}

const choicesShown = 8

function WordFilter({ label, field, choices, free = false, none, onPick }: WordFilterProps) {
  const { t, count } = useWords()
  const [typed, setTyped] = useState('')
  const search = readSearch(typed)
  const fitting = choices.filter(({ name }) => answersSearch(toHaystack(name), search)).slice(0, choicesShown)
  const pick = (word: string, close: () => void) => {
    close()
    setTyped('')
    onPick(word)
  }
  return (
    <FilterMenu label={label}>
      {(close) => (
        <form
          className="stack g3"
          style={{ inlineSize: 'min(16rem, 80vw)' }}
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            const word = free ? typed.trim() : (fitting[0]?.name ?? '')
            if (word !== '') pick(word, close)
          }}
        >
          {choices.length === 0 && none !== undefined ? (
            <p className="t-2">{none}</p>
          ) : (
            <TextInput label={field} value={typed} onChange={setTyped} autoFocus />
          )}
          {fitting.length > 0 && (
            <div className="stack g1">
              {fitting.map((choice) => (
                <Choice key={choice.name} count={count(choice.count)} onPick={() => pick(choice.name, close)}>
                  {choice.name}
                </Choice>
              ))}
            </div>
          )}
          {free && typed.trim() !== '' && <Button type="submit">{t.list.apply}</Button>}
        </form>
      )}
    </FilterMenu>
  )
}
