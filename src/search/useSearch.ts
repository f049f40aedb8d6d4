import { useCallback, useEffect, useMemo, useState } from 'react'
import { useLocation, useSearch as useSearchPart } from 'wouter'
import { findCandidatesByCode, findCandidatesByEmail, findCandidatesByPhone } from '../candidates/records.ts'
import { readTypedCode } from '../model/codes.ts'
import { isReachable } from '../model/searchWords.ts'
import { useLanguage } from '../ui/language.ts'
import { readAddress, type ReadSearch, readSearchOf, type SearchAddress, writeAddress } from './searchAddress.ts'

/** The address waits for typing to pause. */
const addressDelayMs = 300

/** The day on this device, `YYYY-MM-DD`. */
export const today = (): string => new Date().toLocaleDateString('sv-SE')

/** The search of the address, what is being typed included, read; and the ways to change it. */
export function useSearchAddress(): {
  address: SearchAddress
  read: ReadSearch
  change: (next: Partial<SearchAddress>) => void
} {
  const language = useLanguage()
  const [, navigate] = useLocation()
  const part = useSearchPart()
  const inAddress = useMemo(() => readAddress(part), [part])
  const [typed, setTyped] = useState({ part, words: inAddress.words })
  const words = typed.part === part ? typed.words : inAddress.words
  const address = useMemo(() => ({ ...inAddress, words }), [inAddress, words])

  useEffect(() => {
    if (words === inAddress.words) return
    const timer = setTimeout(() => navigate(writeAddress({ ...inAddress, words }), { replace: true }), addressDelayMs)
    return () => clearTimeout(timer)
  }, [words, inAddress, navigate])

  const change = useCallback(
    (next: Partial<SearchAddress>) => {
      const [only] = Object.keys(next)
      if (only === 'words' && Object.keys(next).length === 1) setTyped({ part, words: next.words! })
      else navigate(writeAddress({ ...address, ...next }), { replace: next.alpha !== undefined })
    },
    [address, part, navigate],
  )
  const day = today()
  const { filters } = address
  const read = useMemo(() => readSearchOf({ words, filters }, language, day), [words, filters, language, day])
  return { address, read, change }
}

const noIds: string[] = []

/** Ids of candidates whose sealed e-mail or phone, or whose code, is exactly what was typed. */
export function useReached(words: string): string[] {
  const [found, setFound] = useState<{ words: string; ids: string[] }>({ words: '', ids: noIds })
  useEffect(() => {
    const way = isReachable(words)
    if (way === null && readTypedCode(words) === null) return
    let stopped = false
    const find = way === null ? findCandidatesByCode : way === 'email' ? findCandidatesByEmail : findCandidatesByPhone
    void find(words).then((ids) => {
      if (!stopped) setFound({ words, ids })
    })
    return () => {
      stopped = true
    }
  }, [words])
  return found.words === words ? found.ids : noIds
}
