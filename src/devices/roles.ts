import type { Role } from '../sync/face.ts'
import { useDevices } from './records.ts'

/**
 * The roles that someone of this role may give (SPEC 7.3), the commonest first. A guest of one offer is not among them:
 * it lives in a space of its own (docs/security.md), which OfferGuestsScreen.tsx opens.
 */
export function rolesFor(own: Role): Role[] {
  const below: Role[] = ['recruiter', 'fieldAgent', 'reader']
  return own === 'owner' ? ['recruiter', 'admin', 'owner', 'fieldAgent', 'reader'] : own === 'admin' ? below : []
}

/** The role of this device, live; null while unknown. */
export function useOwnRole(): Role | null {
  const devices = useDevices()
  return (devices.state === 'ready' && devices.value.find(({ isThis }) => isThis)?.role) || null
}

/** Whether this device may invite, revoke and change roles, live. */
export function useMayManage(): boolean {
  const role = useOwnRole()
  return role === 'owner' || role === 'admin'
}
