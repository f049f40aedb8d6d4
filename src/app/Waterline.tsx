import type { CSSProperties } from 'react'
import { useShellData } from './shellData.ts'
import { useSyncWords } from './SyncFoot.tsx'

/** The 2 px on top of the sheet: full, filling, or dashed when offline. Its words are in the side bar's foot. */
export function Waterline() {
  const progress = useShellData((data) => data.progress)
  const { tone, share: caughtUp } = useSyncWords()
  const share = progress?.share ?? caughtUp
  const state = tone === 'off' ? 'waterline off' : share === null ? 'waterline' : 'waterline busy'
  return (
    <div
      className={state}
      style={{ '--p': `${Math.round((share ?? 1) * 100)}%` } as CSSProperties}
      aria-hidden="true"
    />
  )
}
