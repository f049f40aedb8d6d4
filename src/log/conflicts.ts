import { canonicalJson } from '../kit/canonicalJson.ts'
import type { Stamp } from './clock.ts'
import type { Operation } from './operation.ts'

/** One write of a path, with who and when. */
export interface Version {
  stamp: Stamp
  /** undefined when the path was removed. */
  value?: unknown
  about?: Record<string, unknown>
  /** ms, the author's wall clock. */
  at: number
  by: string
  /** The device and the batch it came in; absent when it was written here. */
  from?: string
  dseq?: number
}

/** What meets when a write of another device arrives at a path. */
export interface Meeting {
  /** What the path held; null when nothing was ever written there, or nobody can tell who wrote it. */
  here: Version | null
  incoming: Version
  /** What had lost there before. */
  losers: readonly Version[]
  /** Whether the incoming write's author had seen what bears this stamp. */
  incomingSaw: (stamp: Stamp) => boolean
  /** Whether a version's author had seen what bears this stamp. */
  saw: (version: Version, stamp: Stamp) => boolean
}

/** True for operations that can lose a value someone would miss: others are merged without loss, or ask for it. */
export const isContestable = ({ type, path }: Operation): boolean =>
  type === 'set' || (type === 'remove' && !path.includes('/'))

/**
 * The values that stand beside a path's own after a write arrived (SPEC 3): each lost against one written without
 * knowing it, and nobody has written the path since knowing both. Equal values are no conflict.
 */
export function meet({ here, incoming, losers, incomingSaw, saw }: Meeting): Version[] {
  const left = losers.filter(({ stamp }) => stamp !== incoming.stamp && !incomingSaw(stamp))
  if (!here || here.stamp === incoming.stamp) return left
  const hasWon = incoming.stamp > here.stamp
  if (hasWon) {
    if (!incomingSaw(here.stamp)) left.push(here)
  } else {
    const isKnown = [here, ...left].some((other) => other.stamp > incoming.stamp && saw(other, incoming.stamp))
    if (!isKnown) left.push(incoming)
  }
  const winner = canonicalJson((hasWon ? incoming : here).value)
  return left.filter(({ value }) => canonicalJson(value) !== winner)
}
