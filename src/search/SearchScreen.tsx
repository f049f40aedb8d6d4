import { ClipboardPaste, ListFilter, Settings2 } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from 'react'
import { formatNumber, formatPercent, plural } from '../kit/format.ts'
import type { Stored } from '../model/record.ts'
import { defaultAlpha, type SearchOptions } from '../model/searchQuery.ts'
import { isReachable } from '../model/searchWords.ts'
import { retryMatching, useFound, useIndexState } from '../matching/records.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Columns } from '../ui/Columns.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { FilterChip } from '../ui/FilterChip.tsx'
import { FilterMenu } from '../ui/FilterMenu.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Menu } from '../ui/Menu.tsx'
import { Screen } from '../ui/Screen.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Slider } from '../ui/Slider.tsx'
import { useIsPhone, useMediaQuery } from '../ui/useMediaQuery.ts'
import { AlikeScreen } from './AlikeScreen.tsx'
import { NothingFound } from './NothingFound.tsx'
import { wordsOfDiagnostic } from './queryWords.ts'
import { keepRecent, useRecentSearches } from './recentSearches.ts'
import { sawSearch, useCandidateMap, useOfferMap, useSavedSearches } from './records.ts'
import { focusFirstHit, pageSize, type Records, ResultPage, ResultRow } from './ResultList.tsx'
import { SavedSearchList, SaveSearch, useSavedCount } from './SavedSearches.tsx'
import './search.css'
import { type ChipOfPart, chipsOf, withoutChips } from './searchChips.ts'
import { SearchFilters } from './SearchFilters.tsx'
import { addFilter, cutPart, replacePart, writeAddress } from './searchAddress.ts'
import { Recent, SearchStart } from './SearchStart.tsx'
import { text } from './text.ts'
import { today, useReached, useSearchAddress } from './useSearch.ts'

type Scope = 'candidates' | 'offers'

/** Neighbours by meaning are a hint under the results, not a second list. */
const neighboursShown = 8
/** A saved search counts as looked at after this long in sight. */
const seenAfterMs = 1500

/** One box over candidates and offers: words, operators and filters, the hits under the felt pen. */
export function SearchScreen() {
  const search = useSearchAddress()
  const { address } = search
  if (address.like !== '') return <AlikeScreen key={address.like} id={address.like} among={address.among} />
  return <Search {...search} />
}

function Search({ address, read, change }: ReturnType<typeof useSearchAddress>) {
  const t = useText(text)
  const language = useLanguage()
  const isPhone = useIsPhone()
  const hasSide = useMediaQuery('(width > 75rem)')
  const day = today()
  const { among, words, sort } = address
  const isAsked = words.trim() !== '' || address.filters !== ''
  const reached = useReached(words)
  // A whole e-mail or phone is sealed: no index holds it, and its parts would find others. Nor does one hold codes.
  const reachable = isReachable(words) ?? (reached.length > 0 ? 'code' : null)
  const query = isAsked && reachable === null ? read.query : null
  const index = useIndexState()
  const people = useCandidateMap()
  const offers = useOfferMap()
  const options: SearchOptions = useMemo(
    () => ({
      limit: pageSize,
      offset: 0,
      sort,
      alpha: address.alpha,
      explainTerms: true,
      near: sort === 'relevance' && words.trim() !== '' ? neighboursShown : 0,
    }),
    [sort, address.alpha, words],
  )
  const answer = useFound(among, query, options, `${among} 0`)
  const asked = `${among} ${sort} ${address.filters} ${words}`
  const sheet = useRef<HTMLDivElement>(null)
  const lastAsked = useRef(asked)
  useEffect(() => {
    if (lastAsked.current === asked) return
    lastAsked.current = asked
    // What answers best stands first: further down would be the middle of another list.
    sheet.current?.scrollTo(0, 0)
    if (isPhone) window.scrollTo(0, 0)
  }, [asked, isPhone])
  const other: Scope = among === 'candidates' ? 'offers' : 'candidates'
  const elsewhere = useFound(other, query, { limit: 0, offset: 0, sort: 'relevance', explainTerms: false }, `${other} count`) // prettier-ignore
  const reachedPeople = reached.filter((id) => people?.get(id) && people.get(id)!.binnedAt === undefined)
  const totals: Record<Scope, number | null> = {
    [among]: reachable ? (among === 'candidates' ? reachedPeople.length : 0) : answer.state === 'ready' ? answer.value.total : null,
    [other]: reachable ? (other === 'candidates' ? reachedPeople.length : 0) : elsewhere.state === 'ready' ? elsewhere.value.total : null,
  } as Record<Scope, number | null> // prettier-ignore

  const recent = useRecentSearches()
  const saved = useSavedSearches()
  const kept = saved.state === 'ready' ? saved.value : []
  const part = writeAddress({ ...address, expert: false }).split('?')[1] ?? ''
  const savedHere = kept.find(({ fields }) => fields.query === part)
  const chips = chipsOf(address, read, language, day)
  const name = [words.trim(), ...chips.filter(({ half }) => half === 'filters').map(({ value }) => value)].filter(Boolean).join(', ') // prettier-ignore
  const remember = () => {
    if (isAsked) void keepRecent(recent, writeAddress({ ...address, expert: false }), name)
  }

  const counted = (n: number, what: Scope) =>
    `${formatNumber(language, n)} ${plural(language, n, what === 'candidates' ? t.candidateForms : t.offerForms)}`
  const scopes = (['candidates', 'offers'] as const).map((one) => (
    <button
      key={one}
      type="button"
      className={one === among ? 'filter on' : 'filter'}
      aria-pressed={one === among}
      onClick={() => change({ among: one, sort: 'relevance' })}
    >
      {t[one]} {isAsked && totals[one] !== null && <b className="num">{formatNumber(language, totals[one])}</b>}
    </button>
  ))
  const box = (
    <SearchBox
      label={t.label}
      placeholder={t.placeholder}
      value={words}
      onChange={(next) => change({ words: next })}
      kbd={isPhone ? undefined : '/'}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
        event.preventDefault()
        if (event.key === 'Enter') remember()
        focusFirstHit()
      }}
    />
  )
  const drop = ({ half, part: gone }: ChipOfPart) => change({ [half]: cutPart(address[half], gone) })
  const filters = (
    <>
      {chips.map((chip) => (
        <FilterChip key={chip.key} name={`${chip.name} ${chip.value}`.trim()} onRemove={() => drop(chip)}>
          {chip.name} <b>{chip.value}</b>
        </FilterChip>
      ))}
      <SearchFilters
        among={among}
        people={people ? keptOf(people) : []}
        offers={offers ? keptOf(offers) : []}
        onAdd={(filter) => change({ filters: addFilter(address.filters, filter, language, day) })}
      />
    </>
  )
  const sorts = among === 'offers' ? t.sortsOffers : t.sorts
  const order = (
    <FilterMenu
      label={t.sortedBy((sorts[sort as keyof typeof sorts] ?? t.sorts.relevance).toLowerCase())}
      icon={undefined}
    >
      {(close) => (
        <div className="stack g1" style={{ minInlineSize: '11rem' }}>
          {(Object.keys(sorts) as (keyof typeof sorts)[]).map((one) => (
            <button
              key={one}
              type="button"
              className="it"
              aria-pressed={one === sort}
              onClick={() => {
                close()
                change({ sort: one })
              }}
            >
              {sorts[one]}
              {one === sort ? ' ✓' : ''}
            </button>
          ))}
        </div>
      )}
    </FilterMenu>
  )
  const expertSwitch = {
    label: address.expert ? t.expertOff : t.expert,
    onSelect: () => change({ expert: !address.expert }),
  }
  const diagnostics = [
    ...read.typed.diagnostics.map((one) => ({ ...one, half: 'words' as const })),
    ...read.chosen.diagnostics.map((one) => ({ ...one, half: 'filters' as const })),
  ]
  const said = diagnostics.length > 0 && (
    <div className="search-said" role="status">
      {diagnostics.slice(0, 3).map((one) => (
        <span key={`${one.half} ${one.start}`} className="row t-sm">
          <span className="doubt">{wordsOfDiagnostic(one, language)}</span>
          {one.replacement !== undefined && (
            <Button
              variant="bare"
              onClick={() => change({ [one.half]: replacePart(address[one.half], one, one.replacement!) })}
            >
              {t.write(one.replacement)}
            </Button>
          )}
        </span>
      ))}
    </div>
  )
  const alpha = address.expert && (
    <div className="search-alpha">
      <span className="t-sm t-2">{t.alpha}</span>
      <Slider
        label={t.alpha}
        value={Math.round(address.alpha * 100)}
        onChange={(value) => change({ alpha: value / 100 })}
        step={5}
        valueText={formatPercent(language, address.alpha)}
      />
      <span className="t-sm num">
        {t.alphaNote(formatPercent(language, address.alpha), formatPercent(language, 1 - address.alpha))}
      </span>
      {address.alpha !== defaultAlpha && (
        <Button variant="bare" onClick={() => change({ alpha: defaultAlpha })}>
          {t.alphaReset}
        </Button>
      )}
    </div>
  )
  const save = isAsked && query && <SaveSearch query={part} name={name} saved={savedHere} />

  const records: Records | null = people && offers && { people, offers }
  const start = (
    <>
      {kept.length > 0 && !hasSide && (
        <Section title={t.savedSearches}>
          <SavedSearchList searches={kept} manage />
        </Section>
      )}
      <SearchStart recent={hasSide ? [] : recent} onTry={(example) => change({ words: example })} />
    </>
  )
  let content: ReactNode
  if (records === null || (query && answer.state === 'loading')) {
    content = (
      <div className="pad">
        {index.state === 'filling' && (
          <p className="t-sm t-3">
            {t.filling(formatNumber(language, index.held), formatNumber(language, index.total))}
          </p>
        )}
        <Skeleton lines={5} label={t.loading} />
      </div>
    )
  } else if (query && answer.state === 'failed') {
    content = (
      <div className="pad">
        <ErrorState title={t.failed} actions={<Button onClick={retryMatching}>{t.restart}</Button>}>
          {t.failedNote}
        </ErrorState>
      </div>
    )
  } else if (!isAsked) content = start
  else if (reachable !== null) {
    const first = among === 'candidates' ? reachedPeople : []
    content = (
      <>
        <p className="search-status t-sm t-3" role="status">
          {counted(first.length, among)}
        </p>
        {first.length === 0 ? (
          <NothingFound chips={[]} among={among} elsewhere={totals[other] ?? 0} onDrop={drop} onElsewhere={() => change({ among: other })} counted={counted} address={address} /> // prettier-ignore
        ) : (
          <ul className="plist rule">
            {first.map((id) => (
              <ResultRow key={id} among="candidates" records={records} row={{ id, score: 1, semantic: 0, lexical: 1, near: false, terms: [], quote: '', line: -1, marks: [] }} /> // prettier-ignore
            ))}
          </ul>
        )}
      </>
    )
  } else if (query && answer.state === 'ready') {
    const { total, found, ms } = answer.value
    content = (
      <>
        <div className="search-status">
          <p className="t-sm t-3 grow" role="status">
            {t.found(counted(total, among), formatNumber(language, Math.max(1, Math.round(ms))))}
            {index.state === 'filling' &&
              ` · ${t.filling(formatNumber(language, index.held), formatNumber(language, index.total))}`}
          </p>
          {isPhone && save}
        </div>
        {total === 0 && (
          <NothingFound chips={chips} among={among} elsewhere={totals[other] ?? 0} onDrop={drop} onElsewhere={() => change({ among: other })} counted={counted} address={address} /> // prettier-ignore
        )}
        {found.length > 0 && (
          <ul className="plist rule" aria-label={t.results}>
            {Array.from({ length: Math.max(1, Math.ceil(total / pageSize)) }, (_, page) => (
              <ResultPage
                // Another search begins again from its first page.
                key={page === 0 ? page : `${part} ${page}`}
                among={among}
                query={query}
                options={page === 0 ? options : { ...options, offset: page * pageSize }}
                total={total}
                records={records}
                expert={address.expert}
                onOpen={remember}
              />
            ))}
          </ul>
        )}
        {savedHere && <Seen key={savedHere.id} search={savedHere} />}
      </>
    )
  }

  if (isPhone) {
    return (
      <Screen
        title={t.title}
        under={
          <>
            <div className="row" style={{ padding: '.25rem 1rem .5rem' }}>
              {box}
            </div>
            <div className="strip" role="group" aria-label={t.scope}>
              {scopes}
              {filters}
              {isAsked && order}
            </div>
          </>
        }
      >
        {said}
        {alpha}
        {content}
        <div className="pad row wrap">
          <LinkButton icon={ClipboardPaste} href="/recherche/annonce">
            {t.fromAdvert}
          </LinkButton>
          {isAsked && (
            <Button variant="bare" icon={Settings2} onClick={expertSwitch.onSelect}>
              {expertSwitch.label}
            </Button>
          )}
        </div>
      </Screen>
    )
  }
  const main = (
    <div ref={sheet} className="scroll grow" tabIndex={0} role="region" aria-label={t.results}>
      <div style={{ maxInlineSize: '56rem' }}>{content}</div>
    </div>
  )
  return (
    <Screen
      title={t.title}
      actions={
        <span className="end row">
          <Menu
            trigger={
              <Button variant="bare" icon={Settings2}>
                {t.options}
              </Button>
            }
            items={[
              expertSwitch,
              ...(among === 'candidates' && words.trim() !== ''
                ? [{ label: t.openList, icon: ListFilter, href: `/candidats?q=${encodeURIComponent(words)}` }]
                : []),
            ]}
          />
          <LinkButton icon={ClipboardPaste} href="/recherche/annonce">
            {t.fromAdvert}
          </LinkButton>
        </span>
      }
    >
      <div className="search-bar">
        {box}
        <span className="row" role="group" aria-label={t.scope}>
          {scopes}
        </span>
        <span className="end row">
          {isAsked && order}
          {save}
        </span>
      </div>
      <div className="search-bar" role="group" aria-label={t.filters}>
        {filters}
        {chips.length > 1 && (
          <Button variant="bare" onClick={() => change({ filters: '', words: withoutChips(address, chips) })}>
            {t.clearAll}
          </Button>
        )}
      </div>
      {said}
      {alpha}
      {hasSide ? (
        <Columns widths="minmax(0,1fr) 21rem">
          {main}
          <aside className="scroll" aria-label={t.savedSearches}>
            <Section title={t.savedSearches}>
              {kept.length === 0 ? (
                <p className="t-2 t-sm">{t.savedNone}</p>
              ) : (
                <SavedSearchList searches={kept} manage />
              )}
            </Section>
            <Recent recent={recent} />
          </aside>
        </Columns>
      ) : (
        main
      )}
    </Screen>
  )
}

const lists = new WeakMap<object, readonly unknown[]>()
/** The records that are not in the bin; the same list until one changes. */
function keptOf<K extends 'candidate' | 'offer'>(records: ReadonlyMap<string, Stored<K>>): readonly Stored<K>[] {
  let list = lists.get(records) as readonly Stored<K>[] | undefined
  if (!list) lists.set(records, (list = [...records.values()].filter(({ binnedAt }) => binnedAt === undefined)))
  return list
}

/** Marks what is new in a saved search as seen, once it has been in sight for a moment. */
function Seen({ search }: { search: Parameters<typeof useSavedCount>[0] }) {
  const counted = useSavedCount(search)
  const fresh = counted?.fresh ?? 0
  const told = useRef(false)
  useEffect(() => {
    if (fresh === 0 || told.current) return
    const timer = setTimeout(() => {
      told.current = true
      void sawSearch(search.id)
    }, seenAfterMs)
    return () => clearTimeout(timer)
  }, [fresh, search.id])
  return null
}
