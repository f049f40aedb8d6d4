import { useLiveQuery } from 'dexie-react-hooks'
import type { Operation } from '../log/operation.ts'
import { mayWrite, type Role, roles } from '../log/roles.ts'
import { db } from './tables.ts'

/** Where syncing keeps what this device may do in its workspace, under the device's memory. */
export const ownRoleName = 'sync.role'

/** Null where this device shares with no other: then everything is allowed. */
export type OwnRole = Role | null

/** The role of this device in its workspace; may be asked inside a transaction that has `meta`. */
export async function readOwnRole(): Promise<OwnRole> {
  const value: unknown = (await db().meta.get(`memory.${ownRoleName}`))?.value
  return roles.find((role) => role === value) ?? null
}

/** Whether this device may write so: what a role does not reach, the write door refuses. */
export const reaches = (role: OwnRole, operation: Pick<Operation, 'type' | 'kind'>): boolean =>
  role === null || mayWrite(role, operation)

/**
 * What a role keeps on its own device because it may send nothing: a reader's log of the scores it was shown, which is
 * owed to the candidates wherever a score is seen, and which it also clears when its time is over (SPEC 2.12).
 */
export const keepsHere = (role: OwnRole, { kind }: Pick<Operation, 'kind'>): boolean =>
  role === 'reader' && kind === 'scoreEvent'

/** The role of this device in its workspace, live. */
export const useOwnRole = (): OwnRole => useLiveQuery(readOwnRole, []) ?? null
