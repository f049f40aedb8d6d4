import { newId } from './write.ts'
import { db } from './tables.ts'

/** What may matter to whoever watches over the workspace, as seen from this device. */
export interface SecurityEvent {
  id: string
  /** ms. */
  at: number
  type: 'unlockFailed' | 'codeFailed' | 'revokedDevice' | 'badSignature' | 'notAllowed' | 'export' | 'bulkDelete'
  /** The device of the workspace it is about. */
  device?: string
  /** The person who did it, when it was done here. */
  by?: string
  /** Records exported or deleted. */
  count?: number
}

/** The name under which the device remembers them. */
export const securityMemory = 'security'

/** The oldest leave: a log that grows for ever helps nobody. */
const keptEvents = 500
/** From so many records on, a deletion is worth a line. */
export const bulkFrom = 10

/**
 * Notes an event, latest first. One with an id that is known already is not noted again. Never throws: what it is about
 * has happened whether or not it can be noted.
 */
export async function noteSecurity(
  event: Omit<SecurityEvent, 'id' | 'at'> & Partial<Pick<SecurityEvent, 'id' | 'at'>>,
): Promise<void> {
  try {
    await db().transaction('rw', db().meta, async () => {
      const id = `memory.${securityMemory}`
      const known = (await db().meta.get(id))?.value
      const events = Array.isArray(known) ? (known as SecurityEvent[]) : []
      if (event.id !== undefined && events.some((each) => each.id === event.id)) return
      const noted: SecurityEvent = { id: newId(), at: Date.now(), ...event }
      await db().meta.put({ id, value: [noted, ...events].slice(0, keptEvents) })
    })
  } catch {
    // A full or closed database: said by whatever else needs it.
  }
}
