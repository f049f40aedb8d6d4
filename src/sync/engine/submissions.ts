import { sameBytes } from '../../kit/bytes.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import type { RefusalCode } from '../face.ts'
import type { ChainHead } from '../ports.ts'
import type { EngineContext, Submitting } from './context.ts'
import type { Link } from './link.ts'

/** Why an entry of the membership was not taken. */
export type SubmitFailure = { type: 'Refused'; code: RefusalCode } | { type: 'Unreachable' }

/** An entry on its way. */
interface Submission<F extends { type: string }> {
  make: (chains: ReadonlyMap<string, ChainHead>) => Promise<Result<Uint8Array, F>>
  bytes: Uint8Array | null
  number: number
  attempts: number
  resolve: (result: Result<null, F | SubmitFailure>) => void
}

/** Puts entries into the membership log, one after the other. */
export class EntrySubmissions implements Submitting {
  private readonly engine: EngineContext
  private waiting: Submission<{ type: string }>[] = []

  constructor(engine: EngineContext) {
    this.engine = engine
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
      this.waiting.push(waiting)
      const giveUp = this.engine.options.surroundings.later(() => {
        this.waiting = this.waiting.filter((each) => each !== waiting)
        resolve(err({ type: 'Unreachable' }))
      }, withinMs)
      submission.resolve = (result) => {
        giveUp()
        resolve(result)
      }
      this.engine.wake()
      this.engine.queue(() => this.send())
    })
  }

  async send(): Promise<void> {
    const { link } = this.engine
    const submission = this.waiting[0]
    if (!submission || !link || link.step !== 'live' || submission.bytes) return
    // Who cannot read the last entry cannot follow it.
    if (this.engine.options.sealing.membership().isBehind)
      return this.settle(submission, err({ type: 'Refused', code: 'version' }))
    const made = await submission.make(this.engine.memory.chains)
    if (!made.ok) return this.settle(submission, made)
    submission.bytes = made.value
    submission.number = this.engine.options.sealing.membership().entries
    submission.attempts += 1
    this.engine.say({ type: 'entry', entry: made.value }, 'entry')
  }

  private settle(
    submission: Submission<{ type: string }>,
    result: Result<null, { type: string } | SubmitFailure>,
  ): void {
    this.waiting = this.waiting.filter((each) => each !== submission)
    this.engine.link?.awaited.delete('entry')
    submission.resolve(result)
    this.engine.queue(() => this.send())
  }

  async entryRefused(link: Link, number: number, code: RefusalCode): Promise<void> {
    const submission = this.waiting[0]
    if (!submission?.bytes || submission.number !== number) return
    link.awaited.delete('entry')
    if (code !== 'stale' || submission.attempts >= 5) return this.settle(submission, err({ type: 'Refused', code }))
    // Another came first, or a device sent more than we knew: read both, then make it anew.
    submission.bytes = null
    link.step = 'entries'
    this.engine.say({ type: 'pullEntries', after: this.engine.options.sealing.membership().entries }, 'entries')
  }

  hasWaiting(): boolean {
    return this.waiting[0]?.bytes === null
  }

  taken(entries: readonly Uint8Array[]): void {
    for (const submission of this.waiting) {
      const { bytes } = submission
      if (bytes && entries.some((entry) => sameBytes(entry, bytes))) this.settle(submission, ok(null))
    }
  }

  again(): void {
    for (const submission of this.waiting) submission.bytes = null
  }

  /** Nobody will answer any more. */
  stop(): void {
    for (const { resolve } of this.waiting.splice(0)) resolve(err({ type: 'Unreachable' }))
  }
}
