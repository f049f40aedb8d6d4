import { canonicalJson } from '../kit/canonicalJson.ts'
import { type RecordState, valueAt } from './apply.ts'
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
  /** Which of the two stands, where the stamps do not say it (`elementWinner`). */
  winner?: 'here' | 'incoming' | null
}

/** True for operations that can lose a value someone would miss: others are merged without loss, or ask for it. */
export const isContestable = ({ type }: Operation): boolean => type === 'set' || type === 'remove'

/**
 * Who stands where an element was removed by one and written by the other: adding wins over a removal that had not seen it
 * (SPEC 2.3), whatever their stamps say. Null where the later stamp does, as everywhere else.
 */
export function elementWinner(before: RecordState, operation: Operation): 'here' | 'incoming' | null {
  const { path, type, stamp, observed } = operation
  const here = before.stamps[path]
  if (!path.includes('/') || here === undefined) return null
  const isThere = valueAt(before, path) !== undefined
  if (type === 'remove') return isThere && here > (observed ?? stamp) ? 'here' : 'incoming'
  return !isThere && stamp > here ? 'incoming' : null
}

/** Whether this is the removal after which an element of a record stands as it does. */
export const isRemovalAt = (
  before: RecordState,
  path: string,
  { type, path: of, stamp, observed }: Pick<Operation, 'type' | 'path' | 'stamp' | 'observed'>,
): boolean =>
  type === 'remove' &&
  of === path &&
  (observed !== undefined && observed < stamp ? observed : stamp) === before.stamps[path]

/**
 * The values that stand beside a path's own after a write arrived (SPEC 3): each lost against one written without
 * knowing it, and nobody has written the path since knowing both. Equal values are no conflict.
 */
export function meet({ here, incoming, losers, incomingSaw, saw, winner = null }: Meeting): Version[] {
  const left = losers.filter(({ stamp }) => stamp !== incoming.stamp && !incomingSaw(stamp))
  if (!here && winner === 'incoming') return left.filter((other) => isOther(other, incoming))
  if (!here || here.stamp === incoming.stamp) return left
  const hasWon = winner === null ? incoming.stamp > here.stamp : winner === 'incoming'
  if (hasWon) {
    if (!incomingSaw(here.stamp)) left.push(here)
  } else {
    const isKnown = [here, ...left].some((other) => other.stamp > incoming.stamp && saw(other, incoming.stamp))
    if (!isKnown) left.push(incoming)
  }
  return left.filter((other) => isOther(other, hasWon ? incoming : here))
}

const isOther = (a: Version, b: Version): boolean => canonicalJson(a.value) !== canonicalJson(b.value)
