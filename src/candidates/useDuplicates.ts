import { useEffect, useState } from 'react'
import type { DuplicatePairs } from '../../workers/duplicates/protocol.ts'
import { listDuplicates, onDuplicatesChanged } from './duplicateSearch.ts'

/** While the base is being gone through, and during an import, the list is asked for again this often. */
const againMs = 1500

/** The pairs of the base, live; null until the first answer. `limit` of each kind are listed, 0 for the figures alone. */
export function useDuplicates(limit: number): DuplicatePairs | null {
  const [pairs, setPairs] = useState<DuplicatePairs | null>(null)
  useEffect(() => {
    let stopped = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      timer = undefined
      void listDuplicates(limit).then((found) => {
        if (stopped) return
        setPairs(found)
        if (found.seen < found.total) timer ??= setTimeout(look, againMs)
      })
    }
    look()
    // What a change brings is gone through between calls: it is on the list a moment later.
    const leave = onDuplicatesChanged(() => {
      timer ??= setTimeout(look, againMs / 3)
    })
    return () => {
      stopped = true
      clearTimeout(timer)
      leave()
    }
  }, [limit])
  return pairs
}
