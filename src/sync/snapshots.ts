import { canonicalJson } from '../kit/canonicalJson.ts'
import { bytesToHex } from '../kit/bytes.ts'
import { err, ok, type Result } from '../kit/result.ts'
import { apply, type Standing } from '../log/apply.ts'
import { parseBatch } from '../log/batch.ts'
import { decodeContent, encodeContent } from '../log/codec.ts'
import { buildManifest, buildManifestBody, type Manifest, manifestPurpose, parseManifest } from '../log/manifest.ts'
import type { Operation, Vector } from '../log/operation.ts'
import type { SnapshotNews } from '../log/protocol.ts'
import { fieldByField, splitByWeight } from '../log/splitByWeight.ts'
import { emptyVector } from '../log/vector.ts'
import { isListField } from '../model/listFields.ts'
import type { Welcome } from './engine/options.ts'
import type { Done, Filling, SyncFailure, SyncStatus } from './face.ts'
import type {
  Adopted,
  DeviceNotes,
  SnapshotSealing,
  SnapshotShelf,
  SnapshotStore,
  Surroundings,
  SyncStore,
  SyncStoreFailure,
} from './ports.ts'

/** What the simulator makes smaller. */
export const snapshotLimits = {
  /** Records in a part (SPEC 8.1). */
  recordsPerPart: 1000,
  /** So many batches behind the last snapshot, another is worth its upload. */
  batchesApart: 2000,
  /** Devices that see the same do not all begin at once. */
  makeWithinMs: 5 * 60_000,
  /** Nor does every device download a snapshot to check it: most hear first that one did (SPEC 8.2). */
  checkWithinMs: 60_000,
  /** So many batches of each device are kept on though a snapshot covers them, for a relay restored from a backup. */
  keptTail: 200,
  /** More batches than this behind a snapshot, and its check would read the log again. */
  mostLate: 500,
  /** One that replaced the log after an erasure and is this small is looked at by everyone, whoever confirmed it (SPEC 8.7). */
  smallBytes: 512 * 1024,
  /** What a snapshot lacks is given again after this long, and later each time: two that disagree must not go on for ever. */
  mendAfterMs: 60_000,
}
const tryAgainMs = 60_000
const mendAtLatestMs = 6 * 3_600_000
const sentTries = 40
const sentEveryMs = 500
/** Memory: up to where sealed batches must go (per device), or true while that is not yet known. */
const letGoName = 'sync.letGo'

/** What snapshots ask of the engine. */
export interface SnapshotEngine {
  isLive(): boolean
  status(): SyncStatus
  /** Something waits to be sent. */
  changed(): void
  /** Where the relay's log ends. */
  head(): number
  covered(): Manifest['covers'] | null
}

/** Where snapshots are made: the app's device, or a simulated one. Asked anew each time, since a device leaves and joins. */
export interface SnapshotHost {
  readonly engine: SnapshotEngine | null
  readonly sealing: SnapshotSealing | null
  readonly shelf: SnapshotShelf
  readonly surroundings: Surroundings
  readonly notes: DeviceNotes
  store(): SyncStore & SnapshotStore
  /** Something threw that should not have. */
  failed(cause: unknown): void
  whenLive(): Promise<Result<unknown, SyncFailure>>
  /** A device made a snapshot that lacks what it says it holds. */
  suspect?(device: string): void
  /** How far a new device has come, so that screens say so and a closed app goes on from there; null when it has all. */
  filling?: { read(): Promise<Filling | null>; tell(filling: Filling | null): Promise<void> }
}

/** Snapshots of a space: made here, checked for others, taken in where the log begins later. */
export class Snapshots {
  private readonly host: SnapshotHost
  private readonly limits: typeof snapshotLimits
  private latest: SnapshotNews | null = null
  /** What still has to be done about the latest, once all is quiet. */
  private toCheck = false
  private toForget = false
  /** More was erased while what is sealed of it was let go. */
  private isMoreErased = false
  private callOff: { make?: () => void; check?: () => void; again?: () => void; mend?: () => void } = {}
  private making = false
  /** The snapshot that told something new when it was looked at last: it may be on its way as a batch. */
  private toldNew: string | null = null
  private mended = 0
  /** The snapshot for which what it lacks was sent again. */
  private givenFor: string | null = null
  private checked: string | null = null
  private working = false
  /** What was told of filling is over once the relay's log was read to its end; also what a closed app left told. */
  private isFilling = true

  constructor(host: SnapshotHost, limits = snapshotLimits) {
    this.host = host
    this.limits = limits
  }

  /** A snapshot lies at the relay. */
  hear(news: SnapshotNews): void {
    const { latest } = this
    const isNew = news.id !== latest?.id
    if (isNew || news.confirmed !== latest?.confirmed) this.toForget = true
    if (isNew || news.confirmed) {
      this.toCheck = news.device !== this.host.sealing?.device && news.id !== this.checked
      this.callOff.check?.()
      delete this.callOff.check
    }
    this.latest = news
    this.look()
  }

  /** The relay lost its snapshots, or has older ones. */
  relayWasReset(): void {
    this.latest = null
    this.toCheck = false
  }

  /** Something changed: does what waits for a device that is live and has nothing to send. */
  look(): void {
    const { engine, sealing, surroundings } = this.host
    const view = sealing?.membership()
    if (this.isFilling && engine?.isLive()) {
      this.isFilling = false
      this.inBackground(async () => this.host.filling?.tell(null))
    }
    if (!engine?.isLive() || engine.status().toSend > 0 || !view?.read) return
    if (this.toForget && !this.working && !this.callOff.again) this.inBackground(() => this.forget())
    if (!view.write) return
    const soon = (withinMs: number) => (withinMs * surroundings.random(new Uint8Array(1))[0]!) / 255
    if (this.toCheck)
      this.callOff.check ??= surroundings.later(() => {
        delete this.callOff.check
        this.inBackground(() => this.check())
      }, soon(this.limits.checkWithinMs))
    if (this.isDue(engine))
      this.callOff.make ??= surroundings.later(() => {
        delete this.callOff.make
        if (this.host.engine && this.isDue(this.host.engine)) this.inBackground(() => this.make(false))
      }, soon(this.limits.makeWithinMs))
  }

  stop(): void {
    for (const end of Object.values(this.callOff)) end()
    this.callOff = {}
    this.latest = null
    this.toCheck = false
    this.toForget = false
  }

  private inBackground(task: () => Promise<unknown>): void {
    task().catch((cause: unknown) => this.host.failed(cause))
  }

  private isDue(engine: SnapshotEngine): boolean {
    return engine.head() - (this.latest?.upTo ?? 0) >= this.limits.batchesApart
  }

  private tryAgain(): void {
    this.callOff.again ??= this.host.surroundings.later(() => {
      delete this.callOff.again
      this.look()
    }, tryAgainMs)
  }

  /**
   * Makes a snapshot of what this device has. `purge`: someone was erased, and what is older must go (SPEC 8.5).
   * `isRelayWithout`: the relay lost what no device keeps sealed any more, and takes nothing new before it has this.
   */
  async make(purge: boolean, isRelayWithout = false): Done {
    const live = await this.host.whenLive()
    if (!live.ok) return live
    const { engine, sealing, shelf, surroundings } = this.host
    // Read first: what the records say later is more, and more does no harm.
    const covers = engine?.covered()
    if (!covers || !sealing || this.making) return err({ type: 'NotAllowed' })
    this.making = true
    try {
      const id = bytesToHex(surroundings.random(new Uint8Array(32)))
      const parts: Manifest['parts'] = []
      const store = this.host.store()
      const { vector } = await store.readMemory()
      // Twice through the records: what lists need, then the long texts (SPEC 8.6).
      let lists = 0
      for (const weight of ['light', 'long'] as const) {
        for (let after: string | null = ''; after !== null;) {
          const page: Awaited<ReturnType<typeof store.readStates>> = await store.readStates(
            after,
            this.limits.recordsPerPart,
          )
          after = page.after
          const { [weight]: operations } = splitByWeight(page.operations, isListField)
          const isLast = weight === 'long' && after === null
          if (operations.length === 0 && !isLast) continue
          // What its maker had seen goes with the last part.
          const content = encodeContent({ operations, vector: isLast ? vector : emptyVector() })
          const sealed = await sealing.sealPart(id, parts.length + 1, content)
          if (!sealed) return err({ type: 'NotAllowed' })
          const sent = await shelf.putPart(id, parts.length, sealed.bytes)
          if (!sent.ok) return sent
          parts.push([sealed.hash, sealed.bytes.length])
        }
        if (weight === 'light') lists = parts.length
      }
      // What is in it and in no log would be nowhere but in it, were this device lost.
      if (!isRelayWithout && !(await this.isAllSent(store))) return err({ type: 'NotAllowed' })
      const body = buildManifestBody({
        version: 1,
        type: 'snapshot',
        space: sealing.space,
        id,
        device: sealing.device,
        parts,
        lists,
        covers,
        ...(purge ? { purge } : {}),
      })
      const manifest = buildManifest(body, await sealing.signText(manifestPurpose, body))
      const done = await shelf.commit(id, manifest)
      return done.ok ? ok(null) : done
    } finally {
      this.making = false
    }
  }

  private async isAllSent(store: SyncStore): Promise<boolean> {
    for (let looked = 0; looked < sentTries; looked += 1) {
      if ((await store.countOutbox()) === 0) return true
      await new Promise<void>((resolve) => this.host.surroundings.later(resolve, sentEveryMs))
    }
    return false
  }

  /**
   * Takes the records of a snapshot in: what lists need first, and from where a closed app left off. Gives where reading
   * goes on, for the engine to remember; null when it cannot be had.
   */
  async adopt(news: SnapshotNews, welcome: Welcome): Promise<Adopted | SyncStoreFailure | null> {
    const { sealing, filling } = this.host
    const read = sealing && (await this.readManifest(sealing, news.id))
    if (!read) return null
    const store = this.host.store()
    // Who has worked with the records before misses none of their texts.
    const isNew = (await store.readMemory()).relay === null
    const before = isNew ? await filling?.read() : null
    const first = before?.snapshot === read.id ? before.done : 0
    const tell = async (done: number) => {
      const total = read.parts.length
      if (isNew) await filling?.tell({ snapshot: read.id, lists: read.lists ?? total, done, total })
    }
    if (isNew) this.isFilling = true
    await tell(first)
    let next = this.readPart(sealing, read, first)
    for (let part = first; part < read.parts.length; part += 1) {
      const content = await next
      if (!content) return null
      const isLast = part === read.parts.length - 1
      // The next part is on its way while this one is taken in.
      if (!isLast) next = this.readPart(sealing, read, part + 1)
      const taken = await store.takeStates(content.operations, isLast ? content.vector : undefined)
      if (!taken.ok) return taken.error
      if (content.operations.some(({ type }) => type === 'erase')) await this.letGo()
      // With the last part comes what its maker had seen: it is taken in again rather than not.
      if (!isLast) await tell(part + 1)
    }
    return {
      relay: { logId: welcome.logId, cursor: welcome.floor, chain: welcome.floorChain },
      covers: read.covers,
    }
  }

  /**
   * The second device's word (SPEC 8.2, 8.3): given when this device knows all that the snapshot says it covers, finds in
   * it every record it has, as it has it, and no other. Of records that were changed behind it only that it tells
   * nothing new. What it lacks is given again by a snapshot of this device's own; what it tells anew is taken in (SPEC 8.7).
   */
  private async check(): Promise<void> {
    const { engine, sealing, shelf } = this.host
    const { latest } = this
    if (!engine || !sealing || !latest || !this.toCheck || this.working) return
    this.working = true
    try {
      const { said, told, lacking } = await this.compare(engine, sealing, latest)
      if (said === 'later') return this.tryAgain()
      if (lacking.length > 0 && this.givenFor !== latest.id) {
        // Who has seen this one confirmed looks at none that mends it: what it lacks goes to everyone by the log, too.
        const given = await this.host.store().apply([], { resend: lacking })
        if (!given.ok) return this.tryAgain()
        this.givenFor = latest.id
        engine.changed()
      }
      if (said === 'lacking') this.mendLater(latest)
      if (told.length > 0) {
        const isStill = this.toldNew === latest.id
        this.toldNew = latest.id
        if (!isStill || !(await this.host.store().takeStates(told)).ok) return this.tryAgain()
      }
      const sent = said !== 'same' || latest.confirmed || (await shelf.confirm(latest.id))
      if (!sent) return this.tryAgain()
      this.checked = latest.id
      if (this.latest?.id === latest.id) this.toCheck = false
    } finally {
      this.working = false
    }
    this.look()
  }

  /** Records are missing from a snapshot that this device had acknowledged: it makes one that has them. */
  private mendLater({ device }: SnapshotNews): void {
    const { host, limits } = this
    host.suspect?.(device)
    const chance = host.surroundings.random(new Uint8Array(1))[0]! / 255
    const delayMs = Math.min(mendAtLatestMs, limits.mendAfterMs * 4 ** this.mended) * (0.5 + chance / 2)
    const lacking = this.latest
    this.callOff.mend ??= host.surroundings.later(() => {
      delete this.callOff.mend
      // Another device was quicker.
      if (this.latest?.id !== lacking?.id) return
      this.mended += 1
      this.inBackground(async () => {
        if (!(await this.make(false)).ok) this.toCheck = true
      })
    }, delayMs)
  }

  /** What a snapshot is against this device's records, and what it tells that is new here, erasures left out. */
  private async compare(
    engine: SnapshotEngine,
    sealing: SnapshotSealing,
    { id, confirmed }: SnapshotNews,
  ): Promise<{ said: 'same' | 'different' | 'lacking' | 'later'; told: Operation[]; lacking: Operation[] }> {
    const lacking: Operation[] = []
    const answer = (said: 'same' | 'different' | 'lacking' | 'later', told: Operation[] = []) => ({
      said,
      told,
      lacking: said === 'lacking' ? lacking : [],
    })
    const read = await this.readManifest(sealing, id)
    const known = engine.covered()
    if (!read || !known || engine.status().toSend > 0) return answer('later')
    const size = read.parts.reduce((sum, [, bytes]) => sum + bytes, 0)
    if (confirmed && !(read.purge && size <= this.limits.smallBytes)) return answer('same')
    if (Object.entries(read.covers).some(([device, [dseq]]) => (known[device]?.[0] ?? 0) < dseq)) return answer('later')
    if (!(await this.touchedSince(read.covers, engine, sealing))) return answer('different')
    const said = new Map<string, Operation[]>()
    for (let part = 0; part < read.parts.length; part += 1) {
      const content = await this.readPart(sealing, read, part)
      if (!content) return answer('later')
      addById(said, content.operations)
    }
    const told: Operation[] = []
    let isSame = true
    const store = this.host.store()
    for (let after: string | null = ''; after !== null;) {
      const page: Awaited<ReturnType<typeof store.readStates>> = await store.readStates(
        after,
        this.limits.recordsPerPart,
      )
      after = page.after
      // Asked after the records were read: what came between them and the snapshot is then among it.
      const touched = await this.touchedSince(read.covers, engine, sealing)
      if (engine.status().toSend > 0) return answer('later')
      if (!touched) return answer('different')
      const here = addById(new Map<string, Operation[]>(), page.operations)
      for (const [record, operations] of here) {
        const there = said.get(record) ?? []
        said.delete(record)
        if (wordsOf(operations) === wordsOf(there)) continue
        if (!touched.has(record)) lacking.push(...newTo(there, operations))
        const news = newTo(operations, there)
        told.push(...news)
        if (!touched.has(record) || news.length > 0) isSame = false
      }
    }
    if (lacking.length > 0) return answer('lacking')
    for (const there of said.values()) told.push(...there)
    isSame &&= told.length === 0
    return answer(
      isSame ? 'same' : 'different',
      told.filter(({ type }) => type !== 'erase'),
    )
  }

  /** The records that batches behind a snapshot speak of; null when that cannot be told. */
  private async touchedSince(
    covers: Manifest['covers'],
    engine: SnapshotEngine,
    sealing: SnapshotSealing,
  ): Promise<Set<string> | null> {
    const known = engine.covered()
    if (!known) return null
    const store = this.host.store()
    const touched = new Set<string>()
    let late = 0
    for (const [device, [last, hash]] of Object.entries(known)) {
      const [first, covered] = covers[device] ?? [0, '']
      if (last === first && hash !== covered) return null
      for (let dseq = first + 1; dseq <= last; dseq += 1) {
        late += 1
        const kept = late > this.limits.mostLate ? null : await store.readKept(device, dseq)
        const parsed = kept && parseBatch(kept.bytes)
        if (!parsed?.ok || (dseq === first + 1 && first > 0 && parsed.value.previous !== covered)) return null
        const opened = await sealing.open(kept!.bytes)
        // Whatever may not count changed nothing.
        if (opened.ok) for (const operation of opened.value.operations) touched.add(operation.id)
      }
    }
    return touched
  }

  /**
   * Something was erased that sealed batches kept here may hold: they go as soon as a snapshot stands for them, whichever
   * (SPEC 8.5).
   */
  async letGo(): Promise<void> {
    this.isMoreErased = true
    this.toForget = true
    await this.host.notes.remember(letGoName, true)
  }

  /** The sealed batches that a confirmed snapshot stands for need not be kept, but for a tail of them. */
  private async forget(): Promise<void> {
    const { engine, sealing, notes } = this.host
    const { latest } = this
    if (!engine || !sealing || !latest) return
    this.working = true
    try {
      const read = await this.readManifest(sealing, latest.id)
      const known = engine.covered()
      if (!read || !known) return this.tryAgain()
      this.isMoreErased = false
      const asked = (await notes.recall(letGoName)) as true | Record<string, number> | null | undefined
      const wanted = asked === true ? Object.fromEntries(Object.entries(known).map(([id, [at]]) => [id, at])) : asked
      const upTo: Record<string, number> = {}
      const aside: Record<string, number> = {}
      for (const [device, [covered]] of Object.entries(read.covers)) {
        const dseq = Math.min(covered, known[device]?.[0] ?? 0)
        const behind = read.purge ? dseq : latest.confirmed ? dseq - this.limits.keptTail : 0
        aside[device] = read.purge ? dseq : Math.min(dseq, wanted?.[device] ?? 0)
        upTo[device] = Math.max(0, behind, aside[device])
      }
      const done = await this.host.store().forgetKept(upTo, aside)
      if (!done.ok) return this.tryAgain()
      if (wanted && !this.isMoreErased) {
        const isLeft = Object.entries(wanted).some(([device, dseq]) => dseq > (read.covers[device]?.[0] ?? 0))
        await notes.remember(letGoName, isLeft ? wanted : null)
      }
      const isLatest = this.latest?.id === latest.id && this.latest.confirmed === latest.confirmed
      if (isLatest && !this.isMoreErased) this.toForget = false
    } finally {
      this.working = false
    }
    this.look()
  }

  private async readManifest(sealing: SnapshotSealing, id: string): Promise<Manifest | null> {
    const bytes = await this.host.shelf.readManifest(id)
    const parsed = bytes && parseManifest(bytes)
    if (!parsed?.ok) return null
    const { manifest, body, signature } = parsed.value
    if (manifest.id !== id || manifest.space !== sealing.space) return null
    const isSigned = await sealing.verifyText(manifest.device, manifestPurpose, body, signature)
    return isSigned ? manifest : null
  }

  private async readPart(
    sealing: SnapshotSealing,
    { id, device, parts }: Manifest,
    part: number,
  ): Promise<{ operations: Operation[]; vector: Vector } | null> {
    const bytes = await this.host.shelf.readPart(id, part)
    if (!bytes || (await sealing.hashOf(bytes)) !== parts[part]![0]) return null
    const opened = await sealing.openPart(id, part + 1, device, bytes)
    const decoded = opened.ok ? decodeContent(opened.value) : null
    return decoded?.ok ? decoded.value : null
  }
}

function addById(by: Map<string, Operation[]>, operations: readonly Operation[]): Map<string, Operation[]> {
  for (const operation of operations) {
    const known = by.get(operation.id)
    if (known) known.push(operation)
    else by.set(operation.id, [operation])
  }
  return by
}

/** What of that which is told is neither known here nor overcome by what is. */
function newTo(here: readonly Operation[], told: readonly Operation[]): Operation[] {
  let standing: Standing = { record: null, erased: null }
  for (const operation of here) standing = apply(standing, operation)
  return told.filter((operation) => apply(standing, operation).won.length > 0)
}

/** What operations say, whoever packed them: when is for the eye alone. */
const wordsOf = (operations: readonly Operation[]): string =>
  fieldByField(operations)
    .map(({ type, path, value, about, stamp, observed }) =>
      canonicalJson({ type, path, value: value ?? null, about: about ?? null, stamp, observed: observed ?? null }),
    )
    .sort()
    .join('\n')
