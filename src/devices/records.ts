import type { Result } from '../kit/result.ts'
import { noticeBy, shareNotice } from '../model/offerShare.ts'
import { type Conflict, useConflicts } from '../store/conflicts.ts'
import { noteSecurity, type SecurityEvent, securityMemory } from '../store/securityLog.ts'
import { type Erasure, useErasures } from '../store/erasures.ts'
import { useLiveMemory, useMemories, useMemory } from '../store/deviceMemory.ts'
import { type Live, useCollection, useRecord } from '../store/live.ts'
import { currentPerson, undo, write, type WriteFailure, type Written } from '../store/write.ts'
import type {
  Device,
  ErasureProof,
  FilesStatus,
  Filling,
  Invitation,
  Joining,
  OfferFacts,
  OfferShare,
  RelayFacts,
  SyncStatus,
} from '../sync/face.ts'

export { type Conflict, type SecurityEvent, useConflicts }
/** Takes back one write. */
export const undoWrite = (transaction: string): Promise<Result<Written & { kept: number }, WriteFailure>> =>
  undo(transaction)

/** What syncing last said of itself, live; null while this device shares with no other. */
export function useSyncStatus(): SyncStatus | null {
  const status = useMemory('sync.status') as SyncStatus | undefined
  return status === undefined || status === null || status.phase === 'off' ? null : status
}

const listOf = <T>(live: Live<unknown>): Live<T[]> =>
  live.state === 'ready' ? { state: 'ready', value: Array.isArray(live.value) ? (live.value as T[]) : [] } : live

/** Whether this device shares with others, once known. */
export function useIsShared(): Live<boolean> {
  const live = useLiveMemory('sync.status')
  if (live.state !== 'ready') return live
  const status = live.value as SyncStatus | undefined | null
  return { state: 'ready', value: status !== undefined && status !== null && status.phase !== 'off' }
}

/** Devices of the workspace, live: this one first, then those seen last; revoked ones at the end. */
export function useDevices(): Live<Device[]> {
  const live = listOf<Device>(useLiveMemory('sync.devices'))
  if (live.state !== 'ready') return live
  return {
    state: 'ready',
    value: live.value.toSorted(
      (a, b) =>
        Number(a.revokedAt !== undefined) - Number(b.revokedAt !== undefined) ||
        Number(b.isThis) - Number(a.isThis) ||
        b.lastSeenAt - a.lastSeenAt ||
        a.addedAt - b.addedAt,
    ),
  }
}

/** Invitations open on this device, live, latest first. */
export function useInvitations(): Invitation[] {
  const live = listOf<Invitation>(useLiveMemory('sync.invitations'))
  return live.state === 'ready' ? live.value.toSorted((a, b) => b.endsAt - a.endsAt) : []
}

/** Where this device stands in joining a team, live; null when it does not. */
export const useJoining = (): Joining | null => (useMemory('sync.joining') as Joining | undefined) ?? null

/** Files between this device and the relay, live. */
export const useFilesStatus = (): FilesStatus | null => (useMemory('sync.files') as FilesStatus | undefined) ?? null

export { useScoresWaiting } from '../store/waiting.ts'

/** How far this new device has come with a snapshot, live; null when it has all, or reads the log itself. */
export const useFilling = (): Filling | null => (useMemory('sync.filling') as Filling | undefined) ?? null

/** The relay in use, live; null when none is. */
export const useRelayFacts = (): RelayFacts | null => (useMemory('sync.relay') as RelayFacts | undefined) ?? null

/** What may matter to whoever watches over the workspace, live, latest first. */
export const useSecurityEvents = (): Live<SecurityEvent[]> => listOf<SecurityEvent>(useLiveMemory(securityMemory))

/** What the relay's storage has followed of erasures, live. */
export function useErasureProofs(): ErasureProof[] {
  const live = listOf<ErasureProof>(useLiveMemory('sync.erasures'))
  return live.state === 'ready' ? live.value : []
}

/** People erased, latest first, live: no name is left of them. */
export const useErasedPeople = (): Live<Erasure[]> => useErasures('candidate')

/** What an erased person is called by on paper: the end of the record's number. */
export const referenceOf = (id: string): string => id.slice(-12).toUpperCase()

/** The other devices that are still in, live. */
export function useOtherDevices(): Device[] {
  const live = useDevices()
  return live.state === 'ready' ? live.value.filter((device) => !device.isThis && device.revokedAt === undefined) : []
}

/** Records of this device's own that would be shared: candidates and offers, without the demonstration. */
export function useOwnRecordCount(): number {
  const candidates = useCollection('candidate')
  const offers = useCollection('offer')
  let count = 0
  for (const live of [candidates, offers]) {
    if (live.state === 'ready') for (const record of live.value.values()) if (record.demo !== true) count += 1
  }
  return count
}

/**
 * Settles a conflict everywhere (SPEC 3.3): writes the value that lost, or the one that stands again, with who vouched
 * for it.
 */
export function settleConflict(
  { recordId: id, kind, path, other, current }: Conflict,
  keep: 'other' | 'current',
): Promise<Result<Written, WriteFailure>> {
  const { value, about } = keep === 'other' ? other : current
  return write(
    [value === undefined ? { type: 'remove', kind, id, path } : { type: 'set', kind, id, path, value, about }],
    { action: keep === 'other' ? 'conflict.swapped' : 'conflict.kept' },
  )
}

/** Notes that a code or a recovery key did not open (T063). */
export const noteWrongSecret = (type: 'WrongKit' | 'CodeUnknown'): Promise<void> =>
  noteSecurity({ type: type === 'WrongKit' ? 'unlockFailed' : 'codeFailed' })

/** Notes that records left by hand-over (T063). */
export const noteHandOver = (count: number): Promise<void> =>
  noteSecurity({ type: 'export', by: currentPerson(), count })

/** The offers that this device shares with guests, live. */
export const useOfferShares = (): Live<OfferShare[]> => listOf<OfferShare>(useLiveMemory('shares'))

/** What is known of the space of a shared offer, live; null while nothing is. */
export const useShareFacts = (shareId: string): OfferFacts | null =>
  (useMemory(`shares.facts.${shareId}`) as OfferFacts | undefined) ?? null

/** The same of several. */
export const useSharesFacts = (shareIds: readonly string[]): (OfferFacts | null)[] =>
  useMemories(shareIds.map((id) => `shares.facts.${id}`)).map((facts) => (facts as OfferFacts | undefined) ?? null)

/** Who shares an offer, on this device or another of the workspace, live; null when nobody does. */
export function useSharer(offerId: string): string | null {
  const live = useRecord('setting', shareNotice(offerId))
  return live.state === 'ready' ? noticeBy(live.value?.fields.value) : null
}

/** Devices that see a shared offer and may still do so. */
export const guestsOf = (facts: OfferFacts | null): Device[] =>
  (facts?.devices ?? []).filter(({ isThis, revokedAt }) => !isThis && revokedAt === undefined)
