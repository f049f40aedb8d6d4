import { liveQuery } from 'dexie'
import { db } from './tables.ts'

/**
 * What this device remembers for its user's comfort: in the database and in no journal, so that it is neither synced
 * nor kept in a history, and goes with the workspace.
 */
export async function remember(name: string, value: unknown): Promise<void> {
  await db().meta.put({ id: `memory.${name}`, value })
}

/** What is remembered under a name; undefined when nothing is. */
export const recall = async (name: string): Promise<unknown> => (await db().meta.get(`memory.${name}`))?.value

/** Tells what is remembered under each of the names, at once and whenever a tab or worker changes one. Gives the way to stop. */
export function followMemory(names: readonly string[], tell: (values: unknown[]) => void): () => void {
  const subscription = liveQuery(async () => {
    const rows = await db().meta.bulkGet(names.map((name) => `memory.${name}`))
    return rows.map((row) => row?.value)
  }).subscribe({
    next: tell,
    // Without a database the rest of the app says so.
    error: () => {},
  })
  return () => subscription.unsubscribe()
}

/** What follows `prefix` in the names under which something is remembered. */
export async function rememberedUnder(prefix: string): Promise<Set<string>> {
  const whole = `memory.${prefix}`
  const keys = await db().meta.where('id').startsWith(whole).primaryKeys()
  return new Set(keys.map((key) => String(key).slice(whole.length)))
}

/** Forgets all that is remembered under names that begin with `prefix`. */
export async function forgetUnder(prefix: string): Promise<void> {
  await db().meta.where('id').startsWith(`memory.${prefix}`).delete()
}
