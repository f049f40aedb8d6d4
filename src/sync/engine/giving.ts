import { noPrevious } from '../../log/batch.ts'
import { maxFrameBytes } from '../../log/protocol.ts'
import type { RefusalCode } from '../face.ts'
import { acknowledgedHead } from '../engineMemory.ts'
import type { EngineContext, Giving } from './context.ts'
import type { Link } from './link.ts'

const giveBytes = 512 * 1024

/** Gives a relay what it lost (SPEC 6.5), then goes live. */
export class BatchGiving implements Giving {
  private readonly engine: EngineContext
  /** By device, the head of another branch that a gift met last. */
  private readonly forkedAt = new Map<string, string>()

  constructor(engine: EngineContext) {
    this.engine = engine
  }

  /** A relay that lost batches is given them, whoever made them (SPEC 6.5). */
  async give(link: Link): Promise<void> {
    const memory = this.engine.memory
    const { device: me } = this.engine.options.sealing
    const batches: Uint8Array[] = []
    let size = 0
    let missing = false
    link.giving = []
    for (const [device, head] of memory.chains) {
      const stands = link.heads.get(device)?.dseq ?? 0
      const last = device === me ? acknowledgedHead(memory, me).dseq : head.dseq
      for (let dseq = stands + 1; dseq <= last && size < giveBytes; dseq += 1) {
        const kept = await this.engine.options.store.readKept(device, dseq)
        if (!kept) missing = true
        if (!kept || kept.bytes.length > maxFrameBytes - size - 64) break
        batches.push(kept.bytes)
        link.giving.push({ device, dseq, hash: kept.hash })
        size += kept.bytes.length + 4
      }
    }
    if (batches.length > 0) return this.engine.say({ type: 'give', batches }, 'give')
    link.giveLater = false
    link.mayPush = true
    await this.goLive(link)
    // Batches that a snapshot had made superfluous are lost with it: what is here makes another.
    if (missing) this.engine.options.onSnapshotNeeded?.()
  }

  async gaveBatches(link: Link, taken: [string, number, number][]): Promise<void> {
    for (const [device, dseq, seq] of taken) {
      const given = link.giving.find((each) => each.device === device && each.dseq === dseq)
      if (!given) continue
      link.giving = link.giving.filter((each) => each !== given)
      link.heads.set(device, { dseq, hash: given.hash, seenAt: 0 })
      link.heardHead = Math.max(link.heardHead, seq)
      if (seq > this.engine.memory.relay!.cursor) link.own.set(seq, { hash: given.hash })
    }
    const failure = await this.engine.intake.pass(link.own, [])
    if (failure) return this.engine.storeFailed(failure)
    await this.engine.reading.takeStash(link)
    if (this.engine.link === link && link.step === 'giving' && link.giving.length === 0) {
      link.awaited.delete('give')
      await this.give(link)
    }
  }

  async giftRefused(link: Link, device: string, dseq: number, code: RefusalCode, waitMs: number): Promise<void> {
    if (!link.giving.some((each) => each.device === device && each.dseq === dseq)) return
    // What was given behind it is refused with it, and answered by this alone.
    link.giving = link.giving.filter((each) => each.device !== device)
    link.awaited.delete('give')
    if (code === 'quota' || code === 'full' || code === 'tooFast' || code === 'tooLarge') {
      link.giveLater = true
      this.engine.pushing.refusedFor(code, waitMs)
      return this.goLive(link)
    }
    const { sealing } = this.engine.options
    const stands = link.heads.get(device)
    if (code === 'fork' && device === sealing.device && stands && !sealing.membership().read) {
      // A copy of this device went another way there, and who reads no log cannot take that in: ours goes on behind it.
      const failure = await this.engine.intake.givingWay.follow({ dseq: stands.dseq, hash: stands.hash || noPrevious })
      return failure ? this.engine.storeFailed(failure) : this.give(link)
    }
    if (code === 'fork' && stands && this.forkedAt.get(device) === stands.hash) {
      // All was read and the other branch is not in it: a snapshot stands for it.
      this.forkedAt.delete(device)
      const failure = await this.engine.intake.givingWay.giveWay(device, {
        dseq: stands.dseq,
        hash: stands.hash || noPrevious,
      })
      return failure ? this.engine.storeFailed(failure) : this.give(link)
    }
    if (code === 'fork' && stands) this.forkedAt.set(device, stands.hash)
    // Another gave them meanwhile, or another branch of them: what the relay has now is looked at first.
    if (code === 'gap' || code === 'fork') return this.engine.reconnect()
    const failure = await this.engine.intake.givingWay.disown(device, dseq)
    if (failure) return this.engine.storeFailed(failure)
    await this.give(link)
  }

  private async goLive(link: Link): Promise<void> {
    link.step = 'live'
    this.engine.arrived()
    if (this.engine.telling.state.phase !== 'revoked')
      this.engine.telling.tell({ phase: this.engine.telling.state.refusal ? 'refused' : this.engine.telling.liveOr() })
    await this.engine.telling.after(await this.engine.intake.retryAside())
    await this.engine.submissions.send()
    await this.engine.pushing.push(link)
    await this.engine.telling.equal(link)
  }
}
