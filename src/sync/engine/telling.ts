import type { SyncAlert, SyncStatus } from '../face.ts'
import type { IntakeOutcome } from '../intake.ts'
import type { EngineContext, Telling } from './context.ts'
import type { Link } from './link.ts'

/** Keeps the status and says what people should know: where syncing stands, what is missing, what was set aside. */
export class StatusTelling implements Telling {
  state: SyncStatus
  private readonly engine: EngineContext
  private told = false

  constructor(engine: EngineContext) {
    this.engine = engine
    const { known } = engine.options
    this.state = {
      phase: 'off',
      syncedAt: known?.syncedAt ?? 0,
      toSend: 0,
      toFetch: null,
      refusal: null,
      alerts: known?.alerts.filter(({ type }) => type !== 'withheld' && type !== 'aside' && type !== 'parted') ?? [],
      notice: null,
      transport: null,
    }
  }

  tell(part: Partial<SyncStatus>): void {
    this.state = { ...this.state, ...part }
    if (this.told) return
    this.told = true
    // Many changes at once are told once.
    queueMicrotask(() => {
      this.told = false
      this.engine.options.onStatus?.(this.state)
    })
  }

  alert(what: Omit<SyncAlert, 'id' | 'at'>): void {
    const at = this.engine.options.surroundings.now()
    const id = `${what.type}/${what.device ?? ''}`
    this.tell({ alerts: [...this.state.alerts.filter((each) => each.id !== id), { id, at, ...what }] })
  }

  private tellWhatIsMissing(): void {
    const now = this.engine.options.surroundings.now()
    const alerts: SyncAlert[] = this.state.alerts.filter(({ type }) => type !== 'withheld' && type !== 'aside')
    for (const { device, first, last } of this.engine.intake.withheld()) {
      alerts.push({ id: `withheld/${device}/${first}`, type: 'withheld', at: now, device, first, last })
    }
    for (const { device, reason, ...numbers } of this.engine.intake.setAside.sums()) {
      alerts.push({ id: `aside/${device}/${reason}`, type: 'aside', at: now, device, reason, ...numbers })
    }
    const before = new Map(this.state.alerts.map((each) => [each.id, each.at]))
    this.tell({ alerts: alerts.map((each) => ({ ...each, at: before.get(each.id) ?? each.at })) })
  }

  /** After something was taken in: what a person should know of it. */
  async after(outcome: IntakeOutcome): Promise<void> {
    for (const device of outcome.copyOf) this.alert({ type: 'copyOfThisDevice', device })
    if (outcome.copyOf.includes(this.engine.options.sealing.device) && this.engine.link) this.engine.link.sentTo = 0
    const { stop } = outcome
    if (stop && (stop.type === 'DiskFull' || stop.type === 'StoreClosed')) return this.engine.storeFailed(stop)
    if (!stop && this.state.alerts.some(({ type }) => type === 'diskFull')) {
      this.tell({ alerts: this.state.alerts.filter(({ type }) => type !== 'diskFull') })
    }
    this.tellWhatIsMissing()
    if (this.state.phase === 'live' || this.state.phase === 'updateNeeded') {
      if (this.engine.link?.step === 'live') this.tell({ phase: this.liveOr() })
    }
    const { link } = this.engine
    if (link && (link.step === 'reading' || link.step === 'entries')) {
      const total = link.heardHead - link.startedAt
      const done = this.engine.memory.relay!.cursor - link.startedAt
      this.tell({ toFetch: total > 0 && done < total ? { done: Math.max(0, done), total } : null })
    }
  }

  async countUnsent(): Promise<void> {
    this.tell({ toSend: await this.engine.options.store.countOutbox() })
  }

  /** Equal to the relay now, if nothing waits on either side. */
  async equal(link: Link): Promise<void> {
    // From before the counting: what is written meanwhile is later than this moment (SPEC 12.3 relies on it).
    const at = this.engine.options.surroundings.now()
    await this.countUnsent()
    const { read } = this.engine.options.sealing.membership()
    const isBehind = read && this.engine.memory.relay!.cursor < link.heardHead
    if (link.step !== 'live' || this.state.toSend > 0 || isBehind) return
    // Nothing waits any more: what was refused has gone another way.
    this.tell({ syncedAt: at, refusal: null })
    if (this.state.phase === 'refused') this.tell({ phase: this.liveOr() })
  }

  /** Live, unless another device wrote what only a later version of this program reads, in the log or the membership. */
  liveOr(): 'live' | 'updateNeeded' {
    const { isBehind, read } = this.engine.options.sealing.membership()
    // Who reads nothing any more waits for no update to read it.
    const isNewer = read && this.engine.intake.setAside.sums().some(({ reason }) => reason === 'newer')
    return isBehind || isNewer ? 'updateNeeded' : 'live'
  }
}
