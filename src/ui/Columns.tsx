import type { ReactNode } from 'react'

type ColumnsProps = {
  /** widths, as 'minmax(0,1fr) 28.5rem'; one fluid column when not given */
  widths?: string
  children: ReactNode
}

/**
 * Columns that scroll alone, under the head of a sheet. Under 1200 px an `aside` that is a drawer floats over
 * the first column and another `aside` leaves.
 */
export function Columns({ widths, children }: ColumnsProps) {
  return (
    <div className="cols" style={{ gridTemplateColumns: widths ?? 'minmax(0,1fr)' }}>
      {children}
    </div>
  )
}
