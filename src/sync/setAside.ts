import type { Aside, Tally } from './ports.ts'

/*
 * What cannot be applied is kept, but not without bound (SPEC 6.8): who floods the log, relay or member, fills no disk and
 * pushes out nobody else's. What is dropped is counted, and what may yet be read is read again from the log.
 */

/** What one device may leave aside, and all together. All devices that are no members count as one. */
export const asideBounds = {
  perDevice: { batches: 500, bytes: 8 << 20 },
  inAll: { batches: 4000, bytes: 64 << 20 },
} as const

type Reason = Aside['reason']
/** A key, an update or the batch before may come. */
const hopeful: readonly Reason[] = ['sealed', 'newer', 'held']
export const isHopeful = (reason: Reason): boolean => hopeful.includes(reason)

/** What a transaction will put aside and take from there. */
interface Pending {
  aside: Aside[]
  settled: string[]
}

/**
 * What belonged to a branch of a device's batches that gave way is kept under numbers that no batch has: its own are those
 * of the branch that stands.
 */
const besideAll = 2 ** 32
export const isOrphaned = ({ dseq }: Pick<Aside, 'dseq'>): boolean => dseq >= besideAll

export const asideKey = (device: string, dseq: number): string => `${device}/${dseq}`

/** What people are told of the batches of one device that are aside for one reason. */
export interface AsideSum {
  device: string
  reason: Reason
  count: number
  first: number
  last: number
}

/** The batches set aside, as they stand in the memory of the engine. */
export class SetAside {
  private readonly memory: { aside: ReadonlyMap<string, Aside> }
  private readonly knows: (device: string) => boolean

  constructor(memory: { aside: ReadonlyMap<string, Aside> }, knows: (device: string) => boolean) {
    this.memory = memory
    this.knows = knows
  }

  private get rows(): ReadonlyMap<string, Aside> {
    return this.memory.aside
  }

  /** Sets a batch aside. False when it was counted only: what may yet be read must then be met again. */
  add(pending: Pending, each: Aside): boolean {
    // Nobody of this space made it: it will never be read, and whoever made it could make any number.
    if (each.reason === 'signature' || each.device === '') {
      this.count(pending, each, false, each.seq)
      return false
    }
    const isHopeful = hopeful.includes(each.reason)
    const standing = this.standing(pending)
    const present = standing.get(asideKey(each.device, each.dseq))
    // Two that were signed under one number: the first stays.
    if (present && present.hash !== each.hash && hopeful.includes(present.reason)) return false
    if (present) standing.delete(asideKey(each.device, each.dseq))
    const group = this.groupOf(each.device)
    if (!this.fits(standing, group, each) && isHopeful) this.makeRoom(pending, standing, group, each)
    if (!this.fits(standing, group, each)) {
      this.count(pending, each, isHopeful)
      return false
    }
    // Another that stood under this number has just made room for it.
    const key = asideKey(each.device, each.dseq)
    pending.settled = pending.settled.filter((settled) => settled !== key)
    pending.aside.push(each)
    return true
  }

  /** Drops one that turned out to be nobody's. */
  drop(pending: Pending, each: Aside): void {
    pending.settled.push(asideKey(each.device, each.dseq))
    this.count(pending, each, false)
  }

  /** The batches of a device from `first` on gave way to another branch: what may yet be read of them must not get lost. */
  orphan(pending: Pending, device: string, first: number): void {
    const standing = this.standing(pending)
    for (const [key, row] of standing) {
      const isOfBranch = row.device === device && row.dseq >= first && row.reason !== 'held'
      if (row.tally || !isOfBranch || isOrphaned(row)) continue
      pending.aside = pending.aside.filter((each) => asideKey(each.device, each.dseq) !== key)
      if (!hopeful.includes(row.reason)) {
        this.drop(pending, row)
        continue
      }
      let dseq = row.dseq + besideAll
      while (standing.has(asideKey(device, dseq))) dseq += besideAll
      pending.settled.push(key)
      const moved = { ...row, dseq }
      standing.set(asideKey(device, dseq), moved)
      pending.aside.push(moved)
    }
  }

  /** The true batches of a device came, up to this one: what passed for them is of no account any more. */
  reached(pending: Pending, device: string, dseq: number): void {
    const tally = this.tallyOf(pending, device)
    const forged = tally?.counts.signature
    if (!tally || !forged || forged.last > dseq) return
    const { signature: _forged, ...counts } = tally.counts
    this.writeTally(pending, device, { ...tally, counts })
  }

  /** The log is read from its beginning: what was not kept is met again. */
  beginAgain(pending: Pending): void {
    for (const row of this.rows.values()) {
      if (!row.tally) continue
      const counts = Object.fromEntries(
        Object.entries(row.tally.counts).filter(
          ([reason]) =>
            row.device !== '' && (reason === 'forbidden' || reason === 'revoked' || reason === 'unreadable'),
        ),
      )
      this.writeTally(pending, row.device, { counts, upTo: 0, missed: false })
    }
  }

  /** Some were not kept that may yet be read; of one device, or of any. */
  hasMissed(device?: string): boolean {
    if (device !== undefined) return this.rows.get(asideKey(this.groupOf(device), 0))?.tally?.missed === true
    return [...this.rows.values()].some(({ tally }) => tally?.missed)
  }

  /** How many are kept. */
  size(): number {
    return [...this.rows.values()].filter(({ tally }) => !tally).length
  }

  /** Some were not what they pass for: the relay may have the true ones by now. */
  hasDamaged(): boolean {
    return [...this.rows.values()].some(
      ({ device, tally }) => tally && (tally.counts.signature || (device === '' && tally.counts.unreadable)),
    )
  }

  /** By device and reason; what waits for the batch before it is told as what is withheld. */
  sums(): AsideSum[] {
    const sums = new Map<string, AsideSum>()
    const add = (device: string, reason: Reason, count: number, first: number, last: number) => {
      const sum = sums.get(`${device}/${reason}`)
      if (sum)
        Object.assign(sum, {
          count: sum.count + count,
          first: Math.min(sum.first, first),
          last: Math.max(sum.last, last),
        })
      else sums.set(`${device}/${reason}`, { device, reason, count, first, last })
    }
    for (const { device, dseq, reason, tally } of this.rows.values()) {
      if (!tally) add(device, reason, 1, dseq % besideAll, dseq % besideAll)
      for (const [why, { count, first, last }] of Object.entries(tally?.counts ?? {}))
        add(device, why as Reason, count, first, last)
    }
    return [...sums.values()].filter(({ reason }) => reason !== 'held')
  }

  private groupOf(device: string): string {
    return this.knows(device) ? device : ''
  }

  private standing(pending: Pending): Map<string, Aside> {
    const standing = new Map(this.rows)
    for (const each of pending.aside) standing.set(asideKey(each.device, each.dseq), each)
    for (const key of pending.settled) standing.delete(key)
    return standing
  }

  private fits(standing: ReadonlyMap<string, Aside>, group: string, { bytes }: Aside): boolean {
    const here = { batches: 1, bytes: bytes.length }
    const all = { ...here }
    for (const each of standing.values()) {
      if (each.tally) continue
      const isHere = this.groupOf(each.device) === group
      for (const sum of isHere ? [here, all] : [all]) {
        sum.batches += 1
        sum.bytes += each.bytes.length
      }
    }
    const { perDevice, inAll } = asideBounds
    return (
      here.batches <= perDevice.batches &&
      here.bytes <= perDevice.bytes &&
      all.batches <= inAll.batches &&
      all.bytes <= inAll.bytes
    )
  }

  /** What nobody will ever read goes before what somebody may. */
  private makeRoom(pending: Pending, standing: Map<string, Aside>, group: string, each: Aside): void {
    for (const [key, row] of standing) {
      if (row.tally || hopeful.includes(row.reason) || this.groupOf(row.device) !== group) continue
      standing.delete(key)
      this.drop(pending, row)
      if (this.fits(standing, group, each)) return
    }
  }

  private tallyOf(pending: Pending, group: string): Tally | undefined {
    const key = asideKey(group, 0)
    const here = pending.aside.findLast(({ device, dseq }) => asideKey(device, dseq) === key)
    return (here ?? (pending.settled.includes(key) ? undefined : this.rows.get(key)))?.tally
  }

  private count(pending: Pending, { device, dseq, reason }: Aside, missed: boolean, seq?: number): void {
    const group = this.groupOf(device)
    const tally = this.tallyOf(pending, group) ?? { counts: {}, upTo: 0, missed: false }
    // The same place of the log again.
    if (seq !== undefined && seq <= tally.upTo) return
    const { count = 0, first = dseq, last = dseq } = tally.counts[reason] ?? {}
    const counted = { count: count + 1, first: Math.min(first, dseq), last: Math.max(last, dseq) }
    this.writeTally(pending, group, {
      counts: { ...tally.counts, [reason]: counted },
      upTo: Math.max(tally.upTo, seq ?? 0),
      missed: tally.missed || missed,
    })
  }

  private writeTally(pending: Pending, group: string, tally: Tally): void {
    const key = asideKey(group, 0)
    pending.aside = pending.aside.filter(({ device, dseq }) => asideKey(device, dseq) !== key)
    pending.settled = pending.settled.filter((settled) => settled !== key)
    const isEmpty = Object.keys(tally.counts).length === 0 && !tally.missed
    if (!isEmpty) {
      const place = { device: group, dseq: 0, hash: '', bytes: new Uint8Array(0) }
      pending.aside.push({ ...place, reason: 'signature', tally })
    } else if (this.rows.has(key)) pending.settled.push(key)
  }
}
