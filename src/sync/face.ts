import type { Result } from '../kit/result.ts'
import type { RefusalCode as Refusal } from '../log/protocol.ts'
import type { Role as AnyRole } from '../log/roles.ts'

/** Who may do what (SPEC 7.3). */
export type Role = AnyRole

/** Why a relay refused a batch, an entry or a connection. Each has its sentence in the catalogue. */
export type RefusalCode = Refusal

/** Something a person should know of, that syncing goes on without. */
export interface SyncAlert {
  id: string
  type:
    | 'aside'
    | 'withheld'
    | 'rolledBack'
    /** The membership parted from the relay's: someone decides, see `SyncStatus.parting`. */
    | 'parted'
    | 'relayReset'
    | 'copyOfThisDevice'
    | 'roleRefused'
    | 'diskFull'
    | 'snapshotLacks'
  at: number
  /** The device it is about, and numbers of batches. */
  device?: string
  first?: number
  last?: number
  /** Why batches were set aside, and how many. */
  reason?: string
  count?: number
}

/** An entry of the membership as a person reads it. Texts are '' where this device cannot read them. */
export interface PartingEntry {
  type: 'genesis' | 'add' | 'role' | 'revoke' | 'epoch' | 'recovery' | 'name' | 'reconcile'
  /** The device it is about, and its person. */
  name: string
  person: string
  role: Role | null
  by: { name: string; person: string }
  /** By the clock of who signed, ms; 0 when unknown. */
  at: number
}

/** The relay lost entries of the membership, and has others in their place (SPEC 7.13). */
export interface Parting {
  /** Oldest first. */
  lost: PartingEntry[]
  found: PartingEntry[]
  /** What was shown: a decision is about this and nothing else. */
  heads: { lost: string; found: string }
  /** True when the person at this device may decide to go on. */
  mayDecide: boolean
  /** Who else may, if their device knows what was lost; owners first. */
  ask: { name: string; person: string }[]
}

/** What the chip says; it never claims more than is known. */
export interface SyncStatus {
  phase: 'off' | 'connecting' | 'live' | 'offline' | 'refused' | 'updateNeeded' | 'revoked'
  /** When this device last knew itself equal to the relay, ms; 0 before. */
  syncedAt: number
  /** Changes of this device that the relay has not acknowledged. */
  toSend: number
  /** Batches still to take in while catching up. */
  toFetch: { done: number; total: number } | null
  refusal: { code: RefusalCode; at: number; retryAt?: number } | null
  alerts: SyncAlert[]
  /** Set while a person has to decide how to go on with a relay that lost entries of the membership. */
  parting?: Parting | null
  /** What the relay announces (maintenance). */
  notice: { text: string; until?: number } | null
  transport: 'socket' | 'http' | null
}

/**
 * The least letters of a recovery passphrase: what is short is guessed whatever it is stretched with, by anyone who can
 * reach the relay.
 */
export const minPassphraseLetters = 16

/** A device of the workspace. */
export interface Device {
  id: string
  /** As its person named it: "Téléphone de Nadia". */
  name: string
  person: string
  role: Role
  /** For a guest: the offer it sees. */
  offerId?: string
  isThis: boolean
  addedAt: number
  /** By the relay's clock; 0 when unknown. */
  lastSeenAt: number
  revokedAt?: number
}

/** An invitation open on this device. */
export interface Invitation {
  id: string
  /** `7Q4K-M2XD-9TRB`, typed where no camera is. */
  code: string
  /** The whole address for QR code and mail; what opens it stands after the #, which no server is sent. */
  link: string
  role: Role
  offerId?: string
  /** ms. */
  endsAt: number
  /** Set once someone came: compare the words aloud, then let them in. */
  request: { name: string; person: string; words: [string, string, string] } | null
}

/** Where joining stands on the device that asks to come in (memory `sync.joining`; null when none is under way). */
export interface Joining {
  /** `meeting`: looking for the inviter; `comparing`: the words are shown; `fetching`: let in, records arrive. */
  step: 'meeting' | 'comparing' | 'fetching' | 'done' | 'failed'
  words: [string, string, string] | null
  /** The inviter's, which the words are in on both sides; absent before there are words. */
  language?: 'fr' | 'en'
  /** Records taken in, while fetching. */
  fetched: { done: number; total: number } | null
  failure: SyncFailure | null
}

/**
 * How far a new device has come with a snapshot, in parts (memory `sync.filling`; null when it has all): the first `lists`
 * bring names, titles, towns, skills and stages, the others the long texts.
 */
export interface Filling {
  snapshot: string
  lists: number
  done: number
  total: number
}

/** A file that was asked for here and is on its way, or why it is not. */
export interface FetchingFile {
  /**
   * `coming`; `offline`: the relay is out of reach; `elsewhere`: the device that has it has not sent it yet; `held`:
   * someone stopped it; `full`: no room here; `damaged`: what came does not open.
   */
  state: 'coming' | 'offline' | 'elsewhere' | 'held' | 'full' | 'damaged'
  /** Bytes; `size` is 0 until known. */
  done: number
  size: number
}

/** Files between this device and the relay (memory `sync.files`). */
export interface FilesStatus {
  /** Files that are here and not at the relay yet. */
  toSend: number
  /** The one on its way there, bytes. */
  sending: { done: number; size: number } | null
  /** By blob. */
  fetching: Record<string, FetchingFile>
}

/** What is known of the relay in use (memory `sync.relay`). */
export interface RelayFacts {
  url: string
  /** What the space takes there, and may take; absent until the relay said so. */
  usedBytes?: number
  quotaBytes?: number
}

/** What a relay answered to a test. */
export interface RelayReport {
  url: string
  latencyMs: number
  version: string
  /** A new space needs an admission code. */
  needsAdmission: boolean
  /** False when only HTTP passes, not the WebSocket. */
  socket: boolean
}

/** An erasure that the relay's storage has followed (memory `sync.erasures`). */
export interface ErasureProof {
  /** Of the record. */
  id: string
  /** When a snapshot without it replaced the log at the relay, ms. */
  relayAt: number
}

export type SyncFailure =
  | { type: 'RelayUnreachable'; url: string }
  /** The app's own policy names no such relay: whoever serves the app has to (VIVIER_CONNECT). */
  | { type: 'BlockedByPolicy'; url: string }
  | { type: 'NotARelay'; url: string }
  | { type: 'RelayRefused'; code: RefusalCode }
  | { type: 'CodeUnknown' }
  | { type: 'CodeExpired' }
  | { type: 'WordsRefused' }
  /** `word`: the place, from 1, of the first of the 24 that is no word; 0 when all are words that do not belong together. */
  | { type: 'WrongKit'; word?: number }
  | { type: 'NotAllowed' }
  | { type: 'NotJoined' }
  | { type: 'AlreadyJoined' }
  /** A guest comes from a device without records of its own. */
  | { type: 'HoldsRecords' }
  | { type: 'NotOurs' }
  | { type: 'Damaged' }
  | { type: 'DiskFull' }
  | { type: 'StoreClosed' }

export type Done<T = null> = Promise<Result<T, SyncFailure>>

/** Who works on a device, as the others will see them. */
export interface Person {
  person: string
  deviceName: string
}

/** How a recovery kit is opened: 24 words on paper, or a passphrase in someone's head. */
export type KitKey = { kind: 'words'; words: string } | { kind: 'passphrase'; passphrase: string }

/** An offer that guests see, in a space of its own (memory `shares`, a list). */
export interface OfferShare {
  /** Names the space's database on this device. */
  id: string
  offerId: string
  /** Guests see e-mails, phones and addresses. */
  contacts: boolean
  /** Guests see the files of the CVs. */
  cvs: boolean
  /** When it began, ms, and who shared. */
  since: number
  by: string
  /** `ending`: guests are shut out and the relay's copy goes, as soon as the relay answers. */
  state: 'making' | 'on' | 'ending'
}

/** What is known of the space of a shared offer (memory `shares.facts.ID`). */
export interface OfferFacts {
  status: SyncStatus | null
  /** Guests, and this device. */
  devices: Device[]
  invitations: Invitation[]
  /** Why the offer and its space could not be kept alike. */
  trouble: 'DiskFull' | 'StoreClosed' | null
}

/** What may be asked in the space of a shared offer. */
export type ShareCommand = 'invite' | 'cancelInvitation' | 'admit' | 'refuse' | 'revokeDevice' | 'reconcile' | 'syncNow'

/** What screens ask of syncing. Every command resolves; what went wrong is a value with its sentence. */
export interface SyncCommands {
  createWorkspace(wanted: Person & { relayUrl: string; admission?: string }): Done
  testRelay(url: string): Done<RelayReport>
  invite(wanted: { role: Role; offerId?: string }): Done<Invitation>
  cancelInvitation(id: string): Done
  admit(id: string): Done
  refuse(id: string): Done
  join(where: { code: string; relayUrl?: string }, who: Person): Done
  renameDevice(name: string): Done
  changeRole(deviceId: string, role: Role): Done
  revokeDevice(deviceId: string): Done
  rotateKeys(): Done
  /** `dropRecords` takes the workspace's records off this device too; the others keep theirs. */
  leaveWorkspace(wanted?: { dropRecords: boolean }): Done
  /** Deletes all that the relay keeps of the workspace, for everyone, then leaves it; for owners. */
  endWorkspace(): Done
  makeRecoveryKit(wanted: { kind: 'words' } | { kind: 'passphrase'; passphrase: string }): Done<{ words: string[] }>
  recoverWorkspace(key: KitKey, where: { relayUrl?: string }, who: Person): Done
  /** `withFiles` false leaves out CVs and photos: few enough bytes for codes that a camera reads. */
  exportRecords(
    ids: readonly string[],
    wanted: { passphrase: string; withFiles?: boolean },
  ): Done<Uint8Array<ArrayBuffer>>
  importRecords(bytes: Uint8Array, wanted: { passphrase: string }): Done<{ records: number }>
  syncNow(): Done
  /** Goes on with a relay whose membership parted, as it was shown; what was lost is done again there. */
  reconcile(heads: Parting['heads']): Done
  setRelay(url: string): Done
  /** After the record was erased here: a snapshot without it replaces the relay's log, and its files go. */
  eraseEverywhere(kind: string, id: string): Done
  /** Opens a space for an offer's guests. Gives the share's id. */
  shareOffer(
    wanted: Person & { offerId: string; contacts: boolean; cvs: boolean; relayUrl: string; admission?: string },
  ): Done<{ id: string }>
  changeShare(id: string, choice: { contacts: boolean; cvs: boolean }): Done
  /** Shuts the guests out and takes what they saw from the relay and, where they are reached, from their devices. */
  stopShare(id: string): Done
  /** A command in the space of a shared offer. */
  inShare(id: string, name: ShareCommand, given: readonly unknown[]): Done<unknown>
}
