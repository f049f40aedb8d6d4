import { type NewScoreEvent, type ScoreEvent, sealedWords } from '../model/scoreEvent.ts'

/** The event ready for the disk, tied to the one before it. */
export async function sealEvent(
  event: NewScoreEvent,
  place: { viewer: string; device: string; previous: string },
): Promise<ScoreEvent> {
  const fields = { ...event, ...place }
  return { ...fields, hash: await sha256(sealedWords(fields)) }
}

/** SHA-256 in hexadecimal. */
export async function sha256(words: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words))
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The version of what is read of a person or an offer: equal content, equal version. 64 bits name it well enough. */
export const versionOf = async (profile: unknown): Promise<string> =>
  (await sha256(JSON.stringify(profile))).slice(0, 16)

/** What checking the chain of events found. */
export interface ChainReport {
  events: number
  /** Ids of events whose content is not what was written. */
  altered: string[]
  /** Places where an event before is no longer there: its time was over, or it was taken away. */
  gaps: number
}

/** Checks every event against its own hash and the one before it, device by device. `events` in order of writing. */
export async function checkChain(events: readonly { id: string; fields: ScoreEvent }[]): Promise<ChainReport> {
  const altered: string[] = []
  const last = new Map<string, string>()
  let gaps = 0
  for (const { id, fields } of events) {
    if ((await sha256(sealedWords(fields))) !== fields.hash) altered.push(id)
    const before = last.get(fields.device)
    if (before !== undefined && before !== fields.previous) gaps += 1
    last.set(fields.device, fields.hash)
  }
  return { events: events.length, altered, gaps }
}
