import { useState } from 'react'
import type { Done, SyncFailure } from '../sync/face.ts'
import { useLanguage } from '../ui/language.ts'
import { noteWrongSecret } from './records.ts'
import { failureWords } from './failureWords.ts'

/** A command under way: whether it works, and the sentence of its failure; `run` gives what it brought, or null. */
export function useCommand(): {
  working: boolean
  failure: string
  failed: SyncFailure | null
  run: <T>(command: () => Done<T>) => Promise<{ value: T } | null>
  clear: () => void
} {
  const language = useLanguage()
  const [working, setWorking] = useState(false)
  const [failed, setFailed] = useState<SyncFailure | null>(null)
  const run = async <T>(command: () => Done<T>): Promise<{ value: T } | null> => {
    if (working) return null
    setWorking(true)
    setFailed(null)
    const done = await command()
    setWorking(false)
    if (done.ok) return { value: done.value }
    setFailed(done.error)
    const { error } = done
    // A word that is none was never tried.
    if (error.type === 'CodeUnknown' || (error.type === 'WrongKit' && error.word === undefined)) {
      void noteWrongSecret(error.type)
    }
    return null
  }
  return {
    working,
    failed,
    failure: failed === null ? '' : failureWords(language, failed),
    run,
    clear: () => setFailed(null),
  }
}
