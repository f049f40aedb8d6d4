import { err, ok, type Result } from '../../src/kit/result.ts'
import { apply, type Standing } from '../../src/log/apply.ts'
import { decodeContent } from '../../src/log/codec.ts'
import { parseBatch, unpadContent } from '../../src/log/batch.ts'
import { decodeFrame } from '../../src/log/protocol.ts'
import { memberOf } from '../../src/log/membership.ts'
import type { Operation } from '../../src/log/operation.ts'
import { fileNotes } from '../../src/sync/blobs.ts'
import { Engine } from '../../src/sync/engine.ts'
import type { EngineOptions } from '../../src/sync/engine/options.ts'
import { Erasing } from '../../src/sync/erasing.ts'
import type { SyncFailure, SyncStatus } from '../../src/sync/face.ts'
import { type snapshotLimits, Snapshots } from '../../src/sync/snapshots.ts'
import type { DeviceNotes, SnapshotShelf, Surroundings, Transport } from '../../src/sync/ports.ts'
import { createMemoryStore, type LocalChange, type MemoryStore, type TransactionName } from '../sync/memoryStore.ts'
import type { Chance } from './chance.ts'
import type { FillingScenes } from './fillingScenes.ts'
import {
  blobsOf,
  copyFileDisk,
  type FileDisk,
  type FileFaults,
  newFileDisk,
  noFileFaults,
  SimFiles,
} from './simFiles.ts'
import { SimRelay } from './simRelay.ts'
import { createToySealing, type MembershipChange, toyEntry, toyParts, type ToySealing } from './toySealing.ts'

const hour = 3_600_000
/** So long a person reads before deciding. */
const thoughtMs = 45_000

/** Thrown where a device loses its power: no code of the product catches it. */
class PowerCut extends Error {}

/** Chances of what the network and the disks do. All zero: a perfect world. */
export interface Faults {
  drop: number
  duplicate: number
  truncate: number
  reorder: number
  slow: number
  /** At each transaction, before or after. */
  powerCut: number
  diskFull: number
  /** At each frame sent. */
  networkCut: number
}

export const noFaults: Faults = {
  drop: 0,
  duplicate: 0,
  truncate: 0,
  reorder: 0,
  slow: 0,
  powerCut: 0,
  diskFull: 0,
  networkCut: 0,
}

interface Disk {
  store: MemoryStore
  entries: Uint8Array[]
  /** What it remembers beside records (src/store/memory.ts). */
  notes: Map<string, unknown>
  files: FileDisk
}

/** A device of the simulation: its disk outlives it. */
export interface SimDevice {
  id: string
  /** Two copies of one device have one id and two names. */
  name: string
  disk: Disk
  /** Of its wall clock against the true one, ms. */
  skewMs: number
  version: number
  /** Writes and reads nothing: it makes records and changes none. */
  isAgent: boolean
  /** Its program writes what it may not. */
  isLiar: boolean
  engine: Engine | null
  sealing: ToySealing | null
  /** Both only where this history has snapshots at all. */
  snapshots: Snapshots | null
  erasing: Erasing | null
  /** Only where this history has files. */
  files: SimFiles | null
  statuses: SyncStatus[]
  backups: Disk[]
}

/** Something the product did that no rule allows. */
export class Broken extends Error {}

/** A world with its own time: nothing in it waits, and the same chance gives the same history. */
export class World {
  nowMs = Date.UTC(2026, 0, 5, 9)
  faults: Faults = { ...noFaults }
  readonly chance: Chance
  readonly relay: SimRelay
  readonly devices: SimDevice[] = []
  /** What a relay has acknowledged, by author and number, with the operations. */
  readonly acknowledged = new Map<string, Operation[]>()
  readonly log: string[] = []
  verbose = false
  /** Whether programs of the later version write entries that the earlier one does not understand (SPEC 7.10). */
  newEntries = false
  /** Null where there are no files. */
  filesChance: Chance | null = null
  fileFaults: FileFaults = { ...noFileFaults }
  /** Null where nobody cuts the power in the middle of snapshots. */
  fillings: FillingScenes | null = null
  /** Null where nobody makes snapshots and the log is never dropped. */
  snapshotLimits: typeof snapshotLimits | null = null
  /** Who erased, or had erased, a document that it knew: `NAME BLOB`. */
  readonly erasedFiles = new Set<string>()
  /** How often something happened, by name. */
  readonly counts: Record<string, number> = {}
  private timers: { at: number; order: number; run: () => void }[] = []
  private order = 0
  private failure: unknown = null

  constructor(chance: Chance) {
    this.chance = chance
    this.relay = new SimRelay(
      () => this.nowMs,
      (bytes) => this.name(bytes),
    )
  }

  name(bytes: number): string {
    return Array.from(this.chance.bytes(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('')
  }

  tell(what: string): void {
    const time = new Date(this.nowMs).toISOString().slice(5, 23)
    if (this.verbose) this.log.push(`${time} ${what}`)
  }

  count(what: string, times = 1): void {
    this.counts[what] = (this.counts[what] ?? 0) + times
  }

  later(run: () => void, delayMs: number): () => void {
    const timer = { at: this.nowMs + Math.max(0, Math.ceil(delayMs)), order: (this.order += 1), run }
    // Kept in order, latest first: the next is at the end.
    let low = 0
    let high = this.timers.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = this.timers[middle]!
      if (other.at > timer.at || (other.at === timer.at && other.order > timer.order)) low = middle + 1
      else high = middle
    }
    this.timers.splice(low, 0, timer)
    return () => {
      timer.run = () => {}
    }
  }

  /** Lets this much time pass. Throws what a device threw. */
  async run(forMs: number, mostEvents = 100_000): Promise<void> {
    const until = this.nowMs + forMs
    for (let events = 0; ; events += 1) {
      // All promises of the product settle without waiting: what they start is done before time goes on.
      await new Promise((resolve) => setImmediate(resolve))
      if (this.failure) throw this.failure
      const next = this.timers.at(-1)
      if (!next || next.at > until) break
      if (events > mostEvents) throw new Broken('Too much happens: something goes round in circles.')
      this.timers.pop()
      this.nowMs = Math.max(this.nowMs, next.at)
      next.run()
    }
    this.nowMs = until
  }

  // --- Devices ---------------------------------------------------------------------------------------------------

  addDevice(id: string, name: string, entries: readonly Uint8Array[], version = 1): SimDevice {
    const device: SimDevice = {
      id,
      name,
      disk: this.newDisk(name, entries),
      skewMs: 0,
      version,
      isAgent: false,
      isLiar: false,
      engine: null,
      sealing: null,
      snapshots: null,
      erasing: null,
      files: null,
      statuses: [],
      backups: [],
    }
    this.devices.push(device)
    return device
  }

  newDisk(name: string, entries: readonly Uint8Array[]): Disk {
    const store = createMemoryStore(this.storeOptions(name))
    return { store, entries: [...entries], notes: new Map(), files: newFileDisk() }
  }

  private storeOptions(name: string) {
    return {
      now: () => this.nowMs + (this.devices.find((each) => each.name === name)?.skewMs ?? 0),
      random: this.chance.bytes,
      by: name,
      onErased: (id: string, fields: Record<string, unknown>) => {
        const notes = this.devices.find((each) => each.name === name)?.disk.notes
        for (const blobId of blobsOf(fields)) {
          notes?.set(`${fileNotes.erased}${blobId}`, id)
          this.erasedFiles.add(`${name} ${blobId}`)
        }
      },
      fault: (what: TransactionName | 'keepEntries', when: 'before' | 'after') => {
        if (this.chance.hits(this.faults.powerCut)) {
          this.tell(`${name}: power cut ${when} ${what}`)
          this.count(`fault: power cut ${when} ${what}`)
          throw new PowerCut()
        }
        if (when === 'after' || !this.chance.hits(this.faults.diskFull)) return undefined
        this.count(`fault: disk full at ${what}`)
        return { type: 'DiskFull' as const }
      },
    }
  }

  copyDisk(from: Disk, name: string): Disk {
    const store = from.store.copy(this.storeOptions(name))
    return { store, entries: [...from.entries], notes: new Map(from.notes), files: copyFileDisk(from.files) }
  }

  start(device: SimDevice): void {
    if (device.engine) return
    this.tell(`${device.name}: starts`)
    const store = this.watched(device)
    const sealing = createToySealing({
      device: device.id,
      entries: device.disk.entries,
      version: device.version,
      random: this.chance.bytes,
      fault: this.storeOptions(device.name).fault,
    })
    const alive = () => device.engine === engine
    const surroundings: Surroundings = {
      now: () => this.nowMs + device.skewMs,
      random: this.chance.bytes,
      later: (run, delayMs) =>
        this.later(() => {
          if (alive()) this.guard(device, run)
        }, delayMs),
    }
    const acknowledge: MemoryStore['acknowledge'] = async (dseqs, progress) => {
      const { unsent } = await store.readMemory()
      for (const batch of unsent) {
        if (!dseqs.includes(batch.dseq)) continue
        if (!this.relay.everTaken.has(batch.hash))
          this.failure ??= new Broken(
            `${device.name} takes ${batch.dseq} for acknowledged, and the relay never took it.`,
          )
        this.acknowledged.set(`${device.id}/${batch.hash}/${batch.dseq}`, operationsIn(batch.bytes))
      }
      return store.acknowledge(dseqs, progress)
    }
    const failed = (cause: unknown) => {
      if (!alive()) return
      if (cause instanceof PowerCut) this.crash(device)
      else this.failure ??= cause
    }
    const withSnapshots = this.snapshotLimits && this.beside(device, store, sealing, surroundings, alive, failed)
    const engine: Engine = new Engine({
      store: { ...store, acknowledge },
      sealing,
      surroundings,
      transport: this.transport(device, alive),
      onStatus: (status) => {
        device.statuses.push(status)
        if (device.statuses.length > 50) device.statuses.shift()
        if (!alive()) return
        device.snapshots?.look()
        device.erasing?.wake()
        device.files?.exchange.wake()
        this.decideLater(device, status, alive)
      },
      onFailure: failed,
      ...withSnapshots,
      onRelayReset: () => {
        withSnapshots?.onRelayReset?.()
        return device.files?.exchange.relayWasReset()
      },
    })
    device.engine = engine
    device.sealing = sealing
    if (this.filesChance) device.files = new SimFiles(this, device, this.filesChance, alive, failed)
    engine.start()
  }

  /** The store, and files hear of what changes it. */
  private watched(device: SimDevice): MemoryStore {
    const { store } = device.disk
    if (!this.filesChance) return store
    const told = async <T>(done: Promise<T>): Promise<T> => {
      const result = await done
      device.files?.changed()
      return result
    }
    return {
      ...store,
      apply: (...given) => told(store.apply(...given)),
      takeStates: (...given) => told(store.takeStates(...given)),
    }
  }

  /** The person at a device reads what a relay lost, and goes on if it is theirs to decide (SPEC 7.13). */
  private decideLater(device: SimDevice, { parting }: SyncStatus, alive: () => boolean): void {
    if (!parting?.mayDecide || this.deciding.has(device)) return
    this.deciding.add(device)
    this.later(() => {
      this.deciding.delete(device)
      const { engine } = device
      if (!alive() || engine?.status().parting?.heads.lost !== parting.heads.lost) return
      this.count('a person goes on with a relay that lost entries')
      this.tell(`${device.name}: goes on with the relay's membership`)
      this.guard(device, () => {
        engine
          .reconcile(parting.heads, hour)
          .then((result) => this.tell(`${device.name}: reconciled ${JSON.stringify(result)}`))
          .catch(() => this.crash(device))
      })
    }, thoughtMs)
  }

  /** What the app's worker has beside the engine. */
  private beside(
    device: SimDevice,
    store: MemoryStore,
    sealing: ToySealing,
    surroundings: Surroundings,
    alive: () => boolean,
    failed: (cause: unknown) => void,
  ): Partial<EngineOptions> {
    const disk = device.disk.notes
    const notes: DeviceNotes = {
      recall: async (name) => disk.get(name),
      remember: async (name, value) => {
        if (this.chance.hits(this.faults.powerCut)) throw new PowerCut()
        disk.set(name, value)
      },
    }
    const inBackground = (task: Promise<unknown>) => void task.catch(failed)
    const ask = <T>(what: string, run: () => T, lost: T) => this.ask(device, alive, failed, what, run, lost)
    const done = async (sent: Promise<boolean>) =>
      (await sent) ? ok(null) : err({ type: 'RelayUnreachable' as const, url: '' })
    const { fillings } = this
    const shelf: SnapshotShelf = {
      putPart: (id, part, bytes) =>
        done(ask('puts a part', () => this.relay.putPart(device.id, id, part, bytes), false)),
      commit: (id, bytes) => done(ask('commits a snapshot', () => this.relay.commit(device.id, id, bytes), false)),
      confirm: (id) => ask('confirms a snapshot', () => this.relay.confirm(device.id, id), false),
      readManifest: (id) => ask('reads a manifest', () => this.relay.readShelf(device.id, id, null), null),
      readPart: (id, part) => ask('reads a part', () => this.relay.readShelf(device.id, id, part), null),
    }
    const own = fillings ? fillings.store(device, store, alive) : store
    const snapshots = new Snapshots(
      {
        get engine() {
          return device.engine
        },
        sealing,
        surroundings,
        notes,
        shelf: fillings ? fillings.shelf(device, shelf, alive) : shelf,
        store: () => own,
        ...(fillings ? { filling: fillings.filling(device, alive) } : {}),
        failed,
        whenLive: () => this.whenLive(device, alive),
        suspect: (of) => {
          this.count('snapshot that lacks records')
          device.engine?.telling.alert({ type: 'snapshotLacks', device: of })
        },
      },
      this.snapshotLimits!,
    )
    const erasing = new Erasing({
      get engine() {
        return device.engine
      },
      snapshots,
      surroundings,
      notes,
      failed,
    })
    device.snapshots = snapshots
    device.erasing = erasing
    return {
      onRecords: (...given) => erasing.met(...given),
      onRelayReset: () => {
        snapshots.relayWasReset()
        inBackground(erasing.relayWasReset())
      },
      onSnapshot: (news) => snapshots.hear(news),
      onSnapshotNeeded: () => {
        this.count('path: a relay lost what only a snapshot can give')
        inBackground(
          snapshots.make(false, true).then((made) => {
            if (made.ok && alive()) device.engine?.renew()
          }),
        )
      },
      adopt: async (news, welcome) => {
        const adopted = await snapshots.adopt(news, welcome)
        this.count(adopted && !('type' in adopted) ? 'path: a snapshot adopted' : 'path: a snapshot not adopted')
        return adopted
      },
    }
  }

  /** A request and its answer over the same bad line; what a dead device waits for never comes. */
  private ask<T>(
    device: SimDevice,
    alive: () => boolean,
    failed: (cause: unknown) => void,
    what: string,
    run: () => T,
    lost: T,
  ): Promise<T> {
    const { chance, faults } = this
    const isLost = () => chance.hits(faults.drop + faults.networkCut)
    return new Promise((resolve) => {
      this.later(
        () => {
          if (!alive()) return
          if (chance.hits(faults.powerCut)) {
            this.count(`fault: power cut before: ${what}`)
            return failed(new PowerCut())
          }
          if (!this.relayIsUp || this.offline.has(device) || isLost()) return resolve(lost)
          const answer = run()
          this.count(`relay: ${answer ? '' : 'not: '}${what}`)
          this.tell(`${device.name}: ${what}: ${answer ? 'done' : 'refused'}`)
          this.later(
            () => {
              if (!alive()) return
              if (chance.hits(faults.powerCut)) {
                this.count(`fault: power cut after: ${what}`)
                return failed(new PowerCut())
              }
              resolve(isLost() ? lost : answer)
            },
            2 + chance.below(30),
          )
        },
        2 + chance.below(20),
      )
    })
  }

  async whenLive(device: SimDevice, alive: () => boolean, withinMs = 20_000): Promise<Result<null, SyncFailure>> {
    for (let waitedMs = 0; waitedMs < withinMs; waitedMs += 1000) {
      if (device.engine?.isLive()) return ok(null)
      await new Promise<void>((resolve) => {
        this.later(() => {
          if (alive()) resolve()
        }, 1000)
      })
    }
    return err({ type: 'RelayUnreachable', url: '' })
  }

  /** Nothing of it runs any more; its disk stays as it is. */
  crash(device: SimDevice): void {
    if (!device.engine) return
    this.tell(`${device.name}: is off`)
    device.engine = null
    device.sealing = null
    device.snapshots = null
    device.erasing = null
    device.files = null
    for (const end of this.ends.get(device) ?? []) end()
    this.ends.delete(device)
  }

  /** Runs code of a device: where its power is cut, it is off. */
  guard(device: SimDevice, run: () => void): void {
    try {
      run()
    } catch (cause) {
      if (!(cause instanceof PowerCut)) throw cause
      this.crash(device)
    }
  }

  write(device: SimDevice, changes: LocalChange[]): void {
    const words = changes.map(({ type, id, path }) => `${type} ${id.slice(-2)} ${path ?? ''}`)
    this.guard(device, () => {
      const written = device.disk.store.write(changes)
      this.tell(`${device.name}: writes ${words.join(', ')}`)
      if (!written.ok) return
      device.engine?.changed()
      device.files?.changed()
    })
  }

  change(
    device: SimDevice,
    make: (chains: ReadonlyMap<string, { dseq: number }>) => MembershipChange,
  ): Promise<unknown> {
    const { engine, sealing } = device
    if (!engine || !sealing) return Promise.resolve(null)
    let done: Promise<unknown> = Promise.resolve(null)
    this.guard(device, () => {
      done = engine
        .submit(async (chains) => {
          const change = make(chains)
          this.tell(`${device.name}: asks ${JSON.stringify(change)}`)
          return {
            ok: true as const,
            value: toyEntry(sealing.chain(), device.id, change, this.newEntries ? device.version : 1),
          }
        }, 3_600_000)
        .then((result) => this.tell(`${device.name}: entry ${JSON.stringify(result)}`))
        // The device that asked was cut off while asking.
        .catch(() => this.crash(device))
    })
    return done
  }

  // --- The network -----------------------------------------------------------------------------------------------

  private readonly deciding = new Set<SimDevice>()
  private readonly ends = new Map<SimDevice, Set<() => void>>()
  relayIsUp = true
  readonly offline = new Set<SimDevice>()

  /** Whoever is connected is cut off. */
  cutAll(device: SimDevice): void {
    for (const end of this.ends.get(device) ?? []) end()
  }

  private transport(device: SimDevice, alive: () => boolean): Transport {
    return {
      connect: (handlers) => {
        let open = true
        let toDevice = 0
        let toRelay = 0
        const end = (reason: string) => {
          if (!open) return
          open = false
          relaySide?.end()
          this.ends.get(device)?.delete(cut)
          this.later(() => {
            if (alive()) this.guard(device, () => handlers.onEnd(reason))
          }, 1)
        }
        const cut = () => end('cut')
        let relaySide: { receive(frame: Uint8Array): void; end(): void } | null = null
        if (!this.ends.has(device)) this.ends.set(device, new Set())
        this.ends.get(device)!.add(cut)
        this.later(
          () => {
            if (!open || !alive()) return
            if (!this.relayIsUp || this.offline.has(device)) return end('unreachable')
            relaySide = this.relay.open((frame) => {
              if (this.verbose) this.tell(`  relay -> ${device.name}: ${wordsOf(frame)}`)
              toDevice = this.carry(
                frame,
                toDevice,
                (bytes) => {
                  if (open && alive()) this.guard(device, () => handlers.onFrame(bytes))
                },
                cut,
              )
            }, cut)
            this.guard(device, () => handlers.onOpen())
          },
          5 + this.chance.below(30),
        )
        return {
          kind: 'socket',
          send: (frame) => {
            if (!open) return
            if (this.chance.hits(this.faults.powerCut)) {
              this.count('fault: power cut while sending')
              throw new PowerCut()
            }
            if (this.verbose) this.tell(`  ${device.name} -> relay: ${wordsOf(frame)}`)
            toRelay = this.carry(
              frame,
              toRelay,
              (bytes) => {
                if (open) relaySide?.receive(bytes)
              },
              cut,
            )
          },
          close: () => end('closed'),
        }
      },
    }
  }

  /** One frame over a bad line. Gives when it arrives, before which no later one does, unless the line reorders. */
  private carry(frame: Uint8Array, notBefore: number, arrive: (bytes: Uint8Array) => void, cut: () => void): number {
    const { faults, chance } = this
    if (chance.hits(faults.networkCut)) {
      this.count('fault: a line cut')
      cut()
      return notBefore
    }
    if (chance.hits(faults.drop)) {
      this.count('fault: a frame dropped')
      return notBefore
    }
    const slow = chance.hits(faults.slow) ? 5000 : 0
    if (slow > 0) this.count('fault: a frame delayed')
    const at = Math.max(notBefore, this.nowMs + 2 + chance.below(20) + slow)
    const isCut = chance.hits(faults.truncate)
    if (isCut) this.count('fault: a frame truncated')
    const bytes = isCut ? frame.slice(0, chance.below(frame.length)) : frame.slice()
    const early = chance.hits(faults.reorder)
    if (early) this.count('fault: a frame overtakes others')
    this.later(() => arrive(bytes), (early ? this.nowMs + 1 : at) - this.nowMs)
    const isTwice = chance.hits(faults.duplicate)
    if (isTwice) this.count('fault: a frame repeated')
    if (isTwice) this.later(() => arrive(frame.slice()), at - this.nowMs + 3)
    return early ? notBefore : at
  }

  // --- What is true at the end -------------------------------------------------------------------------------------

  /** Revoked, by what the relay knows or the device itself: nobody takes anything from it any more. */
  isOut({ id, sealing }: SimDevice): boolean {
    const member = this.relay.disk.chain && memberOf(this.relay.disk.chain, id)
    return member?.revokedIn !== undefined || (sealing?.membership().revoked ?? false)
  }

  /** Whether the relay's newest snapshot holds it. */
  private isOnShelf(operations: readonly Operation[]): boolean {
    const [newest] = this.relay.disk.snapshots
    if (!newest) return false
    const told = new Map<string, Standing>()
    for (let part = 0; part < newest.parts; part += 1)
      for (const operation of operationsIn(this.relay.disk.parts[`${newest.id}.${part}`]!))
        told.set(operation.id, apply(told.get(operation.id) ?? { record: null, erased: null }, operation))
    return operations.every((operation) => {
      const standing = told.get(operation.id)
      return standing !== undefined && apply(standing, operation).won.length === 0
    })
  }

  /** Whether any disk holds what was said in a batch: open in its records, or sealed. */
  isHeld(hash: string, operations: readonly Operation[]): boolean {
    if (this.relay.disk.rows.some((row) => row.hash === hash) || this.isOnShelf(operations)) return true
    return this.devices.some((device) => {
      if (this.isOut(device)) return false
      return operations.every((operation) => isIn(device.disk.store, operation))
    })
  }
}

/** A frame as the log of a history tells it. */
function wordsOf(bytes: Uint8Array): string {
  const read = decodeFrame(bytes)
  if (!read.ok) return `${read.error.type} ${new TextDecoder().decode(bytes).slice(0, 900)}`
  const short = (_: string, value: unknown) => {
    if (value instanceof Uint8Array) {
      const batch = parseBatch(value)
      return batch.ok ? `${batch.value.device.slice(0, 4)}/${batch.value.dseq}` : `${value.length} B`
    }
    return typeof value === 'string' && value.length > 16 ? value.slice(0, 6) : value
  }
  return JSON.stringify(read.value, short)
}

/** True when applying the operation again would change nothing: it, or what came after it, stands there. */
export function isIn(store: MemoryStore, operation: Operation): boolean {
  const standing = store.records.get(operation.id)
  return standing !== undefined && apply(standing, operation).won.length === 0
}

/** What a toy batch or part says, whoever may open it. */
export function operationsIn(bytes: Uint8Array): Operation[] {
  const parsed = parseBatch(bytes)
  if (!parsed.ok) throw new Broken('A batch that was acknowledged cannot be parsed.')
  const content = unpadContent(toyParts(parsed.value).plaintext)
  const decoded = content.ok ? decodeContent(content.value) : null
  if (!decoded?.ok) throw new Broken('A batch that was acknowledged cannot be read.')
  return decoded.value.operations
}
