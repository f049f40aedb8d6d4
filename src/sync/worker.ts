import { expose, wrap } from 'comlink'
import { err } from '../kit/result.ts'
import { openOfferDatabase } from '../store/offerDatabase.ts'
import type { Done, Parting, SyncCommands } from './face.ts'
import { exportRecords, importRecords } from './handingOver.ts'
import { join, makeRecoveryKit, recoverWorkspace, resumeJoining } from './joining.ts'
import { OfferShares } from './offerShares.ts'
import { createOfferSpace, type OfferWorker } from './offerSpace.ts'
import { testRelay } from './relayDoor.ts'
import { relayBase } from './transport.ts'
import { createSpaceParts } from './spaceParts.ts'
import type { Asker } from './workspace.ts'

/*
 * Syncing, off the main thread. One tab of the browser has this worker: the one that holds the lock (client.ts). What
 * screens show of it stands in the device's memory, where every tab sees it.
 */

/** The worker of a shared offer is this very file, under the name of that offer's database. */
function startSpace(name: string) {
  const worker = new Worker(self.location.href, { type: 'module', name })
  worker.addEventListener('error', (event) => reportError(event.error ?? event.message))
  return { space: wrap<OfferWorker>(worker), end: () => worker.terminate() }
}

const isOfOffer = openOfferDatabase(self.name)
const { workspace, inviting, blobs, erasing } = createSpaceParts()
const shares = new OfferShares(startSpace, (id) => blobs.fetch(id))

type Commands = { [Name in keyof SyncCommands]: (...given: never[]) => Done<unknown> }

const commandsFor = (asker: Asker): Commands => ({
  createWorkspace: (wanted: Parameters<SyncCommands['createWorkspace']>[0]) => workspace.create(wanted),
  testRelay: async (url: string) => {
    const base = relayBase(url)
    return base ? testRelay(base) : err({ type: 'NotARelay' as const, url })
  },
  invite: (wanted: Parameters<SyncCommands['invite']>[0]) => inviting.invite(wanted, asker),
  cancelInvitation: (id: string) => inviting.cancel(id),
  admit: (id: string) => inviting.admit(id),
  refuse: (id: string) => inviting.refuse(id),
  join: (...given: Parameters<SyncCommands['join']>) => join(workspace, ...given, asker),
  renameDevice: (name: string) => workspace.renameDevice(name),
  changeRole: (...given: Parameters<SyncCommands['changeRole']>) => workspace.changeRole(...given),
  revokeDevice: (id: string) => workspace.revokeDevice(id),
  rotateKeys: () => workspace.rotateKeys(),
  endWorkspace: () => workspace.end(),
  leaveWorkspace: (wanted?: { dropRecords: boolean }) =>
    wanted?.dropRecords ? workspace.leaveAndDrop() : workspace.leave(),
  makeRecoveryKit: (wanted: Parameters<SyncCommands['makeRecoveryKit']>[0]) =>
    makeRecoveryKit(workspace, wanted, asker),
  recoverWorkspace: (...given: Parameters<SyncCommands['recoverWorkspace']>) =>
    recoverWorkspace(workspace, ...given, asker),
  exportRecords,
  importRecords,
  syncNow: () => workspace.syncNow(),
  reconcile: (heads: Parting['heads']) => workspace.reconcile(heads),
  setRelay: (url: string) => workspace.setRelay(url),
  eraseEverywhere: (kind: string, id: string) => erasing.eraseEverywhere(kind, id),
  shareOffer: (wanted: Parameters<SyncCommands['shareOffer']>[0]) => shares.share(wanted, wanted.person),
  changeShare: (...given: Parameters<SyncCommands['changeShare']>) => shares.changeChoice(...given),
  stopShare: (id: string) => shares.stop(id),
  inShare: (...given: Parameters<SyncCommands['inShare']>) => shares.run(...given, asker),
})

/** What the page asks of this worker. */
export interface SyncWorker {
  /** Goes to work if this device belongs to a workspace. */
  open(): Promise<void>
  wake(): void
  /** True once the file is on this device. */
  fetchBlob(id: string): Promise<boolean>
  /** Stops a file on its way, or lets it go on. */
  holdBlob(id: string, isHeld: boolean): void
  run(name: keyof SyncCommands, given: unknown[], asker: Asker): Done<unknown>
}

const worker: SyncWorker = {
  async open() {
    const isMember = workspace.open()
    await inviting.resume(isMember)
    await resumeJoining(workspace, await isMember)
    await shares.open()
  },
  wake: () => {
    workspace.engine?.wake()
    shares.wake()
  },
  fetchBlob: (id) => blobs.fetch(id),
  holdBlob: (id, isHeld) => blobs.hold(id, isHeld),
  run: (name, given, asker) => commandsFor(asker)[name](...(given as never[])),
}
expose(isOfOffer ? createOfferSpace() : worker)
