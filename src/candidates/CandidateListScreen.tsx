import { BookmarkPlus, FileDown, GitMerge, ListChecks, Plus, Settings2, Users } from 'lucide-react'
import { memo, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import {
  addressToQuery,
  applyQuery,
  type CandidateRow,
  countWords,
  filtersOf,
  filtersToDrop,
  dropFilter,
  type ListQuery,
  queryToAddress,
  type SortColumn,
} from '../model/listQuery.ts'
import { useSavedSearches } from '../search/records.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Columns } from '../ui/Columns.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { FilterMenu } from '../ui/FilterMenu.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { usePreferences } from '../ui/language.ts'
import { Menu } from '../ui/Menu.tsx'
import { Reserved } from '../ui/Reserved.tsx'
import { Screen } from '../ui/Screen.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useHotkeys } from '../ui/useHotkeys.ts'
import { useIsPhone, useMediaQuery } from '../ui/useMediaQuery.ts'
import { act } from './act.ts'
import './candidates.css'
import { CandidatePhoneList } from './CandidatePhoneList.tsx'
import { CandidatePreview } from './CandidatePreview.tsx'
import { CandidateTable } from './CandidateTable.tsx'
import { ComingTexts } from './ComingTexts.tsx'
import { ListFilters, useFilterWords } from './ListFilters.tsx'
import { useListOrder } from './listOrder.ts'
import { listToSearch } from './listToSearch.ts'
import { removeView, saveView, useCodeOption, useSavedViews } from './records.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { useAnswers, useListQuery, useNameless, useRows } from './useCandidateList.ts'
import { useDuplicates } from './useDuplicates.ts'
import { useWords } from './words.ts'

type CandidateListScreenProps = {
  /** The offers that suit a candidate, drawn by the matching room. */
  suits?: (candidateId: string) => ReactNode
}

/** Everyone in the pool: search, filter, sort, choose. */
export function CandidateListScreen({ suits }: CandidateListScreenProps) {
  const { t } = useWords()
  const live = useRows()
  if (live.state === 'ready') return <CandidateList rows={live.rows} suits={suits} />
  return (
    <Screen title={t.title}>
      <div className="scroll grow pad">
        {live.state === 'loading' ? (
          <Skeleton lines={5} label={t.loading} />
        ) : (
          <ErrorState title={t.failedTitle} onRetry={() => location.reload()}>
            {t.failed}
          </ErrorState>
        )}
      </div>
    </Screen>
  )
}

/** Drawn again when its rows are others, not whenever news of some are on the way. */
const CandidateList = memo(function CandidateList({
  rows,
  suits,
}: {
  rows: CandidateRow[]
  suits: CandidateListScreenProps['suits']
}) {
  const { t, count, persons } = useWords()
  const isPhone = useIsPhone()
  const hasPreview = useMediaQuery('(width > 75rem)')
  const [, navigate] = useLocation()
  const [query, setQuery] = useListQuery()
  const { answers, reached } = useAnswers(rows, query)
  const nameless = useNameless(answers)
  const choice = useChoice(answers)
  const [cursor, setCursor] = useCursor(answers)
  const [choosing, setChoosing] = useState(false)
  const density = usePreferences((preferences) => preferences.density)
  const changePreferences = usePreferences((preferences) => preferences.change)
  const tags = useMemo(
    () =>
      countWords(
        rows.map((row) => row.tags),
        50,
      ).map(({ name }) => name),
    [rows],
  )
  const isFiltered = filtersOf(query).length > 0

  useEffect(() => {
    const address = queryToAddress(query)
    useListOrder.setState({
      ids: answers.map(({ id }) => id),
      address: address === '' ? '/candidats' : `/candidats?${address}`,
    })
  }, [answers, query])

  const move = (step: number, extend: boolean) => {
    if (answers.length === 0) return
    const at = answers.findIndex(({ id }) => id === cursor)
    const next = answers[Math.min(answers.length - 1, Math.max(0, at + step))]!
    setCursor(next.id)
    if (extend) {
      if (at >= 0) choice.set(answers[at]!.id, true, false)
      choice.set(next.id, true, false)
    }
  }
  const open = (part = '') => cursor !== null && navigate(`/candidats/${cursor}${part}`)
  useHotkeys({
    j: () => move(1, false),
    k: () => move(-1, false),
    ArrowDown: () => move(1, false),
    ArrowUp: () => move(-1, false),
    'Shift+j': () => move(1, true),
    'Shift+k': () => move(-1, true),
    x: () => cursor !== null && choice.set(cursor, !choice.chosen.has(cursor), false),
    Enter: () => open(),
    o: () => open(),
    n: () => open('?onglet=echanges&note=oui'),
    e: () => open('?modifier=identity'),
    a: () => navigate('/candidats/nouveau'),
    Escape: () => choice.clear(),
  })

  const sortItem = (label: string, sort: SortColumn, descending: boolean) => ({
    label: query.sort === sort && query.descending === descending ? `${label} ✓` : label,
    onSelect: () => setQuery({ ...query, sort, descending }),
  })
  const display = [
    sortItem(t.list.sortRecent, 'created', true),
    sortItem(t.list.sortUpdated, 'updated', true),
    sortItem(t.list.sortName, 'name', false),
    sortItem(t.list.sortYears, 'years', true),
    sortItem(t.list.sortAvailability, 'availability', false),
    'separator' as const,
    ...(isPhone
      ? []
      : [
          {
            label: density === 'compact' ? t.list.comfortable : t.list.compact,
            onSelect: () => changePreferences({ density: density === 'compact' ? 'comfortable' : 'compact' }),
          },
        ]),
    { label: t.duplicates.title, href: '/doublons' },
    { label: t.list.openBin, href: '/corbeille' },
  ]
  const search = (
    <SearchBox
      label={t.list.search}
      placeholder={t.list.placeholder}
      value={query.words}
      onChange={(words) => setQuery({ ...query, words })}
      kbd={isPhone ? undefined : '/'}
      className={isPhone ? '' : 'list-search'}
    />
  )
  const option = useCodeOption()
  const list = {
    rows: answers,
    query,
    onQuery: setQuery,
    cursor,
    onCursor: setCursor,
    chosen: choice.chosen,
    onChoose: choice.set,
    onChooseAll: choice.setAll,
    nameless,
    option,
  }
  const bar = choice.rows.length > 0 && (
    <SelectionBar chosen={choice.rows} tags={tags} onClear={choice.clear} isPhone={isPhone} />
  )
  const nothing =
    rows.length === 0 ? (
      <div className="pad">
        <EmptyState
          title={t.list.emptyTitle}
          icon={Users}
          actions={
            <>
              <LinkButton variant="first" changes="document" href="/imports" icon={FileDown}>
                {t.list.import}
              </LinkButton>
              <LinkButton changes="candidate" href="/candidats/nouveau" icon={Plus}>
                {t.list.add}
              </LinkButton>
            </>
          }
        >
          {t.list.empty}
        </EmptyState>
      </div>
    ) : answers.length === 0 ? (
      <NoMatch rows={rows} query={query} onQuery={setQuery} reached={reached} />
    ) : null
  const aside = isFiltered
    ? t.list.of(count(answers.length), count(rows.length))
    : rows.length > 0
      ? count(rows.length)
      : undefined
  const announced = (
    <span className="sr" role="status">
      {t.list.announce(persons(answers.length))}
    </span>
  )

  if (isPhone) {
    return (
      <Screen
        title={t.title}
        aside={aside}
        phoneActions={
          <>
            <IconButton
              icon={ListChecks}
              name={t.list.selection}
              touch
              aria-pressed={choosing}
              onClick={() => {
                setChoosing(!choosing)
                choice.clear()
              }}
            />
            <Menu
              trigger={<IconButton icon={Settings2} name={t.list.display} touch />}
              items={[{ label: t.list.add, href: '/candidats/nouveau', changes: 'candidate' }, 'separator', ...display]}
            />
          </>
        }
        under={
          rows.length > 0 && (
            <>
              <div className="row" style={{ padding: '.25rem 1rem .5rem' }}>
                {search}
              </div>
              <div className="strip" tabIndex={0} role="region" aria-label={t.list.filters}>
                <ListFilters rows={rows} query={query} onQuery={setQuery} />
                <Views query={query} rows={rows} />
              </div>
            </>
          )
        }
      >
        {announced}
        <ComingTexts />
        {nothing ?? <CandidatePhoneList {...list} choosing={choosing} />}
        {bar}
      </Screen>
    )
  }
  return (
    <Screen
      title={t.title}
      aside={aside}
      actions={
        <span className="end row">
          <Menu
            trigger={
              <Button variant="bare" icon={Settings2}>
                {t.list.display}
              </Button>
            }
            items={display}
          />
          <DuplicatesButton />
          <LinkButton changes="document" href="/imports" icon={FileDown}>
            {t.list.import}
          </LinkButton>
          <LinkButton variant="first" changes="candidate" href="/candidats/nouveau" icon={Plus} kbd={t.list.addKey}>
            {t.list.add}
          </LinkButton>
        </span>
      }
    >
      {rows.length > 0 && (
        <div className="row wrap" style={{ padding: '.625rem 1.25rem', borderBlockEnd: '1px solid var(--vv-line)' }}>
          {search}
          <ListFilters rows={rows} query={query} onQuery={setQuery} />
          <span className="end">
            <Views query={query} rows={rows} />
          </span>
        </div>
      )}
      {announced}
      <ComingTexts />
      {nothing ? (
        <div className="scroll grow">{nothing}</div>
      ) : (
        <Columns widths={hasPreview ? 'minmax(0,1fr) 24.5rem' : 'minmax(0,1fr)'}>
          <CandidateTable {...list} />
          {hasPreview && (
            <aside aria-label={t.list.preview}>
              {cursor !== null && (
                <CandidatePreview key={cursor} id={cursor} words={query.words} suits={suits?.(cursor)} />
              )}
            </aside>
          )}
        </Columns>
      )}
      {hasPreview && nothing === null ? <div className="beside-preview">{bar}</div> : bar}
    </Screen>
  )
})

/** How many pairs wait for a decision, when any does. */
function DuplicatesButton() {
  const { t, count } = useWords()
  const found = useDuplicates(0)
  if (found === null || found.likelyCount === 0) return null
  return (
    <LinkButton variant="bare" href="/doublons" icon={GitMerge}>
      {t.duplicates.button(count(found.likelyCount))}
    </LinkButton>
  )
}

/** Who is chosen: only those in sight of the filters count, so that nothing is done to someone unseen. */
function useChoice(answers: readonly CandidateRow[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const anchor = useRef<string | null>(null)
  const rows = useMemo(() => answers.filter(({ id }) => ids.has(id)), [answers, ids])
  const chosen = useMemo(() => new Set(rows.map(({ id }) => id)), [rows])
  const set = (id: string, on: boolean, range: boolean) => {
    const at = answers.findIndex((row) => row.id === id)
    const from = range && anchor.current !== null ? answers.findIndex((row) => row.id === anchor.current) : at
    anchor.current = id
    setIds((before) => {
      const next = new Set(before)
      for (const row of answers.slice(Math.min(at, from === -1 ? at : from), Math.max(at, from) + 1)) {
        if (on) next.add(row.id)
        else next.delete(row.id)
      }
      return next
    })
  }
  return {
    rows,
    chosen,
    set,
    setAll: (on: boolean) => setIds(new Set(on ? answers.map(({ id }) => id) : [])),
    clear: () => setIds(new Set()),
  }
}

/** The row the keys act on: stays on its person while the list changes, else the first. */
function useCursor(answers: readonly CandidateRow[]): [string | null, (id: string) => void] {
  const [id, setId] = useState<string | null>(null)
  const found = id !== null && answers.some((row) => row.id === id)
  return [found ? id : (answers[0]?.id ?? null), setId]
}

function NoMatch({
  rows,
  query,
  onQuery,
  reached,
}: {
  rows: CandidateRow[]
  query: ListQuery
  onQuery: (query: ListQuery) => void
  reached: ReadonlySet<string>
}) {
  const { t, persons } = useWords()
  const wordsOf = useFilterWords()
  const drops = useMemo(() => filtersToDrop(rows, query, reached), [rows, query, reached])
  const clear = () =>
    onQuery({ ...query, words: '', skills: [], minYears: null, withinDays: null, place: '', tags: [], reviewed: '' })
  return (
    <div className="pad">
      <EmptyState
        title={t.list.noMatch}
        actions={
          <>
            {drops.slice(0, 3).map(({ filter, left }) => {
              const { name, value } = wordsOf(filter)
              return (
                <Button key={`${filter.field} ${filter.value}`} onClick={() => onQuery(dropFilter(query, filter))}>
                  {t.list.without(name === '' ? value : `${name.toLowerCase()} ${value}`, persons(left))}
                </Button>
              )
            })}
            <Button variant="bare" onClick={clear}>
              {t.list.clearAll}
            </Button>
          </>
        }
      >
        {drops.length === 0 ? t.list.noMatchAlone : undefined}
      </EmptyState>
    </div>
  )
}

/** The views kept under a name, and the way to keep this one. A view is a link. */
function Views({ query, rows }: { query: ListQuery; rows: readonly CandidateRow[] }) {
  const { t, count, language } = useWords()
  const searches = useSavedSearches()
  const wider = searches.state === 'ready' ? searches.value.filter(({ fields }) => readsCandidates(fields.query)) : []
  const [, navigate] = useLocation()
  const [name, setName] = useState('')
  const views = useSavedViews()
  const kept = views.state === 'ready' ? views.value : []
  const address = queryToAddress(query)
  return (
    <FilterMenu label={kept.length > 0 && address === '' ? t.list.views : t.list.saveView} icon={BookmarkPlus}>
      {(close) => (
        <div className="stack g3" style={{ inlineSize: 'min(17rem, 80vw)' }}>
          <Reserved changes="savedView">
            {' '}
            {address !== '' && (
              <form
                className="stack g3"
                onSubmit={(event) => {
                  event.preventDefault()
                  if (name.trim() === '') return
                  close()
                  void act(saveView(name.trim(), address), t.list.viewSaved(name.trim()))
                  setName('')
                }}
              >
                <TextInput label={t.list.viewName} value={name} onChange={setName} autoFocus />
                <Button type="submit">{t.save}</Button>
              </form>
            )}
          </Reserved>{' '}
          {kept.length === 0 && address === '' && <p className="t-2">{t.list.noView}</p>}
          {kept.map((view) => (
            <div key={view.id} className="row">
              <button
                type="button"
                className="it grow"
                onClick={() => {
                  close()
                  navigate(`/candidats?${view.fields.query}`)
                }}
              >
                <span className="cut grow">{view.fields.name}</span>
                <span className="num t-3 t-sm">
                  {count(applyQuery(rows, addressToQuery(new URLSearchParams(view.fields.query))).length)}
                </span>
              </button>
              <Button
                variant="bare"
                changes="savedView"
                aria-label={t.list.removeView(view.fields.name)}
                onClick={() => void act(removeView(view.id), t.list.viewRemoved(view.fields.name))}
              >
                {t.remove}
              </Button>
            </div>
          ))}
          {wider.map(({ id, fields }) => (
            <Link key={id} className="it plain" href={`/recherche?${fields.query}`}>
              <span className="cut">{fields.name}</span>
            </Link>
          ))}
          <Link className="it plain" href={listToSearch(query, language)}>
            {t.list.moreFilters}
          </Link>
        </div>
      )}
    </FilterMenu>
  )
}

/** Whether a saved search looks through candidates: its address says so when it does not. */
const readsCandidates = (address: string): boolean => new URLSearchParams(address).get('dans') !== 'offres'
