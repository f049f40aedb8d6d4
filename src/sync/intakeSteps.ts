import { isId } from '../kit/id.ts'
import type { Operation } from '../log/operation.ts'
import type { EngineOptions } from './engine/options.ts'
import { chainStart, type EngineMemory } from './engineMemory.ts'
import type {
  Aside,
  ChainHead,
  IncomingBatch,
  Progress,
  RelayMemory,
  SealedBatch,
  Sealing,
  SyncStore,
  SyncStoreFailure,
} from './ports.ts'
import { asideKey, SetAside } from './setAside.ts'

/** What one transaction of the store will hold. */
export interface Step {
  chains: Map<string, ChainHead>
  incoming: IncomingBatch[]
  aside: Aside[]
  settled: string[]
  resend: Operation[]
  acknowledged: number[]
  relay: RelayMemory
  /** The relay's chain at the cursor of `relay`, whose own is not kept up: it is known when the step is committed. */
  chain: Promise<string>
  operations: number
}

/** Puts together what one transaction will hold, and brings it into the store. The engine's memory follows. */
export class IntakeSteps {
  readonly store: SyncStore
  readonly sealing: Sealing
  readonly memory: EngineMemory
  readonly setAside: SetAside
  /** A new incarnation was taken and nothing was sealed under it: one is enough for all that a copy has sent. */
  isRenamed = false
  private readonly onRecords: EngineOptions['onRecords']

  constructor(store: SyncStore, sealing: Sealing, memory: EngineMemory, onRecords?: EngineOptions['onRecords']) {
    this.store = store
    this.onRecords = onRecords
    this.sealing = sealing
    this.memory = memory
    this.setAside = new SetAside(memory, (device) => sealing.knows(device))
  }

  begin(): Step {
    return {
      chains: new Map(),
      incoming: [],
      aside: [],
      settled: [],
      resend: [],
      acknowledged: [],
      relay: this.memory.relay!,
      chain: Promise.resolve(this.memory.relay!.chain),
      operations: 0,
    }
  }

  chainOf(step: Step, device: string): ChainHead {
    return step.chains.get(device) ?? this.memory.chains.get(device) ?? chainStart
  }

  passOwn(step: Step, own: Map<number, { hash: string }>): void {
    for (let next = own.get(step.relay.cursor + 1); next; next = own.get(step.relay.cursor + 1)) {
      own.delete(step.relay.cursor + 1)
      this.advance(step, next.hash)
    }
  }

  /** The cursor moves over the next batch of the log. */
  advance(step: Step, hash: string): void {
    step.relay = { ...step.relay, cursor: step.relay.cursor + 1 }
    step.chain = step.chain.then((chain) => this.sealing.chainAfter(chain, hash))
  }

  addOpened(step: Step, incoming: IncomingBatch): void {
    step.incoming.push(incoming)
    step.operations += incoming.operations.length
    for (const [device, dseq] of Object.entries(incoming.vector.dseqs)) {
      // Who tells of devices that nobody knows fills no memory.
      if (this.sealing.knows(device)) this.memory.seen.set(device, Math.max(this.memory.seen.get(device) ?? 0, dseq))
    }
  }

  async keptOr(step: Step, device: string, dseq: number): Promise<SealedBatch | null> {
    const here = step.incoming.find(({ batch }) => batch.device === device && batch.dseq === dseq)
    return here?.batch ?? this.store.readKept(device, dseq)
  }

  /** Commits what came before, so that the store's memory of our chain and ours never part. */
  async unseal(step: Step, head: ChainHead): Promise<SyncStoreFailure | null> {
    const { device } = this.sealing
    // With what is sent again: a power cut behind the unsealing would leave nothing that asks for it.
    const failure = await this.commit(step)
    if (failure) return failure
    const undone = await this.store.unseal(device, head.dseq === 0 ? null : head)
    if (!undone.ok) return undone.error
    this.isRenamed = true
    this.memory.unsent = []
    this.memory.chains.set(device, head)
    Object.assign(step, this.begin())
    return null
  }

  /** One transaction. The memory follows the store, never the other way round. */
  async commit(step: Step): Promise<SyncStoreFailure | null> {
    for (const [device, { dseq }] of step.chains) this.setAside.reached(step, device, dseq)
    const known = this.memory.relay!
    const moved = step.relay.cursor !== known.cursor || step.relay.logId !== known.logId
    const nothing =
      !moved && step.acknowledged.length + step.incoming.length + step.aside.length + step.settled.length === 0
    if (nothing && step.chains.size === 0 && step.resend.length === 0) return null
    step.relay = { ...step.relay, chain: await step.chain }
    const progress: Progress = {
      relay: step.relay,
      chains: Object.fromEntries(step.chains),
      aside: step.aside,
      settled: step.settled,
      ...(step.resend.length > 0 ? { resend: step.resend } : {}),
    }
    // An acknowledgement carries the cursor only when nothing else does: two calls, the later one with the progress.
    if (step.acknowledged.length > 0) {
      const alone = step.incoming.length === 0
      const done = await this.store.acknowledge(step.acknowledged, alone ? progress : {})
      if (!done.ok) return done.error
      this.memory.unsent = this.memory.unsent.filter(({ dseq }) => !step.acknowledged.includes(dseq))
      step.acknowledged = []
      if (alone) return this.remember(step)
    }
    if (this.onRecords && step.incoming.length > 0) await this.tellRecords(step.incoming)
    const done = await this.store.apply(step.incoming, progress)
    if (!done.ok) return done.error
    return this.remember(step)
  }

  private async tellRecords(batches: readonly IncomingBatch[]): Promise<void> {
    const changed = new Set<string>()
    const erased = new Set<string>()
    for (const { operations } of batches)
      for (const { type, id } of operations) {
        if (type !== 'erase') changed.add(id)
        else if (isId(id)) erased.add(id)
      }
    await this.onRecords?.(changed, erased)
  }

  private remember(step: Step): null {
    this.memory.relay = step.relay
    for (const [device, head] of step.chains) this.memory.chains.set(device, head)
    for (const each of step.aside) this.memory.aside.set(asideKey(each.device, each.dseq), each)
    for (const key of step.settled) this.memory.aside.delete(key)
    return null
  }
}
