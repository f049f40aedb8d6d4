import { ok } from '../kit/result.ts'
import { recall, remember } from '../store/memory.ts'
import type { Done, ErasureProof } from './face.ts'
import type { Workspace } from './workspace.ts'

const restMs = 1000

/**
 * The relay's part of an erasure: once it is sent, a snapshot without the person replaces the log there (SPEC 8.5). What
 * waits for it is on disk, so that it goes on after a restart, and after a week without network.
 */
export class Erasing {
  private readonly workspace: Workspace
  private timer: ReturnType<typeof setTimeout> | null = null
  private working = false
  /** Null until it was read. */
  private waiting: string[] | null = null

  constructor(workspace: Workspace) {
    this.workspace = workspace
  }

  /** Sees to it that a record erased here is in nothing that the relay keeps. */
  async eraseEverywhere(_kind: string, id: string): Done {
    const waiting = await this.read()
    if (!waiting.includes(id)) waiting.push(id)
    await remember('sync.erasing', waiting)
    this.wake()
    return ok(null)
  }

  /** Something was sent or received. */
  wake(): void {
    if (this.timer || this.working || this.waiting?.length === 0) return
    this.timer = setTimeout(() => {
      this.timer = null
      void this.work()
    }, restMs)
  }

  private async read(): Promise<string[]> {
    this.waiting ??= ((await recall('sync.erasing')) as string[] | null | undefined) ?? []
    return this.waiting
  }

  private async work(): Promise<void> {
    this.working = true
    try {
      const waiting = await this.read()
      const { engine } = this.workspace
      if (waiting.length === 0 || !engine?.isLive() || engine.status().toSend > 0) return
      // What is asked from here on needs a snapshot of its own.
      const ids = new Set(waiting)
      const made = await this.workspace.snapshots.make(true)
      if (!made.ok) return
      const relayAt = Date.now()
      const known = ((await recall('sync.erasures')) as ErasureProof[] | null | undefined) ?? []
      const proofs = [...ids].map((id) => ({ id, relayAt }))
      await remember('sync.erasures', [...proofs, ...known.filter(({ id }) => !ids.has(id))])
      this.waiting = waiting.filter((id) => !ids.has(id))
      await remember('sync.erasing', this.waiting)
    } finally {
      this.working = false
    }
  }
}
