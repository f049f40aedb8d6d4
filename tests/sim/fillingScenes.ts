import type { Filling } from '../../src/sync/face.ts'
import type { SnapshotHost } from '../../src/sync/snapshots.ts'
import type { MemoryStore } from '../sync/memoryStore.ts'
import type { Chance } from './chance.ts'
import { Broken, type SimDevice, type World } from './world.ts'

/** What these scenes ask of the history they are part of. */
interface Around {
  addDevice(role: 'recruiter'): Promise<void>
  /** What stands on no disk any more is lost by no fault of ours. */
  forgive(): void
}

/** Snapshots that are made or taken in while the power goes, again and again, and devices that begin with one. */
export class FillingScenes {
  private readonly world: World
  private readonly chance: Chance
  private readonly around: Around
  private rate: number

  constructor(world: World, chance: Chance, around: Around) {
    this.world = world
    this.chance = chance
    this.around = around
    this.rate = chance.pick([0.02, 0.05, 0.15])
  }

  async step(): Promise<void> {
    const { chance, world } = this
    if (!chance.hits(0.15)) return
    const device = chance.pick(world.devices)
    const what = chance.below(4)
    if (what === 0) {
      world.count('scene: a snapshot replaces the log')
      device.snapshots?.make(true).catch(() => world.crash(device))
    } else if (world.relay.disk.floor === 0) return
    else if (what === 1 && world.devices.length < 6) {
      world.count('scene: a device begins with a snapshot')
      await this.around.addDevice('recruiter')
    } else if (what === 2 && device !== world.devices[0]) {
      world.count('scene: a device begins with a snapshot again')
      world.tell(`${device.name}: its records were evicted`)
      world.crash(device)
      device.disk = world.newDisk(device.name, device.disk.entries)
      this.around.forgive()
      world.start(device)
    }
  }

  /** The power holds from here on. */
  end(): void {
    this.rate = 0
  }

  /** No device believes that it is still being filled. */
  check(): void {
    for (const { name, disk, engine } of this.world.devices)
      if (engine?.isLive() && disk.notes.get('sync.filling') != null)
        throw new Broken(`${name} is live and still says that it is being filled.`)
  }

  /** A step of making or taking in: the power may go before it and after it. Of a device that is off nothing comes back. */
  private async cut<T>(device: SimDevice, alive: () => boolean, what: string, run: () => Promise<T>): Promise<T> {
    if (this.isCut(device, alive, `before: ${what}`)) return new Promise(() => {})
    const done = await run()
    return this.isCut(device, alive, `after: ${what}`) ? new Promise(() => {}) : done
  }

  private isCut(device: SimDevice, alive: () => boolean, when: string): boolean {
    const { chance, world } = this
    if (!alive()) return true
    if (!chance.hits(this.rate)) return false
    world.count(`fault: power cut of a snapshot: ${when}`)
    world.tell(`${device.name}: power cut ${when}`)
    world.crash(device)
    world.later(() => world.start(device), 200 + chance.below(20_000))
    return true
  }

  /** The store that snapshots work on. */
  store(device: SimDevice, store: MemoryStore, alive: () => boolean): MemoryStore {
    return {
      ...store,
      readStates: (...given) => this.cut(device, alive, 'reads records', () => store.readStates(...given)),
      takeStates: (...given) => this.cut(device, alive, 'takes a part in', () => store.takeStates(...given)),
      forgetKept: (...given) => this.cut(device, alive, 'lets sealed batches go', () => store.forgetKept(...given)),
    }
  }

  shelf(device: SimDevice, shelf: SnapshotHost['shelf'], alive: () => boolean): SnapshotHost['shelf'] {
    const cut = <T>(what: string, run: () => Promise<T>) => this.cut(device, alive, what, run)
    return {
      putPart: (...given) => cut('puts a part', () => shelf.putPart(...given)),
      commit: (...given) => cut('commits', () => shelf.commit(...given)),
      confirm: (...given) => cut('confirms', () => shelf.confirm(...given)),
      readManifest: (...given) => cut('reads a manifest', () => shelf.readManifest(...given)),
      readPart: (...given) => cut('reads a part', () => shelf.readPart(...given)),
    }
  }

  /** How far a new device has come, on its disk. */
  filling(device: SimDevice, alive: () => boolean): NonNullable<SnapshotHost['filling']> {
    const { notes } = device.disk
    const keep = async (filling: Filling | null) => void notes.set('sync.filling', filling)
    return {
      read: async () => {
        const filling = (notes.get('sync.filling') ?? null) as Filling | null
        if (filling && filling.done > 0) this.world.count('path: a half-adopted snapshot met again')
        return filling
      },
      tell: (filling) => this.cut(device, alive, 'notes how far it came', () => keep(filling)),
    }
  }
}
