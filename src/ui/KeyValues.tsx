import { Fragment, type ReactNode } from 'react'

type KeyValuesProps = {
  rows: readonly { key: string; label: ReactNode; value: ReactNode }[]
}

/** Names and values, aligned; stacked on very narrow screens. */
export function KeyValues({ rows }: KeyValuesProps) {
  return (
    <dl className="kv">
      {rows.map((row) => (
        <Fragment key={row.key}>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
