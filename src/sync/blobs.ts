import { bytesToHex, concatBytes } from '../kit/bytes.ts'
import type { Result } from '../kit/result.ts'
import { erasedFileNote } from '../store/erasedFileNote.ts'
import type { FetchingFile, FilesStatus, SyncFailure, SyncStatus } from './face.ts'
import { Pace, paceBytes } from './pace.ts'
import type { FileNotes, FileSealing, FileShelf, FileStore, Surroundings } from './ports.ts'

/** What the simulator makes smaller. */
export const fileLimits = {
  /** Records go first: files begin when nothing of them waits, and this long after. */
  restMs: 1500,
  tryAgainMs: 30_000,
  /** What was sent is looked for at the relay this often: an old backup brought back may lack it, and the log not show it. */
  lookEveryMs: 24 * 3600_000,
  tellEveryMs: 250,
  /** Of the devices that could, the first at leisure recognises what field agents brought in. */
  leisureMs: 5 * 60_000,
  paceBytes,
}
const tries = 3
/** So many are looked for in one request. */
const lookedForAtOnce = 500
/** So many at a time: the rest has its turn with the next. */
const recognisedAtOnce = 20

/** Names of notes about files at the relay, each with the document that names the file. */
export const fileNotes = {
  uploaded: 'sync.uploaded.',
  uploading: 'sync.uploading.',
  gone: 'sync.filesGone',
  erased: erasedFileNote,
  looked: 'sync.filesLooked',
}
const uploaded = (blobId: string) => `${fileNotes.uploaded}${blobId}`
const uploading = (blobId: string) => `${fileNotes.uploading}${blobId}`

/** An upload under way: it is only gone on with where it is the very one, under the very same key. */
interface Begun {
  document: string
  upload: string
  beginning: string
}

/** Files of erased documents: those still to be taken from the relay, and the latest that were. */
interface Gone {
  due: string[]
  done: string[]
}
/** So many are taken away again where a relay was restored from before. */
const mostGone = 1000

/** `busy`: not now, but others may go on. */
type Sent = 'done' | 'none' | 'busy' | 'later'

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
  /** Every document was named to this run of the app, and its files looked for. */
  private isCounted = false
  private hasHeard = false
  private isStopped = false
  /** Files the relay will not take. */
  private readonly refused = new Set<string>()
  /** Files by document, so that those of an erased one can be taken from the relay. */
  private readonly known = new Map<string, string[]>()
  /** By file, the document that names it. */
  private readonly namedBy = new Map<string, string>()
  /** Null until it was read. */
  private gone: Gone | null = null
  /** What was erased while the app was closed is yet to be found. */
  private toFindGone = true
  /** When files were last looked for at the relay; null until it was read. */
  private lookedAt: number | null = null
  /** How far an upload of another device was when it was met last, by file. */
  private readonly met = new Map<string, string>()
  private readonly under = new Map<string, { done: Promise<boolean>; abort: AbortController }>()
  private readonly fetching = new Map<string, FetchingFile>()
  private sending: FilesStatus['sending'] = null
  private stopFollowing: (() => void) | null = null
  /** Calls off what was to be done later. */
  private timer: (() => void) | null = null
  private tellTimer: (() => void) | null = null
  private leisure: (() => void) | null = null
  private lookTimer: (() => void) | null = null
  private working = false
  private again = false

  constructor(host: BlobHost, limits = fileLimits) {
    this.host = host
    this.limits = limits
  }

  start(): void {
    this.isStopped = false
    this.tell()
    this.stopFollowing ??= this.host.files.follow(
      (documents, removed) => {
        this.hasHeard = true
        for (const { id, blobIds } of documents) {
          this.known.set(id, blobIds)
          for (const blobId of blobIds) {
            this.named.add(blobId)
            this.namedBy.set(blobId, id)
          }
        }
        this.removed(removed).catch((cause: unknown) => this.host.failed(cause))
        this.later(this.limits.restMs)
        this.recogniseAtLeisure()
      },
      (cause) => this.host.failed(cause),
    )
  }

  stop(): void {
    this.isStopped = true
    this.stopFollowing?.()
    this.stopFollowing = null
    for (const callOff of [this.timer, this.tellTimer, this.leisure, this.lookTimer]) callOff?.()
    this.timer = null
    this.lookTimer = null
    this.leisure = null
    this.tellTimer = null
    for (const { abort } of this.under.values()) abort.abort()
    for (const each of [this.named, this.due, this.refused, this.known, this.namedBy, this.met, this.fetching])
      each.clear()
    this.gone = null
    this.isCounted = false
    this.hasHeard = false
    this.toFindGone = true
    this.lookedAt = null
  }

  /** What was erased here is noted before anything is done about it, so that a closed app goes on with it. */
  private async removed(ids: readonly string[]): Promise<void> {
    const blobIds: string[] = []
    for (const id of ids) {
      for (const blobId of this.known.get(id) ?? []) if (this.namedBy.get(blobId) === id) blobIds.push(blobId)
      this.known.delete(id)
    }
    await this.noteGone(blobIds)
  }

  private async readGone(): Promise<Gone> {
    const read = (await this.host.notes.recall(fileNotes.gone)) as Gone | null | undefined
    return (this.gone ??= read ?? { due: [], done: [] })
  }

  private async noteGone(blobIds: readonly string[]): Promise<void> {
    if (blobIds.length === 0) return
    const { due, done } = await this.readGone()
    const again = new Set(blobIds)
    await this.keepGone({ due: [...new Set([...due, ...again])], done: done.filter((each) => !again.has(each)) })
    this.later(this.limits.restMs)
  }

  private keepGone(gone: Gone): Promise<void> {
    this.gone = gone
    return this.host.notes.remember(fileNotes.gone, gone)
  }

  /** Documents that were erased while this was not told of it: what is noted of their files says which those are. */
  private async findGone(): Promise<void> {
    const { files, notes } = this.host
    const byDocument = new Map<string, string[]>()
    for (const prefix of [fileNotes.uploaded, fileNotes.uploading])
      for (const blobId of await notes.under(prefix)) {
        if (this.known.get(this.namedBy.get(blobId) ?? '')?.includes(blobId)) continue
        const note = await notes.recall(`${prefix}${blobId}`)
        const document = typeof note === 'string' ? note : (note as Begun | null)?.document
        if (typeof document === 'string') byDocument.set(document, [...(byDocument.get(document) ?? []), blobId])
      }
    const erased = byDocument.size > 0 ? await files.erased([...byDocument.keys()]) : []
    const noted = await notes.under(fileNotes.erased)
    const unnamed = [...noted].filter((blobId) => !this.namedBy.has(blobId))
    await this.noteGone([...erased.flatMap((id) => byDocument.get(id)!), ...unnamed])
    for (const blobId of noted) await notes.forgetUnder(`${fileNotes.erased}${blobId}`)
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
    if (this.hasWork()) this.later(this.limits.restMs)
    if (!this.host.engine?.isLive()) return
    for (const [blobId, { state }] of this.fetching) if (state === 'offline') this.fetchLater(blobId)
  }

  private hasWork(): boolean {
    return this.toFindGone || this.named.size + this.due.size + (this.gone?.due.length ?? 0) > 0
  }

  private fetchLater(blobId: string): void {
    this.fetch(blobId).catch((cause: unknown) => this.host.failed(cause))
  }

  /** True while files wait that can be sent, as far as was looked. */
  isBusy(): boolean {
    const mayWrite = this.host.sealing?.membership().write === true
    return mayWrite && (this.working || this.timer !== null || this.hasWork())
  }

  /**
   * The relay may have lost files that it was given, and have again what it had let go: each that is here is offered again,
   * and those that were erased are taken away again. It is noted when this resolves.
   */
  async relayWasReset(): Promise<void> {
    await this.findGone()
    const { due, done } = await this.readGone()
    if (done.length > 0) await this.keepGone({ due: [...new Set([...due, ...done])], done: [] })
    await this.host.notes.forgetUnder(fileNotes.uploaded)
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
    before.then((isHere) => isHere || this.fetch(blobId)).catch((cause: unknown) => this.host.failed(cause))
  }

  private later(afterMs: number): void {
    // What comes while something is done has its turn after it.
    if (this.working) this.again = true
    if (this.timer || this.working) return
    this.timer = this.host.surroundings.later(() => {
      this.timer = null
      this.working = true
      this.again = false
      this.work()
        .then((isDone) => {
          this.working = false
          if (!this.stopFollowing || (isDone && !this.again)) return
          this.later(isDone ? this.limits.restMs : this.limits.tryAgainMs)
        })
        .catch((cause: unknown) => {
          this.working = false
          this.host.failed(cause)
        })
    }, afterMs)
  }

  /** True when nothing is left to do, or the next change of the status begins it anyway. */
  private async work(): Promise<boolean> {
    if (this.toFindGone) {
      this.toFindGone = false
      await this.findGone()
    }
    await this.findDue()
    const { engine, sealing, notes } = this.host
    const gone = await this.readGone()
    const mustLook = await this.mustLook()
    if (this.due.size + gone.due.length === 0 && !mustLook) return true
    if (!sealing?.membership().write || !engine?.isLive() || engine.status().toSend !== 0) return true
    if (!(await this.host.whenLive()).ok) return false
    let isDone = await this.removeGone(sealing)
    if (mustLook) isDone = (await this.lookFor(sealing)) && isDone
    for (const blobId of this.due) {
      if (this.host.sealing !== sealing || !engine.isLive()) return true
      const sent = await this.send(sealing, blobId)
      this.sending = null
      if (sent === 'later') {
        this.tell()
        return false
      }
      if (sent === 'busy') {
        isDone = false
        continue
      }
      if (sent === 'done') await notes.remember(uploaded(blobId), this.namedBy.get(blobId) ?? '')
      else this.refused.add(blobId)
      await notes.forgetUnder(uploading(blobId))
      this.due.delete(blobId)
      this.tell()
    }
    return isDone
  }

  private async mustLook(): Promise<boolean> {
    const { notes, surroundings } = this.host
    const now = surroundings.now()
    if (this.lookedAt === null) {
      const read = await notes.recall(fileNotes.looked)
      this.lookedAt = typeof read === 'number' ? read : now
      // Nothing was sent before the first time.
      if (typeof read !== 'number') await notes.remember(fileNotes.looked, now)
    }
    const inMs = this.lookedAt + this.limits.lookEveryMs - now
    // After a clock that went back, the last time is no guide.
    if (inMs <= 0 || now < this.lookedAt) return true
    this.lookTimer ??= surroundings.later(() => {
      this.lookTimer = null
      this.later(this.limits.restMs)
    }, inMs)
    return false
  }

  /**
   * What was sent and is at the relay no more is sent again, and what was taken away and is there again is taken away
   * again; false when that could not be found out. Only by who reads: the others know of no erasure.
   */
  private async lookFor(sealing: FileSealing): Promise<boolean> {
    const { files, notes, surroundings } = this.host
    if (sealing.membership().read) {
      const here = await files.here()
      const sent = [...(await notes.under(fileNotes.uploaded))].filter((blobId) => here.has(blobId))
      const lost = await this.missing(sent, async (blobId) => [await sealing.nameOf(blobId)])
      const { done } = await this.readGone()
      const gone = lost && (await this.missing(done, (blobId) => this.namesOf(sealing, blobId)))
      if (!gone) return false
      for (const blobId of lost) {
        await notes.forgetUnder(uploaded(blobId))
        this.named.add(blobId)
      }
      await this.noteGone(done.filter((blobId) => !gone.has(blobId)))
    }
    this.lookedAt = surroundings.now()
    await notes.remember(fileNotes.looked, this.lookedAt)
    if (this.named.size + this.gone!.due.length > 0) this.again = true
    return true
  }

  /** Those of the files that are at the relay under none of their names; null when it cannot be asked. */
  private async missing(
    blobIds: readonly string[],
    namesOf: (blobId: string) => Promise<string[]>,
  ): Promise<Set<string> | null> {
    const missing = new Set(blobIds)
    const names = new Map<string, string>()
    for (const blobId of blobIds) for (const name of await namesOf(blobId)) names.set(name, blobId)
    const all = [...names.keys()]
    for (let at = 0; at < all.length; at += lookedForAtOnce) {
      const asked = all.slice(at, at + lookedForAtOnce)
      const absent = await this.host.shelf.missing(asked)
      if (!absent) return null
      const absentNow = new Set(absent)
      for (const name of asked) if (!absentNow.has(name)) missing.delete(names.get(name)!)
    }
    return missing
  }

  /** Takes files of erased documents from the relay; false when some are left. */
  private async removeGone(sealing: FileSealing): Promise<boolean> {
    for (const blobId of (await this.readGone()).due) {
      if (!(await this.remove(sealing, blobId))) return false
      for (const name of [uploaded(blobId), uploading(blobId)]) await this.host.notes.forgetUnder(name)
      const { due, done } = await this.readGone()
      await this.keepGone({
        due: due.filter((each) => each !== blobId),
        done: [...done, blobId].slice(-mostGone),
      })
    }
    return true
  }

  /** Which of the files that documents name are here and not yet at the relay. */
  private async findDue(): Promise<void> {
    const { sealing } = this.host
    if (this.named.size === 0 || sealing?.membership().write !== true) {
      if (sealing && this.hasHeard && !this.isCounted) this.counted()
      return
    }
    const [here, sent] = await Promise.all([this.host.files.here(), this.host.notes.under(fileNotes.uploaded)])
    for (const blobId of this.named) {
      this.named.delete(blobId)
      if (here.has(blobId) && !sent.has(blobId) && !this.refused.has(blobId)) this.due.add(blobId)
    }
    this.counted()
  }

  private counted(): void {
    this.isCounted = true
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
    const beginning = bytesToHex(sealed.header)
    const begun = await shelf.begin(name, sealed.size)
    if (begun === 'tooLarge') return 'none'
    if (begun === 'later') return 'later'
    let upload: string
    let at = 0
    if (begun === 'exists') {
      const stands = await shelf.stands(name)
      if (!stands) return 'later'
      if (stands.at === stands.size) return 'done'
      const mine = (await notes.recall(uploading(blobId))) as Begun | null | undefined
      if (stands.upload !== mine?.upload || mine.beginning !== beginning)
        return this.takeOver(name, stands, stands.upload !== mine?.upload)
      at = stands.at
      upload = stands.upload
    } else {
      upload = begun.upload
      const mine: Begun = { document: this.namedBy.get(blobId) ?? '', upload, beginning }
      await notes.remember(uploading(blobId), mine)
    }
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
        if (await shelf.append(name, upload, at, some)) {
          pace.took(some.length, surroundings.now() - startedAt)
          at += some.length
          failed = 0
          continue
        }
        pace.failed()
        failed += 1
        // What came through before the line broke is there.
        const stands = failed < tries ? await shelf.stands(name) : null
        // Another device may have begun anew meanwhile.
        if (stands?.upload !== upload || stands.at < from) return 'later'
        at = stands.at
      }
    }
    return 'done'
  }

  /**
   * What stands there half goes on under a key or by a device that is not known to be ours: whoever else is at it has its
   * turn while it moves on; what stands still is taken away, and begun anew.
   */
  private async takeOver(
    name: string,
    { upload, at }: { upload: string; at: number },
    isForeign: boolean,
  ): Promise<Sent> {
    const seen = `${upload} ${at}`
    const isStill = at === 0 || this.met.get(name) === seen
    this.met.set(name, seen)
    if (!isForeign || isStill) await this.host.shelf.remove(name)
    return 'busy'
  }

  private async remove(sealing: FileSealing, blobId: string): Promise<boolean> {
    let isGone = true
    for (const name of await this.namesOf(sealing, blobId))
      // What is whole is for those who read to take away.
      isGone = (await this.host.shelf.remove(name)) !== 'later' && isGone
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
      await notes.remember(uploaded(blobId), this.namedBy.get(blobId) ?? '')
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
      this.tellNow().catch((cause: unknown) => this.host.failed(cause))
    }, this.limits.tellEveryMs)
  }

  private async tellNow(): Promise<void> {
    const { notes } = this.host
    // What the last run of the app told of still waits, until this one has looked.
    const told = this.isCounted ? null : ((await notes.recall('sync.files')) as FilesStatus | null | undefined)
    if (this.isStopped) return
    const status: FilesStatus = {
      toSend: told ? told.toSend : this.due.size,
      sending: this.sending,
      fetching: Object.fromEntries(this.fetching),
    }
    await notes.remember('sync.files', status)
  }
}
