import { bytesToHex, concatBytes } from '../kit/bytes.ts'
import type { Result } from '../kit/result.ts'
import type { FetchingFile, FilesStatus, SyncFailure, SyncStatus } from './face.ts'
import { Pace, paceBytes } from './pace.ts'
import type { FileNotes, FileSealing, FileShelf, FileStore, Surroundings } from './ports.ts'

/** What the simulator makes smaller. */
export const fileLimits = {
  /** Records go first: files begin when nothing of them waits, and this long after. */
  restMs: 1500,
  tryAgainMs: 30_000,
  tellEveryMs: 250,
  /** Of the devices that could, the first at leisure recognises what field agents brought in. */
  leisureMs: 5 * 60_000,
  paceBytes,
}
const tries = 3
/** So many at a time: the rest has its turn with the next. */
const recognisedAtOnce = 20

const uploadedPrefix = 'sync.uploaded.'
const noted = (blobId: string) => `${uploadedPrefix}${blobId}`
/** The beginning of the upload under way, so that it is only gone on with under the same key. */
const begunAs = (name: string) => `sync.uploading.${name}`

type Sent = 'done' | 'none' | 'later'

/** Where files are exchanged: the app's device, or a simulated one. Asked anew each time, since a device leaves and joins. */
export interface BlobHost {
  readonly engine: { isLive(): boolean; status(): SyncStatus } | null
  readonly sealing: FileSealing | null
  readonly shelf: FileShelf
  readonly files: FileStore
  readonly surroundings: Surroundings
  readonly notes: FileNotes
  /** Something threw that should not have. */
  failed(cause: unknown): void
  whenLive(withinMs?: number): Promise<Result<unknown, SyncFailure>>
}

/**
 * The files of documents: those that are here go to the relay in the background, those that are not come when someone
 * opens them. Each lies there sealed, under a name that only members can make (SPEC 9.1). Both go on where a lost line
 * or a closed app broke them off.
 */
export class BlobExchange {
  private readonly host: BlobHost
  private readonly limits: typeof fileLimits
  /** Files that documents name and nobody has looked for here yet. */
  private readonly named = new Set<string>()
  /** Files that are here and not at the relay. */
  private readonly due = new Set<string>()
  /** Files the relay will not take. */
  private readonly refused = new Set<string>()
  /** Files by document, so that those of an erased one can be taken from the relay. */
  private readonly known = new Map<string, string[]>()
  private readonly erased = new Set<string>()
  private readonly under = new Map<string, { done: Promise<boolean>; abort: AbortController }>()
  private readonly fetching = new Map<string, FetchingFile>()
  private sending: FilesStatus['sending'] = null
  private stopFollowing: (() => void) | null = null
  /** Calls off what was to be done later. */
  private timer: (() => void) | null = null
  private tellTimer: (() => void) | null = null
  private leisure: (() => void) | null = null
  private working = false

  constructor(host: BlobHost, limits = fileLimits) {
    this.host = host
    this.limits = limits
  }

  start(): void {
    this.tell()
    this.stopFollowing ??= this.host.files.follow(
      (documents, removed) => {
        for (const { id, blobIds } of documents) {
          this.known.set(id, blobIds)
          for (const blobId of blobIds) this.named.add(blobId)
        }
        for (const id of removed) for (const blobId of this.known.get(id) ?? []) this.erased.add(blobId)
        this.later(this.limits.restMs)
        this.recogniseAtLeisure()
      },
      (cause) => this.host.failed(cause),
    )
  }

  stop(): void {
    this.stopFollowing?.()
    this.stopFollowing = null
    for (const callOff of [this.timer, this.tellTimer, this.leisure]) callOff?.()
    this.timer = null
    this.leisure = null
    this.tellTimer = null
    for (const { abort } of this.under.values()) abort.abort()
    for (const set of [this.named, this.due, this.refused, this.erased]) set.clear()
    this.known.clear()
    this.fetching.clear()
  }

  private recogniseAtLeisure(): void {
    const { surroundings } = this.host
    const chance = surroundings.random(new Uint8Array(1))[0]! / 255
    this.leisure ??= surroundings.later(
      () => {
        this.leisure = null
        this.recogniseForeign().catch((cause: unknown) => this.host.failed(cause))
      },
      this.limits.leisureMs * (1 + chance),
    )
  }

  /**
   * Who has no key of the workspace names files by keys of its own: the same file sent in twice, or that of someone erased,
   * would not be recognised until somebody opens it. A device that may write fetches such files and says what they are.
   */
  async recogniseForeign(): Promise<void> {
    const { sealing, engine, files } = this.host
    const view = sealing?.membership()
    if (!view?.read || !view.write || !engine?.isLive()) return
    for (const blobId of (await files.unrecognised()).slice(0, recognisedAtOnce)) {
      if (this.host.sealing !== sealing || !engine.isLive()) return
      if (await this.fetch(blobId)) continue
      // Nobody asked for it, so nobody is told that it is not to be had.
      if (this.fetching.get(blobId)?.state !== 'held') this.fetching.delete(blobId)
      this.tell()
    }
  }

  /** Something may have become possible: the relay answers, records are through. */
  wake(): void {
    if (this.named.size + this.due.size + this.erased.size > 0) this.later(this.limits.restMs)
    if (!this.host.engine?.isLive()) return
    for (const [blobId, { state }] of this.fetching) if (state === 'offline') void this.fetch(blobId)
  }

  /** True while files wait that can be sent, as far as was looked. */
  isBusy(): boolean {
    const mayWrite = this.host.sealing?.membership().write === true
    return mayWrite && (this.working || this.timer !== null || this.named.size + this.due.size + this.erased.size > 0)
  }

  /** The relay may have lost files that it was given: each that is here is offered again. */
  async relayWasReset(): Promise<void> {
    await this.host.notes.forgetUnder(uploadedPrefix)
    this.refused.clear()
    for (const ids of this.known.values()) for (const id of ids) this.named.add(id)
    this.later(this.limits.restMs)
  }

  /** True once the file is on this device. */
  fetch(blobId: string): Promise<boolean> {
    if (this.fetching.get(blobId)?.state === 'held') return Promise.resolve(false)
    let under = this.under.get(blobId)
    if (!under) {
      const abort = new AbortController()
      const done = this.fetchNow(blobId, abort.signal).finally(() => this.under.delete(blobId))
      this.under.set(blobId, (under = { done, abort }))
    }
    return under.done
  }

  /** Stops a file that is on its way here, or lets it go on. What has come stays. */
  hold(blobId: string, isHeld: boolean): void {
    if (isHeld) {
      this.tellOf(blobId, { state: 'held' })
      this.under.get(blobId)?.abort.abort()
      return
    }
    this.tellOf(blobId, { state: 'coming' })
    const before = this.under.get(blobId)?.done ?? Promise.resolve(false)
    void before.then((isHere) => isHere || this.fetch(blobId))
  }

  private later(afterMs: number): void {
    if (this.timer || this.working) return
    this.timer = this.host.surroundings.later(() => {
      this.timer = null
      this.working = true
      this.work()
        .then((isDone) => {
          this.working = false
          if (!isDone && this.stopFollowing) this.later(this.limits.tryAgainMs)
        })
        .catch((cause: unknown) => {
          this.working = false
          this.host.failed(cause)
        })
    }, afterMs)
  }

  /** True when nothing is left to do, or the next change of the status begins it anyway. */
  private async work(): Promise<boolean> {
    await this.findDue()
    const { engine, sealing, notes } = this.host
    if (this.due.size + this.erased.size === 0) return true
    if (!sealing || !engine?.isLive() || engine.status().toSend !== 0) return true
    if (!(await this.host.whenLive()).ok) return false
    for (const blobId of this.erased) {
      if (!(await this.remove(sealing, blobId))) return false
      this.erased.delete(blobId)
    }
    for (const blobId of this.due) {
      if (this.host.sealing !== sealing || !engine.isLive()) return true
      const sent = await this.send(sealing, blobId)
      this.sending = null
      if (sent === 'later') {
        this.tell()
        return false
      }
      if (sent === 'done') await notes.remember(noted(blobId), true)
      else this.refused.add(blobId)
      this.due.delete(blobId)
      this.tell()
    }
    return true
  }

  /** Which of the files that documents name are here and not yet at the relay. */
  private async findDue(): Promise<void> {
    if (this.named.size === 0 || this.host.sealing?.membership().write !== true) return
    const [here, uploaded] = await Promise.all([this.host.files.here(), this.host.notes.under(uploadedPrefix)])
    for (const blobId of this.named) {
      this.named.delete(blobId)
      if (here.has(blobId) && !uploaded.has(blobId) && !this.refused.has(blobId)) this.due.add(blobId)
    }
    this.tell()
  }

  // --- To the relay -----------------------------------------------------------------------------------------------

  /** `none`: it cannot be sent from here. */
  private async send(sealing: FileSealing, blobId: string): Promise<Sent> {
    const { files, notes, shelf, surroundings } = this.host
    const content = await files.read(blobId)
    if (!content) return 'none'
    const name = await sealing.nameOf(blobId)
    const sealed = await sealing.sealFile(name, content)
    if (!sealed) return 'later'
    const begun = await shelf.begin(name, sealed.size)
    const beginning = bytesToHex(sealed.header)
    let at = 0
    if (begun === 'tooLarge') return 'none'
    if (begun === 'later') return 'later'
    if (begun === 'exists') {
      const stands = await shelf.stands(name)
      if (!stands) return 'later'
      at = stands.at
      if (at === stands.size) return 'done'
      const before = await notes.recall(begunAs(name))
      if (stands.size !== sealed.size || (at > 0 && typeof before === 'string' && before !== beginning)) {
        // Begun under another key: what is half there fits nothing any more.
        await shelf.remove(name)
        return 'later'
      }
    }
    await notes.remember(begunAs(name), beginning)
    const pace = new Pace(this.limits.paceBytes)
    for (let index = 0, end = 0; index < sealed.count; index += 1) {
      const isLast = index === sealed.count - 1
      const from = end
      end = isLast ? sealed.size : (index + 1) * sealed.chunkBytes + sealed.header.length
      if (at >= end) continue
      const chunk = await sealed.chunk(index)
      const piece = index === 0 ? concatBytes(sealed.header, chunk) : chunk
      for (let failed = 0; at < end;) {
        this.sending = { done: at, size: sealed.size }
        this.tell()
        const some = piece.subarray(at - from, at - from + pace.bytes)
        const startedAt = surroundings.now()
        if (await shelf.append(name, at, some)) {
          pace.took(some.length, surroundings.now() - startedAt)
          at += some.length
          failed = 0
          continue
        }
        pace.failed()
        failed += 1
        // What came through before the line broke is there.
        const stands = failed < tries ? await shelf.stands(name) : null
        if (!stands || stands.at < from) return 'later'
        at = stands.at
      }
    }
    await notes.remember(begunAs(name), null)
    return 'done'
  }

  private async remove(sealing: FileSealing, blobId: string): Promise<boolean> {
    let isGone = true
    for (const name of await this.namesOf(sealing, blobId))
      isGone = (await this.host.shelf.remove(name)) === 'gone' && isGone
    return isGone
  }

  private async namesOf(sealing: FileSealing, blobId: string): Promise<string[]> {
    return [await sealing.nameOf(blobId), ...(await sealing.otherNamesOf(blobId))]
  }

  // --- From the relay ---------------------------------------------------------------------------------------------

  private async fetchNow(blobId: string, signal: AbortSignal): Promise<boolean> {
    const { engine, files, notes } = this.host
    // Looked for again and again while someone waits for it: what is said of it changes when something does.
    if (!this.fetching.has(blobId)) this.tellOf(blobId, { state: engine?.isLive() ? 'coming' : 'offline' })
    const live = await this.host.whenLive(10_000)
    const { sealing } = this.host
    if (!live.ok || !sealing || signal.aborted) return this.missed(blobId, signal.aborted ? 'held' : 'offline')
    const names = await this.namesOf(sealing, blobId)
    let why: FetchingFile['state'] = 'elsewhere'
    for (const name of names) {
      const read = await this.read(blobId, name, signal)
      if (read === 'elsewhere') continue
      if (typeof read === 'string') return this.missed(blobId, read)
      const opened = await sealing.openFile(name, read)
      if (!opened.ok) {
        // Nothing of it is of use: whoever tries again begins anew.
        await files.dropPartial(name)
        why = 'damaged'
        continue
      }
      const kept = await files.put(blobId, opened.value)
      if (!kept.ok) return this.missed(blobId, 'full')
      await files.dropPartial(name)
      await notes.remember(noted(blobId), true)
      // Who only writes has not the key that files are recognised by everywhere: whoever opens one makes it.
      if (name !== names[0]) await files.recognise()
      this.fetching.delete(blobId)
      this.tell()
      return true
    }
    return this.missed(blobId, why)
  }

  private missed(blobId: string, state: FetchingFile['state']): false {
    this.tellOf(blobId, { state })
    return false
  }

  /** Piece by piece, each on disk before the next is asked for: a line that breaks and an app that closes cost one. */
  private async read(
    blobId: string,
    name: string,
    signal: AbortSignal,
  ): Promise<Uint8Array | Exclude<FetchingFile['state'], 'coming' | 'damaged'>> {
    const { files, shelf, surroundings } = this.host
    const before = await files.readPartial(name)
    const pieces = [before.bytes]
    const pace = new Pace(this.limits.paceBytes)
    let at = before.bytes.length
    let { size } = before
    for (let failed = 0; size === 0 || at < size;) {
      if (size > 0) this.tellOf(blobId, { state: 'coming', done: at, size })
      const startedAt = surroundings.now()
      const asked = await shelf.read(name, at, pace.bytes, signal)
      if (signal.aborted) return 'held'
      if (asked === 'absent') return 'elsewhere'
      if (asked === 'later') {
        failed += 1
        if (failed >= tries) return 'offline'
        pace.failed()
        continue
      }
      const { bytes, size: whole } = asked
      if (bytes.length === 0 || (size !== 0 && whole !== size)) {
        // Another file than the one begun, or none: what came of it fits nothing.
        await files.dropPartial(name)
        return 'offline'
      }
      failed = 0
      pace.took(bytes.length, surroundings.now() - startedAt)
      size = whole
      if (at + bytes.length < size) {
        const kept = await files.keepPiece(name, size, at, bytes)
        if (!kept.ok) return 'full'
      }
      pieces.push(bytes)
      at += bytes.length
    }
    return concatBytes(...pieces)
  }

  // --- What screens read ------------------------------------------------------------------------------------------

  private tellOf(blobId: string, part: Partial<FetchingFile>): void {
    const before = this.fetching.get(blobId) ?? { state: 'coming', done: 0, size: 0 }
    this.fetching.set(blobId, { ...before, ...part })
    this.tell()
  }

  private tell(): void {
    this.tellTimer ??= this.host.surroundings.later(() => {
      this.tellTimer = null
      const status: FilesStatus = {
        toSend: this.due.size,
        sending: this.sending,
        fetching: Object.fromEntries(this.fetching),
      }
      this.host.notes.remember('sync.files', status).catch((cause: unknown) => this.host.failed(cause))
    }, this.limits.tellEveryMs)
  }
}
