import { Fragment, useCallback } from 'react'
import { Link } from 'wouter'
import { codeShown } from '../model/codes.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { SpacerItem } from '../ui/Spacer.tsx'
import { useVirtualRows } from '../ui/useVirtualRows.ts'
import { AvailabilityWords, type ListProps } from './CandidateTable.tsx'
import { phoneWords, useWords } from './words.ts'

const rowHeightPx = 84

/** The list on a phone: two lines a person; a row opens their record. */
export function CandidatePhoneList({
  rows,
  chosen,
  onChoose,
  nameless,
  option,
  choosing,
}: ListProps & { choosing: boolean }) {
  const { t, experience } = useWords()
  const keyOf = useCallback((index: number) => rows[index]?.id ?? index, [rows])
  const virtual = useVirtualRows({ count: rows.length, rowSize: rowHeightPx, keyOf })
  return (
    <div ref={virtual.scrollRef}>
      <ul className="plist rule" aria-label={t.list.region}>
        <SpacerItem height={virtual.before} />
        {virtual.rows.map((item) => {
          const row = rows[item.index]
          if (!row) return null
          const code = codeShown(option, row)
          const name = row.name || phoneWords(nameless.get(row.id) ?? '') || t.nameless
          // What is not known stands nowhere: 'unknown, unknown' would be said of nothing in particular.
          const facts = [
            ...(code === ''
              ? []
              : [
                  <span key="code" className="num nowrap">
                    {code}
                  </span>,
                ]),
            ...(row.city === ''
              ? []
              : [
                  <span key="city" className="cut">
                    {row.city}
                  </span>,
                ]),
            ...(row.availability.kind === 'unknown'
              ? []
              : [
                  <span key="from" className="nowrap">
                    <AvailabilityWords row={row} />
                  </span>,
                ]),
          ]
          const inside = (
            <span className="body">
              <span className="row">
                <span className={row.name === '' ? 't-m grow cut doubt' : 't-m grow cut'}>{name}</span>
                <span className="t-sm t-3 num nowrap">{row.months === null ? '' : experience(row.months)}</span>
              </span>
              <span className="cut t-2">{row.headline || '\u00A0'}</span>
              <span className="row t-sm t-3">
                {facts.map((fact, index) => (
                  <Fragment key={fact.key}>
                    {index > 0 && <span aria-hidden="true">·</span>}
                    {fact}
                  </Fragment>
                ))}
                {facts.length === 0 && '\u00A0'}
              </span>
            </span>
          )
          return (
            <li
              key={row.id}
              style={{ blockSize: rowHeightPx }}
              aria-posinset={item.index + 1}
              aria-setsize={rows.length}
            >
              {choosing ? (
                <label className="it" style={{ blockSize: '100%' }}>
                  <Checkbox
                    checked={chosen.has(row.id)}
                    onChange={(on) => onChoose(row.id, on, false)}
                    aria-label={t.list.choose(name)}
                  />
                  {inside}
                </label>
              ) : (
                <Link className="it" style={{ blockSize: '100%' }} href={`/candidats/${row.id}`}>
                  {inside}
                </Link>
              )}
            </li>
          )
        })}
        <SpacerItem height={virtual.after} />
      </ul>
    </div>
  )
}
