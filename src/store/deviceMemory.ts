import { useLiveQuery } from 'dexie-react-hooks'
import type { Live } from './live.ts'
import { db } from './tables.ts'

/** What is remembered under a name, live; undefined when nothing is, or not yet known. */
export const useMemory = (name: string): unknown =>
  useLiveQuery(async () => (await db().meta.get(`memory.${name}`))?.value, [name])

/** The same for screens that must not take 'not yet known' for 'nothing': ready with undefined when nothing is remembered. */
export function useLiveMemory(name: string): Live<unknown> {
  const read = useLiveQuery(async () => ({ value: (await db().meta.get(`memory.${name}`))?.value }), [name])
  return read === undefined ? { state: 'loading' } : { state: 'ready', value: read.value }
}

/** What is remembered under each of some names, live, in their order. */
export function useMemories(names: readonly string[]): unknown[] {
  const key = names.join(' ')
  const read = useLiveQuery(async () => {
    const rows = await db().meta.bulkGet(names.map((name) => `memory.${name}`))
    return rows.map((row) => row?.value)
  }, [key])
  return read ?? []
}
