import { mayPush } from '../src/log/roles.ts'
import {
  sha256,
  type Appended,
  type DeviceHead,
  type EntryTaken,
  type NewBatch,
  type NewEntry,
  type News,
  type SpaceHead,
  type StoredBatch,
} from './log.ts'
import { hasRoom, hold } from './usage.ts'

/*
 * What is taken, refused and moved on: the rules of the log, whatever database holds it. A store reads and writes rows,
 * and asks here under its lock.
 */

const zeros = new Uint8Array(32)

const link = Buffer.alloc(64)

/** SPEC 5.5. */
export function nextChain(chain: Uint8Array, batchHash: Uint8Array): Buffer {
  link.set(chain, 0)
  link.set(batchHash, 32)
  return sha256(link)
}

export const emptyChain: Uint8Array = zeros

/** The rights under which a device's batch `dseq` counts. */
function rightsAt(device: Readonly<DeviceHead>, dseq: number): number {
  for (let index = device.grants.length - 1; index >= 0; index--) {
    const [after, given] = device.grants[index]!
    if (dseq > after) return given
  }
  return 0
}

/** A space as the stores keep it in memory while they work on it. */
export interface WorkingSpace extends SpaceHead {
  no: number
  devices: Map<string, DeviceHead>
}

/** Whether a batch is the next of its device; `repeat` when it stands behind, or claims to. */
function judge(space: WorkingSpace, batch: NewBatch, defaultQuota: number): Appended | 'next' | 'repeat' {
  const device = space.devices.get(batch.device)
  if (!device) return { type: 'stranger' }
  if (batch.dseq <= device.dseq) return 'repeat'
  if (!mayPush(rightsAt(device, batch.dseq))) return { type: device.revoked ? 'revoked' : 'forbidden' }
  if (batch.dseq !== device.dseq + 1) return { type: 'gap', awaited: device.dseq + 1 }
  if (Buffer.compare(batch.previous, device.hash) !== 0) return { type: 'fork' }
  return hasRoom(space, batch.bytes.byteLength, defaultQuota) ? 'next' : { type: 'quota' }
}

/** Moves the heads on by one batch and gives its seq. */
function advance(space: WorkingSpace, batch: NewBatch): number {
  const device = space.devices.get(batch.device)!
  device.dseq = batch.dseq
  device.hash = batch.hash
  space.head += 1
  space.chain = nextChain(space.chain, batch.hash)
  hold(space, batch.bytes.byteLength)
  return space.head
}

/** A row of the log: the batch as it is handed on, and the chain as it stands with it. */
export interface LogRow extends StoredBatch {
  chain: Uint8Array
}

/** A batch under a number that was given already: the store answers from what it holds under it, by `judgeRepeat`. */
interface Repeat {
  type: 'repeat'
}

/**
 * What one transaction adds to spaces. Both stores ask it under their lock, so that two instances, or a revocation on
 * the way, cannot slip past each other; what it says stands once the transaction is on disk.
 */
export class Growth {
  /** In the order of what happened: told after the commit. */
  readonly news: News[] = []
  /** Spaces whose heads moved, and the devices that moved them. */
  readonly moved = new Map<WorkingSpace, Set<string>>()
  private readonly told = new Map<WorkingSpace, News & { batches: StoredBatch[] }>()
  private readonly quota: number

  constructor(defaultQuota: number) {
    this.quota = defaultQuota
  }

  /** Judges a batch; `keep` is given it when it is taken. */
  append(space: WorkingSpace, batch: NewBatch, keep: (row: LogRow) => void): Appended | Repeat {
    const verdict = judge(space, batch, this.quota)
    if (verdict === 'repeat') return this.repeat(space, batch)
    if (verdict !== 'next') return verdict
    const seq = advance(space, batch)
    const row: LogRow = {
      seq,
      device: batch.device,
      dseq: batch.dseq,
      entries: space.entries,
      bytes: batch.bytes,
      chain: space.chain,
    }
    keep(row)
    this.note(space, row)
    return { type: 'appended', seq }
  }

  /** Entries that were taken. */
  entries(space: WorkingSpace, entries: readonly NewEntry[]): void {
    const added = entries.map(({ bytes }) => bytes)
    this.news.push({ space: space.space, head: space.head, entries: space.entries, added })
    // Batches behind an entry are told behind it.
    this.told.delete(space)
  }

  private note(space: WorkingSpace, row: LogRow): void {
    const moved = this.moved.get(space)
    if (moved) moved.add(row.device)
    else this.moved.set(space, new Set([row.device]))
    let told = this.told.get(space)
    if (!told) {
      told = { space: space.space, head: 0, entries: space.entries, batches: [] }
      this.told.set(space, told)
      this.news.push(told)
    }
    told.head = row.seq
    told.batches.push(row)
  }

  /** One that came in twice at once is known from here: no store has it yet. */
  private repeat(space: WorkingSpace, batch: NewBatch): Appended | Repeat {
    if (!this.moved.get(space)?.has(batch.device)) return { type: 'repeat' }
    for (const { space: id, batches = [] } of this.news) {
      const twin =
        id === space.space && batches.find(({ device, dseq }) => device === batch.device && dseq === batch.dseq)
      if (twin) return judgeRepeat(space, batch, twin)
    }
    return { type: 'repeat' }
  }
}

/** What is said to a batch whose number was given already, from what is held under that number (SPEC 5.3). */
export function judgeRepeat(
  space: SpaceHead,
  batch: NewBatch,
  held: { seq: number; bytes: Uint8Array } | undefined,
): Appended {
  // Dropped behind a snapshot: of those the last is known alone, and what may be another is not acknowledged (SPEC 6.7).
  if (!held) {
    const device = space.devices.get(batch.device)
    const isLast = device?.dseq === batch.dseq && Buffer.compare(device.hash, batch.hash) === 0
    return isLast ? { type: 'repeated', seq: space.floor } : { type: 'fork' }
  }
  return Buffer.compare(held.bytes, batch.bytes) === 0 ? { type: 'repeated', seq: held.seq } : { type: 'fork' }
}

/** Whether entries may follow what the space has; `effects` are then for `enact`. */
export function judgeEntries(space: WorkingSpace, entries: readonly NewEntry[]): EntryTaken {
  for (const [index, entry] of entries.entries()) {
    if (entry.number !== space.entries + index) return { type: 'stale', entries: space.entries }
    for (const effect of entry.effects) {
      const device = space.devices.get(effect.device)
      // A device whose batches this relay lost stands below what the entry names: those are still welcome.
      if (device && effect.lastDseq !== undefined && device.dseq > effect.lastDseq)
        return { type: 'later', device: effect.device, dseq: device.dseq }
    }
  }
  return { type: 'taken' }
}

/** Gives devices their new rights; returns the ids of those that changed. */
export function enact(space: WorkingSpace, entries: readonly NewEntry[], now: number): string[] {
  const changed = new Set<string>()
  for (const entry of entries) {
    space.entries += 1
    for (const effect of entry.effects) {
      const device = space.devices.get(effect.device)
      if (!device) {
        if (!effect.key) continue
        space.devices.set(effect.device, {
          key: effect.key,
          grants: [[0, effect.rights]],
          revoked: false,
          dseq: 0,
          hash: zeros,
          seenAt: now,
        })
      } else {
        device.grants.push([effect.lastDseq ?? device.dseq, effect.rights])
        device.revoked = effect.revoked ?? false
      }
      changed.add(effect.device)
    }
  }
  return [...changed]
}

/** What a snapshot says of devices that this relay knows less of, after it lost its log (SPEC 6.5). */
export function raiseHeads(
  space: WorkingSpace,
  heads: ReadonlyMap<string, { dseq: number; hash: Uint8Array }>,
): string[] {
  const raised: string[] = []
  for (const [id, head] of heads) {
    const device = space.devices.get(id)
    if (!device || device.dseq >= head.dseq) continue
    device.dseq = head.dseq
    device.hash = head.hash
    raised.push(id)
  }
  return raised
}
