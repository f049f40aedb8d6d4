import { err, ok } from '../../src/kit/result.ts'
import { BlobExchange, type BlobHost, fileLimits } from '../../src/sync/blobs.ts'
import type { FilesStatus } from '../../src/sync/face.ts'
import type { DocumentFiles, FileNotes, FileShelf, FileStore, Surroundings } from '../../src/sync/ports.ts'
import type { Chance } from './chance.ts'
import { createToyFiles } from './toyFiles.ts'
import type { SimDevice, World } from './world.ts'

/** Chances of what happens to files on their way, each asked at each request or transaction. */
export interface FileFaults {
  /** A request or its answer is lost. */
  lost: number
  /** A piece on its way to the relay breaks off, and some of it is there. */
  halved: number
  powerCut: number
  diskFull: number
}
export const noFileFaults: FileFaults = { lost: 0, halved: 0, powerCut: 0, diskFull: 0 }

/** The files on a device's disk. */
export interface FileDisk {
  whole: Map<string, Uint8Array>
  /** Sealed, by their names at the relay. */
  partial: Map<string, { size: number; bytes: Uint8Array }>
}
export const newFileDisk = (): FileDisk => ({ whole: new Map(), partial: new Map() })
export const copyFileDisk = ({ whole, partial }: FileDisk): FileDisk => ({
  whole: new Map(whole),
  partial: new Map(partial),
})

/** The files that a record names. */
export const blobsOf = (fields: Record<string, unknown>): string[] =>
  typeof fields.blobId === 'string' ? [fields.blobId] : []

export const documentsOn = ({ disk }: SimDevice): DocumentFiles[] =>
  [...disk.store.records.values()].flatMap(({ record }) =>
    record?.kind === 'document' ? [{ id: record.id, blobIds: blobsOf(record.fields) }] : [],
  )

export const filesStatusOf = ({ disk }: SimDevice): FilesStatus | undefined =>
  disk.notes.get('sync.files') as FilesStatus | undefined

const limits: typeof fileLimits = {
  ...fileLimits,
  restMs: 500,
  tryAgainMs: 5000,
  lookEveryMs: 4 * 60_000,
  paceBytes: { first: 60, least: 20, most: 200 },
}

/** The files of one running device: the product's exchange between a toy disk and a toy relay. */
export class SimFiles {
  readonly exchange: BlobExchange
  private readonly world: World
  private readonly device: SimDevice
  private readonly chance: Chance
  private readonly alive: () => boolean
  private readonly hearers = new Set<(documents: DocumentFiles[], removed: string[]) => void>()
  private known: Map<string, string[]>

  constructor(world: World, device: SimDevice, chance: Chance, alive: () => boolean, failed: (cause: unknown) => void) {
    this.world = world
    this.device = device
    this.chance = chance
    this.alive = alive
    this.known = new Map(documentsOn(device).map(({ id, blobIds }) => [id, blobIds]))
    const surroundings: Surroundings = {
      now: () => world.nowMs + device.skewMs,
      random: chance.bytes,
      later: (run, delayMs) =>
        world.later(() => {
          if (alive()) run()
        }, delayMs),
    }
    const host: BlobHost = {
      get engine() {
        return device.engine
      },
      sealing: createToyFiles(device.sealing!, chance.bytes),
      shelf: this.shelf(),
      files: this.store(),
      surroundings,
      notes: this.notes(),
      failed,
      whenLive: (withinMs) => world.whenLive(device, alive, withinMs),
    }
    this.exchange = new BlobExchange(host, limits)
    this.exchange.start()
  }

  /** The records changed: what is erased takes its files along (src/store), and who follows documents hears of it. */
  changed(): void {
    const { device, known } = this
    const now = new Map(documentsOn(device).map(({ id, blobIds }) => [id, blobIds]))
    this.known = now
    const removed = [...known.keys()].filter((id) => !now.has(id))
    const fresh = [...now].filter(([id]) => !known.has(id))
    if (removed.length + fresh.length === 0) return
    for (const id of removed) {
      if (!this.survives('a file of an erased document is removed')) return
      for (const blobId of known.get(id)!) device.disk.files.whole.delete(blobId)
    }
    this.world.later(() => {
      if (!this.alive()) return
      for (const hear of this.hearers)
        hear(
          fresh.map(([id, blobIds]) => ({ id, blobIds })),
          removed,
        )
    }, 1)
  }

  /** False when the power is cut here. */
  private survives(what: string): boolean {
    if (!this.alive()) return false
    if (!this.chance.hits(this.world.fileFaults.powerCut)) return true
    this.world.count(`fault: power cut: ${what}`)
    this.world.crash(this.device)
    return false
  }

  /** One step on the disk; of a device that is off nothing comes back. */
  private async onDisk<T>(what: string, run: () => T): Promise<T> {
    if (!this.survives(`before: ${what}`)) return new Promise(() => {})
    const done = run()
    return this.survives(`after: ${what}`) ? done : new Promise(() => {})
  }

  private isFull(what: string): boolean {
    const isFull = this.chance.hits(this.world.fileFaults.diskFull)
    if (isFull) this.world.count(`fault: disk full: ${what}`)
    return isFull
  }

  private notes(): FileNotes {
    const { notes } = this.device.disk
    const under = (prefix: string) => [...notes.keys()].filter((name) => name.startsWith(prefix))
    return {
      recall: async (name) => (this.alive() ? notes.get(name) : new Promise(() => {})),
      remember: (name, value) => this.onDisk('notes of files', () => void notes.set(name, value)),
      under: async (prefix) => new Set(under(prefix).map((name) => name.slice(prefix.length))),
      forgetUnder: (prefix) =>
        this.onDisk('forgets notes of files', () => {
          for (const name of under(prefix)) notes.delete(name)
        }),
    }
  }

  private store(): FileStore {
    const { files } = this.device.disk
    const full = err({ type: 'DiskFull' })
    return {
      follow: (onChange) => {
        this.world.later(() => {
          if (!this.alive()) return
          onChange(documentsOn(this.device), [])
          this.hearers.add(onChange)
        }, 5)
        return () => this.hearers.delete(onChange)
      },
      erased: async (ids) => ids.filter((id) => this.device.disk.store.records.get(id)?.erased != null),
      here: async () => new Set(files.whole.keys()),
      read: async (blobId) => files.whole.get(blobId) ?? null,
      put: (blobId, content) =>
        this.onDisk('puts a file', () => {
          if (this.isFull('puts a file')) return full
          files.whole.set(blobId, content)
          return ok(null)
        }),
      readPartial: async (name) => files.partial.get(name) ?? { bytes: new Uint8Array(0), size: 0 },
      keepPiece: (name, size, from, bytes) =>
        this.onDisk('keeps a piece', () => {
          if (this.isFull('keeps a piece')) return full
          const before = files.partial.get(name)?.bytes ?? new Uint8Array(0)
          const whole = new Uint8Array(from + bytes.length)
          whole.set(before.subarray(0, from))
          whole.set(bytes, from)
          files.partial.set(name, { size, bytes: whole })
          return ok(null)
        }),
      dropPartial: (name) => this.onDisk('drops pieces', () => void files.partial.delete(name)),
      unrecognised: async () => [],
      recognise: async () => 0,
    }
  }

  private shelf(): FileShelf {
    const { files } = this.world.relay
    const { id } = this.device
    return {
      begin: (name, size) => this.ask('begins a file', () => files.begin(id, name, size), 'later' as const),
      stands: (name) => this.ask('asks where a file stands', () => files.stands(id, name), null),
      append: (name, upload, at, bytes) => {
        if (!this.chance.hits(this.world.fileFaults.halved))
          return this.ask('sends a piece', () => files.append(id, name, upload, at, bytes), false)
        this.world.count('fault: half a piece of a file came through')
        const half = () =>
          files.append(id, name, upload, at, bytes.subarray(0, this.chance.below(bytes.length))) && false
        return this.ask('sends half a piece', half, false)
      },
      remove: (name) => this.ask('takes a file away', () => files.remove(id, name), 'later' as const),
      missing: (names) => this.ask('asks what is missing', () => files.missing(id, names), null),
      read: async (name, from, bytes, signal) => {
        const read = () => files.read(id, name, from, bytes)
        const answer = await this.ask<ReturnType<typeof read>>('reads a piece', read, 'later')
        return signal.aborted ? 'later' : answer
      },
    }
  }

  /** A request and its answer over a bad line. */
  private ask<T>(what: string, run: () => T, lost: T): Promise<T> {
    const { world, device, chance } = this
    const isLost = () => chance.hits(world.fileFaults.lost)
    return new Promise((resolve) => {
      const arrive = () => {
        if (!this.survives(`before: ${what}`)) return
        if (!world.relayIsUp || world.offline.has(device) || isLost()) return resolve(lost)
        const answer = run()
        const isRefused =
          answer === 'later' || answer === 'tooLarge' || answer === 'absent' || answer === 'forbidden' || !answer
        world.count(`relay: ${isRefused ? 'not: ' : ''}${what}`)
        world.tell(`${device.name}: ${what}: ${typeof answer === 'string' ? answer : isRefused ? 'no' : 'done'}`)
        world.later(
          () => {
            if (this.survives(`after: ${what}`)) resolve(isLost() ? lost : answer)
          },
          2 + chance.below(30),
        )
      }
      world.later(arrive, 2 + chance.below(20))
    })
  }
}
