import { ChevronLeft, Plus } from 'lucide-react'
import { type FormEvent, type ReactNode, useEffect, useMemo, useState } from 'react'
import { contractKinds, inOrder, languageLevels } from '../model/candidate.ts'
import { stages } from '../model/application.ts'
import { formatNumber } from '../kit/format.ts'
import { formatSearch } from '../model/formatSearch.ts'
import { countWords } from '../model/listQuery.ts'
import type { Stored } from '../model/record.ts'
import { type FieldName, nameOfField, spokenLanguages } from '../model/searchNames.ts'
import { searchHaves, searchSources, type SearchField } from '../model/searchQuery.ts'
import { answersSearch, readSearch, toHaystack } from '../model/searchWords.ts'
import { Button } from '../ui/Button.tsx'
import { FilterMenu } from '../ui/FilterMenu.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Icon } from '../ui/Icon.tsx'
import { Select } from '../ui/Select.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { text } from './text.ts'
import { suggestTowns } from './towns.ts'

interface SearchFiltersProps {
  among: 'candidates' | 'offers'
  people: readonly Stored<'candidate'>[]
  offers: readonly Stored<'offer'>[]
  /** Adds a filter, as it would be typed. */
  onAdd: (filter: string) => void
}

const shownFirst = { candidates: ['place', 'skill', 'years', 'availability'], offers: ['place', 'skill', 'contract'] } as const // prettier-ignore
const shownInMore = {
  candidates: ['title', 'company', 'school', 'contract', 'language', 'tag', 'stage', 'lastContact', 'has', 'source'],
  offers: ['title', 'company', 'years', 'status'],
} as const

/** The filters that can be added, for those who would not type them: each writes what could have been typed. */
export function SearchFilters(props: SearchFiltersProps) {
  const t = useText(text)
  const isPhone = useIsPhone()
  const { among } = props
  return (
    <>
      {shownFirst[among].map((field) => (
        <FilterMenu key={field} label={t.fields[field]}>
          {(close) => <FieldEditor {...props} field={field} onDone={close} />}
        </FilterMenu>
      ))}
      <FilterMenu label={t.moreFilters} icon={Plus} name={isPhone ? t.filters : undefined}>
        {(close) => <MoreFilters {...props} onDone={close} />}
      </FilterMenu>
    </>
  )
}

function MoreFilters({ onDone, ...props }: SearchFiltersProps & { onDone: () => void }) {
  const t = useText(text)
  const [field, setField] = useState<FieldName | null>(null)
  if (field !== null) {
    return (
      <div className="stack g3">
        <button type="button" className="it t-2" onClick={() => setField(null)}>
          <Icon as={ChevronLeft} flip />
          {t.back}
        </button>
        <FieldEditor {...props} field={field} onDone={onDone} />
      </div>
    )
  }
  return (
    <div className="stack g1" style={{ minInlineSize: '12rem' }}>
      {shownInMore[props.among].map((name) => (
        <button key={name} type="button" className="it" onClick={() => setField(name)}>
          {t.fields[name]}
        </button>
      ))}
    </div>
  )
}

/** What is chosen or typed for one filter. */
function FieldEditor({
  field,
  among,
  people,
  offers,
  onAdd,
  onDone,
}: SearchFiltersProps & { field: FieldName; onDone: () => void }) {
  const t = useText(text)
  const language = useLanguage()
  const add = (asked: SearchField) => {
    onDone()
    onAdd(formatSearch({ type: 'field', ...asked }, language))
  }
  /** What counts from today stays so in the text, so that a kept search moves with the days. */
  const addWords = (value: string) => {
    onDone()
    onAdd(`${nameOfField(field, language)}:${value}`)
  }
  const span = (value: string) => (language === 'fr' ? value : value.replace('j', 'd'))
  switch (field) {
    case 'skill':
    case 'title':
    case 'company':
    case 'school':
    case 'tag':
      return <TextFilter field={field} among={among} people={people} offers={offers} onPick={(words) => add({ field, text: words })} /> // prettier-ignore
    case 'place':
      return <PlaceFilter people={people} onPick={(words, km) => add({ field, text: words, km })} />
    case 'years':
      return (
        <YearsFilter
          offers={among === 'offers'}
          onPick={(occupation, atLeast) => add({ field, occupation, atLeast })}
        />
      )
    case 'availability':
      return (
        <Choices
          choices={named(['now', '7', '30', '90'] as const, t.within)}
          onPick={(days) => addWords(days === 'now' ? (language === 'fr' ? 'maintenant' : 'now') : span(`${days}j`))}
        />
      )
    case 'contract':
      return <Choices choices={named(contractKinds, t.contracts)} onPick={(contract) => add({ field, contract })} />
    case 'language':
      return <LanguageFilter onPick={(code, level) => add({ field, code, level })} />
    case 'stage':
      return <Choices choices={named(stages, t.stages)} onPick={(stage) => add({ field, stage })} />
    case 'lastContact':
      return (
        <Choices
          choices={named(Object.keys(t.contactChoices) as (keyof typeof t.contactChoices)[], t.contactChoices)}
          onPick={(value) => addWords(value === 'never' ? (language === 'fr' ? 'jamais' : 'never') : span(value))}
        />
      )
    case 'source':
      return <Choices choices={named(searchSources, t.sources)} onPick={(source) => add({ field, source })} />
    case 'has':
      return <Choices choices={named(searchHaves, t.haves)} onPick={(what) => add({ field, what })} />
    case 'status':
      return (
        <Choices
          choices={named(['open', 'draft', 'closed'] as const, t.statuses)}
          onPick={(status) => add({ field, status })}
        />
      )
  }
}

/** Values in their order, each with its words. */
const named = <Value extends string>(values: readonly Value[], words: Readonly<Record<Value, string>>) =>
  values.map((value) => ({ value, label: words[value] }))

function Choices<Value extends string>({
  choices,
  onPick,
}: {
  choices: readonly { value: Value; label: ReactNode; note?: string }[]
  onPick: (value: Value) => void
}) {
  return (
    <div className="stack g1" style={{ minInlineSize: '12rem' }}>
      {choices.map(({ value, label, note }) => (
        <button key={value} type="button" className="it" onClick={() => onPick(value)}>
          <span className="grow cut">{label}</span>
          {note !== undefined && <span className="t-3 t-sm num">{note}</span>}
        </button>
      ))}
    </div>
  )
}

const proposed = 8

/** A text to ask, with those that the records bear most. */
function TextFilter({
  field,
  among,
  people,
  offers,
  onPick,
}: {
  field: 'skill' | 'title' | 'company' | 'school' | 'tag'
  among: 'candidates' | 'offers'
  people: readonly Stored<'candidate'>[]
  offers: readonly Stored<'offer'>[]
  onPick: (words: string) => void
}) {
  const t = useText(text)
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  const known = useMemo(
    () => countWords(among === 'offers' ? offers.map(wordsOfOffer(field)) : people.map(wordsOfPerson(field)), 400),
    [among, offers, people, field],
  )
  const wanted = readSearch(typed)
  const fitting = known.filter(({ name }) => answersSearch(toHaystack(name), wanted)).slice(0, proposed)
  const labels = { skill: t.skillField, title: t.titleField, company: t.companyField, school: t.schoolField, tag: t.fields.tag } // prettier-ignore
  if (field === 'tag' && known.length === 0) return <p className="t-2">{t.noTag}</p>
  return (
    <form
      className="stack g3"
      style={{ inlineSize: 'min(17rem, 80vw)' }}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (typed.trim() !== '') onPick(typed.trim())
      }}
    >
      <TextInput label={labels[field]} value={typed} onChange={setTyped} autoFocus />
      <Choices
        choices={fitting.map(({ name, count }) => ({ value: name, label: name, note: formatNumber(language, count) }))}
        onPick={onPick}
      />
      {typed.trim() !== '' && <Button type="submit">{t.apply}</Button>}
    </form>
  )
}

const wordsOfPerson =
  (field: 'skill' | 'title' | 'company' | 'school' | 'tag') =>
  ({ fields }: Stored<'candidate'>): string[] => {
    switch (field) {
      case 'skill':
        return [
          ...inOrder(fields.skills).map(([, { name }]) => name),
          ...inOrder(fields.licences).map(([, { name, code }]) => name || code),
        ].filter(Boolean)
      case 'title':
        return Object.values(fields.experiences).flatMap(({ title }) => title || [])
      case 'company':
        return Object.values(fields.experiences).flatMap(({ organisation }) => organisation || [])
      case 'school':
        return Object.values(fields.education).flatMap(({ school }) => school || [])
      case 'tag':
        return Object.keys(fields.tags)
    }
  }

const wordsOfOffer =
  (field: 'skill' | 'title' | 'company' | 'school' | 'tag') =>
  ({ fields }: Stored<'offer'>): string[] => {
    if (field === 'title') return fields.title === '' ? [] : [fields.title]
    if (field === 'company') return fields.company === '' ? [] : [fields.company]
    if (field === 'skill')
      return Object.values(fields.requirements).flatMap(({ kind, text: words }) => (kind === 'skill' ? words : []))
    return []
  }

const radii = [0, 5, 10, 20, 30, 50, 100]

function PlaceFilter({
  people,
  onPick,
}: {
  people: readonly Stored<'candidate'>[]
  onPick: (place: string, km: number) => void
}) {
  const t = useText(text)
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  const [km, setKm] = useState('30')
  const [towns, setTowns] = useState<readonly { name: string; country: string }[]>([])
  const known = useMemo(() => countWords(people.map(({ fields }) => (fields.city === '' ? [] : [fields.city])), 6), [people]) // prettier-ignore
  useEffect(() => {
    let stopped = false
    void suggestTowns(typed, proposed).then((found) => {
      if (!stopped) setTowns(found)
    })
    return () => {
      stopped = true
    }
  }, [typed])
  const choices =
    typed.trim().length < 2
      ? known.map(({ name, count }) => ({ value: name, label: name, note: formatNumber(language, count) }))
      : towns.map(({ name, country }) => ({ value: name, label: name, note: country }))
  return (
    <form
      className="stack g3"
      style={{ inlineSize: 'min(18rem, 82vw)' }}
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() !== '') onPick(typed.trim(), Number(km))
      }}
    >
      <TextInput label={t.placeField} value={typed} onChange={setTyped} autoFocus />
      <Select
        label={t.radius}
        value={km}
        onChange={setKm}
        options={radii.map((value) => ({
          value: String(value),
          label: value === 0 ? t.radiusNone : t.km(formatNumber(language, value)),
        }))}
      />
      <Choices choices={choices} onPick={(place) => onPick(place, Number(km))} />
      {typed.trim() !== '' && <Button type="submit">{t.apply}</Button>}
    </form>
  )
}

function YearsFilter({ offers, onPick }: { offers: boolean; onPick: (occupation: string, atLeast: number) => void }) {
  const t = useText(text)
  const [years, setYears] = useState('')
  const [occupation, setOccupation] = useState('')
  return (
    <form
      className="stack g3"
      style={{ inlineSize: 'min(16rem, 80vw)' }}
      onSubmit={(event) => {
        event.preventDefault()
        if (/^\d{1,2}$/.test(years.trim())) onPick(occupation.trim(), Number(years))
      }}
    >
      <TextInput
        label={offers ? t.yearsFieldOffers : t.yearsField}
        inputMode="numeric"
        value={years}
        onChange={setYears}
        autoFocus
      />{' '}
      {/* prettier-ignore */}
      {!offers && <TextInput label={t.occupationField} optional value={occupation} onChange={setOccupation} />}
      <Button type="submit">{t.apply}</Button>
    </form>
  )
}

function LanguageFilter({ onPick }: { onPick: (code: string, level: (typeof languageLevels)[number] | '') => void }) {
  const t = useText(text)
  const language = useLanguage()
  const [code, setCode] = useState(language === 'fr' ? 'en' : 'fr')
  const [level, setLevel] = useState<(typeof languageLevels)[number] | ''>('')
  return (
    <form
      className="stack g3"
      style={{ inlineSize: 'min(16rem, 80vw)' }}
      onSubmit={(event) => {
        event.preventDefault()
        onPick(code, level)
      }}
    >
      <Select
        label={t.languageField}
        value={code}
        onChange={setCode}
        options={spokenLanguages(language).map(({ value, name }) => ({ value, label: name }))}
      />
      <Select
        label={t.levelField}
        value={level}
        onChange={setLevel}
        options={[
          { value: '' as const, label: t.anyLevel },
          ...languageLevels.map((value) => ({ value, label: value === 'native' ? t.native : value })),
        ]}
      />
      <Button type="submit">{t.apply}</Button>
    </form>
  )
}
