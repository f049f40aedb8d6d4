import { bytesToHex, concatBytes } from '../kit/bytes.ts'
import type { Stored } from '../model/record.ts'
import { localBlobs, putBlobAs, readBlob, rekeyContents, unrecognisedFiles } from '../store/blobs.ts'
import { follow } from '../store/follow.ts'
import { forgetUnder, recall, remember, rememberedUnder } from '../store/memory.ts'
import { dropPartial, keepPiece, readPartial } from '../store/partialBlobs.ts'
import { blobName, openWholeBlob, ownBlobName, sealBlob, sealedChunkBytes } from './crypto/blobSealing.ts'
import type { SpaceSealing } from './crypto/sealing.ts'
import type { FetchingFile, FilesStatus } from './face.ts'
import { Pace } from './pace.ts'
import { askRelay } from './relayDoor.ts'
import type { Workspace } from './workspace.ts'

/** Records go first: files begin when nothing of them waits, and this long after. */
const restMs = 1500
const tryAgainMs = 30_000
const tellEveryMs = 250
/** A piece on the slowest line that is still of use. */
const pieceWithinMs = 120_000
const tries = 3
/** Of the devices that could, the first at leisure recognises what field agents brought in. */
const leisureMs = 5 * 60_000
/** So many at a time: the rest has its turn with the next. */
const recognisedAtOnce = 20
const tus = { 'Tus-Resumable': '1.0.0' }

const blobsOf = ({ fields }: Stored<'document'>): string[] =>
  [fields.blobId, fields.readingBlobId].filter((id) => id !== '')
const uploadedPrefix = 'sync.uploaded.'
const noted = (blobId: string) => `${uploadedPrefix}${blobId}`
/** The beginning of the upload under way, so that it is only gone on with under the same key. */
const begunAs = (name: string) => `sync.uploading.${name}`

type Sent = 'done' | 'none' | 'later'

/**
 * The files of documents: those that are here go to the relay in the background, those that are not come when someone
 * opens them. Each lies there sealed, under a name that only members can make (SPEC 9.1). Both go on where a lost line
 * or a closed app broke them off.
 */
export class BlobExchange {
  private readonly workspace: Workspace
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
  private timer: ReturnType<typeof setTimeout> | null = null
  private tellTimer: ReturnType<typeof setTimeout> | null = null
  private working = false
  private leisure: ReturnType<typeof setTimeout> | null = null

  constructor(workspace: Workspace) {
    this.workspace = workspace
  }

  start(): void {
    this.tell()
    this.stopFollowing ??= follow(
      'document',
      (documents, removed) => {
        for (const document of documents) {
          if (document.demo === true) continue
          this.known.set(document.id, blobsOf(document))
          for (const id of blobsOf(document)) this.named.add(id)
        }
        for (const id of removed) for (const blobId of this.known.get(id) ?? []) this.erased.add(blobId)
        this.later(restMs)
        this.recogniseAtLeisure()
      },
      (cause) => reportError(cause),
    )
  }

  stop(): void {
    this.stopFollowing?.()
    this.stopFollowing = null
    for (const timer of [this.timer, this.tellTimer, this.leisure]) if (timer) clearTimeout(timer)
    this.timer = null
    this.leisure = null
    this.tellTimer = null
    for (const { abort } of this.under.values()) abort.abort()
    for (const set of [this.named, this.due, this.refused, this.erased]) set.clear()
    this.known.clear()
    this.fetching.clear()
  }

  private recogniseAtLeisure(): void {
    this.leisure ??= setTimeout(
      () => {
        this.leisure = null
        this.recogniseForeign().catch((cause: unknown) => reportError(cause))
      },
      leisureMs * (1 + Math.random()),
    )
  }

  /**
   * Who has no key of the workspace names files by keys of its own: the same file sent in twice, or that of someone erased,
   * would not be recognised until somebody opens it. A device that may write fetches such files and says what they are.
   */
  async recogniseForeign(): Promise<void> {
    const { sealing, engine } = this.workspace
    const view = sealing?.membership()
    if (!view?.read || !view.write || !engine?.isLive()) return
    for (const blobId of (await unrecognisedFiles()).slice(0, recognisedAtOnce)) {
      if (this.workspace.sealing !== sealing || !engine.isLive()) return
      if (await this.fetch(blobId)) continue
      // Nobody asked for it, so nobody is told that it is not to be had.
      if (this.fetching.get(blobId)?.state !== 'held') this.fetching.delete(blobId)
      this.tell()
    }
  }

  /** Something may have become possible: the relay answers, records are through. */
  wake(): void {
    if (this.named.size + this.due.size + this.erased.size > 0) this.later(restMs)
    if (!this.workspace.engine?.isLive()) return
    for (const [blobId, { state }] of this.fetching) if (state === 'offline') void this.fetch(blobId)
  }

  /** True while files wait that can be sent, as far as was looked. */
  isBusy(): boolean {
    const mayWrite = this.workspace.sealing?.membership().write === true
    return mayWrite && (this.working || this.timer !== null || this.named.size + this.due.size + this.erased.size > 0)
  }

  /** The relay may have lost files that it was given: each that is here is offered again. */
  async relayWasReset(): Promise<void> {
    await forgetUnder(uploadedPrefix)
    this.refused.clear()
    for (const ids of this.known.values()) for (const id of ids) this.named.add(id)
    this.later(restMs)
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
    this.timer = setTimeout(() => {
      this.timer = null
      this.working = true
      this.work()
        .then((isDone) => {
          this.working = false
          if (!isDone && this.stopFollowing) this.later(tryAgainMs)
        })
        .catch((cause: unknown) => {
          this.working = false
          reportError(cause)
        })
    }, afterMs)
  }

  /** True when nothing is left to do, or the next change of the status begins it anyway. */
  private async work(): Promise<boolean> {
    await this.findDue()
    const { engine, sealing } = this.workspace
    if (this.due.size + this.erased.size === 0) return true
    if (!sealing || !engine?.isLive() || engine.status().toSend !== 0) return true
    if (!(await this.workspace.whenLive()).ok) return false
    for (const blobId of this.erased) {
      if (!(await this.remove(sealing, blobId))) return false
      this.erased.delete(blobId)
    }
    for (const blobId of this.due) {
      if (this.workspace.sealing !== sealing || !engine.isLive()) return true
      const sent = await this.send(sealing, blobId)
      this.sending = null
      if (sent === 'later') {
        this.tell()
        return false
      }
      if (sent === 'done') await remember(noted(blobId), true)
      else this.refused.add(blobId)
      this.due.delete(blobId)
      this.tell()
    }
    return true
  }

  /** Which of the files that documents name are here and not yet at the relay. */
  private async findDue(): Promise<void> {
    if (this.named.size === 0 || this.workspace.sealing?.membership().write !== true) return
    const [here, uploaded] = await Promise.all([localBlobs(), rememberedUnder(uploadedPrefix)])
    for (const blobId of this.named) {
      this.named.delete(blobId)
      if (here.has(blobId) && !uploaded.has(blobId) && !this.refused.has(blobId)) this.due.add(blobId)
    }
    this.tell()
  }

  private ask(path: string, asked: Parameters<typeof askRelay>[2]) {
    const { base, sealing, engine } = this.workspace
    const token = engine?.token() ?? null
    return askRelay(base!, `spaces/${sealing!.space}/blobs/${path}`, { ...asked, token })
  }

  private async nameOf(sealing: SpaceSealing, blobId: string): Promise<string> {
    return (await blobName(sealing, blobId)) ?? ownBlobName(sealing.space, sealing.device, blobId)
  }

  /** The name members give a file, then those that field agents would have given it. */
  private async namesOf(sealing: SpaceSealing, blobId: string): Promise<string[]> {
    const own = await this.nameOf(sealing, blobId)
    if (!sealing.membership().read) return [own]
    const agents = (await sealing.devices()).filter(({ role }) => role === 'fieldAgent')
    return [own, ...(await Promise.all(agents.map(({ id }) => ownBlobName(sealing.space, id, blobId))))]
  }

  // --- To the relay -----------------------------------------------------------------------------------------------

  /** `none`: it cannot be sent from here. */
  private async send(sealing: SpaceSealing, blobId: string): Promise<Sent> {
    const content = await readBlob(blobId)
    if (!content.ok) return 'none'
    const name = await this.nameOf(sealing, blobId)
    const sealed = await sealBlob(sealing, name, content.value)
    if (!sealed) return 'later'
    const begun = await this.ask('', {
      method: 'POST',
      headers: { ...tus, 'Upload-Length': String(sealed.size), 'Upload-Metadata': `id ${btoa(name)}` },
    })
    const beginning = bytesToHex(sealed.header)
    let at = 0
    if (!begun.ok) {
      if (begun.error.status !== 409) return begun.error.status === 413 ? 'none' : 'later'
      const stands = await this.standsAt(name)
      if (!stands) return 'later'
      at = stands.at
      if (at === stands.size) return 'done'
      const before = await recall(begunAs(name))
      if (stands.size !== sealed.size || (at > 0 && typeof before === 'string' && before !== beginning)) {
        // Begun under another key: what is half there fits nothing any more.
        await this.ask(name, { method: 'DELETE', headers: tus })
        return 'later'
      }
    }
    await remember(begunAs(name), beginning)
    const pace = new Pace()
    for (let index = 0, end = 0; index < sealed.count; index += 1) {
      const isLast = index === sealed.count - 1
      const from = end
      end = isLast ? sealed.size : (index + 1) * sealedChunkBytes + sealed.header.length
      if (at >= end) continue
      const chunk = await sealed.chunk(index)
      const piece = index === 0 ? concatBytes(sealed.header, chunk) : chunk
      for (let failed = 0; at < end;) {
        this.sending = { done: at, size: sealed.size }
        this.tell()
        const some = piece.subarray(at - from, at - from + pace.bytes)
        const startedAt = performance.now()
        const put = await this.ask(name, {
          method: 'PATCH',
          body: some,
          headers: { ...tus, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(at) },
          withinMs: pieceWithinMs,
        })
        if (put.ok) {
          pace.took(some.length, performance.now() - startedAt)
          at += some.length
          failed = 0
          continue
        }
        pace.failed()
        failed += 1
        // What came through before the line broke is there.
        const stands = failed < tries ? await this.standsAt(name) : null
        if (!stands || stands.at < from) return 'later'
        at = stands.at
      }
    }
    await remember(begunAs(name), null)
    return 'done'
  }

  private async standsAt(name: string): Promise<{ at: number; size: number } | null> {
    const stands = await this.ask(name, { method: 'HEAD', headers: tus })
    if (!stands.ok) return null
    const { headers } = stands.value
    return { at: Number(headers.get('Upload-Offset')), size: Number(headers.get('Upload-Length')) }
  }

  private async remove(sealing: SpaceSealing, blobId: string): Promise<boolean> {
    let isGone = true
    for (const name of await this.namesOf(sealing, blobId)) {
      const gone = await this.ask(name, { method: 'DELETE', headers: tus })
      // Never uploaded, or gone: both are what is wanted.
      isGone = isGone && (gone.ok || gone.error.status === 404)
    }
    return isGone
  }

  // --- From the relay ---------------------------------------------------------------------------------------------

  private async fetchNow(blobId: string, signal: AbortSignal): Promise<boolean> {
    const { engine } = this.workspace
    // Looked for again and again while someone waits for it: what is said of it changes when something does.
    if (!this.fetching.has(blobId)) this.tellOf(blobId, { state: engine?.isLive() ? 'coming' : 'offline' })
    const live = await this.workspace.whenLive(10_000)
    if (!live.ok || signal.aborted) return this.missed(blobId, signal.aborted ? 'held' : 'offline')
    const { sealing } = live.value
    const names = await this.namesOf(sealing, blobId)
    let why: FetchingFile['state'] = 'elsewhere'
    for (const name of names) {
      const read = await this.read(blobId, name, signal)
      if (read === 'elsewhere') continue
      if (typeof read === 'string') return this.missed(blobId, read)
      const opened = await openWholeBlob(sealing, name, read)
      if (!opened.ok) {
        // Nothing of it is of use: whoever tries again begins anew.
        await dropPartial(name)
        why = 'damaged'
        continue
      }
      const kept = await putBlobAs(blobId, opened.value)
      if (!kept.ok) return this.missed(blobId, 'full')
      await dropPartial(name)
      await remember(noted(blobId), true)
      // Who only writes has not the key that files are recognised by everywhere: whoever opens one makes it.
      if (name !== names[0]) await rekeyContents()
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
    const before = await readPartial(name)
    const pieces = [before.bytes]
    const pace = new Pace()
    let at = before.bytes.length
    let { size } = before
    for (let failed = 0; size === 0 || at < size;) {
      if (size > 0) this.tellOf(blobId, { state: 'coming', done: at, size })
      const startedAt = performance.now()
      const asked = await this.ask(name, {
        headers: { Range: `bytes=${at}-${at + pace.bytes - 1}` },
        withinMs: pieceWithinMs,
        signal,
      })
      if (signal.aborted) return 'held'
      if (!asked.ok) {
        if (asked.error.status === 404) return 'elsewhere'
        failed += 1
        if (failed >= tries) return 'offline'
        pace.failed()
        continue
      }
      const { bytes, headers } = asked.value
      const whole = Number(/\/(\d+)$/.exec(headers.get('Content-Range') ?? '')?.[1] ?? bytes.length)
      if (bytes.length === 0 || (size !== 0 && whole !== size)) {
        // Another file than the one begun, or none: what came of it fits nothing.
        await dropPartial(name)
        return 'offline'
      }
      failed = 0
      pace.took(bytes.length, performance.now() - startedAt)
      size = whole
      if (at + bytes.length < size) {
        const kept = await keepPiece(name, size, at, bytes)
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
    this.tellTimer ??= setTimeout(() => {
      this.tellTimer = null
      const status: FilesStatus = {
        toSend: this.due.size,
        sending: this.sending,
        fetching: Object.fromEntries(this.fetching),
      }
      void remember('sync.files', status)
    }, tellEveryMs)
  }
}
