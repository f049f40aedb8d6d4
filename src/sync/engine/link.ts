import type { LoggedBatch, RelayHead } from '../../log/protocol.ts'
import type { Connection } from '../ports.ts'
import type { Welcome } from './options.ts'

/** One connection and what has been said on it. */
export interface Link {
  connection: Connection
  welcome: Welcome | null
  heads: Map<string, RelayHead>
  /** What an answer is awaited for, since when. */
  awaited: Map<string, number>
  heardAt: number
  /** `outdated`: what comes next in the log needs entries that this version cannot read (SPEC 7.10). */
  step: 'opening' | 'entries' | 'reading' | 'giving' | 'live' | 'outdated' | 'parted'
  /** The relay holds our chain where we think it does: batches may be pushed. */
  mayPush: boolean
  sentTo: number
  /** Asked to `pull` after this seq. */
  pulledAfter: number
  startedAt: number
  heardHead: number
  stash: Map<number, LoggedBatch>
  own: Map<number, { hash: string }>
  ownBytes: boolean
  entriesAwaitedFor: number
  gaps: number
  gapAwaited: boolean
  forks: number
  created: boolean
  /** The relay was brought entries from this number on, so that it knows this device; -1 when it was not. */
  offeredFrom: number
  /** The relay was sent entries that it lacks, from this number on; -1 when it was not, or refused one for a reason that passes. */
  sentFrom: number
  /** Its whole membership, while that is another than ours. */
  theirs: Uint8Array[]
  /** The last entry of ours that it was asked to take in that case. */
  askedAgain: number
  /** An entry that redoes what was lost is under way. */
  isRedoing: boolean
  /** What brought us to look at it was no entry that anyone signed. */
  isForged: boolean
  /** By this device's clock, with room for a request under way. */
  tokenUntil: number
  audited: boolean
  /** What could not be given now is given when pushing goes on. */
  giveLater: boolean
  giving: { device: string; dseq: number; hash: string }[]
}

/** A connection that is being opened. */
export const newLink = (connection: Connection, now: number): Link => ({
  connection,
  welcome: null,
  heads: new Map(),
  awaited: new Map([['open', now]]),
  heardAt: now,
  step: 'opening',
  mayPush: false,
  sentTo: 0,
  pulledAfter: -1,
  startedAt: 0,
  heardHead: 0,
  stash: new Map(),
  own: new Map(),
  ownBytes: false,
  entriesAwaitedFor: 0,
  gaps: 0,
  gapAwaited: false,
  forks: 0,
  created: false,
  offeredFrom: -1,
  sentFrom: -1,
  theirs: [],
  askedAgain: -1,
  isRedoing: false,
  isForged: false,
  tokenUntil: 0,
  audited: false,
  giveLater: false,
  giving: [],
})
