import { useLiveQuery } from 'dexie-react-hooks'
import { db } from './tables.ts'

/** Beyond this many nobody asks what they are made of. */
const mostLookedAt = 500

/**
 * How many of the writes that wait for the relay are lines of the log of scores, live: they come of looking at a score,
 * and nobody would call them changes. 0 where more wait than are worth looking through.
 */
export const useScoresWaiting = (isAsked: boolean): number =>
  useLiveQuery(async () => (isAsked ? countScores() : 0), [isAsked]) ?? 0

/** The count behind `useScoresWaiting`. */
export async function countScores(): Promise<number> {
  if ((await db().outbox.count()) > mostLookedAt) return 0
  const waiting = await db().outbox.toCollection().primaryKeys()
  await db().unsent.each(({ seqs }) => waiting.push(...seqs))
  if (waiting.length > mostLookedAt) return 0
  const entries = await db().journal.bulkGet(waiting)
  return entries.filter((entry) => entry?.kind === 'scoreEvent').length
}
