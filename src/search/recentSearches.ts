import * as z from 'zod/mini'
import { remember, useRemembered } from './records.ts'

const recentSchema = z.array(z.object({ address: z.string(), words: z.string(), at: z.number() }))
/** A search made on this device: where it is, and its words. */
export type RecentSearch = z.infer<typeof recentSchema>[number]

const most = 8
/** Names typed into a search are not kept for ever. */
const daysKept = 30

const name = 'recentSearches'

/** The last searches of this device, latest first, live. */
export function useRecentSearches(): RecentSearch[] {
  const read = z.safeParse(recentSchema, useRemembered(name))
  return read.success ? read.data.filter(({ at }) => at > Date.now() - daysKept * 24 * 3600 * 1000) : []
}

/** Keeps a search among the last ones; the same words stand once. */
export const keepRecent = (known: readonly RecentSearch[], address: string, words: string): Promise<void> =>
  remember(name, [{ address, words, at: Date.now() }, ...known.filter((one) => one.words !== words)].slice(0, most))

/** Forgets them all. */
export const forgetRecent = (): Promise<void> => remember(name, [])
