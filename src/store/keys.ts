import { liveQuery } from 'dexie'
import { err, ok, type Result } from '../kit/result.ts'
import type { DeviceKeys } from '../log/membership.ts'
import { db } from './tables.ts'

/** This device's place in a space, as it lies on its disk. The private keys can be used and not read. */
export interface KeptSpace {
  /** 32 hex digits. */
  space: string
  /** 16 hex digits. */
  device: string
  signing: CryptoKey
  agreement: CryptoKey
  keys: DeviceKeys
  /** The membership chain as far as it was verified. */
  entries: Uint8Array[]
}

export type KeepFailure = { type: 'DiskFull' } | { type: 'StoreClosed' }

interface SpaceRow {
  space: string
  device: string
  keys: DeviceKeys
}

const spaceName = (space: string) => `space.${space}`
const entryName = (space: string, number: number) => `entry.${space}.${String(number).padStart(8, '0')}`
const keyName = (space: string, use: 'signing' | 'agreement') => `${space}|${use}`

/** Keeps a space this device made or joined: all of it or nothing. */
export function keepSpace(kept: KeptSpace): Promise<Result<null, KeepFailure>> {
  const { space, device, signing, agreement, keys, entries } = kept
  return onDisk(() =>
    db().transaction('rw', db().vaultKeys, db().meta, async () => {
      await db().vaultKeys.bulkPut([
        { id: keyName(space, 'signing'), key: signing },
        { id: keyName(space, 'agreement'), key: agreement },
      ])
      await db().meta.put({ id: spaceName(space), value: { space, device, keys } satisfies SpaceRow })
      await db().meta.bulkPut(entries.map((value, number) => ({ id: entryName(space, number), value })))
    }),
  )
}

/** Keeps entries from this number on: what stood there, if anything did, goes. */
export function keepEntries(
  space: string,
  from: number,
  entries: readonly Uint8Array[],
): Promise<Result<null, KeepFailure>> {
  return onDisk(() =>
    db().transaction('rw', db().meta, async () => {
      await db()
        .meta.where('id')
        .between(entryName(space, from + entries.length), entryName(space, 99_999_999), true, true)
        .delete()
      await db().meta.bulkPut(entries.map((value, index) => ({ id: entryName(space, from + index), value })))
    }),
  )
}

/** A space this device belongs to; null when it does not, or when its keys are gone. */
export async function readSpace(space: string): Promise<KeptSpace | null> {
  return db().transaction('r', db().vaultKeys, db().meta, async () => {
    const row = (await db().meta.get(spaceName(space)))?.value as SpaceRow | undefined
    const [signing, agreement] = await db().vaultKeys.bulkGet([keyName(space, 'signing'), keyName(space, 'agreement')])
    if (!row || !signing || !agreement) return null
    const rows = await db()
      .meta.where('id')
      .between(entryName(space, 0), entryName(space, 99_999_999), true, true)
      .toArray()
    return {
      ...row,
      signing: signing.key,
      agreement: agreement.key,
      entries: rows.map(({ value }) => value as Uint8Array),
    }
  })
}

/** Ids of the spaces this device belongs to. */
export async function listSpaces(): Promise<string[]> {
  const rows = await db().meta.where('id').startsWith(spaceName('')).toArray()
  return rows.map(({ value }) => (value as SpaceRow).space)
}

/** Tells the spaces this device belongs to now, and again whenever a tab makes, joins or leaves one. */
export function followSpaces(tell: (spaces: string[]) => void): void {
  // Without a database the rest of the app says so.
  liveQuery(listSpaces).subscribe({ next: tell, error: () => {} })
}

/** Drops a space's keys and entries: what was sealed for this device there stays shut. Records stay. */
export async function forgetSpace(space: string): Promise<void> {
  await db().transaction('rw', db().vaultKeys, db().meta, async () => {
    await db().vaultKeys.bulkDelete([keyName(space, 'signing'), keyName(space, 'agreement')])
    await db().meta.where('id').startsWith(`entry.${space}.`).delete()
    await db().meta.delete(spaceName(space))
  })
}

async function onDisk(write: () => PromiseLike<unknown>): Promise<Result<null, KeepFailure>> {
  try {
    await write()
    return ok(null)
  } catch (error) {
    const { name, inner } = error as { name?: string; inner?: { name?: string } }
    const isFull = name === 'QuotaExceededError' || inner?.name === 'QuotaExceededError'
    return err({ type: isFull ? 'DiskFull' : 'StoreClosed' })
  }
}
