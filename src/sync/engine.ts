import type { Result } from '../kit/result.ts'
import { type ClientFrame, decodeFrame, encodeFrame, protocolVersion, type RelayFrame } from '../log/protocol.ts'
import { type EngineContext, pauseMs, retryFirstMs } from './engine/context.ts'
import { BatchGiving } from './engine/giving.ts'
import { type Link, newLink } from './engine/link.ts'
import type { EngineOptions } from './engine/options.ts'
import { MembershipParting } from './engine/parting.ts'
import { BatchPushing } from './engine/pushing.ts'
import { LogReading } from './engine/reading.ts'
import { EntrySubmissions, type SubmitFailure } from './engine/submissions.ts'
import { StatusTelling } from './engine/telling.ts'
import { RelayWelcoming } from './engine/welcoming.ts'
import type { Parting, SyncStatus } from './face.ts'
import { acknowledgedHead, type EngineMemory, readEngineMemory } from './engineMemory.ts'
import { Intake } from './intake.ts'
import { IntakeSteps } from './intakeSteps.ts'
import type { Aside, ChainHead, SyncStoreFailure } from './ports.ts'

/** A batch closes this long after its first operation while the relay listens (SPEC 4.6). */
const packAfterMs = 300
const retryLongestMs = 60_000
/** A relay that says nothing this long, asked or not, is gone. */
const silenceMs = 30_000
const pingAfterMs = 20_000

/**
 * Keeps one replica equal to a relay's log. Does nothing by itself before `start`. Here: when to connect, and who is
 * told of which frame; what is then done lies in src/sync/engine.
 */
export class Engine implements EngineContext {
  readonly options: EngineOptions
  readonly telling: StatusTelling
  readonly welcoming: RelayWelcoming
  readonly reading: LogReading
  readonly giving: BatchGiving
  readonly pushing: BatchPushing
  readonly submissions: EntrySubmissions
  readonly parting: MembershipParting
  link: Link | null = null
  private started: { memory: EngineMemory; intake: Intake } | null = null
  private generation = 0
  private running = false
  private tail: Promise<void> = Promise.resolve()
  private attempts = 0
  private callOffRetry: (() => void) | null = null
  private callOffTick: (() => void) | null = null

  constructor(options: EngineOptions) {
    this.options = options
    this.telling = new StatusTelling(this)
    this.welcoming = new RelayWelcoming(this)
    this.reading = new LogReading(this)
    this.giving = new BatchGiving(this)
    this.pushing = new BatchPushing(this)
    this.submissions = new EntrySubmissions(this)
    this.parting = new MembershipParting(this)
  }

  get memory(): EngineMemory {
    return this.started!.memory
  }

  get intake(): Intake {
    return this.started!.intake
  }

  status(): SyncStatus {
    return this.telling.state
  }

  /** All the relay has was read, and what comes is heard at once. */
  isLive(): boolean {
    return this.link?.step === 'live'
  }

  /** The token for the relay's other doors (snapshots, blobs), while there is one. */
  token(): string | null {
    const { link } = this
    return link && this.options.surroundings.now() < link.tokenUntil ? link.welcome!.token : null
  }

  /** Where the relay's log ends, as far as this device heard. */
  head(): number {
    return this.link?.heardHead ?? 0
  }

  /**
   * Per device the last batch whose operations are in this device's records; null while one of them is set aside that may
   * yet be opened, or more is there than this version reads, so that no snapshot claims to hold it.
   */
  covered(): Record<string, [dseq: number, hash: string]> | null {
    if (!this.started) return null
    const { memory } = this.started
    const { device } = this.options.sealing
    // What no one can read blocks nothing: one such batch would keep all snapshots from being made, for ever.
    const isWaiting = ({ reason, device: of, dseq, tally }: Aside) =>
      !tally && (reason === 'sealed' || reason === 'newer') && dseq <= (memory.chains.get(of)?.dseq ?? 0)
    if (this.options.sealing.membership().isBehind || [...memory.aside.values()].some(isWaiting)) return null
    // The relay tells of more than came.
    for (const [id, { dseq }] of this.link?.heads ?? [])
      if (id !== device && dseq > (memory.chains.get(id)?.dseq ?? 0)) return null
    const heads = new Map(memory.chains).set(device, acknowledgedHead(memory, device))
    return Object.fromEntries(
      [...heads].filter(([, { dseq }]) => dseq > 0).map(([id, { dseq, hash }]) => [id, [dseq, hash]]),
    )
  }

  start(): void {
    if (this.running) return
    this.running = true
    this.telling.tell({ phase: 'connecting' })
    this.queue(async () => {
      const { store, sealing, onRecords } = this.options
      const memory = await readEngineMemory(store)
      this.started = { memory, intake: new Intake(new IntakeSteps(store, sealing, memory, onRecords)) }
      await this.telling.countUnsent()
      if (this.memory.relay) await this.telling.after(await this.intake.retryAside())
      this.connect()
    })
  }

  /** Ends at once what can end; resolves when the store is no longer used. */
  async stop(): Promise<void> {
    this.running = false
    this.endLink()
    this.callOffRetry?.()
    this.callOffTick?.()
    this.pushing.stop()
    this.submissions.stop()
    this.parting.stop()
    await this.tail
    this.telling.tell({ phase: 'off' })
  }

  /** The network may be back, or someone looks at the screen: tries now what would be tried later. */
  wake(): void {
    if (!this.running) return
    this.attempts = 0
    if (!this.link && this.started) {
      this.callOffRetry?.()
      this.queue(async () => this.connect())
    } else if (this.link?.step === 'live') {
      this.say({ type: 'ping' }, 'ping')
      this.pushing.resume()
    }
  }

  /** Leaves the relay and comes again: for a fresh token, or when it was given what it lacked. */
  renew(): void {
    if (this.running && this.link) this.reconnect()
  }

  /** The journal grew. */
  changed(): void {
    if (!this.running) return
    this.queue(() => this.telling.countUnsent())
    if (this.link?.mayPush) this.pushing.pack(packAfterMs)
  }

  /** See `EntrySubmissions.submit`. */
  submit<F extends { type: string }>(
    make: (chains: ReadonlyMap<string, ChainHead>) => Promise<Result<Uint8Array, F>>,
    withinMs?: number,
  ): Promise<Result<null, F | SubmitFailure>> {
    return this.submissions.submit(make, withinMs)
  }

  /** See `MembershipParting.decide`. */
  reconcile(heads: Parting['heads'], withinMs?: number): ReturnType<MembershipParting['decide']> {
    return this.parting.decide(heads, withinMs)
  }

  /** One thing at a time: what a frame asks is done before the next is looked at. */
  queue(task: () => Promise<void>): void {
    this.tail = this.tail
      .then(() => (this.running ? task() : undefined))
      .catch((cause: unknown) => {
        this.running = false
        this.endLink()
        this.options.onFailure?.(cause)
      })
  }

  // --- The connection -------------------------------------------------------------------------------------------

  private connect(): void {
    if (!this.running || this.link) return
    this.callOffRetry = null
    this.generation += 1
    const { generation } = this
    const mine = () => this.running && this.generation === generation
    const now = this.options.surroundings.now()
    const { isBehind } = this.options.sealing.membership()
    if (this.telling.state.phase !== 'revoked' && !isBehind)
      this.telling.tell({ phase: this.attempts > 2 ? 'offline' : 'connecting' })
    const connection = this.options.transport.connect({
      onOpen: () => {
        if (mine()) this.queue(async () => this.greet())
      },
      onFrame: (bytes) => {
        if (mine()) this.hear(bytes)
      },
      onEnd: () => {
        if (!mine()) return
        this.endLink()
        this.queue(async () => this.retry())
      },
    })
    this.link = newLink(connection, now)
    this.tick()
  }

  private endLink(): void {
    const { link } = this
    this.link = null
    this.generation += 1
    this.callOffTick?.()
    this.pushing.unlinked()
    link?.connection.close()
    this.telling.tell({ transport: null, toFetch: null })
  }

  /** Tries again later: twice as late each time, and not all devices at the same moment. */
  private retry(atLeastMs = 0): void {
    if (!this.running || this.link || this.callOffRetry) return
    const { surroundings } = this.options
    const longest = Math.min(retryLongestMs, retryFirstMs * 2 ** Math.min(this.attempts, 10))
    const chance = surroundings.random(new Uint8Array(1))[0]! / 255
    this.attempts += 1
    if (this.telling.state.phase === 'connecting' || this.telling.state.phase === 'live')
      this.telling.tell({ phase: 'offline' })
    this.callOffRetry = surroundings.later(
      () => {
        this.callOffRetry = null
        this.queue(async () => this.connect())
      },
      Math.max(atLeastMs, longest * (0.5 + chance / 2)),
    )
  }

  /** Leaves this connection and tries again. */
  reconnect(atLeastMs = 0): void {
    this.endLink()
    this.retry(atLeastMs)
  }

  private tick(): void {
    const { surroundings } = this.options
    this.callOffTick = surroundings.later(() => {
      const { link } = this
      if (!link) return
      const now = surroundings.now()
      const oldest = Math.min(...link.awaited.values())
      // A clock that jumped back would make us wait for as long as it jumped.
      if (now < link.heardAt) link.heardAt = now
      for (const [what, since] of link.awaited) if (since > now) link.awaited.set(what, now)
      if (now - oldest > silenceMs) return this.reconnect()
      if (now - link.heardAt > pingAfterMs && link.welcome) this.say({ type: 'ping' }, 'ping')
      this.tick()
    }, pingAfterMs / 2)
  }

  say(frame: ClientFrame, awaiting?: string): void {
    const { link } = this
    if (!link) return
    if (awaiting && !link.awaited.has(awaiting)) link.awaited.set(awaiting, this.options.surroundings.now())
    link.connection.send(encodeFrame(frame))
  }

  private greet(): void {
    const { link } = this
    if (!link) return
    link.awaited.delete('open')
    this.telling.tell({ transport: link.connection.kind ?? null })
    const { space, device } = this.options.sealing
    const relay = this.memory.relay
    this.say(
      {
        type: 'hello',
        versions: [protocolVersion],
        space,
        device,
        relay: relay && { logId: relay.logId, cursor: relay.cursor },
      },
      'hello',
    )
  }

  private hear(bytes: Uint8Array): void {
    const link = this.link!
    link.heardAt = this.options.surroundings.now()
    const read = decodeFrame(bytes)
    if (!read.ok) {
      // A frame of a later version is passed over; a broken one leaves no trust in what follows.
      if (read.error.type === 'MalformedFrame') {
        this.endLink()
        this.queue(async () => this.retry())
      }
      return
    }
    const frame = read.value as RelayFrame
    if (frame.type === 'batches') this.reading.readAhead(link, frame)
    // Heard whatever is being done: a snapshot may take minutes to be taken in, and the relay is there meanwhile.
    if (frame.type === 'pong') link.awaited.delete('ping')
    this.queue(async () => {
      if (this.link === link) await this.answer(link, frame)
      if (frame.type === 'batches') this.intake.ahead.forget(frame.batches)
    })
  }

  private async answer(link: Link, frame: RelayFrame): Promise<void> {
    switch (frame.type) {
      case 'challenge':
        link.awaited.delete('hello')
        return this.say(
          { type: 'proof', nonce: frame.nonce, signature: await this.options.sealing.prove(frame.nonce) },
          'proof',
        )
      case 'welcome':
        return this.welcoming.welcomed(link, frame)
      case 'entries':
        return this.welcoming.entriesCame(link, frame)
      case 'batches':
        return this.reading.batchesCame(link, frame)
      case 'ack':
        return this.pushing.acknowledged(link, frame.taken)
      case 'given':
        return this.giving.gaveBatches(link, frame.taken)
      case 'refused':
        return this.refused(link, frame)
      case 'snapshot':
        return this.options.onSnapshot?.(frame)
      case 'notice':
        return this.telling.tell({ notice: { text: frame.text, ...(frame.until ? { until: frame.until } : {}) } })
      case 'pong':
        return
      default:
        // A relay that speaks a device's frames is none.
        return this.reconnect()
    }
  }

  private async refused(link: Link, frame: Extract<RelayFrame, { type: 'refused' }>): Promise<void> {
    const { code } = frame
    const waitMs = frame.retryAfterS === undefined ? 0 : frame.retryAfterS * 1000
    if (frame.entry !== undefined && (await this.parting.entryRefused(link, frame.entry, code, waitMs))) return
    if (frame.entry !== undefined) return this.submissions.entryRefused(link, frame.entry, code)
    if (frame.device !== undefined && frame.dseq !== undefined)
      return this.giving.giftRefused(link, frame.device, frame.dseq, code, waitMs)
    if (frame.dseq !== undefined) return this.pushing.batchRefused(link, frame.dseq, code, waitMs, frame.awaited)
    return this.welcoming.turnedAway(link, code, waitMs, frame.awaited)
  }

  arrived(): void {
    this.attempts = 0
  }

  storeFailed(failure: SyncStoreFailure): void {
    if (failure.type === 'DiskFull') this.telling.alert({ type: 'diskFull' })
    if (failure.type === 'StoreClosed') this.running = false
    this.reconnect(pauseMs.other)
  }
}
