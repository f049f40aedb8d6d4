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
