import { sameBytes } from '../../src/kit/bytes.ts'
import { canonicalJson } from '../../src/kit/canonicalJson.ts'
import { mayPush, mayRead } from '../../src/log/roles.ts'
import { memberOf, onlyWriters } from '../../src/log/membership.ts'
import type { Chance } from './chance.ts'
import type { RelayDisk } from './simRelay.ts'
import { blobsOf, documentsOn, filesStatusOf, noFileFaults } from './simFiles.ts'
import { createToyFiles, toyFileNames } from './toyFiles.ts'
import { Broken, type SimDevice, type World } from './world.ts'

/** What files ask of the history they are part of. */
interface Around {
  readonly has: Record<string, boolean>
  readonly relayBackups: RelayDisk[]
  readonly isTwice: boolean
  operations: number
}

const documentId = (n: number) => `0190a1b2-0000-7000-9000-${String(n).padStart(12, '0')}`

const blobIdOf = (n: number) => `blob ${String(n).padStart(3, '0')}`

/** Files in a history: brought in, opened, erased, and all that breaks about them. All by a chance of its own. */
export class FileScenes {
  private readonly world: World
  private readonly chance: Chance
  private readonly around: Around
  private documents = 0
  private readonly contents = new Map<string, Uint8Array>()

  constructor(world: World, chance: Chance, around: Around) {
    this.world = world
    this.chance = chance
    this.around = around
  }

  begin(): void {
    const { chance, world } = this
    const rate = (most: number) => (chance.hits(0.4) ? chance.next() * most : 0)
    world.fileFaults = { lost: rate(0.1), halved: rate(0.2), powerCut: rate(0.02), diskFull: rate(0.1) }
  }

  end(): void {
    const { world } = this
    world.fileFaults = { ...noFileFaults }
    world.relay.files.quota = Number.POSITIVE_INFINITY
    world.relay.files.lie = null
  }

  step(): void {
    const { chance, world } = this
    if (!chance.hits(0.5)) return
    const device = chance.pick(world.devices)
    const what = chance.below(14)
    if (what < 4) this.bringIn(device)
    else if (what < 7) this.open(device)
    else if (what < 9) this.erase(device)
    else if (what === 9) this.crashSoon(device)
    else if (what === 10) world.start(device)
    else if (what === 11) this.backUp()
    else if (what === 12) this.limit()
    else if (this.around.has.lies) this.lie()
  }

  /** As reading a file in does: the file first, then its document. */
  private bringIn(device: SimDevice): void {
    const { chance, world } = this
    if (device.sealing?.membership().write === false) return
    this.documents += 1
    const blobId = blobIdOf(this.documents)
    const content = chance.bytes(new Uint8Array(1 + chance.below(chance.hits(0.3) ? 900 : 200)))
    this.contents.set(blobId, content)
    device.disk.files.whole.set(blobId, content)
    world.tell(`${device.name}: brings in ${blobId}`)
    world.count('trouble: a file is brought in')
    const value = { blobId, fileName: `file ${this.documents}` }
    world.write(device, [{ type: 'create', kind: 'document', id: documentId(this.documents), value }])
    this.around.operations += 1
  }

  private open(device: SimDevice): void {
    const { chance, world } = this
    const named = documentsOn(device).flatMap(({ blobIds }) => blobIds)
    if (!device.files || named.length === 0) return
    const blobId = chance.pick(named)
    if (device.disk.files.whole.has(blobId)) return
    world.tell(`${device.name}: opens ${blobId}`)
    world.count('trouble: a file of another device is opened')
    const { exchange } = device.files
    void exchange.fetch(blobId)
    if (!chance.hits(0.2)) return
    world.later(() => exchange.hold(blobId, true), chance.below(200))
    world.later(() => exchange.hold(blobId, false), 200 + chance.below(2000))
  }

  private erase(device: SimDevice): void {
    const { chance, world } = this
    const documents = documentsOn(device)
    // What is erased is kept by nobody, so it counts as a backup that was lost.
    if (documents.length === 0 || device.isAgent || this.around.isTwice) return
    if (device.sealing?.membership().write === false) return
    const { id, blobIds } = chance.pick(documents)
    world.tell(`${device.name}: erases ${blobIds.join()}`)
    world.count('trouble: a file is erased')
    world.write(device, [{ type: 'erase', kind: 'document', id }])
    if (!device.disk.store.record(id)) device.erasing?.eraseEverywhere('document', id).catch(() => world.crash(device))
    if (!device.files) for (const blobId of blobIds) device.disk.files.whole.delete(blobId)
  }

  /** In the middle of what it does with files. */
  private crashSoon(device: SimDevice): void {
    this.world.later(() => this.world.crash(device), this.chance.below(3000))
  }

  /** Of the relay, at any moment: after a batch came and before its file did, say. */
  private backUp(): void {
    const { around, chance, world } = this
    world.later(() => around.relayBackups.push(world.relay.disk), chance.below(3000))
  }

  private limit(): void {
    const { chance, world } = this
    const { files, disk } = world.relay
    const isFull = chance.hits(0.5)
    files.quota = isFull ? Object.keys(disk.files).length + chance.below(2) : Number.POSITIVE_INFINITY
    world.count(isFull ? 'trouble: the relay has no room for files' : 'trouble: the relay has room for files again')
  }

  private lie(): void {
    const { chance, world } = this
    const { files } = world.relay
    const damage = (bytes: Uint8Array) => bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte))
    files.lie = files.lie ? null : damage
    world.count(`trouble: the relay ${files.lie ? 'damages' : 'is honest about'} files`)
    if (chance.hits(0.3)) world.relay.restart()
  }

  /** What must be true of files in peace. */
  async check(): Promise<void> {
    const { world } = this
    const { chain } = world.relay.disk
    const rightsOf = (device: SimDevice) => {
      const member = memberOf(chain!, device.id)
      return member && member.revokedIn === undefined ? member.rights : 0
    }
    const isThrough = ({ engine }: SimDevice) => engine?.status().phase === 'live' && engine.status().toSend === 0
    const honest = world.devices.filter((device) => mayRead(rightsOf(device)) && isThrough(device))
    const writers = world.devices.filter((device) => mayPush(rightsOf(device)) && isThrough(device))
    const survivor = honest[0]
    if (!survivor) return
    for (const device of world.devices) this.sweep(device)
    world.relay.files.sweep()
    const standing = [...survivor.disk.store.records.values()]
    for (const device of writers) {
      const status = filesStatusOf(device)
      if (status && status.toSend > 0)
        throw new Broken(`${device.name} still has files to send: ${canonicalJson(status)}`)
    }
    for (const { record } of standing) {
      if (record?.kind !== 'document') continue
      for (const blobId of blobsOf(record.fields)) await this.checkFile(blobId, honest, writers)
    }
    this.checkErased(survivor, honest)
  }

  private namesOf(blobId: string): string[] {
    const { chain } = this.world.relay.disk
    return toyFileNames(chain!.space, onlyWriters(chain!), blobId)
  }

  private async checkFile(blobId: string, honest: readonly SimDevice[], writers: readonly SimDevice[]): Promise<void> {
    const { world } = this
    const content = this.contents.get(blobId)!
    const holders = writers.filter(({ disk }) => disk.files.whole.has(blobId))
    const holder = holders.find(({ isAgent }) => !isAgent) ?? holders[0]
    for (const device of honest) {
      const { exchange } = device.files!
      if (!device.disk.files.whole.has(blobId)) {
        // As a person does who opens it, and opens it again.
        for (let tried = 0; tried < 2 && !device.disk.files.whole.has(blobId); tried += 1) {
          void exchange.fetch(blobId)
          await world.run(30_000)
        }
      }
      const here = device.disk.files.whole.get(blobId)
      if (here && !sameBytes(here, content))
        throw new Broken(`${device.name} has another ${blobId} than was brought in.`)
      if (here) {
        world.count('checked: a file opens')
        continue
      }
      const state = filesStatusOf(device)?.fetching[blobId]?.state
      // Who reads nothing cannot tell what an old backup of the relay lacks from what was erased.
      if (holder?.isAgent && world.relay.wasSetBack && state === 'elsewhere') {
        world.count('unresolved: a file that an old backup of the relay lacks, of a device that reads nothing')
        continue
      }
      if (holder) throw new Broken(`${device.name} cannot open ${blobId} that ${holder.name} has: ${state}`)
      if (await this.isWhole(blobId, device)) throw new Broken(`${device.name} cannot open ${blobId}: ${state}`)
      if (state !== 'elsewhere' && state !== 'damaged')
        throw new Broken(`${device.name} has no ${blobId} and says ${state}.`)
      world.count('unresolved: a file that no device has any more')
    }
  }

  /** Whether the relay has what can be opened. */
  private async isWhole(blobId: string, device: SimDevice): Promise<boolean> {
    const keys = createToyFiles(device.sealing!, this.chance.bytes)
    for (const name of this.namesOf(blobId)) {
      const file = this.world.relay.disk.files[name]
      if (file?.bytes.length === file?.size && file && (await keys.openFile(name, file.bytes)).ok) return true
    }
    return false
  }

  /** A day passes: what no record names goes (src/store/blobs.ts). */
  private sweep({ disk }: SimDevice): void {
    const named = new Set(
      [...disk.store.records.values()].flatMap(({ record }) => (record ? blobsOf(record.fields) : [])),
    )
    for (const blobId of disk.files.whole.keys()) if (!named.has(blobId)) disk.files.whole.delete(blobId)
    disk.files.partial.clear()
  }

  private checkErased(survivor: SimDevice, honest: readonly SimDevice[]): void {
    const { world } = this
    for (let n = 1; n <= this.documents; n += 1) {
      const blobId = blobIdOf(n)
      if (survivor.disk.store.records.get(documentId(n))?.erased == null) continue
      world.count('checked: an erased file')
      for (const device of honest)
        if (device.disk.files.whole.has(blobId)) throw new Broken(`${device.name} has the erased ${blobId}.`)
      const left = this.namesOf(blobId).find((name) => world.relay.disk.files[name])
      const mayTake = honest.some(
        ({ name, sealing }) => sealing!.membership().write && world.erasedFiles.has(`${name} ${blobId}`),
      )
      if (left && !mayTake) {
        world.count('unresolved: an erased file whose document nobody who may take it away ever knew')
        continue
      }
      if (left) throw new Broken(`The relay has the erased ${blobId}.`)
    }
  }
}
