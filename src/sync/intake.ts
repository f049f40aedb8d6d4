import { isId } from '../kit/id.ts'
import { noPrevious, parseBatch } from '../log/batch.ts'
import type { Operation } from '../log/operation.ts'
import type { LoggedBatch, OwnMark } from '../log/protocol.ts'
import type { EngineOptions } from './engine/options.ts'
import { BatchesAhead, type Opened } from './batchesAhead.ts'
import { asideKey, isHopeful, isOrphaned, SetAside } from './setAside.ts'
import type {
  Adopted,
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

/** Where the chain of a log or a device begins. */
const chainStart: ChainHead = { dseq: 0, hash: noPrevious }

/** One transaction holds about this many operations, so that the screens' own reads come between two of them. */
const operationsPerStep = 2000

/** What the engine remembers of the store, and what it has seen since it started. Changed after the store said yes. */
export interface EngineMemory {
  chains: Map<string, ChainHead>
  relay: RelayMemory | null
  unsent: SealedBatch[]
  aside: Map<string, Aside>
  /** By device: the highest dseq that another device has seen and told in its vector. */
  seen: Map<string, number>
}

/** Why reading stopped before the end of what was given. What came before it is in the store. */
export type IntakeStop =
  | SyncStoreFailure
  /** The batch was taken when the relay had this many entries: they come first. */
  | { type: 'NeedEntries'; entries: number }
  /** A mark names another batch of ours than the one we know: its bytes are needed. */
  | { type: 'NeedOwnBytes' }
  /** What should come next did not. */
  | { type: 'Gap' }

export interface IntakeOutcome {
  stop: IntakeStop | null
  /** Operations of others taken in. */
  operations: number
  /** Another copy of this device lives, or did (SPEC 6.6). */
  copyOf: string[]
}

/** What one transaction of the store will hold. */
interface Step {
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

/** Reads what the engine works on from the store. */
export async function readEngineMemory(store: SyncStore): Promise<EngineMemory> {
  const { chains, relay, unsent, aside } = await store.readMemory()
  return {
    chains: new Map(Object.entries(chains)),
    relay,
    unsent: [...unsent],
    aside: new Map(aside.map((each) => [asideKey(each.device, each.dseq), each])),
    seen: new Map(),
  }
}

/** The head of this device's own chain that a relay has acknowledged. */
export function acknowledgedHead(memory: EngineMemory, device: string): ChainHead {
  const first = memory.unsent[0]
  if (!first) return memory.chains.get(device) ?? chainStart
  const parsed = parseBatch(first.bytes)
  return { dseq: first.dseq - 1, hash: parsed.ok ? parsed.value.previous : noPrevious }
}

/** Takes batches of the relay's log into the store: checks chains, signatures and seals, sets aside what cannot be. */
export class Intake {
  private readonly store: SyncStore
  private readonly sealing: Sealing
  private readonly memory: EngineMemory
  private readonly onRecords: EngineOptions['onRecords']
  readonly setAside: SetAside
  /** What will be taken in: whoever hears of batches early adds them, and has them forgotten. */
  readonly ahead: BatchesAhead
  private copyOf: string[] = []
  /** A new incarnation was taken and nothing was sealed under it: one is enough for all that a copy has sent. */
  private renamed = false

  constructor(store: SyncStore, sealing: Sealing, memory: EngineMemory, onRecords?: EngineOptions['onRecords']) {
    this.store = store
    this.onRecords = onRecords
    this.sealing = sealing
    this.memory = memory
    this.ahead = new BatchesAhead(sealing, (item) => this.isNew(item))
    this.setAside = new SetAside(memory, (device) => sealing.knows(device))
  }

  /**
   * Takes in what follows the cursor; what is at or behind it is passed over. `own` are batches of this device or given
   * by it, by seq, that the relay does not send back. `entriesKnown`: no more entries are to be had, so none are awaited.
   */
  async take(
    items: readonly (LoggedBatch | OwnMark)[],
    own: Map<number, { hash: string }>,
    entriesKnown: boolean,
  ): Promise<IntakeOutcome> {
    this.copyOf = []
    this.ahead.add(items)
    const outcome = await this.takeInOrder(items, own, entriesKnown)
    this.ahead.forget(items)
    return outcome
  }

  private async takeInOrder(
    items: readonly (LoggedBatch | OwnMark)[],
    own: Map<number, { hash: string }>,
    entriesKnown: boolean,
  ): Promise<IntakeOutcome> {
    const total = { operations: 0 }
    let step = this.newStep()
    let stop: IntakeStop | null = null
    for (const item of items) {
      // Nothing is read twice, and a batch of ours that is not sent back stands between those that are.
      this.passOwn(step, own)
      if (item.seq <= step.relay.cursor) continue
      if (item.seq !== step.relay.cursor + 1) {
        stop = { type: 'Gap' }
        break
      }
      if ('bytes' in item && item.entries > this.sealing.membership().entries && !entriesKnown) {
        stop = { type: 'NeedEntries', entries: item.entries }
        break
      }
      stop = 'bytes' in item ? await this.takeBatch(step, item) : await this.takeMark(step, item)
      if (stop) break
      this.advance(step, 'bytes' in item ? await this.ahead.hashOf(item) : item.hash)
      if ('bytes' in item) this.ahead.forget([item])
      if (step.operations >= operationsPerStep) {
        stop = await this.commit(step)
        if (stop) break
        total.operations += step.operations
        step = this.newStep()
      }
    }
    this.passOwn(step, own)
    // A failure of the store ends this: the step stays undone and is asked for again.
    const failed = stop && (stop.type === 'DiskFull' || stop.type === 'StoreClosed')
    if (!failed) {
      const failure = await this.commit(step)
      if (failure) stop = failure
      else total.operations += step.operations
    }
    return { stop, operations: total.operations, copyOf: this.copyOf }
  }

  /** Tries again what was set aside: after an update, when entries came, when a gap was filled. */
  async retryAside(): Promise<IntakeOutcome> {
    this.copyOf = []
    let operations = 0
    for (let moved = true; moved;) {
      moved = false
      const waiting = [...this.memory.aside.values()].sort((a, b) => a.dseq - b.dseq || (a.seq ?? 0) - (b.seq ?? 0))
      for (const each of waiting) {
        const step = this.newStep()
        const parsed = parseBatch(each.bytes)
        if (!parsed.ok) continue
        if (isOrphaned(each)) {
          const tried = await this.retryOrphan(each)
          if (tried === 'waits') continue
          if (tried) return { stop: tried, operations, copyOf: this.copyOf }
          moved = true
          continue
        }
        const { device, dseq, previous } = parsed.value
        const chain = this.chainOf(step, device)
        const follows = dseq === chain.dseq + 1 && previous === chain.hash
        const passed = dseq <= chain.dseq && each.reason !== 'held' && each.reason !== 'signature'
        if (dseq <= chain.dseq && !passed) {
          // The true one came another way.
          const kept = await this.store.readKept(device, dseq)
          if (kept && kept.hash !== each.hash) continue
        }
        if (!follows && dseq > chain.dseq) continue
        const opened = await this.sealing.open(each.bytes)
        if (!opened.ok && opened.error.reason === each.reason) continue
        // What was passed may turn out otherwise than it seemed, after an update or with a key; it was signed all the same.
        if (!opened.ok && !follows && (opened.error.reason === 'held' || opened.error.reason === 'signature')) continue
        const isForged = !opened.ok && opened.error.reason === 'signature'
        if (opened.ok) this.addOpened(step, opened.value)
        else if (isForged) this.setAside.drop(step, each)
        else {
          if (opened.error.reason === 'held') continue
          if (!this.setAside.add(step, { ...each, reason: opened.error.reason })) continue
        }
        if (follows && !isForged) step.chains.set(device, { dseq, hash: each.hash })
        if (opened.ok) step.settled.push(asideKey(each.device, each.dseq))
        const failure = await this.commit(step)
        if (failure) return { stop: failure, operations, copyOf: this.copyOf }
        operations += step.operations
        moved = true
      }
    }
    return { stop: null, operations, copyOf: this.copyOf }
  }

  /** Of a branch that gave way: as with what was read of it, what it says is sent again as our own. */
  private async retryOrphan(each: Aside): Promise<SyncStoreFailure | 'waits' | null> {
    const opened = await this.sealing.open(each.bytes)
    if (!opened.ok && isHopeful(opened.error.reason)) return 'waits'
    const step = this.newStep()
    if (opened.ok) {
      step.resend.push(...opened.value.operations)
      step.settled.push(asideKey(each.device, each.dseq))
    } else this.setAside.drop(step, { ...each, reason: opened.error.reason })
    return this.commit(step)
  }

  /**
   * A relay will not have these batches of a device from us, from `first` on: what they say is sent again as our own,
   * and the device's chain goes on where the relay's does.
   */
  async disown(device: string, first: number): Promise<SyncStoreFailure | null> {
    const step = this.newStep()
    const head = await this.orphan(step, device, first)
    if (head) step.chains.set(device, head)
    return this.commit(step)
  }

  /**
   * A relay has another branch of a device's batches that is not to be had: what ours say is sent again as our own, and
   * the device's chain goes on where the relay's does.
   */
  async giveWay(device: string, head: ChainHead): Promise<SyncStoreFailure | null> {
    const step = this.newStep()
    await this.orphan(step, device, 1)
    const failure = device === this.sealing.device ? await this.unseal(step, head) : null
    if (failure) return failure
    step.chains.set(device, head)
    return this.commit(step)
  }

  /**
   * Another membership is gone on with (SPEC 7.14). What was taken in under this one and would not count under that is sent
   * again as our own, while it can be opened.
   */
  async keepBeforeFollowing(counts: (device: string, dseq: number) => boolean): Promise<SyncStoreFailure | null> {
    if (!this.memory.relay) return null
    const step = this.newStep()
    for (const [device, { dseq: last }] of this.memory.chains)
      for (let dseq = 1; dseq <= last; dseq += 1) {
        const kept = counts(device, dseq) ? null : await this.store.readKept(device, dseq)
        const opened = kept && (await this.sealing.open(kept.bytes))
        if (opened?.ok) step.resend.push(...opened.value.operations)
      }
    return this.commit(step)
  }

  /** This device's chain goes on after a batch of it that only the relay has, and what is unsent is numbered anew. */
  follow(head: ChainHead): Promise<SyncStoreFailure | null> {
    return this.unseal(this.newStep(), head)
  }

  /**
   * The records of a snapshot are in the store. What this device sent and the snapshot holds is acknowledged; where it
   * holds other batches under our name, ours are numbered after them (SPEC 6.6). Our own chain comes first: nothing may
   * be pushed under numbers that are taken.
   */
  async adopted({ relay, covers }: Adopted): Promise<IntakeOutcome> {
    this.copyOf = []
    const { device } = this.sealing
    const { unsent } = this.memory
    const [dseq, hash] = covers[device] ?? [0, '']
    const done = (stop: SyncStoreFailure | null): IntakeOutcome => ({ stop, operations: 0, copyOf: this.copyOf })
    if (unsent.some((each) => each.dseq === dseq && each.hash === hash)) {
      const sent = unsent.filter((each) => each.dseq <= dseq).map((each) => each.dseq)
      const acknowledged = await this.store.acknowledge(sent, {})
      if (!acknowledged.ok) return done(acknowledged.error)
      this.memory.unsent = unsent.filter((each) => each.dseq > dseq)
    } else if (dseq > acknowledgedHead(this.memory, device).dseq) {
      this.copyOf.push(device)
      const failure = await this.unseal(this.newStep(), { dseq, hash })
      if (failure) return done(failure)
    }
    const step = this.newStep()
    step.relay = relay
    step.chain = Promise.resolve(relay.chain)
    for (const [id, [last, head]] of Object.entries(covers)) {
      // A chain that went on beyond what the snapshot covers stays where it is.
      if (id !== device && last > this.chainOf(step, id).dseq) step.chains.set(id, { dseq: last, hash: head })
    }
    for (const each of this.memory.aside.values())
      if (!each.tally && each.dseq <= (covers[each.device]?.[0] ?? 0))
        step.settled.push(asideKey(each.device, each.dseq))
    return done(await this.commit(step))
  }

  /** Advances the cursor over batches of our own, without any batch of others. */
  async pass(own: Map<number, { hash: string }>, acknowledged: number[]): Promise<SyncStoreFailure | null> {
    const step = this.newStep()
    step.acknowledged.push(...acknowledged)
    this.passOwn(step, own)
    return this.commit(step)
  }

  /** The log is read again from where it begins. */
  async beginAgain(): Promise<SyncStoreFailure | null> {
    const step = this.newStep()
    this.setAside.beginAgain(step)
    return this.commit(step)
  }

  /** A batch was sealed: the next copy met is a new one. */
  sealed(): void {
    this.renamed = false
  }

  /** What is missing, as far as this device can tell: by device, the first and last dseq (SPEC 6.2). */
  withheld(): { device: string; first: number; last: number }[] {
    const gaps = new Map<string, number>()
    for (const [device, dseq] of this.memory.seen) if (this.sealing.knows(device)) gaps.set(device, dseq)
    const firstHeld = new Map<string, number>()
    for (const { device, dseq, reason } of this.memory.aside.values()) {
      if (reason !== 'held') continue
      firstHeld.set(device, Math.min(firstHeld.get(device) ?? dseq, dseq))
    }
    for (const [device, dseq] of firstHeld) gaps.set(device, Math.max(gaps.get(device) ?? 0, dseq - 1))
    const missing: { device: string; first: number; last: number }[] = []
    for (const [device, last] of gaps) {
      const first = (this.memory.chains.get(device)?.dseq ?? 0) + 1
      // What had no place here was delivered.
      if (this.setAside.hasMissed(device)) continue
      if (device !== this.sealing.device && first <= last) missing.push({ device, first, last })
    }
    return missing
  }

  private newStep(): Step {
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

  private chainOf(step: Step, device: string): ChainHead {
    return step.chains.get(device) ?? this.memory.chains.get(device) ?? chainStart
  }

  /** Worth opening ahead: most batches behind a chain are repeats. */
  private isNew(item: LoggedBatch): boolean {
    const parsed = parseBatch(item.bytes)
    return (
      item.seq > this.memory.relay!.cursor &&
      parsed.ok &&
      parsed.value.dseq > (this.memory.chains.get(parsed.value.device)?.dseq ?? 0)
    )
  }

  private passOwn(step: Step, own: Map<number, { hash: string }>): void {
    for (let next = own.get(step.relay.cursor + 1); next; next = own.get(step.relay.cursor + 1)) {
      own.delete(step.relay.cursor + 1)
      this.advance(step, next.hash)
    }
  }

  /** The cursor moves over the next batch of the log. */
  private advance(step: Step, hash: string): void {
    step.relay = { ...step.relay, cursor: step.relay.cursor + 1 }
    step.chain = step.chain.then((chain) => this.sealing.chainAfter(chain, hash))
  }

  /** One of our own batches that the relay has: bytes are only needed when it is not the one we know. */
  private async takeMark(step: Step, mark: OwnMark): Promise<IntakeStop | null> {
    const { device } = this.sealing
    const unsent = this.memory.unsent.find(({ dseq }) => dseq === mark.dseq)
    if (unsent) {
      if (unsent.hash !== mark.hash) return { type: 'NeedOwnBytes' }
      step.acknowledged.push(mark.dseq)
      return null
    }
    const kept = await this.store.readKept(device, mark.dseq)
    if (mark.dseq > this.chainOf(step, device).dseq || kept?.hash !== mark.hash) return { type: 'NeedOwnBytes' }
    return null
  }

  private async takeBatch(step: Step, item: LoggedBatch): Promise<IntakeStop | null> {
    const { seq, bytes } = item
    const hash = await this.ahead.hashOf(item)
    const parsed = parseBatch(bytes)
    if (!parsed.ok || parsed.value.space !== this.sealing.space) {
      this.setAside.add(step, { device: '', dseq: seq, hash, bytes, seq, reason: 'unreadable' })
      return null
    }
    const { device, dseq, previous } = parsed.value
    const batch: SealedBatch = { device, dseq, hash, bytes }
    if (device === this.sealing.device) {
      const met = await this.meetOwn(step, batch)
      if (met.stop || met.known) return met.stop
    }
    const chain = this.chainOf(step, device)
    const open = () => this.ahead.open(item)
    if (dseq === chain.dseq + 1 && previous === chain.hash) return this.takeNext(step, batch, seq, await open())
    if (dseq > chain.dseq) {
      const opened = await open()
      const isForged = !opened.ok && opened.error.reason === 'signature'
      this.setAside.add(step, { ...batch, seq, reason: isForged ? 'signature' : 'held' })
      return null
    }
    const kept = await this.keptOr(step, device, dseq)
    if (kept?.hash === hash) return null
    if (!kept) return this.takeAgain(step, await open())
    return this.takeFork(step, batch, seq, previous, await open())
  }

  /**
   * A number that was passed, and what stood under it is not kept: a snapshot stood for it, or a copy of this device sent
   * it while we read nothing. What it says is known, or merges like anything else.
   */
  private takeAgain(step: Step, opened: Opened): null {
    if (opened.ok) this.addOpened(step, { ...opened.value, again: true })
    return null
  }

  /** The next of its device's chain. */
  private takeNext(step: Step, batch: SealedBatch, seq: number, opened: Opened): null {
    const { device, dseq, hash } = batch
    if (opened.ok) {
      this.addOpened(step, opened.value)
      if (this.memory.aside.has(asideKey(device, dseq))) step.settled.push(asideKey(device, dseq))
    } else {
      const { reason } = opened.error
      const isKept = this.setAside.add(step, { ...batch, seq, reason })
      // Whoever made this, it was not the device, or not yet known who it was: its chain goes on where it stood.
      if (reason === 'signature' || reason === 'held') return null
      // So it does where what may yet be read finds no place: it is met again (SPEC 6.8).
      if (!isKept && (reason === 'sealed' || reason === 'newer')) return null
    }
    step.chains.set(device, { dseq, hash })
    return null
  }

  private addOpened(step: Step, incoming: IncomingBatch): void {
    step.incoming.push(incoming)
    step.operations += incoming.operations.length
    for (const [device, dseq] of Object.entries(incoming.vector.dseqs)) {
      // Who tells of devices that nobody knows fills no memory.
      if (this.sealing.knows(device)) this.memory.seen.set(device, Math.max(this.memory.seen.get(device) ?? 0, dseq))
    }
  }

  /**
   * A device and a relay that were both restored go on with another batch under a number that was used: both were
   * signed by the device. What the relay has stands; what only we have of the other branch is sent again as our own.
   */
  private async takeFork(
    step: Step,
    batch: SealedBatch,
    seq: number,
    previous: string,
    opened: Opened,
  ): Promise<IntakeStop | null> {
    const { device, dseq } = batch
    if (!opened.ok && (opened.error.reason === 'signature' || opened.error.reason === 'held')) {
      this.setAside.add(step, { ...batch, seq, reason: opened.error.reason })
      return null
    }
    const before = dseq === 1 ? null : await this.keptOr(step, device, dseq - 1)
    if (dseq === 1 ? previous !== noPrevious : before && before.hash !== previous) {
      this.setAside.add(step, { ...batch, seq, reason: 'held' })
      return null
    }
    await this.orphan(step, device, dseq)
    this.copyOf.push(device)
    if (device === this.sealing.device) {
      const failure = await this.unseal(step, { dseq: dseq - 1, hash: previous })
      if (failure) return failure
    }
    step.chains.set(device, { dseq: dseq - 1, hash: previous })
    return this.takeNext(step, batch, seq, opened)
  }

  /** Sends again what a device's batches say from `first` on. Gives the head of its chain before them. */
  private async orphan(step: Step, device: string, first: number): Promise<ChainHead | null> {
    const last = this.chainOf(step, device).dseq
    let head: ChainHead | null = null
    for (let dseq = first; dseq <= last; dseq += 1) {
      const orphan = await this.keptOr(step, device, dseq)
      if (!orphan) continue
      const parsed = parseBatch(orphan.bytes)
      if (dseq === first && parsed.ok) head = { dseq: first - 1, hash: parsed.value.previous }
      // What was taken in stands in the records, though its device was shut out since: others must have it too.
      const wasTaken = !this.memory.aside.has(asideKey(device, dseq))
      const opened = await this.sealing.open(orphan.bytes, wasTaken)
      if (opened.ok) step.resend.push(...opened.value.operations)
    }
    this.setAside.orphan(step, device, first)
    return head
  }

  /**
   * A batch of this device in the log: known, acknowledged by being there, or made by a copy of it (SPEC 6.6). `known`
   * when nothing of it is to be taken in.
   */
  private async meetOwn(step: Step, batch: SealedBatch): Promise<{ stop: IntakeStop | null; known: boolean }> {
    const { device } = this.sealing
    const unsent = this.memory.unsent.find(({ dseq }) => dseq === batch.dseq)
    if (unsent?.hash === batch.hash) {
      step.acknowledged.push(batch.dseq)
      return { stop: null, known: true }
    }
    // What this step has met of ours is acknowledged, though not yet in the store.
    const unsentStill = this.memory.unsent.filter(({ dseq }) => !step.acknowledged.includes(dseq))
    const head = step.chains.get(device) ?? acknowledgedHead({ ...this.memory, unsent: unsentStill }, device)
    if (batch.dseq <= head.dseq) return { stop: null, known: false }
    // Whoever made this bears our name: what we have not sent is numbered after it.
    const opened = await this.sealing.open(batch.bytes)
    if (!opened.ok && opened.error.reason === 'signature') return { stop: null, known: false }
    if (!this.copyOf.includes(device)) this.copyOf.push(device)
    if (this.renamed && this.memory.unsent.length === 0) return { stop: null, known: false }
    return { stop: await this.unseal(step, head), known: false }
  }

  /** Commits what came before, so that the store's memory of our chain and ours never part. */
  private async unseal(step: Step, head: ChainHead): Promise<SyncStoreFailure | null> {
    const { device } = this.sealing
    // With what is sent again: a power cut behind the unsealing would leave nothing that asks for it.
    const failure = await this.commit(step)
    if (failure) return failure
    const undone = await this.store.unseal(device, head.dseq === 0 ? null : head)
    if (!undone.ok) return undone.error
    this.renamed = true
    this.memory.unsent = []
    this.memory.chains.set(device, head)
    Object.assign(step, this.newStep())
    return null
  }

  private async keptOr(step: Step, device: string, dseq: number): Promise<SealedBatch | null> {
    const here = step.incoming.find(({ batch }) => batch.device === device && batch.dseq === dseq)
    return here?.batch ?? this.store.readKept(device, dseq)
  }

  /** One transaction. The memory follows the store, never the other way round. */
  private async commit(step: Step): Promise<SyncStoreFailure | null> {
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
