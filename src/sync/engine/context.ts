import type { ClientFrame, RelayFrame } from '../../log/protocol.ts'
import type { RefusalCode, SyncAlert, SyncStatus } from '../face.ts'
import type { EngineMemory } from '../engineMemory.ts'
import type { Intake, IntakeOutcome } from '../intake.ts'
import type { SyncStoreFailure } from '../ports.ts'
import type { Link } from './link.ts'
import type { EngineOptions } from './options.ts'

/*
 * What the parts of the engine know of it and of each other. Each part lies in the file of its name and implements the
 * interface here; src/sync/engine.ts joins them.
 */

export const retryFirstMs = 1000
/** After a refusal without a time of its own. */
export const pauseMs = { quota: 300_000, tooFast: 2000, gone: 3_600_000, other: 60_000 }

export interface EngineContext {
  readonly options: EngineOptions
  /** Both are there once the engine has read its store, before which no part is asked anything. */
  readonly memory: EngineMemory
  readonly intake: Intake
  /** Null while no connection is there or tried. */
  readonly link: Link | null
  readonly telling: Telling
  readonly welcoming: Welcoming
  readonly reading: Reading
  readonly giving: Giving
  readonly pushing: Pushing
  readonly submissions: Submitting
  readonly parting: PartingWays
  /** One thing at a time: what a frame asks is done before the next is looked at. */
  queue(task: () => Promise<void>): void
  /** Sends a frame; what is `awaiting` an answer too long ends the connection. */
  say(frame: ClientFrame, awaiting?: string): void
  /** Leaves this connection and tries again. */
  reconnect(atLeastMs?: number): void
  /** The relay and this device speak: if they are parted, the next attempt is a first one. */
  arrived(): void
  storeFailed(failure: SyncStoreFailure): void
  wake(): void
}

/** What people see of it. */
export interface Telling {
  readonly state: SyncStatus
  tell(part: Partial<SyncStatus>): void
  alert(what: Omit<SyncAlert, 'id' | 'at'>): void
  after(outcome: IntakeOutcome): Promise<void>
  countUnsent(): Promise<void>
  equal(link: Link): Promise<void>
  liveOr(): 'live' | 'updateNeeded'
}

/** How a connection begins. */
export interface Welcoming {
  /** Takes the relay's snapshot in; false when that failed, and the connection is given up. */
  adopt(link: Link): Promise<boolean>
  /** Nothing of this relay is believed (SPEC 7.8). */
  mistrust(): void
}

/** Another membership than the one this device knows. */
export interface PartingWays {
  /** Reads all of it, unless `all` is that. `isForged`: what came last is no entry of this space. */
  begin(link: Link, isForged?: boolean, all?: Uint8Array[]): Promise<void>
  entriesCame(link: Link, frame: Extract<RelayFrame, { type: 'entries' }>): Promise<void>
  /** True when the refusal of an entry was about this. */
  entryRefused(link: Link, number: number, code: RefusalCode, waitMs: number): Promise<boolean>
  /** The relay's membership is ours. */
  isOver(): void
}

/** What others wrote. */
export interface Reading {
  pull(link: Link, after: number): void
  readAgain(link: Link): Promise<void>
  readGapLater(link: Link): void
  takeStash(link: Link): Promise<void>
  caughtUp(link: Link): Promise<void>
}

/** What the relay lost. */
export interface Giving {
  give(link: Link): Promise<void>
}

/** What this device wrote. */
export interface Pushing {
  pack(afterMs: number): void
  push(link: Link): Promise<void>
  wentOut(link: Link): Promise<void>
  refusedFor(code: RefusalCode, waitMs: number): void
}

/** Entries of the membership that this device makes. */
export interface Submitting {
  /** Sends the first that waits. */
  send(): Promise<void>
  /** Whether one waits to be made anew. */
  hasWaiting(): boolean
  /** These stand in the membership now: ours among them are done. */
  taken(entries: readonly Uint8Array[]): void
  /** The membership is another one now: what was made for the one before is made anew. */
  again(): void
}
