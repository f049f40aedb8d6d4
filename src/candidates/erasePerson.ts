import type { Result } from '../kit/result.ts'
import { listSpaces } from '../store/keys.ts'
import { forgetToasts } from '../ui/toast.ts'
import { eraseCandidates, type WriteFailure, type Written } from './records.ts'

/**
 * Erases a person here for good, and asks the workspace, where there is one, to follow: the other devices by the change
 * itself, the relay by a snapshot without them. That part goes on by itself and is told on the certificate.
 */
export async function erasePerson(id: string): Promise<Result<Written, WriteFailure>> {
  const done = await eraseCandidates([id])
  if (done.ok) forgetToasts()
  if (done.ok && (await listSpaces()).length > 0) {
    // Kept out of what opens first: most devices share with no other.
    const { syncCommands } = await import('../sync/client.ts')
    void syncCommands.eraseEverywhere('candidate', id)
  }
  return done
}
