import { Bookmark, BookmarkPlus, Ellipsis, House, PencilLine, Trash2 } from 'lucide-react'
import { type FormEvent, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { formatNumber } from '../kit/format.ts'
import type { Stored } from '../model/record.ts'
import { useFound, useFoundCount } from '../matching/records.ts'
import { Button } from '../ui/Button.tsx'
import { FilterMenu } from '../ui/FilterMenu.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Menu } from '../ui/Menu.tsx'
import { Reserved } from '../ui/Reserved.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { act } from './act.ts'
import { changeSearch, removeSearch, type SavedSearch, saveSearch, useCandidateMap, useOfferMap, useSeenAt } from './records.ts' // prettier-ignore
import { readAddress, readSearchOf } from './searchAddress.ts'
import './search.css'
import { text } from './text.ts'
import { today } from './useSearch.ts'

/** More new ones than these are told as 'or more'. */
const freshMost = 20

/** What a saved search finds now, and how many of them came since the person looked; null while it is not known. */
export function useSavedCount(search: SavedSearch): { total: number; fresh: number } | null {
  const language = useLanguage()
  const day = today()
  const address = useMemo(() => readAddress(search.fields.query), [search.fields.query])
  const { query } = useMemo(() => readSearchOf(address, language, day), [address, language, day])
  const total = useFoundCount(address.among, query)
  const since = useSeenAt(search)
  const people = useCandidateMap()
  const offers = useOfferMap()
  const records: ReadonlyMap<string, Stored> | null = address.among === 'offers' ? offers : people
  const newest = useMemo(() => {
    let latest = 0
    for (const { createdAt } of records?.values() ?? []) if (createdAt > latest) latest = createdAt
    return latest
  }, [records])
  const latest = useFound(address.among, newest > since ? query : null, {
    limit: freshMost,
    offset: 0,
    sort: 'created',
    explainTerms: false,
  })
  if (total.state !== 'ready') return null
  const fresh =
    latest.state === 'ready'
      ? latest.value.found.filter(({ id }) => (records?.get(id)?.createdAt ?? 0) > since).length
      : 0
  return { total: total.value, fresh: newest > since ? fresh : 0 }
}

/** The figure of a saved search: '12, 3 nouveaux'. */
function SavedCount({ search }: { search: SavedSearch }) {
  const t = useText(text)
  const language = useLanguage()
  const counted = useSavedCount(search)
  if (!counted) return <span className="num t-3">…</span>
  const { total, fresh } = counted
  const count = formatNumber(language, fresh)
  return (
    <span className="num nowrap t-3" data-testid="saved-count">
      {formatNumber(language, total)}
      {fresh > 0 && (
        <b className="search-fresh">
          {', '}
          {fresh === 1 ? t.freshOne : fresh < freshMost ? t.fresh(count) : t.freshMany(count)}
        </b>
      )}
    </span>
  )
}

/** Saved searches with their live counts. `manage` lets them be renamed, pinned and deleted. */
export function SavedSearchList({ searches, manage = false }: { searches: readonly SavedSearch[]; manage?: boolean }) {
  const t = useText(text)
  const [renamed, setRenamed] = useState('')
  return (
    <ul className="search-saved">
      {searches.map((search) => {
        const { id, fields } = search
        if (renamed === id) return <Rename key={id} search={search} onDone={() => setRenamed('')} />
        return (
          <li key={id}>
            <Link className="plain grow row search-go" href={`/recherche?${fields.query}`}>
              <Icon as={Bookmark} />
              <span className="grow cut">{fields.name}</span>
              <SavedCount search={search} />
            </Link>
            {manage && (
              <Menu
                trigger={<IconButton icon={Ellipsis} name={t.more(fields.name)} />}
                items={[
                  { label: t.rename, icon: PencilLine, changes: 'savedView', onSelect: () => setRenamed(id) },
                  {
                    label: fields.pinned ? t.unpin : t.pin,
                    icon: House,
                    changes: 'savedView',
                    onSelect: () => void act(changeSearch(id, { pinned: !fields.pinned }), fields.pinned ? t.unpinned : t.pinned), // prettier-ignore
                  },
                  'separator',
                  { label: t.remove, icon: Trash2, danger: true, changes: 'savedView', onSelect: () => void act(removeSearch(id), t.removed(fields.name)) }, // prettier-ignore
                ]}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Rename({ search, onDone }: { search: SavedSearch; onDone: () => void }) {
  const t = useText(text)
  const [name, setName] = useState(search.fields.name)
  return (
    <li>
      <form
        className="row grow"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          onDone()
          const next = name.trim()
          if (next !== '' && next !== search.fields.name) void act(changeSearch(search.id, { name: next }), t.renamed)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone()
        }}
      >
        <TextInput className="grow" label={t.saveName} value={name} onChange={setName} autoFocus />
        <Button type="submit">{t.ok}</Button>
      </form>
    </li>
  )
}

/** Keeps the search in sight under a name; says so once it is kept. */
export function SaveSearch({ query, name, saved }: { query: string; name: string; saved: SavedSearch | undefined }) {
  const t = useText(text)
  const [typed, setTyped] = useState('')
  if (saved) {
    return (
      <span className="row t-sm t-2 nowrap">
        <Icon as={Bookmark} size="s" />
        {t.savedMark}
      </span>
    )
  }
  return (
    <FilterMenu label={t.saveShort} icon={BookmarkPlus} name={t.save}>
      {(close) => (
        <Reserved changes="savedView">
          <form
            className="stack g3"
            style={{ inlineSize: 'min(17rem, 80vw)' }}
            onSubmit={(event: FormEvent) => {
              event.preventDefault()
              close()
              void act(saveSearch(typed.trim() || name, query), t.saved)
              setTyped('')
            }}
          >
            <TextInput label={t.saveName} value={typed} placeholder={name} onChange={setTyped} autoFocus />
            <Button type="submit">{t.saveDo}</Button>
          </form>
        </Reserved>
      )}
    </FilterMenu>
  )
}
