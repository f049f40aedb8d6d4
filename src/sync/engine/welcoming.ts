import { noPrevious } from '../../log/batch.ts'
import { parseEntry } from '../../log/membership.ts'
import { maxFrameBytes, type RelayFrame } from '../../log/protocol.ts'
import type { RefusalCode } from '../face.ts'
import { acknowledgedHead } from '../engineMemory.ts'
import { type EngineContext, pauseMs, type Welcoming } from './context.ts'
import type { Link } from './link.ts'
import type { Welcome } from './options.ts'

const tokenMarginMs = 120_000

/** How a connection begins: whether the relay is the one we know, which entries either lacks, where reading goes on. */
export class RelayWelcoming implements Welcoming {
  private readonly engine: EngineContext
  /** The refusal shown was of the connection, not of what was pushed. */
  private wasTurnedAway = false

  constructor(engine: EngineContext) {
    this.engine = engine
  }

  async welcomed(link: Link, welcome: Welcome): Promise<void> {
    if (link.welcome) return
    const memory = this.engine.memory
    const view = this.engine.options.sealing.membership()
    link.awaited.delete('proof')
    link.welcome = welcome
    link.tokenUntil = this.engine.options.surroundings.now() + welcome.tokenEndsAt - welcome.now - tokenMarginMs
    if (this.wasTurnedAway) this.engine.telling.tell({ refusal: null })
    this.wasTurnedAway = false
    link.heads = new Map(Object.entries(welcome.heads))
    link.heardHead = welcome.head
    this.engine.options.onHeads?.(welcome.heads)
    if (welcome.room) this.engine.options.onRoom?.(welcome.room)
    this.engine.telling.tell({ notice: welcome.notice })
    if (welcome.entries <= view.entries && welcome.entries > 0) {
      if (welcome.entriesHead !== (await this.headAt(welcome.entries))) return this.engine.parting.begin(link)
      if (welcome.entries === view.entries) this.engine.parting.isOver()
    }
    const known = memory.relay
    const same =
      known?.logId === welcome.logId &&
      known.cursor <= welcome.head &&
      (known.cursor < welcome.floor || known.chain === welcome.chain)
    const isReset = !same && known !== null && known.cursor > 0
    if (isReset) this.engine.telling.alert({ type: 'relayReset' })
    if (isReset || (!view.read && this.hasLostOurs(link, welcome))) {
      // Noted before the engine remembers this relay, and asks no more.
      const noted = this.engine.options.onRelayReset?.()
      if (noted) await noted
      if (this.engine.link !== link) return
    }
    if (!same) memory.relay = { logId: welcome.logId, cursor: 0, chain: noPrevious }
    else if (welcome.entries < view.entries) this.engine.telling.alert({ type: 'rolledBack' })
    if (welcome.snapshot) this.engine.options.onSnapshot?.(welcome.snapshot)
    // Marks are enough only while the relay has our own chain as we know it.
    link.ownBytes = !same
    link.mayPush = same && this.ownHeadMatches(link)
    link.startedAt = memory.relay!.cursor
    if (welcome.entries > view.entries) {
      link.step = 'entries'
      return this.engine.say({ type: 'pullEntries', after: view.entries }, 'entries')
    }
    if (welcome.entries < view.entries) link.sentFrom = welcome.entries
    for (const entry of await this.engine.options.sealing.readEntries(welcome.entries))
      this.engine.say({ type: 'entry', entry })
    return this.read(link)
  }

  /** The hash of the last of so many entries, as this device knows them. */
  private async headAt(entries: number): Promise<string> {
    const { sealing } = this.engine.options
    const [last] = await sealing.readEntries(entries - 1)
    const parsed = parseEntry(last!, Number.POSITIVE_INFINITY)
    return parsed.ok ? sealing.hashOf(parsed.value.bodyBytes) : ''
  }

  /** What is before the floor, or was lost with an older log, stands in a snapshot only. */
  async adopt(link: Link): Promise<boolean> {
    const { intake, options } = this.engine
    const { snapshot } = link.welcome!
    const adopted = snapshot && (await options.adopt?.(snapshot, link.welcome!))
    if (this.engine.link !== link) return false
    if (!adopted) {
      this.engine.reconnect(pauseMs.other)
      return false
    }
    if ('type' in adopted) {
      this.engine.storeFailed(adopted)
      return false
    }
    const outcome = await intake.adopted(adopted)
    await this.engine.telling.after(outcome)
    return !outcome.stop && this.engine.link === link
  }

  mistrust(): void {
    this.engine.telling.alert({ type: 'rolledBack' })
    this.engine.reconnect(pauseMs.other)
  }

  /** Who reads no log has no place in it: that something of its own is gone says that the relay was reset or restored. */
  private hasLostOurs({ heads }: Link, { logId }: Welcome): boolean {
    const { memory, options } = this.engine
    const { device } = options.sealing
    const stands = heads.get(device)?.dseq ?? 0
    return memory.relay !== null && (memory.relay.logId !== logId || stands < acknowledgedHead(memory, device).dseq)
  }

  private ownHeadMatches(link: Link): boolean {
    const memory = this.engine.memory
    const { device } = this.engine.options.sealing
    const stands = link.heads.get(device)
    const acknowledged = acknowledgedHead(memory, device)
    const dseq = stands?.dseq ?? 0
    if (dseq === acknowledged.dseq) return dseq === 0 || stands!.hash === acknowledged.hash
    return memory.unsent.some((each) => each.dseq === dseq && each.hash === stands!.hash)
  }

  async entriesCame(link: Link, frame: Extract<RelayFrame, { type: 'entries' }>): Promise<void> {
    const { sealing } = this.engine.options
    if (link.step === 'parted') return this.engine.parting.entriesCame(link, frame)
    const before = sealing.membership()
    const asked = link.awaited.delete('entries')
    if (frame.from > before.entries) {
      // News of an entry that follows others we lack.
      if (!asked && !before.isBehind) this.engine.say({ type: 'pullEntries', after: before.entries }, 'entries')
      return
    }
    const taken = frame.entries.length === 0 ? null : await sealing.takeEntries(frame.from, frame.entries)
    if (taken && !taken.ok) {
      if (taken.error.type === 'DiskFull' || taken.error.type === 'StoreClosed') {
        return this.engine.storeFailed({ type: taken.error.type })
      }
      // Who is refused was told all there is before, and can ask nothing.
      const all = link.welcome ? undefined : frame.entries
      return this.engine.parting.begin(link, taken.error.type === 'Damaged', all)
    }
    const view = sealing.membership()
    if (taken && frame.from + frame.entries.length >= view.entries) this.engine.parting.isOver()
    this.engine.submissions.taken(frame.entries)
    if (view.entries > before.entries) {
      this.engine.options.onMembership?.(view)
      if (view.revoked) this.engine.telling.tell({ phase: 'revoked' })
      if (this.engine.memory.relay) {
        const failure = await this.engine.intake.givingWay.keepUncounted(frame.entries)
        if (failure) return this.engine.storeFailed(failure)
        await this.engine.telling.after(await this.engine.intake.retryAside())
      }
    }
    if (view.isBehind) this.engine.telling.tell({ phase: view.revoked ? 'revoked' : 'updateNeeded' })
    if (frame.more && frame.entries.length > 0 && !view.isBehind) {
      return this.engine.say({ type: 'pullEntries', after: view.entries }, 'entries')
    }
    // Who may read from now on begins where it once stopped, or at the beginning.
    if (view.read && !before.read && link.step !== 'entries') return this.engine.reconnect()
    if (link.step === 'entries') return this.read(link)
    // Something waited for these.
    if (this.engine.submissions.hasWaiting()) await this.engine.submissions.send()
    if (view.write && !before.write) await this.engine.pushing.push(link)
  }

  private async read(link: Link): Promise<void> {
    const { read } = this.engine.options.sealing.membership()
    const { welcome } = link
    // The entries came first: they bring the keys that a snapshot opens with.
    if (read && this.engine.memory.relay!.cursor < welcome!.floor && !(await this.adopt(link))) return
    if (welcome!.floor > 0 && !(await this.noteOwnHead(link))) return
    link.step = 'reading'
    if (!read && !(await this.followOwnHead(link))) return
    if (link.mayPush) this.engine.pushing.pack(0)
    if (!read) return this.engine.reading.caughtUp(link)
    this.engine.reading.pull(link, this.engine.memory.relay!.cursor)
  }

  /** What of ours the relay's head of our chain is or follows is on its disk, or in a snapshot that replaced it. */
  private async noteOwnHead(link: Link): Promise<boolean> {
    const { memory, intake, options } = this.engine
    const stands = link.heads.get(options.sealing.device)
    if (!stands || !memory.unsent.some(({ dseq, hash }) => dseq === stands.dseq && hash === stands.hash)) return true
    const there = memory.unsent.filter(({ dseq }) => dseq <= stands.dseq).map(({ dseq }) => dseq)
    const failure = await intake.pass(link.own, there)
    if (failure) this.engine.storeFailed(failure)
    return !failure
  }

  /** Who reads no log learns of a copy of itself from the relay's word alone, and numbers what is unsent after it. */
  private async followOwnHead(link: Link): Promise<boolean> {
    const { device } = this.engine.options.sealing
    const stands = link.heads.get(device)
    const isOurs = stands === undefined || stands.dseq < acknowledgedHead(this.engine.memory, device).dseq
    if (isOurs || this.ownHeadMatches(link)) return true
    const failure = await this.engine.intake.givingWay.follow({ dseq: stands.dseq, hash: stands.hash || noPrevious })
    if (!failure) return true
    this.engine.storeFailed(failure)
    return false
  }

  /** A new space, or one that the relay lost in part or in whole: it is made of the entries we have. */
  private async bringEntries(link: Link, from: number): Promise<void> {
    link.awaited.delete('proof')
    const entries: Uint8Array[] = []
    let size = 0
    for (const entry of await this.engine.options.sealing.readEntries(from)) {
      if (size + entry.length > maxFrameBytes - 4096) break
      entries.push(entry)
      size += entry.length + 4
    }
    this.engine.say({ type: 'create', admission: this.engine.options.admission ?? '', entries }, 'hello')
  }

  /** The relay will have nothing to do with this device, or not now. */
  async turnedAway(link: Link, code: RefusalCode, waitMs: number, awaited?: number): Promise<void> {
    if (code === 'noSpace' && !link.created) {
      link.created = true
      return this.bringEntries(link, 0)
    }
    // A relay that was restored to a time before this device was let in learns of it from its entries, while that helps.
    const { entries } = this.engine.options.sealing.membership()
    if (code === 'stranger' && awaited !== undefined && awaited > link.offeredFrom && awaited < entries) {
      link.offeredFrom = awaited
      return this.bringEntries(link, awaited)
    }
    const { surroundings } = this.engine.options
    this.wasTurnedAway = true
    this.engine.telling.tell({
      phase: code === 'revoked' ? 'revoked' : code === 'version' ? 'updateNeeded' : 'refused',
      refusal: { code, at: surroundings.now(), ...(waitMs ? { retryAt: surroundings.now() + waitMs } : {}) },
    })
    this.engine.reconnect(waitMs || (code === 'gone' ? pauseMs.gone : pauseMs.other))
  }
}
