import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import {
  addressToQuery,
  applyQuery,
  type CandidateRow,
  type ListQuery,
  queryToAddress,
  toRow,
} from '../model/listQuery.ts'
import { readTypedCode } from '../model/codes.ts'
import { isReachable } from '../model/searchWords.ts'
import {
  findCandidatesByCode,
  findCandidatesByEmail,
  findCandidatesByPhone,
  openCandidates,
  type StoredCandidate,
  useCandidates,
} from './records.ts'
import { today } from './words.ts'

let rowsDay = ''
let rowsByRecord = new WeakMap<StoredCandidate, CandidateRow>()

/** A row is made once per state of its record: typing never rebuilds the list. */
function rowOf(record: StoredCandidate, day: string): CandidateRow {
  if (day !== rowsDay) {
    rowsDay = day
    rowsByRecord = new WeakMap()
  }
  let row = rowsByRecord.get(record)
  if (!row) {
    row = toRow(record, day)
    rowsByRecord.set(record, row)
  }
  return row
}

/** Rows of all candidates that are not in the bin, live. */
export function useRows(): { state: 'loading' | 'failed' } | { state: 'ready'; rows: CandidateRow[] } {
  const live = useCandidates()
  // Ten thousand rows are sorted and drawn in slices, behind whoever types or scrolls.
  const records = useDeferredValue(live.state === 'ready' ? live.value : null)
  const day = today()
  const rows = useMemo(() => records?.map((record) => rowOf(record, day)) ?? null, [records, day])
  if (rows === null) return { state: live.state === 'failed' ? 'failed' : 'loading' }
  return { state: 'ready', rows }
}

/** How long the address waits for typing to pause; the list itself does not wait. */
const addressDelayMs = 250

/** The query of the list as its address says it, and the way to change it. */
export function useListQuery(): [ListQuery, (next: ListQuery) => void] {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const inAddress = useMemo(() => addressToQuery(new URLSearchParams(search)), [search])
  const [typed, setTyped] = useState<{ search: string; words: string } | null>(null)
  const words = typed !== null && typed.search === search ? typed.words : inAddress.words
  useEffect(() => {
    if (words === inAddress.words) return
    const timer = setTimeout(() => {
      const next = queryToAddress({ ...inAddress, words })
      navigate(next === '' ? path : `${path}?${next}`, { replace: true })
    }, addressDelayMs)
    return () => clearTimeout(timer)
  }, [words, inAddress, navigate, path])
  const query = useMemo(() => ({ ...inAddress, words }), [inAddress, words])
  const change = useCallback(
    (next: ListQuery) => {
      const { words: nextWords, ...rest } = next
      const { words: _, ...now } = query
      if (JSON.stringify(rest) === JSON.stringify(now)) {
        setTyped({ search, words: nextWords })
        return
      }
      const address = queryToAddress(next)
      navigate(address === '' ? path : `${path}?${address}`)
    },
    [query, search, navigate, path],
  )
  return [query, change]
}

const nobody: ReadonlySet<string> = new Set()

/** Ids of candidates whose sealed e-mail or phone, or whose code, is exactly what was typed. */
export function useReached(words: string): ReadonlySet<string> {
  const [reached, setReached] = useState<{ words: string; ids: ReadonlySet<string> }>({ words: '', ids: nobody })
  useEffect(() => {
    const way = isReachable(words)
    if (way === null && readTypedCode(words) === null) return
    let stopped = false
    const find = way === null ? findCandidatesByCode : way === 'email' ? findCandidatesByEmail : findCandidatesByPhone
    void find(words).then((ids) => {
      if (!stopped) setReached({ words, ids: new Set(ids) })
    })
    return () => {
      stopped = true
    }
  }, [words])
  return reached.words === words ? reached.ids : nobody
}

/** The rows that answer the query, in its order. Typing stays fluent: the rows may be one keystroke late. */
export function useAnswers(
  rows: readonly CandidateRow[],
  query: ListQuery,
): { answers: CandidateRow[]; reached: ReadonlySet<string> } {
  const reached = useReached(query.words)
  const settled = useDeferredValue(query)
  const answers = useMemo(() => applyQuery(rows, settled, reached), [rows, settled, reached])
  return { answers, reached }
}

/** More nameless records than these are not opened for the list. */
const namelessOpened = 200

/** How nameless candidates can be told apart: their phone, else their e-mail. */
export function useNameless(rows: readonly CandidateRow[]): ReadonlyMap<string, string> {
  const ids = useMemo(
    () =>
      rows
        .filter(({ name }) => name === '')
        .slice(0, namelessOpened)
        .map(({ id, updatedAt }) => `${id} ${updatedAt}`)
        .join(),
    [rows],
  )
  const [reaches, setReaches] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    let stopped = false
    void openCandidates(ids === '' ? [] : ids.split(',').map((key) => key.split(' ')[0]!)).then((records) => {
      if (!stopped) setReaches(new Map(records.map(({ id, fields }) => [id, fields.phone || fields.email])))
    })
    return () => {
      stopped = true
    }
  }, [ids])
  return reaches
}
