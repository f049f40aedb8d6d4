import { useCallback, useEffect } from 'react'
import { Link } from 'wouter'
import { type CodeOption, codeShown } from '../model/codes.ts'
import { type CandidateRow, descendingFirst, type ListQuery, type SortColumn } from '../model/listQuery.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { SortHead } from '../ui/SortHead.tsx'
import { usePreferences } from '../ui/language.ts'
import { SpacerRow } from '../ui/Spacer.tsx'
import { useVirtualRows } from '../ui/useVirtualRows.ts'
import { phoneWords, useWords } from './words.ts'

export interface ListProps {
  rows: readonly CandidateRow[]
  query: ListQuery
  onQuery: (query: ListQuery) => void
  cursor: string | null
  onCursor: (id: string) => void
  chosen: ReadonlySet<string>
  onChoose: (id: string, on: boolean, range: boolean) => void
  onChooseAll: (on: boolean) => void
  /** What a nameless candidate is called by. */
  nameless: ReadonlyMap<string, string>
  /** How file numbers look; null where they are not in use. */
  option: CodeOption | null
}

const columns: readonly { column: SortColumn; className?: string }[] = [
  { column: 'name' },
  { column: 'place' },
  { column: 'years', className: 'r' },
  { column: 'availability' },
  { column: 'skills' },
]

/** The list as a real table of which only the rows in sight are drawn. */
export function CandidateTable(props: ListProps) {
  const { rows, query, onQuery, cursor, chosen, onChooseAll } = props
  const { t } = useWords()
  const isCompact = usePreferences((preferences) => preferences.density === 'compact')
  // The same function while the rows are the same: otherwise all of them are measured again at each drawing.
  const keyOf = useCallback((index: number) => rows[index]?.id ?? index, [rows])
  const virtual = useVirtualRows({ count: rows.length, rowSize: isCompact ? 34 : 44, keyOf })
  const { scrollTo } = virtual
  const cursorAt = cursor === null ? -1 : rows.findIndex(({ id }) => id === cursor)
  useEffect(() => {
    if (cursorAt >= 0) scrollTo(cursorAt)
    // The list moves to the cursor when the cursor moves, not when the list redraws.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [cursorAt])
  const sortBy = (column: SortColumn) => {
    const same = query.sort === column
    onQuery({ ...query, sort: column, descending: same ? !query.descending : descendingFirst.has(column) })
  }
  const all = rows.length > 0 && rows.every(({ id }) => chosen.has(id))
  return (
    <div ref={virtual.scrollRef} tabIndex={0} role="region" aria-label={t.list.region}>
      <table className="table candidates" aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">
              <Checkbox
                checked={all ? true : chosen.size > 0 ? 'mixed' : false}
                onChange={onChooseAll}
                aria-label={t.list.chooseAll}
              />
            </th>
            {columns.map(({ column, className }) => (
              <SortHead
                key={column}
                direction={query.sort === column ? (query.descending ? 'descending' : 'ascending') : null}
                onSort={() => sortBy(column)}
                {...(className ? { className } : {})}
              >
                {t.list.columns[column]}
              </SortHead>
            ))}
          </tr>
        </thead>
        <tbody>
          <SpacerRow height={virtual.before} columns={6} />
          {virtual.rows.map((item) => {
            const row = rows[item.index]
            return row && <Row key={row.id} row={row} index={item.index} {...props} />
          })}
          <SpacerRow height={virtual.after} columns={6} />
        </tbody>
      </table>
    </div>
  )
}

function Row({
  row,
  index,
  cursor,
  onCursor,
  chosen,
  onChoose,
  nameless,
  option,
}: ListProps & { row: CandidateRow; index: number }) {
  const { t, experience, count } = useWords()
  const isChosen = chosen.has(row.id)
  const name = row.name || phoneWords(nameless.get(row.id) ?? '') || t.nameless
  const code = codeShown(option, row)
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      className={[isChosen ? 'checked' : '', row.id === cursor ? 'cursor' : ''].filter(Boolean).join(' ') || undefined}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a, input, button') === null) onCursor(row.id)
      }}
    >
      <td>
        <Checkbox
          checked={isChosen}
          onChange={() => undefined}
          onClick={(event) => onChoose(row.id, !isChosen, event.shiftKey)}
          aria-label={t.list.choose(name)}
        />
      </td>
      <td className="cut" style={{ maxInlineSize: '15.5rem' }}>
        <Link className={row.name === '' ? 'who cut doubt' : 'who cut'} href={`/candidats/${row.id}`}>
          {name}
        </Link>
        <span className="cut t-sm" style={{ display: 'block' }}>
          {code !== '' && <span className="num t-3">{code}</span>}
          {code !== '' && row.headline !== '' && ' · '}
          {row.headline || '\u00A0'}
        </span>
      </td>
      <td className="t-2 cut" style={{ maxInlineSize: '9rem' }}>
        {row.city || <span className="t-3">{t.unknownMasculine}</span>}
      </td>
      <td className="num r t-2">
        {row.months === null ? <span className="t-3">{t.unknownMasculine}</span> : experience(row.months)}
      </td>
      <td className="t-2 nowrap">
        <AvailabilityWords row={row} />
      </td>
      <td>
        <span className="words cut" style={{ display: 'block', maxInlineSize: '15.5rem' }}>
          {row.skills.slice(0, 2).join(', ')}
          {row.skills.length > 2 && <span className="t-3 num"> {t.list.more(count(row.skills.length - 2))}</span>}
        </span>
      </td>
    </tr>
  )
}

/** Availability with its certainty: now in moss, supposed dotted and said so, unknown faint. */
export function AvailabilityWords({ row }: { row: Pick<CandidateRow, 'availability'> }) {
  const { t, availability } = useWords()
  const words = availability(row.availability)
  if (row.availability.kind === 'unknown') return <span className="t-3">{words}</span>
  if (row.availability.assumed) {
    return (
      <>
        <span className="prob">{words}</span> <span className="t-3 t-sm">{t.assumed}</span>
      </>
    )
  }
  return row.availability.kind === 'now' ? <span className="t-m text-moss">{words}</span> : words
}
