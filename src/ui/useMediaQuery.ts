import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds now; redraws when that changes. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (redraw: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', redraw)
      return () => list.removeEventListener('change', redraw)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}

/** Under 720 px: one column, bottom bar, full screens instead of drawers. */
export function useIsPhone(): boolean {
  return useMediaQuery('(width < 45rem)')
}

/** From 720 to 1199 px: the side bar is folded to icons. */
export function useIsFolded(): boolean {
  return useMediaQuery('(45rem <= width <= 75rem)')
}
