import type { SnapshotNews } from '../src/log/protocol.ts'
import type { LogStore } from './log.ts'

/** What the relay tells everyone: maintenance, a move. Kept in the store, so that it changes without a restart (W049). */
export interface Notice {
  text: string
  until?: number
}
export interface Notices {
  current: () => Notice | null
  /** Pushes are put off while it is true; reading goes on. */
  isReadOnly: () => boolean
  /** Reads the store again; true when what is announced changed. */
  reload: () => Promise<boolean>
}

/** Names of the settings that hold it. */
export const noticeSetting = 'notice'
export const readOnlySetting = 'readOnly'

/** `fixed` is what the environment announces while the store says nothing. */
export async function createNotices(store: LogStore, fixed: string | null, now: () => number): Promise<Notices> {
  let notice: Notice | null = null
  let readOnly = false
  async function reload(): Promise<boolean> {
    const before = JSON.stringify([notice, readOnly])
    notice = readNotice(await store.readSetting(noticeSetting)) ?? (fixed ? { text: fixed } : null)
    readOnly = (await store.readSetting(readOnlySetting)) === 'yes'
    return JSON.stringify([notice, readOnly]) !== before
  }
  await reload()
  return {
    current: () => (notice?.until !== undefined && notice.until <= now() ? null : notice),
    isReadOnly: () => readOnly,
    reload,
  }
}

function readNotice(text: string | null): Notice | null {
  if (text === null) return null
  try {
    const { text: words, until } = JSON.parse(text) as Notice
    return { text: String(words).slice(0, 500), ...(typeof until === 'number' ? { until } : {}) }
  } catch {
    // Written by hand into the table: better no notice than none of the rest.
    return null
  }
}

/** The snapshot to tell devices of: the newest. */
export async function newsOf(store: LogStore, space: string): Promise<SnapshotNews | null> {
  const [newest] = await store.readSnapshots(space)
  return newest ? { id: newest.id, device: newest.by, upTo: newest.seq, confirmed: newest.confirmedBy !== null } : null
}
