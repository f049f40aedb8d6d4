import { useRef, type RefObject } from 'react'
import { useVirtualizer, useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { useIsPhone } from './useMediaQuery.ts'

type VirtualRows = {
  /** the rows to draw now */
  rows: VirtualItem[]
  /** height of the whole list, in px */
  totalSize: number
  /** put it on the element that scrolls (laptop) or that holds the list (phone, where the page scrolls) */
  scrollRef: RefObject<HTMLDivElement | null>
  /** px above the first and below the last drawn row: two spacer rows keep a real table */
  before: number
  after: number
  scrollTo: (index: number) => void
  /** put it as `ref` on a row whose height is not known, with data-index */
  measure: (element: Element | null) => void
}

type VirtualRowsOptions = {
  count: number
  /** height of a row, in px */
  rowSize: number
  keyOf?: (index: number) => string | number
  overscan?: number
}

/** Draws only the rows in sight, in a column that scrolls by itself or, on phones, in the page. */
export function useVirtualRows({ count, rowSize, keyOf, overscan = 12 }: VirtualRowsOptions): VirtualRows {
  const isPhone = useIsPhone()
  const scrollRef = useRef<HTMLDivElement>(null)
  const shared = {
    count,
    overscan,
    estimateSize: () => rowSize,
    ...(keyOf === undefined ? {} : { getItemKey: keyOf }),
  }
  const inColumn = useVirtualizer<HTMLDivElement, Element>({
    ...shared,
    enabled: !isPhone,
    getScrollElement: () => scrollRef.current,
    // the sticky head and the floating bar must not cover the row
    scrollPaddingStart: 48,
    scrollPaddingEnd: 64,
  })
  const inPage = useWindowVirtualizer<Element>({
    ...shared,
    enabled: isPhone,
    scrollMargin: scrollRef.current?.offsetTop ?? 0,
    scrollPaddingEnd: 80,
  })
  const used = isPhone ? inPage : inColumn
  const margin = isPhone ? (scrollRef.current?.offsetTop ?? 0) : 0
  const rows = used.getVirtualItems()
  const totalSize = used.getTotalSize()
  return {
    rows,
    totalSize,
    scrollRef,
    before: (rows[0]?.start ?? margin) - margin,
    after: totalSize - ((rows.at(-1)?.end ?? margin) - margin),
    scrollTo: (index) => used.scrollToIndex(index, { align: 'auto' }),
    measure: used.measureElement,
  }
}
