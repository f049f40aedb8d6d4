import type { Platform } from './platform.ts'

export type StorageFacts = {
  /** the browser promised not to clear our data */
  persisted: boolean
  quotaBytes: number | null
  usageBytes: number | null
  platform: Platform
  installed: boolean
}

export type StorageWarning =
  | { type: 'private' }
  | { type: 'lowSpace'; leftBytes: number }
  | { type: 'safari' }
  | { type: 'evictable' }

/** Browsers give a private window far less than any disk holds: no ordinary profile is under this. */
const privateQuotaBytes = 300_000_000
/** About two hundred CVs with their page images: below it the next import may not fit. */
const lowSpaceBytes = 250_000_000

/** What the user must know about where the data lies; null when it is safe. */
export function storageWarning(facts: StorageFacts): StorageWarning | null {
  const { quotaBytes, usageBytes, persisted, platform, installed } = facts
  if (quotaBytes !== null) {
    if (quotaBytes < privateQuotaBytes && !persisted) return { type: 'private' }
    const leftBytes = quotaBytes - (usageBytes ?? 0)
    if (leftBytes < lowSpaceBytes) return { type: 'lowSpace', leftBytes }
  }
  if (persisted) return null
  if ((platform === 'ios' || platform === 'macSafari') && !installed) return { type: 'safari' }
  return { type: 'evictable' }
}

/** Asks the browser what it knows; every answer may be missing. */
export async function readStorageFacts(platform: Platform, installed: boolean): Promise<StorageFacts> {
  const storage = navigator.storage as StorageManager | undefined
  const [persisted, estimate] = await Promise.all([
    storage?.persisted?.().catch(() => false) ?? false,
    storage?.estimate?.().catch(() => null) ?? null,
  ])
  return {
    persisted,
    quotaBytes: estimate?.quota ?? null,
    usageBytes: estimate?.usage ?? null,
    platform,
    installed,
  }
}

/** Asks for storage that is not cleared; browsers decide by themselves or ask their user. */
export async function askPersistence(): Promise<boolean> {
  const storage = navigator.storage as StorageManager | undefined
  try {
    return (await storage?.persist?.()) ?? false
  } catch {
    // refused outright: the warning says what that means
    return false
  }
}
