import type { RelayFrame, RelayHead, SnapshotNews } from '../../log/protocol.ts'
import type { SyncAlert, SyncStatus } from '../face.ts'
import type {
  Adopted,
  MembershipView,
  Sealing,
  Surroundings,
  SyncStore,
  SyncStoreFailure,
  Transport,
} from '../ports.ts'

/** What an engine is made of and whom it tells. */
export interface EngineOptions {
  store: SyncStore
  sealing: Sealing
  transport: Transport
  surroundings: Surroundings
  /** For a relay that asks a code before it makes a space. */
  admission?: string
  /** What was known when the engine last ran. */
  known?: { alerts: SyncAlert[]; syncedAt: number }
  onStatus?(status: SyncStatus): void
  /** Something threw that should not have: a fault of ours or of the browser. The engine does nothing more. */
  onFailure?(cause: unknown): void
  /** Entries were taken: names, roles, keys changed. */
  onMembership?(view: MembershipView): void
  /** The relay told when its devices last came. */
  onHeads?(heads: Record<string, RelayHead>): void
  /** Another device is at work now: something it wrote came as it was written. */
  onHeard?(device: string): void
  /** The relay told what the space takes there and may take, bytes. */
  onRoom?(room: { used: number; quota: number }): void
  onSnapshot?(news: SnapshotNews): void
  /** The relay lost batches that this device no longer keeps one by one. */
  onSnapshotNeeded?(): void
  /** Others changed or erased these records: told before it is in the store, so that whoever must not miss it does not. */
  onRecords?(changed: ReadonlySet<string>, erased: ReadonlySet<string>): Promise<void>
  /** The relay is another than it was, or was restored: what it had beside the log may be gone, or be there again. */
  onRelayReset?(): Promise<unknown> | void
  /** What is before the floor, or lost with an older log: takes the snapshot in and says where to go on, or fails. */
  adopt?(news: SnapshotNews, welcome: Welcome): Promise<Adopted | SyncStoreFailure | null>
}

export type Welcome = Extract<RelayFrame, { type: 'welcome' }>
