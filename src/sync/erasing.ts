import { ok } from '../kit/result.ts'
import type { Done, ErasureProof, SyncStatus } from './face.ts'
import type { DeviceNotes, Surroundings } from './ports.ts'

const restMs = 1000
const tryAgainMs = 60_000
const waitingName = 'sync.erasing'
const proofsName = 'sync.erasures'
const goneName = 'sync.gone'
/** So many erased records are watched for: what was on its way to the relay comes soon or never. */
const mostGone = 1000

/** What erasing asks of the device it runs on. */
export interface ErasingHost {
  readonly engine: { isLive(): boolean; status(): SyncStatus } | null
  readonly snapshots: { make(purge: boolean): Done; letGo(): Promise<void> }
  readonly surroundings: Surroundings
  readonly notes: DeviceNotes
  /** Something threw that should not have. */
  failed(cause: unknown): void
}

/**
 * The relay's part of an erasure: once it is sent, a snapshot without the person replaces the log there (SPEC 8.5), and
 * again when someone who did not know yet sends something of that person, or when the relay was restored from before.
 * What waits for it is on disk, so that it goes on after a restart, and after a week without network.
 */
export class Erasing {
  private readonly host: ErasingHost
  private timer: (() => void) | null = null
  private working = false
  private gone: Set<string> | null = null
  /** Null until it was read. */
  private waiting: Set<string> | null = null
  /** What the snapshot being made stands for. */
  private underWay: string[] = []

  constructor(host: ErasingHost) {
    this.host = host
  }

  /** Sees to it that a record erased here is in nothing that the relay keeps. */
  async eraseEverywhere(_kind: string, id: string): Done {
    await this.noteGone([id])
    await this.host.snapshots.letGo()
    await this.ask([id])
    return ok(null)
  }

  /**
   * Batches of others that are about to be taken in speak of these records, or erase those: what is sealed of an erased
   * one is not to be kept here either.
   */
  async met(ids: ReadonlySet<string>, erased: ReadonlySet<string>): Promise<void> {
    const gone = await this.readGone()
    const isBack = [...ids].some((id) => gone.has(id))
    const news = [...erased].filter((id) => !gone.has(id))
    await this.noteGone(news)
    if (isBack || erased.size > 0) await this.host.snapshots.letGo()
    if (!isBack) return
    const back = [...(await this.readErased())].filter((id) => ids.has(id))
    if (back.length > 0) await this.ask(back)
  }

  /** The relay may have again what it once let go. */
  async relayWasReset(): Promise<void> {
    const known = await this.readErased()
    if (known.size > 0) await this.ask([...known])
  }

  /** Something was sent or received. */
  wake(): void {
    if (this.working || this.waiting?.size === 0) return
    this.workIn(restMs)
  }

  private workIn(delayMs: number): void {
    this.timer ??= this.host.surroundings.later(() => {
      this.timer = null
      this.work().catch((cause: unknown) => this.host.failed(cause))
    }, delayMs)
  }

  private async ask(ids: readonly string[]): Promise<void> {
    const waiting = await this.readWaiting()
    for (const id of ids) waiting.add(id)
    await this.keep()
    this.wake()
  }

  private async readGone(): Promise<Set<string>> {
    const read = (await this.host.notes.recall(goneName)) as string[] | null | undefined
    return (this.gone ??= new Set(read))
  }

  private async noteGone(ids: readonly string[]): Promise<void> {
    const gone = await this.readGone()
    if (ids.every((id) => gone.has(id))) return
    this.gone = new Set([...gone, ...ids].slice(-mostGone))
    await this.host.notes.remember(goneName, [...this.gone])
  }

  private keep(): Promise<void> {
    return this.host.notes.remember(waitingName, [...new Set([...this.waiting!, ...this.underWay])])
  }

  private async readWaiting(): Promise<Set<string>> {
    const read = (await this.host.notes.recall(waitingName)) as string[] | null | undefined
    return (this.waiting ??= new Set(read))
  }

  private async readProofs(): Promise<ErasureProof[]> {
    return ((await this.host.notes.recall(proofsName)) as ErasureProof[] | null | undefined) ?? []
  }

  private async readErased(): Promise<Set<string>> {
    const waiting = await this.readWaiting()
    return new Set([...waiting, ...this.underWay, ...(await this.readProofs()).map(({ id }) => id)])
  }

  private async work(): Promise<void> {
    const { engine, surroundings, notes, snapshots } = this.host
    if (this.working || !engine?.isLive() || engine.status().toSend > 0) return
    this.working = true
    try {
      const waiting = await this.readWaiting()
      if (waiting.size === 0) return
      // What is asked from here on needs a snapshot of its own.
      this.underWay = [...waiting]
      waiting.clear()
      const made = await snapshots.make(true)
      if (made.ok) {
        const ids = new Set(this.underWay)
        const relayAt = surroundings.now()
        const proofs = this.underWay.map((id) => ({ id, relayAt }))
        await notes.remember(proofsName, [...proofs, ...(await this.readProofs()).filter(({ id }) => !ids.has(id))])
      } else for (const id of this.underWay) waiting.add(id)
      this.underWay = []
      await this.keep()
      // Not now, or more came meanwhile.
      if (waiting.size > 0) this.workIn(made.ok ? restMs : tryAgainMs)
    } finally {
      this.working = false
    }
  }
}
