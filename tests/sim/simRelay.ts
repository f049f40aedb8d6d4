import { bytesToHex, hexToBytes } from '../../src/kit/bytes.ts'
import { noPrevious, parseBatch } from '../../src/log/batch.ts'
import { manifestText, parseManifest } from '../../src/log/manifest.ts'
import { type Membership, memberOf, parseEntry, periodOf } from '../../src/log/membership.ts'
import {
  type ClientFrame,
  decodeFrame,
  encodeFrame,
  type LoggedBatch,
  maxBatchBytes,
  type OwnMark,
  proofText,
  type RefusalCode,
  type RelayFrame,
  type SnapshotNews,
} from '../../src/log/protocol.ts'
import { mayPush, mayRead } from '../../src/log/roles.ts'
import { type RelayFile, RelayFiles } from './relayFiles.ts'
import { followToy, isToySigned, toyChain, toyHash, toyVersion } from './toySealing.ts'

/** One batch on the relay's disk. */
export interface RelayRow {
  seq: number
  device: string
  dseq: number
  entries: number
  hash: string
  bytes: Uint8Array
  chain: string
}

/** All a relay has on its disk. Replaced, never changed in place, so that a backup is a copy of the reference. */
export interface RelayDisk {
  logId: string
  entries: readonly Uint8Array[]
  chain: Membership | null
  /** What is behind the floor; before it a snapshot stands. */
  rows: readonly RelayRow[]
  floor: number
  floorChain: string
  heads: Readonly<Record<string, { dseq: number; hash: string }>>
  /** Newest first. */
  snapshots: readonly RelaySnapshot[]
  /** By snapshot and number, also of snapshots that were never finished. */
  parts: Readonly<Record<string, Uint8Array>>
  seen: Readonly<Record<string, number>>
  /** Sealed files, by name. */
  files: Readonly<Record<string, RelayFile>>
}

export interface RelaySnapshot {
  id: string
  by: string
  manifest: Uint8Array
  seq: number
  parts: number
  at: number
  confirmed: boolean
}

/** How a relay that lies answers: each is asked with what an honest one would say. */
export interface Lies {
  /** Takes what it should not from who may not send it. */
  isLax?: boolean
  batches?(rows: readonly RelayRow[]): readonly RelayRow[]
  entries?(entries: readonly Uint8Array[]): readonly Uint8Array[]
  /** A manifest or a part, by its key. */
  shelf?(key: string, bytes: Uint8Array): Uint8Array | null
  news?(news: SnapshotNews): SnapshotNews | null
  /** Says that all before here stands in the snapshot it has. */
  floor?(head: number): number
}

interface Session {
  send(frame: Uint8Array): void
  close(): void
  device: string
  nonce: string
  space: string
  relay: { logId: string; cursor: number } | null
  known: boolean
}

const pageBatches = 4

/** A relay in memory that does what SPEC 5 says and no more. Each frame is one transaction, on disk when it answers. */
export class SimRelay {
  disk: RelayDisk
  lies: Lies = {}
  readonly files = new RelayFiles(this)
  /** No more batches than this are taken. */
  quota = Number.POSITIVE_INFINITY
  /** Every so many-th push is refused as too fast. */
  fastEvery = 0
  private pushes = 0
  private unfinished = new Set<string>()
  /** The hash of each batch that was ever taken, lost since or not. */
  readonly everTaken = new Set<string>()
  /** Once at least an older disk took the place of this one. */
  wasSetBack = false
  private readonly sessions = new Set<Session>()
  private readonly now: () => number
  private readonly name: (bytes: number) => string

  constructor(now: () => number, name: (bytes: number) => string) {
    this.now = now
    this.name = name
    this.disk = this.emptied()
  }

  /** What was in memory is gone: every connection ends. */
  restart(disk?: RelayDisk): void {
    if (disk) {
      this.disk = disk
      this.wasSetBack = true
    }
    for (const session of this.sessions) session.close()
    this.sessions.clear()
  }

  /** A disk that was lost: an empty relay with a log of its own. */
  emptied(): RelayDisk {
    return {
      logId: this.name(16),
      entries: [],
      chain: null,
      rows: [],
      floor: 0,
      floorChain: noPrevious,
      heads: {},
      snapshots: [],
      parts: {},
      seen: {},
      files: {},
    }
  }

  open(send: (frame: Uint8Array) => void, close: () => void): { receive(frame: Uint8Array): void; end(): void } {
    const session: Session = { send, close, device: '', nonce: '', space: '', relay: null, known: false }
    this.sessions.add(session)
    return {
      receive: (bytes) => {
        if (this.sessions.has(session)) this.receive(session, bytes)
      },
      end: () => this.sessions.delete(session),
    }
  }

  private say(session: Session, frame: RelayFrame): void {
    session.send(encodeFrame(frame))
  }

  private drop(session: Session): void {
    this.sessions.delete(session)
    session.close()
  }

  private receive(session: Session, bytes: Uint8Array): void {
    const read = decodeFrame(bytes)
    if (!read.ok) return this.drop(session)
    const frame = read.value as ClientFrame
    if (frame.type === 'ping') return this.say(session, { type: 'pong' })
    if (frame.type === 'hello') return this.hello(session, frame)
    if (frame.type === 'create') return this.create(session, frame)
    if (frame.type === 'proof') return this.proof(session, frame)
    if (!session.known) return this.drop(session)
    switch (frame.type) {
      case 'push':
        for (const batch of frame.batches) this.take(session, batch, false)
        return
      case 'give':
        for (const batch of frame.batches) this.take(session, batch, true)
        return
      case 'pull':
        return this.pull(session, frame)
      case 'entry':
        return this.entry(session, frame.entry)
      case 'pullEntries':
        return this.say(session, {
          type: 'entries',
          from: frame.after,
          more: false,
          entries: [...(this.lies.entries?.(this.disk.entries) ?? this.disk.entries)].slice(frame.after),
        })
      default:
        return this.drop(session)
    }
  }

  private refuse(session: Session, code: RefusalCode, more: object = {}): void {
    this.say(session, { type: 'refused', code, ...more })
  }

  private hello(session: Session, frame: Extract<ClientFrame, { type: 'hello' }>): void {
    session.device = frame.device
    session.space = frame.space
    session.relay = frame.relay
    if (this.disk.chain?.space !== frame.space) return this.refuse(session, 'noSpace')
    this.challenge(session)
  }

  private create(session: Session, frame: Extract<ClientFrame, { type: 'create' }>): void {
    if (this.disk.chain === null) {
      const followed = followToy(null, frame.entries)
      if (!followed.ok || followed.value.space !== session.space) return this.refuse(session, 'signature')
      this.disk = { ...this.disk, entries: frame.entries, chain: followed.value }
    } else if (this.disk.chain.space === session.space)
      for (const entry of frame.entries) if (this.takeEntry(entry) !== null) break
    this.challenge(session)
  }

  private challenge(session: Session): void {
    session.nonce = this.name(16)
    this.say(session, { type: 'challenge', nonce: session.nonce })
  }

  private proof(session: Session, frame: Extract<ClientFrame, { type: 'proof' }>): void {
    const { device, space, nonce } = session
    const chain = this.disk.chain
    if (!chain || frame.nonce !== nonce) return this.drop(session)
    const signature = hexToBytes(frame.signature)
    if (!signature || !isToySigned(device, proofText(space, device, nonce), signature)) {
      return this.refuse(session, 'signature')
    }
    const member = memberOf(chain, device)
    if (!member) return this.refuse(session, 'stranger', { awaited: chain.count })
    if (member.revokedIn !== undefined && !this.lies.isLax) return this.refuse(session, 'revoked')
    session.known = true
    this.disk = { ...this.disk, seen: { ...this.disk.seen, [device]: this.now() } }
    const rows = this.lies.batches?.(this.disk.rows) ?? this.disk.rows
    const entries = this.lies.entries?.(this.disk.entries) ?? this.disk.entries
    const cursor = session.relay?.logId === this.disk.logId ? session.relay.cursor : -1
    const heads: Record<string, { dseq: number; hash: string; seenAt: number }> = {}
    const floor = this.lies.floor?.(this.disk.floor + rows.length) ?? this.disk.floor
    const chains = chainsOf(this.disk.floorChain, rows)
    const chainAt = (seq: number) =>
      seq === 0
        ? noPrevious
        : seq === this.disk.floor
          ? this.disk.floorChain
          : (chains[seq - this.disk.floor - 1] ?? '')
    const floorChain = chainAt(floor)
    for (const id of Object.keys(chain.members)) {
      const head = this.lies.batches && this.disk.floor === 0 ? undefined : this.disk.heads[id]
      heads[id] = { ...(head ?? { dseq: 0, hash: '' }), seenAt: this.disk.seen[id] ?? 0 }
    }
    if (this.lies.batches)
      for (const { device: id, dseq, hash } of rows) heads[id] = { dseq, hash, seenAt: this.disk.seen[id] ?? 0 }
    this.say(session, {
      type: 'welcome',
      version: 1,
      logId: this.disk.logId,
      head: this.disk.floor + rows.length,
      chain: cursor < 0 ? '' : chainAt(cursor),
      heads,
      entries: entries.length,
      entriesHead: headOf(entries),
      floor,
      floorChain,
      token: 'token',
      tokenEndsAt: 0,
      now: this.now(),
      limits: { batchBytes: maxBatchBytes, window: 4, blobBytes: 0 },
      room: null,
      snapshot: this.reads(session) ? this.news() : null,
      notice: null,
    })
  }

  private take(session: Session, bytes: Uint8Array, given: boolean): void {
    const parsed = parseBatch(bytes)
    if (!parsed.ok) return this.refuse(session, 'signature', { dseq: 0 })
    const { device, dseq, previous, signed, signature } = parsed.value
    const names = given ? { device, dseq } : { dseq }
    const refuse = (code: RefusalCode, more: object = {}) => this.refuse(session, code, { ...names, ...more })
    if (!given && device !== session.device) return refuse('forbidden')
    const member = memberOf(this.disk.chain!, device)
    if (!member) return refuse('stranger')
    const last = this.disk.heads[device]
    const hash = toyHash(bytes)
    const same = this.disk.rows.find((row) => row.device === device && row.dseq === dseq)
    if (same) return same.hash === hash ? this.took(session, given, device, dseq, same.seq) : refuse('fork')
    // Dropped behind a snapshot: of those the last is known alone.
    if (dseq <= (last?.dseq ?? 0))
      return hash === last!.hash ? this.took(session, given, device, dseq, this.disk.floor) : refuse('fork')
    if (!isToySigned(device, signed, signature)) return refuse('signature')
    if (!periodOf(member, dseq) && !this.lies.isLax)
      return refuse(member.revokedIn === undefined ? 'forbidden' : 'revoked')
    if (!given && !mayPush(member.rights) && !this.lies.isLax) return refuse('forbidden')
    if (dseq !== (last?.dseq ?? 0) + 1) return refuse('gap', { awaited: (last?.dseq ?? 0) + 1 })
    if (previous !== (last?.hash ?? noPrevious)) return refuse('fork')
    this.pushes += 1
    if (this.fastEvery > 0 && this.pushes % this.fastEvery === 0) return refuse('tooFast', { retryAfterS: 1 })
    if (this.disk.rows.length >= this.quota) return refuse('quota')
    const before = this.disk.rows.at(-1)?.chain ?? this.disk.floorChain
    const row: RelayRow = {
      seq: this.disk.floor + this.disk.rows.length + 1,
      device,
      dseq,
      entries: this.disk.entries.length,
      hash,
      bytes,
      chain: toyChain(before, hash),
    }
    this.disk = {
      ...this.disk,
      rows: [...this.disk.rows, row],
      heads: { ...this.disk.heads, [device]: { dseq, hash } },
    }
    this.everTaken.add(hash)
    this.took(session, given, device, dseq, row.seq)
    for (const other of this.sessions) {
      if (other === session || !other.known || !this.reads(other)) continue
      this.sendRows(other, [row], Number.POSITIVE_INFINITY, false)
    }
  }

  private took(session: Session, given: boolean, device: string, dseq: number, seq: number): void {
    if (given) this.say(session, { type: 'given', taken: [[device, dseq, seq]] })
    else this.say(session, { type: 'ack', taken: [[dseq, seq]] })
  }

  private reads(session: Session): boolean {
    return mayRead(memberOf(this.disk.chain!, session.device)?.rights ?? 0)
  }

  private pull(session: Session, { after, own }: { after: number; own: number }): void {
    if (!this.reads(session)) return this.refuse(session, 'forbidden')
    const rows = this.lies.batches?.(this.disk.rows) ?? this.disk.rows
    const from = Math.max(0, after - this.disk.floor)
    const page = rows.slice(from, from + pageBatches)
    this.sendRows(session, page, own, from + page.length < rows.length)
  }

  private sendRows(session: Session, rows: readonly RelayRow[], own: number, more: boolean): void {
    const all = this.lies.batches?.(this.disk.rows) ?? this.disk.rows
    const batches = rows.map((row): LoggedBatch | OwnMark =>
      row.device === session.device && row.dseq <= own && own !== Number.POSITIVE_INFINITY
        ? { seq: row.seq, dseq: row.dseq, hash: row.hash }
        : { seq: row.seq, entries: row.entries, bytes: row.bytes },
    )
    this.say(session, { type: 'batches', head: this.disk.floor + all.length, more, batches })
  }

  private entry(session: Session, bytes: Uint8Array): void {
    const parsed = parseEntry(bytes, toyVersion)
    const number = parsed.ok ? parsed.value.body.number : 0
    const known = this.disk.entries[number]
    if (known && bytesToHex(known) === bytesToHex(bytes)) {
      return this.say(session, { type: 'entries', from: number, more: false, entries: [known] })
    }
    const refusal = this.takeEntry(bytes)
    if (refusal) this.refuse(session, refusal, { entry: number })
  }

  /** Takes the next entry, whoever brings it, and tells all; null when taken. */
  private takeEntry(bytes: Uint8Array): RefusalCode | null {
    const parsed = parseEntry(bytes, toyVersion)
    if (!parsed.ok || parsed.value.body.number !== this.disk.entries.length) return 'stale'
    const { number } = parsed.value.body
    const followed = followToy(this.disk.chain, [bytes])
    if (!followed.ok) {
      const stale = followed.error.type === 'StaleEntry' || followed.error.type === 'StrangerSigned'
      return stale ? 'stale' : 'forbidden'
    }
    const { body } = parsed.value
    if (body.last !== undefined) {
      const last = this.disk.heads[body.device!]?.dseq ?? 0
      // A revocation known already may name batches that this relay lost and is given later (SPEC 6.5).
      if (last > body.last) return 'stale'
    }
    this.disk = { ...this.disk, entries: [...this.disk.entries, bytes], chain: followed.value }
    for (const other of this.sessions) {
      if (other.known) this.say(other, { type: 'entries', from: number, more: false, entries: [bytes] })
    }
    return null
  }

  // --- Snapshots (sync-server/snapshots.ts) ----------------------------------------------------------------------

  /** The rights of a device that knocks at another door than the log's. */
  private mayKeep(device: string): boolean {
    const rights = this.disk.chain ? (memberOf(this.disk.chain, device)?.rights ?? 0) : 0
    return mayRead(rights) && mayPush(rights)
  }

  private news(): SnapshotNews | null {
    const [newest] = this.disk.snapshots
    if (!newest) return null
    const news = { id: newest.id, device: newest.by, upTo: newest.seq, confirmed: newest.confirmed }
    return this.lies.news ? this.lies.news(news) : news
  }

  private announce(): void {
    const news = this.news()
    if (!news) return
    for (const session of this.sessions)
      if (session.known && this.reads(session)) this.say(session, { type: 'snapshot', ...news })
  }

  putPart(device: string, id: string, part: number, bytes: Uint8Array): boolean {
    if (!this.mayKeep(device) || this.disk.rows.length >= this.quota) return false
    if (this.disk.snapshots.some((each) => each.id === id)) return false
    this.disk = { ...this.disk, parts: { ...this.disk.parts, [`${id}.${part}`]: bytes } }
    return true
  }

  commit(device: string, id: string, bytes: Uint8Array): boolean {
    if (!this.mayKeep(device)) return false
    if (this.disk.snapshots.some((each) => each.id === id)) return true
    const parsed = parseManifest(bytes)
    if (!parsed.ok) return false
    const { manifest, body, signature } = parsed.value
    const { space } = this.disk.chain!
    if (manifest.space !== space || manifest.id !== id || manifest.device !== device) return false
    if (!isToySigned(device, manifestText(space, body), signature)) return false
    const holds = manifest.parts.every(([hash, size], part) => {
      const put = this.disk.parts[`${id}.${part}`]
      return put?.length === size && toyHash(put) === hash
    })
    if (!holds) {
      this.dropParts((of) => of === id)
      return false
    }
    let seq = this.disk.floor + this.disk.rows.length
    for (const row of this.disk.rows)
      if (row.dseq > (manifest.covers[row.device]?.[0] ?? 0)) seq = Math.min(seq, row.seq - 1)
    const [newest] = this.disk.snapshots
    const known = newest && parseManifest(newest.manifest)
    const isLess =
      known?.ok &&
      Object.entries(known.value.manifest.covers).some(([of, [dseq]]) => dseq > (manifest.covers[of]?.[0] ?? 0))
    if (newest && (newest.seq > seq || isLess)) {
      this.dropParts((of) => of === id)
      return false
    }
    const heads = { ...this.disk.heads }
    for (const [of, [dseq, hash]] of Object.entries(manifest.covers))
      if (memberOf(this.disk.chain!, of) && (heads[of]?.dseq ?? 0) < dseq) heads[of] = { dseq, hash }
    const made = {
      id,
      by: device,
      manifest: bytes,
      seq,
      parts: manifest.parts.length,
      at: this.now(),
      confirmed: false,
    }
    this.disk = { ...this.disk, heads, snapshots: [made, ...this.disk.snapshots] }
    if (manifest.purge) {
      this.replaceLog(made)
      // What others had begun may hold who was erased.
      this.dropParts((of) => !this.disk.snapshots.some((each) => each.id === of))
    }
    this.announce()
    return true
  }

  confirm(device: string, id: string): boolean {
    const found = this.disk.snapshots.find((each) => each.id === id)
    if (!this.mayKeep(device) || !found || found.by === device) return false
    if (found.confirmed) return true
    const confirmed = { ...found, confirmed: true }
    this.disk = {
      ...this.disk,
      snapshots: this.disk.snapshots.map((each) => (each === found ? confirmed : each)),
    }
    this.replaceLog(confirmed)
    this.announce()
    return true
  }

  readShelf(device: string, id: string, part: number | null): Uint8Array | null {
    if (!this.disk.chain || !mayRead(memberOf(this.disk.chain, device)?.rights ?? 0)) return null
    const found = this.disk.snapshots.find((each) => each.id === id)
    const bytes = part === null ? found?.manifest : found && this.disk.parts[`${id}.${part}`]
    if (!bytes) return null
    return this.lies.shelf ? this.lies.shelf(`${id}.${part ?? ''}`, bytes) : bytes
  }

  /** What nobody contradicted for long enough replaces the log too. Parts seen twice without their snapshot go. */
  sweep(trustMs: number): void {
    const unfinished = new Set(Object.keys(this.disk.parts).map((key) => key.split('.')[0]!))
    for (const { id } of this.disk.snapshots) unfinished.delete(id)
    this.dropParts((id) => unfinished.has(id) && this.unfinished.has(id))
    this.unfinished = unfinished
    const [newest] = this.disk.snapshots
    if (newest && this.now() - newest.at >= trustMs) this.replaceLog(newest)
  }

  private replaceLog(snapshot: RelaySnapshot): void {
    const { floor, rows } = this.disk
    const last = snapshot.seq > floor ? rows[snapshot.seq - floor - 1] : undefined
    if (last)
      this.disk = {
        ...this.disk,
        rows: rows.slice(snapshot.seq - floor),
        floor: snapshot.seq,
        floorChain: last.chain,
      }
    const isOlder = (each: RelaySnapshot) => each.id !== snapshot.id && each.at <= snapshot.at
    const older = this.disk.snapshots.filter(isOlder)
    this.disk = { ...this.disk, snapshots: this.disk.snapshots.filter((each) => !isOlder(each)) }
    this.dropParts((id) => older.some((each) => each.id === id))
  }

  private dropParts(isToGo: (snapshot: string) => boolean): void {
    const parts = Object.entries(this.disk.parts).filter(([key]) => !isToGo(key.split('.')[0]!))
    this.disk = { ...this.disk, parts: Object.fromEntries(parts) }
  }
}

function chainsOf(floorChain: string, rows: readonly RelayRow[]): string[] {
  let chain = floorChain
  return rows.map(({ hash }) => (chain = toyChain(chain, hash)))
}

function headOf(entries: readonly Uint8Array[]): string {
  const parsed = entries.length > 0 ? parseEntry(entries.at(-1)!, toyVersion) : null
  return parsed?.ok ? toyHash(parsed.value.bodyBytes) : ''
}
