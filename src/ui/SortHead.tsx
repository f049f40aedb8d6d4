import type { ReactNode } from 'react'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { Icon } from './Icon.tsx'

type SortHeadProps = {
  children: ReactNode
  /** null when the table is not sorted by this column */
  direction: 'ascending' | 'descending' | null
  onSort: () => void
  className?: string
}

/** A table's head cell that sorts: a `th` with a button in it. */
export function SortHead({ children, direction, onSort, className }: SortHeadProps) {
  return (
    <th scope="col" className={className} aria-sort={direction ?? 'none'}>
      <button type="button" className="sort" onClick={onSort}>
        {children}
        {direction !== null && <Icon as={direction === 'ascending' ? ArrowUp : ArrowDown} size="s" />}
      </button>
    </th>
  )
}
