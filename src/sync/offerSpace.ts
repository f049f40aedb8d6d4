import { putBlobAs, readBlob, removeBlob } from '../store/blobs.ts'
import { followMemory, recall, remember } from '../store/memory.ts'
import { erasedBeyond, followJournal, readMirrored } from '../store/mirrored.ts'
import { newId, write } from '../store/write.ts'
import type {
  Device,
  Done,
  ErasureProof,
  Invitation,
  OfferFacts,
  Parting,
  ShareCommand,
  SyncCommands,
  SyncStatus,
} from './face.ts'
import type { MirrorMemory, SpaceSide } from './offerMirror.ts'
import { createSpaceParts } from './spaceParts.ts'
import type { Asker } from './workspace.ts'

/*
 * The space of one shared offer: other keys, another log at the relay, another database. It runs in a worker of its own,
 * where `db()` is that database (store/offerDatabase.ts); offerShares.ts is its caller.
 */

/** What the host's worker asks of an offer's. */
export interface OfferWorker extends SpaceSide {
  /**
   * Goes to work if the space was made. `tell` is called with what screens show of it, `answered` when something of a
   * guest came in.
   */
  open(tell: (facts: Omit<OfferFacts, 'trouble'>) => void, answered: () => void): Promise<boolean>
  create(wanted: Parameters<SyncCommands['createWorkspace']>[0]): Done
  run(name: ShareCommand, given: readonly unknown[], asker: Asker): Done<unknown>
  wake(): void
  /** Shuts every guest out; true once none is left and the relay has nothing of the offer any more. */
  end(): Promise<boolean>
}

const memoryName = 'mirror'
const told = ['sync.status', 'sync.devices', 'sync.invitations']
const listOf = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : [])

/** The space of the offer whose database this worker works on. */
export function createOfferSpace(): OfferWorker {
  const { workspace, inviting, erasing } = createSpaceParts(true)
  const devices = async () => listOf<Device>(await recall('sync.devices'))
  /** Erased here, and not yet known to be gone from the relay. */
  const unproven = async () => {
    const proofs = listOf<ErasureProof>(await recall('sync.erasures'))
    return erasedBeyond(new Set(proofs.map(({ id }) => id)))
  }
  const commands: Record<ShareCommand, (asker: Asker, ...given: never[]) => Done<unknown>> = {
    invite: (asker, wanted: Parameters<SyncCommands['invite']>[0]) => inviting.invite(wanted, asker),
    cancelInvitation: (_, id: string) => inviting.cancel(id),
    admit: (_, id: string) => inviting.admit(id),
    refuse: (_, id: string) => inviting.refuse(id),
    revokeDevice: (_, id: string) => workspace.revokeDevice(id),
    reconcile: (_, heads: Parting['heads']) => workspace.reconcile(heads),
    syncNow: () => workspace.syncNow(),
  }
  return {
    async open(tell, answered) {
      followMemory(told, ([status, known, invitations]) =>
        tell({
          status: (status as SyncStatus | undefined) ?? null,
          devices: listOf<Device>(known),
          invitations: listOf<Invitation>(invitations),
        }),
      )
      // The end of sharing waits for the relay's word that nothing is left.
      followMemory(['sync.erasures'], answered)
      followJournal((entries) => {
        if (entries.some(({ isReceived }) => isReceived)) answered()
      })
      const isMade = workspace.open()
      await inviting.resume(isMade)
      return isMade
    },
    create: (wanted) => workspace.create(wanted),
    run: (name, given, asker) => commands[name](asker, ...(given as never[])),
    wake: () => workspace.engine?.wake(),
    async end() {
      if ((await unproven()).length > 0 || !workspace.engine?.isLive()) return false
      for (const { id, isThis, revokedAt } of await devices()) {
        if (isThis || revokedAt !== undefined) continue
        const gone = await workspace.revokeDevice(id)
        if (!gone.ok) return false
      }
      return true
    },

    async read() {
      const people = Object.fromEntries((await devices()).map(({ id, person, name }) => [id, person || name]))
      const memory = ((await recall(memoryName)) as MirrorMemory | undefined) ?? null
      return { ...(await readMirrored()), people, memory }
    },
    write: (changes, context) => write(changes, context),
    remember: (memory) => remember(memoryName, memory),
    hasFile: async (blobId) => (await readBlob(blobId)).ok,
    keepFile: (blobId, bytes) => putBlobAs(blobId, bytes),
    async dropFiles(blobIds) {
      for (const blobId of blobIds) await removeBlob(blobId)
    },
    async purge(isNarrowed) {
      // Any id that no record has: what counts is the snapshot made for it.
      if (isNarrowed) await erasing.eraseEverywhere('offer', newId())
      const waiting = new Set(listOf<string>(await recall('sync.erasing')))
      for (const { kind, id } of await unproven()) if (!waiting.has(id)) await erasing.eraseEverywhere(kind, id)
    },
  }
}
