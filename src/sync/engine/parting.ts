import { err, ok, type Result } from '../../kit/result.ts'
import { parseEntry } from '../../log/membership.ts'
import type { RelayFrame } from '../../log/protocol.ts'
import type { Parting, RefusalCode } from '../face.ts'
import type { Meeting } from '../ports.ts'
import { type EngineContext, type PartingWays, pauseMs } from './context.ts'
import type { Link } from './link.ts'
import type { SubmitFailure } from './submissions.ts'

/** Connections that one decision may take: each redoes what the one before did not. */
const mostTries = 20

interface Decision {
  heads: Parting['heads']
  tries: number
  resolve(result: Result<null, SubmitFailure | { type: 'NotAllowed' }>): void
}

/**
 * The relay lost entries of the membership, and others stand in their place or keep them from coming back (SPEC 7.13): tells
 * what was lost, waits for a person who may decide, redoes it, and goes on once someone's entry says that it is redone.
 */
export class MembershipParting implements PartingWays {
  private readonly engine: EngineContext
  private decision: Decision | null = null

  constructor(engine: EngineContext) {
    this.engine = engine
  }

  /**
   * A person here goes on with the relay's membership as it was shown to them. What was lost is redone there first. Fails as
   * `Unreachable` when that takes longer than `withinMs`; it is gone on with all the same.
   */
  decide(heads: Parting['heads'], withinMs = 20_000): Promise<Result<null, SubmitFailure | { type: 'NotAllowed' }>> {
    return new Promise((resolve) => {
      const giveUp = this.engine.options.surroundings.later(() => resolve(err({ type: 'Unreachable' })), withinMs)
      this.settle(err({ type: 'Unreachable' }))
      this.decision = {
        heads,
        tries: 0,
        resolve: (result) => {
          giveUp()
          resolve(result)
        },
      }
      this.engine.wake()
    })
  }

  async begin(link: Link, isForged = false, all: Uint8Array[] | null = null): Promise<void> {
    link.step = 'parted'
    link.mayPush = false
    link.isForged ||= isForged
    link.theirs = all ?? []
    link.awaited.delete('entries')
    if (all) await this.look(link)
    else this.engine.say({ type: 'pullEntries', after: 0 }, 'entries')
  }

  async entriesCame(link: Link, frame: Extract<RelayFrame, { type: 'entries' }>): Promise<void> {
    const known = link.theirs.length
    if (frame.from > known) return
    link.theirs.push(...frame.entries.slice(known - frame.from))
    if (link.awaited.has('entries')) {
      link.awaited.delete('entries')
      if (frame.more && link.theirs.length > known)
        return this.engine.say({ type: 'pullEntries', after: link.theirs.length }, 'entries')
    } else if (link.theirs.length === known) return
    link.awaited.delete('entry')
    link.isRedoing = false
    await this.look(link)
  }

  private async look(link: Link): Promise<void> {
    const met = await this.engine.options.sealing.meet(link.theirs)
    if (this.engine.link !== link) return
    if (!met.ok) return this.engine.welcoming.mistrust()
    const meeting = met.value
    if (meeting.type === 'reconciled') return this.follow(link, meeting.counts)
    if (meeting.type === 'parted') return this.goOn(link, meeting.parting)
    if (meeting.type === 'same' && link.isForged) return this.engine.welcoming.mistrust()
    if (meeting.type === 'behind') this.engine.telling.tell({ phase: 'updateNeeded' })
    this.engine.reconnect(meeting.type === 'behind' ? pauseMs.other : 0)
  }

  private async goOn(link: Link, parting: Parting): Promise<void> {
    const { sealing, surroundings } = this.engine.options
    // Only once it refused the very next one has it lost what it cannot have back.
    if (link.welcome && parting.found.length === 0 && link.askedAgain < link.theirs.length) {
      link.askedAgain = link.theirs.length
      const [entry] = await sealing.readEntries(link.theirs.length)
      return this.engine.say({ type: 'entry', entry: entry! }, 'entry')
    }
    this.engine.telling.tell({ parting })
    this.engine.telling.alert({ type: 'parted' })
    if (!link.welcome || !(await this.isDecided(link, parting))) return this.engine.reconnect(pauseMs.other)
    const headOf = (device: string) => link.heads.get(device)?.dseq ?? 0
    const made = await sealing.redo(link.theirs, headOf, surroundings.now())
    if (this.engine.link !== link) return
    link.isRedoing = made.ok
    if (made.ok) return this.engine.say({ type: 'entry', entry: made.value }, 'entry')
    this.settle(err({ type: 'NotAllowed' }))
    this.engine.reconnect(pauseMs.other)
  }

  /** A decision is about what was shown: what was lost, and a relay's membership that still begins like that. */
  private async isDecided(link: Link, { heads }: Parting): Promise<boolean> {
    const { sealing } = this.engine.options
    if (this.decision?.heads.lost !== heads.lost) return false
    for (const bytes of link.theirs) {
      const parsed = parseEntry(bytes, Number.POSITIVE_INFINITY)
      if (parsed.ok && (await sealing.hashOf(parsed.value.bodyBytes)) === this.decision.heads.found) return true
    }
    return false
  }

  async entryRefused(link: Link, number: number, code: RefusalCode, waitMs: number): Promise<boolean> {
    if (link.step !== 'parted') {
      if (link.sentFrom < 0 || number < link.sentFrom) return false
      // One that was not the next is no news, and what a busy relay refuses comes again with the next connection.
      if (code === 'stale') await this.begin(link)
      else link.sentFrom = -1
      return true
    }
    if (!link.awaited.delete('entry')) return true
    if (!link.isRedoing) {
      await this.look(link)
      return true
    }
    if (this.decision) this.decision.tries += 1
    const passes = code === 'stale' || code === 'tooFast' || code === 'full'
    if (!passes || (this.decision && this.decision.tries > mostTries)) this.settle(err({ type: 'Refused', code }))
    // Another entry came first, or a device sent more than we knew of: the next connection tells.
    this.engine.reconnect(waitMs)
    return true
  }

  private async follow(link: Link, counts: Extract<Meeting, { type: 'reconciled' }>['counts']): Promise<void> {
    const { sealing, onMembership } = this.engine.options
    const failure = await this.engine.intake.givingWay.keepBeforeFollowing(counts)
    if (failure) return this.engine.storeFailed(failure)
    const followed = await sealing.follow(link.theirs)
    if (!followed.ok)
      return followed.error.type === 'Damaged'
        ? this.engine.welcoming.mistrust()
        : this.engine.storeFailed(followed.error)
    this.isOver()
    this.engine.submissions.again()
    onMembership?.(followed.value)
    if (followed.value.revoked) this.engine.telling.tell({ phase: 'revoked' })
    this.engine.reconnect()
  }

  isOver(): void {
    this.settle(ok(null))
    const { alerts, parting } = this.engine.telling.state
    if (!parting && !alerts.some(({ type }) => type === 'parted')) return
    this.engine.telling.tell({ parting: null, alerts: alerts.filter(({ type }) => type !== 'parted') })
  }

  private settle(result: Parameters<Decision['resolve']>[0]): void {
    this.decision?.resolve(result)
    this.decision = null
  }

  /** Nobody decides any more. */
  stop(): void {
    this.settle(err({ type: 'Unreachable' }))
  }
}
