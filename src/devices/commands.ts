import { startSync, syncCommands } from '../sync/client.ts'
import type { SyncCommands } from '../sync/face.ts'

export type { Person } from '../sync/face.ts'

export { startSync }

/** The commands of this tab. */
export const commands: SyncCommands = syncCommands
