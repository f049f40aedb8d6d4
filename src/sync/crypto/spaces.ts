import { err, type Result } from '../../kit/result.ts'
import { keepEntries, type KeepFailure, keepSpace, readSpace } from '../../store/keys.ts'
import type { OwnDevice } from './deviceKeys.ts'
import { openSealing, type SpaceSealing } from './sealing.ts'

/** Sealing for a space that this browser keeps the keys of. `NotJoined` when it does not. */
export async function openKeptSealing(
  space: string,
): Promise<Result<SpaceSealing, { type: 'NotJoined' } | { type: 'Damaged' }>> {
  const kept = await readSpace(space)
  if (!kept) return err({ type: 'NotJoined' })
  const { device: id, signing, agreement, keys, entries } = kept
  return openSealing({
    space,
    own: { id, signing, agreement, keys },
    entries,
    shelf: { keepEntries: (from, news) => keepEntries(space, from, news) },
  })
}

/** Keeps the place of a device in a space it made or was let into, so that `openKeptSealing` finds it. */
export const keepOwnSpace = (
  space: string,
  own: OwnDevice,
  entries: Uint8Array[],
): Promise<Result<null, KeepFailure>> =>
  keepSpace({ space, device: own.id, signing: own.signing, agreement: own.agreement, keys: own.keys, entries })
