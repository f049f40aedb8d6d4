import type { Operation } from './operation.ts'

/** Who may do what (SPEC 7.3). */
export const roles = ['owner', 'admin', 'recruiter', 'guest', 'fieldAgent', 'reader'] as const
export type Role = (typeof roles)[number]

/** What stands open in a membership entry, so that everyone judges it alike, the relay and field agents included. */
export const rights = { read: 1, write: 2, manage: 4, own: 8 } as const

const rightsByRole: Record<Role, number> = {
  owner: rights.read | rights.write | rights.manage | rights.own,
  admin: rights.read | rights.write | rights.manage,
  recruiter: rights.read | rights.write,
  guest: rights.read | rights.write,
  fieldAgent: rights.write,
  reader: rights.read,
}

/** The bits of a role. */
export const rightsOf = (role: Role): number => rightsByRole[role]

/** The role that has these bits and no other has; null when two do. For who cannot open what entries seal. */
export function onlyRoleWith(bits: number): Role | null {
  const found = roles.filter((role) => rightsByRole[role] === bits)
  return found.length === 1 ? found[0]! : null
}

/** True for bits that some role has. */
export const isRights = (bits: number): boolean => Object.values(rightsByRole).includes(bits)

export const mayRead = (bits: number): boolean => (bits & rights.read) !== 0
export const mayPush = (bits: number): boolean => (bits & rights.write) !== 0
export const mayManage = (bits: number): boolean => (bits & rights.manage) !== 0
export const isOwner = (bits: number): boolean => (bits & rights.own) !== 0

/**
 * Whether someone with `actor` bits may add a device with `next` bits (`current` null), change one from `current` to
 * `next`, or revoke one (`next` 0): owners do all, admins all but owners and admins, no one else anything.
 */
export function mayChange(actor: number, current: number | null, next: number): boolean {
  if (isOwner(actor)) return true
  return mayManage(actor) && !mayManage(current ?? 0) && !mayManage(next)
}

/** What a guest writes: where an application stands, what was said about it, which scores were seen. */
const guestKinds: readonly string[] = ['application', 'interaction', 'scoreEvent']
/** What a field agent brings in. */
const fieldAgentKinds: readonly string[] = ['candidate', 'document', 'interaction']

/**
 * Whether an operation is within its author's role (SPEC 7.9). A guest lives in a space of its own that holds one offer
 * and what belongs to it, so kinds say enough. A field agent knows no id but those it made: it reads nothing.
 */
export function mayWrite(role: Role, operation: Pick<Operation, 'type' | 'kind'>): boolean {
  if (role === 'owner' || role === 'admin' || role === 'recruiter') return true
  if (role === 'reader' || operation.type === 'erase') return false
  return (role === 'guest' ? guestKinds : fieldAgentKinds).includes(operation.kind)
}
