import { err, ok, type Result } from '../kit/result.ts'
import { noPrevious } from '../log/batch.ts'
import {
  decodeFrame,
  encodeFrame,
  maxFrameBytes,
  protocolVersion,
  type ClientFrame,
  type LoggedBatch,
  type OwnMark,
  type RelayFrame,
  type RelayHead,
  type SnapshotNews,
} from '../log/protocol.ts'
import type { RefusalCode, SyncAlert, SyncStatus } from './face.ts'
import { acknowledgedHead, Intake, readEngineMemory, type EngineMemory, type IntakeOutcome } from './intake.ts'
import type {
  ChainHead,
  Connection,
  MembershipView,
  RelayMemory,
  SealedBatch,
  Sealing,
  Surroundings,
  SyncStore,
  SyncStoreFailure,
  Transport,
} from './ports.ts'

/** A batch closes this long after its first operation while the relay listens (SPEC 4.6). */
const packAfterMs = 300
const packLimit = { operations: 500, bytes: 64 * 1024 }
const retryFirstMs = 1000
const retryLongestMs = 60_000
/** A relay that says nothing this long, asked or not, is gone. */
const silenceMs = 30_000
const pingAfterMs = 20_000
/** After a refusal without a time of its own. */
const pauseMs = { quota: 300_000, tooFast: 2000, other: 60_000 }
/** The log is read again for what is missing at most this often. */
const auditEveryMs = 600_000
/** Live batches waiting for one of ours that is under way. */
const mostStashed = 1000
const giveBytes = 512 * 1024
const tokenMarginMs = 120_000

/** Why an entry of the membership was not taken. */
export type SubmitFailure = { type: 'Refused'; code: RefusalCode } | { type: 'Unreachable' }

export interface EngineOptions {
  store: SyncStore
  sealing: Sealing
  transport: Transport
  surroundings: Surroundings
  /** For a relay that asks a code before it makes a space. */
  admission?: string
  /** What was known when the engine last ran. */
  known?: { alerts: SyncAlert[]; syncedAt: number }
  onStatus?(status: SyncStatus): void
  /** Something threw that should not have: a fault of ours or of the browser. The engine does nothing more. */
  onFailure?(cause: unknown): void
  /** Entries were taken: names, roles, keys changed. */
  onMembership?(view: MembershipView): void
  /** The relay told when its devices last came. */
  onHeads?(heads: Record<string, RelayHead>): void
  /** The relay told what the space takes there and may take, bytes. */
  onRoom?(room: { used: number; quota: number }): void
  onSnapshot?(news: SnapshotNews): void
  /** The relay lost batches that this device no longer keeps one by one. */
  onSnapshotNeeded?(): void
  /** The log begins behind the cursor: takes the snapshot in and says where to go on, or fails. */
  adopt?(news: SnapshotNews, welcome: Welcome): Promise<{ relay: RelayMemory } | null>
}

export type Welcome = Extract<RelayFrame, { type: 'welcome' }>

/** An entry on its way. */
interface Submission<F extends { type: string }> {
  make: (chains: ReadonlyMap<string, ChainHead>) => Promise<Result<Uint8Array, F>>
  bytes: Uint8Array | null
  number: number
  attempts: number
  resolve: (result: Result<null, F | SubmitFailure>) => void
}

/** One connection and what has been said on it. */
interface Link {
  connection: Connection
  welcome: Welcome | null
  heads: Map<string, RelayHead>
  /** What an answer is awaited for, since when. */
  awaited: Map<string, number>
  heardAt: number
  step: 'opening' | 'entries' | 'reading' | 'giving' | 'live'
  /** The relay holds our chain where we think it does: batches may be pushed. */
  mayPush: boolean
  sentTo: number
  /** Asked to `pull` after this seq. */
  pulledAfter: number
  startedAt: number
  heardHead: number
  stash: Map<number, LoggedBatch>
  own: Map<number, { hash: string }>
  ownBytes: boolean
  entriesAwaitedFor: number
  gaps: number
  gapAwaited: boolean
  forks: number
  created: boolean
  /** By this device's clock, with room for a request under way. */
  tokenUntil: number
  audited: boolean
  /** What could not be given now is given when pushing goes on. */
  giveLater: boolean
  giving: { device: string; dseq: number; hash: string }[]
}

/** Keeps one replica equal to a relay's log. Does nothing by itself before `start`. */
export class Engine {
  private readonly options: EngineOptions
  private memory: EngineMemory | null = null
  private intake: Intake | null = null
  private link: Link | null = null
  private generation = 0
  private running = false
  private tail: Promise<void> = Promise.resolve()
  private attempts = 0
  private callOffRetry: (() => void) | null = null
  private callOffPack: (() => void) | null = null
  private callOffTick: (() => void) | null = null
  private callOffPause: (() => void) | null = null
  private pausedUntil = 0
  private auditedAt = Number.NEGATIVE_INFINITY
  private submissions: Submission<{ type: string }>[] = []
  private told = false
  /** The refusal shown was of the connection, not of what was pushed. */
  private turnedAway = false
  private state: SyncStatus

  constructor(options: EngineOptions) {
    this.options = options
    this.state = {
      phase: 'off',
      syncedAt: options.known?.syncedAt ?? 0,
      toSend: 0,
      toFetch: null,
      refusal: null,
      alerts: options.known?.alerts.filter(({ type }) => type !== 'withheld' && type !== 'aside') ?? [],
      notice: null,
      transport: null,
    }
  }

  status(): SyncStatus {
    return this.state
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
   * Per device the last batch whose operations are in this device's records; null while some are set aside that may yet
   * be opened, so that no snapshot claims to hold them.
   */
  covered(): Record<string, [dseq: number, hash: string]> | null {
    const { memory } = this
    const { device } = this.options.sealing
    if (!memory || [...memory.aside.values()].some(({ reason }) => reason !== 'forbidden' && reason !== 'revoked')) {
      return null
    }
    const heads = new Map(memory.chains).set(device, acknowledgedHead(memory, device))
    return Object.fromEntries(
      [...heads].filter(([, { dseq }]) => dseq > 0).map(([id, { dseq, hash }]) => [id, [dseq, hash]]),
    )
  }

  start(): void {
    if (this.running) return
    this.running = true
    this.tell({ phase: 'connecting' })
    this.queue(async () => {
      this.memory = await readEngineMemory(this.options.store)
      this.intake = new Intake(this.options.store, this.options.sealing, this.memory)
      await this.countUnsent()
      if (this.memory.relay) await this.after(await this.intake.retryAside())
      this.connect()
    })
  }

  /** Ends at once what can end; resolves when the store is no longer used. */
  async stop(): Promise<void> {
    this.running = false
    this.endLink()
    for (const call of [this.callOffRetry, this.callOffPack, this.callOffTick, this.callOffPause]) call?.()
    for (const { resolve } of this.submissions.splice(0)) resolve(err({ type: 'Unreachable' }))
    await this.tail
    this.tell({ phase: 'off' })
  }

  /** The network may be back, or someone looks at the screen: tries now what would be tried later. */
  wake(): void {
    if (!this.running) return
    this.attempts = 0
    if (!this.link && this.memory) {
      this.callOffRetry?.()
      this.queue(async () => this.connect())
    } else if (this.link?.step === 'live') {
      this.say({ type: 'ping' }, 'ping')
      this.pausedUntil = 0
      this.pack(0)
    }
  }

  /** Leaves the relay and comes again: for a fresh token, or when it was given what it lacked. */
  renew(): void {
    if (this.running && this.link) this.reconnect()
  }

  /** The journal grew. */
  changed(): void {
    if (!this.running) return
    this.queue(() => this.countUnsent())
    if (this.link?.mayPush) this.pack(packAfterMs)
  }

  /**
   * Puts an entry made by `make` into the membership log. When another came first, it is made anew from what is then
   * known (SPEC 7.2). Fails as `Unreachable` when no relay answers within `withinMs`.
   */
  submit<F extends { type: string }>(
    make: (chains: ReadonlyMap<string, ChainHead>) => Promise<Result<Uint8Array, F>>,
    withinMs = 20_000,
  ): Promise<Result<null, F | SubmitFailure>> {
    return new Promise((resolve) => {
      const submission: Submission<F> = { make, bytes: null, number: -1, attempts: 0, resolve }
      const waiting = submission as unknown as Submission<{ type: string }>
      this.submissions.push(waiting)
      const giveUp = this.options.surroundings.later(() => {
        this.submissions = this.submissions.filter((each) => each !== waiting)
        resolve(err({ type: 'Unreachable' }))
      }, withinMs)
      submission.resolve = (result) => {
        giveUp()
        resolve(result)
      }
      this.wake()
      this.queue(() => this.sendSubmission())
    })
  }

  /** One thing at a time: what a frame asks is done before the next is looked at. */
  private queue(task: () => Promise<void>): void {
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
    if (this.state.phase !== 'revoked') this.tell({ phase: this.attempts > 2 ? 'offline' : 'connecting' })
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
    this.link = {
      connection,
      welcome: null,
      heads: new Map(),
      awaited: new Map([['open', now]]),
      heardAt: now,
      step: 'opening',
      mayPush: false,
      sentTo: 0,
      pulledAfter: -1,
      startedAt: 0,
      heardHead: 0,
      stash: new Map(),
      own: new Map(),
      ownBytes: false,
      entriesAwaitedFor: 0,
      gaps: 0,
      gapAwaited: false,
      forks: 0,
      created: false,
      tokenUntil: 0,
      audited: false,
      giveLater: false,
      giving: [],
    }
    this.tick()
  }

  private endLink(): void {
    const { link } = this
    this.link = null
    this.generation += 1
    this.callOffTick?.()
    this.callOffPack?.()
    this.callOffPack = null
    link?.connection.close()
    this.tell({ transport: null, toFetch: null })
  }

  /** Tries again later: twice as late each time, and not all devices at the same moment. */
  private retry(atLeastMs = 0): void {
    if (!this.running || this.link || this.callOffRetry) return
    const { surroundings } = this.options
    const longest = Math.min(retryLongestMs, retryFirstMs * 2 ** Math.min(this.attempts, 10))
    const chance = surroundings.random(new Uint8Array(1))[0]! / 255
    this.attempts += 1
    if (this.state.phase === 'connecting' || this.state.phase === 'live') this.tell({ phase: 'offline' })
    this.callOffRetry = surroundings.later(
      () => {
        this.callOffRetry = null
        this.queue(async () => this.connect())
      },
      Math.max(atLeastMs, longest * (0.5 + chance / 2)),
    )
  }

  /** Leaves this connection and tries again. */
  private reconnect(atLeastMs = 0): void {
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

  private say(frame: ClientFrame, awaiting?: string): void {
    const { link } = this
    if (!link) return
    if (awaiting && !link.awaited.has(awaiting)) link.awaited.set(awaiting, this.options.surroundings.now())
    link.connection.send(encodeFrame(frame))
  }

  private greet(): void {
    const { link } = this
    if (!link) return
    link.awaited.delete('open')
    this.tell({ transport: link.connection.kind ?? null })
    const { space, device } = this.options.sealing
    const relay = this.memory!.relay
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
    if (frame.type === 'batches') this.readAhead(link, frame)
    this.queue(async () => {
      if (this.link === link) await this.answer(link, frame)
    })
  }

  /** The next page is on its way while this one is taken in. */
  private readAhead(link: Link, frame: Extract<RelayFrame, { type: 'batches' }>): void {
    const first = frame.batches[0]
    const last = frame.batches.at(-1)
    const answers = link.awaited.has('pull') && (!first || first.seq === link.pulledAfter + 1)
    if (!answers) return
    link.awaited.delete('pull')
    if (frame.more && last) this.pull(link, last.seq)
  }

  private pull(link: Link, after: number): void {
    link.pulledAfter = after
    link.awaited.delete('pull')
    const own = link.ownBytes ? 0 : acknowledgedHead(this.memory!, this.options.sealing.device).dseq
    this.say({ type: 'pull', after, own }, 'pull')
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
        return this.welcomed(link, frame)
      case 'entries':
        return this.entriesCame(link, frame)
      case 'batches':
        return this.batchesCame(link, frame)
      case 'ack':
        return this.acknowledged(link, frame.taken)
      case 'given':
        return this.gaveBatches(link, frame.taken)
      case 'refused':
        return this.refused(link, frame)
      case 'snapshot':
        return this.options.onSnapshot?.(frame)
      case 'notice':
        return this.tell({ notice: { text: frame.text, ...(frame.until ? { until: frame.until } : {}) } })
      case 'pong':
        link.awaited.delete('ping')
        return
      default:
        // A relay that speaks a device's frames is none.
        return this.reconnect()
    }
  }

  // --- Welcome, entries -----------------------------------------------------------------------------------------

  private async welcomed(link: Link, welcome: Welcome): Promise<void> {
    if (link.welcome) return
    const memory = this.memory!
    const view = this.options.sealing.membership()
    link.awaited.delete('proof')
    link.welcome = welcome
    link.tokenUntil = this.options.surroundings.now() + welcome.tokenEndsAt - welcome.now - tokenMarginMs
    if (this.turnedAway) this.tell({ refusal: null })
    this.turnedAway = false
    link.heads = new Map(Object.entries(welcome.heads))
    link.heardHead = welcome.head
    this.options.onHeads?.(welcome.heads)
    if (welcome.room) this.options.onRoom?.(welcome.room)
    this.tell({ notice: welcome.notice })
    if (welcome.snapshot) this.options.onSnapshot?.(welcome.snapshot)
    if (welcome.entries === view.entries && welcome.entriesHead !== view.head) return this.mistrust()
    const known = memory.relay
    const same =
      known?.logId === welcome.logId &&
      known.cursor <= welcome.head &&
      (known.cursor < welcome.floor || known.chain === welcome.chain)
    if (!same) {
      if (known && known.cursor > 0) this.alert({ type: 'relayReset' })
      memory.relay = { logId: welcome.logId, cursor: 0, chain: noPrevious }
    } else if (welcome.entries < view.entries) this.alert({ type: 'rolledBack' })
    // Marks are enough only while the relay has our own chain as we know it.
    link.ownBytes = !same
    link.mayPush = same && this.ownHeadMatches(link)
    link.startedAt = memory.relay!.cursor
    if (welcome.entries > view.entries) {
      link.step = 'entries'
      return this.say({ type: 'pullEntries', after: view.entries }, 'entries')
    }
    for (const entry of await this.options.sealing.readEntries(welcome.entries)) this.say({ type: 'entry', entry })
    return this.read(link)
  }

  /** What is before the floor stands in a snapshot only. */
  private async adopt(link: Link, welcome: Welcome): Promise<boolean> {
    const memory = this.memory!
    const adopted = welcome.snapshot && (await this.options.adopt?.(welcome.snapshot, welcome))
    if (!adopted) {
      this.reconnect(pauseMs.other)
      return false
    }
    const fresh = await readEngineMemory(this.options.store)
    memory.chains = fresh.chains
    memory.aside = fresh.aside
    memory.relay = adopted.relay
    return this.link === link
  }

  /** Another membership than the one this device verified: nothing of this relay is believed (SPEC 7.8). */
  private mistrust(): void {
    this.alert({ type: 'rolledBack' })
    this.reconnect(pauseMs.other)
  }

  private ownHeadMatches(link: Link): boolean {
    const memory = this.memory!
    const { device } = this.options.sealing
    const stands = link.heads.get(device)
    const acknowledged = acknowledgedHead(memory, device)
    const dseq = stands?.dseq ?? 0
    if (dseq === acknowledged.dseq) return dseq === 0 || stands!.hash === acknowledged.hash
    return memory.unsent.some((each) => each.dseq === dseq && each.hash === stands!.hash)
  }

  private async entriesCame(link: Link, frame: Extract<RelayFrame, { type: 'entries' }>): Promise<void> {
    const { sealing } = this.options
    const before = sealing.membership()
    const asked = link.awaited.delete('entries')
    if (frame.from > before.entries) {
      // News of an entry that follows others we lack.
      if (!asked) this.say({ type: 'pullEntries', after: before.entries }, 'entries')
      return
    }
    const taken = frame.entries.length === 0 ? null : await sealing.takeEntries(frame.from, frame.entries)
    if (taken && !taken.ok) {
      if (taken.error.type === 'DiskFull' || taken.error.type === 'StoreClosed') {
        return this.storeFailed({ type: taken.error.type })
      }
      return this.mistrust()
    }
    const view = sealing.membership()
    for (const submission of this.submissions) {
      const { bytes } = submission
      if (bytes && frame.entries.some((entry) => sameBytes(entry, bytes))) this.settle(submission, ok(null))
    }
    if (view.entries > before.entries) {
      this.options.onMembership?.(view)
      if (view.revoked) this.tell({ phase: 'revoked' })
      if (this.memory!.relay) await this.after(await this.intake!.retryAside())
    }
    if (frame.more && frame.entries.length > 0) {
      return this.say({ type: 'pullEntries', after: view.entries }, 'entries')
    }
    if (link.step === 'entries') return this.read(link)
    // Something waited for these.
    const waiting = this.submissions[0]
    if (waiting && !waiting.bytes) await this.sendSubmission()
    if (view.write && !before.write) await this.push(link)
  }

  // --- Reading --------------------------------------------------------------------------------------------------

  private async read(link: Link): Promise<void> {
    const { read } = this.options.sealing.membership()
    const { welcome } = link
    // The entries came first: they bring the keys that a snapshot opens with.
    if (read && this.memory!.relay!.cursor < welcome!.floor && !(await this.adopt(link, welcome!))) return
    link.step = 'reading'
    if (!read && !(await this.followOwnHead(link))) return
    if (link.mayPush) this.pack(0)
    if (!read) return this.caughtUp(link)
    this.pull(link, this.memory!.relay!.cursor)
  }

  /** Who reads no log learns of a copy of itself from the relay's word alone, and numbers what is unsent after it. */
  private async followOwnHead(link: Link): Promise<boolean> {
    const { device } = this.options.sealing
    const stands = link.heads.get(device)
    const isOurs = stands === undefined || stands.dseq < acknowledgedHead(this.memory!, device).dseq
    if (isOurs || this.ownHeadMatches(link)) return true
    const failure = await this.intake!.follow({ dseq: stands.dseq, hash: stands.hash || noPrevious })
    if (!failure) return true
    this.storeFailed(failure)
    return false
  }

  private async batchesCame(link: Link, frame: Extract<RelayFrame, { type: 'batches' }>): Promise<void> {
    if (link.step !== 'reading' && link.step !== 'giving' && link.step !== 'live') return
    link.heardHead = Math.max(link.heardHead, frame.head, frame.batches.at(-1)?.seq ?? 0)
    const cursor = this.memory!.relay!.cursor
    const first = frame.batches[0]
    if (first && first.seq > cursor + 1 && !link.own.has(cursor + 1)) {
      // A live batch ahead of what we read, or of one of ours whose acknowledgement is on its way.
      for (const item of frame.batches) {
        if ('bytes' in item && link.stash.size < mostStashed) link.stash.set(item.seq, item)
      }
      if (!link.awaited.has('pull')) this.readGapLater(link)
      return
    }
    const unsent = this.memory!.unsent.length
    await this.takeIn(link, frame.batches)
    if (this.link !== link) return
    // A batch of ours among the others is acknowledged by being there.
    if (this.memory!.unsent.length < unsent) await this.wentOut(link)
    if (this.link !== link) return
    if (!link.awaited.has('pull') && !frame.more) await this.atEnd(link)
  }

  /** Asks for what is missing, once and a little later: what is on its way need not be asked for. */
  private readGapLater(link: Link): void {
    if (link.gapAwaited || !this.options.sealing.membership().read) return
    link.gapAwaited = true
    this.options.surroundings.later(
      () =>
        this.queue(async () => {
          link.gapAwaited = false
          if (this.link !== link || link.awaited.has('pull')) return
          if (this.memory!.relay!.cursor >= link.heardHead) return
          link.gaps += 1
          // What a relay told of and does not give, again and again, it does not have.
          if (link.gaps > 3) this.reconnect(retryFirstMs)
          else this.pull(link, this.memory!.relay!.cursor)
        }),
      this.memory!.unsent.length > 0 ? 2000 : 0,
    )
  }

  private async takeIn(link: Link, items: readonly (LoggedBatch | OwnMark)[]): Promise<void> {
    const { sealing } = this.options
    const entriesKnown = link.entriesAwaitedFor > 0 && link.entriesAwaitedFor === (items[0]?.seq ?? 0)
    const before = this.memory!.relay!.cursor
    const outcome = await this.intake!.take(items, link.own, entriesKnown)
    await this.after(outcome)
    if (this.link !== link) return
    for (const item of items) this.noteHead(link, item)
    const { stop } = outcome
    const { cursor } = this.memory!.relay!
    if (cursor > before) link.gaps = 0
    if (!stop) return this.takeStash(link)
    if (stop.type === 'NeedEntries') {
      // Asked once for this place: a relay that promises entries it has not does not hold us up.
      link.entriesAwaitedFor = cursor + 1
      link.step = 'entries'
      this.say({ type: 'pullEntries', after: sealing.membership().entries }, 'entries')
    } else if (stop.type === 'NeedOwnBytes') {
      link.ownBytes = true
      link.mayPush = false
      this.pull(link, cursor)
    } else if (stop.type === 'Gap') {
      link.gaps += 1
      // What a relay leaves out of its own numbering again and again, it does not have.
      if (link.gaps > 3) this.reconnect(retryFirstMs)
      else this.pull(link, cursor)
    }
  }

  private async takeStash(link: Link): Promise<void> {
    if (link.stash.size === 0) return
    const { cursor } = this.memory!.relay!
    const items = [...link.stash.values()].filter(({ seq }) => seq > cursor).sort((a, b) => a.seq - b.seq)
    if (items[0] && items[0].seq !== cursor + 1 && !link.own.has(cursor + 1)) return
    link.stash.clear()
    if (items.length > 0) await this.takeIn(link, items)
  }

  private noteHead(link: Link, item: LoggedBatch | OwnMark): void {
    const device = 'bytes' in item ? hexOf(item.bytes.subarray(18, 26)) : this.options.sealing.device
    const chain = this.memory!.chains.get(device)
    const stands = link.heads.get(device)
    if (chain && item.seq > link.welcome!.head) {
      link.heads.set(device, { dseq: Math.max(stands?.dseq ?? 0, chain.dseq), hash: chain.hash, seenAt: 0 })
    }
  }

  /** All the relay said it has was read. */
  private async atEnd(link: Link): Promise<void> {
    if (link.step !== 'reading') {
      if (this.memory!.relay!.cursor < link.heardHead) this.readGapLater(link)
      else await this.equal(link)
      return
    }
    const failure = await this.intake!.pass(link.own, [])
    if (failure) return this.storeFailed(failure)
    if (this.memory!.relay!.cursor < link.heardHead) {
      link.gaps += 1
      if (link.gaps > 3) return this.reconnect(retryFirstMs)
      return this.pull(link, this.memory!.relay!.cursor)
    }
    await this.caughtUp(link)
  }

  private async caughtUp(link: Link): Promise<void> {
    this.tell({ toFetch: null })
    if (this.mayAudit(link)) return this.audit(link)
    link.step = 'giving'
    await this.give(link)
  }

  /** Something is missing or damaged: the whole log is read once more, since the relay may have it by now. */
  private mayAudit(link: Link): boolean {
    if (link.audited || !this.options.sealing.membership().read) return false
    const damaged = [...this.memory!.aside.values()].some(
      ({ reason }) => reason === 'signature' || reason === 'unreadable',
    )
    const missing = this.intake!.withheld().length > 0
    if (!damaged && !missing) return false
    const now = this.options.surroundings.now()
    // After a clock that went back, the last time is no guide.
    if (now >= this.auditedAt && now - this.auditedAt < auditEveryMs) return false
    this.auditedAt = now
    return true
  }

  private audit(link: Link): void {
    link.audited = true
    this.readAgain(link)
  }

  private readAgain(link: Link): void {
    const { welcome } = link
    link.ownBytes = true
    if (welcome!.floor > 0)
      this.memory!.relay = { logId: welcome!.logId, cursor: welcome!.floor, chain: welcome!.floorChain }
    else this.memory!.relay = { logId: welcome!.logId, cursor: 0, chain: noPrevious }
    link.step = 'reading'
    this.pull(link, this.memory!.relay.cursor)
  }

  /** A relay that lost batches is given them, whoever made them (SPEC 6.5). */
  private async give(link: Link): Promise<void> {
    const memory = this.memory!
    const { device: me } = this.options.sealing
    const batches: Uint8Array[] = []
    let size = 0
    let missing = false
    link.giving = []
    for (const [device, head] of memory.chains) {
      const stands = link.heads.get(device)?.dseq ?? 0
      const last = device === me ? acknowledgedHead(memory, me).dseq : head.dseq
      for (let dseq = stands + 1; dseq <= last && size < giveBytes; dseq += 1) {
        const kept = await this.options.store.readKept(device, dseq)
        if (!kept) missing = true
        if (!kept || kept.bytes.length > maxFrameBytes - size - 64) break
        batches.push(kept.bytes)
        link.giving.push({ device, dseq, hash: kept.hash })
        size += kept.bytes.length + 4
      }
    }
    if (batches.length > 0) return this.say({ type: 'give', batches }, 'give')
    link.giveLater = false
    link.mayPush = true
    await this.goLive(link)
    // Batches that a snapshot had made superfluous are lost with it: what is here makes another.
    if (missing) this.options.onSnapshotNeeded?.()
  }

  /** Live, unless another device wrote what only a later version of this program reads. */
  private liveOr(): 'live' | 'updateNeeded' {
    const isBehind = [...this.memory!.aside.values()].some(({ reason }) => reason === 'newer')
    return isBehind ? 'updateNeeded' : 'live'
  }

  private async goLive(link: Link): Promise<void> {
    link.step = 'live'
    this.attempts = 0
    if (this.state.phase !== 'revoked') this.tell({ phase: this.state.refusal ? 'refused' : this.liveOr() })
    await this.after(await this.intake!.retryAside())
    await this.sendSubmission()
    await this.push(link)
    await this.equal(link)
  }

  private async gaveBatches(link: Link, taken: [string, number, number][]): Promise<void> {
    for (const [device, dseq, seq] of taken) {
      const given = link.giving.find((each) => each.device === device && each.dseq === dseq)
      if (!given) continue
      link.giving = link.giving.filter((each) => each !== given)
      link.heads.set(device, { dseq, hash: given.hash, seenAt: 0 })
      link.heardHead = Math.max(link.heardHead, seq)
      if (seq > this.memory!.relay!.cursor) link.own.set(seq, { hash: given.hash })
    }
    const failure = await this.intake!.pass(link.own, [])
    if (failure) return this.storeFailed(failure)
    await this.takeStash(link)
    if (this.link === link && link.step === 'giving' && link.giving.length === 0) {
      link.awaited.delete('give')
      await this.give(link)
    }
  }

  // --- Writing --------------------------------------------------------------------------------------------------

  private pack(afterMs: number): void {
    if (this.callOffPack && afterMs > 0) return
    this.callOffPack?.()
    this.callOffPack = this.options.surroundings.later(() => {
      this.callOffPack = null
      this.queue(async () => {
        const { link } = this
        if (link && link.forks > 2) return this.reconnect()
        if (link?.giveLater && link.step === 'live') await this.give(link)
        else if (link) await this.push(link)
      })
    }, afterMs)
  }

  /** Sends what is sealed, then seals what waits, as far as the window is open. */
  private async push(link: Link): Promise<void> {
    const memory = this.memory!
    const { surroundings } = this.options
    if (!this.options.sealing.membership().write) {
      // What was written under a right that is gone stays here, and is said.
      if (this.state.toSend > 0 && !this.state.refusal) this.refusedFor('forbidden', 0)
      return
    }
    if (!link.mayPush || surroundings.now() < this.pausedUntil) return
    if (link.step !== 'reading' && link.step !== 'live') return
    const { window } = link.welcome!.limits
    let frame: Uint8Array[] = []
    let size = 0
    const flush = () => {
      if (frame.length > 0) this.say({ type: 'push', batches: frame }, 'push')
      frame = []
      size = 0
    }
    const inFlight = () => memory.unsent.filter(({ dseq }) => dseq <= link.sentTo).length
    while (inFlight() < window) {
      const next = memory.unsent.find(({ dseq }) => dseq > link.sentTo) ?? (await this.sealNext(link))
      if (!next || this.link !== link) break
      if (size + next.bytes.length > maxFrameBytes - 4096) flush()
      frame.push(next.bytes)
      size += next.bytes.length + 4
      link.sentTo = next.dseq
      if (size >= packLimit.bytes) flush()
    }
    if (this.link === link) flush()
  }

  private async sealNext(link: Link): Promise<SealedBatch | null> {
    const { store, sealing } = this.options
    const memory = this.memory!
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
        this.storeFailed(kept.error)
        return null
      }
      this.intake!.sealed()
      memory.unsent.push(sealed.value)
      memory.chains.set(sealing.device, { dseq: sealed.value.dseq, hash: sealed.value.hash })
      return sealed.value
    }
  }

  private async acknowledged(link: Link, taken: [number, number][]): Promise<void> {
    const memory = this.memory!
    const { device } = this.options.sealing
    const { read } = this.options.sealing.membership()
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
    const failure = await this.intake!.pass(link.own, dseqs)
    if (failure) return this.storeFailed(failure)
    await this.takeStash(link)
    if (this.link === link) await this.wentOut(link)
  }

  /** Some of what we pushed is on the relay's disk. */
  private async wentOut(link: Link): Promise<void> {
    const memory = this.memory!
    link.awaited.delete('push')
    if (memory.unsent.some(({ dseq }) => dseq <= link.sentTo)) {
      link.awaited.set('push', this.options.surroundings.now())
    }
    if (this.state.refusal) this.tell({ refusal: null, phase: link.step === 'live' ? this.liveOr() : this.state.phase })
    if (memory.relay!.cursor < link.heardHead && !link.awaited.has('pull')) this.readGapLater(link)
    await this.push(link)
    await this.equal(link)
  }

  private async refused(link: Link, frame: Extract<RelayFrame, { type: 'refused' }>): Promise<void> {
    const { code } = frame
    const waitMs = frame.retryAfterS === undefined ? 0 : frame.retryAfterS * 1000
    if (frame.entry !== undefined) return this.entryRefused(link, frame.entry, code)
    if (frame.device !== undefined && frame.dseq !== undefined)
      return this.giftRefused(link, frame.device, frame.dseq, code, waitMs)
    if (frame.dseq !== undefined) return this.batchRefused(link, frame.dseq, code, waitMs, frame.awaited)
    if (code === 'noSpace' && !link.created) return this.createSpace(link)
    this.turnedAway = true
    this.tell({
      phase: code === 'revoked' ? 'revoked' : code === 'version' ? 'updateNeeded' : 'refused',
      refusal: {
        code,
        at: this.options.surroundings.now(),
        ...(waitMs ? { retryAt: this.options.surroundings.now() + waitMs } : {}),
      },
    })
    this.reconnect(waitMs || pauseMs.other)
  }

  /** A new space, or one that the relay lost: it is made of the entries we have. */
  private async createSpace(link: Link): Promise<void> {
    link.created = true
    const entries: Uint8Array[] = []
    let size = 0
    for (const entry of await this.options.sealing.readEntries(0)) {
      if (size + entry.length > maxFrameBytes - 4096) break
      entries.push(entry)
      size += entry.length + 4
    }
    this.say({ type: 'create', admission: this.options.admission ?? '', entries }, 'hello')
  }

  private batchRefused(link: Link, dseq: number, code: RefusalCode, waitMs: number, awaited?: number): void {
    const memory = this.memory!
    const { device } = this.options.sealing
    if (!memory.unsent.some((each) => each.dseq === dseq)) return
    link.awaited.delete('push')
    link.sentTo = Math.min(link.sentTo, dseq - 1)
    if (code === 'gap') {
      // What comes before was refused for a reason of its own, is on its way, or was lost by the relay.
      if (awaited !== undefined && awaited <= acknowledgedHead(memory, device).dseq) return this.reconnect()
      link.sentTo = Math.min(link.sentTo, (awaited ?? dseq) - 1)
      return this.pause(pauseMs.tooFast)
    }
    if (code === 'fork') {
      // Refused one by one: those under way share one reason.
      if (!link.mayPush) return
      if (!this.options.sealing.membership().read) return this.reconnect()
      link.mayPush = false
      link.forks += 1
      // A copy of this device came first: it is in the log, and read like any other; then, if it was not, from the start.
      if (link.forks > 2) return this.refusedFor('fork', 0)
      if (link.forks === 2) return this.readAgain(link)
      link.step = 'reading'
      return this.pull(link, memory.relay!.cursor)
    }
    this.refusedFor(code, waitMs)
  }

  private refusedFor(code: RefusalCode, waitMs: number): void {
    const now = this.options.surroundings.now()
    const pause = waitMs || (code === 'quota' ? pauseMs.quota : code === 'tooFast' ? pauseMs.tooFast : pauseMs.other)
    this.tell({
      refusal: { code, at: now, retryAt: now + pause },
      phase: code === 'revoked' ? 'revoked' : 'refused',
    })
    this.pause(pause)
  }

  /** Nothing is pushed for a while; reading goes on. */
  private pause(delayMs: number): void {
    const { surroundings } = this.options
    this.pausedUntil = surroundings.now() + delayMs
    this.callOffPause?.()
    this.callOffPause = surroundings.later(() => {
      this.pausedUntil = 0
      this.pack(0)
    }, delayMs)
  }

  private async giftRefused(
    link: Link,
    device: string,
    dseq: number,
    code: RefusalCode,
    waitMs: number,
  ): Promise<void> {
    if (!link.giving.some((each) => each.device === device && each.dseq === dseq)) return
    link.awaited.delete('give')
    if (code === 'quota' || code === 'tooFast' || code === 'tooLarge') {
      link.giveLater = true
      this.refusedFor(code, waitMs)
      return this.goLive(link)
    }
    // Another gave them meanwhile, or another branch of them: what the relay has now is looked at first.
    if (code === 'gap' || code === 'fork') return this.reconnect()
    const failure = await this.intake!.disown(device, dseq)
    if (failure) return this.storeFailed(failure)
    await this.give(link)
  }

  // --- The membership -------------------------------------------------------------------------------------------

  private async sendSubmission(): Promise<void> {
    const { link } = this
    const submission = this.submissions[0]
    if (!submission || !link || link.step !== 'live' || submission.bytes) return
    const made = await submission.make(this.memory!.chains)
    if (!made.ok) return this.settle(submission, made)
    submission.bytes = made.value
    submission.number = this.options.sealing.membership().entries
    submission.attempts += 1
    this.say({ type: 'entry', entry: made.value }, 'entry')
  }

  private settle(
    submission: Submission<{ type: string }>,
    result: Result<null, { type: string } | SubmitFailure>,
  ): void {
    this.submissions = this.submissions.filter((each) => each !== submission)
    this.link?.awaited.delete('entry')
    submission.resolve(result)
    this.queue(() => this.sendSubmission())
  }

  private async entryRefused(link: Link, number: number, code: RefusalCode): Promise<void> {
    const submission = this.submissions[0]
    if (!submission?.bytes || submission.number !== number) return
    link.awaited.delete('entry')
    if (code !== 'stale' || submission.attempts >= 5) return this.settle(submission, err({ type: 'Refused', code }))
    // Another came first, or a device sent more than we knew: read both, then make it anew.
    submission.bytes = null
    link.step = 'entries'
    this.say({ type: 'pullEntries', after: this.options.sealing.membership().entries }, 'entries')
  }

  // --- What is told ---------------------------------------------------------------------------------------------

  /** After something was taken in: what a person should know of it. */
  private async after(outcome: IntakeOutcome): Promise<void> {
    for (const device of outcome.copyOf) this.alert({ type: 'copyOfThisDevice', device })
    if (outcome.copyOf.includes(this.options.sealing.device) && this.link) this.link.sentTo = 0
    const { stop } = outcome
    if (stop && (stop.type === 'DiskFull' || stop.type === 'StoreClosed')) return this.storeFailed(stop)
    if (!stop && this.state.alerts.some(({ type }) => type === 'diskFull')) {
      this.tell({ alerts: this.state.alerts.filter(({ type }) => type !== 'diskFull') })
    }
    this.tellWhatIsMissing()
    if (this.state.phase === 'live' || this.state.phase === 'updateNeeded') {
      if (this.link?.step === 'live') this.tell({ phase: this.liveOr() })
    }
    const { link } = this
    if (link && (link.step === 'reading' || link.step === 'entries')) {
      const total = link.heardHead - link.startedAt
      const done = this.memory!.relay!.cursor - link.startedAt
      this.tell({ toFetch: total > 0 && done < total ? { done: Math.max(0, done), total } : null })
    }
  }

  private tellWhatIsMissing(): void {
    const now = this.options.surroundings.now()
    const alerts: SyncAlert[] = this.state.alerts.filter(({ type }) => type !== 'withheld' && type !== 'aside')
    for (const { device, first, last } of this.intake!.withheld()) {
      alerts.push({ id: `withheld/${device}/${first}`, type: 'withheld', at: now, device, first, last })
    }
    for (const { device, dseq, reason } of this.memory!.aside.values()) {
      if (reason === 'held') continue
      alerts.push({ id: `aside/${device}/${dseq}`, type: 'aside', at: now, device, first: dseq, last: dseq, reason })
    }
    const before = new Map(this.state.alerts.map((each) => [each.id, each]))
    this.tell({ alerts: alerts.map((each) => before.get(each.id) ?? each) })
  }

  private alert(what: Omit<SyncAlert, 'id' | 'at'>): void {
    const at = this.options.surroundings.now()
    const id = `${what.type}/${what.device ?? ''}`
    this.tell({ alerts: [...this.state.alerts.filter((each) => each.id !== id), { id, at, ...what }] })
  }

  private storeFailed(failure: SyncStoreFailure): void {
    if (failure.type === 'DiskFull') this.alert({ type: 'diskFull' })
    if (failure.type === 'StoreClosed') this.running = false
    this.reconnect(pauseMs.other)
  }

  private async countUnsent(): Promise<void> {
    this.tell({ toSend: await this.options.store.countOutbox() })
  }

  /** Equal to the relay now, if nothing waits on either side. */
  private async equal(link: Link): Promise<void> {
    await this.countUnsent()
    const { read } = this.options.sealing.membership()
    const isBehind = read && this.memory!.relay!.cursor < link.heardHead
    if (link.step !== 'live' || this.state.toSend > 0 || isBehind) return
    // Nothing waits any more: what was refused has gone another way.
    this.tell({ syncedAt: this.options.surroundings.now(), refusal: null })
    if (this.state.phase === 'refused') this.tell({ phase: this.liveOr() })
  }

  private tell(part: Partial<SyncStatus>): void {
    this.state = { ...this.state, ...part }
    if (this.told) return
    this.told = true
    // Many changes at once are told once.
    queueMicrotask(() => {
      this.told = false
      this.options.onStatus?.(this.state)
    })
  }
}

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at])
