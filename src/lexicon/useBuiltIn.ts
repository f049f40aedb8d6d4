import { useEffect, useMemo, useState } from 'react'
import { useFoundCount } from '../matching/records.ts'
import type { LexiconConcept } from '../model/ownLexicon.ts'
import { anyOf, quotable } from '../model/searchTree.ts'
import { matcher } from '../../workers/matching/client.ts'

/** What the built-in lexicon knows under a name; null while it is looked up, `failed` when the matcher has stopped. */
export type Known = { total: number; found: readonly LexiconConcept[] } | 'failed' | null

/** Typing is let come to rest. */
const pauseMs = 120

/** The first concepts of the built-in lexicon that bear a name like this; all of them for an empty one. */
export function useBuiltIn(query: string, limit: number): Known {
  const [known, setKnown] = useState<Known>(null)
  useEffect(() => {
    let stopped = false
    const timer = setTimeout(() => {
      matcher.findConcepts(query, limit).then(
        (next) => !stopped && setKnown(next),
        // The matcher is started again by whoever ranks; here it is said.
        () => !stopped && setKnown('failed'),
      )
    }, pauseMs)
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [query, limit])
  return known
}

/** How many candidates and offers write one of the names, word for word, live; null until both are counted. */
export function useTouched(names: readonly string[]): { candidates: number; offers: number } | null {
  const key = names.join('\n')
  const query = useMemo(
    () =>
      anyOf(
        key
          .split('\n')
          .filter(Boolean)
          .map((name) => ({ type: 'phrase' as const, text: quotable(name) })),
      ),
    [key],
  )
  const candidates = useFoundCount('candidates', query)
  const offers = useFoundCount('offers', query)
  return candidates.state === 'ready' && offers.state === 'ready'
    ? { candidates: candidates.value, offers: offers.value }
    : null
}
