import { noPrevious } from '../../log/batch.ts'
import { maxFrameBytes } from '../../log/protocol.ts'
import type { RefusalCode } from '../face.ts'
import { acknowledgedHead } from '../engineMemory.ts'
import type { SealedBatch } from '../ports.ts'
import { type EngineContext, pauseMs, type Pushing } from './context.ts'
import type { Link } from './link.ts'

const packLimit = { operations: 500, bytes: 64 * 1024 }

/** Seals what waits in the outbox and brings it to the relay; rests when it is refused. */
export class BatchPushing implements Pushing {
  private readonly engine: EngineContext
  private callOffPack: (() => void) | null = null
  private callOffPause: (() => void) | null = null
  private pausedUntil = 0

  constructor(engine: EngineContext) {
    this.engine = engine
  }

  /** The connection ended: what was to be packed for it is packed for the next. */
  unlinked(): void {
    this.callOffPack?.()
    this.callOffPack = null
  }

  /** Nothing more is packed. */
  stop(): void {
    this.unlinked()
    this.callOffPause?.()
  }

  /** Tries at once, whatever the relay asked to wait for. */
  resume(): void {
    this.pausedUntil = 0
    this.pack(0)
  }

  pack(afterMs: number): void {
    if (this.callOffPack && afterMs > 0) return
    this.callOffPack?.()
    this.callOffPack = this.engine.options.surroundings.later(() => {
      this.callOffPack = null
      this.engine.queue(async () => {
        const { link } = this.engine
        if (link && link.forks > 2) return this.engine.reconnect()
        if (link?.giveLater && link.step === 'live') await this.engine.giving.give(link)
        else if (link) await this.push(link)
      })
    }, afterMs)
  }

  /** Sends what is sealed, then seals what waits, as far as the window is open. */
  async push(link: Link): Promise<void> {
    const memory = this.engine.memory
    const { surroundings } = this.engine.options
    if (!this.engine.options.sealing.membership().write) {
      // What was written under a right that is gone stays here, and is said.
      if (this.engine.telling.state.toSend > 0 && !this.engine.telling.state.refusal) this.refusedFor('forbidden', 0)
      return
    }
    // An entry that this version cannot read may have shut someone out: nothing is sealed under a key of before.
    if (this.engine.options.sealing.membership().isBehind) return
    if (!link.mayPush || surroundings.now() < this.pausedUntil) return
    if (link.step !== 'reading' && link.step !== 'live') return
    const { window } = link.welcome!.limits
    let frame: Uint8Array[] = []
    let size = 0
    const flush = () => {
      if (frame.length > 0) this.engine.say({ type: 'push', batches: frame }, 'push')
      frame = []
      size = 0
    }
    const inFlight = () => memory.unsent.filter(({ dseq }) => dseq <= link.sentTo).length
    while (inFlight() < window) {
      const next = memory.unsent.find(({ dseq }) => dseq > link.sentTo) ?? (await this.sealNext(link))
      if (!next || this.engine.link !== link) break
      if (size + next.bytes.length > maxFrameBytes - 4096) flush()
      frame.push(next.bytes)
      size += next.bytes.length + 4
      link.sentTo = next.dseq
      if (size >= packLimit.bytes) flush()
    }
    if (this.engine.link === link) flush()
  }

  private async sealNext(link: Link): Promise<SealedBatch | null> {
    const { store, sealing } = this.engine.options
    const memory = this.engine.memory
    let limit = packLimit
    for (;;) {
      const slice = await store.readOutbox(limit)
      if (!slice || (slice.operations.length === 0 && !slice.more)) return null
      const head = memory.chains.get(sealing.device) ?? { dseq: 0, hash: noPrevious }
      const sealed = await sealing.seal({
        dseq: head.dseq + 1,
        previous: head.hash,
        operations: slice.operations,
        vector: slice.vector,
      })
      if (!sealed.ok) {
        if (sealed.error.type === 'NotAllowed') this.refusedFor('forbidden', 0)
        return null
      }
      if (sealed.value.bytes.length > link.welcome!.limits.batchBytes) {
        if (slice.operations.length === 1) {
          this.refusedFor('tooLarge', 0)
          return null
        }
        limit = { operations: Math.ceil(slice.operations.length / 2), bytes: limit.bytes }
        continue
      }
      const kept = await store.keepSealed(sealed.value, slice.cursor)
      if (!kept.ok) {
        this.engine.storeFailed(kept.error)
        return null
      }
      this.engine.intake.sealed()
      memory.unsent.push(sealed.value)
      memory.chains.set(sealing.device, { dseq: sealed.value.dseq, hash: sealed.value.hash })
      return sealed.value
    }
  }

  async acknowledged(link: Link, taken: [number, number][]): Promise<void> {
    const memory = this.engine.memory
    const { device } = this.engine.options.sealing
    const { read } = this.engine.options.sealing.membership()
    let last = 0
    for (const [dseq, seq] of taken) {
      const batch = memory.unsent.find((each) => each.dseq === dseq)
      if (!batch) continue
      last = Math.max(last, dseq)
      link.heads.set(device, { dseq, hash: batch.hash, seenAt: 0 })
      // Who reads no log has no place in it.
      if (!read) continue
      link.heardHead = Math.max(link.heardHead, seq)
      if (seq > memory.relay!.cursor) link.own.set(seq, { hash: batch.hash })
    }
    // A relay takes no batch before those that come before it: where an acknowledgement was lost, the next says both.
    const dseqs = memory.unsent.filter(({ dseq }) => dseq <= last).map(({ dseq }) => dseq)
    if (dseqs.length === 0) return
    const failure = await this.engine.intake.pass(link.own, dseqs)
    if (failure) return this.engine.storeFailed(failure)
    await this.engine.reading.takeStash(link)
    if (this.engine.link === link) await this.wentOut(link)
  }

  /** Some of what we pushed is on the relay's disk. */
  async wentOut(link: Link): Promise<void> {
    const memory = this.engine.memory
    link.awaited.delete('push')
    if (memory.unsent.some(({ dseq }) => dseq <= link.sentTo)) {
      link.awaited.set('push', this.engine.options.surroundings.now())
    }
    if (this.engine.telling.state.refusal)
      this.engine.telling.tell({
        refusal: null,
        phase: link.step === 'live' ? this.engine.telling.liveOr() : this.engine.telling.state.phase,
      })
    if (memory.relay!.cursor < link.heardHead && !link.awaited.has('pull')) this.engine.reading.readGapLater(link)
    await this.push(link)
    await this.engine.telling.equal(link)
  }

  async batchRefused(link: Link, dseq: number, code: RefusalCode, waitMs: number, awaited?: number): Promise<void> {
    const memory = this.engine.memory
    const { device } = this.engine.options.sealing
    if (!memory.unsent.some((each) => each.dseq === dseq)) return
    link.awaited.delete('push')
    link.sentTo = Math.min(link.sentTo, dseq - 1)
    if (code === 'gap') {
      // What comes before was refused for a reason of its own, is on its way, or was lost by the relay.
      if (awaited !== undefined && awaited <= acknowledgedHead(memory, device).dseq) return this.engine.reconnect()
      link.sentTo = Math.min(link.sentTo, (awaited ?? dseq) - 1)
      return this.pause(pauseMs.tooFast)
    }
    if (code === 'fork') {
      // Refused one by one: those under way share one reason.
      if (!link.mayPush) return
      if (!this.engine.options.sealing.membership().read) return this.engine.reconnect()
      link.mayPush = false
      link.forks += 1
      // A copy of this device came first: it is in the log, and read like any other; then, if it was not, from the start.
      if (link.forks > 3) return this.refusedFor('fork', 0)
      if (link.forks > 2) return this.goOnBehindRelay(link)
      if (link.forks === 2) return this.engine.reading.readAgain(link)
      link.step = 'reading'
      return this.engine.reading.pull(link, memory.relay!.cursor)
    }
    this.refusedFor(code, waitMs)
  }

  /**
   * What the relay has under our name is not in its log: only a snapshot holds it, made before this device and the relay were
   * both restored. It is taken in, and ours goes on behind it.
   */
  private async goOnBehindRelay(link: Link): Promise<void> {
    const { memory, intake, options, welcoming } = this.engine
    const { device } = options.sealing
    if (link.welcome!.snapshot && !(await welcoming.adopt(link))) return
    const { dseq = 0, hash = '' } = link.heads.get(device) ?? {}
    const known = acknowledgedHead(memory, device)
    if (known.dseq !== dseq || known.hash !== (hash || noPrevious)) {
      const head = { dseq, hash: hash || noPrevious }
      const { givingWay } = intake
      const failure = dseq > known.dseq ? await givingWay.follow(head) : await givingWay.giveWay(device, head)
      if (failure) return this.engine.storeFailed(failure)
    }
    this.engine.reconnect()
  }

  refusedFor(code: RefusalCode, waitMs: number): void {
    const now = this.engine.options.surroundings.now()
    const pause = waitMs || (code === 'quota' ? pauseMs.quota : code === 'tooFast' ? pauseMs.tooFast : pauseMs.other)
    this.engine.telling.tell({
      refusal: { code, at: now, retryAt: now + pause },
      phase: code === 'revoked' ? 'revoked' : 'refused',
    })
    this.pause(pause)
  }

  /** Nothing is pushed for a while; reading goes on. */
  private pause(delayMs: number): void {
    const { surroundings } = this.engine.options
    this.pausedUntil = surroundings.now() + delayMs
    this.callOffPause?.()
    this.callOffPause = surroundings.later(() => {
      this.pausedUntil = 0
      this.pack(0)
    }, delayMs)
  }
}
