import { proxy, type Remote } from 'comlink'
import { bytesToHex } from '../kit/bytes.ts'
import { err, ok } from '../kit/result.ts'
import { shareNotice } from '../model/offerShare.ts'
import type { Change } from '../model/record.ts'
import { readBlob } from '../store/blobs.ts'
import { recall, remember } from '../store/memory.ts'
import { erasedAmong, followJournal, readOfferScope, stampsOf } from '../store/mirrored.ts'
import { dropOfferDatabase, offerDatabase } from '../store/offerDatabase.ts'
import { openRecord } from '../store/read.ts'
import { write } from '../store/write.ts'
import type { Done, OfferFacts, OfferShare, ShareCommand, SyncCommands, SyncStatus } from './face.ts'
import { type HostSide, mirrorOffer } from './offerMirror.ts'
import type { OfferWorker } from './offerSpace.ts'
import type { Asker } from './workspace.ts'

/** A change is seldom alone. */
const restMs = 300
const sharesName = 'shares'
const factsName = (id: string) => `shares.facts.${id}`

/** A shared offer at work: its space in a worker of its own, and the mirror between. */
interface Live {
  share: OfferShare
  space: Remote<OfferWorker>
  end: () => void
  facts: OfferFacts
  /** What the offer consists of, on this side. */
  ids: ReadonlySet<string>
  timer: ReturnType<typeof setTimeout> | null
  working: boolean
  again: boolean
}

/** The offers that this device shares with guests. It lives in the worker of the tab that leads. */
export class OfferShares {
  private readonly live = new Map<string, Live>()
  private readonly startSpace: (database: string) => { space: Remote<OfferWorker>; end: () => void }
  private readonly host: HostSide
  private stopFollowing: (() => void) | null = null

  constructor(
    startSpace: (database: string) => { space: Remote<OfferWorker>; end: () => void },
    fetchBlob: (id: string) => Promise<boolean>,
  ) {
    this.startSpace = startSpace
    this.host = {
      readScope: readOfferScope,
      stampsOf,
      erasedAmong,
      write,
      readFile: async (blobId) => {
        const read = await readBlob(blobId)
        if (read.ok) return read.value
        const again = (await fetchBlob(blobId)) ? await readBlob(blobId) : read
        return again.ok ? again.value : null
      },
    }
  }

  /** Goes on with what is shared. */
  async open(): Promise<void> {
    // Nobody waits for them: a space that cannot be opened must not keep the workspace from opening.
    for (const share of await readShares()) void this.resume(share)
  }

  private async resume(share: OfferShare): Promise<void> {
    const isMade = await this.start(share)
    if (share.state === 'making') {
      // Broken off while it was made: nobody knows of it.
      if (!isMade) return this.drop(share.id)
      await this.change(share.id, { state: 'on' })
    } else if (!isMade) this.tell(this.live.get(share.id)!, { trouble: 'StoreClosed' })
  }

  wake(): void {
    for (const live of this.live.values()) {
      void live.space.wake()
      if (live.share.state === 'ending') this.look(live)
    }
  }

  async share(
    { offerId, contacts, cvs, ...who }: Parameters<SyncCommands['shareOffer']>[0],
    by: string,
  ): Done<{ id: string }> {
    const known = (await readShares()).find((share) => share.offerId === offerId)
    if (known) return known.state === 'on' ? ok({ id: known.id }) : err({ type: 'AlreadyJoined' })
    const offer = await openRecord('offer', offerId)
    if (!offer.ok || offer.value.demo) return err({ type: 'NotAllowed' })
    const id = bytesToHex(crypto.getRandomValues(new Uint8Array(8)))
    const share: OfferShare = { id, offerId, contacts, cvs, since: Date.now(), by, state: 'making' }
    await keepShares((shares) => [...shares, share])
    await this.start(share)
    const made = await this.live.get(id)!.space.create(who)
    if (!made.ok) {
      await this.drop(id)
      return made
    }
    await this.change(id, { state: 'on' })
    await tellWorkspace({
      type: 'create',
      kind: 'setting',
      id: shareNotice(offerId),
      fields: { value: { by, at: share.since } },
    })
    return ok({ id })
  }

  async changeChoice(id: string, { contacts, cvs }: { contacts: boolean; cvs: boolean }): Done {
    return (await this.change(id, { contacts, cvs })) ? ok(null) : err({ type: 'NotJoined' })
  }

  async stop(id: string): Done {
    return (await this.change(id, { state: 'ending' })) ? ok(null) : err({ type: 'NotJoined' })
  }

  run(id: string, name: ShareCommand, given: readonly unknown[], asker: Asker): Done<unknown> {
    const live = this.live.get(id)
    return live ? live.space.run(name, given, asker) : Promise.resolve(err({ type: 'NotJoined' }))
  }

  /** What changes in the workspace is looked at while an offer is shared. */
  private follow(): void {
    this.stopFollowing ??= followJournal((entries) => {
      for (const live of this.live.values()) {
        const concerns = entries.some(
          ({ kind, id }) => kind === 'application' || kind === 'interaction' || live.ids.has(id),
        )
        if (concerns) this.look(live)
      }
    })
  }

  /** True once the space exists. */
  private async start(share: OfferShare): Promise<boolean> {
    const { space, end } = this.startSpace(offerDatabase(share.id))
    const live: Live = {
      share,
      space,
      end,
      facts: { status: null, devices: [], invitations: [], trouble: null },
      ids: new Set([share.offerId]),
      timer: null,
      working: false,
      again: false,
    }
    this.live.set(share.id, live)
    this.follow()
    const isMade = await space.open(
      proxy((facts) => {
        this.tell(live, facts)
        if (live.share.state === 'ending') this.look(live)
      }),
      proxy(() => this.look(live)),
    )
    if (isMade) this.look(live)
    return isMade
  }

  private tell(live: Live, facts: Partial<OfferFacts>): void {
    live.facts = { ...live.facts, ...facts }
    if (this.live.has(live.share.id)) void remember(factsName(live.share.id), live.facts)
  }

  private async change(id: string, change: Partial<OfferShare>): Promise<boolean> {
    const live = this.live.get(id)
    if (!live) return false
    live.share = { ...live.share, ...change }
    await keepShares((shares) => shares.map((share) => (share.id === id ? live.share : share)))
    this.look(live)
    return true
  }

  /** Something may differ between the offer and its space. */
  private look(live: Live): void {
    live.again = true
    if (live.timer || live.working) return
    live.timer = setTimeout(() => {
      live.timer = null
      void this.work(live)
    }, restMs)
  }

  private async work(live: Live): Promise<void> {
    live.working = true
    try {
      while (live.again && this.live.has(live.share.id)) {
        live.again = false
        await this.pass(live)
      }
    } catch (cause) {
      // What nobody foresaw: the next change tries again, and whoever develops sees why.
      reportError(cause)
    } finally {
      live.working = false
    }
  }

  private async pass(live: Live): Promise<void> {
    const { offerId, contacts, cvs, by, state, id } = live.share
    if (state === 'making') return
    // Shut out of its own workspace, this device has nothing to show to others any more.
    const isShutOut = ((await recall('sync.status')) as SyncStatus | null | undefined)?.phase === 'revoked'
    const choice = state === 'ending' || isShutOut ? null : { contacts, cvs }
    const done = await mirrorOffer({ offerId, choice, by }, this.host, live.space)
    const trouble =
      done.ok || (done.error.type !== 'DiskFull' && done.error.type !== 'StoreClosed') ? null : done.error.type
    if (trouble !== live.facts.trouble) this.tell(live, { trouble })
    if (!done.ok) return
    live.ids = new Set([offerId, ...done.value])
    if (state === 'ending' && (await live.space.end())) await this.drop(id)
  }

  private async drop(id: string): Promise<void> {
    const share = this.live.get(id)?.share
    if (share) await tellWorkspace({ type: 'erase', kind: 'setting', id: shareNotice(share.offerId) })
    this.live.get(id)?.end()
    this.live.delete(id)
    if (this.live.size === 0) {
      this.stopFollowing?.()
      this.stopFollowing = null
    }
    await dropOfferDatabase(id)
    await keepShares((shares) => shares.filter((share) => share.id !== id))
    await remember(factsName(id), null)
  }
}

/** Other devices of the workspace see that the offer is shared. Where they cannot be told, it is shared all the same. */
const tellWorkspace = async (change: Change): Promise<void> => {
  await write([change], { action: 'offer.shared' })
}

const readShares = async (): Promise<OfferShare[]> => ((await recall(sharesName)) as OfferShare[] | undefined) ?? []

const keepShares = async (change: (shares: OfferShare[]) => OfferShare[]): Promise<void> =>
  remember(sharesName, change(await readShares()))
