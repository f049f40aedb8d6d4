import { parseBatch } from '../log/batch.ts'
import { parseEntry } from '../log/membership.ts'
import { acknowledgedHead } from './engineMemory.ts'
import type { IntakeSteps, Step } from './intakeSteps.ts'
import type { Aside, ChainHead, SyncStoreFailure } from './ports.ts'
import { asideKey, isHopeful } from './setAside.ts'

/**
 * Where a relay has another branch of a device's batches than this device, and ours is not to be had there any more: what
 * it says is sent again as our own, and the device's chain goes on where the relay's does.
 */
export class GivingWay {
  private readonly steps: IntakeSteps

  constructor(steps: IntakeSteps) {
    this.steps = steps
  }

  /**
   * A relay will not have these batches of a device from us, from `first` on: what they say is sent again as our own,
   * and the device's chain goes on where the relay's does.
   */
  async disown(device: string, first: number): Promise<SyncStoreFailure | null> {
    const step = this.steps.begin()
    const head = await this.orphan(step, device, first)
    if (!head) return this.steps.commit(step)
    // What is unsent of ours follows what will not be had.
    const failure = device === this.steps.sealing.device ? await this.steps.unseal(step, head) : null
    if (failure) return failure
    step.chains.set(device, head)
    return this.steps.commit(step)
  }

  /**
   * A relay has another branch of a device's batches that is not to be had: what ours say is sent again as our own, and
   * the device's chain goes on where the relay's does.
   */
  async giveWay(device: string, head: ChainHead): Promise<SyncStoreFailure | null> {
    const step = this.steps.begin()
    await this.orphan(step, device, 1)
    const failure = device === this.steps.sealing.device ? await this.steps.unseal(step, head) : null
    if (failure) return failure
    step.chains.set(device, head)
    return this.steps.commit(step)
  }

  /**
   * Another membership is gone on with (SPEC 7.14). What was taken in under this one and would not count under that is sent
   * again as our own, while it can be opened.
   */
  async keepBeforeFollowing(counts: (device: string, dseq: number) => boolean): Promise<SyncStoreFailure | null> {
    if (!this.steps.memory.relay) return null
    const step = this.steps.begin()
    for (const [device, { dseq: last }] of this.steps.memory.chains) {
      let first = 0
      for (let dseq = 1; dseq <= last; dseq += 1) {
        const counted = counts(device, dseq)
        if (counted) first = 0
        else first ||= dseq
        const kept = counted ? null : await this.steps.store.readKept(device, dseq)
        const opened = kept && (await this.steps.sealing.open(kept.bytes))
        if (opened?.ok) step.resend.push(...opened.value.operations)
      }
      // Its chain ends where what counts ends: what is kept behind that is of no use to any relay.
      const after =
        first > 0 && device !== this.steps.sealing.device && (await this.steps.store.readKept(device, first))
      const parsed = after ? parseBatch(after.bytes) : null
      if (parsed?.ok) step.chains.set(device, { dseq: first - 1, hash: parsed.value.previous })
    }
    return this.steps.commit(step)
  }

  /**
   * A role of this device counts from before batches that a relay acknowledged all the same, keeping its entry back (SPEC
   * 7.5): what the others will not take of them waits again, and goes out, or is said to be refused, by the role of now.
   */
  async keepUncounted(entries: readonly Uint8Array[]): Promise<SyncStoreFailure | null> {
    const { memory, sealing, store } = this.steps
    const { device } = sealing
    const head = acknowledgedHead(memory, device)
    const lasts = entries.flatMap((bytes) => {
      const parsed = parseEntry(bytes)
      const body = parsed.ok ? parsed.value.body : null
      return body?.type === 'role' && body.device === device && body.last! < head.dseq ? [body.last!] : []
    })
    const step = this.steps.begin()
    for (let dseq = Math.min(...lasts) + 1; dseq <= head.dseq; dseq += 1) {
      const kept = await store.readKept(device, dseq)
      if (!kept || (await sealing.open(kept.bytes)).ok) continue
      const opened = await sealing.open(kept.bytes, true)
      if (opened.ok) step.resend.push(...opened.value.operations)
    }
    return this.steps.commit(step)
  }

  /** This device's chain goes on after a batch of it that only the relay has, and what is unsent is numbered anew. */
  follow(head: ChainHead): Promise<SyncStoreFailure | null> {
    return this.steps.unseal(this.steps.begin(), head)
  }

  /** Sends again what a device's batches say from `first` on. Gives the head of its chain before them. */
  async orphan(step: Step, device: string, first: number): Promise<ChainHead | null> {
    const last = this.steps.chainOf(step, device).dseq
    let head: ChainHead | null = null
    for (let dseq = first; dseq <= last; dseq += 1) {
      const orphan = await this.steps.keptOr(step, device, dseq)
      if (!orphan) continue
      const parsed = parseBatch(orphan.bytes)
      if (dseq === first && parsed.ok) head = { dseq: first - 1, hash: parsed.value.previous }
      // What was taken in stands in the records, though its device was shut out since: others must have it too.
      const wasTaken = !this.steps.memory.aside.has(asideKey(device, dseq))
      const opened = await this.steps.sealing.open(orphan.bytes, wasTaken)
      if (opened.ok) step.resend.push(...opened.value.operations)
    }
    this.steps.setAside.orphan(step, device, first)
    return head
  }

  /** Of a branch that gave way: as with what was read of it, what it says is sent again as our own. */
  async retry(each: Aside): Promise<SyncStoreFailure | 'waits' | null> {
    const opened = await this.steps.sealing.open(each.bytes)
    if (!opened.ok && isHopeful(opened.error.reason)) return 'waits'
    const step = this.steps.begin()
    if (opened.ok) {
      step.resend.push(...opened.value.operations)
      step.settled.push(asideKey(each.device, each.dseq))
    } else this.steps.setAside.drop(step, { ...each, reason: opened.error.reason })
    return this.steps.commit(step)
  }
}
