import type { Result } from '../kit/result.ts'
import { makeBackup as pack, restoreBackup as unpack } from '../store/backup.ts'
import { type Live, useRecord } from '../store/live.ts'
import { openRecord } from '../store/read.ts'
import { noteSecurity } from '../store/securityLog.ts'
import { currentPerson, write, type WriteFailure, type Written } from '../store/write.ts'

/** The whole workspace in one encrypted file; noted as an export (T063). */
export async function makeBackup(...given: Parameters<typeof pack>): ReturnType<typeof pack> {
  const file = await pack(...given)
  await noteSecurity({ type: 'export', by: currentPerson() })
  return file
}

/** Restores a backup; a passphrase that does not open it is noted (T063). */
export async function restoreBackup(...given: Parameters<typeof unpack>): ReturnType<typeof unpack> {
  const done = await unpack(...given)
  if (!done.ok && done.error.type === 'WrongPassphrase') await noteSecurity({ type: 'unlockFailed' })
  return done
}

/** Names of settings; those under `device` say something of this device's user alone. */
export type SettingName = 'workspace.name' | 'device.person'

/** A setting's text, live; '' when it was never set. */
export function useSetting(name: SettingName): Live<string> {
  const live = useRecord('setting', name)
  if (live.state !== 'ready') return live
  const value = live.value?.fields.value
  return { state: 'ready', value: typeof value === 'string' ? value : '' }
}

/** Keeps a setting. */
export async function saveSetting(name: SettingName, value: string): Promise<Result<Written, WriteFailure>> {
  const known = await openRecord('setting', name)
  return write(
    [
      known.ok
        ? { type: 'set', kind: 'setting', id: name, path: 'value', value }
        : { type: 'create', kind: 'setting', id: name, fields: { value } },
    ],
    { action: 'setting.changed' },
  )
}
