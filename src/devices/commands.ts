import { err } from '../kit/result.ts'
import type { Done, Invitation, RelayReport, Role } from '../sync/face.ts'

/** Who works on a device, as the others will see them. */
export interface Person {
  person: string
  deviceName: string
}

/** How a recovery kit is opened: 24 words on paper, or a passphrase in someone's head. */
export type KitKey = { kind: 'words'; words: string } | { kind: 'passphrase'; passphrase: string }

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
  leaveWorkspace(): Done
  makeRecoveryKit(wanted: { kind: 'words' } | { kind: 'passphrase'; passphrase: string }): Done<{ words: string[] }>
  recoverWorkspace(key: KitKey, where: { relayUrl?: string }, who: Person): Done
  exportRecords(ids: readonly string[], wanted: { passphrase: string }): Done<Uint8Array<ArrayBuffer>>
  importRecords(bytes: Uint8Array, wanted: { passphrase: string }): Done<{ records: number }>
  syncNow(): Done
  setRelay(url: string): Done
  eraseEverywhere(kind: string, id: string): Done
}

const notYet = async () => err({ type: 'StoreClosed' as const })

/** The commands of this tab. */
export const commands: SyncCommands = {
  createWorkspace: notYet,
  testRelay: notYet,
  invite: notYet,
  cancelInvitation: notYet,
  admit: notYet,
  refuse: notYet,
  join: notYet,
  renameDevice: notYet,
  changeRole: notYet,
  revokeDevice: notYet,
  rotateKeys: notYet,
  leaveWorkspace: notYet,
  makeRecoveryKit: notYet,
  recoverWorkspace: notYet,
  exportRecords: notYet,
  importRecords: notYet,
  syncNow: notYet,
  setRelay: notYet,
  eraseEverywhere: notYet,
}
