import type { CSSProperties } from 'react'
import { useShellData } from './shellData.ts'
import { useOnline } from '../ui/useOnline.ts'

/** The 2 px on top of the sheet: full, filling, or dashed when offline. Its words are in the side bar's foot. */
export function Waterline() {
  const online = useOnline()
  const progress = useShellData((data) => data.progress)
  const state = !online ? 'waterline off' : progress === null ? 'waterline' : 'waterline busy'
  return (
    <div
      className={state}
      style={{ '--p': `${Math.round((progress?.share ?? 1) * 100)}%` } as CSSProperties}
      aria-hidden="true"
    />
  )
}
