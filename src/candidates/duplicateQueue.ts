import { create } from 'zustand'
import { listDuplicates } from './duplicateSearch.ts'
import { readKeptCandidates } from './records.ts'

/** Pairs put off until later in this session: they stay on the list, behind the others. */
export const usePutOff = create<{ pairs: ReadonlySet<string> }>(() => ({ pairs: new Set() }))

/** A pair, whichever way round. */
export const pairOf = (a: string, b: string): string => [a, b].sort().join(' ')

/** Puts a pair off. */
export function putOff(a: string, b: string): void {
  usePutOff.setState(({ pairs }) => ({ pairs: new Set([...pairs, pairOf(a, b)]) }))
}

/** The address where two records are compared, one pair following the other. */
export const pairAddress = (a: string, b: string): string => `/doublons/${a}/${b}?suite=oui`

/** The address of the next pair to decide after `done`, null when none is left that was not put off. */
export async function nextDuplicate(done: readonly [string, string]): Promise<string | null> {
  const { likely } = await listDuplicates()
  const { pairs } = usePutOff.getState()
  const handled = pairOf(...done)
  for (const { a, b } of likely) {
    const pair = pairOf(a, b)
    if (pair === handled || pairs.has(pair)) continue
    // A merge of a moment ago may not have reached the search yet.
    if ((await readKeptCandidates([a, b])).length === 2) return pairAddress(a, b)
  }
  return null
}
