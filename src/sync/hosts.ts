import { err, ok } from '../kit/result.ts'
import { recall, remember } from '../store/memory.ts'
import { createReplica } from '../store/replica.ts'
import type { SpaceSealing } from './crypto/sealing.ts'
import { openPart, sealPart } from './crypto/snapshotSealing.ts'
import type { ErasingHost } from './erasing.ts'
import type { Filling } from './face.ts'
import type { Aside, SnapshotSealing, SnapshotShelf } from './ports.ts'
import { askRelay, failureOf } from './relayDoor.ts'
import type { SnapshotHost } from './snapshots.ts'
import { surroundings } from './surroundings.ts'
import type { Workspace } from './workspace.ts'

const notes = { recall, remember }

/** Where the app's snapshots are made: this device's database and keys, and the relay's place for them over HTTP. */
export function snapshotHost(workspace: Workspace): SnapshotHost {
  const shelf = snapshotShelf(workspace)
  return {
    get engine() {
      return workspace.engine
    },
    get sealing() {
      return workspace.sealing && withParts(workspace.sealing)
    },
    shelf,
    surroundings,
    notes,
    store: () => createReplica<Aside>(),
    failed: (cause) => reportError(cause),
    whenLive: () => workspace.whenLive(),
    suspect: (device) => workspace.engine?.telling.alert({ type: 'snapshotLacks', device }),
    filling: {
      read: async () => ((await recall('sync.filling')) as Filling | null | undefined) ?? null,
      tell: (filling) => remember('sync.filling', filling),
    },
  }
}

/** A device's keys, for batches and for parts of snapshots. */
export const withParts = (sealing: SpaceSealing): SnapshotSealing => ({
  ...sealing,
  sealPart: (...given) => sealPart(sealing, ...given),
  openPart: (...given) => openPart(sealing, ...given),
})

/** What this device still has to have erased at the relay stands in its memory. */
export function erasingHost(workspace: Workspace): ErasingHost {
  return {
    get engine() {
      return workspace.engine
    },
    snapshots: workspace.snapshots,
    surroundings,
    notes,
    failed: (cause) => reportError(cause),
  }
}

/** The relay's place for snapshots, over HTTP. */
export function snapshotShelf(workspace: Pick<Workspace, 'base' | 'sealing' | 'engine'>): SnapshotShelf {
  const ask = async (path: string, asked: Parameters<typeof askRelay>[2] = {}) => {
    const { base, sealing, engine } = workspace
    if (!base || !sealing) return err({ type: 'NotJoined' } as const)
    const token = engine?.token() ?? null
    return askRelay(base, `spaces/${sealing.space}/snapshots/${path}`, { token, ...asked, withinMs: 120_000 })
  }
  const put = async (path: string, method: 'PUT' | 'POST', body: Uint8Array) => {
    const done = await ask(path, { method, body })
    return done.ok ? ok(null) : err(failureOf(done.error))
  }
  const read = async (path: string) => {
    const asked = await ask(path)
    return asked.ok ? asked.value.bytes : null
  }
  return {
    putPart: (id, part, bytes) => put(`${id}/${part}`, 'PUT', bytes),
    commit: (id, manifest) => put(id, 'POST', manifest),
    confirm: async (id) => (await ask(`${id}/confirm`, { method: 'POST' })).ok,
    readManifest: (id) => read(id),
    readPart: (id, part) => read(`${id}/${part}`),
  }
}
