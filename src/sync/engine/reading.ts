import { noPrevious, parseBatch } from '../../log/batch.ts'
import type { LoggedBatch, OwnMark, RelayFrame } from '../../log/protocol.ts'
import { acknowledgedHead } from '../engineMemory.ts'
import { type EngineContext, type Reading, retryFirstMs } from './context.ts'
import type { Link } from './link.ts'

/** The log is read again for what is missing at most this often. */
const auditEveryMs = 600_000
/** Live batches waiting for one of ours that is under way. */
const mostStashed = 1000

/** Reads the log: page by page while behind, then what comes. */
export class LogReading implements Reading {
  private readonly engine: EngineContext
  private auditedAt = Number.NEGATIVE_INFINITY
  /** What was known then. */
  private auditedWith = { entries: 0, aside: 0 }

  constructor(engine: EngineContext) {
    this.engine = engine
  }

  /** The next page is on its way, and opened when it is there, while this one is taken in. */
  readAhead(link: Link, frame: Extract<RelayFrame, { type: 'batches' }>): void {
    const first = frame.batches[0]
    const last = frame.batches.at(-1)
    if (link.step === 'reading' || link.step === 'live') this.engine.intake.ahead.add(frame.batches)
    const answers = link.awaited.has('pull') && (!first || first.seq === link.pulledAfter + 1)
    if (!answers) return
    link.awaited.delete('pull')
    if (frame.more && last && link.step !== 'outdated') this.pull(link, last.seq)
  }

  pull(link: Link, after: number): void {
    link.pulledAfter = after
    link.awaited.delete('pull')
    const own = link.ownBytes ? 0 : acknowledgedHead(this.engine.memory, this.engine.options.sealing.device).dseq
    this.engine.say({ type: 'pull', after, own }, 'pull')
  }

  async batchesCame(link: Link, frame: Extract<RelayFrame, { type: 'batches' }>): Promise<void> {
    if (link.step !== 'reading' && link.step !== 'giving' && link.step !== 'live') return
    link.heardHead = Math.max(link.heardHead, frame.head, frame.batches.at(-1)?.seq ?? 0)
    const cursor = this.engine.memory.relay!.cursor
    const first = frame.batches[0]
    if (first && first.seq > cursor + 1 && !link.own.has(cursor + 1)) {
      // A live batch ahead of what we read, or of one of ours whose acknowledgement is on its way.
      for (const item of frame.batches) {
        if ('bytes' in item && link.stash.size < mostStashed) link.stash.set(item.seq, item)
      }
      if (!link.awaited.has('pull')) this.readGapLater(link)
      return
    }
    const unsent = this.engine.memory.unsent.length
    await this.takeIn(link, frame.batches)
    if (this.engine.link !== link) return
    // A batch of ours among the others is acknowledged by being there.
    if (this.engine.memory.unsent.length < unsent) await this.engine.pushing.wentOut(link)
    if (this.engine.link !== link) return
    if (!link.awaited.has('pull') && !frame.more) await this.atEnd(link)
  }

  /** Asks for what is missing, once and a little later: what is on its way need not be asked for. */
  readGapLater(link: Link): void {
    if (link.gapAwaited || !this.engine.options.sealing.membership().read) return
    link.gapAwaited = true
    this.engine.options.surroundings.later(
      () =>
        this.engine.queue(async () => {
          link.gapAwaited = false
          if (this.engine.link !== link || link.awaited.has('pull')) return
          if (this.engine.memory.relay!.cursor >= link.heardHead) return
          link.gaps += 1
          // What a relay told of and does not give, again and again, it does not have.
          if (link.gaps > 3) this.engine.reconnect(retryFirstMs)
          else this.pull(link, this.engine.memory.relay!.cursor)
        }),
      this.engine.memory.unsent.length > 0 ? 2000 : 0,
    )
  }

  private async takeIn(link: Link, items: readonly (LoggedBatch | OwnMark)[]): Promise<void> {
    const { sealing } = this.engine.options
    const entriesKnown =
      !sealing.membership().isBehind && link.entriesAwaitedFor > 0 && link.entriesAwaitedFor === (items[0]?.seq ?? 0)
    const before = this.engine.memory.relay!.cursor
    const outcome = await this.engine.intake.take(items, link.own, entriesKnown)
    await this.engine.telling.after(outcome)
    if (this.engine.link !== link) return
    for (const item of items) if (item.seq > link.welcome!.head) await this.noteHead(link, item)
    const { stop } = outcome
    const { cursor } = this.engine.memory.relay!
    if (cursor > before) link.gaps = 0
    if (!stop) return this.takeStash(link)
    if (stop.type === 'NeedEntries' && sealing.membership().isBehind) {
      // The log is there after the update too: it is read on from here then.
      link.step = 'outdated'
      this.engine.telling.tell({ phase: 'updateNeeded', toFetch: null })
    } else if (stop.type === 'NeedEntries') {
      // Asked once for this place: a relay that promises entries it has not does not hold us up.
      link.entriesAwaitedFor = cursor + 1
      link.step = 'entries'
      this.engine.say({ type: 'pullEntries', after: sealing.membership().entries }, 'entries')
    } else if (stop.type === 'NeedOwnBytes') {
      link.ownBytes = true
      link.mayPush = false
      this.pull(link, cursor)
    } else if (stop.type === 'Gap') {
      link.gaps += 1
      // What a relay leaves out of its own numbering again and again, it does not have.
      if (link.gaps > 3) this.engine.reconnect(retryFirstMs)
      else this.pull(link, cursor)
    }
  }

  async takeStash(link: Link): Promise<void> {
    if (link.stash.size === 0) return
    const { cursor } = this.engine.memory.relay!
    const items = [...link.stash.values()].filter(({ seq }) => seq > cursor).sort((a, b) => a.seq - b.seq)
    if (items[0] && items[0].seq !== cursor + 1 && !link.own.has(cursor + 1)) return
    link.stash.clear()
    if (items.length > 0) await this.takeIn(link, items)
  }

  /** The relay's log ends later by now: where it has the chain of the item's device, not where this device has it. */
  private async noteHead(link: Link, item: LoggedBatch | OwnMark): Promise<void> {
    const { sealing } = this.engine.options
    const parsed = 'bytes' in item ? parseBatch(item.bytes) : null
    if (parsed && !parsed.ok) return
    const { device, dseq } = parsed ? parsed.value : { device: sealing.device, dseq: (item as OwnMark).dseq }
    // What was not taken in may be nobody's.
    if (dseq > (this.engine.memory.chains.get(device)?.dseq ?? 0)) return
    const hash = 'bytes' in item ? await sealing.hashOf(item.bytes) : item.hash
    if (dseq >= (link.heads.get(device)?.dseq ?? 0)) link.heads.set(device, { dseq, hash, seenAt: 0 })
    if (device !== sealing.device) this.engine.options.onHeard?.(device)
  }

  /** All the relay said it has was read. */
  private async atEnd(link: Link): Promise<void> {
    if (link.step !== 'reading') {
      if (this.engine.memory.relay!.cursor < link.heardHead) this.readGapLater(link)
      // There was no place for all that may be read by now.
      else if (this.hasPlaceAgain() && this.mayAudit(link)) await this.audit(link)
      else await this.engine.telling.equal(link)
      return
    }
    const failure = await this.engine.intake.pass(link.own, [])
    if (failure) return this.engine.storeFailed(failure)
    if (this.engine.memory.relay!.cursor < link.heardHead) {
      link.gaps += 1
      if (link.gaps > 3) return this.engine.reconnect(retryFirstMs)
      return this.pull(link, this.engine.memory.relay!.cursor)
    }
    await this.caughtUp(link)
  }

  async caughtUp(link: Link): Promise<void> {
    this.engine.telling.tell({ toFetch: null })
    if (this.mayAudit(link)) return this.audit(link)
    link.step = 'giving'
    await this.engine.giving.give(link)
  }

  /** What was not kept for want of place may be read by now: a key came, or what was before it in the queue went. */
  private hasPlaceAgain(): boolean {
    const { setAside } = this.engine.intake
    const { entries } = this.engine.options.sealing.membership()
    return setAside.hasMissed() && (entries > this.auditedWith.entries || setAside.size() < this.auditedWith.aside)
  }

  /** Something is missing or damaged: the whole log is read once more, since the relay may have it by now. */
  private mayAudit(link: Link): boolean {
    const wasAudited = link.audited && !this.hasPlaceAgain()
    if (wasAudited || !this.engine.options.sealing.membership().read) return false
    const { setAside } = this.engine.intake
    const isMissing = this.engine.intake.withheld().length > 0 || this.isBehindHeads(link)
    if (!isMissing && !setAside.hasDamaged() && !setAside.hasMissed()) return false
    const now = this.engine.options.surroundings.now()
    // After a clock that went back, the last time is no guide.
    if (now >= this.auditedAt && now - this.auditedAt < auditEveryMs) return false
    this.auditedAt = now
    return true
  }

  /** The relay knows of batches that did not come though all was read: a snapshot holds them, or they were left out. */
  private isBehindHeads({ heads }: Link): boolean {
    const { chains } = this.engine.memory
    return [...heads].some(([id, { dseq }]) => dseq > (chains.get(id)?.dseq ?? 0))
  }

  private async audit(link: Link): Promise<void> {
    const { entries } = this.engine.options.sealing.membership()
    link.audited = true
    this.auditedWith = { entries, aside: this.engine.intake.setAside.size() }
    if (link.welcome!.snapshot && !(await this.engine.welcoming.adopt(link))) return
    return this.readAgain(link)
  }

  async readAgain(link: Link): Promise<void> {
    const { welcome } = link
    const failure = await this.engine.intake.beginAgain()
    if (failure) return this.engine.storeFailed(failure)
    link.ownBytes = true
    if (welcome!.floor > 0)
      this.engine.memory.relay = { logId: welcome!.logId, cursor: welcome!.floor, chain: welcome!.floorChain }
    else this.engine.memory.relay = { logId: welcome!.logId, cursor: 0, chain: noPrevious }
    link.step = 'reading'
    this.pull(link, this.engine.memory.relay.cursor)
  }
}
