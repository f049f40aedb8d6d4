import { startSync, syncCommands } from '../sync/client.ts'
import type { SyncCommands } from '../sync/face.ts'

export type { Person } from '../sync/face.ts'

export { startSync }

/** The commands of this tab. */
export const commands: SyncCommands = syncCommands

/** The commands of this tab in the space of a shared offer. */
export const commandsOfShare = (
  shareId: string,
): Pick<SyncCommands, 'invite' | 'cancelInvitation' | 'admit' | 'refuse' | 'revokeDevice' | 'reconcile'> => {
  const ask =
    <Name extends 'invite' | 'cancelInvitation' | 'admit' | 'refuse' | 'revokeDevice' | 'reconcile'>(name: Name) =>
    (...given: Parameters<SyncCommands[Name]>) =>
      syncCommands.inShare(shareId, name, given) as ReturnType<SyncCommands[Name]>
  return {
    invite: ask('invite'),
    cancelInvitation: ask('cancelInvitation'),
    admit: ask('admit'),
    refuse: ask('refuse'),
    revokeDevice: ask('revokeDevice'),
    reconcile: ask('reconcile'),
  }
}
