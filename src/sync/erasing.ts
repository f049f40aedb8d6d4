import { recall, remember } from '../store/memory.ts'
import { ok } from '../kit/result.ts'
import type { Done, ErasureProof } from './face.ts'
import type { Workspace } from './workspace.ts'

/** When the erasure of a record was sent, as this device counts its batches. */
type Marks = Record<string, number>

const restMs = 1000

/**
 * Erasures asked everywhere: once the erasure is sent, a snapshot without the person replaces the log at the relay, and
 * each device that tells to know the erasure is noted. All of it goes on after a restart.
 */
export class Erasing {
  private readonly workspace: Workspace
  private timer: ReturnType<typeof setTimeout> | null = null
  private working = false
  /** Read from the disk at first; null until then. */
  private open: boolean | null = null

  constructor(workspace: Workspace) {
    this.workspace = workspace
  }

  /** Notes the erasure of a record that is erased here, and sees to the relay and the others. */
  async eraseEverywhere(kind: string, id: string): Done {
    const devices = (await this.workspace.sealing?.devices()) ?? []
    const proof: ErasureProof = {
      id,
      kind,
      at: Date.now(),
      by: devices.find(({ isThis }) => isThis)?.person ?? '',
      relayAt: null,
      devices: devices
        .filter(({ revokedAt, isRecovery }) => revokedAt === undefined && !isRecovery)
        .map(({ id: device, name, isThis }) => ({ id: device, name, at: isThis ? Date.now() : null })),
    }
    await remember('sync.erasures', [proof, ...(await this.proofs()).filter((other) => other.id !== id)])
    this.open = true
    this.wake()
    return ok(null)
  }

  /** Something was sent or received. */
  wake(): void {
    if (this.timer || this.working || this.open === false) return
    this.timer = setTimeout(() => {
      this.timer = null
      void this.work()
    }, restMs)
  }

  private async proofs(): Promise<ErasureProof[]> {
    return ((await recall('sync.erasures')) as ErasureProof[] | null | undefined) ?? []
  }

  private async work(): Promise<void> {
    this.working = true
    try {
      const proofs = await this.proofs()
      const marks = ((await recall('sync.erasureMarks')) as Marks | null | undefined) ?? {}
      this.open = proofs.some(({ relayAt, devices }) => relayAt === null || devices.some(({ at }) => at === null))
      const { engine } = this.workspace
      if (!this.open || !engine?.isLive() || engine.status().toSend > 0) return
      let changed = false
      const waiting = proofs.filter(({ relayAt }) => relayAt === null)
      if (waiting.length > 0) {
        const sent = engine.lastSent()
        const made = await this.workspace.snapshots.make(true)
        if (made.ok) {
          for (const proof of waiting) {
            proof.relayAt = Date.now()
            marks[proof.id] = sent
          }
          changed = true
        }
      }
      const seen = engine.seenOfThis()
      for (const proof of proofs) {
        for (const device of proof.devices) {
          const knows = (seen.get(device.id) ?? 0) >= (marks[proof.id] ?? Number.POSITIVE_INFINITY)
          if (device.at !== null || !knows) continue
          device.at = Date.now()
          changed = true
        }
      }
      if (!changed) return
      await remember('sync.erasureMarks', marks)
      await remember('sync.erasures', proofs)
    } finally {
      this.working = false
    }
  }
}
