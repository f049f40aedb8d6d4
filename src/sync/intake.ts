import { noPrevious, parseBatch } from '../log/batch.ts'
import type { LoggedBatch, OwnMark } from '../log/protocol.ts'
import { BatchesAhead, type Opened } from './batchesAhead.ts'
import { acknowledgedHead, type EngineMemory } from './engineMemory.ts'
import { GivingWay } from './givingWay.ts'
import type { IntakeSteps, Step } from './intakeSteps.ts'
import type { Adopted, SealedBatch, Sealing, SyncStore, SyncStoreFailure } from './ports.ts'
import { asideKey, isOrphaned, type SetAside } from './setAside.ts'

/** One transaction holds about this many operations, so that the screens' own reads come between two of them. */
const operationsPerStep = 2000

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

/** Takes batches of the relay's log into the store: checks chains, signatures and seals, sets aside what cannot be. */
export class Intake {
  readonly givingWay: GivingWay
  readonly setAside: SetAside
  /** What will be taken in: whoever hears of batches early adds them, and has them forgotten. */
  readonly ahead: BatchesAhead
  private readonly steps: IntakeSteps
  private readonly store: SyncStore
  private readonly sealing: Sealing
  private readonly memory: EngineMemory
  private copyOf: string[] = []

  constructor(steps: IntakeSteps) {
    this.steps = steps
    this.store = steps.store
    this.sealing = steps.sealing
    this.memory = steps.memory
    this.setAside = steps.setAside
    this.givingWay = new GivingWay(steps)
    this.ahead = new BatchesAhead(steps.sealing, (item) => this.isNew(item))
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
    let step = this.steps.begin()
    let stop: IntakeStop | null = null
    for (const item of items) {
      // Nothing is read twice, and a batch of ours that is not sent back stands between those that are.
      this.steps.passOwn(step, own)
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
      this.steps.advance(step, 'bytes' in item ? await this.ahead.hashOf(item) : item.hash)
      if ('bytes' in item) this.ahead.forget([item])
      if (step.operations >= operationsPerStep) {
        stop = await this.steps.commit(step)
        if (stop) break
        total.operations += step.operations
        step = this.steps.begin()
      }
    }
    this.steps.passOwn(step, own)
    // A failure of the store ends this: the step stays undone and is asked for again.
    const failed = stop && (stop.type === 'DiskFull' || stop.type === 'StoreClosed')
    if (!failed) {
      const failure = await this.steps.commit(step)
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
        const step = this.steps.begin()
        const parsed = parseBatch(each.bytes)
        if (!parsed.ok) continue
        if (isOrphaned(each)) {
          const tried = await this.givingWay.retry(each)
          if (tried === 'waits') continue
          if (tried) return { stop: tried, operations, copyOf: this.copyOf }
          moved = true
          continue
        }
        const { device, dseq, previous } = parsed.value
        const chain = this.steps.chainOf(step, device)
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
        if (opened.ok) this.steps.addOpened(step, opened.value)
        else if (isForged) this.setAside.drop(step, each)
        else {
          if (opened.error.reason === 'held') continue
          if (!this.setAside.add(step, { ...each, reason: opened.error.reason })) continue
        }
        if (follows && !isForged) step.chains.set(device, { dseq, hash: each.hash })
        if (opened.ok) step.settled.push(asideKey(each.device, each.dseq))
        const failure = await this.steps.commit(step)
        if (failure) return { stop: failure, operations, copyOf: this.copyOf }
        operations += step.operations
        moved = true
      }
    }
    return { stop: null, operations, copyOf: this.copyOf }
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
      const failure = await this.steps.unseal(this.steps.begin(), { dseq, hash })
      if (failure) return done(failure)
    } else if (dseq > 0) {
      const known = acknowledgedHead(this.memory, device)
      const here = dseq < known.dseq ? await this.store.readKept(device, dseq) : known
      if (here && here.hash !== hash) {
        this.copyOf.push(device)
        const failure = await this.givingWay.giveWay(device, { dseq, hash })
        if (failure) return done(failure)
      }
    }
    const step = this.steps.begin()
    step.relay = relay
    step.chain = Promise.resolve(relay.chain)
    for (const [id, [last, head]] of Object.entries(covers)) {
      if (id === device || last === 0) continue
      const chain = this.steps.chainOf(step, id)
      // A chain that went on beyond what the snapshot covers stays where it is, unless the snapshot is of another branch.
      const here = last < chain.dseq ? await this.store.readKept(id, last) : chain
      if (last <= chain.dseq && (!here || here.hash === head)) continue
      if (last <= chain.dseq) {
        await this.givingWay.orphan(step, id, 1)
        this.copyOf.push(id)
      }
      step.chains.set(id, { dseq: last, hash: head })
    }
    for (const each of this.memory.aside.values())
      if (!each.tally && each.dseq <= (covers[each.device]?.[0] ?? 0))
        step.settled.push(asideKey(each.device, each.dseq))
    return done(await this.steps.commit(step))
  }

  /** Advances the cursor over batches of our own, without any batch of others. */
  async pass(own: Map<number, { hash: string }>, acknowledged: number[]): Promise<SyncStoreFailure | null> {
    const step = this.steps.begin()
    step.acknowledged.push(...acknowledged)
    this.steps.passOwn(step, own)
    return this.steps.commit(step)
  }

  /** The log is read again from where it begins. */
  async beginAgain(): Promise<SyncStoreFailure | null> {
    const step = this.steps.begin()
    this.setAside.beginAgain(step)
    return this.steps.commit(step)
  }

  /** A batch was sealed: the next copy met is a new one. */
  sealed(): void {
    this.steps.isRenamed = false
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

  /** Worth opening ahead: most batches behind a chain are repeats. */
  private isNew(item: LoggedBatch): boolean {
    const parsed = parseBatch(item.bytes)
    return (
      item.seq > this.memory.relay!.cursor &&
      parsed.ok &&
      parsed.value.dseq > (this.memory.chains.get(parsed.value.device)?.dseq ?? 0)
    )
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
    if (mark.dseq > this.steps.chainOf(step, device).dseq || kept?.hash !== mark.hash) return { type: 'NeedOwnBytes' }
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
    const chain = this.steps.chainOf(step, device)
    const open = () => this.ahead.open(item)
    if (dseq === chain.dseq + 1 && previous === chain.hash) return this.takeNext(step, batch, seq, await open())
    if (dseq > chain.dseq) {
      const opened = await open()
      const isForged = !opened.ok && opened.error.reason === 'signature'
      this.setAside.add(step, { ...batch, seq, reason: isForged ? 'signature' : 'held' })
      return null
    }
    const kept = await this.steps.keptOr(step, device, dseq)
    if (kept?.hash === hash) return null
    if (!kept) return this.takeAgain(step, await open())
    return this.takeFork(step, batch, seq, previous, await open())
  }

  /**
   * A number that was passed, and what stood under it is not kept: a snapshot stood for it, or a copy of this device sent
   * it while we read nothing. What it says is known, or merges like anything else.
   */
  private takeAgain(step: Step, opened: Opened): null {
    if (opened.ok) this.steps.addOpened(step, { ...opened.value, again: true })
    return null
  }

  /** The next of its device's chain. */
  private takeNext(step: Step, batch: SealedBatch, seq: number, opened: Opened): null {
    const { device, dseq, hash } = batch
    if (opened.ok) {
      this.steps.addOpened(step, opened.value)
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
    const before = dseq === 1 ? null : await this.steps.keptOr(step, device, dseq - 1)
    if (dseq === 1 ? previous !== noPrevious : before && before.hash !== previous) {
      this.setAside.add(step, { ...batch, seq, reason: 'held' })
      return null
    }
    await this.givingWay.orphan(step, device, dseq)
    this.copyOf.push(device)
    if (device === this.sealing.device) {
      const failure = await this.steps.unseal(step, { dseq: dseq - 1, hash: previous })
      if (failure) return failure
    }
    step.chains.set(device, { dseq: dseq - 1, hash: previous })
    return this.takeNext(step, batch, seq, opened)
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
    if (this.steps.isRenamed && this.memory.unsent.length === 0) return { stop: null, known: false }
    return { stop: await this.steps.unseal(step, head), known: false }
  }
}
